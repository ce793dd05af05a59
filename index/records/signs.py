"""One sign and one word for each status, of topics and of links: the same on the screen and in every file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from index.records.claim import Status


class Named(NamedTuple):
    """A sign of one cell, and the word for it."""

    sign: str
    word: str


STATUS_SIGNS: Mapping[Status, Named] = MappingProxyType(
    {
        Status.CONFLICT: Named("≠", "conflict"),
        Status.SCOPE_DIFFERS: Named("∂", "scope differs"),
        Status.UPDATE: Named("↑", "update"),
        Status.COMPATIBLE: Named("≈", "compatible"),
        Status.ONE_ORIGIN: Named("1", "one origin"),
        Status.CORROBORATED: Named("=", "corroborated"),
        Status.ALONE: Named("·", "alone"),
    }
)
"""The statuses of topics, in the order in which a reader should look at them."""

LINK_SIGNS: Mapping[str, Named] = MappingProxyType(
    {
        "conflict": Named("≠", "conflict"),
        "same": Named("=", "same fact"),
        "compatible": Named("≈", "compatible"),
        "quotation": Named("“", "shared quotation"),
        "wording": Named("≡", "same wording"),
        "related": Named("~", "related"),
    }
)
"""The statuses of links, the one that says most first."""


def link_named(status: str) -> Named:
    """Return the sign and the word of a link's status; one that this table does not know keeps its word."""
    return LINK_SIGNS.get(status, Named("~", status))
