"""Words that speak of one thing without sharing a stem: word families, and the everyday synonyms of English news.

Each line of the table is one family. It was written down from general knowledge of English, and names no story; a word
may stand in one family only, the first that has it.
"""

from functools import lru_cache

from index.language.tokens import stem_of

_FAMILIES = """
ban prohibit outlaw forbid bar banned banning prohibition
block blocked blacklist restrict restriction
censor censorship censored moderator moderation moderate
suspend pause delay postpone halt defer reprieve stall freeze extension
migrate migration exodus flock influx flood relocate migrant
launch introduce unveil debut rollout
begin start commence began begun onset beginning
end finish conclude conclusion ended
die death dead killed fatal fatality kill killing deadly died lethal perish toll deceased
injure injury wound wounded hurt injured
murder homicide slay slain murderer
crash collide collision wreck crashed
explode explosion blast bomb bombing explosive blew
shoot shooting gunfire gunman gunned shot gun firearm
attack assault raid assailant attacker strike
arrest detain detention custody apprehend arrested detained
jail prison imprison imprisonment sentence sentenced incarcerate
convict conviction guilty convicted
accuse accusation allege allegation alleged accused
prosecute prosecutor prosecution indict indictment indicted
sue lawsuit litigation plaintiff sued
judge justice tribunal judicial judiciary
court courtroom
overturn reverse overrule annul quash strike
uphold upheld affirm
law legislation bill statute act legislative
lawmaker legislator senator congressman congress parliament congressional
vote ballot election elect elected electoral voter
resign resignation quit retire retirement
dismiss sack oust dismissal
appoint appointment hire hiring recruit recruitment
buy purchase acquire acquisition takeover bought buyer acquired
sell sale sold seller divest divestiture divestment
own owner ownership owned
founder establish establishment
company firm corporation business enterprise corporate
boss chief ceo executive
job employment employ employee worker workforce
student pupil learner
learn study studying learned learning learnt
teach teacher teaching lesson instructor taught tutor
china chinese beijing prc
america american americans
britain british briton uk
russia russian moscow kremlin
germany german berlin
france french
japan japanese tokyo
korea korean
israel israeli
iran iranian tehran
india indian delhi
spain spanish
italy italian
canada canadian
mexico mexican
australia australian
egypt egyptian cairo
turkey turkish ankara
ukraine ukrainian kyiv kiev
europe european
africa african
asia asian
west western westerner
palestine palestinian
syria syrian
iraq iraqi
afghanistan afghan
pakistan pakistani
brazil brazilian
norway norwegian
sweden swedish
netherlands dutch
poland polish
greece greek
switzerland swiss
saudi riyadh
angola angolan
rise increase grow growth surge climb soar spike jump skyrocket rose grew risen rising boost
fall drop decline decrease plunge plummet slump tumble fell fallen shrink slide dropped sank
cost price affordable affordability expensive cheap cheaper pricey
pay payment paid
money fund funding cash finance financing
invest investor investment
profit profitability profitable earnings income
loss lose lost losing
woman female women girl lady
man male men boy
child kid children toddler youngster
mother mom mum
father dad
husband spouse wife marry marriage married wedding
teen teenager teenage adolescent
young youth youthful
baby newborn infant
police officer cop policeman
soldier troop army military
doctor physician medic
hospital clinic medical
ill illness sick disease
fan supporter
plane aircraft jet airplane airliner
flight fly flew flying
pilot cockpit
passenger traveler traveller
airport runway
train railway rail
ship vessel boat tanker
car vehicle automobile auto
rocket missile launcher
satellite spacecraft orbiter
moon lunar
earth planet
space outer
scientist researcher astronomer research
discover discovery detect detection
animal zoo
forest jungle
mountain hill
town city village urban metropolitan municipal
rural countryside
house home residence
rich wealthy affluent
poor poverty
famous celebrity star
movie film
theatre theater cinema multiplex
song music singer album
tv television broadcast
show performance perform
video clip footage
photo picture photograph image selfie
app application
download install downloaded
internet web online cyber net
netizen user
website site
hack hacker breach
data information
private privacy personal
spy espionage spying
security secure
threat threaten menace danger dangerous
worry concern fear anxious anxiety worried afraid
protest demonstrate demonstration demonstrator pushback defy defiance boycott snub protester
criticise criticize criticism critic critique
praise hail compliment laud
welcome greet greeting
friend befriend friendly friendship
joke humor humorous humorously funny jokingly amuse sarcasm
surprise astonish shock amaze unexpected stunned surprising
hope optimism optimistic
hate hatred hostility
angry anger fury furious outrage
happy glad delight delighted
sad grief mourn
apologise apologize apology sorry
deny denial denied reject
confirm confirmation
warn warning
promise pledge vow commitment
plan intend intention
try attempt effort
help aid assist assistance
talk discuss discussion dialogue conversation chat
speak speech spoke speaker
meet meeting summit
agree agreement deal accord pact
negotiate negotiation
order decree directive
sanction embargo
trade tariff
war conflict fighting
peace truce ceasefire
enemy foe adversary adversarial
ally partner alliance
nation country state national
government administration regime authority authorities
president presidency presidential
minister ministry
leader leadership
propaganda narrative
culture cultural
language linguistic
translate translation translated translator
english anglophone
exchange interaction interact encounter contact
relation relationship tie ties
rule regulation regulate regulator regulatory
tax levy taxation
investigate investigation probe inquiry
cause reason
remove removal pull delete withdraw
return restore resume restoration
shut close closure shutdown
dark offline outage
win victory beat defeat triumph won winner champion championship
player athlete
coach manager
race racing racer
weather storm hurricane
blaze flame
water flood flooding
oil petroleum crude fuel
nuclear atomic
weapon arm armed arms
refugee migrant asylum
immigrant immigration
sexual sex rape harassment
race racist racism
religion religious church
muslim islam islamic
document paper file
leak leaked
bank banking banker
currency bitcoin cryptocurrency crypto coin
phone smartphone handset
screen display
next upcoming forthcoming impending imminent looming
separate segregate split divide
transparent transparency
illegal unlawful illicit
popular popularity
comparable compare comparison
trip journey travel travelling tourist tourism tourism visit visitor
attract attraction attractive attractiveness appeal
image perception stereotype portrayal portray depict
fad fleeting temporary brief briefly hype short-lived
lifestyle living
vulnerable vulnerability
alternative substitute replacement rival competitor
similar resemble
endure persist persistence sustain sustained
doubt doubtful skeptical sceptical skepticism scepticism unlikely
opportunity chance
benefit advantage
challenge difficulty obstacle hurdle
citizen resident inhabitant
misunderstand misunderstanding misconception misperception
expert analyst specialist scholar academic
flee fled escape evacuate evacuation
rescue rescued survivor survive survival
damage destroy destruction destroyed devastate
fine penalty penalise penalize punish punishment
expel expulsion deport deportation
bankrupt bankruptcy insolvent insolvency
mistake error blunder
secret covert clandestine secretly
evidence proof prove proven
huge massive enormous giant
decide decision choose choice chose chosen
reveal disclose disclosure revelation expose
require requirement mandatory compulsory obligation
allow permit permission permitted
approve approval endorse endorsement
rumor rumour speculation speculate
"""


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _FAMILIES.strip().splitlines():
        words = line.split()
        if len({stem_of(word) for word in words}) < 2:
            continue
        for word in words:
            table.setdefault(stem_of(word), "~" + words[0])
    return table


def family_of(term: str) -> str | None:
    """Return the name of the family that a stem belongs to, None for most words."""
    return _families().get(term)
