"""The English words of times, as tables."""

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        [
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ],
        start=1,
    )
    for name in names
}
SHORT_MONTHS = frozenset(name for name in MONTHS if len(name) <= 4 and name not in ("may", "june", "july"))
DOUBTFUL_MONTHS = frozenset("""may march april june august""".split())
"""Months that are also verbs, adjectives or given names."""

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        [
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        ]
    )
    for name in names
}
FULL_WEEKDAYS = frozenset(name for name in WEEKDAYS if name.endswith("day"))

UNITS: dict[str, str] = {
    "second": "S",
    "minute": "MIN",
    "hour": "H",
    "day": "D",
    "night": "D",
    "fortnight": "FN",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "semester": "H6",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "centuries": "CE",
    "millennium": "MI",
}
SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS: dict[str, str] = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "lunchtime": "MI",
    "noon": "MI",
    "midday": "MI",
    "midnight": "NI",
    "overnight": "NI",
}
ORDINALS: dict[str, int] = {
    name: value
    for value, names in enumerate(
        [
            ("first", "opening"),
            ("second",),
            ("third",),
            ("fourth", "final", "last", "closing"),
            ("fifth",),
            ("sixth",),
            ("seventh",),
            ("eighth",),
            ("ninth",),
            ("tenth",),
            ("eleventh",),
            ("twelfth",),
            ("thirteenth",),
            ("fourteenth",),
            ("fifteenth",),
            ("sixteenth",),
            ("seventeenth",),
            ("eighteenth",),
            ("nineteenth",),
            ("twentieth",),
            ("twenty-first", "twenty first"),
        ],
        start=1,
    )
    for name in names
}
DECADES: dict[str, int] = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}
PARTS: dict[str, str] = {
    "early": "early",
    "beginning of": "early",
    "start of": "early",
    "opening of": "early",
    "mid": "mid",
    "middle of": "mid",
    "late": "late",
    "end of": "late",
    "close of": "late",
    "latter part of": "late",
}
SETS: dict[str, str] = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
}
PRESENT_WORDS = frozenset("""now currently current presently nowadays""".split())
PAST_WORDS = frozenset("""recently recent formerly""".split())
FUTURE_WORDS = frozenset("""soon""".split())
VAGUE_COUNTS = frozenset(
    {"several", "few", "a few", "many", "some", "a couple", "a couple of", "couple", "dozens of", "hundreds of",
     "tens of", "numerous", "various", "a number of", "multiple", "countless", "recent"}
)  # fmt: skip
AGE_WORDS = frozenset("""old olds""".split())
YEAR_SIGNALS = frozenset(
    """founded established built opened born died dating est in since by until till during from before after
    between early late mid around throughout through back circa c as for and to or of year fiscal election
    january spring summer autumn fall winter""".split()
)
"""Words before a year that say it is one, even where a plural noun follows."""
COUNT_SIGNALS = frozenset(
    """about approximately nearly almost over than least most some roughly only just up estimated exactly another
    additional extra number no nos room flight highway route page section article model type class size
    paragraph chapter channel studio level track""".split()
)
"""Words before a number of four digits that say it is not a year."""
COUNTED_NOUNS = frozenset(
    """people men women children meters metres miles feet km kilometers kilometres percent per pounds dollars euros
    yuan tonnes tons kg mph calories points votes jobs workers employees troops soldiers police million billion
    thousand trillion ft m hours times gmt utc est edt pst pdt bst cet local hrs hectares acres residents
    students homes households families patients cases deaths passengers members users seats copies units
    vehicles cars pages words rpm horsepower megawatts mw""".split()
)
"""Words after a number of four digits that say it counts something."""
WEEKDAY_NAMES_BEFORE = frozenset(
    """black good ash super bloody cyber palm easter casual red freaky shrove maundy holy ruby blue""".split()
)
WEEKDAY_NAMES_AFTER = frozenset("""times mail express telegraph mirror herald post live football star league""".split())
