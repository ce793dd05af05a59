"""The one tree of errors: each has a message that says what is wrong and a hint that says what to do.

RednoteError
├── ConfigError       a settings file has a wrong key or value
├── CorpusError       a path cannot be opened as a corpus, or has no articles
├── DocumentError     a name fits no document, or several
├── ReadingError      one file cannot be read; the rest of the corpus can
├── EngineError       the index cannot be built or read
│   ├── BusyError     another program is writing it
│   └── DamagedError  part of it is not as it was written, and was thrown away
└── NotesError        the user's notes cannot be read or written
"""


class RednoteError(Exception):
    """Something a person can mend: ``message`` says what is wrong, ``hint`` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ConfigError(RednoteError):
    """A settings file has a wrong key or value."""


class CorpusError(RednoteError):
    """A path cannot be opened as a corpus, or has no articles in it."""


class DocumentError(RednoteError):
    """A name fits no document of the corpus, or more than one."""


class ReadingError(RednoteError):
    """One file cannot be read; the rest of the corpus can. ``kind`` names such files in a word or two, for counting."""

    def __init__(self, message: str, hint: str = "", kind: str = "") -> None:
        super().__init__(message, hint)
        self.kind = kind


class EngineError(RednoteError):
    """The index cannot be built or read."""


class BusyError(EngineError):
    """Another program is writing the index; later it can be written."""


class DamagedError(EngineError):
    """Part of the cache is not as it was written; it was thrown away, and is made again at the next refresh."""


class NotesError(RednoteError):
    """The user's notes cannot be read or written."""


class Cancelled(Exception):  # noqa: N818 - nothing is wrong
    """What was under way is no longer wanted: raised to whoever said so, and to nobody else."""
