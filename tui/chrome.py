"""The lines above and below the panes: what is open and where one is, and the next sensible keys."""

from collections.abc import Mapping
from typing import Any

from textual.content import Content, Span
from textual.style import Style
from textual.widgets import Static

from tui.commands import BY_ID, FOOTERS, LABELS
from tui.keymap import Keymap
from tui.text import cell_len, clean, fit, pad


class HeaderLine(Static):
    """The corpus and what is being done at the left, the place among hits, links or claims at the right."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.name_ = self.counted = self.progress = self.position = ""

    def show(self, **parts: str) -> None:
        """Change parts of the line: name_, counted, progress, position."""
        for name, value in parts.items():
            setattr(self, name, clean(value))
        self._write()

    def on_resize(self) -> None:
        """Lay the line out for the new width."""
        self._write()

    def _write(self) -> None:
        width = self.size.width
        right = fit(f" {self.position}", width)
        left = fit(
            " · ".join(part for part in (self.name_, self.counted, self.progress) if part), width - cell_len(right) - 1
        )
        line = pad(left, width - cell_len(right)) + right
        cut = len(clean(self.name_)) if left.startswith(self.name_) else len(left)
        self.update(
            Content(line, spans=[Span(0, cut, "bold"), Span(len(line) - len(right), len(line), "bold")]), layout=False
        )


class KeyLine(Static):
    """The keys that make sense now, as many as fit; a click works like the key."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._place = "documents"
        self._keymap: Keymap | None = None
        self._left_out: frozenset[str] = frozenset()
        self._covered = False

    def cover(self, covered: bool) -> None:
        """Show no keys while something lies over the panes that takes others."""
        if self._covered != covered:
            self._covered = covered
            self._write()

    def show(self, place: str, keymap: Keymap, left_out: frozenset[str] = frozenset()) -> None:
        """Show the commands of a pane but for those that would do nothing now."""
        self._place, self._keymap, self._left_out = place, keymap, left_out
        self._write()

    def on_resize(self) -> None:
        """Lay the line out for the new width."""
        self._write()

    def _write(self) -> None:
        if self._covered:
            self.update("", layout=False)
        if self._covered or self._keymap is None:
            return
        commands = [name for name in FOOTERS.get(self._place, ()) if name not in self._left_out]
        labels = {name: LABELS.get((self._place, name), BY_ID[name].label) for name in commands}
        self.update(key_line(labels, self._keymap, self.size.width), layout=False)


class DialogKeys(Static):
    """The keys of what lies over the panes, in the place of theirs.

    ``words`` are keys that are no commands, and what they do; ``commands`` map ids to labels.
    """

    def __init__(self, commands: Mapping[str, str], keymap: Keymap, words: Mapping[str, str], **options: Any) -> None:
        super().__init__(**options)
        self._commands, self._keymap, self._words = commands, keymap, words

    def on_resize(self) -> None:
        """Lay the line out for the new width."""
        self.update(key_line(self._commands, self._keymap, self.size.width, self._words), layout=False)


KEPT = ("help", "back")
"""The ways out, which are shown before others where not all commands fit."""


def key_line(
    commands: Mapping[str, str], keymap: Keymap, width: int, words: Mapping[str, str] | None = None
) -> Content:
    """Return keys and labels of the commands (id to label) that fit, after ``words``, keys that are none of these."""
    shown = {name: (keymap.shown(name), label) for name, label in commands.items() if keymap.shown(name)}
    shown = {**{key: (key, label) for key, label in (words or {}).items()}, **shown}
    cells = {name: cell_len(f"{key} {label}") + 2 for name, (key, label) in shown.items()}
    kept: set[str] = set()
    room = width + 1
    for name in [name for name in KEPT if name in shown] + [name for name in shown if name not in KEPT]:
        if cells[name] <= room:
            kept.add(name)
            room -= cells[name]
    parts: list[Content] = []
    for name, (key, label) in shown.items():
        if name in kept:
            part = Content.assemble((key, "bold"), " ", (label, "dim"))
            click = Style.from_meta({"@click": f"screen.perform('{name}')"})
            parts.append(part.stylize(click) if name in commands else part)
    return Content("  ").join(parts)
