"""The reporting verbs: their forms, what each can be followed by, and the first names beside them."""

import pytest

from index.claims.quotations.cues import ReportingVerb, cue_forms, particles
from index.english import rows
from index.language.first_names import gender_of, is_first_name

GROUPS = {"saying", "telling", "voicing", "thinking", "asking", "intending", "judging"}


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("said", "say", "past"),
        ("denies", "deny", "s"),
        ("quipped", "quip", "past"),
        ("written", "write", "done"),
        ("vying", "vie", "ing"),
        ("agreeing", "agree", "ing"),
        ("argued", "argue", "past"),
    ],
)
def test_a_form_names_its_verb(word: str, lemma: str, form: str) -> None:
    assert (cue_forms()[word].lemma, cue_forms()[word].form) == (lemma, form)


def test_every_verb_reports_in_some_way() -> None:
    for verb in rows("reporting-verbs", ReportingVerb, unique="verb"):
        assert set(verb.groups) <= GROUPS
        assert verb.groups or verb.prepositions or verb.particles or verb.figures, verb.verb
        assert verb.figures in ("", "any", "at", "as", "of")
        assert verb.clause in ("free", "that", "any")


def test_a_particle_changes_what_a_verb_reports() -> None:
    assert particles()["point", "out"] == {"saying"}
    assert ("say", "out") not in particles()


def test_first_names_are_known_in_many_languages_and_no_surname_is() -> None:
    assert gender_of("Jürgen") == "m"
    assert gender_of("Natalya") == "f"
    assert is_first_name("Kim")
    assert gender_of("Kim") == ""
    assert not is_first_name("Police")
