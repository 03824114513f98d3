"""What a policy's own title says that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.policies.objects import objects
from loaders.grammar import load
from loaders.things import CONCEPTS, Claim, Thing

_ABOUT = re.compile(
    r"^《?(?:[^《》]{2,20}?关于(?:印发|发布|公布)?)?(?:20\d\d年?)?(?:[\u4e00-\u9fff]{2,4}[省市区])?"
    r"(?:全面|深化|进一步|延续|优化|加快|培育|促进|推动|支持|推进|发展|规范|加强|优化|完善|采用|做好|扩大|提升|鼓励|国家)*"
    r"(?P<x>[\u4e00-\u9fffA-Za-z0-9]{2,10}?)"
    r"(?:技术的|产业|行业|工业|领域|健康|持续|高质量|创新|发展|应用|稳增长|研究|管理|安全|排放|污染物|条例|规划|试点|标准|中长期|若干|实施|消费|准入|安装|建设|推广|伦理|监管|网络|基地|法》?|路线图)"
)
_PREFIX = re.compile(r"^(?:[\u4e00-\u9fff]{2,12}关于(?:印发|发布|公布)?|关于|[\u4e00-\u9fff]{2,7}(?:省|市|区|自治区))")
_TAIL = re.compile(r"[（(][^（）()]*[)）]$")
_KIND = re.compile(
    r"(?:运行|安全|技术|管理|若干|实施|行动|工作|发展|服务|暂行|标识|通用|基本|质量|检测|试验|评价|使用|条件|要求|规范|标准|规则|办法|方案|意见|措施|指南|指引|条例|规定|细则|规划|计划|公告|通知|目录|的)+$"
)
_RULE = re.compile(r"(?P<x>[\u4e00-\u9fffA-Z0-9、]{2,20}?)(?:的|领域)?(?:出口|进口|投资)?(?:管制|禁令|限制)(?:新规|规则)?$")


def titled(document: Document, policy: Thing, text: Text) -> Iterator[Claim]:
    """SUPPORTS, RESTRICTS or REGULATES from a title: `《X产业发展规划》` supports X."""
    if m := _RULE.match(policy.name):
        for thing in objects(document, m["x"], loose=True):
            yield Claim(policy, "RESTRICTS", thing, text, "policy:title")
        return
    name = next((n for n in (policy.name, *policy.aliases) if n.startswith("《")), None)
    if name is None or (about := _about(document, name)) is None:
        return
    kind = _kind(name)
    if kind:
        yield Claim(policy, kind, about, text, "policy:title")


def _about(document: Document, name: str) -> Thing | None:
    title = _PREFIX.sub("", name.strip("《》"))
    inside = [m for m in document.gazetteer.find(title) if m.thing.cls in CONCEPTS]
    if (m := _ABOUT.match(title)) and "类" not in title[m.end("x") : m.end("x") + 1] and (found := objects(document, m["x"])):
        return found[0]
    if inside:
        return inside[0].thing
    bare = _KIND.sub("", _TAIL.sub("", title))
    found = objects(document, bare) if 3 <= len(bare) <= 18 else []
    return found[0] if found else None


def _kind(title: str) -> str | None:
    """What a policy of such a title does; the last word that tells it decides."""
    kinds = load("policies")["kinds"]
    best, at = None, -1
    for kind in ("supports", "restricts", "regulates"):
        for m in re.finditer(kinds[kind], title):
            if m.start() > at and not (kind == "regulates" and best == "SUPPORTS" and m.group() in ("指引", "指南", "办法", "管理")):
                best, at = kind.upper(), m.start()
    return best
