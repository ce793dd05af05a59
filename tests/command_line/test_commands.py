"""The contract of the command line: data, messages, exit statuses."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command_line.conftest import Ran
from tui.commands import COMMANDS

Run = Callable[..., Ran]


def test_documents_are_listed(run: Run, corpus: Path) -> None:
    ran = run("documents", corpus)
    assert ran.status == 0
    assert "Ferry sinks off Dunmore" in ran.out
    assert "courier.md" in ran.out


def test_documents_as_json(run: Run, corpus: Path) -> None:
    shown = json.loads(run("documents", corpus, "--json").out)
    assert shown["schema"] == 1
    first = shown["documents"][0]
    assert list(first) == [
        "id", "title", "outlet", "authors", "published", "estimated", "url", "language", "words", "sentences",
        "guessed", "zones",
    ]  # fmt: skip
    assert (first["id"], first["outlet"], first["published"]) == ("courier.md", "The Courier", "2024-03-02")
    assert first["url"] is None
    assert {"kind", "first_line", "last_line"} == set(first["zones"][0])


def test_the_date_of_an_undated_article_is_guessed_and_said(run: Run, corpus: Path) -> None:
    (corpus / "undated.txt").write_text("The shop on Mill Street closed on May 3, 2020, its owner said.\n", "utf-8")
    ran = run("documents", corpus)
    assert "undated.txt: no date; by guess of about" in ran.err
    shown = json.loads(run("documents", corpus, "--json").out)
    [estimate] = [one["estimated"] for one in shown["documents"] if one["id"] == "undated.txt"]
    assert list(estimate) == ["published", "reason"]


def test_a_guessed_encoding_is_said(run: Run, corpus: Path) -> None:
    (corpus / "paris.txt").write_bytes("À Paris… Café…".encode("cp1252"))
    assert "paris.txt: Encoding guessed: cp1252." in run("documents", corpus).err
    assert "paris.txt: Encoding guessed: cp1252." in run("doctor", corpus).out
    assert "courier.md: Encoding" not in run("documents", corpus).err


def test_a_report_stands_in_no_quotation_marks(run: Run, corpus: Path) -> None:
    (corpus / "third.md").write_text(
        "# Third\n\nThe harbour master said that the line was closed. He said it was “very old and tired” by then.\n",
        "utf-8",
    )
    out = run("claims", corpus, "--kind", "quotation").out
    assert "quotation “We heard one loud bang,” — Ada Brandt" in out
    assert "report: that the line was closed — " in out
    assert "partly quoted: it was “very old and tired” by then" in out


def test_search_finds_sentences_with_their_matches(run: Run, corpus: Path) -> None:
    ran = run("search", "ferry sank", corpus, "--json")
    assert ran.status == 0
    shown = json.loads(ran.out)
    assert shown["total"] == 2
    text = (corpus / "courier.md").read_text(encoding="utf-8")
    hit = next(hit for hit in shown["hits"] if hit["document"] == "courier.md")
    passage = next(passage for passage in hit["passages"] if passage["zone"] == "body")
    assert passage["text"] == text[passage["start"] : passage["end"]]
    assert [text[start:end] for start, end in passage["matches"]] == ["ferry", "sank"]


def test_search_without_a_hit_is_status_one(run: Run, corpus: Path) -> None:
    ran = run("search", "zeppelin", corpus)
    assert (ran.status, ran.out) == (1, "")
    assert "zeppelin" in ran.err


def test_a_query_after_two_dashes_may_begin_with_a_minus(run: Run, corpus: Path) -> None:
    without = json.loads(run("search", "--json", "--limit", "9", "--", "-ferry", corpus).out)
    assert without["understood"] == "every article AND NOT ferry"
    assert without["total"] == len(without["hits"])
    assert run("search", "ferry", "--", corpus).status == 0


def test_sentences_with_some_of_the_words_are_told_apart(run: Run, corpus: Path) -> None:
    out = run("search", "ferry sank", corpus).out
    whole = json.loads(run("search", "ferry sank", corpus, "--json").out)
    partly = any(not p["complete"] for hit in whole["hits"] for p in hit["passages"])
    assert ("with some of the words only:" in out) == partly


def test_chinese_is_found(run: Run, corpus: Path) -> None:
    assert json.loads(run("search", "沉没", corpus, "--json").out)["total"] == 1


def test_claims_of_one_kind(run: Run, corpus: Path) -> None:
    shown = json.loads(run("claims", corpus, "--kind", "figure", "--format", "json").out)
    figures = {(claim["document"], claim["quantity"]["low"]) for claim in shown["claims"]}
    assert {("courier.md", 12), ("herald.md", 9)} <= figures
    assert {claim["kind"] for claim in shown["claims"]} == {"figure"}
    assert all(topic["claims"] for topic in shown["topics"])


def test_claims_show_how_far_their_grouping_is_on_a_terminal_only(
    run: Run, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = run("claims", corpus)
    assert plain.err == ""
    (corpus / "herald.md").write_text("Dunmore mourns\n\nNine people died.\n", encoding="utf-8")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    shown = run("claims", corpus)
    assert "comparing articles 2/2" in shown.err
    assert shown.err.endswith("\r\x1b[K")
    assert "\x1b[K" not in shown.out


def test_claims_point_at_their_words(run: Run, corpus: Path) -> None:
    shown = json.loads(run("claims", corpus, "--format", "json").out)
    assert shown["claims"]
    for claim in shown["claims"]:
        text = (corpus / claim["document"]).read_text(encoding="utf-8")
        assert text[claim["start"] : claim["end"]] == claim["surface"]
        assert text.count("\n", 0, claim["start"]) + 1 == claim["line"]


def test_claims_as_csv_and_markdown(run: Run, corpus: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("claims", corpus, "--format", "csv").out)))
    assert {"courier.md", "herald.md"} == {row["document"] for row in rows}
    assert "The Courier" in run("claims", corpus, "--format", "md").out


def test_compare_links_what_both_say(run: Run, corpus: Path) -> None:
    shown = json.loads(run("compare", "courier", "2", corpus, "--format", "json").out)
    assert (shown["a"], shown["b"]) == ("courier.md", "herald.md")
    assert any("sank" in link["a"]["text"] and "sank" in link["b"]["text"] for link in shown["links"])


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_compare_in_every_form(run: Run, corpus: Path, form: str) -> None:
    ran = run("compare", "courier", "herald", corpus, "--format", form)
    assert ran.status == 0
    assert "Dunmore" in ran.out


@pytest.mark.parametrize("form", ["md", "html", "json", "csv"])
def test_export_writes_a_whole_file(run: Run, corpus: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / "briefing"
    assert run("export", corpus, "--format", form, "--output", file).status == 0
    assert file.read_bytes().decode() == run("export", corpus, "--format", form).out
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".briefing")) == []


def test_index_and_rebuild(run: Run, corpus: Path, tmp_path: Path) -> None:
    assert "2 articles indexed" in run("index", corpus).err
    assert list((tmp_path / "cache").rglob("*.sqlite"))
    assert "2 articles indexed" in run("index", corpus, "--rebuild").err


def test_doctor_names_the_folders(run: Run, corpus: Path, tmp_path: Path) -> None:
    ran = run("doctor", corpus)
    assert ran.status == 0
    assert str(tmp_path / "cache") in ran.out
    assert str(tmp_path / "data") in ran.out


def test_general_options_may_stand_before_the_command(run: Run, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("theme: nord\n")
    assert run("--config", tmp_path / "own.yaml", "documents", corpus).status == 0


def test_keys_lists_every_command(run: Run) -> None:
    ran = run("keys")
    assert all(command.id in ran.out for command in COMMANDS)
    assert len(json.loads(run("keys", "--json").out)["keys"]) == len(COMMANDS)


def test_without_a_path_the_sample_is_opened(run: Run) -> None:
    assert run("documents").out.count("\n") == 6


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["documents", "/no/such/folder"], "there is no file or folder"),
        (["compare", "courier", "courier"], "same document"),
        (["compare", "nobody", "courier"], "no document “nobody”"),
        (["compare", "er", "courier"], "matches 2 documents"),
        (["compare", "courier", "herald", "--threshold", "7"], "from 0 to 1"),
        (["search"], "QUERY"),
        (["claims", "--kind", "rumour"], "rumour"),
        (["export"], "--format"),
        (["export", "--format", "claimreview"], "no claim has a verdict"),
        (["search", "-ban"], "goes after --"),
        (["search", "ban", "--limit", "x"], "not a whole number"),
        (["serach"], "did you mean the command “search”"),
        (["notes", "--import", "/no/such/file"], "no file of notes"),
        (["keys", "--config", "/no/such/file"], "no settings file"),
    ],
)
def test_wrong_use_is_status_two_with_a_message_and_a_hint(
    run: Run, corpus: Path, arguments: list[str], message: str
) -> None:
    if arguments[0] == "compare":
        arguments = [*arguments, str(corpus)]
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") >= 2
    assert "Traceback" not in ran.err


def test_an_empty_folder_says_what_articles_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("documents", tmp_path / "empty")
    assert ran.status == 2
    assert ".txt" in ran.err


def test_a_file_that_cannot_be_read_is_said_and_the_rest_is_shown(run: Run, corpus: Path) -> None:
    (corpus / "broken.txt").write_bytes(b"\x00\x01\x02\x03" * 400)
    ran = run("documents", corpus)
    assert ran.status == 0
    assert "broken.txt" in ran.err
    assert "courier.md" in ran.out


def test_the_explorer_refuses_without_a_terminal(run: Run, corpus: Path) -> None:
    ran = run(corpus)
    assert ran.status == 2
    assert "terminal" in ran.err


def test_output_is_the_same_byte_for_byte(run: Run, corpus: Path) -> None:
    first = [run("claims", corpus, "--format", "json").out, run("search", "ferry", corpus, "--json").out]
    run("index", corpus, "--rebuild")
    assert [run("claims", corpus, "--format", "json").out, run("search", "ferry", corpus, "--json").out] == first


def test_escape_sequences_of_a_file_never_reach_the_output(run: Run, corpus: Path) -> None:
    hostile = "An article that \x1b]0;owned\x07 changes \x1b[31mcolours\x1b[0m and \u202eturns\u202c round. " * 3
    (corpus / "evil\x1b[2J.txt").write_text("A quiet headline\n\n" + hostile, encoding="utf-8")
    for arguments in (["documents"], ["search", "article"], ["claims"], ["export", "--format", "md"]):
        ran = run(*arguments, corpus) if len(arguments) < 3 else run(arguments[0], corpus, *arguments[1:])
        assert "\x1b" not in ran.out + ran.err
        assert "\u202e" not in ran.out + ran.err
