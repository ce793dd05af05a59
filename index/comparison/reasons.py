"""The status of a link and the reasons for it, in words."""

from collections.abc import Sequence

from index.claim_matching import RelationKind
from index.comparison.facts import BOTH_QUOTE, Fact
from index.comparison.features import Passage
from index.comparison.wording import Run, cut, wording_ratio
from index.language import Name, family_of, names_in
from index.records import (
    Claim,
    ClaimKind,
    Span,
    direct_of,
)

SHARED_WORDS = "shared words: "
"""How the reason begins that names the words, weightiest first."""
_TELLING_RUN = 8
"""A run of as many words is no accident of language."""
_NEAR_COPY = 0.75
_FACTS_SHOWN = 3
_NAMES_SHOWN = 3
_WORDS_SHOWN = 5
_LEAST_SHARE = 0.06
"""A word that adds less than this share to a link is not worth telling."""


class Explainer:
    """Says why two passages are linked; remembers the names of passages, which are met in several links."""

    def __init__(self) -> None:
        self._names: dict[str, list[Name]] = {}

    def __call__(self, a: Passage, b: Passage, facts: Sequence[Fact], run: Run | None) -> tuple[str, tuple[str, ...]]:
        """Return the status of the link and its reasons, strongest first: facts, wording, speakers, names, words."""
        status = fact_status(facts)
        told = sorted(facts, key=lambda fact: fact.kind.value != status)
        reasons = [fact.reason for fact in told[:_FACTS_SHOWN]]
        if run is not None:
            kind, reason = _wording_reason(a, b, run)
            if not (reason.startswith(BOTH_QUOTE) and any(fact.quoted for fact in facts)):
                reasons.append(reason)
            status = status or kind
        speakers = _shared_speakers(a.claims, b.claims)
        if speakers:
            reasons.append(f"both cite {_listed(speakers)}")
        names = [name for name in self._shared_names(a, b) if name not in speakers]
        if names:
            reasons.append(f"both name {_listed(names)}")
        rare = _rare_words(a, b, [*speakers, *names])
        if rare:
            reasons.append(SHARED_WORDS + ", ".join(rare))
        return status or "related", tuple(reasons)

    def _shared_names(self, a: Passage, b: Passage) -> list[str]:
        """Return the names of several words that both sentences have; single words are told as shared words."""
        other = {name.key for name in self._names_of(b)}
        shared = [name.text for name in self._names_of(a) if " " in name.key and name.key in other]
        return list(dict.fromkeys(shared))[:_NAMES_SHOWN]

    def _names_of(self, passage: Passage) -> list[Name]:
        if passage.text not in self._names:
            self._names[passage.text] = names_in(passage.text)
        return self._names[passage.text]


def _wording_reason(a: Passage, b: Passage, run: Run) -> tuple[str | None, str]:
    words = a.text[run.a.start : run.a.end]
    if wording_ratio(a.text, b.text) >= _NEAR_COPY:
        return "wording", "nearly the same wording"
    if _is_quoted(a, run.a) and _is_quoted(b, run.b):
        return "quotation", f"{BOTH_QUOTE}“{cut(words)}”"
    return ("wording" if run.words >= _TELLING_RUN else None), f"shared wording: “{cut(words)}”"


def _shared_speakers(a: Sequence[Claim], b: Sequence[Claim]) -> list[str]:
    """Return the speakers whom both sentences cite, by the last word of a name; pronouns were resolved or are none."""
    other = {_surname(claim.speaker) for claim in b if claim.speaker}
    shared = [claim.speaker for claim in a if claim.speaker and _surname(claim.speaker) in other]
    return list(dict.fromkeys(speaker for speaker in shared if speaker[:1].isupper()))[:_NAMES_SHOWN]


def _surname(speaker: str) -> str:
    return speaker.rsplit(maxsplit=1)[-1].casefold() if speaker.split() else ""


def fact_status(facts: Sequence[Fact]) -> str | None:
    """Return the status that the claims give; a conflict is never hidden behind agreement."""
    kinds = {fact.kind for fact in facts}
    for kind, status in (
        (RelationKind.CONFLICT, "conflict"),
        (RelationKind.SAME, "same"),
        (RelationKind.COMPATIBLE, "compatible"),
    ):
        if kind in kinds:
            return status
    return "quotation" if any(fact.quoted for fact in facts) else None


def _is_quoted(passage: Passage, run: Span) -> bool:
    start = passage.sentence.span.start
    return any(
        claim.kind is ClaimKind.QUOTATION
        and direct_of(claim) is not False
        and claim.span.start < run.end + start
        and run.start + start < claim.span.end
        for claim in passage.claims
    )


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _rare_words(a: Passage, b: Passage, names: Sequence[str]) -> list[str]:
    """Return the words that weigh most in the link, as A writes them; of a word family, both sides' words."""
    spoken = {term.key for term in a.terms} & {term.key for term in b.terms}
    shared = [
        (a.vector[key] * b.vector[key], key)
        for key in a.vector
        if key in b.vector and (key in spoken or key.startswith("~"))
    ]
    total = sum(weight for weight, _ in shared)
    words: dict[str, None] = {}
    told = " ".join(names)
    for weight, key in sorted(shared, key=lambda entry: (-entry[0], entry[1])):
        if weight < _LEAST_SHARE * total or len(words) == _WORDS_SHOWN:
            break
        text = _wording(a, b, key)
        if text and text not in told and text.casefold() not in {word.casefold() for word in words}:
            words[text] = None
    return list(words)


def _wording(a: Passage, b: Passage, key: str) -> str:
    left, right = _surface(a, key), _surface(b, key)
    if not key.startswith("~"):
        return left
    # A family adds something to say only where the two sides use different words of it.
    other = {term.key for term in b.terms}
    if any(term.key in other and a.text[term.start : term.end] == left for term in a.terms):
        return ""
    return f"{left}/{right}"


def _surface(passage: Passage, key: str) -> str:
    for term in passage.terms:
        if term.key == key or (key.startswith("~") and family_of(term.key) == key):
            return passage.text[term.start : term.end]
    return ""
