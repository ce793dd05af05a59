"""By what results can be narrowed, with how many documents each choice leaves."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from index.engines.protocol import Engine
from index.query.tree import And, ClaimField, Everything, HasClaim, InDocuments, InZones, Node, Not
from index.records import Claim, ClaimKind, DocumentEntry, Facet, ZoneKind

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
    """Return ``tree`` narrowed by facets: (field, value), a value with ``-`` before it excludes."""
    parts: list[Node] = []
    for field, value in filters:
        excluded = value.startswith("-")
        name = value.removeprefix("-")
        if field == "zone":
            kinds = tuple(kind for kind in ZoneKind if (kind.value == name) != excluded)
            tree = InZones(kinds, tree)
        elif field == "kind" and name in set(ClaimKind):
            node = HasClaim(ClaimField.KIND, name)
            parts.append(Not(node) if excluded else node)
        elif field in {"outlet", "month"}:
            ids = frozenset(id_ for id_, entry in entries.items() if _value(field, entry) == name)
            parts.append(Not(InDocuments(ids)) if excluded else InDocuments(ids))
    if not parts:
        return tree
    return And((Everything() if tree is None else tree, *parts))


def _value(field: str, entry: DocumentEntry) -> str:
    if field == "outlet":
        return entry.metadata.outlet or ""
    return (entry.metadata.published or "")[:7]


def _facets(field: str, counts: Iterable[tuple[str, int]]) -> Iterable[Facet]:
    return (Facet(field, value, count) for value, count in counts if value and count)
