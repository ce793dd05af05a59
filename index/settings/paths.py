"""Where this system keeps the user's settings, caches and data."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import platformdirs

from index.errors import ConfigError

NAME = "rednote-tui"


def user_config_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the user's settings file: ``$REDNOTE_CONFIG``, else config.yaml in the system's settings folder.

    Raises ConfigError, as the two below do, when there is no home folder to find it in.
    """
    named = environment.get("REDNOTE_CONFIG")
    return expanded(named, "REDNOTE_CONFIG") if named else _own(platformdirs.user_config_path) / "config.yaml"


def user_cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the indexes, which anyone may delete: ``$REDNOTE_CACHE``, else the system's cache folder."""
    named = environment.get("REDNOTE_CACHE")
    return expanded(named, "REDNOTE_CACHE") if named else _own(platformdirs.user_cache_path)


def user_data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of what the user decided: ``$REDNOTE_DATA``, else the system's data folder."""
    named = environment.get("REDNOTE_DATA")
    return expanded(named, "REDNOTE_DATA") if named else _own(platformdirs.user_data_path)


def expanded(written: str, where: str) -> Path:
    """Return a path with ``~`` and ``~name`` replaced by the home folder. Raises ConfigError when there is none."""
    try:
        return Path(written).expanduser()
    except RuntimeError:
        raise ConfigError(f"{where}: there is no home folder for “{written}”", "name the whole path") from None


def _own(folder_of: Callable[[str], Path]) -> Path:
    """Return a folder of the user's. Raises ConfigError when the user has no home in which it would be."""
    with suppress(RuntimeError):
        folder = folder_of(NAME)
        if folder.is_absolute():
            return folder
    raise ConfigError("this user has no home folder", "set HOME to one of your folders")


def default_config_file() -> Path:
    """Return the configuration that ships: inside an installed wheel, else at the top of the source tree."""
    installed = Path(__file__).with_name("config.yaml")
    return installed if installed.is_file() else Path(__file__).parents[2] / "config.yaml"
