"""``rednote-tui search``."""

import argparse

from index.counting import counted
from index.export.objects import search_object
from index.records import DocumentEntry, Passage, ZoneKind
from tui.command_line.opening import fresh_corpus, say
from tui.command_line.output import BOLD, DIM, REVERSED, print_json, printable, style


def run(arguments: argparse.Namespace) -> int:
    """Print every sentence that answers a query, under its article; 1 when nothing does."""
    with fresh_corpus(arguments) as corpus:
        result = corpus.search(
            arguments.query, limit=arguments.limit, sort=arguments.sort, expand=not arguments.no_aliases
        )
    if arguments.json:
        print_json(search_object(result))
        return 0 if result.hits else 1
    for note in result.notes:
        say(printable(note))
    if result.suggestion and not result.hits:
        say(f"did you mean: {printable(result.suggestion)}")
    for hit in result.hits:
        print(
            style(f"{hit.document.number}  {printable(hit.document.title)}", BOLD),
            style(printable(hit.document.id), DIM),
        )
        told = False
        for passage in hit.passages:
            if not passage.complete and not told:
                told = True
                print(style("  with some of the words only:", DIM))
            print("  " + shown(passage, hit.document))
    shown_articles = len(result.hits)
    more = f", {shown_articles} shown" if shown_articles < result.total else ""
    articles = counted(result.total, "article")
    say(f"{articles}{more}; understood as {printable(result.understood)}")
    return 0 if result.hits else 1


def shown(passage: Passage, entry: DocumentEntry) -> str:
    """Return a passage with its page, chapter or line, its zone where it is not the body, and its matches marked."""
    parts, at = [], passage.span.start
    for match in passage.matches:
        parts.append(passage.text[at - passage.span.start : match.span.start - passage.span.start])
        word = passage.text[match.span.start - passage.span.start : match.span.end - passage.span.start]
        parts.append(style(word, REVERSED))
        at = match.span.end
    parts.append(passage.text[at - passage.span.start :])
    zone = "" if passage.zone is ZoneKind.BODY else f"[{passage.zone}] "
    place = entry.place(passage.line) or str(passage.line)
    return style(f"{printable(place)}: ", DIM) + zone + " ".join("".join(parts).split())
