"""The screen and the command line of rednote-tui."""

__version__ = "0.1.0"
