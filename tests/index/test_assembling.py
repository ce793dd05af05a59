"""What claims are given once they are found: how they are meant."""

import pytest

from index.claims import extract_claims
from index.records import ClaimKind, Meant
from tests.index.builders import make_document


@pytest.mark.parametrize(
    ("text", "kind", "surface", "meant"),
    [
        ("The crash hurt 63 people.", ClaimKind.FIGURE, "63", Meant.ASSERTED),
        ("The crash did not hurt 63 people.", ClaimKind.FIGURE, "63", Meant.NEGATED),
        ("The mayor denied that 63 people were hurt.", ClaimKind.FIGURE, "63", Meant.DENIED),
        ("Were 63 people hurt?", ClaimKind.FIGURE, "63", Meant.ASKED),
        ("If the dam breaks, 63 people will have to leave.", ClaimKind.FIGURE, "63", Meant.SUPPOSED),
        ("The bridge will open on 4 May 2024.", ClaimKind.EVENT, "4 May 2024", Meant.PLANNED),
        ("The bridge did not open on 4 May 2024.", ClaimKind.EVENT, "4 May 2024", Meant.NEGATED),
        ("The court ordered the firm to pay $63 million.", ClaimKind.FIGURE, "$63 million", Meant.ORDERED),
        ("They found no survivors.", ClaimKind.FIGURE, "no survivors", Meant.ASSERTED),
        ("He reportedly paid $63 million.", ClaimKind.FIGURE, "$63 million", Meant.REPORTED),
    ],
)
def test_a_claim_is_meant_as_its_clause_is(text: str, kind: ClaimKind, surface: str, meant: Meant) -> None:
    claims = [claim for claim in extract_claims(make_document(text)) if claim.kind is kind]
    assert [(claim.surface, claim.meant) for claim in claims] == [(surface, meant)]
