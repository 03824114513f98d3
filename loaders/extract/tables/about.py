"""What the words over a table say that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import themes
from loaders.concepts import model_like
from loaders.document import Document
from loaders.extract.tables import goods, kinds, titles
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid
from loaders.extract.tables.seats import MAKERS, Line, Seat, classes
from loaders.extract.tables.segments import segments
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Claim, Mention, Thing

# a cell that names a tier
_TIERS = re.compile(r"[上中下]游")
# the letters that the word for a good ends in
_HEAD = 2


class About:
    """What a table is about: an industry, an owner of its products, or a whole of its kinds."""

    def __init__(self, document: Document, table: Grid, anchor: int) -> None:
        titled = titles.goods(document, table)
        self.goods = titled.things
        # who makes a part or works in a link does not make the whole
        self.made = () if _of_links(table) else titled.made
        self.industry = topic(document, table, goods=bool(self.goods))
        self.owner = _owner(document, table, anchor)
        self.whole = kinds.whole(document, table, anchor)

    def of_seat(self, line: Line, seat: Seat) -> Iterator[Claim]:
        """What this says of the thing of a record."""
        if self.whole is not None and self.whole.id != seat.thing.id:
            yield Claim(seat.thing, "TYPE_OF", self.whole, line.evidence, "table:kinds")
        if self.owner is not None:
            yield Claim(self.owner, "PRODUCES", seat.thing, line.evidence, "table:owner")
        if seat.thing.cls == "Product" and self.industry and self.industry.cls == "Industry":
            yield Claim(seat.thing, "ACTIVE_IN", self.industry, line.evidence, "table:product")

    def of_products(self, line: Line) -> Iterator[Claim]:
        """That the products beside a maker are of the kind the title names, or of the industry."""
        one = len({good.id for good in self.made}) == 1
        field = self.made[0] if one else self.industry
        for i in goods.columns(line.table) if field else ():
            for thing, _ in things(line.document, line.cell(i), *classes()["product"]):
                if field is not None and thing.id != field.id:
                    kind = "ACTIVE_IN" if field.cls == "Industry" else "TYPE_OF"
                    # 减速器 below `伺服电机` is another thing, however it got there
                    named = thing.name.endswith(field.name) or model_like(thing.name)
                    other = thing.row is not None and not named
                    if kind == "TYPE_OF" and thing.cls == "Technology" and other:
                        continue
                    text = line.record.evidence[i]
                    yield Claim(thing, kind, field, text, "table:product-topic")

    def of_makers(self, line: Line) -> Iterator[Claim]:
        """That the companies of a record work in the industry, and make what the title names."""
        broad = self.industry is not None and not _segmented(line)
        fields = [*self.goods, self.industry] if broad and self.industry else self.goods
        for i in line.table.every(*MAKERS) if fields else ():
            role, text = line.table.columns[i].role, line.record.evidence[i]
            for maker, _ in things(line.document, line.cell(i), *classes()[role]):
                for field in fields:
                    yield Claim(maker, "ACTIVE_IN", field, text, "table:topic")
                for good in self.made:
                    if not _goes_into(line, good):
                        yield Claim(maker, "PRODUCES", good, text, "table:title", line.making)


def _of_links(table: Grid) -> bool:
    """Whether the rows of a table are parts or links of a chain, each with its own makers."""
    tiers = (r.cells[i].value for i in table.every("tier") for r in table.records)
    linked = any(pattern("headers", "links").search(c.header) for c in table.columns)
    return linked or any(_TIERS.search(cell) for cell in tiers)


def _goes_into(line: Line, good: Thing) -> bool:
    """Whether a record tells of what is made for a good: `载板用树脂` in a table of IC载板."""
    material = re.compile(rf"{re.escape(good.name[-_HEAD:])}(?:用|基材|材料|配套)")
    return any(material.search(cell.value) for cell in line.record.cells)


def _segmented(line: Line) -> bool:
    """Whether a record tells itself what its company works in, more narrowly than the title."""
    cells = [line.cell(i) for i, c in enumerate(line.table.columns) if c.role == "tier"]
    return any(segments(cell) for cell in cells)


def topic(document: Document, table: Grid, *, goods: bool = False) -> Thing | None:
    """The industry that a table of companies is about, from its caption or nearest headings.

    A technology that they name stands in where no industry is named.
    """
    near = [t.value for t in (table.block.caption, *table.block.path[-1:]) if t is not None]
    # a heading further out may speak of more than the table does
    far = [t.value for t in table.block.path[-2:-1] if themes.alone(document, t.value)]
    # of a title that names goods, the goods are what it is about
    classes = ("Industry",) if goods else ("Industry", "Technology")
    for text in (*near, *far):
        found = document.gazetteer.find(text)
        for cls in classes:
            if named := next((m for m in found if m.thing.cls == cls), None):
                return _whole_name(document, text, named)
    return None


def _whole_name(document: Document, text: str, named: Mention) -> Thing:
    """What a title names as a whole: a table of `AI 硬件` is not about all that is AI."""
    ware = pattern("headers", "ware").match(text, named.end)
    if named.thing.cls != "Industry" or ware is None:
        return named.thing
    return document.gazetteer.named(text[named.start : ware.end()], "Industry", *CONCEPTS)


def _owner(document: Document, table: Grid, anchor: int) -> Thing | None:
    """The one company a table's caption or heading is about: it makes the products listed."""
    if table.columns[anchor].role not in ("product", "name") or table.every(*MAKERS):
        return None
    for text in kinds.titles(table):
        found = (m.thing for m in document.gazetteer.find(text) if m.thing.cls == "Company")
        orgs = {thing.id: thing for thing in found}
        if orgs:
            return next(iter(orgs.values())) if len(orgs) == 1 else None
    return None
