"""Outlook e-mails (.msg), after Microsoft's [MS-OXMSG]: properties are streams of an OLE file."""

import io
import struct
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from index.errors import ReadingError
from index.reading.content import Content
from index.reading.formats.mail import Attachment, mail_content

_SUBJECT, _BODY, _HTML, _SENDER, _TO, _CC = 0x0037, 0x1000, 0x1013, 0x0C1A, 0x0E04, 0x0E03
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_DATA, _LONG_NAME, _NAME = 0x3701, 0x3707, 0x3704
_UNICODE, _STRING, _BINARY, _TIME = 0x001F, 0x001E, 0x0102, 0x0040
_RICH, _STORAGE = 0x1009, 0x000D
LARGEST_RICH = 16_000_000
_WINDOW = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    b"SymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What the window of the packing begins with (2.1.2.1)."""
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
MOST_ATTACHMENTS = 1_000


def read_msg(data: bytes) -> Content:
    """Return the text of a message: its main headers, set apart, and its body. Raises ReadingError."""
    with _Message(data) as message:
        sender, day = message.text(_SENDER), message.day()
        html, body = message.binary(_HTML), message.text(_BODY)
        if not body.strip() and not html:
            body = _rich(message.binary(_RICH))
        headers = [
            ("From", sender),
            ("To", message.text(_TO)),
            ("Cc", message.text(_CC)),
            ("Date", day or ""),
            ("Subject", message.text(_SUBJECT)),
        ]
        headers = [(name, " ".join(value.split())) for name, value in headers]
        authors = (sender,) if sender and "@" not in sender else ()
        return mail_content(headers, body, html, authors=authors, day=day, attachments=len(message.folders()))


def attachments_of_msg(data: bytes) -> list[Attachment]:
    """Return the files attached to a message. Raises ReadingError."""
    with _Message(data) as message:
        found = []
        for number, folder in enumerate(message.folders(), start=1):
            name = message.text(_LONG_NAME, folder) or message.text(_NAME, folder) or f"attachment {number}"
            inner = f"{folder}/{_stream(_DATA, _STORAGE)}"
            if message.has(inner):
                found.append(Attachment(f"{message.text(_SUBJECT, inner) or name}.eml", _as_eml(message, inner)))
            else:
                found.append(Attachment(name, message.binary(_DATA, folder)))
        return found


def _as_eml(message: "_Message", folder: str) -> bytes:
    """Return a message within a message as a plain e-mail."""
    body = message.text(_BODY, folder) or _rich(message.binary(_RICH, folder))
    made = EmailMessage()
    for name, property_ in (("From", _SENDER), ("To", _TO), ("Subject", _SUBJECT)):
        if value := " ".join(message.text(property_, folder).split()):
            made[name] = value
    if day := message.day(folder):
        made["Date"] = format_datetime(datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    made.set_content(body)
    return made.as_bytes()


def _rich(packed: bytes) -> str:
    """Return the words of a body that is kept as packed rich text only; empty where there is none."""
    plain = unpacked_rtf(packed)
    if not plain:
        return ""
    from index.reading.formats.rtf import read_rtf

    try:
        return read_rtf(plain).text
    except ReadingError:
        return ""


def unpacked_rtf(packed: bytes) -> bytes:
    """Return rich text as it was before Outlook packed it ([MS-OXRTFCP]); empty where it is damaged."""
    if len(packed) < 16 or packed[8:12] not in (b"LZFu", b"MELA"):
        return b""
    (size,) = struct.unpack_from("<I", packed, 4)
    if packed[8:12] == b"MELA":
        return packed[16 : 16 + size]
    window = bytearray(_WINDOW.ljust(4096, b" "))
    at, place, made = 16, len(_WINDOW), bytearray()
    while at < len(packed) and len(made) < min(size, LARGEST_RICH):
        control = packed[at]
        at += 1
        for bit in range(8):
            if at >= len(packed):
                break
            if not control >> bit & 1:
                taken = packed[at : at + 1]
                at += 1
            else:
                token = int.from_bytes(packed[at : at + 2], "big")
                at += 2
                start, length = token >> 4, (token & 15) + 2
                if start == place % 4096:
                    return bytes(made)
                taken = b""
                for step in range(length):
                    sign = window[(start + step) % 4096]
                    window[(place + step) % 4096] = sign
                    taken += bytes([sign])
            for sign in taken:
                window[place % 4096] = sign
                place += 1
            made += taken
    return bytes(made)


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
        """Return the names of the storages of the attachments that hold a file or a message."""
        found = sorted({name.split("/")[0] for name in self._names if name.startswith("__attach_version1.0_")})
        kinds = (_stream(_DATA, _BINARY), _stream(_DATA, _STORAGE))
        return [one for one in found if any(f"{one}/{kind}" in self._names for kind in kinds)][:MOST_ATTACHMENTS]

    def has(self, name: str) -> bool:
        """Return whether there is a stream or a storage of this name."""
        return name in self._names

    def binary(self, property_: int, folder: str = "") -> bytes:
        """Return a property's bytes; empty where the message has none."""
        return self._stream(_stream(property_, _BINARY), folder)

    def text(self, property_: int, folder: str = "") -> str:
        """Return a property in words; empty where the message has none."""
        wide = self._stream(_stream(property_, _UNICODE), folder)
        if wide:
            return wide.decode("utf-16-le", errors="replace").rstrip("\0")
        return self._stream(_stream(property_, _STRING), folder).decode("cp1252", errors="replace").rstrip("\0")

    def day(self, folder: str = "") -> str | None:
        """Return the day the message was sent, in UTC, as an ISO date; else the day it came."""
        header = self._stream("__properties_version1.0", folder)
        times = {}
        # The properties of a message begin behind 32 bytes, of one within it behind 24, 16 bytes each (2.4.1).
        for at in range(24 if folder else 32, len(header) - 15, 16):
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
