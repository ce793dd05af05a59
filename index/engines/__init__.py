"""Full-text engines, behind one protocol."""

from pathlib import Path

from index.engines.protocol import Engine, Ranked, Ranking

__all__ = ["Engine", "Ranked", "Ranking", "open_engine"]


def open_engine(directory: Path | None) -> Engine:
    """Open the engine whose index lies in ``directory``, the user's own; None keeps it in memory.

    A broken index, or one of an older format, is replaced by an empty one. Raises EngineError when the directory
    cannot be written.
    """
    from index.engines.whoosh import WhooshEngine

    return WhooshEngine(directory)
