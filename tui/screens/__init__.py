"""The screens: the explorer, and the dialogs and views that lie over it."""
