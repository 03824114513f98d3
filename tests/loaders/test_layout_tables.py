"""Tables: separators, headers, merged cells, pages, captions and source notes."""

from __future__ import annotations

import pytest
from layouts import only_table, read, table, values

TABBED = "企业\t产品\t产能\n甲泵业\t离心泵\t2万台\n乙泵业\t容积泵\t8千台\n"
PIPED = "| **企业** | 产品 |\n| :--- | ---: |\n| 甲泵业 | 离心泵 |\n| 乙\\|丙 | [[容积泵|泵]] |\n"


def test_tabs_make_a_table() -> None:
    assert table(f"泵业的产能见下。\n\n{TABBED}\n表后还有一段。\n") == [
        ["企业", "产品", "产能"],
        ["甲泵业", "离心泵", "2万台"],
        ["乙泵业", "容积泵", "8千台"],
    ]
    block = only_table(TABBED)
    assert block.table
    assert block.table.headers == 1
    assert block.text.value == TABBED.rstrip()


def test_pipes_make_a_table_without_its_rule() -> None:
    assert table(PIPED) == [["企业", "产品"], ["甲泵业", "离心泵"], ["乙|丙", "泵"]]


def test_pipes_need_none_at_the_edges() -> None:
    assert table("Firm | Pump\n---|---\nJia | rotary\n") == [["Firm", "Pump"], ["Jia", "rotary"]]


def test_a_table_whose_header_is_empty_has_none() -> None:
    block = only_table("| | |\n|---|---|\n| 身高 | 1 米 |\n| 体重 | 9 公斤 |\n")
    assert block.table
    assert block.table.headers == 0
    assert len(block.table.rows) == 2


def test_a_header_written_twice_is_one() -> None:
    assert table("| 企业 | 产品 |\n|---|---|\n| 企业 | 产品 |\n| 甲 | 泵 |\n") == [
        ["企业", "产品"],
        ["甲", "泵"],
    ]


def test_one_tab_in_a_paragraph_is_no_table() -> None:
    assert values("电话：\t010-123\n\n泵站在江边。\n")[0].startswith("paragraph")


def test_indented_lines_are_no_table() -> None:
    assert [
        b.kind for b in read("\t泵站在江边，去年建成。\n\t阀门在下游，明年更换。\n").blocks
    ] == ["paragraph"] * 2


def test_short_rows_are_filled_and_long_ones_lose_their_empty_cells() -> None:
    assert table("| 甲 | 乙 | 丙 |\n|---|---|---|\n| 1 |\n| 2 || 3 | 4 |\n") == [
        ["甲", "乙", "丙"],
        ["1", "", ""],
        ["2", "3", "4"],
    ]


def test_tags_in_a_cell_separate_and_go() -> None:
    rows = table(
        '厂\t路线\n甲\t<p>两代：</p><ul style="x"><li>一代铸铁</li><li>二代不锈钢</li></ul>\n'
    )
    assert [word for word in rows[1][1].split("\n") if word] == ["两代：", "一代铸铁", "二代不锈钢"]


def test_merged_headers_and_what_stands_under_them_are_written_out() -> None:
    text = "架构\t老\t\t新\t\n型号\tA1\tA2\tB1\tB2\n主控\t甲\t\t乙\t\n备注\t\t无\t\t\n"
    assert table(text) == [
        ["架构", "老", "老", "新", "新"],
        ["型号", "A1", "A2", "B1", "B2"],
        ["主控", "甲", "甲", "乙", "乙"],
        ["备注", "", "无", "", ""],
    ]


def test_a_merged_header_does_not_reach_past_its_own_columns() -> None:
    text = "2023\t\t2024\t\n1月\t禁令一\t3月\t禁令二\n9月\t禁令三\t\t\n"
    assert table(text)[2] == ["9月", "禁令三", "", ""]


def test_two_rows_may_be_the_header() -> None:
    block = only_table("公司\t收入\t\n公司\t2023\t2024\n甲\t1\t2\n乙\t3\t4\n")
    assert block.table
    assert block.table.headers == 2


def test_a_transposed_table_keeps_its_empty_corner() -> None:
    assert table("\t泵A\t泵B\n扬程\t10 米\t20 米\n")[0] == ["", "泵A", "泵B"]


def test_an_empty_first_cell_belongs_to_the_group_above() -> None:
    text = "厂商\t轮次\t金额\n甲泵业\tA轮\t1亿\n\tB轮\t2亿\n乙泵业\tA轮\t3亿\n"
    assert [row[0] for row in table(text)] == ["厂商", "甲泵业", "甲泵业", "乙泵业"]


@pytest.mark.parametrize(
    "between",
    ["", "表：泵业融资\n\n", "表：泵业融资\n\n厂商\t轮次\n"],
    ids=["nothing", "title", "header"],
)
def test_a_table_goes_on_across_a_page_with_header_and_group(between: str) -> None:
    text = f"表：泵业融资\n\n厂商\t轮次\n甲泵业\tA轮\n\n\n12\n\n\n{between}\tB轮\n乙泵业\tA轮\n"
    assert table(text) == [["厂商", "轮次"], ["甲泵业", "B轮"], ["乙泵业", "A轮"]]
    caption = [block.caption.value for block in read(text).blocks if block.caption]
    assert set(caption) == {"表：泵业融资"}


def test_a_table_with_a_header_of_its_own_begins_anew() -> None:
    text = f"{TABBED}\n\n\n\n客户\t地区\t用途\n丙水务\t江东\t2座泵站\n"
    assert table(text)[0] == ["客户", "地区", "用途"]


ALIGNED = """企业名称 技术路线 最新进展

甲泵业 离心式（单级） 已经完成两轮融资，投后估值超过五
亿元，正在扩建厂房。

乙泵业 容积式 /
丙泵业 轴流式 /

丁泵业 高压多级—不锈钢
（焊接） 今年三月签下第一笔出口订单。

表 泵业企业一览

资料来源：某院
"""


def test_cells_that_spaces_set_apart_are_read_where_rows_agree() -> None:
    assert table(ALIGNED) == [
        ["企业名称", "技术路线", "最新进展"],
        ["甲泵业", "离心式（单级）", "已经完成两轮融资，投后估值超过五亿元，正在扩建厂房。"],
        ["乙泵业", "容积式", "/"],
        ["丙泵业", "轴流式", "/"],
        ["丁泵业", "高压多级—不锈钢（焊接）", "今年三月签下第一笔出口订单。"],
    ]
    block = only_table(ALIGNED)
    assert block.caption and block.caption.value == "表 泵业企业一览"
    assert block.source and block.source.value == "资料来源：某院"


def test_a_chunk_may_be_a_cell_and_a_name_alone_heads_its_rows() -> None:
    text = (
        "维度 政策 内容\n\n审批\n\n《加快审批的若干\n意见》（2024） 设备优先审评\n\n《器械术语》 统一术语\n\n"
        "支付 《价格立项\n指南》（2025） 八十二项\n\n"
    )
    assert table(text) == [
        ["维度", "政策", "内容"],
        ["审批", "《加快审批的若干意见》（2024）", "设备优先审评"],
        ["审批", "《器械术语》", "统一术语"],
        ["支付", "《价格立项指南》（2025）", "八十二项"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "个人电脑 智能手机 眼镜？\n\n三者都在变。\n",
        "1. 以 12 亿元收购 30% 股权\n2. 以约 5 亿元收购 13% 股权\n",
        "泵站 阀门 管网\n\n泵站去年建成，今年投产，明年扩建。\n\n阀门仍在更换之中。\n",
    ],
)
def test_spaces_alone_make_no_table_out_of_prose(text: str) -> None:
    assert all(block.table is None for block in read(text).blocks)


def test_a_caption_above_and_a_note_below_belong_to_the_table() -> None:
    block = only_table(f"表 3：产能对比（2024年）\n\n{TABBED}\n数据来源：某协会\n")
    assert block.caption and block.caption.value == "表 3：产能对比（2024年）"
    assert block.source and block.source.value == "数据来源：某协会"


def test_an_english_caption_belongs_to_the_table() -> None:
    block = only_table(
        "Table 2. Output by firm\n\nFirm\tUnits\tShare\nJia\t10\t5%\n\nSource: a yearbook\n"
    )
    assert block.caption and block.caption.value == "Table 2. Output by firm"
    assert block.source and block.source.value == "Source: a yearbook"


@pytest.mark.parametrize("above", ["各厂产能如下表所示：", "## 各厂产能"])
def test_without_a_caption_what_announces_the_table_is_its_title(above: str) -> None:
    block = only_table(f"{above}\n\n{TABBED}")
    assert block.caption and block.caption.value.startswith("各厂产能")


@pytest.mark.parametrize(
    "line", ["图像处理仍是难点。", "表面处理工艺复杂。", "图中可见泵站。", "表明需求在恢复。"]
)
def test_words_that_begin_like_a_caption_are_prose(line: str) -> None:
    assert values(line) == [f"paragraph {line}"]


def test_a_picture_and_its_credit_are_no_headings() -> None:
    text = "泵站全景 | 江边笔记\n\n泵站去年建成。\n\n新泵 | 图片来源：甲泵业\n\n新泵今年安装。\n"
    assert [b.kind for b in read(text).blocks] == ["caption", "paragraph", "source", "paragraph"]


COLUMNS = """Company         Country      Revenue (USDm)
Jia Pumps       China        412
Kappa SE                     388
Delta Corp      Japan        301
                (Osaka)

The company buys castings.
"""


def test_columns_with_wide_gaps_are_a_table_in_any_language() -> None:
    assert table(COLUMNS) == [
        ["Company", "Country", "Revenue (USDm)"],
        ["Jia Pumps", "China", "412"],
        ["Kappa SE", "", "388"],
        ["Delta Corp", "Japan (Osaka)", "301"],
    ]
    chinese = "公司          国家      2023 年收入\n甲泵业        中国      35.2 亿元\n乙阀门        德国      8 亿欧元\n"
    assert table(chinese)[1:] == [["甲泵业", "中国", "35.2 亿元"], ["乙阀门", "德国", "8 亿欧元"]]
