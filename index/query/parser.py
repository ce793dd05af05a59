"""Turns the signs of a query into its tree; what does not fit is searched as text or left out, and said."""

from collections.abc import Mapping, Sequence

from index.language import NO_ALIASES, Aliases
from index.query.fields import PLAIN_FIELDS, field_node
from index.query.lexer import Kind, Sign, signs_of
from index.query.tree import (
    Alias,
    And,
    Everything,
    Fuzzy,
    InZones,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    Word,
)
from index.query.wording import in_words
from index.query.words import MAX_NEAR, Reader, conjunction
from index.records import ZoneKind

MAX_CHARACTERS = 8_000
"""What lies behind is left out, and said: no question is that long, and no query may take a second."""

MAX_WORDS = 400
MAX_DEPTH = 24
MAX_SAVED_DEPTH = 4
MAX_SAVED = 16

_FREE = frozenset({Kind.OPEN, Kind.CLOSE, Kind.AND, Kind.OR})
"""Signs that ask for nothing themselves."""

_TERMS = (Word, Phrase, Prefix, Fuzzy, Alias)


def parse_query(
    text: str, *, aliases: Aliases = NO_ALIASES, saved: Mapping[str, str] | None = None, expand: bool = True
) -> Query:
    """Return the query that ``text`` means; see DESIGN.md, "Query language". Never raises.

    ``aliases`` expand names unless ``expand`` is off; ``saved`` are the queries that ``@name`` stands for.
    Linear in the length of the text.
    """
    notes: list[str] = []
    tree = _tree(text, Reader(aliases if expand else NO_ALIASES, notes, []), _Saved(saved or {}))
    return Query(text, tree, in_words(tree), tuple(dict.fromkeys(notes)))


class _Saved:
    """The saved searches, with how deep in one another and how often they may be used in one query."""

    def __init__(self, queries: Mapping[str, str]) -> None:
        self.queries = queries
        self.depth = 0
        self.uses = 0

    def allows(self) -> bool:
        """Say whether one more may be used, and count it."""
        self.uses += 1
        return self.depth < MAX_SAVED_DEPTH and self.uses <= MAX_SAVED


def _tree(text: str, reader: Reader, saved: _Saved) -> Node:
    if len(text) > MAX_CHARACTERS:
        reader.notes.append(f"the query is too long; only its first {MAX_CHARACTERS:,} characters were used")
        text = text[:MAX_CHARACTERS]
    signs = signs_of(text, reader.notes)
    if sum(sign.kind not in _FREE for sign in signs) > MAX_WORDS:
        reader.notes.append(f"the query has too many words; only the first {MAX_WORDS} were used")
        signs = _first_signs(signs)
    parser = _Parser(text, _balanced(signs, reader.notes), reader, saved)
    return _simplified(parser.whole()) or Nothing()


def _first_signs(signs: Sequence[Sign]) -> list[Sign]:
    kept: list[Sign] = []
    words = 0
    for sign in signs:
        words += sign.kind not in _FREE
        if words > MAX_WORDS:
            break
        kept.append(sign)
    return kept


def _balanced(signs: Sequence[Sign], notes: list[str]) -> list[Sign]:
    """Return the signs without parentheses that have no partner or lie too deep."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    lonely = deep = False
    for index, sign in enumerate(signs):
        if sign.kind is Kind.OPEN:
            opened.append(index)
        elif sign.kind is Kind.CLOSE and opened:
            start = opened.pop()
            if len(opened) < MAX_DEPTH:
                partners[start] = index
            else:
                deep = True
        elif sign.kind is Kind.CLOSE:
            lonely = True
    if lonely or opened:
        notes.append("a parenthesis has no partner; it was left out")
    if deep:
        notes.append(f"parentheses deeper than {MAX_DEPTH} were left out")
    kept = partners.keys() | set(partners.values())
    return [s for i, s in enumerate(signs) if s.kind not in {Kind.OPEN, Kind.CLOSE} or i in kept]


class _Parser:
    """Walks over the signs once: alternatives of conjunctions of negations of proximities of single things."""

    def __init__(self, text: str, signs: Sequence[Sign], reader: Reader, saved: _Saved) -> None:
        self.text = text
        self.signs = signs
        self.reader = reader
        self.saved = saved
        self.place = 0

    def whole(self) -> Node | None:
        """Return the tree of all signs."""
        parts = []
        while self._kind() is not None:
            parts.append(self._alternatives())
            if self._kind() is Kind.CLOSE:
                self.place += 1
        return _all_of(parts)

    def _kind(self, ahead: int = 0) -> Kind | None:
        index = self.place + ahead
        return self.signs[index].kind if index < len(self.signs) else None

    def _next(self) -> Sign:
        self.place += 1
        return self.signs[self.place - 1]

    def _alternatives(self) -> Node | None:
        parts = [self._conjunction()]
        while self._kind() is Kind.OR:
            self._next()
            parts.append(self._conjunction())
            if parts[-1] is None or parts[0] is None:
                self.reader.notes.append("OR needs something on both sides; it was left out")
        kept = [part for part in parts if part is not None]
        return kept[0] if len(kept) == 1 else Or(tuple(kept)) if kept else None

    def _conjunction(self) -> Node | None:
        parts: list[Node | None] = []
        while (kind := self._kind()) not in {None, Kind.OR, Kind.CLOSE}:
            if kind is Kind.AND:
                self._next()
                if not parts or self._kind() in {None, Kind.OR, Kind.CLOSE, Kind.AND}:
                    self.reader.notes.append("AND needs something on both sides; it was left out")
                continue
            parts.extend(self._negation())
        return _all_of(parts)

    def _negation(self) -> list[Node | None]:
        negations = 0
        while self._kind() is Kind.NOT:
            self._next()
            negations += 1
        if not negations:
            return self._proximity()
        if self._kind() in {None, Kind.OR, Kind.CLOSE, Kind.AND}:
            self.reader.notes.append("NOT needs something after it; it was left out")
            return []
        first, *rest = self._proximity(single=True) or [None]
        if first is None:
            return rest
        return [Not(first) if negations % 2 else first, *rest]

    def _proximity(self, single: bool = False) -> list[Node | None]:
        """Return what stands next; of several words before NEAR only the last takes part in it."""
        parts = self._single(single)
        while self._kind() is Kind.NEAR:
            near = self._next()
            after = self._single(True)
            left, right = (parts[-1] if parts else None), (after[0] if after else None)
            members = _members(left) + _members(right)
            unfit = left is None or right is None or not all(isinstance(member, _TERMS) for member in members)
            if unfit or len(members) > MAX_NEAR:
                self.reader.notes.append(
                    f"up to {MAX_NEAR} words can be near to each other; all were searched instead"
                    if not unfit
                    else "NEAR needs a word, name or phrase on both sides; all were searched instead"
                )
                parts = [*parts, *after]
                continue
            parts = [*parts[:-1], Near(tuple(m for m in members if isinstance(m, _TERMS)), near.number), *after[1:]]
        return parts

    def _single(self, one: bool = False) -> list[Node | None]:
        """Return the nodes of a run of words (of one word when ``one``), a phrase, a field or a parenthesis."""
        if self._kind() in {None, Kind.OR, Kind.CLOSE, Kind.AND, Kind.NEAR}:
            return []
        if self._kind() is Kind.NOT:
            return self._negation()
        sign = self._next()
        if sign.kind is Kind.OPEN:
            inner = self._alternatives()
            if self._kind() is Kind.CLOSE:
                self._next()
            return [inner]
        if sign.kind is Kind.QUOTED:
            return [self._quoted(sign, exact=False)]
        if sign.kind is Kind.EXACT:
            return self._exact()
        if sign.kind is Kind.FIELD:
            return [self._field(sign)]
        if sign.kind is Kind.SAVED:
            return [self._saved(sign)]
        return list(self._run(sign, one))

    def _run(self, sign: Sign, one: bool) -> list[Term]:
        end = sign.end
        glued = self.text[end : end + 1] == ":"
        while self._kind() is Kind.TEXT and (not one or glued) and self._kind(1) is not Kind.NEAR:
            end = self._next().end
            glued = False
        terms = self.reader.terms(self.text[sign.start : end])
        if one and len(terms) > 1:
            return [conjunction(terms)]  # type: ignore[list-item]
        return terms

    def _exact(self) -> list[Node | None]:
        if self._kind() is Kind.QUOTED:
            return [self._quoted(self._next(), exact=True)]
        if self._kind() is Kind.TEXT:
            sign = self._next()
            return [conjunction(self.reader.terms(sign.text, exact=True))]
        return self._single(True)

    def _quoted(self, sign: Sign, exact: bool) -> Node | None:
        if sign.number < 0:
            return self.reader.phrase(sign.text, exact)
        terms = self.reader.terms(sign.text, exact)
        if len(terms) > MAX_NEAR:
            self.reader.notes.append(f"up to {MAX_NEAR} words can be near to each other; all were searched instead")
            return conjunction(terms)
        return Near(tuple(terms), sign.number) if len(terms) > 1 else conjunction(terms)

    def _field(self, sign: Sign) -> Node | None:
        kind = self._kind()
        if sign.text in PLAIN_FIELDS:
            if kind not in {Kind.TEXT, Kind.QUOTED, Kind.EXACT, Kind.SAVED}:
                self.reader.notes.append(f"{sign.text}: needs a value right after it; it was left out")
                return None
            if kind in {Kind.EXACT, Kind.SAVED}:
                self._next()
            value = self._next() if self._kind() in {Kind.TEXT, Kind.QUOTED} else sign
            node = field_node(sign.text, value.text.strip(), self.reader.notes)
            return node or conjunction(self.reader.terms(value.text))
        inner = _all_of(self._single(True))
        if inner is None:
            self.reader.notes.append(f"{sign.text}: needs a word right after it; it was left out")
            return None
        return InZones((ZoneKind.TITLE,), inner, title=True)

    def _saved(self, sign: Sign) -> Node | None:
        queries = self.saved.queries
        if sign.text not in queries:
            names = ", ".join(f"@{name}" for name in sorted(queries)) or "none"
            self.reader.notes.append(f"there is no saved search @{sign.text}; it was searched as text; saved: {names}")
            return conjunction(self.reader.terms(sign.text))
        if not self.saved.allows():
            self.reader.notes.append(f"@{sign.text} names itself, or others too often; it was left out")
            return None
        self.saved.depth += 1
        tree = _tree(queries[sign.text], self.reader, self.saved)
        self.saved.depth -= 1
        return tree


def _members(node: Node | None) -> tuple[Node, ...]:
    """Return the terms a side of NEAR brings: its own, or those of a proximity before it."""
    return node.parts if isinstance(node, Near) else (node,) if node is not None else ()


def _all_of(parts: Sequence[Node | None]) -> Node | None:
    """Return a conjunction; a zone in it narrows where the others are looked for."""
    kept: list[Node] = []
    for part in parts:
        kept.extend(part.parts if isinstance(part, And) else (part,) if part is not None else ())
    wanted = [part for part in kept if isinstance(part, InZones) and part.part is None]
    unwanted = [p.part for p in kept if isinstance(p, Not) and isinstance(p.part, InZones) and p.part.part is None]
    others = [part for part in kept if part not in wanted and not (isinstance(part, Not) and part.part in unwanted)]
    if wanted or unwanted:
        zones = [kind for kind in ZoneKind if all(kind in part.zones for part in wanted[:1]) or _named(kind, wanted)]
        zones = [kind for kind in zones if not any(kind in part.zones for part in unwanted)]
        inside = [part for part in others if _has_places(part)]
        outside = [part for part in others if not _has_places(part)]
        kept = [*outside, InZones(tuple(zones), _all_of(inside))]
    if not kept:
        return None
    if all(isinstance(part, Not) for part in kept):
        kept = [Everything(), *kept]
    return kept[0] if len(kept) == 1 else And(tuple(kept))


def _named(kind: ZoneKind, wanted: Sequence[InZones]) -> bool:
    return any(kind in part.zones for part in wanted)


def _has_places(node: Node) -> bool:
    """Say whether a node is about places in the text, and not about the document as a whole."""
    match node:
        case And(parts=parts) | Or(parts=parts):
            return any(_has_places(part) for part in parts)
        case Not(part=part):
            return _has_places(part)
        case _:
            return isinstance(node, (*_TERMS, Near))


def _simplified(node: Node | None) -> Node | None:
    """Return a tree whose lone or alternative negations are "everything but"."""
    match node:
        case Not(part=part):
            inner = _simplified(part)
            return None if inner is None else And((Everything(), Not(inner)))
        case Or(parts=parts):
            kept = [part for part in map(_simplified, parts) if part is not None]
            return kept[0] if len(kept) == 1 else Or(tuple(kept)) if kept else None
        case _:
            return node
