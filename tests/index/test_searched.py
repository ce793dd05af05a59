"""What was searched for is remembered, privately and within bounds."""

from pathlib import Path

from index.notes import Searched


def test_searches_are_remembered_each_once_the_newest_last_and_no_more_than_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "data" / "searches.txt"
    for query in ("ferry", "“soft power”", " ferry ", "小红书", "two\nlines"):
        Searched(file, 3).remember(query)
    assert Searched(file, 3).queries() == ["ferry", "小红书", "two lines"]
    assert file.read_text(encoding="utf-8").split("\n") == ["ferry", "小红书", "two lines", ""]
    assert file.stat().st_mode & 0o077 == 0
    Searched(file, 0).remember("secret")
    assert Searched(file, 0).queries() == []
    assert "secret" not in file.read_text(encoding="utf-8")


def test_a_history_that_cannot_be_kept_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    searched = Searched(tmp_path / "file" / "searches.txt")
    searched.remember("ferry")
    assert searched.queries() == []
