"""Boilerplate: what a web page puts around and into an article that is no part of it."""

import re

_WHOLE = re.compile(
    r"(?:share|tweet|e-?mail|print|save|copy link|link copied!?|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|messenger|"
    r"advertisement|sponsored(?: content)?|ad|promoted|continue reading(?: the main story)?[….]*|story continues below(?: advertisement)?|"
    r"article continues (?:below|after)[\w ]{0,30}|scroll down for (?:the )?(?:video|more|photos)|skip (?:to|past)[\w ]{1,40}|"
    r"related(?: (?:articles?|stories|content|posts|links|topics|news|coverage|reading))?|more (?:on|from|in) [\w &’'.-]{2,50}|"
    r"most (?:read|popular|viewed|shared)[\w ]{0,20}|trending(?: now)?|recommended(?: for you| stories| reading)?|you (?:might|may) also like|"
    r"read (?:more|next|also|full story)|see (?:also|more)|load more|show more|view (?:all|more|comments)|next|previous|back to top|"
    r"menu|home|search|log ?in|sign (?:in|up)|subscribe(?: now| today)?|donate(?: now)?|follow(?: us)?|newsletters?|"
    r"all rights reserved|close|loading[….]*|comments? (?:are )?(?:closed|disabled|off)|no comments?(?: yet)?|add a comment|"
    r"tags?|topics?|categories|filed under|references|footnotes|acknowledg(?:e)?ments?|disclaimer|disclosure|about the authors?|"
    r"about us|contact(?: us)?|privacy policy|terms of (?:use|service)|cookie (?:policy|settings)|accept(?: all)?(?: cookies)?|"
    r"listen to (?:this )?(?:article|story)|\d+ min(?:ute)?s? read|reading time:?\s?\d+[\w ]{0,12}|\d+ shares?|"
    r"watch(?: now| live)?|video|photos?|your browser does not support[\w ]{1,40}|enable javascript[\w ]{0,40}|分享|相关阅读|责任编辑.{0,12})"
    r"\s?[:.!»›>→]?\Z",
    re.IGNORECASE,
)
_START = re.compile(
    r"(?:share (?:this|on|via|to)\b(?! of)|share this (?:story|article|post|page)|tweet this|e-?mail this|print this|read or share this|"
    r"read (?:more|next|also|the (?:original|full)|our|all our|here)\b[^a-z]{0,2}(?:[:›»…|]|on |at |the |article|story|report|about|here|\Z)|"
    r"(?:related|see also|also read|also on|you may also like|recommended|more|review|watch|listen|gallery|opinion|explainer|in pictures|in depth|"
    r"don['’]t miss|must read|trending|up next|elsewhere|learn more|further reading|more information)\s?[:|»›]\s|"
    r"subscribe (?:to|now|today|here|for)\b|sign up (?:to|for|here|now|today)\b|get (?:the latest|our|all the latest|more)\b[^.]{0,60}\b(?:inbox|newsletter|"
    r"e-?mail|app|alerts)|follow (?:us|me|him|her|them|our|@)[^.]{0,40}|follow [A-Z][\w .]{1,50} on (?:twitter|x|facebook|instagram|google|telegram|weibo|"
    r"linkedin|youtube|bluesky|threads|mastodon)|like us on|join (?:us on|our|the conversation)|download (?:the|our) [\w ]{0,20}\bapp\b|"
    r"click here (?:to|for)\b|tap here|we (?:use|and our partners use) cookies|this (?:site|website|page) (?:uses|requires|is protected)|"
    r"by (?:continuing|using this site|clicking|signing up|subscribing)\b|copyright\s?(?:©|\(c\)|\d{4})|©\s?(?:\d{4}|copyright)|\(c\)\s?\d{4}|all rights reserved|"
    r"this (?:article|story|post|piece|column|essay|report|commentary|interview)(?: was| is| has been| has)?(?: also| originally| first| updated| amended| edited)* "
    r"(?:published|appeared|republished|reprinted|posted|syndicated|part of|updated|amended|corrected|produced|supported|translated|edited|adapted)\b|"
    r"(?:an earlier|a previous|a) version of this (?:article|story|report|piece|column|post)|(?:correction|clarification|editor['’]?s['’]? note|update)\s?[(:–—]|"
    r"\[(?:editor|correction|update)|(?:the )?(?:views|opinions) expressed|disclaimer\s?:|disclosure\s?:|republish (?:this|our)|"
    r"(?:have|do you have|got) (?:a|an|any) (?:news )?(?:tip|story|question|comment)s?\b|send (?:us )?(?:your )?(?:tips|feedback|news)|we pay for your stor|"
    r"contact (?:us|the (?:author|writer|reporter|newsroom))\b|(?:e-?mail|e-post|contact|reach|write to)(?: \w+){0,3}(?: at)?\s?:?\s?[\w.+-]{1,64}@|"
    r"support (?:our|independent|quality)\b[^.]{0,40}(?:journalism|work|reporting)|(?:become|be) a (?:member|subscriber|supporter|patron)|"
    r"thanks? (?:you )?for (?:subscribing|signing up|reading [A-Z])|manage (?:your )?(?:subscription|preferences)|already a (?:subscriber|member)|"
    r"\(?(?:additional |with )?(?:reporting|writing|editing|with reporting|research|translation|production) by [A-Z]|"
    r"additional (?:reporting|research|contributions)\b|with (?:reporting|files|assistance|contributions) (?:by|from)|"
    r"(?:the )?post .{3,200} appeared first on |(?:how to )?cite this|suggested citation|recommended citation|"
    r"(?:图片|来源|责编|编辑|原标题|版权)\s?[:：])",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:contributed (?:to this|reporting)(?: (?:report|story|article))?|all rights reserved|may not be published, broadcast, rewritten[\w, ]{0,30}"
    r"|sign up (?:here|now)|click here|read more|continue reading[….]*|for subscribing!?|on (?:twitter|facebook|instagram)(?: and (?:twitter|facebook|instagram))?)"
    r"\s?[.!»›…]{0,3}\Z",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(
    r"may not be published, broadcast, rewritten|under a creative commons|read the original article|privacy policy|terms (?:of use|and conditions)"
    r"|continue reading the main story|see the latest news and share your comments|sign up for [\w ’']{2,40}(?:newsletter|e-?mails)"
    r"|should not be taken as|does not constitute (?:investment|financial|legal)",
    re.IGNORECASE,
)
_AGENCIES_ONLY = re.compile(
    r"(?:reuters|ap|afp|xinhua|agencies|dpa|upi|pa|ians|pti|ani|[ -/,&–—]|and){2,60}\Z", re.IGNORECASE
)
_CREDITS_LINE = re.compile(
    r"\([^()]{0,10}(?:Reporting|Writing|Editing|Compiled|Translated)\b[^()]{0,40} by [^()]{3,400}\)\Z"
)
_LONGEST = 420
_ROLE = (
    r"(?:fellow|professor|lecturer|reporter|journalist|correspondent|editor|editor-at-large|writer|author|columnist|analyst|researcher|scientist|director|"
    r"expert|scholar|historian|economist|contributor|producer|freelancer|blogger|host|critic|associate|intern|strategist|consultant|lawyer|attorney|"
    r"chair|founder|co-founder|partner|student|candidate|instructor|member|specialist|adviser|advisor|commentator|photographer|novelist|enthusiast)"
)
_BIO = re.compile(
    rf"(?:[A-Z][\w.'’-]+(?:\s(?:[A-Z][\w.'’-]*|de|van|von|al|el|bin)){{1,4}}|(?:The|About the) (?:author|writer)s?)(?:,[^.,]{{2,40}},)?"
    rf"\s(?:is|are|was|works as|serves as|writes|covers|reports)\s[^.]{{0,120}}\b{_ROLE}s?\b",
)
_BIO_VERB = re.compile(
    r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]*){1,3}\s(?:writes (?:about|on|for)|covers|reports (?:on|for|from))\s[^.]{3,150}\.\Z"
)
_BIO_OWNER = re.compile(
    r"[A-Z][\w.'’&-]+(?:\s[\w.'’&-]+){0,6}\s(?:is|are) (?:owned|funded|supported|published|operated|run) by (?:the )?[A-Z][^.]{2,120}\.\Z"
)


def is_furniture(text: str) -> bool:
    """Whether a line is boilerplate by its own words, wherever it stands."""
    if len(text) > 3 * _LONGEST:
        return False
    if _WHOLE.match(text) or _AGENCIES_ONLY.match(text):
        return True
    if _ANYWHERE.search(text) and len(text) <= 2 * _LONGEST:
        return True
    return len(text) <= _LONGEST and bool(_START.match(text) or _END.search(text[-90:]) or _CREDITS_LINE.match(text))


def is_note_on_the_author(text: str) -> bool:
    """Whether a line, at the end of an article, says who its author is or who owns its outlet."""
    if len(text) > _LONGEST:
        return False
    return bool(_BIO.match(text) or _BIO_VERB.match(text) or _BIO_OWNER.match(text))
