"""Attributions made by a verb: "NAME said that ...", "..., said NAME", "NAME agreed to ...", "was reported by NAME"."""

from collections.abc import Iterator

from index.claims.quotations.clauses import (
    QUESTION_WORDS,
    clause_end,
    has_finite_verb,
    sentence_start,
    skip_recipient,
    skip_setting,
    starts_next_report,
)
from index.claims.quotations.cues import Cue, prepositions
from index.claims.quotations.drafts import Draft
from index.claims.quotations.phrases import (
    Range,
    is_adverb,
    is_nominal,
    is_setting,
    noun_phrase_end,
    subject_before,
)
from index.claims.quotations.tokens import Tokens, table
from index.claims.quotations.verbs import VerbGroup, verb_group

_INVERTING = frozenset(
    """
    say add write note explain ask argue claim warn observe recall continue report reply respond insist conclude state
    quip joke tweet announce declare remark comment complain admit acknowledge predict suggest post read
    """.split()
)
_WITH_THAT = frozenset(
    """
    boast brag post see hear hold judge consider discover determine learn gather calculate rule prove document continue
    demonstrate envision envisage imagine perceive recall recount reiterate repeat regret appreciate remember forget
    care emphasize emphasise sing chant narrate mention cite reflect plead pronounce text blog lecture signal attest
    marvel protest describe rebut counter reply respond retort demand recommend specify disclose highlight wonder signal relate
    """.split()
)
"""Verbs that take no clause without "that"."""
_REPORTING_OBJECT = frozenset("report estimate predict claim confirm deny acknowledge allege forecast".split())
"""Verbs whose object alone is a report: "the firm reported a loss"."""
_PREPOSITION_IN_CONTENT = frozenset("respond reply balk vote object believe".split())
"""Verbs whose preposition belongs to what is answered or opposed, not to the cue."""
_WITH_OBJECT = frozenset("urge encourage beg order invite challenge press pressure".split())
"""Verbs of which the person addressed is part of what is wanted: "urged voters to stay"."""
_FRONTING = frozenset("when while although though after before if once as lest what because since despite".split())
_BARE = frozenset("say tell claim think believe hope argue insist".split())
"""Verbs whose clause without "that" needs no proof of a verb in it."""


def verb_reports(tokens: Tokens) -> list[Draft]:
    """Return the attributions that the verbs of a sentence make, in order."""
    found: list[Draft] = []
    for position in range(len(tokens)):
        group = verb_group(tokens, position)
        if group is None:
            continue
        found.extend(_of_group(tokens, group, found))
    return found


def _of_group(tokens: Tokens, group: VerbGroup, before: list[Draft]) -> Iterator[Draft]:
    if group.mood == "passive":
        yield from _passive(tokens, group)
        return
    if group.mood in ("infinitive", "noun"):
        return
    groups = group.cue.groups
    if "saying" in groups or "telling" in groups or "thinking" in groups:
        after = list(_after_the_fact(tokens, group))
        if after:
            yield from after
            return
    if tokens[group.end - 1].capital:
        yield from _opening_cue(tokens, group)
        return
    source = _source(tokens, group, before)
    if source is None and group.mood != "participle":
        return
    fronted = source is not None and group.mood == "finite" and tokens.lower(source[0] - 1) in _FRONTING
    complement = _complement(tokens, group)
    if complement is not None:
        cue_end, content, rule, report = complement
        if fronted and not tokens[content[0]].speech:
            content = (content[0], min(content[1], clause_end(tokens, content[0], to_comma=True)))
        if content[1] > content[0]:
            if group.mood == "participle":
                rule = f"participle, {rule}"
            yield Draft(source, (group.start, cue_end), content, rule, report)


def _source(tokens: Tokens, group: VerbGroup, before: list[Draft]) -> Range | None:
    """Return the subject of a verb; after "and", or for ", saying", that of the attribution or clause before it."""
    previous = tokens[group.start - 1]
    shared = previous.lower in ("and", "but", "or", "then")
    if group.mood == "participle":
        shared = previous.kind in (",", "q", "-") or is_adverb(previous)
    if not shared:
        relative = _antecedent(tokens, group.start) if group.mood == "participle" else None
        return relative or subject_before(tokens, group.start)
    floor = sentence_start(tokens, group.start)
    for draft in reversed(before):
        if draft.source is not None and floor <= draft.source[0] < group.start:
            return draft.source
    return _first_subject(tokens, floor, group.start)


def _antecedent(tokens: Tokens, end: int) -> Range | None:
    """Return "NAME who VERB OBJECT" before a participle, of which the name is the subject."""
    for i in range(end - 2, max(0, end - 10), -1):
        if tokens.kind(i) in (",", ".", "q", ";"):
            return None
        if tokens.lower(i) == "who":
            return subject_before(tokens, i)
    return None


def _first_subject(tokens: Tokens, floor: int, limit: int) -> Range | None:
    """Return the noun phrase before the first finite verb of a sentence."""
    for i in range(floor + 1, min(limit, floor + 30)):
        word = tokens.lower(i)
        verbal = word in table("AUXILIARIES") or word in table("COMMON_VERBS")
        if verbal or (word.endswith("ed") and not tokens[i].capital):
            subject = subject_before(tokens, i)
            if subject is not None and subject[0] >= floor:
                return subject
    return None


def _after_the_fact(tokens: Tokens, group: VerbGroup) -> Iterator[Draft]:
    """Yield the attributions of a verb that stands after what was said: "..., NAME said" and "..., said NAME"."""
    found = _inverted(tokens, group) or _following_subject(tokens, group)
    if found is None:
        return
    source, before, after = found
    cue = (group.start, group.end)
    quoted = tokens.kind(before) == "q"
    first = before if quoted else before - 1
    start = sentence_start(tokens, before + 1) if not quoted else _start_of_quoted(tokens, before)
    end = before + 1 if quoted else before
    rule = "quotation, then cue" if quoted else "clause, then cue"
    if end > start and first >= start:
        yield Draft(source, cue, (start, end), rule)
    if tokens.kind(after) == "," and _continues_speech(tokens, after + 1, quoted):
        rest = (after + 1, clause_end(tokens, after + 1))
        if tokens.kind(after + 1) == "q" and tokens[after + 1].speech:
            rest = (after + 1, after + 2)
        if rest[1] > rest[0]:
            yield Draft(source, cue, rest, "interrupted " + ("quotation" if quoted else "clause"))


def _opening_cue(tokens: Tokens, group: VerbGroup) -> Iterator[Draft]:
    """Yield "Said NAME: ..."."""
    end = noun_phrase_end(tokens, group.end)
    if end is None or tokens.kind(end) not in (":", ","):
        return
    content = (end + 1, end + 2) if tokens[end + 1].speech else (end + 1, clause_end(tokens, end + 1))
    if content[1] > content[0] and (tokens.kind(end) == ":" or tokens.kind(end + 1) == "q"):
        yield Draft((group.end, end), (group.start, group.end), content, "cue, source, then quotation")


def _start_of_quoted(tokens: Tokens, quoted: int) -> int:
    """Return where the content starts that ends in a quotation: at the mark, or before the words that lead to it."""
    start = sentence_start(tokens, quoted)
    while start < quoted and tokens.kind(start) in ("o", ",", "-"):
        start += 1
    if any(tokens.kind(i) == ":" for i in range(start, quoted)):
        return quoted
    return start


def _continues_speech(tokens: Tokens, position: int, quoted: bool) -> bool:
    if quoted:
        return tokens.kind(position) == "q"
    word = tokens.lower(position)
    return not word.endswith("ing") and word not in ("but", "who", "which", "according") and tokens.kind(position) != "end"


def _inverted(tokens: Tokens, group: VerbGroup) -> tuple[Range, int, int] | None:
    """Return (source, position of the mark before, position after) of "..., said NAME"."""
    before = group.start - 1
    if group.cue.lemma not in _INVERTING or group.mood != "finite" or group.end - group.start > 2:
        return None
    if not (tokens[before].speech or (tokens.kind(before) == "," and before > 2)):
        return None
    following = tokens[group.end]
    if following.lower in ("that", "it", "there", "this") or not (is_nominal(following) or following.lower in table("DETERMINERS") or following.lower in ("he", "she")):
        return None
    if following.kind == "q" and tokens[group.end].speech:
        return None
    if following.lower in ("he", "she"):
        return ((group.end, group.end + 1), before, skip_setting(tokens, group.end + 1))
    end = noun_phrase_end(tokens, group.end)
    if end is None or (tokens.kind(before) == "," and has_finite_verb(tokens, group.end, end) and tokens.kind(end) != "end"):
        return None
    if tokens.kind(before) == "," and tokens.kind(skip_setting(tokens, end)) not in (".", "end", ","):
        return None
    return ((group.end, end), before, skip_setting(tokens, end))


def _following_subject(tokens: Tokens, group: VerbGroup) -> tuple[Range, int, int] | None:
    """Return (source, position of the mark before, position after) of "..., NAME said"."""
    if group.mood != "finite":
        return None
    subject = subject_before(tokens, group.start)
    if subject is None:
        return None
    before = subject[0] - 1
    quoted = tokens[before].speech
    if not quoted and (tokens.kind(before) != "," or before < 2):
        return None
    after = skip_setting(tokens, group.end)
    if "telling" in group.cue.groups and tokens.kind(after) not in (".", ",", "end"):
        skipped = skip_recipient(tokens, after, group.cue)
        if skipped is None or tokens.kind(skipped) not in (".", ",", "end"):
            return None
        after = skipped
    kind = tokens.kind(after)
    if kind == "," and not quoted and tokens.kind(after + 1) == "q" and tokens[after + 1].speech:
        opens = "saying" in group.cue.groups and has_finite_verb(tokens, sentence_start(tokens, before), before)
        return (subject, before, after) if opens else None
    if kind == "," or (kind in (".", "end") and (quoted or _is_whole(tokens, before))):
        return (subject, before, after)
    if quoted and sentence_start(tokens, before) == before and "," in tokens[before].text[-4:]:
        return (subject, before, after)
    return None


def _is_whole(tokens: Tokens, comma: int) -> bool:
    """Return whether what stands before a comma can be a whole report, and is no mere opening ("Since then, ...")."""
    start = sentence_start(tokens, comma)
    first = tokens.lower(start)
    if not has_finite_verb(tokens, start, comma):
        return False
    opening = first in _FRONTING or first in table("PREPOSITION_WORDS") or first in ("if", "even") or first.endswith("ing")
    return not opening or any(tokens.kind(i) == "," for i in range(start, comma))


def _passive(tokens: Tokens, group: VerbGroup) -> Iterator[Draft]:
    """Yield "CONTENT was reported by NAME"; a passive without "by" names nobody and is no attribution."""
    if not group.cue.groups & {"saying", "thinking", "judging"} or tokens.lower(group.end) != "by":
        return
    end = noun_phrase_end(tokens, group.end + 1)
    subject = subject_before(tokens, group.start)
    if end is None or subject is None:
        return
    yield Draft((group.end + 1, end), (group.start, group.end), subject, "passive with by", report=False)


def _complement(tokens: Tokens, group: VerbGroup) -> tuple[int, Range, str, bool] | None:
    """Return (end of the cue, content, rule, whether it reports speech) for what follows the verb."""
    cue, end = group.cue, group.end
    speech = bool(cue.groups & {"saying", "telling"})
    if tokens.lower(end) == "to" and "intending" in cue.groups:
        return (end, (end, _infinitive_end(tokens, end)), "cue and to", False)
    start, cue_end = skip_setting(tokens, end), end
    if tokens.lower(end) in prepositions().get(cue.lemma, frozenset()) and not (speech and _leads_to_clause(tokens, start, end)):
        kept = end if cue.lemma in _PREPOSITION_IN_CONTENT else end + 1
        return (kept, (kept, _object_end(tokens, end + 1)), "verb and preposition", False)
    if "telling" in cue.groups and tokens.lower(start) not in ("that", "to") and tokens.kind(start) not in "q:,":
        recipient = skip_recipient(tokens, start, cue)
        if recipient is not None and cue.lemma in _WITH_OBJECT and tokens.lower(recipient) == "to":
            return (end, (start, _infinitive_end(tokens, recipient)), "cue and object with to", False)
        if recipient is not None and tokens.kind(recipient) not in (".", "end", ";"):
            return _clause(tokens, cue, recipient, cue_end, speech, told=True)
        if cue.lemma == "tell":
            return None
    return _clause(tokens, cue, start, cue_end, speech, told=False)


def _leads_to_clause(tokens: Tokens, start: int, end: int) -> bool:
    return start > end and (tokens.lower(start) == "that" or tokens.kind(start) in ("q", ",", ":"))


def _clause(
    tokens: Tokens, cue: Cue, start: int, cue_end: int, speech: bool, told: bool
) -> tuple[int, Range, str, bool] | None:
    word, kind = tokens.lower(start), tokens.kind(start)
    if kind in (",", ":") and tokens.kind(start + 1) == "q" and speech:
        if kind == ":" and start == cue_end:
            cue_end = start + 1
        return (cue_end, _quotation(tokens, start + 1), "cue, then quotation", True)
    if kind == ":" and speech:
        return (start + 1, (start + 1, clause_end(tokens, start + 1)), "cue and colon", True)
    if kind == "q" and (speech or "thinking" in cue.groups):
        return (cue_end, _quotation(tokens, start), "cue, then quotation", True)
    if word == "that" and cue.groups & {"saying", "telling", "thinking", "intending"}:
        return (cue_end, (start, clause_end(tokens, start)), "cue and that", speech)
    if kind == "," and tokens.lower(start + 1) == "that" and speech:
        return (cue_end, (start + 1, clause_end(tokens, start + 1)), "cue and that", speech)
    if word == "to" and ("intending" in cue.groups or told):
        return (cue_end, (start, _infinitive_end(tokens, start)), "cue and to", False)
    if word in QUESTION_WORDS and word != "who" and ("asking" in cue.groups or "judging" in cue.groups or speech):
        return (cue_end, (start, clause_end(tokens, start)), "cue and question", speech)
    if kind not in ("w", "n", "q", "p"):
        return None
    clausal = bool(cue.groups & {"saying", "thinking"}) or told
    end = clause_end(tokens, start)
    clausal = clausal and cue.lemma not in _WITH_THAT
    if clausal and (cue.lemma in _BARE or has_finite_verb(tokens, start, end)) and _starts_clause(tokens, start):
        return (cue_end, (start, end), "cue and clause", speech)
    if "judging" in cue.groups and (is_nominal(tokens[start]) or word in table("DETERMINERS") or word in ("him", "them", "it", "as")):
        return (cue_end, (start, _object_end(tokens, start)), "cue and object", cue.lemma in _REPORTING_OBJECT)
    return None


def _starts_clause(tokens: Tokens, start: int) -> bool:
    token = tokens[start]
    opens = is_nominal(token) or token.lower in table("DETERMINERS") or token.lower in table("PRONOUNS")
    return opens or token.lower in ("there", "if", "when", "while", "in", "for", "by", "with", "after", "as", "at", "on", "despite")


def _quotation(tokens: Tokens, start: int) -> Range:
    """Return the content that begins with a quotation: the quotation, or the clause of which it is the first part."""
    following = tokens[start + 1]
    if tokens[start].speech and (following.kind != "w" or tokens[start].said.endswith(",")):
        return (start, start + 1)
    if following.kind in (".", "end", ",", ";"):
        return (start, start + 1)
    if following.kind == "w" and following.text[:1].isupper() and tokens[start].said[-1:] in (".", "!", "?"):
        return (start, start + 1)
    return (start, clause_end(tokens, start))


def _object_end(tokens: Tokens, start: int) -> int:
    """Return where an object or infinitive ends: at the clause's end, or a comma or conjunction before it."""
    end = clause_end(tokens, start)
    for i in range(start + 1, end):
        word = tokens.lower(i)
        if tokens.kind(i) in (",", "-") and not _is_list(tokens, i, end):
            return i
        if word in ("and", "but") and starts_next_report(tokens, i):
            return i
        if word in ("when", "after", "because", "while", "before", "until", "although", "though", "since", "during", "despite"):
            return i
        if word in ("in", "at", "on", "last", "this", "earlier") and is_setting(tokens, i):
            return i
    return end


def _infinitive_end(tokens: Tokens, start: int) -> int:
    """Return where an infinitive ends: like a clause, but before a comma that opens an afterthought."""
    end = clause_end(tokens, start)
    for i in range(start + 1, end):
        following = tokens.lower(i + 1)
        if tokens.kind(i) == "," and (following.endswith("ing") or following in ("but", "which", "who", "after", "as", "while")):
            return i
    return end


def _is_list(tokens: Tokens, position: int, end: int) -> bool:
    """Return whether a comma parts the members of a list, or joins what goes on."""
    following = tokens.lower(position + 1)
    if following in ("and", "or"):
        return not (tokens.lower(position + 2) in table("PRONOUNS") or tokens[position + 2].lower in table("AUXILIARIES"))
    return any(tokens.kind(i) == "," and tokens.lower(i + 1) in ("and", "or") for i in range(position + 1, min(end, position + 9)))
