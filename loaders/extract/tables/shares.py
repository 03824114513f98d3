"""Where the links of a chain are at home: `Lidar | Norvik, Lund | Japan ~70%`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.figures.numbers import quantities
from loaders.extract.tables.grid import Grid, Record, empty
from loaders.extract.tables.segments import segments
from loaders.extract.tables.works import fields
from loaders.things import Claim, Draft, Mention, Number, Thing

_SHARE = re.compile(r"(?:share|份额|占比|格局|主导国家|主导地区)$", re.IGNORECASE)
# what may stand between the places of a cell and their shares
_BETWEEN = re.compile(
    r"[\s~≈约>,，、/;；和及与&]*(?:and)?\s*(?:[\d.]+\+?%)?\s*(?:[（(][^（）()]*[)）])?[\s,，、/;；]*"
)
_LINKS = ("layer", "technology", "industry", "name")


def read(document: Document, table: Grid) -> Iterator[Draft]:
    """The places that a column of shares gives for the link of each line, and their shares."""
    column = next((i for i, c in enumerate(table.columns) if _SHARE.search(c.header)), None)
    link = table.first(*_LINKS)
    if column is None or link is None or table.turned:
        return
    for record in table.records:
        named = segments(record.cells[link].value)
        if len(named) == 1 and not empty(record.cells[column].value):
            yield from _shared(document, record, column, fields(document, named[0])[0])


def _shared(document: Document, record: Record, column: int, link: Thing) -> Iterator[Draft]:
    """The places of one cell, where it holds nothing else but their shares."""
    cell, text = record.cells[column].value, record.evidence[column]
    places = [m for m in document.gazetteer.find(cell) if m.thing.cls == "Place"]
    if not places or places[0].start:
        return
    behind = [_behind(cell, places, i) for i in range(len(places))]
    if not all(map(_BETWEEN.fullmatch, behind)):
        return
    for place, rest in zip(places, behind, strict=True):
        yield Claim(link, "LOCATED_IN", place.thing, text, "table:share")
        for q in [q for q in quantities(rest, []) if q.share][:1]:
            metric = f"share of {link.name}"
            yield Number("observation", place.thing, metric, q.value, q.unit, text, "figure:table")


def _behind(cell: str, places: list[Mention], i: int) -> str:
    """What stands between a place and the next one."""
    return cell[places[i].end : places[i + 1].start if i + 1 < len(places) else len(cell)]
