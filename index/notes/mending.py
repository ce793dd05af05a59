"""A notes file that was damaged: what is whole in it counts, the rest comes from a copy, or is said to be lost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index import limited_yaml
from index.notes.written import FORMAT, decision_of, end_mark, written_check
from index.records import Decision

MOST_VALUES = 5_000_000
"""Values in a notes file: some hundred thousand decisions."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """An entry that does not count: the how-manieth it is, what is wrong with it, and what it may still be known by."""

    number: int
    reason: str
    id: str | None = None
    check: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What stands in a notes file: entries in order, the sound ones as decisions.

    ``whole`` when nothing is missing, as far as can be told; ``newer`` when a later version of this program wrote it;
    ``blank`` when nothing at all stands in it, but for comments.
    """

    entries: tuple[Decision | Damaged, ...]
    whole: bool
    newer: bool = False
    blank: bool = False

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The sound entries."""
        return tuple(entry for entry in self.entries if isinstance(entry, Decision))

    @property
    def damaged(self) -> tuple[Damaged, ...]:
        """The others."""
        return tuple(entry for entry in self.entries if isinstance(entry, Damaged))

    @property
    def sound(self) -> bool:
        """Whether nothing is damaged or missing."""
        return self.whole and not self.damaged


def read_page(data: bytes) -> Page:
    """Return what stands in the bytes of a notes file, however damaged they are."""
    text = data.decode("utf-8-sig", errors="replace")
    try:
        written = limited_yaml.load(text, MOST_VALUES)
    except ValueError:
        written = None
    readable = isinstance(written, dict) and isinstance(written.get("decisions"), list)
    fields = written if readable and isinstance(written, dict) else _pieces(text)
    rows = fields["decisions"]
    # As the program wrote it before there were checks, and as a person may write it.
    unchecked = fields.get("end") is None and fields.get("format") == 1
    entries = _once([_entry(number, row, unchecked) for number, row in enumerate(rows, 1)])
    if unchecked:
        return Page(entries, whole=readable)
    stated = [str(row.get("check")) if isinstance(row, Mapping) else "" for row in rows]
    whole = fields.get("end") == end_mark(stated)
    number = fields.get("format")
    newer = not whole and readable and type(number) is int and number > FORMAT
    return Page(entries, whole, newer, blank=not _split(text))


def restored(page: Page, copies: Iterable[tuple[str, Page]]) -> tuple[Page, dict[str, int]]:
    """Return ``page`` with what is damaged or missing in it taken from the copies, the newest first, and from where.

    The second value says how many entries came from which copy. A decision never changes once it is made, so an entry
    of the same id or check is the very same one.
    """
    taken: dict[str, int] = {}
    for name, copy in copies:
        if page.sound:
            break
        before = {decision.id for decision in page.decisions}
        page = _repaired(page, copy) if page.whole else _completed(page, copy)
        if came := len({decision.id for decision in page.decisions} - before):
            taken[name] = came
    return page, taken


def _repaired(page: Page, copy: Page) -> Page:
    """Return a page none of whose entries is missing with the damaged ones that the copy has."""
    known = {decision.id for decision in page.decisions}
    spare = [decision for decision in copy.decisions if decision.id not in known]
    by_id = {decision.id: decision for decision in spare}
    by_check = {written_check(decision): decision for decision in spare}
    entries: list[Decision | Damaged] = []
    for number, entry in enumerate(page.entries):
        found: Decision | None = None
        if isinstance(entry, Damaged):
            found = by_id.get(entry.id or "") or by_check.get(entry.check or "")
            if found is None and len(copy.entries) == len(page.entries):
                there = copy.entries[number]
                found = there if isinstance(there, Decision) and there.id in by_id else None
        entries.append(found or entry)
    return Page(_once(entries), page.whole)


def _completed(page: Page, copy: Page) -> Page:
    """Return a page that was cut off or torn with the entries of the copy, and after them what only the page has."""
    there = {decision.id for decision in copy.decisions}
    checks = {written_check(decision) for decision in copy.decisions}
    own = [entry for entry in page.entries if entry.id not in there and getattr(entry, "check", None) not in checks]
    if copy.sound:
        # What is torn in the page is whole in the copy, under whatever name.
        own = [entry for entry in own if isinstance(entry, Decision)]
    return Page((*copy.entries, *own), copy.whole)


def _entry(number: int, row: Any, unchecked: bool) -> Decision | Damaged:
    try:
        decision = decision_of(row)
        if not unchecked and row.get("check") is None:
            raise ValueError("its check is missing")
        return decision
    except ValueError as problem:
        fields = row if isinstance(row, Mapping) else {}
        known = {key: str(fields[key]) if fields.get(key) is not None else None for key in ("id", "check")}
        return Damaged(number, str(problem), known["id"], known["check"])


def _once(entries: Sequence[Decision | Damaged]) -> tuple[Decision | Damaged, ...]:
    """Return the entries without a second one of the same id."""
    seen: set[str] = set()
    kept: list[Decision | Damaged] = []
    for entry in entries:
        if isinstance(entry, Decision):
            if entry.id in seen:
                continue
            seen.add(entry.id)
        kept.append(entry)
    return tuple(kept)


def _pieces(text: str) -> dict[str, Any]:
    """Return the fields of a file that is no YAML any more, entry by entry: one that cannot be read is None."""
    fields: dict[str, Any] = {"decisions": []}
    for piece in _split(text):
        try:
            read = limited_yaml.load(piece, MOST_VALUES)
        except ValueError:
            read = None
        if piece.startswith("-"):
            fields["decisions"] += read if isinstance(read, list) else [None]
        elif isinstance(read, dict):
            fields.update({key: value for key, value in read.items() if key in ("format", "end")})
    return fields


def _split(text: str) -> list[str]:
    """Return the parts of a file that begin in its first column; comments are left out."""
    pieces: list[list[str]] = []
    for line in text.split("\n"):
        if line.startswith("#") or not (line.strip() or pieces):
            continue
        # A blank line may be one of a note.
        if pieces and line[:1] in ("", " ", "\t"):
            pieces[-1].append(line)
        else:
            pieces.append([line])
    return ["\n".join(lines) + "\n" for lines in pieces]
