"""What links two passages beside their words: terms, predictions on one theme; and what does not."""

from index.comparison import compare
from index.comparison.themes import themes_of
from index.language.aliases import NO_ALIASES
from index.records import Comparison
from index.terms.terms import terms_of
from tests.index.comparing import article, compared, linked_at, prediction


def score(comparison: Comparison, a: int = 1, b: int = 1) -> float:
    return next((link.score for link in comparison.links if (link.a.line, link.b.line) == (a, b)), 0.0)


def themes(text: str) -> frozenset[str]:
    return themes_of(terms_of(text, NO_ALIASES))


def test_words_of_one_theme_need_not_be_the_same() -> None:
    assert "lasting" in themes("Analysts called the craze short-lived.") & themes("The boom is a fad.")
    assert "legislation" in themes("Senators passed the bill.")
    assert themes("Der Hund schläft.") == frozenset()


def test_words_joined_in_the_table_count_in_a_row_only() -> None:
    assert "soft_power" in themes("It is a matter of soft power.")
    assert "soft_power" not in themes("Power came from a mill with soft belts.")


DOUBTED = article("a.txt", "The boom in knitting clubs will hardly last beyond spring.", "Rain fell on the coast.")
FADING = article("b.txt", "Such clubs are a fad, and wool sellers may fade soon.", "Buses ran late all night.")


def test_predictions_that_look_one_way_on_one_theme_are_linked_closer() -> None:
    plain = score(compare(DOUBTED, FADING, threshold=0.0))
    doubts = [prediction(DOUBTED, "boom", "unlikely")], [prediction(FADING, "fad", "uncertain")]
    opposed = [prediction(DOUBTED, "boom", "unlikely")], [prediction(FADING, "fad", "likely")]
    closer = compare(DOUBTED, FADING, claims_a=doubts[0], claims_b=doubts[1], threshold=0.0)
    assert score(closer) > plain
    assert "predictions alike: uncertain, unlikely (lasting)" in closer.links[0].reasons
    assert score(compare(DOUBTED, FADING, claims_a=opposed[0], claims_b=opposed[1], threshold=0.0)) == plain


def test_a_term_of_two_words_is_more_than_its_words() -> None:
    a = article("a.txt", "The council wants a tram depot near the old mill.", "Rain fell.")
    together = article("b.txt", "Neighbours object to a tram depot beside the school.", "Buses ran late.")
    apart = article("b.txt", "Neighbours object to a depot beside the school, not to a tram.", "Buses ran late.")
    joined = compare(a, together, threshold=0.0)
    assert score(joined) > score(compare(a, apart, threshold=0.0))
    assert "both say “tram depot”" in joined.links[0].reasons


def test_a_name_alone_says_much_less_than_a_name_with_words() -> None:
    a = article("a.txt", "Novelists and painters set their tales in Port Meredith.", "Rain fell on the coast.")
    alone = article("b.txt", "A bakery in Port Meredith sells walnut bread.", "Buses ran late all night.")
    more = article("b.txt", "Painters of Port Meredith wrote to novelists by night.", "Buses ran late all night.")
    assert score(compare(a, alone, threshold=0.0)) + 0.3 < score(compare(a, more, threshold=0.0))


def test_figures_of_two_owners_are_no_fact() -> None:
    few = "The maker Acme has 480,000 customers for its chess sets around the world.\nRain fell."
    many = "The maker {} sells its chess sets to 520,000 customers in all countries of the world.\nBuses ran late."
    assert linked_at(compared(few, many.format("Zenith"), threshold=0.1)).status == "related"
    assert linked_at(compared(few, many.format("Acme"), threshold=0.1)).status == "conflict"


def test_one_day_does_not_make_two_things_the_same() -> None:
    choir = "On January 16 the choir of the harbour sang carols.\nRain fell."
    fog = "January 16 brought fog, and the harbour office asked skippers for patience.\nBuses ran late."
    assert linked_at(compared(choir, fog, threshold=0.0)).status == "related"


def test_a_sentence_has_few_links_unless_they_are_strong() -> None:
    a = article("a.txt", "The tram depot near the mill caught fire at dawn.", "Rain fell.")
    b = article("b.txt", *(f"Crew {n} saw smoke over the depot and a fire in hall {n}." for n in range(8)))
    weak = [link for link in compare(a, b, threshold=0.05).links if link.score < 0.5]
    assert len(weak) <= 4
