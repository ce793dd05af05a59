"""Origins: who is behind a claim, under any of its names, so that one source is never counted as two.

"Police said", "a police statement" and "police spokesman Tom Hale" name one origin; so do "Governor Omar Leck" and "the
governor", "Kit Marl" and "Marl", "NPA" and "the news agency NPA". Two witnesses, two analysts or two residents do not:
every outlet finds its own. What can be told from the words alone is decided here, for one article and over several.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.claims.speakers import singular
from index.english import families, words
from index.language import NO_ALIASES, Aliases, fold_word, tokenize
from index.records import Claim

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_][\w&]*(?:[-‐‑'’&.](?=\w)[\w&]+)*")
_PART = re.compile(r"\s*[,;(—–]\s*|\s+-{1,2}\s+|\s+(?:who|whom|whose|which|that)\s+")
_POSSESSIVE = re.compile(r"['’]s?$")
_BEHIND = frozenset("of from by in for at with".split())
"""Prepositions behind which the maker of a statement, or the body that somebody speaks for, is named."""
_INDEFINITE = frozenset("a an some any one two several many".split())
_DEFINITE = frozenset("the his her their its our my".split())
_OWN_REPORT = frozenset("reporter correspondent newspaper paper journalist".split())
_OURS = frozenset("our my this".split())
_OTHERS = re.compile(r"(?:citing|quoting|via|to)\s")
"""What a part begins with that names another source, and not the same in other words."""
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody or something that speaks, as far as its words tell.

    ``name`` holds the folded words of its proper name, without titles and initials; ``roles`` the nouns for what it is
    called beside ("mayor", "police"), the first of its family; ``narrowed`` the words that tell which ("berlin").
    ``single`` tells whether such a role is one and the same wherever it is named.
    """

    name: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    narrowed: frozenset[str] = frozenset()
    single: bool = False


@lru_cache(4096)
def voice_of(source: str, aliases: Aliases = NO_ALIASES) -> Voice | None:
    """Return the voice in the words of a source; None where these name nobody: "a statement", "our reporter".

    ``aliases`` make the spellings of one name one.
    """
    first, *more = [part for part in _PART.split(" ".join(source[:_LONGEST].split())) if part] or [""]
    parts = [first, *(part for part in more if not _OTHERS.match(part))]
    voices = [voice for part in parts[:3] if (voice := _of_part(_words(part), aliases)) is not None]
    if not voices:
        return None
    named = next((voice for voice in voices if voice.name), voices[0])
    others = [voice for voice in voices if voice is not named and not (voice.name and named.name)]
    return Voice(
        named.name,
        named.roles.union(*(voice.roles for voice in others)),
        named.narrowed.union(*(voice.narrowed for voice in others)),
        any(voice.single for voice in (named, *others)),
    )


def same_voice(a: Voice, b: Voice) -> bool:
    """Return whether two voices are one: by their names, or by a role that one of them holds alone."""
    if a.name and b.name:
        return same_name(a.name, b.name)
    if a.name or b.name:
        named, plain = (a, b) if a.name else (b, a)
        return plain.single and _holds(named, plain)
    return a.single and b.single and bool(a.roles & b.roles) and _nested(a.narrowed, b.narrowed)


def same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return whether two names may be one's: equal, one of them an acronym, or one with words left out of the other."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    bodies = words("organisation-words")
    if bodies.intersection(short) and bodies.intersection(long) and set(short) - {"of", "the"} <= set(long):
        return set(short) - {"of", "the"} == set(long) - {"of", "the"}
    if len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long):
        return True
    rest = iter(long)
    if not all(word in rest for word in short) or all(word in words("organisation-words") for word in short):
        return False
    left_out = {word for word in long if word not in short}
    return not left_out & (words("organisation-words") - words("forms-of-firms"))


def origin_keys(claims: Sequence[Claim], aliases: Aliases = NO_ALIASES) -> list[frozenset[str]]:
    """Return the origins of each claim under one name each: claims with a name in common have one origin.

    Claims of one topic are meant, of any number of documents. The names are folded, in the words of the fullest form
    that a claim gives. A claim without a known origin has none.
    """
    own = [list(voices_of(claim, aliases)) for claim in claims]
    names = _named({voice: None for voices in own for voice in voices})
    return [frozenset(names[voice] for voice in voices) for voices in own]


def voices_of(claim: Claim, aliases: Aliases = NO_ALIASES) -> Iterable[Voice]:
    """Yield who is behind a claim: its speaker, with the roles that the article gives it, and the origins named."""
    roles = [voice for role in claim.speaker_roles if (voice := voice_of(role, aliases)) is not None]
    for place, source in enumerate((claim.speaker, *claim.origin)):
        voice = voice_of(source, aliases) if source else None
        if voice is not None and (voice.name or voice.single):
            yield voice if place else _with_roles(voice, [role for role in roles if not role.name])
    yield from (role for role in roles if role.name)


def _with_roles(voice: Voice, more: Sequence[Voice]) -> Voice:
    """Return a voice with what else its article calls it: "governor", "police chief", "mayor of Senn"."""
    if not more:
        return voice
    return Voice(
        voice.name,
        voice.roles.union(*(other.roles for other in more)),
        voice.narrowed.union(*(other.narrowed for other in more)),
        voice.single or any(other.single for other in more),
    )


def _named(voices: Iterable[Voice]) -> dict[Voice, str]:
    """Return one name for all voices that are one, and no name for two that are not."""
    numbers = _numbered(voices)
    firsts: dict[int, str] = {}
    taken: set[str] = set()
    for voice, number in numbers.items():
        if number not in firsts:
            called = voice.name or (*sorted(voice.narrowed), *sorted(voice.roles))
            name = " ".join(called)
            firsts[number] = name if name not in taken else f"{name} ({number})"
            taken.add(firsts[number])
    return {voice: firsts[number] for voice, number in numbers.items()}


def _numbered(voices: Iterable[Voice]) -> dict[Voice, int]:
    """Return a number for each voice, the same for voices that are one; a role joins no two names."""
    ordered = sorted(voices, key=lambda voice: (not voice.name, -len(voice.name), voice.name, sorted(voice.roles)))
    groups: list[list[Voice]] = []
    by_word: dict[str, list[int]] = {}
    numbers: dict[Voice, int] = {}
    for voice in ordered:
        signs = _signs(voice)
        near = sorted({number for sign in signs for number in by_word.get(sign, ())})
        fitting = [number for number in near if any(same_voice(voice, other) for other in groups[number])]
        if len(fitting) == 1 or (fitting and voice.name):
            number = fitting[0]
            groups[number].append(voice)
        else:
            number = len(groups)
            groups.append([voice])
        numbers[voice] = number
        for sign in signs:
            by_word.setdefault(sign, []).append(number)
    return numbers


def _signs(voice: Voice) -> set[str]:
    """Return words by which voices that may be one find each other."""
    acronym = {"".join(word[0] for word in voice.name)} if len(voice.name) > 1 else set()
    named = {family_of(word) for word in voice.name}
    return {*voice.name, *named, *voice.roles, *acronym, *(voice.narrowed if voice.name else ())}


def _holds(named: Voice, plain: Voice) -> bool:
    """Return whether a named voice is what a plain one is called: "the governor", "the airline", "police"."""
    called = named.roles | {family_of(word) for word in named.name if word in words("organisation-words")}
    called |= named.narrowed
    if not plain.roles & called:
        return False
    known = named.narrowed | set(named.name)
    return not plain.narrowed or not named.narrowed or bool(plain.narrowed & known)


def _nested(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


@lru_cache(4096)
def family_of(word: str) -> str:
    """Return the first word for a role: police of officer, company of firm."""
    known = _families()
    return known.get(word) or known.get(singular(word)) or singular(word)


@lru_cache(1)
def _families() -> Mapping[str, str]:
    """Return the first word of its family for each word for a body, or for what is of one country."""
    return {**families("names-of-one-body"), **families("nationalities")}


def _words(part: str) -> list[str]:
    return [match.group() for match in _WORD.finditer(part)]


def _of_part(tokens: list[str], aliases: Aliases) -> Voice | None:
    """Return the voice of one noun phrase without commas: its maker, for a statement; its body, for a spokesman."""
    folded = [fold_word(_POSSESSIVE.sub("", word)) for word in tokens]
    start = 0
    while start < len(tokens) and _is_determiner(tokens, folded, start):
        start += 1
    definite = any(word in _DEFINITE for word in folded[:start])
    end = next((i for i in range(start + 1, len(tokens)) if tokens[i] in _BEHIND), len(tokens))
    if start >= end:
        return None
    if folded[end - 1] in _OWN_REPORT and _OURS & set(folded[:start]):
        return None
    head = singular(folded[end - 1])
    if _speaks_through(tokens, folded, end - 1):
        return _behind(tokens, start, end, aliases)
    lone = end == 1 and (head in words("speaking-nouns") or folded[0] in words("titles-and-offices"))
    if tokens[end - 1][:1].islower() or lone:
        return _of_role(tokens, folded, (start, end), definite)
    return _of_name(tokens, folded, (start, end), aliases)


def _is_determiner(tokens: list[str], folded: list[str], place: int) -> bool:
    """Return whether a word opens a phrase and is no part of a name: "All" of "All Nippon Airways" is."""
    if folded[place] not in words("determiners"):
        return False
    named = tokens[place][:1].isupper() and place + 1 < len(tokens) and tokens[place + 1][:1].isupper()
    return not named or folded[place] in words("determiners-first")


def _speaks_through(tokens: list[str], folded: list[str], head: int) -> bool:
    """Return whether the head of a phrase is a statement or a spokesman, and not a name."""
    word = folded[head]
    made = {word, singular(word)}
    if made & words("words-of-origin"):
        return tokens[head][:1].islower() or head == 0 or tokens[head - 1][:1].islower()
    return bool(made & words("speaking-for")) and tokens[head][:1].islower()


def _behind(tokens: list[str], start: int, end: int, aliases: Aliases) -> Voice | None:
    """Return the maker of a statement, or whom a spokesman speaks for: before the word, or behind "of" or "for"."""
    before = _of_part(tokens[start : end - 1], aliases) if end - 1 > start else None
    if before is not None and (before.name or before.single):
        return before
    rest = tokens[end + 1 :]
    if rest and (after := _of_part(rest, aliases)) is not None:
        return Voice(after.name, after.roles, after.narrowed, single=True)
    head = singular(fold_word(tokens[end - 1]))
    if head not in words("speaking-for") or head in words("unnamed-witnesses"):
        return None
    plural = head == "official" and tokens[end - 1].endswith("s")
    if before is None and not plural:
        return None
    role = frozenset({family_of(head)})
    narrowed = before.roles | before.narrowed if before else frozenset()
    return Voice((), role, narrowed, single=True)


def _of_role(tokens: list[str], folded: list[str], place: tuple[int, int], definite: bool) -> Voice | None:
    """Return the voice of "the mayor of Senn", "Berlin police", "the relief group"."""
    start, end = place
    head = singular(folded[end - 1])
    role = family_of(folded[end - 1])
    single = head in words("single-offices") or role in words("single-offices") or role != head
    if not single and head in words("unnamed-witnesses"):
        return None
    narrowed = [word for word in folded[start : end - 1] if word not in words("determiners")]
    narrowed += [fold_word(_POSSESSIVE.sub("", word)) for word in tokens[end:] if word[:1].isupper()]
    owners = {fold_word(_POSSESSIVE.sub("", word)) for word in tokens[start : end - 1] if word.endswith(("'s", "’s"))}
    modifiers = {family_of(word) for word in narrowed if word in words("single-offices") and word not in owners}
    rest = frozenset(family_of(word) for word in narrowed if word not in modifiers)
    named = any(word[:1].isupper() for word in tokens[start : end - 1]) and folded[0] not in _INDEFINITE
    known = named and head not in words("unnamed-witnesses")
    return Voice(
        (),
        frozenset({role}) | modifiers,
        rest - modifiers,
        single or definite or known,
    )


def _name_start(tokens: list[str], folded: list[str], start: int, end: int) -> int:
    """Return where a name starts in a phrase, behind the titles and nouns that say what it is."""
    first = start
    for i in range(start, end - 1):
        small = tokens[i][:1].islower() and tokens[i] not in words("name-connectors")
        opening = i == start and folded[i] in words("speaking-nouns") and folded[i] not in words("organisation-words")
        if small or opening or folded[i].rstrip(".") in words("titles-and-offices"):
            first = i + 1
    return first


def _of_name(tokens: list[str], folded: list[str], place: tuple[int, int], aliases: Aliases) -> Voice | None:
    """Return the voice of a name, with the titles and nouns before it as its roles."""
    start, end = place
    first = _name_start(tokens, folded, start, end)
    before = folded[start:first]
    kept = [word for word in tokens[first:end] if len(word.rstrip(".")) > 1 and word[:1] not in "'’"]
    text = " ".join(_POSSESSIVE.sub("", word) for word in kept)
    name = tuple(token.form for token in aliases.canonical(tokenize(text)) if not token.overlay)
    if not name:
        return None
    roles = frozenset(family_of(word.rstrip(".")) for word in before[-1:])
    narrowed = frozenset(family_of(word) for word in before[:-1] if word not in words("determiners"))
    behind = tokens[end:]
    if behind and behind[0] == "of" and folded[end - 1] in words("organisation-words"):
        name += tuple(fold_word(word) for word in behind[1:] if word[:1].isupper())
    return Voice(name, roles, narrowed, single=bool(roles & words("single-offices")))
