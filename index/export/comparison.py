"""One comparison as text, JSON, Markdown, or a web page (`comparison_page`)."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from index.counting import counted
from index.export.comparison_names import NOTICE, called
from index.export.comparison_page import comparison_as_html
from index.export.json_text import json_text
from index.records import Comparison, Document, Link, Side, link_named, said_place
from index.terms import LINKED_ZONES

_ALONE_SHOWN = 5
_ALONE_WIDTH = 110

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~&]|(?<!\w)-|-(?!\w))")


def comparison_as_text(comparison: Comparison, a: Document, b: Document) -> str:
    """Return the comparison as plain lines: both articles, the links best first, a few passages that stand alone.

    Links keep their numbers, those of their places in the article, in every format.
    """
    lines = [f"A  {_source(a)}", f"B  {_source(b)}", _summary(comparison, a, b), ""]
    numbered = enumerate(comparison.links, 1)
    best = sorted(numbered, key=lambda entry: (not entry[1].pinned, -entry[1].score, entry[0]))
    for number, link in best:
        sign, word = link_named(link.status)
        pinned = ", linked by hand" if link.pinned and "linked by hand" not in link.reasons else ""
        lines.append(f"{number}  {sign} {word}  {link.score:.2f}  {'; '.join(link.reasons)}{pinned}")
        lines += [f"   A {_at(a, link.a)}: {_flat(link.a.text)}", f"   B {_at(b, link.b)}: {_flat(link.b.text)}", ""]
    for name, document, sides in (("A", a, comparison.only_a), ("B", b, comparison.only_b)):
        if sides:
            lines.append(f"Only in {name}")
            lines += [
                f"   {name} {_at(document, side)}: {_shortened(_flat(side.text))}" for side in sides[:_ALONE_SHOWN]
            ]
            if len(sides) > _ALONE_SHOWN:
                lines.append(f"   … and {counted(len(sides) - _ALONE_SHOWN, 'sentence')} more (all with --format md)")
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def comparison_object(comparison: Comparison) -> dict[str, Any]:
    """Return the object that ``compare --format json`` prints: stable keys in stable order, absent facts null."""
    return {
        "schema": 1,
        "a": comparison.a,
        "b": comparison.b,
        "similarity": comparison.similarity,
        "links": [
            {
                "a": _side(link.a),
                "b": _side(link.b),
                "score": link.score,
                "status": link.status,
                "reasons": list(link.reasons),
                "pinned": link.pinned,
            }
            for link in comparison.links
        ],
        "only_a": [_place(side) for side in comparison.only_a],
        "only_b": [_place(side) for side in comparison.only_b],
        "topics": list(comparison.topics),
        "shared_wording": comparison.shared_wording,
        "threshold": comparison.threshold,
    }


def comparison_as_json(comparison: Comparison, _a: Document, _b: Document) -> str:
    """Return the comparison as JSON, see `comparison_object`."""
    return json_text(comparison_object(comparison))


def comparison_as_markdown(comparison: Comparison, a: Document, b: Document) -> str:
    """Return the comparison as Markdown: a heading for each link, both passages as quotations with their lines."""
    lines = ["# Two articles side by side", "", f"- A: {_escaped(_source(a))}", f"- B: {_escaped(_source(b))}", ""]
    lines += [_escaped(_summary(comparison, a, b)), "", NOTICE, ""]
    for number, link in enumerate(comparison.links, 1):
        lines += _markdown_link(number, link, a, b)
    for name, document, sides in (("A", a, comparison.only_a), ("B", b, comparison.only_b)):
        if sides:
            lines += [f"## Only in {name}", ""]
            lines += [
                f"- {_escaped(said_place(document.places, side.line))}: {_escaped(_flat(side.text))}" for side in sides
            ]
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _at(document: Document, side: Side) -> str:
    """Return the page or chapter of a side, else the number of its line."""
    return document.place(side.line) or str(side.line)


def _markdown_link(number: int, link: Link, a: Document, b: Document) -> list[str]:
    sign, word = link_named(link.status)
    return [
        f"## {number}. {_escaped(sign)} {word} ({link.score:.2f})",
        "",
        _escaped("; ".join(link.reasons)),
        "",
        f"> {_escaped(_flat(link.a.text))}",
        ">",
        f"> — A, {_escaped(said_place(a.places, link.a.line))}",
        "",
        f"> {_escaped(_flat(link.b.text))}",
        ">",
        f"> — B, {_escaped(said_place(b.places, link.b.line))}",
        "",
    ]


def _summary(comparison: Comparison, a: Document, b: Document) -> str:
    conflicts = sum(link.status == "conflict" for link in comparison.links)
    alone = ", ".join(
        f"{len(sides)} of {_comparable(document)} sentences only in {name}"
        for name, sides, document in (("A", comparison.only_a, a), ("B", comparison.only_b, b))
    )
    return (
        f"{counted(len(comparison.links), 'link')}, {counted(conflicts, 'conflict')}; {alone}; "
        f"similarity {comparison.similarity:.2f}; links from {comparison.threshold:.2f} up"
    )


def _comparable(document: Document) -> int:
    return sum(sentence.zone in LINKED_ZONES for sentence in document.sentences)


def _source(document: Document) -> str:
    metadata = document.metadata
    known = [document.id, called(document), metadata.outlet, metadata.published, f"{document.words} words"]
    return " · ".join(dict.fromkeys(_flat(part) for part in known if part))


def _shortened(text: str) -> str:
    return text if len(text) <= _ALONE_WIDTH else text[:_ALONE_WIDTH].rsplit(" ", 1)[0] + " …"


def _side(side: Side) -> dict[str, Any]:
    return {**_place(side), "text": side.text}


def _place(side: Side) -> dict[str, Any]:
    return {"line": side.line, "start": side.span.start, "end": side.span.end}


def _flat(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """Return text that Markdown shows as it stands."""
    return _MARKDOWN.sub(r"\\\1", text)


FORMATS: Mapping[str, Callable[[Comparison, Document, Document], str]] = {
    "text": comparison_as_text,
    "json": comparison_as_json,
    "md": comparison_as_markdown,
    "html": comparison_as_html,
}
"""How a comparison can be written, by the name of the format."""
