"""Whose two claims are: the names that their sentences share, and the named things that their values belong to."""

from functools import lru_cache

from index.claim_matching.mentions import Mention
from index.claims import NATIONALITY


def share_a_name(a: Mention, b: Mention) -> bool:
    """Return whether two sentences name one thing, or one of them names nothing that could be another."""
    left, right = name_words(a.names), name_words(b.names)
    return not left or not right or not left.isdisjoint(right)


def share_names(a: Mention, b: Mention) -> bool:
    """Return whether two sentences name one thing."""
    return not name_words(a.names).isdisjoint(name_words(b.names))


@lru_cache(4096)
def name_words(names: frozenset[str]) -> frozenset[str]:
    """Return the words of the proper names of a sentence, and its alias groups."""
    proper = {word for name in proper_names(names) for word in name.strip("@").split("_") if len(word) > 1}
    return frozenset(proper | {name for name in names if name.startswith("=")})


@lru_cache(4096)
def proper_names(names: frozenset[str]) -> frozenset[str]:
    """Return the names of a sentence that are no nationalities, and that no alias makes common."""
    return frozenset(name for name in names if name.startswith("@") and not NATIONALITY.search(name))


def share_owner(a: Mention, b: Mention) -> bool:
    """Return whether one named thing owns both values, or owns one and is named in the other's sentence."""
    if a.about is not None and (a.about == b.about or a.about in b.names):
        return True
    return b.about is not None and b.about in a.names


def owners_differ(a: Mention, b: Mention) -> bool:
    """Return whether both values belong to named things, and neither sentence names the other's."""
    if a.about is None or b.about is None or a.about == b.about:
        return False
    return not (a.about in b.names or b.about in a.names or _part_of(a.about, b.about))


def _part_of(a: str, b: str) -> bool:
    left, right = set(a.strip("@").split("_")), set(b.strip("@").split("_"))
    return left <= right or right <= left
