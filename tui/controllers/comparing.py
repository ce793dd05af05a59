"""Comparing: the marks, the pair side by side, and the walk through its links."""

from index.counting import counted
from tui.background import Cancelled
from tui.controllers.decisions import Decisions
from tui.controllers.desk import Commands, Desk
from tui.panes.listing import Item
from tui.text import squeeze


class Comparing:
    """Sets two documents side by side, and says what links them."""

    def __init__(self, desk: Desk, decisions: Decisions) -> None:
        self._desk, self._decisions = desk, decisions
        self.from_matrix = False
        """Whether the comparison was opened from the matrix, to which Esc then leads back."""

    @property
    def commands(self) -> Commands:
        """What this controller does."""
        return {
            "mark": self._mark,
            "compare": self._compare,
            "related": self._related,
            "swap": self._swap,
            "scroll-lock": self._lock,
            "next-left-only": lambda: self._only(left=True),
            "next-right-only": lambda: self._only(left=False),
            "next-partner": lambda: self._partner(1),
            "previous-partner": lambda: self._partner(-1),
            "fewer-links": lambda: self._shift_threshold(1),
            "more-links": lambda: self._shift_threshold(-1),
            "write-comparison": self._write,
            "matrix": self._matrix,
            "pin": self._pin,
        }

    def _mark(self) -> None:
        """Mark the document in use, or take its mark off; of three the oldest mark goes."""
        desk = self._desk
        if (current := desk.current) is None:
            return
        if current in desk.marked:
            desk.marked.remove(current)
        else:
            desk.marked = [*desk.marked, current][-2:]
        desk.follow()

    def _compare(self) -> None:
        """Compare the marked documents, or the marked one and the one in use, or one to choose."""
        pair = list(self._desk.marked)
        if len(pair) < 2 and self._desk.current is not None and self._desk.current not in pair:
            pair.append(self._desk.current)
        if len(pair) == 2:
            self.compare(pair[0], pair[1])
        else:
            self._related()

    def compare(self, a: str, b: str) -> None:
        """Show two documents side by side."""
        if a == b:
            return
        self.from_matrix = False
        self._desk.set_class(True, "-comparing")
        self._desk.comparison.compare(a, b)
        self._desk.follow()
        # The sides are put in place at the first comparison; until the next frame they cannot take the focus.
        self._desk.call_after_refresh(self._desk.go_to, "reader")

    def _related(self) -> None:
        """Offer the other documents, the most like the one in use first, for a comparison."""
        chosen = self._desk.marked[0] if len(self._desk.marked) == 1 else self._desk.current
        if chosen is None:
            return

        def job(_cancelled: Cancelled) -> list[Item]:
            from tui.views import partner_items

            return partner_items(self._desk.corpus, chosen)

        self._desk.ask("related", job, lambda items: self._offer(chosen, items))

    def _offer(self, chosen: str, items: list[Item]) -> None:
        entry = self._desk.entry(chosen)
        title = f"Compare “{squeeze(entry.title) if entry else chosen}” with"
        self._desk.choose(title, items, lambda item: self.compare(chosen, item.key), enter="compare")

    def _swap(self) -> None:
        if self._desk.comparing:
            self._desk.comparison.swap()

    def _lock(self) -> None:
        if self._desk.comparing:
            self._desk.comparison.locked = not self._desk.comparison.locked

    def _only(self, *, left: bool) -> None:
        comparison = self._desk.comparison
        if self._desk.comparing and comparison.walk is not None and not comparison.only(left):
            self._desk.say("Every passage of this side is linked.")

    def _partner(self, by: int) -> None:
        """Put the next or the previous document on the right."""
        desk = self._desk
        if not desk.comparing or desk.comparison.wanted is None:
            return
        left, right = desk.comparison.wanted
        others = [entry.id for entry in desk.documents.entries if entry.id != left]
        if right in others:
            desk.comparison.compare(left, others[(others.index(right) + by) % len(others)])
            desk.follow()

    def _shift_threshold(self, by: int) -> None:
        """Keep for this pair from which score on links are shown."""
        desk = self._desk
        if not desk.comparing or desk.comparison.wanted is None or desk.comparison.walk is None:
            desk.say("Link strength can only be set in a comparison.")
            return
        a, b = desk.comparison.wanted
        value = desk.comparison.shift_threshold(by)
        if value is None:
            desk.say("Only the strongest links are left." if by > 0 else "Every link is shown.")
        else:
            notes = desk.corpus.notes
            self._decisions.decide(f"links from {value:.2f}", lambda: notes.set_threshold(a, b, value))

    def _write(self) -> None:
        """Ask for a file and write the comparison to it."""
        from pathlib import Path

        from tui.dialogs.linedialog import LineDialog
        from tui.taking import comparison_name, write_comparison

        desk = self._desk
        if not desk.comparing or desk.comparison.wanted is None:
            desk.say("No comparison is open.", f"{desk.host.keymap.shown('compare')} opens one.")
            return
        a, b = (desk.corpus.entry(id_) for id_ in desk.comparison.wanted)

        def done(name: str | None) -> None:
            if name:
                file = Path(name).expanduser().absolute()
                desk.ask(
                    "write comparison",
                    lambda _cancelled: write_comparison(desk.corpus, a.id, b.id, file),
                    lambda links: desk.say(f"Written with {counted(links, 'link')}: {file}"),
                )

        title = "Write the comparison to the file (.html .md .txt .json)"
        desk.host.push_screen(LineDialog(title, comparison_name(a, b), enter="write"), done)

    def compare_anew(self) -> None:
        """Compare again after the folder was read; without one of the two there is nothing to compare."""
        desk = self._desk
        if not desk.comparing or desk.comparison.wanted is None:
            return
        if set(desk.comparison.wanted) <= {entry.id for entry in desk.documents.entries}:
            desk.comparison.compare(*desk.comparison.wanted)
        else:
            desk.leave_comparison()
            desk.go_to("documents")
            desk.say("One of the two articles is no longer there.")

    def _pin(self) -> None:
        """Break the link in use; when other passages are chosen, link those."""
        desk, notes = self._desk, self._desk.corpus.notes
        pair, walk = desk.comparison.pair, desk.comparison.walk
        if not desk.comparing or walk is None or pair is None:
            desk.say("Links can only be pinned or broken in a comparison.")
            return
        link = walk.link
        left, right = (desk.comparison.chosen(side) for side in (desk.comparison.left, desk.comparison.right))
        if left is None or right is None:
            keys = " and ".join(desk.host.keymap.shown(name) for name in ("next-left-only", "next-right-only"))
            desk.say("Choose a passage on both sides.", f"{keys} go to those without a link, the mouse selects any.")
            return
        one, other = (pair.left.id, left), (pair.right.id, right)
        if link is not None and (left, right) == (link.a.span, link.b.span):
            self._decisions.decide("link broken", lambda: notes.break_link(one, other))
            return
        desk.comparison.seek(left, right)
        self._decisions.decide("link pinned", lambda: notes.pin(one, other))

    def _matrix(self) -> None:
        """Show every pair of articles in a grid."""
        if len(self._desk.documents.entries) < 2:
            self._desk.say("A matrix needs two articles.")
            return
        self._show_matrix(None)

    def _show_matrix(self, at: tuple[str, str] | None) -> None:
        """Lay the grid of all pairs over the explorer, the cursor on the pair ``at``."""
        from tui.dialogs.matrix import MatrixScreen

        def done(pair: tuple[str, str] | None) -> None:
            if pair is not None:
                self.compare(*pair)
                self.from_matrix = True

        self._desk.host.push_screen(MatrixScreen(self._desk.corpus, self._desk.documents.entries, at), done)

    def back_to_matrix(self) -> None:
        """Leave a comparison for the matrix it was opened from."""
        at = self._desk.comparison.wanted
        self._desk.leave_comparison()
        self._desk.go_to("reader")
        self._show_matrix(at)

    def turned(self, by: int) -> None:
        """Go to the side on which the reader was told to turn to the other."""
        if self._desk.comparing:
            self._desk.set_class(by > 0, "-right-side")
            (self._desk.comparison.right if by > 0 else self._desk.comparison.left).focus()

    def explain_link(self) -> bool:
        """Say why the link in use is one; return whether there is one in use."""
        comparison = self._desk.comparison
        walk = comparison.walk
        if not self._desk.comparing or walk is None or walk.link is None:
            return False
        from tui.explanation import link_items

        self._desk.choose(
            f"Link {walk.current + 1} of {len(walk.links)}",
            link_items(walk, self._desk.corpus.word_diff, comparison.decided),
            lambda _item: None,
            enter="",
        )
        return True

    def moved(self) -> None:
        """Let marks, lists and the line about decisions follow the link in use."""
        self._desk.mark_hits()
        self._desk.follow()
