"""What a figure counts, in the sentence's words."""

import pytest

from index.claims import extract_claims
from index.records import Figure
from tests.accuracy.figures import as_document


def subjects(text: str) -> list[str | None]:
    claims = extract_claims(as_document("a.txt", [text]))
    return [claim.quantity.subject for claim in claims if isinstance(claim, Figure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It drew over 800,000 American downloads in May.", ["American downloads"]),
        ("It has 300 million monthly active users globally.", ["monthly active users"]),
        ("The school saw a 216% spike in US users studying Danish.", ["spike in US users"]),
        ("The death toll rose to 12 on Tuesday.", ["death toll"]),
        ("Unemployment fell to 5% from 6.2% in March.", ["Unemployment", "Unemployment"]),
        ("Around 84% of the app's active users live in cities.", ["active users"]),
        ("By May the number of Danish students in Ghana had dropped to just 70.", ["Danish students"]),
        ("Only 70 pupils came, compared to the 150 who came before.", ["pupils", "pupils"]),
        ("The $40 billion contract was signed.", ["contract"]),
        ("The firm has a market value of about $2tn.", ["market value"]),
        (
            "They paid US$16 million (£13 million) in damages.",
            ["paid in damages", "paid in damages"],
        ),
        ("It has 30 million readers, with 70% being young men.", ["readers", "young men"]),
        ("Workers left, with 40% born after 1980.", ["born after 1980"]),
        ("At least 14 people were killed and 50 others injured.", ["people killed", "people injured"]),
        ("The blast injured 30.", ["injured"]),
        ("They paused the ban for 75 days.", ["ban"]),
        ("A 12-hour flight followed.", ["flight"]),
        ("Rivals include Alpha (12 million) and Beta (8 million).", ["Alpha", "Beta"]),
        ("Thousands of pages of documents leaked.", ["pages of documents"]),
        ("Some 143 million clients were hit, later revised to 145.5 million.", ["clients", "clients"]),
    ],
)
def test_subjects(text: str, expected: list[str | None]) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police named Bruce M. Lind, 50, and Irene Lind, 51; and their sons, Max A. Lind, 18; and Jo Lind, 13.",
            ["Bruce M. Lind", "Irene Lind", "Max A. Lind", "Jo Lind"],
        ),
        ("Anna Bow, 11, Ed Cole, 23, and Will Cole, 25, died alongside Emma Bow, 48.", None),
        ("He raised two girls ages 11 and 15.", ["girls", "girls", "girls"]),
        ("She spoke of her children, ages 7 and 10.", ["children", "children"]),
        ("The aunt said he is 3 years old.", [None]),
        ("The girl was first said to be 4 years old.", ["girl"]),
        ("The bear, who turned 17, slept.", ["bear"]),
        ("Harry Lund, who was 17, slept.", ["Harry Lund"]),
        ("A three-year-old boy calls for help.", ["boy"]),
    ],
)
def test_each_age_has_its_own_holder(text: str, expected: list[str | None] | None) -> None:
    assert subjects(text) == (expected or ["Anna Bow", "Ed Cole", "Will Cole", "Emma Bow"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moments later, the boy climbed a wall and fell about 12 feet.", ["boy"]),
        ("Officials said the girl, who fell 10 to 12 feet, is well.", ["girl"]),
        ("The parts weigh up to 100 kg.", ["parts"]),
        ("Some coins have dropped between 40-70% since May.", ["coins"]),
        ("The coin was trading for $10,097 at 6.44am GMT.", ["coin"]),
        ("The coin is worth $6,156.", ["coin"]),
        ("Tulips reached a peak of about $31,000 in the week before May.", ["peak"]),
        ("The price of coal swung wildly again on Tuesday, falling 14%.", ["price of coal"]),
        ("They fear a tax on stamps, the price of which rose by 900%.", ["price"]),
        ("They won't know better than 300.", [None]),
        ("You see an animal that's over 400 pounds.", [None]),
        ("Currently 617 but falling.", [None]),
        ("Six were charged.", [None]),
        ("It rang in Rome as thousands celebrate.", [None]),
        ("The app skyrocketed to 300.", ["app"]),
        ("The relay was stationed some 60 km away.", ["relay"]),
        ("It is likely to cost between £68 and £77.", [None]),
    ],
)
def test_verbs_adverbs_and_times_are_never_counted(text: str, expected: list[str | None]) -> None:
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A family of five came by boat.", ["family"]),
        ("Twelve people were killed and dozens more were hurt.", ["people killed", "people hurt"]),
        ("Police saw 14 thefts at the fair including two involving knives.", ["thefts", "thefts"]),
        ("A mum-of-four spoke up.", ["children"]),
        ("A mother of three agreed.", ["children"]),
        ("The 400-pound (181-kg) bear slept.", ["bear"]),
        ("Winds of 20 knots or 23 mph blew.", ["Winds"]),
        ("Five of the dead Swedes were kin.", ["dead Swedes"]),
        ("He spent eight highly successful terms there.", ["highly successful terms"]),
        ("It called there dozens of times.", ["times"]),
        ("It is the most downloaded app there.", ["downloaded app"]),
    ],
)
def test_groups_remarks_and_ranks(text: str, expected: list[str | None]) -> None:
    assert subjects(text) == expected
