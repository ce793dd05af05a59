"""Files that hold several documents open as these documents; what cannot be taken out of them is named."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index import Corpus
from index.settings import Settings
from tests.index.files import FEED, FIRST, PAGE, SECOND, THIRD, docx, mail, mbox, warc, zipped
from tests.index.outlook import msg


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "one.txt").write_text(f"{FIRST}\n\n{SECOND}\n")
    return made


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Iterator[Corpus]:
    corpus = Corpus.open([folder], Settings(), cache=tmp_path / "cache", notes=tmp_path / "notes.yaml")
    yield corpus
    corpus.close()


def listed(corpus: Corpus) -> list[str]:
    corpus.refresh()
    return [entry.id for entry in corpus.documents()]


def unread(corpus: Corpus) -> dict[str, str]:
    return {file.id: file.message for file in corpus.unreadable()}


def test_an_archive_opens_as_a_folder(folder: Path, opened: Corpus) -> None:
    inner = zipped({"deep.txt": THIRD})
    parts: dict[str, str | bytes] = {
        "a/page.html": PAGE,
        "a/page_files/ad.html": PAGE,
        "b.docx": docx(),
        "in.zip": inner,
        "x.pages": "?",
    }
    (folder / "all.zip").write_bytes(zipped(parts))
    assert listed(opened) == ["all.zip/a/page.html", "all.zip/b.docx", "all.zip/in.zip/deep.txt", "one.txt"]
    assert list(unread(opened)) == ["all.zip/x.pages"]


def test_names_in_an_archive_stay_within_its_folder(folder: Path, opened: Corpus, tmp_path: Path) -> None:
    (folder / "all.zip").write_bytes(zipped({"../../out.txt": FIRST, "/etc/a.txt": SECOND, "c\\d.txt": THIRD}))
    assert len(listed(opened)) == 4
    assert not list(tmp_path.glob("*.txt"))
    assert all(Path(entry.path).is_relative_to(tmp_path) for entry in opened.documents())


def test_what_is_unpacked_is_not_unpacked_again_and_goes_with_its_file(
    folder: Path, opened: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = folder / "all.zip"
    archive.write_bytes(zipped({"a.txt": THIRD}))
    assert "all.zip/a.txt" in listed(opened)
    monkeypatch.setattr("index.reading.unpacking.shelf.parts_of", None)
    assert "all.zip/a.txt" in listed(opened)
    archive.unlink()
    assert listed(opened) == ["one.txt"]
    assert opened.folder is not None
    assert not list((opened.folder / "parts").glob("*/a.txt"))


def test_a_bomb_in_an_archive_is_named_and_the_rest_is_read(folder: Path, opened: Corpus) -> None:
    (folder / "all.zip").write_bytes(zipped({"a.txt": THIRD, "bomb.txt": "x" * 40_000_000}))
    assert "all.zip/a.txt" in listed(opened)
    assert "far more" in unread(opened)["all.zip/bomb.txt"]


def test_archives_without_end_are_not_unpacked(folder: Path, opened: Corpus) -> None:
    data = zipped({"a.txt": THIRD})
    for _ in range(6):
        data = zipped({"in.zip": data})
    (folder / "all.zip").write_bytes(data)
    assert listed(opened) == ["one.txt"]
    assert any("times over" in message for message in unread(opened).values())


def test_a_mailbox_opens_as_its_messages_with_what_is_attached(folder: Path, opened: Corpus) -> None:
    (folder / "desk.mbox").write_bytes(mbox(mail(), mail(attached={"plan.docx": docx(), "map.jpg": b"\xff\xd8"})))
    assert listed(opened) == [
        "desk.mbox/0001 Re Ferry terminal to close.eml",
        "desk.mbox/0002 Re Ferry terminal to close.eml",
        "desk.mbox/0002 Re Ferry terminal to close.eml/plan.docx",
        "one.txt",
    ]
    assert list(unread(opened)) == ["desk.mbox/0002 Re Ferry terminal to close.eml/map.jpg"]
    assert any("2 attachments" in notice for entry in opened.documents() for notice in entry.notices)


def test_what_is_attached_to_an_outlook_message_is_a_document(folder: Path, opened: Corpus) -> None:
    sent = datetime(2025, 3, 18, 9, tzinfo=UTC)
    attached = {"plan.txt": f"{THIRD}\n".encode().ljust(5000, b" ")}
    (folder / "note.msg").write_bytes(msg(sent, attached, subject="Plan", body=FIRST, sender="Ana Sousa"))
    assert listed(opened) == ["note.msg", "note.msg/plan.txt", "one.txt"]
    assert THIRD in opened.document("note.msg/plan.txt").text


def test_a_web_archive_opens_as_its_pages(folder: Path, opened: Corpus) -> None:
    (folder / "crawl.warc").write_bytes(warc(PAGE))
    assert "crawl.warc/0001 news.example.org-ferry.html" in listed(opened)
    assert opened.documents()[0].metadata.url == "https://news.example.org/ferry"


def test_a_feed_opens_as_its_entries(folder: Path, opened: Corpus) -> None:
    (folder / "news.rss").write_text(FEED)
    listed(opened)
    known = opened.documents()[0].metadata
    assert (known.title, known.outlet, known.published) == ("Ferry & port", "Harbour Times", "2025-03-18")
    assert FIRST in opened.document(opened.documents()[0].id).text
    assert any("only its title" in message for message in unread(opened).values())


def test_an_export_means_the_files_beside_it_with_what_it_says_of_them(folder: Path, opened: Corpus) -> None:
    (folder / "storage").mkdir()
    (folder / "storage" / "x1.html").write_text(PAGE)
    (folder / "out.csv").write_text(
        '"Key","Title","Author","Date","Url","Publication Title","File Attachments"\n'
        '"A","Harbour closes","Sousa, Ana","2025-03-18","https://example.org/a","Harbour Times","storage/x1.html"\n'
        '"B","Elsewhere","","","https://news.example.org/b","","../../etc/passwd.txt"\n'
    )
    assert listed(opened) == ["one.txt", "out.csv/0001 Harbour closes.html"]
    known = opened.documents()[1].metadata
    assert (known.outlet, known.published) == ("Harbour Times", "2025-03-18")
    assert opened.documents()[1].path.endswith("storage/x1.html")
    assert "only where it is" in unread(opened)["out.csv/0002 Elsewhere"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.json", json.dumps({"articles": [{"title": "A", "text": FIRST, "published": "2025-03-18"}]})),
        ("x.json", json.dumps([{"data": {"title": "A", "abstractNote": "", "note": FIRST, "date": "2025-03-18"}}])),
        ("x.jsonl", json.dumps({"title": "A", "content": f"<p>{FIRST}</p>", "date": "2025-03-18"}) + "\n"),
        ("x.ris", f"TY  - NEWS\nTI  - A\nAU  - Sousa, Ana\nPY  - 2025/03/18/\nAB  - {FIRST}\nER  - \n"),
        ("x.bib", f"@article{{k,\n title = {{{{A}}}},\n date = {{2025-03-18}},\n abstract = {{{FIRST}}},\n}}\n"),
        ("x.csv", f'Title,Published,Document\nA,2025-03-18,"{FIRST}"\n'),
    ],
)
def test_exports_with_texts_open_as_these(folder: Path, opened: Corpus, name: str, content: str) -> None:
    (folder / name).write_text(content)
    ids = [id_ for id_ in listed(opened) if id_.startswith(f"{name}/")]
    assert len(ids) == 1
    assert FIRST in opened.document(ids[0]).text
    assert opened.entry(ids[0]).metadata.published == "2025-03-18"


def test_other_json_and_xml_is_named_with_what_it_is(folder: Path, opened: Corpus) -> None:
    (folder / "a.json").write_text('{"a": 1}')
    (folder / "b.xml").write_text("<chart/>")
    (folder / "one.json").write_text('{"title": "A sidecar"}')
    assert listed(opened) == ["one.txt"]
    assert sorted(unread(opened)) == ["a.json", "b.xml"]
    assert opened.documents()[0].title == "A sidecar"


def test_a_table_that_is_no_export_is_read_as_it_stands(folder: Path, opened: Corpus) -> None:
    (folder / "ports.csv").write_text("port;passengers\nElia;310,000\n")
    assert listed(opened) == ["one.txt", "ports.csv"]
    assert opened.document("ports.csv").text == "port | passengers\nElia | 310,000\n"


def test_every_file_that_is_not_read_is_named(folder: Path, opened: Corpus) -> None:
    for name in ("a.pages", "b.JPG", "noextension", ".hidden", "Thumbs.db", "~$one.docx"):
        (folder / name).write_bytes(b"x")
    listed(opened)
    assert list(unread(opened)) == ["a.pages", "b.JPG", "noextension"]
    assert all(file.hint and file.kind for file in opened.unreadable())


def test_what_is_not_read_is_known_before_the_first_refresh(folder: Path, opened: Corpus) -> None:
    (folder / "a.pages").write_bytes(b"x")
    assert list(unread(opened)) == ["a.pages"]
