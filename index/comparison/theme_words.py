"""What English news keeps coming back to, as themes: words that keep company in it without meaning the same.

A theme is its name with a colon, then its words; words joined by "_" count in a row only. The themes follow the top of
the IPTC Media Topics and the policy frames of news research (economic, legality, security, public opinion, and so on),
with what reports say of the course of events (lasting or passing, certain or doubted). A word may stand in several. The
table was written down from general knowledge of English, and names no story.
"""

THEMES = """
lasting: last lasting long-term short-term short-lived fleeting temporary momentary transient ephemeral novelty fad
hype trend sustain sustainable sustained endure enduring permanent die_down fade fizzle stay_long remain_see time_tell
momentum long_run passing staying_power flash_pan long_haul retain retention stick_around wear_off run_course numbered
doubt: doubt doubtful unlikely skeptical sceptical skeptic uncertain uncertainty unclear unsure question_whether
remain_see unknown unpredictable hard_predict speculate speculation whether
regulation: regulate regulation regulator regulatory rule comply compliance crackdown clamp restrict restriction
oversight scrutiny control tighten curb supervise supervision enforce enforcement guideline law monitor watchdog
intervene
censorship: censor censorship moderate moderation sensitive taboo forbidden banned prohibit filter firewall crackdown
suppress silence delete remove_post free_speech freedom expression restricted guideline violate content
speech: free_speech freedom expression censorship censor amendment first_amendment silence dissent
surveillance: privacy surveillance spy espionage data personal_data collect tracking monitor security
national_security backdoor intelligence harvest
security: security national_security threat risk adversary intelligence defence defense foreign safeguard vulnerable
danger
legislation: law bill act legislation congress senate parliament pass sign enact adopt approve approve_law statute
lawmaker bipartisan vote mandate require veto decree ratify
courts: court judge justice ruling rule uphold overturn appeal lawsuit sue hearing verdict trial constitutional
unconstitutional legal challenge argument supreme_court strike_down
crime: arrest charge suspect convict prison sentence prosecutor police investigate guilty jail crime criminal victim
murder theft detain custody bail
violence: kill attack shoot gunman bomb explosion wounded dead death massacre casualty gunfire assault violence
militant
diplomacy: diplomacy diplomatic ambassador embassy talk negotiation summit relation bilateral tie tension
foreign_ministry envoy dialogue treaty thaw reconcile olive_branch
geopolitics: geopolitical rivalry tension government adversary superpower cold_war relation bilateral strategic
trade_war hostile competition confrontation
soft_power: soft_power influence image reputation public_diplomacy propaganda charm cultural_influence narrative
opinion goodwill appeal perception outreach win_heart
people_exchange: exchange mutual_understanding understand understanding ordinary_people ordinary bridge connect
connection interact interaction dialogue conversation friendship people-to-people cross-cultural cultural_exchange
grassroots face_face communicate communication direct_contact barrier share_experience gap
stereotypes: stereotype misconception prejudice bias perception misunderstand myth propaganda narrative belief
brainwash debunk realise realize demonise demonize portray humanise humanize
living_costs: grocery rent salary wage cost afford affordable healthcare health_care insurance medical_bill bill
ambulance mortgage price housing expense income loan debt work_hour cost_living living_standard quality_life food
standard_living paycheck
health: hospital doctor patient disease medical treatment surgery symptom virus vaccine health infection diagnose
language: language translate translation translator learn vocabulary word speak phrase lesson subtitle bilingual
accent fluent grammar course homework
education: school student teacher university college homework exam course class education tuition campus
welcome: welcome greet warm warmly friendly hospitality hello embrace kind kindness helpful invite open_arm newcomer
humour: joke humor humour funny meme ironic irony sarcasm sarcastic satire playful laugh tongue-in-cheek jest
protest: protest demonstrate boycott spite defiance defy rebel rebellion backlash anger revenge resist pushback
outrage oppose retaliate
platforms: platform app social_media network site user feed algorithm post video follower account creator influencer
content share alternative
alternatives: alternative substitute rival competitor replace replacement switch instead_of choose option migrate
resemblance: similar similarity resemble like_mix cross_between combine combination mix blend comparable equivalent
version counterpart answer_to akin likened
downloads: download install app_store top_chart chart store rank ranking number_one most-downloaded free_app sign_up
register
users: user audience monthly_active active_user subscriber account base demographic newcomer member
demographics: woman female male young age generation born gen_z urban middle-class city demographic majority percent
tier educated
creators: creator influencer livelihood income earn living monetise monetize audience sponsor brand follower fan_base
business: revenue profit advertiser advertising e-commerce shopping brand sale market valuation investor startup
marketing monetise monetize commercial retail shop purchase
finance: investor investment share stock market fund valuation billion capital bank trading price index currency
ownership: divest sell sale owner parent_company buyer acquire stake ownership spin_off
deadline: deadline extension extend delay grace_period postpone reprieve executive_order executive enforce take_effect
grace
outage: dark offline shut_down go_dark unavailable outage restore service_back back_online disable suspend shutdown
access
opportunity: opportunity chance benefit advantage gain potential open_door boost leverage capitalize capitalise seize
promote
challenge: challenge difficulty difficult problem obstacle hurdle barrier struggle pressure dilemma overwhelm cope
strain
growth: surge spike soar jump increase rise growth grow skyrocket influx wave flood rapid overnight explosion climb
decline: fall drop plunge slump decline tumble decrease slide loss shrink sink crash
nationalism: patriotic nationalist nationalism nationalistic pride jingoism xenophobia
openness: open opening openness closed isolate wall firewall barrier segregate separate global international domestic
access vpn foreigner
names: name call nickname translate mean literally known_as refer title dub brand rename
founding: found founder establish launch start begin origin create co-founder base headquarters start-up startup
disinformation: misinformation disinformation propaganda fake bot troll influence_operation campaign manipulate
manipulation false foreign_influence covert
minorities: lgbtq gay lesbian transgender minority racial racism race black discrimination feminist equality
sensitive_politics: human_right democracy protest massacre dissident political_dissent detention authoritarian
communist_party censorship sensitive_topic regime one-party
elections: election vote voter ballot campaign candidate poll primary runoff turnout landslide
leaders: president elect administration office inaugurate inauguration white_house executive term cabinet
military: troop army military soldier missile drone weapon strike nuclear airstrike navy war warhead
disaster: earthquake flood storm hurricane fire rescue evacuate damage survivor debris collapse wreckage
accident: crash accident collide injure wreck derail victim driver pilot runway emergency
space: orbit satellite spacecraft launch rocket astronaut station re-entry mission moon planet debris
climate: climate emission carbon warming temperature fossil_fuel renewable drought pollution environment
religion: church mosque islam christian muslim priest faith prayer pope worship
migration: migrant refugee asylum border deport immigration immigrant flee
sport: season game coach team player league win score championship playoff title defeat
transfer: sign contract deal free_agent extension trade salary fire hire resign step_down retire successor
family: child parent mother father baby birth son daughter wedding marry husband wife
celebrity: star singer actor actress fan show performance album award concert stage
film: film movie trailer scene character director sequel box_office cast episode series
technology: device phone screen camera processor software feature release component design battery display chip
travel: flight passenger airline airport plane land crew delay cancel destination
tourism: tourist tourism visa travel visit visitor trip visa-free tour destination
apology: apologise apologize apology sorry regret mistake criticism criticise criticize offend remorse
denial: deny denial reject refute dismiss false allegation claim refuse
investigation: investigate investigation probe inquiry evidence witness examine finding cause
corruption: corruption bribe launder offshore tax_haven shell_company fraud embezzle evade scandal
finances_public: tax budget deficit spending welfare pension subsidy debt
work: job worker employee unemployment labor labour strike union layoff overtime workplace
youth: young youth teen teenager generation gen_z child minor millennial kid
safety: safe safety danger risk warn caution precaution protect hazard
reaction: react reaction praise criticise criticize condemn applaud slam welcome respond response outrage mixed
comparison_countries: compare comparison contrast difference differ unlike side_side
curiosity: curious curiosity ask question learn interest wonder discover eager
daily_life: daily_life everyday life lifestyle cooking food recipe makeup fashion beauty travel pet hobby outfit
restaurant tip
"""
