"""Whether two claims are about the same thing, as a likelihood, and how their values stand to each other."""

from dataclasses import dataclass

from index.claim_matching.relations import Relation, RelationKind

LINK = 0.4
"""From which likelihood on two claims are about the same thing."""
LINK_OF_DAYS = 0.5
"""The same for two claims whose only value is one and the same day, which a story has many of."""
VETO = -1.0
"""Stands for two claims that cannot be about the same thing."""


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two claims are about the same thing, and how their values stand to each other."""

    value: float
    relation: Relation | None = None
    odds: float = 0.0
    """The logarithm of the odds from which the likelihood of two values comes."""

    @property
    def kind(self) -> RelationKind | None:
        """Whether the two values can both be true; None where they were not set against each other."""
        return self.relation.kind if self.relation else None


NEVER = Match(VETO)
NOTHING = Match(0.0)
