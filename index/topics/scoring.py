"""Whether two claims of different documents are about the same thing: a score, or a reason why they cannot be."""

from dataclasses import dataclass

from index.claims.relations import Relation, RelationKind, days_apart, relate_quantities, relate_times, stated_value
from index.records import ClaimKind, Precision, Quantity, When
from index.topics.facets import apart
from index.topics.mentions import Mention, cosine

LINK = 0.5
"""From which score on two claims are about the same thing."""
VETO = -1.0
"""The score of two claims that cannot be about the same thing."""

_SMALL_COUNT = 13
_FAR_APART = 10.0
_GAPS = {Precision.TIME: 2, Precision.DAY: 3, Precision.WEEK: 8, Precision.MONTH: 100, Precision.YEAR: 550}
_GAP_ELSE = 12
_PERIODS_APART_DAYS = 45


@dataclass(frozen=True, slots=True)
class Score:
    """How likely two claims are about the same thing, and how their values stand to each other."""

    value: float
    relation: Relation | None = None


_NEVER = Score(VETO)
_NOTHING = Score(0.0)


def score(a: Mention, b: Mention) -> Score:
    """Return the score of two claims; symmetric. Claims of two kinds are never about the same thing."""
    if a.kind is not b.kind:
        return _NEVER
    if a.kind is ClaimKind.FIGURE:
        return _figures(a, b)
    if a.kind is ClaimKind.EVENT:
        return _events(a, b)
    if a.kind is ClaimKind.QUOTATION:
        return _quotations(a, b)
    return _predictions(a, b)


def _figures(a: Mention, b: Mention) -> Score:
    if a.quantity is None or b.quantity is None:
        return _NEVER
    relation = relate_quantities(a.quantity, b.quantity)
    if relation.kind is RelationKind.UNRELATED or _owners_differ(a, b) or apart(a.facets, b.facets):
        return _NEVER
    context = cosine(a, b)
    head = _head(a, b)
    narrowed = _narrowing(a, b)
    if relation.kind is RelationKind.SAME:
        chance = distinct(a.quantity)
        return Score(0.3 * chance + 0.2 * head + 0.1 * narrowed + 0.8 * context * chance**0.5, relation)
    if head < 1.0 or not _comparable(a.quantity, b.quantity):
        return Score(0.0, relation)
    if relation.kind is RelationKind.CONFLICT and _small(a.quantity, b.quantity):
        return Score(0.9 * context * narrowed, relation)
    return Score(0.1 + 0.25 * narrowed + 0.75 * context, relation)


def _owners_differ(a: Mention, b: Mention) -> bool:
    """Tell whether both values belong to named things, and neither sentence names the other's."""
    if a.about is None or b.about is None or a.about == b.about:
        return False
    return not (a.about in b.names or b.about in a.names or _part_of(a.about, b.about))


def _part_of(a: str, b: str) -> bool:
    left, right = set(a.strip("@").split("_")), set(b.strip("@").split("_"))
    return left <= right or right <= left


def _head(a: Mention, b: Mention) -> float:
    """Return 1 where both count the same thing, 0.5 where one's is not known or stands among the other's words."""
    if a.head is None or b.head is None:
        return 0.5
    if a.head == b.head:
        return 1.0
    return 0.5 if a.head in b.near or b.head in a.near else 0.0


def _narrowing(a: Mention, b: Mention) -> float:
    """Return how far the words that narrow what is counted are the same; half where neither has any."""
    if not a.rest and not b.rest:
        return 0.6
    if not a.rest or not b.rest:
        return 0.4
    return 2 * len(a.rest & b.rest) / (len(a.rest) + len(b.rest))


def distinct(quantity: Quantity) -> float:
    """Return how unlikely it is to meet this value by chance: 216 per cent is no accident, two of something is."""
    value = stated_value(quantity)
    if value is None:
        return 0.8
    digits = len(f"{abs(value):.6e}".split("e")[0].replace(".", "").rstrip("0"))
    if abs(value) < _SMALL_COUNT and quantity.unit in (None, "times", "rank"):
        return 0.3
    return 1.0 if digits >= 3 else 0.85 if digits == 2 or abs(value) >= 1000 else 0.5


def _comparable(a: Quantity, b: Quantity) -> bool:
    """Tell whether two values are near enough to be two accounts of one: a part is not its whole."""
    values = [abs(v) for quantity in (a, b) for v in (quantity.low, quantity.high) if v]
    return bool(values) and max(values) <= _FAR_APART * min(values)


def _small(a: Quantity, b: Quantity) -> bool:
    values = [abs(v) for quantity in (a, b) for v in (quantity.low, quantity.high) if v]
    return a.unit is None and b.unit is None and max(values, default=0) < _SMALL_COUNT


def _events(a: Mention, b: Mention) -> Score:
    if a.when is None or b.when is None:
        return _NEVER
    relation = relate_times(a.when, b.when)
    context = cosine(a, b)
    shared = len(set(a.near) & set(b.near))
    if shared < 2:
        return Score(0.0, relation)
    if relation.kind is RelationKind.SAME:
        return Score(0.15 + context, relation)
    if relation.kind is RelationKind.CONFLICT:
        if not _near_in_time(a.when, b.when):
            return _NEVER
        return Score(context - 0.05, relation)
    return Score(context + (0.05 if relation.kind is RelationKind.COMPATIBLE else -0.1), relation)


def _near_in_time(a: When, b: When) -> bool:
    gap = days_apart(a, b)
    limit = min(_GAPS.get(when.precision, _GAP_ELSE) for when in (a, b))
    return gap is None or gap <= limit


def _quotations(a: Mention, b: Mention) -> Score:
    if not a.shingles or not b.shingles:
        return _NOTHING
    if a.speaker and b.speaker and a.speaker != b.speaker:
        return _NEVER
    shared = len(a.shingles & b.shingles) / min(len(a.shingles), len(b.shingles))
    return Score(shared)


def _predictions(a: Mention, b: Mention) -> Score:
    shared = len(set(a.near) & set(b.near))
    if shared < 2:
        return _NOTHING
    return Score(cosine(a, b) + (0.1 if a.head == b.head and a.head is not None else 0.0))
