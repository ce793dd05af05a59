"""The forms of the verbs that report, and what each of them can be followed by."""

from functools import lru_cache
from typing import NamedTuple

from index.claims.quotations import words

_IRREGULAR = {
    "say": ("said", "said"), "tell": ("told", "told"), "think": ("thought", "thought"), "find": ("found", "found"),
    "write": ("wrote", "written"), "feel": ("felt", "felt"), "know": ("knew", "known"), "see": ("saw", "seen"),
    "speak": ("spoke", "spoken"), "hold": ("held", "held"), "hear": ("heard", "heard"), "show": ("showed", "shown"),
    "seek": ("sought", "sought"), "swear": ("swore", "sworn"), "read": ("read", "read"), "teach": ("taught", "taught"),
    "understand": ("understood", "understood"), "forget": ("forgot", "forgotten"), "sing": ("sang", "sung"),
    "forecast": ("forecast", "forecast"), "choose": ("chose", "chosen"), "foresee": ("foresaw", "foreseen"),
    "lay": ("laid", "laid"), "set": ("set", "set"), "go": ("went", "gone"), "shoot": ("shot", "shot"),
    "bring": ("brought", "brought"), "hit": ("hit", "hit"), "come": ("came", "come"),
    "quit": ("quit", "quit"), "look": ("looked", "looked"),
}  # fmt: skip
_DOUBLED = frozenset(
    """
    admit rebut quip brag beg pan rip slam refer permit blog transmit snap dub fret opt bet rap commit regret
    shun
    """.split()
)
_NOUN_LIKE = frozenset(
    """
    claim comment counter cry demand estimate forecast joke note order plan plea pledge promise protest question reason
    remark reply report request response state states stress support threat tweet urge vote worry doubt fear hope
    charge attack call calls blame cause view answer aim wish guess need dream call offer post text decline challenge
    account dispute hold find care press cheer review list fault credit favor favour feature outline detail quote echo
    issue grant veto link pitch rate despair delight resolve sketch dread scorn insult taunt grill champion appeal
    want love hate like pressure stance brief desire regret murmur signal record cite lecture document judge rule
    """.split()
)  # fmt: skip


class Cue(NamedTuple):
    """A form of a reporting verb: its base form, which form it is, and the groups of verbs it belongs to.

    ``form`` is ``base``, ``s``, ``past``, ``done`` (a participle unlike the past) or ``ing``.
    """

    lemma: str
    form: str
    groups: frozenset[str]
    noun_like: bool


@lru_cache(maxsize=1)
def cue_forms() -> dict[str, Cue]:
    """Return every form of every reporting verb, in small letters."""
    groups: dict[str, set[str]] = {}
    for name in ("saying", "telling", "thinking", "asking", "intending", "judging"):
        for lemma in getattr(words, name.upper()).split():
            groups.setdefault(lemma, set()).add(name)
    for entry in (words.PREPOSITIONS + words.PHRASAL).split():
        groups.setdefault(entry.partition(":")[0], set())
    forms: dict[str, Cue] = {}
    for lemma, names in groups.items():
        if "_" in lemma:
            continue
        noun_like = lemma in _NOUN_LIKE
        for form, word in _inflected(lemma):
            forms.setdefault(word, Cue(lemma, form, frozenset(names), noun_like and form in ("base", "s")))
    return forms


@lru_cache(maxsize=1)
def prepositions() -> dict[str, frozenset[str]]:
    """Return, for every verb that reports through a preposition, its prepositions."""
    found: dict[str, set[str]] = {}
    for pair in words.PREPOSITIONS.split():
        lemma, _, preposition = pair.partition(":")
        found.setdefault(lemma, set()).add(preposition)
    return {lemma: frozenset(names) for lemma, names in found.items()}


@lru_cache(maxsize=1)
def particles() -> dict[tuple[str, str], frozenset[str]]:
    """Return the group of every verb with a particle: ``("point", "out")`` is a verb of saying."""
    entries = (entry.split(":") for entry in words.PHRASAL.split())
    return {(lemma, particle): frozenset({group}) for lemma, particle, group in entries}


def _inflected(lemma: str) -> list[tuple[str, str]]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma in _DOUBLED:
        stem = lemma + lemma[-1]
    consonant_y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    third = (
        lemma[:-1] + "ies" if consonant_y else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
    )
    past = lemma[:-1] + "ied" if consonant_y else stem + "ed"
    first, second = _IRREGULAR.get(lemma, (past, past))
    ing = "vying" if lemma == "vie" else (lemma if lemma.endswith("ee") else stem) + "ing"
    return [("base", lemma), ("s", third), ("past", first), ("done", second), ("ing", ing)]
