"""What a line tells of its label, and a bracket of the word before it.

`丝杠：海外舍弗勒主导，相关公司贝斯特` and `丝杠（贝斯特、五洲新春）` name makers of 丝杠; under
`特斯拉供应链` they supply 特斯拉 with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders.blocks import Block
from loaders.coded import Coded, code
from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract.clauses import named
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Mention, Thing

_LABEL = re.compile(r"^[“\"【]?(?P<name>[^：:。，；、“”【】]{2,18})[”\"】]?[：:](?=.)")
_MAKERS = re.compile(
    r"(?:相关公司|相关标的|标的|代表企业|代表公司|主要企业|核心企业|受益标的|供应商|厂商|企业|龙头|玩家|公司)"
    r"(?:主要)?(?:包括|有|为|如|：|是|关注)?(?P<who>[\ue000-\ue3ff])"
)
_LEADS = re.compile(
    r"(?P<who>[\ue000-\ue3ff])(?:等)?(?:公司|企业|厂商)?(?:已|均|合计|仍|率先|近年来|目前|也|分别|正)*"
    r"(?:主导|垄断|领先|占|占据|实现量产|实现样品|实现批量|实现突破|已量产|快速追赶|研发出|具备量产)"
)
_BRACKET = re.compile(r"(?P<what>[^，。；：:！？、（）()]{2,24})[（(](?P<who>[^（）()]{2,80})[)）]")
# a label and nothing but names behind it
_ONLY = re.compile(r"[^：:，。；]{2,20}[：:]\s*(?P<who>[\ue000-\ue3ff])(?:等)?[。；]?")
_WHO = re.compile(r"(?:代表|主要|核心|相关|重点|国内|海外)*(?:厂商|企业|公司|标的|供应商|玩家)[：:]")
_SEPARATOR = re.compile(r"[、，,/和与及\-–—\s]|等|如|以及")
_CHAIN = re.compile(r"(?:的)?(?:供应链|产业链|链)")
_MARKET = re.compile(
    r"(?P<what>[^，。；：！？、\ue000-\uf3ff]{2,20}?)(?:市场|领域|行业)(?:中|上|里|方面)?[，,]?"
    r"(?:[\ue400-\ue7ff]|本土|海外|国内)*(?P<who>[\ue000-\ue3ff])[^，。；]{0,8}?(?:占|市占|份额|市场份额)"
)
_ABBREVIATION = re.compile(r"[A-Z]{2,5}")
_RULED = re.compile(
    r"(?P<what>[^，。；：！？、\ue000-\uf3ff]{2,20}?)(?:市场|领域|行业)?(?:主要|目前|长期|基本)*由"
    r"(?P<who>[\ue000-\ue3ff])[^，。；]{0,14}?(?:主导|垄断|占据|把持|控制)"
)
_MAKES = re.compile(r"[（(](?P<what>[\u4e00-\u9fffA-Za-z0-9 、\-+/]{2,40})[)）]")
_AT = re.compile(r"(?P<place>[\ue400-\ue7ff])[：:]\s*(?P<who>[\ue000-\ue3ff])(?:等)?[。；]?")
_POTENTIAL = ("潜在", "拟", "有望")


def read(document: Document) -> Iterator[Claim]:
    """The makers that labels, brackets and market shares name."""
    for sentence in document.sentences:
        if not sentence.chinese:
            continue
        mentions = named(document, sentence.value)
        if not any(m.thing.cls == "Company" for m in mentions):
            continue
        coded = code(sentence.value, mentions)
        yield from _labelled(document, sentence, coded)
        yield from _bracketed(document, sentence, mentions)
        yield from _shares(document, sentence, coded)
        yield from _made(document, sentence, mentions)
        yield from _listed_places(document, sentence, coded)


def label(document: Document, block: Block) -> Thing | None:
    """The technology or industry that a line is labelled with: `PEEK 材料：…`."""
    m = _LABEL.match(block.text.value)
    if m is None or block.kind not in ("item", "paragraph"):
        return None
    name = m.group("name").strip()
    known = document.gazetteer.known(name)
    if known is not None:
        return known if known.cls in CONCEPTS else None
    found = phrases(name)
    if len(found) != 1 or found[0].name != name.strip() or not plausible(name):
        return None
    return document.gazetteer.named(name, "Technology", *CONCEPTS)


def buyer(document: Document, block: Block) -> Thing | None:
    """Whose supply chain a block tells of, by its label or its headings: `特斯拉链：…`."""
    texts = [block.text.value[:24], *(t.value for t in reversed(block.path))]
    for text in texts:
        for m in document.gazetteer.find(text):
            if m.thing.cls == "Company" and _CHAIN.match(text, m.end):
                return m.thing
    return None


def _labelled(document: Document, sentence: Sentence, coded: Coded) -> Iterator[Claim]:
    about = label(document, sentence.block) or _heading(document, sentence)
    if about is None:
        return
    if m := _ONLY.fullmatch(coded.text):
        for maker in coded.groups[m.group("who")].things:
            yield from _makes(sentence, maker, about, Modality.ASSERTED, "label:list")
        return
    for pattern in (_MAKERS, _LEADS):
        for m in pattern.finditer(coded.text):
            how = _meant(sentence, coded.index(m.start()), coded.index(m.start("who")))
            for maker in coded.groups[m.group("who")].things:
                yield from _makes(sentence, maker, about, how, "label:makers")


def _heading(document: Document, sentence: Sentence) -> Thing | None:
    """What `代表厂商：…` stands under: the technology that the nearest heading names."""
    if not _WHO.match(sentence.value) or not sentence.block.path:
        return None
    found = [m.thing for m in document.gazetteer.find(sentence.block.path[-1].value)]
    concepts = [t for t in found if t.cls in CONCEPTS]
    return concepts[-1] if len(concepts) == 1 else None


def _bracketed(
    document: Document, sentence: Sentence, mentions: list[Mention]
) -> Iterator[Claim]:
    customer = buyer(document, sentence.block)
    for m in _BRACKET.finditer(sentence.value):
        start, end = m.span("who")
        inside = [x for x in mentions if start <= x.start and x.end <= end]
        rest = sentence.value[start:end]
        for x in reversed(inside):
            rest = rest[: x.start - start] + rest[x.end - start :]
        if len(inside) == 1 and _ABBREVIATION.fullmatch(m.group("who").strip()):
            continue
        if not inside or _SEPARATOR.sub("", rest) or any(x.thing.cls not in ORGS for x in inside):
            continue
        found = phrases(m.group("what"))
        if not found or found[-1].end != len(m.group("what").rstrip()) or not _sure(document, found[-1].name):
            continue
        what = document.gazetteer.named(found[-1].name, "Technology", *CONCEPTS)
        how = _meant(sentence, m.start(), start)
        for x in inside:
            yield from _makes(sentence, x.thing, what, how, "label:bracket")
            if customer is not None and x.thing.id != customer.id and x.thing.cls == "Company":
                yield Claim(
                    x.thing, "SUPPLIES", customer, sentence.text, "label:chain", how,
                    {"item": what.name},
                )


def _made(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """`同兴达（凸块材料）`: a company and, in brackets, what it makes."""
    for org in mentions:
        m = _MAKES.match(sentence.value, org.end) if org.thing.cls == "Company" else None
        if m is None or any(x.start < m.end() and x.end > m.start() and x.thing.cls not in CONCEPTS for x in mentions):
            continue
        found = phrases(m.group("what"))
        if not found or not all(_sure(document, p.name) for p in found):
            continue
        for phrase in found:
            what = document.gazetteer.named(phrase.name, "Technology", *CONCEPTS)
            yield from _makes(sentence, org.thing, what, _meant(sentence, org.start, org.end), "label:makes")


def _listed_places(document: Document, sentence: Sentence, coded: Coded) -> Iterator[Claim]:
    """`杭州：A、B、C`: a place and nothing but companies behind it."""
    if m := _AT.fullmatch(coded.text):
        for place in coded.groups[m.group("place")].things[:1]:
            for org in coded.groups[m.group("who")].things:
                yield Claim(org, "LOCATED_IN", place, sentence.text, "label:place")


def _shares(document: Document, sentence: Sentence, coded: Coded) -> Iterator[Claim]:
    for m in (*_MARKET.finditer(coded.text), *_RULED.finditer(coded.text)):
        found = phrases(coded.plain_of(m.start("what"), m.end("what")))
        if not found or not _sure(document, found[-1].name):
            continue
        what = document.gazetteer.named(found[-1].name, "Technology", *CONCEPTS)
        for maker in coded.groups[m.group("who")].things:
            yield from _makes(sentence, maker, what, Modality.ASSERTED, "label:share")


def _makes(
    sentence: Sentence, maker: Thing, what: Thing, how: Modality, method: str
) -> Iterator[Claim]:
    predicate = "ACTIVE_IN" if what.cls == "Industry" else "PRODUCES"
    yield Claim(maker, predicate, what, sentence.text, method, how)


def _meant(sentence: Sentence, start: int, end: int) -> Modality:
    if any(word in sentence.value[max(0, start - 6) : end] for word in _POTENTIAL):
        return Modality.POTENTIAL
    return modality(sentence.value, end, end + 1)


def _sure(document: Document, name: str) -> bool:
    known = document.gazetteer.known(name)
    return known.cls in CONCEPTS if known is not None else plausible(name)
