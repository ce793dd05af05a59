"""The command ``rednote-tui``: reads the arguments and hands over to a command or to the explorer."""

import gc
import os
import sys
from collections.abc import Sequence

INTERRUPTED = 130
ERROR = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit status: 0 found or done, 1 nothing matched, 2 an error, 130 interrupted."""
    # Modules and records stay; looking through them for garbage every few hundred objects only slows the start.
    gc.set_threshold(50_000, 20, 20)
    from index.errors import RednoteError
    from tui.command_line.parser import parse

    try:
        chosen = parse(sys.argv[1:] if arguments is None else arguments)
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except RednoteError as problem:
        print(f"rednote-tui: {problem.message}", file=sys.stderr)
        if problem.hint:
            print(f"  {problem.hint}", file=sys.stderr)
        return ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of the output has gone; without this Python would complain once more while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


if __name__ == "__main__":
    sys.exit(main())
