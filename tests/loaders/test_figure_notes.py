"""Figures as brokers' notes tell them: changes behind slashes, short years, rows, businesses.

All companies, products and sentences are invented.
"""

from __future__ import annotations

import pytest
from test_figures import Row, told

NOTES: list[tuple[str, list[Row]]] = [
    # what stands behind a slash with its sign is how the number before it has changed
    (
        "2030H1赫星汽车营收19.2亿元/-22.1%，毛利率51.8%/+7.7个百分点。",
        [
            ("赫星汽车", "营收", "2030H1", 19.2, "亿元"),
            ("赫星汽车", "营收增速", "2030H1", -22.1, "%"),
            ("赫星汽车", "毛利率", "2030H1", 51.8, "%"),
            ("赫星汽车", "毛利率变动", "2030H1", 7.7, "个百分点"),
        ],
    ),
    # … and two units behind each other tell the same
    (
        "2030年锌溴储能新增装机容量42.5GW/109.6GWh。",
        [
            ("锌溴储能", "新增装机容量", "2030", 42.5, "GW"),
            ("锌溴储能", "新增装机容量", "2030", 109.6, "GWh"),
        ],
    ),
    # years of two digits, and a row without decimals
    (
        "预计赫星汽车24-26年营收40.1/46.7/53.4亿元，PE为20X/14X/11X。",
        [
            ("赫星汽车", "营收", "2024", 40.1, "亿元"),
            ("赫星汽车", "营收", "2025", 46.7, "亿元"),
            ("赫星汽车", "营收", "2026", 53.4, "亿元"),
            ("赫星汽车", "PE", "2024", 20.0, "X"),
            ("赫星汽车", "PE", "2025", 14.0, "X"),
            ("赫星汽车", "PE", "2026", 11.0, "X"),
        ],
    ),
    # how two metrics have grown
    (
        "2030年赫星汽车销售费用率、管理费用率同比分别变动-0.2pct、0.5pct。",
        [
            ("赫星汽车", "销售费用率同比变动", "2030", -0.2, "pct"),
            ("赫星汽车", "管理费用率同比变动", "2030", 0.5, "pct"),
        ],
    ),
    ("赫星汽车归母净利润同增2.9%。", [("赫星汽车", "归母净利润同比增速", None, 2.9, "%")]),
    ("赫星汽车合同增长2.9%。", [("赫星汽车", "合同增速", None, 2.9, "%")]),
    ("赫星汽车扣非后归母净利润1.1亿元。", [("赫星汽车", "扣非后归母净利润", None, 1.1, "亿元")]),
    # a business is told of as its company's
    (
        "赫星汽车2030年营收9亿元，教育业务合同额同比增长94%。",
        [
            ("赫星汽车", "营收", "2030", 9.0, "亿元"),
            ("赫星汽车", "教育业务合同额同比增速", "2030", 94.0, "%"),
        ],
    ),
    # a record is no metric, and 首次 no part of one
    (
        "2030年石英布市场规模达到创纪录的342亿元，出口量首次突破200万吨。",
        [
            ("石英布", "市场规模", "2030", 342.0, "亿元"),
            ("石英布", "出口量", "2030", 200.0, "万吨"),
        ],
    ),
    # the goods stand before the verb
    ("2030年我国石英布出口491万吨。", [("石英布", "出口量", "2030", 491.0, "万吨")]),
    # the name of a company is no word of comparing
    ("比克动力2030年出口量同比增长71.8%。", [("比克动力", "出口量同比增速", "2030", 71.8, "%")]),
    # a rate that is the metric itself
    (
        "石英布板块整体走强，涨幅为+0.46%。",
        [("石英布", "涨幅", None, 0.46, "%")],
    ),
    # what had been expected is not what has been measured
    (
        "8月石英布价格环比降0.2%，预期降0.3%，前值降0.6%。",
        [("石英布", "价格环比降幅", "8月", 0.2, "%")],
    ),
    # commas of half the width part clauses too
    (
        "据悉,2030年石英布出货量42万吨,同比增长9%。",
        [
            ("石英布", "出货量", "2030", 42.0, "万吨"),
            ("石英布", "出货量同比增速", "2030", 9.0, "%"),
        ],
    ),
    # a span of time in which something happens is not measured
    (
        "石英布产线在投产 20 天内下单 3 万吨。",
        [("石英布产线", "下单量", None, 3.0, "万吨")],
    ),
    (
        "2030年末，石英布注册企业数量合计15.7万家。",
        [("石英布", "注册企业数量", "2030年末", 15.7, "万家")],
    ),
]


@pytest.mark.parametrize(("text", "rows"), NOTES)
def test_a_note_is_read_number_by_number(text: str, rows: list[Row]) -> None:
    assert told(text).rows == rows


def test_the_company_that_a_report_is_about_stands_behind_its_pronoun() -> None:
    about = "赫星汽车扩建工厂。赫星汽车招聘工人。赫星汽车引进设备。\n\n" * 4
    found = told(f"{about}市场普遍关注前景。破产前，公司的债务已膨胀至58亿美元。")
    assert ("赫星汽车", "债务", None, 58.0, "亿美元") in found.rows
