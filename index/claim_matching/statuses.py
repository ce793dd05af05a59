"""How the claims of one topic stand to each other, from how each two of them stand.

The order of the tests is the order of their weight: a conflict is never hidden behind an agreement, and several
sources are never counted as several when they name one origin.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from index.claim_matching.relations import stated_value
from index.claim_matching.signs import overlap
from index.claim_matching.standing import (
    Stand,
    Standing,
    different_outcomes,
    scope_difference,
    stand,
)
from index.claim_matching.witness import Witness
from index.language import find_numbers
from index.records import Claim, ClaimKind, Meant, Prediction, Status, content_of, quantity_of, stance_of

_NAMED = 3
_FAR = 1.5
"""How many times the smaller share the greater one is where an open bound no longer makes them one."""

Name = Callable[[str], str]
"""Gives a document's short name."""
Likely = Callable[[Witness, Witness], float]
"""Gives how likely two claims answer one question."""


class Judgement(NamedTuple):
    """A status, the reason for it in words, and how likely the claims that it rests on answer one question."""

    status: Status
    reason: str
    likelihood: float = 1.0
    pair: tuple[Witness, Witness] | None = None
    """The two claims on which a difference rests."""


def _surely(_a: Witness, _b: Witness) -> float:
    """Take for granted that two claims answer one question."""
    return 1.0


def status_of(witnesses: Sequence[Witness], name: Name = str, likely: Likely = _surely) -> Judgement:
    """Return the status of claims about one thing, and the reason in words; ``name`` gives a document's short name.

    The order of ``witnesses`` does not matter. Claims of one document never corroborate each other.
    """
    ordered = sorted(witnesses, key=lambda witness: (witness.where, witness.claim.span, witness.claim.id))
    sources = list(dict.fromkeys(witness.where for witness in ordered))
    if not sources:
        return Judgement(Status.ALONE, "no source says this")
    if len(sources) < 2:
        return Judgement(Status.ALONE, f"nothing comparable was found beside {name(sources[0])}")
    pairs = standings(ordered, likely)
    if (differing := _differing(pairs, name)) is not None:
        return differing
    if ordered[0].claim.kind is ClaimKind.PREDICTION:
        return _predictions(ordered, pairs, name)
    if ordered[0].claim.kind is ClaimKind.QUOTATION:
        return _quotations(ordered, pairs, name)
    return _agreement(ordered, pairs, name)


def standings(witnesses: Sequence[Witness], likely: Likely = _surely) -> list[Standing]:
    """Return how the claims of different documents stand to each other, pair by pair, and disputes inside one.

    Where two documents agree on a value of theirs, their other values are not set against each other: they tell of
    something else, or of the same in more detail. Not so where one article gives both sides of a dispute.
    """
    found = [stand(a, b, likely(a, b)) for a, b in combinations(witnesses, 2) if a.where != b.where]
    agreed = {
        (one.claim.id, other.where)
        for pair in found
        if pair.stand is Stand.SAME
        for one, other in ((pair.a, pair.b), (pair.b, pair.a))
    }
    kept = [
        pair
        for pair in found
        if pair.stand not in _DIFFERING
        or not ((pair.a.claim.id, pair.b.where) in agreed or (pair.b.claim.id, pair.a.where) in agreed)
        or _one_denies(pair)
    ]
    return [*kept, *(stand(a, b, likely(a, b)) for a, b in _disputes(witnesses))]


_DIFFERING = frozenset({Stand.CONFLICT, Stand.DOUBTFUL, Stand.SCOPE, Stand.UPDATE})


def _one_denies(pair: Standing) -> bool:
    return pair.a.meant is not pair.b.meant or pair.a.negated != pair.b.negated


def _disputes(witnesses: Sequence[Witness]) -> Iterator[tuple[Witness, Witness]]:
    """Yield the pairs of claims of one article that give two sides of a dispute: two sources, two values."""
    for a, b in combinations(witnesses, 2):
        sides = a.where == b.where and a.origins and b.origins and a.origins.isdisjoint(b.origins)
        if sides and a.meant is b.meant is Meant.ASSERTED and stand(a, b).stand is Stand.CONFLICT:
            yield a, b


def _differing(pairs: Sequence[Standing], name: Name) -> Judgement | None:
    """Return the verdict on values that differ, the weightiest difference first; None where none does."""
    for kind, words in _WORDS.items():
        of_kind = [pair for pair in pairs if pair.stand is kind]
        if of_kind:
            best = max(of_kind, key=lambda pair: (pair.likelihood, -pairs.index(pair)))
            return Judgement(_STATUS[kind], words(best, name), best.likelihood, (best.a, best.b))
    return None


def _conflict(pair: Standing, name: Name) -> str:
    if pair.a.outcome is not None and pair.b.outcome is not None and pair.why.startswith("different outcomes"):
        return different_outcomes(pair.a, pair.b, (name(pair.a.where), name(pair.b.where)))
    inside = f"; {name(pair.a.where)} gives both sides of a dispute" if pair.a.where == pair.b.where else ""
    why = f"; {pair.why}" if pair.why else ""
    return _both(pair, name) + why + _counted(pair) + _estimators(pair) + inside


def _doubtful(pair: Standing, name: Name) -> str:
    return f"may differ: {_both(pair, name)}, if both answer one question{_counted(pair)}"


def _scoped(pair: Standing, name: Name) -> str:
    return f"{_both(pair, name)}, but {pair.why}"


def _updated(pair: Standing, name: Name) -> str:
    older, newer = sorted((pair.a, pair.b), key=lambda witness: witness.published or "")
    why = f"; {pair.why}" if pair.why else ""
    return f"{_said(older, name)} on {older.published}, later {_said(newer, name)} on {newer.published}{why}"


_WORDS: dict[Stand, Callable[[Standing, Name], str]] = {
    Stand.CONFLICT: _conflict,
    Stand.UPDATE: _updated,
    Stand.SCOPE: _scoped,
    Stand.DOUBTFUL: _doubtful,
}
_STATUS = {
    Stand.CONFLICT: Status.CONFLICT,
    Stand.UPDATE: Status.UPDATE,
    Stand.SCOPE: Status.SCOPE_DIFFERS,
    Stand.DOUBTFUL: Status.SCOPE_DIFFERS,
}


def _agreement(witnesses: Sequence[Witness], pairs: Sequence[Standing], name: Name) -> Judgement:
    """Return the status of values that can all be true."""
    flags = [reason for pair in pairs if (reason := scope_difference(pair.a, pair.b, strict=False))]
    flag = f"; {flags[0]}" if flags else ""
    comparable = [pair for pair in pairs if pair.stand is not Stand.UNRELATED]
    likelihood = _mean(comparable or pairs)
    if not comparable:
        return Judgement(
            Status.COMPATIBLE, "the times cannot be compared: one of them has no date" + flag, _mean(pairs)
        )
    fitting = [pair for pair in comparable if pair.stand is Stand.COMPATIBLE]
    same = [pair for pair in comparable if pair.stand is Stand.SAME]
    if fitting and _reaches_farther(fitting, same):
        loose = next((pair for pair in fitting if _apart(pair) and other_words(pair.a, pair.b)), None)
        if loose is not None:
            reason = f"{_both(loose, name)}, but of what is not said in the same words{flag}"
            return Judgement(Status.SCOPE_DIFFERS, reason, likelihood)
        told = next((pair for pair in fitting if pair.why), fitting[0])
        why = f"; {told.why}" if told.why else ""
        return Judgement(Status.COMPATIBLE, f"can both be true: {_both(told, name)}{why}{flag}", likelihood)
    reports = independent(witnesses)
    if len(reports) == 1:
        return Judgement(Status.ONE_ORIGIN, f"{one_origin(witnesses)} ({_names(witnesses, name)})", likelihood)
    return Judgement(Status.CORROBORATED, _givers(witnesses, reports, name) + flag, likelihood)


def _mean(pairs: Sequence[Standing]) -> float:
    return sum(pair.likelihood for pair in pairs) / len(pairs) if pairs else 1.0


def _reaches_farther(fitting: Sequence[Standing], same: Sequence[Standing]) -> bool:
    """Return whether a document takes part only by a value that merely fits, so that there is no plain agreement."""
    agreed = {witness.where for pair in same for witness in (pair.a, pair.b)}
    return any(not {pair.a.where, pair.b.where} <= agreed for pair in fitting)


def _givers(witnesses: Sequence[Witness], reports: Sequence[Sequence[str]], name: Name) -> str:
    """Return in words who gives which value, each source with the value in its own words."""
    said: dict[str, list[str]] = {}
    for where in dict.fromkeys(witness.where for witness in witnesses):
        own = next(witness for witness in witnesses if witness.where == where)
        said.setdefault(_value(own).casefold(), []).append(where)
    values = {_value(witness).casefold(): _value(witness) for witness in reversed(witnesses)}
    told = "; ".join(
        f"{_listed_names(places, name)} give{'s' * (len(places) == 1)} {values[value]}"
        for value, places in said.items()
    )
    echoes = "" if len(reports) == len({w.where for w in witnesses}) else f", from {len(reports)} origins"
    return told + echoes


def _quotations(witnesses: Sequence[Witness], pairs: Sequence[Standing], name: Name) -> Judgement:
    """Return the status of one statement in several sources: whoever prints it, one person said it, or several.

    Words that are much alike and have other numbers in them never bear each other out.
    """
    for pair in pairs:
        ours, theirs = _numbers(pair.a.claim), _numbers(pair.b.claim)
        if ours and theirs and not ours.keys() & theirs.keys():
            told = (
                f"{' and '.join(said.values())} ({name(one.where)})" for one, said in ((pair.a, ours), (pair.b, theirs))
            )
            reason = f"may differ: {', '.join(told)}, in words that are much alike"
            return Judgement(Status.SCOPE_DIFFERS, reason, pair.likelihood, (pair.a, pair.b))
    if len(independent(witnesses)) > 1:
        speakers = list(dict.fromkeys(witness.claim.speaker for witness in witnesses if witness.claim.speaker))
        said = f"the same is said by {', '.join(speakers[:_NAMED])}" if speakers else "the same is said"
        return Judgement(Status.CORROBORATED, f"{said} ({_names(witnesses, name)})", _mean(pairs))
    speaker = next((witness.claim.speaker for witness in witnesses if witness.claim.speaker), None)
    words = f"the same words of {speaker}" if speaker else "the same words, whose speaker is not named everywhere"
    return Judgement(Status.ONE_ORIGIN, f"{words} ({_names(witnesses, name)})", _mean(pairs))


def _numbers(claim: Claim) -> dict[float, str]:
    """Return the numbers in what somebody said, by value, as they are written; the word "one" is seldom a number."""
    words = content_of(claim) or ""
    found = [number for number in find_numbers(words) if number.digits or number.value != 1]
    return {number.value: words[number.start : number.end] for number in found}


def _predictions(witnesses: Sequence[Witness], pairs: Sequence[Standing], name: Name) -> Judgement:
    """Return the status of forecasts, which are neither true nor false: who takes which stance."""
    stances: dict[str, list[str]] = {}
    for witness in witnesses:
        stances.setdefault(stance_of(witness.claim) or "uncertain", []).append(name(witness.where))
    listed = "; ".join(f"{stance}: {', '.join(dict.fromkeys(names))}" for stance, names in sorted(stances.items()))
    if len(independent(witnesses)) == 1:
        return Judgement(
            Status.ONE_ORIGIN, f"{one_origin(witnesses)} ({_names(witnesses, name)}); {listed}", _mean(pairs)
        )
    for a, b in combinations(witnesses, 2):
        if a.where != b.where and (why := _excluded(a.claim, b.claim)):
            reason = f"forecasts that cannot both come true: {name(a.where)} and {name(b.where)} — {why}; {listed}"
            return Judgement(Status.CONFLICT, reason, _mean(pairs))
    return Judgement(Status.COMPATIBLE, f"forecasts, neither true nor false — {listed}", _mean(pairs))


def _excluded(a: Claim, b: Claim) -> str | None:
    """Return why two forecasts cannot both come true; None where they can."""
    from index.claims import exclusion

    return exclusion(a, b) if isinstance(a, Prediction) and isinstance(b, Prediction) else None


def independent(witnesses: Sequence[Witness]) -> list[list[str]]:
    """Return the documents as reports: those that name one origin, or print one text, are one."""
    by_document: dict[str, list[Witness]] = {}
    for witness in witnesses:
        by_document.setdefault(witness.where, []).append(witness)
    reports: list[list[str]] = []
    for document, own in by_document.items():
        joined = [report for report in reports if any(_echo(own, by_document[other]) for other in report)]
        reports = [report for report in reports if report not in joined]
        reports.append([*(other for report in joined for other in report), document])
    return reports


def _echo(a: Sequence[Witness], b: Sequence[Witness]) -> bool:
    return any(
        not left.origins.isdisjoint(right.origins)
        or (left.text is not None and left.text == right.text)
        or _verbatim(left, right)
        for left in a
        for right in b
    )


def _verbatim(a: Witness, b: Witness) -> bool:
    """Return whether two quotations are prints of the same words: half of the runs of the shorter one."""
    if a.mention is None or b.mention is None or not (a.mention.shingles and b.mention.shingles):
        return False
    return overlap(a.mention.shingles, b.mention.shingles) >= _VERBATIM


_VERBATIM = 0.5


def one_origin(witnesses: Sequence[Witness]) -> str:
    """Return in words why several sources are one report."""
    counts: dict[str, set[str]] = {}
    for witness in witnesses:
        for origin in witness.origins:
            counts.setdefault(origin, set()).add(witness.where)
    shared = sorted((origin for origin, where in counts.items() if len(where) > 1), key=lambda o: (-len(counts[o]), o))
    if shared:
        speakers = [witness.claim.speaker for witness in witnesses if witness.claim.speaker]
        named = next((speaker for speaker in speakers if shared[0] in speaker.casefold()), shared[0])
        return f"one report: all name {named}"
    return "one report: the same sentence, printed by all"


def other_words(a: Witness, b: Witness) -> bool:
    """Return whether what is counted is put in other words on each side."""
    left, right = (quantity.subject if (quantity := quantity_of(w.claim)) is not None else None for w in (a, b))
    return left is not None and right is not None and left.casefold() != right.casefold()


def _counted(pair: Standing) -> str:
    """Return in words what each side counts, where that is put in other words: the reader may see two scopes."""
    if not other_words(pair.a, pair.b):
        return ""
    quantities = [q for w in (pair.a, pair.b) if (q := quantity_of(w.claim)) is not None]
    left, right = (" ".join((quantity.subject or "").split()) for quantity in quantities)
    return "" if left in right or right in left else f"; counted: {left}, and {right}"


def _estimators(pair: Standing) -> str:
    """Return in words whose figures two are, where each has a source of its own."""
    speakers = [" ".join((witness.claim.speaker or "").split()) for witness in (pair.a, pair.b)]
    if not all(speakers) or speakers[0].casefold() == speakers[1].casefold():
        return ""
    return f"; according to {speakers[0]}, and to {speakers[1]}"


def _apart(pair: Standing) -> bool:
    """Return whether two values only fit since one is an open bound, far from the other."""
    quantities = [quantity_of(witness.claim) for witness in (pair.a, pair.b)]
    if any(quantity is None or quantity.unit != "percent" for quantity in quantities):
        return False
    values = [value for quantity in quantities if quantity and (value := stated_value(quantity)) is not None]
    return len(values) == 2 and min(values) > 0 and max(values) > _FAR * min(values)


def _both(pair: Standing, name: Name) -> str:
    return f"{_said(pair.a, name)}, {_said(pair.b, name)}"


def _said(witness: Witness, name: Name) -> str:
    return f"{_value(witness)} ({name(witness.where)})"


def _value(witness: Witness) -> str:
    return " ".join(witness.claim.surface.split())


def _names(witnesses: Sequence[Witness], name: Name) -> str:
    return _listed_names(list(dict.fromkeys(witness.where for witness in witnesses)), name)


def _listed_names(places: Sequence[str], name: Name) -> str:
    names = [name(where) for where in places]
    if len(names) == 1:
        return names[0]
    if len(names) <= _NAMED:
        return ", ".join(names[:-1]) + f" and {names[-1]}"
    return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"
