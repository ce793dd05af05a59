"""Looks: the tones of painted text in every theme, the terminal's own colours, and no colour at all.

Tones are looked up here and not as component classes of each widget: a style sheet would work out every tone of every
widget anew each time a class of the screen changes, which is felt with each key.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.app import App

FAINT = 0.62
"""How much of the foreground is in faint text."""


@dataclass(frozen=True, slots=True)
class Tone:
    """How words look: names of the theme's colours, attributes, and the attributes that say the same without colour."""

    colour: str = ""
    background: str = ""
    attributes: str = ""
    colourless: str = ""


TONES = {
    "title": Tone(attributes="bold", colourless="bold"),
    "heading": Tone(attributes="bold", colourless="bold"),
    "dim": Tone("faint", colourless="dim"),
    "number": Tone("faint", colourless="dim"),
    "gutter": Tone("faint", colourless="dim"),
    "key": Tone("text-accent", attributes="bold", colourless="bold"),
    "mark": Tone("text-warning", attributes="bold", colourless="bold"),
    "hit": Tone("foreground", "warning-muted", "bold", "bold underline"),
    "alias": Tone("foreground", "secondary-muted", "bold italic", "italic underline"),
    "current": Tone("background", "warning", "bold not italic", "bold reverse not underline"),
    "claim": Tone(attributes="underline", colourless="underline"),
    "said": Tone(attributes="bold underline", colourless="bold underline"),
    "claim-current": Tone("background", "accent", "bold", "bold reverse not underline"),
    "link": Tone("text-primary"),
    "link-current": Tone("foreground", "primary-muted", "bold", "bold"),
    "box": Tone("text-accent", attributes="bold", colourless="bold"),
    "conflict": Tone("text-error", attributes="bold", colourless="bold"),
    "differs": Tone("text-warning"),
    "shared": Tone("text-success"),
    "alone": Tone("faint", colourless="dim"),
    "deleted": Tone("text-error", attributes="strike", colourless="strike"),
    "inserted": Tone("text-success", attributes="bold", colourless="bold"),
    "changed": Tone("text-warning", attributes="bold underline", colourless="bold underline"),
    "figure": Tone("text-accent"),
    "event": Tone("text-primary"),
    "quotation": Tone("text-success"),
    "prediction": Tone("text-warning"),
    "cursor": Tone("", "primary-muted", "bold", "reverse"),
    "cursor-blurred": Tone("", "panel", "", "bold"),
}
# The terminal's sixteen colours have no muted ones: what would lie on a muted ground is reversed or underlined.
_ANSI = {
    "hit": Tone("text-warning", "", "bold underline"),
    "alias": Tone("text-secondary", "", "bold italic underline"),
    "current": Tone("text-warning", "", "bold reverse not underline"),
    "claim-current": Tone("text-accent", "", "bold reverse not underline"),
    "link-current": Tone("text-primary", "", "bold reverse"),
    "cursor": Tone("", "", "reverse"),
    "cursor-blurred": Tone("", "", "bold"),
}


_made: dict[tuple[str, bool, str], Style] = {}


def tone(app: "App[Any]", name: str) -> Style:
    """Return the style of a tone in the app's theme; an unknown or empty name is plain."""
    key = (app.theme, bool(app.no_color), name)
    if key not in _made:
        _made[key] = _style(TONES.get(name, Tone()), _ANSI.get(name), app)
    return _made[key]


def _style(made: Tone, on_ansi: Tone | None, app: "App[Any]") -> Style:
    if app.no_color:
        return Style.parse(made.colourless or "none")
    ansi, colours = app.current_theme.ansi, app.theme_variables
    if ansi and on_ansi is not None:
        made = on_ansi
    attributes = f"{made.attributes} dim" if ansi and made.colour == "faint" else made.attributes
    colour, ground = _colour(made.colour, colours, ansi), _colour(made.background, colours, ansi)
    return Style(color=colour, bgcolor=ground) + Style.parse(attributes.strip() or "none")


def _colour(name: str, colours: dict[str, str], ansi: bool) -> Any:
    """Return a colour of the theme as Rich takes it; None leaves what lies below."""
    if not name or (ansi and name in {"faint", "foreground", "background"}):
        return None
    if name == "faint":
        ground, words = Color.parse(colours["background"]), Color.parse(colours["foreground"])
        return ground.blend(words, FAINT).rich_color
    return Color.parse(colours[name]).rich_color


class Colourless(LineFilter):
    """Takes every colour away and leaves bold, underline, reverse and dim."""

    def apply(self, segments: "list[Segment]", background: Color) -> "list[Segment]":  # noqa: ARG002
        """Return the segments without colours."""
        from rich.segment import Segment

        return [Segment(text, style.without_color if style else None, control) for text, style, control in segments]


def ansi_name(theme: str) -> str:
    """Return the theme's full name; ``ansi`` alone is the dark one, which keeps the terminal's own background."""
    short = {"ansi": "ansi-dark", "transparent": "ansi-dark", "dark": "textual-dark", "light": "textual-light"}
    return short.get(theme, theme)
