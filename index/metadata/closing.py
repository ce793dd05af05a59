"""The lines after the story: where it appeared first, how to cite it, its address, who reported it."""

import re
from collections.abc import Mapping, Sequence

from index.english import families
from index.metadata.dates import find_date
from index.metadata.finding import Finding
from index.metadata.header import Reading, field_findings, field_line
from index.metadata.names import parse_names
from index.metadata.outlets import find_url, is_wire, names_host
from index.records import ZoneKind
from index.zones import LatePattern, Paragraph

COPYRIGHT = "copyright"
"""What the source of a finding begins with that stands in a line of copyright: the owner, who may own many outlets."""
_LOOKED_AT = 12
_LONGEST = 900

_FEED = LatePattern(
    r"(?:The post )?(?P<title>\S.{4,300}?) (?:appeared first|first appeared|originally appeared|"
    r"was first published) on "
    r"(?P<outlet>[^\n]{2,120}?)(?: on (?P<date>[^\n]{6,60}?))?(?:\.(?=\s|\Z)|\Z)"
)
_THIS = LatePattern(
    r"(?:an?|the|this|that) (?:[\w-]+ ){0,2}(?:article|story|post|piece|essay|column|text|version|report)\b",
    flags=re.IGNORECASE,
)
_ORIGIN = LatePattern(
    r"(?:this|the) (?:article|story|post|piece|essay|column|text|commentary|report|interview)\b[^.]{0,60}?"
    r"\b(?:published|appeared|ran|posted|republished|reprinted|syndicated)\b(?P<rest>[^\n]{0,300})",
    flags=re.IGNORECASE,
)
_ORIGIN_OUTLET = LatePattern(
    r"(?:\s(?:first|here))?\s(?:by|on|in|at|from)\s(?P<outlet>(?:the |The )?[A-Z][^,.;:()\n]{1,60}?)"
    r"(?=\s(?:on|under|with|and|in|at|as|here|via|through|by)\b|[,.;:()]|\.?\Z)"
)
_READ_ORIGINAL = LatePattern(
    r"\bRead the (?:full |original )?(?:original )?(?:article|story|post|piece)?\s?(?:on|"
    r"at) (?P<outlet>[A-Z][\w .'’-]{1,40}?)(?=[.,:]|\Z)"
)
_SELF_LINK = LatePattern(
    r"(?:read or share this story|share this (?:story|article) ?:?|(?:read |view |"
    r"see )?(?:the )?original (?:article|story|post|source|link)"
    r"|permalink|short ?link|link to (?:the |this )?(?:original )?(?:article|story|post)|article url|url|"
    r"available (?:at|online)|online at)"
    r"\s?(?:here|at)?\s?[:：]?\s{0,3}(?=https?://)",
    flags=re.IGNORECASE,
)
_CITE = LatePattern(
    r"(?:how to )?(?:cite|citing|citation|suggested citation|recommended citation|"
    r"please cite)\b[^.:：\n]{0,40}[:：]?\s*",
    flags=re.IGNORECASE,
)
_QUOTED = LatePattern(r"[“\"«](?P<title>[^“”\"«»]{4,300}?),?[”\"»],?")
_AFTER_YEAR = LatePattern(r"\(((?:19|20)\d\d)[^()]{0,25}\)\.?\s+(?P<title>[^.\n]{8,300})\.\s*(?P<rest>[^\n]*)")
_REPORTING = LatePattern(r"\((?:Reporting|Writing) by (?P<names>[^;()\n]{3,200}?)(?:;[^()\n]{0,300})?\)\s*\Z")
_COPYRIGHT = LatePattern(
    r"(?:copyright|©|\(c\))\s{0,2}(?:©|\(c\))?\s{0,2}(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?,?\s(?:by )?"
    r"(?P<outlet>[A-Z][\w’'&.-]{1,30}(?: [\w’'&.-]{2,30}){0,4}?)(?=\.|,|\s(?:All|LLC|Inc|Ltd|Company|Co\b|"
    r"(?:Internet |Digital )?Ventures|Media Group|Holdings|Publishing)|\Z)",
    flags=re.IGNORECASE,
)
_DATE_EDGE = LatePattern(r"[\s,;:()·|–—-]+\Z")


def read_closing(paragraphs: Sequence[Paragraph], kinds: Mapping[int, ZoneKind]) -> Reading:
    """Return what the lines after the story say, and which lines these are."""
    findings: list[Finding] = []
    marks: dict[int, ZoneKind] = {}
    start = max(0, len(paragraphs) - _LOOKED_AT)
    for index in range(len(paragraphs) - 1, start - 1, -1):
        paragraph = paragraphs[index]
        text = paragraph.text
        if len(text) > _LONGEST:
            found = _reporting(paragraph)
        else:
            found = _citation(paragraphs, index, marks) or _feed(paragraph) or _self_link(paragraph)
            found = found or _origin(paragraph) or _copyright(paragraph) or _reporting(paragraph)
            if found and not text.endswith(")"):
                marks[index] = ZoneKind.BOILERPLATE
        findings += found
    findings += _field_block(paragraphs, start, marks)
    return findings, {index: kind for index, kind in marks.items() if index not in kinds}


def _source(paragraph: Paragraph) -> str:
    return f"line {paragraph.first_line}"


def _feed(paragraph: Paragraph) -> list[Finding]:
    """Read the line that feeds put under an article: ``The post TITLE appeared first on OUTLET.``"""
    match = _FEED.match(paragraph.text)
    if not match or _THIS.match(match["title"]) or len(paragraph.text) - match.end() > 120:
        return []
    outlet = match["outlet"].strip()
    by_feed = paragraph.text.startswith("The post ")
    # Without the feed's own words a sentence of the story might say as much of a book or a person.
    if not by_feed and not (match["date"] and find_date(match["date"])) and not re.search(r"\w\.[a-z]{2,}\Z", outlet):
        return []
    source = _source(paragraph)
    findings = [Finding("title", match["title"].strip(), source), Finding("outlet", outlet, source)]
    dated = find_date(match["date"] or "")
    return [*findings, Finding("published", dated[0], source)] if dated else findings


def _self_link(paragraph: Paragraph) -> list[Finding]:
    match = _SELF_LINK.match(paragraph.text)
    url = find_url(paragraph.text[match.end() :]) if match else None
    return [Finding("url", url, _source(paragraph))] if url else []


def _origin(paragraph: Paragraph) -> list[Finding]:
    """Read ``This article was originally published in OUTLET on DATE.``"""
    source = _source(paragraph)
    findings: list[Finding] = []
    match = _ORIGIN.match(paragraph.text)
    if match:
        outlet = _ORIGIN_OUTLET.match(match["rest"])
        if outlet and not find_date(outlet["outlet"]) and not _is_time(outlet["outlet"]):
            findings.append(Finding("outlet", outlet["outlet"].strip(), source, guessed=True))
        dated = find_date(match["rest"][:120])
        if dated:
            findings.append(Finding("published", dated[0], source, guessed=True))
        url = find_url(match["rest"])
        if url:
            findings.append(Finding("url", url, source, guessed=True))
        return findings
    match = _READ_ORIGINAL.search(paragraph.text[:200])
    return [Finding("outlet", match["outlet"], source, guessed=True)] if match else []


def _is_time(words: str) -> bool:
    first = re.match(r"[^\W\d_]+", words)
    name = first[0].lower() if first else ""
    return name in families("months") or name in families("weekdays")


def _copyright(paragraph: Paragraph) -> list[Finding]:
    match = _COPYRIGHT.match(paragraph.text)
    if not match or is_wire(match["outlet"]) or re.match(r"(?i)all|follow|by\b|the authors?", match["outlet"]):
        return []
    return [Finding("outlet", match["outlet"].strip(" ."), f"{COPYRIGHT}, {_source(paragraph)}", guessed=True)]


def _reporting(paragraph: Paragraph) -> list[Finding]:
    match = _REPORTING.search(paragraph.text[-600:])
    names = parse_names(match["names"]) if match else ()
    return [Finding("authors", names, _source(paragraph), guessed=True)] if names else []


def _citation(paragraphs: Sequence[Paragraph], index: int, marks: dict[int, ZoneKind]) -> list[Finding]:
    """Read ``Cite this …: Authors, “Title,” Outlet, Date, URL``, its cue on the same line or the one before."""
    paragraph = paragraphs[index]
    cue = _CITE.match(paragraph.text)
    body = paragraph.text[cue.end() :] if cue else paragraph.text
    if not cue or not body:
        above = _CITE.fullmatch(paragraphs[index - 1].text) if index else None
        if not above or cue:
            return []
        marks[index - 1] = ZoneKind.BOILERPLATE
    findings = read_citation(body, _source(paragraph))
    if findings:
        marks[index] = ZoneKind.BOILERPLATE
    return findings


def read_citation(text: str, source: str) -> list[Finding]:
    """Return authors, title, outlet, date and address of a citation, whichever of the two usual orders it has."""
    quoted = _QUOTED.search(text)
    dated_title = None if quoted else _AFTER_YEAR.search(text)
    match = quoted or dated_title
    if not match:
        return []
    findings = [Finding("title", match["title"].strip(" ,"), source)]
    names = parse_names(re.sub(r"\s*\($", "", text[: match.start()]).strip(" ,.")) if quoted else ()
    if names:
        findings.append(Finding("authors", names, source))
    url = find_url(text)
    after = text[match.end() :] if quoted else match["rest"]
    outlet = _cited_outlet(after, url or "")
    if outlet:
        findings.append(Finding("outlet", outlet, source))
    dated = find_date(after) or find_date(text[: match.end()])
    if dated:
        findings.append(Finding("published", dated[0], source))
    return [*findings, Finding("url", url, source)] if url else findings


def _cited_outlet(after: str, url: str) -> str | None:
    """Return the words between title and date; of several publishers the one whose domain the address has."""
    end = len(after)
    dated = find_date(after)
    if dated:
        end = min(end, dated[1])
    if url and url in after:
        end = min(end, after.index(url))
    name = _DATE_EDGE.sub("", after[:end]).strip(" ,.;(")
    if not name or len(name) > 160:
        return None
    partners = re.split(r"\s(?:and|&)\s", name)
    own = [partner for partner in partners if url and names_host(partner, url)]
    return own[0] if len(partners) > 1 and len(own) == 1 else name


def _field_block(paragraphs: Sequence[Paragraph], start: int, marks: dict[int, ZoneKind]) -> list[Finding]:
    """Read field lines at the end, where two or more stand together."""
    fields = {
        index: field
        for index in range(start, len(paragraphs))
        if (field := field_line(paragraphs[index])) and field[0] not in ("photo", "image")
    }
    findings: list[Finding] = []
    for index, (label, value) in fields.items():
        if index - 1 in fields or index + 1 in fields:
            marks[index] = ZoneKind.BOILERPLATE
            findings += field_findings(label, value, paragraphs[index])
    return findings
