"""Words that decide whether a full stop ends a sentence: abbreviations by what may follow them, and sentence openers.

Sources: the abbreviations of the Associated Press Stylebook and of the Golden Rules of Pragmatic Segmenter, and the
closed word classes of English. All words are in lower case and without their last full stop.
"""

from index.english import words

BEFORE_NAME = words("abbreviations-before-names")
"""Titles and the like: what follows belongs to them, so their stop never ends a sentence."""

BEFORE_NUMBER = words("abbreviations-before-numbers")
"""Stops that go on when a number follows, and end the sentence before a capital letter."""

EITHER = words("abbreviations")
"""Abbreviations that may also end a sentence: they do when the next word is one that opens sentences."""

NEVER_LAST = words("abbreviations-never-last")
"""Abbreviations after which a sentence cannot end, whatever follows."""

FIRMS = words("abbreviations-of-firms")
"""The abbreviations of EITHER that end the names of firms."""

RANKS = words("after-firms")
"""What follows a firm's name and belongs to it."""

CLOCK = words("clock-marks")
"""Hours of the day: their stop ends the sentence before a capital unless a zone, a day or a month follows."""

AFTER_CLOCK = words("after-clock")
"""What completes an hour of the day: zones, days and months."""

TIME_OPENERS = words("before-times")
"""Words with which a phrase of time opens a sentence, as in "At 5 a.m. Mr. Smith left"."""

OPENERS = words("sentence-openers")
"""Words that, with a capital letter after an abbreviation, open a new sentence."""

EXCLAIMED_NAMES = words("exclaimed-names")
"""Names that carry an exclamation mark."""

SPEECH_VERBS = words("speech-verbs-after-quotes")
"""Verbs with which a speaker is named after a question or an exclamation in quotation marks."""
