"""Articles written for the tests, grouped into topics."""

from collections.abc import Sequence

from index.claims import extract_claims
from index.language.aliases import Aliases
from index.records import Claim, Document, Status, Topic
from index.terms import count_terms
from index.topics import Sources, Watch, build_topics
from tests.index.builders import make_document, make_entries


def articles(*texts: str, dates: Sequence[str] = (), outlets: Sequence[str] = ()) -> list[Document]:
    """Return documents ``a.txt``, ``b.txt`` …; ``dates`` and ``outlets`` are theirs, in order."""
    made = []
    for number, text in enumerate(texts):
        metadata: dict[str, object] = {}
        if number < len(dates):
            metadata["published"] = dates[number]
        if number < len(outlets):
            metadata["outlet"] = outlets[number]
        made.append(make_document(text, f"{chr(97 + number)}.txt", None, **metadata))
    return made


class Grouped:
    """The topics of a few documents, and their claims by id."""

    def __init__(
        self,
        documents: Sequence[Document],
        aliases: Sequence[Sequence[str]] = (),
        merges: Sequence[Sequence[str]] = (),
        splits: Sequence[Sequence[str]] = (),
        watch: Watch | None = None,
    ) -> None:
        found = {document.id: extract_claims(document) for document in documents}
        terms = {document.id: count_terms(document) for document in documents}
        sources = Sources(tuple(found), found.__getitem__, lambda: iter(terms.items()), terms.__getitem__)
        self.claims: dict[str, Claim] = {claim.id: claim for claims in found.values() for claim in claims}
        self.topics: tuple[Topic, ...] = build_topics(
            sources, make_entries(documents), Aliases.from_groups(aliases), merges, splits, watch=watch or Watch()
        )

    def claim(self, document: str, surface: str) -> Claim:
        """Return the claim of a document with these words, and the fewest others."""
        found = [c for c in self.claims.values() if c.document == document and surface in c.surface]
        return min(found, key=lambda claim: len(claim.surface))

    def topic(self, document: str, surface: str) -> Topic | None:
        """Return the topic in which a claim stands; None where it stands alone."""
        wanted = self.claim(document, surface).id
        return next((topic for topic in self.topics if wanted in topic.claims), None)

    def set_against(self, a: tuple[str, str], b: tuple[str, str]) -> bool:
        """Tell whether two claims stand in one topic, and its status says that they agree or contradict each other."""
        topic = self.topic(*a)
        answers = (Status.CONFLICT, Status.CORROBORATED, Status.ONE_ORIGIN)
        return topic is not None and topic == self.topic(*b) and topic.status in answers

    def together(self, a: tuple[str, str], b: tuple[str, str]) -> bool:
        """Tell whether two claims stand in one topic."""
        topic = self.topic(*a)
        return topic is not None and topic == self.topic(*b)
