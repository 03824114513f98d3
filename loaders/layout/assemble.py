"""From a report to its layout: the blocks, each with what stands around it."""

from __future__ import annotations

from kg.model import Report
from loaders.blocks import Block, Layout
from loaders.layout import headings, outline
from loaders.layout.attach import attached
from loaders.layout.contents import contents
from loaders.layout.furniture import furniture
from loaders.layout.lines import cut
from loaders.layout.lists import Lists
from loaders.layout.marks import SECTIONS, Marks
from loaders.layout.notices import is_notice, is_section
from loaders.layout.parts import Part, split

_LONGEST_WARNING = 20  # parts


def layout(report: Report) -> Layout:
    """The blocks of a report in the order of its text; every span leads back to `report.text`."""
    lines = cut(report.text)
    marks = Marks(lines)
    listed, titles = contents(lines)
    unread, starts = furniture(lines, marks, report.title)
    drop = listed | unread
    kept = [line for at, line in enumerate(lines) if at not in drop]
    parts = headings.find(split(report.text, kept, marks), titles)
    begin = {lines[at].start: lines[start].start for at, start in starts.items()}
    above = outline.rank(parts, titles, begin)
    noise = _noise(parts)
    blocks = _blocks(parts, above, noise)
    skipped = [(lines[at].start, lines[at].end) for at in drop]
    skipped += [(parts[at].start, parts[at].end) for at in noise]
    return Layout(
        tuple(attached(blocks)),
        report.title,
        report.date,
        report.publisher,
        tuple(sorted(skipped)),
    )


def _noise(parts: list[Part]) -> set[int]:
    """Indexes of the parts that only warn, disclaim or advertise."""
    noise: set[int] = set()
    section = -1
    for at, part in enumerate(parts):
        if section >= 0 and _ends(parts[section], part, at - section):
            section = -1
        if part.kind == "heading" and section < 0 and is_section(part.text.value):
            section = at
        if section >= 0 or (part.kind in ("paragraph", "item") and is_notice(part.text.value)):
            noise.add(at)
    return noise


def _ends(section: Part, part: Part, distance: int) -> bool:
    """True where a section of warnings ends; one without number or # cannot go on for long."""
    if part.kind == "heading":
        return part.level <= section.level
    sure = section.mark.hashes or section.mark.style in SECTIONS
    return not sure and (part.kind in ("table", "caption") or distance > _LONGEST_WARNING)


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
