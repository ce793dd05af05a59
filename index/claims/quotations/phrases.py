"""Noun phrases without a tagger: where the subject before a verb starts, and where the one after it ends.

A phrase is read from closed word classes (determiners, prepositions, conjunctions, auxiliaries), capitals and commas.
All spans here are positions in a :class:`Tokens`, half open; no scan goes further than ``REACH`` tokens.
"""

from index.claims.quotations.cues import cue_forms
from index.claims.quotations.tokens import Token, Tokens
from index.claims.speakers import can_speak
from index.english import words as listed

REACH = 45
Range = tuple[int, int]
_FINITE = frozenset("zd")
"""The letters of verbs in the present with -s and in the past."""
_RELATIVE_REACH = 25
"""Tokens a relative clause may have between a subject and its verb."""
_SUBJECT_RELATIVES = frozenset("who whom whose which that".split())
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


def subject_before(tokens: Tokens, end: int) -> Range | None:
    """Return the noun phrase that ends before position ``end``, with an apposition and its comma, or None.

    A time before the verb is passed over: in "officials this month said" the officials are the subject.
    """
    subject = _phrase_before(tokens, end)
    for _ in range(2):
        if subject is None or not _is_time_phrase(tokens, subject):
            break
        subject = _phrase_before(tokens, subject[0]) if subject[0] > 0 else None
    if subject is None or (subject[1] - subject[0] == 1 and tokens.lower(subject[0]) in ("there", "here")):
        return None
    if tokens.lower(subject[0] - 1) in listed("prepositions"):
        return _before_preposition(tokens, _before_commas(tokens, subject))
    return subject


def _before_preposition(tokens: Tokens, subject: Range) -> Range:
    """Return the subject with what stands before its last addition: "a commentary … after the launch said"."""
    before = subject[0] - 1
    words = " ".join(tokens[i].text for i in range(*subject) if tokens.kind(i) in "wnp")
    if tokens.lower(before) not in listed("prepositions") or can_speak(words):
        return subject
    while before > 0 and is_adverb(tokens[before - 1]):
        before -= 1
    start = noun_phrase_start(tokens, before)
    return subject if start is None else (_before_relative(tokens, start, before), subject[1])


def _is_time_phrase(tokens: Tokens, phrase: Range) -> bool:
    """Return whether a phrase is a time and nobody: "this month", "each year", "today"."""
    *before, last = [tokens[i] for i in range(*phrase)]
    if last.capital:
        return False
    if not before:
        return last.lower in listed("time-adverbs")
    return last.lower in listed("time-nouns") and all(token.lower in listed("before-time-nouns") for token in before)


def _before_commas(tokens: Tokens, subject: Range) -> Range:
    """Return the subject with what stands before its relative clause: "Ana Ruiz, 51, who lives in Senn, Orr, said"."""
    start, end = subject
    for i in range(start - 1, max(0, start - _RELATIVE_REACH), -1):
        if tokens.kind(i) not in ("w", "n", "p", ","):
            break
        if tokens.lower(i) in listed("relatives") and tokens.kind(i - 1) == ",":
            longer = _subject_with_apposition(tokens, i)
            return subject if longer is None else (longer[0], end)
    return subject


def _phrase_before(tokens: Tokens, end: int) -> Range | None:
    last = tokens[end - 1]
    if last.lower in listed("subject-pronouns") or last.lower in (
        "who",
        "which",
        "everyone",
        "nobody",
        "somebody",
        "anyone",
    ):
        return (end - 1, end)
    if last.kind in (",", "-"):
        return _subject_with_apposition(tokens, end)
    if last.kind == ")":
        start = _closed_phrase_start(tokens, end)
        return None if start is None else (start, end)
    if last.lower in ("this", "that"):
        return None
    if last.lower in listed("days-and-months") and last.capital:
        return _subject_before_time(tokens, end - 1)
    if last.lower in ("some", "many", "others", "most", "few", "several", "all", "both", "neither", "none", "one"):
        return (end - 1, end)
    start = noun_phrase_start(tokens, end)
    if start is None and tokens.lower(end - 2) in listed("relatives") and is_finite_verb(last):
        start = noun_phrase_start(tokens, end - 2)  # "residents who fled"
        return None if start is None else (start, end)
    if start is None:
        return None
    return (_before_relative(tokens, start, end), end)


def _subject_before_time(tokens: Tokens, end: int) -> Range | None:
    """Return the subject of "officials on Tuesday said", given the place of the day."""
    while end > 0 and tokens.lower(end - 1) in ("on", "in", "last", "this", "early", "late", "next"):
        end -= 1
    ready = (
        end > 0 and tokens[end - 1].kind in ("w", ",", ")") and tokens.lower(end - 1) not in listed("days-and-months")
    )
    return subject_before(tokens, end) if ready else None


def _before_relative(tokens: Tokens, start: int, end: int) -> int:
    """Return where "people who came through the rain" starts, given that "the rain" starts at ``start``."""
    if begins_clause(tokens, start):
        return start
    for i in range(start - 1, max(0, start - _RELATIVE_REACH), -1):
        word = tokens.lower(i)
        if tokens.kind(i) not in "wnp" or (word == "that" and not _may_follow_that(tokens, i + 1)):
            return start
        if word in _SUBJECT_RELATIVES:
            # "The man who police said ..." has its own subject between the pronoun and the verb.
            inner = i + 1 < start or (end - start == 1 and tokens.lower(start).endswith("ed"))
            longer = noun_phrase_start(tokens, i) if inner else None
            return longer if longer is not None and begins_clause(tokens, longer) else start
    return start


def _may_follow_that(tokens: Tokens, position: int) -> bool:
    """Return whether "that" before this word stands for a subject, as in "dogs that barked", and opens no content."""
    return is_finite_verb(tokens[position]) or tokens.lower(position).endswith("ed")


def _matching_open(tokens: Tokens, closing: int) -> int | None:
    return next((i for i in range(closing - 1, max(-1, closing - 12), -1) if tokens.kind(i) == "("), None)


def _subject_with_apposition(tokens: Tokens, end: int) -> Range | None:
    """Read "NAME, apposition, VERB" backwards; an adverbial between the commas does not belong to the subject."""
    closing = end - 1
    for _ in range(3):
        opening = _mark_before(tokens, closing)
        start = None if opening is None else _closed_phrase_start(tokens, opening)
        if opening is None or start is None:
            return None
        if not _is_apposition(tokens, opening + 1, closing):
            return (start, opening) if _is_adverbial(tokens, opening + 1) else None
        longer = _closed_phrase_start(tokens, start - 1) if tokens.kind(start - 1) == "," else None
        if (
            longer is None
            or tokens[start].capital
            or not tokens[start - 2].capital
            or not begins_clause(tokens, longer)
        ):
            return (start, end)
        if _is_apposition(tokens, start, opening):
            return (longer, end)
        closing = opening
    return None


def _closed_phrase_start(tokens: Tokens, end: int) -> int | None:
    """Return where the noun phrase that ends before ``end`` starts, a bracket at its end included."""
    opening = _matching_open(tokens, end - 1) if tokens.kind(end - 1) == ")" else end
    return None if opening is None else noun_phrase_start(tokens, opening)


def _is_adverbial(tokens: Tokens, position: int) -> bool:
    token = tokens[position]
    return token.lower in listed("prepositions") or is_adverb(token) or token.lower in listed("time-nouns")


def _mark_before(tokens: Tokens, position: int) -> int | None:
    """Return the comma (or dash) that pairs with the one at ``position``."""
    wanted = tokens.kind(position)
    for i in range(position - 1, max(-1, position - REACH), -1):
        kind = tokens.kind(i)
        if kind == wanted:
            return i
        if kind in ("q", ";", ":") or (kind == "." and tokens.kind(i + 1) != ","):
            return None
    return None


def _is_apposition(tokens: Tokens, start: int, end: int) -> bool:
    first = tokens[start]
    if first.lower in listed("relatives") or first.lower in ("of", "from", "now", "then", "formerly"):
        return True
    if first.kind == "n" and first.text.isdigit():
        return int(first.text) < 110 if len(first.text) < 4 else False
    if (
        first.lower in listed("days-and-months")
        or first.lower in listed("adverbs")
        or first.lower in listed("clause-joiners")
    ):
        return False
    finite = any(is_finite_verb(tokens[i]) and tokens.lower(i - 1) != "to" for i in range(start, end))
    if finite and not any(
        tokens.lower(i) in listed("relatives") or tokens.lower(i) == "that" for i in range(start, end)
    ):
        return False
    return first.lower in listed("determiners") or is_nominal(first)


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
            opening = _matching_open(tokens, position)
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
