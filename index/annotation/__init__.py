"""A document's text, read once: tokens with their classes, quoted stretches, names, noun phrases and clauses.

``annotate(document)`` gives for every sentence what a rule may ask: which words are verbs, who does what to whom, and
how it is meant (asserted, negated, denied, asked, supposed, planned, ordered, reported) and by whom. The reading is
shallow: word classes come from two word lists and a few rules about neighbours, phrases from patterns of classes,
clauses from one walk over phrases and verbs. It costs a few milliseconds for an article.
"""

from index.annotation.lexicon import classes_of, lemmas
from index.annotation.marks import quoted_stretches
from index.annotation.reading import annotate, annotate_sentence
from index.annotation.records import (
    ASSERTED,
    VERBS,
    AnnotatedSentence,
    Annotation,
    Attached,
    Clause,
    Link,
    Meaning,
    NounPhrase,
    Quoted,
    Tense,
    Token,
    WordClass,
    lemma,
)

__all__ = [
    "ASSERTED",
    "VERBS",
    "AnnotatedSentence",
    "Annotation",
    "Attached",
    "Clause",
    "Link",
    "Meaning",
    "NounPhrase",
    "Quoted",
    "Tense",
    "Token",
    "WordClass",
    "annotate",
    "annotate_sentence",
    "classes_of",
    "lemma",
    "lemmas",
    "quoted_stretches",
]
