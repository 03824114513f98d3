"""Tables of takeovers: who buys whom, for how much and what share, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Modality
from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.deals.dates import date
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid, Record, empty, line
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.things import Claim, Draft, Finance, Thing

METHOD = "deal:takeovers"


def told_by(table: Grid) -> bool:
    """Whether a table has a column of buyers and one of what they buy."""
    return not table.turned and None not in _sides(table)


def read(document: Document, table: Grid) -> Iterator[Draft]:
    """The takeover of every record, as a relation and as a deal."""
    buyer, target = _sides(table)
    if buyer is None or target is None:
        return
    for record in table.records:
        buyers = [thing for thing, _ in things(document, record.cells[buyer].value, "Company")]
        for bought, _ in things(document, record.cells[target].value, "Company"):
            if len(buyers) == 1 and buyers[0].id != bought.id and not _person(buyers[0].name):
                yield from _told(document, table, record, buyers[0], bought)


def _person(name: str) -> bool:
    """Whether a cell names somebody by what he is to a company: 甲创始人."""
    return pattern("headers", "person").search(name) is not None


def _told(
    document: Document, table: Grid, record: Record, buyer: Thing, bought: Thing
) -> Iterator[Draft]:
    text = line(record.cells)
    how = _how(text)
    when = date(_said(table, record, "when") or "", document.report.date)
    amount = _said(table, record, "price")
    told = {"stake": _said(table, record, "stake"), "date": when, "amount": amount}
    qualifiers = {name: value for name, value in told.items() if value}
    yield Claim(buyer, "ACQUIRES", bought, text, METHOD, how, qualifiers)
    yield Finance(
        bought,
        text,
        METHOD,
        round="收购",
        date=when,
        amount=amount,
        investors=(buyer,),
        modality=how,
    )


def _sides(table: Grid) -> tuple[int | None, int | None]:
    """The columns of buyers and of what they buy; 标的 is bought only beside a buyer."""
    buyer, target = table.first("acquirer"), table.first("target")
    priced = any(pattern("headers", "priced").search(c.header) for c in table.columns)
    if buyer is None and (target is not None or priced):
        buyer = table.first("customer")
    if target is None and priced:
        named = (i for i in table.every("company") if table.columns[i].header.startswith("标的"))
        target = next(named, None)
    return buyer, target


def _said(table: Grid, record: Record, what: str) -> str | None:
    """What stands in the column whose header is of a kind: price, stake or when."""
    for column, cell in zip(table.columns, record.cells, strict=True):
        if pattern("headers", f"takeover_{what}").search(column.header) and not empty(cell.value):
            return cell.value.strip()
    return None


def _how(text: Text) -> Modality:
    """How a row means it: where a cell says that it was called off, or is to come."""
    if pattern("deals", "takeovers_off").search(text.value):
        return Modality.DENIED
    return modality(text.value, 0, len(text.value))
