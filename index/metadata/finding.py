"""One fact about a document's origin, and how several are made into one record."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.records import Metadata

FIELDS = ("title", "outlet", "authors", "published", "url", "language")


@dataclass(frozen=True, slots=True)
class Finding:
    """A value for a field of the metadata, where it was found, and whether it was inferred instead of stated."""

    field: str
    value: str | tuple[str, ...]
    source: str
    guessed: bool = False


def combine(findings: Iterable[Finding]) -> Metadata:
    """Return the metadata made of ``findings``: for each field the first one, for they come in order of trust."""
    best: dict[str, Finding] = {}
    for finding in findings:
        if finding.value and finding.field not in best:
            best[finding.field] = finding
    authors = best["authors"].value if "authors" in best else ()
    return Metadata(
        title=_text(best, "title"),
        outlet=_text(best, "outlet"),
        authors=(authors,) if isinstance(authors, str) else authors,
        published=_text(best, "published"),
        url=_text(best, "url"),
        language=_text(best, "language"),
        guessed=frozenset(name for name, finding in best.items() if finding.guessed),
        sources=tuple((name, best[name].source) for name in FIELDS if name in best),
    )


def _text(best: dict[str, Finding], name: str) -> str | None:
    value = best[name].value if name in best else None
    return value if isinstance(value, str) else None
