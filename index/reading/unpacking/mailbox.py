"""Mailboxes (.mbox), and what is attached to e-mails."""

import re
from collections.abc import Iterator
from pathlib import Path

from index.reading.formats.mail import Attachment, attachments_of, header, parse_mail
from index.reading.unpacking import Part

_FROM = re.compile(rb"(?:\A|\r?\n\r?\n|\A\s*)From [^\r\n]*\d{4}[^\r\n]*\r?\n(?=[A-Za-z-]+:)")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_LONGEST_NAME = 80


def parts_of_mbox(data: bytes, _file: Path) -> Iterator[Part]:
    """Yield the messages of a mailbox, each named by its number and its subject."""
    starts = list(_FROM.finditer(data))
    for number, match in enumerate(starts, start=1):
        end = starts[number].start() if number < len(starts) else len(data)
        message = _QUOTED_FROM.sub(rb"\1", data[match.end() : end])
        subject = header(parse_mail(message), "Subject")
        name = re.sub(r"[\s/\\:*?\"<>|]+", " ", subject)[:_LONGEST_NAME].strip(" .")
        yield Part(f"{number:04} {name or 'message'}.eml", message)


def parts_of_eml(data: bytes, _file: Path) -> Iterator[Part]:
    """Yield what is attached to a message."""
    return _files(attachments_of(parse_mail(data)))


def parts_of_msg(data: bytes, _file: Path) -> Iterator[Part]:
    """Yield what is attached to an Outlook message."""
    from index.reading.formats.msg import attachments_of_msg

    return _files(attachments_of_msg(data))


def _files(attachments: list[Attachment]) -> Iterator[Part]:
    return (Part(one.name.replace("/", "_"), one.data) for one in attachments if one.data)
