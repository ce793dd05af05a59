"""A list of items of one or several rows each, of which only the rows in view are made; ten thousand are no burden."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, ClassVar, Protocol

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.commands import Place
from tui.keyboard import PromptFocus
from tui.keymap import bindings
from tui.looks import tone
from tui.painting import Line, paint


class Item(Protocol):
    """What stands in a list: how high it is at a width, and its rows."""

    @property
    def key(self) -> str:
        """What the item is found again by after the list changed."""

    @property
    def selectable(self) -> bool:
        """Whether the cursor stops here; headings are passed over."""

    def height(self, width: int) -> int:
        """Return how many rows the item has."""

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows."""


class RowsItem:
    """An item that is as high as it has rows; to be read, unless it says that it can be chosen."""

    __slots__ = ()

    @property
    def selectable(self) -> bool:
        """The cursor passes over it."""
        return False

    def height(self, width: int) -> int:
        """Return how many rows there are."""
        return len(self.lines(width)) if width else 0

    def lines(self, width: int) -> Sequence[Line]:
        """Return the rows."""
        raise NotImplementedError


class Listing(PromptFocus, ScrollView, can_focus=True):
    """A list with a cursor. ``Highlighted`` when the cursor came to rest on an item, ``Selected`` on Enter or click."""

    BINDINGS: ClassVar[list[Any]] = bindings(Place.LIST)

    cursor: reactive[int | None] = reactive(None)

    class Highlighted(Message):
        """The cursor moved to an item."""

        def __init__(self, listing: "Listing", item: Item) -> None:
            super().__init__()
            self.listing = listing
            self.item = item

        @property
        def control(self) -> "Listing":
            """The list."""
            return self.listing

    class Selected(Highlighted):
        """An item was opened."""

    def __init__(self, *, reading: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.reading = reading
        """Whether what cannot be chosen is to be read too: it is scrolled through, and shown from its beginning."""
        self.items: Sequence[Item] = ()
        self._ends: list[int] = []
        self._width = 0
        self._rows: LRUCache[tuple[int, int], Sequence[Line]] = LRUCache(512)

    def set_items(self, items: Sequence[Item], *, keep: bool = True) -> None:
        """Show ``items``; with ``keep`` the cursor stays on the item it was on, else it goes to the first.

        Where that item is gone it stays at its place in the list.
        """
        before = self.item.key if keep and self.item is not None else None
        place = self.cursor
        self.items = items
        self._lay_out()
        found = next((place for place, item in enumerate(items) if item.key == before), None) if before else None
        if found is None and before is not None and place is not None:
            found = self._next_selectable(min(place, len(items)) - 1, 1)
            found = self._next_selectable(min(place, len(items)), -1) if found is None else found
        elif found is None:
            found = self._next_selectable(-1, 1)
            self.scroll_to(y=0, animate=False)
        with self.prevent(Listing.Highlighted):
            self.cursor = found
        self.refresh()

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        return self.items[self.cursor] if self.cursor is not None and self.cursor < len(self.items) else None

    def select_key(self, key: str) -> bool:
        """Put the cursor on the item with ``key``, without a message; return whether there is one."""
        for place, item in enumerate(self.items):
            if item.key == key and item.selectable:
                with self.prevent(Listing.Highlighted):
                    self.cursor = place
                return True
        return False

    def repaint(self) -> None:
        """Show items again whose looks changed but not their heights."""
        self._rows.clear()
        self.refresh()

    def _lay_out(self) -> None:
        self._rows.clear()
        self._width = self.scrollable_content_region.width
        self._ends = list(accumulate(item.height(self._width) for item in self.items))
        self.virtual_size = Size(self._width, self._ends[-1] if self._ends else 0)

    def on_resize(self) -> None:
        """Lay the rows out anew when the width changed."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out()
        self.call_after_refresh(self._show_cursor)

    def watch_cursor(self, cursor: int | None) -> None:
        """Bring the cursor into view and tell who listens."""
        self.refresh()
        if cursor is not None and cursor < len(self.items):
            self._show_cursor()
            self.post_message(self.Highlighted(self, self.items[cursor]))

    def _show_cursor(self) -> None:
        if self.cursor is None or self.cursor >= len(self._ends):
            return
        start, end = self._rows_of(self.cursor)
        if (
            self.reading
            and not self.scroll_y
            and end > self.size.height
            and self.cursor == self._next_selectable(-1, 1)
        ):
            return
        first = start
        while self.cursor and first and not self.items[self.cursor - 1].selectable and start - first < 2:
            first -= 1
        self.scroll_to_region(Region(0, first, 1, end - first), animate=False, force=True)

    def _rows_of(self, place: int) -> tuple[int, int]:
        return self._ends[place - 1] if place else 0, self._ends[place]

    def render_line(self, y: int) -> Strip:
        """Return one row of the screen."""
        if self.scrollable_content_region.width != self._width:
            # The first frame comes before the message of the size: the rows must not wait for the second.
            self._lay_out()
        row = y + self.scroll_offset.y
        width = self._width or self.size.width
        if not self._ends or row >= self._ends[-1]:
            return Strip.blank(width, self.rich_style)
        place = bisect_right(self._ends, row)
        key = (place, width)
        if (lines := self._rows.get(key)) is None:
            lines = self.items[place].lines(width)
            self._rows[key] = lines
        inside = row - (self._ends[place - 1] if place else 0)
        base = self.rich_style
        if place == self.cursor:
            base += self._tone("cursor" if self.has_focus else "cursor-blurred")
        line = lines[inside] if inside < len(lines) else ()
        return paint(line, width, base, self._tone)

    def _tone(self, name: str) -> Style:
        return tone(self.app, name)

    def _next_selectable(self, place: int, step: int) -> int | None:
        place += step
        while 0 <= place < len(self.items):
            if self.items[place].selectable:
                return place
            place += step
        return None

    def _move(self, step: int) -> None:
        """Move the cursor by one selectable item, through what cannot be chosen and is longer than the view by rows."""
        place = self._next_selectable(-1 if self.cursor is None else self.cursor, step)
        if self._to_be_read(self.cursor, step, 0) or self._to_be_read(place, step, 2):
            self._scroll_rows(step)
        elif place is not None:
            self.cursor = place

    def _to_be_read(self, place: int | None, step: int, near: int) -> bool:
        """Return whether rows before the end of an item, or of the list, lie out of view by more than ``near`` rows."""
        if not self.size.height:
            return False
        top, bottom = round(self.scroll_y), round(self.scroll_y) + self.size.height
        if place is None:
            return near > 0 and (bottom < (self._ends[-1] if self._ends else 0) if step > 0 else top > 0)
        start, end = self._rows_of(place)
        if not near:
            # An item that lies out of view as a whole was left by the mouse.
            seen = self.reading or (start < bottom and end > top)
            return seen and (end > bottom if step > 0 else start < top)
        return start > bottom + near if step > 0 else end < top - near

    def _scroll_rows(self, rows: int) -> int:
        """Scroll, as far as there are rows; return by how many."""
        before = round(self.scroll_y)
        rows = max(-before, min(rows, (self._ends[-1] if self._ends else 0) - self.size.height - before))
        self.scroll_to(y=before + rows, animate=False, force=True)
        return rows

    def _move_rows(self, rows: int) -> None:
        """Move the cursor to the item that lies ``rows`` further on."""
        if not self._ends:
            return
        if self.cursor is None or self.reading:
            self._read_on(rows)
            return
        target = min(max(0, self._ends[self.cursor] - 1 + rows), self._ends[-1] - 1)
        place = bisect_right(self._ends, target)
        step = 1 if rows > 0 else -1
        found = self._next_selectable(place - step, step)
        self.cursor = found if found is not None else self._next_selectable(place, -step)

    def _read_on(self, rows: int) -> None:
        """Scroll, and put the cursor on the first item in view; at an end of the list, on the item there."""
        if not self._scroll_rows(rows):
            self.cursor = self._next_selectable(len(self.items), -1) if rows > 0 else self._next_selectable(-1, 1)
            return
        top = round(self.scroll_y)
        found = self._next_selectable(bisect_right(self._ends, max(0, top - 1)) - (not top), 1)
        if found is not None and self._rows_of(found)[1] <= top + self.size.height:
            self.cursor = found

    def action_down(self) -> None:
        """One item down."""
        self._move(1)

    def action_up(self) -> None:
        """One item up."""
        self._move(-1)

    def action_half_page_down(self) -> None:
        """Half a page down."""
        self._move_rows(max(1, self.size.height // 2))

    def action_half_page_up(self) -> None:
        """Half a page up."""
        self._move_rows(-max(1, self.size.height // 2))

    def action_page_down(self) -> None:
        """One page down."""
        self._move_rows(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """One page up."""
        self._move_rows(-max(1, self.size.height - 1))

    def action_top(self) -> None:
        """To the first item."""
        self.cursor = self._next_selectable(-1, 1)
        self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """To the last item, and what stands after it."""
        self.cursor = self._next_selectable(len(self.items), -1)
        self._scroll_rows(self._ends[-1] if self._ends else 0)

    def action_open(self) -> None:
        """Open the item under the cursor."""
        if self.item is not None:
            self.post_message(self.Selected(self, self.item))

    def on_click(self, event: events.Click) -> None:
        """Open what was clicked."""
        row = event.y + self.scroll_offset.y
        if not self._ends or row >= self._ends[-1]:
            return
        place = bisect_right(self._ends, row)
        if self.items[place].selectable:
            self.cursor = place
            self.post_message(self.Selected(self, self.items[place]))
