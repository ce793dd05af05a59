"""Which keys a settings file may have, and how each value is checked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from index.errors import ConfigError

CATALOGUE_FIELDS = ("title", "outlet", "authors", "date", "url", "language")
PRESETS = ("default", "vim", "emacs")

Check = Callable[["Place", yaml.Node], Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which file a value stands, for messages: the file and the key so far, ``keys.preset``."""

    file: Path
    key: str = ""

    def inside(self, key: str) -> "Place":
        """Return the place of ``key`` below this one."""
        return Place(self.file, f"{self.key}.{key}" if self.key else key)

    def error(self, node: yaml.Node, problem: str, hint: str) -> ConfigError:
        """Return an error that names file, line and key."""
        line = node.start_mark.line + 1
        return ConfigError(f"{self.file}, line {line}: {self.key + ': ' if self.key else ''}{problem}", hint)


def text(place: Place, node: yaml.Node) -> str:
    """Return a scalar as text."""
    if not isinstance(node, yaml.ScalarNode):
        raise place.error(node, "must be one word or line of text", "put the text after the colon, on the same line")
    return str(node.value)


def number(low: float, high: float) -> Check:
    """Return a check for a number between ``low`` and ``high``; an empty value is None."""

    def check(place: Place, node: yaml.Node) -> float | None:
        written = text(place, node)
        if written in {"", "~", "null"}:
            return None
        try:
            value = float(written)
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            raise place.error(node, f"“{written}” is not a number from {low:g} to {high:g}", "correct the number")
        return value

    return check


def choice(*values: str) -> Check:
    """Return a check for one of ``values``."""

    def check(place: Place, node: yaml.Node) -> str:
        value = text(place, node)
        if value not in values:
            raise place.error(node, f"“{value}” is not known", f"use one of: {', '.join(values)}")
        return value

    return check


def truth(place: Place, node: yaml.Node) -> bool:
    """Return yes or no, in any of the words YAML has for them."""
    value = text(place, node).lower()
    if value not in ("true", "false", "yes", "no", "on", "off"):
        raise place.error(node, f"“{value}” is neither true nor false", "write true or false")
    return value in ("true", "yes", "on")


def list_of(item: Check) -> Check:
    """Return a check for a list whose entries pass ``item``; a single entry counts as a list of one."""

    def check(place: Place, node: yaml.Node) -> tuple[Any, ...]:
        if isinstance(node, yaml.ScalarNode):
            return () if node.value in {"", "~", "null"} else (item(place, node),)
        if not isinstance(node, yaml.SequenceNode):
            raise place.error(node, "must be a list", "write one entry a line, each after “- ”")
        return tuple(item(place, entry) for entry in node.value)

    return check


def pairs(place: Place, node: yaml.Node) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """Return the keys and values of a mapping; a key named twice is an error."""
    if isinstance(node, yaml.ScalarNode) and node.value in {"", "~", "null"}:
        return []
    if not isinstance(node, yaml.MappingNode):
        raise place.error(node, "must be a list of “key: value” lines", "indent the keys below it by two blanks")
    seen: set[str] = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise place.error(key, "a key must be one word or line of text", "put the key in quotation marks")
        if key.value in seen:
            raise place.error(key, f"“{key.value}” stands here twice", "keep one of the two")
        seen.add(key.value)
    return list(node.value)


def mapping_of(item: Check) -> Check:
    """Return a check for a mapping with free keys whose values pass ``item``."""

    def check(place: Place, node: yaml.Node) -> dict[str, Any]:
        return {key.value: item(place.inside(key.value), value) for key, value in pairs(place, node)}

    return check


def keys_of(known: Mapping[str, Check]) -> Check:
    """Return a check for a mapping with the ``known`` keys only; an unknown one names the nearest."""

    def check(place: Place, node: yaml.Node) -> dict[str, Any]:
        values = {}
        for key, value in pairs(place, node):
            if key.value not in known:
                near = get_close_matches(key.value, known, n=1)
                hint = f"did you mean “{near[0]}”?" if near else f"known keys: {', '.join(known)}"
                raise place.error(key, f"unknown key “{key.value}”", hint)
            values[key.value] = known[key.value](place.inside(key.value), value)
        return values

    return check


def authors(place: Place, node: yaml.Node) -> tuple[str, ...]:
    """Return one name or a list of names."""
    return tuple(list_of(text)(place, node))


catalogue_entry = keys_of({name: authors if name == "authors" else text for name in CATALOGUE_FIELDS})

SETTINGS_FILE = keys_of(
    {
        "corpus": list_of(text),
        "aliases": list_of(list_of(text)),
        "catalogue": mapping_of(catalogue_entry),
        "theme": text,
        "keys": keys_of({"preset": choice(*PRESETS), "bindings": mapping_of(text)}),
        "search": keys_of({"limit": number(1, 10_000), "history": number(0, 10_000)}),
        "reviewer": keys_of({"name": text, "url": text}),
        "comparison": keys_of({"threshold": number(0, 1)}),
        "editor": text,
        "follow_links": truth,
    }
)
"""The whole of a settings file."""
