"""How the command line prints: JSON, tables and marked text, with nothing in it that a terminal would obey."""

import json
import os
import shutil
import sys
from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len, set_cell_size

REVERSED, BOLD, DIM, PLAIN = "\x1b[7m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
NARROWEST = 12
"""Cells below which a column is not cut any further."""


def print_json(value: dict[str, Any]) -> None:
    """Print one JSON object; what is no text in it is escaped, and all that the terminal's encoding lacks."""
    from index.export import json_text

    sys.stdout.write(encodable(json_text(value)))


def print_file(written: str) -> None:
    """Print what is made to be kept in a file: UTF-8, whatever the terminal has, unless a person looks at it."""
    if sys.stdout.isatty():
        sys.stdout.write(written)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(written.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def encodable(written: str) -> str:
    """Return JSON with what the encoding of the standard output lacks escaped."""
    try:
        written.encode(sys.stdout.encoding or "utf-8", "strict")
    except UnicodeEncodeError:
        return json.dumps(json.loads(written), indent=2) + "\n"
    return written


def styled() -> bool:
    """Return whether escape sequences may be printed: a terminal, and no NO_COLOR in the environment."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def style(text: str, code: str) -> str:
    """Return ``text`` between ``code`` and its end, where escape sequences may be printed."""
    return f"{code}{text}{PLAIN}" if styled() else text


def fit(text: str, width: int) -> str:
    """Return ``text`` in exactly ``width`` terminal cells, with … where it was cut."""
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows in aligned columns; on a terminal the widest columns are cut so that a row is one line."""
    table = [tuple(head), *(tuple(printable(value) for value in row) for row in rows)]
    widths = [max(cell_len(row[column]) for row in table) for column in range(len(head))]
    if sys.stdout.isatty():
        room = shutil.get_terminal_size().columns - 2 * (len(head) - 1)
        while sum(widths) > room and max(widths) > NARROWEST:
            widths[widths.index(max(widths))] -= 1
    for number, row in enumerate(table):
        line = "  ".join(fit(value, width) for value, width in zip(row, widths, strict=True))
        print(style(line.rstrip(), BOLD) if number == 0 else line.rstrip())


def printable(text: str) -> str:
    """Return ``text`` on one line with every character a terminal could obey replaced."""
    from index.reading.cleaning import clean

    return " ".join(clean(text).split())
