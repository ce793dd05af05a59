"""Makes terms of a stretch of query text: words, names, amounts, phrases of hyphens or Chinese, prefixes, fuzziness."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from index.english import families
from index.language import Aliases, AliasName, Token, closed_form, fold_word, lemma_of, tokenize
from index.query.tree import Alias, And, Fuzzy, Node, Phrase, Prefix, Term, Word

MAX_SPELLINGS = 32
"""How many spellings a phrase with names in it is expanded to."""

MAX_EDITS = 2

MAX_WILD = 6
"""How many prefixes and fuzzy words a query may have; each stands for many words of the corpus."""

MAX_NEAR = 8
"""How many terms may be asked to stand close together."""

MAX_PHRASE = 256
"""Words of a phrase that are looked for; each is looked up at every place where the phrase may stand."""

MAX_EXPANDED = 64
"""How many words a phrase may have whose names are expanded."""

_TAGGED = re.compile(r"([#＃@＠])[^\W\d_]\w+")
_EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]+")
_PROSE = frozenset(".,;:!?…–—―'’‘“”\"()[]{}«»‹›、。，；：！？·•")
_NAMES = families("months")
_MONTH = {
    name: tuple(other for other, month in _NAMES.items() if month == first)
    for name, first in _NAMES.items()
    if name != "may"
}
"""The spellings of each month; May has one only."""
_DAY_OR_YEAR = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|(?:19|20)\d\d")


class Reader(NamedTuple):
    """Reads terms: with which aliases (none when names must not expand), where to report, and what was wild so far."""

    aliases: Aliases
    notes: list[str]
    wild: list[str]

    def terms(self, text: str, exact: bool = False) -> list[Term]:
        """Return the terms of running text: a name or amount over several words is one, every other chunk too."""
        chunks = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
        result: list[Term] = []
        plain: tuple[int, int] | None = None
        for start, end in chunks:
            self._report_wordless(text[start:end])
            self._report_sign(text[start:end])
            special = self._special(text[start:end])
            if special is None:
                plain = (plain[0] if plain else start, end)
                continue
            if plain:
                result.extend(self._plain(text[slice(*plain)], exact))
                plain = None
            result.extend(special)
        if plain:
            result.extend(self._plain(text[slice(*plain)], exact))
        return result

    def _report_wordless(self, chunk: str) -> None:
        """Say that a sign which stands for no word was left out; the punctuation of running text is no news."""
        if any(map(str.isalnum, chunk)):
            emoji = _EMOJI.search(chunk)
            chunk = emoji.group() if emoji else ""
        elif _PROSE.issuperset(chunk) or tokenize(chunk):
            return
        if chunk:
            self.notes.append(f"“{_short(chunk)}” is no word, so it was left out")

    def _report_sign(self, chunk: str) -> None:
        """Say that the sign before a hashtag or a handle does not narrow the search."""
        if tagged := _TAGGED.match(chunk):
            self.notes.append(f"“{tagged[1]}” was left out: words are found with and without it")

    def phrase(self, text: str, exact: bool = False) -> Term | None:
        """Return a quoted phrase; one word is the word; names in it stand for all their spellings."""
        for chunk in text.split():
            self._report_wordless(chunk)
        tokens = tokenize(text)
        amount = next((token for token in reversed(tokens) if _whole(token, tokens)), None)
        if amount is not None and amount.form[0] in "$0123456789":
            return Word(text.strip(), amount.form, amount.form, exact)
        words = [_word(token, text, exact) for token in self._cut([t for t in tokens if not t.overlay])]
        if not words:
            return None
        written = text.strip()
        typed = self._outside_names(words[0]) if len(words) == 1 else Phrase(written, tuple(words), quoted=True)
        if exact or not self.aliases:
            return typed
        spellings = self._spellings(words)
        return Alias(written, (typed, *spellings)) if spellings else typed

    def _special(self, chunk: str) -> list[Term] | None:
        """Return the terms of a chunk with a star or a tilde; None when it has neither."""
        if "*" not in chunk and "~" not in chunk:
            return None
        if not any(map(str.isalnum, chunk)):
            return []
        core, mark, digits = (chunk.rstrip("*"), "*", "") if chunk.endswith("*") else chunk.rpartition("~")
        forms = [token for token in tokenize(core) if not token.overlay]
        unfit = digits and not (digits.isascii() and digits.isdigit())
        if unfit or "*" in core or "~" in core or len(forms) != 1 or forms[0].end != len(core):
            mark = "*" if "*" in chunk else "~"
            says = "a star works at the end of a word" if mark == "*" else "a tilde works at the end of a word"
            self.notes.append(f"“{_short(chunk)}” was searched as text: {says}")
            return self._plain(chunk.replace("*", " ").replace("~", " "), False)
        self.wild.append(chunk)
        if len(self.wild) > MAX_WILD:
            self.notes.append(
                f"a query may have {MAX_WILD} words with a star or a tilde; the others were taken as words"
            )
            return self._plain(core, False)
        form = fold_word(core[forms[0].start :])
        if mark == "*":
            return [Prefix(core, forms[0].form if form.isdecimal() or "," in core else form)]
        edits = min(int(digits[-4:] or 1), MAX_EDITS + 1) if len(digits) < 5 else MAX_EDITS + 1
        if edits > MAX_EDITS:
            self.notes.append(f"“{_short(chunk)}”: at most {MAX_EDITS} letters may differ")
        if not edits:
            return [Word(core, form, form, True)]
        return [Fuzzy(core, form, min(edits, MAX_EDITS))]

    def _plain(self, text: str, exact: bool) -> list[Term]:
        tokens = tokenize(text)
        words = [token for token in tokens if not token.overlay]
        wide = _widest_amounts(tokens)
        forms = [token.form for token in words]
        result: list[Term] = []
        index = 0
        while index < len(words):
            token = words[index]
            if amount := wide.get(token.position):
                result.append(Word(text[amount.start : amount.end], amount.form, amount.form, exact))
                while index < len(words) and words[index].position < amount.position + amount.width:
                    index += 1
                continue
            if not exact and self.aliases and (others := _month_names(forms, index)):
                result.append(Alias(text[token.start : token.end], tuple(map(_exactly, (token.form, *others)))))
                index += 1
                continue
            end = _chunk_end(words, index, text)
            found = self.aliases.at(forms, index) if not exact else None
            if found and _is_boundary(words, index + found.length, text):
                end = index + found.length
                result.append(self._name(words[index:end], text, found.group))
            else:
                result.append(self._written_together(words[index:end], text, exact))
            index = end
        return result

    def _written_together(self, part: Sequence[Token], text: str, exact: bool) -> Term:
        """Return a word, or several without a space between them; names in it stand for all their spellings."""
        typed = self._outside_names(_chunk(self._cut(part), text, exact))
        if exact:
            return typed
        if isinstance(typed, Phrase):
            others = self._spellings(typed.words)
        else:
            group = self.aliases.inflected(typed.form)
            others = [_spelling(name) for name in self.aliases.groups[group]] if group is not None else []
        return Alias(typed.text, (typed, *others)) if others else typed

    def _name(self, part: Sequence[Token], text: str, group: int) -> Term:
        written = text[part[0].start : part[-1].end]
        typed = _chunk(part, text, True)
        others = [_spelling(name) for name in self.aliases.groups[group] if name.forms != tuple(t.form for t in part)]
        return Alias(written, (typed, *others))

    def _cut(self, words: Sequence[Token]) -> Sequence[Token]:
        """Return the words of a phrase, without those that are too many."""
        if len(words) > MAX_PHRASE:
            self.notes.append(f"of a phrase only the first {MAX_PHRASE} words were looked for")
        return words[:MAX_PHRASE]

    def _outside_names(self, term: Word | Phrase) -> Word | Phrase:
        """Return a word with the names in which its family does not mean it."""
        if not isinstance(term, Word) or term.exact:
            return term
        names = self.aliases.inflecting(term.form, term.lemma)
        return replace(term, outside=tuple(Phrase(name.text, tuple(_words_of(name))) for name in names))

    def _spellings(self, words: Sequence[Word]) -> list[Word | Phrase]:
        """Return the other spellings of a phrase, when names in it are replaced by their aliases."""
        if len(words) > MAX_EXPANDED:
            self.notes.append(f"names are not expanded in a phrase of more than {MAX_EXPANDED} words")
            return []
        forms = [word.form for word in words]
        found = [
            (name.place, name.length, [_words_of(option) for option in self.aliases.groups[name.group]])
            for name in self.aliases.find(forms)
        ]
        months = ((place, [form, *_month_names(forms, place)]) for place, form in enumerate(forms) if form in _MONTH)
        found += [(place, 1, [[_exactly(name)] for name in names]) for place, names in months if len(names) > 1]
        variants: list[list[Word]] = [[]]
        index = 0
        for place, length, options in sorted(found, key=lambda name: name[:2]):
            if place < index:
                continue
            before = list(words[index:place])
            variants = [[*variant, *before, *option] for variant in variants for option in options][:MAX_SPELLINGS]
            index = place + length
        typed = tuple(forms)
        return [
            _joined([*variant, *words[index:]])
            for variant in variants
            if found and tuple(word.form for word in (*variant, *words[index:])) != typed
        ]


def _month_names(forms: Sequence[str], index: int) -> list[str]:
    """Return the other names of a month beside a day or a year; alone, ``march`` and ``dec`` may be words."""
    beside = [*forms[max(0, index - 1) : index], *forms[index + 1 : index + 2]]
    if forms[index] not in _MONTH or not any(map(_DAY_OR_YEAR.fullmatch, beside)):
        return []
    return [name for name in _MONTH[forms[index]] if name != forms[index]]


def _exactly(form: str) -> Word:
    return Word(form.capitalize(), form, lemma_of(form), True)


def _is_boundary(words: Sequence[Token], end: int, text: str) -> bool:
    """Say whether white space, or the end, follows the word before ``words[end]``."""
    return end == len(words) or any(character.isspace() for character in text[words[end - 1].end : words[end].start])


def _chunk_end(words: Sequence[Token], index: int, text: str) -> int:
    """Return the index after the words that are written together with ``words[index]``, or are its percentage."""
    end = index + 1
    while end < len(words):
        percent = words[end].form == "percent" and words[end - 1].form[0].isdigit()
        if _is_boundary(words, end, text) and not percent:
            break
        end += 1
    return end


def conjunction(terms: Sequence[Term]) -> Node | None:
    """Return the terms as one node, all of them wanted; None when there are none."""
    return terms[0] if len(terms) == 1 else And(tuple(terms)) if terms else None


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _whole(token: Token, tokens: Sequence[Token]) -> bool:
    last = max((other.position for other in tokens), default=0)
    return token.overlay and token.position == 0 and token.width == last + 1


def _widest_amounts(tokens: Sequence[Token]) -> dict[int, Token]:
    """Return, by first position, the widest reading as a number or an amount of money; money ranks first."""
    wide: dict[int, Token] = {}
    for token in tokens:
        if token.overlay and token.form[0] in "$0123456789":
            best = wide.get(token.position)
            if best is None or (token.width, token.form[0] == "$") >= (best.width, best.form[0] == "$"):
                wide[token.position] = token
    return wide


def _word(token: Token, text: str, exact: bool) -> Word:
    return Word(text[token.start : token.end], token.form, lemma_of(token.form), exact)


def _chunk(part: Sequence[Token], text: str, exact: bool) -> Word | Phrase:
    words = tuple(_word(token, text, exact) for token in part)
    if len(words) == 1:
        return words[0]
    written = text[part[0].start : part[-1].end]
    closed = closed_form(words[0].form, words[1].form) if len(words) == 2 and "-" in written else ""
    return Phrase(written, words, Word(closed, closed, lemma_of(closed), exact) if closed else None)


def _words_of(name: AliasName) -> list[Word]:
    return [Word(form, form, lemma_of(form), True) for form in name.forms]


def _spelling(name: AliasName) -> Word | Phrase:
    words = _words_of(name)
    if len(words) == 1:
        return Word(name.text, words[0].form, words[0].lemma, True)
    return Phrase(name.text, tuple(words))


def _is_unspaced(word: Word) -> bool:
    return len(word.form) == 1 and not word.form.isascii()


def _joined(words: list[Word]) -> Word | Phrase:
    written = words[0].text
    for before, word in pairwise(words):
        written += word.text if _is_unspaced(before) and _is_unspaced(word) else f" {word.text}"
    return words[0] if len(words) == 1 else Phrase(written, tuple(words), quoted=True)
