"""Where this system keeps the user's settings, caches and data."""

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs

NAME = "rednote-tui"


def user_config_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the user's settings file: ``$REDNOTE_CONFIG``, else config.yaml in the system's settings folder."""
    named = environment.get("REDNOTE_CONFIG")
    return Path(named).expanduser() if named else platformdirs.user_config_path(NAME) / "config.yaml"


def user_cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the indexes, which anyone may delete: ``$REDNOTE_CACHE``, else the system's cache folder."""
    named = environment.get("REDNOTE_CACHE")
    return Path(named).expanduser() if named else platformdirs.user_cache_path(NAME)


def user_data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of what the user decided: ``$REDNOTE_DATA``, else the system's data folder."""
    named = environment.get("REDNOTE_DATA")
    return Path(named).expanduser() if named else platformdirs.user_data_path(NAME)


def default_config_file() -> Path:
    """Return the configuration that ships: inside an installed wheel, else at the top of the source tree."""
    installed = Path(__file__).with_name("config.yaml")
    return installed if installed.is_file() else Path(__file__).parents[2] / "config.yaml"
