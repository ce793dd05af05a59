"""Mentions as bytes and back: to lay aside those of many documents is far cheaper than to make them again.

Only for what this process wrote itself, into a file that no other one can open.
"""

import marshal
from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from index.claim_matching.mentions import Mention
from index.claim_matching.outcomes import Outcome
from index.records import Bound, ClaimKind, Meant, Precision, Quantity, When


def _places(record: type) -> tuple[dict[str, int], Any]:
    names = [field.name for field in fields(record)]
    return {name: place for place, name in enumerate(names)}, attrgetter(*names)


_MENTION, _mention_row = _places(Mention)
_QUANTITY, _quantity_row = _places(Quantity)
_WHEN, _when_row = _places(When)
_IN_QUANTITY, _IN_WHEN, _IN_OUTCOME, _OF_KIND = (_MENTION[name] for name in ("quantity", "when", "outcome", "kind"))
_MEANT = _MENTION["meant"]
_BOUND, _PERIOD, _PRECISION = _QUANTITY["bound"], _QUANTITY["period"], _WHEN["precision"]


def pack(mentions: Sequence[Mention]) -> bytes:
    """Return mentions as bytes."""
    return marshal.dumps([_row(mention) for mention in mentions])


def unpack(packed: bytes) -> list[Mention]:
    """Return the mentions of which `pack` made these bytes."""
    return [_from(row) for row in marshal.loads(packed)]


def _row(mention: Mention) -> list[Any]:
    row = list(_mention_row(mention))
    row[_OF_KIND] = mention.kind.value
    row[_MEANT] = mention.meant.value
    if mention.quantity is not None:
        row[_IN_QUANTITY] = quantity = list(_quantity_row(mention.quantity))
        quantity[_BOUND] = mention.quantity.bound and mention.quantity.bound.value
        quantity[_PERIOD] = _row_of_when(mention.quantity.period)
    row[_IN_WHEN] = _row_of_when(mention.when)
    if mention.outcome is not None:
        row[_IN_OUTCOME] = tuple(mention.outcome)
    return row


def _from(row: list[Any]) -> Mention:
    row[_OF_KIND] = ClaimKind(row[_OF_KIND])
    row[_MEANT] = Meant(row[_MEANT])
    if (quantity := row[_IN_QUANTITY]) is not None:
        quantity[_BOUND] = quantity[_BOUND] and Bound(quantity[_BOUND])
        quantity[_PERIOD] = _when_from(quantity[_PERIOD])
        row[_IN_QUANTITY] = Quantity(*quantity)
    row[_IN_WHEN] = _when_from(row[_IN_WHEN])
    if row[_IN_OUTCOME] is not None:
        row[_IN_OUTCOME] = Outcome(*row[_IN_OUTCOME])
    return Mention(*row)


def _row_of_when(when: When | None) -> list[Any] | None:
    if when is None:
        return None
    row = list(_when_row(when))
    row[_PRECISION] = when.precision.value
    return row


def _when_from(row: list[Any] | None) -> When | None:
    if row is None:
        return None
    row[_PRECISION] = Precision(row[_PRECISION])
    return When(*row)
