"""How the claims of one topic stand to each other: interval arithmetic, scope, dates and origins.

The order of the tests is the order of their weight: a conflict is never hidden behind an agreement, and several
sources are never counted as several when they name one origin.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from index.claims.relations import Relation, RelationKind, relate_quantities, relate_times
from index.records import Claim, ClaimKind, Status

UPDATE_AFTER_DAYS = 1
"""From how many days between two articles a later value may supersede an earlier one."""


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

    @property
    def where(self) -> str:
        """The document's id."""
        return self.claim.document


Verdict = tuple[Status, str]
"""A status and the reason for it, in words."""


def status_of(witnesses: Sequence[Witness], name: Callable[[str], str] = str) -> Verdict:
    """Return the status of claims about one thing, and the reason in words; ``name`` gives a document's short name.

    Claims of one document never corroborate each other.
    """
    sources = {witness.where for witness in witnesses}
    if len(sources) < 2:
        return Status.ALONE, f"only {name(next(iter(sources)))} says this"
    kind = witnesses[0].claim.kind
    if kind is ClaimKind.PREDICTION:
        return _predictions(witnesses)
    if kind is ClaimKind.QUOTATION:
        return _quotations(witnesses)
    return _values(witnesses, name)


def _values(witnesses: Sequence[Witness], name: Callable[[str], str]) -> Verdict:
    """Return the status of figures or of dated events."""
    pairs = [(a, b, _relate(a.claim, b.claim)) for a, b in combinations(witnesses, 2) if a.where != b.where]
    apart = [(a, b, relation) for a, b, relation in pairs if relation.kind is RelationKind.CONFLICT]
    scopes = [(a, b, reason) for a, b, _ in apart if (reason := scope_difference(a, b))]
    scoped = {(a.claim.id, b.claim.id) for a, b, _ in scopes}
    clashes = [(a, b, why) for a, b, why in apart if (a.claim.id, b.claim.id) not in scoped]
    updates = [(a, b) for a, b, _ in clashes if superseded(a, b)]
    if len(updates) < len(clashes):
        a, b, relation = next((a, b, why) for a, b, why in clashes if (a, b) not in updates)
        return Status.CONFLICT, f"{relation.reason} ({name(a.where)}, {name(b.where)})"
    if updates:
        older, newer = sorted(updates[0], key=lambda witness: witness.published or "")
        return Status.UPDATE, f"{_value(older)} on {older.published}, {_value(newer)} on {newer.published}"
    if scopes:
        return Status.SCOPE_DIFFERS, scopes[0][2]
    return _agreement(witnesses, pairs)


def _agreement(witnesses: Sequence[Witness], pairs: Sequence[tuple[Witness, Witness, Relation]]) -> Verdict:
    """Return the status of values that can all be true."""
    if origin := one_origin(witnesses):
        return Status.ONE_ORIGIN, origin
    flags = [reason for a, b, _ in pairs if (reason := scope_difference(a, b))]
    flag = f"; but {flags[0]}" if flags else ""
    comparable = [relation for _, _, relation in pairs if relation.kind is not RelationKind.UNRELATED]
    differing = [relation for relation in comparable if relation.kind is RelationKind.COMPATIBLE]
    if not comparable:
        return Status.COMPATIBLE, "the values cannot be compared exactly" + flag
    if differing:
        return Status.COMPATIBLE, differing[0].reason + flag
    return Status.CORROBORATED, f"{len({w.where for w in witnesses})} sources, {comparable[0].reason}{flag}"


def _quotations(witnesses: Sequence[Witness]) -> Verdict:
    """Return the status of one quotation in several sources: whoever prints it, one person said it."""
    speaker = next((witness.claim.speaker for witness in witnesses if witness.claim.speaker), None)
    return Status.ONE_ORIGIN, f"the same words of {speaker}" if speaker else "the same words, quoted by several"


def _predictions(witnesses: Sequence[Witness]) -> Verdict:
    """Return the status of forecasts, which are neither true nor false."""
    stances: dict[str, set[str]] = {}
    for witness in witnesses:
        stances.setdefault(witness.claim.stance or "uncertain", set()).add(witness.where)
    counted = ", ".join(f"{len(sources)} {stance}" for stance, sources in sorted(stances.items()))
    against = {"likely", "unlikely"} <= stances.keys()
    return (Status.CONFLICT if against else Status.COMPATIBLE), f"predictions, neither true nor false: {counted}"


def one_origin(witnesses: Sequence[Witness]) -> str | None:
    """Return why several sources are one report, or None: they name one origin, or are copies of one text."""
    shared = frozenset.intersection(*(witness.origins for witness in witnesses))
    if shared:
        return f"all name one origin: {sorted(shared)[0]}"
    texts = {witness.text for witness in witnesses}
    if None not in texts and len(texts) == 1:
        return "the articles are copies of one text"
    return None


def superseded(a: Witness, b: Witness) -> bool:
    """Tell whether one of two conflicting figures is a later source's: both dated, at least a day apart."""
    if a.claim.kind is not ClaimKind.FIGURE or not a.published or not b.published:
        return False
    try:
        days = (date.fromisoformat(a.published) - date.fromisoformat(b.published)).days
    except ValueError:
        return False
    return abs(days) >= UPDATE_AFTER_DAYS


def scope_difference(a: Witness, b: Witness) -> str | None:
    """Return in words how the scopes of two claims differ: their periods do not meet, or each names another group."""
    if a.period and b.period and (a.period[0] > b.period[1] or b.period[0] > a.period[1]):
        return f"other periods: {_period(a.period)} and {_period(b.period)}"
    only_a, only_b = sorted(a.scope - b.scope), sorted(b.scope - a.scope)
    if only_a or only_b:
        return f"other scope: {', '.join(only_a) or 'not said'} and {', '.join(only_b) or 'not said'}"
    return None


def _period(period: tuple[str, str]) -> str:
    return period[0] if period[0] == period[1] else f"{period[0]} to {period[1]}"


def _relate(a: Claim, b: Claim) -> Relation:
    if a.quantity is not None and b.quantity is not None:
        return relate_quantities(a.quantity, b.quantity)
    if a.when is not None and b.when is not None:
        return relate_times(a.when, b.when)
    return Relation(RelationKind.UNRELATED, "claims of other kinds")


def _value(witness: Witness) -> str:
    return " ".join(witness.claim.surface.split())
