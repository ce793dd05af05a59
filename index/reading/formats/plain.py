"""Plain text and Markdown, with or without front matter."""

import re

from index import limited_yaml
from index.metadata import Finding, declared_findings
from index.reading.cleaning import clean
from index.reading.content import Content
from index.reading.decoding import decode

_FRONT_MATTER = re.compile(
    r"---[ ]{0,20}\n(?P<yaml>(?:(?!(?:---|\.\.\.)[ ]{0,20}(?:\n|\Z))[^\n]*\n){0,400})(?:---|\.\.\.)[ ]{0,20}(?:\n|\Z)"
)
_TOML = re.compile(
    r"\+\+\+[ ]{0,20}\n(?P<toml>(?:(?!\+\+\+[ ]{0,20}(?:\n|\Z))[^\n]*\n){1,400})\+\+\+[ ]{0,20}(?:\n|\Z)"
)
_FIELD = re.compile(r"^[\w-]{1,40}[ ]?:(?:[ ]|\n)", re.MULTILINE)


def read_text(data: bytes) -> Content:
    """Return the text of a .txt file. Raises ReadingError when the bytes are not text."""
    return read_plain(data, markdown=False)


def read_markdown(data: bytes) -> Content:
    """Return the text of a .md file. Raises ReadingError when the bytes are not text."""
    return read_plain(data, markdown=True)


def read_plain(data: bytes, *, markdown: bool) -> Content:
    """Return the text of a .txt or .md file. Raises ReadingError when the bytes are not text.

    Front matter is a block of YAML between ``---`` lines, or of TOML between ``+++`` lines, at the very start. Where it
    is not valid it stays boilerplate, a notice says so, and of YAML the readable lines are taken one by one.
    """
    decoded = decode(data)
    # Cleaned here: the front matter is found and read as everybody else sees it; the length stays the same.
    text = clean(decoded.text)
    match = _FRONT_MATTER.match(text)
    pluses = None if match else _TOML.match(text)
    if pluses:
        match, (findings, notices) = pluses, _toml(pluses["toml"])
    elif match and _FIELD.search(match["yaml"]):
        findings, notices = _front_matter(match["yaml"])
    else:
        return Content(text, decoded.encoding, decoded.guessed, (), decoded.notices, markdown=markdown, cleaned=True)
    return Content(
        text,
        decoded.encoding,
        decoded.guessed,
        tuple(findings),
        (*decoded.notices, *notices),
        body_start=match.end(),
        markdown=markdown,
        cleaned=True,
    )


def _toml(block: str) -> tuple[list[Finding], list[str]]:
    """Return what front matter in TOML says; nested tables (as of Hugo's taxonomies) are looked into."""
    import tomllib

    try:
        fields = tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        return [], [f"The front matter is not valid TOML ({str(error)[:80]})."]
    return declared_findings(fields, "front matter")


def _front_matter(block: str) -> tuple[list[Finding], list[str]]:
    try:
        fields = limited_yaml.load(block)
    except ValueError as error:
        lines = (line.split(":", 1) for line in block.splitlines() if re.match(r"[A-Za-z]\w{1,30}:\s", line))
        plain = {key: value.strip(" '\"") for key, value in lines}
        # The beginning of a list, an alias or a tag is no title.
        rescued = {key: value for key, value in plain.items() if not value.startswith(tuple("[{&*!|>%@`"))}
        findings, _ = declared_findings(rescued, "front matter")
        return findings, [f"The front matter is not valid YAML ({error}); its plain lines were read one by one."]
    if not isinstance(fields, dict):
        return [], ["The front matter has no fields."]
    return declared_findings(fields, "front matter")
