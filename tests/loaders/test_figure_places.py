"""Where a figure's time, thing and metric stand apart from it: titles, brackets, rows, other cells.

All companies, products and sentences are invented.
"""

from __future__ import annotations

import pytest
from test_figures import Row, told

KINDS: list[tuple[str, list[Row]]] = [
    # the week in a title's bracket holds for what stands below it
    (
        "# 周报\n\n2025年6月3日\n\n## 树脂价格（5.26-5.30）\n\n赫星树脂均价 5.4 元，周跌 0.6%。",
        [
            ("赫星树脂", "均价", "5.26-5.30", 5.4, "元"),
            ("赫星树脂", "均价周降幅", "5.26-5.30", 0.6, "%"),
        ],
    ),
    # … a span of years does not
    (
        "# 报告\n\n## 树脂价格（2020-2025）\n\n赫星树脂均价 5.4 元。",
        [("赫星树脂", "均价", None, 5.4, "元")],
    ),
    # the year alone in the bracket behind a number is that number's
    (
        "赫星装置初始预算 63 亿美元（2016 年），当前超 220 亿美元。",
        [
            ("赫星装置", "初始预算", "2016", 63.0, "亿美元"),
            ("赫星装置", "初始预算", None, 220.0, "亿美元"),
        ],
    ),
    # another year is what it is compared with, and dates nothing that follows
    (
        "2025年7月4日，钛白粉市场价0.9万元/吨，较 2024 年均价降 31%；6 月底为0.85万元/吨。",
        [
            ("钛白粉", "市场价", "2025年7月4日", 0.9, "万元/吨"),
            ("钛白粉", "市场价较2024年均价降幅", "2025年7月4日", 31.0, "%"),
            ("钛白粉", "市场价", "2025年6月底", 0.85, "万元/吨"),
        ],
    ),
    # a part is told of, and not the whole that it stands in
    (
        "石英布渗透率：在高速板中占比从2023年的35%提升至2027年的75%。",
        [
            ("石英布", "在高速板中占比", "2023", 35.0, "%"),
            ("石英布", "在高速板中占比", "2027", 75.0, "%"),
        ],
    ),
    # what a share amounts to, and what share an amount is
    (
        "赫星汽车份额29%（6800万吨）。",
        [
            ("赫星汽车", "份额", None, 29.0, "%"),
            ("赫星汽车", "份额对应数量", None, 6800.0, "万吨"),
        ],
    ),
    (
        "赫星汽车收入2.4亿元（38.6%）。",
        [
            ("赫星汽车", "收入", None, 2.4, "亿元"),
            ("赫星汽车", "收入占比", None, 38.6, "%"),
        ],
    ),
    # in a row, what reads like no name alone is one too
    (
        "成本拆分：钻孔 20%、曝光 13%、检测 11%、电镀 10%。",
        [
            ("钻孔", "占比", None, 20.0, "%"),
            ("曝光", "占比", None, 13.0, "%"),
            ("检测", "占比", None, 11.0, "%"),
            ("电镀", "占比", None, 10.0, "%"),
        ],
    ),
    # the bracket behind what a board lags is that one's
    (
        "轮胎板块周跌2.1%，跑输沪深300指数（-0.2%）。",
        [
            ("轮胎", "周降幅", None, 2.1, "%"),
            ("沪深300指数", "涨跌幅", None, -0.2, "%"),
        ],
    ),
    # what a title goes on with measures what it begins with
    (
        "# 报告\n\n## 光伏装机数据与趋势\n\n2025年1-5月累计新增并网2亿千瓦，同比增长57%。",
        [
            ("光伏", "累计新增并网", "2025年1-5月", 2.0, "亿千瓦"),
            ("光伏", "累计新增并网同比增速", "2025年1-5月", 57.0, "%"),
        ],
    ),
    # under a condition nothing is told
    ("若石英布需求不及预期，石英布价格将下跌30%。", []),
]


@pytest.mark.parametrize(("text", "rows"), KINDS)
def test_time_thing_and_metric_are_found_where_they_stand(text: str, rows: list[Row]) -> None:
    assert told(text).rows == rows


TABLES: list[tuple[str, list[Row]]] = [
    # a stretch of time is nothing that is measured
    (
        "### 1.3 碳酸锂价格周期（2008-2025）\n\n| 周期阶段 | 时间跨度 | 涨跌幅 |\n| --- | --- | --- |\n"
        "| 上行周期 1 | 2009.08-2014.02 | +37% |\n| 下行周期 1 | 2014.03-2018.08 | -19% |\n",
        [
            ("碳酸锂", "涨跌幅", "2009.08-2014.02", 37.0, "%"),
            ("碳酸锂", "涨跌幅", "2014.03-2018.08", -19.0, "%"),
        ],
    ),
    # the metrics of a header each with their number
    (
        "| 产品 | 容量 / 带宽 |\n| --- | --- |\n| 赫星M1 | 16Gb/3200MT/s |\n| 赫星M2 | 8Gb/6400MT/s |\n",
        [
            ("赫星M1", "容量", None, 16.0, "Gb"),
            ("赫星M1", "带宽", None, 3200.0, "MT/s"),
            ("赫星M2", "容量", None, 8.0, "Gb"),
            ("赫星M2", "带宽", None, 6400.0, "MT/s"),
        ],
    ),
    # a model is measured, and not its maker
    (
        "| 公司 | 芯片型号 | 算力 |\n| --- | --- | --- |\n| 赫星科技 | 赫元 590 | 300 TOPS |\n"
        "| 海鸢科技 | HY100 | 350 TOPS |\n",
        [
            ("赫元 590", "算力", None, 300.0, "TOPS"),
            ("HY100", "算力", None, 350.0, "TOPS"),
        ],
    ),
    # two grades of one thing are two
    (
        "| 产品 | 单位 | 最新价格 |\n| --- | --- | --- |\n| 氯碱：轻级：华东 | 元/吨 | 1175 |\n"
        "| 氯碱：重级：华东 | 元/吨 | 1290 |\n",
        [
            ("氯碱：轻级", "最新价格", None, 1175.0, "元/吨"),
            ("氯碱：重级", "最新价格", None, 1290.0, "元/吨"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "rows"), TABLES)
def test_a_table_measures_the_thing_that_a_record_is_about(text: str, rows: list[Row]) -> None:
    assert told(text).rows == rows
