"""Find the figures of a document, and say of any of its numbers what it came to."""

from collections.abc import Iterator
from typing import NamedTuple

from index.annotation import AnnotatedSentence, annotate
from index.claims.building import article_sentences, make_claim
from index.claims.figures import rules
from index.claims.figures.amounts import Amount
from index.claims.figures.currencies import Currencies
from index.claims.figures.millions import has_millions, settle_millions
from index.claims.figures.places import DocumentNames
from index.claims.figures.reading import Reading, read_sentence
from index.claims.figures.rules import FigureRule
from index.claims.phrasing import counts
from index.language import CODES, PART_UNITS, SHARED_MONEY, TIME_UNITS, has_decimal_commas
from index.records import Document, Figure, Quantity, Sentence, Span, Step


class Verdict(NamedTuple):
    """What a number of a document came to: its words, whether they are a figure, and the rules that decided it."""

    span: Span
    figure: bool
    steps: tuple[Step, ...]


def find_figures(document: Document) -> list[Figure]:
    """Return the document's figures in the order of its text.

    Years, dates, clock times, names and labels that hold numbers, and ordinals that state no rank are left out; what
    each rule makes and keeps out stands in ``rules.py`` and ``exclusions.py``. Shares (``half of``, ``one in five``)
    become percentages; multiples have the unit ``times``, ranks ``rank``, ages ``year``; of a score (unit ``score``) or
    ratio the smaller side is ``low`` and the larger ``high``, and ``raw`` keeps their order. What a figure
    counts, whose it is and when it holds is found when claims are assembled.
    """
    claims = []
    annotation = annotate(document)
    for sentence, reading in _readings(document):
        found = reading.amounts
        if not found:
            continue
        annotated = annotation.sentence_at(sentence.span.start)
        words = document.slice(sentence.span)  # one copy, however many figures a sentence has
        for amount in found:
            fields = {"text": words, "quantity": _quantity(document.text, amount)}
            span = Span(amount.start, amount.end)
            made = _maker_of(amount, annotated)
            fields["derivation"] = (Step(made.id, span), *amount.steps)
            claims.append(make_claim(document, sentence, span, Figure, made.label, **fields))
    return claims


def number_verdicts(document: Document, within: Span | None = None) -> list[Verdict]:
    """Return what each number of the article, or of the sentences that ``within`` touches, came to, in order."""
    found: list[Verdict] = []
    annotation = annotate(document)
    for sentence, reading in _readings(document, within):
        annotated = annotation.sentence_at(sentence.span.start)
        spans = [Span(amount.start, amount.end) for amount in reading.amounts]
        for amount, span in zip(reading.amounts, spans, strict=True):
            found.append(Verdict(span, figure=True, steps=(Step(_maker_of(amount, annotated).id, span), *amount.steps)))
        outside = (step for step in reading.kept_out if not any(map(step.span.touches, spans)))
        found += [Verdict(step.span, figure=False, steps=(step,)) for step in outside]
    return sorted(found)


def _readings(document: Document, within: Span | None = None) -> Iterator[tuple[Sentence, Reading]]:
    """Yield the article's sentences with what their numbers came to."""
    text = document.text
    names, currencies, commas = DocumentNames(text), Currencies(text), has_decimal_commas(text)
    millions = has_millions(text)
    for sentence in article_sentences(document):
        if within is not None and not (sentence.span.start < within.end and within.start < sentence.span.end):
            continue
        reading = read_sentence(text, *sentence.span, names, decimal_commas=commas)
        for amount in reading.amounts:
            currencies.settle(amount)
            if millions:
                settle_millions(text, amount)
        yield sentence, reading


def _maker_of(amount: Amount, sentence: AnnotatedSentence | None) -> FigureRule:
    """Return the rule that made the amount; of a plain number its unit decides, and whether it counts something."""
    if not amount.made.plain or amount.made is rules.COUNT:
        return amount.made
    if amount.unit in CODES or amount.unit in SHARED_MONEY:
        return rules.MONEY
    if amount.unit in PART_UNITS:
        return rules.PERCENTAGE
    if amount.unit in TIME_UNITS:
        return rules.DURATION
    if amount.unit:
        return rules.MEASURE
    counted = sentence is not None and counts(sentence, Span(amount.start, amount.end))
    return rules.COUNT if counted else rules.NUMBER


def _quantity(text: str, amount: Amount) -> Quantity:
    return Quantity(
        raw=" ".join(text[amount.start : amount.end].split()),
        low=_clean(amount.low),
        high=_clean(amount.high),
        unit=amount.unit,
        bound=amount.bound,
        approximate=amount.approximate,
        subject=amount.subject,
        also=amount.also,
    )


def _clean(value: float | None) -> float | None:
    """Round away what binary fractions add (``1.16 * 1e6``): fifteen significant digits are more than news states."""
    return None if value is None else float(f"{value:.15g}")
