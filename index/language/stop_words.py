"""English function words: too common to say on their own what a sentence is about."""

from index.english import words
from index.language.folding import fold_word

STOP_WORDS = words("stop-words", key=fold_word)
