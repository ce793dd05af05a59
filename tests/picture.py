"""The README's pictures, made from the sample; `python -m tests.picture` draws them into docs/."""

import asyncio
import tempfile
from pathlib import Path

from index.corpus import Corpus
from index.settings import Settings, load_settings
from tests.tui.driving import Driver
from tui.app import ExplorerApp
from tui.command_line.opening import SAMPLE

DOCS = Path(__file__).parents[1] / "docs"
SIZE = (150, 42)
SCENES = {
    "comparison": ("1", "g", "space", "G", "space", "c", "]", "]"),
    "search": ("slash", *"banned", "enter"),
}
"""The name of each picture and the keys that lead to it."""


async def draw(name: str, keys: tuple[str, ...], settings: Settings) -> None:
    """Press ``keys`` in the explorer on the sample and write what is on the screen as an SVG picture."""
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Corpus.open([SAMPLE], settings, Path(scratch) / "cache", Path(scratch) / "notes.yaml")
        corpus.refresh()
        app = ExplorerApp(corpus, settings)
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            for key in keys:
                await driver.press(key)
            picture = app.export_screenshot(title="rednote-tui")
        corpus.close()
    (DOCS / f"{name}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Draw every scene."""
    DOCS.mkdir(exist_ok=True)
    settings = load_settings(environment={"REDNOTE_CONFIG": str(Path(__file__).parents[1] / "config.yaml")})
    for name, keys in SCENES.items():
        asyncio.run(draw(name, keys, settings))


if __name__ == "__main__":
    main()
