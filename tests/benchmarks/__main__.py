"""``python -m tests.benchmarks``: seconds and memory of opening, refreshing and asking a corpus of a given size.

Each part runs in a process of its own, so that its memory is its own.
"""

import argparse
import gc
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
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
    "kind:quotation tunnel",
)


def main() -> int:
    """Print one row for each measurement."""
    # As `tui.main` does: what is measured is what a person waits for.
    gc.set_threshold(50_000, 20, 20)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=800)
    parser.add_argument("--dense", action="store_true", help="all articles tell one story, the worst case of topics")
    parser.add_argument("--folder", type=Path, help="keep articles and cache here, so that a second run starts warm")
    parser.add_argument("--part", choices=list(PARTS), action="append", help="only this part; may be repeated")
    parser.add_argument("--here", action="store_true", help="run the part in this process, for a profiler")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        home = arguments.folder or Path(scratch)
        if not (home / "articles").is_dir():
            write_articles(home / "articles", arguments.articles, arguments.words, dense=arguments.dense)
        for part in arguments.part or PARTS:
            if arguments.here:
                PARTS[part](home)
            else:
                print(f"— {part}", flush=True)
                again = [sys.executable, "-m", "tests.benchmarks", "--folder", str(home), "--part", part, "--here"]
                subprocess.run(again, check=True)
    return 0


def first(home: Path) -> None:
    """Read and index everything."""
    opened(home).close()


def again(home: Path) -> None:
    """Open with nothing changed, then with one file changed."""
    corpus = opened(home)
    change(corpus)
    timed("refresh, one file changed", corpus.refresh)
    corpus.close()


def command(home: Path) -> None:
    """Run whole commands, each in a fresh process: nothing changed, then one file changed."""
    environment = {**os.environ, "REDNOTE_CACHE": str(home / "cache"), "REDNOTE_DATA": str(home)}
    run = [sys.executable, "-m", "tui.main", "documents", str(home / "articles")]
    start = partial(subprocess.run, run, env=environment, stdout=subprocess.DEVNULL, check=True)
    timed("rednote-tui documents, nothing changed", start)
    corpus = Corpus.open([home / "articles"], Settings(), home / "cache", home / "notes.yaml")
    change(corpus)
    corpus.close()
    timed("rednote-tui documents, one file changed", start)


def search(home: Path) -> None:
    """Ask queries, each twice: what a person waits for first, and while typing on."""
    corpus = opened(home)
    timed("first query", partial(corpus.search, place(1), limit=20))
    for query in QUERIES:
        timed(f"query {query}", partial(corpus.search, query, limit=20))
        timed("  again", partial(corpus.search, query, limit=20))
    corpus.close()


def compare(home: Path) -> None:
    """Compare documents, and find related ones."""
    corpus = opened(home)
    ids = [entry.id for entry in corpus.documents()[:3]]
    timed("claims of a document", lambda: corpus.claims(ids[0]))
    timed("first comparison", lambda: corpus.compare(ids[0], ids[1]))
    timed("second comparison", lambda: corpus.compare(ids[0], ids[2]))
    timed("related, first time", lambda: corpus.related(ids[0]))
    timed("related, again", lambda: corpus.related(ids[1]))
    corpus.close()


def topics(home: Path) -> None:
    """Group the claims of all documents."""
    corpus = opened(home)
    timed("topics, first time", lambda: corpus.topics(alone=False))
    timed("topics, again", lambda: corpus.topics(alone=False))
    change(corpus)
    timed("refresh, one file changed", corpus.refresh)
    timed("topics, one file changed", lambda: corpus.topics(alone=False))
    corpus.close()


def opened(home: Path) -> Corpus:
    """Return the corpus, up to date."""
    corpus: Corpus = timed(
        "open", lambda: Corpus.open([home / "articles"], Settings(), home / "cache", home / "notes.yaml")
    )
    timed("list", corpus.documents)
    timed("refresh", corpus.refresh)
    return corpus


def change(corpus: Corpus) -> None:
    """Add a line to a document's file."""
    file = Path(corpus.documents()[0].path)
    file.write_text(file.read_text(encoding="utf-8") + "\n\nOne more line.\n", encoding="utf-8")


def timed(what: str, run: Callable[[], Any]) -> Any:
    """Run, and print seconds on the clock and of CPU, and the most memory this process has had so far."""
    start, began = perf_counter(), process_time()
    result = run()
    seconds, busy = perf_counter() - start, process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
    print(f"{what:<45} {seconds:8.3f} s  {busy:8.3f} s of CPU  peak {peak:6.0f} MiB", flush=True)
    return result


PARTS: dict[str, Callable[[Path], None]] = {
    part.__name__: part for part in (first, again, command, search, compare, topics)
}


if __name__ == "__main__":
    sys.exit(main())
