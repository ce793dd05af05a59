"""The rules that say what a time dates, and which word opens an end of it, as values."""

from dataclasses import dataclass

from index.claims.rules import Rule


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

BOUNDS = {"since": SINCE, "after": AFTER, "before": BEFORE}
RULES: tuple[Rule, ...] = (*BOUNDS.values(), CLAUSE, NOUN, PHRASE, POST)
