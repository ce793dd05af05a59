"""Why claims are claims, and other numbers none; and the page of rules says what the rules say."""

from index.claims import all_rules, explain, extract_claims, rules_by_kind
from index.claims.rules import plain_example
from index.records import Document, Explained, Span
from tests.index.builders import make_document
from tests.rules_page import PAGE, page
from tests.test_rules import KINDS


def explained(text: str, words: str | None = None) -> tuple[Document, tuple[Explained, ...]]:
    document = make_document(text, published="2024-05-01")
    at = text.index(words) if words else 0
    return document, explain(document, extract_claims(document), Span(at, at + len(words or text)))


def test_a_claim_names_its_rules_with_what_each_matched() -> None:
    document, found = explained("The mill will employ over 300 people.\nThe fair took place on 3 June 2023.")
    figure = next(one for one in found if one.claim is not None and one.claim.kind == "figure")
    assert figure.words == "over 300"
    assert [(fired.rule, fired.words) for fired in figure.rules] == [
        ("figure.count", "over 300"),
        ("amount.bound", "over"),
    ]
    assert all(fired.matches == all_rules()[fired.rule].matches for one in found for fired in one.rules)
    assert all(document.slice(fired.span) == fired.words for one in found for fired in one.rules)


def test_a_number_that_is_no_figure_names_the_rule_that_kept_it_out() -> None:
    _, found = explained("Room 214 was empty.\nIt was built in 1987.", "Room 214")
    assert [(one.words, one.line, one.claim) for one in found] == [("214", 1, None)]
    (fired,) = found[0].rules
    assert fired.rule.startswith("no-figure.")
    assert fired.matches


def test_only_what_touches_the_place_is_explained_in_the_order_of_the_text() -> None:
    text = "The mill employs 300 people and 40 horses in Room 214."
    _, found = explained(text)
    assert [one.words for one in found] == ["300", "40", "214"]
    _, found = explained(text, "40 horses")
    assert [one.words for one in found] == ["40"]


def test_every_claim_of_an_article_has_a_derivation_of_rules_that_exist() -> None:
    text = "\n".join(
        plain_example(example)[0] for rules in rules_by_kind().values() for rule in rules for example in rule.examples
    )
    claims = extract_claims(make_document(text, published="2024-05-01"))
    assert len(claims) > 200
    assert not [claim.surface for claim in claims if not claim.derivation]
    assert {step.rule for claim in claims for step in claim.derivation} <= set(all_rules())


def test_the_page_of_rules_is_made_from_the_rules() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.rules_page"


def test_every_rule_that_is_tried_is_on_the_page() -> None:
    assert {kind: set(one.rules) for kind, one in KINDS.items()} == {
        kind: set(rules) for kind, rules in rules_by_kind().items()
    }
