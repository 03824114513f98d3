"""Read the example reports into a store of their own and ask it: `make demo`.

The answers are tables, as on a terminal, wherever the output goes.
"""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

STORE = Path(__file__).resolve().parents[1] / "build" / "demo.db"
QUESTIONS = (
    ("load",),
    ("upstream", "比亚迪"),
    ("downstream", "英伟达", "--depth", "1", "--limit", "5"),
    ("path", "HBM", "存储层级"),
    ("forecasts", "量子科技"),
)
COLUMNS = "120"
CHUNK = 65536


def main() -> None:
    """Show each command and what it answers; the exit code is that of the first that fails."""
    STORE.parent.mkdir(exist_ok=True)
    for old in STORE.parent.glob(f"{STORE.name}*"):
        # beside the store stands the folder of the graph engine, once a query was asked
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for words in QUESTIONS:
        print(f"$ kg {' '.join(words)}", flush=True)
        if code := _ask(words):
            sys.exit(code)
        print(flush=True)


def _ask(words: tuple[str, ...]) -> int:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "kg", "--store", str(STORE), *words],
        stdout=theirs,
        stderr=subprocess.PIPE,
        env={"COLUMNS": COLUMNS, **os.environ},
    ) as kg:
        os.close(theirs)
        for piece in _read(ours):
            sys.stdout.buffer.write(piece.replace(b"\r\n", b"\n"))
        os.close(ours)
        # What is said beside the answer is said last.
        sys.stdout.buffer.write(kg.stderr.read() if kg.stderr else b"")
    return kg.returncode


def _read(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(terminal, CHUNK)
        except OSError:  # Linux says so when the other end is closed; others read nothing
            return
        if not piece:
            return
        yield piece


if __name__ == "__main__":
    main()
