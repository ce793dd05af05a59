"""The rules that find predictions and stances: what gives them away, and what around it says otherwise.

The classes follow the grammar of future reference and modality in English (Quirk et al., "A Comprehensive Grammar of
the English Language", 4.41-4.58): modal verbs, predicates of likelihood, semi-modals ("is set to", "is to"), verbs of
intention, predicates of obligation and evaluation, and questions. The words of each rule stand in
``english/prediction-cues.toml``, by its id.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from index.claims.predictions import present
from index.claims.predictions.places import Place
from index.claims.rules import Rule


class Stance(StrEnum):
    """How a prediction sees what is to come."""

    LIKELY = "likely"
    UNLIKELY = "unlikely"
    UNCERTAIN = "uncertain"
    RECOMMENDED = "recommended"
    JUDGED = "judged"


class Negation(StrEnum):
    """Where a "not" stands that makes a likely thing unlikely."""

    BEHIND = "behind"
    """Behind the cue, or in the subject: "will not", "no tram will"."""
    BEFORE = "before"
    """Before the cue: "is not expected to"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRule(Rule):
    """A rule with its stance, its weight among the cues of a sentence, and what refuses a cue where it stands.

    The heaviest cue of a clause gives its stance. A cue is refused where any predicate of ``refused`` holds.
    """

    stance: Stance
    weight: int
    negated: Negation | None = None
    refused: tuple[Callable[[Place], bool], ...] = ()
    in_coming_year: bool = False
    """Whether the cue ends with a year, which must come after the article's."""
    of_time: bool = False
    """Whether the cue is a time, so that what it stands beside is not its subject."""


RULES = (
    CueRule(
        id="prediction.open-question",
        matches="words that leave open what will happen",
        stance=Stance.UNCERTAIN,
        weight=9,
        refused=(present.asked_of_present,),
        examples=(
            "It {remains to be seen} whether the roof holds.",
            "The fate of the tram {is still unclear}.",
            "It is {not clear whether} the dam will hold.",
        ),
        counterexamples=("It is unclear how many sheep died.", "It was not clear where he was born."),
    ),
    CueRule(
        id="prediction.unlikely",
        matches="words for a small chance",
        stance=Stance.UNLIKELY,
        weight=8,
        examples=(
            "It is {highly unlikely that} the dam holds.",
            "There is {little chance} of snow.",
            "The lake is {not expected to} freeze.",
        ),
        counterexamples=("It seemed unlikely to last, and it did not.", "It was doubtful from the start."),
    ),
    CueRule(
        id="prediction.possible",
        matches="words for a chance or a danger",
        stance=Stance.UNCERTAIN,
        weight=8,
        examples=(
            "There is a real {danger that} the dam breaks.",
            "The orchard is {at risk of} flooding.",
            "It is {possible that} snow falls by Friday.",
        ),
        counterexamples=("They came as soon as possible for the fair.", "It was possible that he slept."),
    ),
    CueRule(
        id="prediction.likelihood",
        matches="predicates of likelihood and of what is arranged",
        stance=Stance.LIKELY,
        weight=7,
        negated=Negation.BEFORE,
        examples=(
            "The dam is {set to} burst.",
            "Rain is {very likely to} fall.",
            "The fair is {scheduled for} June.",
            "There is {no doubt that} the mill will be sold.",
        ),
        counterexamples=("They were set to leave when it rained.", "The barn was likely to burn."),
    ),
    CueRule(
        id="prediction.expectation",
        matches="verbs of expecting and forecasting",
        stance=Stance.LIKELY,
        weight=7,
        negated=Negation.BEFORE,
        examples=(
            "Prices {are expected to} double by 2030.",
            "The bank {forecasts} growth of two percent.",
            "Sales are {projected to} fall.",
        ),
        counterexamples=("The bridge was expected to open, and it did.", "It is what is expected of a baker."),
    ),
    CueRule(
        id="prediction.recommended",
        matches="modal verbs and predicates of duty",
        stance=Stance.RECOMMENDED,
        weight=6,
        refused=(present.conditional, present.standing),
        examples=("The town {should} mend the road.", "The council {must} act.", "The roof {needs mending}."),
        counterexamples=(
            "MUST WATCH: the flood from above",
            "The town must count votes whenever a seat falls vacant.",
            "Bakers didn't need to bake.",
        ),
    ),
    CueRule(
        id="prediction.urged",
        matches="verbs of urging, advising and proposing",
        stance=Stance.RECOMMENDED,
        weight=6,
        refused=(present.made_to,),
        examples=(
            "Doctors {urged parents to} wait.",
            "Bakers have {suggested} creating a market hall.",
            "The mayor {called for} a new bridge.",
        ),
        counterexamples=(
            "The flood prompted the town to recommend that bathers leave.",
            "The plan was recommended to the board.",
        ),
    ),
    CueRule(
        id="prediction.future",
        matches="the future with “will”, “is going to” and “is to”",
        stance=Stance.LIKELY,
        weight=5,
        negated=Negation.BEHIND,
        refused=(present.an_aim,),
        examples=("The bridge {will} open in May.", "The firm {is to} be sold.", "It {is going to} rain."),
        counterexamples=(
            "Political will was scarce.",
            "He left the house in his will to Ann.",
            "The delay was due to rain.",
            "Their aim is to frighten people.",
        ),
    ),
    CueRule(
        id="prediction.risk",
        matches="verbs of what threatens or waits",
        stance=Stance.LIKELY,
        weight=5,
        examples=(
            "The park {risks} becoming a desert.",
            "The miller {stands to} gain.",
            "Ice {threatens to} close the port.",
        ),
        counterexamples=("She caught the ball that was heading towards the mill.", "It is a list of risks and costs."),
    ),
    CueRule(
        id="prediction.intention",
        matches="plans, promises, agreements and hopes",
        stance=Stance.LIKELY,
        weight=4,
        negated=Negation.BEFORE,
        refused=(present.long_ago,),
        examples=(
            "The council {plans to} close two schools.",
            "The mayor {promised to} mend the road.",
            "The two mills are {in talks} over a merger.",
        ),
        counterexamples=("The farmers threatened to burn the mill last month.", "He was committed to the choir."),
    ),
    CueRule(
        id="prediction.wanted",
        matches="“wanted to” in what somebody reports or plans",
        stance=Stance.LIKELY,
        weight=4,
        negated=Negation.BEFORE,
        refused=(present.unreported,),
        examples=("The mayor said the town {wanted to} buy the mill.",),
        counterexamples=("She wanted to sleep.", "She used to say that she wanted to sing."),
    ),
    CueRule(
        id="prediction.reported-future",
        matches="“would” in what somebody reported, promised or made a condition",
        stance=Stance.LIKELY,
        weight=3,
        negated=Negation.BEHIND,
        refused=(present.unreported, present.narrated),
        examples=("The mayor said the tram {would} stop at noon.", "If it rained, the fair {would} move indoors."),
        counterexamples=(
            "We would often swim there.",
            "Ann said she would have stayed.",
            "Few believed the mill would burn the next night.",
        ),
    ),
    CueRule(
        id="prediction.modal",
        matches="“could”, “may” and “might” of what is to come",
        stance=Stance.UNCERTAIN,
        weight=3,
        refused=(present.could_not, present.epistemic),
        examples=(
            "The lake {could} freeze.",
            "Farmers {may} lose their harvest.",
            "The lake {may} be rising again by Sunday.",
        ),
        counterexamples=(
            "He could not be reached.",
            "The road could have been mended.",
            "That may be why the dam was built of clay.",
            "They came so that they could sing.",
        ),
    ),
    CueRule(
        id="prediction.hedge",
        matches="adverbs of probability, hopes and fears",
        stance=Stance.UNCERTAIN,
        weight=2,
        refused=(present.of_present,),
        examples=("{I hope} it rains.", "The fair {is perhaps} over by Sunday."),
        counterexamples=("She was likely asleep.", "I hope it is.", "The lens likely indicates a flaw."),
    ),
    CueRule(
        id="prediction.coming-time",
        matches="a time that is still to come",
        stance=Stance.LIKELY,
        weight=2,
        refused=(present.next_of_then,),
        of_time=True,
        examples=("The choir sings {next week}.", "The mill opens {in the near future}."),
        counterexamples=(
            "The council passed a bill in 2019 spending two million over the next five years.",
            "They sang in the week before.",
        ),
    ),
    CueRule(
        id="prediction.coming-year",
        matches="a year after that of the article",
        stance=Stance.LIKELY,
        weight=2,
        in_coming_year=True,
        of_time=True,
        examples=("Ulm wants no cars {by 2030}.",),
        counterexamples=("All trams were electric by 2019.",),
    ),
    CueRule(
        id="prediction.evaluation",
        matches="judgements of something as good, bad or necessary",
        stance=Stance.JUDGED,
        weight=1,
        examples=("The fence {is a mistake}.", "It {is essential that} the valley gets clean water."),
        counterexamples=(
            "The fair is an unexpected win for the town.",
            "Good roads are crucial to preventing accidents.",
        ),
    ),
)
"""The rules of cues; each cue is looked for in this order at every word of the sentence in small letters."""

QUESTION = CueRule(
    id="prediction.question",
    matches="a question of yes or no about what is to come",
    stance=Stance.UNCERTAIN,
    weight=9,
    examples=("{Will} it hold?", "But {does} the roof have the ability to hold?"),
    counterexamples=("Could this be the oldest mill in the valley?", "Did it rain?"),
)
HEADLINE = CueRule(
    id="prediction.headline-infinitive",
    matches="the infinitive by which a headline speaks of the future",
    stance=Stance.LIKELY,
    weight=4,
    examples=("Ulm {to close} two bridges", "ULM {TO CLOSE} BRIDGES"),
    counterexamples=("How to close a bridge", "Ulm to Roe by train took a day"),
)
SUBJECT_SPEAKS = Rule(
    id="prediction.subject-speaks",
    matches="the subject of a verb of promising, threatening or proposing, who is the speaker where nobody else is",
    examples=("{Ann Lee} has promised to buy the mill.", "{Some bakers} have suggested creating a market hall."),
    counterexamples=("It has promised to buy the mill.", "The mill is expected to open."),
)
ALL_RULES: tuple[Rule, ...] = (*RULES, QUESTION, HEADLINE, SUBJECT_SPEAKS)
