"""What a claim's status needs to know beside its value: whose report it is, when it came, and for whom it holds."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from index.claim_matching.mentions import Mention
from index.claim_matching.scopes import scope_of
from index.claim_matching.statuses import Witness
from index.language.folding import fold_word
from index.language.names import names_in
from index.language.tokens import tokenize, without_overlays
from index.records import Claim, ClaimKind, DocumentEntry

_COPY = 0.8
"""Share of words two sentences have in common from which on they are one text."""
_COPY_WORDS = 8
_RUN = 8
"""Words in a row that two independent reports do not share."""
_SOURCE_BEFORE = re.compile(
    r"\b(?:data|figures|estimates?|numbers|statistics)\s(?:from|by|of|compiled\sby)\s(?:the\s)?$"
    r"|\b(?:surveyed|reported|compiled|cited|collected|counted|published|released|seen)\sby\s(?:the\s)?$"
    r"|\b(?:poll|survey|study|report|analysis|count)\s(?:by|of|from)\s(?:the\s)?$|\btold\s(?:the\s)?$",
    re.IGNORECASE,
)
_SOURCE_AFTER = re.compile(r"(?:['’]s)?\s(?:poll|survey|study|data|figures|estimates?|statistics|numbers)\b")
_REACH = 40
_OUTLET_CELLS = 28


def make_witnesses(claims: Sequence[Claim], mentions: Sequence[Mention]) -> list[Witness]:
    """Return the claims of one topic as witnesses, in the same order."""
    texts = _texts(claims)
    return [
        Witness(
            claim=claim,
            published=mention.published,
            origins=_origins(claim),
            scope=scope_of(claim),
            period=mention.period,
            text=text,
            outcome=mention.outcome,
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
    found.update(_sources_named(claim))
    return frozenset(found)


def _sources_named(claim: Claim) -> Iterator[str]:
    """Yield the folded names of those from whom the clause of a figure has it: "told Agency X", "in a Norda poll"."""
    if claim.kind is not ClaimKind.FIGURE:
        return
    for name in names_in(claim.text):
        before, after = claim.text[: name.span.start], claim.text[name.span.end :]
        if _SOURCE_BEFORE.search(before[-_REACH:]) or _SOURCE_AFTER.match(after):
            yield name.key


def _texts(claims: Sequence[Claim]) -> list[str | None]:
    """Return a mark for each claim whose sentence another document prints in the same words, or nearly so."""
    words = [_words(claim.text) for claim in claims]
    sets = [frozenset(own) for own in words]
    marks: list[str | None] = [None] * len(claims)
    runs: dict[tuple[str, ...], int] = {}
    for place, own in enumerate(words):
        if len(own) < _COPY_WORDS:
            continue
        shingles = [tuple(own[at : at + _RUN]) for at in range(len(own) - _RUN + 1)]
        earlier = next((runs[run] for run in shingles if run in runs), None)
        if earlier is None:
            earlier = next((e for e in range(place) if _nearly(sets[e], sets[place])), None)
        if earlier is not None and claims[earlier].document != claims[place].document:
            mark = marks[earlier] or claims[earlier].id
            marks[earlier] = marks[place] = mark
        for run in shingles:
            runs.setdefault(run, place)
    return marks


def _nearly(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a) >= _COPY_WORDS and len(a & b) >= _COPY * max(len(a), len(b))


@lru_cache(2048)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a sentence, remembered: its claims stand in several topics, one story after the other."""
    return tuple(token.form for token in without_overlays(tokenize(text)))
