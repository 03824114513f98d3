"""Stakes told in Chinese: who puts money into whom, or holds shares of it, without taking over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.coded import MACROS
from loaders.extract.deals.money import MONEY, sums
from loaders.extract.deals.passage import Passage
from loaders.modality import modality
from loaders.things import Claim, Thing

METHOD = "deal:stake"
_O = MACROS["O"]
_GAP = r"[^，。；：！？、\ue000-\uf3ff]"
_PUT = r"(?:(?:战略投资|战略入股|领投|跟投|参投|投资|入股|增资|注资|参股|认购)(?!公司|机构|者|人|方|基金|银行|部|集团|有限|管理|合伙|建设|建厂|扩产))"
_WHAT = r"(?:了|过|于|至|到)?(?:一家|了一家)?[^，。；：！？、\ue000-\uf3ff的]{0,10}?"
_PATTERNS = tuple(
    (re.compile(pattern), active)
    for pattern, active in (
        # A对B增资, A向B注资
        (rf"(?P<s>{_O})?{_GAP}{{0,14}}?(?:对|向|给)(?P<o>{_O})(?:进行|追加|完成)?(?:了)?{_GAP}{{0,6}}?(?:增资|注资|投资|战略投资)(?!者)", True),
        # B获A投资, B引入A入股, B由A参股
        (rf"(?P<o>{_O})?{_GAP}{{0,16}}?(?:获得|获|得到|引入|由)了?(?:了)?(?P<s>{_O})(?:[\ue400-\ue7ff]|等)?(?:多家|知名|机构|公司|企业|股东|的)*(?:联合|共同|独家|战略)*{_PUT}", False),
        # A投资了B
        (rf"(?P<s>{_O})(?:等)?(?!的)[^。；：！？、\ue000-\uf3ff的]{{0,14}}?{_PUT}{_WHAT}(?P<o>{_O})(?!的?[^，。；]{{0,6}}(?:项目|工厂|基地|园区|产线|建设|生产))", True),
        # A参股的B
        (rf"(?P<s>{_O})(?:参股|入股|投资|领投|持股|战略投资)的{_GAP}{{0,8}}?(?P<o>{_O})", True),
        # A持有B 20%股份
        (rf"(?P<s>{_O}){_GAP}{{0,10}}?(?:持有|持股|拥有)(?:了)?(?P<o>{_O})(?:公司)?的?(?=[^，。；]{{0,10}}(?:\d%|股权|股份))", True),
        # A为B股东, B的股东包括A
        (rf"(?P<s>{_O})(?:是|为|成为|系|作为)(?P<o>{_O})的?(?:第[一二三四]大|大|战略|主要|重要|控股|机构|单一|最大)*股东", True),
        (rf"(?P<o>{_O})的?(?:主要|重要|战略|机构|现有)*(?:股东|投资方|投资者|投资人)(?:包括|包含|有|为|涵盖)(?P<s>{_O})", False),
    )
)
_FOUNDING = re.compile(rf"(?:注资|出资|投资)\s?(?P<sum>{MONEY})\s?(?:人民币)?(?:组建|设立|成立|打造|创建)了?{_GAP}{{0,10}}?(?P<o>{_O})")
_JOINED = re.compile(rf"(?P<with>{_O})(?:近日|日前|也|还|已)?(?:联手|联合|携手|会同)[^，。；：、\ue000-\uf3ff]{{0,8}}$")
_STAKE = re.compile(r"\d+(?:\.\d+)?\s?%")


def stakes(passage: Passage) -> Iterator[Claim]:
    """Who invests in whom."""
    seen: set[tuple[str, str]] = set()
    for m, subjects, objects in _matches(passage):
        start, end = passage.coded.index(m.start()), passage.coded.index(m.end() - 1) + 1
        how = modality(passage.value, start, end)
        said = _said(passage, start, end)
        for subject in subjects:
            for object_ in objects:
                if object_.cls == "Company" and subject.id != object_.id and (subject.id, object_.id) not in seen:
                    seen.add((subject.id, object_.id))
                    yield Claim(subject, "INVESTS_IN", object_, passage.text, METHOD, how, said)


def _matches(passage: Passage) -> Iterator[tuple[re.Match[str], tuple[Thing, ...], tuple[Thing, ...]]]:
    groups = passage.coded.groups
    for pattern, active in _PATTERNS:
        for m in pattern.finditer(passage.coded.text):
            at = passage.coded.index(m.start())
            about = passage.subject(at) if not (m["s"] and m["o"]) else ()
            subjects = (*_together(passage, m), *groups[m["s"]].things) if m["s"] else about
            objects = groups[m["o"]].things if m["o"] else about
            if active or subjects:
                yield m, subjects, objects
    for m in _FOUNDING.finditer(passage.coded.text):
        yield m, passage.subject(passage.coded.index(m.start())), groups[m["o"]].things


def _together(passage: Passage, m: re.Match[str]) -> tuple[Thing, ...]:
    """Who joins the investor: `甲联手乙投资了…`."""
    before = _JOINED.search(passage.coded.text[: m.start("s")])
    return passage.coded.groups[before["with"]].things if before else ()


def _said(passage: Passage, start: int, end: int) -> dict[str, str]:
    _, right = passage.clause(end - 1)
    left, _ = passage.clause(start)
    money = sums(passage.value[left:right])
    stake = _STAKE.search(passage.value, start, right)
    said = {
        "date": passage.date(start),
        "amount": money[0][2] if money else None,
        "stake": stake.group().replace(" ", "") if stake else None,
    }
    return {k: v for k, v in said.items() if v}
