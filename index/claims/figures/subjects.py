"""What a figure counts or measures, in the sentence's words.

There is no parser here: a noun phrase is the run of words between two words that cannot be inside one (prepositions,
auxiliaries, verbs of change, punctuation). It is looked for behind the number first (``700,000 new users``), then before
it across a verb (``the death toll rose to 12``), then taken from the figure before (``compared to the 15,000 who …``).
"""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from index.claims.figures.amounts import Amount
from index.claims.figures.subject_words import (
    CHANGE_NOUNS,
    CHANGE_VERBS,
    DETERMINERS,
    LINKING,
    NOT_PLURAL,
    OPENING,
    PARTICIPLES,
    PLURALS,
    STOP,
)
from index.claims.figures.units import CODES, TIME_UNITS
from index.language.numbers import NumberKind

_TOKEN = re.compile(
    r"[^\W_]+(?:[.’'&/+-]+[^\W_]+|\.(?=[A-Z]\.?))*\.?(?=\s[a-z(])|[^\W_]+(?:[.’'&/+-]+[^\W_]+)*(?:['’](?=\s))?|[^\w\s]"
)
_SIZE = re.compile(
    r"^(?:estimates?\sof\s(?:the\s)?)?(?:(?:total\s)?number|amount|total|estimates?)\sof\s(?:the\s)?", re.IGNORECASE
)
_MAX_WORDS = 7


class Token(NamedTuple):
    """A word or sign with its place and its lower-case form."""

    start: int
    end: int
    word: str
    lower: str


def tokens_of(text: str, start: int, stop: int) -> list[Token]:
    """Return the words and signs of ``text[start:stop]``."""
    return [Token(m.start(), m.end(), m[0], m[0].lower()) for m in _TOKEN.finditer(text, start, stop)]


def subject_of(text: str, tokens: list[Token], amount: Amount, before: Amount | None) -> str | None:
    """Return what ``amount`` counts or measures; ``before`` is the figure before it in the sentence, for inheritance."""
    index = bisect_left(tokens, amount.end, key=lambda token: token.start)
    first = bisect_right(tokens, amount.start, key=lambda token: token.end)
    forward = _forward(text, tokens, index, amount)
    if forward:
        return forward
    if first and tokens[first - 1].word == "(":
        if before and tokens[first - 1].start - before.end <= 1:
            return before.subject
        return _backward(text, tokens, first)
    inherited = _inherited(text, tokens, index, amount, before)
    if inherited:
        return inherited
    if amount.number.kind is NumberKind.VAGUE and first and tokens[first - 1].lower in ("of", "to", "for"):
        return None
    found = _backward(text, tokens, first) or (_purpose(text, tokens, index) if amount.unit in CODES else None)
    return found or (before.subject if before and before.unit == amount.unit else _head(text, tokens, first))


def _purpose(text: str, tokens: list[Token], index: int) -> str | None:
    """Return what money is for, across a remark in brackets: ``$1 billion (£0.8 billion) to fighting malaria``."""
    if index < len(tokens) and tokens[index].word == "(":
        close = next((i for i in range(index, min(len(tokens), index + 8)) if tokens[i].word == ")"), index)
        index = close + 1
    if index + 1 < len(tokens) and tokens[index].lower in ("to", "for", "on", "in", "into", "from", "towards"):
        index += 1
        while index < len(tokens) and not tokens[index].word[0].isalnum() and tokens[index].word in "\"“‘'":
            index += 1
        return _phrase(text, tokens, index)
    return None


def _head(text: str, tokens: list[Token], first: int) -> str | None:
    """Return the noun phrase that opens the sentence, when it stands before the amount."""
    index = 0
    while index < first and tokens[index].lower in OPENING:
        index += 1
    end = _phrase_end(tokens, index, allow_determiner=False) if index < first else None
    if end is None or end >= first:
        return None
    return _SIZE.sub("", " ".join(text[tokens[index].start : tokens[end].end].split())) or None


def _forward(text: str, tokens: list[Token], index: int, amount: Amount) -> str | None:
    """Return the noun phrase behind the amount."""
    if index >= len(tokens):
        return None
    lower = tokens[index].lower
    if amount.unit == "percent" and lower == "of":
        return _phrase(text, tokens, index + 1)
    if amount.unit in TIME_UNITS or amount.rule == "age":
        return _phrase(text, tokens, index) if amount.hyphened or lower == "of" else None
    if lower == "of":
        return _phrase(text, tokens, index + 1)
    if lower in CHANGE_NOUNS:
        return _change(text, tokens, index)
    if amount.unit == "percent" and (lower in ("being", "were", "are", "who") or lower in PARTICIPLES):
        return None
    if amount.unit in CODES and index + 1 < len(tokens) and lower in ("in", "worth", "for") and amount.rule != "range":
        following = _phrase(text, tokens, index + 1)
        return following if lower in ("in", "worth") and following and not following[0].isupper() else None
    return _phrase(text, tokens, index)


def _change(text: str, tokens: list[Token], index: int) -> str | None:
    """Return ``spike in US users`` for a change noun and what changed."""
    last = index
    if index + 1 < len(tokens) and tokens[index + 1].lower in ("in", "of"):
        end = _phrase_end(tokens, index + 2, allow_determiner=True)
        if end is not None:
            return " ".join(text[tokens[index].start : tokens[end].end].split())
    return tokens[last].word


def _phrase(text: str, tokens: list[Token], index: int) -> str | None:
    """Return the noun phrase that begins at ``index``, without its determiner, or None when none does."""
    while index < len(tokens) and (tokens[index].lower in OPENING or tokens[index].word[0].isdigit()):
        index += 1
    end = _phrase_end(tokens, index, allow_determiner=False)
    if end is None:
        return None
    return " ".join(text[tokens[index].start : tokens[end].end].split())


def _is_plural(token: Token) -> bool:
    word = token.lower
    if word in PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in NOT_PLURAL
    )


def _breaks(token: Token) -> bool:
    """Return whether a noun phrase cannot hold the word; ``US`` is a name, ``us`` a pronoun."""
    if not token.word[0].isalpha():
        return True
    return token.lower in STOP and not (len(token.word) > 1 and token.word.isupper())


def _phrase_end(tokens: list[Token], index: int, *, allow_determiner: bool) -> int | None:
    """Return the index of the last word of the noun phrase beginning at ``index``."""
    if allow_determiner:
        while index < len(tokens) and tokens[index].lower in DETERMINERS:
            index += 1
    end: int | None = None
    position = index
    while position < len(tokens) and position - index < _MAX_WORDS and not _breaks(tokens[position]):
        token = tokens[position]
        if position > index and token.lower in CHANGE_VERBS:
            break
        end = position
        position += 1
        if _is_plural(token):
            if position < len(tokens) and _is_plural(tokens[position]) and not _breaks(tokens[position]):
                end = position
                position += 1
            break
    if end is None:
        return None
    return _extended(tokens, end, index)


def _extended(tokens: list[Token], end: int, start: int) -> int:
    """Extend a noun phrase by an ``of`` phrase or a participle: ``pages of documents``, ``users studying Chinese``."""
    position = end + 1
    if position + 1 >= len(tokens):
        return end
    following = tokens[position]
    if following.lower == "of" and end - start < _MAX_WORDS:
        inner = position + 1
        while inner < len(tokens) and tokens[inner].lower in DETERMINERS:
            inner += 1
        last = inner
        while (
            last < len(tokens)
            and last - inner < 4
            and not _breaks(tokens[last])
            and tokens[last].lower not in CHANGE_VERBS
        ):
            last += 1
            if _is_plural(tokens[last - 1]):
                break
        return last - 1 if last > inner else end
    participle = following.lower in PARTICIPLES or (following.lower.endswith("ing") and len(following.lower) > 5)
    if participle and _is_plural(tokens[end]) and following.lower not in STOP:
        last = position
        while last + 1 < len(tokens) and last - position < 3:
            after = tokens[last + 1]
            if (
                not after.word[0].isalnum()
                or after.lower in LINKING
                or after.lower in ("and", "or", "but", "who", "that", "to")
            ):
                break
            last += 1
        if tokens[last].lower in STOP or tokens[last].lower in DETERMINERS:
            last -= 1
        return max(position, last)
    return end


def _inherited(text: str, tokens: list[Token], index: int, amount: Amount, before: Amount | None) -> str | None:
    """Return the subject of the figure before where this one leans on it: ``the 15,000 who``, ``and 35% after 2000``."""
    following = tokens[index].lower if index < len(tokens) else ""
    own = _clause(text, tokens, index) if following in PARTICIPLES or following == "being" else None
    if (
        own is None
        and before is not None
        and before.subject
        and following in ("after", "before", "in", "under", "between")
    ):
        head, same, _ = before.subject.partition(f" {following} ")
        if same and head.rpartition(" ")[2].lower() in PARTICIPLES and index + 1 < len(tokens):
            return f"{head} {following} {tokens[index + 1].word}"
    if before is None or before.subject is None:
        return own
    kin = (before.unit in ("percent", None)) and amount.unit in ("percent", None)
    if own and kin:
        return (
            f"{before.subject.split(' born ')[0]} {own}" if before.unit == amount.unit or before.unit is None else own
        )
    leaning = following in (
        "who",
        "that",
        "which",
        "",
        ".",
        ",",
        ")",
        "in",
        "from",
        "last",
        "a",
        "after",
        "the",
        "this",
        "for",
        "on",
        "to",
        "(",
    )
    gap = text[before.end : amount.start]
    near = len(gap) < 90 and re.search(
        r"\b(?:compared|from|to|and|or|than|versus|against|up|down|but|while|with|after|by)\b|[,(]", gap
    )
    if leaning and near and before.unit == amount.unit and before.rule != "rank":
        return before.subject
    return own


def _clause(text: str, tokens: list[Token], index: int) -> str:
    """Return a participle with up to three words after it: ``born after 1995``, ``being young urban females``."""
    last = index
    while (
        last + 1 < len(tokens)
        and last - index < 3
        and tokens[last + 1].word[0].isalnum()
        and tokens[last + 1].lower not in ("and", "or")
    ):
        last += 1
    return " ".join(text[tokens[index].start : tokens[last].end].split())


def _backward(text: str, tokens: list[Token], first: int) -> str | None:
    """Return the noun phrase before the amount, across prepositions and a verb of change or being."""
    position = first - 1
    while position >= 0 and (
        tokens[position].lower in LINKING or tokens[position].lower in CHANGE_VERBS or tokens[position].word in "(,"
    ):
        if tokens[position].word in "(," and position != first - 1:
            break
        position -= 1
    last = position
    if last < 0 or _breaks(tokens[last]):
        return None
    while position >= 0 and last - position < _MAX_WORDS:
        token = tokens[position]
        if token.lower in ("of", "in") and position > 0 and not _breaks(tokens[position - 1]) and position < last:
            position -= 1
            continue
        if (
            token.lower in DETERMINERS
            and position < last
            and position > 0
            and tokens[position - 1].lower in ("of", "in")
        ):
            position -= 1
            continue
        if (
            _breaks(token)
            or token.lower in CHANGE_VERBS
            or (
                token.lower.endswith(("ing", "ed"))
                and position < last
                and token.word.islower()
                and token.lower not in PLURALS
            )
        ):
            break
        position -= 1
    begin = position + 1
    while begin <= last and tokens[begin].lower in DETERMINERS | {"of", "in"}:
        begin += 1
    if begin == last and tokens[last].word.islower() and tokens[last].lower.endswith(("ing", "ed")):
        return None
    words = " ".join(text[tokens[begin].start : tokens[last].end].split()) if begin <= last else ""
    return _SIZE.sub("", words) or None
