"""What a claim's status needs to know beside its value: whose report it is, when it came, and for whom it holds."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from index.claim_matching.directions import direction_of, is_negated
from index.claim_matching.mentions import Mention
from index.claim_matching.scopes import places_of, qualifiers_of, rate_of, scope_of, span_of
from index.claim_matching.witness import Witness
from index.claims import origin_keys
from index.english import words
from index.language import names_in, tokenize, without_overlays
from index.records import Claim, ClaimKind, DocumentEntry

_RUN = 8
"""Words in a row that two independent reports do not share."""
_OUTLET_CELLS = 28


def make_witnesses(claims: Sequence[Claim], mentions: Sequence[Mention]) -> list[Witness]:
    """Return the claims of one topic as witnesses, in the same order."""
    texts = _texts(claims)
    named = [own | _polled(claim) for own, claim in zip(origin_keys(claims), claims, strict=True)]
    origins = _with_named(claims, named)
    return [
        Witness(
            claim=claim,
            published=mention.published,
            origins=named,
            scope=scope_of(claim),
            period=mention.period,
            text=text,
            outcome=mention.outcome,
            leaning=leaning_of(mention),
            mention=mention,
            rate=rate_of(claim),
            span=span_of(claim),
            places=places_of(claim),
            qualifiers=qualifiers_of(claim),
            newer=tells_news(claim.text),
            direction=direction_of(claim),
            negated=claim.kind in _SPOKEN and is_negated(claim),
        )
        for claim, mention, text, named in zip(claims, mentions, texts, origins, strict=True)
    ]


_SPOKEN = (ClaimKind.QUOTATION, ClaimKind.PREDICTION)


@lru_cache(4096)
def tells_news(text: str) -> bool:
    """Return whether a sentence says that things have changed: "now", "moved to", "the final count"."""
    spread = " " + " ".join(re.findall(r"[\w’'-]+", text.lower())) + " "
    return any(f" {phrase} " in spread for phrase in words("newer-words"))


_POLL_BEFORE = re.compile(
    r"\b(?:data|figures|estimates?|numbers|statistics)\s(?:from|by|of|compiled\sby)\s(?:the\s)?$"
    r"|\b(?:surveyed|compiled|collected|counted)\sby\s(?:the\s)?$"
    r"|\b(?:poll|survey|study|report|analysis|count)\s(?:by|of|from)\s(?:the\s)?$",
    re.IGNORECASE,
)
_POLL_AFTER = re.compile(r"(?:['’]s)?\s(?:poll|survey|study|data|figures|estimates?|statistics)\b")
_POLL_REACH = 40


def _polled(claim: Claim) -> frozenset[str]:
    """Return the folded names of those whose poll, study or data the sentence of a figure tells of."""
    if claim.kind is not ClaimKind.FIGURE:
        return frozenset()
    return frozenset(
        name.key
        for name in names_in(claim.text)
        if _POLL_BEFORE.search(claim.text[: name.span.start][-_POLL_REACH:])
        or _POLL_AFTER.match(claim.text, name.span.end)
    )


def _with_named(claims: Sequence[Claim], origins: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return the origins, where a sentence that names nobody as its source names the person whom others give."""
    persons = {key for claim, own in zip(claims, origins, strict=True) if claim.speaker for key in own if " " in key}
    found = []
    for claim, own in zip(claims, origins, strict=True):
        if not own and persons:
            own = frozenset(name.key for name in names_in(claim.text) if name.key in persons)  # noqa: PLW2901
        found.append(own)
    return found


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


def _texts(claims: Sequence[Claim]) -> list[str | None]:
    """Return a mark for each claim whose sentence another document prints in the same words, or nearly so."""
    sequences = [_words(claim.text) for claim in claims]
    marks: list[str | None] = [None] * len(claims)
    runs: dict[tuple[str, ...], list[int]] = {}
    for place, own in enumerate(sequences):
        shingles = [tuple(own[at : at + _RUN]) for at in range(len(own) - _RUN + 1)]
        known = dict.fromkeys(earlier for run in shingles for earlier in runs.get(run, ()))
        copied = next((e for e in known if _one_text(claims[e], claims[place])), None)
        if copied is not None:
            marks[copied] = marks[place] = marks[copied] or claims[copied].id
        for run in shingles:
            runs.setdefault(run, []).append(place)
    return marks


def _one_text(a: Claim, b: Claim) -> bool:
    """Return whether two sentences of two documents that share a long run of words are one text.

    Names, numbers and negations must be the same and in one order; a name may be missing from one, nothing else.
    """
    if a.document == b.document:
        return False
    short, long = sorted((_skeleton(a.text), _skeleton(b.text)), key=len)
    rest = iter(long)
    if not all(part in rest for part in short):
        return False
    return _firm(short) == _firm(long)


def _firm(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if not part.startswith("@")]


@lru_cache(2048)
def _skeleton(text: str) -> tuple[str, ...]:
    """Return the names, numbers and negations of a sentence in their order."""
    names = {name.span.start: f"@{name.key}" for name in names_in(text)}
    negators = words("negators")
    found: dict[int, str] = dict(names)
    for token in without_overlays(tokenize(text)):
        if token.form[0].isdigit() or token.form in negators or token.form.endswith("n't"):
            found[token.start] = token.form
    return tuple(found[at] for at in sorted(found))


@lru_cache(2048)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a sentence, remembered: its claims stand in several topics, one story after the other."""
    return tuple(token.form for token in without_overlays(tokenize(text)))
