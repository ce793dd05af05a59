"""What a reader of one format hands on: text that was decoded or extracted, and what the format itself told."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.metadata import Finding
from index.records import ZoneKind


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file before it is cleaned.

    ``findings`` are metadata stated by the format (front matter, page, document information); ``body_start`` is the
    offset behind the front matter; ``kinds`` are zones known from the markup, by line from 1. ``laid_out`` is whether
    every line of the text is a paragraph of the page, so that no wrapped lines are to be joined.
    """

    text: str
    encoding: str
    encoding_guessed: bool = False
    findings: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()
    body_start: int = 0
    kinds: Mapping[int, ZoneKind] = field(default_factory=dict)
    markdown: bool = False
    laid_out: bool = False
    places: tuple[tuple[int, str], ...] = ()
    """(line, name): the page, chapter or sheet that begins with a line."""
    cleaned: bool = False
    """Whether the text is clean already."""
