"""The rules that read times, as values.

Examples are read in an article of Tuesday 18 March 2025, and once more in one without a date.
"""

from dataclasses import dataclass

from index.claims.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRule(Rule):
    """A rule that reads a time, with what other rules need to know of it."""

    calendar_day: bool = False
    """It names a day of the calendar, which a weekday before it belongs to: "Tuesday, January 14"."""
    weekday: bool = False
    """It names a day of the week only, so that the second of two lies behind the first."""
    divisible: bool = True
    """Words such as "early" and "the end of" name a part of what it reads."""
    around_now: bool = False
    """It names a unit of the calendar around the day of writing: "earlier this week" ends on that day."""
    from_date: bool = False
    """It is told from a date named before, and without one says little."""
    from_event: bool = False
    """It is told from a happening that the words behind it name."""
    stretch: bool = False
    """It runs from or to the day of writing."""
    inferred: str | None = None
    """Why a year is taken that the words do not tell, where that is an inference."""


DATE = TimeRule(
    id="event.date",
    matches="a day and month with a year",
    examples=("It opened on {January 17, 2025}.",),
    counterexamples=("It opened on January 17.",),
    calendar_day=True,
)
MONTH_YEAR = TimeRule(
    id="event.month-year",
    matches="a month with a year",
    examples=("It fell in {April 2024}.",),
    counterexamples=("It fell in April.",),
)
YEAR_SAID = TimeRule(
    id="event.year-said",
    matches="a month with “of last year”",
    examples=("It closed in {October of last year}.",),
    counterexamples=("It fell last year.",),
)
YEAR_BY_ANCHOR = TimeRule(
    id="event.year-by-anchor",
    matches="a month or day without a year, put nearest to the article's date on the side that the verb says",
    examples=("It closed on {December 3}.",),
    counterexamples=("It closed on December 3, 2020.",),
    calendar_day=True,
)
YEAR_BY_SAME_MONTH = TimeRule(
    id="event.year-by-same-month",
    matches="a month or day without a year in an article without a date, whose text gives that month one year only",
    examples=("It was sold on May 3, 2020 and reopened on {May 9}.",),
    counterexamples=("It was sold on May 3, 2020, in June 2020 and reopened on {July 9}.",),
    calendar_day=True,
    inferred="the only year that the text gives to this month",
)
YEAR_BY_PARAGRAPH = TimeRule(
    id="event.year-by-paragraph",
    matches="a month or day without a year, near a full date of the same paragraph in an article without a date",
    examples=("It was sold on May 3, 2020 and reopened on {June 9}.",),
    counterexamples=("It reopened on June 9.",),
    calendar_day=True,
    inferred="the year nearest to the full date named before it",
)
YEAR_BY_WEEKDAY = TimeRule(
    id="event.year-by-weekday",
    matches="a weekday with a day that agree in only one of the years near the latest one that the text names",
    examples=("The 2025 season began on {Tuesday, January 14}.",),
    counterexamples=("The 2025 season began on January 14.",),
    inferred="the only year near those named in the text in which the day is that weekday",
)
YEAR_OPEN = TimeRule(
    id="event.year-open",
    matches="a month or day whose year nothing tells",
    examples=("It closed on {December 3}.",),
    counterexamples=("It closed on December 3, 2020.",),
    calendar_day=True,
)
DAY_RANGE = TimeRule(
    id="event.day-range",
    matches="two days of a month",
    examples=("It ran {June 6 and 7, 2020}.",),
    counterexamples=("It ran on June 6, 2020.",),
)
MONTH_RANGE = TimeRule(
    id="event.month-range",
    matches="two months",
    examples=("{January to March 2020} was dry.",),
    counterexamples=("January 2020 was dry.",),
)
IMPOSSIBLE = TimeRule(
    id="event.impossible-date",
    matches="a day that the calendar does not have: it stays undated, and its year is not taken for it",
    examples=("It shut on {February 30, 2020}.",),
    counterexamples=("It shut on February 29, 2020.",),
)
ISO_DATE = TimeRule(
    id="event.iso-date",
    matches="a date as ISO 8601 writes it",
    examples=("Signed {2025-01-17}.",),
    counterexamples=("Signed 2025-31-17.",),
    calendar_day=True,
)
ISO_MONTH = TimeRule(
    id="event.iso-month",
    matches="a month as ISO 8601 writes it",
    examples=("It fell in {2024-05}.",),
    counterexamples=("The 2010-15 plan fell.",),
)
NUMERIC_DATE = TimeRule(
    id="event.numeric-date",
    matches="three numbers of which one is above 12, or with dots",
    examples=("Signed {17/01/2025} in Rome.",),
    counterexamples=("Signed 3/4/2025 in Rome.",),
    calendar_day=True,
)
AMBIGUOUS = TimeRule(
    id="event.ambiguous-date",
    matches="three numbers that could be read day first or month first: they stay undated",
    examples=("Signed {3/4/2025} in Rome.",),
    counterexamples=("Signed 13/4/2025 in Rome.",),
)
HOLIDAY = TimeRule(
    id="event.holiday",
    matches="a day with a name",
    examples=("He sang on {Christmas Eve 2019}.",),
    counterexamples=("He sang of Christ in 2019.",),
)
NAMED_DAY = TimeRule(
    id="event.named-day",
    matches="a day that has become a name",
    examples=("It changed after {9/11}.",),
    counterexamples=("It changed after 9/12.",),
)
YEAR = TimeRule(
    id="event.year",
    matches="a year of four digits",
    examples=("It was founded in {2013}.",),
    counterexamples=("It seats 2013 people.",),
)
YEAR_IN_NAME = TimeRule(
    id="event.year-in-name",
    matches="a year that ends a name: it dates nothing",
    examples=("The firm showed it at Gadgetfair {2025}.",),
    counterexamples=("The firm showed it in 2025.",),
    divisible=False,
)
YEAR_RANGE = TimeRule(
    id="event.year-range",
    matches="two years",
    examples=("The {2010-15} plan failed.",),
    counterexamples=("The 2010 plan failed.",),
)
SHORT_YEAR = TimeRule(
    id="event.short-year",
    matches="two digits behind an apostrophe",
    examples=("He won it in {'98}.",),
    counterexamples=("He won it '98 times.",),
)
ERA_YEAR = TimeRule(
    id="event.year-of-era",
    matches="a year with BC, AD or CE; before the common era it stays open",
    examples=("It stood in {300 BC}.",),
    counterexamples=("It stood in 1300.",),
)
QUARTER = TimeRule(
    id="event.quarter",
    matches="a quarter of a year",
    examples=("Sales fell in {Q4 2020}.",),
    counterexamples=("Lee scored in the third quarter of the game.",),
)
HALF_YEAR = TimeRule(
    id="event.half-year",
    matches="a half of a year",
    examples=("Sales rose in {the second half of 2024}.",),
    counterexamples=("They led in the second half.",),
)
SEASON_YEAR = TimeRule(
    id="event.season-year",
    matches="a season with a year",
    examples=("It rained all {summer 2019}.",),
    counterexamples=("They spring up in 2019.",),
)
SEASON = TimeRule(
    id="event.season",
    matches="a season without a year that no year can be told for",
    examples=("They swim in {the summer}.",),
    counterexamples=("It rose last summer.",),
)
SEASON_BY_ANCHOR = TimeRule(
    id="event.season-by-anchor",
    matches="a season told from the article's date",
    examples=("It closed {last summer}.",),
    counterexamples=("It closed in summer 2019.",),
    around_now=True,
)
FISCAL_YEAR = TimeRule(
    id="event.fiscal-year",
    matches="a fiscal year; it stays open, for each begins elsewhere",
    examples=("{The 2023 fiscal year} was lean.",),
    counterexamples=("The year 2023 was lean.",),
)
DECADE = TimeRule(
    id="event.decade",
    matches="ten years",
    examples=("It peaked in {the 1990s}.",),
    counterexamples=("He died in his 90s.",),
)
CENTURY = TimeRule(
    id="event.century",
    matches="a hundred years",
    examples=("It began in {the 19th century}.",),
    counterexamples=("It was the 19th of the century.",),
)
PART = TimeRule(
    id="event.part",
    matches="a part of a period",
    examples=("By {the end of January 2020} it fell.",),
    counterexamples=("It fell in January 2020.",),
    divisible=False,
)
FROM_TO = TimeRule(
    id="event.from-to",
    matches="a range of times",
    examples=("It ran {between 2010 and 2015}.",),
    counterexamples=("It ran in 2010 and 2015.",),
)
UNIT_OF_A_DAY = TimeRule(
    id="event.unit-of-a-day",
    matches="the week, weekend or month of a day",
    examples=("{The week of May 6, 2020} was dry.",),
    counterexamples=("May 6, 2020 was dry.",),
)
COMPARISON_BASE = TimeRule(
    id="event.comparison-base",
    matches="the time that something is compared with: it dates nothing",
    examples=("Sales rose against {the same period in 2019}.",),
    counterexamples=("Sales rose in 2019.",),
)
UNIT_BY_ANCHOR = TimeRule(
    id="event.unit-by-anchor",
    matches="a week, month or year told from the article's date",
    examples=("It closed {last month}.",),
    counterexamples=("It closed a month ago.",),
    around_now=True,
)
UNIT_SAID = TimeRule(
    id="event.unit-said",
    matches="a part of the day, week, month or year named before, or of the article's own",
    examples=("It rained {earlier in the week}.",),
    counterexamples=("It rained in the week.",),
    around_now=True,
)
MONTH_BY_ANCHOR = TimeRule(
    id="event.month-by-anchor",
    matches="a month with last, this or next",
    examples=("It closed {last March}.",),
    counterexamples=("It closed in March.",),
    around_now=True,
)
STRETCH = TimeRule(
    id="event.stretch-by-anchor",
    matches="a stretch that ends or begins on the article's date",
    examples=("It closed over {the past week}.",),
    counterexamples=("It closed last week.",),
    stretch=True,
)
FROM_ANCHOR = TimeRule(
    id="event.told-from-anchor",
    matches="so long ago",
    examples=("It closed {two weeks ago}.",),
    counterexamples=("It closed two weeks later.",),
)
FROM_STATED_DATE = TimeRule(
    id="event.told-from-a-stated-date",
    matches="so long before or after a date",
    examples=("He left {two days before May 3, 2020}.",),
    counterexamples=("He left two days before the war.",),
)
FROM_DATE_BEFORE = TimeRule(
    id="event.told-from-the-date-before",
    matches="told from the date named before",
    examples=("It opened on May 3, 2020 and closed {the next day}.",),
    counterexamples=("It closed tomorrow.",),
    from_date=True,
)
FROM_TIME_BEFORE = TimeRule(
    id="event.told-from-the-time-before",
    matches="so many minutes or hours from the time of day named before",
    examples=("It left at 12:10 p.m. and fell {10 minutes later}.",),
    counterexamples=("It left and fell 10 minutes later.",),
)
FROM_EVENT = TimeRule(
    id="event.told-from-an-event",
    matches="so long, soon or just before or after a happening",
    examples=("It fell {shortly after} taking off.",),
    counterexamples=("It fell shortly.",),
    from_date=True,
    from_event=True,
)
DAY_BY_ANCHOR = TimeRule(
    id="event.day-by-anchor",
    matches="today, yesterday, tonight",
    examples=("The vote was held {yesterday}.",),
    counterexamples=("USA Today held a vote.",),
)
WEEKDAY = TimeRule(
    id="event.weekday-by-anchor",
    matches="a weekday, on the side of the article's date that the verb says",
    examples=("The show opens on {Friday}.",),
    counterexamples=("The show opens on Black Friday.",),
    weekday=True,
)
WEEKDAY_OF_MONTH = TimeRule(
    id="event.weekday-of-month",
    matches="the first to fifth or last weekday of a month",
    examples=("The market is on {the last Friday of March}.",),
    counterexamples=("The market was last Friday.",),
)
CLOCK_AND_DAY = TimeRule(
    id="event.clock-and-day",
    matches="a time of day with its day",
    examples=("He left at {10:30 p.m. on May 3, 2020}.",),
    counterexamples=("He left at 10:30 p.m.",),
)
CLOCK_OF_DAY_BEFORE = TimeRule(
    id="event.clock-of-day-before",
    matches="a time of day of the day named before",
    examples=("He came on May 3, 2020 and left at {10:30 p.m.}",),
    counterexamples=("He left at 10:30 p.m.",),
)
CLOCK = TimeRule(
    id="event.clock",
    matches="a time of day without a day",
    examples=("He left at {10:30 p.m.}",),
    counterexamples=("It lasted two hours.",),
)
SAID_PART = TimeRule(
    id="event.said-part",
    matches="a part of the day named before, or an early or late one",
    examples=("It left again {the early afternoon}.",),
    counterexamples=("It left again in the afternoon.",),
)
LENGTH = TimeRule(
    id="event.length",
    matches="a length of time: it dates nothing",
    examples=("It took {nine months}.",),
    counterexamples=("He is nine months old.",),
)
RHYTHM = TimeRule(
    id="event.rhythm",
    matches="how often: it dates nothing",
    examples=("It costs little {every year}.",),
    counterexamples=("It cost little last year.",),
)
UNIT_ALONE = TimeRule(
    id="event.unit-alone",
    matches="“the day” and its like: too vague to date",
    examples=("{The year} was dry.",),
    counterexamples=("The year's end was dry.",),
)
REFERENCE = TimeRule(
    id="event.reference",
    matches="words such as now: they date nothing",
    examples=("It is {now} closed.",),
    counterexamples=("It is closed.",),
)
CHINESE_DATE = TimeRule(
    id="event.chinese-date",
    matches="a date in Chinese",
    examples=("成立于{2013年}的公司",),
    counterexamples=("他昨天离开",),
)
CHINESE_RELATIVE = TimeRule(
    id="event.chinese-relative",
    matches="yesterday, last year and their like in Chinese",
    examples=("他{昨天}离开",),
    counterexamples=("成立于2013年的公司",),
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, TimeRule))
