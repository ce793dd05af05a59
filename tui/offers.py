"""What a search offers beside its results: another spelling, any of the words, saved searches."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from index.records import SearchResult
from tui.keymap import Keymap
from tui.panes.results import WordsItem
from tui.text import squeeze

FEW = 3
"""Articles up to which a search is offered help."""
# Words that mean nothing else to the query language than themselves.
_PLAIN = re.compile(r"[^\W_][\w'’.,$%+#-]*")
_OPERATORS = frozenset({"AND", "OR", "NOT"})


def any_of(query: str) -> str | None:
    """Return the query that asks for any of the words of ``query``; None when it is not plain words, several."""
    words = query.split()
    if len(words) < 2 or any(not _PLAIN.fullmatch(word) or word in _OPERATORS for word in words):
        return None
    if any("NEAR/" in word for word in words) or any(a == b == "NEAR" for a, b in pairwise(words)):
        return None
    return " OR ".join(dict.fromkeys(words))


def name_typed(query: str) -> str | None:
    """Return what is typed of the name of a saved search at the end of ``query``; None when it ends otherwise."""
    found = re.search(r"(?:^|[\s(-])@(\S*)$", query)
    return found[1] if found else None


def saved_items(query: str, saved: Mapping[str, str], keymap: Keymap) -> Iterator[WordsItem]:
    """Yield the saved searches whose name begins as typed; each completes the query."""
    typed = name_typed(query)
    if typed is None or typed in saved:
        return
    if not saved:
        yield WordsItem(f"No search is saved; {keymap.shown('save-search')} saves the one in the line.")
    for name, meaning in saved.items():
        if name.casefold().startswith(typed.casefold()):
            whole = query[: len(query) - len(typed)] + name
            yield WordsItem(f"@{squeeze(name)}  {squeeze(meaning)}", "key", whole)


def offers(
    result: SearchResult, saved: Mapping[str, str], keymap: Keymap, *, narrowed: bool = False
) -> list[WordsItem]:
    """Return the offers of a search, each taken by Enter on it, the first ones by a key too.

    ``narrowed`` is whether filters are on: then these may be why nothing is found.
    """
    items = list(saved_items(result.query.rstrip(), saved, keymap))
    if items:
        return items
    if narrowed and not result.hits:
        items.append(WordsItem(f"The filters exclude everything; {keymap.shown('widen')} removes the last one."))
    if result.suggestion:
        key = f"Enter or {keymap.shown('suggestion')}" if not result.hits else keymap.shown("suggestion")
        items.append(WordsItem(f"Did you mean: {squeeze(result.suggestion)}   ({key})", "key", result.suggestion))
    loose = any_of(result.query)
    if loose is not None and result.total <= FEW:
        key = keymap.shown("any-words")
        items.append(WordsItem(f"Any of these words: {squeeze(loose)}   ({key})", "key", loose))
    return items
