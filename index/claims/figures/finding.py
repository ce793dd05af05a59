"""Find the figures of a document, sentence by sentence."""

from bisect import bisect_left
from collections.abc import Iterator

from index.claims.building import article_sentences, make_claim
from index.claims.figures import amounts, special
from index.claims.figures.amounts import Amount
from index.claims.figures.dollars import Dollars
from index.claims.figures.exclusions import DocumentNames, Place, excluded, is_paging, place_of
from index.claims.figures.periods import Periods
from index.claims.figures.subjects import Subjects
from index.claims.figures.wordings import wordings
from index.language.numbers import Number, NumberKind, find_numbers
from index.language.units import CODES, PART_UNITS, TIME_UNITS
from index.records import Document, Figure, Quantity, Span


def find_figures(document: Document) -> list[Figure]:
    """Return the document's figures in the order of its text.

    Years, dates, clock times, names and labels that hold numbers, and ordinals that state no rank are left out. The
    rule of each claim is ``number``, ``count``, ``money``, ``percentage``, ``measure``, ``duration``, ``range``,
    ``fraction``, ``multiple``, ``rank``, ``age``, ``score`` or ``ratio``. Shares (``half of``, ``one in five``) become
    percentages; multiples have the unit ``times``, ranks ``rank``, ages ``year``; of a score (unit ``score``) or ratio
    the smaller side is ``low`` and the larger ``high``, and ``raw`` keeps their order. A figure's ``when`` is the time
    it holds for, where its sentence says one beside it or in its opening.
    """
    names = DocumentNames(document.text)
    dollars = Dollars(document.text)
    periods: Periods | None = None
    claims = []
    for sentence in article_sentences(document):
        found = amounts_in(document.text, *sentence.span, names)
        if not found:
            continue
        periods = periods or Periods(document)
        for amount in found:
            dollars.settle(document.text, amount)
        words = document.slice(sentence.span)  # one copy, however many figures a sentence has
        for amount, when in zip(found, periods.of(*sentence.span, found), strict=True):
            fields = {"text": words, "quantity": _quantity(document.text, amount), "when": when}
            span = Span(amount.start, amount.end)
            claims.append(make_claim(document, sentence, span, Figure, _rule(amount), **fields))
    return claims


def amounts_in(text: str, start: int, stop: int, names: DocumentNames) -> list[Amount]:
    """Return the amounts of one sentence, ``text[start:stop]``, in order, with their subjects."""
    numbers = [
        number
        for number in find_numbers(text, start, stop)
        if number.kind is not NumberKind.ORDINAL or special.rank(text, start, stop, number)
    ]
    found = list(_amounts(text, start, stop, numbers, names))
    found += _without_overlap(list(wordings(text, start, stop)), found)
    found.sort(key=lambda amount: (amount.start, amount.end))
    found += _without_overlap(
        [amounts.bounded(text, start, stop, one) for one in special.multiples_in_words(text, start, stop)], found
    )
    if not found:
        return []
    found.sort(key=lambda amount: (amount.start, amount.end))
    subjects = Subjects(text, start, stop)
    before: Amount | None = None
    for amount in found:
        if amount.subject is None:
            amount.subject = subjects.of(amount, before)
        before = amount
    return found


def _without_overlap(more: list[Amount], found: list[Amount]) -> list[Amount]:
    """Return those of ``more`` that overlap none of ``found``, which are in order and apart."""
    starts = [amount.start for amount in found]
    kept = []
    for one in more:
        position = bisect_left(starts, one.end)
        if not position or found[position - 1].end <= one.start:
            kept.append(one)
    return kept


def _amounts(text: str, start: int, stop: int, numbers: list[Number], names: DocumentNames) -> Iterator[Amount]:
    """Yield the amounts the numbers make, several numbers at a time where they belong together."""
    if not numbers:
        return
    place = place_of(text, start, stop, names)
    floor = start
    position = 0
    last: Amount | None = None
    while position < len(numbers):
        number = numbers[position]
        following = numbers[position + 1] if position + 1 < len(numbers) else None
        used = 1
        amount = _special(text, floor, stop, number, following)
        if amount is not None:
            used = 2 if amount.core[1] > number.end else 1
            if amount.rule == "fraction" and is_paging(place, amount):
                amount = None
        elif number.kind not in (NumberKind.FRACTION, NumberKind.ORDINAL):
            amount, used = _plain(place, floor, number, following)
            if excluded(place, amount):
                amount = None
        position += used
        if amount is None:
            continue
        amount = amounts.bounded(text, floor, stop, amount)
        if last is not None:
            amounts.carry_bound(text, stop, last, amount)
        yield amount
        floor, last = amount.end, amount


def _special(text: str, floor: int, stop: int, number: Number, following: Number | None) -> Amount | None:
    """Return the rank, fraction, odds, score or ratio that begins with ``number``, if one does."""
    if number.kind is NumberKind.ORDINAL:
        return special.rank(text, floor, stop, number)
    if number.kind is NumberKind.FRACTION:
        return special.fraction(text, floor, stop, number)
    rank = special.numbered_rank(text, floor, stop, number)
    if rank is not None or following is None:
        return rank
    if following.start - number.end > 14:
        return None
    return special.odds(text, number, following, stop) or special.score(text, floor, stop, number, following)


def _plain(place: Place, floor: int, number: Number, following: Number | None) -> tuple[Amount, int]:
    """Return the amount of a number, or the range it makes with the next one, and how many numbers were used."""
    text, stop = place.text, place.stop
    amount, used = amounts.read(text, floor, stop, number), 1
    if following is not None and following.start - amount.end < 110:
        second = amounts.read(text, number.end, stop, following)
        joined = amounts.compound(text, amount, second) or amounts.join(text, floor, amount, second)
        if joined is not None:
            amount, used = joined, 2
    if not special.age(text, place.floor, stop, amount):
        special.multiple(text, stop, amount)
    return amount, used


def _rule(amount: Amount) -> str:
    """Return the name of the rule that made the amount."""
    if amount.rule != "number":
        return amount.rule
    if amount.unit in CODES:
        return "money"
    if amount.unit in PART_UNITS:
        return "percentage"
    if amount.unit in TIME_UNITS:
        return "duration"
    if amount.unit:
        return "measure"
    return "count" if amount.subject else "number"


def _quantity(text: str, amount: Amount) -> Quantity:
    return Quantity(
        raw=" ".join(text[amount.start : amount.end].split()),
        low=_clean(amount.low),
        high=_clean(amount.high),
        unit=amount.unit,
        bound=amount.bound,
        approximate=amount.approximate,
        subject=amount.subject,
    )


def _clean(value: float | None) -> float | None:
    """Round away what binary fractions add (``1.16 * 1e6``): fifteen significant digits are more than news states."""
    return None if value is None else float(f"{value:.15g}")
