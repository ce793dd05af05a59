"""Word families and synonyms."""

from index.language.families import family_of
from index.language.tokens import stem_of


def test_forms_and_synonyms_are_one_family() -> None:
    for words in ("ban banned prohibit outlawed", "die dead death killed", "china chinese", "bought purchase acquired"):
        families = {family_of(stem_of(word)) for word in words.split()}
        assert len(families) == 1
        assert None not in families


def test_opposites_and_strangers_are_not() -> None:
    for a, b in (("rise", "fall"), ("win", "lose"), ("buy", "sell"), ("male", "female"), ("arrest", "release")):
        assert family_of(stem_of(a)) != family_of(stem_of(b))
    assert family_of("theodolit") is None
