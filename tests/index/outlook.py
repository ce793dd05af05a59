"""Outlook messages made in memory: an OLE compound file ([MS-CFB], version 3) with the streams of [MS-OXMSG]."""

import struct
from datetime import UTC, datetime

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NONE = 0xFFFFFFFF
SHORTEST = 4096
"""Bytes from which a stream stands in sectors of its own; shorter ones are filled up to it."""


def msg(sent: datetime, attached: dict[str, bytes], **texts: str) -> bytes:
    """Return a message; ``texts`` are its properties by name."""
    tags = {"subject": "0037", "body": "1000", "sender": "0C1A", "to": "0E04"}
    streams = {f"__substg1.0_{tags[name]}001F": text.encode("utf-16-le") for name, text in texts.items()}
    ticks = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    streams["__properties_version1.0"] = bytes(32) + struct.pack("<HHIQ", 0x0040, 0x0039, 6, ticks)
    tree: dict[str, bytes | dict[str, bytes]] = dict(streams)
    for number, (name, data) in enumerate(attached.items()):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__substg1.0_37010102": data,
            "__substg1.0_3707001F": name.encode("utf-16-le"),
        }
    return _compound(tree)


def _compound(tree: dict[str, bytes | dict[str, bytes]]) -> bytes:
    """Return a compound file with streams, and with storages one level deep."""
    entries: list[list[object]] = [["Root Entry", 5, NONE, NONE, END, 0]]
    contents: list[tuple[int, bytes]] = []

    def add(items: dict[str, bytes | dict[str, bytes]]) -> int:
        """Add entries, each the right sibling of the one before; return the first."""
        first = previous = NONE
        for name, value in items.items():
            number = len(entries)
            entries.append([name, 2 if isinstance(value, bytes) else 1, NONE, NONE, END, 0])
            if previous == NONE:
                first = number
            else:
                entries[previous][2] = number
            previous = number
            if isinstance(value, bytes):
                contents.append((number, value.ljust(SHORTEST, b"\0")))
            else:
                entries[number][3] = add(dict(value))
        return first

    entries[0][3] = add(tree)
    chains, body = list[int](), b""
    for number, data in contents:
        padded = data.ljust(-(-len(data) // SECTOR) * SECTOR, b"\0")
        start, count = len(chains), len(padded) // SECTOR
        chains += [*range(start + 1, start + count), END]
        entries[number][4:] = [start, len(data)]
        body += padded
    directory = b"".join(_entry(entry) for entry in entries)
    directory = directory.ljust(-(-len(directory) // SECTOR) * SECTOR, b"\0")
    at, count = len(chains), len(directory) // SECTOR
    chains += [*range(at + 1, at + count), END]
    body += directory
    tables = -(-(len(chains) + 8) // (SECTOR // 4 - 1))
    first = len(chains)
    chains += [FAT] * tables
    table = struct.pack(f"<{tables * SECTOR // 4}I", *chains, *[FREE] * (tables * SECTOR // 4 - len(chains)))
    places = [*range(first, first + tables), *[FREE] * (109 - tables)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, tables, at, 0, SHORTEST, END, 0, END, 0) + struct.pack("<109I", *places)
    return head + body + table


def _entry(row: list[object]) -> bytes:
    name, kind, right, child, start, size = row
    written = str(name).encode("utf-16-le") + b"\0\0"
    fixed = struct.pack("<HBBIII", len(written), kind, 1, NONE, right, child)
    return written.ljust(64, b"\0") + fixed + bytes(36) + struct.pack("<IQ", start, size)
