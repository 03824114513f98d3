"""What a row says of the products beside their maker: 公司 | 产品 | 技术路线 | 应用."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import plausible
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid, empty
from loaders.extract.tables.seats import MAKERS, Line, classes
from loaders.grammar.patterns import pattern
from loaders.things import Claim, Thing


def columns(table: Grid) -> list[int]:
    """The columns of products in a table whose rows name their makers."""
    return table.every("product") if table.every(*MAKERS) and not table.turned else []


def claims(line: Line) -> Iterator[Claim]:
    """What products go by, and where they are applied, as the other cells of their row say."""
    for i in columns(line.table):
        made = [t for t, _ in things(line.document, line.cell(i), *classes()["product"])]
        for j, column in enumerate(line.table.columns):
            if column.role not in ("technology", "industry") or empty(line.cell(j)):
                continue
            said = [
                t
                for t, _ in things(line.document, line.cell(j), *classes()[column.role])
                if t.row or plausible(t.name)
            ]
            predicate = _predicate(column.role, column.header)
            if predicate and _sure(column.header, made, said):
                yield from _each(line, j, made, predicate, said)


def _predicate(role: str, header: str) -> str:
    """What a column says of a product: that it goes by a technology, or where it is applied."""
    if role == "technology":
        return "USES" if pattern("headers", "route").search(header) else ""
    return "ACTIVE_IN"


def _sure(header: str, made: list[Thing], said: list[Thing]) -> bool:
    """Whether each product has to do with each thing: several fields may part several products."""
    parted = len(made) > 1 and len(said) > 1
    return not (parted and pattern("headers", "segment").search(header))


def _each(
    line: Line, at: int, made: list[Thing], predicate: str, said: list[Thing]
) -> Iterator[Claim]:
    for product in made:
        for other in said:
            if other.id != product.id:
                text = line.record.evidence[at]
                yield Claim(product, predicate, other, text, f"table:product-{predicate.lower()}")
