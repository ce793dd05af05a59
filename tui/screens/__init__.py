"""The screen of the explorer: the desk with its panes, and what its controllers are given."""
