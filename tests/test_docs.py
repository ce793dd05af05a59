"""The documents are true: every command, option, key and setting appears, and every room of the house is named."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.accuracy.__main__ import PAGE, page, sections
from tests.readme import README, with_keys
from tui.command_line.parser import _ADDERS, _command_parser
from tui.signs import STATUSES

ROOT = Path(__file__).parents[1]
TEXT = README.read_text(encoding="utf-8")


def test_the_readme_lists_the_keys_as_they_are() -> None:
    assert with_keys(TEXT) == TEXT, "run python -m tests.readme"


@pytest.mark.parametrize("name", _ADDERS)
def test_the_readme_shows_every_command_with_its_options(name: str) -> None:
    line = next(line for line in TEXT.splitlines() if line.startswith(f"    rednote-tui {name}"))
    options = {option for action in _command_parser(name)._actions for option in action.option_strings}
    for option in options - {"-h", "--help", "--config", "--debug", "--theme"}:
        assert option in line, f"{option} of {name} is not in the README"


def test_the_readme_explains_every_setting() -> None:
    settings = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
    for key, value in settings.items():
        names = [f"{key}.{name}" for name in value] if isinstance(value, dict) and value else [key]
        for name in names:
            assert f"`{name}`" in TEXT


def test_the_readme_names_every_environment_variable() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "index" / "settings").glob("*.py"))
    variables = set(re.findall(r"REDNOTE_[A-Z]+", code))
    assert variables
    for variable in variables:
        assert variable in TEXT


def test_the_readme_uses_the_signs_of_the_screen() -> None:
    for sign in STATUSES.values():
        assert f"| {sign.sign} | {sign.word} |" in TEXT


def test_every_file_the_documents_link_to_exists() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text(encoding="utf-8")):
            assert link.startswith("http") or (ROOT / link).exists(), f"{name} links to {link}"


def test_the_guide_names_files_and_commands_that_exist() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for path in re.findall(r"`((?:index|tui|tests|docs)/[\w./-]+)`", guide):
        assert (ROOT / path).exists(), f"there is no {path}"
    for module in re.findall(r"python -m (tests\.\w+)", guide):
        path = ROOT.joinpath(*module.split("."))
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), module
    for name in re.findall(r"`(\w+)(?:\([^)]*\))?` (?:of|in) `(index/[\w/.]+)`", guide):
        path = ROOT / name[1]
        module = path if path.is_file() else path / "__init__.py"
        assert name[0] in module.read_text(encoding="utf-8"), f"{name[0]} is not in {name[1]}"


def test_the_guide_names_every_room() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for folder in (*(ROOT / "index").iterdir(), *(ROOT / "tui").iterdir()):
        if (folder / "__init__.py").is_file():
            assert f"`{folder.parent.name}/{folder.name}`" in guide, f"{folder.name} is not in CONTRIBUTING.md"


def test_the_index_runs_without_the_screen() -> None:
    script = (
        "import pkgutil, importlib, sys, index\n"
        "for module in pkgutil.walk_packages(index.__path__, 'index.'):\n"
        "    importlib.import_module(module.name)\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich', 'tui')])\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.strip() == "[]"


def test_no_sentence_of_the_articles_is_in_the_repository(shared: Path) -> None:
    run = 9

    def words(text: str) -> list[str]:
        return re.findall(r"[^\W_]+", text.lower())

    grams: set[tuple[str, ...]] = set()
    for article in sorted((shared / "seeds").glob("*.txt")):
        found = words(article.read_text(encoding="utf-8"))
        grams.update(tuple(found[at : at + run]) for at in range(len(found) - run + 1))
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=False, cwd=ROOT).stdout
    for name in listed.splitlines():
        file = ROOT / name
        if file.suffix in {".py", ".md", ".yaml", ".txt", ".toml", ".html", ".svg", ".tcss"} and file.is_file():
            found = words(file.read_text(encoding="utf-8", errors="replace"))
            for at in range(len(found) - run + 1):
                assert tuple(found[at : at + run]) not in grams, f"{name}: {' '.join(found[at : at + run])}"


def test_the_page_of_accuracy_is_put_together_of_its_parts() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert page(sections(written)) == written
