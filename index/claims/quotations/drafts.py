"""The form in which the rules hand over what they found, before it becomes a record."""

from typing import NamedTuple

from index.claims.quotations.phrases import Range
from index.claims.quotations.rules import QuotationRule


class Draft(NamedTuple):
    """One attribution in positions of tokens. ``report`` is False for an attitude (wants, hopes, criticises)."""

    source: Range | None
    cue: Range | None
    content: Range
    rule: QuotationRule
    report: bool = True
    origin: tuple[Range, ...] = ()
