"""The class of each token: what the word lists say, decided between by what stands on both sides.

The rules are few and in the manner of Brill's: each looks at the decided classes before a word and at the first class
of the word behind it.
"""

import re
from collections.abc import Callable, Sequence

from index.annotation.lexicon import classes_of, is_known
from index.annotation.records import Token
from index.annotation.tokens import Piece

_NOMINAL_BEFORE = frozenset("DPJC'")
"""Classes behind which a noun or adjective stands, and no finite verb."""
_NOUN_LIKE = frozenset("nsNJCt")
_SUBJECT_AND_DAY = 2
"""Tokens at least that a subject and the day behind it take."""
_SUBJECT = frozenset("nsNpEC")
_HAVE_BE = frozenset("hb")
_SKIPPED = frozenset('R!"')
_MONTHS_TOO = frozenset({"may", "march"})


def tag(pieces: Sequence[Piece], named: Sequence[bool], shouted: bool) -> tuple[Token, ...]:
    """Return the pieces with their classes.

    ``named`` says of each piece whether it is inside a name; ``shouted`` that capitals say nothing, as in a headline.
    """
    options = [_options(piece, named[place], shouted, place) for place, piece in enumerate(pieces)]
    _mark_days(pieces, options)
    _mark_bounds(pieces, options)
    letters = _Tagger(pieces, options).letters()
    make = tuple.__new__
    return tuple(
        [
            make(Token, (piece.start, piece.end, piece.text, piece.form, letter))
            for piece, letter in zip(pieces, letters, strict=True)
        ]
    )


def _mark_days(pieces: Sequence[Piece], options: list[str]) -> None:
    """Make the number of a day a word of time: "4 May", "May 4"."""
    for place, letters in enumerate(options):
        if letters[0] != "t" or pieces[place].form in _NO_MONTH:
            continue
        if "tt" not in (letters, classes_of(pieces[place].form)) and pieces[place].form not in _MONTHS_TOO:
            continue
        for beside in (place - 1, place + 1):
            if 0 <= beside < len(pieces) and options[beside] in "CJ" and _DAY.fullmatch(pieces[beside].form):
                options[beside] = "t"
                break


def _mark_bounds(pieces: Sequence[Piece], options: list[str]) -> None:
    """Make the words adverbs that bound a number: "at least 63", "up to 63", "as many as 63"."""
    for place, piece in enumerate(pieces[:-2]):
        if piece.form not in _BOUNDING:
            continue
        for bound in _BOUNDS:
            end = place + len(bound)
            same = tuple([other.form for other in pieces[place:end]]) == bound
            if same and end < len(pieces) and options[end][0] in "CD":
                options[place:end] = ["R"] * len(bound)


_BOUNDS = tuple(
    tuple(bound.split()) for bound in ("at least", "at most", "up to", "as many as", "as few as", "as much as")
)
_BOUNDING = frozenset({"at", "up", "as"})
_NO_MONTH = frozenset({"today", "yesterday", "tomorrow", "tonight"})
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")


def _options(piece: Piece, named: bool, shouted: bool, place: int) -> str:
    """Return the letters that a piece may have without its context, likeliest first."""
    kind = piece.kind
    if kind == "word":
        form = piece.form
        if len(form) == 1 and piece.text.endswith("."):
            return "N"
        capital = piece.text[0].isupper()
        if named:
            return "t" if classes_of(form)[0] == "t" else "N"
        if capital and not shouted and place and form in _MONTHS_TOO:
            return "t"
        letters = classes_of(form)
        if capital and not shouted and place and letters[0] in "nsJvzedgR" and len(form) > 1:
            return "N" + letters
        if capital and not shouted and letters == "n" and not is_known(form) and "-" not in form:
            return "N"  # the first word of a sentence, and no word of a list
        if piece.text[0].isdigit():
            return "J" if not form[-1:].isdigit() else "C"
        return letters
    if kind == "number":
        return "J" if piece.form[-2:] in _ORDINAL_ENDS and piece.form[-3:-2].isdigit() else "C"
    if kind == "clitic":
        return _CLITICS.get(piece.form, "'")
    return kind


_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
_CLITICS = {"n't": "!", "'s": "'b", "'re": "b", "'m": "b", "'ve": "h", "'ll": "m", "'d": "mh"}


class _Tagger:
    """Decides the classes of one sentence's tokens, from left to right."""

    def __init__(self, pieces: Sequence[Piece], options: Sequence[str]) -> None:
        self.pieces = pieces
        self.options = [*options, "."]
        self.decided: list[str] = []
        self.place = 0
        self.form = ""
        self.before = "."
        """The class of the token before."""
        self.behind = "."
        """The class of the last token that is no adverb, negation or quotation mark, and its place."""
        self.at = -1
        self.following = "."
        """The letters of the token behind, likeliest first."""

    def letters(self) -> list[str]:
        """Return the class of every token."""
        for place, own in enumerate(self.options[:-1]):
            if len(own) == 1 and own not in _ALWAYS_DECIDED:
                self.decided.append(self._verb_after_determiner(place) if own == "v" else own)
            else:
                self.decided.append(self._decide(place, own))
        return self.decided

    def _verb_after_determiner(self, place: int) -> str:
        """Return the class of what is only a verb in the lists: "a recount", where an article says otherwise."""
        nominal = place > 0 and self.decided[-1] in "DPJ'" and self.options[place + 1][0] not in "DPp"
        return "n" if nominal else "v"

    def _decide(self, place: int, own: str) -> str:
        decided = self.decided
        self.place, self.form = place, self.pieces[place].form
        self.before = decided[-1] if decided else "."
        at = place - 1
        while at >= 0 and decided[at] in _SKIPPED:
            at -= 1
        self.at, self.behind = at, decided[at] if at >= 0 else "."
        self.following = self.options[place + 1]
        special = _SPECIAL.get(own)
        return special(self) if special else self._open_class(own)

    def _next_forms(self, count: int) -> list[str]:
        return [piece.form for piece in self.pieces[self.place + 1 : self.place + 1 + count]]

    def _to(self) -> str:
        index = self.place + 1
        while index < len(self.pieces) and (classes_of(self.pieces[index].form) in {"R", "!"}):
            index += 1
        if index >= len(self.pieces) or self.pieces[index].kind != "word":
            return "I"
        word = self.pieces[index]
        letters = classes_of(word.form)
        if word.text[0].isupper() and self.place:
            return "I"
        if letters[0] in "bho":
            return "T" if word.form in {"be", "have", "do"} else "I"
        if "v" not in letters:
            return "I"
        return "T"  # "to work" is a verb more often than "to school" is a noun

    def _that(self) -> str:
        """Return whether ``that`` points (D), stands for a noun (W), or opens a clause (S)."""
        first = self.following[0]
        if self.behind in "nsN" and first in "zdbhmoe" and self.before != ",":
            return "W"
        if self.behind in "I." or (self.before in "Tc" and first in "ns"):
            return "D"
        return "D" if self.behind in "vg" and first in "nv" and "s" not in self.following else "S"

    def _her(self) -> str:
        return "P" if self.following[0] in "nsJNCvegt" else "p"

    def _genitive(self) -> str:
        """Return whether ``'s`` marks a possessor or is short for "is" or "has"."""
        before = self.pieces[self.place - 1].form if self.place else ""
        if self.before not in "nsNtCJD" or before in _NO_POSSESSORS:
            return "b"
        verb_behind = self.following in {"gn", "g", "R"} and self.before != "t"
        return "b" if self.following[0] in "D!pIS" or verb_behind else "'"

    def _either_preposition(self) -> str:
        """Return whether a word such as ``up`` or ``on`` governs a noun (I) or goes with its verb (R)."""
        if self.form in _ROUGHLY and self.following[0] == "C":
            return "R"
        return "R" if self.following[0] in ".,:IRcTW" else "I"

    def _since(self) -> str:
        """Return whether ``after`` or ``since`` opens a clause (S) or a phrase (I): a finite verb soon behind tells."""
        if self.form == "than" and self.following[0] == "C":
            return "R" if self.before in "RDJ" else "I"
        ahead = slice(self.place + 1, self.place + 9)
        for piece, letters in zip(self.pieces[ahead], self.options[ahead], strict=False):
            if piece.kind in {",", ".", ":"}:
                return "I"
            if letters in {"d", "z", "de", "b", "m", "o", "h"} and piece.form not in {"be", "been", "being", "having"}:
                return "S"
            if letters[0] in "gW":
                return "I"
        return "I"

    def _but(self) -> str:
        return "R" if self.form in {"so", "yet"} and self.following[0] in "JR" else "c"

    def _have_d(self) -> str:
        return "h" if self.following[0] in "deb" else "m"

    def _determiner(self) -> str:
        """Return the class of a determiner; "no longer" and "no more" are negations of the verb."""
        forms = self._next_forms(2)
        if self.form in {"less", "more", "fewer"} and self.before in "cC":
            return "D" if self.following[0] in "nsNJg" else "R"
        if self.form == "no" and forms[:1] == ["longer"]:
            return "!"
        if "than" in forms and (self.form == "no" or forms[0] == "than"):
            counted = self.options[min(self.place + forms.index("than") + 2, len(self.options) - 1)]
            return "R" if counted[0] == "C" else "D"
        return "D"

    def _open_class(self, own: str) -> str:
        """Decide between the classes of an open word: noun, verb, adjective, adverb."""
        if own[0] == "N":
            return "N"
        verbal = [letter for letter in own if letter in "vzde"]
        nominal = next((letter for letter in own if letter in "nsJ"), "")
        if "g" in own:
            return self._gerund(own)
        if "v" in verbal and self.behind in "Tmo":
            inverted = self.at == 0 and self.behind in "mo" and nominal
            return nominal if inverted else "v"
        if self.behind in _HAVE_BE and "e" in verbal:
            return "e" if self.behind == "h" or self.before != "D" else "J"
        if verbal and set(own) <= set("dev") and ("d" in verbal or "e" in verbal):
            return self._past(own)
        if self.before in _NOMINAL_BEFORE and nominal:
            if self.before == "J" and self.decided[-2:-1] == ["b"]:
                return nominal
            return self._modifier(own, nominal)
        if not verbal:
            return own[0]
        if nominal == "s":
            return self._plural_or_verb(own)
        return self._noun_or_verb(own, nominal)

    def _modifier(self, own: str, nominal: str) -> str:
        """Return the class of a word behind a determiner, adjective or number: a noun or adjective."""
        if self.before == "C" and nominal == "s":
            return "s"
        if "e" in own and "n" not in own and "J" not in own:
            return "J"
        return nominal

    def _gerund(self, own: str) -> str:
        if self.before in "DPJ'" and self.following[0] not in "DPpNC":
            return "J" if self.following[0] in "nsN" and own[0] == "g" else "n"
        if own[0] == "n" and self.behind == "b" and self.before != "D":
            return "n" if self.following == "I" and self._next_forms(1) == ["of"] else "g"
        if own[0] == "J":
            object_behind = self.following[0] in "DPpC" or (self.before == "b" and self.following[0] in "nsN")
            return "g" if self.before in "ITvzdR,b" and object_behind else "J"
        if own in {"g", "gn"}:
            return "g"
        return own[0] if own[0] != "n" or self.before in "nIN" else "n"

    def _past(self, own: str) -> str:
        """Return past tense, participle or adjective for a form like ``injured``."""
        if self.behind in _HAVE_BE and "e" in own:
            return "e"
        if self.before in "DPJ'C" and self.following[0] in "nsNJC" and "e" in own:
            return "J" if self.before != "C" or self.following[0] in "nsN" else "e"
        if self.before == "D" and "e" in own and self.following[0] in ".,:bmIcz":
            return "J"
        determined = self.before == "R" and self.decided[-2:-1] != [] and self.decided[-2] in "DP'C"
        if determined and self.following[0] in "nsN" and "e" in own:
            return "J"
        if self.before in "IJ" and self.following[0] in "nsN" and "e" in own and self.behind == self.before:
            return "J"
        if self.behind in "W" or (self.behind == "p" and "d" in own):
            return "d" if "d" in own else own[0]
        if self.following.startswith("by") and "e" in own:
            return "e"
        if self.behind in ".:,c" and "e" in own and self.following[0] in "nsN" and own[0] == "e":
            return "J"
        if "d" in own and (self.behind in _SUBJECT or self._is_behind_day()):
            return "d"
        return own[0]

    def _is_behind_day(self) -> bool:
        """Return whether a verb follows its time, as agencies write: "a court on Monday convicted the mayor"."""
        return self.behind == "t" and self.following[0] in _AFTER_VERB and self.at >= _SUBJECT_AND_DAY

    def _plural_or_verb(self, own: str) -> str:
        """Return whether ``orders`` is a noun or a verb."""
        if "z" not in own:
            return "s"
        if self.behind in "pWE" and self.before not in "DPJ'":
            return "z"
        if self.before == "!" or self.behind in "IDPJ'Cvgc.,:TdbhSz":
            if self.behind in ",:" and own[0] == "z":
                return "z" if self.following[0] in "DPpNCTISR" else "s"
            return "s"
        if self.behind in "nN":
            return "z" if self.following[0] in "DPpNCTSWJ" or own[0] == "z" else "s"
        return own[0] if self.behind != "s" else "s"

    def _noun_or_verb(self, own: str, nominal: str) -> str:
        """Return whether ``order`` is a noun or a verb."""
        finite = any(letter in "vzdbhmo" for letter in _CLAUSE_BREAK.split("".join(self.decided[-10:]))[-1])
        if self.behind in "ps" and "v" in own:
            if self.behind == "p" and self.before not in "DPJ'":
                return "v" if nominal != "J" or own[0] == "v" else own[0]
            if self.behind == "s" and not finite and self.following[0] in "DPpNCTSIR.," and own != "n":
                return "v"
        if "d" in own and self.behind in "nN" and self.following[0] in "DPCNpI" and not finite:
            return "d"
        inverted = self.decided != [] and self.decided[0] in "mo" and _FULL_VERBS.isdisjoint(self.decided)
        if inverted and self.following[0] in _AFTER_VERB:
            return "v"
        if self.behind in "I" or (self.behind in "nN" and nominal):
            return nominal or own[0]
        if self.behind == "W":
            return "v" if "v" in own else own[0]
        return "n" if self.before == "D" and own[0] == "v" else own[0]


_ALWAYS_DECIDED = frozenset("TD")
"""Single letters that do not settle the class."""
_FULL_VERBS = frozenset("vzde")
_NO_POSSESSORS = frozenset({"that", "what", "who", "here", "there", "how"})
_ROUGHLY = frozenset({"about", "around", "over", "up", "down"})
_CLAUSE_BREAK = re.compile("[:,cSW]")
_AFTER_VERB = frozenset("DPpNCTIR.")
_SPECIAL: dict[str, Callable[[_Tagger], str]] = {
    "T": _Tagger._to, "WS": _Tagger._that, "Pp": _Tagger._her, "'b": _Tagger._genitive, "D": _Tagger._determiner,
    "IR": _Tagger._either_preposition, "SI": _Tagger._since, "cR": _Tagger._but, "mh": _Tagger._have_d,
    "DI": _Tagger._determiner,
}  # fmt: skip
