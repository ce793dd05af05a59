"""What was made once and is needed again, laid aside in a file without a name that vanishes with its user."""

from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO


class Shelf:
    """Bytes by number, on disk; where they cannot be written, they are not there when they are asked for."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._places: dict[int, tuple[int, int]] = {}
        self._end = 0
        with suppress(OSError):
            self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - it is open as long as the shelf is

    def put(self, number: int, packed: bytes) -> None:
        """Lay bytes aside under a number."""
        if self._file is not None:
            # On a full disk a part of them may be written, or none.
            with suppress(OSError):
                self._file.seek(self._end)
                if self._file.write(packed) == len(packed):
                    self._places[number] = (self._end, len(packed))
                    self._end += len(packed)

    def get(self, number: int) -> bytes | None:
        """Return the bytes that lie under a number; None where there are none."""
        place = self._places.get(number)
        if self._file is None or place is None:
            return None
        with suppress(OSError):
            self._file.seek(place[0])
            packed = self._file.read(place[1])
            if len(packed) == place[1]:
                return packed
        return None

    def close(self) -> None:
        """Let go of the file and of all that was laid aside."""
        self._places.clear()
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
