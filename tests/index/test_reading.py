"""Files become documents: found, decoded, cleaned, every format."""

import hashlib
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.errors import CorpusError, ReadingError
from index.reading import Source, digest_of, discover, read_document, unlistable
from index.reading.formats import FORMATS
from index.records import Document, ZoneKind

STORY = (
    "The harbour of Port Elia was closed on Monday after a storm broke two cranes, the port office said. "
    "Nobody was hurt, and ships wait outside the bay.\n"
)


def read(path: Path, content: bytes | str, catalogue: dict[str, Any] | None = None) -> Document:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(Source(path.name, str(path), 0, 0), catalogue or {})


def write(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(STORY)


class TestDiscover:
    def test_takes_articles_in_natural_order_and_passes_over_the_rest(self, tmp_path: Path) -> None:
        write(tmp_path, "10.txt", "2.txt", "b/note.MD", "b/page.htm", "c.pdf", "d.text")
        write(tmp_path, ".hidden.txt", ".git/x.txt", "image.png", "config.yaml", "noextension", "b/.cache/z.md")
        assert [source.id for source in discover([tmp_path])] == [
            "2.txt",
            "10.txt",
            "b/note.MD",
            "b/page.htm",
            "c.pdf",
            "d.text",
        ]

    def test_survives_loops_of_links_and_visits_each_folder_once(self, tmp_path: Path) -> None:
        write(tmp_path, "a/one.txt")
        (tmp_path / "a" / "loop").symlink_to(tmp_path)
        (tmp_path / "0-link").symlink_to(tmp_path / "a")
        (tmp_path / "self").symlink_to(tmp_path / "self")
        (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
        assert [source.id for source in discover([tmp_path])] == ["a/one.txt"]

    def test_ids_of_several_paths_are_unique_and_readable(self, tmp_path: Path) -> None:
        write(tmp_path, "jan/one.txt", "feb/one.txt", "x/jan/one.txt", "x/jan/two.txt")
        paths = [tmp_path / "jan", tmp_path / "feb", tmp_path / "x" / "jan", tmp_path / "jan" / "one.txt"]
        ids = [source.id for source in discover(paths)]
        assert len(ids) == len(set(ids)) == 4
        assert "feb/one.txt" in ids
        assert "x/jan/one.txt" in ids

    def test_single_files_are_named_by_their_name(self, tmp_path: Path) -> None:
        write(tmp_path, "one.txt", ".secret.txt")
        assert [source.id for source in discover([tmp_path / "one.txt"])] == ["one.txt"]
        assert [source.id for source in discover([tmp_path / ".secret.txt"])] == [".secret.txt"]

    def test_a_missing_path_and_a_file_that_is_no_article_are_errors_with_hints(self, tmp_path: Path) -> None:
        write(tmp_path, "image.png")
        for path in (tmp_path / "nowhere", tmp_path / "image.png"):
            with pytest.raises(CorpusError) as caught:
                discover([path])
            assert caught.value.hint

    def test_hostile_names_do_not_reach_the_id(self, tmp_path: Path) -> None:
        write(tmp_path, "a\x1b]0;x\x07.txt", "b\u202egpj.txt")
        ids = [source.id for source in discover([tmp_path])]
        assert len(ids) == 2
        assert not any(character in identifier for identifier in ids for character in "\x1b\x07\u202e")

    def test_a_sidecar_changes_the_time_of_its_article(self, tmp_path: Path) -> None:
        write(tmp_path, "one.txt")
        before = discover([tmp_path])[0]
        (tmp_path / "one.yaml").write_text("title: X")
        os.utime(tmp_path / "one.yaml", ns=(before.mtime_ns + 5, before.mtime_ns + 5))
        assert discover([tmp_path])[0].mtime_ns == before.mtime_ns + 5
        assert discover([tmp_path / "one.txt"])[0].mtime_ns == before.mtime_ns + 5

    @pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every folder")
    def test_a_folder_without_permission_is_passed_over_and_named(self, tmp_path: Path) -> None:
        write(tmp_path, "a/one.txt", "b/two.txt")
        (tmp_path / "a").chmod(0)
        try:
            assert [source.id for source in discover([tmp_path])] == ["b/two.txt"]
            assert [entry.id for entry in unlistable([tmp_path])] == [str(tmp_path / "a")]
        finally:
            (tmp_path / "a").chmod(0o700)


def test_the_digest_changes_with_the_file_and_with_its_sidecar(tmp_path: Path) -> None:
    first = read(tmp_path / "x.txt", STORY)
    source = Source("x.txt", str(tmp_path / "x.txt"), 0, 0)
    assert digest_of(source) == first.digest == hashlib.sha256(STORY.encode()).hexdigest()
    digests = {first.digest}
    for day in ("20", "21"):
        (tmp_path / "x.yaml").write_text(f"date: 2025-01-{day}")
        document = read_document(source, {})
        assert document.metadata.published == f"2025-01-{day}"
        assert digest_of(source) == document.digest
        digests.add(document.digest)
    assert len(digests) == 3
    assert digest_of(Source("y.txt", str(tmp_path / "y.txt"), 0, 0)) == ""


class TestUnreadable:
    @pytest.mark.parametrize(
        "content",
        [b"", b"   \n\n ", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, bytes(range(256)) * 20, b"PK\x03\x04rest", b"\0" * 400],
    )
    def test_what_is_no_text_is_an_error_with_a_hint(self, tmp_path: Path, content: bytes) -> None:
        with pytest.raises(ReadingError) as caught:
            read(tmp_path / "x.txt", content)
        assert caught.value.message
        assert caught.value.hint

    def test_a_file_that_is_too_large(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        small = replace(FORMATS[0], largest=100)
        monkeypatch.setattr("index.reading.document.format_of", lambda _suffix: small)
        with pytest.raises(ReadingError, match="larger"):
            read(tmp_path / "x.txt", "word " * 100)

    def test_a_file_that_is_gone(self, tmp_path: Path) -> None:
        with pytest.raises(ReadingError, match="cannot be opened"):
            read_document(Source("x.txt", str(tmp_path / "x.txt"), 0, 0), {})

    @pytest.mark.parametrize(
        ("name", "module"),
        [("x.html", "lxml"), ("x.pdf", "pypdf"), ("x.msg", "olefile"), ("x.rtf", "striprtf"), ("x.docx", "lxml")],
    )
    def test_a_missing_package_is_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str
    ) -> None:
        monkeypatch.setitem(__import__("sys").modules, module, None)
        with pytest.raises(ReadingError) as caught:
            read(tmp_path / name, "<p>text</p>")
        assert module in caught.value.message
        assert "pipx" in caught.value.hint


ENGLISH = "The minister said “no” — the café in the old town cost £40 more. The vote is on Friday.\n" * 4
FRENCH = "Le président a déclaré que l'élection serait reportée à l'été, malgré la colère des députés.\n" * 6
POLISH = "Prezydent powiedział, że w ciągu najbliższych dni zostanie podpisana ustawa o źródłach energii.\n" * 6
RUSSIAN = "Президент заявил, что соглашение будет подписано в ближайшие дни, несмотря на возражения.\n" * 6
SIMPLIFIED = "这款应用近日吸引了大量新用户，许多人希望继续分享短视频和生活内容。有关方面表示欢迎。\n" * 4
TRADITIONAL = "這款應用近日吸引了大量新用戶，許多人希望繼續分享短視頻和生活內容。有關方面表示歡迎。\n" * 4
JAPANESE = "東京の株式市場は月曜日に大きく値を下げました。専門家は来週も不安定な動きが続くと見ています。\n" * 4


class TestEncodings:
    def test_a_paragraph_pasted_in_another_encoding_is_read_as_such(self, tmp_path: Path) -> None:
        pasted = "“The café’s roof is unsafe,” said the owner – of the “café”.".encode("cp1252")
        document = read(tmp_path / "x.txt", "“No choice,” said the chair — of it.\n\n".encode() + pasted)
        assert "“The café’s roof is unsafe,” said the owner – of the “café”." in document.text
        assert document.encoding_guessed
        assert any("line 3" in notice and "Windows-1252" in notice for notice in document.notices)

    def test_a_letter_cut_in_two_stays_a_broken_place(self, tmp_path: Path) -> None:
        document = read(tmp_path / "x.txt", ENGLISH.encode() + b"and \xe2\x80 cut off\n")
        assert "and \ufffd cut off" in document.text

    @pytest.mark.parametrize("text", [FRENCH, ENGLISH, POLISH, RUSSIAN])
    def test_what_was_encoded_twice_is_decoded_twice_and_said(self, tmp_path: Path, text: str) -> None:
        once = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode())
        document = read(tmp_path / "x.txt", once)
        assert document.text == text
        assert any("encoded twice" in notice for notice in document.notices)

    def test_a_text_about_such_signs_keeps_them(self, tmp_path: Path) -> None:
        text = "“â€™” stands for an apostrophe in the café’s menu – naïve résumés say “déjà vu” — or “façade”."
        assert read(tmp_path / "x.txt", text).text == text

    @pytest.mark.parametrize(
        ("text", "encoding"),
        [
            (ENGLISH, "cp1252"),
            (ENGLISH, "utf-16-le"),
            (ENGLISH, "utf-32-be"),
            (FRENCH, "latin-1"),
            (FRENCH, "mac_roman"),
            (POLISH, "cp1250"),
            (POLISH, "iso8859_2"),
            (RUSSIAN, "cp1251"),
            (RUSSIAN, "koi8_r"),
            (RUSSIAN, "utf-16-be"),
            (SIMPLIFIED, "gb18030"),
            (SIMPLIFIED, "utf-16-le"),
            (TRADITIONAL, "big5"),
            (JAPANESE, "shift_jis"),
            (JAPANESE, "iso2022_jp"),
        ],
    )
    def test_without_a_mark_it_is_guessed_and_said(self, tmp_path: Path, text: str, encoding: str) -> None:
        document = read(tmp_path / "x.txt", text.encode(encoding))
        assert document.text == text
        assert document.encoding_guessed
        assert any("guessed" in notice for notice in document.notices)

    @pytest.mark.parametrize(
        ("text", "encoding"),
        [
            ("À Paris… Café…", "cp1252"),
            ("À Paris, le Café Édouard a fermé. Ça va.", "cp1252"),
            ("Überfällig: Größe für Köln", "cp1252"),
            ("“He said” – it’s €5", "cp1252"),
            ("Zażółć gęślą jaźń, Łódź mówi że", "cp1250"),
            ("Москва слезам не верит, сказал он.", "cp1251"),
            ("Καλημέρα κόσμε", "cp1253"),
            ("小红书用户说他们来了", "gb18030"),
        ],
    )
    def test_a_short_text_is_western_unless_a_language_speaks_against_it(
        self, tmp_path: Path, text: str, encoding: str
    ) -> None:
        document = read(tmp_path / "x.txt", text.encode(encoding))
        assert document.text == text
        assert document.encoding_guessed

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_a_mark_decides_and_is_not_counted(self, tmp_path: Path, encoding: str) -> None:
        document = read(tmp_path / "x.txt", SIMPLIFIED.encode(encoding))
        assert document.text == SIMPLIFIED
        assert not document.encoding_guessed
        assert document.notices == ()

    def test_damage_in_utf8_stays_utf8_and_is_reported(self, tmp_path: Path) -> None:
        data = bytearray(SIMPLIFIED.encode())
        del data[100]
        document = read(tmp_path / "x.txt", bytes(data))
        assert document.encoding == "utf-8"
        assert "�" in document.text
        assert any("broken" in notice for notice in document.notices)

    def test_offsets_are_those_of_the_decoded_file(self, tmp_path: Path) -> None:
        raw = "One\tline.\r\nTwo\x1b[31m lines.\r\n\r\nThe \u202eend\u200b is near.\rLast."
        document = read(tmp_path / "x.txt", raw)
        assert len(document.text) == len(raw)
        assert document.text.index("near") == raw.index("near")
        assert document.text.count("\n") == 4
        assert "\x1b" not in document.text


class TestMarkdown:
    def test_front_matter_is_metadata_and_boilerplate(self, tmp_path: Path) -> None:
        document = read(
            tmp_path / "x.md",
            "---\ntitle: Cranes fall\nauthor: [Ann Lee, Bo Chen]\ndate: 2025-01-20\nsource: The Elia Post\n"
            "url: https://example.org/a\nlang: en\n---\n# Cranes fall\n\n" + STORY,
        )
        metadata = document.metadata
        assert (metadata.title, metadata.outlet, metadata.authors) == (
            "Cranes fall",
            "The Elia Post",
            ("Ann Lee", "Bo Chen"),
        )
        assert (metadata.published, metadata.url, metadata.language) == ("2025-01-20", "https://example.org/a", "en")
        assert not metadata.guessed
        assert [(zone.kind, zone.first_line, zone.last_line) for zone in document.zones] == [
            (ZoneKind.BOILERPLATE, 1, 8),
            (ZoneKind.TITLE, 9, 9),
            (ZoneKind.BODY, 11, 11),
        ]

    def test_front_matter_holds_no_sentence_and_is_a_zone_of_its_own(self, tmp_path: Path) -> None:
        front = "---\ntitle: Cranes fall\ndescription: About 500 ships waited on 3 May, he said.\n---\n"
        document = read(tmp_path / "x.md", front + "Share this story\n\n" + STORY)
        assert document.front == len(front)
        assert [(zone.kind, zone.first_line) for zone in document.zones][:2] == [
            (ZoneKind.BOILERPLATE, 1),
            (ZoneKind.BOILERPLATE, 5),
        ]
        assert all(sentence.span.start >= document.front for sentence in document.sentences)
        assert [document.slice(sentence.span)[:9] for sentence in document.sentences][1:] == ["The harbo", "Nobody wa"]
        assert document.words == len(STORY.split()) + 3

    def test_invalid_front_matter_is_reported_and_nothing_is_lost(self, tmp_path: Path) -> None:
        document = read(tmp_path / "x.md", "---\ntitle: A: b: [c\ndate: 2025-01-20\n---\n\n" + STORY)
        assert document.metadata.published == "2025-01-20"
        assert any("front matter" in notice for notice in document.notices)
        assert "title: A: b: [c" in document.text

    def test_a_date_that_can_be_read_in_two_ways_is_not_taken(self, tmp_path: Path) -> None:
        document = read(tmp_path / "x.md", "---\ntitle: A\ndate: 02/03/2025\n---\n" + STORY)
        assert document.metadata.published is None
        assert any("02/03/2025" in notice for notice in document.notices)

    def test_a_rule_at_the_start_is_no_front_matter(self, tmp_path: Path) -> None:
        document = read(tmp_path / "x.md", "---\n\n" + STORY + "\n---\n\n" + STORY)
        assert document.zones[-1].kind is ZoneKind.BODY
        assert document.notices == ()

    def test_marks_are_kept_in_the_text_and_out_of_titles_and_sentences(self, tmp_path: Path) -> None:
        document = read(
            tmp_path / "x.md", f"# The *big* [storm](http://a.example) #\n\n{STORY}\n## After it\n\n- {STORY}- {STORY}"
        )
        assert document.metadata.title == "The big storm"
        assert [document.slice(one.span) for one in document.sentences if one.zone is ZoneKind.HEADING] == ["After it"]
        assert not any(document.slice(one.span).startswith("-") for one in document.sentences)


PAGE = """<html lang="en"><head><title>Cranes fall | Elia Post</title>
<meta property="og:title" content="Cranes fall in Port Elia"><meta property="og:site_name" content="The Elia Post">
<meta property="article:published_time" content="2025-01-20T08:00:00+01:00">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Cranes fall in Port Elia",
"author": [{"@type": "Person", "name": "Ann Lee"}], "datePublished": "2025-01-20T08:00:00Z"}]}</script></head><body>
<nav><a href="/">Home</a></nav><article><h1>Cranes fall in Port Elia</h1>%s<h2>What comes next</h2>%s</article>
<footer>Copyright 2025</footer></body></html>"""


class TestHtml:
    def page(self, tmp_path: Path, paragraphs: int = 4) -> Document:
        body = f"<p>{STORY}</p>" * paragraphs
        return read(tmp_path / "x.html", PAGE % (body, f"<p>The tower was built in 1931. {STORY}</p>"))

    def test_text_metadata_and_headings(self, tmp_path: Path) -> None:
        document = self.page(tmp_path)
        metadata = document.metadata
        assert metadata.title == "Cranes fall in Port Elia"
        assert metadata.outlet == "The Elia Post"
        assert metadata.authors == ("Ann Lee",)
        assert (metadata.published, metadata.language) == ("2025-01-20", "en")
        headings = [document.slice(zone.span) for zone in document.zones if zone.kind is ZoneKind.HEADING]
        assert headings == ["What comes next"]
        assert "Home" not in document.text
        assert document.text.count("The tower was built") == 1

    def test_a_tiny_page_is_read_too(self, tmp_path: Path) -> None:
        document = read(tmp_path / "x.htm", "<p>Two cranes fell.</p><p>Nobody was hurt.</p><script>alert(1)</script>")
        assert document.text.split("\n")[:2] == ["Two cranes fell.", "Nobody was hurt."]
        assert document.metadata.published is None

    def test_no_date_is_taken_out_of_the_story(self, tmp_path: Path) -> None:
        body = "".join(f"<p>On January {day}, 2019 the port closed. {STORY}</p>" for day in range(1, 6))
        assert (
            read(tmp_path / "x.html", f"<html><body><article>{body}</article></body></html>").metadata.published is None
        )

    def test_the_charset_of_the_page_is_used(self, tmp_path: Path) -> None:
        page = f'<html><head><meta charset="big5"></head><body><p>{TRADITIONAL * 3}</p></body></html>'
        document = read(tmp_path / "x.html", page.encode("big5"))
        assert "這款應用" in document.text
        assert document.metadata.language == "zh"

    @pytest.mark.parametrize("content", ["<", "<html></html>", "<p>" * 3000, "<![CDATA[", "<html><body>\x00</body>"])
    def test_broken_pages_never_raise_anything_else(self, tmp_path: Path, content: str) -> None:
        with suppress(ReadingError):
            assert read(tmp_path / "x.html", content).text


def pdf(*pages: list[str], title: str = "") -> bytes:
    """Return a small PDF with lines of ASCII text."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, lines in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        drawn = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 10 Tf 50 750 Td {drawn}ET".encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< /Title ({title}) /CreationDate (D:20200101000000Z) >>".encode())
    body = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"<< /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(objects) + 1, len(objects))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        trailer,
        len(body),
    )


class TestPdf:
    LINES = (
        "The harbour of Port Elia was closed on Monday after a storm",
        "broke two cranes, the port office said. Nobody was hurt by the de-",
        "bris, and the ships wait outside.",
        "The mayor said that the repair of the cranes would take most of the",
        "spring and cost more than the town can pay.",
    )

    def test_lines_become_paragraphs_and_running_heads_go(self, tmp_path: Path) -> None:
        pages = [["The Elia Post", *self.LINES, str(number)] for number in (1, 2, 3)]
        document = read(tmp_path / "x.pdf", pdf(*pages, title="Cranes fall in the harbour"))
        assert "the debris, and the ships" in document.text
        assert "The Elia Post" not in document.text
        assert document.text.split("\n")[0].endswith("wait outside.")
        assert document.metadata.title == "Cranes fall in the harbour"
        assert "title" in document.metadata.guessed
        assert document.metadata.published is None

    def test_pages_are_its_places(self, tmp_path: Path) -> None:
        document = read(tmp_path / "x.pdf", pdf(list(self.LINES), ["On the second page the mayor spoke.", *self.LINES]))
        at = document.text.index("On the second page")
        assert document.place(1) == "p. 1"
        assert document.place(document.text.count("\n", 0, at) + 1) == "p. 2"

    def test_scanned_pages_are_said(self, tmp_path: Path) -> None:
        assert any("1 of 2 pages" in one for one in read(tmp_path / "x.pdf", pdf(list(self.LINES), [])).notices)
        with pytest.raises(ReadingError) as caught:
            read(tmp_path / "y.pdf", pdf([], []))
        assert caught.value.kind == "scanned PDF"

    def test_a_file_name_in_the_title_field_is_no_title(self, tmp_path: Path) -> None:
        assert (
            read(tmp_path / "x.pdf", pdf(list(self.LINES), title="Microsoft Word - cranes.doc")).metadata.title is None
        )

    @pytest.mark.parametrize("content", [b"%PDF-1.4\nbroken", b"no pdf at all", pdf([])])
    def test_broken_and_empty_files(self, tmp_path: Path, content: bytes) -> None:
        with pytest.raises(ReadingError) as caught:
            read(tmp_path / "x.pdf", content)
        assert caught.value.hint
