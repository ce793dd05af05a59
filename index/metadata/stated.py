"""What the text itself says of its origin, in its first and last lines, and what kind of lines these are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from index.metadata.closing import COPYRIGHT, read_closing
from index.metadata.finding import Finding
from index.metadata.header import read_header
from index.metadata.headline import plain_title, read_headline
from index.metadata.outlets import date_in_path, outlet_of
from index.metadata.own_words import outlet_in_text
from index.metadata.pasted import day_near, headline_behind_menus
from index.records import ZoneKind
from index.zones import Paragraph


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What a text states of its origin, in order of trust, and the paragraphs (by index) that are no body for it."""

    findings: tuple[Finding, ...] = ()
    marks: Mapping[int, ZoneKind] = field(default_factory=dict)


def read_text(
    paragraphs: Sequence[Paragraph], marks: Mapping[int, ZoneKind] | None = None, titles: Sequence[str] = ()
) -> TextFacts:
    """Return what ``paragraphs`` state of their origin.

    ``marks`` are kinds of paragraphs, ``titles`` titles of the document that are known before.

    What is stated in so many words comes first: field lines, bylines, the closing citation. Then what follows from
    these: the outlet and the date in the article's own address. Then the guess of a title. Nothing is taken out of the
    story itself.
    """
    found: list[Finding] = []
    kinds: dict[int, ZoneKind] = dict(marks or {})
    headline = None if titles or kinds else headline_behind_menus(paragraphs)
    if headline is not None:
        found.append(_title(paragraphs[headline]))
        day = day_near(paragraphs, headline)
        found += [day] if day else []
        kinds = {**dict.fromkeys(range(headline), ZoneKind.BOILERPLATE), headline: ZoneKind.TITLE}
    for reader in (read_header, read_closing):
        findings, more = reader(paragraphs, kinds)
        found += findings
        kinds.update(more)
    findings, more = read_headline(
        paragraphs, kinds, [*titles, *(str(one.value) for one in found if one.field == "title")]
    )
    found += [one for one in findings if headline is None or one.field != "title"]
    kinds.update(more)
    found.sort(key=lambda finding: finding.guessed)
    owners = [one for one in found if one.source.startswith(COPYRIGHT)]
    others = [one for one in found if not one.source.startswith(COPYRIGHT)]
    # The owner is the outlet only where nothing else says what it is.
    return TextFacts((*others, *implied_by_url(others), *outlet_in_text(paragraphs), *owners), kinds)


def _title(paragraph: Paragraph) -> Finding:
    return Finding("title", plain_title(paragraph.text), f"line {paragraph.first_line}", guessed=True)


def implied_by_url(findings: Sequence[Finding]) -> list[Finding]:
    """Return the outlet and the date that the article's own address names, as guesses."""
    implied = []
    for finding in findings:
        if finding.field == "url" and isinstance(finding.value, str):
            outlet, published = outlet_of(finding.value), date_in_path(finding.value)
            source = f"URL, {finding.source}"
            if outlet:
                implied.append(Finding("outlet", outlet, source, guessed=True))
            if published:
                implied.append(Finding("published", published, source, guessed=True))
    return implied
