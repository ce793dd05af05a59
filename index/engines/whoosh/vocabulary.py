"""The words of the corpus: those that begin with a prefix, those near to a word, and how many documents have them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from index.engines.whoosh.schema import encode
from index.language.edits import edits_within
from index.language.tokens import stem_of
from index.query.tree import Fuzzy, Prefix

MAX_FORMS = 1000
MAX_POSTINGS = 100_000
"""Words a prefix may stand for, and in how many documents all in all; the commonest are taken."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """The words a prefix or fuzzy word stands for, and whether some were left out."""

    forms: tuple[str, ...]
    notes: tuple[str, ...] = ()


def frequency(reader: Any, stem: str) -> int:
    """Return in how many documents a stem occurs."""
    term = encode(stem)
    return int(reader.doc_frequency("words", term)) if ("words", term) in reader else 0


def expand(reader: Any, node: Prefix | Fuzzy) -> Expansion:
    """Return the words of the corpus that ``node`` stands for."""
    if isinstance(node, Fuzzy):
        return Expansion(tuple(form for form, _ in _near(reader, node.form, node.distance)))
    forms = [form for form in _with_prefix(reader, node.form) if not form.startswith("$")]
    counts = {form: frequency(reader, stem_of(form)) for form in forms}
    if len(forms) <= MAX_FORMS and sum(counts.values()) <= MAX_POSTINGS:
        return Expansion(tuple(forms))
    kept: list[str] = []
    postings = 0
    for form in sorted(forms, key=lambda form: (-counts[form], form))[:MAX_FORMS]:
        postings += counts[form]
        if postings > MAX_POSTINGS and kept:
            break
        kept.append(form)
    note = f"“{node.text}*” begins {len(forms):,} words; the {len(kept):,} commonest were searched"
    return Expansion(tuple(sorted(kept)), (note,))


def similar(reader: Any, form: str, distance: int, limit: int) -> list[tuple[str, int, int]]:
    """Return words near to ``form`` as (word, edits, documents), nearest and commonest first."""
    near = ((other, edits) for other, edits in _near(reader, form, distance) if other != form)
    found = [(other, edits, frequency(reader, stem_of(other))) for other, edits in near]
    # A word whose articles have gone is still listed, with none.
    return sorted((entry for entry in found if entry[2]), key=lambda entry: (entry[1], -entry[2], entry[0]))[:limit]


def _with_prefix(reader: Any, prefix: str) -> Iterator[str]:
    start = encode(prefix)
    for field, term in reader.terms_from("forms", start):
        if field != "forms" or not term.startswith(start):
            return
        yield term.decode("utf-8", "surrogatepass")


def _near(reader: Any, form: str, distance: int) -> Iterator[tuple[str, int]]:
    """Yield the words at most ``distance`` edits from ``form``; the first letter must be the same in long lists."""
    for other in _with_prefix(reader, form[:1]) if len(form) > 1 else _with_prefix(reader, ""):
        if abs(len(other) - len(form)) <= distance:
            edits = edits_within(form, other, distance)
            if edits is not None:
                yield other, edits
