"""Why a search found little: what took articles away that the words would have found."""

from collections.abc import Callable, Iterator, Mapping

from index.counting import counted
from index.query import And, InZones, Near, Node, Not, Or, Published, in_words
from index.records import DocumentEntry

MAX_EXPLAINED = 4
"""Exclusions that are tried one by one; each is a search of its own."""


def removed_by(tree: Node, count: Callable[[Node], int]) -> list[str]:
    """Return which exclusions left nothing of a conjunction; ``count`` says how many articles answer a tree."""
    if isinstance(tree, InZones) and tree.part is not None:
        zones, title = tree.zones, tree.title
        return removed_by(tree.part, lambda part: count(InZones(zones, part, title)))
    if not isinstance(tree, And):
        return []
    exclusions = [part for part in tree.parts if isinstance(part, Not)][:MAX_EXPLAINED]
    wanted = tuple(part for part in tree.parts if not isinstance(part, Not))
    if not exclusions or not wanted:
        return []
    notes = []
    for exclusion in exclusions:
        without = tuple(part for part in tree.parts if part is not exclusion)
        if found := count(without[0] if len(without) == 1 else And(without)):
            notes.append(f"{in_words(exclusion)} removed {counted(found, 'article')}")
    if not notes and len(exclusions) > 1 and (found := count(wanted[0] if len(wanted) == 1 else And(wanted))):
        notes.append(f"what must not occur removed {counted(found, 'article')}")
    return notes


def undated(tree: Node, entries: Mapping[str, DocumentEntry]) -> list[str]:
    """Return a note on the articles that no date can find, for they have none; nothing when no date is asked for."""
    if not any(isinstance(node, Published) for node in _nodes(tree)):
        return []
    without = sum(not entry.metadata.published for entry in entries.values())
    verb = "has" if without == 1 else "have"
    return (
        [f"{without} of {counted(len(entries), 'article')} {verb} no date, so date: cannot find them"]
        if without
        else []
    )


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    match node:
        case And(parts=parts) | Or(parts=parts) | Near(parts=parts):
            for part in parts:
                yield from _nodes(part)
        case Not(part=part):
            yield from _nodes(part)
        case InZones(part=part) if part is not None:
            yield from _nodes(part)
