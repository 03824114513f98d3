"""What a policy does to whom, in the clauses of a Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.model import Modality
from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.policies.objects import objects
from loaders.grammar import load
from loaders.modality import modality
from loaders.things import CONCEPTS, ORGS, Claim, Mention, Thing

METHOD = "policy:verb"
_CUT = re.compile(r"[，。；！？\n：]|——|, ")
_GO_ON = r"(?:并且?|同时|重点|明确(?:提出|指出|要求)?|提出|要求|指出|强调|其中|主要|将|着力|大力|优先|积极|旨在|首次|进一步|还|也|均|全面|有条件|持续|不断|鼓励和|通过[^，]{2,20}?|“|以|用于|目标是|包括|涵盖|聚焦|它|该(?:政策|方案|规划|意见|办法|标准|法案|基金|文件|计划|战略)|其|此举|这|专门|严格|制度性地|从而|进而|\s)*"
_BACK = re.compile(r"^(?:它|其中|其(?!他|它|余|次)|该(?:政策|方案|规划|意见|办法|标准|法案|法规|基金|文件|计划|战略|条例|指南)|此举|这(?:一|项)|政策|规划|方案|文件|同时|此外)")


@dataclass(frozen=True)
class Scene:
    """A text with the policies it names, and the one that the text before was about."""

    document: Document
    text: Text
    policies: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    before: Thing | None = None
    under: Thing | None = None

    @property
    def plain(self) -> str:
        """The text with the policies' names blotted out: 规划 in a name plans nothing, 将…列为 is no future."""
        value = self.text.value
        for m in self.policies:
            value = value[: m.start] + "〇" * (m.end - m.start) + value[m.end :]
        return re.sub(r"将(?=[^，。；]{2,50}?(?:列|纳|写|定|确|作为|加入|放入|添))", "〇", value)


def effects(scene: Scene) -> Iterator[Claim]:
    """What the policies of a text support, restrict and regulate."""
    value = scene.text.value
    current = scene.before if _BACK.match(value) else scene.under
    for start, end in _clauses(scene):
        here = [m for m in scene.policies if start <= m.start < end]
        yield from _taken_up(scene, start, end, here, current)
        for policy in here:
            if m := _LEVIED.search(value[start : policy.start]):
                for thing in objects(scene.document, m["x"], orgs=True, loose=True):
                    yield _claim(scene, policy.thing, "restricts", thing, start, policy.start)
        for policy, at, led in _subjects(scene, start, end, here, current):
            yield from _verbs(scene, policy, at, end, led=led)
            yield from _listed(scene, policy, at, end)
            yield from _for(scene, policy, at, end)
            yield from _must(scene, policy, at, end)
            if scene.under or not led:
                yield from _nominal(scene, policy, at, end)
        if here:
            current = here[-1].thing


def _clauses(scene: Scene) -> Iterator[tuple[int, int]]:
    """The clauses of a text; a mark inside a policy's name cuts none."""
    at, value = 0, scene.text.value
    for m in _CUT.finditer(value):
        if any(p.start <= m.start() < p.end for p in scene.policies):
            continue
        yield at, m.start()
        at = m.end()
    yield at, len(value)


def _subjects(
    scene: Scene, start: int, end: int, here: list[Mention], current: Thing | None
) -> Iterator[tuple[Thing, int, bool]]:
    """The policies a clause may speak of, and where what it says of them begins."""
    for i, m in enumerate(here):
        if not (i + 1 < len(here) and here[i + 1].start - m.end < 3):
            yield m.thing, m.end, False
    if not here and current is not None:
        yield current, start, True


def _verbs(scene: Scene, policy: Thing, at: int, end: int, *, led: bool) -> Iterator[Claim]:
    """`《…》支持X`, and behind a comma `，支持X`; the verb must come first there."""
    clause = scene.text.value[at:end]
    m = (_leading() if led else _any()).search(clause)
    if m is None or _other_subject(scene, at, at + m.start("verb")):
        return
    predicate = next(p for p in ("supports", "restricts", "regulates") if m[p])
    slot = scene.text.value[at + m.end() : end + _list_goes_on(scene.text.value, end)]
    found = objects(scene.document, slot, orgs=predicate != "regulates", loose=predicate == "restricts")
    for thing in found:
        yield _claim(scene, policy, predicate, thing, at + m.start("verb"), at + m.end())


def _list_goes_on(value: str, end: int) -> int:
    """How far a list goes on behind the comma: `，包括A、B和C`."""
    m = re.match(r"，(?:主要)?(?:包括|涵盖|如|例如|涉及)[^，。；]{2,80}", value[end:])
    return m.end() if m else 0


def _other_subject(scene: Scene, start: int, end: int) -> bool:
    """Whether somebody else does what the verb says."""
    return any(
        start <= m.start and m.end <= end and m.thing.cls in ORGS
        and not re.search(r"(?:对|为|将|把|向|由|给|与)$", scene.text.value[start : m.start])
        for m in scene.mentions
    )


def _listed(scene: Scene, policy: Thing, at: int, end: int) -> Iterator[Claim]:
    """`将X列为未来产业`, `X被列为重点方向`."""
    for m in _listing().finditer(scene.text.value, at, end):
        predicate = "restricts" if m["bad"] else "supports"
        for thing in objects(scene.document, m["x"] or m["y"], orgs=True):
            yield _claim(scene, policy, predicate, thing, m.start(), m.end())


def _must(scene: Scene, policy: Thing, at: int, end: int) -> Iterator[Claim]:
    """`规定动力电池须…`."""
    for m in _MUST.finditer(scene.text.value, at, end):
        for thing in objects(scene.document, m["x"]):
            yield _claim(scene, policy, "regulates", thing, at, at)


def _for(scene: Scene, policy: Thing, at: int, end: int) -> Iterator[Claim]:
    """`为X单独立项`, `为X注入动力`, `对X实施许可`."""
    for m in _FOR.finditer(scene.text.value, at, end):
        predicate = "supports" if m["good"] else "restricts" if m["bad"] else "regulates"
        for thing in objects(scene.document, m["x"], orgs=True):
            yield _claim(scene, policy, predicate, thing, m.start(), m.end())


def _nominal(scene: Scene, policy: Thing, at: int, end: int) -> Iterator[Claim]:
    """`X优先审评审批`, `建立X评价方法`."""
    for m in _NOMINAL.finditer(scene.text.value, at, end):
        for thing in objects(scene.document, m["x"] or m["y"]):
            yield _claim(scene, policy, "supports" if m["x"] else "regulates", thing, m.start(), m.end())


def _taken_up(
    scene: Scene, start: int, end: int, here: list[Mention], current: Thing | None
) -> Iterator[Claim]:
    """`X被正式纳入《…》规划`."""
    for policy in here:
        if m := _BEFORE.search(scene.text.value[start : policy.start]):
            for thing in objects(scene.document, m["q"] or m["x"], loose=True):
                yield _claim(scene, policy.thing, "restricts", thing, start, policy.start)
        m = _TAKEN.search(scene.text.value[start : policy.start])
        if m and not re.search(load("policies")["lists"]["names"], policy.thing.name):
            for thing in objects(scene.document, m["x"], orgs=True):
                yield _claim(scene, policy.thing, "supports", thing, start, policy.end)
    if not here and current is not None:
        for m in _PASSIVE.finditer(scene.text.value, start, end):
            for thing in objects(scene.document, m["x"]):
                yield _claim(scene, current, "supports", thing, m.start(), m.end())


def _claim(scene: Scene, policy: Thing, kind: str, thing: Thing, start: int, end: int) -> Claim:
    how = modality(scene.plain, start, end)
    if "征求意见" in policy.name or "草案" in policy.name:
        how = Modality.PLANNED
    predicate = kind.upper()
    if predicate == "REGULATES" and thing.cls not in CONCEPTS:
        predicate = "RESTRICTS"
    return Claim(policy, predicate, thing, scene.text, METHOD, how)


_FOR = re.compile(
    r"(?:为|对)(?P<x>[^，。；]{2,24}?)(?:的[^，。；]{0,6})?(?:(?P<rule>提出[^，。；]{0,14}(?:要求|规定|标准)|单独立项|立项|设立[^，。；]{0,8}项目|制定价格|制定标准|实施(?:许可|监管|管理)|进行(?:监管|规范)|作出[^，。；]{0,6}规定)"
    r"|(?P<good>注入[^，。；]{0,8}(?:动力|资金|活力)|提供[^，。；]{0,10}(?:支持|支撑|补贴|保障|资金|奖励)|给予[^，。；]{0,24}?(?:支持|补贴|奖励|补助|奖补|优惠)|开辟绿色通道)|(?P<bad>加征[^，。；]{0,8}关税|实施(?:限制|管制|制裁|禁运|封锁)))"
)
# 规定X须…, 要求X不得…
_MUST = re.compile(r"(?:规定|要求|明确)了?(?P<x>[^，。；：]{2,20}?)(?:均|都|也)?(?:须|应当|应(?!用|对|急|收|付|变)|必须|不得|不低于|不高于|需(?!求|要求))")
# 对X加征…反补贴税
_LEVIED = re.compile(r"对(?P<x>[^，。；：对]{2,24}?)(?:加征|征收|开征|作出|发起|实施)[^，。；]{0,16}$")
_NOMINAL = re.compile(
    r"(?P<x>[^，。；：\s]{2,24}?)(?:的)?(?:优先审评审批|优先审评|优先审批|优先采购|优先上市|优先支付|享受[^，。；]{0,8}(?:补贴|优惠|减免))"
    r"|(?:建立|制定|完善|统一|构建|规范|发布|确立|明确)了?(?P<y>[^，。；：\s]{2,24}?)(?:的)?(?:安全性|有效性|行业|技术|质量|系统)*(?:评价|标准|规则|规范|要求|术语|分类|定义|管理办法)"
)
# 禁止和限制投资“X、Y”的《最终规则》
_BEFORE = re.compile(r"(?:禁止|限制|管制)(?P<x>[^，。；“]{2,40}?)?(?:“(?P<q>[^”]{2,60})”[^，。；]{0,8})?的$")
_TAKEN = re.compile(r"(?:^|[^，。；：]{0,24}(?:将|把))(?P<x>[^，。；：将把]{2,40}?)(?:已|也|更|均|都)?(?:被|获)?(?:正式|首次|明确|成功)*(?:纳入|列入|写入|写进|进入)了?[^，。；]{0,6}$")
_PASSIVE = re.compile(r"(?P<x>[^，。；：]{2,40}?)(?:等)?(?:已|也|更|均|都)?(?:被|获)(?:正式|首次|明确)*(?:列入|纳入|写入|列为|定为|确立为|定位为|确定为|明确为)")


@cache
def _words() -> tuple[str, str, str]:
    words = load("policies")["effects"]
    return words["supports"], words["restricts"], words["regulates"]


@cache
def _any() -> re.Pattern[str]:
    """The first verb of an effect behind a policy's name."""
    good, bad, rule = _words()
    return re.compile(rf"^[^，。；]{{0,16}}?(?P<verb>(?P<restricts>{bad})|(?P<supports>{good})|(?P<regulates>{rule}))(?:了|着)?")


@cache
def _leading() -> re.Pattern[str]:
    good, bad, rule = _words()
    return re.compile(rf"^{_GO_ON}(?P<verb>(?P<restricts>{bad})|(?P<supports>{good})|(?P<regulates>{rule}))(?:了|着)?")


@cache
def _listing() -> re.Pattern[str]:
    words = load("policies")["effects"]
    return re.compile(
        rf"(?:(?:将|把)(?P<x>[^，。；]{{2,50}}?)(?:等)?|(?P<y>[^，。；将把]{{2,40}}?)(?:等)?被){words['listed']}[^，。；]{{0,10}}?(?:(?P<bad>{words['bad']})|(?:{words['good']}))"
    )
