"""Tables of English words that the rules for attributions read: facts of the language, and nothing else.

Every table is one string of words parted by white space, so that it reads like a list; the rooms beside this one turn
them into sets. Verbs are given by their base form.
"""

SAYING = """
    say add announce argue assert claim comment complain conclude concede confess confirm contend counter cry
    declare disclose emphasize emphasise exclaim explain hint insist joke lament maintain mention mutter note
    observe opine point_out post predict proclaim protest quip reason recall recount reiterate remark repeat reply
    report respond retort reveal scoff shout speculate state stress suggest testify tweet underline underscore
    volunteer warn whisper write yell acknowledge admit advise affirm allege caution continue elaborate estimate
    deny boast brag forecast imply indicate interject marvel muse plead pronounce rebut recommend signal sneer snap
    urge vow swear pledge promise attest chant sing narrate reflect relate stipulate clarify rejoin chime_in lecture
    blog text concur go_on wonder specify demand
"""
"""Verbs of speech: they take a quotation, a clause with or without "that", and may stand after what was said."""

TELLING = """
    tell warn remind inform assure advise notify ask urge caution reassure instruct convince persuade order command
    invite encourage beg challenge call_on implore promise brief teach admonish exhort press pressure alert
"""
"""Verbs of speech whose first object is the person spoken to."""

THINKING = """
    believe think feel know hope fear worry doubt expect suspect assume conclude consider realize realise recognize
    recognise understand agree disagree decide find discover fret imagine guess suppose judge dream wish anticipate
    envision foresee gather determine learn calculate rule hold show prove document demonstrate envisage reckon
    figure presume perceive regret appreciate remember forget see hear care conclude
"""
"""Verbs of thought and finding: they take a clause with "that", and many one without."""

ASKING = (
    "ask wonder question inquire enquire explain know decide discuss doubt understand discover debate describe "
    "examine investigate consider determine find show see say reveal tell learn detail"
)
"""Verbs that take a question ("whether", "how", "why")."""

INTENDING = """
    agree want vow pledge promise refuse decline plan hope intend threaten seek offer decide expect demand propose
    choose aim aspire desire prefer vie wish opt resolve long yearn consent swear ask claim opt hesitate
    volunteer vote charge
"""
"""Verbs of intention: what is meant stands as "to" and a verb."""

JUDGING = """
    accuse acknowledge admire advocate applaud attack back bemoan blame blast call cite compare condemn confirm
    criticize criticise decry defend demand denounce deny deride describe despise detail disavow discuss dismiss
    disclose dispute echo emphasize emphasise encourage endorse estimate explain expect favor favour flag hail
    herald highlight identify ignore invoke laud lambast lament liken mention mock oppose outline pan portray praise
    predict prefer promise promote propose question quote recall recite reference reject recommend repudiate resent
    reveal reiterate report ridicule rip savage scold seek slam spurn stress suggest support tout trash underscore
    unleash urge want warn welcome envision chide chastise castigate berate deplore credit fault label characterize
    characterise depict brand dub paint denigrate disparage mischaracterize caricature doubt acknowledge announce
    allege admit air voice express like love hate fear demand dislike trust distrust note offer list cheer rebuke
    review view approve fault condemn respect reference issue prohibit grant approve authorize authorise nominate
    appoint override veto resist chronicle overstate understate exaggerate downplay refute debunk reaffirm affirm
    defy regard deem rate consider contemplate ponder link attribute ascribe pitch float preach champion embrace
    espouse shun snub renounce grill taunt insult scorn admonish dispel underestimate overestimate contradict rebuff
    rue relish detest loathe dread resolve uphold overturn illustrate minimize minimise trumpet sketch rehash
    reprise
"""
"""Verbs whose object is what is said, thought or judged."""

PREPOSITIONS = """
    call:for call:on speak:of speak:about talk:about point:to refer:to complain:about complain:of warn:of
    warn:against warn:about rail:against argue:for argue:against worry:about boast:of boast:about joke:about
    disagree:with agree:with agree:on ask:about ask:for push:for press:for campaign:for object:to balk:at scoff:at
    hint:at allude:to respond:to reply:to recall:of insist:on weigh:in dream:of know:of know:about think:about
    think:of hear:about hear:of comment:on elaborate:on decide:against side:with vote:for vote:against vote:to
    lobby:for brag:about lie:about testify:about write:about plead:for appeal:for opine:on expound:on inquire:about
    wonder:about protest:against look:forward advocate:for double:down fret:about reflect:on believe:in
    caution:against long:for hope:for wish:for opt:for care:about muse:about gripe:about grumble:about rant:about
    rave:about testify:to attest:to vouch:for apologize:for apologise:for react:to seize:on harp:on dwell:on
    despair:of disapprove:of approve:of commit:to subscribe:to delight:in revel:in gush:about
"""
"""Verbs with the preposition through which they take what is said."""

FEELING = """
    worried concerned confident sure certain aware convinced hopeful optimistic pessimistic frustrated afraid proud
    glad happy pleased angry upset outraged surprised disappointed skeptical sceptical doubtful unsure fearful
    adamant grateful unaware clear committed eager willing reluctant determined
"""
"""Adjectives after a form of "be" that take a clause."""

BE = "is are was were be been being am 's 're 'm ’s ’re ’m"
AUXILIARIES = """
    has have had having is are was were be been being am will would can could may might must should shall do does
    did 'll ’ll 've ’ve 'd ’d n't n’t not never hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't
    can't couldn't mustn't shouldn't don't doesn't didn't hasn’t haven’t hadn’t isn’t aren’t wasn’t weren’t won’t
    wouldn’t can’t couldn’t shouldn’t don’t doesn’t didn’t ca wo cannot
"""
ADVERBS = """
    also again once still even then now just never not first ever always often sometimes later earlier long since
    already soon ago further rather instead yet either thus only too both simply perhaps maybe actually
    therefore nonetheless nevertheless meanwhile so far however previously recently
"""
NOT_ADVERBS = (
    "family ally italy july supply assembly reply monopoly rally bully ugly early daily weekly kelly billy "
    "sally holly emily molly polly reilly only friendly elderly likely"
)
"""Words in -ly that are not adverbs of manner."""

CHAINS = "continue continues continued continuing began begins start starts started went goes used went"
"""Verbs that only carry the next one on: "continued to call for"."""

PRONOUNS = "he she they it i we you"
RELATIVES = "who which whose"
DETERMINERS = """
    a an the this these those his her its their our my your some many several most few both all each every no any
    another other one two three four five six seven eight nine ten dozens hundreds thousands various numerous more
    certain half such
"""
HARD_DETERMINERS = "a an the this these those his her its their our my your another each every no"
"""Determiners to whose left the same noun phrase has at most a quantifier."""

PREPOSITION_WORDS = """
    of in on at for from with by to about against under over after before during between among through without
    within into onto upon near across behind beyond despite amid around like as via per toward towards including
    inside outside until till since except unlike alongside because besides
"""
JOINING = """
    that when where while because if although though as after before since until unless whether than so but and or
    nor yet whereas once why how what whom
"""
"""Words at which a clause begins."""

COMMON_VERBS = """
    is are was were be been being am has have had do does did will would can could may might must should shall
    made make makes came come comes went go goes got get gets took take takes gave give gives kept keep left leave
    became become becomes ran run met meet lost won put let seems seem appears appear began remains remain
    include includes included followed follows led ended helped used faced
"""
OPENERS = """
    however meanwhile still but and so yet then now instead also moreover furthermore nevertheless nonetheless
    afterward afterwards later earlier today yesterday tomorrow recently previously indeed thus therefore likewise
    similarly additionally finally first second third lastly otherwise perhaps for although though while when if as
    because since after before once besides plus again separately in on at by during to with even just not only
    maybe asked despite according from until unless what how why where that whether there here who which or nor
"""
"""Words with a capital at the start of a sentence that never belong to a name."""

TIMES = """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon
    evening night week month year january february march april june july august september october november december
    weekend noon mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec early late
"""
WEEKDAYS = """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
"""
VEHICLES = """
    statement interview email e-mail letter speech tweet tweets report release memo filing post blog article op-ed
    conference briefing testimony call message remarks address text appearance affidavit ruling opinion document
    note commentary column video podcast essay study paper rally event debate meeting hearing posting segment
    twitter facebook editorial press television
"""
"""What a thing is said in, or at."""

TITLES = """
    mr mrs ms miss dr prof professor sen senator rep representative general gov governor president vice-president
    chancellor premier minister secretary ambassador judge justice gen general col colonel lt lieutenant capt
    captain sgt sergeant maj major adm admiral cmdr commander rev reverend sir dame lord lady king queen prince
    princess pope bishop cardinal archbishop rabbi imam sheikh sheriff chief mayor councilman councilwoman councilor
    commissioner congressman congresswoman speaker chairman chairwoman chair ceo cfo director manager spokesman
    spokeswoman spokesperson attorney lawyer detective officer inspector superintendent deputy assistant former ex
    retired republican democrat democratic democrats republicans rt hon st mp
"""
ORGANISATION_WORDS = """
    inc corp ltd llc co company university institute college school bank group agency ministry department office
    court committee commission council association times post journal news press party house senate congress union
    center centre foundation society service services police army technologies holdings capital partners fund board
    bureau street city county state states america kingdom daily tribune herald radio television media network
    global international national federal world
"""
SPOKEN_NOUNS = """
    claim claims statement statements assertion assertions allegation allegations warning warnings suggestion
    announcement prediction predictions conclusion contention admission estimate insistence argument complaint
    acknowledgment acknowledgement remark accusation accusations denial revelation
"""
"""Nouns that hold what somebody said, before "that" or "to": "his claim that ..."."""

HELD_NOUNS = """
    belief view opinion hope hopes fear fears promise pledge vow demand desire decision refusal offer proposal
    threat concern agreement commitment
"""
"""Nouns that hold what somebody thinks or wants."""

REPORTS = """
    data research report reports survey surveys study studies figures analysis estimates estimate poll polls numbers
    statistics review findings documents records filing results
"""
"""Nouns that name a work by its maker: in "data from X", X is the source."""

PLACES = """
    new north south east west san los las united hong saudi sri el great red white black supreme little big old
    american chinese russian british european asian african french german the university national global wall
    silicon middle star human social artificial world first second
"""
"""First words of two-word names that are not people's."""

MALE_NAMES = """
    james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond
    patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter ethan jeremy
    harold keith christian roger noah gerald carl terry sean arthur austin lawrence jesse dylan bryan joe jordan
    billy bruce albert willie gabriel alan juan logan wayne roy ralph randy eugene vincent russell louis philip
    bobby johnny bradley mike tom bill bob jim steve dave dan ben tim ted jeff greg tony oscar simon martin ian neil
    graham colin nigel hans pierre luis carlos ahmed mohammed muhammad ali omar vladimir sergei dmitry ivan emmanuel
    boris rishi keir barack mitt bernie marco phil
"""
FEMALE_NAMES = """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy
    kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine debra rachel carolyn janet
    maria olivia heather helen catherine diane julie victoria joyce lauren kelly christina ruth joan virginia judith
    evelyn hannah andrea megan meghan cheryl jacqueline madison teresa abigail sophia martha sara gloria janice
    kathryn ann isabella judy charlotte julia grace amber alice jean denise frances danielle marilyn natalie beverly
    diana brittany theresa kayla alexis doris lori tiffany hillary melania ivanka angela theresa nikki kamala jill
    kate jane sue claire lucy fiona emily chloe fatima aisha olga natalia elena svetlana miranda nancy kellyanne
    loretta
"""

INVERTING = """
    say add write note explain ask argue claim warn observe recall continue report reply respond insist conclude
    state quip joke tweet announce declare remark comment complain admit acknowledge predict suggest post read
"""
"""Verbs that may stand before their subject after what was said: "..., said NAME"."""

WITH_THAT = """
    boast brag post see hear hold judge consider discover determine learn gather calculate rule prove document
    continue demonstrate envision envisage imagine perceive recall recount reiterate repeat regret appreciate
    remember forget care emphasize emphasise sing chant narrate mention cite reflect plead pronounce text blog
    lecture signal attest marvel protest find understand agree conclude recognize recognise anticipate dream fret
    describe rebut counter reply respond retort demand recommend specify disclose highlight wonder relate
"""
"""Verbs that take no clause without "that"."""

MEDIA = "telephone phone email e-mail text text-message letter fax video radio satellite message videolink"
"""What somebody says something by, as in "said by telephone that"."""

BARE = "say tell claim think believe hope argue insist"
"""Verbs whose clause without "that" needs no proof of a verb in it."""

REPORTING_OBJECT = "report estimate predict claim confirm deny acknowledge allege forecast accuse"
"""Verbs whose object alone is a report: "the firm reported a loss"."""

PREPOSITION_IN_CONTENT = "respond reply balk vote object believe"
"""Verbs whose preposition belongs to what is answered or opposed, and not to the cue."""

WITH_OBJECT = "urge encourage beg order invite challenge press pressure"
"""Verbs of which the person addressed is part of what is wanted: "urged voters to stay"."""

FRONTING = "when while although though after before if once as lest what because since despite"
"""Words that open a clause before the main one: a report in it ends at the comma."""

PHRASAL = """
    point:out:saying lay:out:judging spell:out:judging rule:out:judging set:out:judging lash:out:judging
    speak:out:judging call:out:judging play:down:judging hit:back:judging go:after:judging shoot:down:judging
    chime:in:saying blurt:out:saying cry:out:saying shout:out:saying read:out:judging bring:up:judging
    sum:up:saying weigh:in:judging come:out:judging fire:back:saying single:out:judging wave:off:judging
    brush:off:judging shrug:off:judging
"""
"""Verbs that report together with a particle, and the group they then belong to."""

BEFORE_NOUNS = "new no any such recent first and or of"
"""Words after which a form like "claims" is a noun."""

COMPLEMENT_OPENERS = "that to the a an he she it they his her their whether how this for"
"""Words that follow "claims" or "plan" where these are verbs."""

PLURAL_SUBJECTS = """
    they we i you who people police women men others many few which that both most children data media some and but or
    not n't none all
"""
"""Words without -s that may be the subject of a verb's base form."""
