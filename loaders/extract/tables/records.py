"""The records of a table, whichever way it is written."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.names import Names
from loaders.blocks import Block, Text
from loaders.concepts import model_like
from loaders.extract.tables import turned
from loaders.extract.tables.grid import Column, Grid, Record, empty, line
from loaders.extract.tables.headers import role_of
from loaders.extract.tables.items import items
from loaders.grammar import load
from loaders.grammar.patterns import pattern

# roles of headers that do not say what the column holds
_UNTOLD = ("metric", "name")
_SHORT = 2
_FEW, _NEARLY_ALL = 3, 0.75
_NAME = re.compile(r"[A-Z][A-Za-z0-9\-.]{1,15}(?: [A-Z\d][A-Za-z0-9\-.]{0,15}){0,3}")
_REMARK = re.compile(r"[（(][^（）()]*[)）]")
# roles of headers that may name a part
_GOODS = ("metric", "product", "technology")
# columns that say who; where there is none, competitors are whom the table is about
_WHO = ("company", "supplier", "customer", "product", "institution")


def grid(block: Block) -> Grid | None:
    """The records of a block's table, turned where its lines are attributes; None without any."""
    table = block.table
    if table is None or len(table.rows) < 2 or len(table.rows[0]) < 2:
        return None
    head, body = table.rows[: table.headers], table.rows[table.headers :]
    if not head or not body or _headed_by_names(head):
        return None
    if turned.lines_are_attributes(head, body):
        return turned.grid(block, (*head, *body))
    records = _records(body)
    return Grid(block, _columns(head, body), records) if records else None


def _records(body: tuple[tuple[Text, ...], ...]) -> tuple[Record, ...]:
    records = []
    above: tuple[Text, ...] | None = None
    for row in body:
        cells = row
        if above is not None and not row[0].value.strip() and any(c.value.strip() for c in row[1:]):
            cells = (above[0], *row[1:])
        if sum(bool(c.value.strip()) for c in cells) < 2:
            continue
        records.append(Record(cells, (line(row),) * len(cells)))
        above = cells
    return tuple(records)


def _columns(
    head: tuple[tuple[Text, ...], ...], body: tuple[tuple[Text, ...], ...]
) -> tuple[Column, ...]:
    columns = tuple(
        _column(_header(head, i), [row[i].value for row in body]) for i in range(len(head[0]))
    )
    columns = _built(_supplied(columns, body))
    if any(c.role in _WHO for c in columns):
        return _linked(columns)
    return tuple(Column(c.header, "company") if c.role == "competitor" else c for c in columns)


def _supplied(
    columns: tuple[Column, ...], body: tuple[tuple[Text, ...], ...]
) -> tuple[Column, ...]:
    """`车企 | 激光雷达 | 域控`: beside a company, columns of parts with their suppliers below."""
    if role_of(columns[0].header) not in ("company", "customer"):
        return columns
    fit = [
        i
        for i, c in enumerate(columns)
        if i and role_of(c.header) in _GOODS and _suppliers([row[i].value for row in body])
    ]
    if len(fit) < _SHORT:
        return columns
    return tuple(Column(c.header, "supplied") if i in fit else c for i, c in enumerate(columns))


def _suppliers(cells: list[str]) -> bool:
    """Whether most cells list known companies, or say that somebody makes the part himself."""
    told = [c.strip() for c in cells if not empty(c)]
    own = pattern("headers", "own")
    makers = [c for c in told if own.match(c) or any(_called(i.name) for i in items(c))]
    return len(makers) * 2 > len(told) and not all(map(own.match, makers))


def _called(name: str) -> bool:
    """Whether a name is a known company's, or ends as such names do."""
    return _company(name) or name.endswith(tuple(load("names")["company_tail"].split()))


def _built(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """`品牌 | 产品 | 芯片`: beside a company and its product, what the product is built with."""
    plain = [i for i, c in enumerate(columns) if c.role == "product" and not _part(c)]
    if not plain or not any(c.role == "company" for c in columns):
        return columns
    return tuple(
        Column(c.header, "built") if i > plain[0] and c.role in _GOODS and _part(c) else c
        for i, c in enumerate(columns)
    )


def _part(column: Column) -> bool:
    return pattern("headers", "built").search(column.header.strip()) is not None


def _linked(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """`Stage | Key players`: in front of those who work there, a stage is one of a chain."""
    first = columns[0].header.strip().strip("*").lower()
    if first not in load("headers")["words"]["links"] or columns[1].role != "company":
        return columns
    return (Column(columns[0].header, "layer"), *columns[1:])


def _column(header: str, cells: list[str]) -> Column:
    """A column by its header; one whose header does not tell, by what its cells hold."""
    role = role_of(header)
    words = [c.strip() for c in cells if not empty(c)]
    if role in _UNTOLD and len(set(words)) > 1:
        role = next((r for r, holds in _HOLDS.items() if _most(words, holds)), role)
    if role == "metric" and _models(header, words):
        role = "product"
    return Column(header, role)


def _most(words: list[str], holds: Callable[[str], bool]) -> bool:
    return sum(map(holds, words)) * 2 > len(words)


def _company(cell: str) -> bool:
    """Whether a cell is the name of a known company, with its code or a remark in brackets."""
    name = _REMARK.sub("", cell).strip()
    return len(name) > _SHORT and any(
        row.cls == "Company" and not row.ambiguous for row in Names.shipped().lookup(name)
    )


def _place(cell: str) -> bool:
    return any(row.cls == "Place" for row in Names.shipped().lookup(cell))


_HOLDS: dict[str, Callable[[str], bool]] = {"place": _place, "company": _company}


def _models(header: str, words: list[str]) -> bool:
    """Whether nearly all cells are Latin names, most of them models', each another one: no grades T0, T0, T1."""
    if len(words) < _FEW or len(set(words)) * 2 <= len(words):
        return False
    named = header.strip("* ").lower().endswith(("名称", "name"))
    names = [_REMARK.sub("", word).strip() for word in words]
    models = sum(model_like(n) or _product(n) for n in names)
    latin = sum(_NAME.fullmatch(n) is not None for n in names)
    return latin >= _NEARLY_ALL * len(words) and (named or models * 2 > len(words))


def _product(name: str) -> bool:
    """Whether a Latin name is a known product's or technology's: Digit."""
    rows = Names.shipped().lookup(name) if name.isascii() else ()
    return any(row.cls in ("Product", "Technology") for row in rows)


def _header(head: tuple[tuple[Text, ...], ...], i: int) -> str:
    parts = dict.fromkeys(row[i].value.strip() for row in head if row[i].value.strip())
    return " ".join(parts)


def _headed_by_names(head: tuple[tuple[Text, ...], ...]) -> bool:
    """Whether companies stand across the top: each column tells of one, no row is a record."""
    cells = [c.value.strip() for c in head[0] if c.value.strip()]
    if sum(role_of(c) != "metric" for c in cells) > 1:
        return False
    named = sum(
        any(h.strong and h.row.cls == "Company" for h in Names.shipped().find(c)) for c in cells
    )
    return named >= 2 and named * 2 > len(cells)
