"""The rules that find predictions and stances: what gives them away, and what around it says otherwise.

The classes follow the grammar of future reference and modality in English (Quirk et al., "A Comprehensive Grammar of
the English Language", 4.41-4.58): modal verbs, predicates of likelihood, semi-modals ("is set to", "is to"), verbs of
intention, predicates of obligation and evaluation, and questions.
"""

import re
from dataclasses import dataclass

LIKELY, UNLIKELY, UNCERTAIN, RECOMMENDED, JUDGED = "likely", "unlikely", "uncertain", "recommended", "judged"

COMING_YEAR = "coming year"
"""The name of the rule whose cue counts only when its year comes after the article's."""

_ADVERB = r"(?:\s(?:also|now|still|not|never|only|just|soon|then|even|all|both|probably|likely|certainly|\w+ly))?"
_NO_PLACE = r"(?!\s(?:the|a|an|its|his|her|their|our|my|your|this|that|these|those|\d|[$£€]|be\sseen))"
_DEGREE = r"(?:(?:highly|very|extremely|increasingly|incredibly|most|more|quite|almost|nearly|mostly|far|all)\s){0,3}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a pattern for the cue, the stance it gives, and what may stand neither before nor after the cue.

    ``weight`` orders the cues of one sentence; the heaviest gives the stance. ``before`` is searched in the words that
    end at the cue, ``after`` in those that begin behind it.
    """

    name: str
    stance: str
    weight: int
    cue: str
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None


def _unless(pattern: str, *, ends: bool = False) -> re.Pattern[str]:
    if ends:
        return re.compile(rf"(?:\b|(?=n['’]t))(?:{pattern})\s*$", re.IGNORECASE)
    return re.compile(rf"[”\"’]?\s*(?:{pattern})")


_PAST_BE = _unless(
    r"(?:seemed|looked|appeared|[Ww]as|[Ww]ere|had\sbeen|wasn['’]t|weren['’]t|(?:was|were)\s\w+|(?:was|were"
    r"|had)\snot)(?:\s\w+ly)?",
    ends=True,
)

RULES = (
    Rule(
        "open question",
        UNCERTAIN,
        9,
        r"""remains?\sto\sbe\sseen | (?:too|still)\s(?:early|soon)\sto\s(?:say|tell|know|judge|predict|call)
        | time\swill\stell | (?:remains?|is|are|'s|’s)\s(?:(?:still|very|highly|far|from|now|anything|\w+ly)\s){0,2}
          (?:uncertain|unclear|in\sdoubt|up\sin\sthe\sair|in\slimbo|an\sopen\squestion|anyone['’]s\sguess)
        | (?:not|n['’]t)\s(?:\w+ly\s)?(?:certain|clear|sure|known)\s(?:whether|if|how|when|what|that)
        | not\s(?:an?\s)?(?:inevitable|foregone|guaranteed) | (?:is|are|'s|’s)\sno\s(?:guarantee|certainty)
        | (?:hangs?|hanging)\sin\sthe\sbalance | question\s(?:now\s)?is\swhether | (?:not|yet)\sto\sbe\sdecided""",
    ),
    Rule(
        "unlikely",
        UNLIKELY,
        8,
        rf"""{_DEGREE}(?:unlikely|improbable|doubtful)(?:\sto|\sthat)? | (?:little|no|scant|slim)\s(?:chance
          |prospect)s?
        | not{_ADVERB}\s(?:likely|expected|going|set|anticipated|projected|bound)\sto(?!\s(?:the|a|an)\b)
        | not\sgoing\s(?:anywhere|away) | n['’]t\s(?:likely|expected|going)\sto""",
        before=_PAST_BE,
    ),
    Rule(
        "possible",
        UNCERTAIN,
        8,
        r"""possible\s(?:that|for) | possibility\s(?:that|of|for) | (?:a|the|slim|good|fair|real
          |some)\schances?\s(?:that|of)
        | (?:risk|danger)\sthat | (?:at\srisk|in\sdanger)\sof
        | rais(?:es?|ing)\sthe\s(?:risk|prospect)\sof | prospects?\s(?:that|of|for)
        | potential\s(?:for|to)\s(?=\w+\sto\b)""",
        before=_unless(
            r"(?:was|were|had)(?:\s\w+)?|make\sit|makes\sit|made\sit|making\sit|take\sthe|took\sthe|as\smuch\sas|as\ssoon\sas|as",
            ends=True,
        ),
    ),
    Rule(
        "likelihood",
        LIKELY,
        7,
        rf"""{_DEGREE}(?:likely|probable|certain|sure|inevitable)\s(?:to|that)(?=\s) | inevitably
        | (?:set|poised|bound|destined|doomed|slated|scheduled|tipped|primed|prepared|preparing|about|willing|ready)
          \sto(?=\s[a-z]) | scheduled\s(?:for|in|on|at) | (?:no|little)\sdoubt\sthat
          (?=[^.;]{1, 80}\b(?:will|would)\b) | on\s(?:track
          |course)\sto""",
        before=_PAST_BE,
        after=_unless(r"the\b|a\b|an\b|its\b|his\b|music\b|work\sout"),
    ),
    Rule(
        "expectation",
        LIKELY,
        7,
        r"""(?:expected|forecast|projected|predicted|anticipated|thought\slikely|believed\slikely|hoped
          |feared)
          \s(?:to|that)(?=\s) | (?:is|are|'re|'s|’s)\sexpected(?:\sto(?=\s)|\sthat|(?!\s(?:of|from|to)))
        | (?:expects?|anticipates?|predicts?|predicted
        | forecasts?|foresees?|envisions?|projects)(?=\s(?:that|the|a|an|it|to|its|their|his|her|more|prices|sales
          |growth)\b|(?=\s\d))""",
        before=_PAST_BE,
    ),
    Rule(
        "recommended",
        RECOMMENDED,
        6,
        r"""(?:should|ought\sto|must|needs?\sto|has\sto)(?:n['’]t|\snot|\snever)? | (?:had|'d|’d)\sbetter
          | has\sa\sduty\sto
        | (?:(?:is|'s|’s|high)\stime|onus\s\w+\s\w+\s\w+)\s(?:for\s\w+\s)?to(?=\s\w) | needs?\s(?:\w+ing)\b | (?:is
          |are)\s(?:badly\s)?needed
        | let['’]s(?=\snot|\shope|\sbe\b)""",
        before=_unless(r"[Nn]o|the|a|any|an\sabsolute|is\sa|not|n['’]t|if|users?|we|you|time\safter", ends=True),
        after=_unless(
            r"have\b|be\sable\b|be\sreal\b|watch\b|read\b|see\b|WATCH|READ|SEE|\-|\d|go\sto\sthe\b|say\b|admit\b"
        ),
    ),
    Rule(
        "urged",
        RECOMMENDED,
        6,
        r"""(?:urge[sd]?|urging|advise[sd]?|call(?:s|ed|ing)?\son|begs|begged
          |implore[sd]?)\s[^.;,]{1,60}?\sto(?=\s[a-z])
        | (?:suggest(?:s|ed|ing)?|recommend(?:s|ed|ing)?|propos(?:es|ed|ing))
          (?=\s(?!(?:nothing|something|anything|everything|growing|increasing|rising)\b)[a-z]{2,}ing\s(?:a|an|the|its|their|his
          |her|that|more|new|[a-z]{3,})\b)
        | (?:call(?:s|ed|ing)?\sfor|recommend(?:s|ed|ing)?|demand(?:s|ed|ing)|propos(?:es|ed|ing)|advocate[sd]?)
          (?=\s(?:that|a|an|the|more|new|its|their|his|her|\w+ing|tougher|greater|changes?|reforms?)\b)""",
        before=_unless(r"was|were|the|a|his|her|their|its|be|being|previously|as", ends=True),
    ),
    Rule(
        "future",
        LIKELY,
        5,
        rf"""(?:will|shall|'ll|’ll|wo(?=n['’]t))(?:n['’]t)?
        | (?:is|are|am|'s|’s|'re|’re|'m|’m|be){_ADVERB}\s(?:going|due)\sto{_NO_PLACE}
        | (?:is|are)\s(?:also\s|now\s|both\s)?to(?=\s(?:be|have|[a-z]{{3,}})\b)""",
        before=_unless(
            r"(?:the|his|her|their|its|a|of|own|free|good|ill|my|your|last|political|popular|strong|living)"
            r"|at|against\s\w+|key\sis",
            ends=True,
        ),
        after=_unless(
            r"be\sbelieved\b|of\s(?:the|God|his)|and\stestament|blame\b|want\sto\smiss|note\b|remember\b|notice\b|say\s"
        ),
    ),
    Rule(
        "risk",
        LIKELY,
        5,
        r"""(?:risks?|risking)(?=\s\w+ing\b) | stands?\sto(?=\s(?:gain|lose|profit|benefit|win|make|earn|suffer
          |receive))
        | threatens?\sto(?=\s[a-z]) | (?:paves?|paving)\sthe\sway\s(?:for|to)
        | (?:is|are|'s|’s|'re|’re)\sheading\s(?:for|towards?)(?=\san?\b)""",
    ),
    Rule(
        "intention",
        LIKELY,
        4,
        r"""(?:plans|planning|planned|intends?|intending|aims|hopes?|hoping|hoped|wants|vow(?:s|ed|ing)|promis(?:es
          |ed|ing)
          |pledg(?:es|ed|ing)|agree(?:s|d)|threatened|offer(?:s|ed)|committed|refuses|looks|looking|promises?
          |negotiations|talks|negotiating|proposals?|commitment|determined|opts?|bids?|seeking)\sto(?=\s[a-z])
        | (?:have|has|had|announced?|its|their|his|her|the|and|of|a|unveil(?:s|ed)|reveal(?:s|ed))\splans?\s(?:to|for)
        | (?:plans|planning|planned|vowed|promised|pledged)(?=\s(?:on|that|for|a|an)\b) | (?:is|are)\sconsidering
          | consider(?=\s\w+ing\b)
        | (?:upcoming|forthcoming)
        | (?:deals?|agreements?|pacts?|contracts?|accord|deadlines?|arranged|selected|chosen|tapped|cleared
          |authori[sz]ed|(?:has|have)\sdecided)
          \sto(?=\s(?!the\b|a\b|be\ssaid)[a-z]) | wanted\sto | promises(?=\s(?:a|an|more|new|increased|better)\b)
        | deadlines?(?=\s(?:of|for)\b) | (?:has|have)\sbeen\sscheduled | in\s(?:talks|negotiations
          |discussions)(?=\s(?:to|with|over|on|for)\b)""",
        before=_unless(
            r"(?:was|were)(?:\s\w+ly)?|did|not|n['’]t|who|had|I|we|you|[Nn]o[\s-]one|nobody|those|anyone", ends=True
        ),
        after=_unless(r"the\b|a\b|an\b|its\b|his\b|be\sable\b|be\smade\b"),
    ),
    Rule(
        "reported future",
        LIKELY,
        3,
        r"would(?:n['’]t|\snot|\snever)?",
        after=_unless(
            r"rather|have\b|['’]ve|like\b|often|always|usually|frequently|sometimes|later|then|say\b|comment|seem"
            r"|know"
            r"|go\son|eventually|imagine|think\b|love\b|prefer"
        ),
        before=_unless(r"I|you|who|when|what|never|few", ends=True),
    ),
    Rule(
        "modal",
        UNCERTAIN,
        3,
        r"(?:could|may|might)(?:\s(?:not|never|well|also|soon|yet|even|still))?",
        after=_unless(
            r"have\s(?![“‘]?(?:the|an?|no|to|its|his|her|their|any|some|more|little|enough|trouble|access)\b)|['’]ve"
            r"|n['’]t"
            r"|appear|seem|not\b(?=\s(?:be\s)?(?:reached?|confirm|find|say|tell|see|verif))|be\s(?:seen|heard|found|published|reproduced|redistributed|a\ssurprise)"
            r"|be\s(?:reached|verified)|only\b|\d|['’]|,|of\b|and\b(?!\s\w+\s)|in\b|as\swell\b"
        ),
        before=_unless(
            r"[Ff]ew|[Hh]ow|[Nn]obody|[Nn]o\sone|so\sthat(?:\s\w+){0,3}|as(?:\s\w+){1,2}|best(?:\s\w+)?|how|all\s\w+"
            r"|than\s\w+"
            r"|the|a|great|his|her|their|what|what\sthe\sfuture|until\s\w+|before\s\w+|where\s\w+|[Ii]n|[Ll]ate|[Ee]arly"
            r"|[Ss]ince|[Oo]f",
            ends=True,
        ),
    ),
    Rule(
        "hedge",
        UNCERTAIN,
        2,
        r"""(?:probably|presumably|most\slikely|very\slikely|likely(?=\s[a-z]))
          (?!\s(?:is|are|has|have|do|does|don['’]t|isn['’]t|aren['’]t|\w+[a-rt-z]s)\b) | (?:is|are)\sperhaps
        | (?:i|we)\s(?:\w+ly\s|do\s|really\s)?(?:hope|fear|expect|doubt|predict|anticipate|foresee)\b
        | hop(?:e|es)\s(?:that|for|of) | fears?\sthat | concerns?\sthat(?=[^.]{1,60}\b(?:could|might|may|will
          |would)\b)""",
        before=_unless(r"was|were|had|been|is\sa|more|less|as|if|unless", ends=True),
        after=_unless(
            r"(?:be)?cause|due\b|\w+ed\b|was\b|were\b|had\b|the\s(?:most|best|only|first|biggest)\b|,"
            r"|on\b"
        ),
    ),
    Rule(
        "coming time",
        LIKELY,
        2,
        r"""(?:in|over|within|during)\sthe\s(?:coming|next)\s(?:\w+\s)?(?:days?|weeks?|months?|years?|decades?)
        | (?<!the\s)(?<!very\s)next\s(?:week|month|year|season|decade|summer|spring|autumn|fall|winter|quarter
          |[mtwfs]\w+day)
        | (?<![“\"‘])tomorrow(?=[\s.,;]) | in\s(?:the\s)?(?:near\s|foreseeable\s|not-too-distant\s)?future
          | later\sthis\s(?:week|month|year|summer|spring|fall|autumn|winter)""",
    ),
    Rule(
        COMING_YEAR,
        LIKELY,
        2,
        r"(?:by|until|before)\s(?:the\s(?:end|middle|start)\sof\s|early\s|late\s|mid-?)?20\d\d",
    ),
    Rule(
        "evaluation",
        JUDGED,
        1,
        r"""(?:is|remains?|'s|’s)\s(?:also\s|now\s)?(?:absolutely\s|so\s|very\s)?
          (?:crucial|essential|vital|imperative|critical|paramount)
          \s(?:for(?=\s[^.;,]{1,60}\sto\s[a-z])|to(?=\s(?!\w+ing\b)[a-z])|that(?=\s\w))
        | (?:is|are)\s(?:absolutely\s|simply\s)?unacceptable\s(?:to|for|that)
        | (?:is|are|remains?|'s|’s|represents?|marks?|presents?)\s(?:\w+\s)?(?:an?
          |the)\s(?:\w+\s(?:and\s\w+\s)?){0,2}?
          (?:mistake|disaster|setback|blow|boon|turning\spoint|double-edged|opportunity|chance|wake-up\scall
          |game[\s-]changer|threat|challenge)
          (?=\s(?:for|to|of|in|that)\b|[.,;])""",
        before=_unless(r"if|whether|not|what|when", ends=True),
    ),
)
"""All rules; each cue is looked for in this order at every word of the sentence in small letters."""

HEADLINE_INFINITIVE = re.compile(
    r"^(?!(?:How|What|Where|When|Why|Who|Reasons|Ways|Things)\b)(?:[^\s?!.:,]+\s){0,9}?(?:(?=[A-Z\d‘“'\"])[^\s?!.:,]+[’']?"
    r"|(?:allowed|cleared|forced|ordered|asked|invited|told))\s(?P<cue>to|To|TO)\s"
    r"(?P<verb>be\s\w+|[a-z]{3,}|(?<=To\s)[A-Z][a-z]{2,}|(?<=TO\s)[A-Z]{2,})\b"
)
"""A headline's infinitive, as in "Ford to close two plants", which stands for "is to close"."""

QUESTION = re.compile(
    r"""^[“"‘']?(?:(?:But|And|So|Yet|Now|Or|First|Still),?\s)?
    (?:(?P<modal>Will|Would|Could|Can|Might|Should|will|would|could|can|might|should)(?:n['’]t)?\s(?!you\b|I\b)
      |(?P<other>Is|Are|Do|Does|is|are|do|does)\s(?!you\b|I\b)(?=[^?]*\b(?:abilit|able\b|capable|potential|power\sto|likely
          |going\sto|about\sto|enough)))
    (?P<subject>[^?]{2,200}?)\?[”"’']?$""",
    re.VERBOSE,
)
"""A question of yes or no about what is to come, as in "Will it last?"."""

HEDGES = re.compile(
    r"""\b(?:may|might|could|would|perhaps|possibly|probably|likely|unlikely|potentially|presumably|arguably
          |apparently|reportedly
    |seems?|seemed|appears?|appeared|suggests?|hardly|almost|nearly|roughly|possible|probable|believes?|hopes?
          |fears?|I\sthink
    |at\sleast|in\ssome\sway|somewhat|should|if|unless|depending\son|mostly|not\scertain|uncertain|unclear)\b""",
    re.VERBOSE,
)
"""Words that weaken a statement or tie it to a condition."""

NEGATION = re.compile(
    r"""^(?:n['’]t
        |\s[“"‘']?(?:not|never|hardly|scarcely|barely|rarely|no\slonger|soon\snot)\b
        |\s\w+\s(?:not|hardly|never)\b
        |\s[“"‘']?(?:be|have|bring|leave|make|get|see|find)\s[“"‘']?(?:no(?!\s(?:fewer|less|more)\b)|nothing|nobody|none)\b)""",
    re.VERBOSE,
)
"""What, right behind "will" or "would", makes a prediction one of what does not happen."""

NEGATED_SUBJECT = re.compile(r"\b(?:no|none|neither|nobody|nothing|few|little)\b[^,;]{0,40}$", re.IGNORECASE)
"""A subject that makes the prediction negative, as in "no aid will come"."""

REPORT = re.compile(
    r"\b(?:said|says|saying|say|told|announc\w+|warn\w*|added|adds|stat(?:ed|es|ing)|confirmed|claim\w*|argu\w+"
    r"|promis\w+|predict\w+"
    r"|according\sto|believ\w+|report\w*|insist\w*|suggest\w*|estimat\w+|explained|noted|tweeted|wrote|vowed|pledged"
    r"|hop\w+|fear\w*"
    r"|worr\w+|concern\w*|expect\w*|agreed|agreement|plan\w*|deal|if|If|unless|Unless|proposed|proposal|decided"
    r"|statement)\b"
)
"""Words of saying or planning, or a condition, by which "would" speaks of what was still to come."""
