"""Tables whose lines are attributes and whose columns are the things."""

from __future__ import annotations

import re

from loaders.blocks import Block, Text
from loaders.extract.tables.grid import Column, Grid, Record, line
from loaders.extract.tables.headers import role_of, whole_role

_CORNER = re.compile(r"(?:对比)?(?:维度|指标|项目|参数|要素|对比项)")
_QUALIFIED = re.compile(r"[：:]\s*\S")
_NUMBER = re.compile(r"\d")
# headers of a first column that names what each line is about
_SUBJECTS = ("company", "supplier", "policy", "rank", "customer", "round")


def lines_are_attributes(
    head: tuple[tuple[Text, ...], ...], body: tuple[tuple[Text, ...], ...]
) -> bool:
    """Whether names stand across the top and attributes down the side."""
    corner = head[0][0].value.strip()
    # above attributes stand names, and one may end like a header: 凌云材料
    read = whole_role if _CORNER.fullmatch(corner) else role_of
    across = [read(c.value.strip()) for c in head[0][1:] if c.value.strip()]
    labels = [row[0].value.strip() for row in body if row[0].value.strip()]
    # 甲醇：华东地区 is something in a place, and no attribute
    down = ["metric" if _QUALIFIED.search(label) else role_of(label) for label in labels]
    if not across or len(down) < 2 or (corner and role_of(corner) in _SUBJECTS):
        return False
    known = sum(role != "metric" for role in across)
    if known >= max(1, len(across) / 3) and across[0] != "year":
        return False
    if known and all(role == "year" for role in across):
        return False
    attributes = sum(role not in ("metric", "year") for role in down)
    return attributes >= max(2, len(down) * 0.4) or (not corner and attributes >= 1)


def grid(block: Block, lines: tuple[tuple[Text, ...], ...]) -> Grid | None:
    """A record for each column but the first; None where all are empty."""
    filled = [_filled(row) for row in lines]
    names = [row[0].value.strip() for row in lines]
    columns = tuple(
        Column(n, "name" if i == 0 and not n else role_of(n)) for i, n in enumerate(names)
    )
    evidence = tuple(line(row) for row in lines)
    records = tuple(
        Record(tuple(row[i] for row in filled), evidence)
        for i in range(1, len(lines[0]))
        if any(row[i].value.strip() for row in lines)
    )
    return Grid(block, columns, records, turned=True) if records else None


def _filled(row: tuple[Text, ...]) -> tuple[Text, ...]:
    """A row of words whose empty cells take what stands to their left (merged cells).

    A row of numbers stays as it is: an empty cell there is a number that is not known.
    """
    words = [c.value.strip() for c in row[1:] if c.value.strip()]
    dated = role_of(row[0].value) in ("time", "year")
    if len(words) < 2 or (not dated and all(_NUMBER.match(w) for w in words)):
        return row
    out = [row[0]]
    for i, cell in enumerate(row[1:], 1):
        out.append(cell if cell.value.strip() or i == 1 else out[-1])
    return tuple(out)
