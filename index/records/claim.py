"""Claims: what a document says that can be set beside what another says."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from index.records.document import Span, ZoneKind


class ClaimKind(StrEnum):
    """The kinds of claims; `CLAIM_TYPES` has the record of each."""

    FIGURE = "figure"
    EVENT = "event"
    QUOTATION = "quotation"
    PREDICTION = "prediction"
    OUTCOME = "outcome"


class Bound(StrEnum):
    """How a stated value bounds a quantity: from below (OVER, AT_LEAST) or above (UNDER, AT_MOST, UP_TO, NEARLY)."""

    OVER = "over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "at most"
    UP_TO = "up to"
    NEARLY = "nearly"


class Precision(StrEnum):
    """How exactly a time is stated."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    PERIOD = "period"


class Meant(StrEnum):
    """How the clause around a claim is meant; only what is asserted can agree with another assertion."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    DENIED = "denied"
    ASKED = "asked"
    SUPPOSED = "supposed"
    PLANNED = "planned"
    ORDERED = "ordered"
    REPORTED = "reported"


class Step(NamedTuple):
    """One step of the derivation of a claim: a rule's id and the words of the document that it matched."""

    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class When:
    """A time: ISO dates (``2025``, ``2025-01`` or ``2025-01-14`` resolved to first and last day); ``None`` is open.

    Unresolvable times (a weekday in an article without a date) keep ``raw`` and have neither ``start`` nor ``end``.
    ``start_time`` and ``end_time`` are times of day, ``07:40``, with the offset where the zone is known
    (``07:40-05:00``): equal for one moment, of the first and last day where these are known. ``inferred`` says in words
    how a date that the text does not tell was found; None where it tells it.
    """

    raw: str
    start: str | None
    end: str | None
    precision: Precision
    start_time: str | None = None
    end_time: str | None = None
    inferred: str | None = None

    @property
    def first(self) -> str | None:
        """When it begins: ``2024-05-04``, ``2024-05-04T07:40``, or ``T07:40`` where only the time of day is known."""
        return _moment(self.start, self.start_time)

    @property
    def last(self) -> str | None:
        """When it ends, in the form of ``first``."""
        return _moment(self.end, self.end_time)


def _moment(day: str | None, time: str | None) -> str | None:
    return day if time is None else f"{day or ''}T{time}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A normalised amount.

    ``low`` and ``high`` are the interval in base units (dollars, not millions of dollars; percent as stated, 50 for
    50%); equal for a single value, ``None`` on a side that is open. "Over 300" is low 300, high None, bound OVER;
    "nearly 300" is low None, high 300, bound NEARLY.
    ``unit`` is None for a bare count, else ``percent``, an ISO 4217 code, or the unit's singular English name.
    ``subject`` is what is counted or measured, ``of`` what that belongs to (owner, whole or agent), both in the
    document's words; ``period`` is the time that the amount holds for. ``also`` is the same amount in another unit, as
    the text gives it ("70 metres (229.6 feet)"): value and unit.
    """

    raw: str
    low: float | None
    high: float | None
    unit: str | None = None
    bound: Bound | None = None
    approximate: bool = False
    subject: str | None = None
    of: str | None = None
    period: When | None = None
    also: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says something: speaker, cue and content with their spans, and the sources named behind the speaker."""

    speaker: str | None
    speaker_span: Span | None
    speaker_how: str | None
    """How the speaker was found.

    ``stated``, ``pronoun``, ``description`` ("the airline"), ``carried over``, or ``corrected`` by the user.
    """
    cue: str | None
    cue_span: Span | None
    content: Span
    direct: bool | None
    """True for direct speech, False for a report, None for a mixture of both."""
    origin: tuple[str, ...] = ()
    rule: str = ""
    roles: tuple[str, ...] = ()
    """What else the article calls the speaker: "governor", "police chief"."""
    attitude: bool = False
    """Whether the content is only thought, wanted or judged, and not said."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a claim, so that claims of many documents are compared without reading these again.

    ``about`` is the named thing that the value belongs to ("Acme" in "Acme … Today, the app has 5 million users"), in
    the document's words. ``keys`` are the stems of the sentence's content words, nearest to the claim first, separated
    by spaces; a name is one key more, with ``@`` before it and ``_`` for its spaces. ``period`` is the time that the
    words around a figure name, as its first and last ISO day. ``measure`` names what a figure measures, whatever noun
    is counted ("dead" of "31 were killed" and of "39 fatalities"), or what kind of thing happened on a date.
    """

    about: str | None = None
    keys: str = ""
    period: tuple[str, str] | None = None
    measure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimBase:
    """What a claim of every kind has: the exact words it came from, who says them, and the rules that found it.

    ``span`` is the surface's place in the document (the content's, for a quotation); ``sentence`` is the span of the
    sentence around it, ``text`` that sentence's words. ``rule`` names the rule that made the claim.
    """

    kind: ClassVar[ClaimKind]

    id: str
    document: str
    zone: ZoneKind
    line: int
    span: Span
    sentence: Span
    text: str
    surface: str
    rule: str
    meant: Meant = Meant.ASSERTED
    derivation: tuple[Step, ...] = ()
    """The rules that made the claim, each with the words it matched, in the order in which they were applied."""
    speaker: str | None = None
    speaker_how: str | None = None
    speaker_roles: tuple[str, ...] = ()
    """What else the article calls the speaker: "governor", "police chief"."""
    origin: tuple[str, ...] = ()
    cue: str | None = None
    hedges: tuple[str, ...] = ()
    around: Surroundings | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(ClaimBase):
    """An amount; ``when`` is the time it holds for, as far as its own words say it."""

    kind: ClassVar[ClaimKind] = ClaimKind.FIGURE

    quantity: Quantity
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(ClaimBase):
    """Something that happened, or will, at a time; ``subject`` is what, in the sentence's words."""

    kind: ClassVar[ClaimKind] = ClaimKind.EVENT

    when: When
    subject: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(ClaimBase):
    """What somebody said; ``direct`` is True for direct speech, False for a report, None for a mixture of both."""

    kind: ClassVar[ClaimKind] = ClaimKind.QUOTATION

    content: str
    direct: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction(ClaimBase):
    """What somebody expects of ``subject``, by ``when``.

    ``stance`` is ``likely``, ``unlikely``, ``uncertain``, ``recommended`` or ``judged``; ``direction`` is ``up`` or
    ``down`` where something is to rise or fall, and ``quantity`` the amount that is foretold.
    """

    kind: ClassVar[ClaimKind] = ClaimKind.PREDICTION

    subject: str | None = None
    stance: str | None = None
    when: When | None = None
    direction: str | None = None
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(ClaimBase):
    """What became of ``subject``: ``value`` names it ("acquitted", "cancelled"), whatever word the text has for it.

    ``question`` is what the value answers ("verdict", "post"): two values of one question exclude each other. ``agent``
    did it and ``patient`` underwent it, in the document's words.
    """

    kind: ClassVar[ClaimKind] = ClaimKind.OUTCOME

    subject: str
    value: str
    question: str = ""
    agent: str | None = None
    patient: str | None = None
    when: When | None = None


Claim = Figure | Event | Quotation | Prediction | Outcome

CLAIM_TYPES: Mapping[ClaimKind, type[Claim]] = MappingProxyType(
    {record.kind: record for record in (Figure, Event, Quotation, Prediction, Outcome)}
)
"""The registry of kinds: a kind of claims is a class in it, and what only one kind has stands on that class."""


def time_of(claim: Claim) -> When | None:
    """Return the time that a claim states, whatever its kind; None for words that were said."""
    return None if isinstance(claim, Quotation) else claim.when


def quantity_of(claim: Claim) -> Quantity | None:
    """Return the amount of a figure; None for a claim of another kind."""
    return claim.quantity if isinstance(claim, Figure) else None


def stance_of(claim: Claim) -> str | None:
    """Return how a prediction sees what is to come; None for a claim of another kind."""
    return claim.stance if isinstance(claim, Prediction) else None


def content_of(claim: Claim) -> str | None:
    """Return what was said, of a quotation; None for a claim of another kind."""
    return claim.content if isinstance(claim, Quotation) else None


def direct_of(claim: Claim) -> bool | None:
    """Return whether a quotation is direct speech; None for a mixture, and for a claim of another kind."""
    return claim.direct if isinstance(claim, Quotation) else None


def value_of(claim: Claim) -> str | None:
    """Return what became of the subject of an outcome; None for a claim of another kind."""
    return claim.value if isinstance(claim, Outcome) else None


def subject_of(claim: Claim) -> str | None:
    """Return what a claim is about, in the document's words: of a figure what is counted or measured."""
    if isinstance(claim, Figure):
        return claim.quantity.subject
    return None if isinstance(claim, Quotation) else claim.subject


class Status(StrEnum):
    """How the claims of a topic stand to each other; recomputed from the claims, never stored."""

    CONFLICT = "conflict"
    SCOPE_DIFFERS = "scope-differs"
    UPDATE = "update"
    COMPATIBLE = "compatible"
    ONE_ORIGIN = "one-origin"
    CORROBORATED = "corroborated"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Topic:
    """Claims about the same thing, over all documents, with their status and the reason for it in words."""

    id: str
    label: str
    status: Status
    reason: str
    claims: tuple[str, ...]
    """Ids of claims, in order of document and place."""
    likelihood: float | None = None
    """How likely the claims that the status rests on answer one question, 0 to 1; None where nobody else says it."""
    weighed: str = ""
    """What spoke for and against one question, in words, where the status tells of a difference."""
