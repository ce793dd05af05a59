"""The settings: layers, checks, and messages a person can act on."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ConfigError
from index.settings import Settings, default_config_file, load_settings

NOWHERE = {"REDNOTE_CONFIG": "/nonexistent/config.yaml"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.yaml"


def load(file: Path, text: str, **environment: str) -> Settings:
    file.write_text(text, encoding="utf-8")
    return load_settings(file, environment)


def problem(file: Path, text: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load(file, text)
    return caught.value


def test_the_defaults_are_the_file_that_ships(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = load_settings(environment={"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)})
    assert settings.corpus == ()
    assert settings.keys.preset == "default"
    assert ("United States", "US", "U.S.", "USA") in settings.aliases


def test_a_users_key_replaces_the_default_and_mappings_are_merged(file: Path) -> None:
    settings = load(file, "aliases: [[Big Apple, New York]]\nkeys:\n  bindings:\n    quit: Q\n")
    assert settings.aliases == (("Big Apple", "New York"),)
    assert settings.keys.preset == "default"
    assert settings.keys.bindings == {"quit": "Q"}
    assert settings.search_limit == load(file, "").search_limit


def test_the_environment_ranks_over_the_file(file: Path) -> None:
    settings = load(file, "theme: nord\nkeys: {preset: emacs}", REDNOTE_THEME="gruvbox", REDNOTE_KEYS="vim")
    assert (settings.theme, settings.keys.preset) == ("gruvbox", "vim")


def test_folders_in_a_file_are_relative_to_the_file(file: Path) -> None:
    assert load(file, "corpus: [stories, /abs]").corpus == (file.parent / "stories", Path("/abs"))


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("theem: nord", 1, "did you mean “theme”?"),
        ("theme: nord\nkeys:\n  presett: vim", 3, "did you mean “preset”?"),
        ("catalogue:\n  a.txt:\n    outlett: X", 3, "did you mean “outlet”?"),
        ("zzz: 1", 1, "known keys: corpus, aliases"),
        ("keys:\n  preset: vi", 2, "use one of: default, vim, emacs"),
        ("aliases: [{a: b}]", 1, "one entry a line"),
        ("search:\n  limit: many", 2, "correct the number"),
        ("theme: a\ntheme: b", 2, "keep one of the two"),
        ("a: [", 2, "correct that line"),
        ("? [a]\n: b", 1, "quotation marks"),
    ],
)
def test_a_wrong_file_is_named_with_its_line_and_what_to_do(file: Path, text: str, line: int, hint: str) -> None:
    error = problem(file, text)
    assert f"{file}, line {line}" in error.message
    assert hint in error.hint


def test_a_missing_file_that_was_named_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no settings file"):
        load_settings(tmp_path / "none.yaml")
    with pytest.raises(ConfigError, match="no settings file"):
        load_settings(environment=NOWHERE)


def test_a_file_in_another_encoding_is_an_error(file: Path) -> None:
    file.write_bytes(b"theme: \xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot be read"):
        load_settings(file)


@given(st.text())
def test_no_text_raises_anything_but_a_config_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("settings") / "config.yaml"
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    with suppress(ConfigError):
        load_settings(file, {})


def test_every_key_of_the_default_file_is_explained_by_a_comment() -> None:
    lines = default_config_file().read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line[:1].isalpha():
            assert lines[number - 1].startswith("#"), line


def test_every_entry_reaches_the_settings(file: Path) -> None:
    settings = load(
        file,
        "catalogue: {a.txt: {authors: Ann Roe, title: A}}\nsearch: {limit: 1, history: 0}\n"
        "reviewer: {name: The Desk, url: }\ncomparison: {threshold: 1}\neditor: vi\nfollow_links: true\n",
    )
    assert settings.catalogue == {"a.txt": {"authors": ("Ann Roe",), "title": "A"}}
    assert (settings.search_limit, settings.search_history) == (1, 0)
    assert settings.reviewer == {"name": "The Desk"}
    assert (settings.comparison_threshold, settings.editor, settings.follow_links) == (1, "vi", True)
    assert load(file, "comparison: {threshold: 0}").comparison_threshold == 0
    assert load(file, "search: {limit: 10000, history: 10000}").search_limit == 10_000


def test_without_entries_there_is_no_editor_reviewer_or_threshold(file: Path) -> None:
    settings = load(file, "")
    assert (settings.editor, settings.reviewer, settings.comparison_threshold) == (None, {}, None)
    assert (settings.search_limit, settings.search_history, settings.follow_links) == (50, 100, False)


@pytest.mark.parametrize(
    "text",
    [
        "search: {limit: 0}",
        "search: {limit: 10001}",
        "search: {history: -1}",
        "comparison: {threshold: 1.1}",
        "comparison: {threshold: -0.1}",
        "follow_links: perhaps",
        "catalogue: {a.txt: {authors: {b: c}}}",
    ],
)
def test_a_value_out_of_bounds_is_refused(file: Path, text: str) -> None:
    assert f"{file}, line 1" in problem(file, text).message
