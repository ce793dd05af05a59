"""From the numbers of one sentence to its amounts, and to what kept the others out."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from index.claims.figures import bounds, ranges
from index.claims.figures.ages import age
from index.claims.figures.amounts import Amount, read
from index.claims.figures.exclusions import (
    FRACTION_OF_A_NAME,
    ORDINAL_OF_SOMETHING,
    PAGING,
    PASSED_OVER,
    Exclusion,
    dated,
    excluded,
)
from index.claims.figures.indefinite import counts_in_words
from index.claims.figures.multiples import multiple, multiples_in_words
from index.claims.figures.places import Case, DocumentNames, Place, place_of
from index.claims.figures.ranks import numbered_rank, ordinal, rank
from index.claims.figures.rules import ALL_BUT, SHARE, ZERO
from index.claims.figures.scores import score
from index.claims.figures.shares import fraction, odds
from index.claims.figures.wordings import wordings
from index.language import Number, NumberKind, Skipped, scan_numbers
from index.records import Span, Step

_WORD = re.compile(r"[a-z]+")
_ALL_BUT = re.compile(r"\ball\sbut\s$", re.IGNORECASE)
_NOT = re.compile(r"\bnot\s(?:even\s)?$", re.IGNORECASE)
_SPECIAL_REACH = 14
"""How many characters on the second number of a score may follow."""


@dataclass(slots=True)
class Reading:
    """What a sentence's numbers came to: its amounts in order, and what kept the others out."""

    amounts: list[Amount] = field(default_factory=list)
    kept_out: list[Step] = field(default_factory=list)

    def keep_out(self, rule: Exclusion, start: int, end: int) -> None:
        """Keep that a rule took the number at ``start`` to ``end`` for no figure."""
        self.kept_out.append(Step(rule.id, Span(start, end)))


def read_sentence(text: str, start: int, stop: int, names: DocumentNames, *, decimal_commas: bool = False) -> Reading:
    """Return the amounts of one sentence, ``text[start:stop]``, and what is none."""
    reading = Reading()
    present = frozenset(_WORD.findall(text[start:stop].lower()))
    scanned = scan_numbers(text, start, stop, decimal_commas=decimal_commas, present=present)
    numbers = _numbers(text, start, stop, reading, scanned)
    if numbers:
        reading.amounts.extend(_Numbers(place_of(text, start, stop, names), numbers, reading))
    _add(reading.amounts, wordings(text, start, stop, present))
    _add(
        reading.amounts,
        (bounds.bounded(text, start, stop, one) for one in multiples_in_words(text, start, stop, present)),
    )
    _add(reading.amounts, counts_in_words(text, start, stop, present))
    return reading


def _numbers(text: str, start: int, stop: int, reading: Reading, scanned: Iterable[Number | Skipped]) -> list[Number]:
    """Return the numbers that may make amounts; ordinals only where they rank or count."""
    numbers = []
    for found in scanned:
        if isinstance(found, Skipped):
            reading.keep_out(PASSED_OVER[found.reason], found.start, found.end)
        elif found.kind is NumberKind.ORDINAL and not _ordinal(text, start, stop, found):
            reading.keep_out(ORDINAL_OF_SOMETHING, found.start, found.end)
        else:
            numbers.append(found)
    return numbers


def _ordinal(text: str, start: int, stop: int, number: Number) -> Amount | None:
    return rank(text, start, stop, number) or ordinal(text, start, stop, number)


def _add(found: list[Amount], more: Iterable[Amount]) -> None:
    """Add those of ``more`` that overlap none of ``found``, which stay in order and apart."""
    for one in more:
        position = bisect_left(found, one.end, key=lambda amount: amount.start)
        if not position or found[position - 1].end <= one.start:
            found.insert(position, one)


class _Numbers:
    """Goes through the numbers of a sentence, several at a time where they belong together."""

    def __init__(self, place: Place, numbers: list[Number], reading: Reading) -> None:
        self.place, self.numbers, self.reading = place, numbers, reading
        self.floor = place.floor

    def __iter__(self) -> Iterator[Amount]:
        position = 0
        last: Amount | None = None
        while position < len(self.numbers):
            number = self.numbers[position]
            if number.start < self.floor:  # inside the unit of the amount before: km^2
                position += 1
                continue
            following = self.numbers[position + 1] if position + 1 < len(self.numbers) else None
            amount, used = self._amount(number, following)
            position += used
            if amount is None or (last is not None and ranges.spelled_again(self.place.text, last, amount)):
                self.floor = last.end if amount is not None and last is not None else self.floor
                continue
            amount = self._finished(amount, last)
            yield amount
            self.floor, last = amount.end, amount

    def _amount(self, number: Number, following: Number | None) -> tuple[Amount | None, int]:
        """Return the amount that a number begins, if it is none why not is kept, and how many numbers it uses."""
        place = self.place
        special = _special(place.text, self.floor, place.stop, number, following)
        if special is not None:
            used = 2 if special.core[1] > number.end else 1
            if special.made is SHARE and PAGING.asks is not None and PAGING.asks(Case(place, special)):
                self.reading.keep_out(PAGING, special.start, special.end)
                return None, used
            return special, used
        if number.kind in (NumberKind.FRACTION, NumberKind.ORDINAL):
            self.reading.keep_out(FRACTION_OF_A_NAME, number.start, number.end)
            return None, 1
        amount, used = _plain(place, self.floor, number, following)
        rule = excluded(place, amount)
        if rule is not None:
            self.reading.keep_out(rule, amount.core[0], amount.end)
            return None, used
        return amount, used

    def _finished(self, amount: Amount, last: Amount | None) -> Amount:
        """Return the amount with what the words around it say of its bounds."""
        text, stop = self.place.text, self.place.stop
        amount = bounds.bounded(text, self.floor, stop, amount)
        left_out = _ALL_BUT.search(text, max(self.floor, amount.start - 9), amount.start)
        if left_out and amount.unit is None:
            amount.start, amount.made = left_out.start(), ALL_BUT
        not_one = _NOT.search(text, max(self.floor, amount.start - 12), amount.start) if amount.value == 1 else None
        if not_one and amount.unit is None and amount.bound is None:
            amount.start, amount.made, amount.low, amount.high = not_one.start(), ZERO, 0.0, 0.0
        if last is not None:
            bounds.carry_bound(text, stop, last, amount)
        return amount


def _special(text: str, floor: int, stop: int, number: Number, following: Number | None) -> Amount | None:
    """Return the rank, fraction, odds, score or ratio that begins with ``number``, if one does."""
    if number.kind is NumberKind.ORDINAL:
        return _ordinal(text, floor, stop, number)
    if number.kind is NumberKind.FRACTION:
        return fraction(text, floor, stop, number)
    ranked = numbered_rank(text, floor, stop, number)
    if ranked is not None or following is None or following.start - number.end > _SPECIAL_REACH:
        return ranked
    return odds(text, number, following, stop) or score(text, floor, stop, number, following)


def _richer(second: Amount, first: Amount) -> bool:
    """Return whether the second of two numbers has a unit or a scale word that the first has not."""
    return bool(second.unit and not first.unit) or second.number.scale > first.number.scale


def _plain(place: Place, floor: int, number: Number, following: Number | None) -> tuple[Amount, int]:
    """Return the amount of a number, or the range it makes with the next one, and how many numbers were used."""
    text, stop = place.text, place.stop
    amount, used = read(text, floor, stop, number), 1
    if following is not None and ranges.may_join(text, floor, amount, following):
        second = read(text, number.end, stop, following)
        joined = ranges.compound(text, amount, second) or ranges.join(text, floor, amount, second)
        if joined is not None and not (_richer(second, amount) and dated(place, amount)):
            amount, used = joined, 2
        elif second.unit and not amount.unit and not dated(place, amount):
            ranges.share_unit(text, amount, second)
    if not age(text, place.floor, stop, amount):
        multiple(text, stop, amount)
    return amount, used
