"""Bytes to text: byte order mark, UTF-8, then the best guess."""

import codecs
import re
from dataclasses import dataclass

from index.errors import ReadingError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_STARTS = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf",
    b"\xd0\xcf\x11\xe0", b"\xfd7zXZ", b"SQLite format 3", b"RIFF", b"OggS", b"ID3", b"Rar!", b"wOF",
)  # fmt: skip
_SAMPLE = 100_000
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27}) + b"\x7f"
_HIGH = re.compile(rb"[\x80-\xff]+")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_EAST_ASIAN = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "hz": "hz", "big5": "big5hkscs", "cp950": "big5hkscs",
    "big5hkscs": "big5hkscs", "shift_jis": "cp932", "cp932": "cp932", "euc_jp": "euc_jp", "euc_kr": "cp949",
    "cp949": "cp949", "johab": "johab",
}  # fmt: skip
"""East Asian encodings and the larger ones that read the same bytes and more."""

_COMMON = (
    "cp1252", "cp1251", "cp1250", "iso8859_2", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u",
    "iso8859_5", "iso8859_7", "mac_roman", "cp866", "cp850", "cp437",
)  # fmt: skip
_JAPANESE_MAIL = re.compile(rb"\x1b\$[@B]")
_SENSIBLE = re.compile(
    "[\n\r\t\x20-\x7e\xa0-\u024f\u0370-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u2010-\u203a"
    "\u20ac\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"
)


_STRONG = 0.1
"""The coherence from which a guess knows a language in the text."""
_ACCENTED = "À-ÖØ-öø-ÿŒœŠšŽžŸ"
_OUT_OF_PLACE = re.compile(
    f"[^\\x00-\\x7f{_ACCENTED}‘’“”„‚«»‹›–—…•€£¥§°©®™·¡¿\\xa0]"
    f"|(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞŒŠŽŸ]|(?<=[A-Za-z{_ACCENTED}])[„‚€£¥§¡¿…«‹](?=[A-Za-z{_ACCENTED}])"
)
"""What no Western text has when it is read as cp1252: rare signs, a capital in a word, a mark amid letters."""
_HIGH_RUN = re.compile("[\x80-\U0010ffff]+")
_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
_AS_WINDOWS = {chr(code): bytes([code]) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""The bytes that Windows-1252 leaves undefined, and that programs pass through."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text as decoded, its byte order mark left out, and how it was decoded."""

    text: str
    encoding: str
    guessed: bool = False
    notices: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of ``data``: by its byte order mark, as UTF-8, or in the encoding that is most likely.

    A UTF-8 file with a few broken bytes stays UTF-8, each broken place shown as �. Raises ReadingError when the bytes
    are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by_mark(data[len(mark) :], encoding)
    if data.startswith(_BINARY_STARTS):
        raise _not_text()
    wide = _wide_encoding(data[:_SAMPLE])
    if wide is None and 0 in data[:_SAMPLE] and len(data) % 2 == 0:
        wide = _sensible_utf16(data[:_SAMPLE])
    if wide:
        return _lenient(data, wide, guessed=True)
    if _JAPANESE_MAIL.search(data[:_SAMPLE]) and _decodes(data, "iso2022_jp"):
        return Decoded(data.decode("iso2022_jp"), "iso2022_jp", True, ("Encoding guessed: iso2022_jp.",))
    if len(data.translate(None, _CONTROLS)) < len(data) * 0.95:
        raise _not_text()
    return _narrow(data)


def _narrow(data: bytes) -> Decoded:
    """Decode what has no mark and no wide characters: as UTF-8, whole or with faults, else by the best guess."""
    try:
        return undoubled(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    mixed = _mixed(data)
    if mixed is not None:
        return mixed
    if _nearly_utf8(data):
        return _lenient(data, "utf-8", guessed=False)
    return _lenient(data, _guess(data[:_SAMPLE]), guessed=True)


def undoubled(text: str) -> Decoded:
    """Return a text that is UTF-8, with what was encoded twice decoded twice.

    "Itâ€™s" is then "It’s" again. That is done only where most of what is not ASCII reads so: a text about such signs
    keeps them.
    """
    mended, runs = 0, _HIGH_RUN.findall(text)

    def once(match: re.Match[str]) -> str:
        nonlocal mended
        single = _decoded_again(match[0])
        mended += single is not None
        return match[0] if single is None else single

    if not _TWICE.search(text):
        return Decoded(text, "utf-8")
    again = _HIGH_RUN.sub(once, text)
    if mended < 2 or mended < 0.6 * len(runs):
        return Decoded(text, "utf-8")
    return Decoded(again, "utf-8", True, (f"The text was encoded twice: {mended} places in it were set right.",))


def _decoded_again(run: str) -> str | None:
    """Return what a run of signs was before it was read as Windows-1252 and encoded again; None when it was not."""
    try:
        data = b"".join(_AS_WINDOWS.get(character) or character.encode("cp1252") for character in run)
        single = data.decode("utf-8")
    except UnicodeError:
        return None
    return single if len(single) < len(run) else None


def _mixed(data: bytes) -> Decoded | None:
    """Return a UTF-8 text with a part in Windows-1252 pasted into it; None when it is something else.

    Some of it must be UTF-8 beyond doubt, and every byte that is not must make sense as Windows-1252: as a letter or a
    mark that stands where such stand.
    """
    good = len(_MULTIBYTE.findall(data))
    strays = [run for run in _HIGH.finditer(data) if not _whole(run[0])]
    if good < 2 or not strays or len(strays) > 2 * good + 20 or any(_is_damage(run) for run in strays):
        return None
    around = b" ".join(data[max(0, run.start() - 1) : run.end() + 1] for run in strays)
    try:
        if _OUT_OF_PLACE.search(around.decode("cp1252")):
            return None
        text = _HIGH.sub(_as_utf8, data).decode("utf-8")
    except UnicodeDecodeError:
        return None
    lines = sorted({data.count(b"\n", 0, run.start()) + 1 for run in strays})
    named = f"line {lines[0]}" if len(lines) == 1 else f"{len(lines)} lines, from line {lines[0]}"
    notice = f"The text is UTF-8, but {named} has letters in Windows-1252, read as such."
    return Decoded(text, "utf-8 with cp1252", True, (notice,))


def _is_damage(run: re.Match[bytes]) -> bool:
    """Return whether bytes that are no UTF-8 are a letter cut in two, or of another script, and not Windows-1252."""
    size = run.end() - run.start()
    if size == 1:
        return False
    begins = 0xC2 <= run[0][0] < 0xF5 and 0x80 <= run[0][1] < 0xC0
    # "café”" looks like the beginning of an East Asian character; there it would not stand behind a letter.
    return size > 2 or (begins and not run.string[max(0, run.start() - 1) : run.start()].isalpha())


def _as_utf8(run: re.Match[bytes]) -> bytes:
    return run[0] if _whole(run[0]) else run[0].decode("cp1252").encode("utf-8")


def _whole(run: bytes) -> bool:
    try:
        run.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _by_mark(data: bytes, encoding: str) -> Decoded:
    decoded = _lenient(data, encoding, guessed=False)
    if decoded.text.count("�") > 0.1 * len(decoded.text) + 1:
        raise _not_text()
    return decoded


def _lenient(data: bytes, encoding: str, *, guessed: bool) -> Decoded:
    """Decode with � for what cannot be decoded, and say so."""
    notices = [f"Encoding guessed: {encoding}."] if guessed else []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        broken = text.count("�")
        places = "place is" if broken == 1 else "places are"
        notices.append(f"{broken} {places} broken in the file ({encoding}) and shown as �.")
    return Decoded(text, encoding, guessed, tuple(notices))


def _wide_encoding(sample: bytes) -> str | None:
    """Return UTF-16 or UTF-32 when the NUL bytes fall where these have them in text that is mostly Latin."""
    length = len(sample) // 4 * 4
    if length < 8 or sample.count(0) < length // 5:
        return None
    zeros = [sample[place:length:4].count(0) / (length / 4) for place in range(4)]
    shapes = {
        "utf-32-le": (False, True, True, True),
        "utf-32-be": (True, True, True, False),
        "utf-16-le": (False, True, False, True),
        "utf-16-be": (True, False, True, False),
    }
    for encoding, shape in shapes.items():
        if all((zero > 0.4) if wanted else (zero < 0.05) for zero, wanted in zip(zeros, shape, strict=True)):
            return encoding
    return None


def _sensible_utf16(sample: bytes) -> str | None:
    """Return the UTF-16 in which nearly all characters are letters, digits and stops of the scripts in use, if any."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")
        if len(text) >= 20 and len(_SENSIBLE.findall(text)) >= 0.98 * len(text) and re.search("[ \n。，、]", text):
            return encoding
    return None


def _nearly_utf8(data: bytes) -> bool:
    """Return whether nearly all bytes beyond ASCII form UTF-8 characters, so that the rest is damage."""
    high = sum(len(run) for run in _HIGH.findall(data))
    good = sum(len(character) for character in _MULTIBYTE.findall(data))
    return good >= 0.9 * high


def _guess(sample: bytes) -> str:
    """Return the most likely encoding of a text that is not UTF-8."""
    high = sum(len(run) for run in _HIGH.findall(sample))
    # So few letters beyond ASCII tell too little of a language: curly quotes, accents and signs of Western text.
    if high < 0.02 * len(sample) + 3 and _decodes(sample, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes

    # Shortened to what tells the language, and cut where no character can be cut.
    cut = sample.rfind(b"\n") if len(sample) == _SAMPLE and b"\n" in sample else len(sample)
    matches = from_bytes(sample[:cut], steps=8, chunk_size=512, threshold=0.3)
    best = matches.best()
    if best is None:
        return "cp1252" if _decodes(sample, "cp1252") else "latin-1"
    # Without a language behind it the best of many encodings is chosen by chance.
    if best.coherence < _STRONG and _reads_western(sample):
        return "cp1252"
    if best.encoding in _EAST_ASIAN:
        return _EAST_ASIAN[best.encoding]
    # Many small encodings read a text alike: of those that fit as well as the best, the one in common use is meant.
    alike = {
        name
        for match in matches
        if match.chaos <= best.chaos and match.coherence >= best.coherence - 0.05
        for name in match.could_be_from_charset
    }
    return next((name for name in _COMMON if name in alike), best.encoding)


def _reads_western(sample: bytes) -> bool:
    """Return whether the bytes, read as cp1252, are Latin words with a few accents in them and marks between them."""
    if not _decodes(sample, "cp1252"):
        return False
    text = sample.decode("cp1252")
    accents = sum(one.isalpha() and not one.isascii() for one in text)
    return accents <= 0.34 * sum(map(str.isalpha, text)) and _OUT_OF_PLACE.search(text) is None


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _not_text() -> ReadingError:
    return ReadingError("This is not a text file.", "Save the article as plain text, Markdown, HTML or PDF.")
