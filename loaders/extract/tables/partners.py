"""Rows about a country with which a thing is traded: 轮胎 - 贸易伙伴 | 出口量."""

from __future__ import annotations

import re

from loaders.extract.tables.sheet import Sheet
from loaders.things import Thing

_PARTNER = re.compile(
    r"(?P<what>.{2,16}?)\s*[-–—：:（(]?\s*(?:主要|十大|前\S{1,2}大)?"
    r"(?:贸易伙伴|出口国家?|进口国家?|来源国家?|来源地|目的地|目的国)[）)]?"
)
_INTO, _OUT = re.compile(r"进口|来源"), re.compile(r"出口|目的")


def traded(sheet: Sheet, label: int, who: tuple[Thing, ...], metric: str) -> tuple[Thing, str]:
    """What a row about a country measures: the thing of its header, and the metric with where.

    Gives back the country and the metric where the header names no thing.
    """
    header = sheet.table.columns[label].header.strip()
    m = _PARTNER.fullmatch(header) if who[0].cls == "Place" else None
    thing = sheet.subjects.read(m.group("what")).thing if m else None
    if thing is None:
        return who[0], metric
    every = " ".join(c.header for c in sheet.table.columns)
    goes = "对" if _OUT.search(header) or (_OUT.search(every) and not _INTO.search(every)) else "从"
    return thing, f"{goes}{who[0].name}{metric}"
