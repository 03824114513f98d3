"""How a sentence means what it says, who sells to whom in it, and what it leaves open."""

from __future__ import annotations

import pytest
from telling import Said, reading, said

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"
SOLD: Said = (LING, "SUPPLIES", HE)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("凌渊精密不向赫星汽车供应谐波减速器。", "denied"),
        ("凌渊精密无法为赫星汽车量产谐波减速器。", "denied"),
        ("凌渊精密难以进入赫星汽车的供应链。", "denied"),
        ("凌渊精密未向赫星汽车交付谐波减速器。", "denied"),
        ("凌渊精密未获得赫星汽车的谐波减速器订单。", "denied"),
        ("凌渊精密停止向赫星汽车供应谐波减速器。", "past"),
        ("凌渊精密早年为赫星汽车供应谐波减速器，如今不再合作。", "past"),
        ("凌渊精密过去是赫星汽车的主力减速器供应商。", "past"),
        ("赫星汽车正考虑从凌渊精密采购谐波减速器。", "potential"),
        ("凌渊精密或于明年向赫星汽车交付谐波减速器。", "potential"),
        ("凌渊精密打算向赫星汽车供应谐波减速器。", "planned"),
        ("凌渊精密不断向赫星汽车供应谐波减速器。", "asserted"),
        ("凌渊精密向赫星汽车供应未经镀膜的谐波减速器。", "asserted"),
    ],
)
def test_how_a_sale_is_meant(text: str, modality: str) -> None:
    assert said(text)[SOLD][0] == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("{s} won't supply slewing rings to {o}.", "denied"),
        ("{s} doesn’t supply slewing rings to {o}.", "denied"),
        ("{s} cannot supply slewing rings to {o}.", "denied"),
        ("Unless talks fail, {s} will supply slewing rings to {o}.", "potential"),
        ("{s} allegedly supplies slewing rings to {o}.", "rumoured"),
    ],
)
def test_how_an_english_sale_is_meant(text: str, modality: str) -> None:
    line = text.format(s="Norvik Bearings Inc.", o="Halden Turbines Ltd.")
    found = [s for s in reading(line).statements if s.predicate == "SUPPLIES"]
    assert [str(s.modality) for s in found] == [modality]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("赫星汽车已把谐波减速器订单授予凌渊精密。", "谐波减速器"),
        ("凌渊精密的谐波减速器已供应给赫星汽车。", "谐波减速器"),
        ("赫星汽车的线控转向由凌渊精密提供。", "线控转向"),
        ("赫星汽车的芯片由凌渊精密和砚山材料双供。", "芯片"),
    ],
)
def test_who_sells_to_whom(text: str, item: str) -> None:
    found = said(text)
    assert found[SOLD][1]["item"] == item
    assert (HE, "SUPPLIES", LING) not in found


def test_the_first_sells_the_first_and_the_second_the_second() -> None:
    found = said("凌渊精密、砚山材料依次为赫星汽车提供谐波减速器和高速树脂。")
    assert found[SOLD][1]["item"] == "谐波减速器"
    assert found[YAN, "SUPPLIES", HE][1]["item"] == "高速树脂"


def test_how_it_is_meant_is_nothing_that_is_sold() -> None:
    assert "item" not in said("凌渊精密可能进入赫星汽车的供应链。")[SOLD][1]


def test_the_customers_of_a_subsidiary_are_not_its_parents() -> None:
    found = said("砚山材料子公司凌渊精密扩建厂房，客户为赫星汽车。")
    assert SOLD in found
    assert (YAN, "SUPPLIES", HE) not in found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # what somebody buys, or orders, is not its own
        ("凌渊精密扩建厂房，其钢材则采购自砚山材料。", (LING, "PRODUCES", "钢材")),
        ("砚山材料未获得赫星汽车的谐波减速器订单。", (HE, "PRODUCES", "谐波减速器")),
        # who does not sell a thing to somebody may well make it
        ("凌渊精密不向赫星汽车供应谐波减速器。", (LING, "PRODUCES", "谐波减速器")),
        ("凌渊精密2031年销量目标为550万辆。", (LING, "PRODUCES", "2031年销量目标")),
        # suppliers of a company are not its field
        ("凌渊精密上游主要为氧化铝粉体供应商。", (LING, "ACTIVE_IN", "氧化铝粉体")),
        ("碳纤维被玻璃纤维替代的趋势明显。", ("碳纤维", "SUBSTITUTES", "趋势明显")),
        # of a company and one of its own, the second is bought, and works in what it is called
        ("赫星汽车收购砚山材料旗下传感器公司凌渊精密。", (HE, "ACQUIRES", YAN)),
        ("凌渊精密累计下线5000台激光雷达。", (LING, "PRODUCES", "累计")),
        ("主管部门批准了凌渊精密的激光雷达上市。", (LING, "PRODUCES", "激光雷达上市")),
        ("凌渊精密百吨级产线已建成。", (LING, "PRODUCES", "百吨级产线")),
        ("赫星汽车领投了凌渊精密的 C 轮。", (LING, "PRODUCES", "C 轮")),
        # the beginning of a name is no name
        ("凌渊精密的超高镍正极已向赫星汽车供货。", (LING, "PRODUCES", "超高镍")),
        (
            "固态电池以固态电解质取代液态电解液。",
            ("固态电池以固态电解质", "SUBSTITUTES", "液态电解液"),
        ),
        ("电解质：硫化锂是固态电解质的核心原材料。", ("电解质", "PART_OF", "硫化锂")),
        # a thing that is named with its maker is the same thing
        (
            "凌渊精密FX-300搭载激光雷达。",
            ("凌渊精密FX-300", "USES", "激光雷达"),
        ),
    ],
)
def test_what_is_not_said(text: str, wrong: Said) -> None:
    assert wrong not in said(text)


@pytest.mark.parametrize(
    ("text", "fact", "modality"),
    [
        ("钠电池无法取代磷酸铁锂电池。", ("钠离子电池", "SUBSTITUTES", "磷酸铁锂电池"), "denied"),
        (
            "有观点认为，玻璃基板可能替代有机基板。",
            ("玻璃基板", "SUBSTITUTES", "有机基板"),
            "potential",
        ),
        ("凌渊精密与赫星汽车并无竞争关系。", (LING, "COMPETES_WITH", HE), "denied"),
        ("赫星汽车收购砚山材料旗下传感器公司凌渊精密。", (HE, "ACQUIRES", LING), "asserted"),
        ("赫星汽车收购凌渊精密的交易预计年底完成。", (HE, "ACQUIRES", LING), "planned"),
        ("凌渊精密FX-300搭载激光雷达。", ("FX-300", "USES", "激光雷达"), "asserted"),
        ("RV减速器和谐波减速器都属于减速器。", ("谐波减速器", "TYPE_OF", "减速器"), "asserted"),
    ],
)
def test_how_things_stand_to_each_other(text: str, fact: Said, modality: str) -> None:
    assert said(text)[fact][0] == modality


def test_what_is_traded_is_called_without_the_trade() -> None:
    found = said("2031年10月，商务部出台对华算力芯片出口管制新规，限制向中国出口GX100等高端GPU。")
    assert {o for _, relation, o in found if relation == "RESTRICTS"} >= {"GX100"}
    assert not any(
        "出口" in s or "出口GX" in o for s, relation, o in found if relation == "TYPE_OF"
    )


def test_a_kind_of_a_thing_is_another_thing() -> None:
    found = said("光刻胶分为KrF光刻胶和ArF光刻胶。全固态电池是一种固态电池。")
    assert ("ArF光刻胶", "TYPE_OF", "光刻胶") in found
    assert ("全固态电池", "TYPE_OF", "固态电池") in found


def test_a_figure_is_of_the_company_its_sentence_begins_with() -> None:
    text = "赫星汽车去年收入12亿元。凌渊精密2031年完成15亿元D轮融资，投后估值157亿元。"
    found = reading(text)
    names = {e.id: e.name for e in found.entities}
    worth = [names[f.subject] for f in found.figures if f.value == 157.0]
    assert worth == ["凌渊精密股份有限公司"]


def test_an_investor_is_no_part_of_its_name() -> None:
    found = said("砚山材料2031年完成15亿元D轮融资，投资方包括云台资本、赫星汽车资本。")
    assert (HE, "INVESTS_IN", YAN) not in found


def test_many_of_an_abbreviation_are_no_company() -> None:
    line = "Norvik Bearings Inc. supplies Halden Turbines Ltd. with SiC MOSFETs."
    found = reading(line)
    assert [s.qualifiers["item"] for s in found.statements if s.predicate == "SUPPLIES"] == [
        "SiC MOSFETs"
    ]


def test_a_new_company_has_its_own_capital() -> None:
    found = reading("赫星汽车牵头组建凌渊精密，注册资本为150亿元。")
    names = {e.id: e.name for e in found.entities}
    assert [names[f.subject] for f in found.figures] == ["凌渊精密股份有限公司"]


def test_about_so_much_is_no_model() -> None:
    text = "| 存储类型 | 角色 | 延迟 |\n|---|---|---|\n| HBM | 核心工作 | 约 100ns |\n| SRAM | 缓存 | 超 1ns |\n"
    assert [(f.metric, f.value) for f in reading(text).figures] == [("延迟", 100.0), ("延迟", 1.0)]


def test_what_is_counted_by_the_day_says_so() -> None:
    found = reading("赫星汽车每月约5万辆的产能已经投产。").figures
    assert [(f.value, f.unit) for f in found] == [(5.0, "万辆/月")]


def test_more_than_expected_is_known() -> None:
    found = reading(
        "芯片销售「高于预期」，赫星汽车表示，激光雷达的收入在该季度超过 10 亿元。"
    ).figures
    assert [f.kind for f in found] == ["observation"]
