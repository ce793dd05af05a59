"""Claims as claim matching sees them: small, with folded words and their weights."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import repeat
from math import sqrt
from operator import mul
from sys import intern

from index import records
from index.claim_matching.clues import is_alternative, is_listed, is_part, is_retracted, is_saying
from index.claim_matching.facets import facets_of, prospects_of
from index.claim_matching.outcomes import Outcome, outcome_of
from index.claims import CHANGING, unit_kind
from index.english import words
from index.language import Aliases, Token, family_of, fold_word, names_in, stem_of, tokenize, without_overlays
from index.records import (
    Claim,
    ClaimKind,
    Figure,
    Meant,
    Quantity,
    When,
    content_of,
    quantity_of,
    stance_of,
    subject_of,
    time_of,
)

_NEAR = 6
_FADING, _LEAST = 0.88, 0.25
"""What each step away from a claim leaves of a word's weight, and the least that is left."""
_FADING_EVENT, _LEAST_EVENT = 0.95, 0.5
"""The same for events: the whole sentence tells what happened."""
_PERSONS_WORDS = """
people person victim dead death fatality casualty life body human toll individual injured wounded missing
"""

_JOINED_WORDS = """
user download people person member subscriber follower customer account newcomer
"""

_PREPOSITIONS = words("words-behind-nouns")
_TELLING_NOTHING = frozenset("it they he she we you i this that these those there who what".split())
_SMALL = words("small-words-of-subjects")

Weigh = Callable[[str], float]
"""Gives the weight of a key in one document: its rarity."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim without its text: what it counts or tells, of whom, when, and the weighted words around it.

    ``vector`` maps folded words to weights, ``norm`` is its length; ``near`` are the nearest of them, ``names`` the
    folded names of the sentence, ``about`` the folded owner of the value, ``noun`` what is counted, ``head`` what that
    measures ("people" who were killed measure the dead) and ``rest`` the words that narrow it. ``own`` are the weighted
    words of the subject: of an event, what happened. ``past`` is the year that the sentence speaks of, where it is not
    the year in which the document was written. ``part`` is whether a figure counts some of what another counts ("five
    of them", "22 others"), ``saying`` whether an event is that somebody spoke.
    """

    id: str
    document: str
    sentence: int
    kind: ClaimKind
    quantity: Quantity | None
    when: When | None
    stance: str | None
    head: str | None
    noun: str | None
    rest: frozenset[str]
    about: str | None
    own: Mapping[str, float]
    near: tuple[str, ...]
    names: frozenset[str]
    period: tuple[str, str] | None
    facets: dict[str, frozenset[str]]
    vector: Mapping[str, float]
    norm: float
    shingles: frozenset[str]
    speaker: str | None
    past: str | None
    part: bool
    saying: bool
    published: str | None = None
    outcome: Outcome | None = None
    """What an event says became of something, see `outcome_of`."""
    unit_kind: str | None = None
    crowded: bool = False
    """Whether the sentence has another figure of the same thing and unit."""
    measure: str | None = None
    """What a figure measures, see `measure_of`."""
    listed: bool = False
    """Whether a figure is one of a list, see `is_listed`."""
    alternative: bool = False
    """Whether a date is one of two that may be meant, see `is_alternative`."""
    retracted: bool = False
    """Whether the source itself takes a figure back, see `is_retracted`."""
    rivals: int = 0
    """How many other values of its kind of unit, or other dates, the document has."""
    wide: Mapping[str, float] = field(default_factory=dict)
    """The weighted words of the whole sentence, however far they stand from the claim."""
    meant: Meant = Meant.ASSERTED
    """How the clause of the claim is meant."""
    beside: frozenset[str] = frozenset()
    """The other values and times of the sentence."""
    agent: frozenset[str] = frozenset()
    """The folded words for whoever did what an outcome tells."""
    patient: frozenset[str] = frozenset()
    """The folded words for whoever underwent it."""
    peers: int = 0
    """How many other values of its measure, or else of what it counts, the document has."""
    listed_with: tuple[float, ...] = ()
    """The other values that the sentence lists beside a listed one, of the same unit."""
    age: bool = False
    """Whether a figure is somebody's age, which is no length of time."""


class Folder:
    """Makes keys of one thing one: names of an alias group, and words of one family."""

    def __init__(self, aliases: Aliases) -> None:
        self._aliases = aliases
        self._groups: dict[str, str] = {}
        for number, group in enumerate(aliases.groups):
            for name in group:
                self._groups.setdefault("@" + "_".join(name.forms), f"={number}")
                stems = [token.stem for token in without_overlays(tokenize(name.text))]
                if len(stems) == 1:
                    self._groups.setdefault(stems[0], f"={number}")

    @lru_cache(32_768)  # noqa: B019 - a folder lives as long as one grouping
    def key(self, key: str) -> str:
        """Return the folded key: an alias group, a family, or the key itself."""
        # Words of one corpus are met again and again: each is held once.
        return intern(self._groups.get(key) or (key if key.startswith("@") else family_of(key) or key))

    def name(self, name: str) -> str:
        """Return the folded key of a name in a document's words."""
        forms = [token.form for token in without_overlays(tokenize(name))]
        return self._groups.get("@" + "_".join(forms)) or "@" + "_".join(forms)

    @lru_cache(8)  # noqa: B019 - folders are few and kept, see `folder_of`
    def _tokens(self, subject: str | None) -> list[Token]:
        """Return the words of a subject, remembered for the two questions that are asked about them."""
        return tokenize(subject or "")

    @lru_cache(8192)  # noqa: B019 - folders are few and kept, see `folder_of`
    def stems(self, subject: str | None) -> tuple[str, ...]:
        """Return the stems of a subject's words, the last one first."""
        return tuple(token.stem for token in without_overlays(self._tokens(subject)))[::-1]

    @lru_cache(8192)  # noqa: B019 - folders are few and kept, see `folder_of`
    def subject(self, subject: str | None) -> tuple[str | None, frozenset[str]]:
        """Return the head noun of a subject and the words that narrow it, folded."""
        tokens = [token for token in self._aliases.canonical(self._tokens(subject)) if not token.form[0].isdigit()]
        head: str | None = None
        words: list[str] = []
        ended = False
        for token in tokens:
            if token.form in _PREPOSITIONS:
                ended = ended or head is not None
                continue
            if token.form in _SMALL:
                continue
            key = self.key(token.stem)
            words.append(key)
            if not ended:
                head = key
        return head, frozenset(words) - {head or ""}


@lru_cache(8)
def folder_of(aliases: Aliases) -> Folder:
    """Return the folder of these aliases, made once."""
    return Folder(aliases)


def make_mention(
    claim: Claim, folder: Folder, weigh: Weigh, past: str | None = None, published: str | None = None
) -> Mention:
    """Return a claim as a mention; ``weigh`` gives the weight of a word in its document.

    ``past`` is the year its sentence speaks of, ``published`` the ISO date of its document.
    """
    around = claim.around
    raw = around.keys.split() if around else []
    keys = list(dict.fromkeys(map(folder.key, raw)))
    fading = (_FADING, _LEAST) if claim.kind is ClaimKind.FIGURE else (_FADING_EVENT, _LEAST_EVENT)
    vector = _vector(keys, weigh, *fading)
    subject, quantity = subject_of(claim), quantity_of(claim)
    head, rest = folder.subject(subject)
    facets = _facets(claim, (*folder.stems(subject), *raw), raw)
    # In order, for a sum of the same numbers in another order is another sum.
    own = {key: weigh(key) for key in (*sorted(rest), *([head] if head else ())) if key in vector}
    noun = head
    measure = around.measure if around else None
    head = _measured(head, measure, facets)
    return Mention(
        id=claim.id,
        document=claim.document,
        sentence=claim.sentence.start,
        kind=claim.kind,
        quantity=quantity,
        when=time_of(claim),
        stance=stance_of(claim),
        head=head,
        noun=noun,
        rest=rest & vector.keys(),
        own=own,
        about=folder.name(around.about) if around and around.about else None,
        near=tuple(key for key in keys if not key.startswith("@"))[:_NEAR],
        names=frozenset(key for key in keys if key.startswith(("@", "="))),
        period=around.period if around and _has_its_time(claim) else None,
        facets=facets,
        vector=vector,
        norm=sqrt(sum(weight * weight for weight in vector.values())),
        shingles=_shingles(content_of(claim) or "") if claim.kind is ClaimKind.QUOTATION else frozenset(),
        speaker=_speaker(claim.speaker),
        past=past,
        published=published,
        part=claim.kind is ClaimKind.FIGURE and is_part(claim, measure),
        saying=claim.kind is ClaimKind.EVENT and is_saying(claim),
        measure=measure,
        outcome=outcome_of(claim),
        unit_kind=unit_kind(quantity) if quantity is not None else None,
        listed=claim.kind is ClaimKind.FIGURE and is_listed(claim),
        retracted=claim.kind is ClaimKind.FIGURE and is_retracted(claim),
        alternative=claim.kind is ClaimKind.EVENT and is_alternative(claim),
        wide={key: weight for key in keys if key[0] != "@" and (weight := weigh(key)) > 0},
        meant=claim.meant,
        agent=_words_of(claim.agent, folder) if isinstance(claim, records.Outcome) else frozenset(),
        patient=_words_of(claim.patient, folder) if isinstance(claim, records.Outcome) else frozenset(),
        age=isinstance(claim, Figure) and _is_age(claim.quantity),
    )


def _facets(claim: Claim, words: Sequence[str], near: Sequence[str]) -> dict[str, frozenset[str]]:
    """Return what a figure measures, or what a prediction foretells, by the words nearest to it."""
    if claim.kind is ClaimKind.PREDICTION:
        return prospects_of(list(near))
    if not isinstance(claim, Figure):
        return {}
    facets = facets_of(list(words))
    if not _can_rise(claim.quantity.unit):
        facets.pop("change", None)
    return facets


def _has_its_time(claim: Claim) -> bool:
    """Return whether a figure holds for a time only: ages, lengths and weights do not change with the news."""
    return not isinstance(claim, Figure) or unit_kind(claim.quantity) in CHANGING


def _can_rise(unit: str | None) -> bool:
    """Return whether an amount of a unit rises and falls: a boy of four years who fell is no decline."""
    return unit in (None, "percent", "point") or unit.isupper()


def among_others(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions of a document, its figures and dates with what others of their kind it has."""
    found = list(mentions)
    figures = [mention for mention in found if mention.quantity is not None]
    slots = Counter(_slot(mention) for mention in figures)
    listed: Counter[tuple[int, str | None]] = Counter(
        (m.sentence, m.measure) for m in figures if m.listed and m.measure is not None
    )
    values: dict[str | None, set[tuple[float | None, float | None]]] = {}
    for mention in figures:
        if mention.quantity is not None:
            values.setdefault(mention.unit_kind, set()).add((mention.quantity.low, mention.quantity.high))
    questions = Counter(m.outcome.group for m in found if m.kind is ClaimKind.OUTCOME and m.outcome is not None)
    peers: dict[tuple[str | None, str | None], set[str]] = {}
    for mention in figures:
        peers.setdefault(_measured_thing(mention), set()).add(_value(mention))
    values_of: dict[int, set[str]] = {}
    for mention in found:
        values_of.setdefault(mention.sentence, set()).add(_value(mention))
    found = [replace(m, beside=frozenset(values_of[m.sentence]) - {_value(m), ""}) for m in found]
    dates = {(m.when.start, m.when.end) for m in found if m.kind is ClaimKind.EVENT and m.when is not None}
    return [
        replace(
            mention,
            crowded=slots[_slot(mention)] > 1,
            part=mention.part or (mention.listed and listed[mention.sentence, mention.measure] > 1),
            rivals=len(values[mention.unit_kind]) - 1,
            peers=len(peers[_measured_thing(mention)]) - 1,
            listed_with=_listed_with(mention, figures) if mention.listed else (),
        )
        if mention.quantity is not None
        else replace(mention, rivals=len(dates) - 1)
        if mention.kind is ClaimKind.EVENT
        else replace(mention, rivals=questions[mention.outcome.group] - 1)
        if mention.kind is ClaimKind.OUTCOME and mention.outcome is not None
        else mention
        for mention in found
    ]


def _measured_thing(mention: Mention) -> tuple[str | None, str | None]:
    return (mention.measure or mention.head, mention.unit_kind)


def _words_of(phrase: str | None, folder: Folder) -> frozenset[str]:
    """Return the folded content words of a phrase."""
    head, rest = folder.subject(phrase)
    return rest | {head} if head else rest


def _listed_with(mention: Mention, figures: Iterable[Mention]) -> tuple[float, ...]:
    """Return the other values that a sentence lists beside one, of its unit."""
    return tuple(
        m.quantity.low
        for m in figures
        if m is not mention
        and m.listed
        and m.sentence == mention.sentence
        and m.quantity is not None
        and m.quantity.low is not None
        and mention.quantity is not None
        and m.quantity.unit == mention.quantity.unit
    )


def _value(mention: Mention) -> str:
    """Return the value or the time of a claim as a key."""
    if mention.quantity is not None:
        return f"{mention.quantity.low} {mention.quantity.high} {mention.quantity.unit}"
    return f"{mention.when.start} {mention.when.end}" if mention.when is not None else ""


_OF_AGE = re.compile(r"\bold\b|\bof\sage\b|\baged\b")


def _is_age(quantity: Quantity) -> bool:
    """Return whether years are an age: "36-year-old", or a bare number after a name; "up to 14 years" is none."""
    return quantity.unit == "year" and (_OF_AGE.search(quantity.raw) is not None or "year" not in quantity.raw)


def _slot(mention: Mention) -> tuple[int, str | None, str | None]:
    return (mention.sentence, mention.measure or mention.head, mention.quantity.unit if mention.quantity else None)


@lru_cache(1)
def _persons() -> frozenset[str]:
    return _folded(_PERSONS_WORDS)


@lru_cache(1)
def _joiners() -> frozenset[str]:
    return _folded(_JOINED_WORDS)


def _folded(words: str) -> frozenset[str]:
    stems = [stem_of(word) for word in words.split()]
    return frozenset([*stems, *(family for stem in stems if (family := family_of(stem)) is not None)])


def _measured(head: str | None, measure: str | None, facets: dict[str, frozenset[str]]) -> str | None:
    """Return what is counted: "people", "victims" and "lives" are the dead where death is told, and so on."""
    if head in _TELLING_NOTHING:
        return None
    if head in _persons() and measure:
        return "~" + measure
    if head in _joiners() and "gained" in facets.get("flow", ()):
        return "~joined"
    return head


def _vector(keys: list[str], weigh: Weigh, fading: float, least: float) -> dict[str, float]:
    vector: dict[str, float] = {}
    share = 1.0
    for key in keys:
        if key[0] == "@":
            continue
        weight = weigh(key) * (share if share > least else least)
        share *= fading
        if weight > 0:
            vector[key] = weight
    return vector


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return how far two sets of weighted words are the same, 0 to 1."""
    if a.keys().isdisjoint(b):
        return 0.0
    shared = _product(a, b)
    return shared / sqrt(_square(a) * _square(b)) if shared else 0.0


def _product(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the sum of the products of the weights that both have."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    # Without a step in Python for each word; a product of nothing adds nothing.
    return sum(map(mul, short.values(), map(long.get, short, repeat(0.0))), 0.0)


def _square(weights: Mapping[str, float]) -> float:
    values = weights.values()
    return sum(map(mul, values, values), 0.0)


def covering(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the share of the shorter one's weight that both have: 1 where one says all that the other says."""
    if a.keys().isdisjoint(b):
        return 0.0
    shared = sum(min(weight, b[key]) for key, weight in a.items() if key in b)
    least = min(sum(a.values()), sum(b.values()))
    return shared / least if least else 0.0


def likeness(a: Mention, b: Mention) -> float:
    """Return how far the words around two claims are the same, 0 to 1."""
    if not a.norm or not b.norm or a.vector.keys().isdisjoint(b.vector):
        return 0.0
    return _product(a.vector, b.vector) / (a.norm * b.norm)


def likeness_beyond(a: Mention, b: Mention, keys: frozenset[str]) -> float:
    """Return the likeness of the words around two claims without ``keys``, which are weighed elsewhere."""
    shared = a.vector.keys() & b.vector.keys()
    if shared <= keys:
        return 0.0
    return cosine(_without(a.vector, keys), _without(b.vector, keys))


def _without(weights: Mapping[str, float], keys: frozenset[str]) -> Mapping[str, float]:
    if keys.isdisjoint(weights):
        return weights
    return {key: weight for key, weight in weights.items() if key not in keys}


_RUN = 4


def _shingles(content: str) -> frozenset[str]:
    """Return the runs of four words of a quotation; none where it has fewer."""
    words = [token.form for token in without_overlays(tokenize(content))]
    if len(words) < _RUN:
        return frozenset()
    return frozenset(" ".join(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1))


def _speaker(speaker: str | None) -> str | None:
    """Return a speaker's last name, folded, or the folded words where there is no name."""
    if not speaker:
        return None
    names = names_in(speaker)
    words = names[-1].key if names else fold_word(speaker)
    return words.split()[-1] if words.split() else None
