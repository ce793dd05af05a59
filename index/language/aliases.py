"""Names that are one: groups of spellings, found at word boundaries only and folded to one when asked."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.language.lemmas import lemma_of
from index.language.tokens import Token, tokenize, without_overlays

GENERAL_GROUPS = (
    ("United States", "US", "U.S.", "USA", "U.S.A.", "United States of America"),
    ("United Kingdom", "UK", "U.K."),
    ("European Union", "EU", "E.U."),
    ("United Nations", "UN", "U.N."),
)
"""Names every English newspaper writes in several ways; a story's own names come from the settings."""


MIN_INFLECTED = 5
"""Letters from which on a name of one word may be recognised in another form of it."""


class AliasName(NamedTuple):
    """One spelling: as it was written, and the forms of its words."""

    text: str
    forms: tuple[str, ...]


class Found(NamedTuple):
    """A name found in a sequence of words: the place of its first word, how many it has, and its group's number."""

    place: int
    length: int
    group: int


class Aliases:
    """Groups of names; make it with ``from_groups``. Looking up is one dictionary access a word."""

    def __init__(self, groups: Sequence[Sequence[AliasName]]) -> None:
        self.groups: tuple[tuple[AliasName, ...], ...] = tuple(tuple(group) for group in groups)
        self._by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for number, group in enumerate(self.groups):
            for name in group:
                self._by_first.setdefault(name.forms[0], []).append((name.forms, number))
        self._by_lemma: dict[str, list[AliasName]] = {}
        for name in (name for group in self.groups for name in group if len(name.forms) > 1):
            for lemma in dict.fromkeys(map(lemma_of, name.forms)):
                self._by_lemma.setdefault(lemma, []).append(name)
        self._single: dict[str, int] = {}
        for number, group in enumerate(self.groups):
            for name in group:
                if len(name.forms) == 1 and len(name.forms[0]) >= MIN_INFLECTED:
                    self._single.setdefault(lemma_of(name.forms[0]), number)
        for names in self._by_first.values():
            names.sort(key=lambda entry: (-len(entry[0]), entry))

    @classmethod
    def from_groups(cls, groups: Iterable[Iterable[str]], general: bool = True) -> "Aliases":
        """Return the aliases of ``groups``, each a list of names that mean the same; groups that share a name are one.

        ``general`` adds the names every newspaper abbreviates (US, UK, EU, UN).
        """
        merged: list[dict[tuple[str, ...], AliasName]] = []
        for group in [*groups, *(GENERAL_GROUPS if general else ())]:
            names: dict[tuple[str, ...], AliasName] = {}
            for text in group:
                forms = tuple(token.form for token in without_overlays(tokenize(str(text))))
                if forms:
                    names.setdefault(forms, AliasName(str(text), forms))
            same = [known for known in merged if known.keys() & names.keys()]
            if not same:
                merged.append(names)
                continue
            for other in [*same[1:], names]:
                for forms, name in other.items():
                    same[0].setdefault(forms, name)
            merged = [known for known in merged if all(known is not other for other in same[1:])]
        return cls([tuple(names.values()) for names in merged if len(names) > 1])

    def at(self, forms: Sequence[str], index: int) -> Found | None:
        """Return the longest name that begins at ``forms[index]``, or None."""
        for name, group in self._by_first.get(forms[index], ()):
            if tuple(forms[index : index + len(name)]) == name:
                return Found(index, len(name), group)
        return None

    def inflected(self, form: str) -> int | None:
        """Return the number of the group of which ``form`` inflects a name of one word, as in a plural; or None."""
        return self._single.get(lemma_of(form))

    def inflecting(self, form: str, lemma: str) -> list[AliasName]:
        """Return the names of several words that hold an inflection of ``lemma``, but not the word ``form`` itself."""
        return [name for name in self._by_lemma.get(lemma, ()) if form not in name.forms]

    def find(self, forms: Sequence[str]) -> list[Found]:
        """Return all names in a sequence of forms, longest first at each place, without overlap."""
        found = []
        index = 0
        while index < len(forms):
            name = self.at(forms, index) if forms[index] in self._by_first else None
            if name:
                found.append(name)
            index += name.length if name else 1
        return found

    def canonical(self, tokens: Iterable[Token]) -> list[Token]:
        """Return the words of ``tokens`` with every name replaced by one token, the same for the whole group.

        The new token spans the name; its form and stem are the group's first name, closed up. Overlays are left out.
        """
        words = list(without_overlays(tokens))
        result = []
        index = 0
        for found in self.find([token.form for token in words]):
            result.extend(words[index : found.place])
            first, last = words[found.place], words[found.place + found.length - 1]
            form = "".join(self.groups[found.group][0].forms)
            result.append(Token(form, form, first.start, last.end, first.position, found.length))
            index = found.place + found.length
        return [*result, *words[index:]]

    def __bool__(self) -> bool:
        return bool(self.groups)


NO_ALIASES = Aliases(())
"""Every name is only itself."""
