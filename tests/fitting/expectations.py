"""What is expected of each sign before any data is seen: in which direction it may speak, and how loud at least."""

FOR = frozenset(
    {
        "age",
        "beyond",
        "covered",
        "differs and like",
        "differs and one measure",
        "differs and own",
        "head near",
        "like",
        "narrowed alike",
        "nearest words",
        "one facet",
        "one happening",
        "one head",
        "one measure",
        "one noun",
        "one owner",
        "one period",
        "outcomes",
        "own",
        "own covered",
        "rare",
        "rare and like",
        "same day",
        "shared names",
        "values beside",
        "whole",
    }
)
"""Signs that speak for one question or are silent: a weight against it would be an accident of the data."""

AGAINST = frozenset(
    {
        "ages, names apart",
        "ages, other head",
        "alternative",
        "both parts",
        "both relative",
        "crowded",
        "days",
        "doublings",
        "excluding",
        "facets apart",
        "fewest rivals",
        "incomparable",
        "meant otherwise",
        "measure of one",
        "names apart",
        "narrowed apart",
        "nothing told",
        "one counted",
        "one is a part",
        "one past",
        "one said",
        "open end",
        "other happening",
        "other head",
        "other measure",
        "other owner",
        "other past",
        "other period",
        "other precision",
        "other values beside",
        "rivals",
        "taken back",
    }
)
"""Signs that speak against one question or are silent."""

EXPECTED = {
    "ages, names apart": -2.0,
    "ages, other head": -1.0,
    "alternative": -1.0,
    "facets apart": -2.0,
    "one is a part": -1.0,
    "one past": -1.0,
    "other happening": -0.5,
    "other measure": -1.0,
    "other owner": -1.5,
    "other past": -2.0,
    "other period": -0.5,
    "taken back": -2.0,
}
"""Log odds that rare signs are taken to add until the data says otherwise."""
