"""The walk through the hits of a search, passage by passage and on into the next article."""

from dataclasses import dataclass

from index.counting import counted
from index.records import Hit, Passage, SearchResult


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a person is among the hits: ``article`` and ``passage`` are indices, -1 before the first hit."""

    result: SearchResult
    article: int = -1
    passage: int = 0

    @property
    def hit(self) -> Hit | None:
        """The article in use."""
        return self.result.hits[self.article] if 0 <= self.article < len(self.result.hits) else None

    @property
    def at(self) -> Passage | None:
        """The passage in use."""
        hit = self.hit
        return hit.passages[self.passage] if hit and self.passage < len(hit.passages) else None

    def to(self, article: int, passage: int) -> "Walk":
        """Return the walk at another hit."""
        return Walk(self.result, article, passage)

    def step(self, by: int) -> "Walk":
        """Return the walk one passage further (``by`` 1) or back (-1); after the last hit comes the first."""
        places = [
            (article, passage) for article, hit in enumerate(self.result.hits) for passage in range(len(hit.passages))
        ]
        if not places:
            return self
        here = (self.article, self.passage)
        if here not in places:
            return self.to(*places[0 if by > 0 else -1])
        return self.to(*places[(places.index(here) + by) % len(places)])

    def wraps(self, by: int) -> bool:
        """Return whether the next step leaves the last hit for the first, or the first for the last."""
        further = self.step(by)
        ahead = (further.article, further.passage) > (self.article, self.passage)
        return self.article >= 0 and ahead != (by > 0)

    @property
    def sentences(self) -> int:
        """How many passages all hits have."""
        return sum(len(hit.passages) for hit in self.result.hits)

    def label(self) -> str:
        """Return the position in words: ``hit 3/17 · article 2/5``."""
        articles = len(self.result.hits)
        if self.at is None:
            number = counted(self.sentences, "hit")
            return f"{number} · {counted(self.result.total, 'article')}"
        before = sum(len(hit.passages) for hit in self.result.hits[: self.article])
        return f"hit {before + self.passage + 1}/{self.sentences} · article {self.article + 1}/{articles}"
