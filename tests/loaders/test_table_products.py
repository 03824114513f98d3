"""Rows that name makers and products: packed names, kinds, what the other cells say of products."""

from __future__ import annotations

import pytest
from telling import COMPANIES, Said, reading, said

from loaders.extract.tables.packed import unpacked

LING, HE, YAN = COMPANIES
MAKERS = (*COMPANIES, "比亚迪")
MODELS = ("Walrus 3", "OX-2", "FX3", "Otter")


def products(title: str, head: str, *rows: str) -> dict[Said, tuple[str, dict[str, str]]]:
    lines = [f"| {row.replace(',', ' | ')} |" for row in (head, *rows)]
    lines.insert(1, "|" + "---|" * len(head.split(",")))
    return said(f"## {title}\n\n" + "\n".join(lines))


@pytest.mark.parametrize(
    ("packed", "names"),
    [
        ("VR3e/5e/10e", ["VR3e", "VR5e", "VR10e"]),
        ("Walrus 01/02", ["Walrus 01", "Walrus 02"]),
        ("P/Q/R 系列", ["P 系列", "Q 系列", "R 系列"]),
        ("HV-C/E 系列精密电机", ["HV-C 系列精密电机", "HV-E 系列精密电机"]),
        ("CX-5～CX-25", ["CX-5", "CX-25"]),
        ("Otter/FX3", ["Otter", "FX3"]),
        ("高端 GPU/AI 服务器", ["高端 GPU", "AI 服务器"]),
        ("PD-1/VEGF 双抗", ["PD-1/VEGF 双抗"]),
        ("TX-1/VEGX", ["TX-1/VEGX"]),
        ("16Gb/3200MT/s", ["16Gb/3200MT/s"]),
        ("CX-5～DX-25", ["CX-5～DX-25"]),
    ],
)
def test_a_packed_name_is_each_of_its_names(packed: str, names: list[str]) -> None:
    assert unpacked(packed) == names


def test_the_word_before_a_name_says_what_it_is() -> None:
    found = products("概览", "公司,产品", f"{LING},协作机器人 Otter、VX-16/32 等激光雷达")
    assert (LING, "PRODUCES", "Otter") in found
    assert ("Otter", "TYPE_OF", "协作机器人") in found
    assert ("VX-32", "TYPE_OF", "激光雷达") in found


def test_products_go_by_the_route_of_their_row_and_belong_to_the_title() -> None:
    found = products(
        "人形机器人",
        "公司,核心产品,技术路线,应用场景",
        f"{LING},Walrus 01/02,谐波减速器,物流",
        f"{HE},Otter,激光雷达,巡检",
    )
    assert ("Walrus 02", "USES", "谐波减速器") in found
    assert ("Walrus 01", "ACTIVE_IN", "人形机器人") in found
    assert ("Otter", "ACTIVE_IN", "巡检") in found
    assert ("Otter", "USES", "谐波减速器") not in found


def test_products_below_a_good_are_of_its_kind_but_no_other_good_is() -> None:
    found = products(
        "减速器", "公司,产品", f"{LING},TW 系列", f"{HE},伺服电机", f"{YAN},谐波减速器"
    )
    assert ("TW 系列", "TYPE_OF", "减速器") in found
    assert ("伺服电机", "TYPE_OF", "减速器") not in found


def test_several_fields_part_several_products() -> None:
    found = products(
        "机器人公司概览",
        "公司,产品,领域",
        f"{LING},GX100、GX200,人形、服务",
        f"{HE},GX300,协作",
    )
    assert (LING, "ACTIVE_IN", "人形机器人") in found
    assert (LING, "ACTIVE_IN", "服务机器人") in found
    assert ("GX300", "ACTIVE_IN", "协作机器人") in found
    assert not [s for s in found if s[0] in ("GX100", "GX200") and s[1] == "ACTIVE_IN"]


def test_a_row_with_a_segment_of_its_own_is_not_said_to_be_in_the_broad_field() -> None:
    found = products("半导体产业", "产业链位置,公司", f"微控制器设计,{LING}", f",{HE}", f"-,{YAN}")
    assert (LING, "ACTIVE_IN", "微控制器设计") in found
    assert (LING, "ACTIVE_IN", "半导体") not in found
    assert (YAN, "ACTIVE_IN", "半导体") in found


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("云栖探索机器人（Yunqi）", "云栖探索机器人"),
        ("电驱桥", "电驱桥"),
        (f"杭州{HE}", HE),
        (f"{LING} - B", LING),
    ],
)
def test_one_more_name_in_a_column_of_companies(cell: str, name: str) -> None:
    rows = [f"{maker},GX{i}00" for i, maker in enumerate(MAKERS, 1)]
    found = products("概览", "企业,产品", *rows, f"{cell},KX700")
    assert (name, "PRODUCES", "KX700") in found


@pytest.mark.parametrize("cell", ["成本优势", "全链路国产化", "实现批量供货"])
def test_what_is_no_company_in_a_column_of_customers(cell: str) -> None:
    found = products("概览", "公司,产品,主要客户", f"{LING},GX100,{cell}", f"{YAN},GX200,{HE}")
    assert not [s for s in found if s[:2] == (LING, "SUPPLIES")]
    assert (YAN, "SUPPLIES", HE) in found


def test_two_goods_joined_in_a_title_are_two() -> None:
    found = products("存储 及减速器", "公司,市值（亿元）", f"{LING},12", f"{HE},15")
    assert (LING, "ACTIVE_IN", "减速器") in found
    assert not [s for s in found if "及" in s[2]]


def test_a_column_of_companies_and_products_names_either_or_both() -> None:
    found = products(
        "新品",
        "企业/产品,类目",
        "Farsee (RX),远景相机",
        "Moni Pro (听澜电子),穿戴摄像头",
        "LOOKA L1,记录摄像头",
        f"{LING},护腿传感器",
    )
    assert ("Farsee", "PRODUCES", "RX") in found
    assert ("RX", "TYPE_OF", "远景相机") in found
    assert ("听澜电子", "PRODUCES", "Moni Pro") in found
    assert ("Moni Pro", "TYPE_OF", "穿戴摄像头") in found
    assert ("LOOKA L1", "TYPE_OF", "记录摄像头") in found
    assert (LING, "PRODUCES", "护腿传感器") in found
    assert not [s for s in found if s[0] == "LOOKA L1" and s[1] == "PRODUCES"]


def test_a_column_nobody_knows_is_one_of_products_where_it_holds_models() -> None:
    rows = [
        f"{maker},{name},T{i // 3}"
        for i, (maker, name) in enumerate(zip(MAKERS, MODELS, strict=True))
    ]
    found = products("Comparison", "Company,Robot,Class", *rows)
    assert (LING, "PRODUCES", "Walrus 3") in found
    assert not [s for s in found if s[2] in ("T0", "T1")]


def test_a_plan_in_a_row_is_planned() -> None:
    found = products("概览", "公司,产品,状态", f"{LING},GX100,已规划", f"{HE},GX200,在建")
    assert found[(LING, "PRODUCES", "GX100")][0] == "planned"
    assert found[(HE, "PRODUCES", "GX200")][0] == "asserted"


def test_the_first_of_two_names_of_a_title_is_made() -> None:
    found = products("谐波减速器 / 精密减速器", "公司,市值（亿元）", f"{LING},12", f"{HE},15")
    assert (LING, "PRODUCES", "谐波减速器") in found
    both = products("激光雷达 + 减速器", "公司,市值（亿元）", f"{LING},12", f"{HE},15")
    assert not [s for s in both if s[1] == "PRODUCES"]


def test_labels_with_a_place_are_no_attributes() -> None:
    head = "| 产品 | 单位 | 最新价格 |\n|---|---|---|\n"
    rows = "| 甲醇：华东地区 | 元/吨 | 2444 |\n| 甲苯：华南地区 | 元/吨 | 5609 |\n"
    figures = reading(f"## 价格\n\n{head}{rows}").figures
    assert {("甲醇", "华东", 2444.0), ("甲苯", "华南", 5609.0)} <= {
        (f.subject.rsplit("/", 1)[-1], f.region, f.value) for f in figures
    }


def test_a_short_form_beside_another_name_is_the_company() -> None:
    long = "蓝垣电路股份有限公司（简称“蓝垣电路”）成立多年。"
    rows = f"| 环节 | 现状 |\n|---|---|\n| 谐波减速器 | 蓝垣/{LING}领先 |\n"
    assert ("蓝垣电路", "PRODUCES", "谐波减速器") in said(f"{long}\n\n{rows}")
    alone = "| 环节 | 现状 |\n|---|---|\n| 谐波减速器 | 蓝垣领先 |\n"
    assert ("蓝垣电路", "PRODUCES", "谐波减速器") not in said(f"{long}\n\n{alone}")


def test_a_header_says_of_what_kind_the_names_below_it_are() -> None:
    found = products("对比", "公司,协作机器人产品", f"{LING},CX 系列", f"{HE},Otter")
    assert ("CX 系列", "TYPE_OF", "协作机器人") in found
    assert (HE, "PRODUCES", "协作机器人") in found
    plain = products("对比", "公司,主要产品", f"{LING},CX 系列")
    assert not [s for s in plain if s[1] == "TYPE_OF"]


@pytest.mark.parametrize("header", ["星座计划", "主要星座", "星座"])
def test_what_rows_are_about_is_of_the_kind_that_their_header_names(header: str) -> None:
    found = products("对比", f"{header},卫星数量（颗）", "Walrus 3,120", "OX-2,80")
    assert {("Walrus 3", "TYPE_OF", "星座"), ("OX-2", "TYPE_OF", "星座")} <= set(found)


@pytest.mark.parametrize("header", ["项目名称", "代表装置", "型号"])
def test_a_header_of_any_names_says_no_kind(header: str) -> None:
    found = products("对比", f"{header},数量（台）", "Walrus 3,120", "OX-2,80")
    assert not [s for s in found if s[1] == "TYPE_OF"]


def test_a_column_of_places_may_name_a_town_nobody_knows() -> None:
    found = products("Companies", "Company,HQ", f"{LING},Akeshiro", f"{HE},to be found")
    assert (LING, "LOCATED_IN", "Akeshiro") in found
    assert not [s for s in found if s[:2] == (HE, "LOCATED_IN")]


def test_in_a_row_of_materials_what_nobody_knows_is_another_one() -> None:
    found = said("- 风电材料：碳纤维、聚醚砜等；\n- 注意材料：成本、聚醚砜等；\n")
    assert ("聚醚砜", "TYPE_OF", "风电材料") in found
    assert not [s for s in found if s[0] == "成本"]


def test_a_title_of_wares_is_not_about_the_whole_field() -> None:
    found = products("人工智能硬件新品", "公司,市值（亿元）", f"{LING},12", f"{HE},15")
    assert (LING, "ACTIVE_IN", "人工智能硬件") in found
    assert (LING, "ACTIVE_IN", "人工智能") not in found


def test_dated_rows_of_a_progression_follow_each_other() -> None:
    rows = ("14nm,2014,mature", "7nm,2018,advanced", "5nm,2020,leading")
    found = products("Node Progression", "Node,Year,Density", *rows)
    assert ("5nm", "SUCCEEDS", "7nm") in found
    other = products("Node Comparison", "Node,Year,Density", *rows)
    assert not [s for s in other if s[1] == "SUCCEEDS"]


def test_products_across_the_top_are_their_makers_and_hold_what_is_counted() -> None:
    found = products(
        "参数对比",
        f"参数,{LING} NVX72（单机柜）,{HE} CloudRack 384,对比",
        "存储芯片容量（TB）,13.8,49.2,+256%",
        "功耗（W）,145000,599821,+314%",
        "节点数,72 颗 GPU,384 颗墨渊 910C,+433%",
    )
    assert (LING, "PRODUCES", "NVX72") in found
    assert (HE, "PRODUCES", "CloudRack 384") in found
    assert ("NVX72", "USES", "存储芯片") in found
    assert ("CloudRack 384", "USES", "墨渊 910C") in found
    assert not [s for s in found if s[1] == "USES" and "功" in s[2]]


def test_what_is_put_to_use_in_goods_is_a_part_of_them() -> None:
    found = products(
        "封装技术",
        "类型,优势,典型应用",
        "扇出封装,成本低,边缘计算芯片",
        "混合封装,密度高,医疗",
        "堆叠封装,功耗低,手机",
    )
    assert ("扇出封装", "PART_OF", "边缘计算芯片") in found
    assert ("混合封装", "ACTIVE_IN", "医疗") in found


def test_a_field_of_products_holds_none_of_them() -> None:
    found = products("机器人公司概览", "公司,核心产品,领域", f"{LING},Walrus 3,服务机器人")
    assert ("Walrus 3", "PART_OF", "服务机器人") not in found


def test_a_column_of_nodes_says_what_a_maker_goes_by() -> None:
    found = products("存储芯片", "公司,产品类型,技术节点", f"{LING},DDR4,17nm", f"{HE},DDR5,14nm")
    assert (LING, "USES", "17nm") in found
    assert (LING, "PRODUCES", "17nm") not in found


def test_customers_without_a_name_say_where_products_are_applied() -> None:
    rows = (f"{LING},Otter,服务器厂商", f"{HE},FX3,比亚迪")
    found = products("对比", "公司,产品,客户", *rows)
    assert {o for s, p, o in found if (s, p) == ("Otter", "ACTIVE_IN")} == {"服务器"}
    assert not [s for s in found if s[:2] == ("FX3", "ACTIVE_IN")]


def test_types_of_products_are_kinds_of_what_the_title_names() -> None:
    found = products("存储芯片", "公司,产品类型,制程", f"{LING},DDR4,17nm", f"{HE},Walrus 3,14nm")
    assert ("DDR4", "TYPE_OF", "存储芯片") in found


def test_what_stands_beside_its_rows_is_not_what_they_are_kinds_of() -> None:
    rows = ("核裂变,中子", "核聚变,氘氚")
    found = products("核聚变技术方案对比", "类别,原理", *rows)
    assert not [s for s in found if s[1] == "TYPE_OF"]


def test_whose_the_rows_are_is_no_part_of_what_they_are_kinds_of() -> None:
    found = products(f"{LING}鹰眼技术方案对比", "技术路线,算力", "鹰眼A,100", "鹰眼B,80")
    assert {o for _, p, o in found if p == "TYPE_OF"} == {"鹰眼"}
