"""The lines before the story: fields such as "Author: …", bylines, date lines, datelines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from index.english import as_written, rows, words
from index.metadata.dates import find_date, parse_date
from index.metadata.finding import Finding
from index.metadata.names import is_role, parse_names
from index.metadata.outlets import find_url, is_wire
from index.records import ZoneKind
from index.zones import LatePattern, Paragraph

Reading = tuple[list[Finding], dict[int, ZoneKind]]


@dataclass(frozen=True, slots=True)
class FieldLabels:
    """What lines of one field are called; an empty field stands for those that say nothing we keep."""

    field: str
    labels: tuple[str, ...]


@cache
def _labels() -> dict[str, str]:
    return {label: row.field for row in rows("field-labels", FieldLabels, unique="labels") for label in row.labels}


_BROADCASTERS = words("broadcasters-in-datelines", key=as_written)
_ONLY_IN_BLOCKS = frozenset({"by", "id", "type", "topic", "location", "photo", "image", "web", "original", "summary"})
_KEPT_OPEN = frozenset({"summary", "description", "subtitle"})
_FIELD = LatePattern(
    r"[*_]{0,2}([^\W\d_][^:：\n]{0,22}?)[*_]{0,2}\s{0,3}(?::[*_]{0,2}(?=\s|\Z|https?:|[^\x00-\x7f])|：[*_]{0,2})\s*"
)
_BYLINE = LatePattern(
    r"(?:(?:written|words|story|text|posted|published|analysis|opinion|review|report|reporting|commentary) )?"
    r"by\s*:?\s+(?=\S)",
    flags=re.IGNORECASE,
)
_PARTS = LatePattern(r"\s*\|\s*|\u3000+|\s+[•·]\s+|\s{2,}|\s+[–—]\s+(?=\D{0,12}\d)")
_TAIL_OF_BYLINE = LatePattern(
    r"[\s,|•·–—-]*(?:\b(?:published|posted|updated|on|first published)\b[:\s]*)*\Z", flags=re.IGNORECASE
)
_PUBLISHED = LatePattern(r"(?:first |originally )?(?:published|posted)(?: on)?:?\s+", flags=re.IGNORECASE)
_BARS = LatePattern(r"\s+[|•·/]\s+")
_ONLY_UPDATED = LatePattern(r"\b(?:updated|modified)\b[^|•·]{0,12}\Z", flags=re.IGNORECASE)
_DATE_THEN_NAME = LatePattern(r"\s*(?:by\b|\Z)", flags=re.IGNORECASE)
_UPDATED = LatePattern(
    r"(?:last )?(?:updated|modified|edited)\b[\s:]*(?:on )?\w{0,9}[\s.,]*\d[\d\w\s,.:/|+-]{0,50}\Z", flags=re.IGNORECASE
)
_UPDATED_TOO = LatePattern(r"[\s,;|/(·•–—-]*\b(?:last )?(?:updated|modified)\b.{0,60}\Z", flags=re.IGNORECASE)
_LINK = LatePattern(r"\[([^\]]{1,200})\]\((https?://[^)\s]{4,800})\)\Z")
_DATELINE = LatePattern(
    r"(?:[A-Z][\w.'’-]{0,20}[ ,/]{1,2}){0,6}\((?P<outlet>[A-Z][\w .&]{1,30})\)\s{0,2}(?P<dash>[-–—:]{0,3})\s{0,2}(?=\S)"
)
_CALL_SIGN = LatePattern(r"[KW][A-Z]{2,3}(?:-TV|-FM)?\Z")
_DATED_PLACE = LatePattern(r"[A-Z][A-Z .'’-]{2,40},(?:\s[A-Z][\w .]{1,25},)?\s")
_DEGREE = LatePattern(r",?\s(?:Ph\.?\s?D|M\.?D|M\.?A|M\.?S|J\.?D|MBA|RN|Esq)\b\.?\Z")
_INITIALS_LAST = LatePattern(r"\b(?:[A-Z]|Jr|Sr)\.\Z")
_LOOKED_AT = 14


def read_header(paragraphs: Sequence[Paragraph], kinds: Mapping[int, ZoneKind]) -> Reading:
    """Return what the lines before the story say, and which lines these are (their kind is boilerplate)."""
    findings: list[Finding] = []
    marks: dict[int, ZoneKind] = {}
    fields = dict(_field_lines(paragraphs, _opening(paragraphs, kinds)))
    for index, (label, value) in fields.items():
        if label not in _KEPT_OPEN:
            marks[index] = ZoneKind.BOILERPLATE
        findings += field_findings(label, value, paragraphs[index])
    timeline = sum(_is_date(paragraph.text) for paragraph in paragraphs) > 1
    story = False
    for index in _opening(paragraphs, kinds):
        paragraph = paragraphs[index]
        if index in fields:
            continue
        found = _byline(paragraph) or _parted_line(paragraph) or _name_and_role(paragraph)
        if not found and not timeline and not story:
            found = _date_line(paragraph)
            if found:
                findings += _names_beside(paragraphs, index, marks)
        if found or (len(paragraph.text) <= 160 and _UPDATED.match(paragraph.text)):
            marks[index] = ZoneKind.BOILERPLATE
            findings += found
        story = story or paragraph.text.count(" ") >= 20
    findings += _dateline(paragraphs, kinds)
    return findings, marks


def field_line(paragraph: Paragraph) -> tuple[str, str] | None:
    """Return label and value of a line such as ``Author: Ann Lee``; None when it is no field line."""
    match = _FIELD.match(paragraph.text)
    if not match or len(paragraph.text) > 600:
        return None
    label = " ".join(match[1].lower().split())
    return (label, paragraph.text[match.end() :].strip()) if label in _labels() else None


def _opening(paragraphs: Sequence[Paragraph], kinds: Mapping[int, ZoneKind]) -> list[int]:
    """Return the paragraphs before the story: all up to the first two that look like its text."""
    opening = []
    stories = 0
    # Of a page that was pasted with its menus, these are known, and the opening begins behind them.
    first = next((index for index in range(len(paragraphs)) if kinds.get(index) is not ZoneKind.BOILERPLATE), 0)
    for index in range(first, min(first + _LOOKED_AT, len(paragraphs))):
        paragraph = paragraphs[index]
        if kinds.get(index) is ZoneKind.BOILERPLATE:
            continue
        words = paragraph.text.count(" ") + 1
        if words >= 40 and not field_line(paragraph):
            break
        stories += words >= 14 and paragraph.text.endswith((".", "”", '."')) and not field_line(paragraph)
        if stories >= 2:
            break
        opening.append(index)
    return opening


def _field_lines(paragraphs: Sequence[Paragraph], opening: Sequence[int]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the field lines among the opening; labels that are common words count only beside another field line."""
    read = {index: field for index in opening if (field := field_line(paragraphs[index]))}
    for index, (label, value) in read.items():
        beside = index - 1 in read or index + 1 in read
        if label not in _ONLY_IN_BLOCKS or beside:
            yield index, (label, value)


def field_findings(label: str, value: str, paragraph: Paragraph) -> list[Finding]:
    """Return what a field line states."""
    source = f"line {paragraph.first_line}"
    field = _labels()[label]
    value = value.strip(" *_")
    if not field or not value:
        return []
    link = _LINK.match(value)
    if link:
        linked = [Finding("url", link[2], source)] if field in ("url", "outlet", "title") else []
        return [*field_findings(label, link[1], paragraph), *linked]
    first, *rest = _PARTS.split(_UPDATED_TOO.sub("", value) if field == "published" else value)
    findings = [finding for part in rest for finding in _part(part, paragraph)]
    if field == "authors":
        names = parse_names(first, lenient=True)
        return [Finding(field, names, source), *findings] if names else findings
    if field == "published":
        date = parse_date(first) or parse_date(value) or _date_before_name(first)
        return [Finding(field, date, source), *findings] if date else findings
    if field in ("url", "outlet"):
        url = find_url(first)
        if url:
            return [Finding("url", url, source), *findings]
        if field == "url" or len(first) > 80 or "http" in first:
            return findings
    if field == "language" and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z]{2,4})?", first):
        return findings
    if field == "title":
        return [Finding(field, value, source)]
    return [Finding(field, first, source), *findings]


def _date_before_name(text: str) -> str | None:
    """Return the date of ``January 20, 2025 By: Ann Lee``."""
    found = find_date(text)
    return found[0] if found and found[1] == 0 and _DATE_THEN_NAME.match(text[found[2] :]) else None


def _part(text: str, paragraph: Paragraph) -> list[Finding]:
    """Return what one of several parts of a header line states: a date, or another field."""
    date = parse_date(text)
    if date:
        return [Finding("published", date, f"line {paragraph.first_line}")]
    match = _FIELD.match(text)
    label = match[1].lower().strip() if match else ""
    return field_findings(label, text[match.end() :], paragraph) if match and label in _labels() else []


def _byline(paragraph: Paragraph) -> list[Finding]:
    """Return what a line ``By Ann Lee`` states, perhaps with a date behind the name."""
    text = paragraph.text.strip(" *_")
    text = _DEGREE.sub("", text)
    match = _BYLINE.match(text) if len(text) <= 200 else None
    if not match or (text.endswith((".", "?", "!", ":")) and not _INITIALS_LAST.search(text)):
        return []
    source = f"line {paragraph.first_line}"
    rest = text[match.end() :]
    dated = find_date(rest)
    findings: list[Finding] = []
    if dated:
        # A date of the last change is no date of publication.
        if not _ONLY_UPDATED.search(rest[: dated[1]]):
            findings.append(Finding("published", dated[0], source))
        rest = _TAIL_OF_BYLINE.sub("", rest[: dated[1]])
    names = parse_names(rest)
    if not names:
        # "Posted by admin on 8 March 2017" names nobody, and says when.
        return findings if dated and rest.count(" ") <= 3 else []
    return [Finding("authors", names, source), *findings]


def _name_and_role(paragraph: Paragraph) -> list[Finding]:
    """Return the name of a line such as ``Ann Lee, Staff Writer``, which says who she is and nothing else."""
    name, comma, role = paragraph.text.strip(" *_").partition(", ")
    if not comma or len(paragraph.text) > 70 or not (is_role(role) or is_wire(role) or role in _BROADCASTERS):
        return []
    names = parse_names(name)
    return [Finding("authors", names, f"line {paragraph.first_line}", guessed=True)] if names else []


def _date_line(paragraph: Paragraph) -> list[Finding]:
    """Return the date of a line that is nothing but a date with a day and a year."""
    if len(paragraph.text) > 160:
        return []
    text = _UPDATED_TOO.sub("", paragraph.text.strip(" *_"))
    stated = _PUBLISHED.match(text)
    date = parse_date(text[stated.end() :] if stated else text)
    if not date or len(date) < 10:
        return _name_and_date(text, f"line {paragraph.first_line}")
    return [Finding("published", date, f"line {paragraph.first_line}", guessed=not stated)]


def _name_and_date(text: str, source: str) -> list[Finding]:
    """Return what a line such as ``Ann Lee 20 Jan 2025`` tells."""
    found = find_date(text)
    names = parse_names(text[: found[1]]) if found and len(text) <= 80 else ()
    if not found or not names or not parse_date(text[found[1] :]):
        return []
    return [Finding("authors", names, source, guessed=True), Finding("published", found[0], source, guessed=True)]


def _is_date(text: str) -> bool:
    return len(text) <= 40 and text[-1:].isdecimal() and len(parse_date(text) or "") == 10


def _parted_line(paragraph: Paragraph) -> list[Finding]:
    """Return date and names of a line such as ``The Example | January 20, 2025 | Ann Lee``; nothing without a date."""
    parts = _BARS.split(paragraph.text.strip(" *_")) if len(paragraph.text) <= 160 else []
    if not 2 <= len(parts) <= 6:
        return []
    source = f"line {paragraph.first_line}"
    dates = [date for part in parts if (date := parse_date(_PUBLISHED.sub("", part))) and len(date) == 10]
    if not dates:
        return []
    findings = [Finding("published", dates[0], source, guessed=True)]
    for part in parts:
        stated = _BYLINE.match(part)
        names = parse_names(part[stated.end() :] if stated else part)
        if names and (stated or part is parts[-1] or len(parts) == 2):
            findings.append(Finding("authors", names, source, guessed=not stated))
    return findings


def _names_beside(paragraphs: Sequence[Paragraph], date: int, marks: dict[int, ZoneKind]) -> list[Finding]:
    """Return the names of a line that stands right above or below a date line and holds nothing else."""
    for index in (date - 1, date + 1):
        if 1 <= index < len(paragraphs) and index not in marks:
            text = paragraphs[index].text
            names = parse_names(text) if len(text) <= 60 and not text.endswith((".", "?", "!", ":")) else ()
            if names:
                marks[index] = ZoneKind.BOILERPLATE
                return [Finding("authors", names, f"line {paragraphs[index].first_line}", guessed=True)]
    return []


def _dateline(paragraphs: Sequence[Paragraph], kinds: Mapping[int, ZoneKind]) -> list[Finding]:
    """Return what the words before the story's first sentence name: ``LONDON (CNN) —``, ``PARIS, Jan. 20, 2025 /…``.

    An agency in brackets tells who wrote the text and not who printed it, so that it is no outlet here.
    """
    for index, paragraph in enumerate(paragraphs[:6]):
        if index in kinds:
            continue
        source = f"line {paragraph.first_line}"
        match = _DATELINE.match(paragraph.text)
        if match and (
            match["outlet"].strip() in _BROADCASTERS or (_CALL_SIGN.match(match["outlet"]) and match["dash"])
        ):
            return [Finding("outlet", match["outlet"].strip(), source, guessed=True)]
        place = _DATED_PLACE.match(paragraph.text)
        if place:
            dated = find_date(paragraph.text[: place.end() + 24])
            if dated and dated[1] <= place.end() + 2 and re.match(r"\s*[(/–—-]", paragraph.text[dated[2] :]):
                return [Finding("published", dated[0], source, guessed=True)]
    return []
