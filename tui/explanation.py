"""Why a claim has its status and a link its place: every fact behind it, in rows of a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.records import (
    Claim,
    ClaimKind,
    DocumentEntry,
    Explained,
    Figure,
    Fired,
    Meant,
    Quantity,
    Status,
    When,
    direct_of,
    stance_of,
    subject_of,
    time_of,
)
from tui.linking import LinkWalk
from tui.painting import Line, wrapped
from tui.panes.listing import Item, RowsItem
from tui.panes.results import WordsItem
from tui.panes.said import SaidItem, SourceItem, source_of
from tui.signs import NOTE, STATUSES, link_sign, verdict_sign
from tui.text import pad, squeeze
from tui.topicview import TopicView
from tui.wording import SIGNS, Diff, diff_items

NAMES = 9
"""Cells of a fact's name and the blank after it."""
MEANINGS: dict[Status, str] = {
    Status.CONFLICT: "the same thing, unit and scope, and values that cannot all be true",
    Status.SCOPE_DIFFERS: "period, population or unit differ, so the values need not agree",
    Status.UPDATE: "a later source supersedes an earlier one",
    Status.COMPATIBLE: "bounds, ranges or precision differ, but all can be true",
    Status.ONE_ORIGIN: "several sources, but one named origin: one report",
    Status.CORROBORATED: "two or more sources with overlapping values and no known common origin",
    Status.ALONE: "one source only",
}

SPOKEN = {
    True: "the speaker's own words",
    False: "a report in the article's words",
    None: "a report, partly in the speaker's own words",
}
"""What ``Claim.direct`` says of a quotation."""


@dataclass(frozen=True, slots=True)
class FactItem(RowsItem):
    """One fact: its name, and its value in as many rows as it needs, level under each other."""

    name: str
    value: str
    tone: str = ""

    @property
    def key(self) -> str:
        """The name."""
        return f"fact:{self.name}"

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows."""
        rows = wrapped(self.value, (), max(8, width - NAMES - 1), self.tone)
        return [
            ((pad(self.name if place == 0 else "", NAMES), self.tone or "dim"), *row) for place, row in enumerate(rows)
        ]


def claim_items(claim: Claim, view: TopicView, entries: Mapping[str, DocumentEntry]) -> list[Item]:
    """Return the rows that explain a claim: its topic's status and why, its words and facts, the other sources'."""
    rows = [*_status_items(claim, view), WordsItem(" "), SaidItem(claim), WordsItem(" ")]
    read = dict(facts(view.as_read[claim.id])) if claim.id in view.as_read else {}
    for name, value in facts(claim):
        corrected = f"{squeeze(value) or '–'} (yours; the rules read {squeeze(read.get(name, '')) or 'nothing'})"
        if read and read.get(name) != value:
            rows.append(FactItem(name, corrected, "mark"))
        elif value:
            rows.append(FactItem(name, squeeze(value)))
    rows.append(FactItem("article", source_of(entries.get(claim.document)) or squeeze(claim.document)))
    if verdict := view.verdicts.get(claim.id):
        sign = verdict_sign(verdict)
        rows.append(FactItem("verdict", f"{sign.sign} {sign.word} (yours)", "mark"))
    if note := view.notes.get(claim.id):
        rows.append(FactItem("note", f"{NOTE.sign} {squeeze(note)}", "mark"))
    group = view.group_of(claim.id)
    if group is None or group.topic is None:
        return rows
    for other in (*group.own, *group.others):
        if other.id != claim.id:
            rows += [WordsItem(" "), SourceItem(other, entries.get(other.document), group.status)]
    if group.hidden:
        rows += [WordsItem(" "), WordsItem(f"and {group.hidden} more")]
    return rows


def _status_items(claim: Claim, view: TopicView) -> list[Item]:
    """Return the rows that say why a claim has its status."""
    group = view.group_of(claim.id)
    if group is None:
        return [WordsItem("Its topic is not among those that the sidebar lists.")]
    sign = STATUSES[group.status]
    if group.topic is None:
        return [WordsItem(f"{sign.sign} {sign.word}: nothing comparable was found in another source.", sign.tone)]
    return [
        WordsItem(f"{sign.sign} {sign.word}: {squeeze(group.topic.label)}", sign.tone),
        WordsItem(squeeze(group.topic.reason), ""),
        *([WordsItem(squeeze(group.topic.weighed), "")] if group.topic.weighed else []),
        WordsItem(f"{sign.word} means: {MEANINGS[group.status]}"),
    ]


def rule_items(claim: Claim, explained: Sequence[Explained]) -> list[Item]:
    """Return the rows of the rules that made a claim, and of the numbers of its sentence that are no figures."""
    own = [one for one in explained if one.claim is not None and one.claim.id == claim.id]
    rows: list[Item] = []
    for fired in (fired for one in own for fired in one.rules):
        rows.append(FactItem("made by", _fired(fired)))
    others = number_items([one for one in explained if one.claim is None])
    return [*([WordsItem(" ")] if rows else []), *rows, *([WordsItem(" ")] if others else []), *others]


def number_items(explained: Sequence[Explained]) -> list[Item]:
    """Return the rows of numbers that are no figures, each with the rule that kept it out."""
    return [
        FactItem(
            "number",
            f"“{squeeze(one.words)}” is no figure: {'; '.join(_fired(fired, words=False) for fired in one.rules)}",
        )
        for one in explained
    ]


def _fired(fired: Fired, *, words: bool = True) -> str:
    """Return a rule that fired in words: what it matches, its id, and the words it matched."""
    rule = f"{fired.matches} ({fired.rule})" if fired.matches else fired.rule
    return f"{rule}: “{squeeze(fired.words)}”" if words else rule


def facts(claim: Claim) -> Iterable[tuple[str, str]]:
    """Yield the facts of a claim as (name, value); a value that is not known is empty."""
    yield (
        "kind",
        f"{claim.kind.value}: {SPOKEN[direct_of(claim)]}" if claim.kind is ClaimKind.QUOTATION else claim.kind.value,
    )
    yield "words", f"“{squeeze(claim.surface)}”"
    if isinstance(claim, Figure):
        yield "value", value_in_words(claim.quantity)
        yield "counted", claim.quantity.subject or ""
        yield "of", claim.quantity.of or ""
        yield "period", " to ".join(dict.fromkeys(claim.around.period or ())) if claim.around else ""
    if (when := time_of(claim)) is not None:
        yield "when", when_in_words(when)
    yield "meant", "" if claim.meant is Meant.ASSERTED else claim.meant.value
    yield "about", (subject_of(claim) if not isinstance(claim, Figure) else "") or ""
    yield "stance", stance_of(claim) or ""
    yield (
        "speaker",
        f"{claim.speaker} ({claim.speaker_how})" if claim.speaker and claim.speaker_how else claim.speaker or "",
    )
    yield "cue", claim.cue or ""
    yield "origin", ", ".join(claim.origin)
    yield "hedges", ", ".join(claim.hedges)
    yield "rule", claim.rule
    yield (
        "place",
        f"{claim.document}, line {claim.line}, characters {claim.span.start}–{claim.span.end}, {claim.zone.value}",
    )


def quantity_in_words(quantity: Quantity) -> str:
    """Return a quantity as read: bound, value or range, unit, and whether it is approximate."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low != high:
        value = f"{_number(low)} to {_number(high)}"
    else:
        value = _number(high if low is None else low)
    parts = [
        "about" if quantity.approximate else "",
        quantity.bound.value if quantity.bound else "",
        value,
        quantity.unit or "",
    ]
    return " ".join(part for part in parts if part)


def value_in_words(quantity: Quantity) -> str:
    """Return a quantity as written and as read, and where it is open at one end, what it leaves open."""
    low, high = quantity.low, quantity.high
    read = quantity_in_words(quantity)
    if (low is None) != (high is None):
        read += f" ({_number(low)} and more)" if low is not None else f" (up to {_number(high)})"
    raw = squeeze(quantity.raw)
    return read if raw in read else f"“{raw}” → {read}"


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:,.15g}"


def when_in_words(when: When) -> str:
    """Return a time as written and as read: the dates it runs from and to, and how exact it is."""
    raw = squeeze(when.raw)
    if when.first is None and when.last is None:
        return f"“{raw}” (open: the article does not say which)"
    dates = when.first if when.first == when.last else f"{when.first or '…'} to {when.last or '…'}"
    inferred = f"; inferred: {when.inferred}" if when.inferred else ""
    return f"“{raw}” → {dates} ({when.precision.value}{inferred})"


def link_items(walk: LinkWalk, diff: Diff, decided: str = "") -> list[Item]:
    """Return the rows that explain the link in use, with a word diff where the passages share their wording.

    ``decided`` is what the person decided about the passages.
    """
    link = walk.link
    if link is None:
        return [WordsItem("No link is selected.")]
    sign = link_sign(link.status)
    rows: list[Item] = [
        WordsItem(
            f"{sign.sign} {sign.word}, strength {link.score:.2f}{', pinned by you' if link.pinned else ''}", sign.tone
        ),
        WordsItem(" "),
    ]
    rows += [WordsItem(f"· {squeeze(one)}", "") for one in link.reasons]
    if decided:
        rows += [WordsItem(" "), WordsItem(f"yours: {decided}", "mark")]
    marked = diff_items(link, diff)
    for place, (name, side) in enumerate((("left", link.a), ("right", link.b))):
        signs = " ".join(SIGNS["inserted" if place else "deleted"])
        only = f"; {signs} only here" if marked else ""
        rows += [
            WordsItem(" "),
            WordsItem(f"{name}, {side.document}, line {side.line}{only}"),
            marked[place] if marked else WordsItem(f"“{squeeze(side.text)}”", ""),
        ]
    return rows
