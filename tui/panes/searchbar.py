"""The search line: what is typed, what was understood, and the search that runs as a person types."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.suggester import Suggester
from textual.widgets import Input, Static

from index.counting import counted
from index.errors import NotesError
from index.records import SearchResult
from tui.background import Background, Cancelled
from tui.commands import Place
from tui.host import host_of
from tui.keyboard import PromptFocus
from tui.keymap import bindings
from tui.offers import name_typed, offers
from tui.text import content, squeeze

if TYPE_CHECKING:
    from textual.timer import Timer

    from index.corpus import Corpus
    from tui.panes.results import WordsItem

DEBOUNCE = 0.1
"""Seconds without a key after which the search runs."""
SORTS = ("relevance", "date", "outlet")
PLACEHOLDER = '/ to search: words, "a phrase", -without, outlet:…'


class QueryInput(PromptFocus, Input):
    """The line to type in; up and down walk through the searches before."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.SEARCH)

    class Older(Message):
        """The search before is asked for."""

    class Newer(Message):
        """The search after is asked for."""

    def __init__(self, submitted: Callable[[], object], **options: Any) -> None:
        super().__init__(**options)
        self._submitted = submitted

    async def action_submit(self) -> None:
        """Search, and leave the line at once: what is typed next are keys, and no words of the query."""
        await super().action_submit()
        if self.value.strip():
            self._submitted()

    def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as one line: a sentence of a wrapped text is searched for whole."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(event.text.split()))

    def action_older_search(self) -> None:
        """Ask for the search before."""
        self.post_message(self.Older())

    def action_newer_search(self) -> None:
        """Ask for the search after."""
        self.post_message(self.Newer())


class SavedNames(Suggester):
    """Completes ``@`` and the beginning of a name to a saved search; → takes it."""

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._corpus = corpus

    async def get_suggestion(self, value: str) -> str | None:
        """Return ``value`` with the name whole, or None."""
        typed = name_typed(value)
        if not typed:
            return None
        names = (name for name in saved_searches(self._corpus) if name.startswith(typed))
        return next((value + name[len(typed) :] for name in names), None)


def saved_searches(corpus: "Corpus") -> dict[str, str]:
    """Return the saved searches; none where the notes cannot be read, which the explorer says elsewhere."""
    try:
        return corpus.notes.searches()
    except NotesError:
        return {}


class SearchBar(Background):
    """Asks the corpus while a person types, and shows what was understood."""

    @dataclass
    class Found(Message):
        """A search was answered, or cleared; ``open`` when the best passage is to be opened."""

        result: SearchResult | None
        open: bool = False

    class Left(Message):
        """The person goes on into the results."""

    def __init__(self, corpus: "Corpus", submitted: Callable[[], object], **options: Any) -> None:
        super().__init__(**options)
        self.corpus = corpus
        self._submitted_line = submitted
        self.sort = SORTS[0]
        self.expand = True
        self.filters: Sequence[tuple[str, str]] = ()
        self.result: SearchResult | None = None
        self.offers: Sequence[WordsItem] = ()
        """What is offered beside the result: another spelling, any of the words, saved searches."""
        self.history: list[str] = corpus.searched.queries()
        self._at = max(0, len(self.history) - 1)
        self._asked = self._answered = ""
        self._open_next = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Compose the line and the note under it."""
        yield QueryInput(
            self._submitted_line,
            placeholder='Search: words, "a phrase", 小红书, outlet:… (Enter opens)',
            compact=True,
            id="query",
            suggester=SavedNames(self.corpus),
        )
        yield Static(id="chips")
        yield Static(id="understood")

    @property
    def input(self) -> QueryInput:
        """The line to type in."""
        return self.query_one(QueryInput)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._timer is not None or self._asked != self._answered

    def search_for(self, query: str) -> None:
        """Put ``query`` into the line and search for it at once."""
        with self.input.prevent(Input.Changed):
            self.input.value = query
            self.input.cursor_position = len(query)
        self.run()

    def clear(self) -> None:
        """Forget the search."""
        with self.input.prevent(Input.Changed):
            self.input.value = ""
        self.filters = ()
        self._stop_timer()
        self.forget("search")
        self._asked = self._answered = ""
        self._answer(None)

    def next_sort(self) -> None:
        """Sort the results the next way, and search again."""
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        self.run()

    def narrow(self, filters: Sequence[tuple[str, str]]) -> None:
        """Narrow the results by these facets, and search again."""
        self.filters = filters
        self.run()

    def toggle_aliases(self) -> None:
        """Search for names in every spelling, or as typed."""
        self.expand = not self.expand
        self.run()

    @on(Input.Blurred)
    def _left_line(self, event: Input.Blurred) -> None:
        """Keep what was searched as it was typed, even without Enter."""
        self.input.select_on_focus = True
        if event.value.strip() and self.result is not None and self.result.hits:
            self._remember(event.value.strip())

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._stop_timer()
        self._timer = self.set_timer(DEBOUNCE, self.run)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        query = event.value.strip()
        if not query:
            return
        self._remember(query)
        if self.result is not None and not self.busy and self._answered == query:
            if not self.result.hits and self.result.suggestion:
                self.search_for(self.result.suggestion)
            else:
                self.post_message(self.Found(self.result, open=True))
            return
        self._open_next = True
        self.run()

    @on(QueryInput.Older)
    def _older(self) -> None:
        if not self.history:
            return
        # A line that is not yet in the history is kept, so that down brings it back.
        typed = self.input.value.strip()
        if typed != self.history[self._at]:
            before = self.history[self._at]
            self._remember(typed)
            self._at = self.history.index(before)
        elif self._at > 0:
            self._at -= 1
        self.search_for(self.history[self._at])

    @on(QueryInput.Newer)
    def _newer(self) -> None:
        if self._at < len(self.history) - 1:
            self._at += 1
            self.search_for(self.history[self._at])
        else:
            self.post_message(self.Left())

    def _remember(self, query: str) -> None:
        if not query:
            return
        if query in self.history:
            self.history.remove(query)
        self.history = [*self.history, query]
        self._at = len(self.history) - 1
        keep = partial(self.corpus.searched.remember, query)
        self.run_worker(keep, thread=True, group="remember", exit_on_error=False)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def run(self) -> None:
        """Ask the corpus for what stands in the line."""
        self._stop_timer()
        query = self.input.value.strip()
        self._asked = query
        if not query:
            self.forget("search")
            self._open_next = False
            self._answered = ""
            self._answer(None)
            return
        sort, expand, filters = self.sort, self.expand, self.filters

        def job(_cancelled: Cancelled) -> tuple[str, SearchResult]:
            return query, self.corpus.search(query, sort=sort, expand=expand, filters=filters)

        self.ask("search", job, self._found)

    def _found(self, answer: tuple[str, SearchResult]) -> None:
        query, result = answer
        self._answered = query
        self._answer(result, opened=self._open_next and query == self.input.value.strip())
        self._open_next = False

    def _offered(self, result: SearchResult) -> "Sequence[WordsItem]":
        keymap = host_of(self).keymap
        return offers(result, saved_searches(self.corpus), keymap, narrowed=bool(self.filters))

    def _show_chips(self) -> None:
        """Show what narrows the search, on a line that is there only when something does."""
        shown = self.query_one("#chips", Static)
        shown.update(chips(self.filters, expand=self.expand))
        shown.display = bool(self.filters) or not self.expand

    def _answer(self, result: SearchResult | None, *, opened: bool = False) -> None:
        self.result = result
        self.offers = self._offered(result) if result else ()
        self.query_one("#understood", Static).update(understood(result, self.sort))
        self._show_chips()
        self.post_message(self.Found(result, open=opened))


def understood(result: SearchResult | None, sort: str) -> Content:
    """Return what a search was understood as, with counts and notes, in one line."""
    if result is None:
        return Content("")
    sentences = sum(len(hit.passages) for hit in result.hits)
    parts = [
        f"{counted(sentences, 'sentence')} in {counted(result.total, 'article')}",
        f"by {sort}" if sort != SORTS[0] else "",
        squeeze(f"understood as {result.understood}") if result.understood else "",
        *(squeeze(note) for note in result.notes),
    ]
    return Content(" · ".join(part for part in parts if part))


def chips(filters: Sequence[tuple[str, str]], *, expand: bool) -> Content:
    """Return the filters in force, and that names are not expanded; a click on one takes it off."""
    made = []
    for place, (field, value) in enumerate(filters):
        words = f"without {field}: {value[1:]}" if value.startswith("-") else f"{field}: {value}"
        made.append((words, f"screen.drop_filter({place})"))
    if not expand:
        made.append(("names as typed", "screen.perform('aliases')"))
    parts = [
        content(f"[{squeeze(words)} ×]", "bold").stylize(Style.from_meta({"@click": action})) for words, action in made
    ]
    return Content(" ").join(parts)
