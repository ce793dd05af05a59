"""Small files of every format, made in memory."""

import io
import zipfile
from email.message import EmailMessage

FIRST = "The harbour board voted on Tuesday to close the old ferry terminal, officials said."
SECOND = "The terminal, built in 1964, handled 310,000 passengers last year."
THIRD = "Two cranes fell in the storm, and nobody was hurt."


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip with the parts by name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str | None = None, **more: str) -> bytes:
    """Return a Word document; ``more`` are further parts of ``word/``."""
    usual = (
        '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Ferry terminal to close</w:t></w:r></w:p>'
        f"<w:p><w:r><w:t>{FIRST[:40]}</w:t></w:r><w:r><w:t>{FIRST[40:]}</w:t></w:r>"
        "<w:del><w:r><w:delText>It lost 77 ships.</w:delText></w:r></w:del></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Port</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>41</w:t></w:r></w:p>"
        "</w:tc></w:tr></w:tbl>"
    )
    parts: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {W}><w:body>{body if body is not None else usual}</w:body></w:document>",
        "word/styles.xml": f'<w:styles {W}><w:style w:styleId="H1"><w:name w:val="Title"/></w:style></w:styles>',
        "docProps/core.xml": '<c xmlns:d="x"><d:title>The terminal closes</d:title>'
        "<d:creator>Ana Sousa</d:creator></c>",
    }
    return zipped({**parts, **{f"word/{name}.xml": content for name, content in more.items()}})


def odt(body: str | None = None) -> bytes:
    """Return an OpenDocument text."""
    usual = (
        f"<t:h>Ferry terminal to close</t:h><t:p>{FIRST}<t:note><t:note-citation>1</t:note-citation>"
        f"<t:note-body><t:p>{THIRD}</t:p></t:note-body></t:note></t:p>"
        "<t:table-row><t:table-cell><t:p>Port</t:p></t:table-cell><t:table-cell><t:p>41</t:p></t:table-cell>"
        f"</t:table-row><t:p>{SECOND[:13]}<t:s t:c='1'/>{SECOND[14:]}</t:p>"
    )
    content = f'<o:c xmlns:o="o" xmlns:t="t"><o:body>{usual if body is None else body}</o:body></o:c>'
    meta = (
        '<o:m xmlns:o="o" xmlns:d="d"><d:title>The terminal closes</d:title>'
        "<d:initial-creator>Ana Sousa</d:initial-creator></o:m>"
    )
    return zipped({"content.xml": content, "meta.xml": meta})


def epub(encryption: str = "") -> bytes:
    """Return an e-book of two chapters, with a table of contents that names the second."""
    page = "<html><body><h1>{}</h1><p>{}</p></body></html>"
    opf = (
        '<package xmlns:d="d"><metadata><d:title>The Port Book</d:title><d:creator>Ana Sousa</d:creator>'
        "<d:language>en</d:language></metadata><manifest>"
        '<item id="n" href="nav.xhtml" properties="nav"/><item id="a" href="a.xhtml"/><item id="b" href="b%20b.xhtml"/>'
        '</manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    parts: dict[str, str | bytes] = {
        "META-INF/container.xml": '<c><rootfile full-path="OPS/book.opf"/></c>',
        "OPS/book.opf": opf,
        "OPS/nav.xhtml": '<html><body><nav><a href="b%20b.xhtml#x">The Storm</a></nav></body></html>',
        "OPS/a.xhtml": page.format("The Ferry", FIRST),
        "OPS/b b.xhtml": page.format("II", THIRD),
    }
    return zipped({**parts, **({"META-INF/encryption.xml": encryption} if encryption else {})})


def mail(*, html: bool = False, attached: dict[str, bytes] | None = None) -> bytes:
    """Return an e-mail, perhaps of HTML only, perhaps with files."""
    message = EmailMessage()
    message["From"] = "Ana Sousa <ana@example.org>"
    message["To"] = "desk@example.org"
    message["Date"] = "Tue, 18 Mar 2025 23:30:00 -0500"
    message["Subject"] = "Re: Ferry terminal to close"
    if html:
        message.set_content(f"<p>{FIRST}</p><p>{SECOND}</p>", subtype="html")
    else:
        message.set_content(f"{FIRST}\n\n{SECOND}\n")
    for name, data in (attached or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mbox(*messages: bytes) -> bytes:
    """Return a mailbox."""
    return b"\n".join(b"From ana@example.org Tue Mar 18 23:30:00 2025\n" + message + b"\n" for message in messages)


def mhtml(page: str) -> bytes:
    """Return a page as Chromium saves it."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://news.example.org/2025/03/18/ferry"
    message["Subject"] = "Ferry terminal to close"
    message.set_content(page, subtype="html", cte="quoted-printable")
    message.make_related()
    return message.as_bytes()


def xlsx() -> bytes:
    """Return a spreadsheet with a text, a number, a day and a share."""
    sheet = (
        "<w><sheetData><row><c t='s'><v>0</v></c><c><v>310000</v></c></row>"
        "<row><c t='inlineStr'><is><t>Opened</t></is></c><c s='1'><v>45734</v></c><c s='2'><v>0.25</v></c></row>"
        "</sheetData></w>"
    )
    return zipped(
        {
            "xl/workbook.xml": '<w xmlns:r="r"><sheets><sheet name="Ports" r:id="r1"/></sheets></w>',
            "xl/_rels/workbook.xml.rels": '<R><Relationship Id="r1" Target="worksheets/one.xml"/></R>',
            "xl/worksheets/one.xml": sheet,
            "xl/sharedStrings.xml": "<s><si><t>Passengers</t></si></s>",
            "xl/styles.xml": '<s><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></s>',
        }
    )


def warc(page: str, address: str = "https://news.example.org/ferry") -> bytes:
    """Return a web archive with one page and one picture."""
    records = []
    for kind, body in (("text/html; charset=utf-8", page.encode()), ("image/png", b"\x89PNG")):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: {len(answer)}\r\n\r\n"
        records.append(head.encode() + answer + b"\r\n\r\n")
    return b"".join(records)


PAGE = (
    "<html><head><title>Ferry terminal to close</title></head><body><article><h1>Ferry terminal to close</h1>"
    f"<p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
)
RTF = (
    rb"{\rtf1\ansi{\info{\title The terminal closes now}{\author Ana Sousa}}\pard "
    + FIRST.encode()
    + rb"\par Caf\'e9.\par}"
)
FEED = f"""<rss version="2.0" xmlns:content="c"><channel><title>Harbour Times</title>
<item><title>Ferry &amp;amp; port</title><link>https://news.example.org/ferry</link>
<pubDate>Tue, 18 Mar 2025 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Only a title</title><link>https://news.example.org/b</link></item></channel></rss>"""
