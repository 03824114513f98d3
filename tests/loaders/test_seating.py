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
