"""Numbers that are not figures: years, dates, clock times, names, labels, idioms and list numbers."""

import re

from index.claims.figures.amounts import Amount
from index.claims.figures.units import TIME_UNITS
from index.language.number_words import ORDINALS
from index.language.numbers import NumberKind

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:[-–,/]|and|to|or)\s?)*$")
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s?(?:[-–/]|and|to|or)\s?\d{{1,2}})?(?:\sof)?[\s-]{_MONTH}\b(?!\s(?:be|have|not|also|well|need)\b)"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|before|after|of|during|year|circa|through|throughout|for|late|early|mid|and|or|"
    r"between|to|season|election|spring|summer|autumn|fall|winter|the|this|back|around|as|than|fiscal|FY|Q[1-4])[\s-]|['’]|[-–/(,]\s?|"
    rf"\b{_MONTH}\.?,?\s|\d,\s|^)$",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(
    r"\s?(?:[ap]\.?m\b|o['’]?clock\b|hours?\sGMT|(?:GMT|UTC|BST|EST|EDT|ET|PST|PT|CET)\b)", re.IGNORECASE
)
_CLOCK_BEFORE = re.compile(r"\b(?:GMT|UTC|quarter to|quarter past|half past)\s?[+-]?$", re.IGNORECASE)
_AGO_AFTER = re.compile(
    r"(?:\s(?:or|and)\s\w+)?\s(?:ago|earlier|later|before|prior|previously|after|afterwards?|hence|since|back|beforehand|on)\b",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    r"\b(?:sections?|articles?|pages?|pp?\.|chapters?|figures?|fig\.?|tables?|paragraphs?|clauses?|flights?|routes?|highways?|interstate|"
    r"channels?|phases?|stages?|tiers?|types?|versions?|episodes?|seasons?|volumes?|vol\.?|rooms?|gates?|platforms?|"
    r"terminals?|bus|tram|wards?|zones?|gen|generation|propositions?|prop\.?|amendments?|resolutions?|psalms?|articles?|titles?|"
    r"windows|formula|category|categories|class|block|unit|box|hangar|pier|runway|level|grade|day|week|round|act|scene|"
    r"game|match|lap|inning|question|step|option|plan|area|lane|exit|apartment|suite|extension|ext\.?|tel\.?|phone|fax|call|dial|"
    r"bills?|lot|group|pool|division|appendix|annex|schedule|rule|catch|studio|line|world\swar|chapter|proposal|measure|"
    r"district|precinct|squadron|boeing|airbus|iphone|android|ios|playstation|xbox|covid|isbn|issn|doi|id)\s(?:no\.?\s|number\s)?$",
    re.IGNORECASE,
)
_LABEL_OK_AFTER = re.compile(r"\s(?:[a-z]+\s){0,2}[a-z]{3,}s\b|\s(?:people|men|women|children|percent|per cent)\b")
_ID_BEFORE = re.compile(r"(?:\b(?:No|Nos|no|nos|Number|number)\.?|[#№])\s?$")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.&’'-]*?)(['’]s)?([\s-])$")
_PLURAL_AFTER = re.compile(r"(?:\s[a-z][\w’'-]{0,30}){0,2}\s[a-z]{2,30}s\b")
_NEXT = re.compile(r"\s([^\W\d_][\w’'-]*)")
_HYPHEN_NOUN = re.compile(r"[-‑]([a-z]+)")
_COUNTED_BY_HYPHEN = frozenset(
    "member nation country seat person man page story storey acre strong bed room point game match run goal vote word "
    "team judge mile foot inch metre meter car vehicle nation- state track date stop lap hole set truck ship book".split()
)
_TITLE_WORDS = re.compile(r"[^\W\d_][\w’'-]{3,}")
_NAMED = re.compile(r"([A-Z])[\w’'-]{1,30}[\s-]([0-9]{3,4})(?![\d,.%]\d|%|\s?(?:million|billion|percent|per|to))\b")
_MODEL = re.compile(
    r"[0-9]{3,4}(?:(?=-\d{3}[A-Z]{2}\b)|\s(?!mark|level|barrier|threshold|figure|point|strong|metre|meter|mile|other|or|and|"
    r"to|in|of|who|that|on|at|for|from|with|is|was|has|had|by|as|plus)[A-Za-z]{1,20}[^s\W](?=[\s.,;])(?!\s[a-z]+s\b))"
)
"""A singular noun behind a determiner and a bare number: the number is a model's name, as in ``its 777 airliner``."""
_BEFORE_MODEL = re.compile(r"\b(?:its|the|a|their|first|new|-)\s$")
_SPELLED_NAME = re.compile(r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve)\s[A-Z]\w{1,30}")
_COUNTABLE = frozenset(
    "people men women children persons users workers students employees soldiers police passengers staff countries companies "
    "states cities deaths cases others officers members fans protesters civilians troops dead patients residents families "
    "homes jobs seats votes points goals shares units times dollars euros pounds flights ships cars vehicles schools".split()
)
_ONE_OK = frozenset(
    "person man woman child girl boy soldier officer policeman civilian student passenger death case vote seat goal point "
    "country company victim".split()
)
_CAPITAL_OK = frozenset(
    "The A An About Around Some Nearly Almost Over Under More Less At Up Only Just In On By From To Of For With And But Or "
    "Than As After Before Between Another All Its Their His Her Our Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "Roughly Approximately Least Most Those These That This Where When While Which Who Are Were Is Was Has Have Had "
    "Kills Kill Killed Killing Injures Injured Wounds Says Say Said Adds Sells Buys Cuts Wins Loses Hits Reaches".split()
)


class DocumentNames:
    """Numbers that a document uses as names (``Boeing 787``), so that a later bare ``the 787`` is one, too."""

    def __init__(self, text: str) -> None:
        digits = {m[2] for m in _NAMED.finditer(text) if text[max(0, m.start() - 2) : m.start()][:1] not in ".!?:\n"}
        for match in _MODEL.finditer(text):
            model = re.match(r"[0-9]+", match[0])
            if (
                _BEFORE_MODEL.search(text, max(0, match.start() - 8), match.start())
                or text[match.end() : match.end() + 1] == "-"
            ):
                digits.add(model[0] if model else "")
        self.digits = frozenset(name for name in digits if name and not _is_year(float(name)))
        self.phrases = frozenset(
            m[0] for m in _SPELLED_NAME.finditer(text) if re.match(r"[a-z,]\s", text[max(0, m.start() - 2) : m.start()])
        )


def _is_year(value: float) -> bool:
    return value == int(value) and 1100 <= value <= 2100


def is_title_case(sentence: str) -> bool:
    """Return whether most long words are capitalised, so that a capital says nothing about names."""
    words = _TITLE_WORDS.findall(sentence)
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.6 * len(words)


def excluded(text: str, floor: int, stop: int, amount: Amount, names: DocumentNames, title_case: bool) -> str | None:
    """Return why the amount is not a figure (``year``, ``date``, ``name``, …), or None when it is one."""
    if amount.number.kind is NumberKind.ORDINAL:
        return "ordinal"
    if _in_list_or_brackets(text, floor, stop, amount):
        return "list number"
    if amount.unit and _is_relative_time(text, stop, amount):
        return "date"
    if not amount.stated_unit:
        return _bare(text, floor, stop, amount, names, title_case)
    if amount.unit == "day" and amount.number.value == 1 and not amount.hyphened and not amount.number.digits:
        return "idiom" if text[amount.core[0] : amount.core[1]].lower() == "one" else None
    return None


def _is_relative_time(text: str, stop: int, amount: Amount) -> bool:
    """Return whether a span of time is counted from some moment (``two weeks ago``): that is a date, not a figure."""
    if amount.unit not in TIME_UNITS:
        return False
    following = _AGO_AFTER.match(text, amount.end, stop)
    if following is None:
        return False
    span = re.search(
        r"\b(?:the|for|throughout|during|within|lasted|took|of|in)\s$", text[max(0, amount.start - 12) : amount.start]
    )
    return span is None or "ago" in following[0] or "earlier" in following[0]


def _in_list_or_brackets(text: str, floor: int, stop: int, amount: Amount) -> bool:
    """Return whether the number only numbers a list item or a footnote (``1.`` or ``2)`` opening a line, ``[3]``)."""
    start, end = amount.core
    if amount.stated_unit or not amount.number.digits:
        return False
    if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
        return True
    line = text.rfind("\n", max(0, start - 8), start) + 1 if start - floor < 8 else -1
    opens = start == floor or (line > 0 and not text[line:start].strip(" \t(*•-"))
    return (
        opens and amount.number.value < 100 and re.match(r"[.)][\s]", text[end : min(stop, end + 2)] + " ") is not None
    )


def _bare(text: str, floor: int, stop: int, amount: Amount, names: DocumentNames, title_case: bool) -> str | None:
    """Judge a number without a unit by the words around it."""
    start, end = amount.core
    number = amount.number
    head = text[max(floor, start - 40) : start]
    if number.digits:
        if _is_date(text, stop, head, amount):
            return "date"
        if _is_calendar_year(text, stop, head, amount):
            return "year"
        if re.search(r"\+\s?$|\d[\s-]\(?$|[./\\_=@]$|['’]$", head) and amount.rule != "range":
            return "code"
        if re.match(r"[-‑]\d|[/\\_=@:]\w|\.\w|['’](?!s?\s)", text[end : end + 3]) and amount.rule != "range":
            return "code"
    if _ID_BEFORE.search(head):
        return "label"
    if amount.rule != "range" and number.scale == 1 and _is_label(text, stop, head, end):
        return "label"
    if (
        number.kind is NumberKind.CARDINAL
        and number.scale == 1
        and _is_name(text, floor, stop, amount, names, title_case)
    ):
        return "name"
    if not number.digits:
        return _spelled(text, stop, head, amount)
    hyphen = _HYPHEN_NOUN.match(text, end, stop)
    if hyphen and hyphen[1] not in _COUNTED_BY_HYPHEN and number.scale == 1:
        return "compound"
    if re.search(r"[\"“‘]$", head) and re.match(r"\s[a-z]+[^s\W](?:[\"”’\s]|$)", text[end : end + 24]):
        return "name"
    return None


def _is_date(text: str, stop: int, head: str, amount: Amount) -> bool:
    end = amount.core[1]
    if _CLOCK_AFTER.match(text, end, stop) or _CLOCK_BEFORE.search(head):
        return True
    if amount.number.value > 31 or amount.number.scale > 1:
        return False
    return _MONTH_BEFORE.search(head) is not None or _MONTH_AFTER.match(text, end, stop) is not None


def _is_calendar_year(text: str, stop: int, head: str, amount: Amount) -> bool:
    """Return whether a bare number of four digits reads as a year rather than as a count."""
    start, end = amount.core
    written = text[amount.number.start : amount.number.end]
    if not (len(written) == 4 and written.isdigit() and _is_year(amount.number.value)):
        if re.fullmatch(r"\d{4}\s?[-–/]\s?\d{2,4}", text[start:end]) and _is_year(float(text[start : start + 4])):
            return True
        return False
    following = _NEXT.match(text, end, stop)
    counted = following is not None and following[1].lower() in _COUNTABLE
    if 1900 <= amount.number.value <= 2100:
        return not counted or _YEAR_BEFORE.search(head) is not None and not following[1].lower() in ("people", "others")  # type: ignore[index]
    return _YEAR_BEFORE.search(head) is not None and not counted and not (following and following[1].endswith("s"))


def _is_label(text: str, stop: int, head: str, end: int) -> bool:
    return _LABEL_BEFORE.search(head) is not None and _LABEL_OK_AFTER.match(text, end, stop) is None


def _is_name(text: str, floor: int, stop: int, amount: Amount, names: DocumentNames, title_case: bool) -> bool:
    """Return whether the number is part of a name: ``iPhone 15``, ``Route 66``, ``Two Six Technologies``."""
    start, end = amount.core
    number = amount.number
    written = text[start:end].split("-")[0] if amount.rule == "range" else text[number.start : number.end]
    following = _NEXT.match(text, end, stop)
    next_word = following[1] if following else ""
    counted = next_word.lower() in _COUNTABLE
    if number.digits and written in names.digits and not counted:
        return True
    if not number.digits and written[0].isupper() and not title_case:
        before = _WORD_BEFORE.search(text, max(floor, start - 24), start)
        if before and before[1][0].isupper() and before[1] not in _CAPITAL_OK and before.start(1) > floor:
            return True
    if not number.digits and written[0].isupper() and next_word:
        if f"{written} {next_word}" in names.phrases:
            return True
        if next_word[0].isupper() and start > floor and not title_case and text[start - 1] in " \xa0":
            return text[start - 2 : start - 1] not in ".!?:\"“”’'"
    if not number.digits or "," in written:
        return False
    before = _WORD_BEFORE.search(text, max(floor, start - 24), start)
    if before is None or before[2]:
        return False
    word = before[1]
    if any(letter.isupper() for letter in word[1:]) and any(letter.islower() for letter in word):
        return not counted  # iPhone, PlayStation
    if not word[0].isupper() or word in _CAPITAL_OK or word.lower() in ORDINALS:
        return False
    if before[3] == "-":
        return True
    plural = _PLURAL_AFTER.match(text, end, stop)
    if before.start(1) == floor or title_case:
        return False if plural or title_case and next_word else number.value < 1000 and not next_word
    place = re.search(
        r"\b(?:in|from|at|across|near|outside)\s(?:[A-Z]\w+\s)?$",
        text[max(floor, before.start(1) - 24) : before.start(1)],
    )
    return not counted and not (place and plural)


def _spelled(text: str, stop: int, head: str, amount: Amount) -> str | None:
    """Judge number words: ``one of them``, ``the two``, ``two-party`` and fixed phrases are not figures."""
    end = amount.core[1]
    value = amount.number.value
    if amount.number.kind is not NumberKind.CARDINAL or amount.number.scale > 1:
        return None
    following = _NEXT.match(text, end, stop)
    next_word = following[1].lower() if following else ""
    hyphen = _HYPHEN_NOUN.match(text, end, stop)
    if hyphen and hyphen[1] not in _COUNTED_BY_HYPHEN:
        return "compound"
    written = text[amount.core[0] : end].lower()
    if written == "one" and amount.rule != "range":
        return (
            None
            if next_word in _ONE_OK and not re.search(r"\b(?:no|any|every|the|which|that|this)\s$", head, re.I)
            else "pronoun"
        )
    if written == "zero" and (hyphen or next_word in ("tolerance", "sum", "in", "hour", "day")):
        return "idiom"
    definite = re.search(
        r"\b(?:the|these|those|its|his|her|their|our|other|both|my|your|whose|last|first|next)\s$", head, re.IGNORECASE
    )
    if definite and value <= 2:
        return "definite"
    if (
        re.search(r"\b(?:in|into|or|by|put|of)\s$", head)
        and value == 2
        and re.match(r"\s*[.,;:)!?]|\s(?:by|and)\b", text[end : end + 6])
    ):
        return "idiom"
    return None
