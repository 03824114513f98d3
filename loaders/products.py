"""Where a text names a product with its maker: `英伟达GB200`, `甲公司发布的乙眼镜`, `GPT-5`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.concepts import lexicon, model_like, phrases, plausible
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.introduce.odd import odd
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import Token, tokens

_LINK = re.compile(r"的?\s?[“\"]?|旗下|自研")
_ABBREVIATION = re.compile(r"^[A-Z]{2,5}$")
_LATIN = re.compile(r"[A-Za-z]")
# a word in quotation marks that ends so is a slogan or a manner
_SLOGAN = re.compile(r"[+、]|化$|性$|式$|型$|派$|模式$|战略$|力$|标杆$|典范$|样板$|样本$")
# 高速, 低温: what kind of thing it is
_DEGREE = re.compile(r"[高低超微轻柔].")
_AI = re.compile(r"\sAI$")
_MORE = re.compile(r"[A-Za-z0-9]|/[A-Za-z]")
_QUOTED = re.compile(r"[“「\"](?P<name>[^“”「」\"，。；：]{2,16})[”」\"]")
_MARK = re.compile(r"[，,。；;：:！？、“”\"]")
# parts of speech that end the noun phrase behind a maker
_STOPS = "vdprcufyx"
_NUMBERED = re.compile(r"\d|号$")
_SHARE = re.compile(r"\s?[（(]\s*(?:\d{4,6}(?:\.[A-Z]{2})?|[A-Z]{1,5}\.(?:O|N|US|HK))\s*[)）]")
_CLOSING = "，。；、）)（("
_NEAR = 2
_SYLLABLES = 4
_REACH = 40


@dataclass(frozen=True)
class Spot:
    """A product at start…end-1 of a text, its maker included, who stands at `maker`."""

    start: int
    end: int
    thing: Thing
    maker: Mention | None = None


def spots(document: Document, text: str, mentions: list[Mention]) -> list[Spot]:
    """The products of a text, in order, none inside another."""
    out: list[Spot] = []
    for spot in sorted(_spots(document, text, mentions), key=lambda s: (s.start, -s.end)):
        if not out or spot.start >= out[-1].end:
            out.append(spot)
    return out


def _spots(document: Document, text: str, mentions: list[Mention]) -> Iterator[Spot]:
    for i, mention in enumerate(mentions):
        m = _with_code(text, mention)
        following = mentions[i + 1] if i + 1 < len(mentions) else None
        if m.thing.cls == "Product":
            yield Spot(m.start, m.end, m.thing)
        if m.thing.cls not in ORGS:
            continue
        if (
            following
            and following.thing.cls == "Product"
            and following.start - m.end <= _NEAR
            and _LINK.fullmatch(text, m.end, following.start)
        ):
            yield Spot(m.start, following.end, following.thing, m)
        elif found := _behind(document, text, m, following) or _launched(document, text, m):
            name, end = found
            yield Spot(m.start, end, _thing(document, name), m)

    for form in ("model", "words"):
        for model in pattern("products", form).finditer(text):
            if _is_free(document, name := model.group("name")):
                yield Spot(*model.span("name"), _thing(document, name))


def _with_code(text: str, maker: Mention) -> Mention:
    """A company and, in a bracket, the code of its share: its product may follow that."""
    m = _SHARE.match(text, maker.end)
    return Mention(maker.start, m.end(), maker.thing) if m else maker


def _is_free(document: Document, name: str) -> bool:
    """Whether a model's name belongs to nothing but a product, and has no words of a clause."""
    known = document.gazetteer.known(name)
    if known is not None:
        return known.cls in CONCEPTS
    return not any(t.tag[0] in "vpdcrfu" for t in tokens(name))


def _thing(document: Document, name: str) -> Thing:
    cls = "Product" if _LATIN.search(name) or model_like(name) else "Technology"
    return document.gazetteer.named(name, cls, *CONCEPTS)


def _behind(
    document: Document, text: str, maker: Mention, following: Mention | None
) -> tuple[str, int] | None:
    """The name of a product behind its maker, and where that ends."""
    m = pattern("nouns", "in_brackets").match(text, maker.end)
    if m and model_like(m.group("name")):
        return m.group("name"), m.end()
    m = pattern("nouns", "quoted").match(text, maker.end)
    if m and _title_like(m.group("name")):
        return m.group("name"), m.end()
    for form in ("proper", "numbered"):
        m = pattern("nouns", form).match(text, maker.end)
        if m is None or (
            following and following.thing.cls not in CONCEPTS and following.start < m.end("name")
        ):
            continue
        name = _AI.sub("", m.group("name").strip(" -."))
        if _proper(document, name) and not _MORE.match(text, m.end("name")):
            return name, m.end()
    return None


def _launched(document: Document, text: str, maker: Mention) -> tuple[str, int] | None:
    """`甲推出的智能眼镜`, `甲的“乙”眼镜`, `甲GPU`: the noun phrase behind a maker, to its end."""
    m = pattern("products", "launched").match(text, maker.end)
    at = m.end() if m else maker.end
    if quoted := _QUOTED.match(text, at):
        return (quoted.group("name"), quoted.end()) if m and _title_like(quoted.group(1)) else None
    if m is None:
        if _is_a_verb(text[maker.start : maker.end]):
            return None
        own = pattern("products", "own").match(text, maker.end)
        at = own.end() if own else at
    nouns = _noun_phrase(text[at : at + _REACH], launched=m is not None)
    name = text[at : at + nouns[-1].end] if nouns else ""
    found = phrases(name)
    if name and m is None and at == maker.end and _syllables(text, at, at + len(name)):
        return name, at + len(name)
    if len(found) != 1 or found[0].end != len(name) or not _goods(document, found[0].name):
        return None
    if found[0].start and not _DEGREE.fullmatch(name, 0, found[0].start):
        return None
    return found[0].name, at + len(name)


def _syllables(text: str, start: int, end: int) -> bool:
    """Whether a short word that means nothing stands between a maker and a mark: 寒武纪思元."""
    name = text[start:end]
    closed = end == len(text) or text[end] in _CLOSING
    short = 2 <= len(name) <= _SYLLABLES and all(map(CJK.match, name))
    goods = not pattern("products", "no_product").search(name)
    return closed and short and goods and len(tokens(name)) > 1 and odd(name)


def _is_a_verb(name: str) -> bool:
    """Whether a company is called like something that is done: 联想, 通用."""
    found = tokens(name)
    return len(found) == 1 and found[0].tag == "v"


def _noun_phrase(text: str, *, launched: bool) -> list[Token]:
    """The words of a text up to its first verb, particle or mark.

    Behind `推出的` a verb may open the name: 移动处理器.
    """
    out: list[Token] = []
    for token in tokens(text):
        verb = token.tag[0] in _STOPS and (not out or token.tag != "vn")
        opens = not out and (launched and token.tag[0] == "v" and len(token.word) > 1)
        verb = verb and not opens and (bool(out) or not _DEGREE.match(token.word))
        gap = token.word == " " and bool(out)
        if not gap and (verb or token.word in lexicon("verbs") or _MARK.match(token.word)):
            break
        out.append(token)
    while out and (out[-1].word == " " or out[-1].word in words("products", "aspects")):
        out.pop()
    return out


def _goods(document: Document, name: str) -> bool:
    """Whether a noun phrase behind a maker names goods, not an aspect of the maker or a person."""
    known = document.gazetteer.known(name)
    if known is not None:
        bare = pattern("products", "no_goods").match(name)
        return known.cls in ("Technology", "Product") and not bare
    nouns = tokens(name)
    last = nouns[-1]
    measured = pattern("products", "measure").match(name)
    if nouns[0].word in lexicon("generic") or measured:
        return False
    if any(pattern("products", key).search(name) for key in ("no_goods", "no_product")):
        return False
    if last.word in lexicon("generic"):  # NEO系统, but no 平台 of everybody's
        return any(_own_word(t.word) for t in nouns[:-1])
    # 双(抗): half a word is no end of a name
    whole = len(last.word) > 1 or not CJK.match(last.word) or last.word in lexicon("heads")
    return whole and last.noun and plausible(name)


def _own_word(word: str) -> bool:
    """Whether a Latin word is one of a product's own: no abbreviation that all use."""
    return len(word) > _NEAR and word.isascii() and word not in words("names", "not_products")


def _title_like(name: str) -> bool:
    """Whether a quoted word is a name: no verb, no generic noun, nothing like a slogan."""
    clause = any(
        t.word in lexicon("verbs")
        or t.word in lexicon("generic")
        or t.tag in ("uj", "d", "p", "r", "f")
        or (t.tag == "m" and not _NUMBERED.search(name))
        for t in tokens(name)
    )
    return not clause and not _SLOGAN.search(name)


def _proper(document: Document, name: str) -> bool:
    """Whether a name may be a product's own."""
    if len(name) < 2 or _ABBREVIATION.match(name) or name in words("names", "not_products"):
        return False
    if pattern("products", "no_product").search(name):
        return False  # 教授Ann Smith, 3nm工艺代工价格
    for token in tokens(name):
        clausal = token.word in lexicon("verbs") or token.tag[0] in "vdprcu"
        if token.word in words("names", "person_roles") or (
            token.tag == "a" and len(token.word) > 1
        ):
            return False
        if clausal or token.word in lexicon("lead"):
            return False
    known = document.gazetteer.known(name)
    return known is None or known.cls in ("Product", "Technology")
