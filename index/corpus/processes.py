"""Analyses files in other processes, and hands over each file as soon as it is done.

The standard library's pools cannot do this: `multiprocessing.Pool` waits for ever for the answer of a process that was
killed, and `ProcessPoolExecutor` cannot be left while a file is under way, which may take a minute.
"""

import os
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import redirect_stderr, suppress
from multiprocessing import get_context, resource_tracker
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from index.reading import Source

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

CHUNK = 8
"""Files handed to a process at a time: many enough that the way there and back costs little."""

CHUNK_BYTES = 50_000
"""Bytes handed to a process at a time: a long file goes alone, and after the short ones."""

BATCHES_AHEAD = 8
"""Chunks of answers that may wait while those before are stored."""

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

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.terminate()
        self._process.join()

    def close(self) -> None:
        """Close the pipe, when nobody waits for it any more."""
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
    # Bounded, so that answers nobody has taken yet do not pile up in memory.
    answers: Queue[tuple[Source, T] | WorkerLostError] = Queue(BATCHES_AHEAD * CHUNK)
    workers: list[_Worker[T]] = []
    threads: list[Thread] = []
    left = len(sources)
    try:
        for _ in range(min(os.cpu_count() or 1, len(chunks))):
            workers.append(_Worker(analyse))
            threads.append(Thread(target=_drive, args=(workers[-1], chunks, answers), daemon=True))
            threads[-1].start()
        while left:
            try:
                answer = answers.get(timeout=WAIT_SECONDS)
            except Empty:
                if slow := _longest(workers):
                    reading(slow)
                yield None
                continue
            if isinstance(answer, WorkerLostError):
                raise answer
            left -= 1
            yield answer
    finally:
        _end(chunks, workers, threads, answers)


def _longest(workers: Sequence[_Worker[T]]) -> str | None:
    """Return the id of the file that is under way for the longest time."""
    # Copied first, for the threads take files out meanwhile.
    busy = [(worker.since, source.id) for worker in workers for source in list(worker.under_way)[:1]]
    return min(busy)[1] if busy else None


def _drive(
    worker: _Worker[T], chunks: deque[list[Source]], answers: "Queue[tuple[Source, T] | WorkerLostError]"
) -> None:
    """Give a worker files as long as there are some, and take its answers as soon as they come."""
    try:
        while True:
            try:
                chunk = chunks.popleft()
            except IndexError:
                return
            worker.give(chunk)
            for _ in chunk:
                answers.put(worker.take())
    except WorkerLostError as problem:
        answers.put(problem)


def _end(
    chunks: deque[list[Source]], workers: Sequence[_Worker[T]], threads: Sequence[Thread], answers: "Queue[Any]"
) -> None:
    """End the processes and then the threads, which may wait for room or for an answer."""
    chunks.clear()
    for worker in workers:
        worker.stop()
    for thread in threads:
        while thread.is_alive():
            with suppress(Empty):
                answers.get_nowait()
            thread.join(0.01)
    for worker in workers:
        worker.close()


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

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()
