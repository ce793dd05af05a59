"""The dialog in which a claim is rated: every verdict with its letter, sign and meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.binding import Binding

from index.records import Claim, Verdict
from tui.dialogs.listdialog import ListDialog
from tui.painting import Line, shortened
from tui.panes.listing import Listing
from tui.panes.said import SaidItem
from tui.signs import NO_VERDICT, VERDICTS
from tui.text import cell_len, fit, pad, squeeze

LETTERS: dict[str, Verdict | None] = {
    "t": Verdict.TRUE,
    "m": Verdict.MOSTLY_TRUE,
    "x": Verdict.MIXED,
    "o": Verdict.MOSTLY_FALSE,
    "f": Verdict.FALSE,
    "s": Verdict.MISLEADING,
    "u": Verdict.UNPROVEN,
    "n": None,
}
"""Each a letter of its word, none of them a key of lists."""
MEANINGS: dict[Verdict | None, str] = {
    Verdict.TRUE: "it is so",
    Verdict.MOSTLY_TRUE: "it is so but for a detail",
    Verdict.MIXED: "part of it is so, part is not",
    Verdict.MOSTLY_FALSE: "it is not so but for a detail",
    Verdict.FALSE: "it is not so",
    Verdict.MISLEADING: "the words are right, what they make one think is not",
    Verdict.UNPROVEN: "nobody can know from what there is",
    None: "as if you had never rated it",
}


@dataclass(frozen=True, slots=True)
class VerdictItem:
    """A verdict to choose, or none; ``current`` is the one in force."""

    letter: str
    verdict: Verdict | None
    current: bool

    @property
    def key(self) -> str:
        """The letter."""
        return self.letter

    @property
    def selectable(self) -> bool:
        """Every verdict can be chosen."""
        return True

    def height(self, width: int) -> int:
        """Return one row."""
        return 1 if width else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the row: letter, sign, word, meaning."""
        sign = VERDICTS[self.verdict] if self.verdict else NO_VERDICT
        words: Line = (
            ("▸ " if self.current else "  ", "mark"),
            (f"{self.letter}  ", "key"),
            (f"{sign.sign} {pad(sign.word, 14)}", sign.tone),
        )
        meaning = MEANINGS[self.verdict]
        # Half a meaning helps nobody.
        if sum(cell_len(part) for part, _ in words) + cell_len(meaning) <= width:
            words = (*words, (meaning, "dim"))
        return (shortened(words, width),)


class VerdictDialog(ListDialog):
    """Ends with the VerdictItem of the letter that was pressed, or that was chosen in the list."""

    BINDINGS: ClassVar[list[Any]] = [Binding(letter, f"rate('{letter}')", show=False) for letter in LETTERS]

    def __init__(self, claim: Claim, current: Verdict | None) -> None:
        self._verdicts = [VerdictItem(letter, verdict, verdict is current) for letter, verdict in LETTERS.items()]
        super().__init__(
            f"Your verdict on “{fit(squeeze(claim.surface), 40)}”",
            [SaidItem(claim, most=3), *self._verdicts],
            enter="rate",
        )
        self.words = {"a letter": "rates"}
        self._current = next(item for item in self._verdicts if item.current or not current)

    def on_mount(self) -> None:
        """Begin at the verdict in force."""
        super().on_mount()
        self.query_one(Listing).select_key(self._current.key)

    def action_rate(self, letter: str) -> None:
        """Set the verdict of a letter."""
        self.dismiss(next(item for item in self._verdicts if item.key == letter))
