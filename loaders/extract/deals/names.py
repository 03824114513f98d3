"""Companies that a report names only where a deal makes it plain that they are companies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import lexicon
from loaders.document import Document
from loaders.extract.deals import naming
from loaders.extract.deals.words import DEAL, ENGLISH
from loaders.things import ORGS, Thing

_NAME = r"(?P<n>[\u4e00-\u9fff]{2,9}?(?:[（(][\u4e00-\u9fff]{2,4}[)）])?|[A-Z][A-Za-z0-9&.\-]*(?: [A-Z][A-Za-z0-9&.\-]*){0,3})"
_START = r"(?:^|[，。；：！？、“”「」\s]|(?<=[年月日家])|近日|日前|公司|企业|平台|巨头|独角兽|旗下)\s?"
_ADV = r"(?:宣布|于[^，。；]{1,14}|在[^，。；]{1,10}|已经|已|近日|近期|日前|正式|成功|此前|拟|计划|将|即将|也|再次|还|先后|曾|正在|正|公告|通过|[（(][^（）()]{1,40}[)）]|\s)*"
_SLOTS = tuple(
    re.compile(p)
    for p in (
        rf"{_START}{_NAME}{_ADV}(?:完成|获得?|斩获|拿下|洽谈|寻求|启动|累计)[^，。；]{{0,36}}?(?:轮|融资)",
        rf"{_START}{_NAME}{_ADV}(?:终止|完成|以[^，。；]{{2,20}}?)*(?:收购|并购|控股|受让|战略投资|领投|增资|入股)",
        rf"(?:收购|并购|控股|受让|入股|参股|增持|购买|投资了|领投了|持有)了?{_NAME}(?=\s?\d+(?:\.\d+)?\s?%|的?(?:全部|部分|控股)?(?:股权|股份|控制权))",
        rf"(?:对|向|参与了?){_NAME}(?:的(?:全资|要约)?收购|的控股|增资|注资|进行(?:战略)?投资|的[A-Z+\-天使种子轮Prei]{{1,8}}轮?(?:融资|投资))",
        rf"{_START}{_NAME}{_ADV}(?:被|遭|获)[^，。；]{{2,30}}?(?:收购|投资|增资|入股|注资|并购)(?!者|人|方)",
        rf"(?:由|获|被|遭|引入){_NAME}(?:以[^，。；]{{2,20}}?)?(?:等)?(?:联合|独家|战略|全资|共同)*(?:领投|跟投|投资|收购|入股|增资|并购)(?!者|人|方)",
        rf"(?:领投了?|投资了?|收购了?|入股了?|参股了?){_NAME}(?:的[^，。；]{{0,6}}轮|[，。；])",
        rf"{_START}{_NAME}(?:的)?(?:股东|投资方)(?:包括|包含|有|为)",
        rf"{_START}{_NAME}{_ADV}(?:(?:向|在|于|登陆|通过|的|拟|赴)[^，。；]{{0,12}}?)?(?:科创板|创业板|港交所|北交所|纳斯达克|纽交所)[^，。；]{{0,12}}?(?:IPO|上市|招股书|聆讯|挂牌|$|，)",
        rf"{_START}{_NAME}{_ADV}(?:启动|完成|开启|进入|提交|冲刺|筹备)(?:了)?(?:IPO|上市)",
    )
)

_LATIN = r"(?P<n>(?:[A-Z][A-Za-z0-9&\-]*|[a-z][A-Z][A-Za-z0-9]+)(?: (?:of )?(?:[A-Z][A-Za-z0-9&\-]*\.?|AI|\d{2,3}))*)"
_DESCRIBED = r"(?:(?:all of|control of|US|fellow|the|an?|its) |[a-z\-]+ ){0,4}?"
_ENGLISH = tuple(
    re.compile(p)
    for p in (
        rf"\b(?:acquired|acquires?|acquiring|take over|took over|acquisition of|takeover of|merger with|purchase of|spun off|spin off|buyout of) {_DESCRIBED}{_LATIN}",
        rf"\b(?:stake|interest|equity|shareholding|shares) in {_DESCRIBED}{_LATIN}",
        rf"\b(?:[Ii]nvest(?:ed|s|ing|ment)?|poured|pumped) [^.;]{{0,30}}?\bin(?:to)? {_LATIN}(?=[,.;]| in exchange| through)",
        rf"\b(?:[Bb]uy|[Bb]ought|[Bb]uys|[Bb]uying|[Pp]urchased) {_LATIN}(?= for\b|[,.;]| in (?:19|20)\d\d)",
        rf"\b(?:acquired|bought|led|backed|owned|taken over) by {_DESCRIBED}{_LATIN}",
        rf"(?:^|[.;,] |and ){_LATIN}(?:,[^,.;]{{3,60}},)? (?:has |had |was |were |is |which |also |recently |reportedly )*(?:raised|secured|closed|acquired|acquires|to acquire|agreed to (?:acquire|buy)|bought|invested|went public|filed for|took an?|being acquired|plans to (?:acquire|buy|list))\b",
        rf"(?:^|[.;,] ){_LATIN}'s (?:[a-z0-9$.\-]+ ){{0,4}}(?:acquisition|takeover|IPO|listing|Series [A-H]|investment in|stake in)\b",
        rf"(?:round|investment|financing) (?:in|of|for) {_LATIN}",
        rf"participation from {_LATIN}",
    )
)
_NO_START = frozenset(("The", "It", "Its", "They", "This", "That", "In", "On", "He", "She", "We", "Under", "After", "Before", "Last", "Earlier", "Both", "But", "And", "As", "At", "By", "For", "Series", "Chinese", "American", "Japanese", "European", "German", "Korean"))


def introduce(document: Document) -> None:
    """Let a report use the companies that its deals bring in."""
    for thing in names(document):
        document.gazetteer.introduce(thing)


def names(document: Document) -> Iterator[Thing]:
    """The companies that deals of a report's prose bring in."""
    for sentence in document.sentences:
        text = sentence.value
        if not (DEAL if sentence.chinese else ENGLISH).search(text):
            continue
        taken = [(m.start, m.end) for m in document.gazetteer.find(text)]
        for slot in _SLOTS if sentence.chinese else _ENGLISH:
            for m in slot.finditer(text):
                start, end = m.span("n")
                if not any(a < end and start < b for a, b in taken) and _name(m["n"]):
                    taken.append((start, end))
                    yield document.gazetteer.named(m["n"].strip(), *ORGS)


def _name(text: str) -> bool:
    """Whether a word where a company must stand may be one."""
    if text.isascii():
        first, _, rest = text.partition(" ")
        if first in _NO_START or re.fullmatch(r"[A-Z][a-z]?\d*", text):
            return False
        return len(text) > 2 and not naming.no_company(text) and text.lower() not in lexicon("generic_en")
    return naming.chinese(text, listed=True)
