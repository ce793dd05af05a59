"""Figures that are more than a number and its unit: ranks, ages, fractions, odds, multiples, scores and ratios."""

import re

from index.claims.figures.amounts import Amount
from index.language.number_words import CARDINALS
from index.language.numbers import Number, NumberKind
from index.language.units import CODES, unit_named

_RANK_AFTER = re.compile(
    r"[\s-](?:(?:[a-z]+est|most|best|worst|least|ranked|ranking|placed|rated|seeded|seed)\b(?!\s(?:west|east|test|guest|rest|interest))"
    r"|(?:place|spot|position|rank)\b)(?!\s+(?:of\s+all|recently))",
    re.IGNORECASE,
)
_NOT_SUPERLATIVE = re.compile(
    r"[\s-](?:west|east|test|guest|rest|interest|request|quest|harvest|forest|protest|contest|arrest|conquest|invest|nest|honest|modest)\b",
    re.IGNORECASE,
)
_RANK_BEFORE = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed|ing)|finish(?:es|ed|ing)?|came|comes|coming|rated|seeded|sits|sitting)\s(?:in\s|at\s|a\s|an\s|joint\s|only\s|just\s|only\s|as\s|"
    r"globally\s|overall\s|currently\s|now\s|(?:as\s)?the\s)*$",
    re.IGNORECASE,
)
_IN_THE = re.compile(r"\bin the $", re.IGNORECASE)
_RANK_NUMBER = re.compile(r"(?:\b(?:[Nn]umber|[Nn]o\.?)\s?|#\s?)$")
_RANK_NUMBER_HEAD = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|our|at|to|is|was|as|from|ranked|reach(?:es|ed|ing)|hit|hitting|becoming|became|"
    r"be|world|now|currently|[\w]{1,30}['’]s)\s|^|[(“\"‘—]|,\s)$",
    re.IGNORECASE,
)
_RANK_NUMBER_AFTER = re.compile(
    r"(?:\s|-)(?:spot|position|place|ranked|ranking|seed|on|in|most|best|song|hit|single|album|selling|worldwide|behind|"
    r"globally|overall|team|player|priority|issue|goal|concern|reason|choice)\b|\s?[.,;)”\"]|$"
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|age\sof|ages\sof|aged\sbetween|turned|turns|turning)\s(?:\d{1,3}(?:,|\sand|\sor|,\sand)\s){0,3}"
    r"(?:just\s|only\s|about\s|around\s|over\s|under\s|almost\s)?$",
    re.IGNORECASE,
)
_IS_BEFORE = re.compile(r"\b(?:he|she|who)(?:\s(?:is|was)|['’]s)\s(?:now\s|only\s|just\s)?$", re.IGNORECASE)
_PERSONS_BEFORE = re.compile(
    r"\b(?:adults?|people|persons|men|women|patients|residents|children|girls|boys|pupils|voters|anyone|everyone|those|workers|drivers)"
    r"\s(?:who\s(?:are|were)\s)?(?:over|under|above|below|older\sthan|younger\sthan)\s$",
    re.IGNORECASE,
)
_IS_ALL = re.compile(r"\s?(?:[,.;)”\"](?!\d)|$)|\s(?:and|when|at\sthe\stime)\b").match
_AGE_AFTER = re.compile(r"[\s-]?years?[\s-](?:olds?\b|of\sage\b)", re.IGNORECASE)
_APPOSITION_BEFORE = re.compile(r"[^\W\d_][\w.’'-]*[^\W\d_]\.?,\s$")
_APPOSITION_AFTER = re.compile(r"\s?(?:,(?!\d)|\)|\.(?=\s|$)|;|—|\sand\s(?=[A-Z]))")
_DATE_COMMA = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,\s$|day,\s$")
_MORE_NUMBERS = re.compile(r",?\s(?:\d|and\s\d)")
_NO_HALF_AFTER = re.compile(r"\s(?:the battle|past|brother|sister|a dozen\s|time)")
_TIMES = re.compile(r"(?:\s|-)?(?:times\b|fold\b)|x\b")
_MULTIPLE_NEXT = re.compile(
    r"\s(?:as|more|higher|greater|larger|bigger|faster|the|its|his|her|their|that|what|lower|less|fewer|smaller|longer|worse|"
    r"better|over|increase|rise|growth|jump|surge|likelier|stronger|heavier|older|cheaper|earnings|revenue|oversubscribed)\b"
)
_VERBS_OF_MULTIPLYING = re.compile(
    r"\b(?:(?P<two>(?:more\sthan\s|nearly\s|almost\s|about\s|roughly\s)?(?:doubl(?:ed|ing)(?!\sdown)|(?<!un)double(?=\s(?:the|its|that|their|his|her|what|last|those|in|to|by|from|over)\b)|twice(?=\s(?:as|the|its|that|their|what)\b))"
    r"|(?:more\sthan|nearly|almost|about|roughly|to|will|could|would|expected\sto)\sdoubles?(?![\s-](?:edged?|standards?|digits?|check))\b)"
    r"|(?P<three>(?:more\sthan\s|nearly\s|almost\s|about\s|roughly\s)?(?:tripl(?:ed|ing)|trebl(?:ed|ing)|(?:triple|treble)(?=\s(?:the|its|that|their|what|last)\b)))"
    r"|(?P<four>(?:more\sthan\s|nearly\s|almost\s|about\s|roughly\s)?(?:quadrupl(?:ed|ing)|quadruple(?=\s(?:the|its|that)\b)))"
    r"|(?P<fold>(?:more\sthan\s|nearly\s|almost\s|about\s|roughly\s)?(?P<folds>two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)[\s-]?fold))\b",
    re.IGNORECASE,
)
_BOUND_WORDS = {"more": "over", "nearly": "nearly", "almost": "nearly", "about": "about", "roughly": "about"}
_SCORE_CONTEXT = re.compile(
    r"\b(?:w[io]ns?|won|winning|beat(?:s|en|ing)?|defeat(?:s|ed)?|dr[ae]w(?:s|n)?|leads?|led|scores?|scored|vot(?:e|es|ed|ing)|rul(?:ed|ing)|loss|lost|"
    r"victory|goals?|finals?|games?|match|passed|decision|decided|split|majority|tie|tied|series|set|sets|half-time|deficit|record|up|down|leading|trail(?:s|ed|ing)?|ahead|beaten|innings|touchdown|inning|seasons?)\b",
    re.IGNORECASE,
)
_HALF_BEFORE_NO = re.compile(
    r"\b(?:first|second|other|latter|top|bottom|former|better|early|late|third|one)\s$", re.IGNORECASE
)
_FRACTION_AFTER = re.compile(
    r"\s(?:of|the|its|their|his|her|all|that|those|these|our|my|your|this|were|are|said|say|had|have|was|is|do|did|would|"
    r"more|less|fewer|as|a(?=\s(?:of\s)?(?:percent|percentage|point))|and|in|from|since|by|to|compared|on|over|last|born|living)\b|\s?[,.;:)%]|$"
)
_FRACTION_BEFORE = re.compile(
    r"\b(?:by|than|nearly|almost|about|around|over|to|only|just|roughly|some|least|approximately|under|up|in|least|with|and|or|,)\s$",
    re.IGNORECASE,
)
_SHARED_UNIT = re.compile(r"(?:\s|-)(?:of\s)?(?:an?[\s-])?([a-z]+(?:\s[a-z]+)?)\b")
_PERIOD_AFTER = re.compile(r"\s(?:of|in)\s(?:the\s)?(?:year|fiscal|(?:19|20)\d\d|last year|this year)")
_MULTIPLE_STEMS = re.compile(r"doub|twice|tripl|trebl|quadrupl|fold")
TIMES = "times"


def rank(text: str, floor: int, stop: int, number: Number) -> Amount | None:
    """Return the rank an ordinal states (``fifth-largest``, ``finished third``, ``100th-ranked``), if it does."""
    after = _RANK_AFTER.match(text, number.end, stop)
    if after and _NOT_SUPERLATIVE.match(text, number.end, stop):
        after = None
    before = _RANK_BEFORE.search(text, max(floor, number.start - 40), number.start)
    if after is None and before is None:
        return None
    if (
        number.value == 1
        and not re.match(r"[\s-](?:place|spot|position|rank)", text[number.end : number.end + 10])
        and before is None
    ):
        return None
    if (
        before
        and not after
        and re.match(r"\s(?:time|day|week|month|year|century|person|of\s[A-Z])", text[number.end : number.end + 12])
    ):
        return None
    if number.value == 1 and _IN_THE.search(text, max(floor, number.start - 7), number.start):
        return None  # "in the first place"
    end = after.end() if after else number.end
    if after and text[number.end : end].strip(" -").lower() in ("place", "spot", "position", "rank"):
        end = after.end()
    return Amount(
        number.start, end, number.value, number.value, number[:2], number, "rank", rule="rank", stated_unit=True
    )


def numbered_rank(text: str, floor: int, stop: int, number: Number) -> Amount | None:
    """Return the rank of ``number two on the leaderboard`` or ``the No. 1 spot``."""
    head = _RANK_NUMBER.search(text, max(floor, number.start - 8), number.start)
    if head is None or number.value > 1000 or number.scale > 1 or not _RANK_NUMBER_AFTER.match(text, number.end, stop):
        return None
    if head[0].startswith(("Number", "No")) and number.value == 10:
        return None
    if not _RANK_NUMBER_HEAD.search(text, max(floor, head.start() - 14), head.start()):
        return None
    return Amount(
        head.start(), number.end, number.value, number.value, number[:2], number, "rank", rule="rank", stated_unit=True
    )


def age(text: str, opening: int, stop: int, amount: Amount) -> bool:
    """Turn the amount into an age where it is one and say whether it was.

    Ages are ``aged 33``, ``33-year-old``, ``33 years old``, ``she was 33.`` and ``Jane Doe, 33,`` behind a name;
    ``opening`` is where the sentence begins, for the words of age may stand before the figure before.
    """
    after = _AGE_AFTER.match(text, amount.core[1], stop)
    if after and amount.value <= 130:
        amount.end, amount.hyphened = after.end(), text[amount.core[1]] == "-"
    elif (
        amount.stated_unit
        or amount.number.scale > 1
        or not 0 < amount.value <= 120
        or not (
            _AGE_BEFORE.search(text, max(opening, amount.start - 24), amount.start)
            or _stands_behind_name(text, opening, stop, amount)
            or (
                (
                    _IS_BEFORE.search(text, max(opening, amount.start - 24), amount.start)
                    or _PERSONS_BEFORE.search(text, max(opening, amount.start - 48), amount.start)
                )
                and _IS_ALL(text, amount.end, stop)
            )
        )
    ):
        return False
    amount.unit, amount.rule, amount.stated_unit = "year", "age", True
    return True


def _stands_behind_name(text: str, floor: int, stop: int, amount: Amount) -> bool:
    """Return whether the number stands alone between a name's comma and the next sign."""
    head = text[max(floor, amount.start - 30) : amount.start]
    name = _APPOSITION_BEFORE.search(head)
    if not (name and name[0][0].isupper() and amount.number.digits and amount.rule != "range"):
        return False
    if not _APPOSITION_AFTER.match(text, amount.end, stop) or _DATE_COMMA.search(head):
        return False
    return _MORE_NUMBERS.match(text, amount.end, stop) is None


def odds(text: str, first: Number, second: Number, stop: int) -> Amount | None:
    """Return ``one in five``, ``3 out of 10`` or ``20 of 29`` as a percentage; ``10 of the 12`` counts the ten."""
    between = text[first.end : second.start]
    bare = between in (" of ", "-of-") and second.digits and second.value >= 10
    if not bare and between not in (" in ", " out of ", " in every ", " out of every ", " of every "):
        return None
    if first.scale > 1 or first.kind is not NumberKind.CARDINAL or second.kind is not NumberKind.CARDINAL:
        return None
    if not 0 < first.value < second.value or (second.value > 100 and second.value % 100 != 0):
        return None
    if 1900 <= second.value <= 2100 or (
        between == " in " and second.value > 20 and first.value > 1 and second.value != 100
    ):
        return None
    word = re.match(r"[\s-]([a-z]+)", text[second.end : min(stop, second.end + 16)])
    if word and between == " in " and unit_named(word[1]):
        return None
    share = 100.0 * first.value / second.value
    number = Number(first.start, second.end, share, NumberKind.FRACTION)
    return Amount(
        first.start, second.end, share, share, number[:2], number, "percent", rule="fraction", stated_unit=True
    )


def fraction(text: str, floor: int, stop: int, number: Number) -> Amount | None:
    """Return a share (``half of``) as a percentage, or a part of a unit (``half an hour``) in that unit."""
    amount = Amount(number.start, number.end, number.value, number.value, number[:2], number, rule="fraction")
    amount.stated_unit = True
    shared = _SHARED_UNIT.match(text, number.end, min(stop, number.end + 40))
    for words in (shared[1], shared[1].split(" ")[0]) if shared else ():
        unit = unit_named(words)
        if unit and unit.name not in CODES and not words.endswith("s") and words != "second":
            amount.unit, amount.end = unit.name, shared.start(1) + len(words) if shared else amount.end
            return amount
    head = text[max(floor, number.start - 16) : number.start]
    if not _is_share(text, head, stop, number):
        return None
    quarters = text[number.start : number.end].lower().endswith("quarters") and number.value != 0.75
    if quarters and not text.startswith(" of ", number.end):
        amount.low = amount.high = number.value * 4  # "two quarters" are half a year
        amount.unit = "quarter"
        return amount
    amount.low = amount.high = round(number.value * 100, 10)
    amount.unit = "percent"
    return amount


def _is_share(text: str, head: str, stop: int, number: Number) -> bool:
    """Return whether a fraction is a share of something, not a name (``second half``) or the end of a number."""
    written = text[number.start : number.end].lower()
    if written.startswith(("a ", "a-")) and head.lower().endswith("and "):
        return False  # the end of "a year and a half"
    if written.endswith("half"):
        if _HALF_BEFORE_NO.search(head) or head.endswith("-") or text[number.end : number.end + 1] in ("-", "‑"):
            return False
        if _NO_HALF_AFTER.match(text, number.end, stop):
            return False
    if written.endswith("quarter") and _PERIOD_AFTER.match(text, number.end, stop):
        return False
    return bool(_FRACTION_AFTER.match(text, number.end, stop) or _FRACTION_BEFORE.search(head))


def multiple(text: str, stop: int, amount: Amount) -> bool:
    """Turn ``three times as many``, ``10x`` or a ``10-fold`` rise into a multiple; say whether it was one."""
    match = None if amount.stated_unit else _TIMES.match(text, amount.core[1], stop)
    if match is None or (match[0] == "x" and not amount.number.digits):
        return False
    if match[0].strip(" -") == "times" and not _MULTIPLE_NEXT.match(text, match.end(), stop):
        amount.end, amount.subject, amount.rule, amount.stated_unit = match.end(), "times", "count", True
        return True
    amount.end, amount.unit, amount.rule, amount.stated_unit = match.end(), TIMES, "multiple", True
    return True


def multiples_in_words(text: str, start: int, stop: int) -> list[Amount]:
    """Return the multiples said by a word: ``more than double its``, ``tripled``, ``twice as many``, ``threefold``."""
    found: list[Amount] = []
    lowered = text[start:stop].lower()
    if not _MULTIPLE_STEMS.search(lowered):
        return found
    for match in _VERBS_OF_MULTIPLYING.finditer(text, start, stop):
        value = CARDINALS.get((match["folds"] or "").lower(), 100.0) if match["fold"] else _multiple_of(match)
        number = Number(match.start(), match.end(), value, NumberKind.CARDINAL)
        amount = Amount(*match.span(), value, value, match.span(), number, TIMES, rule="multiple", stated_unit=True)
        word = re.search(r"doub|tripl|trebl|quadr|twice|\w+[\s-]?fold", match[0], re.IGNORECASE)
        if word:
            amount.start = match.start() + word.start()
        found.append(amount)
    return found


def _multiple_of(match: re.Match[str]) -> float:
    return 2.0 if match["two"] else 3.0 if match["three"] else 4.0


def score(text: str, floor: int, stop: int, first: Number, second: Number) -> Amount | None:
    """Return ``3–2`` as a score where the words around speak of winning, losing or voting, and ``3:1`` as a ratio.

    A score's two sides are stored as the interval's ends, the smaller first; the raw text keeps their order.
    """
    between = text[first.end : second.start]
    ratio = between in (":", " : ", "-to-", " to ") and first.value < 100 and second.value < 100
    if ratio and between == " to " and not (first.value < 20 and second.value == 1):
        return None
    if not ratio and (
        between not in ("-", "–", "—") or max(first.value, second.value) > 500 or not first.digits or not second.digits
    ):
        return None
    if (
        first.scale > 1
        or second.scale > 1
        or re.match(
            r"[-–%$:\d]|\s?(?:percent|per\scent|%|million|billion)|-?(?:year|month|day|week|hour|minute)",
            text[second.end : second.end + 9],
        )
    ):
        return None
    alone = text[first.start - 1 : first.start] == "(" and text[second.end : second.end + 1] == ")"
    context = alone or _SCORE_CONTEXT.search(text, max(floor, first.start - 60), min(stop, second.end + 40))
    if not ratio and not context:
        return None
    low, high = sorted((first.value, second.value))
    number = Number(first.start, second.end, low, NumberKind.CARDINAL, 1.0, digits=True)
    name = "score" if context and between in ("-", "–", "—", "-to-") else "ratio"
    return Amount(first.start, second.end, low, high, number[:2], number, name, rule=name, stated_unit=True)
