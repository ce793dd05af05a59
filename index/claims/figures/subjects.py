"""What a figure counts or measures, in the sentence's words.

There is no parser here: a noun phrase is the run of words between two words that cannot be inside one
(prepositions, auxiliaries, verbs of change, punctuation). It is looked for behind the number first (``700,000 new
users``), then before it across a verb (``the death toll rose to 12``), then taken from the figure before (``compared to
the 15,000 who …``), last from the opening of the sentence. What befell the counted (``killed``, ``injured``) is added,
because it parts them.
"""

import re
from bisect import bisect_left, bisect_right

from index.claims.figures import heads
from index.claims.figures.amounts import Amount
from index.claims.figures.heads import Token, breaks, is_plural, is_verbal
from index.claims.figures.subject_words import (
    ADJECTIVAL,
    AUXILIARIES,
    CHANGE_NOUNS,
    CHANGE_VERBS,
    CLAUSE_JOINTS,
    DETERMINERS,
    LEANING,
    LINKING,
    OPENING,
    OUTCOMES,
    PARENTS,
    PARTICIPLES,
    STOP,
)
from index.language.numbers import NumberKind
from index.language.units import CODES, TIME_UNITS

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*\w*|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|[^\W_]+(?:[.’'&/+-]+[^\W_]+)*(?:['’](?=\s))?|[^\w\s]|_"
)
_SIZE = re.compile(
    r"^(?:estimates?\sof\s(?:the\s)?)?(?:(?:total\s)?number|amount|total|estimates?)\sof\s(?:the\s)?", re.IGNORECASE
)
_LEANS_ACROSS = re.compile(
    r"\b(?:compared|from|to|and|or|than|versus|against|up|down|but|while|with|after|by)\b|[,(]", re.IGNORECASE
)
_MAX_WORDS = 7
_SIZE_WORDS = frozenset("number amount total".split())
_RELATIVES = frozenset("who which that".split())
_OPENING_PREPOSITIONS = frozenset("over at about around up as than least".split())
_INCLUDING = frozenset("involving including featuring containing concerning".split())
_MORE = frozenset("more other others".split())
_OTHERWISE = frozenset([" or ", " / ", "/", " - ", ", or ", " ("])
"""What stands between one amount and the same amount in another unit."""
_SEQUELS = frozenset("after before in under between over".split())


class Subjects:
    """Finds the subjects of the figures of one sentence, ``text[start:stop]``."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text = text
        self.tokens = [Token(m.start(), m.end(), m[0], m[0].lower()) for m in _TOKEN.finditer(text, start, stop)]

    def of(self, amount: Amount, before: Amount | None) -> str | None:
        """Return what ``amount`` counts or measures; ``before`` is the figure before it in the sentence."""
        index = bisect_left(self.tokens, amount.end, key=lambda token: token.start)
        first = bisect_right(self.tokens, amount.start, key=lambda token: token.end)
        floor = bisect_left(self.tokens, before.end, key=lambda token: token.start) if before else 0
        if amount.rule == "age" and not amount.hyphened:
            return self._aged(amount, before, first, floor)
        grouped = self._group(index, first, amount)
        forward = None if grouped else self._forward(index, amount)
        if forward:
            return self._with_outcome(forward, index, first, amount)
        return grouped or self._from_before(amount, before, index, first, floor)

    def _from_before(self, amount: Amount, before: Amount | None, index: int, first: int, floor: int) -> str | None:
        """Return what the words and figures before the amount say that it counts, where those behind it do not."""
        if first and self.tokens[first - 1].word == "(":
            near = before is not None and self.tokens[first - 1].start - before.end <= 1
            return before.subject if before and near else self._backward(first, floor)
        previous = self.tokens[first - 1].lower if first else ""
        if previous in OUTCOMES and amount.unit is None:
            return heads.befallen(before.subject if before and before.unit is None else None, previous)
        behind = self._past(index, AUXILIARIES | _MORE)
        if amount.unit is None and index < behind < len(self.tokens) and self.tokens[behind].lower in OUTCOMES:
            outcome = self.tokens[behind].lower
            return heads.befallen(before.subject if before and before.unit is None else None, outcome)
        if before and before.unit and amount.unit and self.text[before.end : amount.start] in _OTHERWISE:
            return before.subject
        following = self.tokens[index].lower if amount.unit is None and index < len(self.tokens) else ""
        if before and following in _INCLUDING:
            return before.subject
        inherited = self._inherited(index, amount, before)
        if inherited:
            return inherited
        if amount.number.kind is NumberKind.VAGUE and previous in ("of", "to", "for", "as"):
            return None
        found = None
        if amount.unit in CODES and previous.endswith("ing"):
            found = self._purpose(index)
        found = found or self._backward(first, floor) or (self._purpose(index) if amount.unit in CODES else None)
        return found or (before.subject if before and before.unit == amount.unit else self._head(first))

    def _aged(self, amount: Amount, before: Amount | None, first: int, floor: int) -> str | None:
        """Return whose age it is: the name it follows, the children of ``ages 7 and 10``, the subject of its verb."""
        start = self.tokens[0].start if self.tokens else 0
        name = heads.name_before(self.text, start, amount.start)
        if name:
            return name
        listed = before is not None and self.text[before.end : amount.start] in (" and ", ", ", ", and ", " or ")
        if before is not None and before.rule == "age" and listed:
            return before.subject
        noun_end = heads.before_ages(self.text, start, amount.start)
        if noun_end is not None:
            last = bisect_right(self.tokens, noun_end, key=lambda token: token.end)
            last -= bool(last and self.tokens[last - 1].word == ",")
            nouns = self._backward(last, 0)
            return heads.last_noun(nouns) if nouns else None
        return None if heads.is_of_pronoun(self.text, start, amount.start) else self._backward(first, floor)

    def _group(self, index: int, first: int, amount: Amount) -> str | None:
        """Return the group whose size the number is (``a family of five``), or a parent's children (``of three``)."""
        if amount.unit is not None:
            return None
        if first > 1 and self.tokens[first - 1].lower == "of" and not self._phrase_begins(index):
            noun = self.tokens[first - 2].lower
            if noun in PARENTS:
                return "children"
            return self._backward(first - 1, 0) if heads.is_group(noun) else None
        compound = self.text[max(0, amount.start - 16) : amount.start].lower()
        parent = compound.endswith("-of-") and re.split(r"\W", compound[:-4])[-1] in PARENTS
        return "children" if parent else None

    def _phrase_begins(self, index: int) -> bool:
        """Return whether a noun phrase begins at ``index``."""
        return index < len(self.tokens) and self._phrase(index) is not None

    def _words(self, first: int, last: int) -> str:
        return " ".join(self.text[self.tokens[first].start : self.tokens[last].end].split())

    def _past(self, index: int, words: frozenset[str]) -> int:
        """Return the first place from ``index`` that holds none of ``words`` and no numeral, a few words on at most."""
        last = min(len(self.tokens), index + _MAX_WORDS)
        while index < last and (self.tokens[index].lower in words or self.tokens[index].word[0].isdigit()):
            index += 1
        return index

    def _forward(self, index: int, amount: Amount) -> str | None:
        """Return the noun phrase behind the amount."""
        index = self._past_remark(index, amount)
        if index >= len(self.tokens) or self.tokens[index].lower in _OPENING_PREPOSITIONS:
            return None
        lower = self.tokens[index].lower
        if amount.unit in TIME_UNITS or amount.rule == "age":
            if lower == "of":
                return self._phrase(index + 1, of=True)
            person = self._phrase(index) if amount.hyphened else None
            return heads.up_to_person(person) if person and amount.rule == "age" else person
        if lower == "of":
            return self._phrase(index + 1, of=True)
        plural = amount.number.kind is NumberKind.VAGUE and self.text[amount.core[1] - 1] == "s"
        if lower in _INCLUDING or (plural and lower not in _MORE and lower not in OUTCOMES):
            return None  # "as thousands celebrate"
        if lower in CHANGE_NOUNS:
            return self._change(index)
        if amount.unit == "percent" and (lower in ("being", "were", "are", "who") or lower in PARTICIPLES):
            return None
        if lower in CHANGE_VERBS and lower not in ADJECTIVAL and not lower.endswith("s"):
            return None
        if amount.unit in CODES and lower in ("in", "worth"):
            following = self._phrase(index + 1)
            return following if following and following[0].islower() else None
        return self._phrase(index)

    def _past_remark(self, index: int, amount: Amount) -> int:
        """Return the place behind an opening quote or a remark in brackets: ``the 400-pound (181-kg) bear``."""
        if index + 1 < len(self.tokens) and self.tokens[index].word in '"“‘':
            return index + 1
        if index >= len(self.tokens) or self.tokens[index].word != "(" or not amount.stated_unit:
            return index
        inner = range(index + 1, min(len(self.tokens) - 1, index + 8))
        closing = next((i for i in inner if self.tokens[i].word == ")"), None)
        holds = closing is not None and any(self.tokens[i].word[0].isdigit() for i in range(index, closing))
        behind = self.tokens[closing + 1].word if holds and closing is not None else ""
        return closing + 1 if closing is not None and behind[:1].islower() else index

    def _change(self, index: int) -> str:
        """Return ``spike in US users`` for a change noun and what changed, or the change noun alone."""
        last = index
        if index + 2 < len(self.tokens) and self.tokens[index + 1].lower in ("in", "of"):
            last = self._phrase_end(self._past(index + 2, DETERMINERS)) or index
        return self._words(index, last)

    def _is_time(self, index: int, end: int) -> bool:
        """Return whether a phrase is a time (``last month``), not a count of times (``successful years``)."""
        return heads.is_adverbial(self.tokens[end].lower) and (end == index or not is_plural(self.tokens[end]))

    def _phrase(self, index: int, *, of: bool = False) -> str | None:
        """Return the noun phrase at ``index``, without determiner and numbers, or None when none begins there.

        Times are what is counted only behind ``of``: ``dozens of times``.
        """
        index = self._past(index, OPENING)
        end = self._phrase_end(index)
        if end is None or (not of and self._is_time(index, end)):
            return None
        return self._words(index, end)

    def _phrase_end(self, index: int) -> int | None:
        """Return the index of the last word of the noun phrase that begins at ``index``."""
        end: int | None = None
        position = index
        while position < len(self.tokens) and position - index < _MAX_WORDS and not breaks(self.tokens[position]):
            token = self.tokens[position]
            if position > index and token.lower in CHANGE_VERBS and not token.lower.endswith("s"):
                break  # "posts", "orders" and "records" are nouns behind a number
            end = position
            position += 1
            if is_plural(token):
                if position < len(self.tokens) and is_plural(self.tokens[position]):
                    end = position if not breaks(self.tokens[position]) else end
                break
        while end is not None and end > index and heads.is_adverb(self.tokens[end].lower):
            end -= 1  # "the price swung wildly again"
        if end is None or (end == index and self._is_lone_verb(end)):
            return None
        if end > index and self.tokens[end].lower.endswith("ed") and self.tokens[end].lower not in OUTCOMES:
            end -= is_verbal(self.tokens[end])  # "a 12-hour flight followed"
        return self._extended(end, index)

    def _is_lone_verb(self, position: int) -> bool:
        """Return whether a phrase of one word is a verb: ``a mother of three replied``."""
        token = self.tokens[position]
        return token.lower.endswith("ed") and is_verbal(token) and token.lower not in OUTCOMES

    def _extended(self, end: int, start: int) -> int:
        """Extend by an ``of`` phrase or a participle: ``pages of documents``, ``users studying Chinese``."""
        position = end + 1
        if position + 1 >= len(self.tokens):
            return end
        following = self.tokens[position]
        if following.lower == "of" and end - start < _MAX_WORDS:
            inner = self._past(position + 1, DETERMINERS)
            last = inner
            while last < len(self.tokens) and last - inner < 4 and not self._closes(last):
                last += 1
                if is_plural(self.tokens[last - 1]):
                    break
            if last > inner and self.tokens[last - 1].lower in _SIZE_WORDS:
                return self._extended(last - 1, start)
            return last - 1 if last > inner else end
        gerund = following.lower.endswith("ing") and len(following.lower) > 5
        if (following.lower in PARTICIPLES or gerund) and is_plural(self.tokens[end]) and following.lower not in STOP:
            last = self._clause_end(position)
            return end if gerund and last == position else last
        return end

    def _closes(self, position: int) -> bool:
        if breaks(self.tokens[position]) or self.tokens[position].lower in CHANGE_VERBS:
            return True
        following = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        ends = following is None or breaks(following) or heads.is_adverb(following.lower)
        return ends and self.tokens[position].lower.endswith("ed") and self._is_lone_verb(position)

    def _clause_end(self, position: int) -> int:
        """Return the last word of a participle with up to three words after it: ``born after 1995``."""
        last = position
        while last + 1 < len(self.tokens) and last - position < 3:
            following = self.tokens[last + 1]
            if not following.word[0].isalnum() or following.lower in CLAUSE_JOINTS:
                break
            last += 1
        while last > position and self.tokens[last].lower in STOP | DETERMINERS:
            last -= 1
        return last

    def _with_outcome(self, phrase: str, index: int, first: int, amount: Amount) -> str:
        """Add what is ranked by, or what befell the counted: ``killing 14 people`` counts ``people killed``."""
        if amount.rule == "rank":
            return heads.ranked_by(self.text[amount.start : amount.end]) + phrase
        if amount.unit is not None or any(word in OUTCOMES for word in phrase.lower().split(" ")):
            return phrase
        if first and self.tokens[first - 1].lower in OUTCOMES and self.tokens[first - 1].lower not in ("dead", "died"):
            verb = self.tokens[first - 1].lower
            return f"{phrase} {OUTCOMES[verb]}"
        position = self._past(index + phrase.count(" ") + 1, AUXILIARIES)
        if position < min(len(self.tokens), index + 12) and self.tokens[position].lower in OUTCOMES:
            return f"{phrase} {self.tokens[position].lower}"
        return phrase

    def _inherited(self, index: int, amount: Amount, before: Amount | None) -> str | None:
        """Return the subject of the figure before where this one leans on it, or the participle behind the number."""
        following = self.tokens[index].lower if index < len(self.tokens) else ""
        own = None
        if following in PARTICIPLES or following == "being":
            own = self._words(index, self._clause_end(index))
        if before is None or before.subject is None:
            return own
        if own:
            kin = before.unit in ("percent", None) and amount.unit in ("percent", None)
            return f"{before.subject.split(' born ')[0]} {own}" if kin else own
        head, same, _ = before.subject.partition(f" {following} ") if following in _SEQUELS else ("", "", "")
        if same and head.rpartition(" ")[2].lower() in PARTICIPLES and index + 1 < len(self.tokens):
            return f"{head} {following} {self.tokens[index + 1].word}"
        gap = self.text[before.end : min(amount.start, before.end + 90)]
        near = amount.start - before.end < 90 and _LEANS_ACROSS.search(gap)
        leans = following in LEANING and near and before.unit == amount.unit and before.rule != "rank"
        return before.subject if leans else None

    def _backward(self, first: int, floor: int) -> str | None:
        """Return the noun phrase before the amount, across prepositions and a verb of change or being."""
        last = first - 1
        while last >= floor and self._crossed(last):
            if self.tokens[last].lower in CHANGE_NOUNS and last + 1 < first and self.tokens[last + 1].lower == "of":
                break  # "an increase of" is measured, not crossed
            last -= 1
        if last == first - 1 and last >= floor and self.tokens[last].word in "(,":
            last -= 1
            while last >= floor and self._crossed(last) and is_verbal(self.tokens[last]):
                last -= 1
        last = self._antecedent(last, floor)
        if last < floor or breaks(self.tokens[last]):
            return None
        position = last
        while position >= floor and last - position < _MAX_WORDS and self._inside(position, last, floor):
            position -= 1
        begin = position + 1
        while begin <= last and self.tokens[begin].lower in DETERMINERS | {"of", "in"}:
            begin += 1
        if begin > last or (begin == last and self._is_bare_verb(begin)):
            return None
        return _SIZE.sub("", self._words(begin, last)) or None

    def _antecedent(self, last: int, floor: int) -> int:
        """Return the place before a relative pronoun at ``last`` or before the verb there (``, which date back``)."""
        if last > floor + 1 and self.tokens[last - 1].lower in _RELATIVES and self.tokens[last].word.islower():
            last -= 1
        if last > floor and self.tokens[last].lower in _RELATIVES:
            last -= 1 + (self.tokens[last - 1].word == "," or self.tokens[last - 1].lower == "of")
        return last

    def _is_bare_verb(self, position: int) -> bool:
        """Return whether a single word is a verb by its form or by the pronoun or auxiliary before it."""
        behind = self.tokens[position - 1].lower if position else ""
        return is_verbal(self.tokens[position]) or heads.makes_verb(behind)

    def _crossed(self, position: int) -> bool:
        """Return whether a word between a noun phrase and its amount is stepped over: links, verbs, when and how."""
        lower = self.tokens[position].lower
        if lower == "hands" and position and self.tokens[position - 1].lower in ("changing", "changed"):
            return True
        gerund = lower.endswith("ing") and is_verbal(self.tokens[position])
        if lower.endswith("ed") and lower not in OUTCOMES and position and is_verbal(self.tokens[position]):
            return True  # "the app skyrocketed to", "a satellite stationed some 60 km away"
        return gerund or lower in LINKING or lower in CHANGE_VERBS or heads.is_adverbial(lower)

    def _inside(self, position: int, last: int, floor: int) -> bool:
        """Return whether the word at ``position`` belongs to the noun phrase that ends at ``last``."""
        token = self.tokens[position]
        if position == last:
            return True
        behind = self.tokens[position - 1] if position > floor else None
        if token.lower in ("of", "in"):
            return behind is not None and not breaks(behind)
        if token.lower in DETERMINERS:
            return behind is not None and behind.lower in ("of", "in")
        return not (breaks(token) or token.lower in CHANGE_VERBS or is_verbal(token))

    def _purpose(self, index: int) -> str | None:
        """Return what money is for, across a remark in brackets: ``$1 billion (£0.8 billion) to fighting malaria``."""
        if index < len(self.tokens) and self.tokens[index].word == "(":
            near = range(index, min(len(self.tokens), index + 8))
            index = next((i for i in near if self.tokens[i].word == ")"), index) + 1
        if index + 1 < len(self.tokens) and self.tokens[index].lower in ("to", "for", "on", "in", "into", "towards"):
            quoted = index + 2 < len(self.tokens) and self.tokens[index + 1].word in "\"“‘'"
            return self._phrase(index + 1 + quoted)
        return None

    def _head(self, first: int) -> str | None:
        """Return the noun phrase that opens the sentence, when it stands before the amount."""
        index, end = self._opening(0, first)
        for _ in range(2):  # "Moments later, the boy …"
            if end is not None and not heads.is_adverbial(self.tokens[end].lower):
                break
            comma = next((i for i in range(index, first) if self.tokens[i].word == ","), None)
            if comma is None:
                return None
            index, end = self._opening(comma + 1, first)
        if end is None or end >= first or heads.is_adverbial(self.tokens[end].lower):
            return None
        while end > index and self.tokens[end].lower in OPENING:
            end -= 1
        if end == index and is_verbal(self.tokens[end]):
            return None
        words = heads.up_to_verb(_SIZE.sub("", self._words(index, end)))
        return words if words and not words.endswith(("'s", "’s", "'t", "’t")) else None

    def _opening(self, index: int, first: int) -> tuple[int, int | None]:
        """Return where the noun phrase at or right behind ``index`` begins and ends."""
        while index < first and self.tokens[index].lower in OPENING | {"in", "on", "at"}:
            index += 1
        return index, self._phrase_end(index) if index < first else None
