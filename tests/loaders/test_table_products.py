"""Rows that name makers and products: packed names, kinds, what the other cells say of products."""

from __future__ import annotations

import pytest
from telling import COMPANIES, said

from loaders.extract.tables.packed import unpacked

LING, HE, YAN = COMPANIES
MAKERS = (*COMPANIES, "比亚迪")


def products(title: str, head: str, *rows: str) -> dict[tuple[str, str, str], object]:
    lines = [f"| {row.replace(',', ' | ')} |" for row in (head, *rows)]
    lines.insert(1, "|" + "---|" * len(head.split(",")))
    return dict(said(f"## {title}\n\n" + "\n".join(lines)))


@pytest.mark.parametrize(
    ("packed", "names"),
    [
        ("VR3e/5e/10e", ["VR3e", "VR5e", "VR10e"]),
        ("Walrus 01/02", ["Walrus 01", "Walrus 02"]),
        ("P/Q/R 系列", ["P 系列", "Q 系列", "R 系列"]),
        ("HV-C/E 系列精密电机", ["HV-C 系列精密电机", "HV-E 系列精密电机"]),
        ("CX-5～CX-25", ["CX-5", "CX-25"]),
        ("Otter/FX3", ["Otter", "FX3"]),
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
