"""Why a claim has its status and a link its place: every fact behind it, in rows of a list."""

from collections.abc import Iterable, Mapping

from index.records import Claim, DocumentEntry, Quantity, When
from tui.linking import LinkWalk
from tui.panes.claims import ClaimItem
from tui.panes.listing import Item
from tui.panes.results import WordsItem
from tui.signs import NOTE, STATUSES, link_sign, verdict_sign
from tui.text import squeeze
from tui.topicview import TopicView
from tui.wording import SIGNS, Diff, diff_items


def claim_items(claim: Claim, view: TopicView, entries: Mapping[str, DocumentEntry]) -> list[Item]:
    """Return the rows that explain a claim: its facts, its topic's status and reason, the other sources' words."""
    rows: list[Item] = [WordsItem(f"“{squeeze(claim.text)}”", ""), WordsItem(" ")]
    read = dict(facts(view.as_read[claim.id])) if claim.id in view.as_read else {}
    for name, value in facts(claim):
        corrected = f"{squeeze(value) or '–'} (yours; the rules read {squeeze(read.get(name, '')) or 'nothing'})"
        if read and read.get(name) != value:
            rows.append(WordsItem(f"{name:<11}{corrected}", "mark"))
        elif value:
            rows.append(WordsItem(f"{name:<11}{squeeze(value)}", ""))
    if verdict := view.verdicts.get(claim.id):
        sign = verdict_sign(verdict)
        rows.append(WordsItem(f"{'verdict':<11}{sign.sign} {sign.word} (yours)", "mark"))
    if note := view.notes.get(claim.id):
        rows.append(WordsItem(f"{'note':<11}{NOTE.sign} {squeeze(note)}", "mark"))
    group = view.group_of(claim.id)
    if group is None or group.topic is None:
        return [
            *rows,
            WordsItem(" "),
            WordsItem(f"{STATUSES[group.status].sign if group else '·'} No other source says anything on this."),
        ]
    sign = STATUSES[group.status]
    rows += [
        WordsItem(" "),
        WordsItem(f"{sign.sign} {sign.word}: {squeeze(group.topic.label)}", sign.tone),
        WordsItem(squeeze(group.topic.reason), ""),
        WordsItem(" "),
    ]
    for other in (*group.own, *group.others):
        if other.id == claim.id:
            continue
        entry = entries.get(other.document)
        rows.append(ClaimItem(other, entry.number if entry else 0, True, group.status))
        title = squeeze(entry.title) if entry else other.document
        whole = len(other.surface) > 0.8 * len(other.text)
        rows.append(WordsItem(f"    {title}" if whole else f"    {title}: “{squeeze(other.text)}”"))
    return rows


def facts(claim: Claim) -> Iterable[tuple[str, str]]:
    """Yield the facts of a claim as (name, value); a value that is not known is empty."""
    yield "kind", claim.kind.value
    yield "words", claim.surface
    if claim.quantity is not None:
        yield "value", quantity_in_words(claim.quantity)
        yield "counted", claim.quantity.subject or ""
    if claim.when is not None:
        yield "when", when_in_words(claim.when)
    yield "about", claim.subject or ""
    yield "stance", claim.stance or ""
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


def _number(value: float | None) -> str:
    if value is None:
        return "?"
    return f"{value:,.0f}" if value == int(value) and abs(value) < 1e15 else f"{value:,g}"


def when_in_words(when: When) -> str:
    """Return a time as read: the dates it runs from and to, and how exact it is."""
    if when.start is None and when.end is None:
        return f"{when.raw} (open: the article does not say which)"
    dates = when.start if when.start == when.end else f"{when.start or '…'} to {when.end or '…'}"
    return f"{dates} ({when.precision.value})"


def link_items(walk: LinkWalk, diff: Diff, decided: str = "") -> list[Item]:
    """Return the rows that explain the link in use, with a word diff where the passages share their wording.

    ``decided`` is what the person decided about the passages.
    """
    link = walk.link
    if link is None:
        return [WordsItem("No link is in use.")]
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
