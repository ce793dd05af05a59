"""The arguments of every command."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from index.records import DESCRIBABLE, ClaimKind, Status
from tui import __version__

DESCRIPTION = """\
Read several sources on one story: search them, set two side by side, see what each of them claims.
"""

EPILOG = """\
A document is named by its id, by its outlet, by any part of id, title or outlet that no other has, or
by its number in the list.
Exit status: 0 found or done, 1 nothing matched, 2 usage or error, 130 interrupted.
"""


NAMES = "its number, id or outlet, or a part of one"
"""How a document is named."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose messages say what to do."""

    def error(self, message: str) -> NoReturn:
        """Print the problem and where help is, and leave with status 2."""
        from tui.command_line.output import printable

        wanted = printable(message).replace(", PATH", "").replace(": PATH", ": FILE")
        more = "; a query that starts with a minus goes after --" if self.prog.endswith(" search") else ""
        self.exit(2, f"{self.prog}: {wanted}\n  {self.prog} --help says how it is used{more}\n")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the parsed arguments, with ``run`` the function that carries them out.

    Options may stand before, between and after the paths. Leaves with status 2 when the arguments are wrong.
    """
    words = list(arguments)
    at = 0
    while at < len(words) - 2 and words[at] in VALUED:
        at += 2
    if words[at:] and words[at] in _ADDERS:
        return _parsed(_command_parser(words[at]), [*words[:at], *words[at + 1 :]])
    return _parsed(_explorer_parser(), words)


VALUED = ("--config", "--theme")
"""Options with a value that may stand before the command."""

_SHIELD = "\0"


def _parsed(parser: Parser, words: list[str]) -> argparse.Namespace:
    """Return the parsed words; what follows ``--`` is never an option.

    ``parse_intermixed_args`` parses twice and has forgotten ``--`` the second time, so these words are shielded by a
    character that no argument of a program can have.
    """
    if "--" in words:
        at = words.index("--")
        words = [*words[:at], *(_SHIELD + word for word in words[at + 1 :])]
    parsed = parser.parse_intermixed_args(words)
    for name, value in vars(parsed).items():
        setattr(parsed, name, [_unshielded(one) for one in value] if isinstance(value, list) else _unshielded(value))
    return parsed


def _unshielded(value: object) -> object:
    if isinstance(value, (str, Path)) and str(value).startswith(_SHIELD):
        return type(value)(str(value)[1:])
    return value


def late(module: str) -> Callable[[argparse.Namespace], int]:
    """Return a function that imports a command's module only when the command runs."""

    def run(arguments: argparse.Namespace) -> int:
        status: int = import_module(f"tui.command_line.{module}").run(arguments)
        return status

    return run


def _general(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, metavar="FILE", help="a settings file to use in place of your own")
    parser.add_argument("--debug", action="store_true", help="print where an unexpected error occurred")


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="folders or files of articles; the settings' corpus, else the sample, if none",
    )
    _general(parser)


def _explorer_parser() -> Parser:
    width = max(map(len, _ADDERS))
    commands = "".join(f"  {name:<{width}}  {add.__doc__}\n" for name, add in _ADDERS.items())
    parser = Parser(
        "rednote-tui",
        usage="rednote-tui [--theme THEME] [--fresh] [FOLDER|FILE ...]\n       rednote-tui COMMAND [ARGUMENTS]",
        description=f"{DESCRIPTION}\nWithout a command the explorer opens.\n\ncommands:\n{commands}",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _paths(parser)
    parser.add_argument("--theme", help="the colours, for this time")
    parser.add_argument("--fresh", action="store_true", help="start over instead of where you left off")
    parser.add_argument("--version", action="version", version=f"rednote-tui {__version__}")
    parser.set_defaults(run=late("explore"))
    return parser


def _command_parser(name: str) -> Parser:
    add = _ADDERS[name]
    parser = Parser(f"rednote-tui {name}", description=add.__doc__, epilog=EPILOG)
    add(parser)
    parser.add_argument("--theme", help=argparse.SUPPRESS)
    parser.set_defaults(run=late(name))
    return parser


def _documents(parser: argparse.ArgumentParser) -> None:
    """List the articles with what is known of each."""
    _paths(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _search(parser: argparse.ArgumentParser) -> None:
    """Print every sentence that answers a query."""
    parser.add_argument("query", metavar="QUERY", help="the query; one that starts with a minus goes after --")
    _paths(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--limit", type=_count, metavar="N", help="list at most N articles")
    parser.add_argument("--sort", choices=("relevance", "date", "outlet"), default="relevance", help="the order")
    parser.add_argument("--no-aliases", action="store_true", help="search names as written, without their aliases")


def _claims(parser: argparse.ArgumentParser) -> None:
    """Print figures, dated events, outcomes, quotations and predictions, and how they stand to each other."""
    _paths(parser)
    parser.add_argument("--kind", choices=[kind.value for kind in ClaimKind], help="only claims of this kind")
    parser.add_argument("--document", metavar="D", help=f"only claims of this document: {NAMES}")
    parser.add_argument("--topic", metavar="T", help="only claims of this topic")
    parser.add_argument("--status", choices=[status.value for status in Status], help="only topics of this status")
    parser.add_argument("--format", choices=("text", "json", "csv", "md"), default="text", help="how to print them")


def _compare(parser: argparse.ArgumentParser) -> None:
    """Set two articles side by side: which passages speak about the same thing."""
    parser.add_argument("a", metavar="A", help=f"a document: {NAMES}")
    parser.add_argument("b", metavar="B", help="another one, named likewise")
    _paths(parser)
    parser.add_argument("--format", choices=("text", "json", "md", "html"), default="text", help="how to print it")
    parser.add_argument("--threshold", type=float, metavar="0..1", help="how strong a link must be to be shown")


def _export(parser: argparse.ArgumentParser) -> None:
    """Write a briefing of the whole corpus: topics, statuses, and each source's words."""
    _paths(parser)
    parser.add_argument(
        "--format",
        choices=("md", "html", "json", "csv", "claimreview"),
        required=True,
        help="the kind of file; claimreview has the claims you rated",
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="the file to write; standard output if not named")


def _notes(parser: argparse.ArgumentParser) -> None:
    """List what you decided: verdicts, notes, corrections, links; write it to a file, or take it in from one."""
    _paths(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--export", type=Path, metavar="FILE", dest="output", help="write all decisions to FILE")
    parser.add_argument("--import", type=Path, metavar="FILE", dest="taken", help="add the decisions in FILE")


def _set(parser: argparse.ArgumentParser) -> None:
    """Say what a document is: title, outlet, authors, date, language, encoding, or what kind of text some lines are.

    What you say is kept with your decisions, never in the file; an empty value restores what the program read.
    """
    parser.add_argument("document", metavar="DOCUMENT", help=f"a document: {NAMES}; with *, all whose ids fit")
    parser.add_argument("field", metavar="FIELD", choices=DESCRIBABLE, help=", ".join(DESCRIBABLE))
    parser.add_argument("value", metavar="VALUE", help="the value; “none” where there is none; authors separated by ;")
    _paths(parser)
    parser.add_argument("--lines", metavar="N[-M]", help="the lines that a zone is about")


def _index(parser: argparse.ArgumentParser) -> None:
    """Build or refresh the index, with progress."""
    _paths(parser)
    parser.add_argument("--rebuild", action="store_true", help="throw the cached index away first")


def _doctor(parser: argparse.ArgumentParser) -> None:
    """Show paths, versions, the terminal, the index, what cannot be read and what is wrong; --repair puts it right."""
    _paths(parser)
    parser.add_argument("--repair", action="store_true", help="put right what can be put right")


def _why(parser: argparse.ArgumentParser) -> None:
    """Say which rules made the claims of a line, and which kept its other numbers out."""
    parser.add_argument("place", metavar="FILE:LINE", help="a document, named as always, and a line of its file")
    _paths(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _keys(parser: argparse.ArgumentParser) -> None:
    """List every action of the explorer with its id and its keys."""
    _general(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _count(written: str) -> int:
    if not written.isdecimal() or int(written) < 1:
        raise argparse.ArgumentTypeError(f"“{written}” is not a whole number from 1")
    return int(written)


_ADDERS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "documents": _documents,
    "search": _search,
    "claims": _claims,
    "why": _why,
    "compare": _compare,
    "export": _export,
    "notes": _notes,
    "set": _set,
    "index": _index,
    "doctor": _doctor,
    "keys": _keys,
}

COMMANDS = tuple(_ADDERS)
"""The names of the commands."""
