"""``rednote-tui claims``."""

import argparse
from collections.abc import Iterable, Mapping

from index.corpus import Corpus
from index.export import claims_as_csv, claims_as_markdown, claims_object
from index.records import (
    Claim,
    ClaimKind,
    DocumentEntry,
    Status,
    Topic,
    direct_of,
    short_place,
)
from tui.command_line.opening import fresh_corpus, say
from tui.command_line.output import BOLD, DIM, print_file, print_json, printable, style
from tui.signs import claim_sign


def run(arguments: argparse.Namespace) -> int:
    """Print the claims asked for, by topic; 1 when there are none."""
    with fresh_corpus(arguments) as corpus:
        document = corpus.resolve(arguments.document).id if arguments.document else None
        claims = corpus.claims(
            document,
            kind=ClaimKind(arguments.kind) if arguments.kind else None,
            topic=arguments.topic,
            status=Status(arguments.status) if arguments.status else None,
        )
        topics = topics_of(corpus, claims, arguments.topic)
        if arguments.format == "json":
            print_json(claims_object(claims, topics, corpus.notes.effects(), corpus.documents()))
        elif arguments.format == "text":
            print_topics(claims, topics, {entry.id: entry for entry in corpus.documents()})
        else:
            write = claims_as_csv if arguments.format == "csv" else claims_as_markdown
            entries = {entry.id: entry for entry in corpus.documents()}
            print_file(write(claims, topics, entries, corpus.notes.effects()))
    if not claims:
        say("no claim matches")
    return 0 if claims else 1


def topics_of(corpus: Corpus, claims: Iterable[Claim], topic: str | None) -> tuple[Topic, ...]:
    """Return the topics in which one of ``claims`` stands; only ``topic`` when one is named."""
    ids = {claim.id for claim in claims}
    return tuple(
        found for found in corpus.topics() if (topic is None or found.id == topic) and not ids.isdisjoint(found.claims)
    )


def print_topics(claims: Iterable[Claim], topics: Iterable[Topic], entries: Mapping[str, DocumentEntry]) -> None:
    """Print each topic with its status and its claims, then the claims that belong to none."""
    remaining = {claim.id: claim for claim in claims}
    for topic in topics:
        print(style(f"{topic.status}: {printable(topic.label)}", BOLD), style(f"({topic.id})", DIM))
        print(f"  {printable(topic.reason)}")
        for id_ in topic.claims:
            if claim := remaining.pop(id_, None):
                print("  " + shown(claim, entries[claim.document]))
    if remaining:
        print(style("no topic", BOLD))
    for claim in remaining.values():
        print("  " + shown(claim, entries[claim.document]))


def shown(claim: Claim, entry: DocumentEntry) -> str:
    """Return a claim on one line: where it stands, its kind, its words, and who says it; a report is in no quotes."""
    speaker = f" — {printable(claim.speaker)}" if claim.speaker else ""
    place = f"{entry.number}:{short_place(entry.places, claim.line)}"
    words = printable(claim.surface)
    if claim.kind is not ClaimKind.QUOTATION or direct_of(claim):
        spoken = words.strip('“”"') if direct_of(claim) else words
        return f"{style(place, DIM)} {claim.kind} “{spoken}”{speaker}"
    return f"{style(place, DIM)} {claim_sign(claim).word}: {words}{speaker}"
