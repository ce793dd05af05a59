"""English words that say little about what a passage is about, in three tiers: grammar, the commonest, the common.

The tiers stand in for the word frequencies of a large corpus while the user's own is small. They were written down
from general knowledge of English, and hold base forms; the rooms that use them stem first.
"""

_GRAMMAR = """
a about above after again against ago all almost along already also although always am amid among an and
another any anyone anything are aren around as at away back be became because become been before began behind
being below besides between both but by came can cannot come could couldn d did didn do does doesn doing don
done down due during each either else enough especially etc even ever every everyone everything few first for
from further furthermore get gets getting given go goes going got had hadn has hasn have haven having he hence
her here hers herself him himself his how however i if in indeed instead into is isn it its itself just least
less let like likely ll lot m made make makes making many may maybe me meanwhile might mine more moreover most
much must my myself near nearly neither never nevertheless no nobody none nor not nothing now nowhere o of off
often oh okay on once one only onto or other others otherwise ought our ours ourselves out over own part per
perhaps please put quite rather re really regarding s same say said saying says second see seem seemed seems
seen self several shall she should shouldn simply since so some somebody someone something sometimes somewhat
soon still such t take taken takes taking than that the their theirs them themselves then there therefore
these they thing things third this those though through throughout thus to together told too took toward
towards under unless until unto up upon us use used uses using ve very via want was wasn way ways we well went
were weren what whatever when where whereas whether which while who whoever whole whom whose why will with
within without won would wouldn yes yet you your yours yourself mr mrs ms dr according added add adds able
across actually amount based certain certainly clear clearly different else entire exactly far finally former
fully generally i'm it's don't it'd kind later long main major mean means mostly new note noted number old
particular particularly possible possibly previous previously probably recent recently regardless respectively
set similar simple sort specific specifically sure total true truly type usually various
"""

_COMMONEST = """
accord announce answer appear area ask available bad base believe best better big bring call case cause change
city claim close come company consider continue country create current day decide decision describe develop
early effect effort end event expect explain face fact feel few find follow force form found four five six
seven eight nine ten two three full future general give global good government great group grow growth happen
hard head hear help high history hold home hope hour house human idea important include including increase
information international issue join keep know large last late latest launch lead leader leave left level life
line little live local look lose low man many market matter meet member million billion thousand hundred
minute moment month morning move name nation national need news next night note offer office official often
open order pay people person place plan play point policy political popular post power present president
problem process produce program provide public question reach read real reason receive remain remark report
reporter result return right rise run second see seek send sense series serious serve service share short show
side sign significant situation small social speak spokesman spokesperson spokeswoman stand start state
statement stay step stop story strong study suggest support system talk team tell term think time today
tomorrow tonight top try turn understand view visit wait week weekend wish woman women men word work world
write year yesterday young monday tuesday wednesday thursday friday saturday sunday january february march
april june july august september october november december video photo picture image article website source
media press conference interview add user app
"""

_COMMON = """
accept access account act action activity additional address affect age agree agreement air allow american
ambition analysis announcement approach argue argument arrive aspect attack attempt attention author average
avoid aware balance begin benefit board body book break brief broad build building business buy candidate
capital car care career carry catch center central centre challenge chance character charge check child choice
choose citizen civil claim class comment commit common communication community compare competition complete
concern condition conduct confirm connect contact content control conversation cost council course court cover
crisis critical cultural culture customer cut data date deal death debate deep defend demand department design
despite detail determine device difference difficult digital direct direction director discuss discussion draw
drive drop dozen earlier easy economic economy education effective election employee enable encourage energy
engage enjoy enter environment establish evening evidence exchange exist expand experience expert express
extend eye face fail fall family fan father fear feature field fight figure file fill final financial fire
firm focus food foreign free friend front fund funny gain game goal ground guess half hand health highlight
hit host hot husband identify immediate impact improve increasingly indicate individual industry influence
initial inside interest internet investigate investigation involve key kid kill land language largely law
lawyer learn legal letter limit link list location loss love majority manage manager mark meeting mention
message method middle military mind minister miss model modern money mother movement multiple natural nature
negative network normal notice object occur online operate operation opinion opportunity option organization
outside page paper parent particip partner party pass past pattern peace performance period personal phone
physical piece plant platform player police poor population position positive potential practice prepare
pressure pretty prevent price private produce product professional project promote property protect prove
purpose push quality quarter quick quickly race raise range rate react reality realize recall recognize record
reduce refer reflect region relation relationship relate release rely remember remove represent require
research respond response responsible rest reveal risk road role rule safe scale scene school score season
security sell senior share shift shoot significantly single site size society soldier space special spend
sport staff stage standard statistic strategy street structure student style subject success successful sudden
suddenly suffer surface surprise task technology test thank theory threat threaten tie touch town trade
traditional training travel treat trend trip trouble unique unit university usual value version victim victory
vote walk war warn watch water wear weeks west western wide wife win wonder worker worry worth wrong
"""
GRAMMAR = frozenset(_GRAMMAR.split())
COMMONEST = frozenset(_COMMONEST.split())
COMMON = frozenset(_COMMON.split())
