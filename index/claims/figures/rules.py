"""The rules that make figures: what an amount states, how it is read, and what its own words do to it.

What keeps a number from being a figure stands beside this, in ``exclusions.py``. Braces in the examples mark the words
on which the rule fires; a claim's derivation names the rules by their ids.
"""

from dataclasses import dataclass

from index.claims.rules import Rule, rule_book


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRule(Rule):
    """A rule that says what an amount states.

    ``label`` is what the claim says of its rule. ``two_ends``: low and high are two numbers of the text, which bounds
    leave as they are. ``plain``: the amount's unit decides the label in the end, and whether it counts something.
    ``left_out``: what it counts is left out of a whole.
    """

    label: str
    two_ends: bool = False
    plain: bool = False
    left_out: bool = False


NUMBER = FigureRule(
    id="figure.number",
    label="number",
    matches="a number of which nothing is said to be counted",
    examples=("It reached {350}.",),
    counterexamples=("It was founded in 1987.",),
    plain=True,
)
COUNT = FigureRule(
    id="figure.count",
    label="count",
    matches="a number of things or persons",
    examples=("The plant employs {3,000} workers.", "{Seven} miners were trapped."),
    counterexamples=("The two men were seen.", "He walked 5 km."),
    plain=True,
)
MONEY = FigureRule(
    id="figure.money",
    label="money",
    matches="an amount with a currency before or behind it",
    examples=("The bridge cost {$40 million}.", "It paid {AUD1.5m}.", "They earned {5 million yuan}."),
    counterexamples=("The crate weighs 400 pounds.",),
    plain=True,
)
PERCENTAGE = FigureRule(
    id="figure.percentage",
    label="percentage",
    matches="percent, percentage points, basis points",
    examples=("Support fell to {24pc}.", "The rate rose by {0.25 of a percentage point}."),
    counterexamples=("The index fell 300 points.",),
    plain=True,
)
DURATION = FigureRule(
    id="figure.duration",
    label="duration",
    matches="a length of time that is not reckoned from some moment",
    examples=("The strike lasted {nine days}.",),
    counterexamples=("The strike began nine days ago.",),
    plain=True,
)
MEASURE = FigureRule(
    id="figure.measure",
    label="measure",
    matches="a number with a unit of measure",
    examples=("The tower is {1,250 ft} tall.", "The plant makes {3 gigawatts}."),
    counterexamples=("The tower has 1,250 steps.",),
    plain=True,
)
RANGE = FigureRule(
    id="figure.range",
    label="range",
    matches="two numbers that are the ends of one amount",
    examples=("It takes {two to three weeks}.", "Fares are {between $12 and $20}.", "It sold {5-7 million} cars."),
    counterexamples=("It rose from 5% to 8%.", "Sales rose 300 points to 9,000."),
    two_ends=True,
)
COMPOUND = FigureRule(
    id="figure.compound",
    label="measure",
    matches="an amount in a larger and a smaller unit",
    examples=("The trip took {4 hours 30 minutes}.", "The wall is {4 ft 6 in} high."),
    counterexamples=("It took 4 hours on 30 days.",),
)
SHARE = FigureRule(
    id="figure.share",
    label="fraction",
    matches="a share of something in words or as a fraction; it becomes a percentage",
    examples=("{Two-thirds} of the seats were empty.", "{Half} of them left.", "{One in five} children is poor."),
    counterexamples=("The second half began late.", "He finished in a third race.", "The misprint said 6 in 5 agreed."),
)
MAJORITY = FigureRule(
    id="figure.majority",
    label="fraction",
    matches="a majority of something: more than half",
    examples=("{The majority} of voters stayed at home.",),
    counterexamples=("He has a majority of 12.",),
)
MULTIPLE = FigureRule(
    id="figure.multiple",
    label="multiple",
    matches="how many times as much: three times as many, 10-fold, doubled, twice the",
    examples=("Exports {doubled} in May.", "It is {three times} as big.", "There was a {tenfold} rise."),
    counterexamples=("He called three times.", "He doubled down."),
)
RANK = FigureRule(
    id="figure.rank",
    label="rank",
    matches="a place in an order: the fifth-largest, finished third, number one",
    examples=("It is the {fifth-largest} bank.", "She finished {third}.", "It is the {most downloaded} app in Italy."),
    counterexamples=("On the third day it rained.", "In the first place, it is false."),
)
ORDINAL = FigureRule(
    id="figure.ordinal",
    label="ordinal",
    matches="the how-manieth of its sort something is: its sixth test, the third victim",
    examples=("The North held its {sixth} nuclear test.", "She was the {third} victim of the flood."),
    counterexamples=("He scored in the second half.", "It was the first time.", "On the third day it rained."),
)
AGE = FigureRule(
    id="figure.age",
    label="age",
    matches="how old somebody is",
    examples=("He is {33 years old}.", "Ana Ruiz, {33}, was hurt.", "The {9-year-old} boy ran."),
    counterexamples=("Ana Ruiz, 33 of whose friends came, was hurt.",),
)
SCORE = FigureRule(
    id="figure.score",
    label="score",
    matches="the two sides of a game or a vote",
    examples=("They won {3–2}.", "The court ruled {5-4} against it."),
    counterexamples=("Ages 3-2 apply.",),
    two_ends=True,
)
RATIO = FigureRule(
    id="figure.ratio",
    label="ratio",
    matches="so many of one thing to so many of another",
    examples=("Men outnumber women {3:1}.",),
    counterexamples=("The train left at 3:15.",),
    two_ends=True,
)
ZERO = FigureRule(
    id="figure.zero",
    label="zero",
    matches="that none of them was: no one was hurt, no casualties, none of the four",
    examples=(
        "{No one} was hurt.",
        "There were {no injuries}.",
        "{None} of the four survived.",
        "{Not one} of the passengers survived.",
    ),
    counterexamples=("No one knows why.", "There is no doubt.", "None of this is true."),
)
BOTH = FigureRule(
    id="figure.both",
    label="count",
    matches="both of two that are counted, or a pair of them",
    examples=("{Both} pilots were killed.", "{Both} men died.", "It will launch {a pair} of probes."),
    counterexamples=("Both sides agreed.", "It is both old and big.", "He wore a pair of shoes."),
)
INDEFINITE = FigureRule(
    id="figure.one",
    label="count",
    matches="one person or thing, said with an article, to whom something counted happened",
    examples=("{A child} was killed.", "The blast killed {a police officer}.", "{A woman} and two men were hurt."),
    counterexamples=("A man said so.", "A child was seen."),
)
ONE_LENGTH = FigureRule(
    id="figure.one-length",
    label="duration",
    matches="a length of time with an article: for an hour, more than a century",
    examples=("They waited for {an hour}.", "It took {more than a decade}.", "It lasted {a year and a half}."),
    counterexamples=("It closed a year ago.", "He earns $9 an hour.", "For a year later, see below."),
)
ALL_BUT = FigureRule(
    id="figure.all-but",
    label="count",
    matches="those who are left out of a whole: all but three",
    examples=("{All but three} of the miners were saved.",),
    counterexamples=("He all but won.",),
    left_out=True,
)

MAKERS = (
    *(NUMBER, COUNT, MONEY, PERCENTAGE, DURATION, MEASURE, RANGE, COMPOUND, SHARE, MAJORITY, MULTIPLE, RANK, ORDINAL),
    *(AGE, SCORE, RATIO, ZERO, BOTH, INDEFINITE, ONE_LENGTH, ALL_BUT),
)

BOUND = Rule(
    id="amount.bound",
    matches="words that bound an amount from below or above: at least, more than, up to, nearly",
    examples=("{More than} 300 people came.", "It costs {up to} $5.", "Some 300 {or more} came."),
    counterexamples=("More people came than in 2019, some 300.",),
)
APPROXIMATE = Rule(
    id="amount.approximate",
    matches="words that make an amount a rough one: about, some, roughly, -odd",
    examples=("{About} 300 people came.", "{Some} 40 houses burned.", "Twenty{-odd} houses burned."),
    counterexamples=("Exactly 300 people came.",),
)
SHARED_BOUND = Rule(
    id="amount.shared-bound",
    matches="an amount that takes over the bound of the one before, which is built alike",
    examples=("It sold more than 35 in May and {50} in June.",),
    counterexamples=("It sold more than 35 in May and lost 50 jobs.",),
)
TWO_SPELLINGS = Rule(
    id="amount.two-spellings",
    matches="one amount given in two units; the first is the figure, and the other is known",
    examples=("The mast is 70 metres {(229.6 feet)} tall.",),
    counterexamples=("The mast is 70 metres (12 feet) off.",),
)
DOCUMENT_CURRENCY = Rule(
    id="amount.document-currency",
    matches="a bare sign or name of money that means the currency of which the document speaks",
    examples=("All figures are in Canadian dollars: it paid {$5 million}.", "China will pay {¥300}."),
    counterexamples=("It paid $5 million.",),
)
DOCUMENT_MILLIONS = Rule(
    id="amount.document-millions",
    matches="digits with an m and decimals, in a text that writes millions of money so (£3m), and no length near by",
    examples=("It paid £3m, and the town grew to {8.9m}.",),
    counterexamples=("The town grew to 8.9m.", "It paid £3m for a wall 8.9m high."),
)
MODIFIERS = (BOUND, APPROXIMATE, SHARED_BOUND, TWO_SPELLINGS, DOCUMENT_CURRENCY, DOCUMENT_MILLIONS)

BY_ID = rule_book((*MAKERS, *MODIFIERS))
