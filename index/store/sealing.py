"""Seals of stored rows: a keyed hash of what stands in them, by which damage and strange hands are told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from hmac import compare_digest
from threading import local
from typing import TypeVar

from index.errors import DamagedError

T = TypeVar("T")
Heal = Callable[[], object]


class Seals:
    """Makes and checks the seals of rows with the user's ``key``."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, table: str, *values: str) -> str:
        """Return the seal of a row of ``table``."""
        keyed = blake2b(table.encode(), key=self._key, digest_size=12)
        for value in values:
            data = str(value).encode("utf-8", "surrogatepass")
            keyed.update(len(data).to_bytes(8, "big"))
            keyed.update(data)
        return keyed.hexdigest()

    def fits(self, seal: object, table: str, *values: str) -> bool:
        """Return whether a row of ``table`` is as it was written."""
        return isinstance(seal, str) and seal.isascii() and compare_digest(seal, self.of(table, *values))


class _Thread(local):
    held = 0


class Healer:
    """Has what was found damaged made again, then reads once more; in threads that make it, it only tells."""

    def __init__(self) -> None:
        self.heal: Heal | None = None
        """Makes again what was thrown away."""
        self._thread = _Thread()

    def read(self, work: Callable[[], T]) -> T:
        """Return what ``work`` reads. Raises DamagedError where nobody heals."""
        try:
            return work()
        except DamagedError:
            if self.heal is None or self._thread.held:
                raise
            self.heal()
            return work()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let damage be told and not healed inside."""
        self._thread.held += 1
        try:
            yield
        finally:
            self._thread.held -= 1
