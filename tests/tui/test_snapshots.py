"""What stands on the screen, as text; UPDATE_SNAPSHOTS=1 keeps new ones, which are to be looked at."""

from collections.abc import Callable

import pytest

from tests.tui.conftest import Explore
from tests.tui.corpus import MemoryCorpus

Snapshot = Callable[[str, str], None]
CHINESE = MemoryCorpus(
    {
        "甲.md": "港口将在春季关闭\n奥尔德米尔港将于3月关闭，约1,200名工人受影响。"
        "渡轮公司正在寻找新的码头，市长说：“我们别无选择。”",
        "乙.md": "Harbour (港口) news\n小红书 users call it 港口; the ＦＵＬＬ width "
        "and e\u0301 accents stay aligned 👩‍🚀 here.",
    }
)
HOSTILE = MemoryCorpus(
    {
        "x.md": "[bold red]Title[/] \x1b]0;owned\x07\n"
        "[@click=app.quit]click[/] [URL=http://x] \x1b[31mred \x9b2J \u202eright to left\u202c 12 boats\ttab.\n"
        "$accent [$accent] {braces} \\[escaped] \x1b]52;c;eA==\x07 end."
    }
)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12)])
async def test_first_screen(explore: Explore, snapshot: Snapshot, size: tuple[int, int]) -> None:
    async with explore(size) as driver:
        snapshot(f"first-{size[0]}x{size[1]}", driver.text())


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_search(explore: Explore, snapshot: Snapshot, size: tuple[int, int]) -> None:
    async with explore(size) as driver:
        await driver.search("harbour")
        snapshot(f"search-{size[0]}x{size[1]}", driver.text())


async def test_comparison(explore: Explore, snapshot: Snapshot) -> None:
    async with explore((120, 36)) as driver:
        await driver.press("space", "j", "space", "c")
        for toast in driver.app.screen.query("Toast"):
            await toast.remove()
        await driver.settle()
        snapshot("comparison-120x36", driver.text())


async def test_chinese(explore: Explore, snapshot: Snapshot) -> None:
    async with explore((80, 24), corpus=CHINESE) as driver:
        await driver.press("3")
        snapshot("chinese-80x24", driver.text())


async def test_hostile_text(explore: Explore, snapshot: Snapshot) -> None:
    async with explore((120, 30), corpus=HOSTILE) as driver:
        await driver.press("space")
        text = driver.text()
        assert not set(text) & set("\x1b\x07\x9b\u202e\u202c")
        snapshot("hostile-120x30", text)
        await driver.search("[")
        await driver.press("enter", "y", "e", "question_mark", "escape", "ctrl+p", "escape")
        assert driver.app.is_running
        assert not set(driver.app.clipboard) & set("\x1b\x07\x9b\u202e")
