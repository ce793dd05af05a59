"""The fields kind:, speaker: and status: answered from the claims, which no engine knows."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from index.language import tokenize, without_overlays
from index.query import And, ClaimField, Everything, HasClaim, InDocuments, InZones, Node, Not, Or
from index.records import Claim, DocumentEntry, Status, Topic

MAX_READ = 25_000
"""Claims that a query may read: what can be read in about half a second."""


class ClaimFields:
    """Answers HasClaim nodes: for one document, and for all that are candidates.

    ``topics`` need not list claims that nobody else makes: a claim that is in none of them stands alone.
    """

    def __init__(
        self,
        claims_of: Callable[[str], Iterable[Claim]],
        topics: Callable[[], Sequence[Topic]],
        entries: Mapping[str, DocumentEntry],
    ) -> None:
        self.claims_of = claims_of
        self._topics = topics
        self._entries = entries
        self.notes: list[str] = []
        """Where not every candidate could be looked at."""

    @cached_property
    def _statuses(self) -> dict[str, str]:
        return {
            claim: topic.status.value
            for topic in self._topics()
            if topic.status is not Status.ALONE
            for claim in topic.claims
        }

    def of_document(self, node: HasClaim, id_: str) -> list[Claim]:
        """Return the claims of one document that ``node`` asks for."""
        return [claim for claim in self.claims_of(id_) if self._fits(node, claim)]

    def resolved(self, tree: Node, candidates: Callable[[Node], Iterable[str]]) -> Node:
        """Return ``tree`` with every HasClaim replaced by the documents that have such a claim.

        ``candidates`` runs a tree; the claims of documents that cannot be in the answer are never read.
        """
        if not any(True for _ in _claim_nodes(tree)):
            return tree
        ids = [id_ for id_ in candidates(_opened(tree)) if id_ in self._entries]
        read = self._readable(ids)
        answers: dict[HasClaim, frozenset[str]] = {}
        for node in dict.fromkeys(_claim_nodes(tree)):
            if node.field is ClaimField.STATUS:
                answers[node] = self._having(node.value)
            else:
                answers[node] = frozenset(
                    id_ for id_ in read if self._entries[id_].claims and self.of_document(node, id_)
                )
                if len(read) < len(ids):
                    self.notes.append(
                        f"{node.field}: was looked up in {len(read):,} of {len(ids):,} articles, the best by the "
                        "other words; ask for more words to look through all"
                    )
        return _mapped(tree, lambda node: InDocuments(answers[node]))

    def _readable(self, ids: Sequence[str]) -> list[str]:
        """Return the first documents, as many as have ``MAX_READ`` claims together."""
        claims = 0
        for number, id_ in enumerate(ids):
            claims += self._entries[id_].claims
            if claims > MAX_READ and number:
                return list(ids[:number])
        return list(ids)

    def _having(self, status: str) -> frozenset[str]:
        """Return the documents that have a claim of a status."""
        if status != Status.ALONE.value:
            return frozenset(claim.rpartition("#")[0] for claim, found in self._statuses.items() if found == status)
        joined = Counter(claim.rpartition("#")[0] for claim in self._statuses)
        return frozenset(id_ for id_, entry in self._entries.items() if entry.claims > joined[id_])

    def _fits(self, node: HasClaim, claim: Claim) -> bool:
        if node.field is ClaimField.KIND:
            return claim.kind.value == node.value
        if node.field is ClaimField.STATUS:
            return self._statuses.get(claim.id, Status.ALONE.value) == node.value
        return claim.speaker is not None and _has(claim.speaker, node.forms)


def _has(speaker: str, forms: tuple[str, ...]) -> bool:
    words = tuple(token.form for token in without_overlays(tokenize(speaker)))
    return any(words[i : i + len(forms)] == forms for i in range(len(words)))


def _claim_nodes(node: Any) -> Iterable[HasClaim]:
    match node:
        case HasClaim():
            yield node
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _claim_nodes(part)
        case Not(part=part) | InZones(part=part):
            yield from _claim_nodes(part)


def _opened(node: Node) -> Node:
    """Return a tree that every document answers which may answer ``node``, whatever its claims are."""
    match node:
        case HasClaim():
            return Everything()
        case Not(part=part) if any(True for _ in _claim_nodes(part)):
            return Everything()
        case And(parts=parts):
            return And(tuple(_opened(part) for part in parts))
        case Or(parts=parts):
            return Or(tuple(_opened(part) for part in parts))
        case InZones(zones=zones, part=part, title=title):
            return InZones(zones, None if part is None else _opened(part), title)
        case _:
            return node


def _mapped(node: Node, answer: Callable[[HasClaim], Node]) -> Node:
    match node:
        case HasClaim():
            return answer(node)
        case Not(part=part):
            return Not(_mapped(part, answer))
        case And(parts=parts):
            return And(tuple(_mapped(part, answer) for part in parts))
        case Or(parts=parts):
            return Or(tuple(_mapped(part, answer) for part in parts))
        case InZones(zones=zones, part=part, title=title):
            return InZones(zones, None if part is None else _mapped(part, answer), title)
        case _:
            return node
