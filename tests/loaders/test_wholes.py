"""What is part of what, and what is at work in a field, by sentences of our own."""

from __future__ import annotations

import pytest
from telling import said

TRIPLES = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("碳化硅芯片用于储能变流器。", ("碳化硅芯片", "PART_OF", "储能变流器")),
        ("碳化硅芯片用于储能变流器和智能家电。", ("碳化硅芯片", "ACTIVE_IN", "储能变流器")),
        ("激光焊接设备用于电池模组。", ("激光焊接设备", "ACTIVE_IN", "电池模组")),
        ("碳化硅芯片用于新能源汽车。", ("碳化硅芯片", "ACTIVE_IN", "新能源汽车")),
    ],
)
def test_what_goes_into_a_thing_is_part_of_it_and_at_work_in_a_field(
    text: str, what: TRIPLES
) -> None:
    found = said(text)
    assert what in found
    other = "PART_OF" if what[1] == "ACTIVE_IN" else "ACTIVE_IN"
    assert (what[0], other, what[2]) not in found


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("储能变流器采用碳化硅芯片。", ("碳化硅芯片", "PART_OF", "储能变流器")),
        ("储能变流器须采用碳化硅芯片。", ("碳化硅芯片", "PART_OF", "储能变流器")),
        ("星舟X9采用碳化硅芯片。", ("星舟X9", "USES", "碳化硅芯片")),
        ("凌渊精密采用碳化硅芯片。", ("凌渊精密", "USES", "碳化硅芯片")),
    ],
)
def test_a_technology_has_parts_where_a_product_and_a_company_use_things(
    text: str, what: TRIPLES
) -> None:
    assert {k for k in said(text) if "碳化硅芯片" in k} == {what}


@pytest.mark.parametrize(
    "text",
    [
        "可拉伸薄膜（Stretchable Film）厚度不足一微米，用于柔性显示屏。",
        "可拉伸薄膜用于柔性显示屏。",
    ],
)
def test_what_can_be_done_with_a_thing_belongs_to_its_name(text: str) -> None:
    assert ("可拉伸薄膜", "PART_OF", "柔性显示屏") in said(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("## 机架之内 (Scale-in) —— 光引擎、铜缆连接器成为主流", ("光引擎", "PART_OF", "Scale-in")),
        ("主流是“光引擎+液冷”架构。", ("光引擎", "PART_OF", "光引擎+液冷架构")),
        ("氧化锆（固体燃料电池材料）供不应求。", ("氧化锆", "PART_OF", "固体燃料电池")),
        ("JK7/JK8级材料采用石英布。", ("石英布", "PART_OF", "JK8级材料")),
        ("高频基板采用低介电布，即石英布或玻璃布。", ("石英布", "PART_OF", "高频基板")),
        ("核心技术：燃烧室内壁材料——铜铬合金。", ("铜铬合金", "PART_OF", "燃烧室内壁")),
        ("运营商部署OCS交换机。", ("OCS", "PART_OF", "OCS交换机")),
        ("碳氢树脂是高频基板的主流路线。", ("碳氢树脂", "PART_OF", "高频基板")),
        ("主流装置以星环托卡马克为主，采用超导磁体。", ("超导磁体", "PART_OF", "星环托卡马克")),
        (
            "光电共封装CPO(Co-packaged Optics)仍贵，用在交换机接口中。",
            ("CPO", "PART_OF", "交换机接口"),
        ),
        ("工业无人机电池供不应求。", ("工业无人机电池", "PART_OF", "工业无人机")),
        ("固体火箭发动机的复杂流道结构难以加工。", ("复杂流道结构", "PART_OF", "固体火箭发动机")),
        ("新品是机载航电系统用IMU模组。", ("IMU模组", "PART_OF", "机载航电系统")),
        ("高多层板是主板/背板核心。", ("高多层板", "PART_OF", "背板")),
    ],
)
def test_dashes_sums_and_brackets_name_parts(text: str, what: TRIPLES) -> None:
    assert what in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "## 凌渊精密 (Lingyuan) —— 减速器龙头",
        "## 增长拐点——光引擎爆发",
        "稀土氧化物（深加工企业的原料）没有限制。",
        "凌渊精密（凸块材料）扩产。",
        "高纯材料（碳氢材料）涨价。",
        "无人机和传感器涨价。",
        "执行器总成与卫星、天线涨价。",
        "无人机将由电池供电。",
        "无人机集成摄像头涨价。",
    ],
)
def test_other_dashes_and_brackets_name_none(text: str) -> None:
    assert not [s for s in said(text) if s[1] == "PART_OF"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("谐波减速器：承受冲击，采用柔性轴承。", ("柔性轴承", "PART_OF", "谐波减速器")),
        ("谐波减速器：轻便耐磨，凌渊精密已用于灵巧手。", ("谐波减速器", "PART_OF", "灵巧手")),
        ("上游：石英布（用于高频基板）供不应求。", ("石英布", "PART_OF", "高频基板")),
        (
            "# 人形机器人观察\n\n核心组件（谐波减速器、力矩传感器）已经国产。",
            ("力矩传感器", "PART_OF", "人形机器人"),
        ),
        (
            "# 人形机器人观察\n\n在谐波减速器、力矩传感器等核心零部件领域已经国产。",
            ("谐波减速器", "PART_OF", "人形机器人"),
        ),
        (
            "凌渊精密的碳化硅芯片性能稳定，竞争优势明显，可用于储能变流器。",
            ("碳化硅芯片", "PART_OF", "储能变流器"),
        ),
        (
            "凌渊精密的高速树脂性能稳定，优势明显，可用于高频基板。",
            ("高速树脂", "PART_OF", "高频基板"),
        ),
        ("碳化硅芯片的稳定性直接决定了卫星的寿命。", ("碳化硅芯片", "PART_OF", "卫星")),
        ("光引擎适用于 OCX 制程中 mSAP 工艺。", ("光引擎", "PART_OF", "mSAP 工艺")),
        ("CTX-9 装置采用高温超导磁体。", ("CTX-9 装置", "USES", "高温超导磁体")),
    ],
)
def test_labels_companies_and_brackets_leave_the_whole_to_be_found(
    text: str, what: TRIPLES
) -> None:
    assert what in said(text)


COMPONENTS = """# 人形机器人观察

## 供应链一览

| 核心部件 | 国产化率 |
| --- | --- |
| 谐波减速器 | 60% |
| 电机/执行器 | 40% |
| 合计 | 50% |
"""
SHARES = """## 价值量

| 组件 | NTX-5 项目成本占比 |
| --- | --- |
| 磁体系统 | 28% |
"""


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        (COMPONENTS, {(p, "PART_OF", "人形机器人") for p in ("谐波减速器", "电机", "执行器")}),
        (SHARES, {("磁体系统", "PART_OF", "NTX-5")}),
    ],
)
def test_a_column_of_components_lists_parts(text: str, whats: set[TRIPLES]) -> None:
    assert {s for s in said(text) if s[1] == "PART_OF"} == whats


def test_a_short_line_above_a_paragraph_is_its_title() -> None:
    text = "凌渊精密扩产。\n\n工业储能变流器\n\n通过碳化硅芯片降低损耗，效率更高。\n"
    assert ("碳化硅芯片", "PART_OF", "工业储能变流器") in said(text)


@pytest.mark.parametrize(
    ("text", "layers"),
    [
        (
            "传统的三级存储层级（片上缓存、本地内存、远端存储）已经不够。",
            ["片上缓存", "本地内存", "远端存储"],
        ),
        ("图：缓存内存层次结构，从片上内存 (K1) 到远端存储 (K4)", ["片上内存", "远端存储"]),
    ],
)
def test_a_bracket_of_levels_names_layers(text: str, layers: list[str]) -> None:
    found = said(text)
    assert [s for s, p, _ in found if p == "LAYER_OF"] == layers
    assert all(len(o) > len("层级") for _, p, o in found if p == "LAYER_OF")


def test_the_first_sentence_below_a_heading_speaks_of_what_that_names() -> None:
    found = said("# 行业\n\n## 储能变流器\n\n通过碳化硅芯片提升效率。\n")
    assert ("碳化硅芯片", "PART_OF", "储能变流器") in found


@pytest.mark.parametrize(
    "text",
    [
        "凌渊精密将研发中心搭载到杭州。",
        "创新是企业发展的核心。",
        "储能变流器通过客户认证。",
        "血管外植入式心律装置获批。",
        "以客户为核心的服务体系已经形成。",
        "作为行业的重要组成部分的服务商正在整合。",
    ],
)
def test_what_names_no_part_says_nothing(text: str) -> None:
    assert not [s for s in said(text) if s[1] == "PART_OF"]
