"""What a claim's status needs to know beside its value: whose report it is, when it came, and for whom it holds."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from index.language.folding import fold_word
from index.language.names import names_in
from index.language.tokens import tokenize, without_overlays
from index.records import Claim, ClaimKind, DocumentEntry
from index.topics.mentions import Mention
from index.topics.outcomes import outcome_of
from index.topics.scopes import scope_of
from index.topics.statuses import Witness

_COPY = 0.8
"""Share of words two sentences have in common from which on they are one text."""
_COPY_WORDS = 8
_OUTLET_CELLS = 28


def make_witnesses(
    claims: Sequence[Claim], mentions: Sequence[Mention], entries: Mapping[str, DocumentEntry]
) -> list[Witness]:
    """Return the claims of one topic as witnesses, in the same order."""
    texts = _texts(claims)
    return [
        Witness(
            claim=claim,
            published=entries[claim.document].metadata.published if claim.document in entries else None,
            origins=_origins(claim),
            scope=scope_of(claim),
            period=mention.period,
            text=text,
            outcome=outcome_of(claim),
            leaning=leaning_of(mention),
        )
        for claim, mention, text in zip(claims, mentions, texts, strict=True)
    ]


def short_names(entries: Mapping[str, DocumentEntry]) -> Callable[[str], str]:
    """Return a function that gives a document's short name: its outlet, where no other one here has the same, or id."""
    counts: dict[str, int] = {}
    for entry in entries.values():
        if entry.metadata.outlet:
            counts[entry.metadata.outlet] = counts.get(entry.metadata.outlet, 0) + 1

    def name(id_: str) -> str:
        entry = entries.get(id_)
        outlet = entry.metadata.outlet if entry else None
        if entry is not None and outlet and len(outlet) <= _OUTLET_CELLS:
            short = outlet.removeprefix("www.")
            return short if counts[outlet] == 1 else f"{short} ({entry.number})"
        return f"article {entry.number}" if entry else id_

    return name


def leaning_of(mention: Mention) -> str | None:
    """Return whether a prediction says that something will last ("yes") or not ("no"); None where it does neither."""
    said = mention.facets.get("lasting") if mention.kind is ClaimKind.PREDICTION else None
    if not said or len(said) > 1 or mention.stance not in ("likely", "unlikely"):
        return None
    return next(iter(said)) if mention.stance == "likely" else "no" if "yes" in said else "yes"


def _origins(claim: Claim) -> frozenset[str]:
    """Return the folded names of those who are behind a claim: its speaker, and the sources behind the speaker."""
    found: set[str] = set()
    for text in (claim.speaker, *claim.origin):
        if not text:
            continue
        names = names_in(text)
        found.update(name.key for name in names) if names else found.add(fold_word(text))
    return frozenset(found)


def _texts(claims: Sequence[Claim]) -> list[str | None]:
    """Return a mark for each claim whose sentence another document prints in nearly the same words."""
    words = [_words(claim.text) for claim in claims]
    marks: list[str | None] = [None] * len(claims)
    for place, own in enumerate(words):
        if len(own) < _COPY_WORDS:
            continue
        for earlier in range(place):
            other = words[earlier]
            if len(own & other) >= _COPY * max(len(own), len(other)):
                mark = marks[earlier] or claims[earlier].id
                marks[earlier] = marks[place] = mark
                break
    return marks


@lru_cache(2048)
def _words(text: str) -> frozenset[str]:
    """Return the words of a sentence, remembered: its claims stand in several topics, one story after the other."""
    return frozenset(token.form for token in without_overlays(tokenize(text)))
