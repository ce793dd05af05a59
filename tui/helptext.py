"""The help: every command with its keys, under the heading of its group."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.commands import COMMANDS, Command, Group
from tui.keymap import Keymap, display
from tui.painting import Line, wrapped
from tui.panes.listing import Item, RowsItem
from tui.panes.results import WordsItem
from tui.signs import KINDS, LINKS, REPORT, STATUSES
from tui.text import pad

_KEYS_WIDE = 14


@dataclass(frozen=True, slots=True)
class CommandItem(RowsItem):
    """A command's keys and what it does; choosing it does it."""

    command: Command
    keys: str

    @property
    def key(self) -> str:
        """The command's id."""
        return self.command.id

    @property
    def selectable(self) -> bool:
        """Every command can be chosen."""
        return True

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows: keys, then what they do."""
        rows = wrapped(self.command.help, (), max(10, width - _KEYS_WIDE - 2))
        return [
            ((pad(self.keys if place == 0 else "", _KEYS_WIDE), "key"), ("  ", ""), *row)
            for place, row in enumerate(rows)
        ]


def help_items(keymap: Keymap) -> list[Item]:
    """Return the rows of the help: commands by group, then what the signs mean."""
    items: list[Item] = []
    for group in Group:
        items += [WordsItem(" "), WordsItem(group.value, "heading")] if items else [WordsItem(group.value, "heading")]
        for command in COMMANDS:
            if command.group is group:
                keys = " ".join(display(key) for key in keymap.keys[command.id])
                items.append(CommandItem(command, keys))
    items += [WordsItem(" "), WordsItem("Signs", "heading")]
    for sign in (*STATUSES.values(), *(one for one in LINKS.values() if one.word not in {"conflict", "compatible"})):
        items.append(WordsItem(f"{sign.sign}  {sign.word}", sign.tone))
    items += [WordsItem(f"{sign.sign}  {sign.word}", sign.tone) for sign in (*KINDS.values(), REPORT)]
    return items
