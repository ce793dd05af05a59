"""``python -m tests.benchmarks``: seconds and memory of opening, refreshing and asking a corpus of a given size."""

import argparse
import resource
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from index.corpus import Corpus
from index.settings import Settings
from tests.benchmarks.articles import place, write_articles

QUERIES = (
    "bridge",
    '"stay closed"',
    "ferry OR harbour -mine",
    "regul* committe~1",
    "percent",
    "date:2024-03-01..2024-03-15",
)


def main() -> int:
    """Print one row for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=800)
    parser.add_argument("--folder", type=Path, help="keep articles and cache here, so that a second run starts warm")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        home = arguments.folder or Path(scratch)
        folder = home / "articles"
        if not folder.is_dir():
            write_articles(folder, arguments.articles, arguments.words)
        measure(folder, home / "cache", home / "notes.yaml")
    return 0


def measure(folder: Path, cache: Path, notes: Path) -> None:
    """Time the life of a corpus: first, again, changed, asked."""
    timed("open and refresh, nothing cached", lambda: opened(folder, cache, notes).close())
    corpus = timed("open and refresh, nothing changed", lambda: opened(folder, cache, notes))
    first = corpus.documents()[0]
    Path(first.path).write_text(corpus.document(first.id).text + "\n\nOne more line.\n", encoding="utf-8")
    timed("refresh, one file changed", corpus.refresh)
    timed("first query", lambda: corpus.search(place(1)))
    for query in QUERIES:
        timed(f"query {query}", partial(corpus.search, query, limit=20))
    timed("topics, first time", corpus.topics)
    timed("topics, again", corpus.topics)
    timed("claims of a document", lambda: corpus.claims(first.id))
    timed("first comparison", lambda: corpus.compare(first.id, corpus.documents()[1].id))
    timed("second comparison", lambda: corpus.compare(first.id, corpus.documents()[2].id))
    corpus.close()


def opened(folder: Path, cache: Path, notes: Path) -> Corpus:
    """Return the corpus, up to date."""
    corpus = Corpus.open([folder], Settings(), cache, notes)
    corpus.refresh()
    return corpus


def timed(what: str, run: Callable[[], Any]) -> Any:
    """Run, and print how long it took and the most memory this process has had so far."""
    start = perf_counter()
    result = run()
    seconds = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
    print(f"{what:<45} {seconds:8.3f} s  peak {peak:6.0f} MiB", flush=True)
    return result


if __name__ == "__main__":
    sys.exit(main())
