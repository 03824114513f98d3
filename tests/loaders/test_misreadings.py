"""Sentences and tables of our own that once were read wrongly: what they say, and do not say."""

from __future__ import annotations

import pytest
from telling import Said, reading, said

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # who takes part in something is its subject; who is left out, or only an example, is not
        ("除了赫星汽车，凌渊精密还扩建厂房，与砚山材料达成合作。", (HE, "PARTNERS_WITH", YAN)),
        ("二号厂房（租户包括赫星汽车等）已建成，采用激光雷达。", (HE, "USES", "激光雷达")),
        # 其 is the thing that the sentence began with
        (
            "赫星汽车扩建厂房。国产激光雷达性能优异，其自研边缘芯片已量产。",
            (HE, "PRODUCES", "边缘芯片"),
        ),
        # a manner is neither made nor a technology, and a site is no ware
        ("凌渊精密推出共创模式。", (LING, "PRODUCES", "共创模式")),
        ("赫星汽车采用直销模式。", (HE, "USES", "直销模式")),
        ("谐波减速器正逐步替代人工。", ("谐波减速器", "SUBSTITUTES", "人工")),
        # quantities and clauses are no names
        ("赫星汽车采用 300 亿晶体管。", (HE, "USES", "300 亿晶体管")),
        ("激光雷达和摄像头集成到一个平台。", ("激光雷达", "USES", "到一个平台")),
        ("凌渊精密创始人Lin Yue扩建厂房。", (LING, "PRODUCES", "创始人Lin Yue")),
        (
            "覆铜板分普通板、高频板和高速板，两者侧重点不同。",
            ("两者侧重点不同", "TYPE_OF", "覆铜板"),
        ),
        ("冷却液主要使用含氟冷却液。", ("冷却液", "USES", "含氟冷却液")),
    ],
)
def test_what_a_sentence_does_not_say(text: str, wrong: Said) -> None:
    assert wrong not in said(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("除了赫星汽车，凌渊精密还扩建厂房，与砚山材料达成合作。", (LING, "PARTNERS_WITH", YAN)),
        ("2031年大模型技术开始用于自动驾驶。", ("大模型技术", "ACTIVE_IN", "自动驾驶")),
        ("凌渊精密的“天岫”发动机已量产。", (LING, "PRODUCES", "天岫发动机")),
        ("谐波减速器用于制造多指灵巧手。", ("谐波减速器", "PART_OF", "多指灵巧手")),
        ("飞轮大模型引入DQN(深度价值网络)算法。", ("飞轮大模型", "USES", "DQN算法")),
        ("主要引入谐波减速器替代行星减速器。", ("谐波减速器", "SUBSTITUTES", "行星减速器")),
    ],
)
def test_what_it_does_say(text: str, right: Said) -> None:
    assert right in said(text)


def test_facts_about_a_company_are_none_of_its_products() -> None:
    found = said(
        "# 凌渊精密\n\n| 项目 | 详情 |\n|---|---|\n| 成立 | 2019 年 |\n"
        "| 总部 | 杭州（深圳设有分部） |\n| 专利 | 300 项 |\n"
    )
    assert {s for s in found if s[0] == LING} == {(LING, "LOCATED_IN", "杭州")}


def test_units_and_fields_in_a_column_are_no_companies() -> None:
    rows = "| 公司 | 产品 | 客户 |\n|---|---|---|\n| 凌渊精密 | 谐波减速器 | 协作机器人、航运 |\n"
    assert not [s for s in said(rows) if s[1] == "SUPPLIES"]
    rows = (
        "| 产品 | 单位 | 价格 |\n|---|---|---|\n| 硫酸 | 美元 / 桶 | 67 |\n| 尿素 | 元 / 吨 | 9 |\n"
    )
    assert not [s for s in said(rows) if s[1] == "PRODUCES"]


def test_a_maker_before_a_model_makes_no_kind_of_it() -> None:
    rows = "| 公司 | 产品 |\n|---|---|\n| 凌渊精密 | Lingyuan GX100 |\n| 砚山材料 | GX100 |\n"
    assert ("Lingyuan GX100", "TYPE_OF", "GX100") not in said(rows)


def test_a_table_of_figures_places_nobody_where_it_measures() -> None:
    rows = "| 机构 | 年份 | 地区 | 指标 | 数值 |\n|---|---|---|---|---|\n"
    rows += "| 凌渊精密 | 2031 | 德国 | 市场规模 | 12 亿元 |\n| 赫星汽车 | 2031 | 日本 | 销量 | 3 万辆 |\n"
    assert not [s for s in said(rows) if s[1] == "LOCATED_IN"]


@pytest.mark.parametrize(
    ("longer", "head"), [("非接触式雷达", "接触式雷达"), ("半刚性导管", "刚性导管")]
)
def test_what_is_not_a_thing_is_no_kind_of_it(longer: str, head: str) -> None:
    rows = f"| 公司 | 产品 |\n|---|---|\n| 凌渊精密 | {longer} |\n| 砚山材料 | {head} |\n"
    assert (longer, "TYPE_OF", head) not in said(rows)


def test_a_name_does_not_begin_with_the_particle_before_it() -> None:
    found = reading("凌渊精密收购了墨砚岚创控制权。")
    assert not [e.name for e in found.entities if e.name.startswith("了")]


def test_the_chain_of_a_slogan_or_of_anything_is_no_industry() -> None:
    text = "当地已形成涵盖上游材料、零部件，中游装备制造，下游应用领域的完整产业链。"
    assert not [s for s in said(text) if "完整" in s[2]]
    text = "## 3、上市——资本巨浪正加速\n\n凌渊精密已完成融资，上游企业砚山材料正在扩产，产业链初具规模。"
    assert not [s for s in said(text) if "资本" in s[2]]
