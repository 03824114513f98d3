"""Items of a row of shares or changes: 涂料（+3.7%）、助剂（-0.4%）; 钻孔 20%、曝光 13%."""

from __future__ import annotations

import re

from loaders.concepts import lexicon
from loaders.extract.figures.metrics import is_metric
from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.phrases import words_of
from loaders.tokens import tokens

_NAME = r"(?P<name>[^、，。；：:（）()\d%]{2,12}?)"
_BEFORE = re.compile(rf"(?P<mark>[)）%％]、|[：:，。；]|^)\s*{_NAME}\s*(?P<open>[（(]\s*)?$")
_AFTER = re.compile(r"\s*[)）]?(?:、|等|和|及)")
_NEAR = 24
# what a clause is made of, and no name
_CLAUSE = ("p", "d", "c", "r", "ul", "uj", "y", "m", "f")


def item(text: str, q: Quantity) -> str:
    """The name of the item that a number belongs to, where the text lists several so.

    In a row with names, what reads like no name alone is one too.
    """
    m = _BEFORE.search(text[max(0, q.start - _NEAR) : q.start])
    if m is None or not (m.group("mark").endswith("、") or _AFTER.match(text, q.end)):
        return ""
    name = m.group("name").strip()
    words = tokens(name)
    none = any(t.tag in _CLAUSE or t.word in lexicon("verbs") - words_of("nouns") for t in words)
    generic = name in lexicon("generic") | words_of("labels") or is_metric(name)
    return "" if none or generic else name
