"""What a topic is called: short, in words of its sources; and an id that a person can read and type."""

import re
from collections import Counter
from collections.abc import Sequence

from index.language import fold_word
from index.records import (
    Claim,
    ClaimKind,
    content_of,
    subject_of,
)

LONGEST = 70
_SPACE = re.compile(r"\s+")
_NOT_ID = re.compile(r"[^\w]+")
_ID_WORDS = 6
_POINTING = re.compile(r"(?:it|they|he|she|we|you|i|this|that|these|those|there|who|which|some|many)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:it|they|he|she|we|you|i|there|who|which)\b(?!['’])[\s,…]*", re.IGNORECASE)
_LEADING = re.compile(r"^(?:the|a|an|its|their|his|her|this|that|these|those)\s+", re.IGNORECASE)


def label_of(claims: Sequence[Claim]) -> str:
    """Return the label of claims about one thing: what is counted, what happened, or the words themselves."""
    kind = claims[0].kind
    if kind is ClaimKind.FIGURE:
        words = _counted(claims)
    elif kind is ClaimKind.QUOTATION:
        speaker = _commonest([claim.speaker for claim in claims if claim.speaker])
        quoted = min((content_of(claim) or claim.surface for claim in claims), key=lambda text: (len(text), text))
        words = f"{speaker}: {_tidy(quoted)}" if speaker else _tidy(quoted)
    else:
        stated = [subject for claim in claims if (subject := subject_of(claim))] or [claim.surface for claim in claims]
        words = _without_pronoun(_tidy(_best(stated))) or _tidy(_best([claim.surface for claim in claims]))
    return shortened(words or _tidy(claims[0].surface))


def _counted(claims: Sequence[Claim]) -> str:
    subjects = [subject for claim in claims if (subject := subject_of(claim))]
    subject = _LEADING.sub("", _tidy(_best(subjects))) if subjects else _tidy(claims[0].surface)
    about = _commonest([c.around.about for c in claims if c.around is not None and c.around.about])
    owner = _tidy(re.sub(r"['’]s?$", "", about)) if about else ""
    if not owner or fold_word(owner) in fold_word(subject):
        return subject
    return f"{subject} · {owner}"


def _best(texts: Sequence[str]) -> str:
    """Return the text that says most in few words: of those said most often, the longest below 50 characters."""
    tidied = [_tidy(text) for text in texts]
    counts = Counter([text for text in tidied if not _PRONOUN.match(text)] or tidied)
    return min(
        counts,
        key=lambda text: (-counts[text], len(text) > LONGEST, -len(text) if len(text) <= 50 else len(text), text),
    )


def _without_pronoun(text: str) -> str:
    """Return words about a thing without the pronoun that stands for it: a heading points back to nothing."""
    return _PRONOUN.sub("", text)


def _commonest(texts: Sequence[str]) -> str | None:
    counts = Counter(_tidy(text) for text in texts)
    named = {text: count for text, count in counts.items() if not (_POINTING.match(text) or "…" in text)}
    counts = Counter(named) or counts
    return min(counts, key=lambda text: (-counts[text], -len(text), text)) if counts else None


def _tidy(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" .,;:")


def shortened(text: str) -> str:
    """Return ``text`` cut at a word's end, with an ellipsis, where it is longer than a heading may be."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def slug(label: str) -> str:
    """Return a label as an id: its first words in small letters, joined by hyphens."""
    words = [word for word in _NOT_ID.split(fold_word(label)) if word]
    return "-".join(words[:_ID_WORDS]) or "topic"


class Ids:
    """Gives each topic an id of its own: its label's, and a number where several have the same label."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()

    def of(self, label: str) -> str:
        """Return the next free id for a label."""
        base = slug(label)
        self._used[base] += 1
        return base if self._used[base] == 1 else f"{base}-{self._used[base]}"
