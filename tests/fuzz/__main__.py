"""Fuzz reading, queries, settings and notes for some minutes; end with 1 and the input at the first find."""

import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.fuzz.targets import TARGETS


def main(arguments: list[str]) -> int:
    """Run every target in turn until the time is over; return 1 when something was found."""
    minutes = float(arguments[0]) if arguments else 1.0
    seed = int(arguments[1]) if len(arguments) > 1 else random.randrange(1 << 32)
    end, done = time.monotonic() + 60 * minutes, dict.fromkeys(TARGETS, 0)
    print(f"seed {seed}, {minutes:g} minutes", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        number = 0
        while time.monotonic() < end:
            name = list(TARGETS)[number % len(TARGETS)]
            if not _holds(TARGETS[name], f"{seed}/{number}", Path(scratch), name):
                return 1
            done[name] += 1
            number += 1
    print(", ".join(f"{name} {count:,}" for name, count in done.items()))
    return 0


def _holds(target: Callable[[random.Random, Path], object], seed: str, scratch: Path, name: str) -> bool:
    began = time.monotonic()
    try:
        target(random.Random(seed), scratch)
    except Exception:
        print(f"FOUND by {name} with {seed!r}:")
        traceback.print_exc()
        return False
    if time.monotonic() - began > SLOW:
        print(f"SLOW: {name} with {seed!r} took {time.monotonic() - began:.0f} s")
        return False
    return True


SLOW = 30.0
"""Seconds from which a small input counts as a find."""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
