"""Whether it says anything of a thing that its name ends in another one."""

from __future__ import annotations

import re

from kg.names import fold
from loaders.concepts import lexicon
from loaders.concepts.words import CJK
from loaders.mentions import Gazetteer
from loaders.things import CONCEPTS, ORGS, Thing

# H200, Gen5: a model's own name; whatever stands before it, it stays that model
_MODEL = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9. \-]*")
# 16GB, 50TOPS
_AMOUNT = re.compile(r"[\d.]+(?:gb|tb|mb|tops|tflops|pflops|ghz|mhz|英寸|寸|nm|颗|个)")
_SUM = re.compile(r"[+＋]|[^平同相对均优高中此]等")
# 业界首个某某方案: how it is praised
_FIRST = ("业界", "首", "全球首", "国内首")
# 人均乳品, 瞬时关节: how something is measured, or 车 PCB, or several things
_MEASURED = re.compile(
    r"人均|瞬时|平均|合计|累计|[单总新续](?![\u4e00-\u9fff]{4})|[\u4e00-\u9fff]\s"
)
_SEVERAL = re.compile(r"[和及与、]")


def sorted_by(gazetteer: Gazetteer, thing: Thing, whole: Thing, head: str, *, sure: bool) -> bool:
    """Whether a thing is a kind of what its name ends in.

    Of one that is but a part of something, which `sure` denies, a broad word says little.
    """
    broad = head in lexicon("platitudes") or (head in lexicon("broad") and not sure)
    own = whole.cls == "Product"
    same = whole.id == thing.id or broad or _same(thing.name, whole.name, own=own)
    return not same and whole.cls in CONCEPTS and _tells(gazetteer, thing, whole, head)


def one_sort(name: str) -> bool:
    """Whether what a figure is of goes by the name of one sort of things."""
    return not _MEASURED.match(name) and not _SEVERAL.search(name)


def _same(name: str, head: str, *, own: bool) -> bool:
    """Whether the longer name only says more of the same thing, or adds things up.

    `某公司 H200` is the H200, 东方某某EAST is the EAST, and 煤油+两台发动机 is no engine.
    """
    if _SUM.search(name):
        return True
    bare = name.removesuffix(head)
    both = own and head.isascii() and bare != name and CJK.match(bare[-1:]) is not None
    return both or (fold(name).endswith(fold(head)) and bool(_MODEL.fullmatch(head)))


def _tells(gazetteer: Gazetteer, thing: Thing, whole: Thing, head: str) -> bool:
    """Whether what stands before a head makes a kind of it.

    Whose it is or where makes none (海光DCU), nor how much of it there is (16GB RAM), nor its other name
    (光电共封装CPO), nor praise (先进PCB).
    """
    modifier = thing.key.removesuffix(head)
    if modifier == thing.key:
        return True
    if _AMOUNT.fullmatch(modifier) or modifier in lexicon("praise"):
        return False
    known = gazetteer.known(modifier)
    if known is None:
        return not modifier.startswith(_FIRST)
    return known.cls not in (*ORGS, "Place") and known.id != whole.id
