"""How two witnesses of one thing stand to each other, and why: the one judgement behind topics, links and exports.

Logic comes first: how the two are meant, and what their values allow. Only then is asked whether a difference is one
of scope, or of time.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf

from index.claim_matching.directions import all_directions, opposite
from index.claim_matching.facets import apart as facets_apart
from index.claim_matching.outcomes import exclude_each_other
from index.claim_matching.periods import is_scope
from index.claim_matching.relations import Relation, RelationKind, bounds_of, stated_value
from index.claim_matching.scopes import HALF_TIME, IN_PLACE, days_of_rates, group_of, narrowing
from index.claim_matching.signs import open_ended
from index.claim_matching.values import quantities_related, times_related
from index.claim_matching.witness import AGAINST, Witness
from index.claims import CHANGING, unit_kind
from index.english import words
from index.language import names_in, stem_of, tokenize
from index.records import Claim, ClaimKind, Meant, quantity_of, time_of

UPDATE_FROM_DAYS, UPDATE_ANYWAY_DAYS, UPDATE_UNTIL_DAYS = 1, 7, 400
"""Days between two articles from which a greater later value is an update, from which any later one is, and until when
one is: years later it is another time, not another state of knowledge."""
UPDATE_OUTCOMES_DAYS = 3
"""Days between two articles from which on another outcome is the newer state of the thing."""
SURE = 0.7
"""Likelihood of one question below which two values that exclude each other are only said to differ, perhaps."""
SURE_OF_UPDATES = 0.5
"""The same for a newer value."""
SURE_OF_WORDS = 0.8
"""The same for quotations and forecasts, below which one of them is not taken for the denial of the other."""
SURE_OF_OUTCOMES = 0.5
"""The same for what became of one thing, which words that exclude each other say."""
_ONE_RATE = 0.03
"""How far two rates may differ once they are of one length of time: months are not of one length."""


class Stand(StrEnum):
    """How two claims about one thing stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    SCOPE = "scope"
    UPDATE = "update"
    CONFLICT = "conflict"
    DOUBTFUL = "may differ"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Standing:
    """Two witnesses, how they stand to each other, and why in words where the values alone do not say it."""

    a: Witness
    b: Witness
    stand: Stand
    why: str = ""
    likelihood: float = 1.0


def stand(a: Witness, b: Witness, likelihood: float = 1.0) -> Standing:
    """Return how two witnesses of one thing stand; ``likelihood`` is how likely they answer one question."""
    if ClaimKind.QUOTATION in (a.claim.kind, b.claim.kind) or ClaimKind.PREDICTION in (a.claim.kind, b.claim.kind):
        return _words(a, b, likelihood)
    relation = relate(a.claim, b.claim)
    found = _meant(a, b, relation)
    if found is None:
        found = _values(a, b, relation)
    kind, why = found
    equal = relation.kind is RelationKind.SAME or a.claim.kind is ClaimKind.OUTCOME
    sure = SURE_OF_OUTCOMES if equal or _outcomes_clash(a, b) else SURE
    if (kind is Stand.CONFLICT and likelihood < sure) or (kind is Stand.UPDATE and likelihood < SURE_OF_UPDATES):
        kind = Stand.DOUBTFUL
    return Standing(a, b, kind, why, likelihood)


def relate(a: Claim, b: Claim) -> Relation:
    """Return how the values of two claims of one kind stand to each other."""
    quantities = quantity_of(a), quantity_of(b)
    if quantities[0] is not None and quantities[1] is not None:
        return quantities_related(quantities[0], quantities[1])
    times = time_of(a), time_of(b)
    if times[0] is not None and times[1] is not None:
        return times_related(times[0], times[1])
    return Relation(RelationKind.UNRELATED, "claims of other kinds")


Found = tuple[Stand, str]


def _meant(a: Witness, b: Witness, relation: Relation) -> Found | None:
    """Return how two claims of which one is not asserted stand; None where both are meant alike."""
    left, right = _taken(a), _taken(b)
    if left is right and left is not Meant.SUPPOSED:
        return None
    if (a.text is not None and a.text == b.text) or not _of_one_clause(a, b):
        return None
    differ = relation.kind is RelationKind.CONFLICT
    if left is right:
        return (Stand.SCOPE, "each is only supposed, under a condition of its own") if differ else None
    against, other = (a, b) if a.meant in AGAINST else (b, a)
    if against.meant in AGAINST:
        return _denied(against, other, differ)
    plain, loose = (a, b) if left is Meant.ASSERTED else (b, a)
    later = _taken(plain) is Meant.ASSERTED and loose.meant in _TO_COME and _days_between(loose, plain) >= 1
    if later and (differ or a.claim.kind is ClaimKind.OUTCOME):
        return Stand.UPDATE, f"first only {_called(loose)}, then told as done"
    if differ and loose.meant is Meant.PLANNED:
        return Stand.SCOPE, f"only one side is {_called(loose)}"
    return Stand.COMPATIBLE, f"one side is only {_called(loose)}, so neither bears out the other"


_TO_COME = frozenset({Meant.PLANNED, Meant.SUPPOSED, Meant.ASKED})
_CONDITION = re.compile(r"\b(?:if|unless|would|could|might|may|in case|provided|whether|should)\b", re.IGNORECASE)


def _taken(witness: Witness) -> Meant:
    """Return how a claim is taken: what somebody thinks or expects, under no condition, is that one's assertion."""
    supposed = witness.meant is Meant.SUPPOSED
    return Meant.ASSERTED if supposed and not _CONDITION.search(witness.claim.text) else witness.meant


def _of_one_clause(a: Witness, b: Witness) -> bool:
    """Return whether two claims stand in clauses that say the same of the value, so that it matters how each is meant.

    "had not won since 1908" and "last won in 1908" agree on the year: what is denied there is something else.
    """
    if a.mention is None or b.mention is None:
        return True
    counted = {a.mention.noun, b.mention.noun, a.mention.head, b.mention.head}
    names = {stem_of(word) for name in a.mention.names | b.mention.names for word in name.strip("@").split("_")}
    shared = set(a.mention.near[:_NEAREST]) & set(b.mention.near[:_NEAREST])
    return bool(shared - counted - names) and _share_of_words(a, b) >= _SOME_WORDS


_SOME_WORDS = 0.4
"""Share of the shorter sentence's words that the other one must have, so that both may be of one clause."""
_NEAREST = 4
"""Words nearest to a claim among which its verb is looked for."""


def _denied(against: Witness, other: Witness, differ: bool) -> Found:
    """Return how a claim that is negated or denied stands to one that is not."""
    if other.meant in AGAINST:
        return (Stand.COMPATIBLE, "each denies something else") if differ else (Stand.SAME, "")
    if differ:
        return Stand.COMPATIBLE, f"one side only says what is not so ({_called(against)})"
    if other.meant in (Meant.ASKED, Meant.SUPPOSED):
        return Stand.COMPATIBLE, f"one side is only {_called(other)}, the other {_called(against)}"
    days = abs(_days_between(against, other))
    if against.meant is Meant.NEGATED and (_changed_since(against, other) or days >= UPDATE_ANYWAY_DAYS):
        return Stand.UPDATE, "what was not so, and what is so now"
    return Stand.CONFLICT, f"the one says so, the other is {_called(against)}"


_CALLED = {
    Meant.ASSERTED: "said as a fact",
    Meant.NEGATED: "negated",
    Meant.DENIED: "denied or called false",
    Meant.ASKED: "asked",
    Meant.SUPPOSED: "supposed",
    Meant.PLANNED: "planned or expected",
    Meant.ORDERED: "ordered or demanded",
    Meant.REPORTED: "hearsay",
}


def _called(witness: Witness) -> str:
    return _CALLED[witness.meant]


def _values(a: Witness, b: Witness, relation: Relation) -> Found:
    """Return how two claims that are meant alike stand by their values."""
    if _outcomes_clash(a, b):
        return (
            (Stand.UPDATE, "") if _changed_since(a, b) or _later(a, b) else (Stand.CONFLICT, different_outcomes(a, b))
        )
    if a.claim.kind is ClaimKind.OUTCOME:
        return (Stand.CONFLICT, "who did it to whom is turned round") if _turned_round(a, b) else (Stand.SAME, "")
    if relation.kind is RelationKind.UNRELATED:
        return Stand.UNRELATED, ""
    for found in (_rates(a, b), _ages(a, b)):
        if found is not None:
            return found
    if relation.kind is not RelationKind.CONFLICT:
        return _fitting(a, b, relation)
    if (summed := _sums(a, b)) is not None:
        return summed
    if reason := scope_difference(a, b):
        return Stand.SCOPE, reason
    if superseded(a, b):
        return Stand.UPDATE, ""
    return _dates(a, b) or (Stand.CONFLICT, "")


def _dates(a: Witness, b: Witness) -> Found | None:
    """Return how two dates stand that differ and yet contradict nothing; None for all others."""
    times = time_of(a.claim), time_of(b.claim)
    if a.claim.kind is not ClaimKind.EVENT or a.mention is None or b.mention is None or None in times:
        return None
    if _COUNTED in (a.mention.measure, b.mention.measure) and a.mention.beside and b.mention.beside:
        return Stand.SCOPE, "something was counted on two days"
    if a.mention.alternative or b.mention.alternative or open_ended(a.mention) != open_ended(b.mention):
        return Stand.COMPATIBLE, ""
    weekdays = [_WEEKDAY.search(when.raw) for when in times if when is not None]
    if weekdays[0] and weekdays[1] and weekdays[0][0].casefold() == weekdays[1][0].casefold():
        return Stand.COMPATIBLE, "one weekday, told from two days of writing"
    return None


_COUNTED = "counted"
"""What happened where something was only counted, or rose and fell: each day has its own count."""
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(sorted(words('weekdays')))})\b", re.IGNORECASE)


def _outcomes_clash(a: Witness, b: Witness) -> bool:
    return a.outcome is not None and b.outcome is not None and exclude_each_other(a.outcome, b.outcome)


def _later(a: Witness, b: Witness) -> bool:
    """Return whether one of two outcomes may be the newer state of the thing, days later."""
    return a.claim.kind is ClaimKind.OUTCOME and abs(_days_between(a, b)) >= UPDATE_OUTCOMES_DAYS


def _turned_round(a: Witness, b: Witness) -> bool:
    """Return whether the one who did it there is the one who underwent it here, and the other way round."""
    left, right = a.mention, b.mention
    if left is None or right is None:
        return False
    ours, theirs = left.own.keys() - right.own.keys(), right.own.keys() - left.own.keys()
    if ours and theirs and ours <= right.wide.keys() and theirs <= left.wide.keys():
        return True
    if left.agent & right.agent or left.patient & right.patient:
        return False
    return bool(left.agent & right.patient) and bool(right.agent & left.patient)


def _fitting(a: Witness, b: Witness, relation: Relation) -> Found:
    """Return how two claims stand whose values can both be true."""
    if relation.kind is RelationKind.COMPATIBLE and a.claim.kind is ClaimKind.FIGURE and _bounds_moved(a, b):
        return Stand.UPDATE, ""
    if relation.kind is RelationKind.SAME and a.claim.kind is ClaimKind.FIGURE and (years := _years_of_both(a, b)):
        return Stand.SCOPE, years
    if _said_oppositely(a, b):
        return Stand.CONFLICT, "one value, and the opposite said of it"
    if relation.kind is RelationKind.SAME and (reason := _other_time_or_place(a, b, spans=False)):
        return Stand.SCOPE, reason
    return (Stand.SAME if relation.kind is RelationKind.SAME else Stand.COMPATIBLE), ""


def _bounds_moved(a: Witness, b: Witness) -> bool:
    """Return whether a later article that says that things have changed gives another value, open on one side."""
    values = [stated_value(q) for w in (a, b) if (q := quantity_of(w.claim)) is not None]
    return len(values) == 2 and None not in values and values[0] != values[1] and _changed_since(a, b)


def _years_of_both(a: Witness, b: Witness) -> str | None:
    """Return in words that each of two sentences names a year of its own, long past."""
    years = [w.mention.past for w in (a, b) if w.mention is not None and w.mention.past is not None]
    return f"of other years: {years[0]} and {years[1]}" if len(years) == 2 and years[0] != years[1] else None


def _said_oppositely(a: Witness, b: Witness) -> bool:
    """Return whether of one value opposite things are said: it rose, it fell; a score has a side for each verb."""
    quantity = quantity_of(a.claim)
    left_, right_ = (frozenset(side for side in w.direction if side[:-1] in _OF_AMOUNTS) for w in (a, b))
    if quantity is None or quantity.unit == "score" or not opposite(left_, right_):
        return False
    # Kesh lent to Ondar what Ondar borrowed from Kesh.
    left, right = ([name.key for name in names_in(w.claim.text)] for w in (a, b))
    shared = [name for name in dict.fromkeys(left) if name in right]
    return len(shared) < 2 or [name for name in dict.fromkeys(right) if name in left] == shared


_OF_AMOUNTS = frozenset({"amount", "employment", "loan", "trade", "border", "price", "consent"})
"""Opposite pairs of which one amount cannot be on both sides; games are won and lost by the same numbers."""


def _words(a: Witness, b: Witness, likelihood: float) -> Standing:
    """Return how two quotations or two forecasts stand: what one affirms, the other may deny."""
    spoken = a.claim.kind is ClaimKind.QUOTATION
    alike = Stand.SAME if spoken else Stand.COMPATIBLE
    if spoken:
        opposed = (a.negated != (a.meant is Meant.DENIED)) != (b.negated != (b.meant is Meant.DENIED))
        opposed = opposed and _of_like_words(a, b)
        why = "the same words, once affirmed and once denied"
    elif a.leaning is not None and b.leaning is not None:
        opposed, why = a.leaning != b.leaning, "opposed forecasts of one thing"
    else:
        opposed, why = _foretell_opposites(a, b), "forecasts that exclude each other"
    if not opposed or likelihood < SURE_OF_WORDS:
        return Standing(a, b, alike, "", likelihood)
    return Standing(a, b, Stand.UPDATE if _changed_since(a, b) else Stand.CONFLICT, why, likelihood)


def _foretell_opposites(a: Witness, b: Witness) -> bool:
    """Return whether two forecasts in like words foretell a thing and its opposite."""
    if a.mention is None or b.mention is None or not set(a.mention.near) & set(b.mention.near):
        return False
    if a.leaning is not None or b.leaning is not None or not _of_like_words(a, b):
        return False
    return (a.negated != b.negated) != opposite(all_directions(a.claim.text), all_directions(b.claim.text))


def _of_like_words(a: Witness, b: Witness) -> bool:
    """Return whether the shorter of two sentences has most of its words in common with the other."""
    return _share_of_words(a, b) >= _MOST_WORDS


def _share_of_words(a: Witness, b: Witness) -> float:
    """Return which share of the shorter sentence's words the other one has; 0 where it has fewer than two."""
    if a.mention is None or b.mention is None:
        return 0.0
    left, right = a.mention.wide, b.mention.wide
    least = min(len(left), len(right))
    return len(left.keys() & right.keys()) / least if least >= 2 else 0.0


_MOST_WORDS = 0.6


def _rates(a: Witness, b: Witness) -> Found | None:
    """Return how two figures stand of which one is a rate; None where none is, or both are of one length of time."""
    if a.rate == b.rate:
        return None
    if a.rate is None or b.rate is None:
        known, other = (a, b) if a.rate else (b, a)
        if other.span or relate(a.claim, b.claim).kind is RelationKind.CONFLICT:
            return Stand.SCOPE, f"one is per {known.rate}, the other is not"
        return None
    values = [stated_value(q) for w in (a, b) if (q := quantity_of(w.claim)) is not None]
    if "hour" in (a.rate, b.rate) or len(values) != 2 or values[0] is None or values[1] is None:
        return Stand.SCOPE, f"scope differs: per {a.rate} and per {b.rate}"
    days = days_of_rates()
    left, right = values[0] / days[a.rate], values[1] / days[b.rate]
    if abs(left - right) <= _ONE_RATE * max(abs(left), abs(right)):
        return Stand.COMPATIBLE, f"the same, once per {a.rate} and once per {b.rate}"
    return Stand.CONFLICT, f"per {a.rate} and per {b.rate}"


def _ages(a: Witness, b: Witness) -> Found | None:
    """Return how the ages of one person in two articles stand whose dates lie years apart; None for anything else."""
    if a.mention is None or b.mention is None or not (a.mention.age and b.mention.age):
        return None
    values = [stated_value(q) for w in (a, b) if (q := quantity_of(w.claim)) is not None]
    years = _days_between(a, b) / 365.25
    if len(values) != 2 or values[0] is None or values[1] is None or abs(years) < 0.5:
        return None
    if abs((values[1] - values[0]) - years) <= 1.01:
        return Stand.COMPATIBLE, f"ages at two dates: {a.published} and {b.published}"
    return None


def _sums(a: Witness, b: Witness) -> Found | None:
    """Return how a total stands to one of several parts that the other sentence lists; None where none is listed."""
    if a.mention is None or b.mention is None or a.mention.listed == b.mention.listed:
        return None
    part, whole = (a, b) if a.mention.listed else (b, a)
    value = quantity_of(whole.claim)
    total = stated_value(value) if value is not None else None
    if total is None or part.mention is None:
        return None
    parts = [stated_value(q) for q in (quantity_of(part.claim),) if q is not None]
    summed = sum(x for x in (*parts, *part.mention.listed_with) if x is not None)
    if summed == total:
        return Stand.COMPATIBLE, "the parts that one side lists add up to the other's whole"
    return Stand.SCOPE, "one side counts a part of what the other counts"


def scope_difference(a: Witness, b: Witness, *, strict: bool = True) -> str | None:
    """Return in words how the scopes of two claims differ, None where they do not.

    They do where their periods do not meet, where each names another population or measure, or where one names a part
    and gives the smaller value. Not ``strict``, it is enough that one of them names a population.
    """
    if a.claim.kind is not ClaimKind.FIGURE:
        return None
    if a.mention is not None and b.mention is not None and a.mention.past != b.mention.past:
        return f"of other years: {a.mention.past or 'now'} and {b.mention.past or 'now'}"
    if reason := _other_time_or_place(a, b):
        return reason
    only_a, only_b = a.scope - b.scope, b.scope - a.scope
    groups = group_of()
    apart = {groups.get(name) for name in only_a} & {groups.get(name) for name in only_b} - {None}
    part = (_narrows(only_a) and only_b <= _ALL and _less(a, b)) or (
        _narrows(only_b) and only_a <= _ALL and _less(b, a)
    )
    if apart or part or _other_moment(a, b) or (not strict and (only_a or only_b)):
        return f"scope differs: {_listed(only_a)} and {_listed(only_b)}"
    if strict and a.mention is not None and b.mention is not None and facets_apart(a.mention.facets, b.mention.facets):
        return "of other measures, by the words beside them"
    if strict and (reason := _qualified_otherwise(a, b)):
        return reason
    if strict and a.mention is not None and b.mention is not None and a.mention.part != b.mention.part:
        part_of, whole = (a, b) if a.mention.part else (b, a)
        return "one side counts a part of what the other counts" if _less(part_of, whole) else None
    return None


def _other_moment(a: Witness, b: Witness) -> bool:
    """Return whether two scores are of two moments of a match: "at half-time", and in the end."""
    quantity = quantity_of(a.claim)
    return quantity is not None and quantity.unit == "score" and (HALF_TIME in a.scope) != (HALF_TIME in b.scope)


_ALL = frozenset({"everywhere"})


def _other_time_or_place(a: Witness, b: Witness, *, spans: bool = True) -> str | None:
    """Return in words that two figures are of other times, other lengths of time or other places."""
    if a.claim.kind is not ClaimKind.FIGURE:
        return None
    if a.period and b.period and _of_other_periods(a, b):
        return f"for other periods: {_period(a.period)} and {_period(b.period)}"
    if spans and {a.span, b.span} == {"so far", "one day"}:
        return "one counts all so far, the other a single day"
    if a.places and b.places and a.places.isdisjoint(b.places) and not _named_too(a, b):
        return f"in other places: {' '.join(sorted(a.places))} and {' '.join(sorted(b.places))}"
    return None


def _qualified_otherwise(a: Witness, b: Witness) -> str | None:
    """Return in words how two sentences differ that are alike but for their values and one phrase: "in March".

    That phrase is most likely of what, where or when each value holds.
    """
    if not _of_like_words(a, b):
        return None
    texts = [{token.stem for token in tokenize(w.claim.text)} for w in (a, b)]
    for preposition, left in sorted(a.qualifiers, key=str):
        for other, right in sorted(b.qualifiers, key=str):
            only_left, only_right = left - texts[1], right - texts[0]
            if preposition == other and only_left and only_right:
                sides = (" ".join(sorted(only_left)), " ".join(sorted(only_right)))
                return f"one is {preposition} {sides[0]}, the other {preposition} {sides[1]}"
    return None


def _named_too(a: Witness, b: Witness) -> bool:
    """Return whether the sentence of one also names the place of the other."""
    texts = (a.claim.text.casefold(), b.claim.text.casefold())
    return any(place in texts[1] for place in a.places) or any(place in texts[0] for place in b.places)


def _of_other_periods(a: Witness, b: Witness) -> bool:
    """Return whether two figures hold for times that do not meet, neither being the day on which it was given."""
    if a.period is None or b.period is None or not (a.period[0] > b.period[1] or b.period[0] > a.period[1]):
        return False
    return is_scope(a.period, a.published) and is_scope(b.period, b.published)


def _narrows(scope: frozenset[str]) -> bool:
    """Return whether scopes name parts of a whole: some people, or a place that is set against the rest."""
    return bool(scope) and all(name in narrowing() or name.startswith(IN_PLACE) for name in scope)


def _less(a: Witness, b: Witness) -> bool:
    left, right = quantity_of(a.claim), quantity_of(b.claim)
    if left is None or right is None:
        return False
    low, high = bounds_of(right)
    value = stated_value(left)
    return value is not None and value < (low if low != -inf else high)


def superseded(a: Witness, b: Witness) -> bool:
    """Return whether one of two values that exclude each other is a later source's newer state of knowledge.

    Counts and sums grow while a story goes on: a greater value a day later is an update, a smaller one where the later
    sentence says that things have changed, or a week later. A date is put off or kept: the earlier source must have
    spoken of a day to come.
    """
    if abs(_days_between(a, b)) > UPDATE_UNTIL_DAYS:
        return False
    if _changed_since(a, b):
        return True
    older, newer = _by_date(a, b)
    days = _days_between(older, newer)
    if a.claim.kind is ClaimKind.EVENT:
        when = time_of(older.claim)
        if when is None or when.start is None or days < UPDATE_FROM_DAYS:
            return False
        return (older.published or "~")[:10] < when.start[:10] <= (newer.published or "")[:10]
    old, new = quantity_of(older.claim), quantity_of(newer.claim)
    if days < UPDATE_FROM_DAYS or old is None or new is None or unit_kind(new) not in CHANGING:
        return False
    return bounds_of(new)[0] > bounds_of(old)[1] or days >= UPDATE_ANYWAY_DAYS


def _changed_since(a: Witness, b: Witness) -> bool:
    """Return whether the later of two articles says that things have changed."""
    older, newer = _by_date(a, b)
    return newer.newer and _days_between(older, newer) >= UPDATE_FROM_DAYS


def _by_date(a: Witness, b: Witness) -> tuple[Witness, Witness]:
    return (a, b) if (a.published or "") <= (b.published or "") else (b, a)


def _days_between(a: Witness, b: Witness) -> int:
    """Return how many days after ``a`` the article of ``b`` came out; 0 where a date is not known."""
    try:
        return (date.fromisoformat((b.published or "")[:10]) - date.fromisoformat((a.published or "")[:10])).days
    except ValueError:
        return 0


def different_outcomes(a: Witness, b: Witness, names: tuple[str, str] = ("", "")) -> str:
    """Return in words which outcome each of two events tells; ``names`` are those of the two documents."""
    words = [
        w.outcome.word + (f" ({name})" if name else "") for w, name in zip((a, b), names, strict=True) if w.outcome
    ]
    return f"different outcomes: {', '.join(words)}"


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)) or "all, or not said"


def _period(period: tuple[str, str]) -> str:
    return period[0] if period[0] == period[1] else f"{period[0]} to {period[1]}"
