"""One line that moves while something takes long; nothing where nobody watches."""

from __future__ import annotations

import sys
from types import TracebackType


class Progress:
    """Counts steps on a terminal's standard error and wipes its line when done."""

    def __init__(self, total: int, label: str) -> None:
        self.total, self.label, self.done = total, label, 0
        self.shown = sys.stderr.isatty() and total > 1

    def step(self, name: str) -> None:
        """Say that one more is done, and which."""
        self.done += 1
        if self.shown:
            sys.stderr.write(f"\r\x1b[K{self.label} {self.done}/{self.total} {name[:50]}")
            sys.stderr.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
