"""Groups from pairs of claims: which pairs are kept, and what is grouped together."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.topics import clustering
from index.topics.clustering import BY_HAND, PARTNERS, Strongest, cluster, components

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.5, 0.6, 0.7, 1.0]),
    max_size=60,
)


def held(pairs: dict[tuple[int, int], float]) -> Strongest:
    strongest = Strongest()
    for (a, b), value in pairs.items():
        strongest.add(value, a, b)
    return strongest


@given(PAIRS)
def test_a_pair_stays_that_is_among_the_strongest_of_one_of_its_claims(pairs: dict[tuple[int, int], float]) -> None:
    ordered = sorted((-value, a, b) for (a, b), value in pairs.items())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clustering, "PARTNERS", 2)
        patch.setattr(clustering, "_ROOM", 10)
        found = list(held(pairs))
    first = {claim: [pair for pair in ordered if claim in pair[1:]][:2] for claim in range(13)}
    assert found == [(-value, a, b) for value, a, b in ordered if (value, a, b) in first[a] + first[b]]


@given(PAIRS, st.randoms())
def test_the_order_in_which_pairs_are_found_does_not_matter(
    pairs: dict[tuple[int, int], float], chance: object
) -> None:
    shuffled = list(pairs.items())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert list(held(pairs)) == list(held(dict(shuffled)))


@given(PAIRS)
def test_sets_of_pairs_share_no_claim_and_hold_every_pair(pairs: dict[tuple[int, int], float]) -> None:
    strongest = held(pairs)
    sets = [[strongest.at(place) for place in part] for part in components(strongest)]
    claims = [{claim for _, *pair in part for claim in pair} for part in sets]
    assert all(one.isdisjoint(other) for one, other in combinations(claims, 2))
    assert sorted(pair for part in sets for pair in part) == sorted(strongest)


def test_a_set_grows_no_larger_than_can_be_held_but_for_what_the_user_put_together() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clustering, "LARGEST_COMPONENT", 3)
        chain = held({(number, number + 1): 0.9 for number in range(9)})
        assert [len(part) for part in components(chain)] == [2, 2, 2]
        chain.add(BY_HAND, 2, 3)
        assert max(len(part) for part in components(chain)) >= 3


def test_a_claim_with_many_partners_keeps_its_strongest_ones() -> None:
    star = held({(0, other): other / 1000 for other in range(1, 500)} | {(other, 900): 1.0 for other in range(1, 500)})
    kept = [pair for pair in star if pair[1] == 0]
    # Each of the others has one pair that is stronger, so its own few places are not taken.
    assert len(kept) == 499
    assert PARTNERS < 499


def test_groups_take_in_what_fits_all_of_them() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): -1.0}
    assert cluster([(0.9, 0, 1), (0.8, 1, 2)], lambda a, b: scores[min(a, b), max(a, b)]) == [[0, 1]]
