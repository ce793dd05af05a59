"""The walk through a comparison: links numbered in reading order, filtered by view, and what only one side has."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from index.counting import counted
from index.records import Comparison, Link, Side, Span
from tui.panes.marks import Flag, Mark
from tui.signs import LINKS, link_sign
from tui.wording import VERSIONS

_SEVERITY = {status: place for place, status in enumerate(LINKS)}


class View(StrEnum):
    """What of a comparison is shown and stepped through."""

    ALL = "all"
    LINKED = "linked"
    CONFLICTS = "conflicts"
    ONLY_HERE = "only here"


@dataclass(frozen=True, slots=True)
class LinkWalk:
    """A comparison as a person walks through it; ``current`` is an index into ``links``, -1 before the first."""

    comparison: Comparison
    links: tuple[Link, ...]
    """All links in reading order of the left side; their places are their numbers, from 1."""
    view: View = View.ALL
    current: int = -1
    changed: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    """Words of each side that the other one's wording of the same passage has not."""

    @classmethod
    def of(
        cls,
        comparison: Comparison,
        view: View = View.ALL,
        changed: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ()),
    ) -> "LinkWalk":
        """Return the walk through a comparison, before its first link."""
        links = tuple(sorted(comparison.links, key=lambda link: (link.a.span, link.b.span)))
        return cls(comparison, links, view, changed=changed)

    @property
    def link(self) -> Link | None:
        """The link in use."""
        return self.links[self.current] if 0 <= self.current < len(self.links) else None

    @property
    def conflicts(self) -> int:
        """How many links are in conflict."""
        return sum(link.status == "conflict" for link in self.comparison.links)

    def to(self, current: int) -> "LinkWalk":
        """Return the walk at another link."""
        return replace(self, current=current)

    def place_of(self, ends: tuple[Span, Span] | None, before: "LinkWalk | None") -> int:
        """Return the place of the link between ``ends``, else of the one in use before, else one near it."""
        was = before.link if before else None
        for wanted in (ends, (was.a.span, was.b.span) if was else None):
            for place, link in enumerate(self.links):
                if (link.a.span, link.b.span) == wanted:
                    return place
        return max(0, min(before.current if before else 0, len(self.links) - 1))

    def seen(self, view: View) -> "LinkWalk":
        """Return the walk with another view."""
        return replace(self, view=view)

    def step(self, by: int, *, conflicts: bool = False) -> "LinkWalk":
        """Return the walk at the next (``by`` 1) or previous (-1) link, or conflict; after the last comes the first."""
        only = conflicts or self.view is View.CONFLICTS
        wanted = [place for place, link in enumerate(self.links) if not only or link.status == "conflict"]
        if not wanted:
            return self
        if by > 0:
            return self.to(next((place for place in wanted if place > self.current), wanted[0]))
        return self.to(next((place for place in reversed(wanted) if place < self.current), wanted[-1]))

    def label(self) -> str:
        """Return the position in words: ``link 2/9``."""
        count = len(self.comparison.links)
        if self.view is View.ONLY_HERE:
            return f"only here: {len(self.comparison.only_a)} left, {len(self.comparison.only_b)} right"
        if not count:
            return "no links"
        place = f"link {self.current + 1}/{count}" if self.current >= 0 else counted(count, "link")
        conflicts = self.conflicts
        number = f" · ≠ {counted(conflicts, 'conflict')}" if conflicts else ""
        versions = " · versions of one text" if self.comparison.shared_wording >= VERSIONS else ""
        return place + number + versions

    def alone(self, left: bool) -> tuple[Side, ...]:
        """Return the passages that only one side has."""
        return self.comparison.only_a if left else self.comparison.only_b

    def flags(self, left: bool) -> list[Flag]:
        """Return the gutter signs of one side: link numbers with their sign, the link in use boxed."""
        if self.view is View.ONLY_HERE:
            return [Flag(side.span, "·", "alone") for side in self.alone(left)]
        numbers: dict[Span, list[int]] = defaultdict(list)
        for place, link in enumerate(self.links):
            if self.view is not View.CONFLICTS or link.status == "conflict":
                numbers[(link.a if left else link.b).span].append(place)
        flags = [self._flag(span, places) for span, places in numbers.items() if self.current not in places]
        alone = [Flag(side.span, "·", "alone") for side in self.alone(left)] if self.view is View.ALL else []
        # What is shown last wins its row: the link in use.
        flags += [self._flag(span, places) for span, places in numbers.items() if self.current in places]
        return alone + flags

    def _flag(self, span: Span, places: list[int]) -> Flag:
        in_use = self.current in places
        chosen = self.current if in_use else min(places, key=lambda place: _SEVERITY.get(self.links[place].status, 9))
        sign = link_sign(self.links[chosen].status)
        more = "+" if len(places) > 1 else ""
        return Flag(span, f"{chosen + 1}{sign.sign}{more}", sign.tone, boxed=in_use)

    def marks(self, left: bool) -> list[Mark]:
        """Return the marks of one side: linked words set off, or, in the view of what stands alone, those."""
        if self.view is View.ONLY_HERE:
            return [Mark(side.span, "link") for side in self.alone(left)]
        marks = []
        for place, link in enumerate(self.links):
            if self.view is View.CONFLICTS and link.status != "conflict":
                continue
            marks.append(Mark((link.a if left else link.b).span, "link-current" if place == self.current else "link"))
        # What is drawn last is seen: the link in use over the others, and over all the words that differ.
        differ = [] if self.view is View.CONFLICTS else [Mark(span, "changed") for span in self.changed[not left]]
        return sorted(marks, key=lambda mark: mark.tone == "link-current") + differ

    def nearest(self, left: bool, spans: Iterable[tuple[int, Span]], target: int) -> int | None:
        """Return the place of the link whose row (given with its span) lies nearest to the row ``target``."""
        rows = {span: row for row, span in spans}
        best: tuple[int, int] | None = None
        for place, link in enumerate(self.links):
            row = rows.get((link.a if left else link.b).span)
            if row is not None and (best is None or abs(row - target) < best[0]):
                best = (abs(row - target), place)
        return best[1] if best else None

    def share_alone(self, left: bool) -> float:
        """Return which part of a side only that side has, by characters; comments and the like are not counted."""
        alone = sum(side.span.end - side.span.start for side in self.alone(left))
        linked = {(link.a if left else link.b).span for link in self.links}
        total = alone + sum(end - start for start, end in linked)
        return alone / total if total else 0.0


def next_alone(sides: tuple[Side, ...], offset: int, by: int = 1) -> Side | None:
    """Return the first passage that begins after ``offset`` (before it, for ``by`` -1); round the end to the other."""
    if by > 0:
        return next((side for side in sides if side.span.start > offset), sides[0] if sides else None)
    return next((side for side in reversed(sides) if side.span.start < offset), sides[-1] if sides else None)
