"""``rednote-tui documents``."""

import argparse

from index.export.objects import documents_object
from tui.command_line.opening import fresh_corpus, say
from tui.command_line.output import print_json, print_table, printable


def run(arguments: argparse.Namespace) -> int:
    """List the articles with what is known of each; what was uncertain when a file was read is said."""
    with fresh_corpus(arguments, few=False) as corpus:
        entries = corpus.documents()
        for entry in entries:
            for notice in entry.notices:
                say(printable(f"{entry.id}: {notice}"))
        estimates = {entry.id: found for entry in entries if (found := corpus.estimated(entry.id))}
        for id_, (day, reason) in estimates.items():
            say(printable(f"{id_}: no date; by guess of about {day} ({reason})"))
        if arguments.json:
            documents = (corpus.document(entry.id) for entry in entries)
            print_json(documents_object(documents, corpus.unreadable(), estimates))
        else:
            rows = [
                (
                    str(entry.number),
                    entry.id,
                    entry.title,
                    entry.metadata.outlet or "–",
                    entry.metadata.published or (f"~{estimates[entry.id][0]}" if entry.id in estimates else "–"),
                    f"{entry.words:,}",
                )
                for entry in entries
            ]
            print_table(("", "document", "title", "outlet", "published", "words"), rows)
    return 0 if entries else 1
