"""What makes a link likelier, and what makes it less likely."""

import pytest

from index.comparison import compare
from index.comparison.features import passages_of, prepare
from index.comparison.likelihood import likelihoods, log_odds, logistic
from index.language.aliases import NO_ALIASES
from index.terms import CorpusWeights
from tests.index.comparing import article, compared, linked_at

DEPOT = "Smoke rose over the tram depot near the old mill at dawn."
ALONE = ("Rain fell on the coast.", "A choir rehearsed carols.", "Bakers sold walnut bread.")


def scores(*, a: tuple[str, ...], b: tuple[str, ...], threshold: float = 0.0) -> dict[tuple[int, int], float]:
    found = compare(article("a.txt", *a), article("b.txt", *b), threshold=threshold).links
    return {(link.a.line, link.b.line): link.score for link in found}


def test_a_likelihood_and_its_log_odds_are_one() -> None:
    assert logistic(0.0) == 0.5
    assert logistic(log_odds(0.37)) == pytest.approx(0.37)
    assert logistic(-1e9) == 0.0
    assert logistic(1e9) == 1.0


def test_a_raised_threshold_leaves_the_scores_of_the_other_links_as_they_are() -> None:
    a, b = (DEPOT, *ALONE), ("The tram depot burned.", "Walnut bread sold out.", "Old carols were sung by a choir.")
    low, high = scores(a=a, b=b), scores(a=a, b=b, threshold=0.4)
    assert high
    assert high == {pair: score for pair, score in low.items() if score >= 0.4}


def test_a_sentence_that_fits_another_better_is_less_likely_this_ones_partner() -> None:
    documents = [prepare(article(f"{n}.txt", DEPOT, *ALONE, *ALONE), (), NO_ALIASES, CorpusWeights()) for n in range(2)]
    a, b = passages_of(documents, CorpusWeights(), NO_ALIASES)
    alone = likelihoods(a, b, {(0, 0): 0.2}, 1.0, 0.0)
    rival = likelihoods(a, b, {(0, 0): 0.2, (0, 5): 0.4}, 1.0, 0.0)
    assert rival[0, 0] < alone[0, 0]
    assert likelihoods(a, b, {(0, 0): 0.2}, 0.01, 0.0)[0, 0] < alone[0, 0]


def test_pairs_around_a_pair_make_it_likelier() -> None:
    near = scores(a=(DEPOT, "Divers found a cracked rudder."), b=("Smoke at a depot.", "The rudder was cracked."))
    lone = scores(a=(DEPOT, "Divers found a cracked rudder."), b=("Smoke at a depot.", "Nobody sang."))
    assert near[1, 1] > lone[1, 1]


def test_claims_about_one_thing_make_a_link_likelier() -> None:
    a = "The ferry Marigold sank off the cape with 212 passengers on board."
    b = "The Marigold, a ferry with 198 passengers on board, sank off the cape."
    link = linked_at(compared(a, b))
    assert link.status == "conflict"
    assert link.score > scores(a=(a,), b=(b,))[1, 1]
