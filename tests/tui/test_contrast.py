"""Every tone can be read in every theme: text 4.5 to 1, signs and rules 3 to 1, on every ground it may lie on."""

import pytest
from hypothesis import given
from hypothesis import strategies as s
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tui.contrast import SIGN, TEXT, contrast, ground_for, readable
from tui.looks import OWN_THEMES, TONES, css_variables, palette

THEMES = {theme.name: theme for theme in (*BUILTIN_THEMES.values(), *OWN_THEMES) if not theme.ansi}
GROUNDS = ("background", "surface", "panel", "cursor")
colours = s.builds(Color, *(s.integers(0, 255) for _ in range(3)))


def variables(name: str) -> dict[str, str]:
    return {**THEMES[name].to_color_system().generate(), **THEMES[name].variables}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", TONES)
def test_a_tone_can_be_read_wherever_it_lies(theme: str, tone: str) -> None:
    made, look = palette(variables(theme)), TONES[tone]
    words = made[look.colour or "foreground"]
    grounds = [made[look.background]] if look.background else [made[name] for name in GROUNDS]
    assert min(contrast(words, ground) for ground in grounds) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_the_rule_of_focus_can_be_seen(theme: str) -> None:
    made = css_variables(variables(theme), ansi=False)
    ground = Color.parse(variables(theme)["background"])
    assert contrast(Color.parse(made["focus-rule"]), ground) >= SIGN


@pytest.mark.parametrize("name", [theme.name for theme in OWN_THEMES])
def test_the_own_themes_are_shown_as_they_are_written(name: str) -> None:
    written, made = variables(name), palette(variables(name))
    for tone in ("cursor", "hit", "faint", "text-error", "text-warning", "text-success", "text-accent"):
        assert made[tone] == Color.parse(written[tone]), tone


def test_the_ratio_is_that_of_the_guidelines() -> None:
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == 1
    # The grey that the guidelines' own techniques give as just enough on white.
    assert contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)


@given(colours, colours)
def test_one_ground_can_always_be_written_on(colour: Color, ground: Color) -> None:
    assert contrast(readable(colour, [ground]), ground) >= TEXT


@given(colours, colours)
def test_a_ground_leaves_words_readable_or_gives_way(colour: Color, below: Color) -> None:
    words = readable(colour, [below])
    assert contrast(ground_for(colour, below, [words], TEXT), words) >= TEXT - 0.05
