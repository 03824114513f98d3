"""Lists that a line opens, put together as sentences: `甲支持以下方向：` over 半导体设备, 关键材料."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from loaders.blocks import Block, Layout, Text
from loaders.concepts.words import CJK
from loaders.english.likeness import activity
from loaders.sentences import Sentence
from loaders.tokens import tokens

# `以下方向`, `三项技术`: what counts the items and names nothing itself
_COUNT = re.compile(
    r"(?:以下|下列|如下|下述|这|[一二两三四五六七八九十几多数\d]+)?"
    r"(?:[一二两三四五六七八九十几多数\d]+)?(?:个|项|类|种|大|条|家|方面)*"
    r"(?:主要|重点|关键)?(?:方向|领域|环节|技术|产品|方面|内容|用途|企业|公司|厂商|材料|部件|场景|对象|机构|措施)?[：:]\s*$"
)
_END = re.compile(r"[：:，。；（(]|\s[-–—]\s")
# `由三种材料组成`
_GAP = re.compile(
    r"(?P<by>由)(?:以下|下列|这)?[一二两三四五六七八九十几多\d]*(?:个|项|类|种|层|大|部)?"
    r"(?:主要|核心|关键)?(?:材料|部件|部分|子系统|系统|模块|环节|技术|分)?(?:共同)?(?P<verb>组成|构成)$"
)
LONGEST = 24
# an English line that goes on into its items: its last word takes an object, or follows so
_OPENS = re.compile(
    r"(?:\b(?:in|for|by|with|from|to|of|on|as|into|include|includes|including|are|is|comprise|comprises|"
    r"makes?|supplies|uses?|sells?|offers?|produces?|operates?|following)|such as)\*{0,2}:\s*$"
)
_REMARK = re.compile(r"\s\(|:|\s[–—-]\s|[.;]$|\*\*\s")
_COMMON = re.compile(r"[A-Z][a-z]+ [a-z]{2}")
_WORDS = 6


def sentences(layout: Layout) -> Iterator[Sentence]:
    """One sentence for each list of short items whose opening line says what they are to it."""
    for intro, run in groupby(layout.blocks, key=lambda b: b.intro if b.kind == "item" else None):
        items = list(run)
        if intro is None or len(items) < 2 or not CJK.search(intro.value):
            continue
        opening = _opening(intro)
        names = [_name(item) for item in items]
        if opening is not None and all(names):
            yield Sentence(_together(opening, [n for n in names if n is not None]), items[0])


def english(layout: Layout) -> Iterator[Sentence]:
    """`Its arms are used in:` over welding, painting: one sentence for each such English list."""
    for intro, run in groupby(layout.blocks, key=lambda b: b.intro if b.kind == "item" else None):
        items = list(run)
        if intro is None or CJK.search(intro.value) or not _OPENS.search(intro.value):
            continue
        names = [_phrase(item) for item in items]
        if len(items) > 1 and all(names):
            *first, last = [name for name in names if name is not None]
            opening = intro.part(0, len(intro.value.rstrip(" :*")))
            listed = Text.join([Text.join(first, ", "), last], " and ")
            yield Sentence(Text.join([opening, listed], " "), items[0])


def _phrase(item: Block) -> Text | None:
    """What an English item begins with, up to a bracket or mark; None where that is a clause."""
    m = _REMARK.search(item.text.value)
    end = m.start() if m else len(item.text.value)
    text = item.text.part(0, end).strip() if end else None
    if text is None or len(text.value) < 2 or len(text.value.split()) > _WORDS:
        return None
    # the capital that an item begins with makes no name of it
    plain = _COMMON.match(text.value) or activity(text.value)
    return Text(text.value[0].lower() + text.value[1:], text.pieces) if plain else text


def _opening(intro: Text) -> Text | None:
    """The last clause of an opening line, without what counts the items."""
    start = max((m.end() for m in re.finditer(r"[。；]", intro.value)), default=0)
    m = _COUNT.search(intro.value, start)
    end = m.start() if m else len(intro.value.rstrip("：: "))
    text = intro.part(start, end).strip() if end > start else None
    return text if text is not None and len(text.value) > 1 else None


def _name(item: Block) -> Text | None:
    """What an item begins with, up to its first mark; None where that is no name."""
    m = _END.search(item.text.value)
    end = m.start() if m else len(item.text.value)
    text = item.text.part(0, end).strip() if end else None
    return (
        text
        if text is not None and 1 < len(text.value) <= LONGEST and not _told(text.value)
        else None
    )


def _told(name: str) -> bool:
    """Whether an item is a sentence of its own."""
    return any(t.start and t.word in ("是", "为", "由", "与", "将", "已") for t in tokens(name))


def _together(opening: Text, names: list[Text]) -> Text:
    """The opening before the items; around them where they fill a gap in it: `由以下三种组成`."""
    items = Text.join(names, "、")
    gap = _GAP.search(opening.value)
    if gap is None:
        return Text.join([opening, items])
    verb = opening.part(gap.start("verb"), len(opening.value))
    return Text.join([opening.part(0, gap.end("by")), items, verb])
