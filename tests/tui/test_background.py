"""Questions asked in threads: the newest is answered, and long ones take their turn."""

import threading
from functools import partial

from tests.tui.conftest import Explore
from tui.background import Cancelled


async def test_long_questions_take_turns_and_only_the_newest_waits(explore: Explore) -> None:
    async with explore() as driver:
        screen, go_on = driver.screen, threading.Event()
        asked: list[int] = []
        answered: list[int] = []

        def job(number: int, _cancelled: Cancelled) -> int:
            asked.append(number)
            assert go_on.wait(10)
            return number

        for number in range(5):
            screen.ask_in_turn("long", partial(job, number), answered.append)
            await driver.pilot.pause(0.01)
        assert asked == [0]
        go_on.set()
        await driver.settle()
        assert asked == [0, 4]
        assert answered == [4]
