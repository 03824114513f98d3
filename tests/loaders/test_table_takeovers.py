"""Tables of takeovers and licences, and headers that name makers: of our own."""

from __future__ import annotations

import pytest
from telling import reading, said
from test_tables import table

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"
BOUGHT = (HE, "ACQUIRES", LING)


@pytest.mark.parametrize(
    "rows",
    [
        ("收购方,被收购方,金额,时间", "赫星汽车,凌渊精密,31亿元,2031年3月"),
        ("买方,标的,交易对价,公告日期", "赫星汽车,凌渊精密,31亿元,2031年3月"),
        ("标的公司,收购方,收购金额,日期", "凌渊精密,赫星汽车,31亿元,2031年3月"),
    ],
)
def test_a_row_tells_who_buys_whom(rows: tuple[str, ...]) -> None:
    modality, told = said(table(*rows))[BOUGHT]
    assert (modality, told) == ("asserted", {"amount": "31亿元", "date": "2031-03"})
    deals = reading(table(*rows)).deals
    assert [(d.round, d.amount, d.date) for d in deals] == [("收购", "31亿元", "2031-03")]
    assert (LING, "SUPPLIES", HE) not in said(table(*rows))


@pytest.mark.parametrize(("state", "modality"), [("已终止", "denied"), ("拟收购", "planned")])
def test_a_row_tells_how_far_it_came(state: str, modality: str) -> None:
    rows = ("收购方,被收购方,股权比例,进展", f"赫星汽车,凌渊精密,70%,{state}")
    assert said(table(*rows))[BOUGHT] == (modality, {"stake": "70%"})


def test_a_stock_that_is_looked_at_is_bought_by_nobody() -> None:
    found = said(table("标的,客户,亮点", "凌渊精密,赫星汽车,订单饱满", "砚山材料,赫星汽车,扩产"))
    assert BOUGHT not in found
    assert (LING, "SUPPLIES", HE) in found


def test_who_grants_a_licence_supplies_it() -> None:
    found = said(
        table("授权方,引进方,产品", "凌渊精密,赫星汽车,QV-201", "砚山材料,赫星汽车,QV-305")
    )
    assert found[LING, "SUPPLIES", HE][1]["item"] == "QV-201"


@pytest.mark.parametrize(
    "header", ["海外龙头", "国际巨头", "国内代表", "国内厂商", "整车厂", "主要参与者", "封测厂"]
)
def test_who_stands_beside_equipment_makes_it(header: str) -> None:
    rows = (f"设备,国产化率,{header}", "清洗设备,35%,凌渊精密", "刻蚀设备,23%,砚山材料")
    assert (YAN, "PRODUCES", "刻蚀设备") in said(table(*rows))


def test_planned_capacity_is_no_policy() -> None:
    text = table("公司,产能规划", "凌渊精密,2031年扩产规划", "砚山材料,2032年扩产规划")
    assert not [e for e in reading(text).entities if e.cls == "Policy"]


def test_whom_a_control_is_aimed_at_may_be_a_country() -> None:
    rows = ("管制方,措施,管制对象", "日本,光刻设备出口管制,中国", "荷兰,光刻机出口管制,中国")
    found = {(s, p, o) for s, p, o in said(table(*rows)) if p in ("RESTRICTS", "ISSUED_BY")}
    assert ("光刻设备出口管制", "RESTRICTS", "中国") in found
    assert ("光刻设备出口管制", "ISSUED_BY", "日本") in found


def test_a_founder_who_buys_is_no_company() -> None:
    rows = ("收购方,被收购方,股权比例", "赫星汽车创始人,凌渊精密,54.9%", "砚山材料,赫星汽车,43%")
    assert not [s for s, p, o in said(table(*rows)) if p == "ACQUIRES" and o == LING]


def test_companies_of_a_country_are_no_country() -> None:
    rows = (
        "管制方,措施,管制对象",
        "日本,光刻设备出口管制,54 家中国企业",
        "荷兰,光刻机出口管制,中国",
    )
    found = {(s, o) for s, p, o in said(table(*rows)) if p == "RESTRICTS"}
    assert ("光刻设备出口管制", "中国") not in found
    assert ("光刻机出口管制", "中国") in found
