"""Claims as the sidebar shows them: grouped by topic, conflicts first, what stands alone last."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from index.records import Claim, ClaimKind, Status, Topic
from tui.signs import STATUSES

if TYPE_CHECKING:
    from index.corpus import Corpus

TOPICS_SHOWN = 2000
"""A corpus of thousands of articles has more; the first in order of weight are shown, and the cut is said."""
OTHERS_SHOWN = 12
"""Claims of other documents under one topic."""

_ORDER = {status: place for place, status in enumerate(STATUSES)}


@dataclass(frozen=True, slots=True)
class Group:
    """A topic with its claims; ``own`` are those of the documents in use, ``others`` the other sources'.

    ``topic`` is None for the claims that stand alone; ``hidden`` counts other sources' claims that are not listed.
    """

    topic: Topic | None
    own: tuple[Claim, ...]
    others: tuple[Claim, ...] = ()
    hidden: int = 0

    @property
    def status(self) -> Status:
        """The topic's status."""
        return self.topic.status if self.topic else Status.ALONE

    def of_kind(self, kind: ClaimKind | None) -> "Group":
        """Return the group with only the claims of ``kind``, or as it is for None."""
        if kind is None:
            return self
        own = tuple(claim for claim in self.own if claim.kind is kind)
        others = tuple(claim for claim in self.others if claim.kind is kind)
        return Group(self.topic, own, others, self.hidden if others else 0)


@dataclass(frozen=True, slots=True)
class TopicView:
    """All groups of the documents in use; ``documents`` is None for the whole corpus, ``cut`` when some are missing."""

    documents: tuple[str, ...] | None
    groups: tuple[Group, ...]
    cut: bool = False
    verdicts: Mapping[str, str] = field(default_factory=dict)
    """The user's, by claim id."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """The user's, by claim id."""
    as_read: Mapping[str, Claim] = field(default_factory=dict)
    """What the rules read of the claims that the user corrected, by claim id."""

    @property
    def claims(self) -> Iterator[Claim]:
        """All claims, in the order of the groups."""
        return (claim for group in self.groups for claim in (*group.own, *group.others))

    @property
    def conflicts(self) -> int:
        """How many topics are in conflict."""
        return sum(group.status is Status.CONFLICT for group in self.groups)

    def group_of(self, claim: str) -> Group | None:
        """Return the group in which a claim stands."""
        for group in self.groups:
            if any(one.id == claim for one in (*group.own, *group.others)):
                return group
        return None


def fellows(corpus: "Corpus", group: Group | None, claim: Claim) -> list[Claim]:
    """Return all other claims of a claim's topic and kind, those that are not listed too."""
    if group is None or group.topic is None:
        return []
    documents = dict.fromkeys(document_of(id_) for id_ in group.topic.claims)
    known = {one.id: one for id_ in documents for one in corpus.claims(id_)}
    found = [known[id_] for id_ in group.topic.claims if id_ in known and id_ != claim.id]
    return [one for one in found if one.kind is claim.kind]


def document_of(claim: str) -> str:
    """Return the id of the document that a claim's id names."""
    return claim.rpartition("#")[0]


def gather(corpus: "Corpus", documents: Sequence[str] | None, cancelled: Callable[[], bool]) -> TopicView:
    """Return the claims of ``documents`` (None: of all) by topic, with what other sources say on the same."""
    scope = tuple(documents) if documents is not None else None
    joined = sorted(corpus.topics(scope, alone=False), key=lambda topic: _ORDER[topic.status])
    shown = joined[:TOPICS_SHOWN]
    known: dict[str, Claim] = {}
    for document in _needed(shown, scope):
        if cancelled():
            return TopicView(scope, ())
        known.update((claim.id, claim) for claim in corpus.claims(document))
    groups = [_group(topic, known, scope) for topic in shown]
    groups.sort(key=lambda group: (_ORDER[group.status], _place(group, scope)))
    grouped = {claim for topic in joined for claim in topic.claims}
    alone = [
        claim
        for document in scope or _first_documents(joined, [entry.id for entry in corpus.documents()])
        for claim in corpus.claims(document)
        if claim.id not in grouped
    ]
    if alone:
        groups.append(Group(None, tuple(alone)))
    decided = corpus.notes.effects()
    verdicts = {claim: str(verdict) for claim, verdict in decided.verdicts.items()}
    view = TopicView(scope, tuple(groups), len(shown) < len(joined), verdicts, dict(decided.claim_notes))
    as_read = {claim.id: corpus.notes.as_read(claim) for claim in view.claims if claim.id in decided.corrections}
    return replace(view, as_read=as_read)


def _needed(topics: Iterable[Topic], scope: tuple[str, ...] | None) -> list[str]:
    """Return the documents whose claims are listed, each once, in order."""
    found: dict[str, None] = dict.fromkeys(scope or ())
    for topic in topics:
        found.update(dict.fromkeys(document_of(claim) for claim in _listed(topic, scope)))
    return list(found)


def _listed(topic: Topic, scope: tuple[str, ...] | None) -> list[str]:
    """Return the ids of a topic's claims that are listed: all own ones, and the first of the others."""
    own = [claim for claim in topic.claims if scope is not None and document_of(claim) in scope]
    return own + [claim for claim in topic.claims if claim not in set(own)][:OTHERS_SHOWN]


def _group(topic: Topic, known: dict[str, Claim], scope: tuple[str, ...] | None) -> Group:
    listed = [known[claim] for claim in _listed(topic, scope) if claim in known]
    own = tuple(claim for claim in listed if scope is None or claim.document in scope)
    others = tuple(claim for claim in listed if scope is not None and claim.document not in scope)
    return Group(topic, own, others, len(topic.claims) - len(listed))


def _place(group: Group, scope: tuple[str, ...] | None) -> tuple[int, str, int]:
    first = (group.own or group.others)[0] if group.own or group.others else None
    if first is None:
        return (2, "", 0)
    rank = scope.index(first.document) if scope and first.document in scope else 1
    return (rank, first.document if scope is None else "", first.span.start)


def _first_documents(topics: Iterable[Topic], documents: Sequence[str]) -> list[str]:
    """Return the documents of the whole corpus whose lone claims are listed: those of the first topics, then others."""
    found: dict[str, None] = {}
    for ids in (*([document_of(claim) for claim in topic.claims] for topic in topics), *([id_] for id_ in documents)):
        found.update(dict.fromkeys(ids))
        if len(found) >= 50:
            break
    return sorted(found)
