"""A table as a grid of records: what each column (or, turned, each row) holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.names import Names
from loaders.blocks import Block, Text
from loaders.grammar import load

_BRACKET = re.compile(r"[（(【\[][^（）()【】\[\]]*[)）】\]]")
_YEAR = re.compile(r"^[（(]?(?:19|20)\d\d(?:年|[AEF])?(?:[EF]|预测|预计)?(?:[HQ]\d|上半年|下半年)?[)）]?$")
NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Column:
    """One attribute of the records: its header as written, and the role this gives it."""

    header: str
    role: str


@dataclass(frozen=True)
class Record:
    """One thing's line: the cells by column, and the text that is its evidence.

    `rows` are, for a turned table, the line of the report each cell stands in.
    """

    cells: tuple[Text, ...]
    evidence: tuple[Text, ...]


@dataclass(frozen=True)
class Grid:
    """A table's records under its columns. `turned` when its lines were attributes."""

    block: Block
    columns: tuple[Column, ...]
    records: tuple[Record, ...]
    turned: bool = False

    def first(self, *roles: str) -> int | None:
        """Index of the first column with one of these roles, tried in order."""
        for role in roles:
            for i, column in enumerate(self.columns):
                if column.role == role:
                    return i
        return None

    def every(self, *roles: str) -> list[int]:
        """Indices of all columns with one of these roles."""
        return [i for i, c in enumerate(self.columns) if c.role in roles]


@lru_cache(maxsize=4096)
def role_of(header: str) -> str:
    """The role a header gives its column; `year` for a year, `metric` for what is unknown."""
    text = _BRACKET.sub("", header).strip().strip("*：:").lower()
    if _YEAR.match(text.upper()) or _YEAR.match(header.strip().upper()):
        return "year"
    roles = _roles()
    if text in roles:
        return roles[text]
    if (bare := header.strip().lower()) in roles:
        return roles[bare]
    best = ""
    for word in roles:
        if len(word) > max(1, len(best)) and (text.endswith(word) or (len(word) > 2 and word in text and len(text) <= len(word) + 6)):
            best = word
    return roles[best] if best else "metric"


@cache
def _roles() -> dict[str, str]:
    return {w.lower(): role for role, words in load("headers")["roles"].items() for w in words}


def empty(cell: str) -> bool:
    """Whether a cell says nothing."""
    return not cell.strip() or cell.strip().lower() in load("headers")["words"]["empty"]


def grid(block: Block) -> Grid | None:
    """The records of a block's table, turned where its lines are attributes; None without any."""
    table = block.table
    if table is None or len(table.rows) < 2 or len(table.rows[0]) < 2:
        return None
    head = table.rows[: table.headers]
    body = table.rows[table.headers :]
    if not head or not body:
        return None
    if _headed_by_names(head):
        return None
    if _lines_are_attributes(head, body):
        return _turned(block, head, body)
    columns = _with_subject(
        tuple(_column(_joined(head, i), [row[i].value for row in body]) for i in range(len(head[0])))
    )
    records = []
    above: tuple[Text, ...] | None = None
    for row in body:
        cells = row
        if above is not None and not row[0].value.strip() and any(c.value.strip() for c in row[1:]):
            cells = (above[0], *row[1:])
        if sum(bool(c.value.strip()) for c in cells) < 2:
            continue
        line = _line(row)
        records.append(Record(cells, (line,) * len(cells)))
        above = cells
    return Grid(block, columns, tuple(records)) if records else None


def _with_subject(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Columns of which one says who: competitors are whom a table is about if nobody else is."""
    if any(c.role in ("company", "supplier", "customer", "product", "institution") for c in columns):
        return columns
    return tuple(Column(c.header, "company") if c.role == "competitor" else c for c in columns)


def _headed_by_names(head: tuple[tuple[Text, ...], ...]) -> bool:
    """Whether companies stand across the top: each column tells of one, no row is a record."""
    cells = [c.value.strip() for c in head[0] if c.value.strip()]
    named = sum(
        any(h.strong and h.row.cls == "Company" for h in Names.shipped().find(c)) for c in cells
    )
    return named >= 2 and named * 2 > len(cells) and sum(role_of(c) != "metric" for c in cells) <= 1


def _column(header: str, cells: list[str]) -> Column:
    """A column by its header; where that says nothing, by what its cells hold."""
    role = role_of(header)
    if role != "metric":
        return Column(header, role)
    words = [c.strip() for c in cells if c.strip()]
    if not header and words and sum(map(_place, words)) * 2 > len(words):
        return Column(header, "place")
    return Column(header, role)


def _place(cell: str) -> bool:
    return any(row.cls == "Place" for row in Names.shipped().lookup(cell))


def _joined(head: tuple[tuple[Text, ...], ...], i: int) -> str:
    parts = dict.fromkeys(row[i].value.strip() for row in head if row[i].value.strip())
    return " ".join(parts)


def _line(row: tuple[Text, ...]) -> Text:
    """The whole row as one text, from its first filled cell to its last."""
    filled = [c for c in row if c.value.strip()]
    return Text.join(filled, "\t") if filled else row[0]


def _lines_are_attributes(
    head: tuple[tuple[Text, ...], ...], body: tuple[tuple[Text, ...], ...]
) -> bool:
    """Whether names stand across the top and attributes down the side."""
    corner = head[0][0].value.strip()
    across = [c.value.strip() for c in head[0][1:] if c.value.strip()]
    down = [row[0].value.strip() for row in body if row[0].value.strip()]
    if not across or len(down) < 2:
        return False
    across_known = sum(role_of(c) != "metric" for c in across)
    down_known = sum(role_of(c) not in ("metric", "year") for c in down)
    if corner and role_of(corner) in ("company", "supplier", "policy", "rank", "customer", "round"):
        return False
    if across_known >= max(1, len(across) / 3) and role_of(across[0]) != "year":
        return False
    if across_known and all(role_of(c) == "year" for c in across):
        return False
    return down_known >= max(2, len(down) * 0.4) or (not corner and down_known >= 1)


def _turned(
    block: Block, head: tuple[tuple[Text, ...], ...], body: tuple[tuple[Text, ...], ...]
) -> Grid | None:
    lines = [*head, *body]
    filled = [_filled(row) for row in lines]
    names = [row[0].value.strip() for row in lines]
    columns = tuple(
        Column(n, ("name" if i == 0 and not n else role_of(n))) for i, n in enumerate(names)
    )
    records = tuple(
        Record(
            tuple(row[i] for row in filled),
            tuple(_line(row) for row in lines),
        )
        for i in range(1, len(lines[0]))
        if any(row[i].value.strip() for row in lines)
    )
    return Grid(block, columns, records, turned=True) if records else None


def _filled(row: tuple[Text, ...]) -> tuple[Text, ...]:
    """A row of words whose empty cells take what stands to their left (merged cells).

    A row of numbers stays as it is: an empty cell there is a number that is not known.
    """
    words = [c.value for c in row[1:] if c.value.strip()]
    dated = role_of(row[0].value) in ("time", "year")
    if len(words) < 2 or (not dated and all(NUMBER.match(w.strip()) for w in words)):
        return row
    out = [row[0]]
    for i, cell in enumerate(row[1:], 1):
        out.append(cell if cell.value.strip() or i == 1 else out[-1])
    return tuple(out)
