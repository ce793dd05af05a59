"""``rednote-tui doctor``."""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from index.corpus import Corpus
from index.corpus.ailments import Ailment, ailments, ailments_of
from index.errors import RednoteError
from index.settings import Settings, user_cache_folder, user_config_file, user_data_folder
from tui import __version__
from tui.command_line.opening import paths_of, say, settings_of
from tui.command_line.output import printable
from tui.log import log_file

PACKAGES = (
    "textual",
    "whoosh3",
    "PyYAML",
    "charset-normalizer",
    "platformdirs",
    "lxml",
    "pypdf",
    "olefile",
    "striprtf",
)


def run(arguments: argparse.Namespace) -> int:
    """Show what a person, or whoever helps them, needs to know; 2 when something is wrong."""
    rows = [("rednote-tui", __version__), ("Python", platform.python_version()), ("system", platform.platform())]
    rows += [(package, installed(package)) for package in PACKAGES]
    rows += terminal()
    rows += [("settings file", f"{user_config_file()}{'' if user_config_file().is_file() else ' (not there)'}")]
    rows += [("cache folder", str(user_cache_folder())), ("data folder", str(user_data_folder()))]
    rows += [("log", str(log_file() or "no folder for it"))]
    problem, wrong = None, list[Ailment]()
    try:
        settings = settings_of(arguments)
        wrong = list(found_wrong(arguments, settings))
        rows += corpus_rows(arguments, settings)
    except RednoteError as error:
        problem = error
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"{name:<{width}}  {printable(value)}")
    left = [one for one in wrong if not (arguments.repair and repaired(one))]
    for one in left:
        say(one.what, one.remedy)
    if any(one.repair for one in left) and not arguments.repair:
        say("rednote-tui doctor --repair does what can be done")
    if problem is not None:
        raise problem
    return 2 if left else 0


def found_wrong(arguments: argparse.Namespace, settings: Settings) -> Iterator[Ailment]:
    """Yield what is wrong with the folders of the program, the cache of the corpus, and the editor."""
    cache, data = user_cache_folder(), user_data_folder()
    yield from ailments(cache, data)
    yield from ailments_of(paths_of(arguments, settings), settings, cache, data)
    if settings.editor or os.environ.get("VISUAL") or os.environ.get("EDITOR"):
        from tui.taking import editor_command

        try:
            editor_command(settings.editor, user_config_file(), 1)
        except RednoteError as error:
            yield Ailment(error.message, error.hint)


def repaired(one: Ailment) -> bool:
    """Return whether what is wrong was put right, and say so."""
    if one.repair is None:
        return False
    try:
        one.repair()
    except (RednoteError, OSError) as problem:
        say(f"not repaired: {one.what}", str(problem))
        return False
    say(f"repaired: {one.what}")
    return True


def installed(package: str) -> str:
    """Return the version of a package, or that it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def terminal() -> Iterator[tuple[str, str]]:
    """Yield what is known about the terminal."""
    size = shutil.get_terminal_size()
    yield "terminal", f"{os.environ.get('TERM', 'unknown')}, {size.columns}x{size.lines}"
    yield "terminal output", "a terminal" if sys.stdout.isatty() else "not a terminal: the explorer needs one"
    yield "encoding", sys.stdout.encoding
    yield "colours", "none (NO_COLOR)" if os.environ.get("NO_COLOR") else os.environ.get("COLORTERM", "as TERM says")


def corpus_rows(arguments: argparse.Namespace, settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield what the cache knows of the corpus, unrefreshed, and which files were not read, or not for certain."""
    paths = paths_of(arguments, settings)
    yield "corpus", ", ".join(map(str, paths))
    corpus = Corpus.open(paths, settings)
    try:
        yield "index", str(corpus.folder or f"in memory: {corpus.cache_problem}")
        yield "articles indexed", str(len(corpus.documents()))
        for entry in corpus.documents():
            for notice in entry.notices:
                yield "uncertain", f"{entry.id}: {notice}"
        for file in corpus.unreadable():
            yield "not read", f"{file.id}: {file.message} ({file.hint})"
    finally:
        corpus.close()
