"""Two documents side by side: links in the gutters, the link in use boxed, linked passages level."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive

from index.records import Comparison, Decision, DecisionKind, Document, DocumentEntry, Side, Span
from tui.background import Background, Cancelled
from tui.host import host_of
from tui.linking import LinkWalk, View, next_alone
from tui.panes.overview import Overview
from tui.panes.reader import Reader
from tui.panes.reason import ReasonStrip, other_end, why
from tui.text import content, joined, squeeze
from tui.wording import changed_words

if TYPE_CHECKING:
    from index.corpus import Corpus

FLAGS_WIDE = 5
THRESHOLD_STEP = 0.05
LOWEST, HIGHEST = 0.0, 0.95
VIEWS = tuple(View)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents and their comparison.

    ``changed`` are the words of each that the other's wording of the same passage has not; ``own_threshold`` whether
    the person set from which score on links are shown; ``lost`` how many pinned or broken links lost their words.
    """

    left: Document
    right: Document
    comparison: Comparison
    changed: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    own_threshold: bool = False
    lost: int = 0


class ComparisonPane(Background):
    """The two readers with their overview strips, and the reason of the link in use under them."""

    locked: reactive[bool] = reactive(True)

    @dataclass
    class Moved(Message):
        """Another link is in use, or another pair is shown."""

    def __init__(self, corpus: "Corpus", **options: Any) -> None:
        super().__init__(**options)
        self.corpus = corpus
        self.pair: Pair | None = None
        self.wanted: tuple[str, str] | None = None
        """The ids that are shown, or will be when their comparison is there."""
        self.walk: LinkWalk | None = None
        self.threshold = 0.0
        """From which score on links are shown, or will be when the pair is compared anew."""
        self.decided = ""
        """What the person decided about the passages of the link in use, in words."""
        self._reached: Side | None = None
        """The passage that only one side has and that was gone to last, since the last link."""
        self._sought: tuple[Span, Span] | None = None
        self._leader: Reader | None = None
        self.left = Reader(id="left", classes="side", flags_wide=FLAGS_WIDE)
        self.right = Reader(id="right", classes="side", flags_wide=FLAGS_WIDE)
        self.strips = (
            Overview(id="overview-left", classes="overview"),
            Overview(id="overview-right", classes="overview"),
        )
        self.reason = ReasonStrip(id="reason")

    def furnish(self) -> None:
        """Put the sides and the strip under them in place; the start of the program does without them."""
        if not self.children:
            self.mount(Horizontal(self.strips[0], self.left, self.right, self.strips[1], id="sides"), self.reason)

    @property
    def active(self) -> Reader:
        """The reader in use: the one with the focus, else the left one."""
        return self.right if self.right.has_focus else self.left

    def compare(self, a: str, b: str) -> None:
        """Set two documents side by side; the old pair stays until the new one is there."""
        self.furnish()
        self.wanted = (a, b)
        if self.pair is None or (self.pair.left.id, self.pair.right.id) != (a, b):
            self.reason.say([("Comparing …", "")], [])

        def job(_cancelled: Cancelled) -> Pair:
            return compared(self.corpus, a, b)

        self.ask("compare", job, self._show)

    def close(self) -> None:
        """Forget the pair."""
        self.forget("compare")
        self.pair = self.walk = self.wanted = None

    def _show(self, pair: Pair) -> None:
        again = self.pair is not None and self.pair.left.id == pair.left.id and self.pair.right.id == pair.right.id
        before = self.walk
        self.pair, self.threshold = pair, pair.comparison.threshold
        self.walk = LinkWalk.of(pair.comparison, before.view if before else View.ALL, pair.changed)
        self._reached = None
        shown = [reader.document.text for reader in (self.left, self.right) if reader.document]
        if not again or shown != [pair.left.text, pair.right.text]:
            self.left.open(pair.left)
            self.right.open(pair.right)
        self._title()
        self._mark()
        if pair.comparison.links:
            self.call_after_refresh(self.go, self.walk.place_of(self._sought, before if again else None))
        self._sought = None
        self.post_message(self.Moved())

    def _title(self) -> None:
        if self.pair is None or self.walk is None:
            return
        entries = {entry.id: entry for entry in self.corpus.documents()}
        for reader, is_left in ((self.left, True), (self.right, False)):
            document = self.pair.left if is_left else self.pair.right
            entry = entries.get(document.id)
            reader.border_title = content(
                f"{'A' if is_left else 'B'} · {squeeze(entry.title) if entry else document.id}"
            )
            share = f"{self.walk.share_alone(is_left):.0%} only here"
            reader.border_subtitle = content(joined([share, *facts(entry)] if entry else [share]))

    def seek(self, a: Span, b: Span) -> None:
        """Have the link between these passages in use when the pair is compared anew."""
        self._sought = (a, b)

    def seek_decided(self, decision: Decision) -> None:
        """Have the link that a decision was about in use when the pair is compared anew."""
        spans = {anchor.path: Span(anchor.start, anchor.end) for anchor in decision.anchors}
        if decision.kind in {DecisionKind.PIN, DecisionKind.BREAK} and self.pair is not None:
            ends = (spans.get(self.pair.left.path), spans.get(self.pair.right.path))
            if ends[0] is not None and ends[1] is not None:
                self.seek(ends[0], ends[1])

    def tell(self, decided: str) -> None:
        """Show what the person decided about the link's passages beside its reason."""
        if decided != self.decided:
            self.decided = decided
            self._write_reason()

    def _write_reason(self) -> None:
        if self.walk is None:
            return
        link, hidden = self.walk.link, next((side for side in (self.left, self.right) if not side.region.area), None)
        other = []
        if link is not None and self._reached is None and hidden is not None and self.region.area:
            other = other_end(link.a if hidden is self.left else link.b, left=hidden is self.left)
        keymap = host_of(self).keymap
        words = why(
            self.walk, keymap, state=self._state(), decided=self.decided, at=self._reached, other=self._opposite()
        )
        self.reason.say(words, other)

    def _state(self) -> str:
        """Return what is unusual about what is shown."""
        view = self.walk.view if self.walk else View.ALL
        pair = self.pair
        return joined(
            [
                f"! {pair.lost} of your links lost {'its' if pair.lost == 1 else 'their'} words"
                if pair and pair.lost
                else None,
                f"view: {view}" if view is not View.ALL else None,
                None if self.locked else "each side scrolls alone",
                f"links from {self.threshold:.2f}" if pair and pair.own_threshold else None,
            ]
        )

    def _opposite(self) -> Side | None:
        """Return the passage that the lone one in use can be linked with: the one gone to last on the other side."""
        if self._reached is None or self.pair is None:
            return None
        on_left = self._reached.document == self.pair.left.id
        document, reader = (self.pair.right, self.right) if on_left else (self.pair.left, self.left)
        span = self.chosen(reader)
        if span is None:
            return None
        return Side(document.id, document.text.count("\n", 0, span.start) + 1, span, document.slice(span))

    @staticmethod
    def chosen(reader: Reader) -> Span | None:
        """Return the passage of a side that the person chose: what the mouse selected, else what was gone to last."""
        return reader.selected_span(reader.text_selection) or reader.focus_span

    def go(self, place: int) -> None:
        """Make a link the one in use, and bring both ends level."""
        if self.walk is None or not self.walk.links:
            return
        self._use(self.walk.to(place))

    def step(self, by: int, *, conflicts: bool = False) -> bool:
        """Go to the next or previous link or conflict; return whether there is one."""
        if self.walk is None:
            return False
        if self.walk.view is View.ONLY_HERE and not conflicts:
            return self.only(self.active is self.left, by)
        further = self.walk.step(by, conflicts=conflicts)
        if further.link is None or (conflicts and further.link.status != "conflict"):
            return False
        self._use(further)
        return True

    def _use(self, walk: LinkWalk) -> None:
        self.walk, self._reached = walk, None
        self._mark()
        if walk.link is not None:
            self._leader = None
            for reader in (self.left, self.right):
                reader.set_layer("current", ())
            self.left.focus_span, self.right.focus_span = walk.link.a.span, walk.link.b.span
            # The side in use stays as still as it can; the other follows to the same height.
            lead, follow = (self.right, self.left) if self.active is self.right else (self.left, self.right)
            spans = (walk.link.b.span, walk.link.a.span) if lead is self.right else (walk.link.a.span, walk.link.b.span)
            lead.bring(spans[0])
            if follow.region.area:
                self.call_after_refresh(self._level, lead, spans[0], follow, spans[1])
        self.post_message(self.Moved())

    def _level(self, lead: Reader, lead_span: Span, follow: Reader, follow_span: Span) -> None:
        """Scroll so that both passages stand equally high; near the beginning of a text the leading side gives way."""
        row, other = lead.page.row_at(lead_span.start), follow.page.row_at(follow_span.start)
        height = min(row - round(lead.scroll_y), other)
        top = round(lead.scroll_y)
        lead.jump(row - height)
        # The leading side's own move is no wish to scroll the other one.
        self._leader = lead if round(lead.scroll_y) != top else None
        follow.jump(other - height)
        self.call_after_refresh(self._follow_views)

    def only(self, left: bool, by: int = 1) -> bool:
        """Go to the next (``by`` 1) or previous passage that only one side has; return whether there is one."""
        if self.walk is None:
            return False
        reader = self.left if left else self.right
        after = reader.focus_span.start if reader.focus_span else -1
        side = next_alone(self.walk.alone(left), after, by)
        if side is None:
            return False
        self.locked, locked = False, self.locked
        self._reached = side
        reader.show(side.span)
        reader.focus()
        self._write_reason()
        self.call_after_refresh(setattr, self, "locked", locked)
        return True

    def next_view(self) -> View | None:
        """Show the next selection of links."""
        if self.walk is None:
            return None
        self._reached = None
        self.walk = self.walk.seen(VIEWS[(VIEWS.index(self.walk.view) + 1) % len(VIEWS)])
        self._mark()
        self.post_message(self.Moved())
        return self.walk.view

    def swap(self) -> None:
        """Swap left and right."""
        if self.wanted is not None:
            a, b = self.wanted
            self.compare(b, a)

    def shift_threshold(self, by: int) -> float | None:
        """Return from which score on links are to be shown for fewer (1) or more (-1) of them; None at either end."""
        shifted = min(HIGHEST, max(LOWEST, round(self.threshold + by * THRESHOLD_STEP, 2)))
        if shifted == self.threshold:
            return None
        self.threshold = shifted
        return shifted

    def _mark(self) -> None:
        """Show flags and marks on both sides, the overview, and the reason."""
        if self.walk is None:
            return
        for reader, strip, is_left in ((self.left, self.strips[0], True), (self.right, self.strips[1], False)):
            flags = self.walk.flags(is_left)
            reader.set_flags(flags)
            reader.set_layer("links", self.walk.marks(is_left))
            signs = []
            for flag in flags:
                rows = reader.page.rows_of(*flag.span)
                signs.append((rows.start, rows.stop, flag.sign.strip("0123456789+"), flag.tone))
            link = self.walk.link
            span = (link.a.span if is_left else link.b.span) if link and self.walk.view is not View.ONLY_HERE else None
            strip.set_map(len(reader.page.rows), signs, reader.page.rows_of(*span) if span else range(0))
        self._write_reason()
        self.call_after_refresh(self._follow_views)

    def _follow_views(self) -> None:
        for reader, strip in ((self.left, self.strips[0]), (self.right, self.strips[1])):
            strip.set_view(round(reader.scroll_y), reader.size.height)

    def watch_locked(self) -> None:
        """Say whether the sides are tied."""
        self._write_reason()

    @on(Reader.LaidOut)
    def _laid_out(self, event: Reader.LaidOut) -> None:
        event.stop()
        self._mark()

    @on(Reader.Scrolled)
    def _scrolled(self, event: Reader.Scrolled) -> None:
        event.stop()
        self._follow_views()
        lead = event.reader
        if not self.locked or self.walk is None or not lead.has_focus or self._leader is not None:
            self._leader = None
            return
        is_left = lead is self.left
        follow = self.right if is_left else self.left
        spans = [(link.a.span if is_left else link.b.span) for link in self.walk.links]
        target = round(lead.scroll_y) + lead.size.height // 3
        place = self.walk.nearest(is_left, [(lead.page.row_at(span.start), span) for span in spans], target)
        if place is not None:
            link = self.walk.links[place]
            ends = (link.a.span, link.b.span) if is_left else (link.b.span, link.a.span)
            height = lead.page.row_at(ends[0].start) - round(lead.scroll_y)
            follow.jump(follow.page.row_at(ends[1].start) - height)

    def on_descendant_focus(self) -> None:
        """Of a side that comes into view, show the link in use and what the other one says."""
        self.call_after_refresh(self._arrived)

    def on_resize(self) -> None:
        """Say what the other side says when it went out of view."""
        self.call_after_refresh(self._write_reason)

    def _arrived(self) -> None:
        link = self.walk.link if self.walk else None
        if link is not None and self._reached is None and not (self.left.region.area and self.right.region.area):
            self.active.bring(link.a.span if self.active is self.left else link.b.span)
        self._write_reason()

    @on(Overview.Clicked)
    def _clicked(self, event: Overview.Clicked) -> None:
        event.stop()
        reader = self.left if event.overview.id == "overview-left" else self.right
        reader.focus()
        reader.jump(int(event.part * len(reader.page.rows)) - reader.size.height // 2)


def facts(entry: DocumentEntry) -> list[str | None]:
    """Return what is known of a document, what may be cut off in a narrow terminal last."""
    known = entry.metadata
    return [f"{entry.words:,} words", known.published, squeeze(known.outlet or "") or None]


def compared(corpus: "Corpus", a: str, b: str) -> Pair:
    """Return two documents and their comparison, with what the person decided about it; takes its time."""
    left, right, comparison = corpus.document(a), corpus.document(b), corpus.compare(a, b)
    effects = corpus.notes.effects()
    paths = {left.path, right.path}
    lost = [
        one.decision
        for one in effects.lost
        if one.decision.kind in {DecisionKind.PIN, DecisionKind.BREAK}
        and {anchor.path for anchor in one.decision.anchors} == paths
    ]
    changed = changed_words(comparison, corpus.word_diff)
    return Pair(left, right, comparison, changed, frozenset((a, b)) in effects.thresholds, len(lost))
