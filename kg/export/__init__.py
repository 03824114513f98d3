"""Files made from the store, one module a format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.store import Store

# A format's module has `lines(store)`: the lines of the file, without their ends.
FORMATS = {
    "cypher": "kg.export.cypher",
    "graphml": "kg.export.graphml",
    "jsonl": "kg.export.jsonl",
    "jsonld": "kg.export.jsonld",
    "nq": "kg.export.nq",
    "ttl": "kg.export.ttl",
}


def exporter(name: str) -> Callable[[Store], Iterator[str]]:
    """The function that writes a format of FORMATS, imported only now."""
    lines: Callable[[Store], Iterator[str]] = import_module(FORMATS[name]).lines
    return lines


def write(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a file, all of them or none. Raises AtlasError where that cannot be."""
    from kg.errors import AtlasError

    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
        unfinished.replace(path)
    except OSError as error:
        raise AtlasError(f"cannot write {path}: {error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)
