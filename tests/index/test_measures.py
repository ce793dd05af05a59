"""What a figure measures, and what kind of thing happened on a date, whatever the words for it."""

import re

import pytest

from index.claims import extract_claims
from index.claims.measures.measures import Measure, _distance
from index.english import rows
from index.records import ClaimKind
from tests.index.builders import make_document


def measured(sentence: str, surface: str, kind: ClaimKind = ClaimKind.FIGURE) -> str | None:
    claims = [c for c in extract_claims(make_document(sentence)) if c.kind is kind and surface in c.surface]
    assert claims, f"no {kind} with {surface}"
    assert claims[0].around is not None
    return claims[0].around.measure


@pytest.mark.parametrize(
    ("sentence", "surface", "measure"),
    [
        ("The landslide killed 31 people in Velm.", "31", "dead"),
        ("By noon the mayor had counted 39 fatalities.", "39", "dead"),
        ("Of the miners brought out, 35 did not survive.", "35", "dead"),
        ("The blast killed four guards and wounded 17 others.", "17", "hurt"),
        ("Police arrested 43 people near the station.", "43", "held"),
        ("The flood forced some 7,500 people from their homes.", "7,500", "displaced"),
        ("About 70,000 people took part in the march.", "70,000", "crowd"),
        ("The mill will cut 1,200 jobs by spring.", "1,200", "dismissed"),
        ("The mill employed 15,500 people in May.", "15,500", "workforce"),
        ("The bridge will cost $4.4 billion.", "$4.4 billion", "cost"),
        ("The film took $84 million in its first weekend.", "$84 million", "revenue"),
        ("Crews had contained 22 percent of the fire.", "22 percent", "contained"),
        ("The fire has blackened 4,200 hectares of forest.", "4,200 hectares", "burned"),
        ("The gorilla weighs 180 kilograms.", "180 kilograms", "weight"),
        ("The town has 12 bakeries.", "12", None),
    ],
)
def test_figures(sentence: str, surface: str, measure: str | None) -> None:
    assert measured(sentence, surface) == measure


@pytest.mark.parametrize(
    ("sentence", "surface", "happening"),
    [
        ("Parliament passed the act in 2021.", "2021", "enacted"),
        ("The law adopted by the senate in 2022 limits rents.", "2022", "enacted"),
        ("The fire broke out on 3 August 2024.", "3 August", "began"),
        ("The board dismissed its chief on 4 May 2023.", "4 May", "stepped_down"),
        ("The rocket lifted off on 5 March 2025.", "5 March", "launched"),
        ("The choir met on 6 June 2020.", "6 June", None),
    ],
)
def test_events(sentence: str, surface: str, happening: str | None) -> None:
    assert measured(sentence, surface, ClaimKind.EVENT) == happening


@pytest.mark.parametrize("table", ["measures", "happenings"])
def test_every_word_of_a_table_is_a_pattern(table: str) -> None:
    for measure in rows(table, Measure):
        for word in measure.words:
            re.compile(word)


@pytest.mark.parametrize(
    ("text", "figure", "word", "distance"),
    [
        ("They hurt 12 people.", "12", "hurt", 1),
        ("It killed, and hurt 12 people.", "12", "killed", 11 + 2 * 25),
        ("12 were killed.", "12", "killed", 1),
        ("12 people were killed.", "12", "killed", 8),
        ("Prices rose 12 were killed.", "12", "rose", 1 + 25),
        ("12 had been killed; 9 fled.", "9", "killed", 2 + 25),
        ("12 cost 1,500 dollars.", "12", "1,500", 6),
        ("hurt12", "12", "hurt", 0),
        ("12hurt", "12", "hurt", 0),
        ("12hurt", "12hurt", "hurt", 0),
    ],
)
def test_a_word_is_farther_from_a_figure_beyond_breaks(text: str, figure: str, word: str, distance: float) -> None:
    places = [(text.index(one), text.index(one) + len(one)) for one in (figure, word)]
    assert _distance(text, places[0], places[1], None) == distance


def test_a_word_of_the_subject_is_nearer() -> None:
    text = "12 killed people"
    assert _distance(text, (0, 2), (3, 9), (3, 16)) == pytest.approx(0.3)
    assert _distance(text, (0, 2), (3, 9), (3, 9)) == pytest.approx(0.3)
    assert _distance(text, (0, 2), (3, 9), (4, 16)) == 1
    assert _distance(text, (0, 2), (3, 9), (3, 8)) == 1
