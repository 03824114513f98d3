"""What the header of a column says: how it stands to another one, and what kind it holds."""

from __future__ import annotations

import re

from kg.model import Modality
from loaders.concepts import lexicon, plausible
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.extract.tables.grid import Column
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.things import Thing

# what a header says of names, behind the word for what they are
_MODELS = re.compile(r"(?:产品|型号|系列|机型|品牌|名称|计划|项目)+$")
_FOREMOST = re.compile(r"^(?:代表|主要|核心|主力|典型|主流|重点)性?(?=.{2})")
_PROPER = re.compile(r"[A-Z][A-Za-z0-9\-+. ]{2,24}")


def relation(anchor: str, column: Column, *, before: bool = False) -> tuple[str, bool] | None:
    """The relation of what a record is about to a column, and whether it is its subject.

    A column of kinds `before` that of the products says what they are: 芯片种类 | 代表产品.
    """
    header = column.header.strip()
    if pattern("headers", "fit").match(header):
        return None
    sort = pattern("headers", "kinds").fullmatch(header) if anchor == "product" else None
    if sort and (before or sort["what"] in load("headers")["words"]["wares"]):
        return "TYPE_OF", True  # not 屏幕类型: of what kind a part is
    if anchor in ("product", "name") and header.lower() in load("headers")["words"]["built_in"]:
        return "USES", True  # 芯片 beside 版本
    for way in ("forward", "backward"):
        if predicate := load("columns")[way].get(anchor, {}).get(column.role):
            goes_by = way == "forward" and predicate in ("PRODUCES", "ACTIVE_IN") and route(column)
            return "USES" if goes_by else predicate, way == "forward"
    return None


def applies(column: Column) -> bool:
    """Whether a column says what a thing is put to use in, rather than its field."""
    return pattern("headers", "applied").search(column.header) is not None


def route(column: Column) -> bool:
    """Whether a column holds what somebody goes by rather than what he sells."""
    return pattern("headers", "route").search(column.header) is not None


def kind(document: Document, column: Column) -> Thing | None:
    """The technology that a header names: what stands below `CPU` or `协作机器人型号` is one."""
    header = column.header.strip("* ")
    if column.role == "product":
        stem = _FOREMOST.sub("", _MODELS.sub("", header))
        empty = lexicon("vague") | lexicon("platitudes")
        told = CJK.search(stem) and stem not in empty and plausible(stem)
        return named_concept(document, stem) if told else None
    words = header.split() if column.role == "technology" else []
    known = document.gazetteer.known(words[-1]) if words else None
    return known if known is not None and known.cls == "Technology" else None


def proper(thing: Thing) -> bool:
    """Whether a thing goes by a name of its own, and not by a word for what it is."""
    return thing.cls == "Product" or _PROPER.fullmatch(thing.name) is not None


def meant(header: str) -> Modality:
    """How a column is meant as a whole: 潜在标的, 拟建项目."""
    for how in (Modality.POTENTIAL, Modality.PLANNED):
        if any(word in header.lower() for word in load("headers")["words"][how.value]):
            return how
    return Modality.ASSERTED
