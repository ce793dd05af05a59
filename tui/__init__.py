"""The screen and the command line of rednote-tui."""
