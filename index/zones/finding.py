"""The kind of each paragraph, and the zones made of them."""

import re
from collections.abc import Mapping, Sequence

from index.english import patterns
from index.records import Span, Zone, ZoneKind
from index.zones.captions import is_caption, is_credit, number_in_gallery, points_into_a_picture
from index.zones.comments import find_comments
from index.zones.furniture import heads_a_list_of_links, is_furniture, is_note_on_the_author
from index.zones.paragraphs import Paragraph, weight
from index.zones.patterns import LatePattern

_ENDS_SENTENCE = re.compile(r"[.!?…。！？]\s?[”\"’')\]»]{0,3}(?:\s?\[\d{1,3}\])?\Z|[.!?]\s\([^()]{3,200}\)\Z")
_CLOSED = re.compile(r"[.,!]\W{1,3}\Z")
_TWEET = re.compile(r"@\w|pic\.twitter|https?:")
_SAID = re.compile(r"\b(?:said|says|told|added|wrote|writes|asked|according to)\b")
_JOINS_ON = re.compile(r"(?:But|And|So|Yet|Or|Because|Then)\b")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s")
_KEY_POINTS = LatePattern(*patterns("key-points"), before=r"#{0,6}\s?", after=r"\s?[:：]?\Z", flags=re.IGNORECASE)
_HIGHLIGHTS = re.compile(r"(?:Story highlights|Highlights|Key points|Key takeaways):?\s(?=[A-Z“\"])")
_BULLET = re.compile(r"[-*+•·‣▪●◦–—]\s|\d{1,2}[.)]\s")
_STARTS_HEADING = re.compile(r"[\w“\"‘'#¿¡(\[$€£*_]")
_SPOKEN = re.compile(r"[“\"‘«]")
_LOOSE = (None, ZoneKind.CAPTION)
_LONGEST_HEADING = 100
_LONGEST_SUMMARY = 400
_END_OF_ARTICLE = 6


def find_kinds(paragraphs: Sequence[Paragraph], marks: Mapping[int, ZoneKind]) -> list[ZoneKind]:
    """Return the kind of each paragraph. ``marks`` are kinds known before: by the header, the closing lines, the title.

    The rules go from the surest to the least sure, and each looks only at what is left: lines that are captions or
    boilerplate by their own words; readers' comments; notes on the author at the end; the summary below the title;
    headings between paragraphs. All that remains is body.
    """
    kinds: dict[int, ZoneKind] = dict(marks)
    for index, paragraph in enumerate(paragraphs):
        if index not in kinds:
            if is_furniture(paragraph.text):
                kinds[index] = ZoneKind.BOILERPLATE
            elif is_caption(paragraph.text):
                kinds[index] = ZoneKind.CAPTION
    _widen_captions(paragraphs, kinds)
    _galleries(paragraphs, kinds)
    _lists_of_links(paragraphs, kinds)
    story = [index for index in range(len(paragraphs)) if index not in kinds]
    first_comment = find_comments(paragraphs, story)
    if first_comment is not None:
        for index in range(first_comment, len(paragraphs)):
            if kinds.get(index) is not ZoneKind.BOILERPLATE:
                kinds[index] = ZoneKind.COMMENT
    _notes_on_the_author(paragraphs, kinds)
    _summary(paragraphs, kinds)
    _unsigned_captions(paragraphs, kinds)
    _headings(paragraphs, kinds)
    _bare_marks(paragraphs, kinds)
    return [kinds.get(index, ZoneKind.BODY) for index in range(len(paragraphs))]


def build_zones(paragraphs: Sequence[Paragraph], kinds: Sequence[ZoneKind]) -> tuple[Zone, ...]:
    """Return the zones: runs of paragraphs of one kind, in order."""
    zones: list[Zone] = []
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if zones and zones[-1].kind is kind:
            last = zones.pop()
            span = Span(last.span.start, paragraph.span.end)
            zones.append(Zone(kind, span, last.first_line, paragraph.last_line))
        else:
            zones.append(Zone(kind, paragraph.span, paragraph.first_line, paragraph.last_line))
    return tuple(zones)


def _widen_captions(paragraphs: Sequence[Paragraph], kinds: dict[int, ZoneKind]) -> None:
    """Take the lines right above a credit line, between blank lines, for the caption it belongs to."""
    if not any(paragraph.after_gap for paragraph in paragraphs[1:]):
        return
    for index, paragraph in enumerate(paragraphs):
        if kinds.get(index) is not ZoneKind.CAPTION or not is_credit(paragraph.text):
            continue
        above = index
        while above > 0 and index - above < 3 and not paragraphs[above].after_gap and above - 1 not in kinds:
            above -= 1
        block = range(above, index)
        if all(len(paragraphs[one].text) <= 250 for one in block) and (above == 0 or paragraphs[above].after_gap):
            kinds.update(dict.fromkeys(block, ZoneKind.CAPTION))


def _galleries(paragraphs: Sequence[Paragraph], kinds: dict[int, ZoneKind]) -> None:
    """Mark the numbered pictures of a gallery: three or more lines that begin with ``3/16``."""
    sizes: dict[str, list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        size = number_in_gallery(paragraph.text)
        if size and index not in kinds:
            sizes.setdefault(size, []).append(index)
    for pictures in sizes.values():
        if len(pictures) >= 3:
            kinds.update(dict.fromkeys(pictures, ZoneKind.CAPTION))


def _lists_of_links(paragraphs: Sequence[Paragraph], kinds: dict[int, ZoneKind]) -> None:
    """Mark the titles of other articles under "Related articles" or "Read more:": short lines without a full stop."""
    under = False
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if heads_a_list_of_links(text):
            under = True
        elif under and len(text) <= 160 and not _ENDS_SENTENCE.search(text) and kinds.get(index) in _LOOSE:
            kinds[index] = ZoneKind.BOILERPLATE
        elif kinds.get(index) is not ZoneKind.BOILERPLATE:
            under = False


def _notes_on_the_author(paragraphs: Sequence[Paragraph], kinds: dict[int, ZoneKind]) -> None:
    """Mark the notes on the author, which stand last, with nothing but boilerplate or comments after them."""
    left = [index for index in range(len(paragraphs)) if index not in kinds]
    if len(left) < 3:
        return
    for index in reversed(left[-_END_OF_ARTICLE:]):
        if not is_note_on_the_author(paragraphs[index].text):
            break
        kinds[index] = ZoneKind.BOILERPLATE


def _summary(paragraphs: Sequence[Paragraph], kinds: dict[int, ZoneKind]) -> None:
    """Mark the list under "Key takeaways" with what stands above it, and the standfirst below the title."""
    for index in [one for one in range(min(10, len(paragraphs))) if one not in kinds]:
        if _KEY_POINTS.match(paragraphs[index].text):
            for above in range(index):
                kinds.setdefault(above, ZoneKind.SUMMARY)
            _key_points(paragraphs, kinds, index)
            return
        if _HIGHLIGHTS.match(paragraphs[index].text):
            kinds[index] = ZoneKind.SUMMARY
            _open_lines_below(paragraphs, kinds, index)
            return
    titles = [index for index in range(min(10, len(paragraphs))) if kinds.get(index) is ZoneKind.TITLE]
    if not titles:
        return
    following = [index for index in range(titles[0] + 1, min(len(paragraphs), titles[0] + 10)) if index not in kinds]
    if len(following) >= 2 and _is_standfirst(paragraphs, following, titles):
        kinds[following[0]] = ZoneKind.SUMMARY


def _key_points(paragraphs: Sequence[Paragraph], kinds: dict[int, ZoneKind], heading: int) -> None:
    """Mark the heading of the key points and the items of its list."""
    kinds[heading] = ZoneKind.SUMMARY
    index = heading + 1
    items = 0
    while index < len(paragraphs) and index not in kinds and items < 12:
        text = paragraphs[index].text
        if paragraphs[index].is_mark and index + 1 < len(paragraphs):
            kinds[index] = kinds[index + 1] = ZoneKind.SUMMARY
            index += 2
        elif _BULLET.match(text) or (items == 0 and len(text) <= _LONGEST_SUMMARY):
            kinds[index] = ZoneKind.SUMMARY
            index += 1
            if items == 0 and not _BULLET.match(text):
                return
        else:
            return
        items += 1


def _open_lines_below(paragraphs: Sequence[Paragraph], kinds: dict[int, ZoneKind], above: int) -> None:
    """Take up to four lines without a full stop right below for the summary, too."""
    for index in range(above + 1, min(len(paragraphs), above + 5)):
        text = paragraphs[index].text
        if index in kinds or len(text) > 200 or _ENDS_SENTENCE.search(text):
            return
        kinds[index] = ZoneKind.SUMMARY


def _is_standfirst(paragraphs: Sequence[Paragraph], following: Sequence[int], titles: Sequence[int]) -> bool:
    """Return whether the first paragraph sums the article up: no sentence, or set off by a repeated title."""
    first, second = paragraphs[following[0]].text, paragraphs[following[1]].text
    if (
        len(first) > _LONGEST_SUMMARY
        or first.count(" ") < 2
        or len(second) < 60
        or _BULLET.match(first)
        or _MARKDOWN_HEADING.match(first)
    ):
        return False
    if any(title > following[0] for title in titles):
        return True
    if _SPOKEN.match(first) and not first.endswith("?"):
        return False
    short = len(first) <= 90 and first.endswith(("?", "!"))
    return (short or not _ENDS_SENTENCE.search(first)) and not first.endswith((":", ",")) and len(second) > len(first)


def _unsigned_captions(paragraphs: Sequence[Paragraph], kinds: dict[int, ZoneKind]) -> None:
    """Mark whole clauses without a full stop, where there are several, in a story whose paragraphs have one.

    Picture captions without a credit look so; a single such line is a heading or a slip.
    """
    body = [index for index in range(len(paragraphs)) if index not in kinds]
    open_ended = [index for index in body if not _ENDS_SENTENCE.search(paragraphs[index].text)]
    if len(body) - len(open_ended) < 0.5 * len(body):
        return
    pointing = [index for index in open_ended if points_into_a_picture(paragraphs[index].text)]
    clauses = [
        index
        for index in open_ended
        if 9 <= paragraphs[index].text.count(" ") + 1 <= 45
        and not paragraphs[index].text.endswith((":", ",", ";", "-", "—"))
        and not _MARKDOWN_HEADING.match(paragraphs[index].text)
        and not _BULLET.match(paragraphs[index].text)
        and not _TWEET.search(paragraphs[index].text)
        and not _SAID.search(paragraphs[index].text)
    ]
    beside = sum(one + 1 in clauses for one in clauses)
    # Headings part the text and never follow each other; captions come in runs, or are many.
    if len(clauses) >= 3 and (beside or len(clauses) * 5 >= len(body)):
        kinds.update(dict.fromkeys(clauses, ZoneKind.CAPTION))
    kinds.update(dict.fromkeys(pointing, ZoneKind.CAPTION))


def _headings(paragraphs: Sequence[Paragraph], kinds: dict[int, ZoneKind]) -> None:
    """Mark the lines that head a part: short, no sentence, with a longer paragraph right below."""
    for index, paragraph in enumerate(paragraphs):
        if index in kinds:
            continue
        if _MARKDOWN_HEADING.match(paragraph.text):
            kinds[index] = ZoneKind.HEADING
        elif _is_heading(paragraph.text) and index + 1 < len(paragraphs):
            nearest = range(index + 1, min(index + 4, len(paragraphs)))
            below = next((one for one in nearest if not paragraphs[one].is_mark), index)
            if below not in kinds and weight(paragraphs[below].text) > max(80, weight(paragraph.text)):
                kinds[index] = ZoneKind.HEADING


def _is_heading(text: str) -> bool:
    words = text.count(" ") + 1
    if weight(text) > _LONGEST_HEADING or words > 15 or not _STARTS_HEADING.match(text) or text[0].islower():
        return False
    if _BULLET.match(text) or text.endswith((".", ",", ";", "。", "，", ":", "!", "！")) or _TWEET.search(text):
        return False
    if _CLOSED.search(text) or (_JOINS_ON.match(text) and text.endswith("?")):
        return False
    if _SPOKEN.match(text) and _SAID.search(text):
        return False
    if _SPOKEN.match(text) and text.endswith(("”", '"', "’", "»")) and words > 6:
        return False
    return bool(re.search(r"[^\W\d_]", text))


def _bare_marks(paragraphs: Sequence[Paragraph], kinds: dict[int, ZoneKind]) -> None:
    """Give the mark of a list, alone on its line, the kind of what it stands before."""
    for index, paragraph in enumerate(paragraphs):
        if index not in kinds and paragraph.is_mark:
            kinds[index] = kinds.get(index + 1, kinds.get(index - 1, ZoneKind.BODY))
