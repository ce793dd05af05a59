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
        if arguments.json:
            print_json(documents_object((corpus.document(entry.id) for entry in entries), corpus.unreadable()))
        else:
            rows = [
                (
                    str(entry.number),
                    entry.id,
                    entry.title,
                    entry.metadata.outlet or "–",
                    entry.metadata.published or "–",
                    f"{entry.words:,}",
                )
                for entry in entries
            ]
            print_table(("", "document", "title", "outlet", "published", "words"), rows)
    return 0 if entries else 1
