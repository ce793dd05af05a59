"""Answers for many folders from one warm process: ``python -m tests.accuracy._many`` reads folders, one a line.

Each folder's answer is written to FOLDER.json, as ``rednote-tui claims FOLDER --format json`` would print it. Nothing
is cached and nothing of the user's is read: five times as fast as a process for each folder.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from index.export.objects import claims_object
from index.language.aliases import Aliases
from index.reading import discover, read_document
from index.topics import alone, build_topics, short_names
from tests.fitting.keyed import told


def answer(folder: Path) -> dict[str, object]:
    """Return the claims and topics of a folder of articles."""
    found = told({source.id: read_document(source, {}) for source in discover([folder])})
    topics = build_topics(found.sources, found.entries, Aliases.from_groups([]))
    joined = frozenset(claim for topic in topics for claim in topic.claims)
    lone = [topic for claims in found.claims.values() for topic in alone(claims, joined, short_names(found.entries))]
    return claims_object([claim for claims in found.claims.values() for claim in claims], [*topics, *lone])


def main(lines: Iterable[str]) -> None:
    """Write the answer of each folder that is named."""
    for line in lines:
        if name := line.rstrip("\n"):
            Path(f"{name}.json").write_text(json.dumps(answer(Path(name)), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.stdin)
