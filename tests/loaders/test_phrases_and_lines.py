"""What noun phrases, labels, brackets, tiers, lists and series say: sentences of our own."""

from __future__ import annotations

import pytest
from telling import Said, said

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"
GEAR = "谐波减速器"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("凌渊精密GX200谐波减速器性能优异。", (LING, "PRODUCES", "GX200")),
        ("凌渊精密旗下“飞轮”大模型性能优异。", (LING, "PRODUCES", "飞轮")),
        ("凌渊精密新药（LY1020）获批。", (LING, "PRODUCES", "LY1020")),
        ("德国凌渊精密扩建厂房。", (LING, "LOCATED_IN", "德国")),
        ("传感器（如触觉传感器、力矩传感器）价格上涨。", ("力矩传感器", "TYPE_OF", "传感器")),
        ("丝杠（行星滚柱/微型滚珠）是核心部件。", ("行星滚柱丝杠", "TYPE_OF", "丝杠")),
        ("触觉传感器等传感器需求旺盛。", ("触觉传感器", "TYPE_OF", "传感器")),
        ("谐波减速器（凌渊精密、砚山材料）价格上涨。", (YAN, "PRODUCES", GEAR)),
        ("凌渊精密（谐波减速器、交叉滚子轴承）扩产。", (LING, "PRODUCES", "交叉滚子轴承")),
        ("谐波减速器：国内凌渊精密主导，相关公司砚山材料。", (YAN, "PRODUCES", GEAR)),
        ("谐波减速器：凌渊精密、砚山材料", (LING, "PRODUCES", GEAR)),
        ("谐波减速器市场中凌渊精密占比较高。", (LING, "PRODUCES", GEAR)),
        ("谐波减速器主要由凌渊精密垄断。", (LING, "PRODUCES", GEAR)),
        ("杭州：凌渊精密、砚山材料", (YAN, "LOCATED_IN", "杭州")),
        ("赫星汽车链：谐波减速器（凌渊精密）、覆铜板（砚山材料）", (YAN, "SUPPLIES", HE)),
        ("人形机器人产业链上游有凌渊精密，下游有赫星汽车。", (HE, "IN_TIER", "人形机器人/下游")),
        ("HLV1.0：凌渊精密首款平台。HLV2.0：算力翻倍。", ("HLV2.0", "SUCCEEDS", "HLV1.0")),
        ("减速器有两种路线：\n- 谐波减速器：体积小\n- 行星减速器：成本低", ("行星减速器", "TYPE_OF", "减速器")),
    ],
)  # fmt: skip
def test_a_line_says(text: str, what: Said) -> None:
    assert what in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "触觉传感器等领域需求旺盛。",  # a field is no kind
        "总部在杭州的凌渊精密（赫星汽车）扩产。",  # a bracket of companies behind a company
        "凌渊精密在德国展会上亮相。",  # a place behind a company is not where it is
        "谐波减速器（体积小、重量轻）价格上涨。",  # a bracket of remarks
        "风险：凌渊精密业绩不及预期",  # a label that is no technology
        "凌渊精密AI战略升级。",  # no product of its own
        "上下游协同发展。",
    ],
)
def test_a_line_that_only_looks_like_it_says_nothing(text: str) -> None:
    assert said(text) == {}
