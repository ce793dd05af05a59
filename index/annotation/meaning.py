"""How each clause is meant: asserted, negated, denied, asked, supposed, planned, ordered or reported, and by whom.

A clause has a meaning of its own, from its negations, its modal, its opening word and its question mark. The verb,
noun or adjective whose content it is adds to that. Two negations are an assertion. A negation stays in its clause: it
reaches neither a coordinate clause ("did not comment but said …") nor the clause that governs it.
"""

from collections.abc import Sequence

from index.annotation.drafts import Draft
from index.annotation.lexicon import kinds
from index.annotation.negation import (
    COMING,
    NEGATIVE,
    NO,
    UNABLE,
    Sentence,
    classes_of_verb,
    has_content,
    negation_of,
    negations,
)
from index.annotation.records import ASSERTED, Link, Meaning, NounPhrase, Token, lemma
from index.english import classes
from index.records import Meant, Span

_BELIEVING = frozenset(lemma(word, True) for word in ("think", "believe", "expect", "suppose", "want", "reckon"))


def meanings(sentence: Sentence) -> list[Meaning]:
    """Return the meaning of each clause."""
    found: list[Meaning] = []
    for number, draft in enumerate(sentence.drafts):
        found.append(_governed(sentence, draft, _own(sentence, number, draft), found))
    return [_in_condition(sentence, number, meaning) for number, meaning in enumerate(found)]


def _span(words: Sequence[Token]) -> Span:
    return Span(words[0].start, words[-1].end)


def _own(sentence: Sentence, number: int, draft: Draft) -> Meaning:
    """Return what a clause's own words say."""
    negating = negations(sentence, number)
    if draft.introducer in kinds("meaning-words", "instead") or draft.introducer == "than":
        negating.append(_opener(sentence, number, draft))
    until = any(one.preposition in {"until", "till"} for one in draft.attached)  # "did not open until May": it did
    if len(negating) % 2 and not until:
        return Meaning(Meant.NEGATED, _span(negating[:1]))
    if sentence.question and draft.link is not Link.RELATIVE:
        last = sentence.tokens[-1]
        mark = next((token for token in reversed(sentence.tokens) if token.form in "?？"), last)
        return Meaning(Meant.ASKED, mark.span)
    if draft.introducer in kinds("meaning-words", "opening") and draft.link is Link.ADVERBIAL:
        return Meaning(Meant.SUPPOSED, _opener(sentence, number, draft).span)
    if draft.introducer == "whether":
        return Meaning(Meant.ASKED, _opener(sentence, number, draft).span)
    return _by_modal(draft) or _by_hearsay(draft) or _by_passive(sentence, number, draft) or ASSERTED


def _by_passive(sentence: Sentence, number: int, draft: Draft) -> Meaning | None:
    """Return the meaning of what is itself expected or planned: "three people are feared dead", "cuts are planned"."""
    group = draft.group
    if group is None or not (group.passive or draft.reduced):
        return None
    if has_content(sentence, number):
        return None
    meant, _, whole = classes_of_verb(group.head).partition("+")
    by = draft.by.span if draft.by else None
    if whole and meant in ("supposed", "planned"):
        return Meaning(Meant(meant), group.head.span, by)
    if draft.complement and meant in ("said", "supposed", "reported"):
        return Meaning(Meant.REPORTED, group.head.span, by)
    return None


def _opener(sentence: Sentence, number: int, draft: Draft) -> Token:
    """Return the token that opens a clause."""
    own = [token for token, owner in zip(sentence.tokens, sentence.owners, strict=True) if owner == number]
    return next((token for token in own if token.form == draft.introducer), own[0] if own else sentence.tokens[0])


def _by_modal(draft: Draft) -> Meaning | None:
    group = draft.group
    if group is None:
        return None
    modal = next((word for word in group.words if word.word_class == "m"), None)
    if modal is not None:
        for kind, meant in _MODALS:
            if modal.form in kinds("meaning-words", kind):
                return Meaning(meant, modal.span)
        return None
    return None


_MODALS = (
    ("uncertain", Meant.SUPPOSED),
    ("coming", Meant.PLANNED),
    ("conditional", Meant.SUPPOSED),
    ("bidden", Meant.ORDERED),
)


def _by_hearsay(draft: Draft) -> Meaning | None:
    hearsay = kinds("meaning-words", "hearsay")
    words = (*(draft.group.words if draft.group else ()), *draft.complement)
    word = next((word for word in words if word.form in hearsay), None)
    return Meaning(Meant.REPORTED, word.span) if word else None


def _governed(sentence: Sentence, draft: Draft, own: Meaning, found: Sequence[Meaning]) -> Meaning:
    """Return a clause's meaning with what its governor adds."""
    if draft.joined is not None:
        return own if own is not ASSERTED else _shared_scope(sentence, draft, draft.joined, found)
    noun = _by_noun(sentence, draft, own)
    if noun is not None:
        above = found[draft.governor] if draft.governor is not None else ASSERTED
        return above if above.meant in (Meant.DENIED, Meant.ASKED, Meant.SUPPOSED) else noun
    if draft.governor is None or draft.link is Link.MAIN:
        return own
    governing = sentence.drafts[draft.governor]
    outer = found[draft.governor]
    if draft.link is not Link.CONTENT:
        unreal = outer.meant in (Meant.SUPPOSED, Meant.ASKED, Meant.PLANNED) and draft.link is not Link.RELATIVE
        follows = own is ASSERTED and unreal and draft.group is not None and not draft.group.finite
        return outer if follows else own
    return _content(draft, governing, own, outer)


def _shared_scope(sentence: Sentence, draft: Draft, joined: int, found: Sequence[Meaning]) -> Meaning:
    """Return the meaning that a coordinate clause shares with the first: what governs both, or their one auxiliary."""
    first, meaning = sentence.drafts[joined], found[joined]
    if first.group is None or draft.group is None:
        return ASSERTED
    if not draft.group.finite:
        negation_stays = meaning.meant is Meant.NEGATED and draft.introducer == "but"
        return meaning if not first.group.finite and not negation_stays else ASSERTED
    auxiliary = first.group.modal or any(word.word_class == "o" for word in first.group.words)
    bare = draft.group.head.word_class == "v" and len(draft.group.words) == 1 and draft.subject is first.subject
    if auxiliary and bare:
        return meaning if meaning.meant is not Meant.NEGATED or draft.introducer in {"or", "nor"} else ASSERTED
    inside = first.link is Link.CONTENT and draft.introducer in {"and", "or"} and meaning.meant is not Meant.NEGATED
    return meaning if inside and meaning.by is not None and draft.subject is first.subject else ASSERTED


def _by_noun(sentence: Sentence, draft: Draft, own: Meaning) -> Meaning | None:
    """Return the meaning of a clause that is the content of a noun: "plans to close", "the claim that 63 died"."""
    noun = draft.noun
    if noun is None or draft.link is not Link.CONTENT or draft.introducer not in {"that", None, "whether"}:
        return None
    meant = classes("meaning-nouns").get(noun.head.form)
    if meant is None:
        return None
    governing = _clause_of(sentence, noun)
    if governing is not None and _is_denied(governing, noun):
        return _combined(_denial(governing, noun), own)
    negated = bool(negation_of(sentence.tokens, noun)) or noun.determiner in NO
    if governing is not None and governing.object is noun and governing.group and governing.group.negations:
        negated = not negated
    if any(word.form in kinds("meaning-words", "false") for word in noun.modifiers):
        return _combined(Meaning(Meant.DENIED, noun.span), own)
    if meant == "told":
        return None
    if meant == "open":
        return Meaning(Meant.SUPPOSED, noun.span) if negated else None
    if meant == "true":
        return None if negated else _combined(Meaning(Meant.SUPPOSED, noun.head.span), own)
    if negated:
        return _combined(Meaning(Meant.NEGATED, noun.span), own)
    return _combined(Meaning(Meant(meant), noun.head.span, noun.possessor.span if noun.possessor else None), own)


def _denial(governing: Draft, noun: NounPhrase) -> Meaning:
    """Return the meaning of what a clause denies: by whom, and in which words."""
    group = governing.group
    if group is None:
        return Meaning(Meant.DENIED, noun.head.span)
    if not group.copula:
        by = governing.by if group.passive else governing.subject
        return Meaning(Meant.DENIED, group.head.span, by.span if by else None)
    false = kinds("meaning-words", "false")
    word = next((word for word in governing.complement if word.form in false), group.head)
    return Meaning(Meant.DENIED, word.span)


def _clause_of(sentence: Sentence, noun: NounPhrase) -> Draft | None:
    """Return the clause of which a noun phrase is subject or object."""
    for draft in sentence.drafts:
        if (
            (draft.object is noun or draft.subject is noun)
            and draft.link is not Link.RELATIVE
            and draft.noun is not noun
        ):
            return draft
    return None


def _is_denied(governing: Draft, noun: NounPhrase) -> bool:
    """Return whether a claim is denied by its verb, or called false."""
    if governing.group is None:
        return False
    if governing.object is noun or governing.group.passive:
        kind = classes_of_verb(governing.group.head)
        return kind.startswith("denied") and not governing.group.negations
    false = kinds("meaning-words", "false")
    said = [word for word in governing.complement if word.form in false]
    if governing.object is not None and governing.object.head.form in false:
        said.append(governing.object.head)
    return governing.group.copula and bool(said) != bool(governing.group.negations and not said)


def _content(draft: Draft, governing: Draft, own: Meaning, outer: Meaning) -> Meaning:
    """Return the meaning of a clause that a verb or adjective has as its content."""
    group = governing.group
    if group is None:
        return own
    if group.copula:
        return _of_predicate(draft, governing, own, outer)
    meant = _meant_by(draft, governing, group.head)
    doer = governing.by if group.passive else governing.subject
    outward = Meaning(ASSERTED.meant, group.head.span, doer.span if doer else None)
    infinitive = draft.group is not None and draft.group.infinitive
    if not meant:
        carried = draft.group is not None and not draft.group.finite and outer is not ASSERTED
        return _combined(outer, own) if carried else own
    if meant == "said":
        return _said(draft, own, outer, outward, hearsay=group.passive and infinitive)
    if own.meant is Meant.ASKED:
        return outward._replace(meant=Meant.ASKED) if meant == "asked" else own
    if outer.meant is Meant.NEGATED:
        return _negated_governor(meant, group.head, own, outer, outward.by)
    if meant in ("supposed", "reported") and group.passive and infinitive:
        expected = classes_of_verb(group.head).endswith("+object")
        return _combined(outward._replace(meant=Meant.SUPPOSED if expected else Meant.REPORTED), own)
    inner = _combined(outward._replace(meant=Meant(meant)), own)
    return inner if outer.meant in (Meant.ASSERTED, Meant.PLANNED, Meant.REPORTED) else _combined(outer, inner)


def _meant_by(draft: Draft, governing: Draft, head: Token) -> str:
    """Return the class of the verb that governs a clause, as it is used there; empty where it says nothing."""
    kind = classes_of_verb(head)
    meant = kind.partition("+")[0]
    if any(word.form == "short" for word in governing.complement):
        return "negated"
    if kind.endswith("+order") and draft.group is not None and draft.group.infinitive:
        return "ordered"
    if kind.endswith("+from") and draft.introducer != "from":
        return ""
    if meant == "asked" and draft.introducer in _PRESUMING:
        return ""  # "wondered why it turned back": it did
    return "" if draft.introducer in _LOOSE and meant != "reported" else meant


_PRESUMING = frozenset({"why", "how", "when", "where", "once"})
_LOOSE = frozenset({"of", "with", "about", "on"})


def _said(draft: Draft, own: Meaning, outer: Meaning, outward: Meaning, *, hearsay: bool) -> Meaning:
    """Return the meaning of what is plainly said; what is said to be ("he is said to have fled") is hearsay."""
    if outer.meant is Meant.NEGATED:
        return Meaning(Meant.SUPPOSED, outer.cue, outward.by)
    if hearsay:
        return _combined(outward._replace(meant=Meant.REPORTED), own)
    future = draft.group is not None and draft.group.modal in {"would", "'d"} and own.meant is Meant.SUPPOSED
    plain = Meaning(Meant.PLANNED, own.cue, outward.by) if future else own
    return plain if outer is ASSERTED or plain is not ASSERTED or outer.meant is Meant.PLANNED else outer


def _negated_governor(meant: str, head: Token, own: Meaning, outer: Meaning, by: Span | None) -> Meaning:
    """Return what a negated verb says of its content: "did not deny", "does not think", "does not plan to"."""
    if meant in ("denied", "negated"):
        return own
    if meant in ("planned", "ordered") or head.lemma in _BELIEVING:
        return _combined(Meaning(Meant.NEGATED, outer.cue, by), own)
    return Meaning(Meant.SUPPOSED, outer.cue, by)


def _of_predicate(draft: Draft, governing: Draft, own: Meaning, outer: Meaning) -> Meaning:
    """Return the meaning of a clause that an adjective governs: "it is false that", "is set to", "is to open"."""
    group = governing.group
    said = list(governing.complement)
    if governing.object is not None:
        said.append(governing.object.head)
    false = next((word for word in said if word.form in kinds("meaning-words", "false")), None)
    negated = outer.meant is Meant.NEGATED
    if false is not None and draft.introducer == "that":
        return own if negated else _combined(Meaning(Meant.DENIED, false.span), own)
    if negated and said and said[-1].form == "true":
        return _combined(Meaning(Meant.DENIED, said[-1].span), own)
    open_word = next((word for word in said if word.form in kinds("meaning-words", "unsettled")), None)
    if open_word is not None:
        return Meaning(Meant.SUPPOSED if own.meant is not Meant.ASKED else Meant.ASKED, open_word.span)
    if draft.group is not None and draft.group.infinitive and group is not None:
        coming = next((word for word in said if word.form in COMING), None)
        bare = not said and governing.object is None and not governing.attached
        if coming is not None or bare:
            cue = coming.span if coming else group.head.span
            return _combined(outer if negated else Meaning(Meant.PLANNED, cue), own)
        unable = next((word for word in said if word.form in UNABLE), None)
        if unable is not None and not negated:
            return _combined(Meaning(Meant.NEGATED, unable.span), own)
        return _combined(outer, own) if outer is not ASSERTED else own
    if negated and said and said[-1].form in {"clear", "certain", "sure", "known"}:
        return Meaning(Meant.SUPPOSED, outer.cue)
    return own


def _combined(outer: Meaning, inner: Meaning) -> Meaning:
    """Return what a governor makes of a meaning: a denied negation is an assertion, else the outer one decides."""
    if outer is ASSERTED:
        return inner
    if outer.meant in NEGATIVE and inner.meant in NEGATIVE:
        return ASSERTED
    if inner.meant is Meant.NEGATED and outer.meant in (Meant.PLANNED, Meant.ORDERED, Meant.REPORTED):
        return inner._replace(by=outer.by)
    return outer


def _in_condition(sentence: Sentence, number: int, meaning: Meaning) -> Meaning:
    """Return a main clause's meaning: what "will" be so if something is, is supposed."""
    draft = sentence.drafts[number]
    if draft.group is None or draft.group.modal is None or meaning.meant not in (Meant.PLANNED, Meant.ASSERTED):
        return meaning
    for other in sentence.drafts:
        opens = other.link is Link.ADVERBIAL and other.introducer in kinds("meaning-words", "opening")
        if opens and other is not draft:
            return Meaning(Meant.SUPPOSED, draft.group.words[0].span)
    return meaning
