"""Where reports come from: files, folders, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.content import folder
from kg.errors import ReportTooLarge, UnreadableReport

SUFFIXES = (".htm", ".html", ".md", ".txt")
STANDARD_INPUT = "-"
LARGEST = 20_000_000


@dataclass(frozen=True)
class Source:
    """A report that is still to be read; without `path` it comes from standard input."""

    name: str
    path: Path | None = None

    def data(self) -> bytes:
        """Its bytes. Raises ReportTooLarge over LARGEST bytes, UnreadableReport."""
        try:
            # never more than is needed to tell that it is too much
            if self.path is None:
                data, size = sys.stdin.buffer.read(LARGEST + 1), 0
            else:
                with self.path.open("rb") as file:
                    data, size = file.read(LARGEST + 1), self.path.stat().st_size
        except IsADirectoryError:
            kinds = " ".join(SUFFIXES)
            raise UnreadableReport(f"{self.path}: no report in this folder ({kinds})") from None
        except OSError as error:
            raise UnreadableReport(f"{self.path or 'stdin'}: {error.strerror}") from error
        if len(data) > LARGEST:
            megabytes = max(size, len(data)) / 1e6
            raise ReportTooLarge(
                f"{self.name}: {megabytes:.0f} MB, and a report has at most {LARGEST / 1e6:.0f}: "
                "cut it into its chapters"
            )
        return data


def sources(paths: Iterable[str | Path]) -> list[Source]:
    """The reports that these paths mean, each once: a folder means all reports under it.

    No path means the examples that come with chainatlas. A path that leads nowhere is found out
    when its data are asked for.
    """
    paths = list(paths) or [folder("seeds") / "reports"]
    return list(dict.fromkeys(source for path in paths for source in _at(path)))


def _at(path: str | Path) -> list[Source]:
    if path == STANDARD_INPUT:
        return [Source("standard-input.txt")]
    path = Path(path)
    if not path.is_dir():
        return [Source(path.name, path)]
    found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    return [Source(file.name, file) for file in found] or [Source(path.name, path)]
