"""The concept that a name stands for in a report, be it known there or not."""

from __future__ import annotations

from loaders.concepts import model_like, plausible
from loaders.document import Document
from loaders.things import CONCEPTS, Thing


def named_concept(document: Document, name: str) -> Thing:
    """The known concept of a name, else a new one: a product if it looks like a model's name."""
    cls = "Product" if model_like(name) else "Technology"
    return document.gazetteer.named(name, cls, *CONCEPTS)


def names_concept(document: Document, name: str) -> bool:
    """Whether a name is known for a concept's; an unknown one must read like a concept's."""
    known = document.gazetteer.known(name)
    return known.cls in CONCEPTS if known is not None else plausible(name)
