"""A bar on stderr for long tasks: drawn only for a person at a terminal, silent in a pipe."""

import sys
import time
from types import TracebackType
from typing import Self, TextIO

from vedette.show.table import clean, terminal_width

EVERY = 0.1
LENGTH = 24


class Progress:
    """`with Progress() as progress: progress("reading", done, total)`; total 0 means not known yet."""

    def __init__(self, *, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.is_shown = self.stream.isatty()
        self.drawn_at = 0.0
        self.has_line = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.wipe()

    def __call__(self, what: str, done: int, total: int) -> None:
        now = time.monotonic()
        if not self.is_shown or (now - self.drawn_at < EVERY and done != total):
            return
        self.drawn_at = now
        filled = LENGTH * min(done, total) // total if total else 0
        bar = f"{'█' * filled}{'░' * (LENGTH - filled)} {done}/{total}" if total else f"{done}"
        line = f"{clean(what)} {bar}"[: terminal_width() - 1]
        self.stream.write(f"\r\x1b[K{line}")
        self.stream.flush()
        self.has_line = True

    def wipe(self) -> None:
        """Takes the bar away, so that what follows begins on a clean line."""
        if self.has_line:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self.has_line = False
