"""``rednote-tui why``."""

import argparse
from pathlib import Path

from index.errors import RednoteError
from index.export.objects import why_object
from index.records import Document, Explained, Span
from tui.command_line.opening import fresh_corpus, say
from tui.command_line.output import BOLD, DIM, print_json, printable, style

HINT = "write it like article.txt:12"


def run(arguments: argparse.Namespace) -> int:
    """Print the claims of a line with the rules that made them, and its other numbers; 1 when there are neither."""
    name, line = _place(arguments.place)
    if not arguments.paths and Path(name).is_file():
        arguments.paths, name = [Path(name)], "1"
    with fresh_corpus(arguments) as corpus:
        entry = corpus.resolve(name)
        explained = corpus.why(entry.id, _line(corpus.document(entry.id), line))
    if arguments.json:
        print_json(why_object(explained))
    elif explained:
        for one in explained:
            print("\n".join(lines_of(one)))
    else:
        say(f"{printable(entry.id)}, line {line}: no claim and no number")
    return 0 if explained else 1


def _place(written: str) -> tuple[str, int]:
    """Return the name and the line that ``FILE:LINE`` tells. Raises RednoteError."""
    name, _, line = written.rpartition(":")
    if not name or not line.isdecimal() or int(line) < 1:
        raise RednoteError(f"“{written}” does not say which line", HINT)
    return name, int(line)


def _line(document: Document, number: int) -> Span:
    """Return the span of a line, from 1. Raises RednoteError when the file has not so many."""
    lines = document.text.split("\n")
    if number > len(lines):
        raise RednoteError(f"{document.id} has {len(lines):,} lines", HINT)
    start = sum(len(line) + 1 for line in lines[: number - 1])
    return Span(start, start + len(lines[number - 1]) + 1)


def lines_of(one: Explained) -> list[str]:
    """Return the lines that explain a claim, or a number that is no figure: its words, then each rule."""
    verdict = one.claim.kind.value if one.claim else "no figure"
    head = style(" ".join(printable(one.words).split()), BOLD)
    lines = [f"{style(f'{one.line}:', DIM)} {head}  {verdict}"]
    for fired in one.rules:
        words = " ".join(printable(fired.words).split())
        matches = f"  {fired.matches}" if fired.matches else ""
        lines.append(f"    {fired.rule}{matches}" + (f"  “{words}”" if words and fired.span != one.span else ""))
    return lines
