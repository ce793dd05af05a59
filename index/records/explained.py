"""Why something in an article is a claim, or a number in it is no figure."""

from dataclasses import dataclass
from typing import NamedTuple

from index.records.claim import Claim
from index.records.document import Span


class Fired(NamedTuple):
    """A rule that fired: its id, what it matches in a sentence of English, and the words that it matched."""

    rule: str
    matches: str
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Explained:
    """A claim of an article, or a number that is no figure, with the rules that decided so, in the order they fired."""

    document: str
    line: int
    span: Span
    words: str
    claim: Claim | None
    rules: tuple[Fired, ...]
