"""What keeps a number from being a figure: the rules, in the order in which they are asked.

Some numbers are passed over when they are read (telephone numbers, web addresses, dates in digits); the rules for
these only say so, under the reason that the reader gives. The others ask a question about an amount and its place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from index.claims.figures import keeping_out as ask
from index.claims.figures.amounts import Amount
from index.claims.figures.places import Case, Place
from index.claims.rules import Rule, rule_book
from index.language import NumberKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion(Rule):
    """A rule that keeps a number out.

    ``asks`` is the question; None for what the reader of numbers passes over. It is asked of digits and of words
    unless ``digits`` says which, of amounts with a unit only ``with_unit``, of numbers with a scale word only
    ``scaled``, of vague ones (``dozens``) only ``vague``, and of ranges unless ``single``.
    """

    asks: Callable[[Case], bool] | None = None
    digits: bool | None = None
    with_unit: bool = False
    scaled: bool = False
    vague: bool = False
    single: bool = False


ASKED = (
    Exclusion(
        id="no-figure.list-item",
        matches="the number of an item of a list or of a footnote",
        examples=("{1}. Mix the flour.", "The town grew [{3}] fast."),
        counterexamples=("{12} boats sank.",),
        asks=ask.is_list_item,
        digits=True,
        scaled=True,
    ),
    Exclusion(
        id="no-figure.model-letter",
        matches="a number and a letter that name a model behind a name",
        examples=("China launched a Long March {4C} rocket.",),
        counterexamples=("It was {30C} in the shade.",),
        asks=ask.is_model_letter,
        with_unit=True,
        scaled=True,
        vague=True,
    ),
    Exclusion(
        id="no-figure.time-from-then",
        matches="a length of time that is reckoned from some moment, and so is a date",
        examples=("It closed {two weeks} ago.", "He died {three days} later."),
        counterexamples=("It stayed shut for {two weeks}.",),
        asks=ask.is_time_from_then,
        with_unit=True,
        scaled=True,
        vague=True,
    ),
    Exclusion(
        id="no-figure.one-day",
        matches="one day of a tale or a hope, or one point of it",
        examples=("He hopes to win {one day}.", "At {one point} he fell."),
        counterexamples=("It took {two days}.",),
        asks=ask.is_one_day,
        with_unit=True,
        digits=False,
    ),
    Exclusion(
        id="no-figure.rate-base",
        matches="what a rate is reckoned on: per 100,000 people, per $100",
        examples=("There were 12 deaths per {100,000} people.",),
        counterexamples=("There were {12} deaths per village.",),
        asks=ask.is_rate_base,
        with_unit=True,
        scaled=True,
    ),
    Exclusion(
        id="no-figure.date",
        matches="a clock time or the day of a month",
        examples=("It opens on May {4}.", "They met at {seven} o'clock.", "They met at {8} in the evening."),
        counterexamples=("May saw {4} storms.",),
        asks=ask.is_date,
        scaled=True,
    ),
    Exclusion(
        id="no-figure.era",
        matches="a year with the sign of its era",
        examples=("The dam was built in {300} BC.",),
        counterexamples=("The dam feeds {300} farms.",),
        asks=ask.is_year_of_era,
        digits=True,
    ),
    Exclusion(
        id="no-figure.year",
        matches="a number of four digits that reads as a year",
        examples=("It was founded in {1987}.",),
        counterexamples=("It has {1987} members.",),
        asks=ask.is_calendar_year,
        digits=True,
    ),
    Exclusion(
        id="no-figure.named-year",
        matches="a year that is called a year: the 2023 fiscal year",
        examples=("The {2023 fiscal year} was good.",),
        counterexamples=("It took {2023 years}.",),
        asks=ask.is_named_year,
        digits=True,
        with_unit=True,
    ),
    Exclusion(
        id="no-figure.listed-name",
        matches="the number in the name of an index or a list of firms",
        examples=("It is a Fortune {500} firm.",),
        counterexamples=("A fortune of {500} million was left.",),
        asks=ask.is_in_a_listed_name,
        digits=True,
        scaled=True,
    ),
    Exclusion(
        id="no-figure.code",
        matches="digits of an identifier, or too many to count anything",
        examples=("Its number is {12345678901}.",),
        counterexamples=("It has {12,345} members.",),
        asks=ask.is_code,
        digits=True,
        scaled=True,
    ),
    Exclusion(
        id="no-figure.called",
        matches="a telephone number behind a word for calling",
        examples=("Call {555-1234} to help.",),
        counterexamples=("They call {555} people a day.",),
        asks=ask.is_telephone,
        digits=True,
    ),
    Exclusion(
        id="no-figure.numbered",
        matches="a number behind No. or #",
        examples=("He lives in house #{5} there.",),
        counterexamples=("There are no {5} houses left.",),
        asks=ask.is_numbered,
        scaled=True,
        vague=True,
    ),
    Exclusion(
        id="no-figure.named-order",
        matches="a vague word of number that opens a name or a title",
        examples=("{Thousands} Oaks Drive was shut after the heavy storm.",),
        counterexamples=("{Thousands} of people fled.",),
        asks=ask.is_named_order,
        scaled=True,
        vague=True,
    ),
    Exclusion(
        id="no-figure.label",
        matches="a number that numbers what stands before it: page, phase, flight",
        examples=("The claim is on page {12}.", "It is in phase {3}."),
        counterexamples=("In this phase {3} groups took part.",),
        asks=ask.is_label,
        single=True,
    ),
    Exclusion(
        id="no-figure.model",
        matches="two joined numbers behind an article, which name a model",
        examples=("A {737-800} crashed.",),
        counterexamples=("It has {300-400} workers.",),
        asks=ask.is_model_range,
        digits=True,
    ),
    Exclusion(
        id="no-figure.name",
        matches="digits behind the name that they belong to",
        examples=("The iPhone {15} sold well.", "The Boeing {737} crashed."),
        counterexamples=("Police shot {15} men.",),
        asks=ask.is_name_in_digits,
        digits=True,
    ),
    Exclusion(
        id="no-figure.spelled-name",
        matches="a number word with a capital inside a sentence",
        examples=("The firm {Seven} Network showed it.",),
        counterexamples=("{Seven} men fled.",),
        asks=ask.is_name_in_words,
        digits=False,
        scaled=True,
    ),
    Exclusion(
        id="no-figure.compound",
        matches="a number that makes a word with what hangs on it by a hyphen",
        examples=("They won a {10}-inning game.", "It is a {two}-party system."),
        counterexamples=("It has a {two}-seat majority.", "{Twenty}-odd houses burned."),
        asks=ask.is_compound,
    ),
    Exclusion(
        id="no-figure.shirt-number",
        matches="a player's number behind the name",
        examples=("Then Jo Doe ({10}) throws the ball.",),
        counterexamples=("The towns of East Ham ({10}) and Bow grew.",),
        asks=ask.is_shirt_number,
        digits=True,
    ),
    Exclusion(
        id="no-figure.quoted-name",
        matches="a number that opens a name in quotation marks",
        examples=("He sang “{99} balloon” again.",),
        counterexamples=("He said: “{99} balloons flew.”",),
        asks=ask.is_quoted_name,
        digits=True,
    ),
    Exclusion(
        id="no-figure.pronoun",
        matches="a one that points and does not count",
        examples=("Any {one} of these is his.", "The blue {one} was sold."),
        counterexamples=("{One} person died.", "At least {one} of them died."),
        asks=ask.is_pronoun,
        digits=False,
        single=True,
    ),
    Exclusion(
        id="no-figure.zero-phrase",
        matches="the zero of a fixed phrase",
        examples=("They have {zero} tolerance.",),
        counterexamples=("They have {zero} cases.",),
        asks=ask.is_zero_of_a_phrase,
        digits=False,
    ),
    Exclusion(
        id="no-figure.definite",
        matches="two that are known already: the two, both sides of a talk",
        examples=("The {two} men were seen.", "Trade between {two} countries grew."),
        counterexamples=("{Two} men were seen.",),
        asks=ask.is_definite,
        digits=False,
    ),
    Exclusion(
        id="no-figure.split",
        matches="something that is cut in two",
        examples=("The ship broke in {two}.",),
        counterexamples=("The ship carried {two} boats.",),
        asks=ask.is_split,
        digits=False,
    ),
)

PAGING = Exclusion(
    id="no-figure.paging",
    matches="a share that only numbers a picture or a page",
    examples=("See photo {3 of 12} here.",),
    counterexamples=("He kept {3 of 12} boats.",),
    asks=ask.is_paging,
)
ORDINAL_OF_SOMETHING = Exclusion(
    id="no-figure.ordinal",
    matches="an ordinal that neither ranks nor counts",
    examples=("On the {third} day it rained.", "It was the {first} time."),
    counterexamples=("She finished {third}.",),
)
FRACTION_OF_A_NAME = Exclusion(
    id="no-figure.fraction",
    matches="a fraction that is a share of nothing",
    examples=("They lost in the second {half}.",),
    counterexamples=("They lost {half} of it.",),
)


def _passed(reason: str, matches: str, examples: str, counterexamples: str) -> Exclusion:
    return Exclusion(
        id=f"no-figure.{reason}",
        matches=matches,
        examples=(examples,),
        counterexamples=(counterexamples,),
        digits=True,
    )


PASSED_OVER = {
    "address": _passed(
        "address",
        matches="a web address",
        examples="See {www.site1.example} for more.",
        counterexamples="See {12} sites for more.",
    ),
    "tag": _passed(
        "tag", matches="a hashtag", examples="They wrote {#top10} on it.", counterexamples="They wrote # {10} times."
    ),
    "keycap": _passed(
        "keycap", matches="an emoji with a digit", examples="{1\ufe0f\u20e3} Mix it.", counterexamples="Mix {1} egg."
    ),
    "name": _passed(
        "word",
        matches="letters and digits that are one word",
        examples="{MH17} fell.",
        counterexamples="In {17} towns it rains.",
    ),
    "telephone": _passed(
        "telephone",
        matches="a telephone number",
        examples="Ring {0800 123 4567} now.",
        counterexamples="Some {0.5} km on.",
    ),
    "code": _passed(
        "identifier",
        matches="digits joined by hyphens",
        examples="Form {1545-0008} was sent.",
        counterexamples="{15-45} forms were sent.",
    ),
    "date": _passed(
        "numeric-date",
        matches="a date in digits",
        examples="It opened on {2024-01-15}.",
        counterexamples="It opened {2024} shops.",
    ),
    "version": _passed(
        "version", "a version or a network address", "It runs {2.31.0.4} now.", "It rose {2.31} percent."
    ),
    "clock": _passed(
        "clock", matches="a time of day in digits", examples="It left at {10:30}.", counterexamples="It left {10} men."
    ),
    "years": _passed(
        "years",
        matches="a span of years",
        examples="It fell in {2012–13} again.",
        counterexamples="It takes {12–13} weeks.",
    ),
    "decade": _passed(
        "decade", matches="a decade", examples="In the {1990s} it grew.", counterexamples="It grew {1990} tonnes."
    ),
    "quarter": _passed(
        "quarter", matches="a quarter of a year", examples="It made $9m in {3Q24}.", counterexamples="It made {3} cars."
    ),
    "resolution": _passed(
        "resolution",
        matches="a screen or a network",
        examples="The {5G} network is slow.",
        counterexamples="It holds {5} grams.",
    ),
    "unreadable": _passed(
        "unreadable",
        matches="digits in no known order",
        examples="It sold {1,2345} cars.",
        counterexamples="It sold {1,234} cars.",
    ),
}
"""What the reader of numbers passes over, by the reason it gives."""

EXCLUSIONS = (*ASKED, PAGING, ORDINAL_OF_SOMETHING, FRACTION_OF_A_NAME, *PASSED_OVER.values())
BY_ID = rule_book(EXCLUSIONS)


def dated(place: Place, amount: Amount) -> bool:
    """Return whether a bare number is a day or a year, and so no end of an amount (``Sept. 29 to $113 million``)."""
    case = Case(place, amount)
    return amount.number.digits and (ask.is_date(case) or ask.is_calendar_year(case))


def excluded(place: Place, amount: Amount) -> Exclusion | None:
    """Return the rule that keeps the amount out, or None when it is a figure."""
    number = amount.number
    like = (amount.stated_unit, number.digits, number.scale != 1, number.kind is NumberKind.CARDINAL)
    case = Case(place, amount)
    return next((rule for rule in _asked(*like, amount.made.two_ends) if rule.asks and rule.asks(case)), None)


@cache
def _asked(stated_unit: bool, digits: bool, scaled: bool, cardinal: bool, two_ends: bool) -> tuple[Exclusion, ...]:
    """Return the rules that ask about amounts of one sort, in order."""
    return tuple(
        rule
        for rule in ASKED
        if (rule.with_unit or not stated_unit)
        and rule.digits in (None, digits)
        and (rule.scaled or not scaled)
        and (rule.vague or cardinal)
        and not (rule.single and two_ends)
    )
