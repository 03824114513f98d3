"""Tables of financing rounds, listings and takeovers."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Modality
from loaders.document import Document
from loaders.extract.deals.dates import date
from loaders.extract.deals.investors import Investor, investors
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid, Record, empty
from loaders.things import Claim, Draft, Finance, Thing

METHOD = "deal:table"


def told_by(table: Grid) -> bool:
    """Whether a table tells deals: rounds or investors beside a column of companies."""
    company = table.first("company", "name") is not None
    return company and bool(table.every("round", "investors"))


def read(document: Document, table: Grid) -> Iterator[Draft]:
    """The deals of every record, and who invests in whom."""
    who = table.first("company", "name")
    if who is None:
        return
    for record in table.records:
        named = things(document, record.cells[who].value, "Company", "Institution")
        if named:
            yield from _of_record(document, table, record, named[0][0])


def _of_record(document: Document, table: Grid, record: Record, company: Thing) -> Iterator[Draft]:
    cells = {role: _cell(table, record, role) for role in ("round", "time", "amount", "valuation", "investors")}
    when = date(cells["time"] or "", document.report.date)
    backers = investors(document, cells["investors"] or "")
    text = record.evidence[0]
    yield Finance(
        company, text, METHOD, round=cells["round"], date=when, amount=cells["amount"],
        investors=tuple(b.thing for b in backers), leads=tuple(b.thing for b in backers if b.lead),
        valuation=cells["valuation"],
    )
    for backer in backers:
        yield Claim(backer.thing, "INVESTS_IN", company, text, METHOD, Modality.ASSERTED,
                    _qualifiers(backer, cells, when))


def _cell(table: Grid, record: Record, role: str) -> str | None:
    """What a record says under a role; nothing for a cell that says nothing."""
    column = table.first(role)
    if column is None:
        return None
    value = record.cells[column].value.strip()
    return None if empty(value) or "未披露" in value else value


def _qualifiers(backer: Investor, cells: dict[str, str | None], when: str | None) -> dict[str, str]:
    said = {
        "round": backer.round or cells["round"],
        "date": when,
        "amount": cells["amount"],
        "lead": "true" if backer.lead else None,
    }
    return {k: v for k, v in said.items() if v}
