"""Tables of financing rounds, listings and takeovers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Modality
from loaders.blocks import Block, Text
from loaders.document import Document
from loaders.extract import deals as prose
from loaders.extract.deals.compact import compact
from loaders.extract.deals.dates import date
from loaders.extract.deals.investors import Investor, investors
from loaders.extract.deals.passage import Passage, about
from loaders.extract.deals.rounds import rounds
from loaders.extract.figures.numbers import quantities
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid, Record, empty
from loaders.extract.tables.items import items
from loaders.things import Claim, Draft, Finance, Number, Thing

METHOD = "deal:table"
_FUNDING = re.compile(r"融资|募资|\bfunding|\braised|financing", re.IGNORECASE)
# the sum of all rounds is none of them
_TOTAL = re.compile(r"\W*(?:total|cumulative|all rounds|合计|总计|累计)", re.IGNORECASE)
_TAKEN = re.compile(r"收购|受让|控股|并购|合并")
_STORY = re.compile(r"[，。；]|^.{15,}")
_UNTOLD = re.compile(r"未披露|未公布|未知|undisclosed", re.IGNORECASE)
_MARK = re.compile(r"[\n●•]+|(?<=[。；;])|\s·|^·")


@dataclass(frozen=True)
class Row:
    """What one record says of a deal, by role, and the text that is its evidence."""

    company: Thing
    text: Text
    cells: dict[str, Text]

    def said(self, role: str) -> str | None:
        """What stands under a role; nothing where the cell says nothing."""
        cell = self.cells.get(role)
        if cell is None or empty(cell.value) or _UNTOLD.search(cell.value):
            return None
        return cell.value.strip()


def told_by(table: Grid) -> bool:
    """Whether a table tells deals rather than figures: rounds or investors by name."""
    return bool(table.every("round", "investors"))


def read(document: Document, table: Grid) -> Iterator[Draft]:
    """The deals of every record, and who invests in whom."""
    columns = _columns(table)
    if not columns.keys() & {"round", "investors", "funding"} or table.turned:
        return
    who = table.first("company", "supplier")
    owner = (
        about(document, table.block)
        if who is None and columns.keys() & {"round", "investors"}
        else None
    )
    for record in table.records:
        company = _company(document, record, who) if who is not None else owner
        if company:
            cells = {role: record.cells[i] for role, i in columns.items()}
            yield from _of_row(document, Row(company, record.evidence[who or 0], cells))


def attributes(document: Document, block: Block) -> Iterator[Draft]:
    """A table that lists what is known of one company: `天使轮 | 1,400万美元（2024年8月）`."""
    rows = block.table.rows if block.table else ()
    if not rows or len(rows[0]) != 2:
        return
    owner = about(document, block)
    for name, value in rows if owner else ():
        if owner and not empty(value.value):
            text = Text.join((name, value), "\t")
            yield from compact(document, owner, value.value, text, name=name.value.strip())


def _columns(table: Grid) -> dict[str, int]:
    """The column of each role; `funding` is one that sums up how a company is financed."""
    out: dict[str, int] = {}
    for i, column in enumerate(table.columns):
        role = column.role
        if role not in ("time", "amount", "investors", "company", "round") and _FUNDING.search(
            column.header
        ):
            role = "funding"
        out.setdefault(role, i)
    return out


def _company(document: Document, record: Record, column: int) -> Thing | None:
    cell = record.cells[column].value
    if named := things(document, cell, "Company", "Institution"):
        return named[0][0]
    # a deal is a company's: 七彩机器人 is one here, though it reads like a kind of robot
    found = items(cell)
    return (
        document.gazetteer.named(found[0].name, "Company", "Institution")
        if len(found) == 1
        else None
    )


def _of_row(document: Document, row: Row) -> Iterator[Draft]:
    if _TOTAL.match(row.said("round") or ""):
        yield from _total(row)
        return
    for role in ("funding", "round"):
        words = row.said(role)
        if words and (role == "funding" or _STORY.search(words)):
            yield from _story(document, row, role)
            return
    if not any(row.said(role) for role in ("round", "amount", "investors")):
        return
    yield from _plain(document, row)
    told = row.cells.get("investors")
    if told is not None and _TAKEN.search(told.value):
        passage = _passage(document, row, told)
        # the row itself is the deal
        yield from (d for d in prose.of_passage(passage, rounds(passage)) if isinstance(d, Claim))


def _total(row: Row) -> Iterator[Number]:
    """What a company has raised in all its rounds."""
    for q in quantities(row.said("amount") or "", [])[:1]:
        metric = (row.said("round") or "").strip("* ").lower()
        yield Number("observation", row.company, metric, q.value, q.unit, row.text, METHOD)


def _story(document: Document, row: Row, role: str) -> Iterator[Draft]:
    """A cell that tells its deals in words."""
    cell = row.cells[role]
    if re.search(r"[完获提递][成得交]|备案|获", cell.value):
        at = 0
        for m in (*_MARK.finditer(cell.value), None):
            end = m.start() if m else len(cell.value)
            if cell.value[at:end].strip():
                yield from prose.told(_passage(document, row, cell.part(at, end)))
            at = m.end() if m else end
    else:
        yield from compact(document, row.company, cell.value, row.text)


def _passage(document: Document, row: Row, cell: Text) -> Passage:
    mentions = tuple(document.gazetteer.find(cell.value))
    return Passage(
        document, cell, mentions, (row.company,), date(row.said("time") or "", document.report.date)
    )


def _plain(document: Document, row: Row) -> Iterator[Draft]:
    """A row whose cells are a round's attributes."""
    when = date(row.said("time") or "", document.report.date)
    backers = investors(document, row.said("investors") or "")
    name, amount = prose.round_and_amount(row.said("round"), row.said("amount"))
    yield Finance(
        row.company,
        row.text,
        METHOD,
        round=name,
        date=when,
        amount=amount,
        investors=tuple(b.thing for b in backers),
        leads=tuple(b.thing for b in backers if b.lead),
        valuation=row.said("valuation"),
    )
    for backer in backers:
        yield Claim(
            backer.thing,
            "INVESTS_IN",
            row.company,
            row.text,
            METHOD,
            Modality.ASSERTED,
            _qualifiers(backer, name, when, amount),
        )


def _qualifiers(
    backer: Investor, name: str | None, when: str | None, amount: str | None
) -> dict[str, str]:
    said = {
        "round": backer.round or name,
        "date": when,
        "amount": amount,
        "lead": "true" if backer.lead else None,
    }
    return {k: v for k, v in said.items() if v}
