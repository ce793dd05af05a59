"""The outlet as its own reporters name it: "Newsweek has contacted the firm for comment"."""

import re
from collections import Counter
from collections.abc import Sequence

from index.metadata.finding import Finding
from index.metadata.outlets import is_outlet, is_wire
from index.zones import Paragraph

_NAME = r"(?:[Tt]he )?[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,3}"
_TOLD = re.compile(rf"\b(?:told|(?:interview|e-?mail|statement|message|comments?) (?:with|to)) (?P<name>{_NAME})")
_CONTACTED = re.compile(
    rf"(?P<name>{_NAME}) (?:(?:has|have|had) )?(?:also )?(?:contacted|reached out to|approached|e-?mailed|asked)\b"
    r"[^.\n]{1,100}\bfor (?:further )?comment\b"
)


def outlet_in_text(paragraphs: Sequence[Paragraph]) -> list[Finding]:
    """Return the outlet that asked somebody for comment, as a guess; nothing where the text names several.

    An outlet we do not know counts when people of the article told it something, too. Being told alone says nothing:
    words that one paper quotes from another were told the other.
    """
    if not any("comment" in paragraph.text for paragraph in paragraphs):
        return []
    told: Counter[str] = Counter()
    contacted: dict[str, int] = {}
    for paragraph in paragraphs:
        for match in _TOLD.finditer(paragraph.text):
            told[_bare(match["name"])] += 1
        for match in _CONTACTED.finditer(paragraph.text):
            contacted.setdefault(_bare(match["name"]), paragraph.first_line)
    asking = {
        name: line for name, line in contacted.items() if not is_wire(name) and (is_outlet(name) or told[name] > 1)
    }
    if len(asking) != 1:
        return []
    name, line = next(iter(asking.items()))
    return [Finding("outlet", name, f"line {line}", guessed=True)]


def _bare(name: str) -> str:
    return re.sub(r"['’]s\Z", "", name[:1].upper() + name[1:])
