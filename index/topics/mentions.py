"""Claims as the grouping sees them: small, with folded words and their weights."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from index.language.aliases import Aliases
from index.language.families import family_of
from index.language.folding import fold_word
from index.language.names import names_in
from index.language.tokens import tokenize, without_overlays
from index.records import Claim, ClaimKind, Quantity, When
from index.topics.facets import facets_of

_NEAR = 6
_FADING = 0.88
"""What each step away from the claim leaves of a word's weight."""
_LEAST = 0.25
_PERSONS_WORDS = """
people person victim dead death fatality casualty life body human toll individual
"""
_PERSONS = frozenset(_PERSONS_WORDS.split())
_PREPOSITIONS = frozenset("of in on at by for from to with among who that which born killed".split())
_SMALL_WORDS = """
a an the as its his her their our my your this that these those some any all each every other more most such than
about per total number amount and or estimated reported nearly almost over just only
"""
_SMALL = frozenset(_SMALL_WORDS.split())

Weigh = Callable[[str], float]
"""Gives the weight of a key in one document: its rarity."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim without its text: what it counts or tells, of whom, when, and the weighted words around it.

    ``vector`` maps folded words to weights, ``norm`` is its length; ``near`` are the nearest of them, ``names`` the
    folded names of the sentence, ``about`` the folded owner of the value, ``head`` what is counted and ``rest`` the
    words that narrow it.
    """

    id: str
    document: str
    sentence: int
    kind: ClaimKind
    quantity: Quantity | None
    when: When | None
    stance: str | None
    head: str | None
    rest: frozenset[str]
    about: str | None
    near: tuple[str, ...]
    names: frozenset[str]
    period: tuple[str, str] | None
    facets: dict[str, frozenset[str]]
    vector: Mapping[str, float]
    norm: float
    shingles: frozenset[str]
    speaker: str | None


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

    def key(self, key: str) -> str:
        """Return the folded key: an alias group, a family, or the key itself."""
        return self._groups.get(key) or (key if key.startswith("@") else family_of(key) or key)

    def name(self, name: str) -> str:
        """Return the folded key of a name in a document's words."""
        forms = [token.form for token in without_overlays(tokenize(name))]
        return self._groups.get("@" + "_".join(forms)) or "@" + "_".join(forms)

    @lru_cache(65536)  # noqa: B019 - a folder lives as long as one grouping
    def subject(self, subject: str | None) -> tuple[str | None, frozenset[str]]:
        """Return the head noun of a subject and the words that narrow it, folded."""
        tokens = [token for token in self._aliases.canonical(tokenize(subject or "")) if not token.form[0].isdigit()]
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


def make_mention(claim: Claim, folder: Folder, weigh: Weigh) -> Mention:
    """Return a claim as a mention; ``weigh`` gives the weight of a word in its document."""
    around = claim.around
    raw = around.keys.split() if around else []
    keys = list(dict.fromkeys(folder.key(key) for key in raw))
    vector = _vector(keys, weigh)
    subject = claim.quantity.subject if claim.quantity is not None else claim.subject
    head, rest = folder.subject(subject)
    facets = facets_of(raw) if claim.kind is ClaimKind.FIGURE else {}
    if head in _PERSONS and (harm := facets.get("harm")):
        head = "~" + "+".join(sorted(harm))
    return Mention(
        id=claim.id,
        document=claim.document,
        sentence=claim.sentence.start,
        kind=claim.kind,
        quantity=claim.quantity,
        when=claim.when,
        stance=claim.stance,
        head=head,
        rest=rest,
        about=folder.name(around.about) if around and around.about else None,
        near=tuple(key for key in keys if not key.startswith("@"))[:_NEAR],
        names=frozenset(key for key in keys if key.startswith(("@", "="))),
        period=around.period if around else None,
        facets=facets,
        vector=vector,
        norm=sqrt(sum(weight * weight for weight in vector.values())),
        shingles=_shingles(claim.content or "") if claim.kind is ClaimKind.QUOTATION else frozenset(),
        speaker=_speaker(claim.speaker),
    )


def _vector(keys: list[str], weigh: Weigh) -> dict[str, float]:
    vector: dict[str, float] = {}
    share = 1.0
    for key in keys:
        if key.startswith("@"):
            continue
        weight = weigh(key) * max(share, _LEAST)
        share *= _FADING
        if weight > 0:
            vector[key] = weight
    return vector


def cosine(a: Mention, b: Mention) -> float:
    """Return how far the words around two claims are the same, 0 to 1."""
    if not a.norm or not b.norm:
        return 0.0
    short, long = (a.vector, b.vector) if len(a.vector) <= len(b.vector) else (b.vector, a.vector)
    return sum(weight * long[key] for key, weight in short.items() if key in long) / (a.norm * b.norm)


_RUN = 4


def _shingles(content: str) -> frozenset[str]:
    """Return the runs of four words of a quotation; all its words as one where it has fewer."""
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
