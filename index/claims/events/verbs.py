"""English verbs, as far as the main verb of a clause can be told without a tagger."""

AUXILIARIES = frozenset(
    """is are was were am be been being has have had do does did will would shall should can could may might must
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't
    cannot""".split()
)
IRREGULAR = frozenset(
    """became began bit blew bore bought bound bred broke brought built burnt came caught chose clung cost cut
    dealt did drank drew drove ate fed fell felt fled flew forbade forgot fought found froze gave got grew heard
    held hid hit hung hurt kept knelt knew laid lay leapt led left lent let lit lost made meant met oversaw
    overthrew overtook paid put quit ran rang read rode rose said sang sank sat saw sent set shook shot shut
    slept slid sold sought spent split spoke spread stood stole stuck struck sued swam swept swore taught threw
    told took tore undertook understood upheld went wept withdrew withheld woke won wore wound wrote begun
    broken chosen done drawn driven eaten fallen forgotten frozen given gone grown known overthrown risen seen
    shaken shown spoken stolen sworn taken thrown torn withdrawn worn written born beaten hidden forbidden
    overturned""".split()
)
PRESENT = frozenset(
    """says reports shows remains becomes begins starts ends marks takes makes gives comes goes opens closes plans
    expects faces leads runs holds wins loses hits falls rises sees gets puts calls wants needs has seems
    appears includes announces bans approves rejects signs launches passes orders votes kills dies arrests
    resigns boasts reveals dates requires expires belongs divests agrees fails refuses sells buys acquires
    merges joins leaves enters arrives returns continues stops declares confirms denies warns urges accuses
    charges sentences convicts elects appoints names wins follows brings sends allows helps""".split()
)
NOT_VERBS = frozenset(
    """need seed speed feed breed bleed weed creed greed indeed hundred sacred red bed led unprecedented united
    related unrelated supposed alleged so-called aforementioned based naked wicked rugged hatred kindred embed
    shed sled ted fred ahmed mohammed muhammed saeed rashed""".split()
)
NOT_GERUNDS = frozenset(
    """during following including according regarding concerning notwithstanding pending barring considering
    excluding morning evening king thing something nothing everything anything building meeting hearing beijing
    spring string wing ring bring sing fling sling sting swing cling ping ding ceiling wedding funding spending
    housing training opening starting beginning outstanding upcoming ongoing leading remaining existing sterling
    darling duckling sibling offspring reading boeing marketing engineering banking gaming streaming pricing
    trading ruling filing finding""".split()
)
DETERMINERS = frozenset(
    """the a an its their his her our my your this that these those some any no every most more newly recently
    highly of with by in on at from for about into so-called other""".split()
)
"""Words before a participle that make it an adjective (``the anticipated ban``)."""
NOT_HAPPENINGS = frozenset(
    """figures figure report reports budget model edition version survey study data results estimate estimates
    forecast levels level prices price target targets census guidelines index ranking rankings statistics
    numbers number average baseline totals total film movie novel book song album paper article rate rates
    values standards season""".split()
)
"""Nouns that a year tells apart without saying that anything happened then (``its 2023 figures``)."""

NOT_NOUNS = frozenset(
    """to and or but in on at by of for with from as that which who when where while after before until since
    because is was were are has have had will would could may might should said says the a an its their his her
    it he she they we i you there this these those not also then than just only following during against amid
    about into over under between through without within per via due if so both either neither new local""".split()
)
"""Words that end what a time could stand before."""
SUBORDINATORS = frozenset(
    """as when while whereas although though because after before since if unless following despite until where
    whose""".split()
)
"""Words that begin a clause beside the main one."""
MODALS = frozenset(
    """will would shall should can could may might must to do does did won't wouldn't can't couldn't cannot didn't
    don't doesn't""".split()
)
WITHIN_GROUPS = frozenset("not also already been be never ever still now just even first".split())
