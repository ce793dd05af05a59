"""``rednote-tui compare``."""

import argparse

from index.errors import RednoteError
from index.export.comparison import FORMATS
from tui.command_line.opening import fresh_corpus
from tui.command_line.output import print_file
from tui.taking import compared_with_topics


def run(arguments: argparse.Namespace) -> int:
    """Print which passages of two documents speak about the same thing; 1 when none do."""
    if arguments.threshold is not None and not 0 <= arguments.threshold <= 1:
        raise RednoteError("--threshold is a number from 0 to 1", "0 shows every link, 1 none")
    with fresh_corpus(arguments) as corpus:
        a, b = corpus.resolve(arguments.a), corpus.resolve(arguments.b)
        if a.id == b.id:
            raise RednoteError(f"“{arguments.a}” and “{arguments.b}” are the same document", "name two documents")
        comparison = compared_with_topics(corpus, a.id, b.id, arguments.threshold)
        written = FORMATS[arguments.format](comparison, corpus.document(a.id), corpus.document(b.id))
    print_file(written if written.endswith("\n") else written + "\n")
    return 0 if comparison.links else 1
