"""The concept that a name stands for in a report, be it known there or not."""

from __future__ import annotations

import re

from loaders.concepts import model_like, plausible
from loaders.document import Document
from loaders.things import CONCEPTS, Thing

# 微控制器MCU: a name and its abbreviation
_BOTH = re.compile(r"(?P<long>[\u4e00-\u9fff]{3,})\s?(?P<short>[A-Z]{2,6})")


def named_concept(document: Document, name: str) -> Thing:
    """The known concept of a name, else a new one: a product if it looks like a model's name."""
    cls = "Product" if model_like(name) else "Technology"
    return document.gazetteer.named(name, cls, *CONCEPTS)


def names_concept(document: Document, name: str) -> bool:
    """Whether a name is known for a concept's; an unknown one must read like a concept's."""
    known = document.gazetteer.known(name)
    return known.cls in CONCEPTS if known is not None else plausible(name)


def named_twice(document: Document, name: str, cls: str) -> Thing:
    """The concept of a name that its abbreviation may follow, of a class if nobody knows it."""
    gazetteer = document.gazetteer
    known = gazetteer.named(name, cls, *CONCEPTS)
    if known.row is not None or not (m := _BOTH.fullmatch(name)):
        return known
    halves = [gazetteer.named(h, cls, *CONCEPTS) for h in m.group("short", "long")]
    return next((h for h in halves if h.row), halves[0]).called(*(h.name for h in halves), name)
