"""Where a cue stands in a sentence, and the patterns of words that are looked for around it."""

import re
from typing import NamedTuple

from index.english import with_lists

REACH = 60
"""How many characters on each side of a cue a rule looks at."""


class Place(NamedTuple):
    """The place of a cue in the words of a sentence."""

    text: str
    start: int
    end: int

    @property
    def cue(self) -> str:
        """The cue's words."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The words that end at the cue."""
        return self.text[max(0, self.start - REACH) : self.start]

    @property
    def after(self) -> str:
        """The words that begin behind the cue."""
        return self.text[self.end : self.end + REACH]


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Compile an expression in which a space is any white space, and ``<name>`` any word of a list of the language."""
    return re.compile(with_lists(expression).replace(" ", r"\s"), flags)
