"""Words that speak of one thing without sharing a stem: word families, demonyms, and the news's everyday synonyms."""

from functools import lru_cache

from index.comparison.terms import stem

_GROUPS = """
ban banned banning bans prohibit prohibits outlaw outlawed forbid block blocked barred
suspend suspended suspension pause pausing paused delay delayed delaying postpone postponing postponed reprieve halt
migrate migration migrating exodus flock flocked flocking influx flood surge shift switch
start begin began begun launch launched
"""


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _GROUPS.strip().splitlines():
        words = line.split()
        for word in words:
            table.setdefault(stem(word), "~" + words[0])
    return table


def family_of(term: str) -> str | None:
    """Return the name of the family that a stem belongs to, None for most words."""
    return _families().get(term)
