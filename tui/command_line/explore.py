"""``rednote-tui FOLDER``: the explorer."""

import argparse
import sys

from index.corpus import Corpus
from index.errors import RednoteError
from tui.command_line.opening import paths_of, settings_of


def run(arguments: argparse.Namespace) -> int:
    """Open the explorer; without a terminal it refuses."""
    settings = settings_of(arguments)
    paths = paths_of(arguments, settings)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise RednoteError(
            "the explorer needs a terminal", "in a script use: rednote-tui documents, search, claims or compare"
        )
    corpus = Corpus.open(paths, settings)
    try:
        from tui.app import ExplorerApp

        app = ExplorerApp(corpus, settings)
        app.run()
    finally:
        corpus.close()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
