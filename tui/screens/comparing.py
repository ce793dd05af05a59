"""What the explorer does about comparing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from tui.background import Cancelled
from tui.panes.comparison import ComparisonPane
from tui.panes.listing import Item
from tui.panes.reader import Reader
from tui.screens.desk import Desk
from tui.text import squeeze

if TYPE_CHECKING:
    from index.corpus import Corpus


class Comparing(Desk):
    """Marks, the pair side by side, and the walk through its links."""

    def __init__(self, corpus: "Corpus") -> None:
        super().__init__(corpus)
        self.from_matrix = False
        """Whether the comparison was opened from the matrix, to which Esc then leads back."""

    def action_mark(self) -> None:
        """Mark the document in use, or take its mark off; of three the oldest mark goes."""
        if (current := self.current) is None:
            return
        if current in self.marked:
            self.marked.remove(current)
        else:
            self.marked = [*self.marked, current][-2:]
        self.follow()

    def action_compare(self) -> None:
        """Set two documents side by side: the marked ones, or the marked one and the one in use, or one to choose."""
        pair = list(self.marked)
        if len(pair) < 2 and self.current is not None and self.current not in pair:
            pair.append(self.current)
        if len(pair) == 2:
            self.compare_pair(pair[0], pair[1])
        else:
            self.action_related()

    def compare_pair(self, a: str, b: str) -> None:
        """Show two documents side by side."""
        if a == b:
            return
        self.from_matrix = False
        self.add_class("-comparing")
        self.comparison.compare(a, b)
        self.follow()
        # The sides are put in place at the first comparison; until the next frame they cannot take the focus.
        self.call_after_refresh(self.go_to, "reader")

    def action_related(self) -> None:
        """Offer the other documents, the most like the one in use first, for a comparison."""
        chosen = self.marked[0] if len(self.marked) == 1 else self.current
        if chosen is None:
            return

        def job(_cancelled: Cancelled) -> list[Item]:
            from tui.views import partner_items

            return partner_items(self.corpus, chosen)

        self.ask("related", job, lambda items: self._offer(chosen, items))

    def _offer(self, chosen: str, items: list[Item]) -> None:
        entry = next((entry for entry in self.documents.entries if entry.id == chosen), None)
        title = f"Compare “{squeeze(entry.title) if entry else chosen}” with"

        def then(item: Item) -> None:
            self.compare_pair(chosen, item.key)

        self.choose(title, items, then, enter="compare")

    def action_swap(self) -> None:
        """Swap left and right."""
        if self.comparing:
            self.comparison.swap()

    def action_scroll_lock(self) -> None:
        """Tie the sides, or free them."""
        if self.comparing:
            self.comparison.locked = not self.comparison.locked

    def action_next_left_only(self) -> None:
        """Go to the next passage only the left one has."""
        self._only(left=True)

    def action_next_right_only(self) -> None:
        """Go to the next passage only the right one has."""
        self._only(left=False)

    def _only(self, *, left: bool) -> None:
        if self.comparing and self.comparison.walk is not None and not self.comparison.only(left):
            self.say("Every passage of this side is linked.")

    def action_next_partner(self) -> None:
        """Put the next document on the right."""
        self._partner(1)

    def action_previous_partner(self) -> None:
        """Put the previous document on the right."""
        self._partner(-1)

    def _partner(self, by: int) -> None:
        if not self.comparing or self.comparison.wanted is None:
            return
        left, right = self.comparison.wanted
        others = [entry.id for entry in self.documents.entries if entry.id != left]
        if right in others:
            self.comparison.compare(left, others[(others.index(right) + by) % len(others)])
            self.follow()

    def action_fewer_links(self) -> None:
        """Ask for stronger links."""
        self._shift_threshold(1)

    def action_more_links(self) -> None:
        """Allow weaker links."""
        self._shift_threshold(-1)

    def _shift_threshold(self, by: int) -> None:
        """Keep for this pair from which score on links are shown."""
        if not self.comparing or self.comparison.wanted is None or self.comparison.walk is None:
            self.say("How strong links must be is set in a comparison.")
            return
        a, b = self.comparison.wanted
        value = self.comparison.shift_threshold(by)
        if value is None:
            self.say("Only the strongest links are left." if by > 0 else "Every link is shown.")
        else:
            self.decide(f"links from {value:.2f}", lambda: self.corpus.notes.set_threshold(a, b, value))

    def action_write_comparison(self) -> None:
        """Ask for a file and write the comparison to it."""
        from pathlib import Path

        from tui.screens.linedialog import LineDialog
        from tui.taking import comparison_name, write_comparison

        if not self.comparing or self.comparison.wanted is None:
            self.say("A comparison is written out, and none is open.")
            return
        a, b = (self.corpus.entry(id_) for id_ in self.comparison.wanted)

        def done(name: str | None) -> None:
            if name:
                file = Path(name).expanduser()
                self.ask(
                    "write comparison",
                    lambda _cancelled: write_comparison(self.corpus, a.id, b.id, file),
                    lambda links: self.say(f"Written with {links} {'link' if links == 1 else 'links'}: {file}"),
                )

        title = "Write the comparison to the file (.html .md .txt .json)"
        self.app.push_screen(LineDialog(title, comparison_name(a, b), enter="write"), done)

    def compare_anew(self) -> None:
        """Compare again after the folder was read; without one of the two there is nothing to compare."""
        if not self.comparing or self.comparison.wanted is None:
            return
        if set(self.comparison.wanted) <= {entry.id for entry in self.documents.entries}:
            self.comparison.compare(*self.comparison.wanted)
        else:
            self.leave_comparison()
            self.go_to("documents")
            self.say("One of the two articles is no longer there.")

    def decide(self, what: str, job: Callable[[], object]) -> None:
        """Write a decision down, then show what it changed."""
        raise NotImplementedError

    def action_matrix(self) -> None:
        """Show every pair of articles in a grid."""
        if len(self.documents.entries) < 2:
            self.say("A matrix needs two articles.")
            return
        self.show_matrix(None)

    def show_matrix(self, at: tuple[str, str] | None) -> None:
        """Lay the grid of all pairs over the explorer, the cursor on the pair ``at``."""
        from tui.screens.matrix import MatrixScreen

        def done(pair: tuple[str, str] | None) -> None:
            if pair is not None:
                self.compare_pair(*pair)
                self.from_matrix = True

        self.app.push_screen(MatrixScreen(self.corpus, self.documents.entries, at), done)

    def back_to_matrix(self) -> None:
        """Leave a comparison for the matrix it was opened from."""
        at = self.comparison.wanted
        self.leave_comparison()
        self.go_to("reader")
        self.show_matrix(at)

    @on(Reader.Turned)
    def _turned(self, event: Reader.Turned) -> None:
        event.stop()
        if self.comparing:
            self.set_class(event.by > 0, "-right-side")
            (self.comparison.right if event.by > 0 else self.comparison.left).focus()

    def explain_link(self) -> bool:
        """Say why the link in use is one; return whether there is one in use."""
        walk = self.comparison.walk
        if not self.comparing or walk is None or walk.link is None:
            return False
        from tui.explanation import link_items

        self.choose(
            f"Link {walk.current + 1} of {len(walk.links)}",
            link_items(walk, self.corpus.word_diff, self.comparison.decided),
            lambda _item: None,
            enter="",
        )
        return True

    @on(ComparisonPane.Moved)
    def _moved(self, event: ComparisonPane.Moved) -> None:
        event.stop()
        self.mark_hits()
        self.follow()
