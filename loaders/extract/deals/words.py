"""The words without which a sentence tells no deal."""

from __future__ import annotations

from loaders.grammar.patterns import pattern

DEAL = pattern("deals", "words_deal")
# what is longer is no sentence
LONGEST = 2000
ENGLISH = pattern("deals", "words_english")
