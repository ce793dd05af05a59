"""Why a number is a figure, or is none; counts without a number; one amount in two spellings."""

import pytest

from index.claims import extract_claims
from index.claims.figures import RULES, number_verdicts
from index.records import Figure, Quantity, Span
from tests.accuracy.figures import as_document


def figures(text: str) -> list[Figure]:
    claims = extract_claims(as_document("a.txt", text.split("\n")))
    return [claim for claim in claims if isinstance(claim, Figure)]


def quantities(text: str) -> list[Quantity]:
    return [claim.quantity for claim in figures(text)]


def verdicts(text: str) -> list[tuple[str, bool, str]]:
    return [
        (text[slice(*one.span)], one.figure, one.steps[0].rule)
        for one in number_verdicts(as_document("a.txt", text.split("\n")))
    ]


def test_every_number_is_a_figure_or_says_what_kept_it_out() -> None:
    text = "In 1987, 300 men came on May 4 with flight MH17 to page 12 of the 3-2 game; call 0800 123 4567."
    assert verdicts(text) == [
        ("1987", False, "no-figure.year"),
        ("300", True, "figure.count"),
        ("4", False, "no-figure.date"),
        ("MH17", False, "no-figure.word"),
        ("12", False, "no-figure.label"),
        ("3-2", True, "figure.score"),
        ("0800 123 4567", False, "no-figure.telephone"),
    ]


def test_a_number_inside_a_figure_has_no_verdict_of_its_own() -> None:
    text = "No one was hurt; it let 60 cubic metres a second through."
    assert verdicts(text) == [
        ("No one", True, "figure.zero"),
        ("60 cubic metres a second", True, "figure.measure"),
    ]


def test_verdicts_may_be_asked_of_a_part_of_the_text() -> None:
    document = as_document("a.txt", ["It has 300 men.", "It has 40 women."])
    assert [document.slice(one.span) for one in number_verdicts(document, Span(16, 20))] == ["40"]
    assert number_verdicts(document, Span(40, 50)) == []


def test_a_figure_knows_the_rules_that_made_it() -> None:
    (claim,) = figures("At least 300 or so men came.")
    steps = [(step.rule, claim.text[slice(*step.span)]) for step in claim.derivation]
    assert steps == [
        ("figure.count", "At least 300 or so"),
        ("amount.bound", "At least"),
        ("amount.approximate", "or so"),
    ]
    assert claim.rule == "count"


def test_derivations_name_rules_of_the_book() -> None:
    known = {rule.id for rule in RULES}
    text = "Some 40 of 300 boats sank on 4 May 2021; no one was hurt, and both men, aged 33 and 40, paid $5m."
    for one in number_verdicts(as_document("a.txt", [text])):
        assert {step.rule for step in one.steps} <= known


@pytest.mark.parametrize(
    ("text", "value", "subject"),
    [
        ("No one was hurt.", 0, "people hurt"),
        ("Nobody died there.", 0, "people died"),
        ("There were no serious injuries.", 0, "injuries"),
        ("It sank without any casualties.", 0, "casualties"),
        ("None of the passengers was injured.", 0, "passengers injured"),
        ("Not one of the passengers survived.", 0, "passengers"),
        ("A child was killed.", 1, "child killed"),
        ("The blast killed a police officer.", 1, "officer killed"),
        ("They mourned the death of a young firefighter.", 1, "firefighter death"),
        ("A man from Sorn has been arrested.", 1, "man arrested"),
        ("Both pilots were killed.", 2, "pilots killed"),
        ("Both men were freed.", 2, "men"),
    ],
)
def test_counts_without_a_number(text: str, value: float, subject: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.low, quantity.high, quantity.subject) == (value, value, subject)


@pytest.mark.parametrize(
    "text",
    [
        "No one knows why.",
        "Nobody was there.",
        "None of this is true.",
        "There is no doubt.",
        "Both sides agreed.",
        "It is both old and big.",
        "A man said so.",
        "A child was seen.",
        "He was hit by a man who was arrested for less.",
        "At one point he fell.",
        "This one died down.",
        "It folds in half.",
        "The files date back four decades.",
        "The ship Billions No. 18 sank.",
        "It happened at turn three.",
        "Its number is 1234567890.",
        "They sat in row 12.",
        "The user is bob@12 now.",
        "Its code is 12_b now.",
        "In the 2023 fiscal year it fell.",
    ],
)
def test_words_that_count_nothing(text: str) -> None:
    assert quantities(text) == []


def test_none_of_a_number_is_zero_beside_the_number() -> None:
    assert [one.low for one in quantities("None of the four survived.")] == [0, 4]


def test_one_counts_where_something_befell_it() -> None:
    assert [one.low for one in quantities("One person was killed and one was hurt.")] == [1, 1]
    assert [one.low for one in quantities("All but one of the 12 jurors agreed.")] == [1, 12]


def test_scores_of_persons_are_twenty_or_more() -> None:
    assert [(one.low, one.high) for one in quantities("Scores of people and scores of boats were lost.")] == [
        (20, None),
        (20, None),
    ]
    assert quantities("The scores of the matches were lost.") == []


def test_all_but_some_are_those_left_out() -> None:
    (claim,) = figures("All but three of the miners were saved.")
    assert claim.derivation[0].rule == "figure.all-but"
    assert claim.quantity.low == 3
    assert (claim.quantity.subject or "").endswith("left out")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The North held its sixth nuclear test.", 6),
        ("It was the 15th test this year.", 15),
        ("She was the third victim of the flood.", 3),
        ("They lost their fifth straight game.", 5),
    ],
)
def test_ordinals_that_count(text: str, value: float) -> None:
    quantity = quantities(text)[0]
    assert (quantity.low, quantity.unit) == (value, "rank")


@pytest.mark.parametrize(
    "text", ["He scored in the second half.", "It was the first time.", "The second came late.", "A second man fled."]
)
def test_ordinals_that_count_nothing(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "first", "also"),
    [
        ("The mast is 70 metres (229.6 feet) tall.", (70, "metre"), (229.6, "foot")),
        ("It lies 1,250 ft (381 m) deep.", (1250, "foot"), (381, "metre")),
        ("It is 50 miles or 80 km off.", (50, "mile"), (80, "kilometre")),
        ("It was 104°F (40°C) in June.", (104, "degree Fahrenheit"), (40, "degree Celsius")),
        ("It makes 3,000 MW (3 GW) now.", (3000, "megawatt"), (3, "gigawatt")),
    ],
)
def test_one_amount_in_two_spellings_is_one_figure(
    text: str, first: tuple[float, str], also: tuple[float, str]
) -> None:
    (quantity,) = quantities(text)
    assert (quantity.low, quantity.unit) == first
    assert quantity.also == also


@pytest.mark.parametrize(
    "text", ["It is 70 metres (12 feet) off.", "It is 70 metres (30 seconds) off.", "It cost $5m (£4m)."]
)
def test_two_amounts_stay_two(text: str) -> None:
    assert [one.also for one in quantities(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Egyptian pounds fell: it paid 400 pounds in tax.", 400, "EGP"),
        ("China will pay ¥300 each.", 300, "CNY"),
        ("Tokyo will pay ¥300 each.", 300, "JPY"),
        ("It cost 300 Danish kroner.", 300, "DKK"),
        ("The Norwegian kroner fell; it cost 300 kroner.", 300, "NOK"),
        ("It cost 300 kroner.", 300, "krone"),
        ("In Norway it cost 300 kroner.", 300, "NOK"),
        ("It cost 300 crowns.", 300, "crown"),
        ("In Prague it cost 300 crowns.", 300, "CZK"),
        ("In Chile it cost 300 pesos.", 300, "CLP"),
        ("It cost 300 pesos.", 300, "MXN"),
        ("The shares fell to 529 marks.", 529, "DEM"),
        ("It cost HK $3.7 billion.", 3.7e9, "HKD"),
        ("They lost 75 USD million.", 7.5e7, "USD"),
        ("It paid 120 MEUR.", 1.2e8, "EUR"),
        ("It paid 3 dollars 50 cents.", 3.5, "USD"),
        ("A fine of R5,000 was paid.", 5000, "ZAR"),
        ("It paid £ 5 million.", 5e6, "GBP"),
    ],
)
def test_money_in_many_spellings(text: str, value: float, unit: str) -> None:
    assert [(one.low, one.unit) for one in quantities(text)] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Sales rose to 12.3m tonnes.", 12.3e6, "tonne"),
        ("Support fell to 24pc.", 24, "percent"),
        ("It drove at 100 km/hr.", 100, "kilometre per hour"),
        ("Gusts of 80 m.p.h. were felt.", 80, "mile per hour"),
        ("It covers 45 km^2.", 45, "square kilometre"),
        ("It covers 45 sq. mi. there.", 45, "square mile"),
        ("Temperatures of minus-260 degrees were met.", -260, "degree"),
        ("The rate rose by 0.25 of a percentage point.", 0.25, "percentage point"),
        ("The wall is 4 ft 6 in high.", 4.5, "foot"),
        ("He is 6ft 2in tall.", 6 + 2 / 12, "foot"),
        ("The bond pays 8 11/16%.", 8.6875, "percent"),
        ("He stands 6-foot-5.", 6 + 5 / 12, "foot"),
        ("It pumps 300,000 barrels a day.", 300000, "barrel per day"),
        ("It pumps 300,000 bpd.", 300000, "barrel per day"),
        ("It let 60 cubic metres a second through.", 60, "cubic metre per second"),
        ("It hit 7.1 on the Richter scale.", 7.1, "magnitude"),
        ("Her mother, 29, was hurt.", 29, "year"),
        ("Unemployment ticked up to 5.3 per cent.", 5.3, "percent"),
        ("Fines of up to 5 per cent were paid.", None, "percent"),
        ("He turned 50 on Friday.", 50, "year"),
        ("They finished at 9-7 again.", 7, "score"),
        ("His son could be as old as 32.", None, "year"),
    ],
)
def test_units_in_many_spellings(text: str, value: float | None, unit: str) -> None:
    (quantity,) = quantities(text)
    assert quantity.low == (value if value is None else pytest.approx(value))
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Volkswagen slumped 9 to 435.5.", [(9, 9), (435.5, 435.5)]),
        ("Sales rose in the quarter to Sept. 29 to $113 million.", [(1.13e8, 1.13e8)]),
        ("It earned between 15 cents and 19 cents a share.", [(0.15, 0.19)]),
        ("Exxon rose 3/8 to 40 1/4.", [(0.375, 0.375), (40.25, 40.25)]),
        ("It caused $1 billion to $2 billion in damage.", [(1e9, 2e9)]),
        ("The vote was 52 percent to 48 percent.", [(52, 52), (48, 48)]),
        ("The ratio is 80:20 now.", [(20, 80)]),
        ("Add 1-1/2 cups.", [(1.5, 1.5)]),
        (
            "There are fines ranging from 300 crowns for all who come a little late to 900 crowns.",
            [(300, 900)],
        ),
        ("Shares rose 2 to 10.", [(2, 2), (10, 10)]),
        ("Sales rose 4 to 5 percent.", [(4, 5)]),
        ("He won one in 2010 and two later.", [(2, 2)]),
        ("A system costs from $10,000 to $120,000.", [(10000, 120000)]),
        ("The rate was 8 3/4% to 8 5/8% then.", [(8.625, 8.75)]),
        ("They got 45 and 50 mg of it.", [(45, 45), (50, 50)]),
        ("Beneficiaries aged 65 through 69 gain.", [(65, 69)]),
    ],
)
def test_what_is_a_range(text: str, ends: list[tuple[float, float]]) -> None:
    assert [(one.low, one.high) for one in quantities(text)] == ends


def test_a_unit_behind_the_second_number_holds_for_both() -> None:
    assert [one.unit for one in quantities("They got 45 and 50 mg of it.")] == ["milligram", "milligram"]


def test_a_bound_is_shared_far_into_a_sentence() -> None:
    text = "In the long and wet summer that followed, it sold more than 35 in May and 50 in June."
    assert [(one.low, one.high) for one in quantities(text)] == [(35, None), (50, None)]


def test_one_counts_in_a_list_of_counts() -> None:
    assert [one.low for one in quantities("They charged 45 traders and one clerk.")] == [45, 1]


def test_a_text_with_decimal_commas_is_read_so() -> None:
    text = "Prices rose 7,2% in May.\nSales fell to 1.234 tonnes."
    assert [one.low for one in quantities(text)] == [7.2, 1234]
