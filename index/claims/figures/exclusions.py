"""Numbers that are not figures: years, dates, clock times, names, labels, idioms and list numbers."""

import re
from typing import NamedTuple

from index.claims.figures.amounts import Amount
from index.claims.figures.exclusion_words import COUNTABLE, COUNTED_BY_HYPHEN, COUNTED_ONE, LABELS, NOT_NAMES, TWO_SIDES
from index.language.number_words import CARDINALS, ORDINALS
from index.language.numbers import NumberKind
from index.language.units import TIME_UNITS

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:[-–,/]|and|to|or)\s?){{0,6}}$")
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s?(?:[-–/]|and|to|or)\s?\d{{1,2}})?(?:\sof)?[\s-]{_MONTH}\b"
    r"(?!\s(?:be|have|not|also|well|need)\b)"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|before|after|of|during|year|circa|through|throughout|for|late|early|mid|"
    r"and|or|between|to|season|election|spring|summer|autumn|fall|winter|the|this|back|around|as|than|fiscal|FY|"
    rf"Q[1-4])[\s-]|['’]|[-–/(,]\s?|\b{_MONTH}\.?,?\s|\d,\s|^)$",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(
    r"\s?(?:[ap]\.?m\b|o['’]?clock\b|hours?\sGMT|(?:GMT|UTC|BST|EST|EDT|ET|PST|PT|CET)\b)", re.IGNORECASE
)
_CLOCK_BEFORE = re.compile(r"\b(?:GMT|UTC|quarter to|quarter past|half past)\s?[+-]?$", re.IGNORECASE)
_AGO_AFTER = re.compile(
    r"(?:\s(?:or|and)\s\w+)?\s"
    r"(?:ago|earlier|later|before|prior|previously|after|afterwards?|hence|since|back|beforehand|on)\b",
    re.IGNORECASE,
)
_SPAN_BEFORE = re.compile(r"\b(?:the|for|throughout|during|within|lasted|took|of|in)\s$", re.IGNORECASE)
_LABEL_BEFORE = re.compile(rf"\b(?:{LABELS})\s(?:no\.?\s|number\s)?$", re.IGNORECASE)
_COUNT_AFTER = re.compile(r"\s(?:[a-z]{1,30}\s){0,2}[a-z]{3,30}s\b|\s(?:people|men|women|children|percent|per cent)\b")
_ID_BEFORE = re.compile(r"(?:\b(?:No|Nos|no|nos|Number|number)\.?|[#№])\s?$")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.&’'-]*?)(['’]s)?([\s-])$")
_NEXT = re.compile(r"\s([^\W\d_][\w’'-]{0,40})")
_PLURAL_AFTER = re.compile(r"(?:\s[a-z][\w’'-]{0,30}){0,2}\s[a-z]{2,30}s\b")
_HYPHEN_NOUN = re.compile(r"[-‑]([a-z]{1,30})")
_LISTED_NAME = re.compile(r"\b(?:Fortune|S&P|FTSE|Forbes|Russell|Stoxx|Nikkei|CSI|Global|Euro|Nasdaq)[\s-]$")
_LONG_CODE = 10
"""From how many digits on a number without commas is a code: a telephone number, an identifier."""
_CODE_BEFORE = re.compile(r"\+\s?$|\d[\s-]\(?$|[./\\_=@]$|['’]$")
_CODE_AFTER = re.compile(r"[-‑]\d|[/\\_=@:]\w|\.\w|['’](?!s?\s)")
_QUOTED_NAME = re.compile(r"\s[a-z]{1,30}[^s\W](?:[\"”’\s]|$)")
_SEASON = re.compile(r"\d{4}\s?[-–/]\s?\d{2,4}")
_PLACE_BEFORE = re.compile(r"\b(?:in|from|at|across|near|outside)\s(?:[A-Z]\w+\s)?$")
_DEFINITE_BEFORE = re.compile(
    r"\b(?:the|these|those|its|his|her|their|our|other|both|my|your|whose|last|first|next)\s$", re.IGNORECASE
)
_BETWEEN = re.compile(r"(?:\b(?:between|among)|['’]s)\s$", re.IGNORECASE)
_COUNTING_ONE = re.compile(r"\b(?:at\sleast|more\sthan|fewer\sthan|less\sthan|as\sfew\sas)\s$", re.IGNORECASE)
_NOT_COUNTED_ONE = frozenset("point time thing way reason who that which another to in on at and or was is has".split())
_NAMED_ORDER = re.compile(r"[A-Z][a-zA-Z]+s\s(?:[A-Z][\w’'-]+\s){1,4}(?=[a-z(\d,.]|$)")
"""A capitalised word such as ``Thousands`` with more capitals behind it: a title or a name."""
_PAGED = re.compile(r"\b(?:slides?|photos?|images?|pictures?|pages?|parts?|steps?|item)\s$", re.IGNORECASE)
_LINE_ENDS = re.compile(r"[ \t]*(?:[\n|:]|$)")
_FIRST_PAGES = re.compile(r"\d\s?(?:of|/)\s?\d{1,3}\s[A-Z]")
_MODEL_LETTER = re.compile(r"\d{1,2}[CFSVWcsg]\b")
_SHIRT_NAME = re.compile(r"[A-Z][\w’'.-]+\s[A-Z][\w’'.-]+\s\($")
_SHIRT_AFTER = re.compile(r"\)\s[a-z]{2,}")
"""A player's number stands behind his name and before the verb: ``Jo Doe (10) throws``."""
_NOT_ONE_BEFORE = re.compile(r"\b(?:no|any|every|the|which|that|this)\s$", re.IGNORECASE)
_SPLIT_IN_TWO = re.compile(r"\s*[.,;:)!?]|\s(?:by|and)\b")
_TITLE_WORDS = re.compile(r"[^\W\d_][\w’'-]{3,}")
_NAMED = re.compile(r"([A-Z])[\w’'-]{1,30}[\s-]([0-9]{3,4})(?![\d,.%]\d|%|\s?(?:million|billion|percent|per|to))\b")
_MODEL = re.compile(
    r"([0-9]{3,4})(?:(?=-\d{3}[A-Z]{2}\b)|\s(?!mark|level|barrier|threshold|figure|point|strong|metre|meter|mile|other|"
    r"or|and|to|in|of|who|that|on|at|for|from|with|is|was|has|had|by|as|plus)[A-Za-z]{1,20}[^s\W](?=[\s.,;])"
    r"(?!\s[a-z]{1,30}s\b))"
)
"""A singular noun behind a determiner and a bare number: the number is a model's name, as in ``its 777 airliner``."""
_BEFORE_MODEL = re.compile(r"\b(?:its|the|a|their|first|new|-)\s$")
_SPELLED_NAME = re.compile(r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve)\s[A-Z]\w{1,30}")


class DocumentNames:
    """Numbers that a document uses as names (``Boeing 787``), so that a later bare ``the 787`` is one, too."""

    def __init__(self, text: str) -> None:
        digits = {m[2] for m in _NAMED.finditer(text) if text[max(0, m.start() - 2) : m.start()][:1] not in ".!?:\n"}
        for match in _MODEL.finditer(text):
            begin, end = match.span()
            if text[end : end + 1] == "-" or _BEFORE_MODEL.search(text, max(0, begin - 8), begin):
                digits.add(match[1])
        self.digits = frozenset(name for name in digits if not _is_year(float(name)))
        self.phrases = frozenset(
            m[0] for m in _SPELLED_NAME.finditer(text) if re.match(r"[a-z,]\s", text[max(0, m.start() - 2) : m.start()])
        )


class Place(NamedTuple):
    """A sentence, ``text[floor:stop]``, and what is known of the document's names when its numbers are judged."""

    text: str
    floor: int
    stop: int
    names: DocumentNames
    title_case: bool
    """Whether most words of the sentence are capitalised, so that a capital says nothing about names."""


def place_of(text: str, floor: int, stop: int, names: DocumentNames) -> Place:
    """Return the place that the sentence ``text[floor:stop]`` is."""
    long_words = [word for word in _TITLE_WORDS.findall(text, floor, stop) if word.lower() not in CARDINALS]
    capitals = sum(word[0].isupper() for word in long_words)
    return Place(text, floor, stop, names, len(long_words) > 2 and capitals > 0.6 * len(long_words))


def excluded(place: Place, amount: Amount) -> str | None:
    """Return why the amount is not a figure (``year``, ``date``, ``name``, …), or None when it is one."""
    if _in_list_or_brackets(place, amount) or _is_model(place, amount):
        return "label"
    if amount.unit in TIME_UNITS and _is_relative_time(place, amount):
        return "date"
    if amount.stated_unit:
        written = place.text[amount.core[0] : amount.core[1]].lower()
        return "idiom" if written == "one" and amount.unit == "day" and not amount.hyphened else None
    head = place.text[max(place.floor, amount.core[0] - 40) : amount.core[0]]
    reason = _as_digits(place, head, amount) if amount.number.digits else None
    if reason:
        return reason
    if _ID_BEFORE.search(head):
        return "label"
    if amount.number.kind is not NumberKind.CARDINAL:
        return "name" if _NAMED_ORDER.match(place.text, amount.core[0], place.stop) and not place.title_case else None
    plain = amount.number.scale == 1
    if plain and amount.rule != "range" and _is_label(place, head, amount):
        return "label"
    if (plain or not amount.number.digits) and _is_name(place, amount):
        return "name"
    if not plain:
        return None
    return _as_compound(place, head, amount) if amount.number.digits else _as_words(place, head, amount)


def _is_model(place: Place, amount: Amount) -> bool:
    """Return whether a letter that reads as a unit belongs to a model's name: ``a Long March 4C rocket``."""
    if not _MODEL_LETTER.fullmatch(place.text, amount.start, amount.end) or place.title_case:
        return False
    before = _WORD_BEFORE.search(place.text, max(place.floor, amount.start - 24), amount.start)
    named = before is not None and before[1][0].isupper() and before[1] not in NOT_NAMES and not before[2]
    return named and before is not None and before.start(1) > place.floor


def is_paging(place: Place, amount: Amount) -> bool:
    """Return whether a share only numbers a picture or a page: ``3 of 12`` on a line of its own, ``photo 3 of 12``."""
    if not amount.number.digits and not place.text[amount.start].isdigit():
        return False
    if _PAGED.search(place.text, max(place.floor, amount.start - 10), amount.start):
        return True
    opens = amount.start == place.floor or place.text[amount.start - 1] == "\n"
    ends = _LINE_ENDS.match(place.text, amount.end, place.stop) or _FIRST_PAGES.match(
        place.text, amount.start, place.stop
    )
    return opens and ends is not None


def _is_label(place: Place, head: str, amount: Amount) -> bool:
    """Return whether the number numbers what stands before it (``page 12``) and counts nothing behind it."""
    counts = _COUNT_AFTER.match(place.text, amount.core[1], place.stop)
    return counts is None and _LABEL_BEFORE.search(head) is not None


def _is_year(value: float) -> bool:
    return value == int(value) and 1100 <= value <= 2100


def _is_relative_time(place: Place, amount: Amount) -> bool:
    """Return whether a span of time is counted from some moment (``two weeks ago``): that is a date, not a figure."""
    following = _AGO_AFTER.match(place.text, amount.end, place.stop)
    if following is None:
        return False
    if "ago" in following[0] or "earlier" in following[0]:
        return True
    return _SPAN_BEFORE.search(place.text, max(place.floor, amount.start - 12), amount.start) is None


def _in_list_or_brackets(place: Place, amount: Amount) -> bool:
    """Return whether the number only numbers a list item or a footnote (``1.`` or ``2)`` opening a line, ``[3]``)."""
    text = place.text
    start, end = amount.core
    if amount.stated_unit or not amount.number.digits or amount.number.value >= 1000:
        return False
    if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
        return True
    if amount.number.value >= 100 or text[end : end + 1] not in (".", ")") or text[end + 1 : end + 2].strip():
        return False
    if start == place.floor:
        return True
    line = text.rfind("\n", max(place.floor, start - 8), start) + 1
    return bool(line or start - place.floor < 8) and not text[line or place.floor : start].strip(" \t(*•-")


def _as_digits(place: Place, head: str, amount: Amount) -> str | None:
    """Return ``date``, ``year`` or ``code`` where digits without a unit are one of these."""
    end = amount.core[1]
    if _is_date(place, head, amount):
        return "date"
    if _is_calendar_year(place, head, amount):
        return "year"
    if _LISTED_NAME.search(head):
        return "name"
    written = place.text[amount.number.start : amount.number.end]
    if re.search(r"\d[-.]$", head) or (len(written) >= _LONG_CODE and written.isdigit()):
        return "code"
    if amount.rule != "range" and (_CODE_BEFORE.search(head) or _CODE_AFTER.match(place.text, end, place.stop)):
        return "code"
    return None


def _is_date(place: Place, head: str, amount: Amount) -> bool:
    """Return whether the number is a clock time or the day of a month."""
    end = amount.core[1]
    if _CLOCK_AFTER.match(place.text, end, place.stop) or _CLOCK_BEFORE.search(head):
        return True
    if amount.number.value > 31 or amount.number.scale > 1:
        return False
    return _MONTH_BEFORE.search(head) is not None or _MONTH_AFTER.match(place.text, end, place.stop) is not None


def _is_calendar_year(place: Place, head: str, amount: Amount) -> bool:
    """Return whether a bare number of four digits reads as a year rather than as a count."""
    text = place.text
    start, end = amount.core
    value = amount.number.value
    written = text[amount.number.start : amount.number.end]
    if not (len(written) == 4 and written.isdigit() and _is_year(value)):
        return _SEASON.fullmatch(text, start, end) is not None and _is_year(float(text[start : start + 4]))
    following = _NEXT.match(text, end, place.stop)
    noun = following[1].lower() if following else ""
    dated = _YEAR_BEFORE.search(head) is not None
    if value < 1900:
        return dated and noun not in COUNTABLE and not noun.endswith("s")
    if noun in ("people", "others"):
        return False
    if noun in COUNTABLE or (value % 100 == 0 and following and following[1].islower() and noun.endswith("s")):
        return dated
    return True


def _is_name(place: Place, amount: Amount) -> bool:
    """Return whether the number is part of a name: ``iPhone 15``, ``Route 66``, ``Seven Network``."""
    text = place.text
    start, end = amount.core
    following = _NEXT.match(text, end, place.stop)
    next_word = following[1] if following else ""
    before = _WORD_BEFORE.search(text, max(place.floor, start - 24), start)
    written = text[start:end].partition("-")[0] if amount.rule == "range" else text[start:end]
    counted = next_word.lower() in COUNTABLE
    if not amount.number.digits:
        if {f"{written} {next_word}", f"{before[1] if before else ''} {written}"} & place.names.phrases:
            return True
        inside = start > place.floor and text[start - 1].isspace() and text[start - 2] not in ".!?:;\"“”’'-–—*•"
        return inside and written[:1].isupper() and not place.title_case
    if written in place.names.digits and not counted:
        return True
    if "," in written or before is None or before[2]:
        return False
    return _follows_a_name(place, amount, before, next_word, counted=counted)


def _follows_a_name(place: Place, amount: Amount, before: re.Match[str], next_word: str, *, counted: bool) -> bool:
    """Return whether the word right before the digits is a name that they belong to."""
    word = before[1]
    if any(letter.isupper() for letter in word[1:]) and any(letter.islower() for letter in word):
        return not counted  # iPhone, PlayStation
    if not word[0].isupper() or word in NOT_NAMES or word.lower() in ORDINALS:
        return False
    if before[3] == "-":
        return True
    plural = _PLURAL_AFTER.match(place.text, amount.core[1], place.stop)
    if before.start(1) == place.floor or place.title_case:
        return not plural and not next_word and amount.number.value < 1000
    lead = max(place.floor, before.start(1) - 24)
    in_a_place = plural and _PLACE_BEFORE.search(place.text, lead, before.start(1))
    return not counted and not in_a_place


def _as_compound(place: Place, head: str, amount: Amount) -> str | None:
    """Return ``compound`` for ``10-inning``, ``name`` for a number in quotation marks before a singular noun."""
    end = amount.core[1]
    hyphen = _HYPHEN_NOUN.match(place.text, end, place.stop)
    if hyphen and hyphen[1] not in COUNTED_BY_HYPHEN and hyphen[1] not in ("odd", "plus"):
        return "compound"
    if amount.number.value < 100 and head.endswith("(") and _SHIRT_NAME.search(head):
        return "label" if _SHIRT_AFTER.match(place.text, end, place.stop) else None
    if head.endswith(('"', "“", "‘")) and _QUOTED_NAME.match(place.text, end, place.stop):
        return "name"
    return None


def _as_words(place: Place, head: str, amount: Amount) -> str | None:
    """Judge number words: ``one of them``, ``the two``, ``two-party`` and fixed phrases are not figures."""
    text = place.text
    start, end = amount.core
    if _CLOCK_AFTER.match(text, end, place.stop) or _CLOCK_BEFORE.search(head):
        return "date"
    following = _NEXT.match(text, end, place.stop)
    noun = following[1].lower() if following else ""
    hyphen = _HYPHEN_NOUN.match(text, end, place.stop)
    if hyphen and hyphen[1] not in COUNTED_BY_HYPHEN:
        return "compound"
    written = text[start:end].lower()
    if written == "one" and amount.rule != "range":
        if _COUNTING_ONE.search(head) and noun and noun not in _NOT_COUNTED_ONE:
            return None
        return "pronoun" if noun not in COUNTED_ONE or _NOT_ONE_BEFORE.search(head) else None
    if written == "zero" and (hyphen or noun in ("tolerance", "sum", "in", "hour", "day")):
        return "idiom"
    if amount.number.value <= 2 and _DEFINITE_BEFORE.search(head):
        return "definite"
    if amount.number.value == 2 and noun in TWO_SIDES and _BETWEEN.search(head):
        return "definite"
    split = re.search(r"\b(?:in|into|or|by|put|of)\s$", head) and _SPLIT_IN_TWO.match(text, end, place.stop)
    return "idiom" if split and amount.number.value == 2 else None
