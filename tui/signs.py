"""Signs and words for statuses, kinds and links: whatever a colour says, one of these says too."""

from dataclasses import dataclass

from index.records import ClaimKind, Status


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of one cell, the word for it, and the tone that gives it its colour."""

    sign: str
    word: str
    tone: str


STATUSES: dict[Status, Sign] = {
    Status.CONFLICT: Sign("≠", "conflict", "conflict"),
    Status.SCOPE_DIFFERS: Sign("∂", "scope differs", "differs"),
    Status.UPDATE: Sign("↑", "update", "differs"),
    Status.COMPATIBLE: Sign("≈", "compatible", "shared"),
    Status.ONE_ORIGIN: Sign("1", "one origin", "differs"),
    Status.CORROBORATED: Sign("=", "corroborated", "shared"),
    Status.ALONE: Sign("·", "alone", "alone"),
}
"""In the order in which a reader should look at them."""

LINKS: dict[str, Sign] = {
    "conflict": Sign("≠", "conflict", "conflict"),
    "same": Sign("=", "same fact", "shared"),
    "compatible": Sign("≈", "compatible", "shared"),
    "quotation": Sign("“", "shared quotation", "shared"),
    "wording": Sign("≡", "same wording", "shared"),
    "related": Sign("~", "related", "differs"),
}

KINDS: dict[ClaimKind, Sign] = {
    ClaimKind.FIGURE: Sign("#", "figures", "figure"),
    ClaimKind.EVENT: Sign("@", "events", "event"),
    ClaimKind.QUOTATION: Sign("“", "quotations", "quotation"),
    ClaimKind.PREDICTION: Sign("?", "predictions", "prediction"),
}


def link_sign(status: str) -> Sign:
    """Return the sign of a link's status; a status this table does not know is shown as related."""
    return LINKS.get(status, Sign("~", status, "differs"))
