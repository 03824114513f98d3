"""What belongs to a table: its title, its source note, and the header on the page before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.blocks import Block, Table, Text
from loaders.layout.lines import opens_list, width
from loaders.layout.titles import is_title

_TABLE_TITLE = re.compile(r"\**(?:图表|表|附表|Table|Exhibit)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST_HEADER = 24
_LONGEST_TITLE = 120


def attached(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each table with its caption, its source and the header it goes on from."""
    done: list[Block] = []
    last: Block | None = None
    between: list[Block] = []
    for at, block in enumerate(blocks):
        if block.table is None:
            done.append(block)
            between.append(block)
            continue
        table = block.table
        if "\t" in block.text.value:
            table = _continued(last, between, table)
        caption, source = _caption(blocks, at), _source(blocks, at)
        last, between = replace(block, table=table, caption=caption, source=source), []
        done.append(last)
    return done


def _caption(blocks: Sequence[Block], at: int) -> Text | None:
    """The title above a table, or the one below that begins with 表; else what announces it."""
    above = _at(blocks, at - 1)
    if above and above.kind == "source":
        above = _at(blocks, at - 2)
    title = above.text if above and above.kind == "caption" else None
    below = _at(blocks, at + 1)
    if below and below.kind == "caption" and _TABLE_TITLE.match(below.text.value):
        after = _at(blocks, at + 2)
        own = after is None or after.table is None
        if own and (title is None or not _TABLE_TITLE.match(title.value)):
            return below.text
    if title is not None:
        return title
    return _announcement(above) if above and above is _at(blocks, at - 1) else None


def _announcement(above: Block) -> Text | None:
    text = above.text
    if above.kind == "heading" or (above.kind == "item" and is_title(text.value)):
        return text
    if above.kind not in ("paragraph", "item") or not opens_list(text.value):
        return None
    begin = text.value.rfind("。", 0, -1) + 1 if len(text) > _LONGEST_TITLE else 0
    return text.part(begin, len(text))


def _source(blocks: Sequence[Block], at: int) -> Text | None:
    """The note below a table, behind its caption or a remark; else the one above it."""
    for place in (at + 1, at + 2, at - 1):
        block = _at(blocks, place)
        if block is None or block.table is not None:
            continue
        if block.kind == "source":
            return block.text
    return None


def _at(blocks: Sequence[Block], place: int) -> Block | None:
    return blocks[place] if 0 <= place < len(blocks) else None


def _continued(last: Block | None, between: list[Block], table: Table) -> Table:
    """The table with the header of the one before, where that one goes on in it."""
    if last is None or last.table is None or not last.table.headers:
        return table
    before = last.table
    repeated = [last.caption.value] if last.caption else []
    if any(b.kind != "caption" or b.text.value not in repeated for b in between):
        return table
    if len(before.rows[0]) != len(table.rows[0]):
        return table
    group = next((row[0] for row in reversed(before.filled()) if row[0].value), None)
    if _values(before.rows[0]) == _values(table.rows[0]):
        return replace(table, carried=group)
    if not between and _is_header(table.rows[0], before):
        return table
    head = before.rows[: before.headers]
    return Table((*head, *table.rows), before.headers, group)


def _is_header(row: tuple[Text, ...], before: Table) -> bool:
    """True for a row that is unlike the body of the table before: words alone, all short."""
    body = before.rows[before.headers :]
    return _words(row) and sum(map(_words, body)) * 2 < len(body)


def _words(row: tuple[Text, ...]) -> bool:
    return all(
        cell.value and width(cell.value) <= _LONGEST_HEADER and not _DIGIT.search(cell.value)
        for cell in row
    )


def _values(row: tuple[Text, ...]) -> list[str]:
    return [cell.value for cell in row]
