"""The README's table of keys, made from the table of commands; `python -m tests.readme` writes it into the README."""

from pathlib import Path

from tui.commands import COMMANDS, Group
from tui.keymap import display

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- keys: made by python -m tests.readme -->", "<!-- end of keys -->"


def keys_table() -> str:
    """Return the keys as Markdown tables, one for each group."""
    lines = []
    for group in Group:
        lines += ["", f"**{group}**", "", "| keys | what they do | id |", "|---|---|---|"]
        for command in (command for command in COMMANDS if command.group is group):
            keys = " ".join(f"`{display(key)}`" for key in command.keys) or "–"
            lines.append(f"| {keys.replace('|', chr(92) + '|')} | {command.help} | `{command.id}` |")
    return "\n".join(lines).strip()


def with_keys(readme: str) -> str:
    """Return the README with the table of keys as it is now."""
    before, rest = readme.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{keys_table()}\n\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
