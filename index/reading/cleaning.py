r"""The border: no character that could command a terminal, hide or reorder text passes it.

The decoded file is the text after decoding without its byte order mark. Cleaning keeps its length: every character
that must not reach a screen is replaced by exactly one harmless character, so that every offset, line and column found
later is one of the decoded file.

=====================================================  =========================================================
in the file                                            in the text
=====================================================  =========================================================
line feed                                              kept; the only character that ends a line
carriage return                                        a space before a line feed, else a line feed (old Mac files)
tab, vertical tab, form feed                           a space: a tab's width depends on where it stands
sequences that command a terminal (CSI, OSC, DCS …)    ␛ and spaces: their letters and digits are no words
other C0 controls (NUL, ESC, BEL …), DEL               the control picture of the same control (␀, ␛, ␇ … ␡)
C1 controls                                            the character that Windows-1252 has at this place, as HTML
                                                       browsers do (U+0092 is an apostrophe), else �
soft hyphen                                            a hyphen, which is how it shows where a word is broken
bidi marks, embeddings, overrides, isolates            a space
zero-width spaces and joiners, fillers, tags,          a space
variation selectors, other invisible characters
zero-width (non-)joiner between two letters of a       kept: there it decides how the letters are written (Persian,
script that is written with it                         Hindi …), and the script's letters carry its width
other joiners (emoji sequences)                        a space: terminals do not agree on the width of joined emoji
line and paragraph separators (U+2028, U+2029)         a space: editors do not count them as lines
lone surrogates, noncharacters                         �
more than eight combining marks on one letter          a space for each further one
=====================================================  =========================================================
"""

import re

FORBIDDEN = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff\U0001d173-\U0001d17a\U0001bca0-\U0001bca3"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
)
"""The characters that never pass, written as the inside of a character class; joiners may (see the module)."""

_SURELY_CLEAN = re.compile(r"[\n\x20-\x7e]*+\Z")
_JOINING_SCRIPTS = (
    "\u0600-\u061b\u061d-\u07bf\u08a0-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17b3\u17b6-\u17ff\u1820-\u18aa"
)
_JOINED = re.compile(f"[{_JOINING_SCRIPTS}]")
_COMBINING = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PILE = re.compile(f"(?<=[{_COMBINING}]{{8}})[{_COMBINING}]")
_PILED = re.compile(f"[{_COMBINING}]{{9}}")
_SUSPECTS = re.compile(f"[{FORBIDDEN}]")

_SEQUENCE = re.compile(
    r"""
      \x1b\[ [0-?]{0,64} (?: \ q | [!-/]{0,2}[@-~] )?                                   # CSI, cut off or whole
    | \x9b [<=>?]? [0-9;:]{1,64} [@-~]                                                  # CSI in one character
    | \x1b[\]PX^_] [^\x07\x1b\x90\x9b-\x9d\n]{0,4096} (?: \x07 | \x1b\\ | \x9c )        # OSC, DCS, SOS, PM, APC
    | \x9d [0-9]{1,4}; [^\x07\x1b\x90\x9b-\x9d\n]{0,4096} (?: \x07 | \x1b\\ | \x9c )     # OSC in one character
    | \x90 [0-9;$+!] [^\x07\x1b\x90\x9b-\x9d\n]{0,4096} (?: \x07 | \x1b\\ | \x9c )       # DCS in one character
    | \x1b[\]P] [0-9;]{0,16}                                                            # its beginning alone
    | \x1b (?: [()*+./-][0-9A-Za-z] | \#[0-9] | [78=>\\] )                              # character sets, lone keys
    """,
    re.VERBOSE,
)
"""Sequences of ECMA-48; one that never ends is cut short, so that no file can hide its words behind it."""

_WINDOWS = {code: bytes([code]).decode("cp1252", errors="replace") for code in range(0x80, 0xA0)}
_SPECIAL = {"\t": " ", "\v": " ", "\f": " ", "\x7f": "␡", "\u00ad": "-"}


def clean(text: str) -> str:
    """Return ``text`` with every harmful character replaced by one harmless character, as long as before."""
    if _SURELY_CLEAN.match(text):
        return text
    text = _SEQUENCE.sub(lambda match: "␛" + " " * (len(match[0]) - 1), text)
    text = _SUSPECTS.sub(_harmless, text)
    return _PILE.sub(" ", text) if _PILED.search(text) else text


def _harmless(match: re.Match[str]) -> str:
    """Return what stands for the character that was matched."""
    character = match[0]
    code = ord(character)
    if character in _SPECIAL:
        return _SPECIAL[character]
    if character == "\r":
        return " " if match.string[match.end() : match.end() + 1] == "\n" else "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    if 0x80 <= code < 0xA0:
        return _WINDOWS[code]
    if character in "\u200c\u200d":
        return character if _between_joined_letters(match) else " "
    if 0xD800 <= code < 0xE000 or 0xFDD0 <= code < 0xFDF0 or code & 0xFFFE == 0xFFFE:
        return "�"
    return " "


def _between_joined_letters(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 1) : match.start()]
    return bool(_JOINED.match(before) and _JOINED.match(match.string, match.end()))
