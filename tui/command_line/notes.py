"""``rednote-tui notes``."""

import argparse
from typing import Any

from index.corpus import Corpus
from index.counting import counted
from index.errors import NotesError
from index.records import Placed
from tui.command_line.opening import fresh_corpus, say
from tui.command_line.output import print_json, print_table, printable


def run(arguments: argparse.Namespace) -> int:
    """List what the user decided about the corpus, or write all decisions to a file, or take some in; 1 when none."""
    if arguments.output is not None and arguments.taken is not None:
        raise NotesError("--export and --import cannot be used together", "use one of them")
    with fresh_corpus(arguments) as corpus:
        if arguments.output is not None:
            count = corpus.notes.write_copy(arguments.output)
            say(f"{count} decisions exported to {arguments.output}")
            return 0 if count else 1
        if arguments.taken is not None:
            count = corpus.notes.take_in(arguments.taken)
            say(f"{count} new decisions imported from {arguments.taken}")
            return 0 if count else 1
        rows = [decision_object(corpus, placed) for placed in corpus.notes.in_use()]
        elsewhere = corpus.notes.elsewhere()
    if arguments.json:
        print_json({"schema": 1, "decisions": rows})
    elif rows:
        print_table(("made", "kind", "document", "line", "words", "value"), [_cells(row) for row in rows])
    if elsewhere:
        say(f"{counted(elsewhere, 'decision is', 'decisions are')} about other folders")
    if not rows:
        say("there are no decisions about this corpus")
    return 0 if rows else 1


def decision_object(corpus: Corpus, placed: Placed) -> dict[str, Any]:
    """Return a decision as it is printed; of words that are gone the document's path is all that is known."""
    decision = placed.decision
    lost = {one.decision.id for one in corpus.notes.effects().lost}
    places = []
    for anchor, place in zip(decision.anchors, placed.places, strict=True):
        words = place if anchor.quote else None
        line = corpus.document(words[0]).text.count("\n", 0, words[1].start) + 1 if words else None
        places.append(
            {
                "document": place[0] if place else anchor.path,
                "line": line,
                "start": words[1].start if words else None,
                "end": words[1].end if words else None,
                "words": anchor.quote,
            }
        )
    return {
        "made": decision.made,
        "kind": str(decision.kind),
        "name": decision.name,
        "value": decision.value,
        "lost": decision.id in lost,
        "places": places,
    }


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    first = row["places"][0] if row["places"] else {"line": "", "words": ""}
    documents = ", ".join(dict.fromkeys(printable(place["document"]) for place in row["places"]))
    line = "words gone" if row["lost"] else str(first["line"] or "")
    value = f"{row['name']}: {row['value']}" if row["name"] else row["value"] or ""
    return (row["made"], row["kind"], documents, line, printable(first["words"]), printable(value))
