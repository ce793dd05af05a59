"""One comparison as a web page that stands alone: no network, no script, legible on a phone, on paper, in the dark."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from index.comparison import word_diff
from index.counting import counted
from index.export.comparison_names import NOTICE, called
from index.export.comparison_style import STYLE
from index.records import LINK_SIGNS, Comparison, Document, Link, Side, Span, link_named
from index.terms import LINKED_ZONES

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def comparison_as_html(comparison: Comparison, a: Document, b: Document) -> str:
    """Return the comparison as one HTML page: the links with both passages, conflicts first, then both articles whole.

    Linked passages carry the number of their links on both sides and lead to each other. Status is told by word, sign
    and colour. Everything that comes from a document is escaped; the page loads nothing and needs no script.
    """
    title = f"{called(a)} — {called(b)}"
    body = [
        f"<header><h1>{_text(called(a))} <small>and</small> {_text(called(b))}</h1>",
        f"<p class=about>A: {_about(a)}<br>B: {_about(b)}</p>",
        f"<p>{_counts(comparison)}</p><p class=notice>{escape(NOTICE)}</p></header>",
        _links(comparison.links, (_language(a), _language(b))),
        "<main>",
        _article("a", "A", a, [link.a for link in comparison.links], comparison),
        _article("b", "B", b, [link.b for link in comparison.links], comparison),
        "</main>",
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{_text(title)}</title><style>{STYLE}</style></head>\n<body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def _text(text: str) -> str:
    return escape(" ".join(text.split()))


def _counts(comparison: Comparison) -> str:
    conflicts = sum(link.status == "conflict" for link in comparison.links)
    links = len(comparison.links)
    return (
        f"{counted(links, 'link')}, {counted(conflicts, 'conflict')}; "
        f"similarity {comparison.similarity:.2f}; links from {comparison.threshold:.2f} up"
    )


def _about(document: Document) -> str:
    metadata = document.metadata
    facts = [metadata.outlet, ", ".join(metadata.authors), metadata.published, f"{document.words:,} words", document.id]
    return " · ".join(_text(fact) for fact in facts if fact)


def _language(document: Document) -> str:
    return f' lang="{escape(document.metadata.language)}"' if document.metadata.language else ""


def _badge(status: str) -> str:
    sign, word = link_named(status)
    return f'<span class="badge {escape(status)}"><span aria-hidden="true">{sign}</span> {escape(word)}</span>'


def _links(links: Sequence[Link], languages: tuple[str, str]) -> str:
    if not links:
        return "<nav><h2>Links</h2><p>No passage of one speaks of the same thing as a passage of the other.</p></nav>"
    rows = [(link.status == "conflict", _link(number, link, languages)) for number, link in enumerate(links, 1)]
    parts = []
    for conflict, heading in ((True, "Conflicts"), (False, "Links")):
        if found := [row for is_conflict, row in rows if is_conflict is conflict]:
            parts.append(f"<h2>{heading}</h2><ol>{''.join(found)}</ol>")
    return f"<nav>{''.join(parts)}</nav>"


def _link(number: int, link: Link, languages: tuple[str, str]) -> str:
    words = _diff(link) or "".join(
        f'<blockquote dir="auto"{language}><b>{letter}</b> {_text(side.text)}</blockquote>'
        for letter, language, side in zip("AB", languages, (link.a, link.b), strict=True)
    )
    return (
        f'<li id="link-{number}"><b>{number}</b> {_badge(link.status)} '
        f'<a href="#a-{number}">A, line {link.a.line}</a> · <a href="#b-{number}">B, line {link.b.line}</a> '
        f"<span class=score>{link.score:.2f}</span><br><span class=reasons>{_text('; '.join(link.reasons))}</span>"
        f"<div class=pair>{words}</div></li>"
    )


def _diff(link: Link) -> str:
    """Return what A and B put differently in one wording: A's words struck, B's underlined."""
    if link.status != "wording":
        return ""
    pieces = []
    for change in word_diff(link.a.text, link.b.text):
        a, b = _text(link.a.text[slice(*change.a)]), _text(link.b.text[slice(*change.b)])
        if change.kind == "same":
            pieces.append(a)
        else:
            pieces += [f"<del>{a}</del>"] * bool(a) + [f"<ins>{b}</ins>"] * bool(b)
    return f'<blockquote class=diff dir="auto">{" ".join(pieces)}</blockquote>'


def _article(key: str, letter: str, document: Document, sides: Sequence[Side], comparison: Comparison) -> str:
    alone = comparison.only_a if key == "a" else comparison.only_b
    all_of_it = sum(sentence.zone in LINKED_ZONES for sentence in document.sentences)
    painter = _Painter(key, [(side.span, link) for side, link in zip(sides, comparison.links, strict=True)])
    return (
        f'<article id="{key}"{_language(document)}>'
        f"<h2><span class=letter>{letter}</span> {_text(called(document))}</h2>"
        f"<p class=about>{_about(document)}<br>{len(alone)} of {all_of_it} sentences stand only here</p>"
        f"{''.join(painter.paragraphs(document))}</article>"
    )


class _Painter:
    """Writes a document's lines as paragraphs, its linked passages marked with the numbers of their links."""

    def __init__(self, key: str, links: Sequence[tuple[Span, Link]]) -> None:
        self.key = key
        self.other = "b" if key == "a" else "a"
        self.links = [(span, number, link) for number, (span, link) in enumerate(links, 1)]
        self.links.sort(key=lambda entry: (entry[0], entry[1]))
        self.first = 0
        """Links before this one end before the line at hand."""
        self.marked: set[int] = set()

    def paragraphs(self, document: Document) -> list[str]:
        """Return one paragraph for each line of the document that is not blank."""
        zones = [zone for zone in document.zones if zone.kind not in LINKED_ZONES]
        paragraphs = []
        start = 0
        for line in document.text.split("\n"):
            span = Span(start, start + len(line))
            start = span.end + 1
            if line.strip() and span.start >= document.front:
                kind = next((zone.kind.value for zone in zones if zone.span.start <= span.start < zone.span.end), "")
                label = f"<small>{kind}</small> " if kind and kind != "heading" else ""
                paragraphs.append(f'<p dir="auto" class="{kind or "body"}">{label}{self._line(document, span)}</p>')
        return paragraphs

    def _line(self, document: Document, line: Span) -> str:
        while self.first < len(self.links) and self.links[self.first][0].end <= line.start:
            self.first += 1
        near = []
        for entry in self.links[self.first :]:
            if entry[0].start >= line.end:
                break
            near.append(entry)
        cuts = {line.start, line.end}
        for span, _, _ in near:
            cuts |= {max(line.start, span.start), min(line.end, span.end)}
        places = sorted(cut for cut in cuts if line.start <= cut <= line.end)
        return "".join(self._piece(document, Span(x, y), near) for x, y in pairwise(places))

    def _piece(self, document: Document, piece: Span, near: Sequence[tuple[Span, int, Link]]) -> str:
        text = escape(document.slice(piece))
        over = [(number, link) for span, number, link in near if span.touches(piece)]
        if not over:
            return text
        numbers = []
        for number, link in over:
            if number not in self.marked:
                self.marked.add(number)
                sign, word = link_named(link.status)
                numbers.append(
                    f'<a class="number {escape(link.status)}" id="{self.key}-{number}" href="#{self.other}-{number}" '
                    f'title="{escape(word)}: {_text("; ".join(link.reasons))}">{number}{sign}</a>'
                )
        strongest = next((s for s in LINK_SIGNS if any(link.status == s for _, link in over)), "related")
        return f'<mark class="{strongest}">{"".join(numbers)}{text}</mark>'
