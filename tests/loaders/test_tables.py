"""Tables of companies, products and layers: our own, with companies that do not exist."""

from __future__ import annotations

import pytest
from telling import Said, said

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"


def table(*rows: str, caption: str = "") -> str:
    lines = [f"| {' | '.join(row.split(','))} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0].split(",")))
    return "\n".join([caption, "", *lines, ""])


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (("公司,客户", "凌渊精密,赫星汽车", "砚山材料,赫星汽车"), (LING, "SUPPLIES", HE)),
        (("公司,供应商", "赫星汽车,凌渊精密", "赫星汽车,砚山材料"), (YAN, "SUPPLIES", HE)),
        (("公司,主要产品", "凌渊精密,谐波减速器", "砚山材料,覆铜板"), (YAN, "PRODUCES", "覆铜板")),
        (("公司,总部", "凌渊精密,杭州", "砚山材料,德国"), (YAN, "LOCATED_IN", "德国")),
        (("公司,竞争对手", "凌渊精密,砚山材料", "赫星汽车,砚山材料"), (LING, "COMPETES_WITH", YAN)),
        (("公司,母公司", "凌渊精密,赫星汽车", "砚山材料,赫星汽车"), (HE, "OWNS", YAN)),
        (("产品,后继", "GX100,GX200", "GX200,GX300"), ("GX300", "SUCCEEDS", "GX200")),
        (("公司,创始人", "凌渊精密,林越", "砚山材料,周衡"), (YAN, "FOUNDED_BY", "周衡")),
        (("参数,GX100,GX200", "厂商,凌渊精密,砚山材料", "总部,杭州,德国"), (YAN, "PRODUCES", "GX200")),
    ],
)  # fmt: skip
def test_columns_say_what_they_are_to_each_other(rows: tuple[str, ...], what: Said) -> None:
    found = said(table(*rows))
    assert what in found
    if what[1] != "COMPETES_WITH":
        assert (what[2], what[1], what[0]) not in found


def test_a_row_says_what_is_sold() -> None:
    found = said(
        table("公司,产品,客户", "凌渊精密,谐波减速器,赫星汽车", "砚山材料,覆铜板,赫星汽车")
    )
    assert found[(LING, "SUPPLIES", HE)][1]["item"] == "谐波减速器"


def test_a_potential_column_is_potential() -> None:
    found = said(table("公司,潜在客户", "凌渊精密,赫星汽车", "砚山材料,赫星汽车"))
    assert found[(LING, "SUPPLIES", HE)][0] == "potential"


def test_what_a_maker_goes_by_is_used_and_not_made() -> None:
    found = said(table("公司,技术路线", "凌渊精密,谐波减速器", "砚山材料,激光雷达"))
    assert (LING, "USES", "谐波减速器") in found
    assert (LING, "PRODUCES", "谐波减速器") not in found


def test_the_caption_names_the_industry_of_the_companies() -> None:
    rows = ("公司,主要产品", "凌渊精密,谐波减速器", "砚山材料,覆铜板")
    assert (LING, "ACTIVE_IN", "人形机器人") in said(
        table(*rows, caption="表1：人形机器人主要公司")
    )


def test_a_merged_first_cell_holds_for_the_rows_below() -> None:
    found = said(table("公司,客户,产品", "凌渊精密,赫星汽车,谐波减速器", ",砚山材料,行星减速器"))
    assert (LING, "SUPPLIES", YAN) in found


@pytest.mark.parametrize("cell", ["-", "未披露", "/", "n/a"])
def test_an_empty_cell_says_nothing(cell: str) -> None:
    found = said(table("公司,客户", f"凌渊精密,{cell}", "砚山材料,赫星汽车"))
    assert not [s for s in found if LING in s]


def test_a_cell_that_tells_something_speaks_of_its_row() -> None:
    told = "验证多传感器融合算法、触觉传感器，计划扩建厂房"
    found = said(
        table("产品,说明", f"飞轮大模型,{told}", "海岸大模型,性能优异而且成本更低，值得关注")
    )
    assert ("飞轮大模型", "USES", "触觉传感器") in found


def test_a_column_of_the_chain_that_names_no_tier_names_fields() -> None:
    rows = ("产业链位置,公司名称,国别", "轴承设计服务公司,凌渊精密,德国", "上游,砚山材料,德国")
    found = said(table(*rows))
    assert (LING, "ACTIVE_IN", "轴承设计服务") in found
    assert not any(s == YAN and r == "ACTIVE_IN" for s, r, _ in found)


def test_a_title_that_names_one_tier_puts_the_companies_of_its_table_there() -> None:
    rows = ("公司名称,国别", "凌渊精密,德国", "砚山材料,法国")
    found = said(table(*rows, caption="表：人形机器人上游企业一览"))
    assert (YAN, "IN_TIER", "人形机器人/上游") in found


def test_one_name_in_two_scripts_is_one_company() -> None:
    found = said(table("公司名称,国别", "Lingvor凌沃电子,德国", "Yansar砚萨,法国"))
    assert ("凌沃电子", "LOCATED_IN", "德国") in found
    assert ("砚萨", "LOCATED_IN", "法国") in found
