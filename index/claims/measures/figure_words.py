"""What figures in news measure, by the words beside them; written down from general knowledge of English news.

Each line names a measure, the kind of unit it is counted in, and regular expressions for the words that tell it, parted
by spaces; ``_`` stands for the space inside an expression, ``…`` for up to four words that may stand in between. A line
that begins with white space goes on the one before it.
"""

MEASURES = r"""
dead count kill(?:s|ed|ing)? dead deadly deadliest died? dies dying deaths? fatal\w* lives_lost lost_their_li\w+
    claim\w*_…lives perish\w* (?:did|do|had|has|have)_not_survived? toll bodies slain drown\w* murder\w* massacre\w*
    executed executions corpses?
hurt count injur\w+ wound(?:s|ed)? hurt hospitali[sz]ed maimed treated_(?:for|in|at)
missing count missing unaccounted disappear\w*
ill count infect\w+ cases? diagnos\w+ caught sick sickened tested_positive contract(?:ed|ing) fell_ill fallen_ill
    outbreak
saved count rescu\w+ surviv\w+ freed pulled_(?:alive|from|out) saved
held count arrest\w* detain\w* in_custody into_custody rounded_up
charged count charge[sd] indict\w* prosecut(?:ed|ions?) convict\w* sentenced
aboard count aboard on_board onboard carrying
displaced count evacuat\w+ evacuees displac\w+ flee(?:s|ing)? fled homeless uproot\w* resettl\w+ relocat\w+
    forc(?:ed|ing)_…(?:from|out|leave|abandon) driv(?:en|ing)_…(?:from|out) drove_…(?:from|out)
    leave_their_(?:homes?|houses?|villages?|towns?)
crowd count (?-i:march) march(?:ed|ing) demonstrat(?:ed|ion|ions|ing) protest(?:ed|s|ing)? rall(?:y|ied|ying) crowds?
    took_part take_part taking_part turn(?:ed)?_out gather\w* attend\w* on_the_streets? took_to_the_streets
workforce count employ(?:s|ed|ing)? employees workforce payroll headcount
dismissed count cut(?:s|ting)?_…(?:jobs|staff|workforce|positions|posts|workers|roles) (?:lay|laid|laying|lays)_…off
    layoffs? lay-offs? redundan\w+ job_(?:cuts|losses)
    (?:shed\w*|axe\w*|axing|eliminat\w+)_…(?:jobs?|positions|posts|roles)
    (?:lose|lost|losing|cost)_…(?:jobs?|positions|posts) dismissed let_go
exposed count affected exposed stolen compromised accessed breach\w* hack\w* leaked copied caught_up
signatures count sign(?:ed|ing|atures?|atories) petition
destroyed count destroy\w* gutted levelled leveled burn(?:ed|t)_down razed flattened in_ruins gone
damaged count damag\w+
darkened count without_(?:power|electricity|water) outages? blackouts? black-outs?
cost money cost(?:s|ed|ing)? price_tag bill expens\w+ spen(?:t|d|ds|ding) budget\w* overrun
price money pric(?:e|es|ed|ing|ey) sold_for retail\w* auction\w* per_share a_share each apiece ticket fee
revenue money revenues? sales turnover gross(?:ed|es|ing)? takings box_office taking_in took_in took
profit money profits? earnings net_income
loss money loss(?:es)?
fine money fin(?:e|es|ed) penalt\w+ settlement damages compensation
debt money debts? loans? ow(?:es|ed|ing) borrow\w* mortgages?
worth money worth valued valuation valuing market_value capitali[sz]ation fortune
pay money salar\w+ wages? bonus\w*
deal money takeovers? acqui\w+ bids? merger buyout transfer
raised money rais(?:e|es|ed|ing) funding invest(?:s|ed|ing|ments?)?
aid money aid donat\w+ relief grants? pledg\w+
haul money theft heist loot\w* robb\w+ haul stole stolen
inflation percent inflation consumer_prices prices
interest percent interest_rates? (?:main|key|base|benchmark|policy|lending|deposit)_…rates? borrowing_costs rate_from
    rate_to
growth percent econom(?:y|ies) gdp gross_domestic
unemployment percent unemploy\w+ jobless
turnout percent turnout
contained percent contain(?:ed|ment) perimeter
effective percent effective\w* efficacy
stock percent shares? stocks?
burned area burn(?:ed|t|ing)? charr?(?:ed|ing) blackened scorch\w* consum(?:ed|ing) blaze wildfire fire
height length tall\w* height
depth length deep depth
altitude length altitude above orbit\w*
falling length fell falls? falling drop(?:ped)? plung\w+
weight mass weigh\w* weight
sentence duration prison jail\w* sentenc\w+ behind_bars imprison\w* probation
severance duration severance
delay duration delay\w* behind_schedule postpon\w+ extension extend(?:ed|ing)? grace
"""
