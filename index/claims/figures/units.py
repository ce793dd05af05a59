"""Units of measure and currencies: how news writes them, and the one name each has in a Quantity.

Currencies are ISO 4217 codes; other units are singular English names. Units are not converted into each other, so that
what is shown is what was written; only cents and pence become a hundredth of their currency.
"""

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit's name and what the number before it is multiplied with."""

    name: str
    factor: float = 1.0


_NAMES: dict[str, tuple[str, ...]] = {
    "percent": ("percent", "per cent", "pct", "percents"),
    "percentage point": ("percentage point", "percent point", "per cent point", "pp"),
    "basis point": ("basis point", "bps", "bp"),
    "point": ("point", "pts"),
    "second": ("second", "sec", "secs"),
    "millisecond": ("millisecond",),
    "minute": ("minute", "min", "mins"),
    "hour": ("hour", "hr", "hrs"),
    "day": ("day", "working day", "business day", "trading day", "calendar day", "consecutive day", "straight day"),
    "night": ("night",),
    "week": ("week", "consecutive week", "straight week"),
    "fortnight": ("fortnight",),
    "month": ("month", "consecutive month", "straight month", "calendar month"),
    "quarter": ("quarter", "consecutive quarter", "straight quarter"),
    "year": ("year", "yr", "yrs", "consecutive year", "straight year", "fiscal year", "calendar year"),
    "decade": ("decade",),
    "generation": ("generation",),
    "millimetre": ("millimetre", "millimeter", "mm"),
    "centimetre": ("centimetre", "centimeter", "cm"),
    "metre": ("metre", "meter"),
    "kilometre": ("kilometre", "kilometer", "km", "kms"),
    "nautical mile": ("nautical mile",),
    "mile": ("mile",),
    "light-year": ("light year",),
    "astronomical unit": ("astronomical unit",),
    "yard": ("yard", "yd"),
    "foot": ("foot", "ft"),
    "inch": ("inch",),
    "square metre": ("square metre", "square meter", "sq m", "sqm", "m²"),
    "square kilometre": ("square kilometre", "square kilometer", "sq km", "km²", "km2"),
    "square mile": ("square mile", "sq mi"),
    "square foot": ("square foot", "sq ft"),
    "acre": ("acre",),
    "hectare": ("hectare", "ha"),
    "cubic metre": ("cubic metre", "cubic meter", "m³", "m3"),
    "cubic foot": ("cubic foot",),
    "milligram": ("milligram", "mg"),
    "gram": ("gram", "gramme"),
    "kilogram": ("kilogram", "kilogramme", "kg", "kgs", "kilo"),
    "tonne": ("tonne", "metric ton", "metric tonne"),
    "ton": ("ton", "short ton", "long ton"),
    "pound": ("lb", "lbs"),
    "ounce": ("ounce", "oz"),
    "millilitre": ("millilitre", "milliliter", "ml"),
    "litre": ("litre", "liter"),
    "gallon": ("gallon",),
    "barrel": ("barrel", "bbl"),
    "metre per second": ("metre per second", "meter per second", "metre a second", "m/s"),
    "kilometre per hour": (
        "kilometre per hour",
        "kilometer per hour",
        "kilometre an hour",
        "kilometer an hour",
        "km/h",
        "kmh",
        "kph",
        "km per hour",
        "km an hour",
    ),
    "mile per hour": ("mile per hour", "mile an hour", "mph"),
    "knot": ("knot",),
    "degree Celsius": ("degree celsius", "degree centigrade", "°c", "ºc", "℃", "° c", "celsius"),
    "degree Fahrenheit": ("degree fahrenheit", "°f", "ºf", "℉", "° f", "fahrenheit"),
    "degree": ("degree", "°", "º"),
    "watt": ("watt",),
    "kilowatt": ("kilowatt", "kw"),
    "megawatt": ("megawatt", "mw"),
    "gigawatt": ("gigawatt", "gw"),
    "kilowatt-hour": ("kilowatt hour", "kwh"),
    "megawatt-hour": ("megawatt hour", "mwh"),
    "gigawatt-hour": ("gigawatt hour", "gwh"),
    "terawatt-hour": ("terawatt hour", "twh"),
    "horsepower": ("horsepower", "hp", "bhp"),
    "volt": ("volt",),
    "calorie": ("calorie",),
    "kilocalorie": ("kilocalorie", "kcal"),
    "decibel": ("decibel", "db"),
    "hertz": ("hertz", "hz"),
    "megahertz": ("megahertz", "mhz"),
    "gigahertz": ("gigahertz", "ghz"),
    "kilobyte": ("kilobyte", "kb"),
    "megabyte": ("megabyte", "mb"),
    "gigabyte": ("gigabyte", "gb"),
    "terabyte": ("terabyte", "tb"),
    "megabit per second": ("megabit per second", "mbps"),
    "gigabit per second": ("gigabit per second", "gbps"),
    "megapixel": ("megapixel",),
    "carat": ("carat",),
    "magnitude": ("magnitude",),
}
_IRREGULAR = {"foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz", "horsepower": "horsepower"}


def _plurals(name: str) -> tuple[str, ...]:
    """Return the name and its plural: ``metres per second``, ``square feet``, ``degrees Celsius``."""
    if not name.isascii() or (len(name) <= 3 and name not in ("ton", "day")):  # a symbol, which has no plural
        return (name,)
    if name.startswith("degree "):
        return name, name.replace("degree", "degrees", 1)
    head, cut, tail = name, "", ""
    for joint in (" per ", " an ", " a "):
        if joint in name:
            head, cut, tail = name.partition(joint)
            break
    words = head.split(" ")
    words[-1] = _IRREGULAR.get(words[-1], words[-1] + "s")
    return name, " ".join(words) + cut + tail


UNITS: dict[str, Unit] = {
    form: Unit(unit) for unit, names in _NAMES.items() for name in names for form in _plurals(name)
}
UNITS.update({"century": Unit("century"), "centuries": Unit("century"), "%": Unit("percent"), "％": Unit("percent")})
UNITS.update({"pence": Unit("GBP", 0.01), "euro cents": Unit("EUR", 0.01), "cents": Unit("USD", 0.01)})
UNITS.update({"cent": Unit("USD", 0.01), "us cents": Unit("USD", 0.01), "percentage pts": Unit("percentage point")})
GLUED: dict[str, Unit] = {
    "m": Unit("metre"),
    "g": Unit("gram"),
    "t": Unit("tonne"),
    "h": Unit("hour"),
    "s": Unit("second"),
    "l": Unit("litre"),
    "L": Unit("litre"),
    "W": Unit("watt"),
    "V": Unit("volt"),
    "C": Unit("degree Celsius"),
    "F": Unit("degree Fahrenheit"),
    "p": Unit("GBP", 0.01),
    "c": Unit("USD", 0.01),
    "¢": Unit("USD", 0.01),
}
"""Symbols of one letter: units only when they touch the digits, and in this case."""
TIME_UNITS = frozenset(
    {
        "millisecond",
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "fortnight",
        "month",
        "quarter",
        "year",
        "decade",
    }
    | {"century", "generation"}
)
PART_UNITS = frozenset({"percent", "percentage point", "basis point"})

SIGNS: dict[str, str] = {
    "us$": "USD",
    "usd$": "USD",
    "u.s.$": "USD",
    "u.s. $": "USD",
    "au$": "AUD",
    "aud$": "AUD",
    "a$": "AUD",
    "ca$": "CAD",
    "can$": "CAD",
    "c$": "CAD",
    "hk$": "HKD",
    "nz$": "NZD",
    "s$": "SGD",
    "sg$": "SGD",
    "nt$": "TWD",
    "mx$": "MXN",
    "r$": "BRL",
    "$": "USD",
    "$us": "USD",
    "$au": "AUD",
    "$a": "AUD",
    "$ca": "CAD",
    "$c": "CAD",
    "$hk": "HKD",
    "$nz": "NZD",
    "$s": "SGD",
    "$sg": "SGD",
    "$nt": "TWD",
    "$mx": "MXN",
    "£": "GBP",
    "gb£": "GBP",
    "gb £": "GBP",
    "€": "EUR",
    "¥": "CNY",
    "jp¥": "JPY",
    "cn¥": "CNY",
    "rmb¥": "CNY",
    "₹": "INR",
    "rs": "INR",
    "rs.": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "rm": "MYR",
    "rmb": "CNY",
    "chf": "CHF",
    "sfr": "CHF",
    "dm": "DEM",
}
CODES = frozenset(
    "USD EUR GBP CNY JPY HKD AUD CAD NZD SGD TWD KRW INR RUB CHF SEK NOK DKK PLN CZK HUF TRY ILS AED SAR QAR "
    "KWD ZAR NGN "
    "KES EGP BRL MXN ARS CLP COP PEN THB MYR IDR PHP VND PKR BDT LKR UAH KZT IRR IQD".split()
)
_BY_NAME: dict[str, str] = {
    "dollar": "USD",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "australian dollar": "AUD",
    "canadian dollar": "CAD",
    "hong kong dollar": "HKD",
    "new zealand dollar": "NZD",
    "singapore dollar": "SGD",
    "taiwan dollar": "TWD",
    "new taiwan dollar": "TWD",
    "buck": "USD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "pound": "GBP",
    "egyptian pound": "EGP",
    "quid": "GBP",
    "yuan": "CNY",
    "yuan renminbi": "CNY",
    "chinese yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "yen": "JPY",
    "japanese yen": "JPY",
    "won": "KRW",
    "korean won": "KRW",
    "south korean won": "KRW",
    "rupee": "INR",
    "indian rupee": "INR",
    "pakistani rupee": "PKR",
    "sri lankan rupee": "LKR",
    "indonesian rupiah": "IDR",
    "rupiah": "IDR",
    "rouble": "RUB",
    "ruble": "RUB",
    "russian rouble": "RUB",
    "russian ruble": "RUB",
    "swiss franc": "CHF",
    "franc": "CHF",
    "french franc": "FRF",
    "belgian franc": "BEF",
    "deutsche mark": "DEM",
    "deutschemark": "DEM",
    "german mark": "DEM",
    "finnish markka": "FIM",
    "italian lira": "ITL",
    "dutch guilder": "NLG",
    "guilder": "NLG",
    "swedish krona": "SEK",
    "swedish kronor": "SEK",
    "kronor": "SEK",
    "norwegian krone": "NOK",
    "norwegian kroner": "NOK",
    "danish krone": "DKK",
    "danish kroner": "DKK",
    "zloty": "PLN",
    "forint": "HUF",
    "turkish lira": "TRY",
    "lira": "TRY",
    "shekel": "ILS",
    "dirham": "AED",
    "riyal": "SAR",
    "saudi riyal": "SAR",
    "kuwaiti dinar": "KWD",
    "rand": "ZAR",
    "naira": "NGN",
    "kenyan shilling": "KES",
    "real": "BRL",
    "brazilian real": "BRL",
    "mexican peso": "MXN",
    "argentine peso": "ARS",
    "philippine peso": "PHP",
    "peso": "MXN",
    "baht": "THB",
    "ringgit": "MYR",
    "dong": "VND",
    "taka": "BDT",
    "hryvnia": "UAH",
    "tenge": "KZT",
    "bitcoin": "XBT",
}
CURRENCY_WORDS: dict[str, str] = {}
for _name, _code in _BY_NAME.items():
    CURRENCY_WORDS[_name] = _code
    CURRENCY_WORDS.setdefault(_name + "s", _code)
CURRENCY_WORDS.pop("real")
CURRENCY_WORDS.update({"reais": "BRL", "brazilian reais": "BRL", "pounds sterling": "GBP"})
