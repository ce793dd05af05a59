"""What the explorer does to make a search another: spellings, any of the words, facets, saved searches."""

from textual import on

from tui.offers import any_of, name_typed
from tui.panes.searchbar import SearchBar, saved_searches
from tui.screens.linedialog import LineDialog
from tui.screens.reviewing import Reviewing
from tui.screens.searching import Searching


class Refining(Searching, Reviewing):
    """The search in use, narrowed, widened, kept and brought back."""

    def action_suggestion(self) -> None:
        """Search for the spelling that is offered."""
        result = self.searchbar.result
        if result is None or not result.suggestion:
            self.say("No other spelling is offered.")
        else:
            self.searchbar.search_for(result.suggestion)

    def action_any_words(self) -> None:
        """Search for any of the words."""
        query = any_of(self.searchbar.input.value)
        if query is None:
            self.say("There are not several plain words to choose from.", "Write: one OR other")
        else:
            self.searchbar.search_for(query)

    def action_narrow(self) -> None:
        """Choose by what the results are narrowed."""
        from tui.screens.narrowing import FacetDialog

        result = self.searchbar.result
        if result is None:
            self.say("There are no results to narrow.", f"{self.explorer.keymap.shown('search')} searches.")
        else:
            self.app.push_screen(FacetDialog(self.searchbar, result))

    def action_widen(self) -> None:
        """Take the last filter off."""
        if self.searchbar.filters:
            self.searchbar.narrow(self.searchbar.filters[:-1])
        elif not self.searchbar.expand:
            self.searchbar.toggle_aliases()

    def action_drop_filter(self, place: int) -> None:
        """Take one filter off; its chip was clicked."""
        filters = list(self.searchbar.filters)
        if 0 <= place < len(filters):
            del filters[place]
            self.searchbar.narrow(tuple(filters))

    def action_save_search(self) -> None:
        """Keep the search under a name."""
        query = self.searchbar.input.value.strip()
        typed = name_typed(query)
        if not query or (typed is not None and typed not in saved_searches(self.corpus)):
            self.say("There is no search to keep.", f"{self.explorer.keymap.shown('search')} searches.")
            return

        def done(name: str | None) -> None:
            name = "-".join((name or "").removeprefix("@").split())
            if not name:
                return
            if query == f"@{name}":
                self.say(f"@{name} would stand for itself.", "Give the search another name.", severity="warning")
            else:
                self.decide(f"@{name} stands for {query}", lambda: self.corpus.notes.save_search(name, query))

        self.app.push_screen(LineDialog(f"Keep “{query}” as @", "", enter="keep it"), done)

    def action_saved_searches(self) -> None:
        """List the saved searches in the results, to choose from or to go on typing."""
        # What is typed next goes on from the sign and does not replace it.
        self.searchbar.input.select_on_focus = False
        self.action_search()
        self.searchbar.search_for("@")

    def search_for(self, name: str) -> None:
        """Search with a saved search."""
        self.searchbar.search_for(f"@{name}")
        self.go_to("results")

    @on(SearchBar.Found)
    def _recounted(self, event: SearchBar.Found) -> None:
        """Let open facets follow the search."""
        from tui.screens.narrowing import FacetDialog

        screen = self.app.screen
        if isinstance(screen, FacetDialog) and event.result is not None:
            screen.show(event.result)
