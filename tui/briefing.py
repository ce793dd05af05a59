"""The briefing on a corpus, as the command line prints it and the explorer writes it to a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import RednoteError
from index.export import (
    claim_reviews,
    claims_as_csv,
    claims_as_html,
    claims_as_markdown,
    claims_object,
    json_text,
    write_file,
)

if TYPE_CHECKING:
    from index.corpus import Corpus

ENDINGS = {".html": "html", ".htm": "html", ".md": "md", ".json": "json", ".csv": "csv"}
"""How a briefing is written, by the ending of the file's name."""


def briefing(corpus: "Corpus", form: str) -> str:
    """Return the briefing in a form: md, html, json, csv, or claimreview (the rated claims only)."""
    claims, topics, effects = corpus.claims(), corpus.topics(), corpus.notes.effects()
    entries = {entry.id: entry for entry in corpus.documents()}
    if form == "json":
        return json_text(claims_object(claims, topics, effects, entries.values()))
    if form == "claimreview":
        reviews = claim_reviews(claims, entries, effects, corpus.settings.reviewer)
        # The text is made to stand in a script element, which a closing tag in an article must not end.
        return json_text(reviews).replace("<", "\\u003c")
    write = {"md": claims_as_markdown, "html": claims_as_html, "csv": claims_as_csv}[form]
    return write(claims, topics, entries, effects)


def write_briefing(corpus: "Corpus", file: Path) -> int:
    """Write the briefing to a new file in the form its ending names; return how many claims the corpus has.

    Raises RednoteError when the ending names no form, when the file is there already, or cannot be written.
    """
    form = ENDINGS.get(file.suffix.lower())
    if form is None:
        raise RednoteError(
            f"unknown file type “{file.suffix or file.name}”", f"end the name in one of {', '.join(ENDINGS)}"
        )
    write_file(file, briefing(corpus, form), new=True)
    return sum(entry.claims for entry in corpus.documents())
