"""From a report to its layout: the blocks, each with what stands around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Report
from loaders.blocks import Block, Layout, Table, Text
from loaders.layout import boilerplate, headings
from loaders.layout.contents import contents
from loaders.layout.lines import Line, cut, opens_list
from loaders.layout.lists import Lists
from loaders.layout.marks import Marks
from loaders.layout.parts import Part, split
from loaders.layout.titles import is_title


def layout(report: Report) -> Layout:
    """The blocks of a report in the order of its text; every span leads back to `report.text`."""
    lines = cut(report.text)
    marks = Marks(lines)
    listed, titles = contents(lines)
    furniture, starts = boilerplate.furniture(lines, marks)
    drop = listed | furniture
    kept = [line for at, line in enumerate(lines) if at not in drop]
    parts = headings.find(split(report.text, kept, marks), titles)
    begin = {lines[at].start: lines[start].start for at, start in starts.items()}
    above = headings.rank(parts, titles, begin)
    noise = _noise(parts)
    blocks = _blocks(parts, above, noise)
    skipped = [(lines[at].start, lines[at].end) for at in drop]
    skipped += [(parts[at].start, parts[at].end) for at in noise]
    return Layout(
        tuple(_attached(blocks)), report.title, report.date, report.publisher, _merged(skipped)
    )


def _noise(parts: list[Part]) -> set[int]:
    """Indexes of the parts that only warn, disclaim or advertise."""
    noise: set[int] = set()
    level = 0
    for at, part in enumerate(parts):
        if part.kind == "heading":
            if level and part.level <= level:
                level = 0
            if not level and boilerplate.is_section(part.text.value):
                level = part.level
        if level or (part.kind in ("paragraph", "item") and boilerplate.is_notice(part.text.value)):
            noise.add(at)
    return noise


def _blocks(parts: list[Part], above: list[tuple[Part, ...]], noise: set[int]) -> list[Block]:
    lists = Lists(parts)
    blocks = []
    for at, part in enumerate(parts):
        if at in noise:
            continue
        place = lists.place(part)
        path = (*(heading.text for heading in above[at]), *place.parents)
        level = part.level if part.kind == "heading" else place.level
        blocks.append(Block(part.kind, part.text, level, path, part.table, intro=place.intro))
    return blocks


def _attached(blocks: list[Block]) -> list[Block]:
    """The blocks, tables with their captions, sources and the headers they go on from."""
    done: list[Block] = []
    for at, block in enumerate(blocks):
        if block.table is not None:
            caption, source = _caption(blocks, at), _source(blocks, at)
            block = replace(block, caption=caption, source=source)
        done.append(block)
    return done


def _caption(blocks: list[Block], at: int) -> Text | None:
    before = at - 1
    if before >= 0 and blocks[before].kind == "source":
        before -= 1
    if before >= 0 and blocks[before].kind == "caption":
        return blocks[before].text
    if at + 1 < len(blocks) and blocks[at + 1].kind == "caption":
        after = blocks[at + 2] if at + 2 < len(blocks) else None
        if after is None or after.kind != "table":
            return blocks[at + 1].text
    if before >= 0 and blocks[before].kind in ("paragraph", "item"):
        text = blocks[before].text
        if opens_list(text.value) or (blocks[before].kind == "item" and is_title(text.value)):
            return text
    return None


def _source(blocks: list[Block], at: int) -> Text | None:
    for place in (at + 1, at + 2, at - 1):
        if 0 <= place < len(blocks) and blocks[place].kind == "source":
            return blocks[place].text
    return None


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(spans))
