"""A real terminal for the installed command: a pty, the bytes that came out of it, and the screen they make."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

COMMAND = Path(sys.executable).with_name("rednote-tui")
PATIENCE = 30.0
"""Seconds until an awaited screen counts as never coming; only a failing test waits that long."""

QUESTIONS = re.compile(rb"\x1b\[[?>][\d;]*m")
"""Questions about the keyboard, which pyte takes for colours and stumbles over."""

KEYS = {
    "Enter": "\r",
    "Escape": "\x1b",
    "Tab": "\t",
    "Space": " ",
    "Down": "\x1b[B",
    "Up": "\x1b[A",
    "Backspace": "\x7f",
    "Control-C": "\x03",
}


class Terminal:
    """The command running in a terminal of a given size."""

    def __init__(
        self, arguments: Sequence[object], environment: Mapping[str, str], size: tuple[int, int] = (120, 36)
    ) -> None:
        self.columns, self.rows = size
        self.screen = pyte.Screen(self.columns, self.rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, self.columns, 0, 0))
        self.attributes_before = termios.tcgetattr(self._slave)
        self.process = subprocess.Popen(
            [str(COMMAND), *map(str, arguments)],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env={**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"},
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)
        os.close(self._slave)

    @property
    def text(self) -> str:
        """What a person sees."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def attributes(self) -> list[object]:
        """How the terminal is set up now."""
        return list(termios.tcgetattr(self._slave))

    def press(self, *keys: str) -> None:
        """Send keys by name, or text as it is."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())

    def press_quickly(self, *keys: str) -> None:
        """Send keys one after the other as fast as a person types, much faster than Textual's own wait for Alt."""
        for key in keys:
            self.press(key)
            select.select([], [], [], 0.05)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as a person dragging its window does."""
        self.columns, self.rows = columns, rows
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process.send_signal(signal.SIGWINCH)

    def until(self, *wanted: str, gone: str = "") -> str:
        """Read until every text stands on the screen, and ``gone`` does not; return the screen."""
        deadline = time.monotonic() + PATIENCE
        while not (all(text in self.text for text in wanted) and not (gone and gone in self.text)):
            if not self._read(deadline):
                raise AssertionError(f"{wanted} (without {gone!r}) never came; the screen is\n{self.text}")
        return self.text

    def leave(self) -> int:
        """Read until the command has ended; return its exit status."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            if not self._read(deadline) and time.monotonic() > deadline:
                raise AssertionError(f"the command does not end; the screen is\n{self.text}")
        while self._read(time.monotonic() + 0.1):
            pass
        return self.process.returncode

    def take_in(self) -> None:
        """Read what the command has written by now."""
        while select.select([self._master], [], [], 0)[0] and self._read(time.monotonic() + 0.1):
            pass

    def _read(self, deadline: float) -> bool:
        """Take in what the command wrote; False when nothing came until ``deadline``, or the command is gone."""
        wait = min(0.2, deadline - time.monotonic())
        while wait > 0:
            ready, _, _ = select.select([self._master], [], [], wait)
            if ready:
                data = os.read(self._master, 65536)
                self.raw += data
                try:
                    self._stream.feed(QUESTIONS.sub(b"", data))
                except TypeError:
                    # A sequence that another cuts short, as where an editor takes over, is too much for pyte.
                    self._stream = pyte.ByteStream(self.screen)
                return True
            if self.process.poll() is not None:
                return False
            wait = min(0.2, deadline - time.monotonic())
        return False
