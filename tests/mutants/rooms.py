"""The rooms of the index, and the tests that must notice when one of their lines is changed."""

from typing import NamedTuple


class Room(NamedTuple):
    """A folder or module of the index, its tests, and which rules' examples are its own (a word of pytest's -k)."""

    path: str
    tests: tuple[str, ...]
    rules: str = ""


def _index(*names: str) -> tuple[str, ...]:
    return tuple(f"tests/index/test_{name}.py" for name in names)


ROOMS = {
    "annotation": Room("annotation", _index("annotation*", "assembling")),
    "figures": Room("claims/figures", _index("figures*", "extraction"), "figure"),
    "events": Room("claims/events", _index("events*", "extraction"), "time"),
    "quotations": Room("claims/quotations", _index("quotations*", "reporting_verbs", "origins"), "quotation"),
    "predictions": Room("claims/predictions", _index("predictions"), "prediction"),
    "outcomes": Room("claims/outcomes", _index("outcomes"), "outcome"),
    "measures": Room("claims/measures", _index("measures")),
    "matching": Room("claim_matching", _index("topics*", "comparison_statuses", "clustering")),
    "topics": Room("topics", _index("topics*", "clustering")),
    "comparison": Room("comparison", _index("comparison*")),
    "corpus": Room("corpus", _index("corpus*")),
    "engines": Room("engines", _index("engine")),
    "english": Room("english", _index("english")),
    "export": Room("export", _index("export*", "writing")),
    "language": Room(
        "language", _index("families", "lemmas", "names", "numbers", "sentences", "tokens", "units", "query")
    ),
    "metadata": Room("metadata", _index("metadata*")),
    "notes": Room("notes", _index("notes", "laid_aside", "searched")),
    "query": Room("query", _index("query")),
    "reading": Room("reading", _index("reading*", "formats*", "strange_files", "unpacking", "glyphs")),
    "search": Room("search", _index("search")),
    "settings": Room("settings", _index("settings")),
    "store": Room("store", _index("store", "planted")),
    "terms": Room("terms", _index("comparison", "comparison_wording")),
    "zones": Room("zones", _index("zones")),
}
