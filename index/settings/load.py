"""Reads the layers of settings: the defaults, the user's file, the environment; each over the one before."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from index import limited_yaml
from index.errors import ConfigError
from index.settings.model import KeySettings, Settings
from index.settings.paths import default_config_file, expanded, user_config_file
from index.settings.schema import PRESETS, SETTINGS_FILE, Place

MOST_VALUES = 200_000
"""Values of a settings file: a catalogue of ten thousand articles has a tenth of that."""


def load_settings(file: Path | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings in force.

    ``file`` is a settings file named on the command line; it must exist. Without it the user's own file is read if it
    exists. Mappings (``catalogue``, ``keys.bindings``) are merged key by key; any other key replaces the default's.
    Raises ConfigError, with file and line, when a file cannot be read or has a wrong key or value.
    """
    layers = [read_file(default_config_file())]
    files = [default_config_file()]
    own = file or user_config_file(environment)
    if file is not None or "REDNOTE_CONFIG" in environment or own.is_file():
        layers.append(read_file(own))
        files.append(own)
    layers.append(environment_layer(environment))
    return assemble(layers, tuple(files))


def read_file(path: Path) -> dict[str, Any]:
    """Return the checked contents of one settings file; an empty file has no keys.

    Relative corpus folders in it are relative to the file. Raises ConfigError.
    """
    try:
        written = path.read_text(encoding="utf-8-sig")
        node = limited_yaml.compose(written, MOST_VALUES)
    except FileNotFoundError:
        raise ConfigError(f"there is no settings file at {path}", "name an existing file, or none") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigError(f"{path} cannot be read: {problem}", "it must be a text file in UTF-8") from None
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        reason = getattr(problem, "problem", None) or "it cannot be parsed"
        raise ConfigError(f"{path}{line}: not valid YAML: {reason}", "correct that line, or quote its text") from None
    except (ValueError, RecursionError) as problem:
        raise ConfigError(f"{path}: {problem}", "shorten it") from None
    values: dict[str, Any] = SETTINGS_FILE(Place(path), node) if node is not None else {}
    if "corpus" in values:
        values["corpus"] = tuple(path.parent / expanded(folder, str(path)) for folder in values["corpus"])
    return values


def environment_layer(environment: Mapping[str, str]) -> dict[str, Any]:
    """Return the settings named by environment variables: REDNOTE_CORPUS, REDNOTE_THEME and REDNOTE_KEYS."""
    layer: dict[str, Any] = {}
    if folders := environment.get("REDNOTE_CORPUS"):
        layer["corpus"] = tuple(expanded(folder, "REDNOTE_CORPUS") for folder in folders.split(os.pathsep) if folder)
    if theme := environment.get("REDNOTE_THEME"):
        layer["theme"] = theme
    if preset := environment.get("REDNOTE_KEYS"):
        if preset not in PRESETS:
            raise ConfigError(f"REDNOTE_KEYS: “{preset}” is not known", f"use one of: {', '.join(PRESETS)}")
        layer["keys"] = {"preset": preset}
    return layer


def merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``above`` laid over ``below``; mappings are merged, all else is replaced."""
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        merged[key] = merge(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return merged


def assemble(layers: list[dict[str, Any]], files: tuple[Path, ...]) -> Settings:
    """Return the record made of the layers, lowest first."""
    values: dict[str, Any] = {}
    for layer in layers:
        values = merge(values, layer)
    keys = values.get("keys", {})
    return Settings(
        corpus=values.get("corpus", ()),
        aliases=values.get("aliases", ()),
        catalogue=values.get("catalogue", {}),
        theme=values.get("theme", "rednote-dark"),
        keys=KeySettings(preset=keys.get("preset", "default"), bindings=keys.get("bindings", {})),
        search_limit=int(values.get("search", {}).get("limit") or 50),
        search_history=int(100 if (history := values.get("search", {}).get("history")) is None else history),
        reviewer={key: value for key, value in values.get("reviewer", {}).items() if value},
        comparison_threshold=values.get("comparison", {}).get("threshold"),
        follow_links=values.get("follow_links", False),
        editor=values.get("editor") or None,
        files=files,
    )
