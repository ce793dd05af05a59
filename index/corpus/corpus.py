"""The door: everything the screen and the command line can do with a folder of articles."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from index.corpus.decided import Decided
from index.corpus.naming import resolve
from index.corpus.pairs import Pairs
from index.corpus.updating import Updater
from index.errors import BusyError, CorpusError, DamagedError, DocumentError, EngineError, NotesError
from index.notes import Notebook, Searched, corrected
from index.paths import absolute, exists
from index.progress import Progress, never, silent
from index.records import (
    Cell,
    Change,
    Claim,
    ClaimKind,
    Comparison,
    Document,
    DocumentEntry,
    Explained,
    RefreshReport,
    Related,
    SearchResult,
    Span,
    Status,
    Topic,
    Trouble,
    Unreadable,
)
from index.settings import Settings, user_cache_folder, user_data_folder
from index.store import metadata_from, terms_from

if TYPE_CHECKING:
    from threading import Event

    from index.language import Aliases

DOCUMENTS_IN_MEMORY = 64


NEIGHBOURS = 200
"""Documents of a corpus up to which the dates that texts tell of themselves are looked for."""


class Corpus:
    """A folder of articles, or several, with all that was found in them.

    Safe to use from several threads: one may refresh while others search. Open it with ``Corpus.open``.
    """

    def __init__(self, paths: Sequence[Path], settings: Settings, cache: Path, notebook: Notebook) -> None:
        self.paths = tuple(paths)
        self.settings = settings
        self._lock, self._grouping = RLock(), RLock()
        keys = notebook.file.parent if notebook.file else None
        self._caches = Updater(cache, self.paths, settings, keys)
        self._store = self._caches.store
        self._version: tuple[int, ...] | None = None
        self._entries: dict[str, DocumentEntry] = {}
        self._listed: tuple[DocumentEntry, ...] = ()
        self._topics: tuple[tuple[object, ...], tuple[Topic, ...]] | None = None
        self._told: tuple[Progress, Callable[[], bool]] = (silent, never)
        # Under the version too, so that what a thread loads while another changes it is never kept.
        self._documents = lru_cache(DOCUMENTS_IN_MEMORY)(lambda id_, _version: self._store.document(id_))
        self._claims = lru_cache(DOCUMENTS_IN_MEMORY * 4)(lambda id_, _version: self._placed_claims(id_))
        self._own_dates = lru_cache(NEIGHBOURS)(lambda id_, _version: self._own_date(id_))
        self._published: tuple[str, ...] = ()
        self.notes = Decided(notebook, self.documents, self.document, self._claims_of, self._lock)
        """What the user decided: verdicts, notes, corrections, links, saved searches."""
        folder = notebook.file.parent if notebook.file else None
        self.searched = Searched(folder / "searches.txt" if folder else None, settings.search_history)
        """What was searched for before, in any corpus."""
        self._pairs = Pairs(
            self._store, self.document, self._claims_of, self.notes, RLock(), topics=self._grouped_for_pairs
        )

    @classmethod
    def open(
        cls, paths: Sequence[Path], settings: Settings, cache: Path | None = None, notes: Path | None = None
    ) -> "Corpus":
        """Open the corpus made of ``paths`` and list what is cached of it; ``refresh`` reads the files.

        ``cache`` is the folder of caches, ``notes`` the file of what the user decided; the user's own by default. Where
        the cache cannot be written, or cannot be kept private, the corpus lives in memory. Raises CorpusError when a
        path does not exist.
        """
        for path in paths:
            if not exists(absolute(path)):
                raise CorpusError(f"there is no file or folder {path}", "check the name, or choose another folder")
        notebook = Notebook(notes or user_data_folder() / "notes.yaml")
        return cls(paths, settings, cache or user_cache_folder(), notebook)

    def close(self) -> None:
        """Close the files; the corpus cannot be used afterwards."""
        self._caches.close()

    @property
    def folder(self) -> Path | None:
        """The cache folder of this corpus; None when it is kept in memory."""
        return self._caches.folder

    @property
    def cache_problem(self) -> str:
        """Why this corpus is kept in memory, and read anew each time; empty when it is not."""
        return self._caches.problem

    def look_through(self) -> None:
        """Look through the whole cache; `cache_trouble` tells what was found, and a refresh makes it again."""
        self._caches.look_through()

    def cache_trouble(self) -> tuple[Trouble, ...]:
        """Return what was found wrong with the cache."""
        return self._caches.trouble()

    def trouble(self) -> tuple[Trouble, ...]:
        """Return what was found wrong with the cache and the notes, what was done about it, and what there is to do."""
        return (*self._caches.trouble(), *self.notes.trouble())

    def refresh(self, progress: Progress = silent, cancelled: Callable[[], bool] = never) -> RefreshReport:
        """Read what changed on disk since the last time, and index it; return what changed.

        ``progress`` is called with the phase ("reading" or "indexing", "reading ID:" while one file takes long,
        "waiting" while another thread or program reads this corpus), how many are done and of how many. What is read
        can be listed and opened at once; what was done before ``cancelled`` said so is kept. A file of the same size
        and time of change as before counts as the same.

        Raises CorpusError when a path does not exist or no article is found, EngineError when indexing fails.
        """
        described = self._described()
        report = self._caches.refresh(progress, cancelled, described)
        # What was said of a document that is read for the first time is known only now.
        if report.complete and (now := self._described()) != described:
            again = self._caches.refresh(progress, cancelled, now)
            report = replace(again, added=report.added, changed=report.changed, removed=report.removed + again.removed)
        if report.complete and not self.documents() and not self.unreadable():
            names = ", ".join(map(str, self.paths))
            raise CorpusError(
                f"there is no article in {names}", "articles are .txt, .md, .html, .pdf, .docx files and others"
            )
        return report

    def changes(self, stop: "Event") -> Iterator[None]:
        """Yield whenever something in the corpus's folders changed, until ``stop`` is set; ``refresh`` takes it in."""
        from index.corpus.watching import changes

        return changes(self.paths, stop)

    def _described(self) -> dict[str, dict[str, Any]]:
        try:
            return self.notes.described()
        except NotesError:
            # Whoever asks for the decisions is told; until they are mended, documents are as they were read.
            return {}

    def documents(self) -> tuple[DocumentEntry, ...]:
        """Return the list of documents, in order of id; numbers start at 1."""
        with self._lock:
            self._listing()
            return self._listed

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Return the files and folders that could not be read, each with the reason and what to do."""
        return (*self._caches.refused, *self._store.unreadable())

    def entry(self, id_: str) -> DocumentEntry:
        """Return a document's row of the list. Raises DocumentError when there is none with this id."""
        try:
            return self._listing()[id_]
        except KeyError:
            raise DocumentError(f"there is no document “{id_}”", "rednote-tui documents lists them") from None

    def resolve(self, name: str) -> DocumentEntry:
        """Return the document that ``name`` means: its id, number, outlet, or a part of id, title or outlet.

        Raises DocumentError when it means none or several.
        """
        return resolve(name, self.documents())

    def document(self, id_: str) -> Document:
        """Return a whole document. Raises DocumentError when there is none with this id."""
        document = self._documents(id_, self._store.version())
        if document is None:
            raise DocumentError(f"there is no document “{id_}”", "rednote-tui documents lists them")
        return document

    def estimated(self, id_: str) -> tuple[str, str] | None:
        """Return a guess at when an article without a date was published (ISO), and the reason; None where it has one.

        Raises DocumentError, see ``entry``.
        """
        if self.entry(id_).metadata.published is not None:
            return None
        from index.claims import estimate_published

        return estimate_published(self._claims_of(id_), self._dates(without=id_))

    def claims(
        self,
        document: str | None = None,
        *,
        kind: ClaimKind | None = None,
        topic: str | None = None,
        status: Status | None = None,
    ) -> tuple[Claim, ...]:
        """Return the claims of one document, or of all, in order of document and place, narrowed as asked."""
        ids = [document] if document is not None else list(self._listing())
        wanted = self._claims_of_topics(topic, status) if topic is not None or status is not None else None
        corrections = self.notes.effects().corrections
        return tuple(
            claim
            for id_ in ids
            for claim in corrected(self._claims_of(id_), corrections)
            if (kind is None or claim.kind is kind) and (wanted is None or claim.id in wanted)
        )

    def why(self, id_: str, within: Span) -> tuple[Explained, ...]:
        """Return why the claims of a document that touch a span are claims, and why other numbers there are no figures.

        Raises DocumentError, see ``entry``.
        """
        from index.claims import explain

        return explain(self.document(id_), self.claims(id_), within)

    def topics(self, documents: Sequence[str] | None = None, *, alone: bool = True) -> tuple[Topic, ...]:
        """Return the topics over all documents, or those in which one of ``documents`` has a claim; conflicts first.

        With ``alone``, claims that nobody else makes follow, one topic each. Raises Cancelled, see `watch_grouping`.
        """
        joined = self._joined()
        if documents is None:
            return joined + self._lone(joined, list(self._listing())) if alone else joined
        prefixes = tuple(f"{id_}#" for id_ in documents)
        found = tuple(topic for topic in joined if any(claim.startswith(prefixes) for claim in topic.claims))
        return found + self._lone(found, documents) if alone else found

    def watch_grouping(self, progress: Progress, cancelled: Callable[[], bool] = never) -> None:
        """Tell ``progress`` how far the grouping of claims is, whoever asks for topics, statuses or a search by them.

        It is called in the asking thread with the phase, how many are done and of how many. Once ``cancelled`` says
        so, a grouping under way ends, and whoever asked for it gets Cancelled.
        """
        self._told = (progress, cancelled)

    def _joined(self) -> tuple[Topic, ...]:
        """Return the topics of several claims; kept, in the cache too, until a document or decision changes."""
        from index.corpus.analysing import rules_fingerprint
        from index.topics import Sources, Watch, build_topics, state_of, topics_from, topics_json

        effects = self.notes.effects()
        decided = (effects.corrections, effects.merges, effects.splits)
        with self._grouping:
            with self._lock:
                listing, stored = self._listing(), self._version
            version = (stored, decided)
            if self._topics is not None and self._topics[0] == version:
                return self._topics[1]
            state = state_of(listing.values(), decided, self.settings.aliases, rules_fingerprint())
            written = self._store.result("topics", state)
            if written is None:
                sources = Sources(
                    ids=tuple(listing),
                    claims_of=lambda id_: corrected(self._claims_of(id_), effects.corrections),
                    terms=lambda: ((id_, terms_from(written)) for id_, written in self._store.terms()),
                    terms_of=lambda id_: terms_from(self._store.terms_of(id_)),
                )
                watch = Watch(*self._told)
                found = build_topics(sources, listing, self.aliases, effects.merges, effects.splits, watch=watch)
                if self._store.version() == stored:
                    self._store.put_result("topics", state, topics_json(found))
            else:
                found = topics_from(written)
            self._topics = (version, found)
            return found

    def _grouped_for_pairs(self) -> Sequence[Topic] | None:
        """Return the topics by which pairs of documents are judged; None in a corpus too large to group for a pair."""
        from index.corpus.pairs import LARGEST_MATRIX

        return self._joined() if len(self._listing()) <= LARGEST_MATRIX else None

    def _lone(self, joined: Sequence[Topic], documents: Sequence[str]) -> tuple[Topic, ...]:
        """Return a topic for each claim of ``documents`` that is in none of ``joined``."""
        from index.topics import alone, short_names

        known = frozenset(claim for topic in joined for claim in topic.claims)
        name = short_names(self._listing())
        return tuple(topic for id_ in documents for topic in alone(self.claims(id_), known, name))

    def search(
        self,
        text: str,
        *,
        limit: int | None = None,
        sort: str = "relevance",
        expand: bool = True,
        filters: Sequence[tuple[str, str]] = (),
    ) -> SearchResult:
        """Return the documents and sentences that answer a query; see the query language in README.md.

        ``sort`` is ``relevance``, ``date`` or ``outlet``; ``expand`` switches aliases; ``filters`` are (field, value)
        pairs of facets, a value with ``-`` before it excludes. Never raises for what the query says.
        """
        from index.search import search

        def answer() -> SearchResult:
            return search(
                text,
                engine=self._caches.engine,
                load=self.document,
                claims_of=self._claims_of,
                topics=partial(self.topics, alone=False),
                entries=self._listing(),
                aliases=self.aliases,
                saved=self.notes.searches(),
                limit=limit or self.settings.search_limit,
                sort=sort,
                expand=expand,
                filters=filters,
            )

        try:
            return answer()
        except BusyError:
            raise
        except DamagedError:
            self._caches.heal()
            return answer()
        except EngineError:
            if not self._caches.mend():
                raise
            return answer()

    def compare(self, a: str, b: str, threshold: float | None = None) -> Comparison:
        """Return which passages of two documents speak about the same thing. Raises DocumentError.

        Links are given from ``threshold`` on, by default from what the user set for the pair, else from the settings'.
        """
        return self._pairs.compare(a, b, self.aliases, self.settings.comparison_threshold, threshold)

    def related(self, id_: str, limit: int = 10) -> tuple[Related, ...]:
        """Return the documents most like one, best first, with what they share. Raises DocumentError."""
        return self._pairs.related(id_, limit)

    def word_diff(self, a: str, b: str) -> tuple[Change, ...]:
        """Return what was kept, taken out, put in and replaced to make passage ``b`` of ``a``; spans are in each."""
        return self._pairs.word_diff(a, b)

    def matrix(
        self,
        progress: Callable[[int, int], None] = lambda _done, _of: None,
        cancelled: Callable[[], bool] = never,
        found: Callable[[Cell], None] = lambda _cell: None,
    ) -> tuple[Cell, ...]:
        """Return links and conflicts of every pair of documents, with what the user decided about them.

        ``found`` is told each pair as soon as it is done; what was compared before is not compared again.

        Raises CorpusError when they are too many.
        """
        usual = self.settings.comparison_threshold
        return self._pairs.matrix(
            list(self._listing()), self.aliases, usual, progress=progress, cancelled=cancelled, found=found
        )

    @cached_property
    def aliases(self) -> "Aliases":
        """The names that are one, from the settings."""
        from index.language import Aliases

        return Aliases.from_groups(self.settings.aliases)

    def _listing(self) -> dict[str, DocumentEntry]:
        """Return the documents by id, as they are stored now; what is known of older ones is dropped."""
        with self._lock:
            version = self._store.version()
            if version != self._version:
                from index.reading import natural_key

                rows = sorted(self._store.entries(), key=lambda row: (natural_key(row[0]), row[0]))
                self._entries = {row[0]: _entry(number, *row) for number, row in enumerate(rows, 1)}
                self._listed = tuple(self._entries.values())
                dates = (entry.metadata.published for entry in self._listed)
                self._published = tuple(sorted(day for day in dates if day))
                self._topics = None
                self._pairs.forget()
                self._version = version
            return self._entries

    def _claims_of(self, id_: str) -> tuple[Claim, ...]:
        return self._claims(id_, self._store.version())

    def _placed_claims(self, id_: str) -> tuple[Claim, ...]:
        """Return the claims of a document as stored; where it has no date, placed by the dates of the others."""
        claims = self._store.claims(id_)
        entry = self._listing().get(id_)
        if entry is None or entry.metadata.published is not None:
            return claims
        from index.claims import place_by_neighbours

        return place_by_neighbours(claims, self._dates(without=id_))

    def _dates(self, without: str) -> tuple[str, ...]:
        """Return the dates of the documents beside an undated one; in a small corpus those that texts tell too."""
        entries = self._listing()
        if len(entries) > NEIGHBOURS:
            return self._published
        undated = [entry.id for entry in entries.values() if not entry.metadata.published and entry.id != without]
        told = [self._own_dates(id_, self._store.version()) for id_ in undated]
        return (*self._published, *(day for day in told if day))

    def _own_date(self, id_: str) -> str | None:
        """Return the date that an undated document's own text tells."""
        from index.claims import estimate_published

        found = estimate_published(self._store.claims(id_))
        return found.published if found else None

    def _claims_of_topics(self, topic: str | None, status: Status | None) -> set[str]:
        return {
            claim
            for found in self.topics(alone=status in (None, Status.ALONE))
            if (topic is None or found.id == topic) and (status is None or found.status is status)
            for claim in found.claims
        }


def _entry(number: int, id_: str, path: str, digest: str, written: str) -> DocumentEntry:
    metadata, words, sentences, claims, notices, opening, places = json.loads(written)
    return DocumentEntry(
        number,
        id_,
        path,
        metadata_from(metadata),
        words,
        sentences,
        claims,
        tuple(notices),
        digest,
        opening,
        tuple((line, name) for line, name in places),
    )
