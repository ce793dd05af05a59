"""Makes a folder of as many articles as asked for: several outlets on each of many invented stories."""

from pathlib import Path
from random import Random

PLACES = (
    "Aldern Borvik Castrel Dunmore Elsby Farrow Galt Harwick Istria Jornby Kelso Lindow Marsk Norvale Oxley".split()
)
PEOPLE = "Ada Brandt,Ben Okafor,Clara Voss,Dmitri Hale,Edith Rowan,Farid Naylor,Grace Lund,Hugo Stern".split(",")
OUTLETS = "Courier,Herald,Gazette,Tribune,Observer,Standard,Echo,Ledger,Mercury,Chronicle".split(",")
THINGS = "bridge,ferry,factory,library,reservoir,tunnel,hospital,stadium,railway,harbour,mine,orchard".split(",")
EVENTS = "fire,flood,strike,collapse,outage,spill,closure,auction,merger,recall,protest,storm".split(",")
FILLER = (
    "morning committee decision budget council report region worker family street market season river machine engineer "
    "letter question answer teacher office winter summer policy record border airline company village project evidence "
    "measure village harvest journey meeting statement program network service student history language computer garden"
).split()


def write_articles(folder: Path, count: int, words: int = 800, seed: int = 1) -> None:
    """Write ``count`` articles of about ``words`` words below ``folder``; the same arguments give the same files."""
    chance = Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        story = number // 5
        outlet = OUTLETS[number % len(OUTLETS)]
        day = 1 + (story + number) % 28
        head = f"---\ntitle: {title(story)}\noutlet: The {outlet}\ndate: 2024-{1 + story % 12:02}-{day:02}\n---\n\n"
        (folder / f"{story % 100:02}").mkdir(exist_ok=True)
        (folder / f"{story % 100:02}" / f"{number:05}-{outlet.lower()}.md").write_text(
            head + body(story, words, chance) + "\n", encoding="utf-8"
        )


def title(story: int) -> str:
    """Return the headline of a story."""
    return f"{EVENTS[story % len(EVENTS)].capitalize()} at the {place(story)} {THINGS[story // 3 % len(THINGS)]}"


def place(story: int) -> str:
    """Return the place of a story, its own."""
    return f"{PLACES[story % len(PLACES)]}{PLACES[story // len(PLACES) % len(PLACES)].lower()}"


def body(story: int, words: int, chance: Random) -> str:
    """Return paragraphs of about eighty words; each of the story's claims stands in the article once, or not at all."""
    waiting = claims(story, chance)
    chance.shuffle(waiting)
    paragraphs = []
    for _ in range(max(1, words // 80)):
        sentences = [" ".join(chance.choices(FILLER, k=12)).capitalize() + "." for _ in range(5)]
        sentences += [waiting.pop() for _ in range(2) if waiting]
        chance.shuffle(sentences)
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs)


def claims(story: int, chance: Random) -> list[str]:
    """Return sentences with figures, dates, quotations and predictions, as one source tells them."""
    person = PEOPLE[(story + chance.randrange(2)) % len(PEOPLE)]
    other = PEOPLE[(story + 3) % len(PEOPLE)]
    thing, event = THINGS[story // 3 % len(THINGS)], EVENTS[story % len(EVENTS)]
    base = 40 + story * 7 % 900
    return [
        f"At least {base + chance.randrange(3)} people were affected by the {event} at the {place(story)} {thing}.",
        f"The damage is put at ${base // 10 + 1}.{chance.randrange(9)} million.",
        f"The {event} began on {1 + story % 28} March 2024.",
        f"It lasted {2 + chance.randrange(3)} days.",
        f"“We will open the {thing} again before the {chance.choice(FILLER)},” said {person}.",
        f"According to {person}, {20 + chance.randrange(60)} percent of the {chance.choice(FILLER)} is lost.",
        f"The {thing} is expected to stay closed until the {chance.choice(FILLER)}.",
        f"Some {base * 30 + chance.randrange(2) * 500:,} visitors come to the {thing} each year.",
        f"{other} told reporters that the {chance.choice(FILLER)} would pay {1 + chance.randrange(9)} million euros.",
        f"The {thing} at {place(story)} was built in {1890 + story % 110}.",
        f"Insurers may refuse to cover the {chance.choice(FILLER)}, {other} warned.",
        f"Prices of the {chance.choice(FILLER)} rose by {1 + chance.randrange(12)} percent in February 2024.",
        f"A {chance.choice(FILLER)} with {3 + chance.randrange(40)} members will report in May.",
        f"“Nobody told us about the {chance.choice(FILLER)},” {person} said.",
    ]
