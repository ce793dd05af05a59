"""What is said: where a reported clause begins after its verb, and where it ends."""

from index.claims.quotations.cues import Cue, cue_forms
from index.claims.quotations.phrases import Range, is_adverb, is_finite_verb, is_nominal
from index.claims.quotations.tokens import Token, Tokens
from index.claims.quotations.verbs import verb_group
from index.english import families
from index.english import words as listed

QUESTION_WORDS = frozenset("whether how why what if when where who which".split())
_STARTS = frozenset("he she they it we i you there this these those his her its their our my the a an".split())
_SETTING_WORDS = frozenset("in on at during via after before through of to early late last this".split())


_CITED = 14
"""Tokens that the source behind "citing" may have, between two commas."""
_LONGEST = 250
"""Tokens a report may have: more is no sentence but a table or a hostile file."""
_AFTERTHOUGHTS = frozenset("according although though".split())
"""Words that, after a comma, no longer tell what was said."""


def is_direct(tokens: Tokens, content: Range) -> bool | None:
    """Return True where a content is quoted throughout, False where nothing of it is, None for a mixture."""
    kinds = [tokens.kind(i) for i in range(*content)]
    if "q" not in kinds:
        return False
    return True if all(kind in ("q", ".", ",", "o", "-") for kind in kinds) else None


def skip_setting(tokens: Tokens, position: int) -> int:
    """Return the position after what tells when, where and how something was said.

    The words are passed over only where the clause, a quotation or the end is found behind them.
    """
    position = _after_citing(tokens, _after_manner(tokens, position))
    if tokens.lower(position) not in _SETTING_WORDS or not _is_setting_start(tokens, position):
        return position
    vehicle: int | None = None
    for i in range(position + 1, min(len(tokens), position + 18)):
        token = tokens[i]
        if _is_goal(token):
            return i
        if token.kind == ",":
            return i if vehicle is not None or _leads_on(tokens, i) else position
        if token.lower in listed("vehicles-of-speech") or token.lower in listed("days-and-months"):
            vehicle = i
        elif vehicle is not None and i > vehicle + 1 and token.lower in _STARTS and is_nominal(tokens[i - 1]):
            return i
    return position if vehicle is None else _after_vehicle(tokens, position, vehicle)


def _after_manner(tokens: Tokens, position: int) -> int:
    """Return the position after adverbs, days and means: "again", "on Monday", "by telephone"."""
    while True:
        if _is_manner(tokens[position]) or _is_day(tokens, position) or _is_time(tokens, position):
            position += 1
        elif (after := _after_medium(tokens, position)) is not None:
            position = after
        else:
            return position


def _is_day(tokens: Tokens, position: int) -> bool:
    return tokens.lower(position) in listed("days-and-months")


def _after_citing(tokens: Tokens, position: int) -> int:
    """Return the position after ", citing NAME," where what was said follows."""
    if tokens.kind(position) != "," or tokens.lower(position + 1) not in ("citing", "quoting"):
        return position
    closing = next((i for i in range(position + 2, position + _CITED) if tokens.kind(i) == ","), None)
    return closing + 1 if closing is not None and _is_goal(tokens[closing + 1]) else position


_ORDINALS = frozenset("first second third last umpteenth".split())
_SPANS = frozenset("years months weeks days decades hours".split())
_HOW_MANY = frozenset("many several some two three four five six seven eight nine ten".split())


def _after_medium(tokens: Tokens, position: int) -> int | None:
    """Return the position after "by telephone", "for the first time", "for years", where what was said follows."""
    word, after = tokens.lower(position), position
    if word == "by" and tokens.lower(position + 1) in listed("means-of-speech"):
        after = position + 2
    elif word == "for" and tokens.lower(position + 1) == "the":
        timed = tokens.lower(position + 2) in _ORDINALS and tokens.lower(position + 3) == "time"
        after = position + 4 if timed else position
    elif word == "for":
        behind = position + 2 if tokens.lower(position + 1) in _HOW_MANY else position + 1
        after = behind + 1 if tokens.lower(behind) in _SPANS else position
    return after if after > position and (_is_goal(tokens[after]) or tokens.lower(after) in _STARTS) else None


def _is_goal(token: Token) -> bool:
    """Return whether what was said, or the sentence's end, is found at a token."""
    return token.lower == "that" or token.speech or token.kind in (".", "end", ":")


def _leads_on(tokens: Tokens, comma: int) -> bool:
    return tokens.kind(comma + 1) == "q" or tokens.lower(comma + 1) == "that"


def _after_vehicle(tokens: Tokens, position: int, vehicle: int) -> int:
    """Return the position after "in a statement on Tuesday" where a clause can begin there, else ``position``."""
    after = vehicle + 1
    while tokens.lower(after) in listed("time-nouns") or tokens.kind(after) == "n":
        after += 1
    return after if tokens.lower(after) in _STARTS or tokens[after].capital or after >= len(tokens) else position


def _is_setting_start(tokens: Tokens, position: int) -> bool:
    """Return whether "to" is followed by a person and not by a verb, and "at" by no bound of a number."""
    following = tokens[position + 1]
    if following.lower in ("least", "most"):
        return False
    if tokens.lower(position) != "to":
        return True
    return (
        following.capital
        or following.lower in listed("determiners")
        or following.lower in ("reporters", "journalists", "me", "him", "her", "them", "us")
    )


def _is_manner(token: Token) -> bool:
    """Return whether a word tells how or when something was said, and cannot open what was said."""
    if token.lower in ("again", "then", "earlier", "later", "once", "also"):
        return True
    return token.lower not in listed("adverbs") and is_adverb(token)


def _is_time(tokens: Tokens, position: int) -> bool:
    word = tokens.lower(position)
    if word in ("last", "this", "earlier", "late", "early"):
        return tokens.lower(position + 1) in listed("time-nouns") or tokens.lower(position + 1) in ("this", "last")
    if tokens.lower(position - 1) in ("last", "this") or tokens.lower(position - 1) in families("weekdays"):
        return word in listed("time-nouns")
    return word in ("yesterday", "today", "tonight")


def skip_recipient(tokens: Tokens, position: int, cue: Cue) -> int | None:
    """Return where the clause begins after the person spoken to, the position of a boundary, or None."""
    for i in range(position, min(len(tokens), position + 16)):
        token = tokens[i]
        if _is_goal(token) or token.kind == ";":
            return i
        if token.kind == "-" or token.lower == "than":
            return None
        if token.kind == ",":
            if _leads_on(tokens, i):
                return i
            if tokens.kind(i - 1) == "w" and i > position:
                return i if tokens.lower(i + 1) not in listed("determiners") else None
        if i > position and _begins_message(tokens, i, cue):
            return i
    return None


def _begins_message(tokens: Tokens, position: int, cue: Cue) -> bool:
    """Return whether what somebody was told begins here, after the words for that person."""
    word = tokens.lower(position)
    if word == "to" or (word in QUESTION_WORDS and word != "who"):
        return True
    if word in ("he", "she", "they", "it", "we", "i", "you", "there"):
        return True
    if word in _STARTS and is_nominal(tokens[position - 1]) and cue.lemma in _INFORMING:
        return True
    return tokens.lower(position - 1) in _ADDRESSED and not _continues(tokens, position)


_INFORMING = frozenset("tell warn remind inform assure".split())
_ADDRESSED = frozenset("him her them me us you reporters".split())


def _continues(tokens: Tokens, position: int) -> bool:
    return tokens.lower(position) in _SETTING_WORDS or is_adverb(tokens[position]) or tokens.kind(position) != "w"


_REACH = 40


def has_finite_verb(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a verb is found in the first words of a clause: tells a clause from a mere object."""
    return any(is_finite_verb(tokens[i]) for i in range(start + 1, min(end, start + _REACH)))


def clause_end(tokens: Tokens, start: int, to_comma: bool = False) -> int:
    """Return where the reported clause that begins at ``start`` ends: the end of its sentence, or a break before it.

    With ``to_comma`` the report stands in a fronted clause ("While he said ..., ...") and ends at the first comma.
    """
    limit = min(len(tokens), start + _LONGEST)
    kinds, lowers = tokens.kinds, tokens.lowers
    for i in range(start, limit):
        kind = kinds[i]
        if kind == "w" and lowers[i] not in ("and", "but") and kinds[i - 1] != "q":
            continue
        if kind == "." and not _goes_on(tokens, i):
            return i
        if i == start:
            continue
        if kind == ";" or (kind == "," and (to_comma or _breaks(tokens, i + 1))):
            return i
        if kind == "q" and _ends_sentence(tokens, i):
            return i + 1
        if tokens.lower(i) in ("and", "but") and tokens.kind(i - 1) != "," and starts_next_report(tokens, i):
            return i
        if tokens.kind(i - 1) == "q" and (_is_participle(tokens, i) or _turns(tokens, i)):
            return i
    return limit


def _turns(tokens: Tokens, position: int) -> bool:
    """Return whether the author goes on behind quoted words: “…” but I will."""
    return tokens.lower(position) in ("but", "and") and tokens.lower(position + 1) in listed("subject-pronouns")


def _goes_on(tokens: Tokens, position: int) -> bool:
    following = tokens[position + 1]
    return following.kind == "w" and following.text[:1].islower() and tokens[position].text == "."


def _ends_sentence(tokens: Tokens, position: int) -> bool:
    said = tokens[position].said
    following = tokens[position + 1]
    return said[-1:] in (".", "!", "?") and (
        following.text[:1].isupper()
        or (not following.text[:1].isalnum() and following.kind not in (",", ";", "-", "p"))
    )


def _breaks(tokens: Tokens, position: int) -> bool:
    """Return whether the words after a comma no longer belong to the reported clause."""
    word = tokens.lower(position)
    if word in _AFTERTHOUGHTS or _is_participle(tokens, position):
        return True
    if word in ("and", "but", "then", "yet", "while"):
        return starts_next_report(tokens, position) or _next_source(tokens, position)
    cue = cue_forms().get(word)
    if cue is not None and cue.form == "past" and cue.groups & {"saying", "telling"}:
        return True
    return _is_parenthesis(tokens, position)


def _is_participle(tokens: Tokens, position: int) -> bool:
    cue = cue_forms().get(tokens.lower(position))
    return cue is not None and cue.form == "ing" and ("saying" in cue.groups or cue.lemma == "cite")


def starts_next_report(tokens: Tokens, position: int) -> bool:
    """Return whether "and said", "but he said", "and warned" comes after a conjunction: the next report."""
    verb = position + 1
    if tokens.lower(verb) in ("he", "she", "they"):
        verb += 1
    while is_adverb(tokens[verb]) or tokens.lower(verb) in ("has", "have", "had"):
        verb += 1
    cue = cue_forms().get(tokens.lower(verb))
    if cue is None or cue.form not in ("past", "s") or cue.noun_like:
        return False
    return bool(cue.groups & {"saying", "telling"}) or cue.lemma in (
        "call",
        "accuse",
        "criticize",
        "blame",
        "vow",
        "praise",
    )


def _next_source(tokens: Tokens, position: int) -> bool:
    """Return whether "and officials warned", "while others said" comes: the next report, with its source."""
    for i in range(position + 1, position + 6):
        token = tokens[i]
        cue = cue_forms().get(token.lower)
        if (
            i > position + 1
            and cue is not None
            and not token.capital
            and cue.form in ("past", "s")
            and not cue.noun_like
        ):
            return bool(cue.groups & {"saying", "telling"})
        if not is_nominal(token) and token.lower not in listed("determiners") and token.lower != "of":
            return False
    return False


def _is_parenthesis(tokens: Tokens, position: int) -> bool:
    """Return whether ", officials said" follows and closes the sentence."""
    for i in range(position, min(len(tokens), position + 8)):
        if tokens.lower(i) in ("said", "says", "reported", "reports", "added", "noted"):
            group = verb_group(tokens, i)
            after = skip_setting(tokens, i + 1)
            return group is not None and tokens.kind(after) in (".", "end", ",") and i - position < 8
        if not is_nominal(tokens[i]) and tokens.lower(i) not in _STARTS:
            return False
    return False


def sentence_start(tokens: Tokens, position: int) -> int:
    """Return where the sentence that holds the token before ``position`` starts."""
    floor = max(0, position - _LONGEST)
    for i in range(position - 1, floor - 1, -1):
        kind = tokens.kind(i)
        if kind in (".", ";") and not _goes_on(tokens, i):
            return i + 1
        if kind == "q" and i < position - 1 and _ends_sentence(tokens, i):
            return i + 1
    return floor
