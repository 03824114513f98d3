"""Whether two things may stand in a relation, by what their names say they are."""

from __future__ import annotations

import re

from loaders.things import CONCEPTS, Thing

# what a company does or goes by, and makes none of: 直销模式, 双轮战略
_MANNER = re.compile(r"(?:模式|路线|战略|策略|路径|行动方案|行动计划|口号)$")
# where it makes things
_SITE = re.compile(
    r"^(?:工厂|基地|总部|园区)|(?:工厂|基地|园区|产线|生产线|分公司|子公司|门店|总部)(?:建设|项目)?$"
)
# how a company trades; nothing technical is used there
_TRADE = re.compile(
    r"(?:直销|分销|经销|直营|加盟|代理|订单|代工|会员|订阅|租赁|轻资产|重资产|合伙|商业|盈利|销售|采购"
    r"|ODM|OEM|IDM|Fabless)[式制]?(?:商业|经营|运营|业务|销售)?模式$"
)
# people and their work, which no technology stands in for as its rival would
_LABOUR = re.compile(r"(?:人工|人力|人类|工人|劳动力?|手工|员工|岗位|任务|工作)$|^[去买]")


def kind_of(subject: Thing, predicate: str, object_: Thing) -> bool:
    """Whether a sentence names a kind of its subject: `冷却液主要使用含氟冷却液`."""
    told = predicate == "USES" and subject.cls in CONCEPTS
    return told and object_.name.endswith(subject.name)


def fitting(predicate: str, object_: Thing) -> bool:
    """Whether a relation may hold between things of these names."""
    name = object_.name
    if object_.row is not None:
        return True
    if predicate == "PRODUCES":
        return not _MANNER.search(name) and not _SITE.search(name)
    if predicate == "USES":
        return not _TRADE.search(name)
    if predicate == "SUBSTITUTES":
        return not _LABOUR.search(name)
    return True
