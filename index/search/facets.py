"""By what results can be narrowed, with how many documents each choice leaves."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from index.engines import Engine
from index.query import And, ClaimField, Everything, HasClaim, InDocuments, InZones, Node, Not, Or
from index.records import Claim, ClaimKind, DocumentEntry, Facet, ZoneKind

FIELDS = ("outlet", "month", "kind", "zone")
"""What results can be narrowed by, in the order in which it is offered."""
MAX_FOR_KINDS = 100
"""Documents up to which kinds of claims are counted: their claims must be read for it."""


def facets_of(
    ids: Sequence[str],
    entries: Mapping[str, DocumentEntry],
    engine: Engine,
    claims_of: Callable[[str], Iterable[Claim]],
) -> tuple[Facet, ...]:
    """Return the facets of results: outlet, month, kind of claim and zone, each in order of count, months in time."""
    outlets = Counter(entries[id_].metadata.outlet or "" for id_ in ids)
    months = Counter((entries[id_].metadata.published or "")[:7] for id_ in ids)
    zones = engine.zones(ids)
    kinds: Counter[str] = Counter()
    if len(ids) <= MAX_FOR_KINDS:
        for id_ in ids:
            kinds.update({claim.kind.value for claim in claims_of(id_)})
    return (
        *_facets("outlet", sorted(outlets.items(), key=lambda item: (-item[1], item[0]))),
        *_facets("month", sorted(months.items())),
        *_facets("kind", [(kind.value, kinds[kind.value]) for kind in ClaimKind]),
        *_facets("zone", [(kind.value, zones.get(kind.value, 0)) for kind in ZoneKind]),
    )


def narrowed(tree: Node, filters: Sequence[tuple[str, str]], entries: Mapping[str, DocumentEntry]) -> Node:
    """Return ``tree`` narrowed by facets: (field, value), a value with ``-`` before it excludes.

    Of several values of one field that are not excluded any will do, as readers expect of a list of boxes to tick.
    """
    parts: list[Node] = []
    for field in dict.fromkeys(field for field, _ in filters):
        wanted = [value for name, value in filters if name == field and not value.startswith("-")]
        unwanted = [value[1:] for name, value in filters if name == field and value.startswith("-")]
        if field == "zone":
            kinds = (kind for kind in ZoneKind if not wanted or kind.value in wanted)
            tree = InZones(tuple(kind for kind in kinds if kind.value not in unwanted), tree)
            continue
        asked = [node for node in (_having(field, value, entries) for value in wanted) if node is not None]
        if asked:
            parts.append(asked[0] if len(asked) == 1 else Or(tuple(asked)))
        parts += [Not(node) for node in (_having(field, value, entries) for value in unwanted) if node is not None]
    if not parts:
        return tree
    return And((Everything() if tree is None else tree, *parts))


def counted_anew(
    facets: Sequence[Facet],
    filters: Sequence[tuple[str, str]],
    facets_with: Callable[[Sequence[tuple[str, str]]], Sequence[Facet]],
) -> tuple[Facet, ...]:
    """Return ``facets`` with those of a filtered field counted as if it were not filtered: what a person may still add.

    ``facets_with`` searches with other filters and returns all facets of what it finds.
    """
    by_field = {field: [one for one in facets if one.field == field] for field in FIELDS}
    for field in dict.fromkeys(field for field, _ in filters if field in by_field):
        others = [(name, value) for name, value in filters if name != field]
        by_field[field] = [one for one in facets_with(others) if one.field == field]
    return tuple(one for field in FIELDS for one in by_field[field])


def _having(field: str, value: str, entries: Mapping[str, DocumentEntry]) -> Node | None:
    """Return the node for the documents that have ``value``; None for a field or kind that there is not."""
    if field == "kind" and value in set(ClaimKind):
        return HasClaim(ClaimField.KIND, value)
    if field in {"outlet", "month"}:
        return InDocuments(frozenset(id_ for id_, entry in entries.items() if _value(field, entry) == value))
    return None


def _value(field: str, entry: DocumentEntry) -> str:
    if field == "outlet":
        return entry.metadata.outlet or ""
    return (entry.metadata.published or "")[:7]


def _facets(field: str, counts: Iterable[tuple[str, int]]) -> Iterable[Facet]:
    return (Facet(field, value, count) for value, count in counts if value and count)
