"""Names that their legal form or the code behind them makes sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.concepts import lexicon
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.grammar import words
from loaders.things import Thing
from loaders.tokens import Token, tokens

_LEGAL = re.compile(
    r"([\u4e00-\u9fff（）()A-Za-z]{2,24}?(?:股份有限公司|有限责任公司|有限公司))"
    r"(?:[（(](?:以下|下)?(?:简称|称)[为:：]?[“「\"']?([\u4e00-\u9fffA-Za-z]{2,12})[”」\"']?[)）])?"
)
_CODE = re.compile(
    r"[（(]\s*(?:\d{6}(?:\.?\s?[A-Z]{2})?|\d{4,5}\.HK|[A-Z]{1,5}\.(?:O|N|US))\s*[)）]"
)
_CUT = re.compile(r"[，。；：！？、“”\"\s（）()《》【】\[\]|/—]")
# 远图投资（中国）有限公司: where it works, within the name
_WITHIN = re.compile(r"[（(][\u4e00-\u9fff]{2,4}[)）](?=[\u4e00-\u9fff]{0,8}有限)")
# parts of speech that stand before a name and are no part of it
_BEFORE = ("p", "c", "uj", "d", "r", "u")
# the words of one letter among them; another letter may be a sound of a name
_PARTICLES = frozenset("与和及或同跟对向由从被在为将把给因据按以于至自其该各本此并而但且则等的了是")
_REACH = 40
_SHORTEST_LEGAL = 6


def entitled(document: Document, text: str) -> Iterator[Thing]:
    """`甲乙材料股份有限公司（简称“甲乙材料”）`: a legal name, and its short form in brackets."""
    for m in _LEGAL.finditer(text):
        name = _before(text, m.end(1)) or m.group(1)
        if len(name) >= _SHORTEST_LEGAL:
            short = [m.group(2)] if m.group(2) else []
            yield document.gazetteer.named(name, "Company").called(*short)


def listed(document: Document, text: str) -> Iterator[Thing]:
    """`甲乙材料（600000.SH）`: a name before the code of its share."""
    for m in _CODE.finditer(text):
        if name := _before(text, m.start()):
            yield document.gazetteer.named(name, "Company")


def _before(text: str, end: int) -> str:
    """The name that ends at `end`: back to a mark or to a word that no name holds."""
    far = max(0, end - _REACH)
    marked = _WITHIN.sub(lambda m: "地" * len(m.group()), text[:end])
    left = max((m.end() for m in _CUT.finditer(marked, far, end - 1)), default=far)
    piece = text[left:end]
    if not CJK.search(piece):
        return piece if piece[:1].isupper() else ""
    start = 0
    for token, following in pairwise(tokens(piece)):
        if _apart(token, following):
            start = token.end
    name = piece[start:].strip()
    return name if 2 <= len(name) <= 30 and not name[0].isdigit() else ""


def _apart(token: Token, following: Token) -> bool:
    """Whether a word stands before a name rather than in it."""
    if token.word in words("names", "legal_trades"):
        return following.tag == "ns"  # 投资上海某公司, but 某投资公司
    if set(token.word) <= _PARTICLES:
        return True
    if token.word in words("names", "owners") | words("names", "company_list"):
        # 供应商某公司, but 某品牌管理公司
        return following.word not in words("names", "legal_trades")
    # 收购远图…: what opens a name behind the verb, but 聚变能源公司
    opens = following.tag.startswith(("n", "j")) and following.tag != "n"
    verb = token.tag == "v" and (opens or len(following.word) == 1)
    verb = verb or token.word in lexicon("verbs")
    return len(token.word) > 1 and (verb or token.tag in _BEFORE or token.word in lexicon("lead"))
