"""What a search returns."""

from dataclasses import dataclass, field

from index.records.document import DocumentEntry, Span, ZoneKind


@dataclass(frozen=True, slots=True)
class Match:
    """One marked place in a passage. ``how`` is ``word``, ``phrase``, ``alias``, ``prefix``, ``fuzzy`` or ``exact``."""

    span: Span
    how: str = "word"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that answers a query. ``complete`` is whether it holds all the words or only some of them."""

    document: str
    line: int
    span: Span
    zone: ZoneKind
    text: str
    matches: tuple[Match, ...]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers a query, with every sentence of it that does."""

    document: DocumentEntry
    score: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One value by which results can be narrowed, with the number of results that have it."""

    field: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to a query: what was understood, what was not, and the documents, best first.

    ``total`` counts all matching documents, also those beyond the limit; ``notes`` are messages about the query (a
    bad part searched as text, an alias expanded, a fall back to any of the words); ``suggestion`` is a query to try
    instead.
    """

    query: str
    understood: str
    total: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...] = ()
    suggestion: str | None = None
    facets: tuple[Facet, ...] = field(default=())
