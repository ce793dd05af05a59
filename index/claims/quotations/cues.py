"""The forms of the verbs that report, and what each of them can be followed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from index.english import rows


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb of ``reporting-verbs.toml``, where its fields are explained."""

    verb: str
    groups: tuple[str, ...]
    acts: tuple[str, ...] = ()
    clause: str = "free"
    inverts: bool = False
    reports_object: bool = False
    keeps_addressee: bool = False
    keeps_preposition: bool = False
    prepositions: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    figures: str = ""
    noun: bool = False
    past: str = ""
    done: str = ""
    doubles: bool = False


class Cue(NamedTuple):
    """A form of a reporting verb: its verb, which form it is, and the groups of verbs it belongs to here.

    ``form`` is ``base``, ``s``, ``past``, ``done`` (a participle unlike the past) or ``ing``.
    """

    verb: ReportingVerb
    form: str
    groups: frozenset[str]
    noun_like: bool

    @property
    def lemma(self) -> str:
        """The verb's base form."""
        return self.verb.verb

    def does(self, *acts: str) -> bool:
        """Return whether the verb does one of these acts."""
        return any(act in self.verb.acts for act in acts)


@lru_cache(maxsize=1)
def cue_forms() -> Mapping[str, Cue]:
    """Return every form of every reporting verb, in small letters."""
    forms: dict[str, Cue] = {}
    for verb in rows("reporting-verbs", ReportingVerb, unique="verb"):
        groups = frozenset(verb.groups)
        for form, word in _inflected(verb):
            forms.setdefault(word, Cue(verb, form, groups, verb.noun and form in ("base", "s")))
    return MappingProxyType(forms)


@lru_cache(maxsize=1)
def particles() -> Mapping[tuple[str, str], frozenset[str]]:
    """Return the group of every verb with a particle: ``("point", "out")`` is a verb of saying."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for verb in rows("reporting-verbs", ReportingVerb, unique="verb"):
        for entry in verb.particles:
            particle, _, group = entry.partition(" ")
            found[verb.verb, particle] = frozenset({group})
    return MappingProxyType(found)


def _inflected(verb: ReportingVerb) -> list[tuple[str, str]]:
    lemma = verb.verb
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if verb.doubles:
        stem = lemma + lemma[-1]
    consonant_y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    third = (
        lemma[:-1] + "ies" if consonant_y else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
    )
    past = verb.past or (lemma[:-1] + "ied" if consonant_y else stem + "ed")
    ing = lemma[:-2] + "ying" if lemma.endswith("ie") else (lemma if lemma.endswith("ee") else stem) + "ing"
    return [("base", lemma), ("s", third), ("past", past), ("done", verb.done or past), ("ing", ing)]
