"""Nothing that commands a terminal passes the border, whatever the file holds."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import ReadingError
from index.reading import Source, read_document
from index.reading.cleaning import clean

# Written out again, not taken from the code under test.
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u3164\uffa0\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff\U0001fffe\U0001ffff\U0010fffe\U0010ffff]"
)

texts = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from('\x1b\x9b\x07\r\n\t\0\x85\u200d\u200c\u202e\u2066\ufeff\ud800\u0301é小 .a’"')
    ),
    max_size=300,
)


@given(texts)
def test_cleaning_keeps_the_length_and_lets_nothing_harmful_pass(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not FORBIDDEN.search(cleaned)
    assert clean(cleaned) == cleaned


@given(texts)
def test_harmless_characters_stay(text: str) -> None:
    # Fillers of Hangul count as letters, but show nothing.
    letters = "".join(character for character in text if character.isalnum() or character in " \n.,")
    plain = FORBIDDEN.sub("", letters)
    assert clean(plain) == plain


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.one_of(st.binary(max_size=400), texts.map(lambda text: text.encode("utf-8", "surrogatepass"))), st.booleans())
def test_any_bytes_are_a_clean_document_or_a_reading_error(tmp_path: Path, data: bytes, markdown: bool) -> None:
    file = tmp_path / ("x.md" if markdown else "x.txt")
    file.write_bytes(data)
    try:
        document = read_document(Source(file.name, str(file), len(data), 0), {})
    except ReadingError:
        return
    everything = [document.text, *document.notices, *document.metadata.authors, document.metadata.title or ""]
    assert not any(FORBIDDEN.search(text) for text in everything)
    previous = 0
    for zone in document.zones:
        assert previous <= zone.span.start < zone.span.end
        assert zone.first_line == document.text.count("\n", 0, zone.span.start) + 1
        assert zone.last_line == document.text.count("\n", 0, zone.span.end - 1) + 1
        previous = zone.span.end
    covered: set[int] = set()
    for zone in document.zones:
        covered.update(range(zone.span.start, zone.span.end))
        for sentence in document.sentences:
            if zone.span.start <= sentence.span.start < zone.span.end:
                assert sentence.span.end <= zone.span.end
                assert sentence.zone is zone.kind
    assert all(offset in covered for offset, character in enumerate(document.text) if not character.isspace())


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("\x1b]52;c;aGk=\x07", "␛" + 11 * " "),
        ("\x1b[31mred\x1b[0m", "␛    red␛   "),
        ("\x1b[?25l\x1b[2 q\x1b(B\x1b7", "␛     ␛    ␛  ␛ "),
        ("\x9b31mred", "␛   red"),
        ("\x9d0;title\x9cred", "␛        red"),
        ("\x1bP1$r0m\x1b\\red", "␛" + 8 * " " + "red"),
        ("\x1b]0;The town counted 40 houses.\nMore.", "␛   The town counted 40 houses.\nMore."),
        ("\x1b[31", "␛   "),
        ("he said â\x80\x9d and â\x80\x9c no", "he said â€� and â€œ no"),
        ("a\x9bb", "a›b"),
        ("it\x92s", "it’s"),
        ("a\u202eb\u2066c", "a b c"),
        ("one\r\ntwo\rthree", "one \ntwo\nthree"),
        ("so\xadme", "so-me"),
        ("می‌خواهم", "می‌خواهم"),
        ("क्‍ष", "क्‍ष"),
        ("a\u200db", "a b"),
        ("👩\u200d🚀", "👩 🚀"),
        ("❤\ufe0f", "❤ "),
        ("x" + "\u0301" * 12, "x" + "\u0301" * 8 + " " * 4),
        ("\ud83d", "�"),
        ("line\u2028line", "line line"),
        ("\ufeffword", " word"),
    ],
)
def test_each_kind_of_character(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "word " * 60_000,
        "a" * 300_000,
        "\n" * 100_000 + "end",
        ("By " + "A" * 50 + " ") * 3000,
        "(" * 50_000 + ")" * 50_000,
        "- \n" * 30_000,
        "Source: " * 20_000,
        "“" * 50_000,
        "1/3 A\n" * 20_000,
        "---\n" + "a: &a [*a]\n" * 200 + "---\n",
        "---\nx: " + "[" * 3000 + "\n---\ntext here\n",
        "The post " * 100 + "\n" + "appeared first on " * 400,
        ("A.B " * 200 + "/ " * 100 + "\n") * 50,
        "http://" * 30_000,
        "Jan " * 40_000 + "1, 2025",
    ],
)
def test_lines_made_to_be_slow_are_read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.md"
    file.write_text(text)
    document = read_document(Source("x.md", str(file), 0, 0), {})
    assert len(document.text) == len(text)


def test_metadata_in_front_matter_is_cleaned(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text(
        '---\ntitle: "Red \\e]0;pwned\\a \\u202Ealert"\nauthor: "Ann\\u200B Lee"\n---\nText of the story.\n'
    )
    metadata = read_document(Source("x.md", str(file), 0, 0), {}).metadata
    assert metadata.title == "Red ␛ alert"
    assert metadata.authors == ("Ann Lee",)
