"""The tier that a table seats its rows in: by a cell, by a header, or by the title above."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import topics
from loaders.blocks import Block, Text
from loaders.concepts import plausible
from loaders.document import Document
from loaders.extract.tables import titles, works
from loaders.extract.tables.cells import things
from loaders.extract.tables.facts import named_heads
from loaders.extract.tables.grid import Grid, Record
from loaders.extract.tables.items import Item
from loaders.extract.tables.segments import segments
from loaders.extract.tiers import claims
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.things import CONCEPTS, Claim, Thing

_WORD = re.compile(r"中上游|中下游|上游|中游|下游|\b(?:up|mid|down)stream\b", re.IGNORECASE)
# columns whose cells may begin with a tier; in one of tiers it may stand anywhere
_SAYING = ("tier", "technology", "name", "layer", "industry", "main_business", "metric")
# the roles of columns whose things stand in a tier, and their classes
_WANTED = {
    "company": ("Company",),
    "supplier": ("Company",),
    "product": ("Technology", *CONCEPTS),
    "technology": ("Technology", *CONCEPTS),
}
_NEAREST = 3


def read(document: Document) -> Iterator[Claim]:
    """What the tables of a report put in the tiers of a chain."""
    for block, table in document.grids:
        title, word = _title(block)
        industry = _industry(document, block, title.value if title else "")
        if industry is None:
            continue
        if title is not None and word:
            goods = list(titles.named(document, title.value).things)
            yield from claims(industry, word, goods, title, "tier:heading")
        if table is None:
            for head in named_heads(document, block) if word else ():
                text = block.table.rows[0][0] if block.table else block.text
                yield from claims(industry, word, [head], text, "tier:title")
            continue
        for record in table.records:
            said = list(_by_cell(document, table, record, industry))
            yield from said or _by_header(document, table, record, industry)
            if word and not said:
                members = _seated(document, table, record)
                yield from claims(industry, word, members, record.evidence[0], "tier:title")


def _title(block: Block) -> tuple[Text | None, str]:
    """The nearest title that speaks of tiers, and the one tier it names."""
    for text in (block.caption, *reversed(block.path[-_NEAREST:])):
        words = {w.lower() for w in _WORD.findall(text.value)} if text else set()
        if words and text:
            odd = len(words) > 1 or pattern("tiers", "no_tier").search(text.value)
            return text, "" if odd else min(words)
    return None, ""


def _industry(document: Document, block: Block, title: str) -> Thing | None:
    """Whose tiers they are: the chain of the title or of a heading, or what the report is about."""
    above = [t.value for t in (block.caption, *reversed(block.path)) if t is not None]
    whole = [document.layout.title, document.report.title]
    for text in (title, *above, *whole):
        if found := topics.chain(document, text) or _of_tier(document, text):
            return found
    others = (t for t in (*whole, *above) if t != title)
    named = (m.thing for t in others for m in document.gazetteer.find(t))
    return next((t for t in named if t.cls == "Industry"), None) or topics.industry(document, block)


def _of_tier(document: Document, text: str) -> Thing | None:
    """`半导体产业的上游`: the industry whose tier is named."""
    for m in document.gazetteer.find(text):
        if m.thing.cls == "Industry" and pattern("tiers", "of").match(text, m.end):
            return m.thing
    return None


def _by_cell(document: Document, table: Grid, record: Record, industry: Thing) -> Iterator[Claim]:
    """A record with a cell that names its tier."""
    for i, column in enumerate(table.columns):
        cell = record.cells[i].value.strip()
        word = _WORD.search(cell) if column.role in _SAYING else None
        if word is None or (word.start() and column.role not in ("tier", "technology", "name")):
            continue
        members = [
            thing
            for j, other in enumerate(table.columns)
            if j != i and other.role in _WANTED
            for thing, _ in things(document, record.cells[j].value, *_WANTED[other.role])
        ]
        tier = word.group().lower()
        yield from claims(industry, tier, members, record.evidence[i], "tier:table")
        return


def _by_header(document: Document, table: Grid, record: Record, industry: Thing) -> Iterator[Claim]:
    """A cell below a header that names a tier: 上游材料 | 中游设备."""
    for i, column in enumerate(table.columns):
        words = _WORD.findall(column.header)
        if len(words) != 1 or pattern("tiers", "no_tier").search(column.header):
            continue
        wanted = _WANTED.get(column.role, ("Technology", *CONCEPTS))
        cell, text = record.cells[i].value, record.evidence[i]
        labelled = [(t, m) for t, m in things(document, cell, "Company") if m.label]
        if any(document.gazetteer.known(thing.name) for thing, _ in labelled):
            yield from _makers(document, labelled, text)
            members = [thing for thing, _ in labelled]
        else:
            members = [t for t, _ in things(document, cell, *wanted)]
        yield from claims(industry, words[0].lower(), members, text, "tier:header")


def _makers(document: Document, labelled: list[tuple[Thing, Item]], text: Text) -> Iterator[Claim]:
    """`丝杠：甲、乙` in a tier: the companies make what stands before the colon."""
    for maker, item in labelled:
        if item.label and plausible(item.label, loose=True):
            part = named_concept(document, item.label)
            if part.cls != "Industry":
                yield Claim(maker, "PRODUCES", part, text, "tier:label")


def _seated(document: Document, table: Grid, record: Record) -> list[Thing]:
    """The companies of a record, and the segments that they work in."""
    out: list[Thing] = []
    for i, column in enumerate(table.columns):
        cell = record.cells[i].value
        if column.role in ("company", "supplier"):
            out += [t for t, _ in things(document, cell, "Company")]
        elif works.of_segments(column.role, column.header):
            out += [works.fields(document, s)[0] for s in segments(cell)]
    return out
