"""Documents as the grouping needs them: each read once and laid aside, and only so many held in memory."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from index.claim_matching import Claims, Mention, folder_of, gather, mentions_of, pack, unpack
from index.language import Aliases
from index.records import Claim, DocumentEntry
from index.terms import CorpusWeights, TermCounts
from index.topics.shelf import Shelf

IN_MEMORY = 200
"""Documents held at once: those of the stories at hand, for stories are worked through one after the other."""
_PLACES = 1 << 20


@dataclass(frozen=True, slots=True)
class Sources:
    """Where claims and words are read from: ids in order, a document's claims, and its terms (all, and one's)."""

    ids: Sequence[str]
    claims_of: Callable[[str], Sequence[Claim]]
    terms: Callable[[], Iterator[tuple[str, TermCounts]]]
    terms_of: Callable[[str], TermCounts]


Told = tuple[Claim, Mention]
"""A claim, and the same as a mention."""


class Documents:
    """The documents of one grouping by their place in the corpus, and their claims by numbers.

    A claim's number tells its document and its place there, so numbers are in the order of documents and places.
    """

    def __init__(self, sources: Sources, entries: Mapping[str, DocumentEntry], aliases: Aliases) -> None:
        self.ids = sources.ids
        self.places = {id_: place for place, id_ in enumerate(sources.ids)}
        self.entries = entries
        self._sources = sources
        self._folder = folder_of(aliases)
        self._shelf = Shelf()
        self.weights = CorpusWeights()
        for _, counts in self.terms():
            self.weights.add(counts)
        self.claims = lru_cache(IN_MEMORY)(self._gathered)
        """Return the claims of the document at a place, ready to be set beside another's."""
        self._rarity = lru_cache(50_000)(lambda key: self.weights.sentence_weight(key, aliases))

    def close(self) -> None:
        """Let go of what was laid aside."""
        self._shelf.close()

    def terms(self) -> Iterator[tuple[str, TermCounts]]:
        """Yield each document of the grouping with its terms; one that is read meanwhile is of the next grouping."""
        return (pair for pair in self._sources.terms() if pair[0] in self.places)

    def told(self, numbers: Iterable[int]) -> dict[int, Told]:
        """Return claims by their numbers, each with its mention; every document is read once.

        A claim that its document lost since its number was given is left out.
        """
        found: dict[int, Told] = {}
        for place, wanted in groupby(sorted(numbers), key=document_at):
            told = list(zip(self._sources.claims_of(self.ids[place]), self._mentions(place), strict=False))
            found.update((number, told[number % _PLACES]) for number in wanted if number % _PLACES < len(told))
        return found

    def forget(self) -> None:
        """Drop the documents that are held."""
        self.claims.cache_clear()

    def number_of(self, id_: str) -> int | None:
        """Return the number of the claim with an id; None where there is none."""
        place = self.places.get(id_.rpartition("#")[0])
        if place is None:
            return None
        claims = self._sources.claims_of(self.ids[place])
        return next((number(place, at) for at, claim in enumerate(claims) if claim.id == id_), None)

    def _gathered(self, place: int) -> Claims:
        return gather(self._mentions(place))

    def _mentions(self, place: int) -> list[Mention]:
        if (packed := self._shelf.get(place)) is not None:
            return unpack(packed)
        id_ = self.ids[place]
        claims, terms = self._sources.claims_of(id_), self._sources.terms_of(id_)
        made = mentions_of(claims, terms, self._folder, self._rarity, self._published(id_))
        self._shelf.put(place, pack(made))
        return made

    def _published(self, id_: str) -> str | None:
        entry = self.entries.get(id_)
        return entry.metadata.published if entry else None


def number(document: int, place: int) -> int:
    """Return the number of the claim at a place of a document, both from 0."""
    return document * _PLACES + place


def document_at(number: int) -> int:
    """Return the place of the document in which the claim with a number stands."""
    return number // _PLACES
