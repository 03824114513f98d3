"""Whose part of a report a line stands in: sections of companies, their products, tiers."""

from __future__ import annotations

import pytest
from telling import Said, said

PROFILES = """# 人形机器人产业链

## 一、上游：减速器与力矩传感器（高壁垒）

### 凌渊精密 (688999.SH) —— 谐波减速器龙头

- **核心产品**：专注于交叉滚子轴承、谐波减速器及精密丝杠。
- **总部**：苏州（杭州设有分部）
- **客户**：赫星汽车

### 砚山材料 (Yanshan) —— 覆铜板厂商

### 桐庐微芯 (Tonglu Micro) —— 驱动芯片

## 二、中游：整机

- **赫星汽车 (Hexing) —— 规模最大**
  - **星鹭一号 (Heron-1)**：全球最大的工业机器人，身高1.7米。
  - **星鹭二号 (Heron-2)**：
    - **技术路线**：行星滚柱丝杠 + 无框力矩电机。
"""


@pytest.mark.parametrize(
    "what",
    [
        ("凌渊精密", "PRODUCES", "谐波减速器"),
        ("凌渊精密", "PRODUCES", "精密丝杠"),
        ("凌渊精密", "LOCATED_IN", "苏州"),
        ("凌渊精密", "SUPPLIES", "赫星汽车"),
        ("凌渊精密", "IN_TIER", "人形机器人/上游"),
        ("减速器", "IN_TIER", "人形机器人/上游"),
        ("桐庐微芯", "IN_TIER", "人形机器人/上游"),
        ("赫星汽车", "IN_TIER", "人形机器人/中游"),
        ("赫星汽车", "PRODUCES", "星鹭一号"),
        ("星鹭一号", "TYPE_OF", "工业机器人"),
        ("星鹭二号", "USES", "行星滚柱丝杠"),
    ],
)
def test_a_part_of_a_report_is_about_whom_its_heading_names(what: Said) -> None:
    assert what in said(PROFILES)


def test_a_branch_in_brackets_is_no_seat() -> None:
    assert ("凌渊精密", "LOCATED_IN", "杭州") not in said(PROFILES)


@pytest.mark.parametrize("label", ["进展", "CES 2031", "第三阶段"])
def test_a_label_that_names_no_product_is_none(label: str) -> None:
    text = f"## 赫星汽车 (Hexing)\n\n- **{label}**：完成测试。\n"
    assert not [o for _, p, o in said(text) if p == "PRODUCES" and o in label]


def test_a_list_under_a_heading_says_what_the_heading_says() -> None:
    text = "## 赫星汽车 (Hexing)\n\n### 主要供应商\n\n凌渊精密、砚山材料。两家均已量产。\n"
    assert ("砚山材料", "SUPPLIES", "赫星汽车") in said(text)


ENTRIES = """# 液冷行业

## 产业链

### 上游：零部件

- **冷却泵**：单价较高。

## 浸没式冷却液（高可靠）

- **原材料**：全氟聚醚、硅油，纯度要求高。
- **类型**：单相冷却液、两相冷却液。
- **应用领域**：数据中心、储能。
- **代表厂商**：凌渊精密、砚山材料。
- **优势**：稳定性好。

"""


@pytest.mark.parametrize(
    "what",
    [
        ("冷却泵", "IN_TIER", "液冷/上游"),
        ("硅油", "PART_OF", "浸没式冷却液"),
        ("两相冷却液", "TYPE_OF", "浸没式冷却液"),
        ("浸没式冷却液", "ACTIVE_IN", "储能"),
        ("砚山材料", "PRODUCES", "浸没式冷却液"),
    ],
)
def test_the_labels_below_a_technology_are_about_it(what: Said) -> None:
    assert what in said(ENTRIES)


def test_an_advantage_is_no_part() -> None:
    assert not [s for s, p, o in said(ENTRIES) if "稳定性" in s + o]


def test_a_label_for_a_kind_of_things_lists_them() -> None:
    text = "- 真空设备：热成像检测仪、流量传感器等。\n- 成品设备：售价高。\n"
    assert ("流量传感器", "TYPE_OF", "真空设备") in said(text)


def test_a_company_listed_as_one_of_an_industry_works_in_it() -> None:
    listed = "# 人形机器人行业\n\n## 重点公司\n\n- **凌渊精密**：产能居前。\n- **砚山材料**：产能居后。\n"
    assert ("砚山材料", "ACTIVE_IN", "人形机器人") in said(listed)
    told = listed.replace("重点公司", "价格走势")
    assert ("砚山材料", "ACTIVE_IN", "人形机器人") not in said(told)


def test_tiers_in_a_row_end_in_what_they_make_together() -> None:
    found = said("液冷行业已形成涵盖上游冷却液、冷板，中游整机制造，下游数据中心的完整产业链。")
    assert ("冷板", "IN_TIER", "液冷/上游") in found
    assert ("数据中心", "IN_TIER", "液冷/下游") in found


REGIONS = """# 低空经济

### （一）合肥：先行先试

- **基础设施**：建成全国首个青溪低空飞行试验区，拥有青溪通用机场，推进政策协调。

## 场景

芜湖聚焦整机制造，宣城落地无人机物流与低空文旅。
"""


@pytest.mark.parametrize(
    ("what", "place"),
    [
        ("青溪低空飞行试验区", "合肥"),
        ("青溪通用机场", "合肥"),
        ("整机制造", "芜湖"),
        ("低空文旅", "宣城"),
    ],
)
def test_regions_have_what_they_build_and_go_in_for(what: str, place: str) -> None:
    assert (what, "LOCATED_IN", place) in said(REGIONS)


def test_what_a_region_only_does_stands_nowhere() -> None:
    assert not [s for s, p, _ in said(REGIONS) if p == "LOCATED_IN" and "协调" in s]


def test_what_is_equal_to_a_sum_has_its_summands_for_parts() -> None:
    found = said("巡检底盘＝力矩电机＋谐波减速器+编码器，占整机成本一半。")
    for part in ("力矩电机", "谐波减速器", "编码器"):
        assert (part, "PART_OF", "巡检底盘") in found
    assert not [s for s in said("营收＝单价＋销量。") if s[1] == "PART_OF"]


def test_a_label_whose_kinds_follow_names_parts_of_the_heading() -> None:
    found = said("## 固态电池\n\n- **隔膜**：主要使用陶瓷隔膜（耐热），成本高。\n")
    assert ("陶瓷隔膜", "PART_OF", "固态电池") in found
