"""The words without which a sentence tells no deal."""

from __future__ import annotations

from loaders.grammar.patterns import pattern

DEAL = pattern("deals", "words_deal")
ENGLISH = pattern("deals", "words_english")
