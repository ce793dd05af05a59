"""Groups of verbs: which words around a reporting verb belong to its cue, and in which voice and mood it stands."""

from typing import NamedTuple

from index.claims.quotations.cues import Cue, cue_forms, particles
from index.claims.quotations.phrases import is_adverb
from index.claims.quotations.tokens import Token, Tokens
from index.english import words as listed


class VerbGroup(NamedTuple):
    """A reporting verb with its auxiliaries and adverbs, ``start`` to ``end``; ``mood`` is how the verb stands.

    ``mood`` is ``finite``, ``passive``, ``participle`` ("..., saying that"), ``infinitive`` or ``noun``.
    """

    start: int
    end: int
    cue: Cue
    mood: str


def verb_group(tokens: Tokens, position: int) -> VerbGroup | None:
    """Return the group around the reporting verb at ``position``, or None where there is no such verb."""
    token = tokens[position]
    cue = cue_forms().get(token.lower)
    if cue is None or token.kind != "w" or (token.capital and not _opens_sentence(tokens, position)):
        return None
    end = position + 1
    group = particles().get((cue.lemma, tokens.lower(end)))
    if group is not None:
        cue, end = cue._replace(groups=group), end + 1
    start = through_auxiliaries(tokens, position)
    if tokens.lower(start - 1) == "to":
        if tokens.lower(start - 2) in listed("carrying-verbs"):
            start = through_auxiliaries(tokens, start - 2)
        elif tokens.lower(start - 2) == "on" and tokens.lower(start - 3) in ("went", "goes", "going", "gone"):
            start = through_auxiliaries(tokens, start - 3)
        else:
            return VerbGroup(start, end, cue, "infinitive")
    if not cue.groups and not cue.verb.figures and tokens.lower(end) not in cue.verb.prepositions:
        return None
    return VerbGroup(start, end, cue, _mood(tokens, start, position, cue))


def _opens_sentence(tokens: Tokens, position: int) -> bool:
    """Return whether "Said NAME:" stands here, or a headline's "NAME Says"."""
    if tokens.lower(position) == "says" and tokens[position - 1].capital:
        return True
    return tokens.lower(position) in ("said", "says", "wrote", "writes", "added") and tokens.kind(position - 1) in (
        "end",
        ".",
    )


def through_auxiliaries(tokens: Tokens, position: int) -> int:
    """Return where the auxiliaries and adverbs before ``position`` start."""
    start = position
    while start > 0 and position - start < 7:
        token = tokens[start - 1]
        auxiliary = token.kind in ("w", "p") and token.lower in listed("auxiliaries") and token.word_class != "N"
        adverb = is_adverb(token) and not token.capital
        if not auxiliary and not adverb and not _contracted(tokens, start - 1):
            break
        start -= 1
    return start


def _contracted(tokens: Tokens, position: int) -> bool:
    """Return whether a possessive sign after a pronoun is the verb of "she's saying"."""
    return tokens.kind(position) == "p" and tokens.lower(position - 1) in listed("subject-pronouns")


def _mood(tokens: Tokens, start: int, position: int, cue: Cue) -> str:
    before = [tokens.lower(i) for i in range(start, position)]
    auxiliaries = [
        word for word in before if word in listed("auxiliaries") and word not in ("not", "never", "n't", "n’t")
    ]
    be = any(word in listed("forms-of-be") or word.startswith(("isn", "aren", "wasn", "weren")) for word in before)
    be = be or any(_contracted(tokens, i) for i in range(start, position))
    if cue.form == "ing":
        return "finite" if be else "participle"
    if cue.form == "past":
        if not before and tokens.lower(start - 1) in listed("determiners-first"):
            return "noun"
        return "passive" if be or (not before and _is_reduced(tokens, position, cue)) else "finite"
    if cue.form == "done":
        return "finite" if auxiliaries and not be else "passive"
    if cue.noun_like and not auxiliaries and _looks_like_noun(tokens, start, position):
        return "noun"
    if cue.form == "base" and not auxiliaries and not _may_be_plural(tokens[start - 1]):
        same = cue.verb.past == cue.lemma and not cue.noun_like and tokens.lower(start - 1) not in _NO_SUBJECTS
        return "finite" if same else "noun"
    if cue.form == "base" and be and not any(word in ("do", "does", "did", "will", "would") for word in before):
        return "noun"
    return "finite"


_PLACING = frozenset("on in to via at".split())
"""Prepositions behind "a statement posted": where it was, and not what it said."""


_NO_SUBJECTS = frozenset("to not be a an the this that his her their its our".split())
"""Words behind which a base form that is also the past ("put") is no past."""


def _is_reduced(tokens: Tokens, position: int, cue: Cue) -> bool:
    """Return whether "predicted by" or, after a thing, "expected to" stands for "that was predicted by"."""
    if tokens.lower(position + 1) == "by" and tokens[position - 1].kind == "w":
        return tokens.lower(position + 2) not in listed("means-of-speech")
    if tokens.lower(position - 1) in listed("vehicles-of-speech") and tokens.lower(position + 1) in _PLACING:
        return True
    if cue.lemma not in ("expect", "intend") or tokens.lower(position + 1) != "to":
        return False
    previous = tokens[position - 1]
    personal = (
        previous.lower in listed("subject-pronouns")
        or previous.lower in listed("relatives")
        or previous.lower.endswith("ers")
    )
    return not previous.capital and not personal


def _looks_like_noun(tokens: Tokens, start: int, position: int) -> bool:
    """Return whether a form like "claims" or "plan" is a noun here."""
    previous, following = tokens[start - 1], tokens[position + 1]
    if previous.lower in listed("determiners") and following.kind == "w" and following.lower != "that":
        return True
    if start < position and is_adverb(tokens[position - 1]):
        return False
    if tokens.lower(position) in listed("prepositions") and previous.lower not in listed("subject-pronouns"):
        return True
    if _goes_before_noun(previous):
        return True
    personal = previous.lower in listed("subject-pronouns") or previous.lower in listed("relatives")
    if following.lower in listed("prepositions") and following.lower not in ("that", "to", "for", "on"):
        return not personal
    if personal or (previous.capital and cue_forms()[tokens.lower(position)].form == "s"):
        return False
    if following.lower not in listed("after-reporting-verbs") and following.kind != "q" and not following.capital:
        return True
    word = tokens.lower(position)
    return (word.endswith("s") and not word.endswith("ss")) == previous.lower.endswith("s")


def _goes_before_noun(token: Token) -> bool:
    """Return whether what follows a token is a noun rather than a verb."""
    word = token.lower
    if token.kind in ("p", "end", "n", ".") or word in listed("before-nouns"):
        return True
    if word in listed("determiners-first") or word in listed("prepositions"):
        return True
    return word.endswith(("ed", "ing")) and not token.capital


def _may_be_plural(token: Token) -> bool:
    """Return whether a word may be a subject that takes the verb's base form."""
    if token.kind in (",", ")", "-", "q", "end") or is_adverb(token):
        return True
    return (token.lower.endswith("s") and token.kind == "w") or token.lower in listed("plural-subjects")
