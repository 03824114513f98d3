"""Companies that nobody knows yet, where a deal needs one: `未名的X完成…融资`, `收购了X`."""

from __future__ import annotations

import re
from functools import cache

from loaders.concepts import lexicon
from loaders.document import Document
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.things import ORGS, Thing
from loaders.tokens import Token, tokens

_LATIN = r"[A-Z][A-Za-z0-9&.’'\-]*(?: (?:of |de )?[A-Z0-9][A-Za-z0-9&.’'\-]*){0,4}"
_ENDS_LATIN = re.compile(rf"(?<![A-Za-z0-9])(?P<name>{_LATIN}|[a-z][A-Z][A-Za-z0-9]+)\s*$")
_STARTS_LATIN = re.compile(rf"\s*(?P<name>{_LATIN}|[a-z][A-Z][A-Za-z0-9]+)(?![A-Za-z0-9])")
_OPENS = pattern("deals", "naming_opens")
# sides of the sky are parts of names
_SIDES = ("东方", "南方", "西方", "北方", "中部", "东部", "西部")
_SHORT = re.compile(r"[\u4e00-\u9fff]{3,4}(?=[，。；（\s]|$)")
_ADVERBS = pattern("deals", "naming_adverbs")
_BOUNDARY = re.compile(r"[，。；：！？、“”\"「」《》（）()\[\]|\n·•]|的|(?<=\d)[日月年]")
# SiC业务: what is bought of a company, no company
_PARTS = re.compile(r"\s?(?:业务|资产|部门|事业部|团队|产线|工厂|技术|芯片|专利|项目)")
_LEAD = pattern("deals", "naming_lead")


def bare(text: str) -> str:
    """A text without the adverbs and brackets at its end."""
    return _ADVERBS.sub("", text)


def before(document: Document, text: str) -> Thing | None:
    """The unknown company whose name ends a text, adverbs after it left out."""
    text = bare(text)
    if m := _ENDS_LATIN.search(text):
        return _thing(document, m["name"])
    left = max((m.end() for m in _BOUNDARY.finditer(text)), default=0)
    name = _LEAD.sub("", text[left:].strip())
    return _thing(document, name) if chinese(name) else None


def after(document: Document, text: str) -> Thing | None:
    """The unknown company whose name begins a text: up to a word that ends company names."""
    text = _LEAD.sub("", text.lstrip('了 “"「')).lstrip('“"「 ')
    if m := _STARTS_LATIN.match(text):
        return None if _PARTS.match(text, m.end()) else _thing(document, m["name"])
    if m := _tailed().match(text):
        # only a company has shares: X43%股权
        shares = re.match(
            r"\s?(?:\d+(?:\.\d+)?\s?%|的?(?:全部|部分|剩余|其余|少数|控股)?(?:股权|股份|控制权))",
            text[m.end() :],
        )
        return _thing(document, m.group()) if chinese(m.group(), listed=bool(shares)) else None
    # 全资控股中曜北方。: four characters up to a mark, one of them no ordinary word
    short = _SHORT.match(text)
    return _thing(document, short.group()) if short and chinese(short.group()) else None


def listed(document: Document, text: str) -> list[Thing]:
    """The unknown companies whose list begins a text: `Aro 和 Bex.ai，…`."""
    out: list[Thing] = []
    while first := after(document, text):
        out.append(first)
        at = text.find(first.name) + len(first.name)
        m = re.match(r"\s*(?:、|和|与|以及|及)\s*", text[at:])
        if m is None:
            break
        text = text[at + m.end() :]
    return out


def longer(document: Document, text: str, known: int) -> Thing | None:
    """A company whose name goes on behind a known one: 松下半导体 is not 松下."""
    m = _goes_on().match(text, known)
    # 中曜 is a short form; 中曜北方 is another company
    short = _SHORT.match(text) if known < 3 else None
    end = m.end() if m else short.end() if short and chinese(short.group()) else 0
    return _thing(document, text[:end]) if end > known else None


def opening(document: Document, text: str) -> Thing | None:
    """The unknown company that a sentence begins with: `纽约的 Xylo Photonics 也通过…`."""
    m = _OPENS.search(text)
    return _thing(document, m["name"]) if m else None


def chinese(name: str, *, listed: bool = False) -> bool:
    """Whether Chinese words may be a company's name: no clause, no ordinary noun.

    `listed` trusts a name that stands in a list of companies.
    """
    if (
        not re.fullmatch(r"[\u4e00-\u9fffA-Za-z0-9]{2,14}", name)
        or re.search(r"[了的着]|[领跟参]投$|股东$", name)
        or name in lexicon("generic")
    ):
        return False
    tail = max(
        (w for w in _tails() if name.endswith(w) and len(name) > len(w) + 1), key=len, default=""
    )
    body = name[: len(name) - len(tail)]
    words = tokens(body)
    if words[0].tag[0] in "pcrt" or any(_of_clause(t) for t in words):
        return False
    if not tail or body in _ordinary():
        return len(name) <= 4 and (_odd(tokens(name)) or (listed and len(words[-1].word) == 1))
    # 自动驾驶公司 is any company of its kind
    return (listed and tail != "公司") or _odd((*words, *tokens(tail)))


def _of_clause(token: Token) -> bool:
    """Whether a word shows that a phrase is a clause, not a name."""
    return (
        token.word in lexicon("verbs")
        or token.tag[0] in "tw"
        or (token.tag[0] in "pcrudyf" and len(token.word) > 1 and token.word not in _SIDES)
    )


def _odd(words: tuple[Token, ...]) -> bool:
    """Whether a name holds a part that is no ordinary word."""
    body = words[:-1] if len(words) > 1 else words
    return any(len(t.word) == 1 or t.tag in ("nr", "nz", "ns", "nrt", "nt", "eng") for t in body)


def _thing(document: Document, name: str) -> Thing | None:
    name = name.strip()
    if (
        len(name) < 2
        or no_company(name)
        or name in lexicon("generic")
        or name.lower() in lexicon("generic_en")
    ):
        return None
    known = document.gazetteer.named(name, *ORGS)
    return known if known.cls in ORGS else None


def no_company(name: str) -> bool:
    """Whether a latin word is one of finance or technology rather than a name."""
    return name in load("deals")["companies"]["no_names"]


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(load("names")["not_before_tail"].split())


@cache
def _tails() -> frozenset[str]:
    return frozenset(load("deals")["companies"]["tails"].split())


@cache
def _tailed() -> re.Pattern[str]:
    tails = "|".join(sorted(_tails(), key=len, reverse=True))
    return re.compile(rf"[\u4e00-\u9fff]{{2,8}}?(?:{tails})(?:集团|股份|公司|电气|技术)?")


@cache
def _goes_on() -> re.Pattern[str]:
    tails = "|".join(sorted(_tails() - {"公司", "集团", "股份"}, key=len, reverse=True))
    return re.compile(rf"(?:{tails})(?=[，。；]|\s?\d|的?[股控]|$)")
