"""``rednote-tui export``."""

import argparse

from index.errors import RednoteError
from index.export import write_file
from tui.briefing import briefing
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
            say("the reviews have no author: set reviewer in the settings")
    if arguments.output is None:
        print_file(written)
    else:
        write_file(arguments.output, written)
        say(f"written to {arguments.output}")
    return 0 if found else 1
