"""The command ``rednote-tui``: reads the arguments and hands over to a command or to the explorer."""

import os
import signal
import sys

# Before anything else is imported: whoever ends the program while it starts sees no traceback.
_STARTED = __name__ == "__main__" or os.path.basename(sys.argv[0] if sys.argv else "") == "rednote-tui"  # noqa: PTH119
if _STARTED and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import gc  # noqa: E402
from collections.abc import Sequence  # noqa: E402

INTERRUPTED = 130
ERROR = 2


def run() -> None:
    """Run the program and end the process with its exit status, without waiting for work that nobody wants any more."""
    status = main()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            status = status or ERROR
    if (processes := sys.modules.get("index.corpus.processes")) is not None:
        processes.stop_idle()
    os._exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit status: 0 found or done, 1 nothing matched, 2 an error, 130 interrupted."""
    # Modules and records stay; looking through them for garbage every few hundred objects only slows the start.
    gc.set_threshold(50_000, 20, 20)
    from tui.streams import give_up, prepare

    there = prepare()
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words[: words.index("--") if "--" in words else None]
    try:
        return _run(words, there)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of the output has gone; without this Python would complain once more while it shuts down.
        give_up(sys.stdout)
        return 0
    except Exception as problem:
        if debug:
            import traceback

            traceback.print_exc()
        from tui.last_words import last_words

        return last_words(problem)


def _run(words: list[str], there: bool) -> int:
    """Carry out a command; what a person can mend is said. Raises whatever nobody foresaw."""
    from index.errors import RednoteError
    from tui.command_line.opening import say
    from tui.command_line.parser import parse
    from tui.log import logged

    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        chosen = parse(words)
        if not there:
            raise RednoteError("standard output is closed", "redirect it to a file or to /dev/null")
        with logged(words):
            status: int = chosen.run(chosen)
            sys.stdout.flush()
    except RednoteError as problem:
        say(problem.message)
        if problem.hint:
            say(problem.hint, name=False)
        return ERROR
    return status


if __name__ == "__main__":
    run()
