"""What a row says that groups things: 系统 | 零部件, 类别 | 代表产品."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import plausible
from loaders.extract.tables.cells import things
from loaders.extract.tables.seats import Line
from loaders.grammar.patterns import pattern
from loaders.things import Claim

_ROLES = ("technology", "product", "main_business", "metric", "name")


def claims(line: Line) -> Iterator[Claim]:
    """That the things of a cell are parts or kinds of the one that the group's cell names."""
    columns = line.table.columns
    group = next(
        (i for i, c in enumerate(columns) if pattern("headers", "groups").search(c.header)), None
    )
    if group is None or line.table.turned:
        return
    whole = things(line.document, line.cell(group), "Technology", "Product")
    if len(whole) != 1 or not (whole[0][0].row or plausible(whole[0][0].name)):
        return
    for i, column in enumerate(columns):
        if i == group or column.role not in _ROLES:
            continue
        part = pattern("headers", "group_parts").search(column.header)
        if not part and not pattern("headers", "group_kinds").search(column.header):
            continue
        for member, _ in things(line.document, line.cell(i), "Technology", "Product"):
            if member.id != whole[0][0].id:
                kind = not part or member.name.endswith(whole[0][0].name)
                predicate = "TYPE_OF" if kind else "PART_OF"
                yield Claim(member, predicate, whole[0][0], line.record.evidence[i], "table:group")
