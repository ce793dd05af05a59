"""What ``field:value`` means for each field; a value that fits none of its forms is reported."""

from index.language import tokenize, without_overlays
from index.query.dates import FORMATS, is_reversed, parse_dates
from index.query.tree import ClaimField, HasClaim, HasMetadata, InZones, MetadataField, Node
from index.records import ClaimKind, Status, ZoneKind

PLAIN_FIELDS = frozenset({"outlet", "author", "date", "zone", "kind", "speaker", "status"})
"""Fields whose value is a plain text, and not a query of its own as it is for ``title``."""


def field_node(field: str, value: str, notes: list[str]) -> Node | None:
    """Return the node for ``field:value``; None, with a note that says why, when the value means nothing."""
    if field == "date":
        dates = parse_dates(value.replace(" ", ""))
        if dates is None:
            notes.append(f"“{_short(value)}” is no date, so it was searched as text; dates are written {FORMATS}")
        elif is_reversed(value.replace(" ", "")):
            notes.append(f"“{_short(value)}” ends before it begins, so its two dates were swapped")
        return dates
    if field == "zone":
        zone = _choice(value, [kind.value for kind in ZoneKind], "zone", notes)
        return InZones((ZoneKind(zone),), None) if zone else None
    if field == "kind":
        kind = _choice(value, [kind.value for kind in ClaimKind], "kind of claim", notes)
        return HasClaim(ClaimField.KIND, kind) if kind else None
    if field == "status":
        status = _choice(value.replace(" ", "-"), [status.value for status in Status], "status", notes)
        return HasClaim(ClaimField.STATUS, status) if status else None
    forms = tuple(token.form for token in without_overlays(tokenize(value)))
    if not forms:
        notes.append(f"{field}: has no words after it, so it was left out")
        return None
    if field == "speaker":
        return HasClaim(ClaimField.SPEAKER, value, forms)
    return HasMetadata(MetadataField(field), value, forms)


def _choice(value: str, names: list[str], what: str, notes: list[str]) -> str | None:
    """Return the name that ``value`` is or begins, also in the plural; None, with a note, when it is none."""
    wanted = value.strip().casefold()
    singular = "body" if wanted == "bodies" else wanted.removesuffix("s") if wanted not in names else wanted
    found = [name for name in names if name in {wanted, singular}] or [
        name for name in names if len(wanted) > 2 and name.startswith(wanted)
    ]
    if len(found) == 1:
        return found[0]
    notes.append(f"there is no {what} “{_short(value)}”, so it was searched as text; there are {', '.join(names)}")
    return None


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
