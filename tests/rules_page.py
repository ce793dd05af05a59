"""The page of rules, made from the rules themselves; `python -m tests.rules_page` writes it."""

from pathlib import Path

from index.claims import rules_by_kind
from index.claims.rules import Rule, plain_example

PAGE = Path(__file__).parents[1] / "docs" / "RULES.md"
HEAD = """\
# Rules

Every claim keeps the rules that made it, each with the words that it matched: `e` and `rednote-tui why FILE:LINE` show
them, and `rednote-tui claims --format json` has them as `derivation`. A number that is no figure was kept out by one of
the rules whose id begins with `no-figure`. Here is every rule with sentences in which it fires, on the words in
**bold**, and sentences in which it must not. All of them are run as tests. Made by `python -m tests.rules_page`.
"""


def page() -> str:
    """Return the page as it should be now."""
    parts = [HEAD]
    for kind, rules in rules_by_kind().items():
        parts.append(f"\n## {kind.capitalize()}\n")
        parts += [_entry(rule) for rule in rules]
    return "\n".join(parts)


def _entry(rule: Rule) -> str:
    lines = [f"### `{rule.id}`", "", f"{_escaped(rule.matches)[:1].upper()}{_escaped(rule.matches)[1:]}.", ""]
    lines += [f"- {_marked(example)}" for example in rule.examples]
    lines += [f"- not in: {_escaped(plain_example(example)[0])}" for example in rule.counterexamples]
    return "\n".join(lines) + "\n"


def _marked(example: str) -> str:
    sentence, words = plain_example(example)
    if not words:
        return _escaped(sentence)
    before, _, rest = example.partition("{")
    after = rest.partition("}")[2]
    return f"{_escaped(before)}**{_escaped(words)}**{_escaped(after)}"


def _escaped(text: str) -> str:
    for sign in "\\`*_#<>[]":
        text = text.replace(sign, f"\\{sign}")
    return text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
