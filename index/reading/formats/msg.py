"""Outlook e-mails (.msg), after Microsoft's [MS-OXMSG]: properties are streams of an OLE file."""

import io
import struct
from datetime import UTC, datetime, timedelta
from typing import Any

from index.errors import ReadingError
from index.reading.content import Content
from index.reading.formats.mail import Attachment, mail_content

_SUBJECT, _BODY, _HTML, _SENDER, _TO, _CC = 0x0037, 0x1000, 0x1013, 0x0C1A, 0x0E04, 0x0E03
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_DATA, _LONG_NAME, _NAME = 0x3701, 0x3707, 0x3704
_UNICODE, _STRING, _BINARY, _TIME = 0x001F, 0x001E, 0x0102, 0x0040
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
MOST_ATTACHMENTS = 1_000


def read_msg(data: bytes) -> Content:
    """Return the text of a message: its main headers, set apart, and its body. Raises ReadingError."""
    with _Message(data) as message:
        sender, day = message.text(_SENDER), message.day()
        html = message.binary(_HTML)
        headers = [
            ("From", sender),
            ("To", message.text(_TO)),
            ("Cc", message.text(_CC)),
            ("Date", day or ""),
            ("Subject", message.text(_SUBJECT)),
        ]
        headers = [(name, " ".join(value.split())) for name, value in headers]
        authors = (sender,) if sender and "@" not in sender else ()
        return mail_content(
            headers, message.text(_BODY), html, authors=authors, day=day, attachments=len(message.folders())
        )


def attachments_of_msg(data: bytes) -> list[Attachment]:
    """Return the files attached to a message. Raises ReadingError."""
    with _Message(data) as message:
        found = []
        for number, folder in enumerate(message.folders(), start=1):
            name = message.text(_LONG_NAME, folder) or message.text(_NAME, folder) or f"attachment {number}"
            found.append(Attachment(name, message.binary(_DATA, folder)))
        return found


class _Message:
    """An open .msg file."""

    def __init__(self, data: bytes) -> None:
        import olefile

        try:
            self._file: Any = olefile.OleFileIO(io.BytesIO(data))
        except Exception as error:
            # olefile raises whatever its steps do on broken files.
            raise ReadingError(
                "This Outlook e-mail is broken.", "Save the message again, best as .eml.", kind="broken Outlook e-mail"
            ) from error
        self._names = {"/".join(parts): parts for parts in self._file.listdir(streams=True, storages=True)}

    def __enter__(self) -> "_Message":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def folders(self) -> list[str]:
        """Return the names of the storages of the attachments that hold a file."""
        found = sorted({name.split("/")[0] for name in self._names if name.startswith("__attach_version1.0_")})
        return [one for one in found if f"{one}/{_stream(_DATA, _BINARY)}" in self._names][:MOST_ATTACHMENTS]

    def binary(self, property_: int, folder: str = "") -> bytes:
        """Return a property's bytes; empty where the message has none."""
        return self._stream(_stream(property_, _BINARY), folder)

    def text(self, property_: int, folder: str = "") -> str:
        """Return a property in words; empty where the message has none."""
        wide = self._stream(_stream(property_, _UNICODE), folder)
        if wide:
            return wide.decode("utf-16-le", errors="replace").rstrip("\0")
        return self._stream(_stream(property_, _STRING), folder).decode("cp1252", errors="replace").rstrip("\0")

    def day(self) -> str | None:
        """Return the day the message was sent, in UTC, as an ISO date; else the day it came."""
        header = self._stream("__properties_version1.0", "")
        times = {}
        # The properties of a message begin behind 32 bytes, 16 bytes each (2.4.1.1).
        for at in range(32, len(header) - 15, 16):
            kind, property_ = struct.unpack_from("<HH", header, at)
            if kind == _TIME:
                times[property_] = struct.unpack_from("<Q", header, at + 8)[0]
        for property_ in (_SUBMITTED, _DELIVERED):
            if times.get(property_):
                try:
                    return (_EPOCH + timedelta(microseconds=times[property_] // 10)).date().isoformat()
                except OverflowError:
                    continue
        return None

    def _stream(self, name: str, folder: str) -> bytes:
        parts = self._names.get(f"{folder}/{name}" if folder else name)
        if parts is None:
            return b""
        try:
            data: bytes = self._file.openstream(parts).read()
        except OSError:
            return b""
        return data


def _stream(property_: int, kind: int) -> str:
    return f"__substg1.0_{property_:04X}{kind:04X}"
