"""Who competes with whom, and what follows what."""

from __future__ import annotations

import pytest
from telling import said


def told(text: str, predicate: str) -> set[tuple[str, str]]:
    """The pairs that a text puts in a relation."""
    return {(s, o) for s, p, o in said(text) if p == predicate}


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("赫星汽车发布QX-7，对标凌渊精密的Tern 4。", {("QX-7", "Tern 4")}),
        ("赫星汽车在欧洲与凌渊精密正面竞争。", {("赫星汽车", "凌渊精密")}),
        ("赫星汽车向砚山材料供应线圈，并与凌渊精密竞争阀片份额。", {("赫星汽车", "凌渊精密")}),
        ("光栅芯片的量产对GPU的市场份额发起了挑战。", {("光栅芯片", "GPU")}),
        ("砚山材料正在抢占凌渊精密的市场份额。", {("砚山材料", "凌渊精密")}),
        (
            "凌渊精密、赫星汽车与砚山材料三分天下。",
            {("凌渊精密", "赫星汽车"), ("凌渊精密", "砚山材料"), ("赫星汽车", "砚山材料")},
        ),
        ("砚山材料的主要竞争对手为凌渊精密。", {("砚山材料", "凌渊精密")}),
        ("赫星汽车QX-7的竞品包括凌渊精密Tern 4。", {("QX-7", "Tern 4")}),
        ("架构：赫星汽车 FarMatrix 38 vs 凌渊精密 NQ72。", {("FarMatrix 38", "NQ72")}),
        ("## 路线之争：谐波减速器 vs 行星减速器", {("谐波减速器", "行星减速器")}),
        ("砚山材料参与竞争激烈的市场。", set()),
        ("单层板与双层板壁垒最低、竞争最激烈。", set()),
        ("国产阀片核心性能对标国际水平。", set()),
    ],
)
def test_who_stands_against_whom(text: str, rivals: set[tuple[str, str]]) -> None:
    assert told(text, "COMPETES_WITH") == rivals


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("载板由 KX7 向 KX8 升级。", {("KX8", "KX7")}),
        ("从QRU v6到v7，成本下降。", {("QRU v7", "QRU v6")}),
        ("产品用 KXL3 及 KXL4，KXL5 门槛最高，为下一代产品。", {("KXL5", "KXL4")}),
        ("KQX5的算力较上一代KQX3提升三倍。", {("KQX5", "KQX3")}),
        ("温度从A3区到B7区变化。", set()),
    ],
)
def test_what_follows_what(text: str, order: set[tuple[str, str]]) -> None:
    assert told(text, "SUCCEEDS") == order


def test_the_architectures_of_a_table_of_generations_follow_each_other() -> None:
    table = (
        "表：赫星芯片演进\n\n| 架构 | Kestrel | Kestrel | Merlin |\n|---|---|---|---|\n"
        "| 时间 | 2031 | 2032 | 2033 |\n| 产品 | KQ10 | KQ20 | MQ10 |\n| 功耗 | 70W | 80W | 90W |\n"
    )
    assert ("Merlin", "Kestrel") in told(table, "SUCCEEDS")


def test_how_something_is_is_no_part_of_the_name_a_sentence_begins_with() -> None:
    assert told("阀片电机成本低，将逐步被盘式电机取代。", "SUBSTITUTES") == {
        ("盘式电机", "阀片电机")
    }


def test_what_is_given_up_is_replaced_by_what_is_used_instead() -> None:
    found = said("该车放弃激光雷达，采用毫米波雷达。")
    assert found[("毫米波雷达", "SUBSTITUTES", "激光雷达")][0] == "asserted"
