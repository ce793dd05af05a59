"""What a figure counts, in the sentence's words."""

import pytest

from index.claims.figures import find_figures
from tests.accuracy.figures import as_document


def subjects(text: str) -> list[str | None]:
    return [claim.quantity.subject for claim in find_figures(as_document("a.txt", [text])) if claim.quantity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It drew over 800,000 American downloads in May.", ["American downloads"]),
        ("It has 300 million monthly active users globally.", ["monthly active users"]),
        ("The school saw a 216% spike in US users studying Danish.", ["spike in US users studying Danish"]),
        ("The death toll rose to 12 on Tuesday.", ["death toll"]),
        ("Unemployment fell to 5% from 6.2% in March.", ["Unemployment", "Unemployment"]),
        ("Around 84% of the app's active users live in cities.", ["app's active users"]),
        ("By May the number of Danish students in Ghana had dropped to just 70.", ["Danish students in Ghana"]),
        ("Only 70 pupils came, compared to the 150 who came before.", ["pupils", "pupils"]),
        ("The $40 billion contract was signed.", ["contract"]),
        ("The firm has a market value of about $2tn.", ["market value"]),
        (
            "They passed a bill giving US$16 million (£13 million) to fighting fraud.",
            ["fighting fraud", "fighting fraud"],
        ),
        ("It has 30 million readers, with 70% being young men.", ["readers", "readers being young men"]),
        ("Some left, with 40% born after 1980 and 30% after 1990.", ["born after 1980", "born after 1990"]),
        ("At least 14 people were killed and 50 others injured.", ["people killed", "others injured"]),
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
