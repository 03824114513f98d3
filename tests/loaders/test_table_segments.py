"""Tables of companies with the segment they work in, their seat, and two names in one cell."""

from __future__ import annotations

import pytest
from telling import Said, said

LING, YAN = "凌渊精密", "砚山材料"


def table(*rows: str, caption: str = "") -> str:
    lines = [f"| {' | '.join(row.split(','))} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0].split(",")))
    return "\n".join([caption, "", *lines, ""])


@pytest.mark.parametrize(
    ("cell", "work", "goods"),
    [
        ("射频开关设计与制造", "射频开关设计与制造", "射频开关"),
        ("车载、工业传感器设计", "车载传感器设计", "车载传感器"),
        ("轴向与径向磁通电机", "轴向磁通电机", "轴向磁通电机"),
        ("伺服电机", "伺服电机", "伺服电机"),
        ("伺服电机厂商", "伺服电机", "伺服电机"),
    ],
)
def test_a_segment_is_worked_in_and_what_it_is_about_made(cell: str, work: str, goods: str) -> None:
    found = said(table("环节,公司", f"{cell},{LING}", f"覆铜板,{YAN}"))
    assert (LING, "ACTIVE_IN", work) in found
    assert (LING, "PRODUCES", goods) in found


@pytest.mark.parametrize("cell", ["晶圆代工", "传感器封装测试", "安防", "设计服务公司", "上游材料"])
def test_who_serves_others_makes_nothing(cell: str) -> None:
    found = said(table("所处环节,公司", f"{cell},{LING}", f"覆铜板,{YAN}"))
    assert not [s for s in found if s[0] == LING and s[1] == "PRODUCES"]


def test_a_technical_direction_is_no_segment() -> None:
    found = said(table("部件,技术方向,公司", f"灵巧手,冷锻工艺,{LING}", f"丝杠,车削工艺,{YAN}"))
    assert not [s for s in found if "冷锻工艺" in s]


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("瑞士日内瓦", "日内瓦"),
        ("瑞士、日本", "日本"),
        ("中国（台湾）", "台湾"),
        ("意大利博科", "博科"),
    ],
)
def test_a_seat_is_every_place_it_names(cell: str, place: str) -> None:
    found = said(table("公司,总部", f"{LING},{cell}", f"{YAN},杭州"))
    assert (LING, "LOCATED_IN", place) in found


def test_a_part_of_a_country_is_one_place() -> None:
    found = said(table("公司,总部", f"{LING},中国（台湾）", f"{YAN},杭州"))
    assert (LING, "LOCATED_IN", "中国") not in found


@pytest.mark.parametrize(
    ("cell", "name"), [("Lingorva凌诺瓦", "凌诺瓦"), ("澈石微（澈石）Chestel", "澈石微")]
)
def test_one_company_has_names_in_two_scripts(cell: str, name: str) -> None:
    found: dict[Said, tuple[str, dict[str, str]]] = said(
        table("公司,主要产品", f"{cell},谐波减速器", f"{YAN},覆铜板")
    )
    assert (name, "PRODUCES", "谐波减速器") in found
