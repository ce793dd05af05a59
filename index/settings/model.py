"""The settings as the rest of the program receives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class KeySettings:
    """A preset of keys and the user's own over it: action id to keys, several separated by commas or spaces."""

    preset: str = "default"
    bindings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """One valid configuration; each field is a key of config.yaml, where it is explained."""

    corpus: tuple[Path, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    catalogue: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    theme: str = "rednote-dark"
    keys: KeySettings = field(default_factory=KeySettings)
    search_limit: int = 50
    comparison_threshold: float | None = None
    editor: str | None = None
    search_history: int = 100
    """How many searches are remembered from one time to the next; 0 for none."""
    follow_links: bool = False
    """Whether links that lead out of the corpus are followed."""
    reviewer: Mapping[str, str] = field(default_factory=dict)
    """Who publishes the verdicts, for ClaimReview: ``name`` and ``url``."""
    files: tuple[Path, ...] = ()
    """The settings files that were read, lowest rank first."""
