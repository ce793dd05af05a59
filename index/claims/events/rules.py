"""The rules of dated events as values: how a time is read, which word opens an end of it, and what it dates.

Examples are read in an article of Tuesday 18 March 2025, and once more in one without a date.
"""

from dataclasses import dataclass

from index.claims.rules import Rule, rule_book


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


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundRule(Rule):
    """A rule for a word straight before a time that opens one of its ends."""

    opens_start: bool = False
    opens_end: bool = False
    excludes: bool = False
    """The time itself is not meant: "after 1995" begins in 1996."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRule(Rule):
    """A rule for the words that say what happened at a time."""

    takes_bounds: bool = True
    """A preposition before the time belongs to the time."""


def _time(name: str, matches: str, example: str, counterexample: str, **options: object) -> TimeRule:
    """Return a rule with one example and one counterexample; more stand in the tests."""
    return TimeRule(
        id=f"event.{name}",
        matches=matches,
        examples=(example,),
        counterexamples=(counterexample,),
        **options,  # type: ignore[arg-type]
    )


DATE = _time(
    "date",
    "a day and month with a year",
    "It opened on {January 17, 2025}.",
    "It opened on January 17.",
    calendar_day=True,
)
MONTH_YEAR = _time("month-year", "a month with a year", "It fell in {April 2024}.", "It fell in April.")
YEAR_SAID = _time(
    "year-said", "a month with “of last year”", "It closed in {October of last year}.", "It fell last year."
)
YEAR_BY_ANCHOR = _time(
    "year-by-anchor",
    "a month or day without a year, put nearest to the article's date on the side that the verb says",
    "It closed on {December 3}.",
    "It closed on December 3, 2020.",
    calendar_day=True,
)
YEAR_BY_SAME_MONTH = _time(
    "year-by-same-month",
    "a month or day without a year in an article without a date, whose text names that month with one year only",
    "It was sold on May 3, 2020 and reopened on {May 9}.",
    "It was sold on May 3, 2020, in June 2020 and reopened on {July 9}.",
    calendar_day=True,
    inferred="the only year that the text gives to this month",
)
YEAR_BY_PARAGRAPH = _time(
    "year-by-paragraph",
    "a month or day without a year, near a full date of the same paragraph in an article without a date",
    "It was sold on May 3, 2020 and reopened on {June 9}.",
    "It reopened on June 9.",
    calendar_day=True,
    inferred="the year nearest to the full date named before it",
)
YEAR_BY_WEEKDAY = _time(
    "year-by-weekday",
    "a weekday with a day that agree in only one of the years near the latest one that the text names",
    "The 2025 season began on {Tuesday, January 14}.",
    "The 2025 season began on January 14.",
    inferred="the only year near those named in the text in which the day is that weekday",
)
YEAR_OPEN = _time(
    "year-open",
    "a month or day whose year nothing tells",
    "It closed on {December 3}.",
    "It closed on December 3, 2020.",
    calendar_day=True,
)
DAY_RANGE = _time("day-range", "two days of a month", "It ran {June 6 and 7, 2020}.", "It ran on June 6, 2020.")
MONTH_RANGE = _time("month-range", "two months", "{January to March 2020} was dry.", "January 2020 was dry.")
IMPOSSIBLE = _time(
    "impossible-date",
    "a day that the calendar does not have: it stays undated, and its year is not taken for it",
    "It shut on {February 30, 2020}.",
    "It shut on February 29, 2020.",
)
ISO_DATE = _time(
    "iso-date", "a date as ISO 8601 writes it", "Signed {2025-01-17}.", "Signed 2025-31-17.", calendar_day=True
)
ISO_MONTH = _time("iso-month", "a month as ISO 8601 writes it", "It fell in {2024-05}.", "The 2010-15 plan fell.")
NUMERIC_DATE = _time(
    "numeric-date",
    "three numbers of which one is above 12, or with dots",
    "Signed {17/01/2025} in Rome.",
    "Signed 3/4/2025 in Rome.",
    calendar_day=True,
)
AMBIGUOUS = _time(
    "ambiguous-date",
    "three numbers that could be read day first or month first: they stay undated",
    "Signed {3/4/2025} in Rome.",
    "Signed 13/4/2025 in Rome.",
)
HOLIDAY = _time("holiday", "a day with a name", "He sang on {Christmas Eve 2019}.", "He sang of Christ in 2019.")
NAMED_DAY = _time("named-day", "a day that has become a name", "It changed after {9/11}.", "It changed after 9/12.")
YEAR = _time("year", "a year of four digits", "It was founded in {2013}.", "It seats 2013 people.")
YEAR_IN_NAME = _time(
    "year-in-name",
    "a year that ends a name: it dates nothing",
    "The firm showed it at Gadgetfair {2025}.",
    "The firm showed it in 2025.",
    divisible=False,
)
YEAR_RANGE = _time("year-range", "two years", "The {2010-15} plan failed.", "The 2010 plan failed.")
SHORT_YEAR = _time("short-year", "two digits behind an apostrophe", "He won it in {'98}.", "He won it '98 times.")
ERA_YEAR = _time(
    "year-of-era",
    "a year with BC, AD or CE; before the common era it stays open",
    "It stood in {300 BC}.",
    "It stood in 1300.",
)
QUARTER = _time(
    "quarter", "a quarter of a year", "Sales fell in {Q4 2020}.", "Lee scored in the third quarter of the game."
)
HALF_YEAR = _time(
    "half-year", "a half of a year", "Sales rose in {the second half of 2024}.", "They led in the second half."
)
SEASON_YEAR = _time("season-year", "a season with a year", "It rained all {summer 2019}.", "They spring up in 2019.")
SEASON = _time(
    "season",
    "a season without a year that no year can be told for",
    "They swim in {the summer}.",
    "It rose last summer.",
)
SEASON_BY_ANCHOR = _time(
    "season-by-anchor",
    "a season told from the article's date",
    "It closed {last summer}.",
    "It closed in summer 2019.",
    around_now=True,
)
FISCAL_YEAR = _time(
    "fiscal-year",
    "a fiscal year; it stays open, for each begins elsewhere",
    "{The 2023 fiscal year} was lean.",
    "The year 2023 was lean.",
)
DECADE = _time("decade", "ten years", "It peaked in {the 1990s}.", "He died in his 90s.")
CENTURY = _time("century", "a hundred years", "It began in {the 19th century}.", "It was the 19th of the century.")
PART = _time(
    "part", "a part of a period", "By {the end of January 2020} it fell.", "It fell in January 2020.", divisible=False
)
FROM_TO = _time("from-to", "a range of times", "It ran {between 2010 and 2015}.", "It ran in 2010 and 2015.")
UNIT_OF_A_DAY = _time(
    "unit-of-a-day", "the week, weekend or month of a day", "{The week of May 6, 2020} was dry.", "May 6, 2020 was dry."
)
COMPARISON_BASE = _time(
    "comparison-base",
    "the time that something is compared with: it dates nothing",
    "Sales rose against {the same period in 2019}.",
    "Sales rose in 2019.",
)
UNIT_BY_ANCHOR = _time(
    "unit-by-anchor",
    "a week, month or year told from the article's date",
    "It closed {last month}.",
    "It closed a month ago.",
    around_now=True,
)
UNIT_SAID = _time(
    "unit-said",
    "a part of the day, week, month or year named before, or of the article's own",
    "It rained {earlier in the week}.",
    "It rained in the week.",
    around_now=True,
)
MONTH_BY_ANCHOR = _time(
    "month-by-anchor",
    "a month with last, this or next",
    "It closed {last March}.",
    "It closed in March.",
    around_now=True,
)
STRETCH = _time(
    "stretch-by-anchor",
    "a stretch that ends or begins on the article's date",
    "It closed over {the past week}.",
    "It closed last week.",
    stretch=True,
)
FROM_ANCHOR = _time("told-from-anchor", "so long ago", "It closed {two weeks ago}.", "It closed two weeks later.")
FROM_STATED_DATE = _time(
    "told-from-a-stated-date",
    "so long before or after a date",
    "He left {two days before May 3, 2020}.",
    "He left two days before the war.",
)
FROM_DATE_BEFORE = _time(
    "told-from-the-date-before",
    "told from the date named before",
    "It opened on May 3, 2020 and closed {the next day}.",
    "It closed tomorrow.",
    from_date=True,
)
FROM_TIME_BEFORE = _time(
    "told-from-the-time-before",
    "so many minutes or hours from the time of day named before",
    "It left at 12:10 p.m. and fell {10 minutes later}.",
    "It left and fell 10 minutes later.",
)
FROM_EVENT = _time(
    "told-from-an-event",
    "so long, soon or just before or after a happening",
    "It fell {shortly after} taking off.",
    "It fell shortly.",
    from_date=True,
    from_event=True,
)
DAY_BY_ANCHOR = _time(
    "day-by-anchor", "today, yesterday, tonight", "The vote was held {yesterday}.", "USA Today held a vote."
)
WEEKDAY = _time(
    "weekday-by-anchor",
    "a weekday, on the side of the article's date that the verb says",
    "The show opens on {Friday}.",
    "The show opens on Black Friday.",
    weekday=True,
)
WEEKDAY_OF_MONTH = _time(
    "weekday-of-month",
    "the first to fifth or last weekday of a month",
    "The market is on {the last Friday of March}.",
    "The market was last Friday.",
)
CLOCK_AND_DAY = _time(
    "clock-and-day", "a time of day with its day", "He left at {10:30 p.m. on May 3, 2020}.", "He left at 10:30 p.m."
)
CLOCK_OF_DAY_BEFORE = _time(
    "clock-of-day-before",
    "a time of day of the day named before",
    "He came on May 3, 2020 and left at {10:30 p.m.}",
    "He left at 10:30 p.m.",
)
CLOCK = _time("clock", "a time of day without a day", "He left at {10:30 p.m.}", "It lasted two hours.")
SAID_PART = _time(
    "said-part",
    "a part of the day named before, or an early or late one",
    "It left again {in the early afternoon}.",
    "It left again in the afternoon.",
)
LENGTH = _time("length", "a length of time: it dates nothing", "It took {nine months}.", "He is nine months old.")
RHYTHM = _time("rhythm", "how often: it dates nothing", "It costs little {every year}.", "It cost little last year.")
UNIT_ALONE = _time(
    "unit-alone", "“the day” and its like: too vague to date", "{The year} was dry.", "The year's end was dry."
)
REFERENCE = _time("reference", "words such as now: they date nothing", "It is {now} closed.", "It is closed.")
CHINESE_DATE = _time("chinese-date", "a date in Chinese", "成立于{2013年}的公司", "他昨天离开")
CHINESE_RELATIVE = _time(
    "chinese-relative", "yesterday, last year and their like in Chinese", "他{昨天}离开", "成立于2013年的公司"
)

SINCE = BoundRule(
    id="event.since",
    matches="“since” before a time: it has lasted from then on",
    examples=("The shop has been open {since 2014}.",),
    counterexamples=("The shop was open in 2014.",),
    opens_end=True,
)
AFTER = BoundRule(
    id="event.after",
    matches="“after” before a time: later than it",
    examples=("Half of them were born {after 1995}.",),
    counterexamples=("Much was said after the 2016 election.",),
    opens_end=True,
    excludes=True,
)
BEFORE = BoundRule(
    id="event.before",
    matches="“before” before a time: earlier than it",
    examples=("All of it was built {before May 3, 2020}.",),
    counterexamples=("All of it was built by May 3, 2020.",),
    opens_start=True,
    excludes=True,
)

CLAUSE = ClauseRule(
    id="event.clause",
    matches="a clause with a verb: it says what happened",
    examples=("{The bakery was founded in 2013 by two sisters}.",),
    counterexamples=("The accident of 2013 at the mill.",),
)
NOUN = ClauseRule(
    id="event.noun",
    matches="the noun that a time stands before",
    examples=("Experts still discuss the 1959 {accident at the mill}.",),
    counterexamples=("Experts discussed it in 1959.",),
    takes_bounds=False,
)
PHRASE = ClauseRule(
    id="event.phrase",
    matches="words without a verb",
    examples=("{A fire at the mill in 2015}.",),
    counterexamples=("The mill burned in 2015.",),
)
POST = ClauseRule(
    id="event.post",
    matches="an account on a network before a date: the post's",
    examples=("It rains again — {Ann Lee (@annlee)} December 26, 2017",),
    counterexamples=("Ann Lee wrote on December 26, 2017.",),
)

RULES: tuple[Rule, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
BOOK = rule_book(RULES)
BOUNDS = {"since": SINCE, "after": AFTER, "before": BEFORE}
