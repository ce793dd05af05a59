"""The configuration: defaults, the user's file, the environment."""

from index.settings.load import load_settings
from index.settings.model import KeySettings, Settings
from index.settings.paths import default_config_file, user_cache_folder, user_config_file, user_data_folder

__all__ = [
    "KeySettings",
    "Settings",
    "default_config_file",
    "load_settings",
    "user_cache_folder",
    "user_config_file",
    "user_data_folder",
]
