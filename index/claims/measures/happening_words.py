"""What kind of thing happened on a date, by the words beside it; written down from general knowledge of English news.

Each line names a happening and regular expressions for the words that tell it, parted by spaces; ``_`` stands for the
space inside an expression. A line that begins with white space goes on the one before it.
"""

HAPPENINGS = r"""
enacted (?:pass(?:ed|es|ing)|adopt(?:ed|s|ing)|enact(?:ed|s|ing)|ratif\w+|signed_into_law) law_was_signed
    signed_(?:a|the)_(?:bill|law|act)
effective took_effect tak(?:es|ing)_effect in(?:to)?_force takes_effect
began began begun begins? start(?:ed|s|ing)? broke_out breaks_out erupt\w*
    first_(?:seen|spotted|reported|noticed|appeared) commenc\w+ under_?way ignited opened opens
ended end(?:ed|s|ing)? finish\w* conclud\w+ expir\w+ lapsed
died died dies death passed_away found_dead
born born gave_birth
founded found(?:ed|ing)_(?:in|by|as) was_founded founded establish\w* set_up incorporated
launched launch\w* lift(?:ed)?_?-?off blast(?:ed)?_off took_off rolled_out debut\w* premier\w* go(?:es)?_on_sale
    went_on_sale releas\w+ unveil\w*
crashed crash\w* derail\w* collid\w+ sank sunk capsiz\w+ went_down ran_aground
struck struck hit quake earthquake eruption
attacked attack\w* bomb(?:ed|ing)? shoot(?:ing)? shot storm(?:ed|ing) raid(?:ed)?
arrested arrest\w* detain\w* taken_into_custody captured seiz\w+
charged charged indict\w*
sentenced sentenc\w+ convict\w* found_guilty acquitt\w+ jailed
ruled rul(?:ed|ing) struck_down upheld overturn\w* blocked
discovered discover\w* notic\w+ detect\w* spott?ed spotted came_to_light came_across
stepped_down resign\w* step(?:ped)?_down quit fired dismiss\w+ sacked ousted retir\w+
appointed appoint\w* hired elected sworn_in inaugurat\w* took_office takes_office
married marri\w+ wed(?:ding)?
tested nuclear_test missile_test test-?fired
voted vot(?:e|ed|ing) elections? referendum polls?
shut shut(?:_down|s)? closed clos(?:es|ing) go(?:es)?_dark went_dark offline
signed signed signing completed penned
delayed postpon\w+ delay\w* suspend\w*
counted count(?:ed|s) number(?:ed|s) record(?:ed|s) register(?:ed|s) total(?:led|ed|s) reach(?:ed|es|ing)
    surg(?:e|ed|es|ing) rose rises? rising jump(?:ed|s) climb(?:ed|s) soar(?:ed|s) spike(?:d|s) fell dropped
    attract(?:ed|s|ing) gain(?:ed|s|ing)
marched (?-i:march) march(?:ed|es|ing) demonstrat\w+ rall(?:y|ied) protest\w*
"""
