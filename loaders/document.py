"""One report on its way through the pipeline: its text, its blocks, and the names it uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.model import Report
from loaders import opened
from loaders.blocks import Block, Layout, Text
from loaders.mentions import Gazetteer
from loaders.sentences import Sentence, sentences, split

if TYPE_CHECKING:
    from loaders.collectives import Collectives
    from loaders.extract.figures.time import Clock
    from loaders.extract.tables.grid import Grid

_TITLE = re.compile(r"[^，。；：！？、,;:.\n]{2,16}")


@dataclass
class Document:
    """A report, its layout and its gazetteer."""

    report: Report
    layout: Layout
    gazetteer: Gazetteer

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of prose, in order; those of tables' cells are `told`."""
        return tuple(sentences(self.layout))

    def run_in(self, block: Block) -> Text | None:
        """The short line without a mark that stands right above a paragraph as its title."""
        return self._titles.get(id(block))

    @cached_property
    def _titles(self) -> dict[int, Text]:
        return {
            id(block): before.text
            for before, block in pairwise(self.layout.blocks)
            if before.kind == block.kind == "paragraph" and _TITLE.fullmatch(before.text.value)
        }

    def above(self, block: Block) -> tuple[Sentence, ...]:
        """The sentences of the paragraph right above a paragraph of the same part."""
        before = self._paragraphs.get(id(block))
        return tuple(split(before)) if before else ()

    @cached_property
    def _paragraphs(self) -> dict[int, Block]:
        return {
            id(block): before
            for before, block in pairwise(b for b in self.layout.blocks if b.kind != "source")
            if before.kind == block.kind == "paragraph" and before.path == block.path
        }

    @cached_property
    def told(self) -> tuple[Sentence, ...]:
        """The sentences that stand in cells of tables, each with its topic."""
        from loaders.extract.tables import prose

        return tuple(prose.sentences(self))

    @cached_property
    def headings(self) -> tuple[Sentence, ...]:
        """The sentences of its headings."""
        return tuple(s for b in self.layout.blocks if b.kind == "heading" for s in split(b))

    @cached_property
    def opened(self) -> tuple[Sentence, ...]:
        """What an opening line and the items below it say together, as one sentence each."""
        return tuple(opened.sentences(self.layout))

    @cached_property
    def collectives(self) -> Collectives:
        """The companies that words such as 三大原厂 stand for."""
        from loaders.collectives import collectives

        return collectives(self)

    @cached_property
    def collected(self) -> bool:
        """Whether it is several reports in one, each headed by the company that it is about."""
        from loaders.owners import head

        tops = {b.text.value for b in self.layout.blocks if b.kind == "heading" and not b.path}
        found = (head(self, top) for top in tops)
        return len({t.id for t in found if t is not None and t.cls == "Company"}) > 1

    @cached_property
    def clock(self) -> Clock:
        """When the report speaks."""
        from loaders.extract.figures.time import clock

        return clock(self)

    @cached_property
    def tables(self) -> tuple[Block, ...]:
        """All blocks that hold a table, in order."""
        return tuple(b for b in self.layout.blocks if b.table is not None)

    @cached_property
    def grids(self) -> tuple[tuple[Block, Grid | None], ...]:
        """The same blocks, each with its table's records; four readers go through them."""
        from loaders.extract.tables.records import grid

        return tuple((block, grid(block)) for block in self.tables)
