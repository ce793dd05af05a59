"""One search from the typed words to the sentences that answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from index.engines import Engine, Ranked
from index.language import NO_ALIASES, Aliases
from index.query import Alias, And, Fuzzy, HasClaim, InZones, Near, Node, Nothing, Or, Phrase, Prefix, Word, parse_query
from index.records import Claim, Document, DocumentEntry, Facet, Hit, SearchResult, Topic
from index.search.claims import ClaimFields
from index.search.explaining import removed_by, undated
from index.search.facets import counted_anew, facets_of, narrowed
from index.search.matching import Needs, passages_of
from index.search.suggesting import missing_words, suggest

SORTS = ("relevance", "date", "outlet")
DEFAULT_LIMIT = 50
MAX_MISSING = 5
"""Words that no article has of which a search speaks; of a pasted page there may be hundreds."""


def _no_claims(_: str) -> tuple[Claim, ...]:
    return ()


def _no_topics() -> tuple[Topic, ...]:
    return ()


def search(
    text: str,
    *,
    engine: Engine,
    load: Callable[[str], Document],
    entries: Mapping[str, DocumentEntry],
    claims_of: Callable[[str], Iterable[Claim]] = _no_claims,
    topics: Callable[[], Sequence[Topic]] = _no_topics,
    aliases: Aliases = NO_ALIASES,
    saved: Mapping[str, str] | None = None,
    limit: int = DEFAULT_LIMIT,
    sort: str = "relevance",
    expand: bool = True,
    filters: Sequence[tuple[str, str]] = (),
) -> SearchResult:
    """Return the documents and sentences that answer ``text``. Never raises for what the query says.

    ``load`` gives a document by id; only those within ``limit`` are loaded. ``entries`` are the documents' rows,
    ``claims_of`` a document's claims, ``topics`` all topics; ``saved`` are the queries behind ``@name``. ``sort`` is
    ``relevance``, ``date`` (newest first) or ``outlet``; ``expand`` switches aliases; ``filters`` are (field, value)
    pairs of facets, a value with ``-`` before it excludes. Raises EngineError when the index is broken.
    """
    query = parse_query(text, aliases=aliases, saved=saved, expand=expand)
    if isinstance(query.tree, Nothing):
        empty = "there is nothing to search for: type a word, a name or a “phrase”"
        return SearchResult(text, query.understood, 0, (), (*query.notes, empty))
    claims = ClaimFields(claims_of, topics, entries)
    missing = missing_words(query.tree, engine)[:MAX_MISSING]
    notes = [*query.notes, *(f"no article has “{word.text}”" for word in missing)]
    asked: Node = query.tree
    tree = narrowed(query.tree, filters, entries)
    found = _found(tree, engine, claims, entries, notes)
    if not found and (loosened := _any_of(query.tree)) is not None:
        asked = loosened
        found = _found(narrowed(asked, filters, entries), engine, claims, entries, notes)
        if found:
            notes.append("no article has all of this; shown are those that have any of the words")
    notes += undated(query.tree, entries)
    if not found:
        notes += removed_by(
            asked, lambda tree: len(_found(narrowed(tree, filters, entries), engine, claims, entries, []))
        )
    needs = Needs(engine.expansion, claims.of_document)
    shown = _sorted(found, sort)[: max(0, limit)]

    def facets_among(ranked: Sequence[Ranked]) -> tuple[Facet, ...]:
        return facets_of([one.id for one in ranked], entries, engine, claims_of)

    def facets_with(others: Sequence[tuple[str, str]]) -> tuple[Facet, ...]:
        return facets_among(_found(narrowed(asked, others, entries), engine, claims, entries, []))

    return SearchResult(
        query=text,
        understood=query.understood,
        total=len(found),
        hits=tuple(Hit(entries[r.id], round(r.score, 4), passages_of(load(r.id), tree, needs)) for r in shown),
        notes=tuple(dict.fromkeys(notes)),
        suggestion=suggest(text, query.tree, missing, engine) if missing else None,
        facets=counted_anew(facets_among(found), filters, facets_with),
    )


def _found(
    tree: Node, engine: Engine, claims: ClaimFields, entries: Mapping[str, DocumentEntry], notes: list[str]
) -> list[Ranked]:
    """Return all documents that answer; one that the index knows but the list does not is on its way out."""
    resolved = claims.resolved(tree, lambda opened: [ranked.id for ranked in engine.search(opened).documents])
    ranking = engine.search(resolved)
    notes.extend((*claims.notes, *ranking.notes))
    return [ranked for ranked in ranking.documents if ranked.id in entries]


def _any_of(tree: Node) -> Node | None:
    """Return a tree that asks for any of what ``tree`` asks for all of; None when there is nothing to loosen."""
    if isinstance(tree, InZones) and tree.part is not None:
        inner = _any_of(tree.part)
        return None if inner is None else InZones(tree.zones, inner, tree.title)
    if not isinstance(tree, And):
        return None
    loose = [part for part in tree.parts if isinstance(part, (Word, Phrase, Prefix, Fuzzy, Alias, Near, Or))]
    rest = [part for part in tree.parts if part not in loose]
    if len(loose) < 2 or any(isinstance(part, HasClaim) for part in loose):
        return None
    return And((Or(tuple(loose)), *rest)) if rest else Or(tuple(loose))


def _sorted(found: Sequence[Ranked], sort: str) -> list[Ranked]:
    """Return documents in the order asked for; those without the fact come last, equals by relevance."""
    if sort == "date":
        dated = sorted((r for r in found if r.published), key=lambda r: r.published or "", reverse=True)
        return [*dated, *(ranked for ranked in found if not ranked.published)]
    if sort == "outlet":
        named = sorted((r for r in found if r.outlet), key=lambda r: (r.outlet or "").casefold())
        return [*named, *(ranked for ranked in found if not ranked.outlet)]
    return list(found)
