"""Full-text engines, behind one protocol."""

from pathlib import Path

from index.engines.protocol import Engine, Ranked, Ranking

__all__ = ["Engine", "Ranked", "Ranking", "open_engine"]


def open_engine(directory: Path | None, key: bytes = b"") -> Engine:
    """Open the engine whose index lies in ``directory``, the user's own, sealed with ``key``; None keeps it in memory.

    An index that was not sealed with this key, that is broken or of an older format is replaced by an empty one, and
    nothing of it is read. Raises EngineError when the directory cannot be written, or a key is missing.
    """
    from index.engines.whoosh import WhooshEngine

    return WhooshEngine(directory, key)
