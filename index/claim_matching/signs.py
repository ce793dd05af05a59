"""What speaks for and against two claims answering one question, as numbers that a person can read.

Each sign has a name, under which its weight was fitted, and words in which it is told to the reader; 0 is always the
usual or unknown case. No sign decides by itself: see `index.claim_matching.judging`.
"""

from math import log, log2

from index.claim_matching.differing import distinct, ratio
from index.claim_matching.facets import apart
from index.claim_matching.mentions import Mention, cosine, covering, likeness, likeness_beyond
from index.claim_matching.owners import name_words, owners_differ, share_owner
from index.claim_matching.relations import Relation, RelationKind, days_apart, is_relative
from index.language import stem_of
from index.records import ClaimKind, Precision

Signs = dict[str, float]
"""The signs of a pair by name; those that are 0 are left out."""

_FARTHEST = 6.0
"""Doublings between two values from which on it makes no difference how many more there are."""
_ENOUGH_WORDS = 0.35
"""Likeness of the words around from which on they say that it is one thing, however far apart the values."""
_MOSTLY = 0.5
"""Likeness of two sentences from which on they say the same but for the value."""
_ONE_THING = 0.2
"""What it adds to that likeness that both count or measure one thing."""
_LITTLE_SAID = 0.12
"""Likeness of what is said of two shares below which they are shares of two things."""
_NEVER_A_MEASURE = frozenset({None, "counted"})


def figure_signs(a: Mention, b: Mention, relation: Relation) -> Signs:
    """Return what speaks for and against two figures, of units that can be compared, answering one question."""
    like, whole, beyond = _likeness_signs(a, b, frozenset((a.noun,)) if a.noun and a.noun == b.noun else frozenset())
    signs: Signs = {"like": like, "whole": whole, "beyond": beyond}
    _counted(a, b, signs)
    _whose(a, b, signs)
    _when(a, b, signs)
    _rivals(a, b, signs)
    _unit(a, signs)
    _ages(a, b, signs)
    same = relation.kind is RelationKind.SAME
    if same and a.quantity is not None:
        rare = distinct(a.quantity)
        signs["same"] = 1.0
        signs["rare"] = rare
        signs["rare and like"] = rare * whole
    else:
        apart_ = min(_FARTHEST, log2(ratio(a.quantity, b.quantity))) if a.quantity and b.quantity else 0.0
        signs["excluding"] = float(relation.kind is RelationKind.CONFLICT)
        # Where the words say that it is one thing, a value that is far off is a contradiction all the more.
        counted = _ONE_THING if _one(a.measure, b.measure) or _one(a.noun, b.noun) else 0.0
        signs["doublings"] = apart_ * max(0.0, 1.0 - (max(like, whole) + counted) / _ENOUGH_WORDS)
        signs["differs and like"] = whole
        signs["one sentence but for the value"] = max(0.0, whole - _MOSTLY) / (1 - _MOSTLY)
        signs["differs and one measure"] = float(_one(a.measure, b.measure) or _one(a.head, b.head))
    return {name: value for name, value in signs.items() if value}


def event_signs(a: Mention, b: Mention, relation: Relation) -> Signs:
    """Return what speaks for and against two dated events being one happening."""
    shared = frozenset(a.own.keys() & b.own.keys())
    like, whole, beyond = _likeness_signs(a, b, shared)
    signs: Signs = {
        "like": like,
        "whole": whole,
        "beyond": beyond,
        "own": cosine(a.own, b.own) if shared else 0.0,
        "own covered": covering(a.own, b.own) if shared else 0.0,
        "covered": covering(a.vector, b.vector),
        "nothing told": float(not a.own or not b.own),
        "one happening": float(_one(a.measure, b.measure) and a.measure not in _NEVER_A_MEASURE),
        "other happening": float(a.measure is not None and b.measure is not None and a.measure != b.measure),
        "one counted": float("counted" in (a.measure, b.measure)),
        "both said": float(a.saying and b.saying),
        "one said": float(a.saying != b.saying),
        "open end": float(open_ended(a) != open_ended(b)),
        "alternative": float(a.alternative or b.alternative),
        "outcomes": float(a.outcome is not None and b.outcome is not None and a.outcome.group == b.outcome.group),
    }
    _whose(a, b, signs)
    _rivals(a, b, signs)
    if a.when is not None and b.when is not None:
        fine = {Precision.TIME, Precision.DAY}
        both = a.when.precision in fine and b.when.precision in fine
        signs["same"] = float(relation.kind is RelationKind.SAME)
        signs["same day"] = float(relation.kind is RelationKind.SAME and both)
        signs["excluding"] = float(relation.kind is RelationKind.CONFLICT)
        signs["incomparable"] = float(relation.kind is RelationKind.UNRELATED)
        gap = days_apart(a.when, b.when) or 0
        far = log(1 + gap) if relation.kind is RelationKind.CONFLICT else 0.0
        signs["days"] = far * max(0.0, 1.0 - max(like, whole) / _ENOUGH_WORDS)
        signs["differs and like"] = whole if relation.kind is not RelationKind.SAME else 0.0
        if relation.kind is not RelationKind.SAME:
            signs["one sentence but for the value"] = max(0.0, whole - _MOSTLY) / (1 - _MOSTLY)
        signs["differs and own"] = signs["own"] if relation.kind is RelationKind.CONFLICT else 0.0
        signs["both relative"] = float(is_relative(a.when) and is_relative(b.when))
        signs["other precision"] = float(a.when.precision is not b.when.precision)
        signs["both days"] = float(both)
    return {name: value for name, value in signs.items() if value}


def outcome_signs(a: Mention, b: Mention) -> Signs:
    """Return what speaks for and against two outcomes that answer one question being of one thing."""
    shared = frozenset(a.own.keys() & b.own.keys())
    like, whole, beyond = _likeness_signs(a, b, shared)
    signs: Signs = {
        "like": like,
        "whole": whole,
        "beyond": beyond,
        "own": cosine(a.own, b.own) if shared else 0.0,
        "own covered": covering(a.own, b.own) if shared else 0.0,
        "covered": covering(a.vector, b.vector),
        "nothing told": float(not a.own or not b.own),
        "one doer": overlap(a.agent, b.agent),
        "other doer": float(bool(a.agent) and bool(b.agent) and a.agent.isdisjoint(b.agent)),
        "one undergoing": overlap(a.patient, b.patient),
        "other undergoing": float(bool(a.patient) and bool(b.patient) and a.patient.isdisjoint(b.patient)),
        "turned round": float(bool(a.agent & b.patient) and bool(b.agent & a.patient)),
        "one sentence but for the value": max(0.0, whole - _MOSTLY) / (1 - _MOSTLY),
    }
    _whose(a, b, signs)
    _rivals(a, b, signs)
    return {name: value for name, value in signs.items() if value}


def said_signs(a: Mention, b: Mention) -> Signs:
    """Return what speaks for and against two claims in words being about one thing: words, names and speakers."""
    shared = frozenset(a.own.keys() & b.own.keys())
    like, whole, beyond = _likeness_signs(a, b, shared)
    signs: Signs = {
        "like": like,
        "whole": whole,
        "beyond": beyond,
        "own": cosine(a.own, b.own) if shared else 0.0,
        "covered": covering(a.vector, b.vector),
        "one speaker": float(_one(a.speaker, b.speaker)),
        "other speaker": float(a.speaker is not None and b.speaker is not None and a.speaker != b.speaker),
        "one sentence but for the value": max(0.0, whole - _MOSTLY) / (1 - _MOSTLY),
    }
    _whose(a, b, signs)
    return signs


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of the shorter phrase's words that both have."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _likeness_signs(a: Mention, b: Mention, known: frozenset[str]) -> tuple[float, float, float]:
    return likeness(a, b), cosine(a.wide, b.wide), likeness_beyond(a, b, known)


def _counted(a: Mention, b: Mention, signs: Signs) -> None:
    """Add what is said of the things counted and of what is measured of them."""
    signs["one head"] = float(_one(a.head, b.head))
    signs["one noun"] = float(_one(a.noun, b.noun))
    signs["head unknown"] = float(a.head is None or b.head is None)
    if a.head is not None and b.head is not None and a.head != b.head:
        near = (a.head in b.near) + (b.head in a.near)
        signs["head near"] = near / 2
        signs["other head"] = float(not near)
        told = a.head in b.wide or b.head in a.wide or _one(a.measure, b.measure)
        signs["other things"] = float(not near and not told)
    signs["one measure"] = float(_one(a.measure, b.measure))
    signs["other measure"] = float(a.measure is not None and b.measure is not None and a.measure != b.measure)
    signs["measure of one"] = float((a.measure is None) != (b.measure is None))
    if a.rest and b.rest:
        overlap = 2 * len(a.rest & b.rest) / (len(a.rest) + len(b.rest))
        signs["narrowed alike"] = overlap
        signs["narrowed apart"] = float(not overlap)
    signs["facets apart"] = float(apart(a.facets, b.facets) is not None)
    signs["one facet"] = float(any(a.facets[group] & b.facets[group] for group in a.facets.keys() & b.facets.keys()))
    signs["one is a part"] = float(a.part != b.part)
    signs["both parts"] = float(a.part and b.part)
    signs["taken back"] = float(a.retracted or b.retracted)


def _whose(a: Mention, b: Mention, signs: Signs) -> None:
    """Add what is said of names: of the owners, of all names of the sentences, and of the speakers."""
    signs["one owner"] = float(share_owner(a, b))
    signs["other owner"] = float(owners_differ(a, b))
    left, right = name_words(a.names), name_words(b.names)
    shared = left & right
    signs["shared names"] = log(1 + len(shared))
    signs["names apart"] = float(bool(left) and bool(right) and not shared)
    signs["owners and names apart"] = signs["other owner"] * signs["names apart"]
    signs["meant otherwise"] = float(a.meant != b.meant)
    signs["nearest words"] = len(set(a.near) & set(b.near)) / max(1, min(len(a.near), len(b.near)))
    signs["values beside"] = log(1 + len(a.beside & b.beside))
    signs["other values beside"] = float(bool(a.beside) and bool(b.beside) and a.beside.isdisjoint(b.beside))


def _when(a: Mention, b: Mention, signs: Signs) -> None:
    """Add what is said of the times that two figures hold for."""
    signs["one past"] = float(a.past != b.past and (a.past is None or b.past is None))
    signs["other past"] = float(a.past is not None and b.past is not None and a.past != b.past)
    if a.period and b.period:
        meets = a.period[0] <= b.period[1] and b.period[0] <= a.period[1]
        signs["one period"] = float(meets)
        signs["other period"] = float(not meets)


def _rivals(a: Mention, b: Mention, signs: Signs) -> None:
    signs["crowded"] = float(a.crowded or b.crowded)
    if a.kind is ClaimKind.FIGURE and (_one(a.measure, b.measure) or (a.measure is b.measure and _one(a.head, b.head))):
        # Among figures of one measure only those of that measure are rivals.
        signs["only ones"] = float(a.peers == 0 and b.peers == 0)
        signs["peers"] = log(1 + max(a.peers, b.peers))
        signs["fewest peers"] = log(1 + min(a.peers, b.peers))
        signs["measured among rivals"] = log(1 + max(a.rivals, b.rivals))
    signs["rivals"] = log(1 + max(a.rivals, b.rivals))
    signs["fewest rivals"] = log(1 + min(a.rivals, b.rivals))


def _ages(a: Mention, b: Mention, signs: Signs) -> None:
    """Add what is said of two ages: they are of one person or of nobody; and of two shares, which many things have."""
    if a.unit_kind == "percent":
        known = frozenset({*a.rest, *b.rest, *(key for key in (a.noun, b.noun) if key), *_stems_of_names(a, b)})
        signs["shares of two things"] = float(likeness_beyond(a, b, known) < _LITTLE_SAID)
    if a.age:
        signs["ages, one noun"] = signs["one noun"]
        signs["ages, names apart"] = signs["names apart"]
        signs["ages, head unknown"] = signs["head unknown"]
        signs["ages, other head"] = signs.get("other head", 0.0)


def _stems_of_names(a: Mention, b: Mention) -> frozenset[str]:
    names = a.names | b.names
    return frozenset([stem_of(word) for name in names for word in name.strip("@").split("_")] + [*names])


def namesakes(a: Mention, b: Mention) -> bool:
    """Return whether two sentences name two persons of one last name, and nobody in common."""
    left, right = (
        {tuple(name.strip("@").split("_")) for name in m.names if name[0] == "@" and "_" in name} for m in (a, b)
    )
    return left.isdisjoint(right) and any(one[-1] == other[-1] for one in left for other in right)


def _unit(a: Mention, signs: Signs) -> None:
    unit = a.quantity.unit if a.quantity is not None else None
    if a.age:
        signs["age"] = 1.0
    elif a.unit_kind != "count":
        signs[f"unit {a.unit_kind or unit}"] = 1.0


def _one(a: str | None, b: str | None) -> bool:
    return a is not None and a == b


def open_ended(mention: Mention) -> bool:
    """Return whether a time has no end or no beginning: "since 2014" can be true beside most other dates."""
    return mention.when is not None and (mention.when.start is None) != (mention.when.end is None)
