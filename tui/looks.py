"""Looks: the themes, the tones of painted text in each of them, the terminal's own colours, and no colour at all.

Every tone can be read in every theme: a colour of the theme is moved until it stands off from all it may lie on, see
`tui.contrast`.

Tones are looked up here and not as component classes of each widget: a style sheet would work out every tone of every
widget anew each time a class of the screen changes, which is felt with each key.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from tui.contrast import SIGN, TEXT, contrast, ground_for, readable

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.app import App


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
    "hit": Tone("foreground", "hit", "bold", "bold underline"),
    "alias": Tone("foreground", "alias", "bold italic", "italic underline"),
    "current": Tone("on-warning", "warning", "bold not italic", "bold reverse not underline"),
    "claim": Tone(attributes="underline", colourless="underline"),
    "said": Tone(attributes="bold underline", colourless="bold underline"),
    "claim-current": Tone("on-accent", "accent", "bold", "bold reverse not underline"),
    "link": Tone("text-primary"),
    "link-current": Tone("foreground", "cursor", "bold", "bold"),
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
    "cursor": Tone("", "cursor", "bold", "reverse"),
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


OWN_THEMES = (
    Theme(
        name="rednote-dark",
        dark=True,
        primary="#7fb0ff",
        secondary="#b39ddb",
        accent="#7fb0ff",
        warning="#e8bd6a",
        error="#ff8a93",
        success="#93d39a",
        foreground="#dfe2e7",
        background="#14161a",
        surface="#1d2027",
        panel="#1d2027",
        boost="#262a33",
        variables={"cursor": "#26344d", "hit": "#4d3b10", "faint": "#a3aab6"}
        | {"text-error": "#ff8a93", "text-warning": "#e8bd6a", "text-success": "#93d39a"}
        | {"text-accent": "#7fb0ff", "text-primary": "#7fb0ff"},
    ),
    Theme(
        name="rednote-light",
        dark=False,
        primary="#1a57b0",
        secondary="#5a3f9e",
        accent="#1a57b0",
        warning="#6b4900",
        error="#a81c2c",
        success="#175f2a",
        foreground="#22242a",
        background="#fbfaf7",
        surface="#efede7",
        panel="#efede7",
        boost="#e5e2da",
        variables={"cursor": "#d5e4f8", "hit": "#ffe39a", "faint": "#565c66"}
        | {"text-error": "#a81c2c", "text-warning": "#6b4900", "text-success": "#175f2a"}
        | {"text-accent": "#1a57b0", "text-primary": "#1a57b0"},
    ),
)
"""The program's own: every pair of theirs can be read as it stands."""

_FAINT = 0.62
"""How much of the foreground is in faint text, where the theme does not say."""
_WORDS = ("text-error", "text-warning", "text-success", "text-accent", "text-primary", "text-secondary")
_ROOM = 5.5
"""The contrast that the cursor's row leaves to plain words, so that coloured ones find room on it too."""


def palette(theme: Mapping[str, str]) -> dict[str, Color]:
    """Return the colours that tones name, made of the variables of a theme, each readable where it may lie.

    Grounds are ``background``, ``surface``, ``panel``, ``cursor`` (the row of the cursor), ``hit`` and ``alias``.
    """
    below = Color.parse(theme["background"])
    made = {name: _solid(theme, name, below) for name in ("background", "surface", "panel")}
    words = readable(_solid(theme, "foreground", below), made.values())
    wanted = {"cursor": "primary-muted", "hit": "warning-muted", "alias": "secondary-muted"}
    for name, fallback in wanted.items():
        least = _ROOM if name == "cursor" else TEXT
        made[name] = ground_for(_solid(theme, name if name in theme else fallback, below), below, (words,), least)
    under = tuple(made[name] for name in ("background", "surface", "panel", "cursor"))
    faint = Color.parse(theme["faint"]) if "faint" in theme else below.blend(words, _FAINT)
    made["foreground"], made["faint"] = words, readable(faint, under)
    made |= {name: readable(_solid(theme, name, below), under) for name in _WORDS}
    for name in ("warning", "accent"):
        made[name] = readable(_solid(theme, name, below), (below,), SIGN)
        made[f"on-{name}"] = max(
            (below, words, Color(0, 0, 0), Color(255, 255, 255)), key=lambda c: contrast(c, made[name])
        )
    return made


def _solid(theme: Mapping[str, str], name: str, below: Color) -> Color:
    """Return a colour of the theme as it shows over the background."""
    colour = Color.parse(theme[name])
    return below.blend(colour, colour.a).with_alpha(1) if colour.a < 1 else colour


def css_variables(theme: Mapping[str, str], ansi: bool) -> dict[str, str]:
    """Return the variables that the style sheets use beside the theme's own: the rule of focus, and faint words."""
    if ansi:
        return {"focus-rule": theme["accent"], "faint": theme["foreground"]}
    made = palette(theme)
    rule = readable(made["accent"], (made["background"], made["surface"]), SIGN)
    return {"focus-rule": rule.hex, "faint": made["faint"].hex, "foreground": made["foreground"].hex}


_made: dict[tuple[str, bool, str], Style] = {}
_palettes: dict[str, dict[str, Color]] = {}


def tone(app: "App[Any]", name: str) -> Style:
    """Return the style of a tone in the app's theme; an unknown or empty name is plain."""
    key = (app.theme, bool(app.no_color), name)
    if key not in _made:
        _made[key] = _style(TONES.get(name, Tone()), _ANSI.get(name), app)
    return _made[key]


def _style(made: Tone, on_ansi: Tone | None, app: "App[Any]") -> Style:
    if app.no_color:
        return Style.parse(made.colourless or "none")
    if app.current_theme.ansi:
        return _ansi_style(on_ansi or made, app.theme_variables)
    if app.theme not in _palettes:
        _palettes[app.theme] = palette(app.theme_variables)
    colours = _palettes[app.theme]
    colour, ground = colours.get(made.colour), colours.get(made.background)
    style = Style(color=colour and colour.rich_color, bgcolor=ground and ground.rich_color)
    return style + Style.parse(made.attributes or "none")


def _ansi_style(made: Tone, colours: Mapping[str, str]) -> Style:
    """Return a style of the terminal's own colours, whose plain ones are left as they are."""
    attributes = f"{made.attributes} dim" if made.colour == "faint" else made.attributes
    colour, ground = (
        Color.parse(colours[name]).rich_color if name in colours and name not in {"faint", "foreground"} else None
        for name in (made.colour, made.background)
    )
    return Style(color=colour, bgcolor=ground) + Style.parse(attributes.strip() or "none")


class Colourless(LineFilter):
    """Takes every colour away and leaves bold, underline, reverse and dim."""

    def apply(self, segments: "list[Segment]", background: Color) -> "list[Segment]":  # noqa: ARG002
        """Return the segments without colours."""
        from rich.segment import Segment

        return [Segment(text, style.without_color if style else None, control) for text, style, control in segments]


def ansi_name(theme: str) -> str:
    """Return the theme's full name; ``ansi`` alone is the dark one, which keeps the terminal's own background."""
    short = {"ansi": "ansi-dark", "transparent": "ansi-dark", "dark": "rednote-dark", "light": "rednote-light"}
    return short.get(theme, theme)
