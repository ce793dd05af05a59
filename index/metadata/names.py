"""Names of people in bylines, and what the name of a file tells."""

import re

from index.english import words
from index.metadata.dates import find_date, parse_date
from index.metadata.finding import Finding
from index.zones import LatePattern

_PARTICLES = words("name-particles")
_NO_PERSON = words("byline-words-of-no-person")
_TOKEN = LatePattern(r"(?:[^\W\d_]|[.'’‘-]){1,30}\Z")
_SPLIT = LatePattern(r"\s*(?:[,;&|•·]|\band\b|\bund\b|\bet\b|\bwith\b|、|，| / )\s*", flags=re.IGNORECASE)
_CJK_NAME = LatePattern(r"[\u3400-\u9fff·]{2,8}\Z|[\uac00-\ud7a3]{2,5}\Z")
_FOR = LatePattern(r"\s+(?:for|in|at|from|of)\s+.*\Z|\s*[(<|].*\Z|\s+@.*\Z", flags=re.IGNORECASE | re.DOTALL)
_HONORIFIC = LatePattern(r"^(?:by\s+|dr\.?\s+|prof(?:essor)?\.?\s+|mr\.?\s+|mrs\.?\s+|ms\.?\s+)", flags=re.IGNORECASE)
_CAPITALS = LatePattern(r"((?:by\s+)?(?:[A-Z][A-Z.'’-]{1,30} ){1,2}[A-Z][A-Z'’-]{1,30})\s+(?=[A-Z][a-z])")
_BEFORE = LatePattern(
    r"^(?:(?:view |see |read |more )?(?:all )?(?:posts|stories|articles|more) (?:by|from)"
    r"|(?:(?:written|posted|story|words|reported|text|opinion|analysis) )?by\b|author)\s?:?\s*",
    flags=re.IGNORECASE,
)
_BEHIND = LatePattern(
    r"[\s,.;|(–—-]+(?:(?:edited|reviewed|photos?|photographs?|pictures|illustrations?|translated|updated|published|posted|"
    r"last updated|additional reporting) (?:by|on|at)?|(?:last )?(?:updated|modified)|published|posted|on)\b.*\Z",
    flags=re.IGNORECASE | re.DOTALL,
)
_SPACES = LatePattern(r"\s+")

_FILE_DATE = LatePattern(
    r"(?<![0-9A-Za-z])((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])"
)
_FILE_WORD = LatePattern(r"[^\W\d_]{2,}")
_HASH = LatePattern(r"(?=[0-9a-f-]*\d)[0-9a-f-]{8,}", flags=re.IGNORECASE)


def parse_names(text: str, *, lenient: bool = False) -> tuple[str, ...]:
    """Return the people a byline names, without their titles and affiliations.

    Nothing, where the text does not look like names. ``lenient``, after a label such as "Author:", also takes a single
    word or a house name as it stands.
    """
    names: list[str] = []
    if len(text) > 400:
        return ()
    for piece in _SPLIT.split(text):
        # NAME IN CAPITALS Followed by a House: the capitals are the name.
        capitals = _CAPITALS.match(piece.strip())
        part = capitals[1] if capitals else piece
        name = _SPACES.sub(" ", _HONORIFIC.sub("", _FOR.sub("", part.strip()))).strip(" :–—-*_")
        name = name if name.endswith(("Jr.", "Sr.")) else name.strip(".")
        if not name:
            continue
        if not _is_person(name):
            break
        shown = name.title() if name.isupper() and len(name) > 4 else name
        if shown not in names:
            names.append(shown)
    if not names and lenient:
        first = re.split(r"\s*[,;|]\s*", text.strip(), maxsplit=1)[0].strip(" *_")
        if 2 <= len(first) <= 60 and not re.search(r"\d|https?:|@", first) and first.count(" ") <= 5:
            return (first,)
    return tuple(names)


def without_frame(text: str) -> str:
    """Return a byline without the words that pages put around names: links to all posts, the editor, the date."""
    text = _BEFORE.sub("", " ".join(text.split()))
    text = _BEHIND.sub("", text)
    dated = find_date(text)
    return (text[: dated[1]] if dated else text).strip(" ,.;|·•–—-")


def is_role(text: str) -> bool:
    """Return whether ``text`` is what somebody is at a paper, in capitals and no more: ``Staff Writer``."""
    words = text.split(" ")
    return len(words) <= 5 and words[-1].lower() in _NO_PERSON and all(word[:1].isupper() for word in words)


def _is_person(name: str) -> bool:
    """Return whether ``name`` is two to five words that a person's name may have, and particles between them."""
    if _CJK_NAME.match(name):
        return True
    words = name.split(" ")
    full = [word for word in words if word.lower() not in _PARTICLES]
    if not 2 <= len(full) <= 5 or len(words) > 8 or not all(_TOKEN.match(word) for word in words):
        return False
    if any(word.lower() in _NO_PERSON for word in words) or words[0].lower() == "the":
        return False
    return all(word[0].isupper() or word.lower() in _PARTICLES for word in words) and words[0][0].isupper()


def file_name_findings(identifier: str) -> list[Finding]:
    """Return the date and the title that a file's name tells: ``2025-01-20-some-title.txt`` tells both.

    Both are guesses. Names made of numbers or checksums tell nothing, nor does a single word.
    """
    name = identifier.rsplit("/", 1)[-1]
    stem = name.rsplit(".", 1)[0]
    found: list[Finding] = []
    date = _FILE_DATE.search(stem)
    if date:
        iso = parse_date(f"{date[1]}-{date[3]}-{date[4]}")
        if iso:
            found.append(Finding("published", iso, "file name", guessed=True))
        stem = f"{stem[: date.start()]} {stem[date.end() :]}"
    stem = re.sub(r"^\s*\d{1,5}[\s_.-]+", "", stem)
    if _HASH.search(stem):
        return found
    words = re.sub(r"[-_\s]+|\.(?=\S)", " ", stem).strip()
    if len(_FILE_WORD.findall(words)) >= 3:
        found.append(Finding("title", words[:1].upper() + words[1:], "file name", guessed=True))
    return found
