"""What is built of parts, and what is a field: a thing goes into one and is applied in the other."""

from __future__ import annotations

import re
from collections.abc import Collection

from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.grammar import words
from loaders.things import CONCEPTS, Thing

_WORDS = re.compile(r"[ /]")
_LATIN = re.compile(r"[A-Z][A-Za-z0-9\-]{1,11}")
# what works on a thing is no part of it
_MACHINE = re.compile(r"(?:设备|装备|机床|仪器|产线|生产线|[孔刻切焊检试磨铣压装磊曝]机)$")

# what somebody gives a name of its own, which stands before this
_CALLED = re.compile(r"(?:大模型|平台|系列|号|计划|星座)$")
# CTRFR-1 装置, Panther 处理器: a model, and what it is
_MODEL = re.compile(
    r"(?:[A-Za-z][A-Za-z\-]*\d[\w.\-]*|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\s?(?:装置|系统|机器人|芯片|处理器|卫星|火箭|设备|模型)$"
)


def goes_into(part: Thing, wholes: Collection[Thing]) -> bool:
    """Whether what is used in some things is a part of them, rather than at work there.

    One list names things of one sort: a field among them makes fields of all.
    """
    return not _MACHINE.search(part.name) and all(map(has_parts, wholes))


def whole(document: Document, thing: Thing) -> Thing:
    """What others go into: no field but a technology, where nobody knows it better."""
    if thing.cls != "Industry" or thing.row is not None:
        return thing
    return document.gazetteer.named(thing.name, "Technology", *CONCEPTS)


def has_parts(thing: Thing) -> bool:
    """Whether a thing is built of parts, by what its name ends in."""
    if thing.cls == "Industry" and thing.row is not None:
        return False
    names = (thing.name, *thing.aliases)
    if any(name.endswith(tuple(words("wholes", "fields"))) for name in names):
        return False
    ends = tuple(words("wholes", "ends"))
    known = thing.row is not None and any(_LATIN.fullmatch(name) for name in names)
    return known or any(w.endswith(ends) for name in names for w in _WORDS.split(name) if w)


def made_of(materials: Collection[Thing], whole: Thing) -> bool:
    """Whether things are what a whole is made of, by a material among them, and no kinds of it."""
    ends = tuple(words("wholes", "materials"))
    if whole.name.endswith(ends) or not has_parts(whole):
        return False
    names = (name for thing in materials for name in (thing.name, *thing.aliases))
    return any(name.endswith(ends) for name in names)


def nameless(thing: Thing) -> bool:
    """Whether a thing goes by what it is: 硅光模块, GPU, and not ITER, Orin-X or 飞轮大模型."""
    if thing.cls != "Technology" or thing.row is not None:
        return thing.cls == "Technology"
    own = _CALLED.search(thing.name) or _MODEL.match(thing.name)
    return bool(CJK.match(thing.name[-1])) and not own
