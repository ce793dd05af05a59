"""Doors that open late: a package offers names of its modules, and imports a module when a name is first asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def late_door(package: str, offered: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of ``package``; ``offered`` has the names, separated by spaces, of each module."""

    def entered(name: str) -> Any:
        for module, names in offered.items():
            if name in names.split():
                return getattr(import_module(f"{package}.{module}"), name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return entered
