"""Origins against stories read by hand: who is behind a value, and whether two reports have one origin.

Protocol. A member of a key names its origin ("police chief Ana Ruiz, to NPA"). Of the claims that touch its words, one
has the origin right when its speaker, or a source behind him, shares a name or a noun with it, or is the same voice
(``index.claims.origins``). Members at which nothing is read are counted apart: what is found is another area's matter.
Of the pairs of short reports those of six phenomena count (who says it, estimates, forecasts, quotations, disagreement,
one origin under two names): where the key expects one origin, the two claims must share one, and where it expects
corroboration, they must not. Rules were written looking at the events and pairs at even places; of the pairs held out,
three were read when a change had lost one of them.
"""

import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from index.claims import extract_claims
from index.claims.origins import origin_keys, same_voice, voice_of, voices_of
from index.reading import discover, read_document
from index.records import Claim, Document
from tests.accuracy import Row

HALVES = ((0, "looked at"), (1, "held out"))
PHENOMENA = frozenset(
    {
        "estimates by different named sources",
        "forecasts of different analysts",
        "inner disagreement in one article",
        "one origin named differently",
        "quotations, same words in two outlets",
        "who says it: reported by one against stated as fact",
    }
)
MISSES = (
    "who is behind a sentence that goes on from the one before without naming its source again",
    "a description that no name in the article explains (the star, the former leader)",
    "a source that no verb ties to its figure (prices on an index, an agency's picture)",
)
_EMPTY = frozenset("the a an of to via in for and at on by its his her their from with said chief official".split())
_APART = re.compile(r", (?:to|via|citing|quoting) | via ")


def measure(shared: Path) -> list[Row]:
    """Return the rows of both halves of the events and of the pairs."""
    rows: list[Row] = []
    for half, name in HALVES:
        count = _count_events(shared / "data/stories", half)
        named = count["right"] + count["wrong"]
        data = f"real stories, events {name}"
        rows += [
            Row("origins", data, "origin named right, of values read", _percent(count["right"], count["read"]),
                count["read"], "", MISSES if half else ()),
            Row("origins", data, "origin named right, where one is named", _percent(count["right"], named), named),
            Row("origins", data, "values with an origin that are read", _percent(count["read"], count["all"]),
                count["all"]),
        ]  # fmt: skip
    for half, name in HALVES:
        count = _count_pairs(shared / "data/contrast/dev.jsonl", half)
        data = f"pairs of reports, {name}"
        rows += [
            Row("origins", data, "pairs of one origin found", _percent(count["found"], count["one"]), count["one"]),
            Row("origins", data, "pairs of two origins kept apart", _percent(count["apart"], count["two"]),
                count["two"]),
        ]  # fmt: skip
    return rows


def _percent(part: int, whole: int) -> float:
    return round(100 * part / max(1, whole), 1)


def _count_events(folder: Path, half: int) -> Counter[str]:
    articles: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        articles[article["event"]].append(article)
    count: Counter[str] = Counter()
    for file in sorted((folder / "keys").glob("*.json"))[half::2]:
        key = json.loads(file.read_text(encoding="utf-8"))
        own = sorted(articles[key["event"]], key=lambda article: str(article["id"]))
        claims = [extract_claims(document) for document in _documents([_page(article) for article in own])]
        for member in (member for group in key["groups"] for member in group["members"] if member.get("origin")):
            count["all"] += 1
            article = own[member["a"] - 1]
            start = len(_page(article)) - len(article["text"]) + _start(member, article["text"])
            here = _touching(claims[member["a"] - 1], start, start + len(member["surface"]))
            if here:
                count["read"] += 1
                count[_verdict(member["origin"], here)] += 1
    return count


def _start(member: dict[str, Any], text: str) -> int:
    if "start" in member:
        return int(member["start"])
    return text.index(member["quote"]) + str(member["quote"]).index(member["surface"])


def _touching(claims: Sequence[Claim], start: int, end: int) -> list[Claim]:
    return [claim for claim in claims if claim.span.start < end and start < claim.span.end]


def _verdict(origin: str, claims: Sequence[Claim]) -> str:
    """Return whether claims name an origin ``right``, ``wrong``, or are ``silent``."""
    named = [source for claim in claims for source in (claim.speaker, *claim.origin) if source]
    wanted = [voice for part in _APART.split(origin) if (voice := voice_of(part)) is not None]
    same = any(same_voice(voice, other) for claim in claims for other in voices_of(claim) for voice in wanted)
    if same or any(_words(origin) & _words(source) for source in named):
        return "right"
    return "wrong" if named else "silent"


def _words(source: str) -> set[str]:
    found = set(re.findall(r"[a-z0-9]+", re.sub("[’']s", "", source.lower())))
    return found - _EMPTY or found


def _count_pairs(file: Path, half: int) -> Counter[str]:
    count: Counter[str] = Counter()
    for pair in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        if pair["phenomenon"] not in PHENOMENA or int(pair["id"][-2:]) % 2 != half:
            continue
        documents = list(_documents([_page(pair["a"]), _page(pair["b"])]))
        pages = zip(documents, ("a", "b"), strict=True)
        chosen = [claim for document, side in pages for claim in _nearest(document, pair, side)]
        one = len(chosen) == 2 and not set.isdisjoint(*map(set, origin_keys(chosen)))
        if pair["expected"] == "one-origin":
            count["one"] += 1
            count["found"] += one
        elif pair["expected"] == "corroborated":
            count["two"] += 1
            count["apart"] += not one
    return count


def _nearest(document: Document, pair: dict[str, Any], side: str) -> Iterator[Claim]:
    """Yield the claim that fits the words best that a pair is about."""
    about = pair["about"][side]
    start = document.text.index(pair[side]["text"]) + pair[side]["text"].index(about)
    here = _touching(extract_claims(document), start, start + len(about))
    if here:
        yield min(here, key=lambda claim: abs(claim.span.start - start) + abs(claim.span.end - start - len(about)))


def _page(article: dict[str, Any]) -> str:
    """Return an article as a page with its facts before the text."""
    facts = {
        "title": article.get("title") or "untitled",
        "date": (article.get("date") or "")[:10],
        "outlet": article.get("outlet") or article.get("source") or "",
    }
    written = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in facts.items())
    return f"---\n{written}\n---\n{article['text']}"


def _documents(pages: Sequence[str]) -> Iterator[Document]:
    """Yield the documents of pages, in order."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(pages):
            (Path(folder) / f"{number:03}.md").write_text(text, encoding="utf-8")
        for source in discover([Path(folder)]):
            yield read_document(source, {})
