"""Fixtures that every test may use."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes is the machine's business, and no test's.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared material (articles, public data); skip the test where it is absent."""
    folder = Path(os.environ.get("REDNOTE_SHARED") or Path(__file__).parents[2] / "shared")
    if not (folder / "seeds").is_dir():
        pytest.skip(f"the shared articles are not at {folder}; set REDNOTE_SHARED to their folder")
    return folder
