"""The places that a cell names: `美国加州硅谷` names three, `瑞士、日本` two."""

from __future__ import annotations

import re

from loaders.document import Document
from loaders.grammar.patterns import pattern
from loaders.things import Thing

_MARKS = re.compile(r"[、，,；;/\s·（）()\-–—]+|和|与|及")

# 中国（台湾）: one place, with the country it is counted to
_PART = re.compile(r"([\u4e00-\u9fff]{2,4})[（(]([\u4e00-\u9fff]{2,4})[)）]")
# a town that nobody knows
_TOWN = re.compile(r"[A-Z][a-z]{2,}(?: [A-Z][a-z]+){0,2}")


def places(document: Document, cell: str) -> list[Thing]:
    """The places of a cell, those too that nobody knows and that stand behind their country."""
    if m := _PART.fullmatch(cell.strip()):
        whole = document.gazetteer.known("".join(m.groups()))
        if whole is not None and whole.cls == "Place":
            return [whole]
    found = [m for m in document.gazetteer.find(cell) if m.thing.cls == "Place"]
    if not found and _TOWN.fullmatch(cell.strip()) and document.gazetteer.known(cell) is None:
        return [document.gazetteer.named(cell.strip(), "Place")]  # a column of places names it
    out = [m.thing for m in found]
    for i, place in enumerate(found):
        end = found[i + 1].start if i + 1 < len(found) else len(cell)
        rest = _MARKS.split(cell[place.end : end])[0]
        if pattern("cells", "town").fullmatch(rest):
            out.append(document.gazetteer.named(rest, "Place"))
    return out
