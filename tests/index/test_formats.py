"""Every format gives its text, its metadata and its places; what is broken, locked or explodes is refused in words."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ReadingError
from index.reading import Source, read_document
from index.reading.formats import FORMATS, format_of, read_as
from index.reading.formats.msg import unpacked_rtf
from index.records import Document, ZoneKind
from tests.index.files import (
    FIRST,
    PAGE,
    RTF,
    SECOND,
    THIRD,
    W,
    docx,
    epub,
    mail,
    mhtml,
    odt,
    xlsx,
    zipped,
)
from tests.index.outlook import msg


def read(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    return read_document(Source(name, str(folder / name), 0, 0), {})


def zone_of(document: Document, words: str) -> ZoneKind:
    at = document.text.index(words)
    return next(zone.kind for zone in document.zones if zone.span.start <= at < zone.span.end)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.docx", docx()),
        ("x.odt", odt()),
        ("x.rtf", RTF),
        ("x.epub", epub()),
        ("x.eml", mail()),
        ("y.eml", mail(html=True)),
        ("x.mhtml", mhtml(PAGE)),
        ("x.xhtml", PAGE.encode()),
        ("x.csv", f'port,text\nElia,"{FIRST}"\n'.encode()),
    ],
)
def test_the_text_is_whole(tmp_path: Path, name: str, data: bytes) -> None:
    assert FIRST in read(tmp_path, name, data).text


def test_a_word_document(tmp_path: Path) -> None:
    document = read(tmp_path, "x.docx", docx())
    assert document.metadata.title == "Ferry terminal to close"
    assert document.metadata.authors == ("Ana Sousa",)
    assert zone_of(document, "Ferry terminal to close") is ZoneKind.TITLE
    assert "Port | 41" in document.text
    assert "77 ships" not in document.text
    assert any("tracked changes" in notice for notice in document.notices)


def test_a_prefix_that_is_not_declared_hides_nothing(tmp_path: Path) -> None:
    data = zipped(
        {"word/document.xml": f"<w:document><w:body><w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p></w:body></w:document>"}
    )
    assert read(tmp_path, "x.docx", data).text == f"{FIRST}\n"


def test_notes_of_a_word_document_come_last(tmp_path: Path) -> None:
    notes = f"<w:n {W}><w:footnote w:type='separator'><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>"
    notes += f"<w:footnote><w:p><w:r><w:t>{THIRD}</w:t></w:r></w:p></w:footnote></w:n>"
    text = read(tmp_path, "x.docx", docx(footnotes=notes)).text
    assert text.endswith(f"{THIRD}\n")
    assert "---" not in text


def test_an_opendocument_text(tmp_path: Path) -> None:
    document = read(tmp_path, "x.odt", odt())
    assert document.text.splitlines() == ["Ferry terminal to close", FIRST, "Port | 41", SECOND, THIRD]
    assert document.metadata.authors == ("Ana Sousa",)
    assert document.metadata.title == "Ferry terminal to close"


def test_the_chapters_of_a_book_are_its_places(tmp_path: Path) -> None:
    document = read(tmp_path, "x.epub", epub())
    lines = document.text.splitlines()
    assert document.place(lines.index(FIRST) + 1) == "The Ferry"
    assert document.place(lines.index(THIRD) + 1) == "The Storm"
    assert (document.metadata.title, document.metadata.language) == ("The Port Book", "en")


def test_a_locked_book_is_refused_and_scrambled_fonts_are_not(tmp_path: Path) -> None:
    method = '<e xmlns="x"><EncryptionMethod Algorithm="{}"/></e>'
    assert read(tmp_path, "x.epub", epub(method.format("http://www.idpf.org/2008/embedding"))).text
    with pytest.raises(ReadingError, match="protected"):
        read(tmp_path, "y.epub", epub(method.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")))


def test_an_email(tmp_path: Path) -> None:
    document = read(tmp_path, "x.eml", mail())
    known = document.metadata
    assert known.title == "Ferry terminal to close"
    assert known.authors == ("Ana Sousa",)
    assert known.published == "2025-03-18"
    assert document.text.startswith("From: Ana Sousa <ana@example.org>\n")
    assert not any("example.org" in document.slice(sentence.span) for sentence in document.sentences)


def test_an_email_in_an_unknown_encoding_is_read_all_the_same(tmp_path: Path) -> None:
    data = (
        b"Subject: Caf\xe9\nContent-Type: text/plain; charset=x-none\n\nThe caf\xe9 on the quay was closed on Monday.\n"
    )
    assert "café on the quay" in read(tmp_path, "x.eml", data).text


def test_an_outlook_message(tmp_path: Path) -> None:
    sent = datetime(2025, 3, 18, 9, tzinfo=UTC)
    data = msg(
        sent, {"plan.txt": b"x"}, subject="FW: Ferry terminal", body=f"{FIRST}\r\n", sender="Ana Sousa", to="Desk"
    )
    document = read(tmp_path, "x.msg", data)
    known = document.metadata
    assert (known.title, known.authors, known.published) == ("Ferry terminal", ("Ana Sousa",), "2025-03-18")
    assert FIRST in document.text
    assert any("1 attachment" in notice for notice in document.notices)


def test_packed_rich_text_is_unpacked() -> None:
    # The example of [MS-OXRTFCP], 3.1.
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked_rtf(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert unpacked_rtf(packed[:30]).startswith(b"{\\rtf1")
    assert unpacked_rtf(b"") == b""


def test_a_saved_page_knows_its_address(tmp_path: Path) -> None:
    known = read(tmp_path, "x.mhtml", mhtml(PAGE)).metadata
    assert known.url == "https://news.example.org/2025/03/18/ferry"
    assert known.published == "2025-03-18"


def test_a_spreadsheet(tmp_path: Path) -> None:
    document = read(tmp_path, "x.xlsx", xlsx())
    assert document.text.splitlines() == ["Passengers | 310000", "Opened | 2025-03-18 | 25%"]
    assert document.place(1) == "sheet Ports"


def test_an_empty_cell_keeps_its_place(tmp_path: Path) -> None:
    assert "Port | | 41" in read(tmp_path, "x.csv", b"a,b,c,d\nPort,,41,\n").text


def test_rich_text(tmp_path: Path) -> None:
    document = read(tmp_path, "x.rtf", RTF)
    assert "Café." in document.text
    assert document.metadata.title == "The terminal closes now"


def bomb() -> bytes:
    """Return a Word document whose text is 40 MB of one letter."""
    return docx("x" * 40_000_000)


LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("x.docx", bomb(), "file that explodes"),
        ("x.docx", zipped({"word/document.xml": f"{LAUGHS}<d>&b;</d>"}), "file that explodes"),
        ("x.odt", zipped({"content.xml": "<a>" * 5000 + "</a>" * 5000}), "broken OpenDocument text"),
        ("x.rtf", b"{\\rtf1 " + b"{" * 5000 + b"}" * 5000, "file that explodes"),
        ("x.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "locked Word document"),
        ("x.docx", docx()[:-200], "broken Word document"),
        ("x.msg", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "broken Outlook e-mail"),
    ],
)
def test_what_explodes_or_is_broken_is_refused_in_words(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(tmp_path, name, data)
    assert (caught.value.kind, bool(caught.value.hint)) == (kind, True)


def test_messages_within_messages_are_refused(tmp_path: Path) -> None:
    message = mail()
    for number in range(30):
        mark = f"b{number}"
        head = f'Subject: x\nContent-Type: multipart/mixed; boundary="{mark}"\n\n--{mark}\n'
        message = f"{head}Content-Type: message/rfc822\n\n".encode() + message + f"\n--{mark}--\n".encode()
    with pytest.raises(ReadingError, match="without end"):
        read(tmp_path, "x.eml", message)


def test_a_locked_part_of_a_package_is_refused(tmp_path: Path) -> None:
    data = io.BytesIO(docx())
    with zipfile.ZipFile(data) as package:
        offset = package.getinfo("word/document.xml").header_offset
    raw = bytearray(data.getvalue())
    raw[offset + 6] |= 1
    directory = raw.index(b"PK\x01\x02")
    raw[directory + 8] |= 1
    with pytest.raises(ReadingError, match="locked"):
        read(tmp_path, "x.docx", bytes(raw))


def text_or_reason(suffix: str, data: bytes) -> str:
    one = format_of(suffix)
    assert one is not None
    try:
        # A file of a byte order mark alone has no text, which whoever reads the whole document says.
        return read_as(one, data).text or "no text"
    except ReadingError as error:
        return error.message


@given(
    data=st.binary(min_size=1, max_size=400),
    suffix=st.sampled_from([suffix for one in FORMATS for suffix in one.suffixes]),
)
def test_any_bytes_give_a_text_or_a_reason(data: bytes, suffix: str) -> None:
    assert text_or_reason(suffix, data)


MADE = {".docx": docx(), ".odt": odt(), ".epub": epub(), ".xlsx": xlsx(), ".eml": mail(), ".rtf": RTF}


@pytest.mark.parametrize("suffix", MADE)
@given(at=st.integers(0, 3000), byte=st.integers(0, 255))
def test_a_damaged_file_gives_a_text_or_a_reason(suffix: str, at: int, byte: int) -> None:
    damaged = bytearray(MADE[suffix])
    damaged[at % len(damaged)] = byte
    assert text_or_reason(suffix, bytes(damaged))
