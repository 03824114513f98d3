"""Relations inside noun phrases: `英伟达GB200`, `激光雷达等传感器`, `丝杠（行星滚柱/微型滚珠）`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders import topics
from loaders.concepts import lexicon, model_like, opening, phrases, plausible
from loaders.document import Document
from loaders.extract import labels
from loaders.grammar import words
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Mention, Thing
from loaders.tokens import tokens

# a model or proper name in latin letters, with what belongs to it: GB200 NVL72, Ryzen AI Max+系列
_PROPER = re.compile(
    r"(?:的|公司的?|旗下的?|旗下|自研的?|推出的|发布的|(?:强大|领先|成熟|完善|独有|全新|最新|旗舰|新一代|下一代)的?)?\s?[“\"「]?"
    r"(?P<name>[\u4e00-\u9fff]{0,3}(?:[A-Z][A-Za-z]*[a-z0-9][A-Za-z0-9+\-.]*|[A-Za-z]+[-]?\d[A-Za-z0-9+\-.]*|[A-Z]{2,}-[A-Z][A-Za-z0-9]*)"
    r"(?:\s(?:[A-Z0-9][A-Za-z0-9+\-.]*))*(?:[\u4e00-\u9fff]?(?:系列|芯片|平台|架构|处理器|超节点|卫星|模型|数据中心|号))?)"
)
_NUMBERED = re.compile(
    r"(?:的|旗下的?|自研的?)?[“\"「]?(?P<name>[\u4e00-\u9fff]{2,6}(?:[一二三四五六七八九十]号(?:甲|乙|丙)?|\d+(?:\.\d+)?(?:芯片|号)?|[A-Z]\d*))[”\"」]?"
)
_SUCH_AS = re.compile(r"(?P<list>[^，。；：！？（）()“”]{3,80}?)等(?P<kind>[^，。；：！？、（）()等]{2,16})")
_GIVEN = re.compile(r"(?P<kind>[^，。；：！？、（）()]{2,16})[（(](?:如|例如|包括|比如|主要为)(?P<list>[^（）()]{2,80})[)）]")
_MODIFIED = re.compile(r"(?P<head>[^，。；：！？、（）()]{2,12})[（(](?P<list>[\u4e00-\u9fffA-Za-z0-9]{2,8}(?:/[\u4e00-\u9fffA-Za-z0-9]{2,8}){1,4})[)）]")
_REPRESENTED = re.compile(r"以(?P<list>[^，。；：！？]{2,60}?)为(?:典型|主要)?代表的(?P<kind>[^，。；：！？]{2,40})")
_PLAYERS = re.compile(r"(?:初创|巨头|玩家|厂商|企业|龙头|新势力|公司|车企|独角兽|创业者)[（(](?:如|包括)?(?P<list>[^（）()]{2,80})[)）]")
_INCLUDE = re.compile(r"(?:玩家|参与者|参与企业|代表企业|代表性企业|主要企业|布局企业|参与方|企业|公司)(?:主要|目前)?(?:包括|有|涵盖|如)(?P<list>[^。；]{2,120})")
_IN_BRACKETS = re.compile(r"[（(](?P<name>[A-Z][A-Za-z]+[ \-]?\d[\w.\-]*)[)）]")
_CODE = re.compile(r"的?\s?[^，。；：！？、（）()]{2,24}?[（(](?P<code>[A-Z]{2,}[\-]?\d{2,}[A-Z0-9\-]*)[)）]")
_QUOTED = re.compile(r"(?:的|旗下的?|自研的?|发布的?|推出的?)?[“「\"](?P<name>[^“”「」\"，。；：]{2,10})[”」\"](?=[\u4e00-\u9fffA-Za-z\d]|[，。；])")
_NOWHERE = ("海外", "全球", "世界", "国际", "亚洲", "欧洲", "欧美")
_ABBREVIATION = re.compile(r"^[A-Z]{2,5}$")


def read(document: Document) -> Iterator[Claim]:
    """What noun phrases of Chinese sentences state."""
    for sentence in document.sentences:
        if not sentence.chinese:
            continue
        mentions = document.gazetteer.find(sentence.value)
        yield from _owned(document, sentence, mentions)
        yield from _placed(sentence, mentions)
        yield from _coded(document, sentence, mentions)
        yield from _fields(document, sentence, mentions)
        yield from _kinds(document, sentence)
        yield from _modified(document, sentence)


def _owned(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """A company and, right behind it, the name of something of its own."""
    text = sentence.value
    for m in mentions:
        if m.thing.cls not in ORGS:
            continue
        following = next((x for x in mentions if x.start >= m.end), None)
        if following and following.start - m.end <= 2 and following.thing.cls == "Product":
            if re.fullmatch(r"的?\s?[“\"]?|旗下|自研", text[m.end : following.start]):
                yield _made(sentence, m, following.thing, following.end)
            continue
        if (found := _IN_BRACKETS.match(text, m.end)) and model_like(found.group("name")):
            product = document.gazetteer.named(found.group("name"), "Product", *CONCEPTS)
            yield _made(sentence, m, product, found.end())
            continue
        if found := _QUOTED.match(text, m.end):
            if _title_like(found.group("name")):
                name = found.group("name")
                yield _made(sentence, m, document.gazetteer.named(name, "Product", *CONCEPTS), found.end())
                continue
        for pattern in (_PROPER, _NUMBERED):
            found = pattern.match(text, m.end)
            if found is None or (following and following.start < found.end("name")):
                continue
            name = found.group("name").strip(" -.")
            if not _proper(document, name) or re.match(r"[A-Za-z0-9]", text[found.end("name") :]):
                continue
            yield _made(sentence, m, document.gazetteer.named(name, "Product", *CONCEPTS), found.end())
            break


def _made(sentence: Sentence, maker: Mention, product: Thing, end: int) -> Claim:
    how = modality(sentence.value, maker.start, end)
    if how in (Modality.DENIED, Modality.PAST, Modality.RUMOURED):
        how = Modality.ASSERTED  # that a thing is called after its maker holds all the same
    return Claim(maker.thing, "PRODUCES", product, sentence.text, "noun:own", how)


def _title_like(name: str) -> bool:
    """Whether a quoted word is a name: no verb, no generic noun, nothing like a slogan."""
    words_ = tokens(name)
    return not any(
        t.word in lexicon("verbs") or t.word in lexicon("generic") or t.tag in ("uj", "d", "p", "r", "m", "f")
        for t in words_
    ) and not re.search(r"[+、]|化$|性$|式$|型$|派$|模式$|战略$|力$", name)


def _proper(document: Document, name: str) -> bool:
    if len(name) < 2 or _ABBREVIATION.match(name) or name in words("names", "not_products"):
        return False
    if any(t.word in lexicon("verbs") or t.word in lexicon("lead") or t.tag[0] in "vdprcu" for t in tokens(name)):
        return False
    known = document.gazetteer.known(name)
    return known is None or known.cls in ("Product", "Technology")


def _coded(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """`康方生物双抗（AK112）`: a company, what its product is, and the product's code."""
    for m in mentions:
        if m.thing.cls != "Company":
            continue
        found = _CODE.match(sentence.value, m.end)
        if found and not any(m.end <= x.start < found.end() and x.thing.cls in ORGS for x in mentions):
            product = document.gazetteer.named(found.group("code"), "Product", *CONCEPTS)
            yield Claim(m.thing, "PRODUCES", product, sentence.text, "noun:code")


def _placed(sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """A place right before a company: `德国Wieland`."""
    for place, org in zip(mentions, mentions[1:], strict=False):
        if place.thing.cls == "Place" and org.thing.cls == "Company" and place.thing.name not in _NOWHERE:
            if sentence.value[place.end : org.start] in ("（", "("):
                yield Claim(org.thing, "LOCATED_IN", place.thing, sentence.text, "noun:place-of")
                continue
        if place.thing.cls != "Place" or org.thing.cls not in ORGS or org.thing.cls == "Institution":
            continue
        between = sentence.value[place.end : org.start]
        before = sentence.value[max(0, place.start - 1) : place.start]
        if place.thing.name in _NOWHERE:
            continue
        if between in ("", "的", "公司", "企业", "厂商", "巨头") and before not in ("对", "在", "于", "至", "往", "到"):
            yield Claim(org.thing, "LOCATED_IN", place.thing, sentence.text, "noun:place")


def _fields(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """Who works in a field: `特斯拉人形机器人…`, `跨界巨头（小米、华为）` under its heading."""
    for org, field in zip(mentions, mentions[1:], strict=False):
        sure = org.thing.row is not None
        if sure and org.thing.cls == "Company" and field.thing.cls == "Industry" and org.end == field.start:
            yield Claim(org.thing, "ACTIVE_IN", field.thing, sentence.text, "noun:field")
    players = [m for m in _PLAYERS.finditer(sentence.value)]
    labelled = labels.label(document, sentence.block)
    players += list(_INCLUDE.finditer(sentence.value))
    about = (labelled or topics.industry(document, sentence.block)) if players else None
    if about is None or about.cls != "Industry":
        return
    for m in players:
        for org in mentions:
            if org.thing.cls == "Company" and m.start("list") <= org.start and org.end <= m.end("list"):
                yield Claim(org.thing, "ACTIVE_IN", about, sentence.text, "noun:players")


def _kinds(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`A、B等C`, `C（如A、B）`, `以A为代表的C`: A and B are kinds of C."""
    for pattern in (_SUCH_AS, _GIVEN, _REPRESENTED):
        for m in pattern.finditer(sentence.value):
            kind = _kind(document, m.group("kind"), last=pattern is not _SUCH_AS)
            members = _members(document, m.group("list"))
            if kind is None or not members or (pattern is _SUCH_AS and len(members) < 2):
                continue
            for member in members:
                if member.id != kind.id:
                    yield Claim(member, "TYPE_OF", kind, sentence.text, "noun:kind")


def _kind(document: Document, text: str, *, last: bool) -> Thing | None:
    """The kind that closes a list: a noun phrase up to what is said of it (价格, 需求 …)."""
    found = phrases(text) if last else opening(text)
    if not found or not (last or found[0].start == 0):
        return None
    name = found[-1].name if last else _without_aspect(found[0].name)
    known = document.gazetteer.known(name)
    if known is not None and known.cls in ("Technology", "Product"):
        return known
    if not plausible(name) or any(name.endswith(w) for w in words("names", "not_kinds")):
        return None
    return document.gazetteer.named(name, "Technology", *CONCEPTS)


def _without_aspect(name: str) -> str:
    """`传感器价格` without the aspect that is spoken of."""
    while (parts := tokens(name)) and len(parts) > 1 and parts[-1].word in lexicon("generic"):
        name = name[: parts[-1].start]
    return name


def _members(document: Document, text: str) -> list[Thing]:
    found = phrases(text)
    good = [
        plausible(p.name) or ((k := document.gazetteer.known(p.name)) is not None and k.cls in CONCEPTS)
        for p in found
    ]
    if not all(good):
        return []
    if any("（" in p.name or "(" in p.name for p in found):
        return []
    things = [document.gazetteer.named(p.name, "Technology", *CONCEPTS).called(*p.aliases) for p in found]
    return [t for t in things if t.cls in CONCEPTS]


def _modified(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`丝杠（行星滚柱/微型滚珠）`: each modifier makes a kind of the head."""
    for m in _MODIFIED.finditer(sentence.value):
        found = phrases(m.group("head"))
        if not found or found[-1].end != len(m.group("head")):
            continue
        head = found[-1].name
        parts = m.group("list").split("/")
        known = [document.gazetteer.known(p) for p in parts]
        if not (plausible(head) or document.gazetteer.known(head)) or all(known):
            continue
        if any(k is not None and k.cls not in CONCEPTS for k in known):
            continue
        if any(p in lexicon("generic") or p.endswith(head) for p in parts):
            continue
        whole = document.gazetteer.named(head, "Technology", *CONCEPTS)
        for part in parts:
            yield Claim(
                document.gazetteer.named(part + head, "Technology", *CONCEPTS),
                "TYPE_OF", whole, sentence.text, "noun:modified",
            )
