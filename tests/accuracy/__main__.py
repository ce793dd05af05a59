"""``python -m tests.accuracy`` measures every area and writes docs/ACCURACY.md; with names it prints only those.

Where the public data is absent, the areas that rest on it are skipped, and their parts of the page stay as they are.
"""

import argparse
import os
import pkgutil
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

import tests.accuracy
from tests.accuracy import Row

PAGE = Path(__file__).parents[2] / "docs" / "ACCURACY.md"
HEAD = """\
# Accuracy

What was measured, on what, and which misses remain. Made by `python -m tests.accuracy` from public data that is not in
this repository (`REDNOTE_SHARED` names its folder), and for stories from the invented articles in `tests/stories`; the
module named with each area says how things were counted. The rules were tuned on parts of the same data; the misses of
what is called held out were never read, but its totals were watched while the rules were written, so expect a little
less on text that nobody here has seen. Rows that do not say "held out" rest on text the rules were tuned on. Values are
in percent, but for AUC, MAP and counts.
"""


def areas() -> list[str]:
    """Return the names of the modules that measure something, in order."""
    return sorted(name for _, name, _ in pkgutil.iter_modules(tests.accuracy.__path__) if not name.startswith("_"))


def needs_shared(name: str) -> bool:
    """Tell whether an area rests on the public data."""
    return getattr(import_module(f"tests.accuracy.{name}"), "NEEDS_SHARED", True)


def measured(name: str, shared: Path) -> list[Row]:
    """Return the rows of one area."""
    module = import_module(f"tests.accuracy.{name}")
    measure = getattr(module, "measure", None)
    return list(measure(shared)) if measure else []


def section(name: str, rows: Sequence[Row]) -> str:
    """Return an area's part of the page: a table, and the misses below it."""
    parts = [f"\n## {name.capitalize()}\n\nCounted by `tests/accuracy/{name}.py`.\n"]
    parts.append("| what | data | measure | ours | items | to compare |\n|---|---|---|---|---|---|")
    parts += [
        f"| {row.area} | {row.data} | {row.measure} | {row.value:.3g} | {row.items:,} | {row.reference or '–'} |"
        for row in rows
    ]
    misses = [miss for row in rows for miss in row.misses]
    if misses:
        parts.append("\nMisses that remain:\n")
        parts += [f"- {miss}" for miss in dict.fromkeys(misses)]
    return "\n".join(parts)


def page(parts: Mapping[str, str]) -> str:
    """Return the page made of the areas' parts."""
    return "\n".join([HEAD, *(parts[name] for name in sorted(parts))]) + "\n"


def sections(written: str) -> dict[str, str]:
    """Return the parts of a page by the names of their areas."""
    return {part.partition("\n")[0].lower(): f"\n## {part.rstrip()}" for part in written.split("\n## ")[1:]}


def main() -> int:
    """Measure, and write or print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("areas", nargs="*", choices=[[], *areas()], help="areas to print in place of writing the page")
    default = os.environ.get("REDNOTE_SHARED") or Path(__file__).parents[3] / "shared"
    parser.add_argument("--shared", type=Path, default=Path(default), help="the folder of the public data")
    arguments = parser.parse_args()
    present = (arguments.shared / "data").is_dir()
    chosen = [name for name in arguments.areas or areas() if present or not needs_shared(name)]
    if not present and (absent := sorted({*arguments.areas} - {*chosen})):
        parser.error(f"there is no data for {', '.join(absent)} in {arguments.shared}; name its folder with --shared")
    made = {name: section(name, rows) for name in chosen if (rows := measured(name, arguments.shared))}
    if arguments.areas:
        print(page(made))
    else:
        kept = {} if present else sections(PAGE.read_text(encoding="utf-8"))
        PAGE.write_text(page({**kept, **made}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
