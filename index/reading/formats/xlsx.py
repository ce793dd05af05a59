"""Spreadsheets (.xlsx): a row a line, a sheet a place; numbers as they are stored, days as days."""

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from index.errors import ReadingError
from index.reading.content import Content
from index.reading.formats.package import Package, attribute, local, stated
from index.reading.lines import LineBuilder

MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
_BUILT_IN_DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_DAY_CODE = re.compile(r"[dy]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_PERCENTS = frozenset({9, 10})


def read_xlsx(data: bytes) -> Content:
    """Return the rows of all sheets. Raises ReadingError when the file is broken, locked or empty."""
    package = Package(data, "spreadsheet")
    workbook = package.xml("xl/workbook.xml")
    if workbook is None:
        raise ReadingError("This is no spreadsheet.", "Open it in its program and save it as .xlsx.")
    strings = _shared_strings(package.xml("xl/sharedStrings.xml"))
    styles = _styles(package.xml("xl/styles.xml"))
    old_mac = any(attribute(one, "date1904") in ("1", "true") for one in workbook.iter())
    lines, notices, count = LineBuilder(), list[str](), 0
    for name, path, hidden in _sheets(package, workbook):
        if hidden:
            notices.append(f"The sheet “{name}” is hidden in the file; it was read.")
        root = package.xml(path)
        lines.begin(f"sheet {name}"[:60])
        for row in _named(root, "row"):
            count += 1
            if count > MOST_ROWS:
                notices.append(f"Only the first {MOST_ROWS:,} rows were read.")
                break
            lines.add_row(_cells(row, strings, styles, old_mac))
    if not lines:
        raise ReadingError("This spreadsheet is empty.", "Open it in its program and look at it.")
    findings = stated(package.xml("docProps/core.xml"), {"title": "title"}, "document properties")
    return lines.content("xlsx", findings, notices)


def _named(root: Any, name: str) -> Iterator[Any]:
    return (one for one in root.iter() if local(one) == name) if root is not None else iter(())


def _sheets(package: Package, workbook: Any) -> Iterator[tuple[str, str, bool]]:
    """Yield name, path and whether it is hidden of each sheet, in the order of the workbook."""
    links = package.xml("xl/_rels/workbook.xml.rels")
    targets = {attribute(one, "Id"): attribute(one, "Target") or "" for one in _named(links, "Relationship")}
    for sheet in _named(workbook, "sheet"):
        target = targets.get(attribute(sheet, "id"), "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        yield attribute(sheet, "name") or "", path, attribute(sheet, "state") in ("hidden", "veryHidden")


def _shared_strings(root: Any) -> list[str]:
    return [_words(one) for one in _named(root, "si")]


def _words(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter() if local(one) == "t")


def _styles(root: Any) -> list[str]:
    """Return what each style of cells shows: "day", "percent" or nothing that matters."""
    codes = {attribute(one, "numFmtId"): attribute(one, "formatCode") or "" for one in _named(root, "numFmt")}
    shown = []
    for holder in _named(root, "cellXfs"):
        for style in holder:
            id_ = attribute(style, "numFmtId") or "0"
            code = _QUOTED.sub("", codes.get(id_, ""))
            number = int(id_) if id_.isdecimal() else 0
            if number in _BUILT_IN_DAYS or _DAY_CODE.search(code):
                shown.append("day")
            else:
                shown.append("percent" if number in _PERCENTS or "%" in code else "")
    return shown


def _cells(row: Any, strings: list[str], styles: list[str], old_mac: bool) -> list[str]:
    """Return what the cells of a row show, each in its column: empty ones are left out of the file."""
    shown: list[str] = []
    for cell in _named(row, "c"):
        letters = re.match(r"[A-Z]{1,3}(?=\d)", attribute(cell, "r") or "")
        column = 0
        for letter in letters[0] if letters else "":
            column = 26 * column + ord(letter) - 64
        shown += [""] * (min(column, MOST_COLUMNS) - 1 - len(shown))
        shown.append(_value(cell, strings, styles, old_mac))
    return shown


def _value(cell: Any, strings: list[str], styles: list[str], old_mac: bool) -> str:
    """Return what a cell shows."""
    kind, style = attribute(cell, "t") or "n", attribute(cell, "s") or "0"
    if kind == "inlineStr":
        return _words(cell)
    raw = next((one.text or "" for one in cell if local(one) == "v"), "")
    if kind == "s":
        return strings[int(raw)] if raw.isdecimal() and int(raw) < len(strings) else ""
    if kind == "b":
        return "yes" if raw == "1" else "no"
    if kind != "n" or not raw:
        return "" if kind == "e" else raw
    try:
        number = float(raw)
    except ValueError:
        return raw
    shown = styles[int(style)] if style.isdecimal() and int(style) < len(styles) else ""
    if shown == "day" and 0 < number < 2_958_466:
        return _day(number, old_mac)
    if shown == "percent":
        return f"{number * 100:.10g}%"
    return f"{number:.15g}"


def _day(number: float, old_mac: bool) -> str:
    """Return a day or a time from the days since 1900 (or 1904) that a cell holds."""
    if number < 1:
        minutes = round(number * 1440)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    # 1900 counts as a leap year there, so that the days from March on are one too high.
    base = datetime(1904, 1, 1) if old_mac else datetime(1899, 12, 30)  # noqa: DTZ001 (a sheet has no time zone)
    moment = base + timedelta(days=number)
    return moment.strftime("%Y-%m-%d" if moment.time() == moment.min.time() else "%Y-%m-%d %H:%M")
