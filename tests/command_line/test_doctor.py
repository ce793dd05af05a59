"""The doctor finds what is wrong, says the remedy, and with --repair does it."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from index.notes import Notebook, read_decisions
from index.records import DecisionKind
from tests.command_line.conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture
def data(tmp_path: Path, run: Run, corpus: Path) -> Path:
    """Return the folder of decisions, after everything was used once."""
    book = Notebook(tmp_path / "data" / "notes.yaml")
    for name in ("one", "two", "three"):
        book.add(DecisionKind.SEARCH, name=name, value="ferry")
    assert run("search", "ferry", corpus).status == 0
    assert run("doctor", corpus) == (0, run("doctor", corpus).out, "")
    return tmp_path / "data"


def cached(tmp_path: Path) -> Path:
    (folder,) = (path for path in (tmp_path / "cache" / "corpora").iterdir() if path.is_dir())
    return folder


def turn(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    for at in random.Random(14).sample(range(200, len(whole)), 40):
        whole[at] ^= 16
    file.write_bytes(whole)


def to_a_link(tmp_path: Path) -> None:
    (tmp_path / "cache" / "corpora").rename(tmp_path / "elsewhere")
    (tmp_path / "cache" / "corpora").symlink_to(tmp_path / "elsewhere")


def without_a_key(tmp_path: Path) -> None:
    (tmp_path / "data" / "cache.key").unlink()
    (tmp_path / "data" / "cache.key").mkdir()


def with_other_words(tmp_path: Path) -> None:
    notes = tmp_path / "data" / "notes.yaml"
    notes.write_text(notes.read_text(encoding="utf-8").replace("name: two", "name: tvo"), encoding="utf-8")


def cut(tmp_path: Path) -> None:
    notes = tmp_path / "data" / "notes.yaml"
    notes.write_bytes(notes.read_bytes()[:-80])


HARMS: dict[str, Callable[[Path], object]] = {
    "cache open to others": lambda tmp_path: (tmp_path / "cache").chmod(0o777),
    "corpora a link": to_a_link,
    "corpus open to others": lambda tmp_path: cached(tmp_path).chmod(0o707),
    "documents damaged": lambda tmp_path: turn(cached(tmp_path) / "documents.sqlite"),
    "index damaged": lambda tmp_path: turn(next((cached(tmp_path) / "whoosh").glob("*.seg"))),
    "notes damaged": with_other_words,
    "notes cut": cut,
    "notes readable": lambda tmp_path: (tmp_path / "data" / "notes.yaml").chmod(0o644),
    "key readable": lambda tmp_path: (tmp_path / "data" / "cache.key").chmod(0o644),
    "key a folder": without_a_key,
}
WORDS = {
    "cache open to others": "others can write",
    "corpora a link": "is a link",
    "corpus open to others": "others can write",
    "documents damaged": "cache was damaged",
    "index damaged": "search index was damaged",
    "notes damaged": "notes.yaml is damaged",
    "notes cut": "cut off",
    "notes readable": "others can read",
    "key readable": "damaged",
    "key a folder": "key of the caches",
}


@pytest.mark.parametrize("what", list(HARMS))
def test_it_finds_and_repairs(run: Run, corpus: Path, tmp_path: Path, data: Path, what: str) -> None:
    before = read_decisions(data / "notes.yaml")
    HARMS[what](tmp_path)
    found = run("doctor", corpus)
    if what not in ("index damaged", "key readable", "documents damaged"):
        # The others mend themselves as soon as they are found.
        assert found.status == 2
        assert "doctor --repair" in found.err
        found = run("doctor", corpus, "--repair")
    assert WORDS[what] in found.err
    # With another key the cache is another's, and is made anew.
    run("doctor", corpus, "--repair")
    after = run("doctor", corpus, "--repair")
    left = [line for line in after.err.splitlines() if "what was left of damaged" not in line]
    assert left == [], left
    assert Notebook(data / "notes.yaml").decisions() == before
    assert run("search", "ferry", corpus).err.splitlines()[:-1] == []


def test_an_editor_that_is_not_there_is_told(run: Run, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    ran = run("doctor", corpus)
    assert ran.status == 2
    assert "no-such-editor" in ran.err


def test_what_it_cannot_repair_is_said(run: Run, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "open" / "mine").mkdir(parents=True)
    (tmp_path / "open").chmod(0o777)
    monkeypatch.setenv("REDNOTE_CACHE", str(tmp_path / "open" / "mine"))
    ran = run("doctor", corpus, "--repair")
    assert ran.status == 2
    assert "not repaired" in ran.err
    assert "REDNOTE_CACHE" in ran.err
    os.chmod(tmp_path / "open", 0o700)  # noqa: PTH101
