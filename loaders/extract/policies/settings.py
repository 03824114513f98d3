"""Texts that may tell of restrictions, with who imposes them and when, as their place says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from loaders.blocks import Block, Text
from loaders.document import Document
from loaders.extract.deals.dates import date
from loaders.extract.deals.words import LONGEST
from loaders.extract.policies.timeline import dated
from loaders.grammar.patterns import pattern
from loaders.things import Thing

_BODY = re.compile(
    r"(?:政府|[^干全内]部|委|委员会|局|署|厅)$"
    r"|(?:[Aa]dministration|Ministry|Department|Commission|Agency|Bureau|Congress)\b"
)
_WORDS = pattern("policies", "curb_words")


@dataclass(frozen=True)
class Setting:
    """A text, and the row of the table that it stands in."""

    document: Document
    block: Block
    text: Text
    row: tuple[Text, ...] = ()
    year: str | None = None

    @cached_property
    def over(self) -> Thing | None:
        """Whose restrictions are listed: a cell of the row, or a title, names a state or authority."""
        if (imposer := row_authority(self.document, self.block, self.row)) is not None:
            return imposer
        for title in (self.block.caption, self.block.intro, *reversed(self.block.path)):
            if title is not None and _WORDS.search(title.value):
                found = [m.thing for m in self.document.gazetteer.find(title.value)]
                return next((t for t in found if authority((t,)) is not None), None)
        return None

    @cached_property
    def when(self) -> str | None:
        """The date of its row or column."""
        cells = (date(cell.value.strip()) for cell in self.row if cell is not self.text)
        return self.year or next((d for d in cells if d), None)


def settings(document: Document) -> Iterator[Setting]:
    """All sentences and cells with a word for a restriction."""
    for sentence in (*document.sentences, *document.opened):
        if sentence.chinese and _speaks(sentence.text):
            yield Setting(document, sentence.block, sentence.text)
    for block in document.tables:
        rows = {id(cell): row for row in (block.table.rows if block.table else ()) for cell in row}
        for cell, year in dated(document, block):
            if _speaks(cell):
                yield Setting(document, block, cell, rows.get(id(cell), ()), year)


def row_authority(document: Document, block: Block, row: tuple[Text, ...]) -> Thing | None:
    """The state or authority that a row of a table names as the one that acts."""
    heads = [cell.value.strip().lower() for cell in block.table.rows[0]] if block.table else []
    if any(pattern("policies", "curb_others").search(head) for head in heads):
        return None
    for head, cell in zip(heads, row, strict=False):
        if pattern("policies", "curb_imposers").match(head) and cell.value.strip():
            known = document.gazetteer.known(cell.value.strip())
            return authority((known,)) if known is not None else None
    return None


def authority(things: tuple[Thing, ...]) -> Thing | None:
    """The state or authority that a group of names ends in."""
    last = things[-1]
    return last if last.cls == "Place" or governing(last) else None


def governing(thing: Thing) -> bool:
    """Whether an institution is an authority: by the tables, or by what its name ends in."""
    if thing.cls != "Institution":
        return False
    return thing.row.kind == "gov" if thing.row else bool(_BODY.search(thing.name))


def _speaks(text: Text) -> bool:
    return len(text) <= LONGEST and bool(_WORDS.search(text.value))
