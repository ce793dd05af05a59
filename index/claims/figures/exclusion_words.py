"""The words by which a number is told from a figure: labels, counted nouns, words that capitals do not make names."""

LABELS = (
    r"sections?|articles?|pages?|pp?\.|chapters?|figures?|fig\.?|tables?|paragraphs?|clauses?|flights?|routes?|"
    r"highways?|interstate|channels?|phases?|stages?|tiers?|types?|versions?|episodes?|seasons?|volumes?|"
    r"vol\.?|rooms?|gates?|platforms?|terminals?|bus|tram|wards?|zones?|gen|generation|propositions?|prop\.?|"
    r"amendments?|resolutions?|psalms?|titles?|windows|formula|category|categories|class|block|unit|box|hangar|"
    r"pier|runway|level|grade|day|week|round|act|scene|game|match|lap|inning|question|step|option|plan|area|"
    r"lane|exit|apartment|suite|extension|ext\.?|tel\.?|phone|fax|call|dial|bills?|lot|group|pool|division|"
    r"appendix|annex|schedule|rule|catch|studio|line|world\swar|chapter|proposal|measure|district|precinct|"
    r"squadron|isbn|issn|doi|id|expedition|mission|slide|photo|image|picture|gallery|"
    r"jersey|shirt|lesson"
)
"""Words that number what follows them (``page 12``, ``phase 3``), as alternatives of a pattern."""
COUNTED_BY_HYPHEN = frozenset(
    (
        "member nation country seat person man page story storey acre strong bed room point game match run goal vote "
        "word team judge mile foot inch metre meter car vehicle state track date stop lap hole set truck ship book"
    ).split()
)
"""Nouns that a number counts across a hyphen (``a two-seat majority``)."""
COUNTABLE = frozenset(
    (
        "people men women children persons users workers students employees soldiers police passengers staff countries "
        "companies states cities deaths cases others officers members fans protesters civilians troops dead patients "
        "residents families homes jobs seats votes points goals shares units times dollars euros pounds flights ships "
        "cars vehicles schools"
    ).split()
)
"""Plural nouns that show a bare number before them to be a count, not a name or a year."""
COUNTED_ONE = frozenset(
    (
        "person man woman child girl boy soldier officer policeman civilian student passenger death case vote "
        "seat goal "
        "point country company victim"
    ).split()
)
"""Nouns with which "one" counts (``one person died``) rather than points."""
TWO_SIDES = frozenset(
    "nations countries sides superpowers powers governments leaders neighbours neighbors rivals".split()
)
"""Those between whom something passes: ``two`` of them are the two already named, not a count."""
NOT_NAMES = frozenset(
    (
        "The A An About Around Some Nearly Almost Over Under More Less At Up Only Just In On By From To Of For "
        "With And "
        "But Or Than As After Before Between Another All Its Their His Her Our Monday Tuesday Wednesday Thursday "
        "Friday "
        "Saturday Sunday Roughly Approximately Least Most Those These That This Where When While Which Who Are Were Is "
        "Was Has Have Had Kills Kill Killed Killing Injures Injured Wounds Says Say Said Adds Sells Buys Cuts Wins "
        "Loses Hits Reaches"
    ).split()
)
"""Capitalised words before a number that do not make it part of a name."""
