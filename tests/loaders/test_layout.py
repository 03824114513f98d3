"""A report cut into blocks: headings, joined paragraphs, lists, and what is left out."""

from __future__ import annotations

import pytest
from layouts import assert_exact, paths, read, report, values

from loaders.layout import layout


def test_markdown_headings_nest_by_their_signs() -> None:
    text = "# 泵业\n\n## 一、上游\n\n### 1.1 铸件\n\n铸件的价格平稳。\n\n## 二、中游\n\n整机的订单增加。\n"
    assert paths(text) == {
        "铸件的价格平稳。": ["泵业", "上游", "铸件"],
        "整机的订单增加。": ["泵业", "中游"],
    }
    assert [b.level for b in read(text).blocks if b.kind == "heading"] == [1, 2, 3, 2]


def test_headings_of_one_depth_nest_by_their_numbers() -> None:
    text = "#### 一、本体\n\n#### 核心部件\n\n- 泵体用铸铁。\n\n#### 二、供应链\n\n- 轴承靠进口。\n"
    assert paths(text) == {"泵体用铸铁。": ["本体", "核心部件"], "轴承靠进口。": ["供应链"]}


@pytest.mark.parametrize(
    "numbers",
    [
        ("一、", "（一）", "1.", "（1）"),
        ("第一章 ", "第一节 ", "一、", "（一）"),
        ("1 、", "1.1 ", "1.1.1 ", "（1）"),
        ("## ", "一、", "» 1.1 ", "1.1.1 "),
    ],
)
def test_numbers_tell_how_deep_a_heading_stands(numbers: tuple[str, ...]) -> None:
    names = ("水泵", "离心泵", "叶轮", "材料")
    text = "\n\n".join(number + name for number, name in zip(numbers, names, strict=True))
    (path,) = paths(f"{text}\n\n叶轮多用不锈钢铸造，少数用青铜。").values()
    assert path[-2:] == list(names[-2:])


def test_a_number_alone_belongs_to_the_title_below() -> None:
    text = "2.1\n\n阀门多路线并行，泵体突破瓶颈\n\n阀门的国产化率已经过半。\n\n2.2\n\n密封件\n\n密封件仍靠进口。\n"
    assert paths(text) == {
        "阀门的国产化率已经过半。": ["阀门多路线并行，泵体突破瓶颈"],
        "密封件仍靠进口。": ["密封件"],
    }


def test_a_title_above_a_new_count_opens_a_chapter() -> None:
    text = (
        "水泵\n\n1.1 现状\n\n水泵的产量平稳。\n\n展望\n\n明年会更好。\n\n"
        "阀门\n\n从进口到自产\n\n阀门过去靠进口。\n\n2.1 现状\n\n如今大多自产。\n"
    )
    assert paths(text) == {
        "水泵的产量平稳。": ["水泵", "现状"],
        "明年会更好。": ["水泵", "现状", "展望"],
        "阀门过去靠进口。": ["阀门", "从进口到自产"],
        "如今大多自产。": ["阀门", "从进口到自产", "现状"],
    }


def test_a_short_line_above_a_paragraph_is_a_heading_in_both_languages() -> None:
    text = (
        "Segment Information\n\nWe operate as two segments, pumps and valves.\n\n"
        "阀门圈地\n\n几家大厂已经把中小厂挤出了市场，剩下的只做维修。\n"
    )
    assert values(text) == [
        "heading Segment Information",
        "paragraph We operate as two segments, pumps and valves.",
        "heading 阀门圈地",
        "paragraph 几家大厂已经把中小厂挤出了市场，剩下的只做维修。",
    ]


def test_a_line_in_bold_alone_is_a_heading_under_the_marked_ones() -> None:
    text = "## 企业\n\n**甲泵业**\n\n甲泵业在江边设厂。\n\n**乙泵业**\n\n乙泵业在海边设厂。\n"
    assert paths(text) == {
        "甲泵业在江边设厂。": ["企业", "甲泵业"],
        "乙泵业在海边设厂。": ["企业", "乙泵业"],
    }


def test_the_words_of_a_picture_are_no_headings() -> None:
    text = "图：泵站\n\n进水口\n\n水从左边进来，经过格栅。\n\n资料来源：自绘\n\n泵站去年建成。\n"
    assert paths(text)["泵站去年建成。"] == []


def test_a_contents_page_is_left_out_and_names_the_headings() -> None:
    text = (
        "目录 CONTENTS\n\n一、水\n泵与阀：从铸造到装配\t03\n1.1 铸造\t03\n1.2 装配\t05\n"
        "管网：漏损与更新的账\t09\n2.1 漏损\t09\n\n"
        "泵与阀 从铸造到装配\n\n1.1 铸造\n\n铸造决定寿命。\n\n管网 漏损与更新的账\n\n2.1 漏损\n\n漏损率下降。\n"
    )
    assert paths(text) == {
        "铸造决定寿命。": ["泵与阀 从铸造到装配", "铸造"],
        "漏损率下降。": ["管网 漏损与更新的账", "漏损"],
    }
    assert any(text[start:end].startswith("1.1 铸造\t") for start, end in read(text).skipped)


def test_dots_before_page_numbers_make_a_contents_page() -> None:
    text = "".join(f"{n}. Chapter {n} ........ {n * 7}\n" for n in range(1, 7))
    assert values(text + "\nThe pumps are cast here.") == ["paragraph The pumps are cast here."]


def test_a_table_of_growing_numbers_is_no_contents_page() -> None:
    assert values("年份\t产量\n2021\t310\n2022\t420\n2023\t530\n2024\t640\n")[0].startswith("table")


WRAPPED = """泵站的改造从去年春天开始，施工单位先清理进水口，再更换老化的叶轮和轴承，并在控制室装上新的监测系
统，全部工程分三期完成，第一期已经在入汛之前验收，
第二期正在安装电机，
预计明年投产；第三期要等到管网更新之后，由甲泵业（600000）和乙阀门共同承担，两家公司都已签下供货协
议。
"""


def test_lines_broken_at_a_width_are_joined_without_a_space() -> None:
    long = "管网更新之后漏损率会明显下降，这一点已经由三座城市的试点证明，其余城市将在两年之内陆续跟上，"
    text = "\n\n".join([long[:-1] + "并且", "扩大范围。"] * 6)
    assert values(text) == [f"paragraph {long[:-1]}并且扩大范围。"] * 6


def test_latin_words_are_joined_with_one_space_and_hyphens_with_none() -> None:
    line = "The station was rebuilt in three steps, first the intake, then the pumps, the state-of-"
    text = "".join(
        f"{line}\nthe-art control room, and at last the pipes below the old town road.\n\n" * 5
    )
    assert values(text)[0] == (
        "paragraph The station was rebuilt in three steps, first the intake, then the pumps, the "
        "state-of-the-art control room, and at last the pipes below the old town road."
    )


def test_a_page_break_in_a_sentence_does_not_break_the_paragraph() -> None:
    first = "更换叶轮之后，泵站的效率提高了一成，耗电量随之下降，运行人员也从十二人减到五人，其余的人转到管网巡检，这个做法已经"
    text = f"{first}\n\n12\n\n在另外两座泵站推开。\n\n下一段另起。\n"
    assert values(text) == [f"paragraph {first}在另外两座泵站推开。", "paragraph 下一段另起。"]


def test_paragraphs_that_end_are_not_joined() -> None:
    assert values("泵站建成了。\n管网也更新了。\n") == [
        "paragraph 泵站建成了。",
        "paragraph 管网也更新了。",
    ]


def test_running_heads_keep_their_first_place_and_head_the_page_above() -> None:
    page = "\f{0}\n\n二、管网\n\n图 {1}\n\n资料来源：某院\n"
    text = "\f水泵的事已经说完。\n\n一、水泵\n\n" + "".join(
        page.format(f"第{n}段说的是管网的更新和漏损。", f"漏损{n}") for n in "甲乙丙"
    )
    found = paths(text)
    assert (
        found["第甲段说的是管网的更新和漏损。"]
        == found["第丙段说的是管网的更新和漏损。"]
        == ["管网"]
    )
    assert values(text).count("heading 管网") == 1


def test_sections_that_count_anew_are_no_running_heads() -> None:
    text = "".join(
        f"## {name}\n\n一、业绩\n\n业绩平稳。\n\n二、展望\n\n前景尚可。\n\n" for name in "甲乙丙"
    )
    assert [v for v in values(text) if v == "heading 业绩"] == ["heading 业绩"] * 3


@pytest.mark.parametrize("sign", ["-", "*", "•", "·", "●", "■", "ü", "◆", "➢"])
def test_bullets_begin_items(sign: str) -> None:
    gap = "" if sign in "•·●■◆➢" else " "
    text = f"两条路线：\n\n{sign}{gap}离心泵便宜。\n\n{sign}{gap}容积泵精确。它也更贵。\n"
    blocks = read(text).blocks
    assert [(b.kind, b.text.value, b.level) for b in blocks[1:]] == [
        ("item", "离心泵便宜。", 1),
        ("item", "容积泵精确。它也更贵。", 1),
    ]
    assert {b.intro.value for b in blocks[1:] if b.intro} == {"两条路线："}


def test_a_letter_is_a_bullet_only_where_many_lines_begin_with_it() -> None:
    bulleted = "p 水泵一路上涨。\n\np 阀门一路下跌。\n\np 管网没有变化。\n"
    assert values(bulleted)[0] == "item 水泵一路上涨。"
    assert values("p 值小于百分之五。\n\n这是显著的。\n")[0] == "paragraph p 值小于百分之五。"


@pytest.mark.parametrize("number", ["{0}. ", "{0}、", "{0})", "（{0}）", "({0}) "])
def test_numbers_begin_items_and_are_left_out(number: str) -> None:
    text = "".join(f"{number.format(n)}第{n}个泵站已经验收，运行平稳。\n" for n in (1, 2, 3))
    assert values(text) == [f"item 第{n}个泵站已经验收，运行平稳。" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "line",
    [
        "1.5 亿元投向泵站，其余投向管网。",
        "2024年泵站投产。",
        "3.2% 的漏损来自接头。",
        "10:30 开会。",
    ],
)
def test_quantities_are_no_numbers_of_items(line: str) -> None:
    assert values(line) == [f"paragraph {line}"]


def test_nested_items_know_the_items_above_them() -> None:
    text = "* **甲泵业 (JIA)**\n  * **离心泵**：\n    * 现状：已经量产。\n  * 产能：两万台。\n* **乙泵业**\n  * 地位：第二。\n"
    assert paths(text) == {
        "甲泵业 (JIA)": [],
        "离心泵：": ["甲泵业 (JIA)"],
        "现状：已经量产。": ["甲泵业 (JIA)", "离心泵："],
        "产能：两万台。": ["甲泵业 (JIA)"],
        "乙泵业": [],
        "地位：第二。": ["乙泵业"],
    }


def test_items_that_lost_their_indentation_stand_under_the_colon_above() -> None:
    text = (
        "- **离心泵**：\n\n- **原理**：靠叶轮。\n\n- **厂商**：\n\n- 甲泵业。\n\n- 乙泵业。\n\n"
        "- **容积泵**：\n\n- **原理**：靠活塞。\n\n- **厂商**：\n\n- 丙泵业。\n"
    )
    found = paths(text)
    assert found["甲泵业。"] == found["乙泵业。"] == ["离心泵：", "厂商："]
    assert found["丙泵业。"] == ["容积泵：", "厂商："]
    assert found["原理：靠活塞。"] == ["容积泵："]


def test_a_count_that_restarts_is_a_list_below() -> None:
    text = "1. 头部厂商引进了三条线：\n\n1. 甲厂引进铸造线；\n\n2. 乙厂引进装配线。\n\n2. 其余厂商观望。\n"
    blocks = read(text).blocks
    assert [b.level for b in blocks] == [1, 2, 2, 1]
    assert [b.intro.value if b.intro else "" for b in blocks[1:]] == [
        "头部厂商引进了三条线："
    ] * 2 + [""]


def test_a_list_goes_on_behind_a_paragraph() -> None:
    text = "ü 泵站的一句话。\n\n补充说明一句。\n\nü 管网的一句话。\n"
    assert [b.level for b in read(text).blocks] == [1, 0, 1]


def test_marks_of_a_renderer_are_no_part_of_the_words() -> None:
    text = "**重点**：[[甲泵业|甲]]与[乙阀门](https://b.example/x(1))合作，`型号`为*A*1[^2]，价格 5\\* 元&nbsp;左右<br>另议。\n"
    (block,) = read(text).blocks
    assert block.text.value == "重点：甲与乙阀门合作，型号为A1，价格 5* 元 左右\n另议。"
    start, end = block.text.span(block.text.value.index("乙"), block.text.value.index("合作"))
    assert text[start:end] == "乙阀门"


def test_signs_that_mean_themselves_stay() -> None:
    text = "效率 < 50% 且 a < b > c，面积 3 * 4 米，见[附录]与 <未注明>。\n"
    assert values(text) == [f"paragraph {text.strip()}"]


def test_a_bold_label_without_a_sign_behind_it_is_set_apart() -> None:
    assert values("**产量与销量**2024 年产量增加。\n") == ["paragraph 产量与销量 2024 年产量增加。"]


@pytest.mark.parametrize(
    "text",
    [
        "五、风险提示\n\np 需求不及预期。\n\np 竞争加剧。\n",
        "【免责声明】\n\n本材料只供参考，任何人不得据此操作。\n",
        "风险提示：需求不及预期。\n",
        "仅供内部参考，请勿外传\n",
        "> 以上各项不构成任何投资建议。\n",
        "扫描二维码，关注我们。\n",
        "第 3 页 共 20 页\n\n- 4 -\n\n5 / 20\n\n---\n\n燃\n\nVS\n",
        "---\ntitle: 泵业\ndate: 2024-01-01\n---\n",
    ],
)
def test_warnings_and_furniture_are_left_out_and_recorded(text: str) -> None:
    found = read(f"{text}\n")
    assert found.blocks == ()
    left = "".join(text[start:end] for start, end in found.skipped)
    assert "".join(left.split()) == "".join(text.split())


def test_a_section_of_warnings_ends_with_the_next_heading() -> None:
    text = "## 五、风险提示\n\n需求可能下降。\n\n## 六、附录\n\n泵站名单见下。\n"
    assert values(text) == ["heading 附录", "paragraph 泵站名单见下。"]


def test_bylines_of_a_post_are_left_out() -> None:
    text = "泵站往事\n\n原创\n\n张三\n\n江边笔记\n\n**作者 | 张三**编辑**| 李四**\n\n那一年江水很大。\n"
    assert values(text) == ["heading 泵站往事", "paragraph 那一年江水很大。"]


def test_title_date_and_publisher_are_those_of_the_report() -> None:
    given = report("泵站建成了。", "泵站").model_copy(update={"date": "2024", "publisher": "某院"})
    found = layout(given)
    assert (found.title, found.date, found.publisher) == ("泵站", "2024", "某院")


def test_joined_text_leads_back_across_its_line_breaks() -> None:
    found = read(WRAPPED)
    assert_exact(found, WRAPPED)
    text = found.blocks[0].text
    at = text.value.index("监测系统")
    start, end = text.span(at, at + 4)
    assert WRAPPED[start:end] == "监测系\n统"
    part = text.part(at, at + 4)
    assert (part.value, part.span(0, 4)) == ("监测系统", (start, end))


BROKER = """江河证券研究                                              行业深度
水泵深度：替代进入深水区

请务必阅读正文之后的免责声明部分

目    录
1. 概况：千亿市场 ................ 3
1.1. 水泵分为三类 ................ 3
1.2. 需求以工业为主 ................ 4

1. 概况：千亿市场
1.1. 水泵分为三类
    水泵输送液体，按原理可分为叶片泵、容积泵和其他类型的泵，其中叶片泵应用最广，占全部
产量的八成以上。据协会统计，去年的产量约为一亿三千万台，比前年增加四个点，出口占三
成。
    容积泵更精确，多用于化工和制药两个行业，也有一些用在食品厂和造纸厂的投料工序里，单
价是叶片泵的三倍。
敬请参阅最后一页特别声明                                        3
江河证券研究                                              行业深度
1.2. 需求以工业为主
    主要客户如下：
    （1）电力：主泵由甲泵业供应；
    （2）石化：乙阀门为三家炼厂供货。

免责声明
本报告只供客户使用。
"""


def test_a_report_set_in_pages_is_read_section_by_section() -> None:
    found = paths(BROKER)
    (leaf,) = (text for text in found if text.startswith("水泵输送"))
    assert leaf.endswith(
        "占全部产量的八成以上。据协会统计，去年的产量约为一亿三千万台，比前年增加四个点，出口占三成。"
    )
    assert found[leaf][-2:] == ["概况：千亿市场", "水泵分为三类"]
    assert found["电力：主泵由甲泵业供应；"][-2:] == ["概况：千亿市场", "需求以工业为主"]
    items = [block for block in read(BROKER).blocks if block.kind == "item"]
    assert {item.intro.value for item in items if item.intro} == {"主要客户如下："}
    assert not any("声明" in text for text in found)


def test_chapters_stand_above_all_other_numbers() -> None:
    text = "一、总则\n\n本办法适用于泵站。\n\n第二章 附则\n\n本办法自公布之日起施行。\n"
    assert paths(text)["本办法自公布之日起施行。"] == ["附则"]


def test_fields_of_a_form_are_no_headings() -> None:
    assert values("地点：江边会议室\n\n一、情况\n\n泵站平稳。\n")[0] == "paragraph 地点：江边会议室"


def test_a_diagram_in_a_fence_is_neither_joined_nor_a_heading() -> None:
    text = "```\n上游：铸件  →  中游：整机\n  └ 轴承\n```\n\n图后面还有一段话。\n"
    assert [b.kind for b in read(text).blocks] == ["paragraph"] * 3


@pytest.mark.parametrize(
    "line", ["2024.3.1 甲泵业投产", "甲泵业成立于2024年3月1日", "2024年3月1日，甲泵业投产。"]
)
def test_a_dated_fact_at_the_top_is_no_dateline(line: str) -> None:
    assert values(f"水泵大事\n\n{line}\n\n此后订单增加，厂房也扩建了一倍。\n")[1].endswith(line)
    assert "江河日报" not in "".join(
        values("水泵大事\n\n江河日报 2024-03-01 09:30\n\n订单增加。\n")
    )


def test_a_numbered_title_is_a_heading_where_its_whole_count_is_titles() -> None:
    text = "Second part\n-----------\n\n1. First step\n\nCast the case.\n\n2. Second step:\n\n- clean it\n- paint it\n"
    assert paths(text) == {
        "Cast the case.": ["Second part", "First step"],
        "clean it": ["Second part", "Second step:"],
        "paint it": ["Second part", "Second step:"],
    }
    listed = "## 部件\n\n1. 叶轮\n\n叶轮用青铜。\n\n2. 轴承靠进口，密封件也靠进口。\n"
    assert "item 叶轮" in values(listed)


def test_lines_of_a_form_are_neither_joined_nor_headings() -> None:
    form = "公司名称：甲泵业\n主营业务：泵与阀门\n主要客户：\n某水务集团、某电厂\n"
    assert values(form) == [f"paragraph {line}" for line in form.split()]


def test_a_post_s_origin_is_left_out_below_its_title() -> None:
    text = "泵业中标\n\n来源：江河日报　　作者：张三\n2024-05-06 10:30\n\n　　甲泵业中标了主泵项目。\n　　这是首次。\n责任编辑：李四\n"
    assert values(text) == [
        "heading 泵业中标",
        "paragraph 甲泵业中标了主泵项目。",
        "paragraph 这是首次。",
    ]


def test_boxes_of_a_task_list_are_no_words() -> None:
    assert values("- [ ] cast the case\n- [x] paint it\n") == [
        "item cast the case",
        "item paint it",
    ]


def test_headings_may_count_without_dots() -> None:
    text = "# 泵业\n\n## 1 上游\n\n铸件涨价。\n\n## 2 中游\n\n整机降价。\n"
    assert paths(text) == {"铸件涨价。": ["泵业", "上游"], "整机降价。": ["泵业", "中游"]}
    assert paths("## 3 大趋势\n\n泵更小了。\n") == {"泵更小了。": ["3 大趋势"]}
