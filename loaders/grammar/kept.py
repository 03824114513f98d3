"""What the grammar is compiled to, kept between runs in the user's cache folder.

Compiling the regular expressions of the grammar takes the better part of a second, taking up
what they were compiled to a few hundredths. Nothing depends on it: where the folder cannot be
written, or holds what an older grammar or another Python left, all is made again.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

# what a kept value is known by: its kind and what it was made from
Key = tuple[str | int, ...]


class Kept:
    """Values by what they were made from, in a file; those of another stamp are forgotten."""

    def __init__(self, file: Path, stamp: object) -> None:
        self._file = file
        self._stamp = stamp
        self._values = self._read()
        self._grown = False

    def value(self, key: Key, make: Callable[[], Any]) -> Any:
        """The value kept under `key`, or what `make` makes of it; plain data only."""
        if key not in self._values:
            self._values[key] = make()
            self._grown = True
        return self._values[key]

    def save(self) -> None:
        """Write what is new beside the old; where that is not allowed nothing is kept."""
        if not self._grown:
            return
        self._grown = False
        told: Any = (self._stamp, self._values)
        # another process may be reading the file, or writing its own
        part = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(marshal.dumps(told))
            part.replace(self._file)

    def _read(self) -> dict[Key, Any]:
        # a file cut short is as good as none: its values are made again
        with suppress(OSError, EOFError, ValueError, TypeError):
            stamp, values = marshal.loads(self._file.read_bytes())
            if stamp == self._stamp:
                return dict(values)
        return {}


@cache
def kept() -> Kept:
    """What is kept of this grammar."""
    return Kept(_caches() / "chainatlas" / "grammar", _stamp())


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression compiled, as `re.compile` does, from its kept code where there is some."""
    try:
        make = import_module("_sre").compile
        every, code, groups, by_name, names = kept().value(
            ("pattern", source, int(flags)), lambda: _code(source, flags)
        )
    except (ImportError, AttributeError):
        # another Python has another machine for its patterns
        return re.compile(source, flags)
    pattern: re.Pattern[str] = make(
        source, every, array("I", code).tolist(), groups, by_name, names
    )
    return pattern


def _code(
    source: str, flags: int
) -> tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]:
    """What CPython's `re` hands to its matcher: flags, code, and the groups by number and name."""
    parsed = import_module("re._parser").parse(source, flags)
    code: list[int] = import_module("re._compiler")._code(parsed, flags)
    by_name: dict[str, int] = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in by_name.items():
        names[number] = name
    return (
        int(flags | parsed.state.flags),
        array("I", code).tobytes(),
        parsed.state.groups - 1,
        by_name,
        tuple(names),
    )


def _caches() -> Path:
    """The user's cache folder; one that cannot be written where a user has no home."""
    if told := os.environ.get("XDG_CACHE_HOME"):
        return Path(told)
    try:
        return Path.home() / ".cache"
    except RuntimeError:
        return Path(os.devnull)


def _stamp() -> tuple[Any, ...]:
    """What a kept value depends on beside its key: this Python and the files of the grammar."""
    files = sorted(Path(__file__).parent.glob("*.*"))
    told = ((file.name, file.stat()) for file in files)
    return (sys.version, *((name, stat.st_size, stat.st_mtime_ns) for name, stat in told))
