"""Whether two claims of different documents are about the same thing: a score, or a reason why they cannot be."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import inf, log2, sqrt

from index.claims.owners import NATIONALITY
from index.claims.relations import (
    Relation,
    RelationKind,
    days_apart,
    is_relative,
    stated_value,
    unit_factor,
)
from index.language.tokens import stem_of
from index.records import ClaimKind, Precision, Quantity, When
from index.topics.facets import apart
from index.topics.mentions import Mention, cosine, covering, likeness, likeness_beyond
from index.topics.values import quantities_related, times_related

LINK = 0.5
"""From which score on two claims are about the same thing."""
VETO = -1.0
"""The score of two claims that cannot be about the same thing."""

_SMALL_COUNT = 13
_FAR_APART = 10.0
_DISTANCE = 0.12
"""What each doubling between two values takes from their score: the farther apart, the more likely two things."""
_GAPS = {Precision.TIME: 2, Precision.DAY: 3, Precision.WEEK: 8, Precision.MONTH: 100, Precision.YEAR: 550}
_GAP_ELSE = 12
_STORY_DAYS = 45
_LENGTHS_OF_TIME = frozenset({"second", "minute", "hour", "day", "week", "month"})
"""A story has many lengths of time: only of one thing, named in the same words, do they contradict each other."""
_MOVING = frozenset({"price", "value"})
_NAMED = 0.05
"""What two names that two sentences share add to the score of their events."""
_SMALL_CHANCE = 0.1
"""What is taken from two equal small counts, which are met everywhere."""
_PREDICATE = 0.12
"""Likeness of the words beyond what is counted that two equal shares need: half of one thing is not half of another."""
_ALIKE, _LITTLE = 0.6, 0.08
_SURE_NARROWING, _RARE = 0.6, 0.85
_SAID = 0.25
"""Likeness of what is said of two shares before they contradict each other."""
_OWN_LEAST = 0.25
"""Likeness of what happened that two events need at the least: one sentence may tell of several."""
_BEYOND, _FAR_BEYOND, _MUCH_BEYOND, _HALF, _SURELY = 0.15, 0.25, 0.34, 0.5, 0.7
"""Likeness of the words beyond what happened that two dates need before they contradict each other; or of these."""
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


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
    if a.quantity is None or b.quantity is None or not _one_measure(a.quantity, b.quantity):
        return _NEVER
    head = _head(a, b)
    if head < 1.0 and stated_value(a.quantity) != stated_value(b.quantity):
        return _NOTHING
    relation = quantities_related(a.quantity, b.quantity)
    if relation.kind is RelationKind.UNRELATED or _owners_differ(a, b) or apart(a.facets, b.facets):
        return _NEVER
    if relation.kind is RelationKind.SAME:
        if _other_times(a, b, distinct(a.quantity) >= _RARE):
            return Score(VETO, relation)
        return Score(_same_value(a, b, head), relation)
    if head < 1.0 or _one_is_part(a, b) or not _comparable(a.quantity, b.quantity):
        return Score(0.0, relation)
    if relation.kind is RelationKind.CONFLICT and (a.crowded or b.crowded) and _narrowing(a, b) < _SURE_NARROWING:
        return Score(0.0, relation)
    if _other_times(a, b, False):
        return Score(VETO, relation)
    share = a.quantity.unit == "percent"
    if not (share or share_a_name(a, b)) or (relation.kind is RelationKind.CONFLICT and _of_other_days(a, b)):
        return Score(0.0, relation)
    return Score(_other_value(a, b, relation.kind), relation)


def share_a_name(a: Mention, b: Mention) -> bool:
    """Tell whether two sentences name one thing, or one of them names nothing that could be another."""
    left, right = _name_words(a.names), _name_words(b.names)
    return not left or not right or not left.isdisjoint(right)


@lru_cache(4096)
def _name_words(names: frozenset[str]) -> frozenset[str]:
    proper = {word for name in _proper(names) for word in name.strip("@").split("_") if len(word) > 1}
    return frozenset(proper | {name for name in names if name.startswith("=")})


def _of_other_days(a: Mention, b: Mention) -> bool:
    """Tell whether two figures hold for the days on which they were written, and these are not one.

    A price, a level of a market, a rise or a fall is told of the day; other values live about as long as a story.
    """
    moving = any(
        ("change" in m.facets and m.quantity is not None and m.quantity.unit is not None)
        or "market" in m.facets
        or m.facets.get("money", frozenset()) & _MOVING
        for m in (a, b)
    )
    if a.period is not None and a.period == b.period:
        return False
    if moving:
        return not (a.published and b.published and a.published[:10] == b.published[:10])
    unnamed = _name_words(a.names).isdisjoint(_name_words(b.names))
    return _months_apart(a.published, b.published) and (unnamed or _beyond(a, b) < _HALF)


def _months_apart(a: str | None, b: str | None) -> bool:
    """Tell whether two dates of publication lie so far apart that a value has had time to become another one."""
    try:
        return abs((date.fromisoformat(a or "") - date.fromisoformat(b or "")).days) > _STORY_DAYS
    except ValueError:
        return False


def _one_measure(a: Quantity, b: Quantity) -> bool:
    """Tell whether two amounts are of units that can be compared; an age is no length of time."""
    return unit_factor(a.unit, b.unit) is not None and (a.unit != "year" or _is_age(a) == _is_age(b))


def _is_age(quantity: Quantity) -> bool:
    """Tell whether years are an age: "36-year-old", or a bare number after a name; "up to 14 years" is none."""
    return "old" in quantity.raw or "year" not in quantity.raw


def _other_value(a: Mention, b: Mention, kind: RelationKind) -> float:
    """Return the score of two values of one unit that differ: what is counted, and the words around, must agree."""
    if a.quantity is None or b.quantity is None:
        return 0.0
    if a.quantity.unit == "percent":
        return _shares(a, b, kind)
    beyond, narrowed = _beyond(a, b), _narrowing(a, b)
    if kind is RelationKind.CONFLICT and _small(a.quantity, b.quantity):
        return (0.2 * narrowed + beyond) * narrowed
    if kind is RelationKind.CONFLICT and a.quantity.unit in _LENGTHS_OF_TIME and not a.rest & b.rest:
        return 0.0
    owner = 0.12 if _shared_owner(a, b) else 0.0
    if a.head == "~joined":
        if owner:
            return 0.56 + 0.8 * beyond
        owner, narrowed = 0.12, 0.5
    return 0.1 + 0.2 * narrowed + 0.8 * beyond + owner - _DISTANCE * log2(_ratio(a.quantity, b.quantity))


def _beyond(a: Mention, b: Mention) -> float:
    """Return the likeness of the words around two figures without what both count."""
    return likeness_beyond(a, b, frozenset((a.noun,)) if a.noun and a.noun == b.noun else frozenset())


def _shares(a: Mention, b: Mention, kind: RelationKind) -> float:
    """Return the score of two shares of one thing: what is said of the share must be the same."""
    if ("sex" in a.facets) != ("sex" in b.facets):
        return 0.0
    if a.noun is not None and a.noun == b.noun and a.rest and a.rest == b.rest:
        return 0.5 + 0.2 * likeness(a, b)
    said = likeness_beyond(a, b, a.rest | b.rest | frozenset(key for key in (a.noun, b.noun) if key))
    if kind is RelationKind.CONFLICT and said < _SAID:
        return 0.0
    return 0.25 + 1.2 * said


def _same_value(a: Mention, b: Mention, head: float) -> float:
    """Return the score of two equal values: the rarer the value, the less the words need to agree."""
    quantity = a.quantity or b.quantity
    chance = distinct(quantity) if quantity is not None else 0.0
    beyond = _beyond(a, b)
    if quantity is not None and quantity.unit == "percent" and _said(a, b) < _PREDICATE:
        return 0.3 * chance
    context = max(beyond, 0.7 * likeness(a, b))
    owner = 0.1 if _shared_owner(a, b) else 0.0
    common = _SMALL_CHANCE if chance < _RARE / 2 else 0.0
    return 0.3 * chance + 0.2 * head + 0.1 * _narrowing(a, b) + 0.8 * context * sqrt(chance) + owner - common


def _said(a: Mention, b: Mention) -> float:
    """Return the likeness of what is said of two shares: of the words around, without what is counted and the names."""
    names = {stem_of(word) for name in a.names & b.names for word in name.strip("@").split("_")}
    names.update(key for key in (*a.names, *b.names) if key.startswith("="))
    return likeness_beyond(a, b, frozenset(names | {key for key in (a.noun, b.noun) if key and a.noun == b.noun}))


def _shared_owner(a: Mention, b: Mention) -> bool:
    """Tell whether one named thing owns both values, or owns one and is named in the other's sentence."""
    if a.about is not None and (a.about == b.about or a.about in b.names):
        return True
    return b.about is not None and b.about in a.names


def _other_times(a: Mention, b: Mention, same: bool) -> bool:
    """Tell whether the two speak of different years, or one of a year long past: another event, another state."""
    if a.past == b.past:
        return False
    return not same or (a.past is not None and b.past is not None)


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
    if a.head not in b.near and b.head not in a.near:
        return 0.0
    return 1.0 if _beyond(a, b) >= _SURELY else 0.5


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
    return _ratio(a, b) <= _FAR_APART


def _one_is_part(a: Mention, b: Mention) -> bool:
    """Tell whether one counts some of what the other counts; every share is one of something."""
    return a.part != b.part and not (a.quantity is not None and a.quantity.unit == "percent")


def _ratio(a: Quantity, b: Quantity) -> float:
    """Return how many times the greater value is the smaller one; of a range the end that is nearer counts."""
    factor = unit_factor(a.unit, b.unit) or 1.0
    left = [abs(v) for v in (a.low, a.high) if v]
    right = [abs(v) * factor for v in (b.low, b.high) if v]
    if not left or not right:
        return inf
    return max(1.0, min(left) / max(right), min(right) / max(left))


def _small(a: Quantity, b: Quantity) -> bool:
    values = [abs(v) for quantity in (a, b) for v in (quantity.low, quantity.high) if v]
    return a.unit is None and b.unit is None and max(values, default=0) < _SMALL_COUNT


def _events(a: Mention, b: Mention) -> Score:
    if a.when is None or b.when is None:
        return _NEVER
    shared = a.own.keys() & b.own.keys()
    own = (cosine(a.own, b.own) + covering(a.own, b.own)) / 2 if shared else 0.0
    if own < _OWN_LEAST:
        return _NOTHING
    relation = times_related(a.when, b.when)
    if relation.kind is RelationKind.CONFLICT and not _near_in_time(a.when, b.when):
        return Score(VETO, relation)
    doer = _shared_owner(a, b)
    beyond = likeness_beyond(a, b, frozenset(shared))
    if len(shared) == 1 and not doer and beyond < _FAR_BEYOND and own < _HALF:
        return Score(0.0, relation)
    value = (
        0.4 * own + 0.2 * likeness(a, b) + 0.7 * beyond + (0.0 if not doer else 0.22 if a.about == b.about else 0.15)
    )
    value += _NAMED if len(_proper(a.names) & _proper(b.names)) > 1 else 0.0
    if relation.kind is RelationKind.SAME:
        return Score(value + 0.12, relation)
    if relation.kind is RelationKind.CONFLICT:
        return Score(value if _tells_one_thing(a, b, own, beyond) else 0.0, relation)
    if _open_ended(a.when) != _open_ended(b.when):
        value -= 0.25
    return Score(value + (0.0 if relation.kind is RelationKind.COMPATIBLE else -0.2), relation)


def _tells_one_thing(a: Mention, b: Mention, own: float, beyond: float) -> bool:
    """Tell whether two dates that exclude each other are of one happening, and not of two days of one story."""
    if a.when is None or b.when is None or _same_weekday(a.when, b.when):
        return False
    if a.saying or b.saying or _open_ended(a.when) or _open_ended(b.when) or _owners_differ(a, b):
        return False
    if (is_relative(a.when) and is_relative(b.when)) or not share_a_name(a, b):
        return False
    if Precision.YEAR in (a.when.precision, b.when.precision) and a.names.isdisjoint(b.names):
        return False
    return (own >= _HALF and beyond >= _BEYOND) or own >= _SURELY or beyond >= _MUCH_BEYOND


def _open_ended(when: When) -> bool:
    """Tell whether a time has no end or no beginning: "since 2014" can be true beside most other dates."""
    return (when.start is None) != (when.end is None)


@lru_cache(4096)
def _proper(names: frozenset[str]) -> frozenset[str]:
    """Return the names of a sentence that are no nationalities, and that no alias makes common."""
    return frozenset(name for name in names if name.startswith("@") and not NATIONALITY.search(name))


def _same_weekday(a: When, b: When) -> bool:
    """Tell whether both name one weekday: resolved from other days, it is one day all the same."""
    days = [_WEEKDAY.search(when.raw) for when in (a, b)]
    return days[0] is not None and days[1] is not None and days[0][0].lower() == days[1][0].lower()


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
    own = cosine(a.own, b.own)
    context = likeness(a, b)
    if (lasting := "lasting" in a.facets and "lasting" in b.facets) and (
        a.head is None or b.head is None or context >= _LITTLE
    ):
        return Score(LINK + 0.5 * context)
    if len(set(a.near) & set(b.near)) < 2 or (a.head is None and b.head is None and context < _ALIKE):
        return _NOTHING
    same = 0.1 if a.head is not None and a.head == b.head else 0.0
    return Score(0.3 * own + 0.6 * context + same + (0.1 if lasting else 0.0))
