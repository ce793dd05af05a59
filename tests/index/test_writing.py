"""Files that go to other programs: whole or not at all, where they were asked for, and nothing in them to obey."""

import json
import os
import resource
import signal
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import RednoteError
from index.export import json_text, write_file
from index.reading.cleaning import FORBIDDEN

WORDS = "“Words” of 12 people\n"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("umask", [0o022, 0o077, 0o002])
def test_a_new_file_has_the_rights_that_the_user_gives(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_file(tmp_path / "a.md", WORDS)
        write_file(tmp_path / "b.md", WORDS, new=True)
    finally:
        os.umask(before)
    for file in (tmp_path / "a.md", tmp_path / "b.md"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o666 & ~umask
        assert file.read_text(encoding="utf-8") == WORDS
    assert names(tmp_path) == ["a.md", "b.md"]


def test_one_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("before")
    (tmp_path / "a.md").chmod(0o640)
    write_file(tmp_path / "a.md", WORDS)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == WORDS


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "real.md").write_text("before")
    (tmp_path / "link.md").symlink_to("far/real.md")
    (tmp_path / "new.md").symlink_to("far/not-yet.md")
    for name in ("link.md", "new.md"):
        write_file(tmp_path / name, WORDS)
        assert (tmp_path / name).is_symlink()
    assert (tmp_path / "far" / "real.md").read_text(encoding="utf-8") == WORDS
    assert names(tmp_path / "far") == ["not-yet.md", "real.md"]
    assert names(tmp_path) == ["far", "link.md", "new.md"]


@pytest.mark.parametrize("name", ["folder", "missing/a.md", "loop", "x" * 300, "pipe", "nul\0"])
def test_what_cannot_be_written_is_said_and_nothing_is_left(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    before = names(tmp_path)
    with pytest.raises(RednoteError, match="cannot be written"):
        write_file(tmp_path / name, WORDS)
    assert names(tmp_path) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_device_stays_a_device(tmp_path: Path) -> None:
    write_file(Path("/dev/null"), WORDS)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    with pytest.raises(RednoteError, match="No space left"):
        write_file(Path("/dev/full"), WORDS)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
    (tmp_path / "link").symlink_to("/dev/full")
    with pytest.raises(RednoteError, match="No space left"):
        write_file(tmp_path / "link", WORDS)


@pytest.mark.parametrize("new", [True, False])
def test_a_full_disk_leaves_what_was_there_and_nothing_else(tmp_path: Path, new: bool) -> None:
    file = tmp_path / "a.md"
    if not new:
        file.write_text("before")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(RednoteError, match="cannot be written"):
            write_file(file, WORDS * 1000, new=new)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert names(tmp_path) == ([] if new else ["a.md"])
    assert new or file.read_text() == "before"


def test_a_name_that_must_be_free_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("before")
    (tmp_path / "link.md").symlink_to("nowhere")
    for name in ("a.md", "link.md"):
        with pytest.raises(RednoteError, match="already exists"):
            write_file(tmp_path / name, WORDS, new=True)
    assert (tmp_path / "a.md").read_text() == "before"
    assert names(tmp_path) == ["a.md", "link.md"]


@given(
    st.recursive(
        st.text(st.characters()) | st.sampled_from(FORBIDDEN), lambda inner: st.lists(inner, max_size=3), max_leaves=6
    )
)
def test_json_loses_nothing_and_holds_nothing_a_terminal_obeys(value: object) -> None:
    written = json_text({"value": value})
    assert json.loads(written) == {"value": value}
    assert not set(written) - {"\n"} & set(map(chr, [*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F)]))
    written.encode("utf-8")
