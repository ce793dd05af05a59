"""``rednote-tui export``."""

import argparse

from index.corpus import Corpus
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
from tui.command_line.opening import fresh_corpus, say
from tui.command_line.output import print_file


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
        print_file(written)
    else:
        write_file(arguments.output, written)
        say(f"written to {arguments.output}")
    return 0 if found else 1


def briefing(corpus: Corpus, form: str) -> str:
    """Return the briefing in a form: md, html, json, csv, or claimreview (the rated claims only)."""
    claims, topics, effects = corpus.claims(), corpus.topics(), corpus.notes.effects()
    entries = {entry.id: entry for entry in corpus.documents()}
    if form == "json":
        return json_text(claims_object(claims, topics, effects))
    if form == "claimreview":
        reviews = claim_reviews(claims, entries, effects, corpus.settings.reviewer)
        # The text is made to stand in a script element, which a closing tag in an article must not end.
        return json_text(reviews).replace("<", "\\u003c")
    write = {"md": claims_as_markdown, "html": claims_as_html, "csv": claims_as_csv}[form]
    return write(claims, topics, entries, effects)
