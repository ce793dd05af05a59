"""The index of rednote-tui: documents, search, claims and comparison, without a screen."""
