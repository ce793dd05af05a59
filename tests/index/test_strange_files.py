"""Links, pipes, devices, names that are no text, and files that change without looking changed."""

import os
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from index.corpus import Corpus
from index.errors import CorpusError, ReadingError
from index.paths import actual_path, exists, path_text, read_plain
from index.reading import Source, discover, discovery, read_document
from index.settings import Settings
from tests.index.corpora import THREE, Opener, found, ids

STORY = "The ferry sank. 12 people died, the mayor said.\n"


def listed(*paths: Path, follow_links: bool = False) -> tuple[list[str], dict[str, str]]:
    refused: list[Any] = []
    sources = discover(paths, refused, follow_links=follow_links)
    return [source.id for source in sources], {Path(one.id).name: one.message for one in refused}


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("A secret of 12 words.\n")
    return tmp_path / "outside"


class TestLinks:
    def test_one_that_leads_out_is_not_followed_and_said(self, folder: Path, outside: Path) -> None:
        (folder / "all").symlink_to("/")
        (folder / "away").symlink_to(outside)
        (folder / "file.txt").symlink_to(outside / "secret.txt")
        (folder / "picture.png").symlink_to(outside / "secret.txt")
        found, refused = listed(folder)
        assert found == ["one.md", "three.md", "two.md"]
        assert refused.keys() == {"all", "away", "file.txt", "picture.png"}
        assert all("leads out" in message for message in refused.values())

    def test_one_that_stays_inside_is_followed(self, folder: Path) -> None:
        (folder / "deep").mkdir()
        (folder / "deep" / "four.md").write_text(STORY)
        (folder / "again.md").symlink_to("deep/four.md")
        (folder / "round").symlink_to(".")
        assert listed(folder) == (["again.md", "deep/four.md", "one.md", "three.md", "two.md"], {})

    def test_one_into_another_folder_that_is_named_is_followed(self, folder: Path, outside: Path) -> None:
        (folder / "file.txt").symlink_to(outside / "secret.txt")
        names, refused = listed(folder, outside)
        assert f"{folder.name}/file.txt" in names
        assert refused == {}

    def test_one_that_leads_back_over_its_parents_is_not(self, folder: Path, outside: Path) -> None:
        (folder / "file.txt").symlink_to(f"../{folder.name}/../{outside.name}/secret.txt")
        (folder / "near.txt").symlink_to(f"../{folder.name}x")
        assert "file.txt" not in listed(folder)[0]

    def test_asked_for_they_are_followed(self, opened: Opener, folder: Path, outside: Path) -> None:
        (folder / "file.txt").symlink_to(outside / "secret.txt")
        corpus = opened(Settings(follow_links=True))
        corpus.refresh()
        assert found(corpus, "secret") == ["file.txt"]

    def test_a_folder_that_is_a_link_itself_is_opened(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(folder)
        assert listed(tmp_path / "link")[0] == ["one.md", "three.md", "two.md"]

    def test_a_sidecar_that_leads_elsewhere_is_not_read(self, folder: Path, outside: Path) -> None:
        (outside / "secret.yaml").write_text("title: A secret\n")
        (folder / "plain.txt").write_text(STORY)
        (folder / "plain.yaml").symlink_to(outside / "secret.yaml")
        source = next(source for source in discover([folder]) if source.id == "plain.txt")
        document = read_document(source, {})
        assert document.metadata.title != "A secret"
        assert any("leads elsewhere" in notice for notice in document.notices)


class TestNoPlainFiles:
    def test_they_are_said_and_not_opened(self, folder: Path) -> None:
        os.mkfifo(folder / "pipe.txt")
        here = Path.cwd()
        os.chdir(folder)
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("socket.txt")
        os.chdir(here)
        (folder / "null.txt").symlink_to("/dev/null")
        (folder / "self.txt").symlink_to("self.txt")
        (folder / "gone.txt").symlink_to("nowhere.txt")
        names, refused = listed(folder)
        assert names == ["one.md", "three.md", "two.md"]
        assert refused.keys() == {"pipe.txt", "socket.txt", "null.txt", "self.txt", "gone.txt"}
        assert listed(folder, follow_links=True)[0] == names

    @pytest.mark.parametrize("place", ["/dev/zero", "/dev/null", "/dev/stdin", "/dev/tty", "/proc/kmsg", "pipe"])
    def test_opening_one_waits_for_nobody(self, tmp_path: Path, place: str) -> None:
        if place == "pipe":
            os.mkfifo(tmp_path / "pipe")
        elif not Path(place).exists():
            pytest.skip(f"there is no {place} here")
        file = tmp_path / "x.txt"
        file.symlink_to(place)
        began = time.monotonic()
        with pytest.raises(ReadingError):
            read_document(Source("x.txt", str(file), 10, 0), {})
        assert time.monotonic() - began < 2

    def test_a_pipe_beside_an_article_is_no_sidecar(self, tmp_path: Path) -> None:
        (tmp_path / "x.txt").write_text(STORY)
        os.mkfifo(tmp_path / "x.yaml")
        (tmp_path / "x.json").symlink_to("/dev/zero")
        (source,) = discover([tmp_path])
        assert read_document(source, {}).text == STORY

    def test_only_so_much_of_a_file_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "x").write_bytes(b"x" * 100)
        assert read_plain(tmp_path / "x", 10) == b"x" * 10


NAMES = [b"bytes\xff\xfe\x9b31m.txt", b"\x80.md", b"latin-\xe9t\xe9.txt", b"dir\xff/inner\xfe.txt", b"back\\xff.txt"]


class TestNamesThatAreNoText:
    @pytest.mark.parametrize("name", NAMES)
    def test_the_article_is_read_found_and_stays_known(self, opened: Opener, folder: Path, name: bytes) -> None:
        file = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        file.parent.mkdir(exist_ok=True)
        file.write_text(STORY)
        corpus = opened()
        assert corpus.refresh().added == 4
        (strange,) = {*ids(corpus)} - {"one.md", "two.md", "three.md"}
        strange.encode("utf-8")
        assert found(corpus, "ferry") == [strange]
        entry = corpus.entry(strange)
        entry.path.encode("utf-8")
        assert actual_path(entry.path) == file
        claim = corpus.claims(strange)[0]
        corpus.notes.note(claim, "so he says")
        assert opened().notes.effects().claim_notes == {claim.id: "so he says"}
        assert not opened().refresh().anything
        file.unlink()
        assert corpus.refresh().removed == 1
        # Of a folder without articles nobody can say whether it was ever part of the corpus.
        assert len(corpus.notes.effects().lost) == (b"/" not in name)

    def test_a_folder_of_such_a_name_is_opened(self, tmp_path: Path) -> None:
        folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe"))
        folder.mkdir()
        (folder / "a.txt").write_text(STORY)
        corpus = Corpus.open([folder], Settings(), tmp_path / "cache", tmp_path / "notes.yaml")
        assert corpus.refresh().added == 1
        corpus.close()

    def test_text_of_a_path_leads_back_to_it(self, tmp_path: Path) -> None:
        for name in NAMES[:3]:
            path = tmp_path / os.fsdecode(name)
            assert actual_path(path_text(path)) == path


@pytest.mark.parametrize("name", ["a" * 300, "b/" * 3000, "nul\0byte", "\udcff\ud800"])
def test_names_that_no_file_can_have_are_said(tmp_path: Path, name: str) -> None:
    assert not exists(tmp_path / name)
    with pytest.raises(CorpusError):
        Corpus.open([tmp_path / name], Settings(), tmp_path / "cache", tmp_path / "notes.yaml")


def test_the_folder_one_is_in_may_be_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    for path in (Path(), Path("x.txt")):
        with pytest.raises(CorpusError):
            discover([path])
        with pytest.raises(CorpusError):
            Corpus.open([path], Settings(), tmp_path / "cache", tmp_path / "notes.yaml")


class TestFilesThatLookTheSame:
    @pytest.mark.parametrize("way", ["written over", "replaced", "sidecar"])
    def test_other_words_of_the_same_size_and_time_are_noticed(
        self, opened: Opener, folder: Path, way: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(discovery, "DOUBT_NS", 0)
        file = folder / "three.md"
        if way == "sidecar":
            (folder / "three.yaml").write_text("url: https://a.example/1\n")
            file = folder / "three.yaml"
        corpus = opened()
        corpus.refresh()
        before = file.stat()
        other = file.read_text().replace("apples", "pears_").replace("a.example/1", "a.example/2")
        if way == "replaced":
            (folder / "new").write_text(other)
            (folder / "new").replace(file)
        else:
            file.write_text(other)
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
        assert corpus.refresh().changed == 1

    def test_one_that_changed_this_moment_is_looked_at_again(self, opened: Opener, folder: Path) -> None:
        corpus = opened()
        corpus.refresh()
        sources = discover([folder])
        assert [source.mark for source in sources] == [0, 0, 0]
        (folder / "three.md").write_text(THREE.replace("apples", "pears_"))
        assert corpus.refresh().changed == 1
        assert not corpus.refresh().anything

    def test_one_that_is_the_same_is_not_read_again(
        self, opened: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(discovery, "DOUBT_NS", 0)
        opened().refresh()
        monkeypatch.setattr("index.corpus.refresh._digest", None)
        assert not opened().refresh().anything
