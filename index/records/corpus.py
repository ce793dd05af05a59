"""What a refresh of a corpus did."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that was found damaged or could not be used, and what to do about it."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """How many documents were new, changed or gone, how many files unreadable; ``complete`` unless cancelled."""

    added: int
    changed: int
    removed: int
    unreadable: int
    complete: bool = True

    @property
    def anything(self) -> bool:
        """Whether the corpus is another than before."""
        return bool(self.added or self.changed or self.removed)
