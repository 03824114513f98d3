"""Takeovers told in Chinese: who takes over whom, what share, at what price, done or called off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from kg.model import Modality
from loaders.extract.deals import naming
from loaders.extract.deals.passage import Passage, exchange
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.things import Claim, Draft, Finance, Thing

METHOD = "deal:takeover"
_KIND = r"(?:全资|要约|战略|正式|整体|溢价|反向|现金|协议|完成|直接|间接|成功|宣布|部分|正在)*"
_TAKE = r"(?:收购|并购|吸收合并|私有化|买下|控股|受让|(?<![收投进])入主(?!要))"
_NOT = (
    "方|人|价|案|款|目标|标的|事项|金额|要约|对象|战略|孙公司|子公司|股东|集团|公司|有限|企业"
    "|整合|重组|市场|风险|基金|潮|机会|股份有限"
)
_PASSIVE = pattern("deals", "takeovers_passive")
_ACTIVE = pattern("deals", "takeovers_active")
_NOUN = pattern("deals", "takeovers_noun")
_STAKE = pattern("deals", "takeovers_stake")
_SOLD = pattern("deals", "takeovers_sold")
_PRICED = pattern("deals", "takeovers_priced")
# whose the company behind is that is bought
_UNDER = re.compile(r"\s?的?(?:集团|公司)?旗下的?[^，。；：、]{0,12}")
_HELD = re.compile(r"由.*控股")
_GETS = re.compile(r"[，,]\s?(?:获得?|持有|持股|取得|占)[^，。；]{0,16}")
_PRICE = pattern("deals", "takeovers_price")
_OFF = pattern("deals", "takeovers_off")
_LATER_OFF = re.compile(r"(?:但|最终|不过)[^。；]{0,30}(?:失败|未果|告吹|阻止|终止|流产)")
# a deal that is agreed and not yet done
_PENDING = re.compile(r"的?(?:交易|收购|事项)?(?:预计|有望|将[于在]|尚待|尚需|仍需|仍待|待)")
_TRIED = pattern("deals", "takeovers_tried")
_DESCRIBED = pattern("deals", "takeovers_described")


def takeovers(passage: Passage) -> Iterator[Draft]:
    """Who takes over whom in a passage, each time as a deal too."""
    spent: list[tuple[int, int]] = []
    for m in _NOUN.finditer(passage.value):
        if target := _named(passage, m.start("target"), m.end("target")):
            spent.append(m.span())
            yield from _told(passage, m.start(), m.end(), passage.subject(m.start()), target)
    for m in _SOLD.finditer(passage.coded.text):
        # 甲将其持有的乙20%股权转让给丙
        sold = [x for x in passage.coded.groups[m["o"]].things if x.cls == "Company"]
        span = passage.coded.index(m.start()), passage.coded.index(m.end() - 1) + 1
        yield from _told(passage, *span, passage.coded.groups[m["s"]].things, sold)
    for m in _PASSIVE.finditer(passage.value):
        buyers = _named(passage, m.start("agent"), m.end("agent"))
        if buyers and not _in_name(passage, m.start("verb")):
            spent.append(m.span("verb"))
            targets = [t for t in passage.subject(m.start()) if t.cls == "Company"]
            if _HELD.fullmatch(m.group()):
                yield from _held(passage, m, buyers[-1], targets)
            else:
                yield from _told(passage, m.start(), m.end(), tuple(buyers[-1:]), targets)
    for m in _ACTIVE.finditer(passage.value):
        at = m.start("verb")
        if any(a <= at < b or a < m.end() <= b for a, b in spent) or _in_name(passage, at):
            continue
        if targets := _targets(passage, m.end()):
            yield from _told(passage, at, m.end(), passage.subject(at), targets)


def _held(
    passage: Passage, m: re.Match[str], owner: Thing, targets: list[Thing]
) -> Iterator[Claim]:
    """Who holds a company: `乙由甲控股`."""
    how = modality(passage.value, m.start(), m.end())
    for target in targets:
        if owner.id != target.id:
            yield Claim(owner, "OWNS", target, passage.text, METHOD, how)


def _in_name(passage: Passage, at: int) -> bool:
    """Whether a word is part of a name: 控股 in the name of a holding."""
    return any(x.start <= at < x.end for x in passage.mentions)


def _named(passage: Passage, start: int, end: int) -> list[Thing]:
    """The companies named between two indices."""
    found = [
        m.thing
        for m in passage.mentions
        if start <= m.start and m.end <= end and m.thing.cls == "Company"
    ]
    if found:
        return found
    new = naming.after(passage.document, passage.value[start:end])
    return [new] if new and passage.value[start:end].strip().startswith(new.name[:2]) else []


def _targets(passage: Passage, at: int) -> list[Thing]:
    """What stands behind the verb: names, or a name that nobody knows yet.

    Of `甲旗下乙` it is 乙 that is bought.
    """
    for group, following in zip_longest(passage.orgs, passage.orgs[1:]):
        if following and _UNDER.fullmatch(passage.value, group.end, following.start):
            continue
        between = passage.value[at : group.start] if group.start >= at else None
        if between is not None and _descriptor(between):
            if exchange(group) or _DESCRIBED.match(passage.value, group.end):
                return []
            whole = naming.longer(
                passage.document, passage.value[group.start :], group.end - group.start
            )
            return [whole] if whole else [t for t in group.things if t.cls == "Company"]
    rest = passage.value[at : at + 40]
    lead = re.match(
        r"(?:了|过|对|其|上市公司|[^，。；：、]{0,8}(?:公司|企业|厂商|巨头|品牌)|\s|“|AI|\d+(?:\.\d+)?%)*",
        rest,
    )
    return naming.listed(passage.document, rest[lead.end() if lead else 0 :])


def _descriptor(between: str) -> bool:
    """Whether only what describes a target stands between verb and name."""
    return len(between) <= 24 and not re.search(
        r"[，。；：、]|以|的(?!上市)|并|后|由|被|而|与|对(?!上市)", between
    )


def _told(
    passage: Passage, start: int, end: int, buyers: tuple[Thing, ...], targets: list[Thing]
) -> Iterator[Draft]:
    left, right = passage.clause(start)
    clause = passage.value[left:right]
    how = _how(passage, start, _behind(passage, end, targets), clause)
    got = _GETS.match(passage.value, right)
    stake = _STAKE.search(passage.value, start, got.end() if got else right) or _STAKE.search(
        clause
    )
    price = _PRICE.search(clause) or _PRICED.match(passage.value, right)
    when = passage.date(start)
    said = {
        "stake": stake["stake"].replace(" ", "") if stake else None,
        "date": when,
        "amount": price["sum"].strip() if price else None,
    }
    qualifiers = {k: v for k, v in said.items() if v}
    for buyer in buyers[:1]:
        for target in targets:
            if buyer.id == target.id or buyer.cls != "Company":
                continue
            yield Claim(buyer, "ACQUIRES", target, passage.text, METHOD, how, qualifiers)
            yield Finance(
                target,
                passage.text,
                METHOD,
                round="收购",
                date=when,
                amount=said["amount"],
                investors=(buyer,),
                modality=how,
            )


def _behind(passage: Passage, end: int, targets: list[Thing]) -> int:
    """Where the name of what is taken over ends."""
    ids = {t.id for t in targets}
    known = [m.end for m in passage.mentions if m.thing.id in ids and end <= m.start <= end + 24]
    return min(known, default=end + 8)


def _how(passage: Passage, start: int, end: int, clause: str) -> Modality:
    following = passage.value[end : end + 40]
    tried = _TRIED.search(clause)
    if _OFF.search(clause) or _LATER_OFF.search(following) or (tried and _OFF.search(following)):
        return Modality.DENIED
    # what a clause goes on to say of later is no modality of this: 收购X后又将其出售
    told = modality(passage.value[:end], start, end)
    if told is Modality.ASSERTED and _PENDING.match(following):
        return Modality.PLANNED
    return Modality.POTENTIAL if told is Modality.ASSERTED and tried else told
