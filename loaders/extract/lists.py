"""Lists whose opening line or heading says what the items are to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from loaders.blocks import Block, Text
from loaders.concepts import model_like, phrases, plausible
from loaders.document import Document
from loaders.things import CONCEPTS, Claim, Thing

_LABEL = re.compile(r"^[【\[]?(?P<name>[^：:。，；【】\[\]]{2,30}?)(?:[】\]]|\s*[：:]|\s+[-–—]\s+)")
_LAYER = re.compile(r"^(?P<name>[A-Za-z0-9\u4e00-\u9fff /]{2,20}?)(?:[（(](?P<also>[^（）()]{2,16})[)）])?层(?=[专负作定位主提承是为，：:面])")
_STACK = re.compile(r"(?:分层|多层|层级|层次|栈|hierarchy|stack|[一二三四五六七八九十\d]层)", re.IGNORECASE)
_KINDS = re.compile(r"(?:[两二三四五六七八多几\d]|主要|主流|以下|如下)+(?:大|个|种|类|条)?(?:主要|主流|技术)?(?P<what>[\u4e00-\u9fff]{0,8}?)(?:路线|类型|方式|种类|路径|形式|方法|方案|实现|类别|方向)")
_LAYERED = re.compile(
    r"(?P<stack>[\u4e00-\u9fffA-Za-z0-9 ]{2,12}?)(?:由[^，。；：]{1,8}|自[^，。；：]{1,8}|从[^，。；：]{1,10})?"
    r"(?:主要|共|可)?(?:有|分为|分|分成|包括|包含)[两二三四五六七八九\d]+(?:层|级|个层级|个层次)"
)
_OPENS = re.compile(r"(?:分为|包括|主要有|如下|通过|实现|划分为|涵盖|以下)[^：:]{0,16}[：:]?$")


def read(document: Document) -> Iterator[Claim]:
    """What lists state by their form."""
    blocks = document.layout.blocks
    for _, run in groupby(enumerate(blocks), key=lambda pair: pair[1].kind == "item" and id(pair[1].intro)):
        members = list(run)
        items = [block for _, block in members if block.kind == "item"]
        if len(items) < 2:
            continue
        before = blocks[max(0, members[0][0] - 4) : members[0][0]]
        yield from _layers(document, items, before)
        yield from _ordered(document, items)
        yield from _kinds(document, items, before)


def _layers(document: Document, items: list[Block], before: tuple[Block, ...]) -> Iterator[Claim]:
    found = [(item, m) for item in items if (m := _LAYER.match(item.text.value))]
    stack = _stack(document, items[0], before)
    if len(found) < 2 or stack is None:
        return
    for position, (item, m) in enumerate(found, 1):
        for name in filter(None, (m.group("name").strip(), m.group("also"))):
            thing = document.gazetteer.named(name, "Technology", *CONCEPTS)
            yield Claim(thing, "LAYER_OF", stack, item.text, "list:layer", qualifiers={"position": str(position)})
        if also := m.group("also"):
            yield Claim(
                document.gazetteer.named(also, "Technology", *CONCEPTS), "TYPE_OF",
                document.gazetteer.named(m.group("name").strip(), "Technology", *CONCEPTS),
                item.text, "list:gloss",
            )


def _ordered(document: Document, items: list[Block]) -> Iterator[Claim]:
    """`存储层级有三层：` over items that each begin with the name of a layer."""
    opening = items[0].intro
    m = _LAYERED.search(opening.value) if opening else None
    named = [(item, found) for item in items if (found := _LABEL.match(item.text.value))]
    if m is None or len(named) < 2:
        return
    stack = document.gazetteer.named(m.group("stack"), "Technology", *CONCEPTS)
    for position, (item, found) in enumerate(named, 1):
        for phrase in phrases(found.group("name"))[:1]:
            layer = document.gazetteer.named(phrase.name, "Technology", *CONCEPTS)
            yield Claim(
                layer, "LAYER_OF", stack, item.text, "list:ordered",
                qualifiers={"position": str(position)},
            )


def _stack(document: Document, item: Block, before: tuple[Block, ...]) -> Thing | None:
    """The stack that the words before a list name: its opening line, a caption, a heading."""
    places = [item.intro, *(b.text for b in reversed(before)), *reversed(item.path)]
    for text in places:
        if text is None or not _STACK.search(text.value):
            continue
        for phrase in reversed(phrases(re.sub(r"^(?:图|表)[^：:]*[：:]", "", text.value)[-40:])):
            if _STACK.search(phrase.name) and 3 <= len(phrase.name) <= 16:
                return document.gazetteer.named(phrase.name, "Technology", *CONCEPTS)
    return None


def _kinds(document: Document, items: list[Block], before: tuple[Block, ...]) -> Iterator[Claim]:
    """`量子计算有四种路线：` over items that each begin with a name."""
    nearest = next((b.text for b in reversed(before) if b.kind == "paragraph"), None)
    places = (items[0].intro, nearest, *items[0].path[-1:])
    intro = next((text for text in places if text is not None and _KINDS.search(text.value)), None)
    if intro is None:
        return
    whole = _subject(document, intro)
    named = [(item, m) for item in items if (m := _LABEL.match(item.text.value))]
    if whole is None or len(named) < 2:
        return
    for item, m in named:
        for phrase in phrases(m.group("name"))[:1]:
            if plausible(phrase.name, loose=True):
                cls = "Product" if model_like(phrase.name) else "Technology"
                thing = document.gazetteer.named(phrase.name, cls, *CONCEPTS)
                yield Claim(thing, "TYPE_OF", whole, item.text, "list:kinds")


def _subject(document: Document, intro: Text) -> Thing | None:
    last = re.split(r"[。；]", intro.value.rstrip("：: "))[-1]
    for m in document.gazetteer.find(last):
        if m.thing.cls in CONCEPTS:
            return m.thing
    for phrase in phrases(re.split(r"[，：:]", last)[0]):
        if plausible(phrase.name):
            return document.gazetteer.named(phrase.name, "Technology", *CONCEPTS)
    return None
