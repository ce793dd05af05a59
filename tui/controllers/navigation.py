"""Navigation: from pane to pane, zoom, the next view of a pane, and one step back."""

from typing import Any, Protocol

from textual.widget import Widget

from tui.controllers.comparing import Comparing
from tui.controllers.desk import Commands, Desk


class Stage(Desk, Protocol):
    """A desk whose layout can be changed."""

    before_search: str
    """The pane from which the search line was reached."""

    @property
    def focused(self) -> Widget | None:
        """The widget that has the focus."""

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the desk."""

    def has_class(self, name: str) -> bool:
        """Return whether the desk has a class."""

    def set_classes(self, classes: set[str]) -> object:
        """Give the desk these classes and no others."""

    def arrive(self, pane: str) -> None:
        """Note which pane is in use."""


class Navigation:
    """Moves between the panes of the desk."""

    def __init__(self, stage: Stage, comparing: Comparing) -> None:
        self._stage, self._comparing = stage, comparing

    @property
    def commands(self) -> Commands:
        """What this controller does."""
        return {
            "documents-pane": lambda: self._stage.go_to("documents"),
            "results-pane": lambda: self._stage.go_to("results"),
            "reader-pane": self._reader,
            "claims-pane": lambda: self._stage.go_to("claims"),
            "next-pane": lambda: self._turn(1),
            "previous-pane": lambda: self._turn(-1),
            "zoom": self._zoom,
            "change-view": self._change_view,
            "back": self._back,
        }

    def _reader(self) -> None:
        """Go to the reader; in a comparison, to its other side when already there."""
        stage = self._stage
        if stage.comparing and stage.at == "reader":
            (stage.comparison.left if stage.comparison.right.has_focus else stage.comparison.right).focus()
        else:
            stage.go_to("reader")

    def _turn(self, by: int) -> None:
        """Go to the next or the previous pane."""
        stage = self._stage
        stops: list[Any] = [stage.documents]
        if stage.walk is not None:
            stops.append(stage.results)
        stops += [stage.comparison.left, stage.comparison.right] if stage.comparing else [stage.reader]
        stops.append(stage.claims.listing)
        here = stops.index(stage.focused) if stage.focused in stops else (0 if by > 0 else 1)
        target = stops[(here + by) % len(stops)]
        names = {stage.documents: "documents", stage.results: "results", stage.claims.listing: "claims"}
        stage.arrive(names.get(target, "reader"))
        if target is stage.comparison.right:
            stage.set_class(True, "-right-side")
        target.focus()

    def _zoom(self) -> None:
        """Give the pane in use the whole screen; of a comparison, then one side alone; then give it back."""
        stage = self._stage
        others = {name for name in stage.classes if name not in {"-zoomed", "-one-side"}}
        wanted = {"-zoomed"}
        if stage.has_class("-zoomed"):
            sides = stage.comparing and stage.at == "reader" and not stage.narrow
            wanted = {"-zoomed", "-one-side"} if sides and not stage.has_class("-one-side") else set()
        stage.set_classes(others | wanted)
        stage.refresh_chrome()

    def _change_view(self) -> None:
        """Show the next selection of the pane in use."""
        stage = self._stage
        if stage.at == "results":
            stage.searchbar.next_sort()
            stage.say(f"Results by {stage.searchbar.sort}.")
        elif stage.at == "reader" and stage.comparing:
            stage.comparison.next_view()
        else:
            stage.claims.next_kind()

    def _back(self) -> None:
        """Go one step back; never quit."""
        stage = self._stage
        if stage.typing:
            stage.go_to("results" if stage.walk is not None else stage.before_search)
        elif stage.has_class("-zoomed"):
            stage.set_class(False, "-zoomed", "-one-side")
        elif stage.narrow and stage.at != "documents":
            self._narrow_back()
        elif stage.comparing and self._comparing.from_matrix:
            self._comparing.back_to_matrix()
        elif stage.comparing:
            stage.leave_comparison()
            stage.go_to("reader")
        elif stage.walk is not None:
            stage.searchbar.clear()
            stage.go_to("documents" if stage.at == "results" else stage.at)
        elif stage.at != "documents":
            stage.go_to("documents")
        else:
            stage.say("This is the first screen.", f"{stage.host.keymap.shown('quit')} quits.")

    def _narrow_back(self) -> None:
        """Go one step back where one pane fills the screen: from the reader to where it was opened from."""
        stage = self._stage
        if stage.at == "reader" and stage.comparing and self._comparing.from_matrix:
            self._comparing.back_to_matrix()
        elif stage.at == "reader" and stage.comparing:
            stage.leave_comparison()
            stage.go_to("documents")
        elif stage.at == "results":
            stage.searchbar.clear()
            stage.go_to("documents")
        else:
            stage.go_to("results" if stage.walk is not None else "documents")
