"""Refining: a search made another by spellings, any of its words, facets and saved searches."""

from tui.controllers.decisions import Decisions
from tui.controllers.desk import Commands, Desk
from tui.controllers.searching import Searching
from tui.offers import any_of, name_typed
from tui.panes.searchbar import SearchBar, saved_searches


class Refining:
    """Narrows, widens, keeps and brings back the search in use."""

    def __init__(self, desk: Desk, searching: Searching, decisions: Decisions) -> None:
        self._desk, self._searching, self._decisions = desk, searching, decisions

    @property
    def commands(self) -> Commands:
        """What this controller does."""
        return {
            "suggestion": self._suggestion,
            "any-words": self._any_words,
            "narrow": self._narrow,
            "widen": self._widen,
            "save-search": self._save,
            "saved-searches": self._list_saved,
        }

    def _suggestion(self) -> None:
        """Search for the spelling that is offered."""
        result = self._desk.searchbar.result
        if result is None or not result.suggestion:
            self._desk.say("There is no suggested spelling.")
        else:
            self._desk.searchbar.search_for(result.suggestion)

    def _any_words(self) -> None:
        """Search for any of the words."""
        query = any_of(self._desk.searchbar.input.value)
        if query is None:
            self._desk.say("This search has fewer than two plain words.", "Write: one OR other")
        else:
            self._desk.searchbar.search_for(query)

    def _narrow(self) -> None:
        """Choose by what the results are narrowed."""
        from tui.dialogs.narrowing import FacetDialog

        result = self._desk.searchbar.result
        if result is None:
            self._desk.say("There are no results to narrow.", f"{self._desk.host.keymap.shown('search')} searches.")
        else:
            self._desk.host.push_screen(FacetDialog(self._desk.searchbar, result))

    def _widen(self) -> None:
        """Take the last filter off."""
        if self._desk.searchbar.filters:
            self._desk.searchbar.narrow(self._desk.searchbar.filters[:-1])
        elif not self._desk.searchbar.expand:
            self._desk.searchbar.toggle_aliases()

    def drop_filter(self, place: int) -> None:
        """Take one filter off; its chip was clicked."""
        filters = list(self._desk.searchbar.filters)
        if 0 <= place < len(filters):
            del filters[place]
            self._desk.searchbar.narrow(tuple(filters))

    def _save(self) -> None:
        """Keep the search under a name."""
        query = self._desk.searchbar.input.value.strip()
        typed = name_typed(query)
        if not query or (typed is not None and typed not in saved_searches(self._desk.corpus)):
            self._desk.say("There is no search to save.", f"{self._desk.host.keymap.shown('search')} searches.")
            return

        from tui.dialogs.linedialog import LineDialog

        def done(name: str | None) -> None:
            name = "-".join((name or "").removeprefix("@").split())
            if not name:
                return
            if query == f"@{name}":
                self._desk.say(f"@{name} would refer to itself.", "Give the search another name.", severity="warning")
            else:
                self._decisions.decide(
                    f"@{name} stands for {query}", lambda: self._desk.corpus.notes.save_search(name, query)
                )

        self._desk.host.push_screen(LineDialog(f"Keep “{query}” as @", "", enter="keep it"), done)

    def _list_saved(self) -> None:
        """List the saved searches in the results, to choose from or to go on typing."""
        # What is typed next goes on from the sign and does not replace it.
        self._desk.searchbar.input.select_on_focus = False
        self._searching.focus_line()
        self._desk.searchbar.search_for("@")

    def search_for(self, name: str) -> None:
        """Search with a saved search."""
        self._desk.searchbar.search_for(f"@{name}")
        self._desk.go_to("results")

    def recount(self, event: SearchBar.Found) -> None:
        """Let open facets follow the search."""
        from tui.dialogs.narrowing import FacetDialog

        screen = self._desk.host.screen
        if isinstance(screen, FacetDialog) and event.result is not None:
            screen.show(event.result)
