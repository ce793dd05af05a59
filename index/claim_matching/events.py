"""Whether two dated events are the same happening."""

import re

from index.claim_matching.match import NEVER, NOTHING, VETO, Match
from index.claim_matching.mentions import Mention, cosine, covering, likeness, likeness_beyond
from index.claim_matching.owners import owners_differ, proper_names, share_a_name, share_owner
from index.claim_matching.relations import RelationKind, days_apart, is_relative
from index.claim_matching.values import times_related
from index.records import Precision, When

_GAPS = {Precision.TIME: 2, Precision.DAY: 3, Precision.WEEK: 8, Precision.MONTH: 100, Precision.YEAR: 550}
"""Days that may lie between two accounts' dates of one event: farther apart they are two events."""
_GAP_ELSE = 12
_NAMED = 0.05
"""What two names that two sentences share add to the score of their events."""
_OWN_LEAST = 0.25
"""Likeness of what happened that two events need at the least: one sentence may tell of several."""
_BEYOND, _FAR_BEYOND, _MUCH_BEYOND, _HALF, _SURELY = 0.15, 0.25, 0.34, 0.5, 0.7
"""Likeness of the words beyond what happened that two dates need before they contradict each other; or of these."""
_OUTCOME = 0.55
"""Score of two accounts of what became of one thing."""
_OF_PERSONS = frozenset({"life", "leaving", "verdict"})
"""Outcomes that each person has of his own: only of one person do they speak of one thing."""
_COUNTED = "counted"
"""What happened where something was only counted, or rose and fell: each day has its own count."""
_SOME = 0.2
"""Likeness of two sentences that tell of one kind of happening, from which on it is one."""
_COVERED, _NEAR_WORDS = 1.0, 3
"""Score of all the words of the shorter sentence in the other one, and how many of the nearest must be there."""
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def match_events(a: Mention, b: Mention) -> Match:
    """Return how two dated events match: what happened must be told in like words, by like names, on near days."""
    if a.when is None or b.when is None:
        return NEVER
    relation = times_related(a.when, b.when)
    if _outcomes_of_one(a, b, relation.kind):
        return Match(_OUTCOME + 0.2 * likeness(a, b), relation)
    shared = a.own.keys() & b.own.keys()
    own = (cosine(a.own, b.own) + covering(a.own, b.own)) / 2 if shared else 0.0
    if _one_happening(a, b):
        own = max(own, _HALF)
    if own < _OWN_LEAST:
        same = relation.kind is RelationKind.SAME and not owners_differ(a, b)
        return Match(_whole(a, b), relation) if same else NOTHING
    if relation.kind is RelationKind.CONFLICT and not _near_in_time(a.when, b.when):
        return Match(VETO, relation)
    doer = share_owner(a, b)
    beyond = likeness_beyond(a, b, frozenset(shared))
    if len(shared) == 1 and not doer and beyond < _FAR_BEYOND and own < _HALF:
        return Match(0.0, relation)
    value = (
        0.4 * own + 0.2 * likeness(a, b) + 0.7 * beyond + (0.0 if not doer else 0.22 if a.about == b.about else 0.15)
    )
    value += _NAMED if len(proper_names(a.names) & proper_names(b.names)) > 1 else 0.0
    if relation.kind is RelationKind.SAME:
        return Match(max(value + 0.12, _whole(a, b)), relation)
    if relation.kind is RelationKind.CONFLICT:
        return Match(value if _tells_one_thing(a, b, own, beyond) else 0.0, relation)
    if _open_ended(a.when) != _open_ended(b.when) and not _one_happening(a, b):
        return Match(0.0, relation)
    return Match(value + (0.0 if relation.kind is RelationKind.COMPATIBLE else -0.2), relation)


def _outcomes_of_one(a: Mention, b: Mention, kind: RelationKind) -> bool:
    """Tell whether two events say what became of one named thing, at times that may be one."""
    if a.outcome is None or b.outcome is None or a.outcome.group != b.outcome.group:
        return False
    if kind is RelationKind.CONFLICT and (a.when is None or b.when is None or not _near_in_time(a.when, b.when)):
        return False
    if a.outcome.group in _OF_PERSONS:
        return share_owner(a, b)
    return share_owner(a, b) or bool(proper_names(a.names) & proper_names(b.names))


def _one_happening(a: Mention, b: Mention) -> bool:
    """Tell whether two dates are of one kind of happening in sentences that have something else in common."""
    return a.measure is not None and a.measure == b.measure and likeness(a, b) >= _SOME


def _whole(a: Mention, b: Mention) -> float:
    """Return the score of two sentences that tell of one day and have most of their words in common."""
    return _COVERED * covering(a.vector, b.vector) if len(set(a.near) & set(b.near)) >= _NEAR_WORDS else 0.0


def _tells_one_thing(a: Mention, b: Mention, own: float, beyond: float) -> bool:
    """Tell whether two dates that exclude each other are of one happening, and not of two days of one story."""
    if a.when is None or b.when is None or _same_weekday(a.when, b.when):
        return False
    if _COUNTED in (a.measure, b.measure) or a.alternative or b.alternative:
        return False
    if a.saying or b.saying or _open_ended(a.when) or _open_ended(b.when) or owners_differ(a, b):
        return False
    if (is_relative(a.when) and is_relative(b.when)) or not share_a_name(a, b):
        return False
    if Precision.YEAR in (a.when.precision, b.when.precision) and a.names.isdisjoint(b.names):
        return False
    return (own >= _HALF and beyond >= _BEYOND) or own >= _SURELY or beyond >= _MUCH_BEYOND


def _open_ended(when: When) -> bool:
    """Tell whether a time has no end or no beginning: "since 2014" can be true beside most other dates."""
    return (when.start is None) != (when.end is None)


def _same_weekday(a: When, b: When) -> bool:
    """Tell whether both name one weekday: resolved from other days, it is one day all the same."""
    days = [_WEEKDAY.search(when.raw) for when in (a, b)]
    return days[0] is not None and days[1] is not None and days[0][0].lower() == days[1][0].lower()


def _near_in_time(a: When, b: When) -> bool:
    gap = days_apart(a, b)
    limit = min(_GAPS.get(when.precision, _GAP_ELSE) for when in (a, b))
    return gap is None or gap <= limit
