"""The form in which the rules hand over what they found, before it becomes a record."""

from typing import NamedTuple

from index.claims.quotations.phrases import Range


class Draft(NamedTuple):
    """One attribution in positions of tokens. ``report`` is False for an attitude (wants, hopes, criticises)."""

    source: Range | None
    cue: Range | None
    content: Range
    rule: str
    report: bool = True
    origin: tuple[Range, ...] = ()
