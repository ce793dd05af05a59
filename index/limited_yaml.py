"""YAML from strangers: its depth and size, what its aliases stand for, and its numbers are limited before it is read.

PyYAML's C loader ends the whole program on a list nested some ten thousand deep, 500 bytes of aliases or merge keys are
gigabytes once they are read, and a number may have any number of digits. The parser's events tell all of that before
and cost little.
"""

from functools import cache
from typing import Any

import yaml

DEEPEST = 40
"""Levels of lists and mappings within each other."""
MOST_NODES = 20_000
"""Values in one piece of front matter or sidecar, with what its aliases stand for."""
MOST_DIGITS = 40
"""Signs of a number; what is longer stays text."""


class LimitError(ValueError):
    """Well-formed YAML that asks for more than anybody writes: too deep, too large, or an alias within itself."""


def load(text: str, most: int = MOST_NODES) -> Any:
    """Return what a piece of YAML holds: plain values, lists and mappings of at most ``most`` nodes.

    Raises ValueError, with the place of the mistake, when it is not valid or goes beyond a limit.
    """
    try:
        _check(text, most)
        return yaml.load(text, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        place = f" in line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise ValueError(f"{error.problem or 'it cannot be read'}{place}") from error
    except LimitError:
        raise
    except (
        yaml.YAMLError,
        ValueError,
        TypeError,
        RecursionError,
        AttributeError,
        LookupError,
        ArithmeticError,
    ) as error:
        raise ValueError("it cannot be read") from error


def compose(text: str, most: int = MOST_NODES) -> yaml.Node | None:
    """Return the nodes of a piece of YAML with their places. Raises yaml.YAMLError or ValueError, as `load` does."""
    _check(text, most)
    node: yaml.Node | None = yaml.compose(text, Loader=_loader())
    return node


def _check(text: str, most: int) -> None:
    """Raise LimitError when the YAML is too deep, or too large with all that its aliases stand for."""
    weights: dict[str | None, int] = {}
    open_: list[tuple[str | None, int]] = []
    total = 0
    for event in yaml.parse(text, Loader=_loader()):
        if isinstance(event, yaml.AliasEvent):
            if any(anchor == event.anchor for anchor, _ in open_):
                raise LimitError(f"the alias {event.anchor} stands within what it names")
            total += weights.get(event.anchor, 1)
        elif isinstance(event, yaml.ScalarEvent):
            total += 1
            weights[event.anchor] = 1
        elif isinstance(event, yaml.CollectionStartEvent):
            open_.append((event.anchor, total))
            total += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = open_.pop()
            weights[anchor] = total - before
        if len(open_) > DEEPEST:
            raise LimitError(f"more than {DEEPEST} levels within each other")
        if total > most:
            raise LimitError(f"more than {most:,} values, aliases counted as what they stand for")


@cache
def _loader() -> Any:
    """Return the loader: PyYAML's safe one, ten times faster in C, which reads no number of thousands of digits."""
    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class LimitedLoader(base):  # type: ignore[misc]
        """Keeps as text what is no number of a sensible length."""

    def number(kind: str) -> Any:
        construct = getattr(base, f"construct_yaml_{kind}")

        def limited(loader: Any, node: yaml.Node) -> Any:
            written = str(loader.construct_scalar(node))
            return construct(loader, node) if 0 < len(written) <= MOST_DIGITS else written

        return limited

    for kind in ("int", "float"):
        LimitedLoader.add_constructor(f"tag:yaml.org,2002:{kind}", number(kind))
    return LimitedLoader
