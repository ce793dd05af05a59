"""The registry of kinds of claims: what every kind needs is there for every kind."""

from dataclasses import fields
from typing import Any

from index.records import CLAIM_TYPES, ClaimBase, ClaimKind, Precision, Quantity, Span, When, ZoneKind
from index.store.codec import claims_from, claims_json
from tui.dialogs.correcting import FIELDS
from tui.signs import KINDS


def test_every_kind_has_a_record_a_sign_and_what_can_be_corrected() -> None:
    assert set(CLAIM_TYPES) == set(ClaimKind) == set(KINDS) == set(FIELDS)


def test_what_only_one_kind_has_stands_on_that_kind() -> None:
    shared = {field.name for field in fields(ClaimBase)}
    assert not shared & {"quantity", "when", "stance", "content", "direct", "value", "subject"}


def test_a_claim_of_every_kind_comes_back_from_the_cache_as_it_was() -> None:
    common: dict[str, Any] = {"id": "a#1", "document": "a", "zone": ZoneKind.BODY, "line": 1, "span": Span(0, 1)}
    common |= {"sentence": Span(0, 2), "text": "x.", "surface": "x", "rule": "test"}
    own = {"quantity": Quantity("1", 1.0, 1.0), "when": When("then", None, None, Precision.DAY)}
    own |= dict.fromkeys(("content", "value", "subject"), "x")
    for record in CLAIM_TYPES.values():
        made: Any = record
        names = {field.name for field in fields(record)}
        claims = (made(**common, **{name: value for name, value in own.items() if name in names}),)
        assert claims_from(claims_json(claims)) == claims
