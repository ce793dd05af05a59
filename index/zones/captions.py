"""Lines that belong to pictures: captions, credits, the words a web page puts around a picture."""

import re

_AGENCY = (
    r"(?:Reuters|Getty|Getty Images|AFP|AP|AP Photo|Associated Press|EPA|EPA-EFE|Shutterstock|Alamy|Xinhua|Bloomberg|PA|PA Wire|"
    r"Sipa|Sipa USA|ZUMA|ZUMA Press|Zuma Wire|Rex|REX/Shutterstock|iStock|iStockphoto|Unsplash|Pexels|Pixabay|Wikimedia|"
    r"Wikimedia Commons|Flickr|CFOTO|VCG|NurPhoto|Anadolu(?: Agency)?|Yonhap|Kyodo|TASS|Sputnik|Landov|Corbis|Magnum|USA TODAY"
    r"(?: Sports)?|Agence France-?presse|WireImage|FilmMagic|Instagram|Twitter|Facebook|YouTube|NASA|Handout|File photo|Pool|"
    r"CBS|NBC|ABC|CNN|Fox|BBC|Netflix|HBO|Disney|Screenshot|Screengrab|Supplied|Courtesy [\w .]{2,40}|via [A-Z][\w ]{1,30})"
)
_PERSON = r"(?:[A-Z][\w.'’-]*\s?){1,4}"
_LABELLED = re.compile(
    r"(?:banner|caption|photo(?:graph)?|image|picture|illustration|figure \d+|fig\. ?\d+|video|gallery|credit|photo credit|image credit"
    r"|图片来源|图|摄影)\s?(?:credits?|by|source|\d+ of \d+)?\s?[:：]\s|photos?: ",
    re.IGNORECASE,
)
_PICTURE_PAGE = re.compile(
    r"(?:enlarge (?:this )?image|toggle caption|hide caption|show caption|view (?:image|photo|gallery) in|image copyright|image caption|media caption"
    r"|play slideshow|play video|photo \d+ of \d+|\d+ of \d+\Z|\d+/\d+\s(?:[12]\d{3}\s)?[A-Z]|\d+ show all )",
    re.IGNORECASE,
)
_FILE_PHOTO = re.compile(r"(?:FILE|File)(?: PHOTO| photo)?\s?(?:[-–—:])\s?[\w ]*?(?:In this|in this|[A-Z])")
_TAIL = re.compile(
    rf"(?:[(\[](?:[^()\[\]]{{0,80}}[/,:|\s])?{_AGENCY}(?:[/,|\s][^()\[\]]{{0,40}})?[)\]]|[©][^.]{{2,60}})\.?\Z"
)
_CREDIT_IN_BRACKETS = re.compile(
    r"[(\[](?:photos?|photographs?|images?|pictures?|illustrations?|videos?|credits?|source|photo credit|courtesy)"
    r"(?:\s?(?:by|of|credit|source))?\s?[:/]?\s[^()\[\]]{2,100}[)\]]\.?\Z",
    re.IGNORECASE,
)
_CREDIT_TAIL = re.compile(rf"(?:{_PERSON}\s?(?:for [\w ]{{2,30}})?[/|]\s?){_AGENCY}(?:[/ ][\w ]{{2,30}})?\.?\Z")
_CREDIT_LINE = re.compile(
    rf"(?:{_PERSON}\s?[/|,]\s?|[©]\s?)?(?:{_AGENCY}|{_PERSON}[/|]\s?{_PERSON})(?:\s?[/|,]\s?[\w .]{{2,30}}){{0,2}}\.?\Z"
)
_AGENCY_FIRST = re.compile(
    r"(?:GETTY(?: IMAGES)?|Getty(?: Images)?|REUTERS|EPA|AFP|AP:Associated Press|Reuters|Alamy|Rex|REX|Splash News|google|Instagram|Twitter|PA|SWNS|BBC)"
    r"(?:[:/-][\w ]{2,30}?)?\s(?=[A-Z])"
)
_SIDES = re.compile(r"\((?:(?:pictured|far|second|third|top|bottom|above|below|centre|center|front|back)\b[^()]{0,30}|left|right|[^()]{0,20}\bpictured)\)"
                    r"|\b(?:pictured|pictured above|file image|file photo|seen here|is pictured|are pictured)\b"
                    r"|^(?:Above|Below|Left|Right|Pictured|Seen here)[:,]\s", re.IGNORECASE)  # fmt: skip
_LONGEST = 420


def is_caption(text: str) -> bool:
    """Whether a line belongs to a picture by its own words: a label, a credit, a page's words around a picture."""
    if len(text) > 2 * _LONGEST:
        return False
    if _PICTURE_PAGE.match(text) or (_PICTURE_PAGE.search(text[-60:]) and not text.endswith(".")):
        return True
    if len(text) > _LONGEST:
        return bool(_TAIL.search(text[-120:]) and _FILE_PHOTO.match(text))
    if _LABELLED.match(text) or _FILE_PHOTO.match(text):
        return True
    tail = text[-140:]
    if _TAIL.search(tail) or _CREDIT_IN_BRACKETS.search(tail) or _CREDIT_TAIL.search(tail):
        return True
    return is_credit(text) or bool(_AGENCY_FIRST.match(text) and not text.endswith("."))


def is_credit(text: str) -> bool:
    """Whether a line is nothing but the names of a photographer and an agency."""
    return len(text) <= 80 and bool(_CREDIT_LINE.match(text)) and not text.endswith("?")


def speaks_of_a_picture(text: str) -> bool:
    """Whether a line without a full stop points into a picture: "(left)", "pictured"."""
    return len(text) <= _LONGEST and bool(_SIDES.search(text))
