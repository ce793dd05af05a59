"""``rednote-tui export``."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from index.corpus import Corpus
from index.errors import RednoteError
from index.export import claim_reviews, claims_as_csv, claims_as_html, claims_as_markdown, claims_object
from tui.command_line.opening import fresh_corpus, say


def run(arguments: argparse.Namespace) -> int:
    """Write the whole corpus's claims by topic; 1 when there are none."""
    with fresh_corpus(arguments) as corpus:
        written = briefing(corpus, arguments.format)
        found = any(entry.claims for entry in corpus.documents())
        if arguments.format == "claimreview" and not corpus.notes.effects().verdicts:
            raise RednoteError("no claim has a verdict yet", "give one in the explorer: v on a claim")
        if arguments.format == "claimreview" and not corpus.settings.reviewer:
            say("the reviews name no author: set reviewer in the settings to who publishes them")
    if arguments.output is None:
        sys.stdout.write(written)
    else:
        write_whole(arguments.output, written)
        say(f"written to {arguments.output}")
    return 0 if found else 1


def briefing(corpus: Corpus, form: str) -> str:
    """Return the briefing in a form: md, html, json, csv, or claimreview (the rated claims only)."""
    claims, topics, effects = corpus.claims(), corpus.topics(), corpus.notes.effects()
    entries = {entry.id: entry for entry in corpus.documents()}
    if form == "json":
        return json.dumps(claims_object(claims, topics, effects), ensure_ascii=False, indent=2) + "\n"
    if form == "claimreview":
        reviews = claim_reviews(claims, entries, effects, corpus.settings.reviewer)
        # The text is made to stand in a script element, which a closing tag in an article must not end.
        return json.dumps(reviews, ensure_ascii=False, indent=2).replace("<", "\\u003c") + "\n"
    write = {"md": claims_as_markdown, "html": claims_as_html, "csv": claims_as_csv}[form]
    return write(claims, topics, entries, effects)


def write_whole(file: Path, text: str) -> None:
    """Write a file in one step, so that a half-written one is never seen. Raises RednoteError."""
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as new:
            new.write(text)
        Path(name).replace(file)
    except OSError as problem:
        raise RednoteError(f"{file} cannot be written: {problem.strerror}", "name another file or folder") from None
