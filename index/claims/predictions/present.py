"""What only looks forward: guesses about the present or past, abilities, reports of what was once planned.

A modal verb is epistemic of the present where its predicate is a state or goes on now ("may be why", "could reflect",
"might be trying"), and it is an ability under words of knowing or doubting (Quirk et al., "A Comprehensive Grammar of
the English Language", 4.51-4.54; Palmer, "Mood and Modality", 2.1). "The next five years" counts from the time that
the sentence tells of, unlike "next week", which counts from today (Quirk et al., 8.58-8.59).
"""

import re

from index.claims.predictions.rules import REPORT, Rule

_QUOTE = r"[“”\"‘’']?"
_STATES = (
    r"reflect|indicate|signify|mirror|imply|suggest|explain|account\sfor|stem\sfrom|derive\sfrom|relate\sto|owe|denote"
    r"|correspond|coincide|refer\sto|amount\sto|know|believe|think|remember|resemble|contain|consist|already|well\sbe"
)
_STATE_ADJECTIVES = (
    r"related|linked|connected|tied|due|attributable|attributed|caused|explained|rooted|based|inspired|motivated|behind"
    r"|worried|concerned|afraid|aware|unaware|familiar|confused|anxious|wary|tempted|right|wrong|true|false|correct"
    r"|mistaken|why|because|how|what|one\sreason|part\sof\sthe\sreason|the\s(?:\w+\s)?(?:reason|cause|result|source)"
    r"|a\s(?:\w+\s)?(?:reason|cause|result|sign|coincidence|symptom|reflection)|evidence|proof|as\s(?:old|young|many|few)\sas"
)
_PRESENT = re.compile(
    rf"\s(?:(?:well|also|simply|just|even|still|perhaps|already|partly|\w+ly)\s){{0,2}}(?:(?:{_STATES})s?\b"
    rf"|be\s(?:\w+ly\s|also\s|just\s|so\s)?{_QUOTE}(?:(?:{_STATE_ADJECTIVES})\b|(?!being\b|nothing\b|anything\b)\w{{2,}}ing\s(?!at\b|in\sstore)))",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:if|unless|should\sthe|tomorrow|soon|tonight|later|next|future|coming|once|eventually|in\s(?:the\s)?\w+\s(?:days|weeks"
    r"|months|years)|by\s20\d\d|until|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_ABILITY = re.compile(
    r"\b(?:no\s(?:doubt|question|dispute)\s(?:about\s|as\sto\s|that\s|over\s)?(?:whether|that|how)?|(?:what|whatever|everything|anything"
    r"|those\swho|anyone\swho|whenever|wherever)\s\w+|see|hear|feel|knew|found\sthat|so\s\w+\sthat)\b[^,;.]{0,40}$",
    re.IGNORECASE,
)
_NO_DOUBT = re.compile(r"\bno\s(?:doubt|question|dispute)\s(?:about|that|as\sto|over)\b[^,;.]{0,60}$", re.IGNORECASE)
_CAUSING = (
    r"\b(?:rais(?:ed|ing)|prompt(?:ed|ing)|spark(?:ed|ing)|stok(?:ed|ing)|fuel(?:l?ed|l?ing)|over|amid|cited|citing|voiced"
    r"|because\sof|due\sto)\s(?:\w+\s){0,3}"
)
_RAISING = re.compile(rf"{_CAUSING}$", re.IGNORECASE)
_RAISED = re.compile(
    rf"{_CAUSING}(?:concerns?|worries|suspicions?|questions?|alarm)\s(?:that|about|over|whether)\b[^,;.]{{0,60}}$",
    re.IGNORECASE,
)
_WAS_SET = re.compile(
    r"\b(?:(?:was|were|had\sbeen)\s(?:given|told|ordered|warned|threatened|granted|allowed)|had|faced)\b[^;.]{0,90}\b(?:or|otherwise|after\swhich)\s"
    r"(?:\w+\s){0,4}$"
)
_MADE_TO = re.compile(
    r"\b(?:prompt(?:ed|ing)|led|leading|caused|causing|forced|forcing|pushed|moved|pressed|enabled|allowed|compelled|continued|began|used)\b"
    r"[^,;.]{0,50}\sto\s$",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"\b(?:aim|goal|purpose|idea|point|intention|objective|task|job|role|mission|trick|what\sit)\s$", re.IGNORECASE
)
_HOPED_PRESENT = re.compile(
    r"\s(?:that\s)?(?:it|this|that|they|he|she|you)(?:\s(?:is|are|was|were)|['’](?:s|re))\b(?!\sable\b)"
)
_STANDING = re.compile(r"[^.;]{1,120}\s(?:when\s\w+ing|whenever|(?:each|every)\stime)\b")
_NEXT = re.compile(r"\w+\sthe\snext\b")
_LONG_AGO = re.compile(
    r"[^.,;:“”\"]{1,60}\s(?:last\s(?:week|month|year|night|summer|winter|spring|fall|autumn)|yesterday|\w+\sago)\b"
)
_NARRATED = re.compile(
    r"[^.;:“”\"]{1,80}\s(?:the\s(?:next|following)\s(?:day|night|morning|evening|week|month|year|season)|that\s(?:night|day|evening|week|year|season))\b"
)
_PRESENT_VERB = re.compile(
    r"\b(?:is|are|am|has|have|will|can|could|may|might|would|should|must|to\s[a-z]{2,})\b|['’](?:s|re|ll|ve)\b"
)
_WHETHER = re.compile(
    r"(?:whether|if|how|when|what|that|why|where|who|which)$|\s?(?:whether|if|how|when|what|why|where|who|which)\b"
)
_FORWARD = re.compile(
    r"\b(?:will|would|could|can|may|might|shall|should|must|ever|going|to\s[a-z]+|next|future)\b|['’]ll\b"
)
_IDENTITY = re.compile(
    r"^\W*(?:(?:But|And|So|Or)\s)?(?:[Cc]ould|[Mm]ight|[Cc]an|[Ww]ould)\s(?:this|that|it|these|those|he|she|they)\s(?:really\s|just\s|all\s)?be\s"
    r"(?:the|an?|why|because|how|what|his|her|its|their|our|more|true|due)\b"
)
_FORWARD_REACH = 150
"""How many characters of an indirect question are looked at for its verb."""


def looks_back(rule: Rule, text: str, start: int, end: int, before: str) -> bool:
    """Whether the cue ``text[start:end]`` of ``rule`` tells of the present or the past; ``before`` ends at the cue."""
    if rule.name == "modal":
        return _is_epistemic(text, start, end, before)
    if rule.name == "future":
        return text[start:end].endswith("to") and _AIM.search(before) is not None
    if rule.name == "hedge":
        worry = "concern" in text[start:end].lower() and _RAISING.search(before) is not None
        return worry or (_HOPED_PRESENT.match(text, end) is not None and _TO_COME.search(text) is None)
    if rule.name == "recommended":
        return _STANDING.match(text, end) is not None
    if rule.name == "open question":
        return _asks_of_present(text, start, end)
    if rule.name == "coming time":
        later = _PRESENT_VERB.search(text) or REPORT.search(text)
        return later is None and _NEXT.match(text, start) is not None
    if rule.name == "intention":
        return text[start:end].endswith("ed to") and _LONG_AGO.match(text, end) is not None
    if rule.name == "reported future":
        if _NARRATED.match(text, end):
            return True
        return _WAS_SET.search(text, max(0, start - 200), start) is not None
    return rule.name == "urged" and _MADE_TO.search(before) is not None


def asks_of_present(question: str) -> bool:
    """Whether a question guesses at what something is, as in "Could this be the reason?"."""
    return _IDENTITY.match(question) is not None and "?" in question[-4:] and _TO_COME.search(question) is None


def _is_epistemic(text: str, start: int, end: int, before: str) -> bool:
    """Whether "could", "may" or "might" guesses at what is or was so, tells an ability, or belongs to a past worry."""
    if before.endswith("arguably ") or asks_of_present(text):
        return True
    if _RAISED.search(text, max(0, start - 140), start) or _NO_DOUBT.search(text, max(0, start - 140), start):
        return True
    if text[start:end].lower().startswith("could") and _ABILITY.search(before):
        return True
    if _PRESENT.match(text, start + len(text[start:end].partition(" ")[0])) is None:
        return False
    return _TO_COME.search(text) is None


def _asks_of_present(text: str, start: int, end: int) -> bool:
    """Whether what is unclear is an indirect question without a verb of the future."""
    words = text[start:end]
    if re.search(r"(?:clear|certain|sure|known)\b", words) is None:
        return False
    asked = _WHETHER.search(words) or _WHETHER.match(text, end)
    return asked is not None and _FORWARD.search(text, end, end + _FORWARD_REACH) is None
