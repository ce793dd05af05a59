"""The app: the theme, the keys, the palette and the help around the explorer."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual.filter import LineFilter, Monochrome, NoColor

from index.settings import Settings
from tui.commands import COMMANDS, Place
from tui.failing import Failing
from tui.keyboard import Keyboard
from tui.keymap import bindings, resolve, textual_keymap
from tui.looks import OWN_THEMES, Colourless, ansi_name, css_variables
from tui.notices import Notices
from tui.panes.searchbar import saved_searches
from tui.screens.explorer import Explorer
from tui.session import Sessions
from tui.text import squeeze

if TYPE_CHECKING:
    from index.corpus import Corpus


_HERE = Path(__file__).parent
SAMPLE = _HERE / "sample"
"""The articles that ship with the program."""
OUTSIDE = frozenset({Place.APP, Place.EXPLORER, Place.LIST, Place.READER})
"""Where the palette can do a command: all others ask for a dialog or a line that is open."""
OWN_ARTICLES = "rednote-tui FOLDER opens yours"
STYLE_SHEETS: list[str | PurePath] = [
    _HERE / "screens" / "explorer.tcss",
    _HERE / "dialogs" / "dialogs.tcss",
    *(
        _HERE / "panes" / f"{name}.tcss"
        for name in ("listing", "reader", "searchbar", "comparison", "claims", "matrix")
    ),
]
"""Each beside the module whose widgets it dresses."""


def _plain(words: str) -> str:
    """Return words of which the palette takes no part for markup."""
    return squeeze(words).replace("[", "(").replace("]", ")")


class ExplorerApp(Failing, Keyboard, Notices):
    """The explorer on one corpus. Does not close the corpus."""

    TITLE = "rednote-tui"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = STYLE_SHEETS
    BINDINGS: ClassVar[list[Any]] = bindings(Place.APP)

    def __init__(self, corpus: "Corpus", settings: Settings, sessions: Sessions | None = None) -> None:
        super().__init__()
        self.sessions = sessions or Sessions(None, ())
        # Textual takes an empty NO_COLOR for set, and greys; the convention is no colour, when not empty.
        self.no_color = bool(os.environ.get("NO_COLOR"))
        self.corpus = corpus
        self.settings = settings
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self.keymap = resolve(settings.keys.preset, settings.keys.bindings)
        self.set_keymap(textual_keymap(self.keymap))
        self._wrong_theme = self._set_theme(settings.theme)

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the style sheets: the theme's, and those that are made readable."""
        variables = super().get_css_variables()
        return {**variables, **css_variables(variables, self.current_theme.ansi)}

    def _set_theme(self, name: str) -> str | None:
        """Use a theme; return its name when there is none of it."""
        wanted = ansi_name(name) if not self.no_color else "ansi-dark"
        if wanted not in self.available_themes:
            return name
        self.theme = wanted
        return None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters, with NO_COLOR meaning no colour at all."""
        filters = [one for one in super().get_line_filters() if not isinstance(one, Monochrome | NoColor)]
        return [*filters, Colourless()] if self.no_color else filters

    def get_default_screen(self) -> Explorer:
        """Return the explorer; no other screen is made before it."""
        names = [path.name or str(path) for path in self.corpus.paths]
        name = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more" if names else ""
        if self.corpus.paths == (SAMPLE,):
            name = f"the sample · {OWN_ARTICLES}"
        return Explorer(self.corpus, name, self.sessions)

    def on_mount(self) -> None:
        """Tell what was wrong in the settings."""
        if not self.is_headless:
            self.end_by_signals()
        self.theme_changed_signal.subscribe(self, lambda theme: self.sessions.keep_theme(theme.name))
        for problem in self.keymap.problems:
            self.notify(problem, severity="warning", markup=False, timeout=12)
        if self._wrong_theme is not None:
            known = ", ".join(sorted(self.available_themes))
            self.notify(
                f"There is no theme “{self._wrong_theme}”. Themes: {known}",
                severity="warning",
                markup=False,
                timeout=12,
            )

    def action_palette(self) -> None:
        """Find a command by its name."""
        from textual.command import SimpleCommand

        if isinstance(self.screen, Explorer):
            screen = self.screen
            self.search_commands(
                [
                    SimpleCommand(
                        f"{one.label}  {self.keymap.shown(one.id)}",
                        partial(screen.call_later, screen.action_perform, one.id),
                        one.help,
                    )
                    for one in COMMANDS
                    if OUTSIDE.intersection(one.places)
                ]
                + [
                    SimpleCommand(
                        _plain(f"@{name}"), partial(screen.call_later, screen.refining.search_for, name), _plain(query)
                    )
                    for name, query in saved_searches(self.corpus).items()
                ]
            )

    def action_help(self) -> None:
        """Show every key; choosing a command does it."""
        from tui.helptext import CommandItem, help_items

        if isinstance(self.screen, Explorer):
            screen = self.screen

            def then(item: Any) -> None:
                if isinstance(item, CommandItem):
                    screen.call_later(screen.action_perform, item.command.id)

            screen.choose("Keys", help_items(self.keymap), then, enter="do it")

    def action_theme(self) -> None:
        """Choose the colours."""
        self.search_themes()
