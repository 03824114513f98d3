"""The fields that a slot lists."""

from __future__ import annotations

import re

from loaders.concepts import Phrase, lexicon, model_like, phrases, plausible
from loaders.document import Document
from loaders.extract.applied.forms import Form
from loaders.grammar import words
from loaders.things import CONCEPTS, Thing
from loaders.tokens import tokens

# how many of them there are, when, or whose they are: nothing that is a field
_NO_FIELD = re.compile(
    r"\d{2,}|[年月日]$|^(?:其|该|各|不同|多|我国|全球|中国)|以[上下内外]|更|最|布局|配置|重点|核心|关键|主要|需求|^[一二两三四五六七八九十几]+大?$|^细分$"
)
_TIER = re.compile(r"^(?:上游|中游|下游|全球|国内|我国|当前|目前)(?=.{2})|[两三四五六]大$")
# 储能/AI, and not T/R组件, 单/双面板 or 3D/4D
_STROKE = re.compile(
    r"(?<=[\u4e00-\u9fffA-Za-z]{2})\s?/\s?(?=[\u4e00-\u9fff]{2})|(?<=[\u4e00-\u9fff]{2})\s?/\s?(?=[A-Za-z]{2})"
)
_PLACED = ("Place", "Company", "Institution", "Person", "Policy")
# parts of speech that no field has a word of
_CLAUSAL = "dpruyc"
_LONGEST = 12
_SHORT = 2


def objects(document: Document, slot: str, form: Form) -> list[Thing]:
    """The fields of a slot; none where an item of it is no name.

    In a `closed` slot, whose last word says that they are fields, any noun will do.
    """
    found = [_TIER.sub("", p.name) for p in listed(slot.strip()) if not _said(p.name)]
    loose = form.closed and len(found) > 1
    if not all(_field(document, name, form, loose) for name in found):
        # beside a field by its own name, what is none may be left out: 特种领域和卫星通信
        fair = form.closed or all(_noun_like(n) and not _verbal(n) for n in found)
        found = [name for name in found if fair and own(document, name)]
    return [document.gazetteer.named(name, "Industry", *CONCEPTS) for name in found]


def listed(slot: str) -> list[Phrase]:
    """The phrases of a slot, where strokes part whole words of a list too: 储能/机器人."""
    return phrases(_STROKE.sub("、", slot))


def _said(name: str) -> bool:
    """Whether a word names nothing, yet may stand in a list: 材料."""
    return name in lexicon("generic") and name not in words("applied", "fields")


def _field(document: Document, name: str, form: Form, loose: bool) -> bool:
    if own(document, name):
        return True
    known = document.gazetteer.known(name)
    if form.own or known is not None:
        return not form.own and known is not None and known.cls not in _PLACED
    if any(m.thing.cls in _PLACED for m in document.gazetteer.find(name)) or _none(name):
        return False
    if plausible(name) or (loose and _noun_like(name)):
        return True
    return form.closed and plausible(name, loose=True) and tokens(name)[-1].noun


def _noun_like(name: str) -> bool:
    """Whether a phrase in a list of fields may be one: no particle, no adverb, no clause."""
    good = all(t.tag[0] not in _CLAUSAL for t in tokens(name))
    return good and len(name) <= _LONGEST and not model_like(name)


def _verbal(name: str) -> bool:
    return any(t.tag == "v" for t in tokens(name))


def own(document: Document, name: str) -> bool:
    """Whether a word is a field by itself, wherever it stands."""
    if name in words("applied", "fields"):
        return True
    ends = len(name) > _SHORT and name.endswith(tuple(words("applied", "field_ends")))
    known = document.gazetteer.known(name)
    if known is not None:
        return known.cls == "Industry" or (ends and known.cls == "Technology")
    if not ends or _none(name) or not plausible(name, loose=True):
        return False
    return not any(m.thing.cls in _PLACED for m in document.gazetteer.find(name))


def _none(name: str) -> bool:
    """Whether a phrase can be no field, wherever it stands."""
    return bool(_NO_FIELD.search(name)) or name.endswith(tuple(words("applied", "no_ends")))
