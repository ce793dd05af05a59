"""Pages pasted as text with all their menus: where the article begins in them, and its headline."""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.metadata.dates import find_date
from index.metadata.finding import Finding
from index.metadata.headline import fold, looks_like_title, plain_title
from index.zones import Paragraph, is_caption, is_furniture, weight

_ENDED = re.compile(r"[.!?。！？।။]['”\"’»)\]]{0,3}\Z")
_WORD = re.compile(r"[^\W\d_]{4,}")
_WIDE = re.compile("[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PROSE = 90
_SHORTER = 60
_FEWEST_MENU_LINES = 4
_LOOKED_AT = 400
_ABOVE = 30
_FIRST = 8
_STORY = 12
_LEAST_SHARED = 0.25
_NEARLY = 0.5
_MANY = 4
_RIGHT_ABOVE = 4
_NEARLY_ALL = 0.6
_FIRST_LINE = 0.4
_LONGEST_DATE_LINE = 110
_MOST_BESIDE = 6
_CHANGED = re.compile(r"\b(?:updated|modified|edited|revised)\b", re.IGNORECASE)
_TIME_WORDS = re.compile(
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\b(?:[ap]\.?m\b\.?|[A-Z]{2,4}\b|on|at|published|posted|(?:last )?updated\b.*)"
    r"|[^\w\s]",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:(?:analysis|written|story|text|opinion|review|reported) )?by\s", re.IGNORECASE)


def headline_behind_menus(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the paragraph that is the headline of a pasted page, which has menus before it; None where there is none.

    The story begins where the first paragraphs follow each other; its headline is the line above it that shares most
    words with it.
    """
    # Most texts begin with their story, and need no closer look.
    if sum(len(paragraph.text) < _SHORTER for paragraph in paragraphs[:_FIRST]) < _FEWEST_MENU_LINES:
        return None
    start = _story_start(paragraphs)
    if start is None:
        return None
    menu = sum(not _is_prose(paragraph, _SHORTER) for paragraph in paragraphs[:start])
    if menu < _FEWEST_MENU_LINES:
        return None
    story = _terms(" ".join(paragraph.text for paragraph in paragraphs[start : start + _STORY]))
    if _fits(plain_title(paragraphs[0].text), story):
        return None
    fitting: dict[int, int] = {}
    for index in range(start - 1, max(-1, start - 1 - _ABOVE), -1):
        text = plain_title(paragraphs[index].text)
        terms = _terms(text)
        if len(terms) < 2 or not looks_like_title(text) or is_furniture(text) or is_caption(text):
            continue
        shared = len(terms & story)
        if shared and shared >= _LEAST_SHARED * len(terms) and not find_date(text):
            fitting[index] = shared
    # A name or a day right below a line says that it is a headline, and no menu or summary.
    signed = {index: shared for index, shared in fitting.items() if _is_signed(paragraphs, index, start)}
    sure = signed or {index: shared for index, shared in fitting.items() if _is_sure(paragraphs, index, start, shared)}
    if not sure:
        return None
    most = max(sure.values())
    return _first_like(paragraphs, min(index for index, shared in sure.items() if shared >= _NEARLY * most))


def _fits(first: str, story: set[str]) -> bool:
    """Return whether the very first line may be the headline, so that there are no menus before it."""
    terms = _terms(first)
    return looks_like_title(first) and len(terms & story) >= max(2, _FIRST_LINE * len(terms))


def _is_sure(paragraphs: Sequence[Paragraph], index: int, start: int, shared: int) -> bool:
    """Return whether an unsigned line is a headline: nearly all of its words come back, right below it."""
    text = plain_title(paragraphs[index].text)
    return (
        shared >= max(_MANY, _NEARLY_ALL * len(_terms(text)))
        and start - index <= _RIGHT_ABOVE
        and not re.match(r"[^\W\d_]{2,12}: ", text)
    )


def day_near(paragraphs: Sequence[Paragraph], headline: int) -> Finding | None:
    """Return the day on a short line near the headline, which is no day of a change; those below it come first."""
    below = range(headline + 1, min(headline + 9, len(paragraphs)))
    for index in (*below, *range(headline - 1, max(-1, headline - 5), -1)):
        day = day_of_line(paragraphs[index].text)
        if day:
            return Finding("published", day, f"line {paragraphs[index].first_line}", guessed=True)
    return None


def day_of_line(text: str) -> str | None:
    """Return the day of a line that is little else than a day."""
    dated = find_date(text) if len(text) <= _LONGEST_DATE_LINE else None
    if not dated or _CHANGED.search(text[: dated[1]]):
        return None
    rest = _TIME_WORDS.sub(" ", text[: dated[1]] + " " + text[dated[2] :])
    return dated[0] if len(rest.split()) <= _MOST_BESIDE and not _ENDED.search(text) else None


def _is_signed(paragraphs: Sequence[Paragraph], index: int, start: int) -> bool:
    """Return whether a byline or a day stands within the next few lines."""
    return any(
        day_of_line(one.text) or (_BY.match(one.text) and len(one.text) <= _LONGEST_DATE_LINE)
        for one in paragraphs[index + 1 : min(index + 5, start)]
    )


def _first_like(paragraphs: Sequence[Paragraph], index: int) -> int:
    """Return the first of the lines that say the same as the one at ``index`` and stand right above it, or itself."""
    wanted = fold(paragraphs[index].text)
    same = [at for at in range(max(0, index - 3), index) if fold(paragraphs[at].text) == wanted]
    return same[0] if same else index


def _story_start(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the first of at least two paragraphs of prose that stand near each other."""
    for index, paragraph in enumerate(paragraphs[:_LOOKED_AT]):
        if _is_prose(paragraph, _PROSE) and not is_furniture(paragraph.text):
            near = [one for one in paragraphs[index + 1 : index + 6] if _is_prose(one, _SHORTER)]
            if len(near) >= 2:
                return index
    return None


def _is_prose(paragraph: Paragraph, least: int) -> bool:
    return weight(paragraph.text) >= least and bool(_ENDED.search(paragraph.text))


def _terms(text: str) -> set[str]:
    """Return the longer words of a text, by their first letters; of a script without spaces its pairs of signs."""
    found = {word[:6] for word in _WORD.findall(text.casefold()) if not _WIDE.search(word)}
    signs = [sign if _WIDE.match(sign) else " " for sign in text]
    return found | {one + other for one, other in pairwise(signs) if one != " " and other != " "}
