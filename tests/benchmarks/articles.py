"""Makes a folder of as many articles as asked for: many invented stories, each told by a few to some dozens of outlets.

Words fall off as they do in a language: a few thousand, the first ones everywhere, and some that are a story's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

OUTLETS = "Courier,Herald,Gazette,Tribune,Observer,Standard,Echo,Ledger,Mercury,Chronicle".split(",")
THINGS = "bridge,ferry,factory,library,reservoir,tunnel,hospital,stadium,railway,harbour,mine,orchard".split(",")
EVENTS = "fire,flood,strike,collapse,outage,spill,closure,auction,merger,recall,protest,storm".split(",")
COUNTED = "workers,residents,passengers,houses,vehicles,students,volunteers,engineers,farmers,ships,trees,shops".split(
    ","
)
FILLER = (
    "morning committee decision budget council report region worker family street market season river machine engineer "
    "letter question answer teacher office winter summer policy record border airline company village project evidence "
    "measure harvest journey meeting statement program network service student history language computer garden"
).split()
SYLLABLES = (
    "ba bel bor da del dor fa fen gar ga kel la lin lo mar me mor na nor pa per ra ren ro sa sel ta tor va vi".split()
)
SIZES = (1, 1, 2, 2, 3, 4, 5, 6, 8, 12, 20, 40)
"""How many outlets tell a story; each as likely as the others."""
VOCABULARY = 6_000
OWN_WORDS = 40
"""Words of the vocabulary that a story uses again and again."""


def _word(number: int, ending: str = "") -> str:
    """Return an invented word, another one for each number."""
    word = ""
    while number or not word:
        number, at = divmod(number, len(SYLLABLES))
        word += SYLLABLES[at]
    return word + ending


WORDS = [*FILLER, *(_word(number + 900, "e") for number in range(VOCABULARY))]
_CHANCES = list(accumulate(1 / (rank + 8) for rank in range(len(WORDS))))


@dataclass(frozen=True)
class Story:
    """What all its outlets tell of: a place and people of its own, a thing, an event, and the words it is told in."""

    number: int
    place: str
    people: tuple[str, str]
    thing: str
    event: str
    words: tuple[str, ...]


def write_articles(folder: Path, count: int, words: int = 800, seed: int = 1, *, dense: bool = False) -> None:
    """Write ``count`` articles of about ``words`` words below ``folder``; the same arguments give the same files.

    ``dense`` makes all of them tell one story.
    """
    chance = Random(seed)
    for number, one in enumerate(told(count, chance, dense)):
        outlet = f"{_word(number % 97 + 31).capitalize()} {OUTLETS[number % len(OUTLETS)]}"
        day = 1 + (one.number + number % 4) % 28
        head = f"---\ntitle: {title(one)}\noutlet: The {outlet}\ndate: 2024-{1 + one.number % 12:02}-{day:02}\n---\n\n"
        place_ = folder / f"{number % 100:02}"
        place_.mkdir(parents=True, exist_ok=True)
        file = place_ / f"{number:05}-{outlet.lower().replace(' ', '-')}.md"
        file.write_text(head + body(one, words, chance) + "\n", encoding="utf-8")


def told(count: int, chance: Random, dense: bool) -> Iterator[Story]:
    """Yield the story that each of ``count`` articles tells."""
    number = left = 0
    current = story(0, chance)
    for _ in range(count):
        if not left and not dense:
            left = chance.choice(SIZES)
            current = story(number, chance)
            number += 1
        left -= 1
        yield current


def story(number: int, chance: Random) -> Story:
    """Return a story."""
    people = tuple(
        f"{_word(chance.randrange(30, 900)).capitalize()} {_word(chance.randrange(900, 27_000)).capitalize()}"
        for _ in range(2)
    )
    return Story(
        number,
        place(number),
        (people[0], people[1]),
        chance.choice(THINGS),
        chance.choice(EVENTS),
        tuple(chance.sample(WORDS, OWN_WORDS)),
    )


def title(one: Story) -> str:
    """Return the headline of a story."""
    return f"{one.event.capitalize()} at the {one.place} {one.thing}"


def place(number: int) -> str:
    """Return the place of a story, its own."""
    return _word(number + 27_000).capitalize()


def body(one: Story, words: int, chance: Random) -> str:
    """Return paragraphs of about eighty words; an article tells most of the story's claims, and some of its own."""
    waiting = [claim for claim in claims(one, chance) if chance.random() < 0.7]
    chance.shuffle(waiting)
    paragraphs = []
    for _ in range(max(1, words // 80)):
        sentences = [filler(one, chance) for _ in range(5)]
        sentences += [waiting.pop() for _ in range(3) if waiting]
        chance.shuffle(sentences)
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs)


def filler(one: Story, chance: Random) -> str:
    """Return a sentence that claims nothing, of common words and of the story's own."""
    found = chance.choices(WORDS, cum_weights=_CHANCES, k=9) + chance.choices(one.words, k=3)
    chance.shuffle(found)
    return " ".join(found).capitalize() + "."


def claims(one: Story, chance: Random) -> list[str]:
    """Return sentences with figures, dates, quotations and predictions, as one source tells them.

    What a story tells depends on the story, what a source gets wrong on chance; the last ones are the source's own.
    """
    facts = Random(one.number)
    first, second = one.people
    thing, event, place_ = one.thing, one.event, one.place
    named = facts.sample(one.words, 8)
    base, day = facts.randrange(20, 900), facts.randrange(1, 28)
    counted = facts.sample(COUNTED, 4)
    slip = chance.randrange(3) if chance.random() < 0.2 else 0
    return [
        f"At least {base + slip} {counted[0]} were affected by the {event} at the {place_} {thing}.",
        f"The damage at the {thing} in {place_} is put at ${base // 10 + 1}.{facts.randrange(9)} million.",
        f"The {event} in {place_} began on {day + slip} March 2024.",
        f"The {event} at the {thing} lasted {2 + facts.randrange(9) + slip} days.",
        f"“We will open the {thing} again before the {named[0]} comes to {place_},” said {first}.",
        f"According to {first}, {facts.randrange(20, 80)} percent of the {named[1]} in {place_} is lost.",
        f"The {place_} {thing} is expected to stay closed until the {named[2]} has ended.",
        f"Some {base * 30 + slip * 500:,} visitors come to the {place_} {thing} each year.",
        f"{second} told reporters that the {named[3]} would pay {1 + facts.randrange(9)} million euros to {place_}.",
        f"The {thing} at {place_} was built in {facts.randrange(1890, 2000)}.",
        f"Insurers may refuse to cover the {named[4]} in {place_}, {second} warned.",
        f"{facts.randrange(12, 400)} {counted[1]} left {place_} after the {event}, {second} said.",
        f"The city of {place_} sent {facts.randrange(12, 400)} {counted[2]} to the {named[5]}.",
        f"“Nobody in {place_} told us that the {named[6]} would fail so early,” {second} said.",
        f"Regulators fined the {thing} {facts.randrange(2, 90)},000 euros in {1990 + facts.randrange(30)}.",
        f"Prices of the {named[7]} rose by {facts.randrange(2, 30)} percent in February 2024.",
        f"A {chance.choice(WORDS)} with {chance.randrange(14, 99)} {counted[3]} will report in May.",
        f"The {chance.choice(WORDS)} may cost {chance.randrange(2, 40)} million dollars.",
        f"“The {chance.choice(WORDS)} and the {chance.choice(WORDS)} were never asked,” said a neighbour.",
        f"In {1950 + chance.randrange(70)} a {chance.choice(WORDS)} was opened near the {chance.choice(WORDS)}.",
    ]
