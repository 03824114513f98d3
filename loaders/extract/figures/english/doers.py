"""Who does what an English figure tells."""

from __future__ import annotations

import re

from loaders.english import verbs
from loaders.extract.figures.english.words import noun_phrase, verb

_ARTICLE = re.compile(r"\b(?:a|an|the|about|roughly)\s*$")
# `an H2 is a computer with 56 qubits` speaks of the H2
IS_A = re.compile(r"(?P<s>[^,;]{2,60}?)\s(?:is|are|was|were)\s(?:an?|the|one of)\s[^,;]*$")
_FURTHER = re.compile(r"\sand(?:\s(?:is|are|was|were|has|have|had|will|also|now))*\s*$")
_AFTER_ASIDE = re.compile(r",\s(?:has|have|had|is|are|will|also|now)\s*$")


def doer(near: str) -> str:
    """Who has, reports or is what the number tells."""
    text = _ARTICLE.sub("", near)
    for kind in ("own", "level", "share"):
        m = verb(kind).search(text)
        if m and m.group("verb") not in ("at", "of", "to", "near", "around", "about"):
            return before(text[: m.start()])
    return ""


def before(said: str) -> str:
    """Who does it; nothing where the verb hangs on the clause: `…, creating 3,000 jobs`."""
    whose = IS_A.search(said)
    name = noun_phrase(whose.group("s") if whose else said)
    # `A, which …, has ordered`: the aside before the comma does nothing
    if _AFTER_ASIDE.search(said):
        return ""
    further = _FURTHER.search(said) and not verbs.third() & set(name.split())
    return "" if further or said.rstrip().endswith(",") else name
