"""``python -m tests.mutants [ROOM ...]``: change one line at a time, run the room's tests, say what nobody noticed.

The house is copied into a temporary folder, where each change is made and taken back; the checkout is not touched. A
room's tests must pass unchanged first; with a change they may take three times as long, then it counts as noticed. The
lines are drawn at random, by ``--seed``: in proportion to the rooms' sizes, at least ``LEAST`` of each.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import hypothesis.strategies  # noqa: F401 (loaded once, not in every process)
import pytest
import yaml  # noqa: F401

from tests.mutants.changes import Change, changes, compiles
from tests.mutants.rooms import ROOMS, Room

ROOT = Path(__file__).parents[2]
COPIED = ("index", "tui", "tests", "pyproject.toml", "config.yaml", "README.md", "docs")
LEAST = 4
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")


class Mutant(NamedTuple):
    """A change of a module of a room."""

    room: str
    module: Path
    change: Change

    def __str__(self) -> str:
        before, after = (" ".join(text.split()) for text in (self.change.before, self.change.after))
        return f"{self.module.as_posix()}:{self.change.line}: {before[:60]} -> {after[:60]}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, and return 0 when at least the wanted share of the changes was noticed."""
    parser = argparse.ArgumentParser("python -m tests.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(ROOMS)}; all if none")
    parser.add_argument("--sample", type=int, default=180, metavar="N", help="how many changes, over all rooms (180)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which ones are drawn (1)")
    parser.add_argument("--wanted", type=float, default=85.0, metavar="PERCENT", help="the share to be noticed (85)")
    asked = parser.parse_args(arguments)
    chosen = {name: ROOMS[name] for name in asked.rooms or ROOMS}
    noticed = tried = 0
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        house = copied(Path(folder))
        for name, mutants in drawn(chosen, asked.sample, asked.seed).items():
            if baseline(house, chosen[name]) is None:
                print(f"{name}: left out, its tests fail without any change", flush=True)
                continue
            survivors = [str(one) for one in mutants if not notices(house, chosen[name], one)]
            tried += len(mutants)
            noticed += len(mutants) - len(survivors)
            print(f"{name}: {len(mutants) - len(survivors)} of {len(mutants)} noticed", flush=True)
            for one in survivors:
                print(f"  {one}", flush=True)
    share = 100 * noticed / max(1, tried)
    print(f"{noticed} of {tried} changes were noticed ({share:.0f} %)")
    return 0 if share >= asked.wanted else 1


def copied(folder: Path) -> Path:
    """Return a copy of the house in ``folder``."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


def drawn(rooms: dict[str, Room], sample: int, seed: int) -> dict[str, list[Mutant]]:
    """Return the changes that are tried in each room, at random but the same for the same seed and code."""
    possible = {name: list(mutants_of(name, room)) for name, room in rooms.items()}
    of_all = max(1, sum(map(len, possible.values())))
    chooser = random.Random(seed)
    chosen = {}
    for name, mutants in possible.items():
        chooser.shuffle(mutants)
        python = (one for one in mutants if compiles(one.change.applied((ROOT / one.module).read_text("utf-8"))))
        chosen[name] = list(islice(python, max(LEAST, round(sample * len(mutants) / of_all))))
    return chosen


def mutants_of(name: str, room: Room) -> Iterator[Mutant]:
    """Yield every change of the modules of a room."""
    for module in sorted((ROOT / "index" / room.path).rglob("*.py")):
        for change in changes(module.read_text(encoding="utf-8")):
            yield Mutant(name, module.relative_to(ROOT), change)


def notices(house: Path, room: Room, mutant: Mutant) -> bool:
    """Return whether a test of the room fails, or takes much longer, with the change."""
    limit = 3 * (baseline(house, room) or 0.0) + 10
    module = house / mutant.module
    source = module.read_text(encoding="utf-8")
    module.write_text(mutant.change.applied(source), encoding="utf-8")
    try:
        return run(house, room, limit) != 0
    finally:
        module.write_text(source, encoding="utf-8")


_BASELINES: dict[Room, float | None] = {}


def baseline(house: Path, room: Room) -> float | None:
    """Return the seconds that the tests of a room take unchanged; None where they fail."""
    if room not in _BASELINES:
        began = time.monotonic()
        failed = run(house, room, 900)
        _BASELINES[room] = None if failed else time.monotonic() - began
    return _BASELINES[room]


def run(house: Path, room: Room, limit: float) -> int:
    """Run the tests of a room, then its rules' examples; return 0 when all pass within ``limit`` seconds."""
    tests = sorted(str(found) for pattern in room.tests for found in house.glob(pattern))
    calls = [tests] + ([["tests/test_rules.py", "-k", room.rules]] if room.rules else [])
    child = get_context("fork").Process(target=_run_here, args=(house, calls))
    child.start()
    child.join(limit)
    if child.is_alive():
        child.kill()
        child.join()
    return child.exitcode or 0


def _run_here(house: Path, calls: Sequence[Sequence[str]]) -> None:
    """Run pytest in this process, which has its libraries already, on the copy of the house."""
    os.chdir(house)
    os.environ["REDNOTE_SHARED"] = str(house / "none")
    sys.path.insert(0, str(house))
    sys.dont_write_bytecode = True
    for name in [name for name in sys.modules if name.partition(".")[0] in {"index", "tests", "tui"}]:
        del sys.modules[name]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        for call in calls:
            if code := pytest.main([*OPTIONS, *call]):
                os._exit(int(code))
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
