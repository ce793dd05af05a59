"""Speakers of all kinds of claims: who can speak at all, and short names made the full ones the document knows."""

import re
from collections.abc import Iterable, Mapping, Sequence

from index.language.folding import fold_word
from index.language.names import Name

_SPEAKING_WORDS = """
account activist actor actress adviser advisor agency aide ambassador analyst article association athlete attorney
author authority bank board body bureau business businessman cabinet campaigner captain carrier celebrity center
centre chairman chairwoman chief church citizen city club coach commentator commission commissioner committee
community company congress consultant correspondent council country court creator creditor crew critic customer
cop defendant delegate department deputy detective developer diplomat director doctor document driver economist editor
embassy employee engineer everyone executive expert family fan farmer father federation figure filing film-maker firm
forecaster foundation founder friend general government governor group headteacher historian hospital husband insider
inspector institute investigator investor journalist judge juror jury kremlin lawmaker lawyer leader lecturer letter
magazine magistrate maker man manager manufacturer many marshal mayor media member memo meteorologist minister
ministry mother mp nation neighbor neighbour netizen network newspaper nurse observer office officer official operator
opponent organiser organisation organization organizer others outlet owner panel paper parent parliament participant
party passenger patient people person physician physicist pilot player police politician poll pollster post premier
presenter president press priest principal producer professor programme prosecutor prosecution protester psychologist
rabbi reader regulator relative release report reporter representative researcher resident review reviewer rival rescuer
schoolboy scientist secretary senator sergeant service sheriff singer site sister soldier some someone son source
spokesman spokesperson spokeswoman staff startup statement station statistician strategist student study supporter
surgeon survey survivor suspect teacher team teenager tenant tourist trader trainer tribunal trustee tweet
union university user veteran victim viewer villager volunteer voter website wife witness woman worker writer youth he
she they police who boss brother daughter dealer driver bishop pope king queen prince princess widow uncle aunt cousin
daughter grandmother grandfather mum dad mom crowd airline airport academic aide anchor archaeologist astronomer
astronaut artist bishop blogger booker broker campaign caller chef chancellor charity client clerk colleague columnist
comedian commander company contractor controller counsel counselor counsellor couple dean designer director donor
economist envoy examiner filmmaker firefighter fisherman guard guest guide host hotel investor landlord legislator
lender lobby merchant monitor mps musician negotiator novelist officer outfit paramedic partner pastor peer performer
photographer plaintiff planner poet practitioner premier promoter provider publication publisher rapper rebel recruiter
referee refugee republican democrat retailer scholar school seller server shareholder shop shopkeeper skipper
spectator sponsor squad store striker supplier theorist think-tank thinktank tenant vendor warden watchdog
attendant tracker fellow military zoo force head banker bloc block advocate girl boy gunman nobody whoever everybody
channel lover champion enforcement rumor rumour visitor model hacker those all another each
"""
_SPEAKING = frozenset(_SPEAKING_WORDS.split())
_DATA = frozenset("data figures statistics research records estimates papers documents findings results polls".split())
_POINTING = frozenset("this that these those it such".split())
_HEAD_END = re.compile(
    r"\s(?:of|in|on|at|from|for|with|by|to|who|which|that|whose|familiar|close|briefed|speaking|named|called|working"
    r"|living|managed|based|near|behind|about|inside|across|and)\b|[,(;:“\"]"
)
_CAPITAL = re.compile(r"(?:^|\s)[^\W\d_a-z]")
_TITLE = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sen|Rep|Gov|President|Senator|Sir|Dame|Lord|Lady|Judge|Justice|Captain|Capt"
    r"|Sgt|Lt|Gen|Col|Coach)\.?\s+"
)


def can_speak(speaker: str) -> bool:
    """Tell whether a phrase names somebody, or a document, that can say something; "net income" cannot.

    A name can, in scripts without capitals every phrase; of other phrases the head noun decides.
    """
    words = speaker.split()
    if not words:
        return False
    if not speaker.isascii() and not any(character.islower() for character in speaker):
        return True
    head_words = _HEAD_END.split(speaker.strip(), maxsplit=1)[0].split()
    if not head_words:
        return _CAPITAL.search(speaker) is not None
    head = head_words[-1]
    if any(word[0].isupper() for word in head_words[1:]) or (head[0].isupper() and _is_name(head)):
        return True
    folded = fold_word(head.rstrip(".’'s") if head.endswith(("’s", "'s")) else head)
    if folded in _DATA:
        return fold_word(words[0]) not in _POINTING
    return folded in _SPEAKING or _singular(folded) in _SPEAKING


def _is_name(word: str) -> bool:
    folded = fold_word(word)
    return folded not in _POINTING and not word.isdigit()


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word.removesuffix("s")


def full_names(names: Iterable[Sequence[Name]]) -> Mapping[str, str]:
    """Return last names, folded, with the one full name of two to four words in the document that ends with each."""
    found: dict[str, str | None] = {}
    for sentence in names:
        for name in sentence:
            words = name.key.split()
            if not 2 <= len(words) <= 4:
                continue
            known = found.get(words[-1], name.text)
            same = known is not None and (known == name.text or fold_word(known.split()[0]) == words[0])
            found[words[-1]] = known if same else None
    return {last: full for last, full in found.items() if full is not None}


def full_name(speaker: str, known: Mapping[str, str]) -> str:
    """Return the full name that the document knows for a speaker given by the last name only, else the speaker."""
    bare = _TITLE.sub("", speaker.strip())
    if " " in bare or not bare[:1].isupper():
        return speaker
    return known.get(fold_word(bare), speaker)
