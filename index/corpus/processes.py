"""Analyses files in other processes, and hands over each file as soon as it is done."""

import os
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import redirect_stderr
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from index.reading import Source

T = TypeVar("T")

CHUNK = 8
"""Files handed to a process at a time: many enough that the way there and back costs little."""

CHUNK_BYTES = 50_000
"""Bytes handed to a process at a time: a long file goes alone, and after the short ones."""

WAIT_SECONDS = 0.2
"""How long answers are waited for before whoever asked gets a say."""


class WorkerLostError(Exception):
    """A process ended before its work was done."""


class _Worker(Generic[T]):
    """A process that analyses what it is sent, file by file."""

    def __init__(self, analyse: Callable[[Source], T]) -> None:
        # A fork of a process with threads can hang, so the workers start afresh.
        _start_tracker()
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, analyse), daemon=True)
        self._process.start()
        theirs.close()
        self.under_way: deque[Source] = deque()
        self.since = time.monotonic()

    def give(self, sources: Sequence[Source]) -> None:
        """Send it files; it must have none under way."""
        self.under_way.extend(sources)
        self.since = time.monotonic()
        try:
            self.pipe.send(sources)
        except OSError as problem:
            raise WorkerLostError from problem

    def take(self) -> tuple[Source, T]:
        """Return the next file that is done, and what it gave. Raises WorkerLostError."""
        try:
            answer: T = self.pipe.recv()
        except (EOFError, OSError) as problem:
            raise WorkerLostError from problem
        self.since = time.monotonic()
        return self.under_way.popleft(), answer

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.terminate()
        self._process.join()
        self._process.close()
        self.pipe.close()


def analysed_elsewhere(
    sources: Sequence[Source], analyse: Callable[[Source], T], reading: Callable[[str], None]
) -> Generator[tuple[Source, T] | None]:
    """Yield each file with what it gave as soon as it is done, in no order, and None now and then while nothing is.

    ``reading`` is told the id of the file that is under way for the longest time. Raises WorkerLostError when a
    process was killed, most likely for want of memory.
    """
    chunks = deque(_chunks(sources))
    workers: list[_Worker[T]] = []
    try:
        for _ in range(min(os.cpu_count() or 1, len(chunks))):
            workers.append(_Worker(analyse))
            workers[-1].give(chunks.popleft())
        while busy := [worker for worker in workers if worker.under_way]:
            ready = wait([worker.pipe for worker in busy], WAIT_SECONDS)
            if not ready:
                reading(min(busy, key=lambda worker: worker.since).under_way[0].id)
                yield None
            for worker in busy:
                if worker.pipe in ready:
                    yield worker.take()
                    if not worker.under_way and chunks:
                        worker.give(chunks.popleft())
    finally:
        for worker in workers:
            worker.end()


def _start_tracker() -> None:
    """Start the process that multiprocessing starts before all others and hands the standard error.

    It cannot be handed one that a screen has taken the place of, so it is given the one the program began with.
    """
    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()


def _chunks(sources: Sequence[Source]) -> Iterator[list[Source]]:
    """Yield the files in portions of some length; long ones alone, at the end."""
    chunk: list[Source] = []
    size = 0
    for source in sorted(sources, key=lambda source: source.size > CHUNK_BYTES):
        if chunk and (len(chunk) == CHUNK or size + source.size > CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(source)
        size += source.size
    if chunk:
        yield chunk


def _work(pipe: "Connection[object, Sequence[Source]]", analyse: Callable[[Source], object]) -> None:
    """Analyse what comes through ``pipe`` until it is closed."""
    _leave_signals_to_the_parent()
    try:
        while True:
            for source in pipe.recv():
                pipe.send(analyse(source))
    except (EOFError, OSError):
        return


def _leave_signals_to_the_parent() -> None:
    """Leave Ctrl+C to the main process, and end with it however it ends."""
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()
