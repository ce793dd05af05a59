"""Topics as text, so that the next start finds them made, and the mark of the state they were made for."""

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from index import claim_matching
from index.records import DocumentEntry, Status, Topic


def topics_json(topics: Iterable[Topic]) -> str:
    """Return topics as JSON."""
    rows = [
        [topic.id, topic.label, topic.status, topic.reason, topic.claims, topic.likelihood, topic.weighed]
        for topic in topics
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def topics_from(written: str) -> tuple[Topic, ...]:
    """Return the topics that `topics_json` wrote."""
    return tuple(
        Topic(id_, label, Status(status), reason, tuple(claims), likelihood, weighed)
        for id_, label, status, reason, claims, likelihood, weighed in json.loads(written)
    )


def state_of(entries: Iterable[DocumentEntry], *decided: object) -> str:
    """Return a mark that changes whenever a document, what is known of it, a decision or the grouping's code does."""
    digest = hashlib.sha256(_code().encode())
    for entry in entries:
        known = (entry.id, entry.digest, entry.claims, entry.metadata.published, entry.metadata.outlet)
        digest.update(repr(known).encode("utf-8", "surrogatepass"))
    digest.update(repr(decided).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@lru_cache(1)
def _code() -> str:
    rooms = (Path(__file__).parent, Path(claim_matching.__file__).parent)
    files = [file for room in rooms for file in sorted(room.glob("*")) if file.suffix in (".py", ".json")]
    return repr([(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files])
