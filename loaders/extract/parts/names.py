"""The things that phrases name where a text names parts."""

from __future__ import annotations

from loaders.concepts import Phrase, model_like, plausible
from loaders.document import Document
from loaders.things import CONCEPTS, Thing


def sure(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase reads like a technology, or is known to be a concept."""
    known = document.gazetteer.known(phrase.name)
    return known.cls in CONCEPTS if known is not None else plausible(phrase.name)


def named(document: Document, phrase: Phrase) -> Thing:
    """The thing of a phrase: a product where it looks like a model, else a technology."""
    cls = "Product" if model_like(phrase.name) else "Technology"
    return document.gazetteer.named(phrase.name, cls, *CONCEPTS).called(*phrase.aliases)
