"""Who is behind a claim: one origin under any of its names, and two that only look alike."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.claims.building import make_claim
from index.claims.origins import origin_keys, same_voice, voice_of
from index.language.aliases import NO_ALIASES, Aliases
from index.records import Quotation
from tests.index.builders import make_document


def claims_by(*speakers: str | tuple[str, ...], roles: Sequence[tuple[str, ...]] = ()) -> list[Quotation]:
    """Return one claim for each speaker; a tuple is a speaker with the origins behind it."""
    made = []
    for number, speaker in enumerate(speakers):
        document = make_document("The bridge is safe.", id=f"{number}.txt")
        first, *behind = (speaker,) if isinstance(speaker, str) else speaker
        made.append(
            make_claim(
                document,
                document.sentences[0],
                document.sentences[0].span,
                Quotation,
                "quotation.that",
                speaker=first,
                origin=tuple(behind),
                speaker_roles=roles[number] if roles else (),
                content="The bridge is safe",
            )
        )
    return made


def one_origin(a: str, b: str, aliases: Aliases = NO_ALIASES) -> bool:
    left, right = origin_keys(claims_by(a, b), aliases)
    return bool(left & right)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("police", "a police statement"),
        ("police", "police spokesman Tom Hale"),
        ("police", "police chief Ada Moor"),
        ("The police", "Senn police"),
        ("Forester Kit Marl", "Kit Marl"),
        ("Kit Marl", "Mr Marl"),
        ("Shuly R. Holm", "Shuly Rubin Holm"),
        ("governor Omar Leck", "the governor"),
        ("the mayor of Senn, Ola Bird", "Mayor Ola Bird"),
        ("NPA", "the news agency NPA"),
        ("NPA, the news agency,", "NPA"),
        ("The Associated Press", "AP"),
        ("the veterinary office", "An announcement of the veterinary office"),
        ("a study in the journal Orbit", "The journal Orbit"),
        ("Merkel’s office", "Merkel"),
        ("a spokesman for the hospital", "the hospital"),
        ("organisers", "the organizers"),
        ("Israel’s military", "the Israeli army"),
        ("Delta", "Delta Holdings Inc"),
        ("the water board", "water board"),
        ("Inspectors", "inspectors"),
        ("Dunmoor airport", "Dunmoor airport"),
    ],
)
def test_one_origin_under_two_names(a: str, b: str) -> None:
    assert one_origin(a, b)
    assert one_origin(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("police", "the jeweller"),
        ("Senn police", "Orr police"),
        ("a witness", "a witness"),
        ("residents", "residents"),
        ("analysts", "analysts"),
        ("two sources", "sources"),
        ("a lawyer", "a lawyer"),
        ("The mayor", "The mayor’s wife"),
        ("a Senn lawyer", "a Senn lawyer"),
        ("governor Omar Leck", "governor Ida Leck"),
        ("the governor", "the mayor"),
        ("China", "China Daily"),
        ("Insurer Aldra", "Insurer Brix"),
        ("the union", "the hospital in Koss"),
        ("our reporter", "our reporter"),
        ("a statement", "a statement"),
    ],
)
def test_two_origins(a: str, b: str) -> None:
    assert not one_origin(a, b)


def test_roles_that_the_article_gives_a_speaker_join_it_to_who_names_the_role_only() -> None:
    named, plain = origin_keys(claims_by("Omar Leck", "the governor", roles=[("governor",), ()]))
    assert named & plain
    person, bureau = origin_keys(claims_by("Laura Stone", "FBI", roles=[("FBI spokeswoman",), ()]))
    assert person & bureau


def test_a_role_joins_no_two_people() -> None:
    first, second, plain = origin_keys(claims_by("Mayor Ana Ruiz", "Mayor Jens Holm", "the mayor"))
    assert not first & second
    assert not plain & (first | second)


def test_a_source_behind_the_speaker_is_an_origin() -> None:
    cited, own = origin_keys(claims_by(("The Post", "the Lorne Mirror"), "Lorne Mirror"))
    assert cited & own


def test_spellings_of_the_settings_are_one_origin() -> None:
    assert one_origin("RedNote", "Xiaohongshu", Aliases.from_groups([["RedNote", "Xiaohongshu"]]))
    assert not one_origin("RedNote", "Xiaohongshu")


def test_an_origin_goes_by_its_fullest_name() -> None:
    assert origin_keys(claims_by("Marl", "Forester Kit Marl")) == [frozenset({"kit marl"})] * 2
    assert origin_keys(claims_by("Berlin police")) == [frozenset({"berlin police"})]


def test_nobody_is_behind_what_no_source_says() -> None:
    assert origin_keys(claims_by("a witness", "")) == [frozenset(), frozenset()]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_words(a: str, b: str) -> None:
    first, second = voice_of(a), voice_of(b)
    if first is not None and second is not None:
        assert same_voice(first, second) == same_voice(second, first)
        assert not first.name or same_voice(first, first)
