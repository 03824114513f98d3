"""Tables of parts with their suppliers, of parts beside products, of tiers, of what has no maker."""

from __future__ import annotations

import pytest
from telling import reading, said

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"


def table(*rows: str, caption: str = "") -> str:
    lines = [f"| {' | '.join(row.split(','))} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0].split(",")))
    return "\n".join([caption, "", *lines, ""])


def figures(text: str) -> set[tuple[str, str, object]]:
    """The subject, metric and value of all figures of a text."""
    found = reading(text)
    names = {e.id: e.name.removesuffix("股份有限公司") for e in found.entities}
    return {(names[f.subject], f.metric, f.value) for f in found.figures}


def test_the_companies_below_parts_supply_whom_the_row_is_about() -> None:
    rows = (
        "车企,激光雷达,智驾芯片",
        f"{HE},凌渊精密,北澜微电子、南泽科技",
        f"{YAN},南泽科技,自研",
    )
    found = said(table(*rows))
    assert found[(LING, "SUPPLIES", HE)][1]["item"] == "激光雷达"
    assert ("南泽科技", "PRODUCES", "智驾芯片") in found
    assert (YAN, "PRODUCES", "智驾芯片") in found
    assert (HE, "PRODUCES", "智驾芯片") not in found
    assert not [s for s in found if s[1] == "PRODUCES" and s[2] in ("南泽科技", "自研")]


def test_what_a_product_is_built_with_is_not_its_maker_s() -> None:
    rows = ("品牌,产品,芯片,重量", f"{LING},ZX100,QC700,69g", f"{HE},ZX200,QC800,49g")
    found = said(table(*rows))
    assert ("ZX100", "USES", "QC700") in found
    assert (LING, "PRODUCES", "ZX100") in found
    assert (LING, "PRODUCES", "QC700") not in found
    assert ("ZX100", "重量", 69.0) in figures(table(*rows))


def test_kinds_before_products_say_what_they_are() -> None:
    rows = ("芯片种类,代表产品,厂商", f"功率芯片,ZX100,{LING}", f"模拟芯片,ZX200,{HE}")
    found = said(table(*rows))
    assert ("ZX100", "TYPE_OF", "功率芯片") in found
    assert ("ZX100", "USES", "功率芯片") not in found


def test_who_makes_a_part_does_not_make_the_whole() -> None:
    rows = ("零部件,供应商", f"力矩传感器,{LING}", f"谐波减速器,{YAN}")
    found = said(f"## 人形机器人\n\n{table(*rows, caption='表1：协作机器人')}")
    assert (LING, "PRODUCES", "力矩传感器") in found
    assert (LING, "PRODUCES", "协作机器人") not in found


def test_suppliers_of_both_sides_make_the_part_of_their_row() -> None:
    rows = ("核心部件,国外供应商,国内供应商", f"力矩传感器,{YAN},{LING}", f"丝杠,{YAN},{HE}")
    found = said(table(*rows))
    assert {(YAN, "PRODUCES", "力矩传感器"), (LING, "PRODUCES", "力矩传感器")} <= set(found)


def test_the_number_of_an_english_title_is_nothing_made() -> None:
    rows = ("Company,Customers", f"{LING},{HE}", f"{YAN},{HE}")
    found = said(table(*rows, caption="Table 2: SiC wafer capacity plans"))
    assert (LING, "SUPPLIES", HE) in found
    assert not [s for s in found if s[2] == "Table 2"]


def test_tiers_side_by_side_share_nothing_but_their_row() -> None:
    rows = (
        "上游,中游,下游",
        "减速器：凌渊精密、北澜科技,赫星汽车,汽车制造",
        "丝杠：砚山材料,赫星汽车,物流",
    )
    found = said(table(*rows, caption="表1：人形机器人产业链"))
    assert ("北澜科技", "PRODUCES", "减速器") in found
    assert (YAN, "IN_TIER", "人形机器人/上游") in found
    assert (HE, "ACTIVE_IN", "汽车制造") not in found


def test_a_line_of_makers_among_metrics_says_who_makes_what() -> None:
    rows = (
        "参数,ZX100,QC700",
        f"公司,{LING},{HE}",
        "重量（kg）,57,70",
        "身高（cm）,173,168",
        "续航（h）,8,5",
    )
    assert (LING, "PRODUCES", "ZX100") in said(table(*rows))


def test_what_a_material_is_fit_for_its_makers_do_not_go_by() -> None:
    rows = ("材料,适用制程,供应商", f"覆铜板,7nm,{YAN}", f"树脂,14nm,{LING}")
    assert not [s for s in said(table(*rows)) if s[1] == "USES"]


@pytest.mark.parametrize(
    ("rows", "right", "wrong"),
    [
        (("大类,细分产品,国产化率", "前道材料,靶材,30%", "前道材料,键合丝,40%"), ("靶材", "国产化率", 30.0), "前道材料"),
        (("类别,2023,2024", "丝杠,230,205", "减速器,229,210", "YoY,5%,-3%"), ("丝杠", "市场规模", 205.0), "YoY"),
        (("参数,HBM3,HBM4", "带宽（GB/s）,819,2048", "容量（GB）,24,48"), ("HBM4", "带宽", 2048.0), "数量"),
        (("项目,硫化物,氧化物", "电导率（S/cm）,0.2,10^-4", "密度（g/cm³）,2,3"), ("硫化物", "电导率", 0.2), "电导率（S/cm）"),
        (("客户,供应商,金额（亿元）", f"{HE},{LING},2.5", f"{YAN},{LING},1.5"), (LING, "金额", 2.5), HE),
    ],
)  # fmt: skip
def test_a_figure_is_of_what_its_row_is_about(
    rows: tuple[str, ...], right: tuple[str, str, object], wrong: str
) -> None:
    found = figures(table(*rows, caption="表1：市场规模"))
    assert right in found
    assert not [f for f in found if wrong in f[:2] and f != right]
    assert 10.0 not in {value for _, _, value in found}


def test_of_a_report_of_several_things_no_table_is_about_the_one_that_is_known() -> None:
    rows = ("项目名称,建设主体", f"ZX100项目,{LING}", f"ZX200项目,{YAN}")
    text = f"# 无人机与封装胶水产业跟踪\n\n## 一、重大项目\n\n{table(*rows)}"
    assert not [s for s in said(text) if s[2] == "无人机"]
