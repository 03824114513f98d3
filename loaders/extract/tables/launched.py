"""When whose products came or come: 厂商 | HX3 | HX4, with a date in each cell."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Modality
from loaders.concepts import model_like
from loaders.document import Document
from loaders.extract.figures.periods import Period, periods
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid, empty
from loaders.things import CONCEPTS, Claim

# what may stand beside a date: 量产, 预计
_BESIDE = 4


def claims(document: Document, table: Grid) -> Iterator[Claim]:
    """That the maker of a row makes what stands above a date, or plans to."""
    maker = table.first("company")
    # in a report without a date, nobody knows what is still to come
    if maker is None or table.turned or not document.clock.year:
        return
    for i, column in enumerate(table.columns):
        name = column.header.strip("* ")
        if column.role == "year" or not model_like(name):
            continue
        told = [r for r in table.records if not empty(r.cells[i].value)]
        dates = [when for r in told if (when := _date(r.cells[i].value))]
        if not told or len(dates) < len(told):
            continue
        product = document.gazetteer.named(name, "Product", *CONCEPTS)
        for record, when in zip(told, dates, strict=True):
            planned = document.clock.forecast(when, document.clock.unfinished(when))
            how = Modality.PLANNED if planned else Modality.ASSERTED
            for who, _ in things(document, record.cells[maker].value, "Company"):
                yield Claim(who, "PRODUCES", product, record.evidence[i], "table:launched", how)


def _date(cell: str) -> Period | None:
    """The date that a cell is, with at most a word beside it."""
    found = periods(cell)
    alone = len(found) == 1 and len(cell.strip()) - (found[0].end - found[0].start) <= _BESIDE
    return found[0] if alone else None
