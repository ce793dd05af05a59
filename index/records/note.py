"""What the user decided."""

from dataclasses import dataclass
from enum import StrEnum

from index.records.document import Span

DESCRIBABLE = ("title", "outlet", "authors", "date", "language", "encoding", "zone")
"""The fields of a document that a person may correct; the value ``none`` says that there is none."""


class DecisionKind(StrEnum):
    """What a decision is about."""

    VERDICT = "verdict"
    """The user's judgement of one claim; ``value`` is a `Verdict`, empty when it was taken back."""
    NOTE = "note"
    """The user's words on one passage; empty when they were taken back."""
    CORRECTION = "correction"
    """Another value for the field ``name`` of a claim (``speaker``, ``low``, ``high``, ``unit``, ``subject``)."""
    MERGE = "merge"
    """The claims at the anchors belong to one topic."""
    SPLIT = "split"
    """The claim at the first anchor does not belong with those at the others."""
    PIN = "pin"
    """The passages at the two anchors are linked."""
    BREAK = "break"
    """The passages at the two anchors are not linked."""
    THRESHOLD = "threshold"
    """Links of the two documents at the anchors are shown from the score ``value`` on; empty: as the settings say."""
    DESCRIPTION = "description"
    """Another value for the field ``name`` of the document (see DESCRIBABLE); of a zone, the anchor is its lines.
    Empty: as the program read it."""
    SEARCH = "search"
    """A saved search: its name and its text, empty when it was taken back."""
    TAKE_BACK = "take-back"
    """The decision whose id is ``name`` does not count, as if it had never been made."""


class Verdict(StrEnum):
    """How a claim was rated, with the words ClaimReview publishers use most."""

    TRUE = "true"
    MOSTLY_TRUE = "mostly true"
    MIXED = "mixed"
    MOSTLY_FALSE = "mostly false"
    FALSE = "false"
    MISLEADING = "misleading"
    UNPROVEN = "unproven"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a document that is found again after the file was moved or edited.

    ``path`` is the file's absolute path, ``digest`` the SHA-256 of its bytes; ``quote`` the words at the place,
    ``prefix`` and ``suffix`` what stood around them (the text quote selector of the W3C Web Annotation Data Model).
    An anchor without words, at 0, is the document as a whole.
    """

    path: str
    digest: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing the user decided; a later one on the same place overrides an earlier one."""

    id: str
    made: str
    """When, as an ISO 8601 time with its zone."""
    kind: DecisionKind
    anchors: tuple[Anchor, ...] = ()
    claim_kind: str | None = None
    name: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A decision with the places its anchors have now: (document id, span), None where the words are gone."""

    decision: Decision
    places: tuple[tuple[str, Span] | None, ...]

    @property
    def fits(self) -> bool:
        """Whether every anchor was found again."""
        return None not in self.places
