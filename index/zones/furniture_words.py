"""The words of boilerplate, as regular expressions in small letters. Data, no rules."""

_NETWORKS = "(?:twitter|x|facebook|instagram|google|telegram|weibo|linkedin|youtube|bluesky|threads|mastodon|whatsapp)"
_TEXT = "(?:article|story|post|piece|column|essay|report|commentary|interview)"

WHOLE_LINES = (
    "published", "updated", "posted", "share", "tweet", "e-?mail", "print", "save", "copy link", "link copied!?",
    "facebook", "twitter", "x", "whatsapp",
    "linkedin", "reddit", "telegram", "pinterest", "messenger", "advertisement", r"sponsored(?: content)?", "ad",
    "promoted", "continue reading(?: the main story)?", "story continues below(?: advertisement)?",
    r"article continues (?:below|after)[\w ]{0,30}", "scroll down for (?:the )?(?:video|more|photos)",
    r"skip (?:to|past)[\w ]{1,40}", "read full story", "load more", "show more", "view (?:all|more|comments)", "next",
    "previous", "back to top", "menu", "home", "search", "log ?in", "sign (?:in|up)", "subscribe(?: now| today)?",
    "donate(?: now)?", "follow(?: us)?", "newsletters?", "all rights reserved", "close", "loading",
    "comments? (?:are )?(?:closed|disabled|off)", "no comments?(?: yet)?", "add a comment", "tags?", "topics?",
    "categories", "filed under", "references", "footnotes", "acknowledge?ments?", "disclaimer", "disclosure",
    "about the authors?", "about us", "contact(?: us)?", "privacy policy", "terms of (?:use|service)",
    "cookie (?:policy|settings)", "accept(?: all)?(?: cookies)?", f"listen to (?:this )?{_TEXT}",
    r"\d+ min(?:ute)?s? read", r"reading time:?\s?\d+[\w ]{0,12}", r"\d+ shares?", "watch(?: now| live)?", "video",
    "photos?", r"your browser does not support[\w ]{1,40}", r"enable javascript[\w ]{0,40}", "分享", "责任编辑.{0,12}",
)  # fmt: skip

LIST_HEADS = (
    "related(?: (?:articles?|stories|content|posts|links|topics|news|coverage|reading))?",
    r"more (?:on|from|in) [\w &’'.-]{2,50}", r"most (?:read|popular|viewed|shared)[\w ]{0,20}", "trending(?: now)?",
    "recommended(?: for you| stories| reading)?", "(?:you )?(?:might|may) also like", "read (?:more|next|also)",
    "see also", "more stories", "further reading", "相关阅读", "相关新闻",
)  # fmt: skip

STARTS = (
    # Sharing, following, subscribing
    "share (?:this|on|via|to)\\b(?! of)", f"share this (?:{_TEXT}|page)", "tweet this", "e-?mail this", "print this",
    "read or share this", r"subscribe (?:to|now|today|here|for)\b", r"sign up (?:to|for|here|now|today)\b",
    r"get (?:the|our|all|more|daily|weekly|breaking|top)\b.{0,80}\b(?:inbox|newsletters?|e-?mails?|app|alerts)\b",
    "newsletter sign up", r"follow (?:us|me|our|@)\b[^.]{0,40}", rf"(?:like|follow) [\w’' .&]{{1,50}} on {_NETWORKS}\b",
    "like us on", "join (?:us on|our|the conversation)", r"download (?:the|our) [\w ]{0,20}\bapp\b",
    r"click here (?:to|for)\b", "tap here", "(?:become|be) a (?:member|subscriber|supporter|patron)",
    r"manage (?:your )?(?:subscription|preferences)", "already a (?:subscriber|member)",
    r"support (?:our|independent|quality)\b[^.]{0,40}(?:journalism|work|reporting)",
    # Links to other articles
    r"read (?:more|next|also|the (?:original|full)|our|all our|here)\b[^a-z]{0,2}(?:[:›»…|]|on |at |the |article|story|"
    r"report|about|here|\Z)",
    "(?:related|see also|also read|also on|you may also like|recommended|more|review|watch|listen|gallery|opinion|"
    r"explainer|in pictures|in depth|don['’]t miss|must read|trending|up next|elsewhere|learn more|further reading|"
    r"more information)\s?[:|»›]\s",
    # Rights, origin, corrections
    r"we (?:use|and our partners use) cookies", "this (?:site|website|page) (?:uses|requires|is protected)",
    r"by (?:continuing|using this site|clicking|signing up|subscribing)\b", r"copyright\s?(?:©|\(c\)|\d{4})",
    r"©\s?(?:\d{4}|copyright)", r"\(c\)\s?\d{4}", "all rights reserved",
    f"this {_TEXT}(?: was| is| has been| has)?(?: also| originally| first| updated| amended| edited)* (?:published|"
    r"appeared|republished|reprinted|posted|syndicated|part of|updated|amended|corrected|produced|supported|translated|"
    r"edited|adapted)\b",
    f"(?:an earlier|a previous|a) version of this {_TEXT}",
    r"(?:correction|clarification|editor['’]?s['’]? note|update)\s?[(:–—]", r"\[(?:editor|correction|update)",
    "(?:the )?(?:views|opinions) expressed", r"disclaimer\s?:", r"disclosure\s?:", "republish (?:this|our)",
    r"(?:the )?post .{3,200} appeared first on ", "(?:how to )?cite this", "suggested citation", "recommended citation",
    # Addresses and contributors
    r"(?:have|do you have|got) (?:a|an|any) (?:news )?(?:tip|story|question|comment)s?\b",
    "send (?:us )?(?:your )?(?:tips|feedback|news)", "we pay for your stor",
    r"contact (?:us|the (?:authors?|writers?|reporters?|newsroom))\b",
    r"(?:e-?mail|e-post|contact|reach|write to)(?: \w+){0,3}(?: at)?\s?:?\s?[\w.+-]{1,64}@",
    "thanks? (?:you )?for (?:subscribing|signing up)",
    r"\(?(?:additional |with )?(?:reporting|writing|editing|research|translation|production) by (?:the )?"
    r"(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+){0,3}(?:[,;.)]| and | in |\Z)",
    r"additional (?:reporting|research|contributions)\b", "with (?:reporting|files|assistance|contributions) (?:by|"
    r"from)",
    r"(?:图片|来源|责编|编辑|原标题|版权)\s?[:：]",
)  # fmt: skip

ENDS = (
    f"contributed (?:to this|reporting)(?: {_TEXT})?", "all rights reserved", r"sign up (?:here|now)", "click here",
    "read more", "continue reading", "for subscribing!?",
)  # fmt: skip

ANYWHERE = (
    "may not be published, broadcast, rewritten", "under a creative commons", "read the original article",
    "privacy policy", "terms (?:of use|and conditions) appl", "continue reading the main story",
    "see the latest news and share your comments", r"sign up for [\w ’']{2,40}(?:newsletter|e-?mails)",
    "should not be taken as", "does not constitute (?:investment|financial|legal)",
)  # fmt: skip

ROLES = (
    "fellow", "professor", "lecturer", "reporter", "journalist", "correspondent", "editor", "editor-at-large", "writer",
    "author", "columnist", "analyst", "researcher", "scientist", "director", "expert", "scholar", "historian",
    "economist", "contributor", "producer", "freelancer", "blogger", "host", "critic", "associate", "intern",
    "strategist", "consultant", "lawyer", "attorney", "chair", "founder", "co-founder", "partner", "student",
    "candidate", "instructor", "member", "specialist", "adviser", "advisor", "commentator", "photographer", "novelist",
    "enthusiast",
)  # fmt: skip
"""What notes on the author say the author is."""
