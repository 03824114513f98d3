"""Noun phrases that may name a technology, a product or an industry."""

from __future__ import annotations

from loaders.concepts.judging import LONGEST, model_like, plausible
from loaders.concepts.phrase import Phrase
from loaders.concepts.phrases import definition, last_phrase, opening, phrases
from loaders.concepts.words import lexicon

__all__ = [
    "LONGEST",
    "Phrase",
    "definition",
    "last_phrase",
    "lexicon",
    "model_like",
    "opening",
    "phrases",
    "plausible",
]
