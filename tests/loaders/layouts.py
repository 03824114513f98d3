"""Helpers of the layout tests: a report from a text, and what all its texts must keep."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Report
from loaders.blocks import Block, Layout, Text
from loaders.layout import layout

GLUE = " \n"


def report(text: str, title: str = "") -> Report:
    """A report that holds a text."""
    return Report(id="report/test", file="test.txt", title=title, sha256="0", text=text)


def read(text: str) -> Layout:
    """The layout of a text."""
    return layout(report(text))


def values(text: str) -> list[str]:
    """The blocks of a text as `kind text`."""
    return [f"{block.kind} {block.text.value}" for block in read(text).blocks]


def paths(text: str) -> dict[str, list[str]]:
    """For each block of a text that is no heading, the headings and items above it."""
    blocks = read(text).blocks
    return {b.text.value: [t.value for t in b.path] for b in blocks if b.kind != "heading"}


def table(text: str) -> list[list[str]]:
    """The rows of the last table of a text, merged cells written out."""
    found = [block.table for block in read(text).blocks if block.table]
    return [[cell.value for cell in row] for row in found[-1].filled()]


def texts(found: Layout) -> Iterator[Text]:
    """Every text of a layout."""
    for block in found.blocks:
        yield from (block.text, *block.path)
        yield from (text for text in (block.caption, block.source, block.intro) if text)
        if block.table:
            yield from (cell for row in block.table.filled() for cell in row)


def assert_exact(found: Layout, source: str) -> None:
    """Each character stands in the report where its text says, glue apart."""
    for text in texts(found):
        for at, char in enumerate(text.value):
            there = text.offset(at)
            assert 0 <= there < len(source)
            assert source[there] == char or char in GLUE, (text.value, at)


def only_table(text: str) -> Block:
    """The one block of a text that is a table."""
    (block,) = (block for block in read(text).blocks if block.table)
    return block
