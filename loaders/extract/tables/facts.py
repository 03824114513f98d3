"""A table of facts about one company: 项目 | 详情, with 成立, 总部, … down its first column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import owners
from loaders.blocks import Block, Text
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.english.likeness import own_name
from loaders.extract import attributes
from loaders.extract.attributes import Attribute
from loaders.extract.tables.grid import line
from loaders.things import CONCEPTS, Claim, Thing

_VALUES = re.compile(
    r"(?:数值|数据|详情|值|内容|说明|信息|参数|介绍|values?|details?|data|information|description|notes?)",
    re.IGNORECASE,
)
_CORNER = re.compile(
    r"(?:指标|参数|项目|维度|内容|类别|事项|信息|要素|metric|parameter|item|details?|attribute|"
    r"spec|specs|specification|feature|field|property|fact|)",
    re.IGNORECASE,
)


def told_by(block: Block) -> bool:
    """Whether the lines of a table are facts: its two headers name none of what it tells."""
    if block.table is None or not block.table.rows or len(block.table.rows[0]) != 2:
        return False
    corner, values = (cell.value.strip().strip("*") for cell in block.table.rows[0])
    return bool(_CORNER.fullmatch(corner) and _VALUES.fullmatch(values))


def labelled(document: Document, block: Block) -> list[tuple[Text, Thing]]:
    """The lines of an English table of facts as `label: value`, each with whom it tells of."""
    rows = block.table.rows if block.table else ()
    if len(rows) < 2 or CJK.search(rows[0][0].value):
        return []
    owner = _owner(document, block) if told_by(block) else None
    if owner is None:
        return _beside(document, rows)
    filled = [row for row in rows[1:] if all(cell.value.strip("* ") for cell in row)]
    return [(Text.join(row, ": "), owner) for row in filled]


def _beside(document: Document, rows: tuple[tuple[Text, ...], ...]) -> list[tuple[Text, Thing]]:
    """`Spec | Falcon X2 | Heron`: what the lines tell in words of the products side by side."""
    if not _CORNER.fullmatch(rows[0][0].value.strip("* ")):
        return []
    heads = [_named(document, cell.value.strip("* ")) for cell in rows[0]]
    return [
        (Text.join((row[0], cell), ": "), head)
        for row in rows[1:]
        for head, cell in zip(heads[1:], row[1:], strict=True)
        if head is not None and re.match(r"[A-Za-z]", cell.value.strip("* "))
    ]


def claims(document: Document, block: Block) -> Iterator[Claim]:
    """What the lines say of the company or product whose heading the table stands under."""
    owner = _owner(document, block)
    if owner is None or block.table is None:
        return
    for row in block.table.rows[1:]:
        label, value = row
        told = Attribute(label.value.strip("* "), value.value, line(row))
        yield from attributes.claims(document, block, owner, told)


def across(document: Document, block: Block) -> Iterator[Claim]:
    """What a table says whose headers are names and whose lines are attributes: 维度 | 甲 | 乙."""
    rows = block.table.rows if block.table else ()
    if len(rows) < 2 or not _CORNER.fullmatch(rows[0][0].value.strip("* ")):
        return
    heads = [_named(document, cell.value) for cell in rows[0][1:]]
    if len(named_heads(document, block)) < 2:
        return
    for label, *cells in rows[1:]:
        for head, cell in zip(heads, cells, strict=True):
            if head is not None and cell.value.strip():
                told = Attribute(label.value.strip("* "), cell.value, cell)
                yield from attributes.claims(document, block, head, told)


def named_heads(document: Document, block: Block) -> list[Thing]:
    """The companies or products that stand across the top of a table."""
    head = block.table.rows[0][1:] if block.table and block.table.rows else ()
    found = (_named(document, cell.value) for cell in head)
    return [thing for thing in found if thing is not None]


def _named(document: Document, text: str) -> Thing | None:
    """The company or product that a header names, with no more than a remark beside it."""
    found = document.gazetteer.find(text)
    if text and not found and text.isascii() and own_name(text):
        return document.gazetteer.named(text, "Product", *CONCEPTS)
    if not found or found[0].start or found[0].thing.cls not in ("Company", "Product"):
        return None
    rest = text[found[0].end :].strip()
    return found[0].thing if not rest or rest[0] in "（(" else None


def _owner(document: Document, block: Block) -> Thing | None:
    return owners.owner(document, block) or _company(document, block)


def _company(document: Document, block: Block) -> Thing | None:
    """The one company that the nearest heading naming any is about."""
    above: list[Text | None] = [block.caption, *reversed(block.path)]
    for text in above:
        found = document.gazetteer.find(text.value) if text is not None else []
        orgs = {m.thing.id: m.thing for m in found if m.thing.cls == "Company"}
        if orgs:
            return next(iter(orgs.values())) if len(orgs) == 1 else None
    return None
