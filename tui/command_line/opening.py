"""What every command does first: settings, paths, corpus, and an index that is up to date."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from index.corpus import Corpus
from index.records import Unreadable, count_unread
from index.settings import Settings, load_settings
from tui.command_line.output import printable

SAMPLE = Path(__file__).parents[1] / "sample"
"""The articles that ship with the program; the explorer says how to open others when it shows these."""


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Return the settings in force, with what the command line says on top."""
    settings = load_settings(arguments.config)
    theme = getattr(arguments, "theme", None)
    return replace(settings, theme=theme) if theme else settings


def paths_of(arguments: argparse.Namespace, settings: Settings) -> tuple[Path, ...]:
    """Return the paths named, else the settings' corpus, else the sample that ships."""
    return tuple(arguments.paths) or settings.corpus or (SAMPLE,)


MOST_NAMED = 5
"""Files that a command names when it is not about files."""


@contextmanager
def fresh_corpus(arguments: argparse.Namespace, *, few: bool = True) -> Iterator[Corpus]:
    """Open the corpus, bring it up to date, and close it afterwards; files that were not read are said.

    With ``few``, of many files only some are named.
    """
    settings = settings_of(arguments)
    corpus = Corpus.open(paths_of(arguments, settings), settings)
    try:
        progress = show_progress if sys.stderr.isatty() else silent
        corpus.watch_grouping(progress)
        corpus.refresh(progress=progress)
        say_unread(corpus.unreadable(), MOST_NAMED if few else None)
        yield corpus
        for trouble in corpus.trouble():
            say(trouble.message, trouble.hint)
    finally:
        corpus.close()


def say_unread(files: Sequence[Unreadable], most: int | None) -> None:
    """Print each file that was not read with the reason and what to do, of more than ``most`` the count by kind."""
    for file in files[:most]:
        say(f"{file.id}: {file.message}", file.hint)
    if most is not None and len(files) > most:
        say(count_unread(tuple(files)), "rednote-tui documents names them all")


def say(message: str, hint: str = "", *, name: bool = True) -> None:
    """Print a message to standard error, on one line; no name of a file in it can command a terminal."""
    words = printable(message) + (f" ({printable(hint)})" if hint else "")
    print(f"rednote-tui: {words}" if name else f"  {words}", file=sys.stderr)


def show_progress(what: str, done: int, of: int) -> None:
    """Draw how far the work is, on one line of standard error that is cleared when it is done."""
    end = "\r\x1b[K" if done >= of else ""
    print(f"\r\x1b[K{printable(what)} {done}/{of}{end}", end="", file=sys.stderr, flush=True)


def silent(_what: str, _done: int, _of: int) -> None:
    """Show nothing."""
