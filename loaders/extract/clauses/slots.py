"""Slots of clauses: where their list ends, and what their names end in."""

from __future__ import annotations

import re

from loaders.concepts import Phrase, lexicon, phrases
from loaders.tokens import tokens

# RAM,NAND: words in Latin letters, one comma between
_CODES = re.compile(r"[A-Za-z\d],[A-Za-z]")
_COMMA = re.compile(r"[，,]")
_MARK = re.compile(r"[，,、]")
_MEASURE = re.compile(r"\d[\d.]*\s?[A-Za-z]{1,4}")
_MEASURED = re.compile(rf"{_MEASURE.pattern}(?P<rest>\s?[^\d、]{{2,16}})")
_LONG = 14
_THAT_IS = re.compile(r"[，,]即(?P<names>[^，,。；]{2,30})$")
_DONE = "研究|研发|开发|创建|建设|设计|生产|制造|加工|集成|施工|销售|运营|维护"
# 光芯片的研发、生产和销售: what is done with it
_WORK = re.compile(
    rf"的?(?:{_DONE})(?:(?:及|与|和|、|以及)(?:{_DONE}|服务|应用|推广|产业化)){{1,5}}(?:业务|工作)?$"
)
# A10/H10系列: models side by side
_CODES_BESIDE = re.compile(
    r"(?P<all>[A-Z][A-Za-z]{0,5}-?\d[\w.\-]{0,6}(?:\s?/\s?[A-Z][A-Za-z]{0,5}-?\d[\w.\-]{0,6}){1,5})"
    r"\s?(?:系列|型号|机型|芯片)?"
)
# how a verb is meant is nothing that is sold
_HOW = re.compile(
    r"(?:并|也|还|均|都|已|仍|再|且|却|则|很|暂|尚)*(?:无法|可能|难以|没有|不再?|或将?|有望|未能?|将|拟|计划|正在?|不[会能])"
)
_LEVELS = re.compile(r"([A-Z]+\d+)/([A-Z]+\d+)(级[\u4e00-\u9fff]{2,6})")


def items(slot: str) -> list[Phrase]:
    """The noun phrases that a slot lists, and what it says they are called: `，即甲或乙`."""
    if _HOW.fullmatch(slot):
        return []
    m = _THAT_IS.search(slot)
    found = _measured(phrases(_WORK.sub("", _cut(slot[: m.start()] if m else slot))))
    return found + (phrases(m["names"]) if m else [])


def _measured(found: list[Phrase]) -> list[Phrase]:
    """`800G 和 1.6T 收发器`: what the last item is of, the bare measures before it are of too."""
    last = _MEASURED.fullmatch(found[-1].name) if len(found) > 1 else None
    if last is None:
        return found
    return [
        Phrase(p.start, p.end, p.name + last.group("rest"), p.aliases)
        if _MEASURE.fullmatch(p.name)
        else p
        for p in found
    ]


def each(phrase: Phrase) -> list[Phrase]:
    """The levels or models that one name joins, each on its own: M9/M10级材料."""
    names = [phrase.name]
    if m := _LEVELS.fullmatch(phrase.name):
        one, two, kind = m.groups()
        names = [one + kind, two + kind]
    elif m := _CODES_BESIDE.fullmatch(phrase.name):
        names = [name.strip() for name in m["all"].split("/")]
    if len(names) == 1:
        return [phrase]
    return [Phrase(phrase.start, phrase.end, name) for name in names]


def _cut(slot: str) -> str:
    """A slot up to where its clause ends: the first comma after which no list goes on."""
    for m in _COMMA.finditer(slot):
        item = _MARK.split(slot[m.end() :], maxsplit=1)[0]
        listing = "、" in slot[: m.start()] or _CODES.match(slot, m.start() - 1)
        if not listing or len(item) > _LONG or _clausal(item):
            return slot[: m.start()]
    return slot


def _clausal(text: str) -> bool:
    """Whether a piece between commas has a verb of its own, or says how something is."""
    words = tokens(text.rstrip("。；"))
    if words and words[-1].tag == "a":
        return True
    return any(t.word in lexicon("verbs") or t.tag in ("v", "d", "p", "r") for t in words)
