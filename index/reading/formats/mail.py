"""E-mails (.eml): the headers a reader needs, then the text of the message; attachments are documents of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

from index.errors import ReadingError
from index.metadata import Finding
from index.reading.content import Content
from index.reading.decoding import decode
from index.records import ZoneKind

MOST_PARTS = 2_000
DEEPEST = 20
"""How deeply parts of a message may be nested."""
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg|sv|tr|rv)\s?:\s?)+", re.IGNORECASE)
_TEXT_ATTACHMENTS = {"text/plain": ".txt", "text/html": ".html", "text/csv": ".csv", "message/rfc822": ".eml"}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within a message: its name, and its bytes."""

    name: str
    data: bytes


def read_eml(data: bytes) -> Content:
    """Return the text of a message: its main headers, set apart, and its body. Raises ReadingError."""
    message = parse_mail(data)
    html, text = body_of(message)
    headers = [(name, header(message, name)) for name in _SHOWN]
    return mail_content(
        headers,
        text,
        html,
        authors=sender_names(message),
        day=day_of(message),
        attachments=len(attachments_of(message)),
    )


def parse_mail(data: bytes) -> Message:
    """Return the message in ``data``. Raises ReadingError when it is none, or nested too deeply."""
    try:
        message: Message = message_from_bytes(data, policy=policy.compat32)
        count, deepest = 0, 0
        waiting: list[tuple[Message, int]] = [(message, 1)]
        while waiting:
            part, depth = waiting.pop()
            count, deepest = count + 1, max(deepest, depth)
            if count > MOST_PARTS or deepest > DEEPEST:
                raise _explodes()
            if part.is_multipart():
                payload = part.get_payload()
                waiting.extend((one, depth + 1) for one in payload if isinstance(one, Message))
    except RecursionError as error:
        raise _explodes() from error
    if not any(message.get(name) for name in ("From", "Subject", "Date", "To", "Content-Type", "MIME-Version")):
        raise ReadingError("This is no e-mail: it has no headers.", "Save the message again from the mail program.")
    return message


def _explodes() -> ReadingError:
    return ReadingError(
        "This e-mail holds messages within messages without end, so it was not read.",
        "Open it in a mail program and save the message you need.",
        kind="file that explodes",
    )


def header(message: Message, name: str) -> str:
    """Return a header in words, on one line; empty where it is missing or cannot be read."""
    from email.header import decode_header, make_header

    raw = message.get(name)
    if raw is None:
        return ""
    try:
        text = str(make_header(decode_header(str(raw))))
    except (LookupError, ValueError, UnicodeError):
        text = str(raw)
    if any("\udc80" <= character <= "\udcff" for character in text):
        text = decode(text.encode("utf-8", "surrogateescape")).text
    return " ".join(text.split())


def sender_names(message: Message) -> tuple[str, ...]:
    """Return the names of the senders, as the header gives them; not the bare addresses."""
    names = (name.strip(" '\"") for name, _ in getaddresses([header(message, "From")]))
    return tuple(" ".join(reversed(name.split(", "))) if name.count(", ") == 1 else name for name in names if name)


def day_of(message: Message) -> str | None:
    """Return the day a message was sent, where its sender was, as an ISO date."""
    try:
        return parsedate_to_datetime(str(message.get("Date"))).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def body_of(message: Message) -> tuple[bytes, str]:
    """Return the message's HTML as bytes with its encoding said, and its plain text; either may be empty."""
    html, texts = b"", list[str]()
    for part in _parts(message):
        if _is_attachment(part):
            continue
        kind = part.get_content_type()
        if kind == "text/plain":
            texts.append(_text(part))
        elif kind == "text/html" and not html:
            html = b"\xef\xbb\xbf" + _text(part).encode("utf-8", "replace")
    return html, "\n\n".join(text for text in texts if text.strip())


def _text(part: Message) -> str:
    """Return a part's text in its stated encoding, else in the likeliest."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return str(part.get_payload())
    charset = str(part.get_content_charset() or "")
    try:
        text = data.decode({"iso-8859-1": "cp1252", "us-ascii": "utf-8"}.get(charset, charset or "utf-8"))
    except (LookupError, ValueError):
        text = decode(data).text if data.strip() else ""
    if part.get_param("format") == "flowed":
        text = re.sub(r" \r?\n(?![>\s])", " ", text)
    return text


def _parts(message: Message) -> Iterator[Message]:
    """Yield the parts that are no containers, without entering messages within the message."""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        payload: Any = message.get_payload()
        for part in payload:
            yield from _parts(part)
    else:
        yield message


def _is_attachment(part: Message) -> bool:
    kind = part.get_content_disposition()
    return kind == "attachment" or bool(part.get_filename()) or part.get_content_maintype() == "message"


def attachments_of(message: Message) -> list[Attachment]:
    """Return the files and messages attached to a message; pictures that the text shows are none."""
    found = []
    for number, part in enumerate(_parts(message), start=1):
        inline = part.get("Content-ID") and part.get_content_maintype() == "image"
        if not _is_attachment(part) or inline:
            continue
        name = str(part.get_filename() or "")
        if part.get_content_maintype() == "message" and part.is_multipart():
            inner: Any = part.get_payload(0)
            data = inner.as_bytes() if isinstance(inner, (Message, EmailMessage)) else b""
            name = name or f"{header(inner, 'Subject') or f'message {number}'}.eml"
        else:
            payload = part.get_payload(decode=True)
            data = payload if isinstance(payload, bytes) else b""
        ending = _TEXT_ATTACHMENTS.get(part.get_content_type(), "")
        name = name or f"part {number}{ending}"
        found.append(Attachment(name if "." in name else name + ending, data))
    return found


def mail_content(
    headers: list[tuple[str, str]],
    text: str,
    html: bytes,
    *,
    authors: tuple[str, ...],
    day: str | None,
    attachments: int,
) -> Content:
    """Return a message as text: the headers first, of which no claim is made, then the body."""
    subject = dict(headers).get("Subject", "")
    front = "".join(f"{name}: {value}\n" for name, value in headers if value)
    findings = [Finding("title", _REPLY.sub("", subject), "subject")] if _REPLY.sub("", subject) else []
    if authors:
        findings.append(Finding("authors", authors, "sender"))
    if day:
        findings.append(Finding("published", day, "date of the e-mail"))
    notices = []
    if attachments:
        files = "1 attachment is" if attachments == 1 else f"{attachments} attachments are"
        notices.append(f"{files} listed on their own." if attachments > 1 else f"{files} listed on its own.")
    laid_out, kinds = False, dict[int, ZoneKind]()
    if html and not text.strip():
        from index.reading.formats.html import blocks_of_page

        blocks = list(blocks_of_page(html))
        text, laid_out = "\n".join(words for words, _ in blocks), True
        first = front.count("\n") + 2
        kinds = {first + number: kind for number, (_, kind) in enumerate(blocks) if kind}
    if not text.strip():
        if not attachments:
            raise ReadingError("This e-mail holds no text.", "Open it in a mail program and look at it.")
        text = "(The message has no text of its own.)"
    return Content(
        f"{front}\n{text.strip()}\n".replace("\r\n", "\n"),
        "e-mail",
        findings=tuple(findings),
        notices=tuple(notices),
        body_start=len(front) + 1,
        kinds=kinds,
        laid_out=laid_out,
    )
