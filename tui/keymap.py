"""Which keys are in force: the table's defaults, a preset and the user's own over them, checked.

Textual ignores unknown ids and drops a default that clashes with a changed key without a word, so both are found here.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from tui.commands import BY_ID, COMMANDS, Command, Place
from tui.presets import PRESETS

if TYPE_CHECKING:
    from textual.binding import Binding

# Textual's short names for characters whose Unicode names are longer.
_SHORT_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_SHOWN = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "backspace": "⌫",
    "tab": "Tab",
    "shift+tab": "S-Tab",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "comma": ",",
}

MODIFIERS = {"ctrl", "alt", "shift", "super", "hyper", "meta"}
"""What may stand before a key, each with a plus sign after it."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys in force, command id to keys, and what was wrong with the user's wishes, in words."""

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()

    def shown(self, command: str) -> str:
        """Return the first key of ``command`` as a person reads it, or nothing where it has none."""
        keys = self.keys.get(command, ())
        return display(keys[0]) if keys else ""


def canonical(key: str) -> str:
    """Return Textual's name of a key: ``/`` is ``slash``, ``^d`` is ``ctrl+d``; names are kept."""
    key = key.strip()
    if len(key) == 2 and key[0] == "^":
        return f"ctrl+{key[1].lower()}"
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if len(last) == 1 and not last.isalnum():
        name = unicodedata.name(last, "").lower().replace("-", "_").replace(" ", "_")
        last = _SHORT_NAMES.get(name, name) or last
    return "+".join([*modifiers, last])


def display(key: str) -> str:
    """Return a key as a person reads it: ``ctrl+d`` as ``^d``, ``escape`` as ``Esc``."""
    if key in _SHOWN:
        return _SHOWN[key]
    if key.startswith("ctrl+") and len(key) == 6:
        return f"^{key[-1]}"
    if key.startswith("alt+"):
        return f"M-{key[4:]}"
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key


def resolve(preset: str = "default", own: Mapping[str, str] | None = None) -> Keymap:
    """Return the keys in force for a preset and the user's own bindings (command id to keys, see `parted`).

    Unknown ids and keys are left out; of two commands on one key in one place the later wish gives way and keeps its
    keys from the preset. All are reported in ``problems``.
    """
    problems = []
    if preset not in PRESETS:
        problems.append(f"keys: there is no preset “{preset}”; presets are {', '.join(PRESETS)}")
    base = {command.id: PRESETS.get(preset, {}).get(command.id, command.keys) for command in COMMANDS}
    keys = dict(base)
    for name, written in (own or {}).items():
        if name not in BY_ID:
            near = get_close_matches(name, BY_ID, n=1)
            hint = f"did you mean “{near[0]}”?" if near else "rednote-tui keys lists them"
            problems.append(f"keys: no action is called “{name}”; {hint}")
            continue
        keys[name] = parted(written)
        if unknown := [key for key in keys[name] if not _is_key(key)]:
            problems.append(f"keys: “{unknown[0]}” is no key; {name} keeps {', '.join(base[name]) or 'no key'}")
            keys[name] = base[name]
    for name in own or {}:
        if name in BY_ID and (other := _clash(keys, name)):
            key, rival = other
            problems.append(f"keys: “{key}” is already {rival}; {name} keeps {', '.join(base[name]) or 'no key'}")
            keys[name] = base[name]
    return Keymap(keys, tuple(problems))


def parted(written: str) -> tuple[str, ...]:
    """Return the keys a person gave one action: separated by commas, spaces or both; a comma alone is that key."""
    return (",",) if written.strip() == "," else tuple(key for key in re.split(r"[,\s]+", written) if key)


def _is_key(key: str) -> bool:
    """Return whether there is a key of this name."""
    from textual.keys import Keys

    *modifiers, last = canonical(key).split("+")
    named = {*(one.value for one in Keys), *map(canonical, map(chr, range(0x21, 0x250)))}
    return (len(last) == 1 or last in named) and set(modifiers) <= MODIFIERS


def _clash(keys: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, str] | None:
    """Return the first key of ``name`` that another command answers at the same time, and that command's id."""
    mine = {canonical(key): key for key in keys[name]}
    for command in COMMANDS:
        if command.id == name or not _meet(command, BY_ID[name]):
            continue
        for key in keys[command.id]:
            if canonical(key) in mine:
                return mine[canonical(key)], command.id
    return None


def _meet(one: Command, other: Command) -> bool:
    """Return whether both can be asked for at one moment; a widget's keys would hide those of the screen around it."""
    apart = {Place.GRID, Place.SEARCH, Place.DIALOG, Place.NOTE, Place.FACETS, Place.DECISIONS}
    return any((a in apart) == (b in apart) and (a == b or a not in apart) for a in one.places for b in other.places)


def bindings(place: Place) -> "list[Binding]":
    """Return Textual's bindings of a place, each with its command's id so that a keymap can change its keys."""
    from textual.binding import Binding

    return [
        Binding(
            ",".join(canonical(key) for key in command.keys) or f"f24+{command.id}",
            f"command('{command.id}')" if place is Place.EXPLORER else command.action,
            command.label,
            id=command.id,
            tooltip=command.help,
            show=False,
        )
        for command in COMMANDS
        if place in command.places
    ]


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """Return the keys that differ from the defaults, in the form ``App.set_keymap`` takes."""
    return {
        command.id: ",".join(canonical(key) for key in keymap.keys[command.id])
        for command in COMMANDS
        if keymap.keys[command.id] != command.keys
    }
