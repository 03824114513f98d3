"""Where the data folders are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Folder = Literal["ontology", "queries", "seeds"]

_PACKAGE = Path(__file__).resolve().parent


def folder(name: Folder) -> Path:
    """The folder of that name, as a path that exists.

    The wheel's copy is looked for first: beside an installed package, a folder called
    `seeds` could be anybody's.
    """
    packed = _PACKAGE / "_content" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
