"""Archives (.zip)."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from index.errors import ReadingError
from index.reading.formats.package import HIGHEST_RATIO, MOST_MEMBERS, SMALL
from index.reading.unpacking import Part

LARGEST_MEMBER = 64_000_000


def parts_of_zip(data: bytes, _file: Path) -> Iterator[Part]:
    """Yield the files in an archive. One that is locked or would explode is named with the reason."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise ReadingError(
            "This archive is broken: it cannot be unpacked.", "Pack it again.", kind="broken archive"
        ) from error
    members = [one for one in opened.infolist() if not one.is_dir()]
    if len(members) > MOST_MEMBERS:
        raise ReadingError(
            f"This archive holds more than {MOST_MEMBERS:,} files, so it was not unpacked.",
            "Unpack what you need of it.",
            kind="file that explodes",
        )
    for member in members:
        name = member.filename
        if name.startswith("__MACOSX/") or any(part.startswith(".") and part != ".." for part in name.split("/")):
            continue
        if member.flag_bits & 1:
            yield Part(name, b"", missing="It is locked with a password in the archive.")
        elif member.file_size > LARGEST_MEMBER or member.file_size > max(SMALL, HIGHEST_RATIO * member.compress_size):
            yield Part(name, b"", missing="It would unpack to far more than it should hold, so it was not unpacked.")
        else:
            try:
                yield Part(name, opened.read(member))
            except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError):
                yield Part(name, b"", missing="It is broken in the archive.")
