"""Tables as text (.csv, .tsv): a row a line."""

import csv
import io
from collections.abc import Iterator

from index.errors import ReadingError
from index.reading.content import Content
from index.reading.decoding import decode
from index.reading.lines import LineBuilder

MOST_ROWS = 200_000
_SAMPLE = 20_000


def read_table(data: bytes) -> Content:
    """Return the rows of a table, one a line. Raises ReadingError when the bytes are no text."""
    decoded = decode(data)
    lines, notices = LineBuilder(), list(decoded.notices)
    for number, row in enumerate(rows_of(decoded.text)):
        if number == MOST_ROWS:
            notices.append(f"Only the first {MOST_ROWS:,} rows were read.")
            break
        lines.add_row(row)
    if not lines:
        raise ReadingError("This table is empty.", "Save it again.")
    return lines.content(decoded.encoding, (), notices)


def rows_of(text: str) -> Iterator[list[str]]:
    """Return the rows of ``text``, whichever of the usual signs parts its cells."""
    first = text[:_SAMPLE].partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    # A cell may be as long as an article.
    csv.field_size_limit(16_000_000)
    return csv.reader(io.StringIO(text.replace("\0", "\ufffd"), newline=""), delimiter=delimiter)
