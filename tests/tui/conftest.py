"""Fixtures of the screen's tests: small corpora, the explorer under a Pilot, and snapshots of its text."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.settings import Settings
from tests.tui.corpus import MemoryCorpus
from tests.tui.driving import Driver
from tui.app import ExplorerApp
from tui.session import Sessions

if TYPE_CHECKING:
    from textual.pilot import Pilot

HARBOUR = """Harbour to close in spring
The harbour of Aldmere will close on 3 March, officials said. About 1,200 workers are affected.

“We were not asked,” said Ines Pohl of the dockers' union. The harbour moved 450 ships last year.

Nobody knows where the ferries will go. A new terminal is planned.
"""
FERRIES = """Ferries look for a new home
Ferry companies search for another port after the closing of the harbour of Aldmere was announced.

Some 900 workers stand to lose their jobs, the companies estimate. The harbour moved 450 ships last year.

Passengers 你好世界 were told to expect delays on the island route.
"""
MARKET = """Fish market stays
The fish market beside the harbour stays open. Its 40 stalls were renewed last summer.
"""

Explore = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def stories() -> MemoryCorpus:
    """Return three articles on one story."""
    return MemoryCorpus({"a.md": HARBOUR, "b.md": FERRIES, "c.md": MARKET})


@pytest.fixture
def explore(stories: MemoryCorpus, monkeypatch: pytest.MonkeyPatch) -> Explore:
    """Return a function that runs the explorer on a corpus at a size and gives a driver for it."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)
    # Textual's Pilot looks every 20 ms whether the process is idle; the driver waits for workers itself.
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 250)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 1 / 2500)
    monkeypatch.setattr("tui.panes.searchbar.DEBOUNCE", 0.02)

    @asynccontextmanager
    async def run(
        size: tuple[int, int] = (120, 36),
        corpus: MemoryCorpus | None = None,
        settings: Settings | None = None,
        sessions: Sessions | None = None,
    ) -> AsyncIterator[Driver]:
        shown = corpus or stories
        app = ExplorerApp(shown, settings or Settings(), sessions)  # type: ignore[arg-type]
        pilot: Pilot[None]
        async with app.run_test(size=size, notifications=True) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            yield driver

    return run


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Return a function that holds a text against the kept one; with UPDATE_SNAPSHOTS=1 the new one is kept."""

    def check(name: str, text: str) -> None:
        kept = Path(__file__).parent / "snapshots" / f"{name}.txt"
        if os.environ.get("UPDATE_SNAPSHOTS"):
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(text + "\n", encoding="utf-8")
        assert kept.is_file(), f"no snapshot {kept.name}; run with UPDATE_SNAPSHOTS=1 and look at it"
        assert text + "\n" == kept.read_text(encoding="utf-8")

    return check
