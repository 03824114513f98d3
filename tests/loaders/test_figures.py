"""Figures: what a number measures, of what, when and where, and whether it is expected.

All companies, products and sentences are invented.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest

from kg.model import Figure, Reading, Value
from loaders.read import read
from loaders.units import base

_LEGAL = "股份有限公司"
_INTRODUCED = "\n".join(
    f"{name}{_LEGAL}（简称“{name}”）成立多年。" for name in ("凌渊精密", "赫星汽车", "砚山材料")
)
Row = tuple[str, str, str | None, Value, str]


@dataclass(frozen=True)
class Told:
    """What is read of the figures of a text, with their things by name."""

    reading: Reading

    def name(self, id_: str) -> str:
        """The name of an entity."""
        return next(e.name for e in self.reading.entities if e.id == id_).removesuffix(_LEGAL)

    @property
    def rows(self) -> list[Row]:
        """Thing, metric, period, value and unit of each figure in the order of the text."""
        return [
            (self.name(f.subject), f.metric, f.period, f.value, f.unit)
            for f in self.reading.figures
        ]

    @property
    def figure(self) -> Figure:
        """The one figure of a text."""
        (found,) = self.reading.figures
        return found

    @property
    def kinds(self) -> list[tuple[str | None, str]]:
        """Period and kind of each figure."""
        return [(f.period, f.kind) for f in self.reading.figures]

    @property
    def uses(self) -> dict[tuple[str, str], dict[str, str]]:
        """What things of a table use, with qualifiers."""
        return {
            (self.name(s.subject), self.name(s.object)): s.qualifiers
            for s in self.reading.statements
            if s.predicate == "USES"
        }


def told(text: str) -> Told:
    """What a text says that introduces three companies first."""
    return Told(read("note.txt", f"{_INTRODUCED}\n\n{text}\n".encode()))


ZH: list[tuple[str, list[Row]]] = [
    (
        "赫星汽车2030年营收145.2亿元，同比增长24.3%，净利润8.1亿元。",
        [
            ("赫星汽车", "营收", "2030", 145.2, "亿元"),
            ("赫星汽车", "营收同比增速", "2030", 24.3, "%"),
            ("赫星汽车", "净利润", "2030", 8.1, "亿元"),
        ],
    ),
    (
        "赫星汽车2031年一季度交付5.2万辆，环比下降3.1%。",
        [
            ("赫星汽车", "交付量", "2031年一季度", 5.2, "万辆"),
            ("赫星汽车", "交付量环比降幅", "2031年一季度", 3.1, "%"),
        ],
    ),
    (
        "赫星汽车2030年毛利率为21.5%，较上年提升2.3个百分点。",
        [
            ("赫星汽车", "毛利率", "2030", 21.5, "%"),
            ("赫星汽车", "毛利率较上年增加", "2030", 2.3, "个百分点"),
        ],
    ),
    (
        "赫星汽车毛利率由2029年的18.2%提升至2030年的21.5%。",
        [
            ("赫星汽车", "毛利率", "2029", 18.2, "%"),
            ("赫星汽车", "毛利率", "2030", 21.5, "%"),
        ],
    ),
    (
        "赫星H9搭载3颗激光雷达，续航里程超过800公里，售价25-30万元。",
        [
            ("赫星H9", "激光雷达数量", None, 3.0, "颗"),
            ("赫星H9", "续航里程", None, 800.0, "公里"),
            ("赫星H9", "售价", None, (25.0, 30.0), "万元"),
        ],
    ),
    (
        "钙钛矿组件转换效率达26.1%，厚度仅为500nm，工作温度-40~85℃。",
        [
            ("钙钛矿组件", "转换效率", None, 26.1, "%"),
            ("钙钛矿组件", "厚度", None, 500.0, "nm"),
            ("钙钛矿组件", "工作温度", None, (-40.0, 85.0), "℃"),
        ],
    ),
    (
        "碳纤维具有密度低（1.8 g/cm³）、强度高（3500MPa）的特点。",
        [
            ("碳纤维", "密度", None, 1.8, "g/cm³"),
            ("碳纤维", "强度", None, 3500.0, "MPa"),
        ],
    ),
    (
        "凌渊精密宣布，公司在手订单超过50亿元，较年初增加12亿元。",
        [
            ("凌渊精密", "在手订单", None, 50.0, "亿元"),
            ("凌渊精密", "在手订单较年初增加", None, 12.0, "亿元"),
        ],
    ),
    (
        "砚山材料2030年光纤销量为120万公里，占全球的三成。",
        [
            ("砚山材料", "光纤销量", "2030", 120.0, "万公里"),
            ("砚山材料", "光纤销量占全球比例", "2030", 3.0, "成"),
        ],
    ),
    (
        "磁轴承行业前五大企业市占率达65%。",
        [("磁轴承", "行业前五大企业市占率", None, 65.0, "%")],
    ),
    ("注册资本5亿元的凌渊精密成立于2019年。", [("凌渊精密", "注册资本", None, 5.0, "亿元")]),
    ("减速器成本占整机成本的35%左右。", [("减速器", "成本占整机成本比例", None, 35.0, "%")]),
    (
        "赫星汽车的毛利率是砚山材料的2倍。",
        [("赫星汽车", "毛利率相对砚山材料倍数", None, 2.0, "倍")],
    ),
    (
        "个股涨跌：凌渊精密（+3.2%）、砚山材料（-1.8%）。",
        [("凌渊精密", "涨跌幅", None, 3.2, "%"), ("砚山材料", "涨跌幅", None, -1.8, "%")],
    ),
    (
        "砚山材料日均Token调用量已从2029年的200亿跃升至2030年的3万亿。",
        [
            ("砚山材料", "日均Token调用量", "2029", 200.0, "亿"),
            ("砚山材料", "日均Token调用量", "2030", 3.0, "万亿"),
        ],
    ),
    (
        "凌渊精密推出了600比特的“渊一号”处理器，云舵模组单价为$3 万。",
        [
            ("渊一号处理器", "量子比特数", None, 600.0, "比特"),
            ("云舵模组", "单价", None, 3.0, "万美元"),
        ],
    ),
    (
        "赫星汽车发布的HX90处理器基于16A工艺，内置80 TOPS NPU。",
        [("HX90处理器", "NPU算力", None, 80.0, "TOPS")],
    ),
    (
        "砚山材料的订单储备增至约70亿元，服务了27家客户。",
        [
            ("砚山材料", "订单储备", None, 70.0, "亿元"),
            ("砚山材料", "客户数量", None, 27.0, "家"),
        ],
    ),
    (
        "赫星汽车成本节省约20%，功耗优化近40%。",
        [
            ("赫星汽车", "成本降幅", None, 20.0, "%"),
            ("赫星汽车", "功耗优化幅度", None, 40.0, "%"),
        ],
    ),
    (
        "2030年云舵模组市场规模将同比增长35%至189亿美元，2032年有望突破350亿美元。",
        [
            ("云舵模组", "市场规模同比增速", "2030", 35.0, "%"),
            ("云舵模组", "市场规模", "2030", 189.0, "亿美元"),
            ("云舵模组", "市场规模", "2032", 350.0, "亿美元"),
        ],
    ),
    (
        "赫星汽车订单储备增至70亿元，其中约20亿元来自海外客户。",
        [
            ("赫星汽车", "订单储备", None, 70.0, "亿元"),
            ("赫星汽车", "来自海外客户的订单储备", None, 20.0, "亿元"),
        ],
    ),
    (
        "凌渊精密发布了基于HX90（64T交换容量）的设备。",
        [("HX90", "交换容量", None, 64.0, "T")],
    ),
    (
        "云舵系统已完成20次发射，目前达到年产近万台规模。",
        [
            ("云舵系统", "发射次数", None, 20.0, "次"),
            ("云舵系统", "规模", None, 1.0, "万台"),
        ],
    ),
    (
        "云舵模组占比约56%，渊流模组占比约30%（2030年市场数据）。",
        [
            ("云舵模组", "占比", "2030", 56.0, "%"),
            ("渊流模组", "占比", "2030", 30.0, "%"),
        ],
    ),
    (
        "赫星汽车出货量在2030年实现了49%的爆发式增长。",
        [("赫星汽车", "出货量增速", "2030", 49.0, "%")],
    ),
    (
        "Calder Networks早在2030年宣布，需求推动其获得50亿美元订单。",
        [("Calder Networks", "订单", "2030", 50.0, "亿美元")],
    ),
    (
        "云舵二号正在研发中，目标是运力达到15-20吨。",
        [("云舵二号", "运力", None, (15.0, 20.0), "吨")],
    ),
    (
        "HX双波段系统已实现商用，使光纤可用频谱达到了12 THz。",
        [("HX双波段系统", "光纤可用频谱", None, 12.0, "THz")],
    ),
    (
        "凌渊精密的N1设备已成功植入12例患者。",
        [("N1设备", "患者例数", None, 12.0, "例")],
    ),
    (
        "业内分析过云舵技术可助力交换机系统减少功耗25%-30%。",
        [("云舵技术", "交换机系统功耗降幅", None, (25.0, 30.0), "%")],
    ),
    (
        "赫星汽车2030年计划具备年产10枚火箭和100台“渊鹊”发动机的能力。",
        [
            ("赫星汽车", "火箭年产能", "2030", 10.0, "枚"),
            ("赫星汽车", "渊鹊发动机数量", "2030", 100.0, "台"),
        ],
    ),
    (
        "赫星汽车2030年核心部件90%自研，销售30亿元。",
        [
            ("赫星汽车", "核心部件自研比例", "2030", 90.0, "%"),
            ("赫星汽车", "销售额", "2030", 30.0, "亿元"),
        ],
    ),
    (
        "云舵模组2030年规模约700亿元，预计保持40%增速，2032年达900亿元。",
        [
            ("云舵模组", "规模", "2030", 700.0, "亿元"),
            ("云舵模组", "规模增速", "2030", 40.0, "%"),
            ("云舵模组", "规模", "2032", 900.0, "亿元"),
        ],
    ),
    (
        "全市现有云舵模组企业超1200家，单台机器人需使用14个渊流模组，单价约1500元。",
        [
            ("云舵模组", "企业数量", None, 1200.0, "家"),
            ("机器人", "渊流模组数量", None, 14.0, "个"),
            ("渊流模组", "单价", None, 1500.0, "元"),
        ],
    ),
    (
        "赫星汽车2030年底建成100万台HX3产线。",
        [("赫星汽车", "HX3产线产能", "2030年底", 100.0, "万台")],
    ),
    (
        "云舵模组用量是传统设备3–5倍。",
        [("云舵模组", "用量相对传统设备倍数", None, (3.0, 5.0), "倍")],
    ),
    (
        "云舵模组产量9.68亿吨（同比 + 1.7%），净产值3亿元（YOY+7.2%）。",
        [
            ("云舵模组", "产量", None, 9.68, "亿吨"),
            ("云舵模组", "产量同比增速", None, 1.7, "%"),
            ("云舵模组", "净产值", None, 3.0, "亿元"),
            ("云舵模组", "净产值YOY增速", None, 7.2, "%"),
        ],
    ),
    (
        "净利润强劲：凌渊精密17亿元、砚山材料14亿元。",
        [
            ("凌渊精密", "净利润", None, 17.0, "亿元"),
            ("砚山材料", "净利润", None, 14.0, "亿元"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "rows"), ZH, ids=[text for text, _ in ZH])
def test_metric_thing_and_period_come_from_the_words_beside_a_number(
    text: str, rows: list[Row]
) -> None:
    assert told(text).rows == rows


SERIES: list[tuple[str, list[Row]]] = [
    (
        "2030年，凌渊精密、砚山材料的市占率分别为23%和17%。",
        [("凌渊精密", "市占率", "2030", 23.0, "%"), ("砚山材料", "市占率", "2030", 17.0, "%")],
    ),
    (
        "赫星汽车预计2031-2033年营收分别为12.1、15.3和18.8亿元。",
        [
            ("赫星汽车", "营收", "2031", 12.1, "亿元"),
            ("赫星汽车", "营收", "2032", 15.3, "亿元"),
            ("赫星汽车", "营收", "2033", 18.8, "亿元"),
        ],
    ),
    (
        "凌渊精密营收、净利润分别为10亿元、1.2亿元。",
        [
            ("凌渊精密", "营收", None, 10.0, "亿元"),
            ("凌渊精密", "净利润", None, 1.2, "亿元"),
        ],
    ),
    (
        "2030年中国在激光焊接、超声检测领域的产业规模分别为12.7亿美元、2.8亿美元，"
        "预计到2035年将提升至82.1亿美元、20.2亿美元。",
        [
            ("激光焊接", "产业规模", "2030", 12.7, "亿美元"),
            ("超声检测", "产业规模", "2030", 2.8, "亿美元"),
            ("激光焊接", "产业规模", "2035", 82.1, "亿美元"),
            ("超声检测", "产业规模", "2035", 20.2, "亿美元"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "rows"), SERIES, ids=[text for text, _ in SERIES])
def test_a_row_of_numbers_pairs_in_order(text: str, rows: list[Row]) -> None:
    assert told(text).rows == rows


def test_a_later_clause_takes_metric_and_region_from_the_one_before() -> None:
    found = told(
        "2030年全球潮汐发电市场规模约80亿美元，其中，中国潮汐发电市场规模约19亿美元，"
        "预计2035年将超过260亿美元。"
    )
    figures = found.reading.figures
    assert [f.region for f in figures] == ["全球", "中国", "中国"]
    assert {(found.name(f.subject), f.metric) for f in figures} == {("潮汐发电", "市场规模")}
    assert [f.comparator for f in figures] == ["~", "~", ">"]
    assert found.kinds == [("2030", "observation"), ("2030", "observation"), ("2035", "forecast")]


def test_growth_over_years_spans_them_and_the_source_is_told() -> None:
    found = told(
        "据海棠咨询数据，全球磁悬浮轴承市场由2029年的80亿美元增至2035年的908亿美元，年复合增长率达50%。"
    )
    assert [r[1:3] for r in found.rows] == [
        ("市场规模", "2029"),
        ("市场规模", "2035"),
        ("年复合增长率", "2029-2035"),
    ]
    sources = {found.name(s) for f in found.reading.figures for s in f.sources}
    assert sources == {"海棠咨询"}


def test_who_predicts_is_the_source_and_not_measured() -> None:
    found = told("凌渊精密预测，2033年全球磁轴承需求将达500万套。")
    figure = found.figure
    assert (found.name(figure.subject), figure.kind) == ("磁轴承", "forecast")
    assert [found.name(s) for s in figure.sources] == ["凌渊精密"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("砚山材料计划2032年将碳纤维年产能提升至6万吨。", "forecast"),
        ("赫星汽车目标2035年销量突破100万辆。", "forecast"),
        ("赫星汽车2030年销量为60万辆。", "observation"),
        ("截至2030年底，赫星汽车累计销量已达200万辆。", "observation"),
        ("未来三年，储能装机有望新增200GW。", "forecast"),
    ],
)
def test_what_is_expected_is_a_forecast(text: str, kind: str) -> None:
    assert told(text).figure.kind == kind


def test_what_lies_behind_the_date_of_a_report_is_expected() -> None:
    text = "磁轴承行业周报\n2031年6月3日\n\n2030年磁轴承产量为120万套，2033年为500万套。\n"
    assert Told(read("note.txt", text.encode())).kinds == [
        ("2030", "observation"),
        ("2033", "forecast"),
    ]


def test_a_heading_names_the_company_and_a_label_its_product() -> None:
    found = told(
        "## 凌渊精密\n\n毛利率为31%。\n\n**青隼三号 (Merlin-3)**：可回收火箭，起飞推力超600吨。"
    )
    assert [r[:2] for r in found.rows] == [("凌渊精密", "毛利率"), ("青隼三号", "推力")]


@pytest.mark.parametrize(
    "text",
    [
        "第三代X100于2029年发布，位列第25位，5G基站与800G光模块配套，见图3、表12。",
        "根据232条款，公司电话010-62345678，第14页。",
        "凌渊精密收购砚山材料30%股权。",
        "孔径≥0.15mm时多采用机械钻孔。",
        "凌渊精密签署了首个协议，三大业务齐头并进。",
    ],
)
def test_names_places_in_rank_conditions_and_stakes_are_no_figures(text: str) -> None:
    assert told(text).rows == []


EN: list[tuple[str, list[Row]]] = [
    (
        "Revenue of Halden Robotics reached $1.53 billion in 2030, up 24% year on year.",
        [
            ("Halden Robotics", "Revenue", "2030", 1.53, "$ billion"),
            ("Halden Robotics", "Revenue growth year on year", "2030", 24.0, "%"),
        ],
    ),
    (
        "The tidal energy market is expected to grow from $12 billion in 2030 to $48 billion by 2036, "
        "a CAGR of 26%.",
        [
            ("tidal energy market", "market size", "2030", 12.0, "$ billion"),
            ("tidal energy market", "market size", "2036", 48.0, "$ billion"),
            ("tidal energy market", "CAGR", "2030-2036", 26.0, "%"),
        ],
    ),
    (
        "Halden Robotics Inc. shipped 40,000 units in the June quarter, compared with 31,000 units "
        "a year earlier.",
        [
            ("Halden Robotics", "shipments", "June quarter", 40000.0, "units"),
            ("Halden Robotics", "shipments", "a year earlier", 31000.0, "units"),
        ],
    ),
    (
        "The share price of Orvane Corp. fell 12% to $35.",
        [
            ("Orvane", "share price decline", None, 12.0, "%"),
            ("Orvane", "share price", None, 35.0, "$"),
        ],
    ),
    (
        "Orvane Corp. said it plans to invest $3 billion by 2035 in Ohio.",
        [("Orvane", "investment", "2035", 3.0, "$ billion")],
    ),
    (
        "Orvane Corp. expects gross margin of 45% to 47% in the third quarter.",
        [("Orvane", "gross margin", "the third quarter", (45.0, 47.0), "%")],
    ),
    (
        "Orvane Corp. employs about 12,000 people.",
        [("Orvane", "employees", None, 12000.0, "people")],
    ),
    ("See Figure 3 and Section 232. On June 5, 2030, it met with 3 people. Page 14.", []),
]


@pytest.mark.parametrize(("text", "rows"), EN, ids=[text for text, _ in EN])
def test_english_verbs_and_nouns_tell_what_a_number_measures(text: str, rows: list[Row]) -> None:
    assert told(text).rows == rows


def test_an_english_source_is_no_subject() -> None:
    found = told(
        "According to Fernhill Research, worldwide shipments of tidal turbines will exceed 5,000 units in 2033."
    )
    figure = found.figure
    assert (figure.kind, figure.comparator, figure.region) == ("forecast", ">", "全球")
    assert [found.name(s) for s in figure.sources] == ["Fernhill Research"]


def table(*lines: str, before: str = "", after: str = "") -> str:
    """A table whose first line is its header."""
    head, *body = lines
    rule = "|" + " --- |" * (head.count("|") - 1)
    return "\n".join([before, "", head, rule, *body, "", after])


def test_columns_of_years_measure_what_the_corner_names() -> None:
    found = told(
        "2030年情况如下。\n"
        + table("| 消费份额 | 2029 | 2030 | 2032E |", "| 潮汐能 | 12% | 13% | 15% |")
    )
    assert found.rows == [
        ("潮汐能", "消费份额", "2029", 12.0, "%"),
        ("潮汐能", "消费份额", "2030", 13.0, "%"),
        ("潮汐能", "消费份额", "2032E", 15.0, "%"),
    ]
    assert found.kinds[-1] == ("2032E", "forecast")


def test_headers_hold_metric_unit_and_year_and_the_note_the_source() -> None:
    found = told(
        table(
            "| 公司 | 营收（亿元） | 毛利率 | 2032E净利润（亿元） |",
            "| 凌渊精密 | 12.5 | 31% | 2.3 |",
            "| 砚山材料 | 8.6 | 27% | 1.9 |",
            before="图表：2030年磁轴承企业对比",
            after="数据来源：海棠咨询",
        )
    )
    assert found.rows[:3] == [
        ("凌渊精密", "营收", "2030", 12.5, "亿元"),
        ("凌渊精密", "毛利率", "2030", 31.0, "%"),
        ("凌渊精密", "净利润", "2032E", 2.3, "亿元"),
    ]
    assert [f.kind for f in found.reading.figures[:3]] == ["observation", "observation", "forecast"]
    assert {found.name(s) for f in found.reading.figures for s in f.sources} == {"海棠咨询"}


def test_rows_of_metrics_measure_the_things_across_and_parts_are_used() -> None:
    found = told(
        table(
            "| 参数 | 赫星H7 | 赫星H9 |",
            "| 算力（TOPS） | 254 | 508 |",
            "| 传感器 | 1颗激光雷达+8颗摄像头 | 3颗激光雷达+12颗摄像头 |",
            "| 显存 | 80GB HBM3 | 141GB HBM3E |",
        )
    )
    assert set(found.rows) == {
        ("赫星H7", "算力", None, 254.0, "TOPS"),
        ("赫星H9", "算力", None, 508.0, "TOPS"),
        ("赫星H7", "激光雷达数量", None, 1.0, "颗"),
        ("赫星H7", "摄像头数量", None, 8.0, "颗"),
        ("赫星H9", "激光雷达数量", None, 3.0, "颗"),
        ("赫星H9", "摄像头数量", None, 12.0, "颗"),
        ("赫星H7", "显存", None, 80.0, "GB"),
        ("赫星H9", "显存", None, 141.0, "GB"),
    }
    assert found.uses["赫星H9", "激光雷达"] == {"count": "3"}
    assert found.uses["赫星H9", "HBM3E"] == {"amount": "141GB"}


def test_several_numbers_of_a_cell_pair_with_the_models_of_its_header() -> None:
    found = told(table("| 型号 | K100/K200 | K300 |", "| 功耗(W) | 700/1200 | 1400 |"))
    assert found.rows == [
        ("K100", "功耗", None, 700.0, "W"),
        ("K200", "功耗", None, 1200.0, "W"),
        ("K300", "功耗", None, 1400.0, "W"),
    ]


def test_tables_side_by_side_are_read_apart_and_changes_name_what_changes() -> None:
    found = told(
        table(
            "| 国家 | 出口量（万吨） | 同比 | 国家 | 出口量（万吨） | 同比 |",
            "| 法国 | 1.83 | 5.6% | 智利 | 1.47 | -3.2% |",
            "| 埃及 | 2.08 | 6.4% | 秘鲁 | 2.88 | 8.1% |",
        )
    )
    assert found.rows[:4] == [
        ("法国", "出口量", None, 1.83, "万吨"),
        ("法国", "出口量同比", None, 5.6, "%"),
        ("智利", "出口量", None, 1.47, "万吨"),
        ("智利", "出口量同比", None, -3.2, "%"),
    ]


def test_a_column_of_units_is_no_label_and_a_colon_says_where() -> None:
    found = told(
        table(
            "| 产品 | 单位 | 最新价格 | 周涨跌幅 |",
            "| 工业硅 | 元/吨 | 9000 | -2.1% |",
            "| 碳酸锂：华东 | 万元/吨 | 6.2 | 1.3% |",
        )
    )
    assert found.rows == [
        ("工业硅", "最新价格", None, 9000.0, "元/吨"),
        ("工业硅", "最新价格周涨跌幅", None, -2.1, "%"),
        ("碳酸锂", "最新价格", None, 6.2, "万元/吨"),
        ("碳酸锂", "最新价格周涨跌幅", None, 1.3, "%"),
    ]
    assert [f.region for f in found.reading.figures] == [None, None, "华东", "华东"]


def test_scales_of_cell_and_header_join_and_what_is_planned_is_expected() -> None:
    found = told(
        table(
            "| 项目 | 公司 | 投资金额(元) | 状态 |",
            "| 青鸾星座 | 凌渊精密 | 128亿 | 已规划 |",
            "| 玄鸟星座 | 砚山材料 | 约20亿 | 已建运行 |",
        )
    )
    assert [(*r[:2], *r[3:]) for r in found.rows] == [
        ("青鸾星座", "投资金额", 128.0, "亿元"),
        ("玄鸟星座", "投资金额", 20.0, "亿元"),
    ]
    assert [f.kind for f in found.reading.figures] == ["forecast", "observation"]
    assert found.reading.figures[0].base_value == 128e8


@pytest.mark.parametrize(
    ("value", "unit", "result"),
    [
        (80.0, "亿美元", (8e9, "USD")),
        (3.0, "万台", (30000.0, "台")),
        (1.5, "$ billion", (1.5e9, "USD")),
        (2.0, "NT$亿", (2e8, "TWD")),
        (5.0, "￥万", (50000.0, "CNY")),
        (2.0, "万元/吨", (20000.0, "CNY/吨")),
        (70.0, "美元/桶", (70.0, "USD/桶")),
        (3.0, "成", (30.0, "%")),
        (2.3, "百分点", (2.3, "个百分点")),
        ((1.0, 2.0), "万吨/年", ((10000.0, 20000.0), "吨/年")),
        (4.0, "", (None, None)),
        (7.0, "层", (7.0, "层")),
    ],
)
def test_base_units_leave_out_scales_and_tell_money_by_its_code(
    value: Value, unit: str, result: tuple[Value | None, str | None]
) -> None:
    assert base(value, unit) == result


@pytest.mark.parametrize("mark", ["，", "；", "、"])
def test_a_page_without_a_full_stop_takes_time_in_step_with_its_length(mark: str) -> None:
    def seconds(n: int) -> float:
        text = mark.join(f"第{i}条产线2030年碳纤维产量为{i}.5万吨" for i in range(n)).encode()
        began = time.perf_counter()
        read("note.txt", text)
        return time.perf_counter() - began

    seconds(20)
    short = min(seconds(100) for _ in range(2))
    assert seconds(800) < 8 * short * 4 + 1


def test_a_cell_of_a_company_tells_its_figures_and_sums_in_two_moneys() -> None:
    found = told(
        table(
            "| 公司 | 市值（亿元） | 近期态势 |",
            "|---|---|---|",
            "| 赫星汽车 | 412 亿美元 / 约 4121 亿元，占全国 56% | 云舵板良率突破 80% |",
            "| 砚山材料 | 30 亿美元 | 平稳 |",
        )
    )
    rows = {(name, metric, value, unit) for name, metric, _, value, unit in found.rows}
    assert ("赫星汽车", "市值", 412.0, "亿美元") in rows
    assert ("赫星汽车", "市值", 4121.0, "亿元") in rows
    assert ("赫星汽车", "市值占全国比例", 56.0, "%") in rows
    assert ("赫星汽车", "云舵板良率", 80.0, "%") in rows
