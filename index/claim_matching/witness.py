"""A claim as a witness: what its status needs to know beside its value."""

from dataclasses import dataclass

from index.claim_matching.mentions import Mention
from index.claim_matching.outcomes import Outcome
from index.claim_matching.scopes import Qualifier
from index.records import Claim, Meant

OPEN = frozenset({Meant.ASKED, Meant.SUPPOSED, Meant.PLANNED, Meant.ORDERED, Meant.REPORTED})
"""Ways in which a clause says something without asserting it."""
AGAINST = frozenset({Meant.NEGATED, Meant.DENIED})
"""Ways in which a clause says that something is not so."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A claim as a witness: the document it stands in, that one's date, whom it names as origin, and its scope.

    ``origins`` are folded names, empty where none is named; ``scope`` are the words, folded, that say of whom, where or
    when the value holds; ``period`` is the time the sentence names, as two ISO dates.
    """

    claim: Claim
    published: str | None = None
    origins: frozenset[str] = frozenset()
    scope: frozenset[str] = frozenset()
    period: tuple[str, str] | None = None
    text: str | None = None
    """A mark that copies of one wire text share; None where the text is the document's own."""
    outcome: Outcome | None = None
    """What became of the thing, where an event tells it: overturned, suspended, delayed."""
    leaning: str | None = None
    """Whether a prediction says yes or no to what the topic asks, where that is known."""
    mention: Mention | None = None
    """The same claim as the matching sees it; None where only its value counts."""
    rate: str | None = None
    """For how long a figure holds each time, of a rate: ``day``, ``week``, ``month`` and so on."""
    span: str | None = None
    """Whether a figure is of all time so far (``so far``), or of one day (``one day``), where its words say so."""
    places: frozenset[str] = frozenset()
    """The named places behind a figure, folded."""
    qualifiers: frozenset[Qualifier] = frozenset()
    """The phrases with a preposition that say of what, where or when a figure holds."""
    newer: bool = False
    """Whether the sentence says that things have changed: now, still, moved, put back, the final count."""
    direction: frozenset[str] = frozenset()
    """The sides of opposite pairs (rise and fall, hire and fire) on which the verbs near the claim are."""
    negated: bool = False
    """Whether the words of a quotation or a forecast deny what they speak of."""

    @property
    def where(self) -> str:
        """The document's id."""
        return self.claim.document

    @property
    def meant(self) -> Meant:
        """How the clause of the claim is meant."""
        return self.claim.meant
