"""Words of English stand in index/english, and every list there is read by some module."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.english import FOLDER

INDEX = FOLDER.parent
LONGEST = 20
"""Words that a module may hold in one assignment or one string: a closed class inside a pattern, or a message."""

STILL_TO_MOVE: frozenset[str] = frozenset()
"""Modules whose words still stand in the code; the list only ever gets shorter."""

NOT_YET_READ = frozenset[str]()
"""Lists that came before the module that reads them."""

NOT_ENGLISH = frozenset(
    {
        "annotation/lexicon.py",
        "export/briefing.py",
        "export/comparison_style.py",
        "export/table.py",
        "language/lemmas.py",
        "metadata/declared.py",
        "metadata/language.py",
        "reading/discovery.py",
        "notes/written.py",
        "reading/formats/__init__.py",
        "reading/pages/blocks.py",
        "reading/pages/fields.py",
        "reading/pages/tree.py",
        "reading/unpacking/exports.py",
        "reading/unread.py",
        "store/analyses.py",
    }
)
"""Modules with texts of other kinds: examples, pages, styles, names of fields and files, other languages, SQL."""

PROSE = frozenset({"matches", "examples", "counterexamples"})
"""Fields of a rule that hold sentences about it, not words that it knows."""

_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{3,}")


def _tables(module: Path) -> Iterator[tuple[int, int]]:
    """Yield the line and the number of words of each assignment, rule and string in a function of a module."""
    for statement in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            if not _names_its_own(statement):
                for part in _rules(statement) or (statement,):
                    yield part.lineno, len({word for text in _strings(part) for word in _WORD.findall(text)})
        elif isinstance(statement, ast.FunctionDef | ast.ClassDef):
            for text in _strings(statement):
                yield statement.lineno, len(set(_WORD.findall(text)))


def _rules(statement: ast.stmt) -> Sequence[ast.Call | ast.stmt]:
    calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call)]
    return [call for call in calls if PROSE & {keyword.arg for keyword in call.keywords}]


def _names_its_own(statement: ast.Assign | ast.AnnAssign) -> bool:
    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
    return isinstance(target, ast.Name) and target.id == "__all__"


def _strings(node: ast.AST) -> Iterator[str]:
    passed_over = {id(child.value) for child in ast.walk(node) if isinstance(child, ast.Expr)}
    for child in ast.walk(node):
        if isinstance(child, ast.keyword) and child.arg in PROSE:
            passed_over |= {id(inner) for inner in ast.walk(child)}
        elif isinstance(child, ast.Constant) and isinstance(child.value, str) and id(child) not in passed_over:
            yield child.value


def _modules() -> list[Path]:
    return sorted(path for path in INDEX.rglob("*.py") if FOLDER not in path.parents and path.name != "__init__.py")


def _with_tables() -> dict[str, list[int]]:
    found = {
        module.relative_to(INDEX).as_posix(): [line for line, words in _tables(module) if words > LONGEST]
        for module in _modules()
    }
    return {module: lines for module, lines in found.items() if lines and module not in NOT_ENGLISH}


def test_no_module_outside_english_holds_a_table_of_words() -> None:
    found = {module: lines for module, lines in _with_tables().items() if module not in STILL_TO_MOVE}
    assert not found, "move these words to index/english"


def test_every_list_is_read_by_some_module() -> None:
    read = {text for module in _modules() for text in _strings(ast.parse(module.read_text(encoding="utf-8")))}
    for path in (*FOLDER.glob("*.t*"), *_modules()):
        read |= set(re.findall(r"<([a-z]+(?:-[a-z]+)*)>", path.read_text(encoding="utf-8")))
    lists = {path.stem for path in FOLDER.iterdir() if path.suffix in {".txt", ".toml"}}
    beginnings = tuple(text for text in read if len(text) > 3 and text.endswith("-"))
    unread = {name for name in lists - read if not name.startswith(beginnings)}
    assert unread <= NOT_YET_READ, "no module asks for these lists"
