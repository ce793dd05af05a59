"""The rules for who says what: each ties a source to its content, by a verb, a noun, a mark or a place.

A rule tells where the content stands; whether it is somebody's words or only what he thinks, wants or judges is told by
the verb. Braces in the examples mark the content. The conventions of spans are those of PolNeAR.
"""

from dataclasses import dataclass

from index.claims.rules import Rule, rule_book


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRule(Rule):
    """A rule for attributions.

    ``judged``: with a verb of thinking or judging, the words are the author's, and only the judgement is the source's.
    ``clause``: the content is a clause, which can tell a finding. ``promised``: it is what somebody is bound to do.
    In a participle ("…, saying that …"): ``sourceless`` needs no source before it, ``loose`` is none with an attitude.
    ``second``: it is the second half of a quotation that its cue interrupts. ``to_paragraph_end``: it runs on to there.
    """

    judged: bool = False
    clause: bool = False
    promised: bool = False
    second: bool = False
    sourceless: bool = False
    loose: bool = False
    to_paragraph_end: bool = False


QUOTATION_THEN_CUE = QuotationRule(
    id="quotation.then-cue",
    matches="quoted words, then who says them: “…,” NAME said; “…,” said NAME",
    examples=("{“We will not pay,”} Ana Ruiz said.", "{“We will not pay,”} said Ana Ruiz, the treasurer."),
    counterexamples=("The “Blue Note” label said it would close.",),
)
INTERRUPTED_QUOTATION = QuotationRule(
    id="quotation.interrupted",
    matches="the quoted words that go on after the cue that interrupts them",
    examples=("“We will not pay,” Ana Ruiz said, {“and we never have.”}",),
    counterexamples=("“We will not pay,” Ana Ruiz said.",),
    second=True,
)
CLAUSE_THEN_CUE = QuotationRule(
    id="quotation.clause-then-cue",
    matches="a clause, then who says it: …, NAME said; …, said NAME",
    examples=("{The bridge is safe}, the mayor said.", "{Two men were hurt in the fire}, said police."),
    counterexamples=("In the morning, the mayor said nothing.",),
    clause=True,
)
INTERRUPTED_CLAUSE = QuotationRule(
    id="quotation.interrupted-clause",
    matches="the rest of a clause after the cue that interrupts it",
    examples=("The bridge is safe, the mayor said, {although one lane is closed}.",),
    counterexamples=("The bridge is safe, the mayor said, leaving the hall.",),
    clause=True,
)
CUE_THEN_QUOTATION = QuotationRule(
    id="quotation.cue-then",
    matches="who says it, then the quoted words: NAME said, “…”; NAME told the paper: “…”",
    examples=("Ana Ruiz said: {“We will not pay.”}", "Ana Ruiz told reporters, {“We will not pay.”}"),
    counterexamples=("Ana Ruiz opened the “Blue Note” bar.",),
    sourceless=True,
)
SOURCE_AFTER_OPENING_CUE = QuotationRule(
    id="quotation.opening-cue",
    matches="a cue that opens the sentence: Said NAME: “…”",
    examples=("Said Ana Ruiz: {“We will not pay.”}",),
    counterexamples=("Said to be the oldest, the oak stands in Brenn.",),
)
CUE_AND_COLON = QuotationRule(
    id="quotation.colon",
    matches="who says it, a colon, and the words without quotation marks",
    examples=("Ana Ruiz said: {the bill stays unpaid}.",),
    counterexamples=("Ana Ruiz had three cats: two black, one white.",),
    clause=True,
    sourceless=True,
)
CUE_AND_THAT = QuotationRule(
    id="quotation.that",
    matches="a verb of saying or thinking with a clause that “that” opens",
    examples=("The mayor said {that the bridge is safe}.", "The mayor believes {that the bridge is safe}."),
    counterexamples=("The mayor opened a bridge that is safe.",),
    clause=True,
    sourceless=True,
)
CUE_AND_CLAUSE = QuotationRule(
    id="quotation.clause",
    matches="a verb of saying or thinking with a clause without “that”",
    examples=("The mayor said {the bridge is safe}.",),
    counterexamples=("The mayor added a run in the ninth.",),
    clause=True,
)
CUE_AND_QUESTION = QuotationRule(
    id="quotation.question",
    matches="a verb of saying or asking with “whether”, “how”, “why” and the like",
    examples=("The mayor asked {whether the bridge is safe}.",),
    counterexamples=("The mayor left when the bridge was safe.",),
    loose=True,
)
CUE_AND_TO = QuotationRule(
    id="quotation.to",
    matches="a verb of intending with “to” and what is intended",
    examples=("The mayor promised {to mend the bridge}.",),
    counterexamples=("The mayor went to mend the bridge.",),
    promised=True,
)
CUE_AND_ADDRESSEE = QuotationRule(
    id="quotation.addressee-to",
    matches="a verb of urging with the person addressed and “to”",
    examples=("The mayor urged {drivers to stay at home}.",),
    counterexamples=("The mayor drove drivers to their homes.",),
)
CUE_AND_PREPOSITION = QuotationRule(
    id="quotation.preposition",
    matches="a verb of saying or judging with its preposition",
    examples=("The mayor complained about {the noise}.",),
    counterexamples=("The mayor walked about the town.",),
    judged=True,
    loose=True,
)
CUE_AND_OBJECT = QuotationRule(
    id="quotation.object",
    matches="a verb of judging or reporting with its object",
    examples=("The firm reported {a loss of 3 million}.", "The mayor criticised {the delay}."),
    counterexamples=("The mayor opened the bridge.",),
    judged=True,
)
RELATIVE_CLAUSE = QuotationRule(
    id="quotation.relative",
    matches="what a cue inside a relative clause reports: which NAME said …",
    examples=("The bridge, which he said {could fall}, is closed.",),
    counterexamples=("The bridge, which he saw, is closed.",),
    clause=True,
)
AS_NAME_SAID = QuotationRule(
    id="quotation.as-said",
    matches="an aside that begins with “as”: as NAME noted, …; …, as NAME put it; As NAME put it: “…”",
    examples=("As the mayor noted, {the bridge is safe}.", "{The bridge is safe}, as the mayor noted."),
    counterexamples=("As the mayor left, the bridge fell.",),
    clause=True,
)
PASSIVE = QuotationRule(
    id="quotation.passive",
    matches="a verb of saying in the passive, with “by” and who says it",
    examples=("{The loss} was reported by the firm.",),
    counterexamples=("The bridge was opened by the mayor.",),
    judged=True,
)
ACCORDING_TO = QuotationRule(
    id="quotation.according-to",
    matches="“according to” and the source, before or after what it says",
    examples=("According to the mayor, {the bridge is safe}.", "{The bridge is safe}, according to the mayor."),
    counterexamples=("They were paid according to age.",),
    clause=True,
)
IN_WORK = QuotationRule(
    id="quotation.in-work",
    matches="a work that names its maker, and what stands in it: in a NAME poll, …; …, per NAME",
    examples=("In a Norda poll, {52 percent were tired}.", "{The bridge is safe}, per the Norda Herald."),
    counterexamples=("In a Norda street, 52 percent were tired.", "In a statement, the mayor said so."),
    clause=True,
)
FIGURE_BY = QuotationRule(
    id="quotation.figure-by",
    matches="a number with its source behind it: 3 million by NAME citing NAME",
    examples=("Estimates run from {3 million} by Aldra citing Brix to 5 million.",),
    counterexamples=("The price rose 3 million by Monday.",),
)
NAME_AND_COLON = QuotationRule(
    id="quotation.name-and-colon",
    matches="a name or a label and a colon before the words: NAME: …; Police: …",
    examples=("Ana Ruiz: {We will not pay.}", "Police: {Two men are missing.}"),
    counterexamples=("Breakfast: two eggs.",),
    to_paragraph_end=True,
)
NOUN_AND_THAT = QuotationRule(
    id="quotation.noun-that",
    matches="somebody's claim, fear or hope, and a clause with “that”",
    examples=("They laughed at the mayor's claim {that the bridge is safe}.",),
    counterexamples=("The mayor's bridge that is safe drew laughter.",),
    clause=True,
)
NOUN_AND_TO = QuotationRule(
    id="quotation.noun-to",
    matches="somebody's promise, plan or refusal, and “to”",
    examples=("They laughed at the mayor's promise {to mend the bridge}.",),
    counterexamples=("The mayor's road to the bridge is closed.",),
    promised=True,
    judged=True,
)
FEELING_AND_THAT = QuotationRule(
    id="quotation.feeling-that",
    matches="somebody is sure, worried or glad, and a clause with “that”",
    examples=("The mayor is confident {that the bridge is safe}.",),
    counterexamples=("The mayor is so tall that he stoops.",),
    clause=True,
)
SIGNATURE = QuotationRule(
    id="quotation.signature",
    matches="a quotation, a dash and the name of who said it",
    examples=("{“We will not pay.”} — Ana Ruiz, treasurer",),
    counterexamples=("“We will not pay.” — That was all.",),
)
ANNOUNCED = QuotationRule(
    id="quotation.announced",
    matches="a line with a source and a colon, and the quotation in the next",
    examples=("And from Ana Ruiz:\n{“We will not pay.”}",),
    counterexamples=("These are the rules:\n“We will not pay.”",),
)
POST = QuotationRule(
    id="quotation.post",
    matches="the words of a post before the sign of its author: a dash, the name and the handle",
    examples=("{We will not pay} — Ana Ruiz (@ruiz) January 3, 2018",),
    counterexamples=("The bill — Ana Ruiz (treasurer) wrote it — is unpaid.",),
)
TRANSCRIPT = QuotationRule(
    id="quotation.transcript",
    matches="the names before colons at the paragraphs of an interview",
    examples=("ANA RUIZ, HOST: Did you pay?\nHOLM: {We will not pay this bill.}",),
    counterexamples=("Breakfast: two eggs.\nLunch: a soup.",),
)
FIGURE_OF = QuotationRule(
    id="quotation.figure-verb",
    matches="somebody who puts, counts, sees or estimates a number",
    examples=("Insurer Aldra puts {the damage at 2 million}.", "Organisers counted {6,000 marchers}."),
    counterexamples=("The fund put 2 million into the firm.", "The town saw 300 of them leave."),
)
GAPPED = QuotationRule(
    id="quotation.gapped",
    matches="a second source with its number only, behind a report of another: police said 30, organisers 100",
    examples=("Police said 3 were hurt in the brawl, witnesses {10}.",),
    counterexamples=("Police said 3 were hurt in the brawl, among them 10.",),
)
CONTINUED = QuotationRule(
    id="quotation.continued",
    matches="a quotation that opens the next sentence or paragraph and goes on with the same speaker",
    examples=("“We will not pay,” Ana Ruiz said. {“We never have.”}",),
    counterexamples=("Ana Ruiz left. The “Blue Note” stayed open.",),
)
NO_CUE = QuotationRule(
    id="quotation.no-cue",
    matches="a long quotation to which no rule gives a source",
    examples=("On the wall ran {“we will never pay this bill today”}.",),
    counterexamples=("The “Blue Note” stayed open.",),
)

RULES = (
    QUOTATION_THEN_CUE, INTERRUPTED_QUOTATION, CLAUSE_THEN_CUE, INTERRUPTED_CLAUSE, CUE_THEN_QUOTATION,
    SOURCE_AFTER_OPENING_CUE, CUE_AND_COLON, CUE_AND_THAT, CUE_AND_CLAUSE, CUE_AND_QUESTION, CUE_AND_TO,
    CUE_AND_ADDRESSEE, CUE_AND_PREPOSITION, CUE_AND_OBJECT, RELATIVE_CLAUSE, AS_NAME_SAID, PASSIVE, ACCORDING_TO,
    IN_WORK, FIGURE_BY, NAME_AND_COLON, NOUN_AND_THAT, NOUN_AND_TO, FEELING_AND_THAT, SIGNATURE, ANNOUNCED,
    POST, TRANSCRIPT, FIGURE_OF, GAPPED, CONTINUED, NO_CUE,
)  # fmt: skip
BOOK = rule_book(RULES)
