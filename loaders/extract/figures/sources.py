"""Who says a figure: 据X数据, X预计, and the note below a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.mentions import Gazetteer
from loaders.things import ORGS, Mention, Thing

_QUOTED = re.compile(
    r"(?:根据|(?<![数依根证论收占])据|援引|来自|依据|按照)(?P<who>[^，。；]{2,40}?)(?:的|在|于)?(?:最新|最近|相关)?"
    r"(?:数据|预测|统计|报告|测算|显示|预计|估计|估算|披露|发布|公布|调研|研究|口径|正式|介绍|透露|称|表示)"
)
_SAYS = (
    "预计",
    "预测",
    "预期",
    "估计",
    "统计",
    "数据",
    "认为",
    "指出",
    "表示",
    "预估",
    "测算",
    "调研",
)
_BETWEEN = re.compile(
    r"^(?:[（(][^（）()]{0,20}[)）]|的?(?:分析师|首席|研究|团队|最新|曾|则|也|此前|早前|先前|近日|日前|机构))+"
)
# a company that expects its own revenue is no source of somebody else's
_OWN = re.compile(
    r"[将于在]?\d{0,4}年?(?:上半年|下半年|全年|[一二三四]季度)?(?:单季度)?"
    r"(?:营收|营业|净利|净亏|亏损|归母|扣非|毛利|利润|盈利|收入|实现|自己|公司|销量|交付|出货|产能|产量|资本|研发|EPS)"
)
_LATIN = re.compile(r"[A-Z][A-Za-z&]*(?: [A-Z][A-Za-z&]*){0,3}")
_SAYS_LATIN = re.compile(
    r"(?:^|(?<=[，,。；：]))\s*(?P<who>[A-Z][A-Za-z&]*(?: [A-Z][A-Za-z&]*){0,4})\s?"
    r"(?=(?:此前|早前|先前|最新|曾)?(?:预测|预计)|数据|统计|测算|估算|报告显示)"
)
_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:研究院|研究所|咨询|证券|研究|协会|咨询公司|统计局|总局|委员会|资本|智库|联盟|组织)"
)
_QUOTES = (_QUOTED, _SAYS_LATIN)


def sources(
    gazetteer: Gazetteer, text: str, start: int, end: int, mentions: Sequence[Mention]
) -> tuple[tuple[Thing, ...], list[tuple[int, int]]]:
    """The bodies that start…end-1 of a sentence name as the source of what follows.

    Also says where they stand: there they are no subject.
    """
    spans = [m.span("who") for p in _QUOTES for m in p.finditer(text, start, end)]
    bodies = [m for m in mentions if m.thing.cls in ORGS and start <= m.start and m.end <= end]
    found = [m for m in bodies if any(a <= m.start and m.end <= b for a, b in spans)]
    found += [m for m in bodies if _says(text, m.end)]
    places = [(m.start, m.end) for m in found]
    if found:
        return tuple(dict.fromkeys(m.thing for m in found)), places
    unknown = [t for a, b in spans if (t := named(gazetteer, text[a:b]))]
    return tuple(dict.fromkeys(unknown)), spans if unknown else []


def _says(text: str, at: int) -> bool:
    after = _BETWEEN.sub("", text[at : at + 24])
    return after.startswith(_SAYS) and not after.startswith("调研次") and not _OWN.match(after[2:])


def named(gazetteer: Gazetteer, words: str) -> Thing | None:
    """The body that some words name, known or not."""
    text = words.strip(" 　“”\"'《》")
    if found := [m.thing for m in gazetteer.find(text) if m.thing.cls in ORGS]:
        return found[0]
    for pattern in (_LATIN, _BODY):
        if (m := pattern.search(text)) and len(m.group()) > 2:
            return gazetteer.named(m.group(), "Company", *ORGS)
    return None


def of_note(gazetteer: Gazetteer, note: str) -> tuple[Thing, ...]:
    """The bodies that the note below a table names: 资料来源：A，B."""
    found = [m.thing for m in gazetteer.find(note) if m.thing.cls in ORGS]
    if not found and (m := re.search(r"来源[：:]\s*([^，,、；;（(《。]{2,20})", note)):
        name = m.group(1).strip()
        if not re.search(r"公开|整理|资料|网络|公告|官网|作者|自制|媒体|新闻|绘制|互联网", name):
            found = [gazetteer.named(name, "Company", *ORGS)]
    return tuple(dict.fromkeys(found))[:3]
