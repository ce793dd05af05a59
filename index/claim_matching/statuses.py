"""How the claims of one topic stand to each other: interval arithmetic, scope, dates and origins.

The order of the tests is the order of their weight: a conflict is never hidden behind an agreement, and several
sources are never counted as several when they name one origin.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import inf

from index.claim_matching.outcomes import Outcome, exclude_each_other
from index.claim_matching.periods import is_scope
from index.claim_matching.relations import Relation, RelationKind, bounds_of, stated_value
from index.claim_matching.values import quantities_related, times_related
from index.claims.dimensions import CHANGING, unit_kind
from index.records import (
    Claim,
    ClaimKind,
    Figure,
    Status,
    quantity_of,
    stance_of,
    subject_of,
    time_of,
)

UPDATE_FROM_DAYS, UPDATE_ANYWAY_DAYS, UPDATE_UNTIL_DAYS = 1, 7, 400
"""Days between two articles from which a greater later value is an update, from which any later one is, and until when
one is: years later it is another time, not another state of knowledge."""
NARROWING = frozenset({"monthly active", "daily active", "women", "men", "adults", "children", "US", "UK"})
"""Scopes that name a part of the whole: a part that is smaller than the whole contradicts nothing."""
_NAMED = 3
_FAR = 1.5
"""How many times the smaller share the greater one is where an open bound no longer makes them one."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A claim as a witness: the document it stands in, that one's date, whom it names as origin, and its scope.

    ``origins`` are folded names, empty where none is named; ``scope`` are the words, folded, that say of whom, where or
    when the value holds; ``period`` is the time the sentence names, as two ISO dates.
    """

    claim: Claim
    published: str | None = None
    origins: frozenset[str] = frozenset()
    scope: frozenset[str] = frozenset()
    period: tuple[str, str] | None = None
    text: str | None = None
    """A mark that copies of one wire text share; None where the text is the document's own."""
    outcome: Outcome | None = None
    """What became of the thing, where an event tells it: overturned, suspended, delayed."""
    leaning: str | None = None
    """Whether a prediction says yes or no to what the topic asks, where that is known."""

    @property
    def where(self) -> str:
        """The document's id."""
        return self.claim.document


Verdict = tuple[Status, str]
"""A status and the reason for it, in words."""
Name = Callable[[str], str]
"""Gives a document's short name."""


@dataclass(frozen=True, slots=True)
class _Pair:
    a: Witness
    b: Witness
    relation: Relation


def status_of(witnesses: Sequence[Witness], name: Name = str) -> Verdict:
    """Return the status of claims about one thing, and the reason in words; ``name`` gives a document's short name.

    The order of ``witnesses`` does not matter. Claims of one document never corroborate each other.
    """
    ordered = sorted(witnesses, key=lambda witness: (witness.where, witness.claim.span, witness.claim.id))
    sources = list(dict.fromkeys(witness.where for witness in ordered))
    if not sources:
        return Status.ALONE, "no source says this"
    if len(sources) < 2:
        return Status.ALONE, f"only {name(sources[0])} says this"
    kind = ordered[0].claim.kind
    if kind is ClaimKind.PREDICTION:
        return _predictions(ordered, name)
    if kind is ClaimKind.QUOTATION:
        return _quotations(ordered, name)
    return _values(ordered, name)


def _values(witnesses: Sequence[Witness], name: Name) -> Verdict:
    """Return the status of figures or of dated events."""
    pairs = list(_pairs(witnesses))
    scoped: list[tuple[_Pair, str]] = []
    updates: list[_Pair] = []
    for pair in pairs:
        if pair.relation.kind is not RelationKind.CONFLICT:
            continue
        if reason := scope_difference(pair.a, pair.b):
            scoped.append((pair, reason))
        elif superseded(pair.a, pair.b):
            updates.append(pair)
        else:
            return Status.CONFLICT, _both(pair, name) + _counted(pair)
    if clash := next((pair for pair in pairs if outcomes_clash(pair.a, pair.b)), None):
        return Status.CONFLICT, different_outcomes(clash.a, clash.b, name)
    if scoped:
        pair, reason = scoped[0]
        return Status.SCOPE_DIFFERS, f"{_both(pair, name)}, but {reason}"
    if updates:
        older, newer = sorted((updates[0].a, updates[0].b), key=lambda witness: witness.published or "")
        return Status.UPDATE, (
            f"{_said(older, name)} on {older.published}, later {_said(newer, name)} on {newer.published}"
        )
    return _agreement(witnesses, pairs, name)


def _pairs(witnesses: Sequence[Witness]) -> Iterator[_Pair]:
    """Yield the pairs of claims of different documents.

    Where two documents agree on a value of theirs, their other values are not set against each other: they tell of
    something else, or of the same in more detail.
    """
    found = [_Pair(a, b, relate(a.claim, b.claim)) for a, b in combinations(witnesses, 2) if a.where != b.where]
    agreed = {
        (claim.claim.id, other.where)
        for pair in found
        if pair.relation.kind is RelationKind.SAME
        for claim, other in ((pair.a, pair.b), (pair.b, pair.a))
    }
    for pair in found:
        settled = (pair.a.claim.id, pair.b.where) in agreed or (pair.b.claim.id, pair.a.where) in agreed
        if pair.relation.kind is not RelationKind.CONFLICT or not settled:
            yield pair


def _agreement(witnesses: Sequence[Witness], pairs: Sequence[_Pair], name: Name) -> Verdict:
    """Return the status of values that can all be true."""
    flags = [reason for pair in pairs if (reason := scope_difference(pair.a, pair.b, strict=False))]
    flag = f"; {flags[0]}" if flags else ""
    comparable = [pair for pair in pairs if pair.relation.kind is not RelationKind.UNRELATED]
    if not comparable:
        return Status.COMPATIBLE, "the times cannot be compared: one of them has no date" + flag
    fitting = [pair for pair in comparable if pair.relation.kind is RelationKind.COMPATIBLE]
    same = [pair for pair in comparable if pair.relation.kind is RelationKind.SAME]
    if fitting and _reaches_farther(fitting, same):
        loose = next((pair for pair in fitting if _apart(pair) and other_words(pair.a, pair.b)), None)
        if loose is not None:
            return Status.SCOPE_DIFFERS, f"{_both(loose, name)}, but of what is not said in the same words{flag}"
        return Status.COMPATIBLE, f"can both be true: {_both(fitting[0], name)}{flag}"
    reports = independent(witnesses)
    if len(reports) == 1:
        return Status.ONE_ORIGIN, f"{one_origin(witnesses)} ({_names(witnesses, name)})"
    value = _value((same or fitting)[0].a)
    echoes = "" if len(reports) == len({w.where for w in witnesses}) else f", from {len(reports)} origins"
    return Status.CORROBORATED, f"{_names(witnesses, name)} give {value}{echoes}{flag}"


def _reaches_farther(fitting: Sequence[_Pair], same: Sequence[_Pair]) -> bool:
    """Tell whether a document takes part only by a value that merely fits, so that the group is no plain agreement."""
    agreed = {witness.where for pair in same for witness in (pair.a, pair.b)}
    return any(not {pair.a.where, pair.b.where} <= agreed for pair in fitting)


def _quotations(witnesses: Sequence[Witness], name: Name) -> Verdict:
    """Return the status of one quotation in several sources: whoever prints it, one person said it."""
    speaker = next((witness.claim.speaker for witness in witnesses if witness.claim.speaker), None)
    words = f"the same words of {speaker}" if speaker else "the same words, whose speaker is not named everywhere"
    return Status.ONE_ORIGIN, f"{words} ({_names(witnesses, name)})"


def _predictions(witnesses: Sequence[Witness], name: Name) -> Verdict:
    """Return the status of forecasts, which are neither true nor false: who takes which stance."""
    stances: dict[str, list[str]] = {}
    for witness in witnesses:
        stances.setdefault(stance_of(witness.claim) or "uncertain", []).append(name(witness.where))
    listed = "; ".join(f"{stance}: {', '.join(dict.fromkeys(names))}" for stance, names in sorted(stances.items()))
    leanings = {(witness.leaning, witness.where) for witness in witnesses if witness.leaning}
    opposed = any(a[0] != b[0] and a[1] != b[1] for a, b in combinations(sorted(leanings), 2))
    status = Status.CONFLICT if opposed else Status.COMPATIBLE
    return status, f"forecasts, neither true nor false — {'opposed: ' if opposed else ''}{listed}"


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
        not left.origins.isdisjoint(right.origins) or (left.text is not None and left.text == right.text)
        for left in a
        for right in b
    )


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


def no_conflict(a: Witness, b: Witness) -> str | None:
    """Return in words why two values that exclude each other are no conflict: their scopes differ, or one is newer."""
    if reason := scope_difference(a, b):
        return reason
    if superseded(a, b):
        older, newer = sorted((a.published or "", b.published or ""))
        return f"the articles are of {older} and {newer}"
    return None


def superseded(a: Witness, b: Witness) -> bool:
    """Tell whether one of two figures that exclude each other is a later source's newer state of knowledge.

    Counts and sums grow while a story goes on: a greater value a day later is an update, a smaller one a week later.
    """
    if a.claim.kind is not ClaimKind.FIGURE or not a.published or not b.published:
        return False
    older, newer = sorted((a, b), key=lambda witness: witness.published or "")
    try:
        days = (date.fromisoformat(newer.published or "") - date.fromisoformat(older.published or "")).days
    except ValueError:
        return False
    if (
        not UPDATE_FROM_DAYS <= days <= UPDATE_UNTIL_DAYS
        or (before := quantity_of(older.claim)) is None
        or (after := quantity_of(newer.claim)) is None
    ):
        return False
    if unit_kind(after) not in CHANGING:
        return False
    grows = bounds_of(after)[0] > bounds_of(before)[1]
    return grows or days >= UPDATE_ANYWAY_DAYS


def scope_difference(a: Witness, b: Witness, *, strict: bool = True) -> str | None:
    """Return in words how the scopes of two claims differ, None where they do not.

    They do where their periods do not meet, where each names another population or measure, or where one names a part
    and gives the smaller value. Not ``strict``, it is enough that one of them names a population.
    """
    if a.claim.kind is not ClaimKind.FIGURE:
        return None
    if a.period and b.period and _of_other_periods(a, b):
        return f"for other periods: {_period(a.period)} and {_period(b.period)}"
    only_a, only_b = a.scope - b.scope, b.scope - a.scope
    if not only_a and not only_b:
        return None
    part = (_narrows(only_a) and not only_b and _less(a, b)) or (_narrows(only_b) and not only_a and _less(b, a))
    if strict and not (only_a and only_b) and not part:
        return None
    return f"scope differs: {_listed(only_a)} and {_listed(only_b)}"


def _of_other_periods(a: Witness, b: Witness) -> bool:
    """Tell whether two figures hold for times that do not meet, neither being the day on which it was given."""
    if a.period is None or b.period is None or not (a.period[0] > b.period[1] or b.period[0] > a.period[1]):
        return False
    return is_scope(a.period, a.published) and is_scope(b.period, b.published)


def _narrows(scope: frozenset[str]) -> bool:
    """Tell whether scopes name parts of a whole: some people, or a place that is set against the rest."""
    return bool(scope) and all(name in NARROWING or name.startswith("in ") for name in scope)


def outcomes_clash(a: Witness, b: Witness) -> bool:
    """Tell whether two events say that other things became of one object: overturned, or only suspended."""
    return a.outcome is not None and b.outcome is not None and exclude_each_other(a.outcome, b.outcome)


def other_words(a: Witness, b: Witness) -> bool:
    """Tell whether what is counted is put in other words on each side."""
    subjects = [quantity.subject if (quantity := quantity_of(w.claim)) is not None else None for w in (a, b)]
    return subjects[0] is not None and subjects[1] is not None and subjects[0].casefold() != subjects[1].casefold()


def _counted(pair: _Pair) -> str:
    """Return in words what each side counts, where that is put in other words: the reader may see two scopes."""
    if not other_words(pair.a, pair.b):
        return ""
    subjects = [subject_of(w.claim) or "" for w in (pair.a, pair.b)]
    left, right = (" ".join(subject.split()) for subject in subjects)
    return "" if left in right or right in left else f"; counted: {left}, and {right}"


def _apart(pair: _Pair) -> bool:
    """Tell whether two values only fit since one is an open bound, far from the other."""
    quantities = (quantity_of(pair.a.claim), quantity_of(pair.b.claim))
    if any(quantity is None or quantity.unit != "percent" for quantity in quantities):
        return False
    values = [value for quantity in quantities if quantity and (value := stated_value(quantity)) is not None]
    return len(values) == 2 and min(values) > 0 and max(values) > _FAR * min(values)


def _less(a: Witness, b: Witness) -> bool:
    if (less := quantity_of(a.claim)) is None or (more := quantity_of(b.claim)) is None:
        return False
    low, high = bounds_of(more)
    value = stated_value(less)
    return value is not None and value < (low if low != -inf else high)


def relate(a: Claim, b: Claim) -> Relation:
    """Return how the values of two claims of one kind stand to each other."""
    if isinstance(a, Figure) and isinstance(b, Figure):
        return quantities_related(a.quantity, b.quantity)
    if (one := time_of(a)) is not None and (other := time_of(b)) is not None:
        return times_related(one, other)
    return Relation(RelationKind.UNRELATED, "claims of other kinds")


def _both(pair: _Pair, name: Name) -> str:
    return f"{_said(pair.a, name)}, {_said(pair.b, name)}"


def _said(witness: Witness, name: Name) -> str:
    return f"{_value(witness)} ({name(witness.where)})"


def _value(witness: Witness) -> str:
    return " ".join(witness.claim.surface.split())


def different_outcomes(a: Witness, b: Witness, name: Name = str) -> str:
    """Return in words which outcome each of two events tells; ``name`` gives a document's short name."""
    sides = [(witness.outcome.word, name(witness.where)) for witness in (a, b) if witness.outcome]
    return f"different outcomes: {', '.join(f'{word} ({where})' for word, where in sides)}"


def _names(witnesses: Sequence[Witness], name: Name) -> str:
    names = [name(where) for where in dict.fromkeys(witness.where for witness in witnesses)]
    if len(names) <= _NAMED:
        return ", ".join(names[:-1]) + f" and {names[-1]}"
    return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)) or "all, or not said"


def _period(period: tuple[str, str]) -> str:
    return period[0] if period[0] == period[1] else f"{period[0]} to {period[1]}"
