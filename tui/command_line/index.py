"""``rednote-tui index``."""

import argparse
import shutil

from index.corpus import Corpus
from index.records import count_unread
from tui.command_line.opening import fresh_corpus, paths_of, say, settings_of


def run(arguments: argparse.Namespace) -> int:
    """Build or refresh the index and say what it holds."""
    if arguments.rebuild:
        settings = settings_of(arguments)
        corpus = Corpus.open(paths_of(arguments, settings), settings)
        corpus.close()
        if corpus.folder is not None:
            # Another program may be writing into it meanwhile.
            shutil.rmtree(corpus.folder, ignore_errors=True)
    with fresh_corpus(arguments) as corpus:
        entries, unreadable = corpus.documents(), corpus.unreadable()
        where = corpus.folder or f"memory: {corpus.cache_problem}"
    unread = count_unread(unreadable) or "every file read"
    say(f"{len(entries)} articles indexed; {unread}; the index is in {where}")
    return 0
