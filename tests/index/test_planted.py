"""Nobody is let in: a cache that others could have written is not used, and nothing planted in it is ever run."""

import os
import random
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from whoosh.filedb import filestore
from whoosh.index import TOC

from index.engines import open_engine
from index.engines.whoosh.engine import NAME
from index.engines.whoosh.schema import schema
from index.store import cache_key, private_folder
from index.store.privacy import KEY_FILE, NotPrivateError, check_way
from tests.index.corpora import Opener, found, ids

CONTENTS: Any = TOC
STORAGE: Any = filestore.FileStorage
ROOT = pytest.mark.skipif(os.getuid() != 0, reason="only root can give files away")


class Planted:
    """What runs code when it is unpickled."""

    def __init__(self, proof: Path) -> None:
        self.proof = proof

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str, int]]:
        return os.mkdir, (str(self.proof), 0o700)


def plant(folder: Path, proof: Path) -> None:
    """Put an index into ``folder`` whose list of segments runs code when it is read."""
    folder.mkdir(parents=True, exist_ok=True)
    newest = max([int(toc.stem.rpartition("_")[2]) for toc in folder.glob("*.toc")], default=0) + 1
    CONTENTS(schema(), Planted(proof), newest).write(STORAGE(str(folder)), NAME)


def test_what_is_planted_runs_where_nothing_holds_it_back(tmp_path: Path) -> None:
    """The other tests prove something only while this attack works."""
    plant(tmp_path / "index", tmp_path / "proof")
    CONTENTS.read(STORAGE(str(tmp_path / "index")), NAME)
    assert (tmp_path / "proof").exists()


@pytest.mark.parametrize("emptied", [True, False])
def test_a_planted_index_is_not_read(opened: Opener, tmp_path: Path, emptied: bool) -> None:
    corpus = opened()
    corpus.refresh()
    assert corpus.folder is not None
    corpus.close()
    if emptied:
        shutil.rmtree(corpus.folder / "whoosh")
    plant(corpus.folder / "whoosh", tmp_path / "proof")
    again = opened()
    again.refresh()
    assert found(again, "apples") == ["three.md"]
    assert not (tmp_path / "proof").exists()


def test_an_index_planted_while_it_is_open_is_not_read(opened: Opener, folder: Path, tmp_path: Path) -> None:
    corpus = opened()
    corpus.refresh()
    assert corpus.folder is not None
    assert found(corpus, "apples") == ["three.md"]
    plant(corpus.folder / "whoosh", tmp_path / "proof")
    assert found(corpus, "apples") == ["three.md"]
    (folder / "four.md").write_text("Apples from Kelso.\n", encoding="utf-8")
    corpus.refresh()
    assert found(corpus, "apples") == ["four.md", "three.md"]
    assert not (tmp_path / "proof").exists()


def test_an_index_sealed_with_another_key_is_not_read(tmp_path: Path) -> None:
    one = open_engine(tmp_path / "index", b"1" * 32)
    one.close()
    assert list((tmp_path / "index").glob("*.seal"))
    before = {path.name for path in (tmp_path / "index").iterdir()}
    open_engine(tmp_path / "index", b"2" * 32).close()
    seals = {path.read_text() for path in (tmp_path / "index").glob("*.seal")}
    assert {path.name for path in (tmp_path / "index").iterdir()} == before
    open_engine(tmp_path / "index", b"2" * 32).close()
    assert {path.read_text() for path in (tmp_path / "index").glob("*.seal")} == seals


@pytest.mark.parametrize("part", ["cache", "cache/corpora", "cache/corpora/*"])
@pytest.mark.parametrize("mode", [0o777, 0o702])
def test_a_cache_that_others_could_write_is_not_used(opened: Opener, tmp_path: Path, part: str, mode: int) -> None:
    corpus = opened()
    corpus.refresh()
    corpus.close()
    assert corpus.folder is not None
    plant(corpus.folder / "whoosh", tmp_path / "proof")
    (place,) = tmp_path.glob(part)
    place.chmod(mode)
    again = opened()
    assert again.folder is None
    assert "others can write" in again.cache_problem
    again.refresh()
    assert ids(again) == ["one.md", "three.md", "two.md"]
    assert found(again, "apples") == ["three.md"]
    assert not (tmp_path / "proof").exists()
    place.chmod(0o700)


@pytest.mark.parametrize("part", ["cache", "cache/corpora", "cache/corpora/*"])
def test_a_link_in_the_cache_is_not_followed(opened: Opener, tmp_path: Path, part: str) -> None:
    corpus = opened()
    corpus.refresh()
    corpus.close()
    (place,) = tmp_path.glob(part)
    place.rename(tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")
    again = opened()
    assert again.folder is None
    assert "link" in again.cache_problem


@pytest.mark.parametrize("name", ["documents.sqlite", "whoosh"])
def test_a_link_inside_the_cache_of_a_corpus_makes_it_start_over(opened: Opener, tmp_path: Path, name: str) -> None:
    corpus = opened()
    corpus.refresh()
    corpus.close()
    assert corpus.folder is not None
    (corpus.folder / name).rename(tmp_path / name)
    (corpus.folder / name).symlink_to(tmp_path / name)
    again = opened()
    assert again.folder == corpus.folder
    assert again.refresh().added == 3
    assert not (corpus.folder / name).is_symlink()
    assert (tmp_path / name).exists()


@ROOT
@pytest.mark.parametrize("part", ["cache", "cache/corpora", "cache/corpora/*"])
def test_a_cache_of_somebody_else_is_not_used(opened: Opener, tmp_path: Path, part: str) -> None:
    corpus = opened()
    corpus.refresh()
    corpus.close()
    (place,) = tmp_path.glob(part)
    os.chown(place, 12345, -1)
    again = opened()
    assert again.folder is None
    assert "somebody else" in again.cache_problem


@ROOT
def test_a_file_of_somebody_else_in_the_cache_makes_it_start_over(opened: Opener) -> None:
    corpus = opened()
    corpus.refresh()
    corpus.close()
    assert corpus.folder is not None
    os.chown(corpus.folder / "documents.sqlite", 12345, -1)
    again = opened()
    assert again.refresh().added == 3
    assert (corpus.folder / "documents.sqlite").stat().st_uid == 0


@pytest.mark.parametrize("mode", [0o777, 0o772])
def test_no_folder_on_the_way_may_be_open_to_others(tmp_path: Path, mode: int) -> None:
    (tmp_path / "shared" / "mine").mkdir(parents=True)
    (tmp_path / "shared").chmod(mode)
    with pytest.raises(NotPrivateError, match="others can write"):
        check_way(tmp_path / "shared" / "mine")
    assert private_folder(tmp_path / "shared" / "mine" / "cache").path is None
    assert not (tmp_path / "shared" / "mine" / "cache").exists()
    # As in /tmp, where only the owner can put another file in a file's place.
    (tmp_path / "shared").chmod(mode | stat.S_ISVTX)
    assert private_folder(tmp_path / "shared" / "mine" / "cache").path is not None


def test_a_link_on_the_way_is_followed_only_to_where_nobody_else_can_write(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert private_folder(tmp_path / "link" / "cache").path is not None
    (tmp_path / "real").chmod(0o777)
    assert private_folder(tmp_path / "link" / "cache").path is None
    (tmp_path / "round").symlink_to(tmp_path / "round")
    assert private_folder(tmp_path / "round" / "cache").path is None


def test_a_cache_that_others_could_only_read_is_closed_and_used(opened: Opener, tmp_path: Path) -> None:
    corpus = opened()
    corpus.refresh()
    corpus.close()
    assert corpus.folder is not None
    for place in (tmp_path / "cache", corpus.folder.parent, corpus.folder):
        place.chmod(0o755)
    again = opened()
    assert again.folder == corpus.folder
    assert not again.refresh().anything
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_only_the_user_can_read_what_the_program_keeps(opened: Opener, tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        corpus = opened()
        corpus.refresh()
        assert found(corpus, "apples") == ["three.md"]
        corpus.notes.save_search("a", "b")
        corpus.searched.remember("apples")
    finally:
        os.umask(before)
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    kept += [path for path in tmp_path.iterdir() if path.is_file()]
    assert len(kept) > 6
    assert [path for path in kept if path.stat().st_mode & 0o077] == []
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_dir() and path.stat().st_mode & 0o077] == []


class TestTheKey:
    def test_it_is_made_once_and_is_the_users_alone(self, tmp_path: Path) -> None:
        key = cache_key(tmp_path / "data")
        assert key is not None
        assert len(key) == 32
        assert cache_key(tmp_path / "data") == key
        assert stat.S_IMODE((tmp_path / "data" / KEY_FILE).stat().st_mode) == 0o600
        assert [path.name for path in (tmp_path / "data").iterdir()] == [KEY_FILE]

    @pytest.mark.parametrize("harm", ["readable", "short", "link", "folder", "fifo"])
    def test_one_that_others_know_is_replaced(self, tmp_path: Path, harm: str) -> None:
        key, file = cache_key(tmp_path), tmp_path / KEY_FILE
        if harm == "readable":
            file.chmod(0o644)
        elif harm == "short":
            file.write_bytes(b"short")
        else:
            file.rename(tmp_path / "old")
            if harm == "link":
                file.symlink_to(tmp_path / "old")
            elif harm == "fifo":
                os.mkfifo(file)
            else:
                file.mkdir()
        other = cache_key(tmp_path)
        assert other != key
        assert other is None or len(other) == 32
        assert (other is None) == (harm == "folder")

    def test_without_a_place_for_it_the_cache_is_kept_in_memory(self, opened: Opener, tmp_path: Path) -> None:
        (tmp_path / KEY_FILE).mkdir()
        corpus = opened()
        assert corpus.folder is None
        assert "key" in corpus.cache_problem
        corpus.refresh()
        assert found(corpus, "apples") == ["three.md"]


def test_any_byte_that_turns_in_the_index_is_noticed(opened: Opener) -> None:
    """60 bytes of all files of the index: each time it is made anew, and the answers stay the same."""
    corpus = opened()
    corpus.refresh()
    corpus.close()
    assert corpus.folder is not None
    pristine = corpus.folder.parent / "pristine"
    shutil.copytree(corpus.folder, pristine)
    files = sorted(path.name for path in (pristine / "whoosh").iterdir() if path.suffix in (".seg", ".toc", ".seal"))
    chance = random.Random(14)
    for _ in range(60):
        name = chance.choice(files)
        data = bytearray((pristine / "whoosh" / name).read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        shutil.rmtree(corpus.folder)
        shutil.copytree(pristine, corpus.folder)
        (corpus.folder / "whoosh" / name).write_bytes(data)
        again = opened()
        again.refresh()
        assert found(again, "apples") == ["three.md"]
        assert found(again, "bridge") == ["one.md", "two.md"]
        again.close()
