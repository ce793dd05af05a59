"""The timeline: events of all articles in order of day and time of day."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.corpus import Corpus
from index.settings import Settings
from tui.panes.claims import ClaimItem
from tui.views import timeline_items


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    folder = tmp_path / "articles"
    folder.mkdir()
    text = "The train arrived at 7:40 p.m. on 4 May 2024.\n\nThe train left at 6:05 a.m. on 4 May 2024.\n"
    (folder / "a.md").write_text(f"---\ndate: 2024-05-05\n---\n\n{text}", encoding="utf-8")
    made = Corpus.open([folder], Settings(), tmp_path / "cache", tmp_path / "notes.yaml")
    made.refresh()
    yield made
    made.close()


def test_events_of_a_day_stand_in_order_of_their_times(corpus: Corpus) -> None:
    items = timeline_items(corpus, lambda: False)
    surfaces = [item.claim.surface for item in items if isinstance(item, ClaimItem)]
    assert surfaces == ["6:05 a.m. on 4 May 2024", "7:40 p.m. on 4 May 2024"]
