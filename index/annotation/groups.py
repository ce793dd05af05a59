"""Verb groups: auxiliaries, negations and adverbs with their main verb, and what they tell of tense and voice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.annotation.records import Tense, Token

_ADVERB = r"[R!]*"
_GROUP = re.compile(
    rf"{_ADVERB}(?:T{_ADVERB})?(?:[mohb]{_ADVERB})*[vzdeg]|{_ADVERB}(?:T{_ADVERB})?(?:[mohb]{_ADVERB})*[mohb]!*"
)
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb group: the places of its tokens among those without quotation marks, and what its words tell."""

    first: int
    last: int
    head: Token
    words: tuple[Token, ...]
    tense: Tense | None
    perfect: bool
    progressive: bool
    passive: bool
    modal: str | None
    infinitive: bool
    negations: tuple[Token, ...]

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a sentence."""
        return self.tense is not None

    @property
    def copula(self) -> bool:
        """Whether the main verb is a form of ``be``."""
        return self.head.word_class == "b"


def verb_groups(tokens: Sequence[Token], visible: Sequence[int], letters: str) -> list[VerbGroup]:
    """Return the verb groups of a sentence in order; see `noun_phrases` for the arguments."""
    return [
        _group(tuple(tokens[place] for place in visible[match.start() : match.end()]), match.start())
        for match in _GROUP.finditer(letters)
    ]


def _group(words: tuple[Token, ...], first: int) -> VerbGroup:
    verbs = [word for word in words if word.word_class not in "R!T"]
    head = verbs[-1]
    helpers = verbs[:-1]
    modal = next((word.form for word in verbs if word.word_class == "m"), None)
    infinitive = any(word.word_class == "T" for word in words)
    have = any(word.word_class == "h" for word in helpers)
    be = any(word.word_class == "b" for word in helpers)
    tense = None if infinitive else _tense(verbs, modal)
    return VerbGroup(
        first, first + len(words) - 1, head, words, tense, have and head.word_class in "edbh",
        be and head.word_class == "g", be and head.word_class in "ed", modal, infinitive,
        tuple(word for word in words if word.word_class == "!"),
    )  # fmt: skip


def _tense(verbs: Sequence[Token], modal: str | None) -> Tense | None:
    first = verbs[0]
    if modal is not None:
        return Tense.FUTURE if modal in {"will", "shall", "'ll", "wo", "would", "'d"} else Tense.PRESENT
    if first.word_class in "ge" or first.form in {"be", "been", "being", "having"}:
        return None
    if first.word_class == "d" or first.form in _PAST_AUXILIARIES:
        return Tense.PAST
    return Tense.PRESENT


def joined(auxiliary: VerbGroup, group: VerbGroup) -> VerbGroup:
    """Return the group that a question parts: "Did … sink", "Will … be closed"."""
    made = _group((*auxiliary.words, *group.words), auxiliary.first)
    return replace(made, first=auxiliary.first, last=group.last)
