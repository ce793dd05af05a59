"""The one place where a document's text becomes something a widget may show.

Nothing here parses markup, and what could steer a terminal is replaced, one character for one, so that offsets stay.
"""

from rich.cells import cell_len, set_cell_size, split_graphemes
from textual.content import Content
from textual.style import Style

from index.reading import cleaning


def clean(text: str) -> str:
    """Return ``text``, as long as it was, without anything that steers a terminal; tabs and line ends become blanks."""
    return cleaning.clean(text).replace("\n", " ")


def clean_lines(text: str) -> str:
    """Return ``text``, as long as it was, without anything that steers a terminal; line ends are kept."""
    return cleaning.clean(text)


def squeeze(text: str) -> str:
    """Return clean text on one line, each run of white space one blank."""
    return " ".join(clean(text).split())


def content(text: str, style: str | Style = "") -> Content:
    """Return document text as content of one style; nothing in it is markup."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def fit(text: str, cells: int) -> str:
    """Return ``text`` cut to at most ``cells`` terminal cells, with an ellipsis where something was cut."""
    if cell_len(text) <= cells:
        return text
    if cells <= 1:
        return "…"[:cells]
    return set_cell_size(text, cells - 1).rstrip() + "…"


def pad(text: str, cells: int) -> str:
    """Return ``text`` cut or filled with blanks to exactly ``cells`` terminal cells."""
    return set_cell_size(fit(text, cells), cells)


def joined(parts: list[str | None], separator: str = " · ") -> str:
    """Return the parts that are there, in one line."""
    return separator.join(part for part in parts if part)


__all__ = [
    "cell_len",
    "clean",
    "clean_lines",
    "content",
    "fit",
    "joined",
    "pad",
    "split_graphemes",
    "squeeze",
]
