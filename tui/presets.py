"""Presets of keys: what each changes of the keys in the table of commands."""

PRESETS: dict[str, dict[str, tuple[str, ...]]] = {
    "default": {},
    "vim": {
        "top": ("g", "home"),
        "half-page-down": ("ctrl+d",),
        "half-page-up": ("ctrl+u",),
        "open": ("enter", "l"),
        "next-pane": ("tab", "ctrl+w"),
        "older-search": ("up", "ctrl+p"),
        "newer-search": ("down", "ctrl+n"),
        "palette": (":",),
    },
    "emacs": {
        "down": ("ctrl+n", "down"),
        "left": ("ctrl+b", "left"),
        "right": ("ctrl+f", "right"),
        "up": ("ctrl+p", "up"),
        "page-down": ("ctrl+v", "pagedown"),
        "page-up": ("alt+v", "pageup"),
        "half-page-down": ("alt+n",),
        "half-page-up": ("alt+p",),
        "top": ("alt+<", "home"),
        "bottom": ("alt+>", "end"),
        "search": ("ctrl+s", "/"),
        "back": ("ctrl+g", "escape"),
        "copy": ("alt+w",),
        "palette": ("alt+x",),
        "older-search": ("up", "alt+p"),
        "newer-search": ("down", "alt+n"),
    },
}
"""By the preset's name, the keys of each command that are others."""
