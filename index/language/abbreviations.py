"""Words that decide whether a full stop ends a sentence: abbreviations by what may follow them, and sentence openers.

Sources: the abbreviations of the Associated Press Stylebook and of the Golden Rules of Pragmatic Segmenter, and the
closed word classes of English. All words are in lower case and without their last full stop.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEFORE_NAME = _words(
    """mr mrs ms mx messrs mme mlle dr drs prof profs assoc asst rev revd fr sr hon gov govs sen sens rep reps
    gen lt col maj capt cpt cmdr cmdt cdr comdr sgt cpl pvt pfc adm brig lieut ens det insp supt sec amb
    pres atty dist mt mts ft pt st ste sts msgr bp abp treas dir vs v viz cf ca c fig figs eq eqs approx bros-in-law
    ald alds cong del dept gens hrs pp resp sra srta dra sig thru univ"""
)
"""Titles and the like: what follows belongs to them, so their stop never ends a sentence."""

BEFORE_NUMBER = _words(
    """no nos n° nº p pp art arts ch chap par para sect vol vols op pl ver jan feb mar apr jun jul aug sept sep oct nov
    dec tel ext ph figs fig eq nr rs rm est b d r c ca cap §"""
)
"""Stops that go on when a number follows, and end the sentence before a capital letter."""

EITHER = _words(
    """st mt inc co corp ltd llc plc lp llp bros cos jr esq etc al ave blvd rd hwy rte sq ln pl mfg intl natl govt
    dept assn ind ala ariz ark cal calif colo conn del fla ga ill kan kans ky la mass md mich minn miss mo mont neb nev
    okla ore oreg penn penna tenn tex va vt wash wis wisc wyo ont que alta sask n.y n.j n.c n.d s.c s.d n.h n.m r.i w.va
    d.c mon tue tues wed thu thur thurs fri oz lb lbs ft yd yds sq cu mph kph min mins max sec secs est ed eds
    trans rev repr ibid dec jan feb aug sept oct nov apr bldg apt ste fed elec admin adv avg bldg cal cont cont'd
    feat hosp incl inst lit masc misc orig prob prod pseud ref refs sing suppl tech temp var vet sr ph.d m.d m.b.a
    j.d ll.b ll.m b.a b.s m.a m.s d.d.s d.phil a.m p.m b.c a.d b.c.e c.e e.g i.e u.s u.k u.n e.u u.s.a u.s.s.r"""
)
"""Abbreviations that may also end a sentence: they do when the next word is one that opens sentences."""

NEVER_LAST = _words("e.g i.e vs viz cf approx ca c.f q.v incl esp messrs mr mrs ms dr prof i.e. e.g.")
"""Abbreviations after which a sentence cannot end, whatever follows."""

FIRMS = _words("inc co corp ltd llc plc lp llp bros cos")
"""The abbreviations of EITHER that end the names of firms."""

RANKS = _words("ceo chairman chairwoman chair president director chief founder executive executives shares stock inc")
"""What follows a firm's name and belongs to it."""

CLOCK = _words("a.m p.m am pm")
"""Hours of the day: their stop ends the sentence before a capital unless a zone, a day or a month follows."""

AFTER_CLOCK = _words(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february
    march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov
    dec eastern pacific central mountain atlantic alaska hawaii greenwich beijing moscow tokyo london paris sydney
    est edt et pst pdt pt cst cdt ct mst mdt mt gmt utc bst cet cest ist jst hkt sgt aest aedt local universal hst"""
)
"""What completes an hour of the day: zones, days and months."""

TIME_OPENERS = _words("at by on in from until till around about before after since between shortly just every")
"""Words with which a phrase of time opens a sentence, as in "At 5 a.m. Mr. Smith left"."""

OPENERS = _words(
    """the a an this that these those it he she they we you i his her their our my its your there here what when
    where why how who whom whose which if but and or so yet nor as at in on by for from with without within after
    before since while although though because however moreover furthermore then now today yesterday tomorrow meanwhile
    also is are was were am do did does can could would will should may might must have has had not yes all some many
    most more much both each every another other others several few one two three four five six seven eight nine ten
    to let let's once until unless despite during amid among between about according even just only still such perhaps
    maybe please thus hence therefore instead indeed later earlier last over never neither either whether through
    throughout against any anyone anybody nothing nobody everyone everybody everything someone something
    it's that's there's he's she's they're we're you're i'm i've i'll i'd we've they've you've what's who's here's
    don't didn't doesn't isn't aren't wasn't can't won't couldn't wouldn't let’s it’s that’s there’s he’s she’s they’re
    we’re you’re i’m i’ve i’ll i’d we’ve they’ve you’ve what’s who’s here’s don’t didn’t doesn’t isn’t aren’t wasn’t
    can’t won’t similarly finally besides additionally nevertheless nonetheless otherwise overall recently currently
    previously originally eventually initially often sometimes usually generally elsewhere likewise consequently
    accordingly afterwards thereafter subsequently unfortunately fortunately interestingly importantly clearly
    obviously actually basically apparently presumably regardless conversely alternatively ultimately specifically
    especially apart aside given unlike beyond alongside together afterward hopefully sadly surprisingly
    well ok okay oh ah hey yeah hello
    officials experts analysts critics users researchers scientists people police investors consumers companies shares
    authorities lawmakers reporters observers residents students supporters opponents protesters republicans democrats
    prosecutors investigators witnesses economists workers employees customers voters women men children"""
)
"""Words that, with a capital letter after an abbreviation, open a new sentence."""

EXCLAIMED_NAMES = _words("yahoo yum jeopardy panic e wham joomla godspeed ahoy airplane oliver oklahoma hairspray ok")
"""Names that carry an exclamation mark."""

SPEECH_VERBS = _words(
    """said says asked asks replied replies added adds exclaimed shouted cried wrote writes tweeted posted joked quipped
    wondered inquired demanded whispered yelled screamed muttered answered responded remarked continued told recalled
    explained urged thought"""
)
"""Verbs with which a speaker is named after a question or an exclamation in quotation marks."""
