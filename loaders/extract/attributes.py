"""What an attribute of a company or product says: `核心产品：…`, `总部 | 深圳`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.blocks import Block, Text
from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract.tables import columns
from loaders.extract.tables.grid import Column, Grid, Record
from loaders.extract.tables.headers import role_of
from loaders.extract.tables.items import Item
from loaders.extract.tables.seats import Line, Seat
from loaders.persons import person
from loaders.things import ORGS, Claim, Thing

_CONCEPTS = ("product", "technology", "main_business", "industry")
_NAMES = ("customer", "supplier", "partner", "competitor", "parent")
# 液氧甲烷 + 不锈钢箭体
_PLUS = re.compile(r"\s\+\s")
_CLAUSE = re.compile(r"[，,\n]")
# 林远 — 原凌渊科技研发负责人: what a founder is or was
_REMARK = re.compile(r"[（(—–，,;；:：]| - ")
_AND = re.compile(r"、|和|与|及|&| and ")
# what a bracket adds are branches: 深圳（杭州设有分部）
_BRACKET = re.compile(r"[（(].*")


@dataclass(frozen=True)
class Attribute:
    """A label and its value, and the text of the report that is their evidence."""

    label: str
    value: str
    text: Text


def claims(document: Document, block: Block, owner: Thing, told: Attribute) -> Iterator[Claim]:
    """What an attribute says of its owner, as a column does of a record's thing.

    A value that tells a story says nothing here.
    """
    role = role_of(told.label)
    cell = _cell(role, told.value)
    if not cell:
        return
    seat = "company" if owner.cls in ORGS else "product"
    record = Record((told.text, Text(cell)), (told.text, told.text))
    table = Grid(block, (Column("", seat), Column(told.label, role)), (record,))
    line = Line(document, table, record, 0)
    for claim in columns.of_column(line, Seat(seat, owner, Item(owner.name)), 1):
        yield replace(claim, method="attribute:" + claim.predicate.lower())


def _cell(role: str, value: str) -> str:
    """The names of a value, as a cell lists them; empty where it lists none."""
    if role == "place":
        return _BRACKET.sub("", value)
    if role == "person":
        people = [p.strip() for p in _AND.split(_REMARK.split(value)[0])]
        return "、".join(people) if all(person(p) == p for p in people) else ""
    if role in _NAMES:
        return "" if _CLAUSE.search(value) else value
    if role not in _CONCEPTS or _CLAUSE.search(value):
        return ""
    names = [p.name for p in phrases(_PLUS.sub("、", value))]
    return "、".join(names) if all(plausible(name, loose=True) for name in names) else ""
