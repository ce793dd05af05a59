"""What is fuzzed: each target makes an input of its own from a random source, and raises when a promise is broken."""

import random
from collections.abc import Callable
from pathlib import Path

from index.claims import extract_claims
from index.errors import ConfigError, NotesError, ReadingError
from index.notes import Notebook
from index.notes.written import file_text
from index.query import parse_query
from index.reading import Source, read_document
from index.records import Anchor, DecisionKind
from index.settings import load_settings

PIECES = [
    "---\n",
    "title: ",
    "date: ",
    "author: [",
    "&a ",
    "*a ",
    "<<: ",
    "- ",
    "? ",
    "!!int ",
    "'",
    '"',
    "{",
    "}",
    "[",
    "]",
    ": ",
    "\n\n",
    "12 people",
    "1,000",
    "-3–two",
    "3.5 percent",
    "$40 million",
    "about ",
    "at least ",
    "between 3 and 5",
    "half a ",
    "2024-02-30",
    "1 March 2024",
    "on Monday",
    "99 May 9999",
    "by May",
    "“We heard,” said Ada Brandt. ",
    "”",
    "‘",
    "said ",
    "according to ",
    "will ",
    "not ",
    "Mr. ",
    "U.S. ",
    "渡轮",
    "\x1b]0;x\x07",
    "\x9b31m",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\ud800",
    "\0",
    "\r",
    "\t",
    "e\u0301" * 9,
    "<p>",
    "</p>",
    "<meta charset=",
    "&#x9b;",
    "<script>",
    "<!--",
    "http://a.b/",
    "%",
    "°",
    "½",
    "½-",
    "–",
    "—",
    "-",
    ",",
    ".",
    "…",
]
"""Scraps of which articles, queries and settings are put together."""
OPERATORS = [
    "AND",
    "OR",
    "NOT",
    "NEAR/5",
    "(",
    ")",
    '"',
    "~",
    "~2",
    "*",
    "title:",
    "date:",
    "kind:",
    "..",
    ">",
    "=",
    "-",
    "@",
    "?",
]
ENDINGS = [".txt", ".md", ".md", ".html"]


def words(chance: random.Random, most: int = 40, more: tuple[str, ...] = ()) -> str:
    """Return scraps in a row, with some characters of any kind among them."""
    scraps = [*PIECES, *more]
    return "".join(
        chance.choice(scraps) if chance.random() < 0.9 else chr(chance.randrange(0x3000))
        for _ in range(chance.randrange(most))
    )


def turned(chance: random.Random, data: bytes) -> bytes:
    """Return bytes with some of them changed, taken out or doubled."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0 if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at : at + chance.randrange(40)]
            case 2:
                changed[at:at] = changed[: chance.randrange(40)]
            case _:
                del changed[at:]
    return bytes(changed)


def reading(chance: random.Random, scratch: Path) -> None:
    """Any file is a clean document with its claims inside it, or a reason why it is none."""
    file = scratch / f"article{chance.choice(ENDINGS)}"
    data = words(chance, 120).encode("utf-8", "surrogatepass")
    file.write_bytes(turned(chance, data) if chance.random() < 0.3 else data)
    try:
        document = read_document(Source(file.name, str(file), file.stat().st_size, 0), {})
    except ReadingError:
        return
    shown = [document.text, *document.notices, document.metadata.title or "", *document.metadata.authors]
    assert not any(character in text for text in shown for character in ("\x1b", "\x9b", "\u202e", "\0", "\ud800"))
    for claim in extract_claims(document):
        assert 0 <= claim.span.start <= claim.span.end <= len(document.text)


def query(chance: random.Random, _scratch: Path) -> None:
    """Any query is understood somehow, and says how."""
    parse_query(words(chance, 20, tuple(OPERATORS)) + " ".join(chance.choices(OPERATORS, k=chance.randrange(6))))


def settings(chance: random.Random, scratch: Path) -> None:
    """Any settings file is read, or refused with its reason."""
    file = scratch / "config.yaml"
    known = ("corpus: ", "aliases:\n", "catalogue:\n  ", "keys:\n  preset: ", "search:\n  limit: ", "theme: ", "\n")
    file.write_bytes(words(chance, 30, known).encode("utf-8", "surrogatepass"))
    try:
        load_settings(file, {})
    except ConfigError:
        return


def notes(chance: random.Random, scratch: Path) -> None:
    """Damage to the notes loses and changes no decision in silence, and with the copy none at all."""
    file = scratch / "notes.yaml"
    for old in scratch.glob("*notes.yaml*"):
        old.unlink()
    book = Notebook(file)
    for number in range(chance.randrange(1, 6)):
        place = Anchor(f"/a/{number}", "d", number, number + 2, "40", words(chance, 5), words(chance, 5))
        book.add(DecisionKind.NOTE, [place], value=words(chance, 10))
    before = Notebook(file).decisions()
    assert before == book.decisions()
    whole = file.read_bytes()
    assert file_text(before).encode() == whole
    file.write_bytes(turned(chance, whole))
    assert Notebook(file).decisions() == before
    file.with_name("notes.yaml.bak").unlink()
    damaged = Notebook(file)
    after = damaged.decisions()
    assert all(decision in before for decision in after)
    assert after == before or damaged.trouble()


def taken_in(chance: random.Random, scratch: Path) -> None:
    """Any file is taken in whole, or refused and nothing of it is taken."""
    file, book = scratch / "import.yaml", Notebook(None)
    other = Notebook(None)
    other.add(DecisionKind.SEARCH, name="a", value=words(chance, 4))
    data = file_text(other.decisions()).encode()
    rows = "format: 1\ndecisions:\n- id: x\n  made: 2025-01-01T00:00:00+00:00\n  kind: "
    text = rows + chance.choice(list(DecisionKind)) + "\n  value: " + words(chance, 4)
    file.write_bytes(turned(chance, data) if chance.random() < 0.5 else text.encode("utf-8", "surrogatepass"))
    try:
        count = book.take_in(file)
    except NotesError:
        count = 0
    assert len(book.decisions()) == count


TARGETS: dict[str, Callable[[random.Random, Path], object]] = {
    "reading": reading,
    "query": query,
    "settings": settings,
    "notes": notes,
    "taken_in": taken_in,
}
