"""Files that are not read: what they are called, and what a person can do about them."""

from index.records import Unreadable

_TEXT = "Open it in its program and save or export it as .docx, .odt or PDF."
_PICTURES = "Run it through text recognition (OCR) and save the text as .txt or PDF."
_SOUND = "Save a transcript beside it as .txt."
_UNPACK = "Unpack it, or pack it anew as .zip."
_TABLE = "Open it in its program and save it as .xlsx or .csv."

_KINDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys((".doc", ".dot", ".wpd", ".wps", ".pages", ".fodt", ".sxw", ".hwp", ".lwp"),
                    ("text document", _TEXT)),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key", ".pps", ".ppsx"), ("presentation", _TEXT)),
    **dict.fromkeys((".xls", ".xlsb", ".ods", ".numbers"), ("spreadsheet", _TABLE)),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".svg", ".avif"),
                    ("picture", _PICTURES)),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".ogg", ".flac", ".aac", ".opus"), ("recording", _SOUND)),
    **dict.fromkeys((".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v", ".wmv"), ("video", _SOUND)),
    **dict.fromkeys((".rar", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst"), ("archive", _UNPACK)),
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".fb2", ".lit", ".prc"), ("e-book", "Convert it to .epub.")),
    **dict.fromkeys((".djvu", ".ps", ".eps", ".xps"), ("printed page", "Convert it to PDF.")),
    **dict.fromkeys((".pst", ".ost", ".olm", ".dbx"), ("mail store", "Export the messages as .eml or .mbox.")),
    **dict.fromkeys((".url", ".webloc", ".desktop", ".lnk"), ("link", "Open it and save the page itself.")),
    **dict.fromkeys((".yaml", ".yml", ".toml", ".ini"), ("settings file", "Name it as the article it is about.")),
    ".webarchive": ("saved web page", "Open it in a browser and save it as .html or .mhtml."),
}  # fmt: skip
"""Suffixes of files that people keep beside articles: what these are, and what to do with them."""

_JUNK = frozenset({"thumbs.db", "desktop.ini", "icon\r"})


def is_junk(name: str) -> bool:
    """Return whether a file is nobody's document: what systems and programs leave in folders."""
    return name.lower() in _JUNK or name.startswith("~$") or name.endswith("~") or name.lower().endswith(".part")


def unread(id_: str, suffix: str) -> Unreadable:
    """Return why a file with ``suffix`` (in lower case) is not read, and what to do about it."""
    what, hint = _KINDS.get(suffix, ("file", "If it holds text, save it as .txt, .docx, .odt or PDF."))
    if not suffix:
        return Unreadable(
            id_, "It has no suffix that says what it is.", "If it is text, name it .txt.", "file without a suffix"
        )
    article = "An" if what[0] in "aeiou" else "A"
    return Unreadable(id_, f"{article} {what} of this kind ({suffix}) is not read.", hint, suffix)
