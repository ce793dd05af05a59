"""The rules that find outcomes: what became of somebody or something, told by a verb of decision or change of state.

The verbs stand in ``english/outcomes.toml``, in families: each names the question that it answers and the value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from index.annotation import lemma
from index.claims.rules import Rule, rule_book
from index.english import rows


@dataclass(frozen=True, slots=True)
class Family:
    """Verbs, and verbs with a word behind them, that tell one outcome; ``value`` names it, ``question`` what of.

    ``nouns`` name it ("acquittal"). Where ``alone`` is true the verbs need no object; ``doer`` says that the outcome is
    that of whoever does it.
    """

    question: str
    value: str
    verbs: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    alone: bool = False
    doer: bool = False


UNDERGONE = Rule(
    id="outcome.undergone",
    matches="what was done to somebody or something: acquitted, cancelled, sold",
    examples=("{The trader was acquitted of fraud}.", "{The mayor has signed the parking order}."),
    counterexamples=("A trader was seen.", "Some 63 traders were acquitted."),
)
DONE = Rule(
    id="outcome.done",
    matches="what somebody or something did or came to, without an object: resigned, goes ahead, closed",
    examples=("{The minister resigned} on Friday.", "{The carnival will go ahead}.", "{The tenor died in Lenn}."),
    counterexamples=("The minister spoke on Friday.", "People died there."),
)

NAMED = Rule(
    id="outcome.named",
    matches="a noun for what became of somebody or something: the resignation of the minister",
    examples=("The {resignation} of the minister came on Friday.", "Moss's {acquittal} surprised nobody."),
    counterexamples=("A resignation is rare.", "The state of the minister is good."),
)

RULES = (UNDERGONE, DONE, NAMED)
BY_ID = rule_book(RULES)


@cache
def by_noun() -> Mapping[str, Family]:
    """Return each family by its nouns."""
    return {noun: family for family in rows("outcomes", Family, unique="verbs") for noun in family.nouns}


@cache
def families() -> Mapping[str, Family]:
    """Return each family by the lemma of its verbs; of a phrase by lemma and word, with a space between."""
    found: dict[str, Family] = {}
    for family in rows("outcomes", Family, unique="verbs"):
        found |= {lemma(verb, verb=True): family for verb in family.verbs}
        for phrase in family.phrases:
            verb, _, word = phrase.partition(" ")
            found[f"{lemma(verb, verb=True)} {word}"] = family
    return found
