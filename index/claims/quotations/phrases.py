"""Noun phrases between marks and verbs: where the one before a place starts, and where the one behind it ends.

A phrase is read from closed word classes (determiners, prepositions, conjunctions, auxiliaries), capitals and commas.
All spans here are positions in a :class:`Tokens`, half open; no scan goes further than ``REACH`` tokens.
"""

from index.claims.quotations.cues import cue_forms
from index.claims.quotations.tokens import Token, Tokens
from index.english import words as listed

REACH = 45
Range = tuple[int, int]
_FINITE = frozenset("zd")
"""The letters of verbs in the present with -s and in the past."""
_INNER_PREPOSITIONS = frozenset(
    "for in at from on with to by against like about behind between under over among as".split()
)


def is_adverb(token: Token) -> bool:
    """Return whether a word is an adverb that may stand inside a group of verbs."""
    word = token.lower
    if word in listed("adverbs"):
        return True
    return (
        token.kind == "w"
        and len(word) > 4
        and word.endswith("ly")
        and word not in listed("no-adverbs-in-ly")
        and not token.capital
    )


def is_nominal(token: Token) -> bool:
    """Return whether a token can be part of a noun phrase other than its determiner, by exclusion."""
    if token.kind in "nqp":
        return True
    if token.kind != "w":
        return False
    if token.capital:
        return token.lower not in listed("subject-pronouns") or token.text in ("US", "IT")
    word = token.lower
    return not (
        word in listed("clause-joiners")
        or word in listed("prepositions")
        or word in listed("auxiliaries")
        or word in listed("subject-pronouns")
        or word in listed("relatives")
        or word in listed("common-verbs")
        or word in ("said", "says", "say", "there", "him", "them", "me", "us")
        or is_adverb(token)
    )


def is_finite_verb(token: Token) -> bool:
    """Return whether a word is a verb with a subject: an auxiliary, one by its class, or a reporting verb in -ed."""
    word = token.lower
    if token.kind != "w" or token.capital:
        return False
    if word in listed("auxiliaries") and word not in ("not", "never"):
        return True
    if word in listed("common-verbs") or token.word_class in _FINITE:
        return True
    cue = cue_forms().get(word)
    return cue is not None and cue.form in ("past", "s") and not cue.noun_like


def matching_open(tokens: Tokens, closing: int) -> int | None:
    """Return the place of the bracket that the one at ``closing`` closes, a few words before it; None without one."""
    return next((i for i in range(closing - 1, max(-1, closing - 12), -1) if tokens.kind(i) == "("), None)


def noun_phrase_start(tokens: Tokens, end: int, depth: int = 0) -> int | None:
    """Return where the noun phrase that ends before ``end`` starts, or None where there is none."""
    position = end - 1
    start: int | None = None
    while position >= 0 and end - position < REACH:
        token = tokens[position]
        if _is_determiner(token, last=position == end - 1, inside=start is not None):
            start, following = _before_determiner(tokens, position)
            if following is None:
                break
            position = following
        elif token.kind == ")" and start is not None:
            opening = matching_open(tokens, position)
            if opening is None:
                break
            position = opening - 1
        elif start is not None and _joins_inside(tokens, position):
            position -= 1
        elif _stops(tokens, position, start):
            break
        else:
            start = position
            position -= 1
    return None if start is None else _through_preposition(tokens, start, depth)


def _is_determiner(token: Token, *, last: bool, inside: bool) -> bool:
    return token.lower in listed("determiners") and (token.lower in listed("determiners-first") or inside or last)


def _before_determiner(tokens: Tokens, position: int) -> tuple[int, int | None]:
    """Return where a phrase with this determiner starts so far, and from where it goes on, None where it does not."""
    previous = tokens.lower(position - 1)
    start = position
    if tokens.lower(position) not in listed("determiners-first") and previous in listed("determiners-first"):
        return start, position - 1
    if previous in ("all", "both", "half", "such", "not"):
        start = position = position - 1
    if tokens.lower(position - 1) == "of" and _is_noun_before(tokens, position - 1):
        return start, position - 2
    return start, None


def _joins_inside(tokens: Tokens, position: int) -> bool:
    """Return whether a word inside a phrase goes on to its left: "of", or an adverb before an adjective."""
    token = tokens[position]
    if token.lower == "of":
        return _is_noun_before(tokens, position)
    return token.lower.endswith("ly") and is_adverb(token) and is_nominal(tokens[position + 1])


def _stops(tokens: Tokens, position: int, start: int | None) -> bool:
    """Return whether a phrase cannot reach over the token at ``position``."""
    token = tokens[position]
    if not is_nominal(token) or token.speech or _is_reporting_verb(tokens, position):
        return True
    if start is None:
        return False
    weekday = token.lower in listed("days-and-months") and tokens.kind(position + 1) != "p"
    return weekday or _is_clause_opener(tokens, position, start)


def _is_reporting_verb(tokens: Tokens, position: int) -> bool:
    """Return whether a past form is a verb here, and not an adjective after a determiner ("the proposed rule")."""
    if not is_finite_verb(tokens[position]):
        return False
    previous = tokens[position - 1]
    return (
        previous.capital
        or previous.lower in listed("subject-pronouns")
        or previous.lower in listed("relatives")
        or previous.kind == ","
    )


def _is_clause_opener(tokens: Tokens, position: int, start: int | None) -> bool:
    """Return whether a capital at the start of a sentence is an adverb or conjunction and not part of a name."""
    token = tokens[position]
    if not token.capital or start is None:
        return False
    if token.lower not in listed("opening-words"):
        return False
    return position == 0 or tokens.kind(position - 1) in (".", ":", ";", "-", "o", "q")


def _is_noun_before(tokens: Tokens, position: int) -> bool:
    token = tokens[position - 1]
    return is_nominal(token) or token.lower in listed("determiners") or token.kind == ")"


def _through_preposition(tokens: Tokens, start: int, depth: int) -> int:
    """Return the start of "NP preposition NP" or "NP and NP" where that begins a clause, else ``start``."""
    link = tokens[start - 1]
    if depth > 2 or start < 2:
        return start
    joins = link.lower in ("and", "or", "&")
    if not joins and link.lower not in _INNER_PREPOSITIONS:
        return start
    if not _is_noun_before(tokens, start - 1) or tokens.lower(start - 2) in listed("days-and-months"):
        return start
    longer = noun_phrase_start(tokens, start - 1, depth + 1)
    if longer is None or not begins_clause(tokens, longer):
        return start
    if any(is_finite_verb(tokens[i]) for i in range(longer, start - 1)):
        return start
    return longer


def begins_clause(tokens: Tokens, position: int) -> bool:
    """Return whether a clause can begin at ``position``: after a boundary, a conjunction or a clause opener."""
    before = tokens[position - 1]
    if before.kind in ("end", ",", ";", ":", ".", "-", "(", ")", "o"):
        return True
    if before.kind == "q":
        return True
    return before.lower in listed("clause-joiners") or (before.lower in listed("opening-words") and position == 1)


def noun_phrase_end(tokens: Tokens, start: int, apposition: bool = True) -> int | None:
    """Return where the noun phrase that begins at ``start`` ends; with ``apposition``, its commas' contents too.

    Used for "said NAME, a lawyer for the union, who ..." and "according to NAME".
    """
    position = start
    while position < len(tokens) and position - start < REACH:
        token = tokens[position]
        word = token.lower
        if token.kind == ",":
            if not (apposition and _apposition_follows(tokens, position + 1)):
                break
            if tokens.lower(position + 1) in listed("relatives"):
                reports = any(tokens.lower(i) in cue_forms() for i in (position + 2, position + 3))
                return position if reports else _clause_end(tokens, position + 1)
            position += 1
            continue
        if token.kind in (".", ";", ":", "-", "o", "end") or token.speech:
            break
        if position > start and _ends_phrase(tokens, position):
            break
        if word in listed("relatives") and position > start:
            return _clause_end(tokens, position)
        position += 1
    while position > start and tokens.kind(position - 1) in (",", "o"):
        position -= 1
    return position if position > start else None


def _ends_phrase(tokens: Tokens, position: int) -> bool:
    token = tokens[position]
    word = token.lower
    if word in (
        "that",
        "when",
        "while",
        "because",
        "after",
        "before",
        "but",
        "as",
        "during",
        "if",
        "although",
        "though",
        "since",
    ):
        return True
    if word in ("in", "at", "on", "via", "during", "after", "by", "late", "early", "earlier", "last", "this"):
        return is_setting(tokens, position)
    if word in listed("days-and-months") and tokens.lower(position - 1) not in ("the", "a", "'s", "’s", "of"):
        return True
    if word == "and" and tokens.lower(position + 1) in listed("subject-pronouns"):
        return True
    return (
        word in listed("auxiliaries")
        or word in listed("common-verbs")
        or word in listed("subject-pronouns")
        or word == "to"
    )


def is_setting(tokens: Tokens, position: int) -> bool:
    """Return whether "in a statement", "on Monday", "last week" begins here: when or where something was said."""
    for i in range(position + 1, position + 7):
        word = tokens.lower(i)
        if (
            word in listed("vehicles-of-speech")
            or word in listed("days-and-months")
            or (i == position + 1 and word in listed("time-nouns"))
        ):
            return True
        if not is_nominal(tokens[i]) and word not in listed("determiners"):
            return False
    return False


def _apposition_follows(tokens: Tokens, position: int) -> bool:
    first = tokens[position]
    if first.lower in listed("subject-pronouns") or first.lower in listed("clause-joiners") or is_adverb(first):
        return False
    cue = cue_forms().get(first.lower)
    if cue is not None and cue.form in ("ing", "past"):
        return False
    if first.lower.endswith("ing") and first.kind == "w":
        return False
    return (
        first.lower in listed("determiners")
        or first.lower in listed("relatives")
        or first.lower == "of"
        or is_nominal(first)
    )


def _clause_end(tokens: Tokens, position: int) -> int:
    """Return the end of a relative clause: the next comma, quotation or full stop."""
    for i in range(position, min(len(tokens), position + REACH)):
        if tokens.kind(i) in (",", ".", ";", "-", "end") or tokens[i].speech:
            return i
    return min(len(tokens), position + REACH)
