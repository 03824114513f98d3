"""Tables that put companies and segments in the tiers of a chain, and those with names on top."""

from __future__ import annotations

import pytest
from telling import said

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"
ROWS = f"| 环节 | 公司 |\n|---|---|\n| 谐波减速器制造 | {LING} |\n| 覆铜板 | {YAN} |\n"


@pytest.mark.parametrize(
    ("headings", "tier"),
    [
        ("# 人形机器人产业链梳理\n\n## 上游企业一览", "人形机器人/上游"),
        ("# 人形机器人 产业链梳理\n\n## 【中游 · 一】核心环节", "人形机器人/中游"),
        ("# 季度观察\n\n## 人形机器人的上游\n\n### 上游公司", "人形机器人/上游"),
    ],
)
def test_a_title_seats_the_companies_and_segments_below_it(headings: str, tier: str) -> None:
    found = said(f"{headings}\n\n{ROWS}")
    assert (LING, "IN_TIER", tier) in found
    assert ("谐波减速器制造", "IN_TIER", tier) in found
    assert (tier, "TIER_OF", "人形机器人") in found


@pytest.mark.parametrize("heading", ["上下游企业一览", "下游需求", "上游与中游企业"])
def test_a_title_of_several_tiers_or_of_demand_seats_nobody(heading: str) -> None:
    found = said(f"# 人形机器人产业链梳理\n\n## {heading}\n\n{ROWS}")
    assert not [s for s in found if s[1] == "IN_TIER"]


def test_a_cell_that_begins_with_a_tier_seats_its_company() -> None:
    rows = f"| 公司 | 技术路线/业务领域 |\n|---|---|\n| {LING} | 上游力矩传感器 |\n| {YAN} | 压阻式 |\n"
    found = said(f"# 人形机器人产业链梳理\n\n{rows}")
    assert (LING, "IN_TIER", "人形机器人/上游") in found
    assert (LING, "PRODUCES", "力矩传感器") in found


def test_a_header_that_names_a_tier_seats_what_stands_below_it() -> None:
    rows = f"| 地区 | 上游企业 | 下游企业 |\n|---|---|---|\n| 杭州 | {LING} | {HE} |\n| 德国 | {YAN} | — |\n"
    found = said(f"# 人形机器人产业链梳理\n\n{rows}")
    assert (LING, "IN_TIER", "人形机器人/上游") in found
    assert (HE, "IN_TIER", "人形机器人/下游") in found


def test_goods_of_a_title_stand_in_its_tier() -> None:
    found = said(f"# 人形机器人产业链梳理\n\n## 【上游】力矩传感器 —— 壁垒最高\n\n{ROWS}")
    assert ("力矩传感器", "IN_TIER", "人形机器人/上游") in found


def test_names_across_the_top_have_the_attributes_down_the_side() -> None:
    rows = f"| 维度 | {LING} | {YAN} |\n|---|---|---|\n| 总部 | 瑞士日内瓦 | 杭州 |\n| 主要产品 | 谐波减速器 | 覆铜板 |\n| 代表色 | 橙色 | 蓝色 |\n"
    found = said(rows)
    assert (LING, "LOCATED_IN", "日内瓦") in found
    assert (YAN, "PRODUCES", "覆铜板") in found
    assert (LING, "PRODUCES", "覆铜板") not in found
    assert not [s for s in found if "蓝色" in s]


CHART = """```
上游：力矩传感器 + 专用设备  →  中游：整机组装  →  下游：终端应用
  │                               │                 │
  ├ 钕铁硼 / 镁合金（核心）       ├ 灵巧手          ├ 仓储/养老
  └ 轴承                          └ 机器人关节      └ 矿山巡检
```
"""


def test_a_drawn_chain_seats_what_hangs_below_its_tiers() -> None:
    found = said(f"# 人形机器人产业链梳理\n\n{CHART}")
    seats = {(s, o.split("/")[1]) for s, p, o in found if p == "IN_TIER"}
    assert {
        ("钕铁硼", "上游"),
        ("镁合金", "上游"),
        ("轴承", "上游"),
        ("力矩传感器", "上游"),
    } <= seats
    assert {("整机组装", "中游"), ("灵巧手", "中游"), ("机器人关节", "中游")} <= seats
    assert {("仓储", "下游"), ("养老", "下游"), ("矿山巡检", "下游")} <= seats
    assert ("人形机器人/下游", "TIER_OF", "人形机器人") in found
    assert not [s for s in seats if "应用" in s[0]]


def test_a_tier_is_that_of_the_industry_the_sentence_opens_with() -> None:
    found = said("# 海陵产业链观察\n\n低空经济已形成涵盖上游碳纤维，中游飞控系统的完整产业链。")
    assert ("碳纤维", "IN_TIER", "低空经济/上游") in found


def test_an_example_far_from_the_tier_stands_in_none() -> None:
    found = said(f"# 人形机器人产业链\n\n其上游材料全面升级，例如{HE}的新车将采用碳纤维。")
    assert not [s for s in found if s[1] == "IN_TIER" and s[0] == HE]


def test_a_sentence_seats_whom_it_is_about_and_nobody_else() -> None:
    found = said(f"{LING}处于光伏产业链中游，为{HE}供货。")
    assert {s for s in found if s[1] == "IN_TIER"} == {(LING, "IN_TIER", "光伏/中游")}
