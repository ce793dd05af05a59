"""Contrast: how far two colours stand apart, and a colour moved until it can be read on every ground it may lie on.

Luminance and ratio are those of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio): text needs 4.5, signs and
rules need 3.
"""

from collections.abc import Iterable

from textual.color import BLACK, WHITE, Color

TEXT = 4.5
SIGN = 3.0
STEPS = 20
"""A colour is moved in steps of a twentieth."""


def luminance(colour: Color) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white)."""
    parts = (one / 255 for one in (colour.r, colour.g, colour.b))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(colour: Color, grounds: Iterable[Color], least: float = TEXT) -> Color:
    """Return ``colour``, mixed with as little black or white as it takes to reach ``least`` on every ground.

    Where neither reaches it, the mixture that comes nearest.
    """
    under = tuple(grounds)
    mixtures = [colour.blend(end, step / STEPS) for step in range(STEPS + 1) for end in (WHITE, BLACK)]
    return next(
        (one for one in mixtures if _worst(one, under) >= least), max(mixtures, key=lambda one: _worst(one, under))
    )


def ground_for(colour: Color, below: Color, words: Iterable[Color], least: float) -> Color:
    """Return a ground of ``colour``, mixed with as little of what lies ``below`` as lets the words on it be read."""
    over = tuple(words)
    mixtures = [colour.blend(below, step / STEPS) for step in range(STEPS + 1)]
    return next((one for one in mixtures if _worst(one, over) >= least), below)


def _worst(colour: Color, others: Iterable[Color]) -> float:
    return min(contrast(colour, other) for other in others)
