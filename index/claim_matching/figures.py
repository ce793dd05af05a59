"""Whether two figures count the same thing."""

from datetime import date
from math import sqrt

from index.claim_matching.differing import distinct, evidence, measures_differ, one_measure, one_thing, ratio
from index.claim_matching.facets import apart
from index.claim_matching.match import NEVER, VETO, Match
from index.claim_matching.mentions import Mention, likeness, likeness_beyond
from index.claim_matching.owners import name_words, owners_differ, share_a_name, share_names, share_owner
from index.claim_matching.periods import is_past
from index.claim_matching.relations import Relation, RelationKind
from index.claim_matching.values import quantities_related
from index.claims.dimensions import CHANGING, unit_factor
from index.language.tokens import stem_of
from index.records import Quantity

_STORY_DAYS = 45
_LENGTHS_OF_TIME = frozenset({"second", "minute", "hour", "day", "week", "month"})
"""A story has many lengths of time: only of one thing, named in the same words, do they contradict each other."""
_FAR_APART = 10.0
"""How many times a value the other one is where they are a part and its whole, or of two things."""
_PAIRED = frozenset({"score", "ratio"})
"""Units of two numbers at once: others than the same are of another moment."""
_MOVING = frozenset({"price", "worth", "stock"})
_SMALL_CHANCE = 0.1
"""What is taken from two equal small counts, which are met everywhere."""
_NO_CHANCE = 0.17
"""What is added for two equal values of several digits, which one story has seldom by chance."""
_PREDICATE = 0.12
"""Likeness of the words beyond what is counted that two equal shares need: half of one thing is not half of another."""
_SURE_NARROWING, _RARE = 0.6, 0.85
_SAID = 0.25
"""Likeness of what is said of two shares before they contradict each other."""
_HALF, _SURELY = 0.5, 0.7
"""Likeness of the words around that stands in for other signs that two figures are of one thing."""


def match_figures(a: Mention, b: Mention) -> Match:
    """Return how two figures match: one unit, one owner, one measure, one thing counted; the values are seen last."""
    if a.quantity is None or b.quantity is None or not _one_measure(a.quantity, b.quantity):
        return NEVER
    # What costs least is asked first: most pairs of figures fail one of these tests.
    if _cannot_be_one(a, b):
        return NEVER
    relation = quantities_related(a.quantity, b.quantity)
    if relation.kind is RelationKind.UNRELATED:
        return NEVER
    if a.retracted or b.retracted:
        return Match(0.0, relation)
    if relation.kind is RelationKind.SAME:
        return _equal(a, b, relation)
    if _of_other_times(a, b):
        return Match(VETO, relation)
    conflict = relation.kind is RelationKind.CONFLICT
    named = share_a_name(a, b) or (a.quantity.unit == "percent" and not conflict)
    if not named or a.quantity.unit in _PAIRED or _one_is_part(a, b) or (conflict and _tell_of_two_things(a, b)):
        return Match(0.0, relation)
    return Match(evidence(a, b, conflict), relation)


def _cannot_be_one(a: Mention, b: Mention) -> bool:
    """Tell whether two figures are of other owners, measures or people."""
    return (
        measures_differ(a, b)
        or owners_differ(a, b)
        or apart(a.facets, b.facets) is not None
        or _shares_of_other_people(a, b)
    )


def _equal(a: Mention, b: Mention, relation: Relation) -> Match:
    """Return how two equal values match; two persons may be of one age."""
    age = a.quantity is not None and a.quantity.unit == "year" and _is_age(a.quantity)
    if age and not (one_thing(a, b) or share_names(a, b)):
        return Match(0.0, relation)
    if speak_of_other_years(a, b, a.quantity is not None and distinct(a.quantity) >= _RARE):
        return Match(VETO, relation)
    return Match(_same_value(a, b, _head(a, b)), relation)


def _of_other_times(a: Mention, b: Mention) -> bool:
    """Tell whether one figure holds for a time long past and the other does not, or for another such time."""
    if a.unit_kind not in CHANGING:
        return False
    past = is_past(a.period, a.published), is_past(b.period, b.published)
    return past[0] != past[1] or (a.past is not None and b.past is not None and a.past != b.past)


def _tell_of_two_things(a: Mention, b: Mention) -> bool:
    """Tell whether two values that exclude each other are of two things, for all that their words are alike."""
    if a.quantity is None or b.quantity is None:
        return True
    if a.quantity.unit == "percent":
        return not _one_subject(a, b) and not one_measure(a, b) and _said_of_both(a, b) < _SAID
    if a.quantity.unit == "year" and a.rest and b.rest and a.rest.isdisjoint(b.rest):
        return True
    if ratio(a.quantity, b.quantity) > _FAR_APART:
        return True
    crowded = (a.crowded or b.crowded) and _narrowing(a, b) < _SURE_NARROWING
    other_length = a.quantity.unit in _LENGTHS_OF_TIME and not a.rest & b.rest and not one_thing(a, b)
    return crowded or other_length or _of_other_days(a, b)


def _shares_of_other_people(a: Mention, b: Mention) -> bool:
    """Tell whether one of two shares is that of women or men, and the other says nothing of them."""
    share = a.quantity is not None and a.quantity.unit == "percent"
    return share and ("sex" in a.facets) != ("sex" in b.facets)


def _one_subject(a: Mention, b: Mention) -> bool:
    """Tell whether two shares are of one thing, named in the same words."""
    return a.noun is not None and a.noun == b.noun and bool(a.rest) and a.rest == b.rest


def _said_of_both(a: Mention, b: Mention) -> float:
    """Return how far the same is said of two shares: the likeness of the words that do not name what is counted."""
    return likeness_beyond(a, b, a.rest | b.rest | frozenset(key for key in (a.noun, b.noun) if key))


def _of_other_days(a: Mention, b: Mention) -> bool:
    """Tell whether two figures hold for the days on which they were written, and these are not one.

    A price, a level of a market, a rise or a fall is told of the day; other values live about as long as a story.
    """
    moving = any(
        ("change" in m.facets and m.quantity is not None and m.quantity.unit is not None)
        or "market" in m.facets
        or m.measure in _MOVING
        for m in (a, b)
    )
    if a.period is not None and a.period == b.period:
        return False
    if moving:
        return not (a.published and b.published and a.published[:10] == b.published[:10])
    if one_measure(a, b) or a.unit_kind not in CHANGING or not _months_apart(a.published, b.published):
        return False
    return name_words(a.names).isdisjoint(name_words(b.names)) or _beyond(a, b) < _HALF


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


def _beyond(a: Mention, b: Mention) -> float:
    """Return the likeness of the words around two figures without what both count."""
    return likeness_beyond(a, b, frozenset((a.noun,)) if a.noun and a.noun == b.noun else frozenset())


def _same_value(a: Mention, b: Mention, head: float) -> float:
    """Return the score of two equal values: the rarer the value, the less the words need to agree."""
    quantity = a.quantity or b.quantity
    chance = distinct(quantity) if quantity is not None else 0.0
    beyond = _beyond(a, b)
    if quantity is not None and quantity.unit == "percent" and _said(a, b) < _PREDICATE:
        return 0.3 * chance
    context = max(beyond, 0.7 * likeness(a, b))
    owner = 0.1 if share_owner(a, b) else 0.0
    rare = _NO_CHANCE if chance >= _RARE and (head > 0.0 or share_names(a, b)) else 0.0
    common = _SMALL_CHANCE if chance < _RARE / 2 else 0.0
    return 0.3 * chance + 0.2 * head + 0.1 * _narrowing(a, b) + 0.8 * context * sqrt(chance) + owner + rare - common


def _said(a: Mention, b: Mention) -> float:
    """Return the likeness of what is said of two shares: of the words around, without what is counted and the names."""
    names = {stem_of(word) for name in a.names & b.names for word in name.strip("@").split("_")}
    names.update(key for key in (*a.names, *b.names) if key.startswith("="))
    return likeness_beyond(a, b, frozenset(names | {key for key in (a.noun, b.noun) if key and a.noun == b.noun}))


def speak_of_other_years(a: Mention, b: Mention, same: bool) -> bool:
    """Tell whether the two speak of different years, or one of a year long past: another event, another state."""
    if a.past == b.past:
        return False
    return not same or (a.past is not None and b.past is not None)


def _head(a: Mention, b: Mention) -> float:
    """Return 1 where both count the same thing, 0.5 where one's is not known or stands among the other's words."""
    if one_thing(a, b):
        return 1.0
    if a.head is None or b.head is None:
        return 0.5
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


def _one_is_part(a: Mention, b: Mention) -> bool:
    """Tell whether one counts some of what the other counts, or both other parts; every share is one of something."""
    if a.quantity is not None and a.quantity.unit == "percent":
        return False
    return a.part != b.part or (a.part and a.noun != b.noun)
