"""The title in the text: where a stated one stands, and the guess of the first line."""

import re
from collections.abc import Mapping, Sequence

from index.english import ordered
from index.metadata.dates import find_date
from index.metadata.finding import Finding
from index.metadata.header import Reading
from index.metadata.outlets import host_of, is_outlet
from index.records import ZoneKind
from index.zones import LatePattern, Paragraph, is_caption, is_furniture, weight

_FOLD = LatePattern(r"[\W_]+")
_HEADING_MARK = LatePattern(r"#{1,6}\s+|#{1,6}\Z")
_EMPHASIS = LatePattern(r"\*{1,3}|_{2,3}|~~")
_CODE = LatePattern(r"(?<!`)`([^`\n]{1,80})`(?!`)")
_LINK = LatePattern(r"!?\[([^\]\n]{0,400})\]\([^)\n]{0,1000}\)")
_STARTS_BADLY = LatePattern(
    rf"[^\w“”\"'‘’«¿¡$£€#\[]|(?:{'|'.join(ordered('no-headline-starts'))})\b[: ]", flags=re.IGNORECASE
)
_LONE = LatePattern(*ordered("lone-labels"), after=r"\W*\Z", flags=re.IGNORECASE)
_INITIAL_END = LatePattern(r"(?:\b[A-Z]\.){2,}$|\.\.\.$|…$|\b(?:Jr|Sr|Inc|Co|Ltd|No|vs)\.$")
_LONGEST = 500
_WORD = LatePattern(r"[\w'’-]+")
_LEFT_OUT = frozenset({"the", "a", "an", "was", "were", "had", "their", "his", "her", "its"})
_STAMP = LatePattern(r"\s+(?:last )?(?:updated|published|posted)\s?:\s?\S{0,12}\d.{0,60}\Z", flags=re.IGNORECASE)
_SITE = LatePattern(r"\s+(?P<bar>[|–—-])\s+(?P<name>[A-Z][^|–—]{1,40})\Z")
_CLAUSE_END = LatePattern(r"[:;,–—-]$")


def fold(text: str) -> str:
    """Return ``text`` without case, punctuation and marks, to see whether two titles are one."""
    return _FOLD.sub(" ", text.casefold()).strip()


def plain_title(text: str) -> str:
    """Return a title without the marks of Markdown."""
    text = _LINK.sub(r"\1", _HEADING_MARK.sub("", text))
    text = _CODE.sub(r"\1", _EMPHASIS.sub("", text))
    return " ".join(re.sub(r"\s#+\Z", "", text).split())


def read_headline(
    paragraphs: Sequence[Paragraph], kinds: Mapping[int, ZoneKind], stated: Sequence[str] = ()
) -> Reading:
    """Return the title the text begins with, and the paragraphs that are the title.

    With a stated title, the first lines that repeat it are marked. Else a Markdown heading of the first level is the
    title; else the first line is guessed to be it when it looks like a headline and a story follows.
    """
    marks = {index: ZoneKind.TITLE for title in stated for index in _repeats(paragraphs, title)}
    if marks:
        return [], marks
    opening = [index for index in range(min(len(paragraphs), 16)) if kinds.get(index) is None][:6]
    for index in opening:
        if paragraphs[index].text.startswith("# ") and len(paragraphs[index].text) <= _LONGEST:
            title = plain_title(paragraphs[index].text)
            if title:
                marks = {index: ZoneKind.TITLE, **dict.fromkeys(_repeats(paragraphs, title), ZoneKind.TITLE)}
                return [Finding("title", title, f"line {paragraphs[index].first_line}")], marks
    if not opening or len(paragraphs[opening[0]].text) > _LONGEST:
        return [], {}
    first = opening[0]
    title, site = _without_site(_STAMP.sub("", plain_title(paragraphs[first].text)))
    set_off = first + 1 < len(paragraphs) and paragraphs[first + 1].after_gap
    laid_out = set_off and not all(paragraph.after_gap for paragraph in paragraphs[first + 1 :])
    if _reads_like_a_sentence(title) and not laid_out:
        return [], {}
    if not looks_like_title(title) or not _story_follows(paragraphs, kinds, first):
        return [], {}
    marks = dict.fromkeys([first, *_repeats(paragraphs, title)], ZoneKind.TITLE)
    source = f"line {paragraphs[first].first_line}"
    outlet = [Finding("outlet", site, source, guessed=True)] if site else []
    return [Finding("title", title, source, guessed=True), *outlet], marks


def _without_site(title: str) -> tuple[str, str]:
    """Return a title and the name of the site behind it, as in the title of a browser's window."""
    match = _SITE.search(title)
    if not match or title[: match.start()].count(" ") < 2:
        return title, ""
    name = match["name"]
    sure = match["bar"] == "|" or is_outlet(name)
    capitals = all(word[0].isupper() or len(word) <= 3 for word in name.split())
    return (title[: match.start()], name) if sure and capitals else (title, "")


def _repeats(paragraphs: Sequence[Paragraph], title: str) -> list[int]:
    """Return the paragraphs among the first ten that say the title and nothing else."""
    wanted = fold(title)
    return [
        index
        for index, paragraph in enumerate(paragraphs[:10])
        if wanted and len(paragraph.text) < 2 * len(title) + 20 and fold(plain_title(paragraph.text)) == wanted
    ]


def _reads_like_a_sentence(text: str) -> bool:
    """Return whether a line is a standfirst or a caption: long, with the small words that headlines leave out."""
    words = _WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    small = sum(word in _LEFT_OUT for word in words)
    return len(words) >= 13 and small >= 2 and capitals < 0.6 * len(words) and ": " not in text


def looks_like_title(text: str) -> bool:
    """Return whether ``text`` may be a headline: short, no sentence with a full stop, no line of another kind."""
    words = text.count(" ") + 1
    wide = sum(character >= "\u2e80" for character in text)
    if not (wide >= 6 or 3 <= words <= 22) or len(text) > 170:
        return False
    if text.endswith((".", "。", '."', ".”", ".'", ".’")) and not _INITIAL_END.search(text):
        return False
    if (
        re.search(r"\.\s\([^()]*\)\Z", text)
        or _CLAUSE_END.search(text)
        or _STARTS_BADLY.match(text)
        or _LONE.match(text)
        or text[0].islower()
    ):
        return False
    if re.match(r"[“\"‘'][^”\"’']{0,400}[”\"’']\s+\w+\s+(?:said|says)\b|.*\b(?:said|says)\Z", text):
        return False
    dated = find_date(text)
    return not (
        (dated is not None and dated[1] == 0)
        or _is_address(text)
        or is_caption(text)
        or is_furniture(text)
        or re.search(r"https?://|pic\.twitter", text)
    )


def _is_address(text: str) -> bool:
    return " " not in text and host_of(text) is not None


def _story_follows(paragraphs: Sequence[Paragraph], kinds: Mapping[int, ZoneKind], first: int) -> bool:
    """Return whether the next lines are a story's: one of the next eight is a sentence of more words than the title."""
    title = paragraphs[first].text
    following = [index for index in range(first + 1, min(len(paragraphs), first + 12)) if index not in kinds][:8]
    return any(
        weight(paragraphs[index].text) > 80
        and len(paragraphs[index].text) > len(title)
        and re.search(r"[.!?。！？”\"’')]\Z", paragraphs[index].text)
        for index in following
    )
