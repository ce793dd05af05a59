"""The annotation: tokens, word classes, noun phrases, and who does what in each clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotation import AnnotatedSentence, Clause, Link, Tense, annotate, annotate_sentence, lemma
from index.language.names import names_in
from index.records import Span
from tests.index.builders import make_document


def read(text: str) -> AnnotatedSentence:
    return annotate_sentence(text, Span(0, len(text)), names=names_in(text))


def clause(text: str, verb: str) -> Clause:
    """Return the clause whose main verb is ``verb``."""
    return next(found for found in read(text).clauses if found.head is not None and found.head.text == verb)


def words(text: str, phrase: object) -> str | None:
    return None if phrase is None else text[phrase.span.start : phrase.span.end]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("They didn't pay.", ["They", "did", "n't", "pay", "."]),
        ("The firm’s 7% rise", ["The", "firm", "’s", "7%", "rise"]),
        ("the workers' pay", ["the", "workers", "'", "pay"]),
        ("A 63-year-old paid $2.5m to U.S. aid.", ["A", "63-year-old", "paid", "$2.5m", "to", "U.S.", "aid", "."]),
        ("We'll see; 1,200 of 3.4", ["We", "'ll", "see", ";", "1,200", "of", "3.4"]),
    ],
)
def test_tokens_part_clitics_and_keep_numbers_whole(text: str, tokens: list[str]) -> None:
    assert [token.text for token in read(text).tokens] == tokens


@given(st.text(max_size=200))
def test_tokens_lie_in_order_inside_any_text(text: str) -> None:
    sentence = annotate_sentence(text, Span(0, len(text)))
    end = 0
    for token in sentence.tokens:
        assert end <= token.start < token.end
        assert text[token.start : token.end] == token.text
        end = token.end
    assert len(sentence.owners) == len(sentence.tokens)
    assert all(0 <= owner < len(sentence.clauses) for owner in sentence.owners)


WORDS = st.sampled_from(
    "the a 63 people killed said that who and , . not to will police in of is was fear reports ’s if ? “ ” he".split()
)


@given(st.lists(WORDS, max_size=25))
def test_any_row_of_words_is_read(parts: list[str]) -> None:
    text = " ".join(parts)
    sentence = annotate_sentence(text, Span(0, len(text)))
    assert sentence.clauses
    for phrase in sentence.phrases:
        assert 0 <= phrase.span.start < phrase.span.end <= phrase.whole.end <= len(text)
    for found in sentence.clauses:
        assert 0 <= found.span.start <= found.span.end <= len(text)
        assert found.governor is None or 0 <= found.governor < len(sentence.clauses)


@pytest.mark.parametrize(
    ("text", "word", "letter"),
    [
        ("The order came late.", "order", "n"),
        ("They order supplies.", "order", "v"),
        ("The firm plans a sale.", "plans", "z"),
        ("The plans were dropped.", "plans", "s"),
        ("Two injured men left.", "injured", "J"),
        ("Two men were injured.", "injured", "e"),
        ("A child was hit by a car.", "hit", "e"),
        ("The car hit a wall.", "hit", "d"),
        ("Her brother paid.", "Her", "P"),
        ("Police saw her.", "her", "p"),
        ("It opens on 4 May.", "4", "t"),
        ("The fire killed 4 people.", "4", "C"),
        ("He wants to leave.", "to", "T"),
        ("He went to Rome.", "to", "I"),
        ("A rate cut is near.", "cut", "n"),
    ],
)
def test_neighbours_decide_the_class_of_a_word(text: str, word: str, letter: str) -> None:
    token = next(token for token in read(text).tokens if token.text == word)
    assert token.word_class == letter


def test_lemmas_join_irregular_verbs_to_their_base() -> None:
    assert lemma("rose", verb=True) == lemma("rise", verb=True)
    assert lemma("rose") != lemma("rise")
    assert read("They stole it.").tokens[1].lemma == lemma("steal", verb=True)


def test_a_noun_phrase_knows_its_parts() -> None:
    text = "The firm's 63 injured drivers of coaches left."
    phrase = read(text).phrases[0]
    assert words(text, phrase) == "The firm's 63 injured drivers"
    assert phrase.head.text == "drivers"
    assert words(text, phrase.possessor) == "The firm"
    assert phrase.number == Span(text.index("63"), text.index("63") + 2)
    assert [word.text for word in phrase.modifiers] == ["injured"]
    assert [(attached.preposition, words(text, attached.phrase)) for attached in phrase.attached] == [("of", "coaches")]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("At least 63 people died on Thursday night.", ["At least 63 people", "Thursday night"]),
        ("Police killed 63 people Thursday.", ["Police", "63 people", "Thursday"]),
        ("The Bank of England raised its rate.", ["The Bank of England", "its rate"]),
        ("There were none.", ["There", "none"]),
    ],
)
def test_noun_phrases_end_where_another_begins(text: str, phrases: list[str]) -> None:
    assert [words(text, phrase) for phrase in read(text).phrases] == phrases


@pytest.mark.parametrize(
    ("text", "verb", "agent", "patient"),
    [
        ("The dog bit the man.", "bit", "The dog", "the man"),
        ("The man was bitten by the dog.", "bitten", "the dog", "The man"),
        ("Officials said 63 people were hurt.", "hurt", None, "63 people"),
        ("Officials said 63 people were hurt.", "said", "Officials", None),
        ("The men who robbed the bank fled.", "robbed", "The men", "the bank"),
        ("The men who robbed the bank fled.", "fled", "The men", None),
        ("The app, which has 5 million users, will close.", "close", "The app", None),
        ("The bank that the men robbed has closed.", "robbed", "the men", "The bank"),
        ("A bridge fell, killing 12 people.", "killing", "A bridge", "12 people"),
        ("The court ordered the firm to pay $3m.", "pay", "the firm", "$3m"),
        ("The firm plans to cut 400 jobs.", "cut", "The firm", "400 jobs"),
        ("He hit a car and fled.", "fled", "He", None),
        ("Selling two mines, the firm paid its debts.", "Selling", "the firm", "two mines"),
        ("He hit a car and three people died.", "died", "three people", None),
        ("The man convicted of the theft was freed.", "convicted", None, "The man"),
        ("The man convicted of the theft was freed.", "freed", None, "The man"),
        ("Two men arrested after a fire", "arrested", None, "Two men"),
        ("Did the ferry carry 300 people?", "carry", "the ferry", "300 people"),
        ("Two dead, police say", "say", "police", None),
    ],
)
def test_who_did_it_and_to_whom(text: str, verb: str, agent: str | None, patient: str | None) -> None:
    found = clause(text, verb)
    assert (words(text, found.agent), words(text, found.patient)) == (agent, patient)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("It rains.", "rains", (Tense.PRESENT, False, False, False)),
        ("It has rained.", "rained", (Tense.PRESENT, True, False, False)),
        ("It was being built.", "built", (Tense.PAST, False, False, True)),
        ("It is raining.", "raining", (Tense.PRESENT, False, True, False)),
        ("It will be closed.", "closed", (Tense.FUTURE, False, False, True)),
        ("They want to go.", "go", (None, False, False, False)),
    ],
)
def test_a_verb_group_tells_tense_and_voice(
    text: str, verb: str, expected: tuple[Tense | None, bool, bool, bool]
) -> None:
    found = clause(text, verb)
    assert (found.tense, found.perfect, found.progressive, found.passive) == expected


def test_complements_carry_their_prepositions() -> None:
    text = "The toll rose to 12 in May after a boy died in hospital."
    found = clause(text, "rose")
    assert [(attached.preposition, words(text, attached.phrase)) for attached in found.attached] == [
        ("to", "12"),
        ("in", "May"),
    ]
    later = clause(text, "died")
    assert (later.introducer, later.link) == ("after", Link.ADVERBIAL)


def test_every_word_belongs_to_its_clause() -> None:
    text = "The men who robbed the bank on Friday fled."
    sentence = read(text)
    for word, verb in (("men", "fled"), ("who", "robbed"), ("Friday", "robbed"), ("fled", "fled")):
        found = sentence.clause_at(text.index(word))
        assert found is not None
        assert text[slice(*found.head.span)] == verb if found.head else False, word


def test_a_document_is_read_once_and_found_by_offset() -> None:
    text = "Rain fell. The bridge was closed.\nNobody was hurt."
    document = make_document(text)
    annotation = annotate(document)
    assert annotate(document) is annotation
    assert annotate(make_document(text)) is annotation
    found = annotation.clause_at(text.index("hurt"))
    assert found is not None
    assert words(text, found.subject) == "Nobody"
    sentence = annotation.sentence_at(text.index("bridge"))
    assert sentence is not None
    assert text[slice(*sentence.span)] == "The bridge was closed."
    assert annotate(make_document("")).clause_at(0) is None
