"""Regular expressions made of many alternatives, compiled when they are first used."""

import re
from functools import cached_property


class LatePattern:
    """A regular expression that costs nothing until a document is read: starting the program must not wait for it.

    ``alternatives`` are joined with ``|`` between ``before`` and ``after``.
    """

    def __init__(self, *alternatives: str, before: str = "", after: str = "", flags: int = 0) -> None:
        self._source = f"{before}(?:{'|'.join(alternatives)}){after}"
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def match(self, text: str) -> re.Match[str] | None:
        """Match at the start of ``text``."""
        return self._compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole of ``text``."""
        return self._compiled.fullmatch(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first place in ``text``."""
        return self._compiled.search(text)

    def findall(self, text: str) -> list[str]:
        """Return every place in ``text``."""
        return [match[0] for match in self._compiled.finditer(text)]

    def split(self, text: str, most: int = 0) -> list[str]:
        """Split ``text`` at every place, or at the first ``most`` of them."""
        return self._compiled.split(text, most)

    def sub(self, replacement: str, text: str) -> str:
        """Replace every place in ``text``."""
        return self._compiled.sub(replacement, text)
