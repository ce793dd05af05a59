"""What was made once and is needed again, laid aside in a file without a name that vanishes with its user."""

from contextlib import suppress
from tempfile import TemporaryFile


class Shelf:
    """Bytes by number, on disk; where they cannot be written, they are not there when they are asked for."""

    def __init__(self) -> None:
        self._file = None
        self._places: dict[int, tuple[int, int]] = {}
        self._end = 0
        with suppress(OSError):
            self._file = TemporaryFile()  # noqa: SIM115 - open as long as the shelf is

    def put(self, number: int, packed: bytes) -> None:
        """Lay bytes aside under a number."""
        if self._file is not None:
            try:
                self._file.seek(self._end)
                self._file.write(packed)
                self._file.flush()
            except OSError:
                return
            self._places[number] = (self._end, len(packed))
            self._end += len(packed)

    def get(self, number: int) -> bytes | None:
        """Return the bytes that lie under a number; None where there are none."""
        place = self._places.get(number)
        if self._file is None or place is None:
            return None
        self._file.seek(place[0])
        return self._file.read(place[1])

    def close(self) -> None:
        """Let go of the file and of all that was laid aside."""
        self._places.clear()
        if self._file is not None:
            self._file.close()
