"""The words that end, begin, join or carry a noun phrase, for finding what a figure counts."""

DETERMINERS = frozenset(
    (
        "the a an its their his her our my your this these those that all both each every such some any other another "
        "said"
    ).split()
)
OPENING = DETERMINERS | frozenset(
    (
        "more than over about around nearly almost roughly some least at up million billion trillion thousand hundred "
        "estimated as many past last first next"
    ).split()
)
"""Words to step over between ``of`` and the noun: ``of its more than 300 million users``."""
LINKING = frozenset(
    (
        "to by at of for from in with as than is are was were be been being has have had will would could can may "
        "might must should about around nearly almost over under only just now some more less fewer least most up "
        "down approximately roughly next past last previous first estimated expected projected likely unlikely due "
        "reported understood believed thought considered feared alleged deemed plus minus currently also still then "
        "already further back again total worth a an the it's out between into on through until within throughout"
    ).split()
)
IRREGULAR_PASTS = frozenset(
    (
        "spoke slept blew swung sank ran drove broke began threw wrote ate drank sang sat rode woke chose froze stole "
        "tore wore swore bore shook gave forgot hung dug stuck struck sprang swam fought caught taught sought brought "
        "knew met kept wept crept meant sent heard"
    ).split()
)
"""Past forms that are never nouns or adjectives, so that a noun phrase ends before them."""
CHANGE_VERBS = IRREGULAR_PASTS | frozenset(
    (
        "include rose rises rise rising risen fell falls fall falling fallen grew grows grow growing grown climbed "
        "climbs climb climbing dropped drops drop dropping increased increases increase increasing decreased "
        "decreases decrease decreasing jumped jumps jump jumping surged surges surge surging reached reaches reach "
        "reaching hit hits hitting turned turns turning finish finishes finished finishing earn earns led leads flies "
        "flew weigh weighing face faced faces facing suggests suggest suggested indicates indicate stood stands stand "
        "standing totalled totaled totals totalling totaling exceeded exceeds exceed surpassed surpasses surpass "
        "surpassing topped tops passed passes crossed crosses numbered numbers numbering boosted lifted raised raises "
        "raise raising cut cuts cutting slashed slumped slumps plunged plunges tumbled tumbles soared soars soar "
        "shrank shrinks declined declines declining slipped slips gained gains gain gaining lost loses lose losing "
        "added adds add closed closes ended ends opened traded remained remains stayed stays came comes went goes "
        "doubled tripled averaged averages costs cost costing amounted amounts equals equalled measured measures "
        "weighed weighs spans covers holds held estimated valued priced worth put puts set sets expanded contracted "
        "narrowed widened eased accelerated slowed edged recovered rebounded swelled fetched sold made paid earned "
        "spent spend attracted garnered drew killed killing injured injuring wounded employs employed employing "
        "employ boasts boast boasted boasting has had have having includes included including contains contained "
        "serves served received receives hired hires produced produces bought buys buy purchased ordered orders sells "
        "expects expected said says say reported reports announced saw seen see took takes take lasted lasts last "
        "died dies used uses using became become found finds find posted posts recorded records registered logged "
        "counted counts showed shows show"
    ).split()
)
CHANGE_NOUNS = frozenset(
    (
        "increase rise growth spike jump surge gain drop decline fall decrease reduction cut slump plunge boost hike "
        "uptick dip loss slide rally climb improvement contraction expansion discount stake share chance majority pay"
    ).split()
)
ADJECTIVAL = frozenset("registered recorded reported used estimated injured wounded put measured".split())
"""Verbs of change that also stand before a noun: ``registered voters``."""
PARTICIPLES = frozenset(
    (
        "born aged based living working studying using killed injured wounded infected employed registered displaced "
        "affected held owned made identifying identified serving visiting travelling traveling participating "
        "attending involved stationed enrolled residing fleeing seeking playing"
    ).split()
)
PLURALS = frozenset(
    (
        "people men women children police staff troops cattle media data personnel crew fans youth criteria phenomena "
        "americans teeth feet mice geese fish sheep aircraft spacecraft"
    ).split()
)
NOT_PLURAL = frozenset(
    (
        "this thus plus news series species less across towards perhaps always sometimes besides overseas politics "
        "economics physics mathematics athletics united mass class business success loss process access address "
        "progress congress sales gross cross press gas bus virus status basis crisis analysis various previous "
        "serious religious famous has was is does goes says lens texas paris dallas hamas mars jesus los las"
    ).split()
) - {"sales"}
STOP = frozenset(
    (
        "ages ages of in on at by for from to with without within into onto over under about after before between "
        "among against across through during until since than as like via per along around behind beyond near off out "
        "up down and or but nor so yet because although though while if when where whether who whom whose which that "
        "what why how is are was were be been being am has have had having do does did will would shall should can "
        "could may might must not no never also only just even still already now then there here he she it they we "
        "you i him them us me its his her their our my your this these those the a an each every both either neither "
        "too very more most less least much many few fewer such same ago earlier later today yesterday tomorrow daily "
        "weekly monthly yearly annually respectively worldwide globally nationwide overall altogether including "
        "excluding despite compared according together apart amid amidst toward towards throughout alone instead "
        "however meanwhile therefore died dead said says say told came went got became made remain remained flocked "
        "left voted attended gathered marched signed joined lost moved migrated fled live lived reside use used "
        "believe believed think want wanted overnight tonight further farther away above below tall long high wide "
        "deep old faster"
    ).split()
) - {"more", "most", "monthly", "daily", "weekly", "dead"}
OUTCOMES: dict[str, str] = {
    "killed": "killed",
    "killing": "killed",
    "kills": "killed",
    "kill": "killed",
    "injured": "injured",
    "injuring": "injured",
    "injures": "injured",
    "wounded": "wounded",
    "wounding": "wounded",
    "hurt": "hurt",
    "dead": "dead",
    "died": "died",
    "dying": "died",
    "missing": "missing",
    "arrested": "arrested",
    "arresting": "arrested",
    "detained": "detained",
    "infected": "infected",
    "infecting": "infected",
    "displaced": "displaced",
    "displacing": "displaced",
    "rescued": "rescued",
    "evacuated": "evacuated",
    "hospitalised": "hospitalised",
    "hospitalized": "hospitalized",
}
"""What befalls people, with the form that is added to what is counted."""
AUXILIARIES = frozenset(
    ("were was are is have has had been be being also who reported confirmed left feared still").split()
)
CLAUSE_JOINTS = LINKING - {"after", "before", "under", "over", "in", "between", "the", "as", "at", "for"} | frozenset(
    ("and or but who that to").split()
)
"""Words that end a participle clause such as ``born after 1995``."""
LEANING = frozenset(
    ["", ".", ",", ")", "(", *"who that which in from last a after the this for on to by and or".split()]
)
"""What follows a number that leans on the figure before it."""

TIME_WORDS = frozenset(
    (
        "moment moments morning afternoon evening night nights midnight noon dawn dusk day days weekend weekends week "
        "weeks month months year years decade decades hour hours minute minutes second seconds today tomorrow "
        "yesterday tonight monday tuesday wednesday thursday friday saturday sunday january february march april june "
        "july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec gmt utc est "
        "edt pst pdt cet bst am pm a.m p.m time times"
    ).split()
)
"""Words of time: they say when a figure holds, never what it counts."""
NOT_MANNER = frozenset(
    (
        "family supply assembly ally allies reply italy monopoly rally anomaly belly bully jelly butterfly dragonfly "
        "lily homily tally daily weekly monthly quarterly yearly elderly friendly costly deadly early likely lonely "
        "lovely ugly holy only subfamily oversupply polly molly billy sicily"
    ).split()
)
"""Words in -ly that are nouns or adjectives, not adverbs."""
GROUPS = frozenset(
    (
        "family group team crew panel party band gang squad jury class trio convoy fleet cast staff household couple "
        "delegation crowd audience army force brigade congregation committee board commission consortium coalition "
        "litter herd flock"
    ).split()
)
"""Nouns whose size a number behind ``of`` tells."""
PERSONS = frozenset(
    (
        "boy girl man woman child son daughter mother father brother sister baby toddler teenager teen student pupil "
        "player driver victim suspect patient worker actor actress singer husband wife"
    ).split()
)
"""A person whose age is said; what follows in small letters is the clause's verb."""
RELATING = frozenset("named called from with of in at who whose".split())
PARENTS = frozenset("mother father mum mom dad mummy parent parents grandmother grandfather".split())
"""Those of whom a bare number counts the children: ``a mother of three``."""
ADVERBS = frozenset(
    "ago again soon late later earlier early then now once twice meanwhile overnight abroad together while".split()
)
MODALS = frozenset(
    (
        "i you he she it we they will would can could may might must shall should cannot to not never probably still"
    ).split()
)
"""Pronouns and auxiliaries: the one word between them and an amount is a verb."""
