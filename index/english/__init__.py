"""English: the words and units that the rules know, as data files, and the one loader that checks them.

A word list is a file ``<name>.txt``: words separated by white space; ``#`` begins a comment, and ``_`` stands for the
space inside a phrase ("as_well_as"). A table is a file ``<name>.toml`` with an array ``row``: each row has the fields
of one record. Both are read once, when first asked for. The loader refuses what a reader of the file would overlook: a
word listed twice, a word that can never be found, a word of two families, a field that the record lacks, a value of
another type, a key that two rows share. A second language is a second folder beside this one.
"""

import re
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
_LIST = re.compile(r"(?<!P)<([a-z]+(?:-[a-z]+)*)>")


class EnglishDataError(ValueError):
    """A data file of the language is damaged: the message names the file and the entry."""


Key = Callable[[str], str]


def as_written(word: str) -> str:
    """Return the word itself: the key of a list whose words are looked up with their capitals and marks."""
    return word


@cache
def words(name: str, key: Key = str.lower) -> frozenset[str]:
    """Return the words and phrases of the list ``name``; raise EnglishDataError where one stands twice.

    ``key`` is what a word of a text is turned into before it is looked up. A word of the list that is not its own key
    would never be found, and is refused.
    """
    return frozenset(ordered(name, key))


@cache
def ordered(name: str, key: Key = str.lower) -> tuple[str, ...]:
    """Return the words and phrases of the list ``name`` in the order of the file, each once; ``key`` as in `words`."""
    found: dict[str, None] = {}
    for line in _lines(name):
        for word in line:
            if word in found:
                raise EnglishDataError(f"{name}.txt: “{word}” stands twice")
            if key(word) != word:
                raise EnglishDataError(f"{name}.txt: “{word}” is never found, since it is looked up as “{key(word)}”")
            found[word] = None
    if not found:
        raise EnglishDataError(f"{name}.txt: no words")
    return tuple(found)


@cache
def families(name: str, key: Key = as_written) -> Mapping[str, str]:
    """Return each word of a list of families with the first word of its line; a word is of one family only.

    ``key`` is what words are looked up by, such as their stem: the answer holds keys, and words that share one are one.
    """
    found: dict[str, str] = {}
    for family in _lines(name):
        if len(family) < 2 and key is not as_written:
            raise EnglishDataError(f"{name}.txt: “{family[0]}” is a family of one")
        for word in family:
            known = found.setdefault(key(word), word)
            if known is not word:
                raise EnglishDataError(f"{name}.txt: “{word}” is of two families, or in its own twice, as “{known}”")
    first = {word: family[0] for family in _lines(name) for word in family}
    return types.MappingProxyType({looked_up: first[word] for looked_up, word in found.items()})


@cache
def patterns(name: str) -> tuple[str, ...]:
    """Return the regular expressions of the list ``name``, one in each line, in the order of the file.

    Lines that begin with ``#`` are comments. ``<name>`` stands for any of the words of the list ``name``.
    """
    found: dict[str, None] = {}
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        pattern = line.strip()
        if not pattern or pattern.startswith("#"):
            continue
        if pattern in found:
            raise EnglishDataError(f"{name}.txt: “{pattern}” stands twice")
        found[pattern] = None
    if not found:
        raise EnglishDataError(f"{name}.txt: no patterns")
    return tuple(with_lists(pattern) for pattern in found)


def with_lists(pattern: str) -> str:
    """Return a regular expression in which ``<name>`` is any of the words of the list ``name``."""
    return _LIST.sub(lambda match: f"(?:{'|'.join(ordered(match[1], as_written))})", pattern)


def _lines(name: str) -> list[list[str]]:
    """Return the entries of each line of a list that has any; ``_`` stands for a space."""
    lines = [line.partition("#")[0].split() for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()]
    return [[entry.replace("_", " ") for entry in line] for line in lines if line]


def numbered(name: str, start: int = 1) -> dict[str, int]:
    """Return each word of a list of families with the number of its line: months from 1, weekdays from 0."""
    first_words = families(name)
    numbers = {first: number for number, first in enumerate(dict.fromkeys(first_words.values()), start)}
    return {word: numbers[first] for word, first in first_words.items()}


@cache
def classes(name: str) -> Mapping[str, str]:
    """Return each word of a list of classes with its class; a line is ``class: words``, a word is of one class only.

    Raises EnglishDataError where a word stands twice.
    """
    found: dict[str, str] = {}
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        kind, colon, entries = line.partition("#")[0].partition(":")
        listed = [entry.replace("_", " ") for entry in entries.split()] if "_" in entries else entries.split()
        if not colon:
            continue
        new = dict.fromkeys(listed, kind)
        if len(new) < len(listed) or not found.keys().isdisjoint(listed):
            doubled = next(word for word in listed if word in found or listed.count(word) > 1)
            raise EnglishDataError(f"{name}.txt: “{doubled}” stands twice")
        found |= new
    return types.MappingProxyType(found)


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
