"""Looks apart from style sheets: the terminal's own colours, and none at all."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter


class Colourless(LineFilter):
    """Takes every colour away and leaves bold, underline, reverse and dim."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without colours."""
        return [
            Segment(text, style.without_color if style is not None else None, control)
            for text, style, control in segments
        ]


def ansi_name(theme: str) -> str:
    """Return the theme's full name; ``ansi`` alone is the dark one, which keeps the terminal's own background."""
    return {"ansi": "ansi-dark", "transparent": "ansi-dark", "dark": "textual-dark", "light": "textual-light"}.get(
        theme, theme
    )
