"""Documents made by hand, for tests that need no file."""

import hashlib
import re
from collections.abc import Iterable, Mapping

from index.records import Document, DocumentEntry, Metadata, Sentence, Span, Zone, ZoneKind

_SENTENCE = re.compile(r"[^\s。！？!?.](?:[^\n。！？!?.]|[.](?=\S))*[。！？!?.”\"]*", re.MULTILINE)


def make_document(
    text: str,
    id: str = "a.txt",  # noqa: A002
    zones: Mapping[int, ZoneKind] | None = None,
    **metadata: object,
) -> Document:
    """Return a document whose paragraphs are its lines; ``zones`` says what the lines (from 1) are that are no body.

    Sentences end at full stops before white space. ``metadata`` are fields of the record.
    """
    kinds = zones or {}
    found, sentences = [], []
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            kind = kinds.get(number, ZoneKind.BODY)
            found.append(Zone(kind, Span(offset, offset + len(line)), number, number))
            for match in _SENTENCE.finditer(line):
                span = Span(offset + match.start(), offset + match.start() + len(match.group().rstrip()))
                sentences.append(Sentence(span, kind, number, number))
        offset += len(line) + 1
    return Document(
        id=id,
        path=id,
        text=text,
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        encoding="utf-8",
        metadata=Metadata(**metadata),  # type: ignore[arg-type]
        zones=tuple(found),
        sentences=tuple(sentences),
    )


def make_entries(documents: Iterable[Document], claims: Mapping[str, int] | None = None) -> dict[str, DocumentEntry]:
    """Return the documents' rows of the list, by id; ``claims`` says how many claims they have."""
    counts = claims or {}
    return {
        d.id: DocumentEntry(n, d.id, d.path, d.metadata, d.words, len(d.sentences), counts.get(d.id, 0))
        for n, d in enumerate(documents, 1)
    }
