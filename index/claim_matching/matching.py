"""Claim matching: how likely two claims answer one question, of whatever kind they are.

What logic forbids is asked first (units that cannot be compared); everything else is a sign among others, see `signs`.
"""

from index.claim_matching.fitted import fitted, likelihood
from index.claim_matching.match import NEVER, Match
from index.claim_matching.mentions import Mention
from index.claim_matching.owners import owners_differ, share_a_name
from index.claim_matching.relations import Relation, RelationKind
from index.claim_matching.signs import Signs, event_signs, figure_signs, namesakes, outcome_signs
from index.claim_matching.values import quantities_related, times_related
from index.claim_matching.words import prediction_signs, quotation_signs
from index.records import ClaimKind


def match_claims(a: Mention, b: Mention) -> Match:
    """Return how two claims match; symmetric. Claims of two kinds are never about the same thing."""
    if a.kind is not b.kind:
        return NEVER
    relation = relation_of(a, b)
    if relation is None and a.kind in _VALUED:
        return NEVER
    odds = fitted()[model_of(a, relation)].odds(signs_of(a, b, relation))
    return Match(likelihood(odds), relation, odds)


_VALUED = frozenset({ClaimKind.FIGURE, ClaimKind.EVENT, ClaimKind.OUTCOME})


def relation_of(a: Mention, b: Mention) -> Relation | None:
    """Return how the values of two claims stand to each other; None where they cannot be compared or there are none."""
    if a.quantity is not None and b.quantity is not None:
        if a.age != b.age or a.retracted or b.retracted or (a.age and namesakes(a, b)):
            return None
        relation = quantities_related(a.quantity, b.quantity)
        # Two values of two named owners answer two questions; one value may be told of a firm and of its product.
        apart = owners_differ(a, b) and (relation.kind is not RelationKind.SAME or not share_a_name(a, b))
        return None if apart or relation.kind is RelationKind.UNRELATED else relation
    if a.kind is ClaimKind.OUTCOME:
        return _outcomes_related(a, b)
    if a.kind is ClaimKind.EVENT and a.when is not None and b.when is not None:
        return times_related(a.when, b.when)
    return None


def _outcomes_related(a: Mention, b: Mention) -> Relation | None:
    """Return whether two outcomes that answer one question are one; None where they answer two."""
    if a.outcome is None or b.outcome is None or a.outcome.group != b.outcome.group:
        return None
    words = (
        a.outcome.word
        if a.outcome.word.casefold() == b.outcome.word.casefold()
        else f"{a.outcome.word} and {b.outcome.word}"
    )
    if a.outcome.value != b.outcome.value:
        return Relation(RelationKind.CONFLICT, f"different outcomes: {words}")
    return Relation(RelationKind.SAME, f"one outcome: {words}")


def signs_of(a: Mention, b: Mention, relation: Relation | None) -> Signs:
    """Return what speaks for and against two claims of one kind answering one question, by name."""
    if a.kind is ClaimKind.QUOTATION:
        return quotation_signs(a, b)
    if a.kind is ClaimKind.PREDICTION or relation is None:
        return prediction_signs(a, b)
    if a.kind is ClaimKind.OUTCOME:
        return outcome_signs(a, b)
    return figure_signs(a, b, relation) if a.kind is ClaimKind.FIGURE else event_signs(a, b, relation)


def model_of(a: Mention, relation: Relation | None) -> str:
    """Return the name under which the weights for two claims of this kind and relation were fitted."""
    if relation is None:
        return a.kind.value
    return f"{a.kind.value}, {'equal' if relation.kind is RelationKind.SAME else 'different'}"
