"""Web archives (.warc, .warc.gz), after ISO 28500: the pages and PDFs that were answered with success."""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from index.errors import ReadingError
from index.reading.unpacking import Part

LARGEST = 512_000_000
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_KEPT = {"text/html": ".html", "application/xhtml+xml": ".xhtml", "application/pdf": ".pdf", "text/plain": ".txt"}
_UNFIT = re.compile(r"[^\w.-]+")


def parts_of_warc(data: bytes, _file: Path) -> Iterator[Part]:
    """Yield the pages of a web archive with their addresses."""
    number = 0
    for header, body in _records(_whole(data) if data.startswith(b"\x1f\x8b") else data):
        if header.get("warc-type") != "response" or not body.startswith(b"HTTP/"):
            continue
        end = _HEADER_END.search(body)
        if not end:
            continue
        said = _fields(body[: end.start()])
        kind = said.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in _KEPT or not re.match(rb"HTTP/[\d.]+ 2\d\d", body):
            continue
        content = _plain(body[end.end() :], said)
        if content:
            number += 1
            address = header.get("warc-target-uri", "").strip("<>")
            name = _UNFIT.sub("-", re.sub(r"^https?://(?:www\.)?", "", address)).strip("-")[:80]
            yield Part(f"{number:04} {name or 'page'}{_KEPT[kind]}", content, {"url": address})


def _whole(data: bytes) -> bytes:
    """Return what is packed: one gzip stream for each record."""
    parts, taken = [], 0
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
        try:
            while chunk := packed.read(4_000_000):
                taken += len(chunk)
                if taken > LARGEST:
                    raise ReadingError(
                        "This web archive would unpack to far more than it should hold.",
                        "Save the pages you need.",
                        kind="file that explodes",
                    )
                parts.append(chunk)
        except (EOFError, zlib.error, OSError) as error:
            if not parts:
                raise ReadingError(
                    "This web archive is broken.", "Save the pages again.", kind="broken web archive"
                ) from error
    return b"".join(parts)


def _records(data: bytes) -> Iterator[tuple[dict[str, str], bytes]]:
    """Yield the fields and the bytes of each record."""
    at = 0
    while (at := data.find(b"WARC/", at)) >= 0:
        end = _HEADER_END.search(data, at)
        if not end:
            return
        fields = _fields(data[at : end.start()])
        length = fields.get("content-length", "")
        size = int(length) if length.isdecimal() else 0
        yield fields, data[end.end() : end.end() + size]
        at = end.end() + size


def _fields(head: bytes) -> dict[str, str]:
    lines = (line.partition(":") for line in head.decode("utf-8", errors="replace").splitlines()[1:])
    return {name.strip().lower(): value.strip() for name, _, value in lines}


def _plain(body: bytes, said: dict[str, str]) -> bytes:
    """Return an answer's content without the chunks and the packing it was sent in; empty where it is broken."""
    if said.get("transfer-encoding", "").lower() == "chunked":
        body = _joined(body)
    packing = said.get("content-encoding", "").lower()
    if packing not in ("gzip", "x-gzip", "deflate"):
        return body if packing in ("", "identity") else b""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(body, 64_000_000)
    except zlib.error:
        return b""


def _joined(body: bytes) -> bytes:
    parts, at = [], 0
    while match := re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]*\r\n").match(body, at):
        size = int(match[1], 16)
        if size == 0:
            break
        parts.append(body[match.end() : match.end() + size])
        at = match.end() + size + 2
    return b"".join(parts) or body
