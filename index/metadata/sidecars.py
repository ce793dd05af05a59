"""Metadata kept beside the article: a sidecar file, or an entry of the catalogue in the settings."""

import json
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from index import limited_yaml
from index.metadata.declared import declared_findings
from index.metadata.finding import Finding
from index.paths import read_plain

_LARGEST_SIDECAR = 256_000


def sidecar_findings(
    identifier: str, sidecars: Iterable[Path], catalogue: Mapping[str, Mapping[str, Any]]
) -> tuple[list[Finding], list[str]]:
    """Return what files beside the article and the catalogue say of it, the files first.

    The catalogue maps ids, or patterns of ids with ``*``, to fields: the entry
    with the very id comes first, then patterns in their order. A file that cannot be read is a notice, no error.
    """
    findings: list[Finding] = []
    notices: list[str] = []
    for sidecar in sidecars:
        fields, problem = _load(sidecar)
        if problem:
            notices.append(problem)
        found, unread = declared_findings(fields, f"sidecar {sidecar.name}")
        findings += found
        notices += unread
    for pattern, fields in _entries(identifier, catalogue):
        found, unread = declared_findings(fields, f"catalogue entry {pattern}")
        findings += found
        notices += unread
    return findings, notices


def _entries(identifier: str, catalogue: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if identifier in catalogue:
        yield identifier, catalogue[identifier]
    for pattern, fields in catalogue.items():
        if pattern != identifier and fnmatchcase(identifier, pattern):
            yield pattern, fields


def _load(path: Path) -> tuple[Mapping[Any, Any], str | None]:
    """Return the mapping in a YAML or JSON file, and what is wrong with the file."""
    name = path.name
    try:
        if path.is_symlink() and path.resolve().parent != path.parent.resolve():
            return {}, f"sidecar {name} is a link that leads elsewhere, and is not read."
        data = read_plain(path, _LARGEST_SIDECAR + 1)
        if len(data) > _LARGEST_SIDECAR:
            return {}, f"sidecar {name} is too large to be read."
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return {}, f"sidecar {name} cannot be read: {type(error).__name__}."
    try:
        loaded = json.loads(text) if path.suffix == ".json" else limited_yaml.load(text)
    except RecursionError:
        return {}, f"sidecar {name} is not valid: more levels within each other than can be read."
    except ValueError as error:
        return {}, f"sidecar {name} is not valid: {error}."
    if loaded is None or isinstance(loaded, Mapping):
        return loaded or {}, None
    return {}, f"sidecar {name} has no fields."
