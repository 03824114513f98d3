"""Kinds of figures in prose and tables: groups, rows, spans, lists, what a sentence carries over.

All companies, products and sentences are invented.
"""

from __future__ import annotations

import pytest
from test_figures import Row, table, told

KINDS: list[tuple[str, list[Row]]] = [
    # companies by their number are measured as one
    (
        "2024 年 31 家样本企业研发费用率 22.5%（YOY-3.1pct），毛利率 41%。",
        [
            ("31家样本企业", "研发费用率", "2024", 22.5, "%"),
            ("31家样本企业", "研发费用率YOY变动", "2024", -3.1, "pct"),
            ("31家样本企业", "毛利率", "2024", 41.0, "%"),
        ],
    ),
    (
        "2025Q2十四家玻纤上市公司共实现收入98.3亿元，同比增12.2%。",
        [
            ("十四家玻纤上市公司", "收入", "2025Q2", 98.3, "亿元"),
            ("十四家玻纤上市公司", "收入同比增速", "2025Q2", 12.2, "%"),
        ],
    ),
    # a span of years and two ends
    (
        "工业硅产能：2020-2024年从517万吨升至728万吨；2026年新增60万吨。",
        [
            ("工业硅", "产能", "2020", 517.0, "万吨"),
            ("工业硅", "产能", "2024", 728.0, "万吨"),
            ("工业硅", "新增产能", "2026", 60.0, "万吨"),
        ],
    ),
    # the years of a row hold for the next, the metrics of a row for how they grew
    (
        "2022-2023年赫星汽车营收分别为5.1亿元和6.2亿元，净利润分别为0.4亿元和0.5亿元。",
        [
            ("赫星汽车", "营收", "2022", 5.1, "亿元"),
            ("赫星汽车", "营收", "2023", 6.2, "亿元"),
            ("赫星汽车", "净利润", "2022", 0.4, "亿元"),
            ("赫星汽车", "净利润", "2023", 0.5, "亿元"),
        ],
    ),
    (
        "2022年，氢能重卡产销分别完成36.5辆和33.7辆，同比分别增长15%和13%。",
        [
            ("氢能重卡", "产量", "2022", 36.5, "辆"),
            ("氢能重卡", "销量", "2022", 33.7, "辆"),
            ("氢能重卡", "产量同比增速", "2022", 15.0, "%"),
            ("氢能重卡", "销量同比增速", "2022", 13.0, "%"),
        ],
    ),
    # whom a sentence names behind its time, the next one speaks of, and in its time
    (
        "在2024年第二季度，赫星汽车的规模进一步扩大。预计营收为37亿至39亿元。",
        [("赫星汽车", "预计营收", None, (37.0, 39.0), "亿元")],
    ),
    (
        "2024年赫星汽车销量为5.2万辆。凌渊精密、砚山材料收入分别为7亿元、8亿元。目前产能为9万台。",
        [
            ("赫星汽车", "销量", "2024", 5.2, "万辆"),
            ("凌渊精密", "收入", "2024", 7.0, "亿元"),
            ("砚山材料", "收入", "2024", 8.0, "亿元"),
            ("砚山材料", "产能", None, 9.0, "万台"),
        ],
    ),
    # where from and where to belongs to what is moved
    (
        "2025年7月欧盟进口全钢胎71.7万条，其中从泰国进口14.5万条，同比增2%。",
        [
            ("全钢胎", "进口量", "2025年7月", 71.7, "万条"),
            ("全钢胎", "从泰国进口量", "2025年7月", 14.5, "万条"),
            ("全钢胎", "从泰国进口量同比增速", "2025年7月", 2.0, "%"),
        ],
    ),
    # a rate moves by points to a new one
    (
        "2024年赫星汽车毛利率提升2.3pct至16.5%。",
        [
            ("赫星汽车", "毛利率增加", "2024", 2.3, "pct"),
            ("赫星汽车", "毛利率", "2024", 16.5, "%"),
        ],
    ),
    # lists of what somebody has, and of what a plan sets up
    (
        "凌渊精密拥有7座电机实验室、34家零件门店和9家研究所。",
        [
            ("凌渊精密", "电机实验室数量", None, 7.0, "座"),
            ("凌渊精密", "零件门店数量", None, 34.0, "家"),
            ("凌渊精密", "研究所数量", None, 9.0, "家"),
        ],
    ),
    ("到2027年建成20个通用机场。", [("通用机场", "建成数量", "2027", 20.0, "个")]),
    ("基建目标：建成20个通用机场。", [("通用机场", "建成数量", None, 20.0, "个")]),
    # money that somebody is given, and the fund that somebody sets up
    (
        "对“四新”产品给予最高300万元奖补，设立20亿元氢能产业基金。",
        [
            ("“四新”产品", "奖补", None, 300.0, "万元"),
            ("氢能产业基金", "基金规模", None, 20.0, "亿元"),
        ],
    ),
    ("教育部向砚山材料授予了2000万元资金。", [("砚山材料", "资金", None, 2000.0, "万元")]),
    # what is done with a thing, where it is measured, and whose division it is
    (
        "2024年氟美单抗授权首付款达57亿美元。",
        [("氟美单抗", "授权首付款", "2024", 57.0, "亿美元")],
    ),
    (
        "2030年氟美单抗在海外市场的年销售额有望达到220亿美元。",
        [("氟美单抗", "年销售额", "2030", 220.0, "亿美元")],
    ),
    (
        "2024年赫星汽车增长，数据中心部门的销售额达到20亿美元。",
        [("赫星汽车", "数据中心部门销售额", "2024", 20.0, "亿美元")],
    ),
    # a part, a whole year, a condition, a plant
    ("云舵系列贡献了赫星汽车超过九成的销量。", [("赫星汽车", "销量占比", None, 9.0, "成")]),
    (
        "2025Q1赫星汽车资本支出172亿元，全年预计750亿元。",
        [
            ("赫星汽车", "资本支出", "2025Q1", 172.0, "亿元"),
            ("赫星汽车", "资本支出", "2025", 750.0, "亿元"),
        ],
    ),
    ("凌渊精密的方案扩展至64个GPU时更慢。", []),
    ("凌渊精密建成7座电机工厂。", [("凌渊精密", "电机工厂数量", None, 7.0, "座")]),
    # whom the sentence before is about stays so
    (
        "如今，赫星汽车在乘用车领域，已经知名。2023年销量达到187万辆。",
        [("赫星汽车", "销量", "2023", 187.0, "万辆")],
    ),
    # drugs, whatever their characters read like
    ("泽美替尼2024年销售额突破26亿美元。", [("泽美替尼", "销售额", "2024", 26.0, "亿美元")]),
]


@pytest.mark.parametrize(("text", "rows"), KINDS, ids=[text for text, _ in KINDS])
def test_a_kind_of_figure_is_read_whole(text: str, rows: list[Row]) -> None:
    assert told(text).rows == rows


def test_a_name_is_no_verb_and_a_label_before_a_year_gives_the_metric() -> None:
    found = told("2025Q1 现金储备：凌渊精密 388 亿美元、赫星汽车 245 亿美元。")
    assert found.rows == [
        ("凌渊精密", "现金储备", "2025Q1", 388.0, "亿美元"),
        ("赫星汽车", "现金储备", "2025Q1", 245.0, "亿美元"),
    ]


def test_what_a_label_calls_a_goal_is_a_forecast() -> None:
    assert told("基建目标：建成20个通用机场。").kinds == [(None, "forecast")]


def test_rows_about_trade_partners_measure_what_is_traded() -> None:
    found = told(
        table(
            "| 碳黑 - 贸易伙伴 | 出口量（万吨） | 占比 |",
            "|---|---|---|",
            "| 巴西 | 2.08 | 6.38% |",
            "| 德国 | 1.88 | 5.78% |",
        )
    )
    assert ("碳黑", "对巴西出口量", None, 2.08, "万吨") in found.rows
    assert ("碳黑", "对德国占比", None, 5.78, "%") in found.rows


def test_rows_named_by_thing_and_place_stay_rows() -> None:
    found = told(
        table(
            "| 产品 | 单位 | 最新价格 | 周涨跌幅 |",
            "|---|---|---|---|",
            "| 苯胺：华东地区 | 元 / 吨 | 7,700.00 | -8.66% |",
            "| 甲醇：华东地区 | 元 / 吨 | 2,444.00 | -7.35% |",
        )
    )
    assert [row[:2] + row[3:] for row in found.rows] == [
        ("苯胺", "最新价格", 7700.0, "元/吨"),
        ("苯胺", "最新价格周涨跌幅", -8.66, "%"),
        ("甲醇", "最新价格", 2444.0, "元/吨"),
        ("甲醇", "最新价格周涨跌幅", -7.35, "%"),
    ]


def test_a_row_without_a_model_measures_its_company() -> None:
    found = told(
        table(
            "| 公司 | 型号 | 身高 | 出货量（台） |",
            "|---|---|---|---|",
            "| 赫星汽车 | R1 | 132cm | 5,500 |",
            "| 凌渊精密 | R2 | 180cm | 4,000 |",
            "| 砚山材料 | — | — | 5,100 |",
        )
    )
    assert ("砚山材料", "出货量", None, 5100.0, "台") in found.rows
