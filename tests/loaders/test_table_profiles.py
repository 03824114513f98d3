"""Cells that tell in a few words what the company of their row does, and titles that name goods."""

from __future__ import annotations

import pytest
from telling import Said, matching, reading, said

from loaders.extract.clauses.frames import frames

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"


def profile(cell: str, title: str = "") -> dict[Said, tuple[str, dict[str, str]]]:
    """What a table says whose first company has this profile."""
    return said(
        f"## {title or '代表公司'}\n\n| 公司 | 卡位 |\n|---|---|\n| {LING} | {cell} |\n| {YAN} | 无 |\n"
    )


TOLD = [
    ("told-leader", "钻孔设备龙头", (LING, "PRODUCES", "钻孔设备")),
    ("told-firm", "全球第二大谐波减速器厂商", (LING, "PRODUCES", "谐波减速器")),
    ("told-make", "专注于力矩传感器", (LING, "PRODUCES", "力矩传感器")),
    ("told-supplier", "赫星汽车线束核心供应商", (LING, "SUPPLIES", HE)),
    ("told-partner", "自研关节，与赫星汽车有合作背景", (LING, "PARTNERS_WITH", HE)),
    ("told-ally", "自研关节，赫星汽车合作", (LING, "PARTNERS_WITH", HE)),
    ("told-supply", "批量供货赫星汽车", (LING, "SUPPLIES", HE)),
    ("told-into", "已过赫星汽车认证", (LING, "SUPPLIES", HE)),
    ("told-chain", "赫星汽车链", (LING, "SUPPLIES", HE)),
    ("told-for", "起初为赫星汽车设计线束", (LING, "SUPPLIES", HE)),
    ("told-spun", "从赫星汽车分拆出来", (LING, "FOUNDED_BY", HE)),
    ("told-merged", "由赫星汽车、砚山材料合并而成", (LING, "FOUNDED_BY", YAN)),
    ("told-owned", "赫星汽车旗下子公司", (HE, "OWNS", LING)),
    ("told-compete", "与砚山材料产品线重合较多", (LING, "COMPETES_WITH", YAN)),
    ("told-active", "切入力矩传感器赛道", (LING, "ACTIVE_IN", "力矩传感器")),
    ("told-covers", "射频开关、力矩传感器均有布局", (LING, "ACTIVE_IN", "力矩传感器")),
    ("told-rival", "直接对标砚山材料", (LING, "COMPETES_WITH", YAN)),
]
# of the cells of things: the next test and test_tables.py have these
OF_THINGS = {"told-use", "told-makers"}


@pytest.mark.parametrize(("frame", "cell", "what"), TOLD, ids=[row[0] for row in TOLD])
def test_a_profile_tells_of_the_company_of_its_row(frame: str, cell: str, what: Said) -> None:
    assert frame in matching(cell)
    assert what in profile(cell)


def test_every_frame_of_cells_has_a_cell() -> None:
    told = {frame.name for frame in frames() if frame.told}
    assert told == {row[0] for row in TOLD} | OF_THINGS


def test_a_cell_of_a_thing_says_who_makes_it() -> None:
    rows = f"| 部件 | 国产化现状 |\n|---|---|\n| 力矩传感器 | {LING}/{YAN}领先 |\n| 丝杠 | 空白 |\n"
    assert (YAN, "PRODUCES", "力矩传感器") in said(rows)


def test_codes_may_be_listed_with_plain_commas() -> None:
    found = profile("主要生产GPU,FPGA,MCU和存储模组")
    assert {(LING, "PRODUCES", made) for made in ("FPGA", "MCU", "存储模组")} <= found.keys()


def test_a_word_among_companies_is_one_more() -> None:
    rows = "".join(f"| {name} | 杭州 |\n" for name in (LING, HE, YAN, "比亚迪", "电驱桥"))
    found = reading(f"| 企业名称 | 总部 |\n|---|---|\n{rows}")
    assert [e for e in found.entities if e.name == "电驱桥" and e.cls == "Company"]


@pytest.mark.parametrize(
    ("header", "title", "whole"),
    [
        ("电机类型", "对比", "电机"),
        ("产品类别", "力矩电机产业链结构占比", "力矩电机"),
        ("政策类型", "电机产业链", None),
    ],
)
def test_a_column_of_kinds_says_what_they_are_of(
    header: str, title: str, whole: str | None
) -> None:
    rows = f"| {header} | 占比 |\n|---|---|\n| 轴向磁通电机 | 高 |\n| 径向磁通电机 | 低 |\n"
    found = said(f"## {title}\n\n{rows}")
    kinds = {s[2] for s in found if s[0] == "轴向磁通电机" and s[1] == "TYPE_OF"}
    assert (whole in kinds) if whole else not kinds - {"电机"}


def test_a_row_of_a_field_says_who_is_at_work_there() -> None:
    rows = f"| 应用场景 | 国内进展 | 驱动因素 |\n|---|---|---|\n| 仓储物流 | {LING}小批量交付 | 替代人力 |\n| 巡检 | {YAN}测试 | {HE} |\n"
    found = said(rows)
    assert (LING, "ACTIVE_IN", "仓储物流") in found
    assert not [s for s in found if s[0] == HE]


@pytest.mark.parametrize(
    ("cell", "made"),
    [
        ("行星减速器、微型丝杠", {"行星减速器", "微型丝杠"}),
        ("行业老兵，12 层服务器板 + 高端 HDI，良率领先", {"12 层服务器板", "高端 HDI"}),
        ("高速背板、光模块板", {"高速背板", "光模块板"}),
    ],
)
def test_a_clause_of_a_profile_lists_goods(cell: str, made: set[str]) -> None:
    found = {s[2] for s in profile(cell) if s[:2] == (LING, "PRODUCES")}
    assert made == found


def test_goods_beside_a_buyer_s_name_are_not_listed() -> None:
    assert not [s for s in profile("赫星汽车线束链") if s[1] == "PRODUCES"]


def test_an_english_name_beside_it_makes_sure_of_a_company_s() -> None:
    rows = "".join(f"| {name} | 丝杠 |\n" for name in (LING, YAN, "岚汐机器人（Lanx Robot）"))
    found = reading(f"| 企业 | 产品 |\n|---|---|\n{rows}")
    assert [e for e in found.entities if e.name == "岚汐机器人" and e.cls == "Company"]


@pytest.mark.parametrize(
    ("cell", "modality"), [("曾与砚山材料打擂台", "past"), ("未与砚山材料竞争", "denied")]
)
def test_a_profile_keeps_how_it_is_meant(cell: str, modality: str) -> None:
    assert profile(cell)[(LING, "COMPETES_WITH", YAN)][0] == modality


@pytest.mark.parametrize("cell", ["由线束向连接器切入", "全国性综合企业", "赫星汽车的龙头地位稳固"])
def test_a_profile_that_tells_of_no_goods_says_nothing_made(cell: str) -> None:
    assert not [s for s in profile(cell) if s[0] == LING and s[1] == "PRODUCES"]


@pytest.mark.parametrize("title", ["【上游】力矩传感器 —— 壁垒最高", "3.2 力矩传感器"])
def test_a_title_that_names_goods_says_what_the_companies_make(title: str) -> None:
    found = profile("老牌厂商", title)
    assert (LING, "PRODUCES", "力矩传感器") in found
    assert (LING, "ACTIVE_IN", "力矩传感器") in found


def test_a_title_of_two_names_says_what_the_companies_make() -> None:
    found = profile("老牌厂商", "力矩传感器 / 六维力传感器 —— 壁垒最高")
    assert {(LING, "PRODUCES", n) for n in ("力矩传感器", "六维力传感器")} <= found.keys()


@pytest.mark.parametrize(
    "title", ["力矩传感器 / 丝杠 / 轴承", "力矩传感器与丝杠", "先进封装", "个股层"]
)
def test_a_title_of_several_or_of_a_service_says_nothing_made(title: str) -> None:
    assert not [s for s in profile("老牌厂商", title) if s[1] == "PRODUCES"]


@pytest.mark.parametrize(
    ("cell", "made"),
    [
        ("28 层服务器板 + 5 阶 HDI，良率持续提升", ("28 层服务器板", "5 阶 HDI")),
        ("高速高频服务器板、光模块板", ("高速高频服务器板", "光模块板")),
        ("可穿戴传感器，内资三强之一", ("可穿戴传感器",)),
    ],
)
def test_a_clause_of_a_profile_lists_what_is_made(cell: str, made: tuple[str, ...]) -> None:
    assert {(LING, "PRODUCES", name) for name in made} <= profile(cell).keys()


@pytest.mark.parametrize("cell", ["转激光雷达", "切入消费电子链", "过海外认证", "成本优势"])
def test_a_clause_of_a_profile_that_tells_more_lists_nothing(cell: str) -> None:
    assert not [s for s in profile(cell) if s[:2] == (LING, "PRODUCES")]


def test_who_makes_the_material_of_a_title_s_goods_makes_no_such_goods() -> None:
    goods = (LING, "PRODUCES", "IC载板")
    assert goods in profile("量产爬坡", "IC载板")
    assert goods not in profile("载板用树脂", "IC载板")


def products(header: str, cells: tuple[str, str], caption: str = "型号对比") -> set[Said]:
    """What a table of two products says whose last column has this header and these cells."""
    rows = "".join(f"| LY{n}000 | 2026 | {cell} |\n" for n, cell in enumerate(cells, start=1))
    return set(said(f"**{caption}**\n\n| 型号 | 年份 | {header} |\n|---|---|---|\n{rows}"))


def test_a_column_of_a_part_s_types_says_what_is_used() -> None:
    found = products("HBM类型", ("HBM3", "HBM3E"))
    assert ("LY1000", "USES", "HBM3") in found
    assert not [s for s in found if s[1] == "TYPE_OF"]
    assert ("LY1000", "TYPE_OF", "谐波减速器") in products("类型", ("谐波减速器", "RV减速器"))


def test_what_came_out_in_one_year_does_not_follow_itself() -> None:
    found = products("制程", ("4nm", "3nm"), caption="型号路线图")
    assert not [s for s in found if s[1] == "SUCCEEDS"]


def test_a_maker_before_a_model_in_a_cell_is_no_kind_of_it() -> None:
    found = products("芯片", ("地平线 L6M", "LYX7"))
    assert ("地平线", "PRODUCES", "L6M") in found
    assert ("L6M", "TYPE_OF", "地平线") not in found


def test_a_title_of_several_is_the_name_of_none() -> None:
    assert not [s for s in profile("量产爬坡", "六个力矩传感器") if "六个" in s[2]]
