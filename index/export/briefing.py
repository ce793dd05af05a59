"""A briefing: every topic with its status, the reason, and each source's own words with article, date and line."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

from index.notes import Effects
from index.records import STATUS_SIGNS, Claim, DocumentEntry, Status, Topic, said_place

HEADINGS = {
    Status.CONFLICT: "In conflict",
    Status.SCOPE_DIFFERS: "Different in scope",
    Status.UPDATE: "Updated by a later source",
    Status.COMPATIBLE: "Compatible",
    Status.ONE_ORIGIN: "Repeated from one origin",
    Status.CORROBORATED: "Corroborated",
    Status.ALONE: "In one source only",
}
NOTICE = "This reports what the sources say; it does not say who is right."

ABREAST = 4
"""Sources beside each other; more stand in another table."""

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&$]|\A[#+=-]|\A\d+(?=[.)]))")
"""What means something in Markdown: anywhere, or where a line begins."""
_ADDRESS = re.compile(r"https?://[^\s<>\\`|]+")


def claims_as_markdown(
    claims: Iterable[Claim], topics: Iterable[Topic], entries: Mapping[str, DocumentEntry], effects: Effects
) -> str:
    """Return a Markdown briefing of the claims by topic, what the sources say on one thing side by side.

    Every claim stands with its article, date, line and exact words.
    """
    lines = ["# What the sources say", "", NOTICE, "", "## Sources", ""]
    lines += [f"{entry.number}. {_source(entry, _linked)}" for entry in entries.values()]
    for status, group in _by_status(claims, topics):
        lines += ["", f"## {STATUS_SIGNS[status].sign} {HEADINGS[status]}"]
        for topic, members in group:
            lines += ["", f"### {_markdown(topic.label)}", "", _markdown(topic.reason), ""]
            sides = _by_source(members)
            if len(sides) == 1:
                lines += [f"- {_said(claim, entries[claim.document], effects, _markdown)}" for claim in members]
            for first in range(0, len(sides) if len(sides) > 1 else 0, ABREAST):
                lines += [""] if first else []
                lines += _table(sides[first : first + ABREAST], entries, effects)
    return "\n".join(lines) + "\n"


def _table(sides: Sequence[Sequence[Claim]], entries: Mapping[str, DocumentEntry], effects: Effects) -> list[str]:
    """Return a table with a column for each source: its name and date, and below its claims, each with its line."""
    heads = [_place(entries[side[0].document], _markdown) for side in sides]
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(sides)]
    for row in range(max(map(len, sides))):
        cells = [
            f"{_words(side[row], _markdown)} ({_about(side[row], entries[side[row].document], effects, _markdown)})"
            if row < len(side)
            else ""
            for side in sides
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def claims_as_html(
    claims: Iterable[Claim], topics: Iterable[Topic], entries: Mapping[str, DocumentEntry], effects: Effects
) -> str:
    """Return the briefing as one HTML page that needs no network and no script."""
    body = [f"<h1>What the sources say</h1><p>{NOTICE}</p><h2>Sources</h2><ol>"]
    body += [f"<li>{_source(entry, escape)}</li>" for entry in entries.values()]
    body.append("</ol>")
    for status, group in _by_status(claims, topics):
        body.append(f'<h2 class="{status}">{STATUS_SIGNS[status].sign} {HEADINGS[status]}</h2>')
        for topic, members in group:
            body.append(f"<section><h3>{escape(topic.label)}</h3><p>{escape(topic.reason)}</p>")
            body.append('<div class="sides">')
            for side in _by_source(members):
                body.append(f"<div><h4>{_place(entries[side[0].document], escape)}</h4><ul>")
                body += [
                    f"<li>{_words(claim, escape)} ({_about(claim, entries[claim.document], effects, escape)})</li>"
                    for claim in side
                ]
                body.append("</ul></div>")
            body.append("</div></section>")
    return PAGE.replace("BODY", "\n".join(body))


def _by_source(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Return the claims of each document, the documents in the order in which they come first."""
    sides: dict[str, list[Claim]] = {}
    for claim in claims:
        sides.setdefault(claim.document, []).append(claim)
    return list(sides.values())


def _by_status(
    claims: Iterable[Claim], topics: Iterable[Topic]
) -> list[tuple[Status, list[tuple[Topic, Sequence[Claim]]]]]:
    """Return the topics that have a claim, with their claims, under their statuses, conflicts first."""
    by_id = {claim.id: claim for claim in claims}
    groups: dict[Status, list[tuple[Topic, Sequence[Claim]]]] = {status: [] for status in STATUS_SIGNS}
    for topic in topics:
        if members := [by_id[id_] for id_ in topic.claims if id_ in by_id]:
            groups[topic.status].append((topic, members))
    return [(status, group) for status, group in groups.items() if group]


def _source(entry: DocumentEntry, safe: Callable[[str], str]) -> str:
    metadata = entry.metadata
    facts = [entry.title, metadata.outlet, ", ".join(metadata.authors), metadata.published, metadata.url, entry.id]
    return " · ".join(safe(fact) for fact in facts if fact)


def _said(claim: Claim, entry: DocumentEntry, effects: Effects, safe: Callable[[str], str]) -> str:
    """Return one claim: its words in its sentence, where it stands, and who says it."""
    return f"{_words(claim, safe)} ({_place(entry, safe)}, {_about(claim, entry, effects, safe)})"


def _place(entry: DocumentEntry, safe: Callable[[str], str]) -> str:
    """Return an article's number, outlet and date."""
    date = f", {safe(entry.metadata.published)}" if entry.metadata.published else ""
    return f"{safe(f'[{entry.number}]')} {safe(entry.metadata.outlet or entry.title)}{date}"


def _words(claim: Claim, safe: Callable[[str], str]) -> str:
    """Return the exact words of a claim and the sentence they stand in."""
    surface, sentence = " ".join(claim.surface.split()), " ".join(claim.text.split())
    return f"“{safe(surface)}” in “{safe(sentence)}”" if surface != sentence else f"“{safe(sentence)}”"


def _about(claim: Claim, entry: DocumentEntry, effects: Effects, safe: Callable[[str], str]) -> str:
    """Return a claim's page, chapter or line, its speaker and origin, and what the user decided about it."""
    speaker = f", {safe(claim.speaker)}" if claim.speaker else ""
    origin = f", from {safe(', '.join(claim.origin))}" if claim.origin else ""
    verdict, note = effects.verdicts.get(claim.id), effects.claim_notes.get(claim.id)
    judged = (f"; verdict: {safe(verdict)}" if verdict else "") + (f"; note: {safe(note)}" if note else "")
    return f"{safe(said_place(entry.places, claim.line))}{speaker}{origin}{judged}"


def _linked(text: str) -> str:
    """Return an address as one that can be followed, all else as words."""
    return f"<{text}>" if _ADDRESS.fullmatch(text) else _markdown(text)


def _markdown(text: str) -> str:
    return _MARKDOWN.sub(_escaped, " ".join(text.split()))


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>What the sources say</title>
<style>
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
body { overflow-wrap: anywhere }
h2 { border-bottom: 1px solid; padding-bottom: .2rem } .conflict { color: light-dark(#a40000, #ff8a80) }
section { break-inside: avoid } li { margin: .3rem 0 } h4 { margin: .3rem 0 } ul { padding-left: 1.2rem }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0 1.5rem }
</style></head><body>
BODY
</body></html>
"""
