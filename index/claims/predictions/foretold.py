"""What a prediction foretells: by when, how much and in which direction; and whether two exclude each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from index.claims.predictions.rules import Stance
from index.english import rows
from index.language import stem_of, tokenize
from index.records import Claim, Event, Figure, Prediction

UP, DOWN = "up", "down"


@dataclass(frozen=True, slots=True)
class Opposite:
    """A pair of opposites: words of one side, and words of the other."""

    name: str
    one: tuple[str, ...]
    other: tuple[str, ...]


@cache
def _directions() -> dict[str, str]:
    """Return the direction that each stem of a verb of more or less tells."""
    (amounts,) = (row for row in rows("opposites", Opposite, unique="name") if row.name == "amount")
    sides = ((UP, amounts.one), (DOWN, amounts.other))
    return {stem_of(word): direction for direction, words in sides for word in words}


def with_foretold(predictions: Iterable[Prediction], others: Sequence[Claim]) -> list[Prediction]:
    """Return the predictions with the time, the amount and the direction that the words behind their cues tell.

    ``others`` are the document's claims of other kinds; of several in a prediction the first behind the cue counts.
    """
    places: dict[int, list[Claim]] = {}
    for claim in others:
        if isinstance(claim, Event | Figure):
            places.setdefault(claim.sentence.start, []).append(claim)
    return [_foretold(one, places.get(one.sentence.start, ())) for one in predictions]


def _foretold(prediction: Prediction, others: Sequence[Claim]) -> Prediction:
    start = prediction.derivation[0].span.start if prediction.derivation else prediction.span.start
    behind = [one for one in others if start <= one.span.start < prediction.span.end]
    words = prediction.text[start - prediction.sentence.start : prediction.span.end - prediction.sentence.start]
    return replace(
        prediction,
        when=next((one.when for one in behind if isinstance(one, Event)), None),
        quantity=next((one.quantity for one in behind if isinstance(one, Figure)), None),
        direction=next((found for token in tokenize(words) if (found := _directions().get(token.stem))), None),
    )


def exclusion(a: Prediction, b: Prediction) -> str | None:
    """Return why two predictions about the same thing cannot both come true; None where they can.

    Only what is held to be likely excludes anything, and only for the same time: what "will not be" may be another part
    of the same matter.
    """
    if a.stance != Stance.LIKELY or b.stance != Stance.LIKELY or not _same_time(a, b):
        return None
    if a.direction and b.direction and a.direction != b.direction:
        return "one foretells a rise, the other a fall"
    return "the amounts foretold exclude each other" if _disjoint(a, b) else None


def _same_time(a: Prediction, b: Prediction) -> bool:
    """Return whether two predictions may be for one time: their times meet, or one of them tells none."""
    if a.when is None or b.when is None:
        return True
    first, last = (a.when.start, b.when.start), (a.when.end, b.when.end)
    return not ((first[1] and last[0] and last[0] < first[1]) or (first[0] and last[1] and last[1] < first[0]))


def _disjoint(a: Prediction, b: Prediction) -> bool:
    one, other = a.quantity, b.quantity
    if one is None or other is None or one.unit != other.unit or one.approximate or other.approximate:
        return False
    below = one.high is not None and other.low is not None and one.high < other.low
    return below or (other.high is not None and one.low is not None and other.high < one.low)
