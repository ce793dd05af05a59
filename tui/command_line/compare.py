"""``rednote-tui compare``."""

import argparse
import sys
from dataclasses import replace

from index.errors import RednoteError
from index.export.comparison import FORMATS
from index.records import Topic
from tui.command_line.opening import fresh_corpus


def run(arguments: argparse.Namespace) -> int:
    """Print which passages of two documents speak about the same thing; 1 when none do."""
    if arguments.threshold is not None and not 0 <= arguments.threshold <= 1:
        raise RednoteError("--threshold is a number from 0 to 1", "0 shows every link, 1 none")
    with fresh_corpus(arguments) as corpus:
        a, b = corpus.resolve(arguments.a), corpus.resolve(arguments.b)
        if a.id == b.id:
            raise RednoteError(f"“{arguments.a}” and “{arguments.b}” are the same document", "name two documents")
        shared = [topic.id for topic in corpus.topics([a.id]) if has_claim(topic, b.id)]
        comparison = replace(corpus.compare(a.id, b.id, arguments.threshold), topics=tuple(shared))
        written = FORMATS[arguments.format](comparison, corpus.document(a.id), corpus.document(b.id))
    sys.stdout.write(written if written.endswith("\n") else written + "\n")
    return 0 if comparison.links else 1


def has_claim(topic: Topic, document: str) -> bool:
    """Tell whether a claim of ``document`` belongs to ``topic``."""
    return any(claim.startswith(f"{document}#") for claim in topic.claims)
