"""Analyses files in other processes, and hands over each file as soon as it is done.

The standard library's pools cannot do this: `multiprocessing.Pool` waits for ever for the answer of a process that was
killed, and `ProcessPoolExecutor` cannot be left while a file is under way, which may take a minute.
"""

import os
import resource
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from queue import Empty, Queue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Generic, TypeVar, cast

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


READY = "ready"
"""What a process says first."""

IDLE_SECONDS = 10.0
"""How long a process without work waits for more before it ends: the next change of a file finds it ready."""

START_SECONDS = 120.0
"""How long a process may take to start."""

CPU_SECONDS, CPU_SECONDS_A_MEGABYTE = 30, 20
"""How long a file may be worked on, by its size: twice what the slowest honest one takes."""

PATIENCE = 8.0
"""How many times as long it may take by the clock, on a machine with much else to do."""

TOLD_TO_END = frozenset({-signal.SIGHUP, -signal.SIGINT, -signal.SIGTERM})
"""Exit codes of a process that was told to end, as when a terminal closes: that says nothing of the file."""

MEMORY_BYTES = 3_000_000_000
"""How much memory a process may take."""


class NoWorkersError(Exception):
    """No process can be started here."""


class _WorkerLostError(Exception):
    """A process ended before its work was done."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The answer for a file whose process ended, or was stopped, while it was under way."""

    overdue: bool
    """Whether it took too long."""
    seconds: int
    """The seconds of work it was allowed."""


def seconds_for(size: int) -> int:
    """Return the seconds of work that a file of ``size`` bytes is allowed."""
    return CPU_SECONDS + CPU_SECONDS_A_MEGABYTE * size // 1_000_000


class _Worker:
    """A process that analyses what it is sent, file by file."""

    def __init__(self) -> None:
        # A fork of a process with threads can hang, so the workers start afresh.
        _start_tracker()
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False
        self._overdue = False
        self.under_way: deque[Source] = deque()
        self.since = time.monotonic()

    def give(self, sources: Sequence[Source], analyse: Callable[[Source], object]) -> None:
        """Send it files; it must have none under way. Raises NoWorkersError when it did not start."""
        if not self._ready:
            try:
                self._ready = self.pipe.poll(START_SECONDS) and self.pipe.recv() == READY
            except (EOFError, OSError) as problem:
                raise NoWorkersError from problem
            if not self._ready:
                raise NoWorkersError
        self.under_way.extend(sources)
        self.since = time.monotonic()
        try:
            self.pipe.send((analyse, sources))
        except OSError as problem:
            raise _WorkerLostError from problem

    def take(self) -> tuple[Source, object]:
        """Return the next file that is done, and what it gave. Raises _WorkerLostError."""
        try:
            answer = self.pipe.recv()
        except (EOFError, OSError) as problem:
            raise _WorkerLostError from problem
        self.since = time.monotonic()
        return self.under_way.popleft(), answer

    def stop_if_overdue(self) -> None:
        """End the process when its file takes far too long by the clock."""
        waiting = next(iter(list(self.under_way)), None)
        if waiting is not None and time.monotonic() - self.since > PATIENCE * seconds_for(waiting.size):
            self._overdue = True
            self._process.kill()

    def ended(self) -> Lost | None:
        """Return why a lost process ended, for the file under way; None when it was not for what the file did."""
        self._process.join(WAIT_SECONDS * 10)
        code = self._process.exitcode
        size = self.under_way[0].size if self.under_way else 0
        return (
            None
            if code == 0 or code in TOLD_TO_END
            else Lost(self._overdue or code == -signal.SIGXCPU, seconds_for(size))
        )

    def is_alive(self) -> bool:
        """Return whether the process can be sent files."""
        return self._process.is_alive()

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        """Close the pipe, when nobody waits for it any more."""
        self._process.close()
        self.pipe.close()


class _Idle:
    """The processes that have nothing to do, kept for the next change of a file."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._workers: list[_Worker] = []

    def take(self) -> _Worker:
        """Return a process, a new one when none is left. Raises NoWorkersError."""
        with self._lock:
            while self._workers:
                worker = self._workers.pop()
                if worker.is_alive():
                    return worker
                worker.close()
        try:
            return _Worker()
        except (OSError, RuntimeError) as problem:
            raise NoWorkersError from problem

    def keep(self, worker: _Worker) -> None:
        """Keep a process that has nothing under way."""
        with self._lock:
            self._workers.append(worker)

    def stop(self) -> None:
        """End all that are kept."""
        with self._lock:
            for worker in self._workers:
                worker.stop()
                worker.close()
            self._workers.clear()


_idle = _Idle()


def stop_idle() -> None:
    """End the processes that wait for work; the program is about to end."""
    _idle.stop()


class _Crew(Generic[T]):
    """The processes that share the files of one call, each with a thread that hands it files and takes its answers."""

    def __init__(self, sources: Sequence[Source], analyse: Callable[[Source], T]) -> None:
        self._chunks = deque(_chunks(sources))
        self._analyse = analyse
        # Bounded, so that answers nobody has taken yet do not pile up in memory.
        self.answers: Queue[tuple[Source, T | Lost] | NoWorkersError] = Queue(BATCHES_AHEAD * CHUNK)
        self._stopping = False
        self._busy: dict[int, _Worker] = {}
        self._lock = Lock()
        count = min(os.cpu_count() or 1, len(self._chunks))
        self._threads = [Thread(target=self._drive, args=(number,), daemon=True) for number in range(count)]
        for thread in self._threads:
            thread.start()

    def longest(self) -> str | None:
        """Return the id of the file that is under way for the longest time; far too long a one is stopped."""
        with self._lock:
            workers = list(self._busy.values())
        for worker in workers:
            worker.stop_if_overdue()
        # Copied first, for the threads take files out meanwhile.
        busy = [(worker.since, source.id) for worker in workers for source in list(worker.under_way)[:1]]
        return min(busy)[1] if busy else None

    def end(self, *, done: bool) -> None:
        """End the processes that are busy, and then the threads, which may wait for room or for an answer.

        When all is ``done`` none is busy, and the processes are kept for the next time.
        """
        self._chunks.clear()
        if done:
            for thread in self._threads:
                thread.join()
        with self._lock:
            self._stopping = True
            for worker in self._busy.values():
                worker.stop()
        for thread in self._threads:
            while thread.is_alive():
                with suppress(Empty):
                    self.answers.get_nowait()
                thread.join(0.01)

    def _drive(self, number: int) -> None:
        try:
            while not self._stopping:
                try:
                    chunk = deque(self._chunks.popleft())
                except IndexError:
                    break
                while chunk and not self._stopping:
                    self._hand_over(number, chunk)
        except NoWorkersError as problem:
            self.answers.put(problem)
        except Exception as problem:
            # What cannot be sent at all; whoever waits for the answer must hear of it.
            self.answers.put(NoWorkersError(f"{type(problem).__name__}: {problem}"))
        finally:
            with self._lock:
                worker = self._busy.pop(number, None)
            if worker is not None:
                self._release(worker)

    def _hand_over(self, number: int, chunk: deque[Source]) -> None:
        """Have a process analyse files and take out those that are done; one that ends costs the file it was at."""
        with self._lock:
            if self._stopping:
                return
            worker = self._busy.get(number) or _idle.take()
            self._busy[number] = worker
        try:
            worker.give(list(chunk), self._analyse)
            while chunk:
                source, answer = worker.take()
                chunk.popleft()
                self.answers.put((source, cast("T", answer)))
        except _WorkerLostError:
            with self._lock:
                if self._stopping:
                    return
                del self._busy[number]
            lost = worker.ended()
            worker.stop()
            worker.close()
            if lost is not None:
                # It is not tried again: what ended one process would end the next.
                self.answers.put((chunk.popleft(), lost))

    def _release(self, worker: _Worker) -> None:
        """Keep a process that can go on working; close one that was stopped."""
        if worker.is_alive() and not worker.under_way and not self._stopping:
            _idle.keep(worker)
        else:
            worker.stop()
            worker.close()


def analysed_elsewhere(
    sources: Sequence[Source], analyse: Callable[[Source], T], reading: Callable[[str], None]
) -> Generator[tuple[Source, T | Lost] | None]:
    """Yield each file with what it gave as soon as it is done, in no order, and None now and then while nothing is.

    ``reading`` is told the id of the file that is under way for the longest time. A file that ends its process, or
    takes longer than `seconds_for` allows, gives Lost. Raises NoWorkersError when no process can be started.
    """
    crew = _Crew(sources, analyse)
    left = len(sources)
    try:
        while left:
            try:
                answer = crew.answers.get(timeout=WAIT_SECONDS)
            except Empty:
                if slow := crew.longest():
                    reading(slow)
                yield None
                continue
            if isinstance(answer, NoWorkersError):
                raise answer
            left -= 1
            yield answer
    finally:
        crew.end(done=not left)


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


def _work(pipe: "Connection[object, tuple[Callable[[Source], object], Sequence[Source]]]") -> None:
    """Analyse what comes through ``pipe`` until it is closed, or nothing has come for a while."""
    _leave_signals_to_the_parent()
    _limit_memory()
    try:
        pipe.send(READY)
        while pipe.poll(IDLE_SECONDS):
            analyse, sources = pipe.recv()
            for source in sources:
                _limit_time(seconds_for(source.size))
                pipe.send(analyse(source))
    except (EOFError, OSError):
        return


def _limit_memory() -> None:
    """Let what takes too much memory fail in this process, before the system ends others for it."""
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _limit_time(seconds: int) -> None:
    """Have the system end this process after so many more seconds of work, also amid a single call into C."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + 1 + seconds
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _leave_signals_to_the_parent() -> None:
    """Leave Ctrl+C to the main process, and end with it however it ends."""
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()
