"""Decisions as they are written down: one entry each, with a check by which damage is told, and a mark at the end."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from hashlib import blake2b
from math import isfinite
from typing import Any

import yaml

from index.errors import NotesError
from index.notes.described import described
from index.reading import FORBIDDEN, clean
from index.records import Anchor, Bound, ClaimKind, Decision, DecisionKind, Verdict

FORMAT = 2
HEAD = """\
# What you decided in rednote-tui, oldest first: verdicts, notes, corrections, pinned and broken links, how strong links
# must be, saved searches. A later entry on the same place overrides an earlier one; an entry of kind take-back names
# the one that no longer counts. The program only adds at the end and, on undo, takes off the last one about the folder
# in use. By its check an entry is known to be as the program wrote it, and by the end that none is missing. To change
# the file by hand, set the format to 1, delete the lines of the end, and the check of each entry that you change.
# Copies lie beside this file: .bak is as new as this one, those of the last days have the day at the end of their name.
"""
CORRECTABLE = ("speaker", "low", "high", "unit", "bound", "subject")
"""The fields of a claim that a person may correct; ``open`` for low or high means no limit, ``none`` for bound none."""
ON_CLAIMS = frozenset({DecisionKind.VERDICT, DecisionKind.CORRECTION, DecisionKind.MERGE, DecisionKind.SPLIT})
"""Decisions that are about claims, and never about a passage or a whole document."""
LONGEST = 200_000
"""Characters of a note, or of the words at a place."""
MOST_PLACES = 10_000

_TEXTS, _NUMBERS = ("path", "digest", "quote", "prefix", "suffix"), ("start", "end")
_PLACES = {
    DecisionKind.VERDICT: (1, 1),
    DecisionKind.NOTE: (1, 1),
    DecisionKind.CORRECTION: (1, 1),
    DecisionKind.MERGE: (2, MOST_PLACES),
    DecisionKind.SPLIT: (2, MOST_PLACES),
    DecisionKind.PIN: (2, 2),
    DecisionKind.BREAK: (2, 2),
    DecisionKind.THRESHOLD: (2, 2),
    DecisionKind.DESCRIPTION: (1, 1),
    DecisionKind.SEARCH: (0, 0),
    DecisionKind.TAKE_BACK: (0, 0),
}
"""How many places a decision of each kind is about, at least and at most."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes every entry whole: none refers to another, which may be damaged."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


_UNSAFE = re.compile(f"[{FORBIDDEN}]")


def _quoted(dumper: Any, text: str) -> Any:
    """Write a text with what is no text in it, as a name of a file may have, between the marks that allow escapes."""
    unsafe = _UNSAFE.search(text.replace("\n", "")) is not None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if unsafe else None)


_Dumper.add_representer(str, _quoted)


def file_text(decisions: Sequence[Decision]) -> str:
    """Return decisions as the text of a notes file."""
    rows = [_row(decision) for decision in decisions]
    body = {"format": FORMAT, "decisions": rows, "end": end_mark([row["check"] for row in rows])}
    written = str(yaml.dump(body, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110))
    return HEAD + _UNSAFE.sub(lambda match: f"\\U{ord(match[0]):08x}", written)


def end_mark(checks: Sequence[str]) -> dict[str, Any]:
    """Return the mark at the end of a file: how many entries stand before it, and a check of theirs."""
    return {"entries": len(checks), "check": _digest([FORMAT, *checks])}


def check_of(row: Mapping[Any, Any]) -> str:
    """Return the check of an entry, whether or not one is written in it."""
    return _digest({str(key): value for key, value in row.items() if key != "check"})


def decision_of(row: Any) -> Decision:
    """Return the decision in an entry. Raises ValueError, with what is wrong with it."""
    if not isinstance(row, Mapping):
        raise ValueError("it is no list of “key: value” lines")
    if unknown := {str(key) for key in row} - {"id", "made", "kind", "anchors", "claim_kind", "name", "value", "check"}:
        raise ValueError(f"nobody knows its key “{min(unknown)[:40]}”")
    if row.get("check") is not None and str(row["check"]) != check_of(row):
        raise ValueError("its check does not fit: it was damaged, or changed by hand")
    kind = _one_of(DecisionKind, row, "kind")
    anchors = row.get("anchors") or []
    if not isinstance(anchors, list):
        raise ValueError("its anchors are no list")
    places = tuple(_anchor(anchor) for anchor in anchors)
    least, most = _PLACES[kind]
    if not least <= len(places) <= most:
        raise ValueError(f"a {kind} is not about {len(places)} places")
    claim_kind = None if row.get("claim_kind") is None else str(_one_of(ClaimKind, row, "claim_kind"))
    if kind in ON_CLAIMS and not claim_kind:
        raise ValueError("it does not say on which claim")
    name, value = _text(row, "name", missing=None), _text(row, "value", missing=None)
    _check_value(kind, name, value)
    return Decision(_identity(row), _time(row), kind, places, claim_kind, name, value)


def written_check(decision: Decision) -> str:
    """Return the check that a decision has where it is written."""
    return str(_row(decision)["check"])


def cleaned(decision: Decision) -> Decision:
    """Return a decision as it is read again: no word of it can command a terminal."""
    return decision_of({key: value for key, value in _row(decision).items() if key != "check"})


def _row(decision: Decision) -> dict[str, Any]:
    row = {key: value for key, value in asdict(decision).items() if value not in (None, ())}
    row["kind"] = str(decision.kind)
    if decision.claim_kind is not None:
        # A member of an enumeration is a str, but YAML writes plain ones only.
        row["claim_kind"] = str(decision.claim_kind)
    if decision.anchors:
        row["anchors"] = [asdict(anchor) for anchor in decision.anchors]
    return {**row, "check": check_of(row)}


def _anchor(written: Any) -> Anchor:
    if not isinstance(written, Mapping) or {str(key) for key in written} != {*_TEXTS, *_NUMBERS}:
        raise ValueError(f"a place is not made of {', '.join((*_TEXTS, *_NUMBERS))}")
    for key in _NUMBERS:
        if type(written[key]) is not int or not 0 <= written[key] < 2**53:
            raise ValueError(f"“{key}” of a place is no whole number from 0")
    if written["end"] < written["start"]:
        raise ValueError("a place ends before it starts")
    texts = {key: _text(written, key, missing="") for key in _TEXTS}
    # The path names a file as the system does, whatever is in its name; it is cleaned where it is shown.
    texts["path"] = str(written["path"])
    return Anchor(**written | texts) if isinstance(written, dict) else Anchor(**dict(written), **texts)


def _text(row: Mapping[Any, Any], key: str, missing: str | None) -> Any:
    """Return a field as clean text; a number that a person wrote without quotation marks is text, too."""
    value = row.get(key)
    if value is None and missing is None:
        return None
    number = isinstance(value, int | float) and not isinstance(value, bool) and missing is None
    if not isinstance(value, str) and not number:
        raise ValueError(f"“{key}” is no text")
    if len(str(value)) > LONGEST:
        raise ValueError(f"“{key}” is longer than {LONGEST:,} characters")
    return clean(str(value))


def _identity(row: Mapping[Any, Any]) -> str:
    value = row.get("id")
    if not isinstance(value, str) or not 0 < len(value) <= 80 or clean(value) != value or value.split() != [value]:
        raise ValueError("its id is no word of at most 80 characters")
    return value


def _time(row: Mapping[Any, Any]) -> str:
    value = row.get("made")
    try:
        made = value if isinstance(value, datetime) else datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError("it does not say when it was made, as in 2025-01-20T10:00:00+00:00") from None
    return value if isinstance(value, str) else made.isoformat()


def _one_of(kinds: type[DecisionKind] | type[ClaimKind], row: Mapping[Any, Any], key: str) -> Any:
    try:
        return kinds(str(row.get(key)))
    except ValueError:
        raise ValueError(f"its {key} is none of {', '.join(kinds)}") from None


def _check_value(kind: DecisionKind, name: str | None, value: str | None) -> None:
    """Raise ValueError when a decision cannot have this name or value, which a person may have written by hand."""
    if kind is DecisionKind.CORRECTION and name not in CORRECTABLE:
        raise ValueError(f"its name is none of {', '.join(CORRECTABLE)}")
    if kind in (DecisionKind.SEARCH, DecisionKind.TAKE_BACK) and not name:
        raise ValueError("it has no name")
    if not value:
        return
    if kind is DecisionKind.VERDICT and value not in tuple(Verdict):
        raise ValueError(f"its value is none of {', '.join(Verdict)}")
    if kind is DecisionKind.THRESHOLD and not 0 <= _number(value) <= 1:
        raise ValueError(f"{value[:40]} is no number from 0 to 1")
    if kind is DecisionKind.CORRECTION and name in ("low", "high") and value != "open":
        _number(value)
    if kind is DecisionKind.CORRECTION and name == "bound" and value not in ("none", *Bound):
        raise ValueError(f"its value is none of none, {', '.join(Bound)}")
    if kind is DecisionKind.DESCRIPTION:
        _check_description(name or "", value)


def _check_description(name: str, value: str) -> None:
    try:
        described(name, value)
    except NotesError as error:
        raise ValueError(error.message) from None


def _number(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise ValueError(f"{value[:40]} is no number")
    return number


def _digest(value: Any) -> str:
    written = json.dumps(value, sort_keys=True, ensure_ascii=True, default=str)
    return blake2b(written.encode(), digest_size=6).hexdigest()
