"""Text from a news agency: the agency that a dateline, a sign at the end or the byline names."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from index.language import fold_word
from index.records import Claim, Document, Span, ZoneKind

_AGENCY = r"(?P<agency>[A-Z][A-Za-z.&]*(?:[ /][A-Z][A-Za-z.&]*){0,2})"
_PLACE = r"(?:[A-Z][\w.’'-]*(?:[ ,/]+(?:[A-Z][\w.’'-]*|de|la|el|of|the|and|\d{1,2}))*[ ,]*)"
_DATELINE = re.compile(rf"(?:{_PLACE}\s?)?\({_AGENCY}\)(?P<dash>\s*[-–—]{{1,2}}|)\s*(?=[A-Z“\"‘'\d])")
_PLACE_AND_DASH = re.compile(rf"[A-Z]{{3}}[A-Z .’'-]*(?:,\s{_PLACE})?\s?(?:[–—]|--)\s*(?=[A-Z“\"‘'\d])")
_SIGNED = re.compile(r"\((?P<agency>[A-Z]{2,6})\)\s*$")
_AGENCY_WORDS = frozenset("press agency agencies newswire wire wires".split())
_LONGEST_PLACE = 90


class Dateline(NamedTuple):
    """A dateline at ``span``; ``agency`` is the one it names in brackets, if any."""

    span: Span
    agency: str | None


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline with which the text between two offsets begins: "SENN, Orr (NPA) — A bus …"."""
    stop = min(end, start + _LONGEST_PLACE)
    found = _DATELINE.match(text, start, stop)
    if found is not None and (found["dash"] or found["agency"].isupper()):
        return Dateline(Span(*found.span()), found["agency"])
    placed = _PLACE_AND_DASH.match(text, start, stop)
    return Dateline(Span(*placed.span()), None) if placed is not None else None


def agency_of(document: Document) -> str | None:
    """Return the news agency from which a document's whole text comes, as it says itself; None where it says none."""
    body = [sentence.span for sentence in document.sentences if sentence.zone is ZoneKind.BODY]
    if not body:
        return None
    opening = dateline_at(document.text, body[0].start, body[-1].end)
    signed = _SIGNED.search(document.text, body[-1].start, body[-1].end)
    agency = opening.agency if opening is not None and opening.agency else signed["agency"] if signed else None
    agency = agency or next((author for author in document.metadata.authors if _is_agency(author)), None)
    outlet = document.metadata.outlet
    return None if agency is None or (outlet and fold_word(outlet) == fold_word(agency)) else agency


def _is_agency(author: str) -> bool:
    words = author.split()
    return (len(words) == 1 and author.isupper() and 1 < len(author) < 7) or any(
        fold_word(word) in _AGENCY_WORDS for word in words
    )


def with_agency(claims: Iterable[Claim], agency: str | None) -> list[Claim]:
    """Return the claims with the agency from which the whole text comes among their origins."""
    if agency is None:
        return list(claims)
    return [
        claim if agency in (claim.speaker, *claim.origin) else replace(claim, origin=(*claim.origin, agency))
        for claim in claims
    ]
