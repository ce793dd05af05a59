"""English: the words and units that the rules know, as data files, and the one loader that checks them.

A word list is a file ``<name>.txt``: words separated by white space; ``#`` begins a comment, and ``_`` stands for the
space inside a phrase ("as_well_as"). A table is a file ``<name>.toml`` with an array ``row``: each row has the fields
of one record. Both are read once, when first asked for. The loader refuses what a reader of the file would overlook: a
word listed twice, a field that the record lacks, a value of another type, a key that two rows share. A second language
is a second folder beside this one.
"""

import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

R = TypeVar("R")

FOLDER = Path(__file__).parent


class EnglishDataError(ValueError):
    """A data file of the language is damaged: the message names the file and the entry."""


@cache
def words(name: str) -> frozenset[str]:
    """Return the words and phrases of the list ``name``; raise EnglishDataError where one stands twice."""
    return frozenset(ordered(name))


@cache
def ordered(name: str) -> tuple[str, ...]:
    """Return the words and phrases of the list ``name`` in the order of the file, each once."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    found: dict[str, None] = {}
    for line in text.splitlines():
        for entry in line.partition("#")[0].split():
            word = entry.replace("_", " ")
            if word in found:
                raise EnglishDataError(f"{name}.txt: “{word}” stands twice")
            found[word] = None
    if not found:
        raise EnglishDataError(f"{name}.txt: no words")
    return tuple(found)


@cache
def families(name: str) -> Mapping[str, str]:
    """Return each word of a list of families with the first word of its line; a word is of one family only."""
    found: dict[str, str] = {}
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        family = [entry.replace("_", " ") for entry in line.partition("#")[0].split()]
        for word in family:
            if word in found:
                raise EnglishDataError(f"{name}.txt: “{word}” is of two families")
            found[word] = family[0]
    return types.MappingProxyType(found)


def numbered(name: str, start: int = 1) -> dict[str, int]:
    """Return each word of a list of families with the number of its line: months from 1, weekdays from 0."""
    first_words = families(name)
    numbers = {first: number for number, first in enumerate(dict.fromkeys(first_words.values()), start)}
    return {word: numbers[first] for word, first in first_words.items()}


@cache
def rows(name: str, record: Callable[..., R], unique: str | None = None) -> tuple[R, ...]:
    """Return the rows of the table ``name`` as records of the dataclass ``record``, in the order of the file.

    ``unique`` names a field whose value, or each of whose values, only one row may have. Raises EnglishDataError.
    """
    import tomllib

    data = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    if set(data) != {"row"} or not isinstance(data["row"], list):
        raise EnglishDataError(f"{name}.toml: the file must hold [[row]] tables and nothing else")
    made = tuple(_record(f"{name}.toml, row {number}", row, record) for number, row in enumerate(data["row"], 1))
    if unique is not None:
        _refuse_doubles(name, unique, made)
    return made


def _record(place: str, row: Mapping[str, Any], record: Callable[..., R]) -> R:
    hints = typing.get_type_hints(record)
    known = {field.name: field for field in fields(record)}  # type: ignore[arg-type]
    if unknown := sorted(row.keys() - known.keys()):
        raise EnglishDataError(f"{place}: no field {unknown[0]}; fields are {', '.join(known)}")
    for field in known.values():
        if field.name not in row and field.default is MISSING and field.default_factory is MISSING:
            raise EnglishDataError(f"{place}: {field.name} is missing")
    return record(**{key: _value(f"{place}, {key}", value, hints[key]) for key, value in row.items()})


def _value(place: str, value: Any, wanted: Any) -> Any:
    """Return a value of a TOML file as the type that a field wants."""
    options = typing.get_args(wanted) if isinstance(wanted, types.UnionType) else (wanted,)
    for option in options:
        if typing.get_origin(option) is tuple and isinstance(value, list):
            inner = typing.get_args(option)[0]
            if len(set(map(str, value))) < len(value):
                raise EnglishDataError(f"{place}: an entry stands twice")
            return tuple(_value(place, entry, inner) for entry in value)
        if option is float and isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        if isinstance(option, type) and issubclass(option, Enum) and isinstance(value, str):
            return option(value)
        if option in (str, int, bool) and type(value) is option:
            return value
    raise EnglishDataError(f"{place}: {value!r} is not of the type that the field wants")


def _refuse_doubles(name: str, unique: str, made: Iterable[Any]) -> None:
    seen: set[Any] = set()
    for row in made:
        value = getattr(row, unique)
        for entry in value if isinstance(value, tuple) else (value,):
            if entry in seen:
                raise EnglishDataError(f"{name}.toml: two rows have {unique} “{entry}”")
            seen.add(entry)
