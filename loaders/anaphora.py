"""Words that stand for a company named before: 公司, 该公司, 其, 前者, 后者."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from loaders.concepts import lexicon, opening, plausible
from loaders.document import Document
from loaders.sentences import Sentence
from loaders.things import ORGS, Mention, Thing
from loaders.tokens import tokens

_WORD = re.compile(
    # no other letter begins one: a quick look before what may not stand there
    r"(?=[该本这公其前后])(?:"
    r"(?P<company>(?:(?<=^)|(?<=[，；。：“])|(?<=[起当]初)|(?<=[此随]后)|(?<=目前))"
    r"(?:该|本|这家)?公司(?=[^治司债法章\d]|\d{4}\s?年|\d+月))"
    r"|(?P<this>(?:这家|(?<=[，。；])该)(?:初创)?(?:公司|企业))"
    r"|(?P<its>(?<![与尤极及莫])(?<!发布)(?<!推出)(?<!公布)(?<!展示)(?<!自研)(?<!开发)(?<!研发)(?<!上线)(?<!了)其(?![中他它余次实间一]))"
    r"|(?P<former>前者)|(?P<latter>后者))"
)
_MARKED = re.compile(
    r"(?:(?<![成作认因称视])为|向|给|(?<!参)与|和|对|从|由|被|将|把|同|自|除了?|获得?|据|因|比|不输于?)$"
)
_OPEN = re.compile(r"[（(][^（）()]*$")
# `芯片方面，其…`: where the sentence stands, not what it is about
_SCENE = re.compile(r"(?:方面|领域|环节|赛道|市场|上|中|里|内|时|后|前)[，,]")
# a company before its subsidiary is not who is spoken of
_PARENT = re.compile(r"\s?的?(?:旗下|全资|控股|参股|的){0,3}(?:子公司|孙公司|附属公司|旗下)的?\s?")
_BUYS = re.compile(r"(?:收购|并购|控股|入股|参股|投资)了?$")
# a clause up to what its subject is
_IS = re.compile(r"(?:^|(?<=[，。；：]))[^，。；：]{2,60}?(?:均|都|皆|也|同)?(?:为|是|系|成为)$")
# how far back a bracket may have opened
NEAR = 60
# how many sentences back the company of a pronoun may stand
_STEPS = 3


def resolved(sentence: Sentence, mentions: list[Mention], before: list[Mention]) -> list[Mention]:
    """`mentions` with those added that a pronoun makes; `before` are those of the last sentence."""
    out = list(mentions)
    for m in _WORD.finditer(sentence.value):
        if any(x.start < m.end() and m.start() < x.end for x in mentions):
            continue
        this = before[0].thing if m.lastgroup == "this" and before else None
        if thing := this or _antecedent(m, sentence.value, mentions, before):
            out.append(Mention(m.start(), m.end(), thing))
    return sorted(out, key=lambda x: x.start)


def earlier(document: Document, sentence: Sentence) -> list[Mention]:
    """The companies that the sentences before speak of, the topic first.

    For the first sentence of a paragraph those of the one above, if it opens with 公司.
    """
    back, steps = sentence.previous, 0
    while back is not None and steps < _STEPS:
        if orgs := _orgs(document, back):
            return spoken_of(back, orgs)
        back, steps = back.previous, steps + 1
    return carried(document, sentence)


def carried(document: Document, sentence: Sentence) -> list[Mention]:
    """The companies that the paragraph above speaks of, where a paragraph opens with 公司."""
    word = _WORD.search(sentence.value) if sentence.previous is None else None
    if word is None or word.lastgroup not in ("company", "this"):
        return []
    for back in reversed(document.above(sentence.block)):
        if orgs := _orgs(document, back):
            return spoken_of(back, orgs)
    return []


def _orgs(document: Document, sentence: Sentence) -> list[Mention]:
    return [m for m in document.gazetteer.find(sentence.value) if m.thing.cls in ORGS]


def topic(sentence: str, mentions: list[Mention]) -> Thing | None:
    """What a sentence is about: the first company in it that no preposition or bracket holds."""
    for m, following in zip_longest(mentions, mentions[1:]):
        if following and _PARENT.fullmatch(sentence, m.end, following.start):
            continue
        before = sentence[max(0, m.start - NEAR) : m.start]
        if m.thing.cls in ORGS and not _MARKED.search(before) and not _OPEN.search(before):
            return m.thing
    return None


def spoken_of(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """The companies of a sentence for the next one to speak of, its topic first."""
    orgs = [m for m in mentions if m.thing.cls in ORGS]
    about = topic(sentence.value, orgs)
    return sorted(orgs, key=lambda m: m.thing is not about) if about else orgs


def _antecedent(
    word: re.Match[str], sentence: str, mentions: list[Mention], before: list[Mention]
) -> Thing | None:
    earlier = [m for m in mentions if m.end <= word.start() and m.thing.cls in ORGS]
    kind = word.lastgroup
    if kind in ("former", "latter"):
        pool = earlier or [m for m in before if m.thing.cls in ORGS]
        if not pool or (kind == "former" and len(_different(pool)) < 2):
            return None
        return pool[0].thing if kind == "former" else pool[-1].thing
    if kind == "company" and earlier and word.start() == 0:
        return None
    if kind == "its" and (other := _IS.search(sentence, 0, word.start())):
        # 甲、乙均为其客户: not their own
        earlier = [m for m in earlier if m.end <= other.start()]
    bought = _bought(sentence[: word.start()], earlier) if kind == "its" else None
    subjects = [bought] if bought else list(_subjects(sentence, earlier))
    if subjects:
        return subjects[-1] if kind == "its" else subjects[0]
    if kind == "its" and _about_a_thing(sentence[: word.start()]):
        return None
    return before[0].thing if before and before[0].thing.cls in ORGS else None


def _bought(text: str, mentions: list[Mention]) -> Thing | None:
    """`甲拟收购乙，其…`: whom the clause before takes over, at its end."""
    last = mentions[-1] if mentions else None
    if last is None or text[last.end :] not in ("，", ","):
        return None
    return last.thing if _BUYS.search(text, max(0, last.start - 8), last.start) else None


def _about_a_thing(text: str) -> bool:
    """Whether a sentence began with a thing, and its next clause opens with 其: that thing's."""
    if not text.endswith(("，", ",")) or _SCENE.search(text):
        return False
    for phrase in opening(text):
        ends = [t.end for t in tokens(phrase.name)]
        if any(plausible(phrase.name[:end]) for end in ends):
            return True
    return False


def _subjects(sentence: str, mentions: list[Mention]) -> Iterator[Thing]:
    """Companies that a clause begins with: no verb and no preposition stands before them."""
    for m in mentions:
        clause = re.split(r"[，,；;：:]", sentence[: m.start])[-1]
        if _MARKED.search(clause):
            continue
        if any(t.tag[0] == "v" or t.word in lexicon("verbs") for t in tokens(clause)):
            continue
        yield m.thing


def _different(mentions: list[Mention]) -> set[str]:
    return {m.thing.id for m in mentions}
