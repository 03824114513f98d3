"""The questions that come with chainatlas: one file each, described in its first comment.

The head of a file, its comment marks (`//` or `#`) left out:

    zh: 一家公司的供应商，逐层
    en: The suppliers of a company, tier by tier
    param: company Company "比亚迪" whose suppliers
    column: tier how many steps upstream
    example: kg query suppliers -p company=宁德时代

A parameter has a name, a type (of kg.cypher.parameters, or a class of the ontology for the name
of such a thing), its default as JSON, and what it means.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kg.content import folder
from kg.errors import QueryError, UnknownQuery

SUFFIXES = (".cypher", ".rq")
_HEAD = re.compile(r"^(?://|#)\s?(zh|en|param|column|example):\s*(.*?)\s*$")
_COMMENT = re.compile(r"^(?://|#|\s*$)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be told."""

    name: str
    type: str
    default: Any
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what its head says; a file without a head has no more than its text."""

    name: str
    text: str
    zh: str = ""
    en: str = ""
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    examples: tuple[str, ...] = ()
    described: bool = False

    @property
    def is_sparql(self) -> bool:
        """Whether it asks the RDF graph."""
        return self.name.endswith(".rq")


def questions() -> list[Question]:
    """All of them, by name."""
    return [read(path, name) for name, path in sorted(_files().items())]


def _files() -> dict[str, Path]:
    paths = [path for path in folder("queries").iterdir() if path.suffix in SUFFIXES]
    # the Cypher one is meant where nothing is said
    return {path.name.removesuffix(".cypher"): path for path in paths}


def find(name: str) -> Question:
    """The question of that name, or the one in that file. Raises UnknownQuery, QueryError."""
    files = _files()
    if name in files or name.removesuffix(".cypher") in files:
        short = name if name in files else name.removesuffix(".cypher")
        return read(files[short], short)
    if _is_file(name):
        return read(Path(name), Path(name).name)
    near = get_close_matches(name[:80], files, n=3, cutoff=0.5)
    hint = f"; the nearest: {', '.join(near)}" if near else ""
    raise UnknownQuery(
        f"there is no query and no file {name[:80]!r}{hint}. `kg queries` lists the library"
    )


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        # too long for a path, or with a NUL in it
        return False


def read(path: Path, name: str) -> Question:
    """The question in a file. Raises QueryError where it cannot be read or its head is wrong."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise QueryError(f"cannot read {path}: {error}") from error
    return parse(text, name)


def parse(text: str, name: str) -> Question:
    """The question in a text."""
    said: dict[str, list[str]] = {}
    for line in text.splitlines():
        if not _COMMENT.match(line):
            break
        if found := _HEAD.match(line):
            said.setdefault(found[1], []).append(found[2])
    columns = (column.partition(" ") for column in said.get("column", ()))
    return Question(
        name, text.strip().removesuffix(";"), said.get("zh", [""])[0], said.get("en", [""])[0],
        tuple(_parameter(line, name) for line in said.get("param", ())),
        tuple((column, meaning.strip()) for column, _, meaning in columns),
        tuple(said.get("example", ())), bool(said),
    )  # fmt: skip


def _parameter(line: str, name: str) -> Parameter:
    key, type, rest = [*line.split(None, 2), "", "", ""][:3]
    try:
        default, end = json.JSONDecoder().raw_decode(rest)
    except ValueError as error:
        raise QueryError(
            f"{name}: the head says `param: {line}`; it takes a name, a type, a default as JSON "
            "and a meaning"
        ) from error
    return Parameter(key, type, default, rest[end:].strip())
