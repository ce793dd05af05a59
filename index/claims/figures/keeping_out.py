"""The questions that tell a number from a figure, one for each rule of ``exclusions.py``."""

import re

from index.claims.figures.places import Case, is_year
from index.claims.figures.rules import AGE
from index.english import as_written, patterns, words
from index.language import CARDINALS, ORDINALS, TIME_UNITS, NumberKind

_COUNTABLE = words("countable-nouns")
_COUNTED_BY_HYPHEN = words("counted-by-hyphen")
_COUNTED_ONE = words("counted-one")
_TWO_SIDES = words("two-sides")
_NOT_NAMES = words("no-names-before-numbers", as_written)
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
    rf"(?:\b(?:{'|'.join(patterns('before-years'))}|Q[1-4])[\s-]|['’]|[-–/(,]\s?|\b{_MONTH}\.?,?\s|\d,\s|^)$",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(
    r"\s?(?:[ap]\.?m\b|o['’]?clock\b|hours?\sGMT|(?:GMT|UTC|BST|[ECMP][DS]?T|CEST|CET)\b)|h[0-5]\d\b"
    r"|\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b(?!\s[a-z]+s\b)"
    r"|\s?(?:and|to|[-–])\s?\d{1,2}(?::\d\d)?\s?[ap]\.?m\b",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(r"\b(?:GMT|UTC|quarter to|quarter past|half past)\s?[+-]?$", re.IGNORECASE)
_ERA_AFTER = re.compile(rf"\s?(?:{'|'.join(sorted(words('eras'))).upper()})\b")
_ERA_BEFORE = re.compile(r"\bAD\s$")
_AGO_AFTER = re.compile(
    r"(?:\s(?:or|and)\s\w+)?\s"
    r"(?:ago|earlier|later|before|prior|previously|after|afterwards?|hence|since|back|beforehand|on)\b",
    re.IGNORECASE,
)
_BACK_BEFORE = re.compile(r"\b(?:dat(?:e|es|ed|ing)|go(?:es|ing)?|went)\sback\s$", re.IGNORECASE)
_SPAN_BEFORE = re.compile(r"\b(?:the|for|throughout|during|within|lasted|took|of|in)\s$", re.IGNORECASE)
_LABEL_BEFORE = re.compile(rf"\b(?:{'|'.join(patterns('numbered-things'))})\s(?:no\.?\s|number\s)?$", re.IGNORECASE)
_COUNT_AFTER = re.compile(r"\s(?:[a-z]{1,30}\s){0,2}[a-z]{3,30}s\b|\s(?:people|men|women|children|percent|per cent)\b")
_ID_BEFORE = re.compile(r"(?:\b(?:Nos?\.?|nos?\.|[Nn]umber)|[#№])\s?$")
_PHONE_BEFORE = re.compile(
    rf"\b(?:{'|'.join(sorted(words('telephone-cues')))})[.:]?\s(?:us\s)?(?:on\s|at\s)?$", re.IGNORECASE
)
_PHONE = re.compile(r"\d{3}[-.–]\d{4}|\d{6,}")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.&’'-]*?)(['’]s)?([\s-])$")
_PLURAL_AFTER = re.compile(r"(?:\s[a-z][\w’'-]{0,30}){0,2}\s[a-z]{2,30}s\b")
_LISTED_NAME = re.compile(r"\b(?:Fortune|S&P|FTSE|Forbes|Russell|Stoxx|Nikkei|CSI|Global|Euro|Nasdaq)[\s-]$")
_LONG_CODE = 10
"""From how many digits on a number without commas is a code: a telephone number, an identifier."""
_CODE_BEFORE = re.compile(r"\+\s?$|\d[\s-]\(?$|[./\\_=@]$|['’]$")
_CODE_AFTER = re.compile(r"[-‑]\d|[/\\_=@:]\w|\.\w|['’](?!s?\s)")
_DIGITS_JOINED = re.compile(r"\d[-.]$")
_QUOTED_NAME = re.compile(r"\s[a-z]{1,30}[^s\W](?:[\"”’\s]|$)")
_FOUR_DIGITS = re.compile(r"\d{4}")
_SEASON = re.compile(r"\d{4}\s?[-–/]\s?\d{2,4}")
_PLACE_BEFORE = re.compile(r"\b(?:in|from|at|across|near|outside)\s(?:[A-Z]\w+\s)?$")
_DEFINITE_BEFORE = re.compile(
    r"\b(?:the|these|those|its|his|her|their|our|other|both|my|your|whose|last|first|next)\s$", re.IGNORECASE
)
_WHOSE_BEFORE = re.compile(r"\b(?:his|her|their)\s$", re.IGNORECASE)
_KIN = words("kin")
_BETWEEN = re.compile(r"(?:\b(?:between|among)|['’]s)\s$", re.IGNORECASE)
_COUNTING_ONE = re.compile(r"\b(?:at\sleast|more\sthan|fewer\sthan|less\sthan|as\sfew\sas|only)\s$", re.IGNORECASE)
_INCLUDING = re.compile(r"\bincluding\s$")
_OF_PERSONS = re.compile(
    rf"\sof\s(?:the|its|his|her|their|these|those)\s(?:{'|'.join(sorted(words('single-persons')))}|brother|sister)s\b",
    re.IGNORECASE,
)
_BEFALLEN = re.compile(
    rf"\s(?:(?:was|is|has\sbeen|had\sbeen)\s(?:\w+ly\s)?(?:{'|'.join(patterns('harmed'))})"
    rf"|(?:has\s|had\s)?(?:{'|'.join(patterns('perishing'))}))\b"
)
_ALL_BUT = re.compile(r"\ball\sbut\s$", re.IGNORECASE)
_COUNTED_WITH = re.compile(
    rf"(?:\b(?:{'|'.join(CARDINALS)})|\d)\s[a-z][^.;:]{{1,36}}(?:,|,?\s(?:and|or|with|plus))\s$", re.IGNORECASE
)
"""Another count before, in a list: ``45 traders and one clerk``."""
_NOT_COUNTED_ONE = words("not-counted-one")
_NAMED_ORDER = re.compile(r"[A-Z][a-zA-Z]+s\s(?:[A-Z][\w’'-]+\s){1,4}(?=[a-z(\d,.]|$)")
"""A capitalised word such as ``Thousands`` with more capitals behind it: a title or a name."""
_PAGED = re.compile(r"\b(?:slides?|photos?|images?|pictures?|captions?|pages?|parts?|steps?|item)\s$", re.IGNORECASE)
_LINE_ENDS = re.compile(r"[ \t]*(?:[\n|:]|$)")
_FIRST_PAGES = re.compile(r"\d\s?(?:of|/)\s?\d{1,3}\s[A-Z]")
_MODEL_LETTER = re.compile(r"\d{1,2}[CFSVWcsg]\b")
_MODEL_RANGE = re.compile(r"\d{3}-\d{3}")
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|the|this|that|its|each|every)\s$", re.IGNORECASE)
_SHIRT_NAME = re.compile(r"[A-Z][\w’'.-]+\s[A-Z][\w’'.-]+\s\($")
_SHIRT_AFTER = re.compile(r"\)\s(?!(?:and|or|but|in|of|to)\b)[a-z]{2,}")
"""A player's number stands behind his name and before the verb: ``Jo Doe (10) throws``."""
_NOT_ONE_BEFORE = re.compile(r"\b(?:no|any|every|the|which|that|this)\s$", re.IGNORECASE)
_SPLIT_BEFORE = re.compile(r"\b(?:in|into|or|by|put|of)\s$")
_SPLIT_IN_TWO = re.compile(r"\s*[.,;:)!?]|\s(?:by|and)\b")
_RATE_BEFORE = re.compile(r"\b(?:per|for\severy|out\sof\severy)\s(?:every\s)?(?:US|A|C)?[$£€]?$")
_ZERO_NOUNS = frozenset(("tolerance", "sum", "in", "hour", "day"))
_BARE_TIMES = frozenset(("odd", "plus"))


def is_list_item(case: Case) -> bool:
    """Return whether the number only numbers a list item or a footnote (``1.`` or ``2)`` opening a line, ``[3]``)."""
    text, amount = case.place.text, case.amount
    start, end = amount.core
    if amount.number.value >= 1000:
        return False
    if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
        return True
    if amount.number.value >= 100 or text[end : end + 1] not in (".", ")") or text[end + 1 : end + 2].strip():
        return False
    if start == case.place.floor:
        return True
    line = text.rfind("\n", max(case.place.floor, start - 8), start) + 1
    return bool(line or start - case.place.floor < 8) and not text[line or case.place.floor : start].strip(" \t(*•-")


def is_model_letter(case: Case) -> bool:
    """Return whether a letter that reads as a unit belongs to a model's name: ``a Long March 4C rocket``."""
    place, amount = case.place, case.amount
    if place.title_case or not _MODEL_LETTER.fullmatch(place.text, amount.start, amount.end):
        return False
    before = _WORD_BEFORE.search(place.text, max(place.floor, amount.start - 24), amount.start)
    named = before is not None and before[1][0].isupper() and before[1] not in _NOT_NAMES and not before[2]
    return named and before is not None and before.start(1) > place.floor


def is_time_from_then(case: Case) -> bool:
    """Return whether a span of time is counted from some moment (``two weeks ago``): that is a date, not a figure."""
    place, amount = case.place, case.amount
    if amount.unit not in TIME_UNITS or amount.made is AGE:
        return False
    if _BACK_BEFORE.search(place.text, max(place.floor, amount.start - 16), amount.start):
        return True
    following = _AGO_AFTER.match(place.text, amount.end, place.stop)
    if following is None:
        return False
    if "ago" in following[0] or "earlier" in following[0]:
        return True
    return _SPAN_BEFORE.search(place.text, max(place.floor, amount.start - 12), amount.start) is None


def is_one_day(case: Case) -> bool:
    """Return whether it is the ``one day`` of a tale, or ``at one point`` of it."""
    if case.written.lower() != "one" or case.amount.hyphened:
        return False
    return case.amount.unit == "day" or (case.amount.unit == "point" and case.head.endswith("t "))


def is_rate_base(case: Case) -> bool:
    """Return whether the number is what a rate is reckoned on: ``per 100,000``."""
    return _RATE_BEFORE.search(case.head) is not None


def is_date(case: Case) -> bool:
    """Return whether the number is a clock time or the day of a month."""
    if case.matches(_CLOCK_AFTER) or _CLOCK_BEFORE.search(case.head):
        return True
    if case.amount.number.value > 31 or case.amount.number.scale > 1 or not case.amount.number.digits:
        return False
    return _MONTH_BEFORE.search(case.head) is not None or case.matches(_MONTH_AFTER)


def is_year_of_era(case: Case) -> bool:
    """Return whether the sign of an era stands by the number: ``300 BC``."""
    return case.matches(_ERA_AFTER) or _ERA_BEFORE.search(case.head) is not None


def is_calendar_year(case: Case) -> bool:
    """Return whether a bare number of four digits reads as a year rather than as a count."""
    text = case.place.text
    start, end = case.amount.core
    value = case.amount.number.value
    written = text[case.amount.number.start : case.amount.number.end]
    if not (len(written) == 4 and written.isdigit() and is_year(value)):
        return _SEASON.fullmatch(text, start, end) is not None and is_year(float(text[start : start + 4]))
    noun = case.noun
    dated = _YEAR_BEFORE.search(case.head) is not None
    if value < 1900:
        return dated and noun not in _COUNTABLE and not noun.endswith("s")
    if noun in ("people", "others"):
        return False
    if noun in _COUNTABLE or (value % 100 == 0 and case.next.islower() and noun.endswith("s")):
        return dated
    return True


def is_named_year(case: Case) -> bool:
    """Return whether the number is the name of a year that is called one: ``the 2023 fiscal year``."""
    if case.amount.unit not in ("year", "quarter") or not _FOUR_DIGITS.fullmatch(case.written):
        return False
    unit = case.place.text[case.amount.core[1] : case.amount.end]
    return is_year(case.amount.number.value) and unit.rstrip().endswith(("year", "quarter"))


def is_in_a_listed_name(case: Case) -> bool:
    """Return whether the number belongs to an index or a list: ``Fortune 500``."""
    return _LISTED_NAME.search(case.head) is not None


def is_code(case: Case) -> bool:
    """Return whether digits are part of an identifier, or too many to count anything."""
    written = case.place.text[case.amount.number.start : case.amount.number.end]
    if _DIGITS_JOINED.search(case.head) or (len(written) >= _LONG_CODE and written.isdigit()):
        return True
    if case.amount.made.two_ends:
        return False
    return _CODE_BEFORE.search(case.head) is not None or case.matches(_CODE_AFTER)


def is_telephone(case: Case) -> bool:
    """Return whether the number is one to be called."""
    return _PHONE_BEFORE.search(case.head) is not None and _PHONE.fullmatch(case.written) is not None


def is_numbered(case: Case) -> bool:
    """Return whether ``No.`` or ``#`` stands before the number."""
    found = _ID_BEFORE.search(case.head)
    return found is not None and (case.amount.number.digits or "o " not in found[0])  # "no one" points


def is_named_order(case: Case) -> bool:
    """Return whether a vague word of number opens a title or a name."""
    place, start = case.place, case.amount.core[0]
    if place.title_case:
        return False
    vague = case.amount.number.kind is NumberKind.VAGUE
    inside = vague and start > place.floor and place.text[start - 1] == " " and place.text[start - 2].isalnum()
    return (inside and place.text[start].isupper()) or _NAMED_ORDER.match(place.text, start, place.stop) is not None


def is_label(case: Case) -> bool:
    """Return whether the number numbers what stands before it (``page 12``) and counts nothing behind it."""
    return not case.matches(_COUNT_AFTER) and _LABEL_BEFORE.search(case.head) is not None


def is_model_range(case: Case) -> bool:
    """Return whether two joined numbers behind an article name a model: ``a 737-800``."""
    if not case.amount.made.two_ends or not _MODEL_RANGE.fullmatch(case.written) or case.matches(_PLURAL_AFTER):
        return False
    return _ARTICLE_BEFORE.search(case.head) is not None


def is_name_in_digits(case: Case) -> bool:
    """Return whether the number is part of a name: ``iPhone 15``, ``Route 66``."""
    place, amount = case.place, case.amount
    before = _WORD_BEFORE.search(place.text, max(place.floor, amount.core[0] - 24), amount.core[0])
    written = case.written.lstrip("-").partition("-")[0] if amount.made.two_ends else case.written
    counted = case.noun in _COUNTABLE
    if written in place.names.digits and not counted:
        return True
    if "," in written or before is None or before[2]:
        return False
    return _follows_a_name(case, before, counted=counted)


def is_name_in_words(case: Case) -> bool:
    """Return whether a number word is part of a name: ``Seven Network``."""
    place, start = case.place, case.amount.core[0]
    before = _WORD_BEFORE.search(place.text, max(place.floor, start - 24), start)
    written = case.written.lstrip("-").partition("-")[0] if case.amount.made.two_ends else case.written
    if {f"{written} {case.next}", f"{before[1] if before else ''} {written}"} & place.names.phrases:
        return True
    text = place.text
    inside = start > place.floor and text[start - 1].isspace() and text[start - 2] not in ".!?:;\"“”’'-–—*•"
    return inside and written[:1].isupper() and not place.title_case


def _follows_a_name(case: Case, before: re.Match[str], *, counted: bool) -> bool:
    """Return whether the word right before the digits is a name that they belong to."""
    word, place = before[1], case.place
    if any(letter.isupper() for letter in word[1:]) and any(letter.islower() for letter in word):
        return not counted  # iPhone, PlayStation
    if not word[0].isupper() or word in _NOT_NAMES or word.lower() in ORDINALS:
        return False
    if before[3] == "-":
        return True
    plural = case.matches(_PLURAL_AFTER)
    if before.start(1) == place.floor or place.title_case:
        return not plural and not case.next and case.amount.number.value < 1000
    lead = max(place.floor, before.start(1) - 24)
    in_a_place = plural and _PLACE_BEFORE.search(place.text, lead, before.start(1))
    return not counted and not in_a_place


def is_compound(case: Case) -> bool:
    """Return whether the number is part of a word that it makes with what hangs on it: ``10-inning``."""
    return bool(case.hyphened) and case.hyphened not in _COUNTED_BY_HYPHEN and case.hyphened not in _BARE_TIMES


def is_shirt_number(case: Case) -> bool:
    """Return whether it is a player's number behind the name: ``Jo Doe (10) throws``."""
    if case.amount.number.value >= 100 or not case.head.endswith("("):
        return False
    return _SHIRT_NAME.search(case.head) is not None and case.matches(_SHIRT_AFTER)


def is_quoted_name(case: Case) -> bool:
    """Return whether a number in quotation marks stands before a singular noun."""
    return case.head.endswith(('"', "“", "‘")) and case.matches(_QUOTED_NAME)


def is_pronoun(case: Case) -> bool:
    """Return whether ``one`` points and does not count."""
    if case.written.lower() != "one" or case.amount.made.two_ends:
        return False
    if case.matches(_OF_PERSONS) or _ALL_BUT.search(case.head):
        return False
    if case.matches(_BEFALLEN) and not _NOT_ONE_BEFORE.search(case.head):
        return False
    if _COUNTING_ONE.search(case.head) and case.noun and case.noun not in _NOT_COUNTED_ONE:
        return False
    if _INCLUDING.search(case.head) and case.noun not in _NOT_COUNTED_ONE | {"of"} and not case.noun.endswith("ing"):
        return not case.next
    if _COUNTED_WITH.search(case.head) and case.next.islower() and case.noun not in _NOT_COUNTED_ONE | {"of"}:
        return False
    return case.noun not in _COUNTED_ONE or _NOT_ONE_BEFORE.search(case.head) is not None


def is_zero_of_a_phrase(case: Case) -> bool:
    """Return whether ``zero`` belongs to a fixed phrase: ``zero tolerance``."""
    return case.written.lower() == "zero" and (bool(case.hyphened) or case.noun in _ZERO_NOUNS)


def is_definite(case: Case) -> bool:
    """Return whether ``the two`` points at those that are known."""
    if case.amount.number.value > 2:
        return False
    if _DEFINITE_BEFORE.search(case.head):
        return not (_WHOSE_BEFORE.search(case.head) and case.noun in _KIN)
    return case.amount.number.value == 2 and case.noun in _TWO_SIDES and _BETWEEN.search(case.head) is not None


def is_split(case: Case) -> bool:
    """Return whether something is cut in two."""
    return case.amount.number.value == 2 and bool(_SPLIT_BEFORE.search(case.head)) and case.matches(_SPLIT_IN_TWO)


def is_paging(case: Case) -> bool:
    """Return whether a share only numbers a picture or a page: ``3 of 12`` on a line of its own, ``photo 3 of 12``."""
    place, amount = case.place, case.amount
    if not amount.number.digits and not place.text[amount.start].isdigit():
        return False
    if _PAGED.search(place.text, max(place.floor, amount.start - 10), amount.start):
        return True
    opens = amount.start == place.floor or place.text[amount.start - 1] == "\n"
    ends = _LINE_ENDS.match(place.text, amount.end, place.stop) or _FIRST_PAGES.match(
        place.text, amount.start, place.stop
    )
    return opens and ends is not None
