"""YAML from strangers: what it may not ask for, and that nothing it asks for ends or stops the program."""

import sys
import time
from contextlib import suppress
from pathlib import Path
from subprocess import run

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from index import limited_yaml
from index.errors import ConfigError
from index.reading import Source, read_document
from index.records import Document
from index.settings import load_settings

BODY = "\nThe ferry sank. 12 people died, the mayor said.\n"


def read(folder: Path, front: str) -> Document:
    file = folder / "a.md"
    file.write_text(f"---\n{front}\n---\n{BODY}", encoding="utf-8")
    return read_document(Source(file.name, str(file), file.stat().st_size, 0), {})


def laughs(levels: int, form: str) -> str:
    lines = [f"a0: &a0 {'{k: x}' if '<<' in form else '[x]'}"]
    lines += [f"a{n}: &a{n} {form.replace('@', ','.join([f'*a{n - 1}'] * 9))}" for n in range(1, levels)]
    return "\n".join([*lines, f"title: *a{levels - 1}"])


@pytest.mark.parametrize("form", ["[@]", "{<<: [@]}"])
def test_few_bytes_of_aliases_or_merge_keys_do_not_become_millions_of_values(tmp_path: Path, form: str) -> None:
    began = time.monotonic()
    document = read(tmp_path, laughs(12, form))
    assert time.monotonic() - began < 2
    assert "20,000 values" in document.notices[0]
    assert "12 people died" in document.text


@pytest.mark.parametrize("deep", ["[" * 30_000, "{a: " * 30_000, "- " * 30_000, "? " * 30_000])
def test_what_is_nested_thousands_deep_is_refused_and_ends_no_program(deep: str) -> None:
    # In another process: what this guards against is the end of the program, not an exception.
    code = f"from index import limited_yaml\ntry: limited_yaml.load({deep!r})\nexcept ValueError as e: print(e)"
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0
    assert done.stdout.strip()


def test_an_alias_within_what_it_names_is_refused() -> None:
    with pytest.raises(ValueError, match="within what it names"):
        limited_yaml.load("title: &a [*a]")


@pytest.mark.parametrize(
    "value", ["!!int #", "!!int ''", "!!float x", "!!timestamp x", "!!binary ü", "1:" * 3000 + "1"]
)
def test_odd_tags_and_endless_numbers_lose_no_article(tmp_path: Path, value: str) -> None:
    assert "12 people died" in read(tmp_path, f"title: {value}\nauthor: [{value}]\ndate: {value}").text


def test_a_number_of_thousands_of_digits_stays_text(tmp_path: Path) -> None:
    assert limited_yaml.load("a: 0x" + "f" * 9000)["a"] == "0x" + "f" * 9000
    assert "12 people died" in read(tmp_path, "title: 0x" + "f" * 9000).text


def test_what_people_write_is_read() -> None:
    written = {"title": "A", "authors": ["B", {"name": "C"}], "n": [1, 2.5, None, True], "m": {"x": {"y": "z"}}}
    assert limited_yaml.load(yaml.safe_dump(written)) == written
    assert limited_yaml.load("a: &a {x: 1}\nb: {<<: *a, y: 2}") == {"a": {"x": 1}, "b": {"x": 1, "y": 2}}


@given(st.text(alphabet="abx012 \n\t-:,[]{}&*!|>?'\"#%@<.", max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(ValueError):
        limited_yaml.load(text)


@pytest.mark.parametrize("written", [laughs(12, "[@]"), "corpus: " + "[" * 30_000, "theme: &a [*a]"])
def test_settings_are_limited_too(tmp_path: Path, written: str) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(ConfigError):
        load_settings(file)


def test_a_json_sidecar_nested_deep_is_a_notice(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(BODY, encoding="utf-8")
    (tmp_path / "a.json").write_text('{"title": ' + "[" * 100_000 + "]" * 100_000 + "}", encoding="utf-8")
    document = read_document(Source(file.name, str(file), file.stat().st_size, 0), {})
    assert any("levels" in notice for notice in document.notices)


@pytest.mark.parametrize("name", ["punycode", "idna", "undefined", "unicode_escape", "rot13", "zlib_codec", "utf-7"])
def test_a_page_may_name_what_is_no_encoding_of_text(tmp_path: Path, name: str) -> None:
    file = tmp_path / "a.html"
    file.write_text(f"<meta charset={name}><p>12 people died {{, the mayor of the town said on Monday.</p>")
    assert "12 people died" in read_document(Source(file.name, str(file), file.stat().st_size, 0), {}).text
