"""``rednote-tui FOLDER``: the explorer."""

import argparse
import os
import sys
from dataclasses import replace
from difflib import get_close_matches
from threading import Thread

from index.corpus import Corpus
from index.errors import CorpusError, RednoteError
from index.paths import absolute, exists
from index.settings import user_data_folder
from tui.command_line.opening import paths_of, settings_of
from tui.command_line.parser import COMMANDS
from tui.terminal import given_back

CLOSING_SECONDS = 0.1
"""How long the end of work under way is waited for when a person quits."""


def run(arguments: argparse.Namespace) -> int:
    """Open the explorer; without a terminal it refuses."""
    settings = settings_of(arguments)
    paths = paths_of(arguments, settings)
    for path in paths:
        if not exists(absolute(path)):
            near = get_close_matches(str(path), COMMANDS, n=1)
            hint = f"did you mean the command “{near[0]}”?" if near else "check the name, or choose another folder"
            raise CorpusError(f"there is no file or folder {path}", hint)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise RednoteError(
            "the explorer needs a terminal", "in a script use: rednote-tui documents, search, claims or compare"
        )
    corpus = Corpus.open(paths, settings)
    try:
        from tui.app import ExplorerApp
        from tui.session import Sessions
        from tui.textual_private import listen_promptly

        listen_promptly()
        sessions = Sessions(user_data_folder(), corpus.paths, fresh=arguments.fresh)
        # What is asked for this once goes before what was chosen in the program, and that before the settings file.
        asked = arguments.theme or os.environ.get("REDNOTE_THEME")
        if not asked and sessions.theme is not None:
            settings = replace(settings, theme=sessions.theme)
        app = ExplorerApp(corpus, settings, sessions)
        with given_back():
            app.run()
    finally:
        close_soon(corpus)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def close_soon(corpus: Corpus) -> None:
    """Close the corpus, but wait for nothing that is still under way: whatever is stored is whole at any moment."""
    closing = Thread(target=corpus.close, daemon=True)
    closing.start()
    closing.join(CLOSING_SECONDS)
