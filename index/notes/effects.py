"""What the user's decisions mean for this corpus: verdicts, corrected claims, merged topics, pinned links."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from index.records import (
    Bound,
    Claim,
    Decision,
    DecisionKind,
    Figure,
    Placed,
    Quantity,
    Quotation,
    Span,
    Verdict,
)

Pair = tuple[tuple[str, Span], tuple[str, Span]]


@dataclass(frozen=True, slots=True)
class Effects:
    """The decisions in force, each under what it is about; ``lost`` are those whose words are gone."""

    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    """By claim id."""
    judged: Mapping[str, str] = field(default_factory=dict)
    """When each verdict was given, as an ISO 8601 time, by claim id."""
    claim_notes: Mapping[str, str] = field(default_factory=dict)
    """By claim id."""
    passage_notes: Mapping[tuple[str, Span], str] = field(default_factory=dict)
    """By document id and span."""
    corrections: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By claim id: field to value."""
    merges: tuple[tuple[str, ...], ...] = ()
    """Claim ids that belong to one topic."""
    splits: tuple[tuple[str, ...], ...] = ()
    """A claim id, and those it does not belong with."""
    pins: tuple[Pair, ...] = ()
    breaks: tuple[Pair, ...] = ()
    thresholds: Mapping[frozenset[str], float] = field(default_factory=dict)
    """By the two document ids: from which score on their links are shown."""
    descriptions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By document id: field to value, as the user says it of the document."""
    zones: Mapping[str, tuple[tuple[Span, str], ...]] = field(default_factory=dict)
    """By document id: what kind of text the user says that passages are."""
    lost: tuple[Placed, ...] = ()

    def corrections_in(self, document: str) -> Mapping[str, Mapping[str, str]]:
        """Return the corrections of the claims of one document."""
        return {id_: values for id_, values in self.corrections.items() if id_.startswith(f"{document}#") and values}


def effects_of(placed: Sequence[Placed], claims_of: Callable[[str], Sequence[Claim]]) -> Effects:
    """Return what the decisions, oldest first, mean; a later one on the same place overrides an earlier one."""
    verdicts, judged = dict[str, Verdict](), dict[str, str]()
    notes: dict[str, str] = {}
    passages: dict[tuple[str, Span], str] = {}
    corrections: dict[str, dict[str, str]] = {}
    groups: dict[frozenset[str], tuple[DecisionKind, tuple[str, ...]]] = {}
    pairs: dict[Pair, DecisionKind] = {}
    thresholds: dict[frozenset[str], float] = {}
    descriptions: dict[str, dict[str, str]] = {}
    zones: dict[str, dict[Span, str]] = {}
    lost = []
    for one in placed:
        decision, value = one.decision, one.decision.value or ""
        places = [place for place in one.places if place is not None]
        claims = [claim_at(decision, place, claims_of) for place in places] if decision.claim_kind else []
        ids = [claim.id for claim in claims if claim is not None]
        if not one.fits or (decision.claim_kind and len(ids) < len(places)):
            lost.append(one)
        elif decision.kind is DecisionKind.VERDICT:
            _set(verdicts, ids[0], Verdict(value) if value else None)
            _set(judged, ids[0], decision.made if value else None)
        elif decision.kind is DecisionKind.NOTE:
            _set(notes if ids else passages, ids[0] if ids else places[0], value)
        elif decision.kind is DecisionKind.CORRECTION:
            _set(corrections.setdefault(ids[0], {}), decision.name or "", value)
        elif decision.kind in (DecisionKind.MERGE, DecisionKind.SPLIT):
            groups[frozenset(ids)] = (decision.kind, tuple(ids))
        elif decision.kind is DecisionKind.THRESHOLD:
            _set(thresholds, frozenset(id_ for id_, _ in places), float(value) if value else None)
        elif decision.kind is DecisionKind.DESCRIPTION:
            _describe(descriptions, zones, places[0], decision)
        elif len(places) == 2:
            _link(pairs, (places[0], places[1]), decision.kind)
    return Effects(
        *(verdicts, judged, notes, passages, corrections),
        merges=tuple(ids for kind, ids in groups.values() if kind is DecisionKind.MERGE),
        splits=tuple(ids for kind, ids in groups.values() if kind is DecisionKind.SPLIT),
        pins=_of_kind(pairs, DecisionKind.PIN),
        breaks=_of_kind(pairs, DecisionKind.BREAK),
        thresholds=thresholds,
        descriptions={id_: fields for id_, fields in descriptions.items() if fields},
        zones={id_: tuple(kinds.items()) for id_, kinds in zones.items() if kinds},
        lost=tuple(lost),
    )


def _describe(
    descriptions: dict[str, dict[str, str]],
    zones: dict[str, dict[Span, str]],
    place: tuple[str, Span],
    decision: Decision,
) -> None:
    document, span = place
    if decision.name == "zone":
        _set(zones.setdefault(document, {}), span, decision.value)
    else:
        _set(descriptions.setdefault(document, {}), decision.name or "", decision.value)


def claim_at(decision: Decision, place: tuple[str, Span], claims_of: Callable[[str], Sequence[Claim]]) -> Claim | None:
    """Return the claim of the decision's kind at a place: the one with these very words, else the one around them."""
    document, span = place
    overlapping = [
        claim for claim in claims_of(document) if claim.kind == decision.claim_kind and claim.span.touches(span)
    ]
    exact = [claim for claim in overlapping if claim.span == span]
    return next(iter(exact or overlapping), None)


def corrected(claims: Iterable[Claim], corrections: Mapping[str, Mapping[str, str]]) -> tuple[Claim, ...]:
    """Return the claims with the user's values in place of those the rules read."""
    return tuple(_correct(claim, corrections[claim.id]) if claim.id in corrections else claim for claim in claims)


def spans_between(pairs: Iterable[Pair], a: str, b: str) -> tuple[tuple[Span, Span], ...]:
    """Return the pairs between documents ``a`` and ``b``, as spans in ``a`` and in ``b``."""
    found = []
    for (first, one), (second, other) in pairs:
        if (first, second) == (a, b):
            found.append((one, other))
        elif (first, second) == (b, a):
            found.append((other, one))
    return tuple(found)


def in_force(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that were not taken back, oldest first."""
    gone = {decision.name for decision in decisions if decision.kind is DecisionKind.TAKE_BACK}
    return tuple(
        decision for decision in decisions if decision.kind is not DecisionKind.TAKE_BACK and decision.id not in gone
    )


def saved_searches(decisions: Sequence[Decision]) -> dict[str, str]:
    """Return the saved searches in force, name to query."""
    saved: dict[str, str] = {}
    for decision in in_force(decisions):
        if decision.kind is DecisionKind.SEARCH and decision.name:
            _set(saved, decision.name, decision.value)
    return dict(sorted(saved.items()))


def _link(pairs: dict[Pair, DecisionKind], pair: Pair, kind: DecisionKind) -> None:
    """Pin or break a pair of passages; what was decided the other way round before about these is over."""
    pair = pair if pair[0] < pair[1] else (pair[1], pair[0])
    # Sentences that an edit made longer or shorter are the same passages still.
    for old in [old for old, before in pairs.items() if before is not kind and _overlap(old, pair)]:
        del pairs[old]
    pairs[pair] = kind


def _of_kind(pairs: Mapping[Pair, DecisionKind], kind: DecisionKind) -> tuple[Pair, ...]:
    return tuple(pair for pair, decided in pairs.items() if decided is kind)


def _overlap(one: Pair, other: Pair) -> bool:
    """Return whether both ends of two pairs share characters."""
    return all(a == b and left.touches(right) for (a, left), (b, right) in zip(one, other, strict=True))


def _correct(claim: Claim, values: Mapping[str, str]) -> Claim:
    changed: dict[str, Any] = {}
    if "speaker" in values:
        changed.update(speaker=values["speaker"], speaker_how="corrected")
    if isinstance(claim, Figure):
        if (number := _quantity(claim.quantity, values)) != claim.quantity:
            changed["quantity"] = number
    elif "subject" in values and not isinstance(claim, Quotation):
        changed["subject"] = values["subject"]
    return replace(claim, **changed)


def _quantity(quantity: Quantity, values: Mapping[str, str]) -> Quantity:
    changed: dict[str, Any] = {name: values[name] for name in ("unit", "subject") if name in values}
    for name in ("low", "high"):
        if name in values:
            changed[name] = float(values[name]) if values[name] != "open" else None
    if "bound" in values:
        changed["bound"] = None if values["bound"] == "none" else Bound(values["bound"])
    return replace(quantity, **changed)


def _set(mapping: dict[Any, Any], key: Any, value: Any) -> None:
    """Set ``key``, or take it out where the value was taken back; a number is a value, whichever it is."""
    if value or isinstance(value, float):
        mapping[key] = value
    else:
        mapping.pop(key, None)
