"""A short run of what `python -m tests.fuzz` does for hours, with the same inputs each time."""

import random
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", list(TARGETS))
def test_any_input_keeps_what_is_promised(name: str, tmp_path: Path) -> None:
    for number in range(40):
        TARGETS[name](random.Random(f"{name}/{number}"), tmp_path)
