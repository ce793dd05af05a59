"""How clauses are meant: braces mark the words asked about, the second column says how they are meant."""

import pytest

from index.annotation import Meaning, annotate, annotate_sentence
from index.claims.rules import plain_example
from index.language.names import names_in
from index.records import Meant, Span
from tests.index.builders import make_document

A, N, D, Q = Meant.ASSERTED, Meant.NEGATED, Meant.DENIED, Meant.ASKED
S, P, O, R = Meant.SUPPOSED, Meant.PLANNED, Meant.ORDERED, Meant.REPORTED  # noqa: E741


def meaning(example: str) -> tuple[str, Meaning]:
    text, marked = plain_example(example)
    start = text.index(marked)
    sentence = annotate_sentence(text, Span(0, len(text)), names=names_in(text))
    return text, sentence.meaning_at(Span(start, start + len(marked)))


EXAMPLES = {
    "plain": [
        ("{63 people} were injured, the county said.", A),
        ("The county said that {63 people} were injured.", A),
        ("According to the county, {63 people} were injured.", A),
    ],
    "negation": [
        ("The derailment did not injure {63 people}.", N),
        ("{63 people} weren't hurt.", N),
        ("The mayor has not signed the {order}.", N),
        ("The firm never recalled the {soup}.", N),
        ("The firm no longer sells {30 models}.", N),
        ("Nobody was hurt in the {fire}.", N),
        ("No one was {hurt}.", N),
        ("Neither the driver nor the guard was {hurt}.", N),
        ("No verdict was {reached}.", N),
        ("The ship sank without injuring {anyone}.", N),
        ("The ship sank without killing or injuring {12 people}.", N),
        ("63, not {36}, people were hurt.", N),
        ("{63}, not 36, people were hurt.", A),
        ("The train left without {63 passengers}.", N),
        ("The fence kept {63 people} from leaving.", A),
        ("The fence kept 63 people from leaving {the town}.", N),
    ],
    "negation that negates nothing": [
        ("Not only {63 men} but also 12 women were hurt.", A),
        ("There is no doubt that {63 people} died.", A),
        ("No more than {63 people} were hurt.", A),
        ("No fewer than {63 people} were hurt.", A),
        ("The firm did not deny that it had dumped {40 barrels}.", A),
        ("She never failed to pay {the rent}.", A),
        ("They failed to keep ships from selling {600 tons} of oil.", A),
        ("The bridge did not open until {May}.", A),
    ],
    "negation elsewhere": [
        ("Officials did not comment but said {63 people} were injured.", A),
        ("Nobody was hurt in the fire, which destroyed {12 homes}.", A),
        ("He did not stop, and {three people} died.", A),
        ("No one was hurt and {nobody} died.", N),
        ("{63 people} were hurt, but nobody died.", A),
    ],
    "what was not said": [
        ("The county did not say that {63 people} were injured.", S),
        ("Officials could not confirm that {63 people} had died.", S),
        ("There is no evidence that {63 people} died.", S),
        ("The minister does not think that {300 flights} will be cancelled.", N),
    ],
    "denial": [
        ("Orrick denied dumping {40 barrels} of solvent.", D),
        ("She denied that her brother had taken {the money}.", D),
        ("The coach rejected the claim that he hit {a player}.", D),
        ("The firm dismissed reports that it is in talks to buy {Ionet}.", D),
        ("It is false that {63 people} were hurt.", D),
        ("It is not true that {63 people} were hurt.", D),
        ("Claims that {63 people} were hurt are false, police said.", D),
        ("The claim that {63 people} were hurt was a hoax.", D),
        ("The firm rejected {63 applications}.", A),
    ],
    "failure": [
        ("The jury failed to convict {the trader}.", N),
        ("The governor refused to pardon {the poacher}.", N),
        ("The banker stopped short of promising {a rate cut}.", N),
        ("Police prevented 200 protesters from reaching {the square}.", N),
        ("Police prevented {200 protesters} from reaching the square.", A),
        ("The firm was unable to pay {the fine}.", N),
    ],
    "question": [
        ("Will the plant close with the loss of {400 jobs}?", Q),
        ("Did minister Rolf Anders take {the money}?", Q),
        ("How many jobs go at {the plant}?", Q),
        ("{Two hurt} in fire?", Q),
        ("He asked whether {63 people} had died.", Q),
        ("The court will decide whether he took {the money}.", Q),
        ("She wondered why it turned back after {four hours}.", A),
    ],
    "supposition": [
        ("If the strike goes ahead, {300 flights} will be cancelled.", S),
        ("If {the strike} goes ahead, 300 flights will be cancelled.", S),
        ("The club would get {15m euros} if it reached the final.", S),
        ("The builder will cut {900 posts} unless rates fall.", S),
        ("Should the strike go ahead, {280 flights} would be cancelled.", S),
        ("The plan would have cost {$3m}.", S),
        ("The toll may reach {40}.", S),
        ("The union fears that {300 jobs} will go.", S),
        ("The union fears {300 job losses}.", S),
        ("Amid fears of {300 job losses}, shares fell.", S),
        ("{Three people} are feared dead.", S),
        ("The firm expects {5%} growth.", S),
    ],
    "plan": [
        ("The firm plans to cut {400 jobs}.", P),
        ("The firm plans to close two shops and cut {400 jobs}.", P),
        ("The firm will close {60 shops}.", P),
        ("The mayor said the bridge would open on {4 May}.", P),
        ("The bridge is to open on {4 May}.", P),
        ("The bridge is due to open on {4 May}.", P),
        ("Plans for {40 homes} were shown.", P),
        ("The firm will not close {60 shops}.", N),
        ("The retailer has no plans to close {any shops}.", N),
    ],
    "order": [
        ("The court ordered the firm to pay {$3m}.", O),
        ("The firm was told to pay {$3m}.", O),
        ("The firm must pay {$3m}.", O),
    ],
    "hearsay": [
        ("Prosecutors allege that he stole {$3m}.", R),
        ("He is said to have stolen {$3m}.", R),
        ("He reportedly stole {$3m}.", R),
        ("He was accused of stealing {$3m}.", R),
        ("Rumours of {12 deaths} spread.", R),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("example", "meant"), [pair for rows in EXAMPLES.values() for pair in rows])
def test_how_the_marked_words_are_meant(example: str, meant: Meant) -> None:
    assert meaning(example)[1].meant is meant


@pytest.mark.parametrize(
    ("example", "cue", "by"),
    [
        ("She denied that he took {the money}.", "denied", "She"),
        ("The coach rejected the claim that he hit {a player}.", "rejected", "The coach"),
        ("Claims that {63 people} were hurt are false.", "false", None),
        ("The court ordered the firm to pay {$3m}.", "ordered", "The court"),
        ("The derailment did not injure {63 people}.", "not", None),
        ("Will the plant lose {400 jobs}?", "?", None),
        ("It was denied by the firm that {63 people} died.", "denied", "the firm"),
        ("{63 people} died.", None, None),
    ],
)
def test_the_cue_and_by_whom_are_named(example: str, cue: str | None, by: str | None) -> None:
    text, found = meaning(example)
    assert (found.cue and text[slice(*found.cue)], found.by and text[slice(*found.by)]) == (cue, by)


def test_a_meaning_is_found_by_offsets_of_the_document() -> None:
    text = "It rained.\nThe mayor denied that 63 people died."
    document = make_document(text)
    at = text.index("63")
    assert annotate(document).meaning_at(Span(at, at + 2)).meant is D
    assert annotate(document).meaning_at(Span(0, 2)).meant is A


@pytest.mark.parametrize("example", [pair[0] for rows in EXAMPLES.values() for pair in rows if pair[1] is not A])
def test_a_sentence_with_a_cue_is_never_passed_over_as_plain(example: str) -> None:
    text, _ = plain_example(example)
    sentence = annotate_sentence(text, Span(0, len(text)), names=names_in(text))
    assert any(found.meaning.meant is not A for found in sentence.clauses) or sentence.local
