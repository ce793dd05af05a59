"""``python -m tests.accuracy`` measures every area and writes docs/ACCURACY.md; with names it prints only those."""

import argparse
import os
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import groupby
from pathlib import Path

import tests.accuracy
from tests.accuracy import Row

PAGE = Path(__file__).parents[2] / "docs" / "ACCURACY.md"
HEAD = """\
# Accuracy

What was measured, on what, and which misses remain. Made by `python -m tests.accuracy` from public data that is not in
this repository (`REDNOTE_SHARED` names its folder); the module named with each area says how things were counted. The
rules were tuned on parts of the same data; the misses of what is called held out were never read, but its totals were
watched while the rules were written, so expect a little less on text that nobody here has seen. Rows that do not say
"held out" rest on text the rules were tuned on. Values are in percent, but for AUC, MAP and counts.
"""


def areas() -> list[str]:
    """Return the names of the modules that measure something, in order."""
    return sorted(name for _, name, _ in pkgutil.iter_modules(tests.accuracy.__path__) if not name.startswith("_"))


def measured(name: str, shared: Path) -> list[Row]:
    """Return the rows of one area."""
    module = import_module(f"tests.accuracy.{name}")
    measure = getattr(module, "measure", None)
    return list(measure(shared)) if measure else []


def page(rows: Sequence[tuple[str, Row]]) -> str:
    """Return the page: a table for each area, and the misses below it."""
    parts = [HEAD]
    for name, group in groupby(rows, key=lambda row: row[0]):
        entries = [row for _, row in group]
        parts.append(f"\n## {name.capitalize()}\n\nCounted by `tests/accuracy/{name}.py`.\n")
        parts.append("| what | data | measure | ours | items | to compare |\n|---|---|---|---|---|---|")
        parts += [
            f"| {row.area} | {row.data} | {row.measure} | {row.value:.3g} | {row.items:,} | {row.reference or '–'} |"
            for row in entries
        ]
        misses = [miss for row in entries for miss in row.misses]
        if misses:
            parts.append("\nMisses that remain:\n")
            parts += [f"- {miss}" for miss in dict.fromkeys(misses)]
    return "\n".join(parts) + "\n"


def main() -> int:
    """Measure, and write or print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("areas", nargs="*", choices=[[], *areas()], help="areas to print in place of writing the page")
    default = os.environ.get("REDNOTE_SHARED") or Path(__file__).parents[3] / "shared"
    parser.add_argument("--shared", type=Path, default=Path(default), help="the folder of the public data")
    arguments = parser.parse_args()
    if not (arguments.shared / "data").is_dir():
        parser.error(f"there is no data in {arguments.shared}; name its folder with --shared")
    rows = [(name, row) for name in arguments.areas or areas() for row in measured(name, arguments.shared)]
    written = page(rows)
    if arguments.areas:
        print(written)
    else:
        PAGE.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
