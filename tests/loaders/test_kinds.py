"""What a text says is a kind of what: lists, brackets, levels, names with their noun, labels."""

from __future__ import annotations

import pytest
from telling import said, seconds_of


def kinds_in(text: str) -> set[tuple[str, str]]:
    """What a text says is a kind of what."""
    return {(s, o) for s, predicate, o in said(text) if predicate == "TYPE_OF"}


SUCH = [
    ("鲸落、Tern 4等雾凇模型进步明显。", {("鲸落", "雾凇模型"), ("Tern 4", "雾凇模型")}),
    (
        "国内同步布局滤波膜、Zorbit、衍射片等先进光学组件。",
        {("滤波膜", "先进光学组件"), ("Zorbit", "先进光学组件"), ("衍射片", "先进光学组件")},
    ),
    ("减震阀（如磁流变阀、气动阀）价格上涨。", {("磁流变阀", "减震阀"), ("气动阀", "减震阀")}),
    (
        "以Kestrel 2、Merlin 3为代表的闭源模型领先。",
        {("Kestrel 2", "闭源模型"), ("Merlin 3", "闭源模型")},
    ),
]


@pytest.mark.parametrize(("text", "kinds"), SUCH)
def test_a_list_names_members_and_their_kind(text: str, kinds: set[tuple[str, str]]) -> None:
    assert kinds_in(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "凌渊精密、赫星汽车等齿轮厂商扩产。",
        "公司在散热片、阀门等领域布局。",
        "面对散热片、阀门等上百种零件的需求，供应不足。",
        "散热片、阀门等产品高端封装需求上升。",
    ],
)
def test_what_closes_a_list_is_not_always_its_kind(text: str) -> None:
    assert kinds_in(text) == set()


def test_whose_a_member_is_is_no_part_of_it() -> None:
    found = kinds_in("砚山材料QX9树脂、赫星汽车TR7树脂等国产树脂方案成熟。")
    assert {member for member, _ in found} == {"QX9树脂", "TR7树脂"}


def test_a_bracket_says_what_a_product_is() -> None:
    assert ("Nimbus-2", "桌面智能体") in kinds_in("赫星汽车发布Nimbus-2（桌面智能体）。")
    assert kinds_in("符合 QX-RB（粗粒度复用协议）的模块。") == set()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("K4/K5级覆铜板涨价。", {("K4", "覆铜板"), ("K5", "覆铜板")}),
        ("L7级自动驾驶巴士试点。", {("L7", "自动驾驶")}),
        ("700G和2.4T光模块放量。", {("700G光模块", "光模块"), ("2.4T光模块", "光模块")}),
        ("目前有 128GB 光模块样品。", set()),
    ],
)
def test_levels_and_speeds_tell_kinds_apart(text: str, kinds: set[tuple[str, str]]) -> None:
    assert kinds_in(text) == kinds


def test_numbered_names_belong_to_the_family_that_is_named_alone() -> None:
    text = "低糙铜箔（ZVLQ）壁垒高。\n\nZVLQ 用于背板，ZVLQ3 正在验证。"
    assert ("ZVLQ3", "低糙铜箔") in kinds_in(text)
    assert kinds_in("ZVLQ3 正在验证，ZVLQ4 还早。") == set()


def test_a_noun_behind_a_name_says_what_it_is() -> None:
    assert kinds_in("园区部署了36颗Heron GPU。") == {("Heron", "GPU")}
    assert kinds_in("公司扩建Sable与Wren CPU系列。") == {("Sable", "CPU"), ("Wren", "CPU")}
    assert kinds_in("它是一家Fabloid服务器制造企业。") == set()


def test_what_ends_in_a_label_is_a_kind_of_it() -> None:
    assert kinds_in("树脂方面，新板转向介电更优的茚烯树脂(YNR)。") == {("茚烯树脂", "树脂")}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("减震阀分磁流变阀和气动阀，价格上涨。", {("磁流变阀", "减震阀"), ("气动阀", "减震阀")}),
        ("减震阀按驱动方式可分为电控式（如QRA、QRB）和气动式。",
         {("电控式", "减震阀"), ("气动式", "减震阀"), ("QRA", "电控式"), ("QRB", "电控式")}),
        ("车用阀片包括单层和双层阀片两种类型。", {("单层阀片", "车用阀片"), ("双层阀片", "车用阀片")}),
        ("减震阀是重型阀，分铸铁阀和铝制阀，比较重。",
         {("铸铁阀", "减震阀"), ("铝制阀", "减震阀")}),
        (
            "减震阀的实现方式主要有电控阀、气动阀两条路线。",
            {("电控阀", "减震阀"), ("气动阀", "减震阀")},
        ),
        (
            "减震阀大体分电控阀、气动阀。",
            {("电控阀", "减震阀"), ("气动阀", "减震阀")},
        ),
        ("公司业务分为研发和销售两类。", set()),
    ],
)  # fmt: skip
def test_what_is_divided_has_kinds(text: str, kinds: set[tuple[str, str]]) -> None:
    assert kinds <= kinds_in(text)
    assert bool(kinds) == bool(kinds_in(text))


@pytest.mark.parametrize("piece", ["甲类膜、", "Ab1 ", "如甲膜、", "K4/K5", "膜（如甲"])
def test_a_long_line_takes_no_long_time(piece: str) -> None:
    assert seconds_of(said, piece, 40_000) < 4 * seconds_of(said, piece, 20_000) + 0.5


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("气动阀（PV, Pneumatic valve），是以压缩空气为动力，替代人工的减震阀。", {("气动阀", "减震阀")}),
        ("气动阀和磁流变阀是两种减震阀。", {("气动阀", "减震阀"), ("磁流变阀", "减震阀")}),
        ("气动阀是整车的核心减震阀。", set()),
        ("集团建成数据中心 Sablehall和Wrenfield。", {("Sablehall", "数据中心"), ("Wrenfield", "数据中心")}),
        ("团队运营“青梧二号”星座。", {("青梧二号", "星座")}),
        ("青梧三号运载火箭首飞。", {("青梧三号", "运载火箭")}),
        ("该系统“卡脖子”依托大模型突破。", set()),
    ],
)  # fmt: skip
def test_definitions_and_nouns_say_what_things_are(text: str, kinds: set[tuple[str, str]]) -> None:
    assert kinds_in(text) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("看好气动阀、磁流变阀与Zorbit valve三类减震阀。",
         {("气动阀", "减震阀"), ("磁流变阀", "减震阀"), ("Zorbit valve", "减震阀")}),
        ("看好气动阀与磁流变阀两个方向成为率先量产的减震阀。",
         {("气动阀", "减震阀"), ("磁流变阀", "减震阀")}),
        ("气动阀、磁流变阀与滑阀两类减震阀。", set()),  # it counts others
        ("屏蔽材料（高硼钢、钨硼钢）涨价。", {("高硼钢", "屏蔽材料"), ("钨硼钢", "屏蔽材料")}),
        ("遵循QXIe、ZXL等开放标准。", {("QXIe", "开放标准"), ("ZXL", "开放标准")}),
        ("气动阀：响应快，如德国 QV-7 装置、Zorbit 2。", {("QV-7 装置", "气动阀"), ("Zorbit 2", "气动阀")}),
        ("介入式技术（三类医疗器械）推进慢。", {("介入式技术", "三类医疗器械")}),
        ("滑阀芯片包括平面式和立式类型，转阀芯片有 QPN、ZPD 等。",
         {("平面式", "滑阀芯片"), ("立式", "滑阀芯片"), ("QPN", "转阀芯片"), ("ZPD", "转阀芯片")}),
        ("KX7 级覆铜板配甲布，KX8 级尚早。", {("KX7", "覆铜板"), ("KX8", "覆铜板")}),
    ],
)  # fmt: skip
def test_lists_that_are_counted_or_in_brackets(text: str, kinds: set[tuple[str, str]]) -> None:
    assert kinds_in(text) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "砚山材料引进 YJ509（CD9 ADC）、YJ610（LAG7 ADC）。",
            {("YJ509", "CD9 ADC"), ("YJ610", "LAG7 ADC")},
        ),
        ("砚山材料 CD9/LAG7 双抗（YJ402）进入 III 期临床。", {("YJ402", "CD9/LAG7 双抗")}),
        ("砚山材料 CD9 单抗 YJ402 进入 III 期临床。", {("YJ402", "CD9 单抗")}),
        ("砚山材料 YJ30（CD9/GRP）获批。", {("YJ30", "CD9/GRP")}),
        ("赫星汽车从砚山材料引进伐托利单抗（CD9）。", {("伐托利单抗", "CD9")}),
    ],
)
def test_a_bracket_says_what_a_drug_acts_on(text: str, kinds: set[tuple[str, str]]) -> None:
    assert kinds <= kinds_in(text)


def test_only_of_a_drug_a_bracket_holds_targets() -> None:
    assert kinds_in("赫星汽车 YJ300（SXM/PCIe）开售。") == set()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("普通板（单面、厚芯多层）降价。", {("单面板", "普通板"), ("厚芯多层板", "普通板")}),
        ("高端织布（凯丝布/芦纤布）涨价。", {("凯丝布", "高端织布"), ("芦纤布", "高端织布")}),
        ("厚芯板（服务器/背板）涨价。", set()),
    ],
)
def test_a_bracket_lists_what_a_class_of_things_has(text: str, kinds: set[tuple[str, str]]) -> None:
    assert {k for k in kinds_in(text) if k[1] in text} == kinds


def test_a_cell_that_names_things_lists_kinds_as_a_sentence_does() -> None:
    rows = "| 环节 | 壁垒 |\n|---|---|\n| 高速覆铜板（K8/K9） | 认证 |\n| 滤波膜等耗材 | 涂层 |\n"
    found = kinds_in(rows)
    assert ("K8", "高速覆铜板") in found
    assert ("滤波膜", "耗材") in found


OUTLINE = """# 研究

## 油基冷却液

- **矿物油**：成本低。
- **合成油**：稳定。
- **优点**：便宜。

## 水基冷却液

- **优点**：比热大。

## 磁体系统

- **环向磁体**：约束。
- **极向磁体**：成形。

## 浸没式液冷

- **单相浸没**：沸点高。
- **相变浸没**：沸点低。
- **泵**：循环。
"""


def test_parts_of_a_section_on_a_kind_are_named_for_its_kinds() -> None:
    found = {k for k in kinds_in(OUTLINE) if k[0] != k[1]}
    assert {("矿物油", "油基冷却液"), ("合成油", "油基冷却液")} <= found
    assert not {"优点", "泵"} & {member for member, _ in found}
    assert "磁体系统" not in {whole for _, whole in found}


def test_a_heading_that_says_that_kinds_follow_may_have_other_parts_too() -> None:
    text = "## 主流液冷技术路径\n\n### 技术对比\n\n各有长短。\n\n### 冷板式液冷\n\n成熟。\n\n### 浸没式液冷\n\n高效。\n"
    assert kinds_in(text) >= {("冷板式液冷", "液冷"), ("浸没式液冷", "液冷")}
    assert "技术对比" not in {member for member, _ in kinds_in(text)}


def test_a_compound_has_a_kind_where_it_is_made_and_none_where_it_is_a_part() -> None:
    assert ("柔性背板", "背板") in kinds_in("赫星汽车推出柔性背板。")
    assert kinds_in("赫星汽车的机柜采用柔性背板。") == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("凯瑞肽注射液获批上市，成为国产第二款促醒药物。", ("凯瑞肽注射液", "促醒药物")),
        ("在封装领域，QoWar 是新一代封装技术。", ("QoWar", "封装技术")),
        ("Zorix 是业界首款单片式激光芯片。", ("Zorix", "单片式激光芯片")),
        ("Zorix 则是远程独立的激光器。", ("Zorix", "激光器")),
    ],
)
def test_a_later_clause_says_what_a_thing_is(text: str, kind: tuple[str, str]) -> None:
    assert kind in kinds_in(text)


def test_what_a_thing_will_be_is_planned() -> None:
    found = said("Zorix 样机已完成，将成为国内首款单片式激光芯片。")
    assert found["Zorix 样机", "TYPE_OF", "单片式激光芯片"][0] == "planned"


def test_a_part_played_in_something_is_no_kind() -> None:
    assert kinds_in("Zorix 获批，成为光模块的核心部件。") == set()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mirado 燃料电池汽车上市。", {("Mirado", "燃料电池汽车")}),
        ("Mirado多波长光源发布。", {("Mirado", "多波长光源")}),
        ("K8 全系列树脂量产。", set()),
        ("Mirado通用榜大模型榜单发布。", set()),
        ("公司为 Mirado 5 制造芯片。", set()),
    ],
)
def test_a_name_goes_before_the_whole_of_its_noun(text: str, kinds: set[tuple[str, str]]) -> None:
    assert {k for k in kinds_in(text) if k[0].startswith(("Mirado", "K8"))} == kinds


def test_an_abbreviation_behind_a_word_is_a_noun_and_may_be_its_other_name() -> None:
    assert ("高阶 HDI", "HDI板") in kinds_in("赫星汽车推出高阶 HDI。")
    assert kinds_in("赫星汽车推出覆铜板 CCL。") == set()


def test_where_a_thing_comes_from_makes_no_kind_of_it() -> None:
    assert kinds_in("赫星汽车推出韩国协作机器人和协作机器人。") <= {("协作机器人", "机器人")}


def test_a_list_on_two_things_has_no_kinds_of_the_first() -> None:
    text = "## 气动阀与电动阀技术方案\n\n- 气动阀：压力高。\n- 电动阀：响应快。\n"
    assert ("电动阀", "气动阀") not in kinds_in(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("陶瓷轴承收入占比为20.2%，轴承行业平稳。", ("陶瓷轴承", "轴承")),
        ("粗饲料占 30%，饲料成本占 70%。", ("粗饲料", "饲料")),
    ],
)
def test_what_is_measured_is_a_kind_of_what_its_name_ends_in(
    text: str, kind: tuple[str, str]
) -> None:
    assert kind in kinds_in(text)


@pytest.mark.parametrize("text", ["瞬时关节峰值功率为 14 W。", "磨床和轴承占比为 8%。"])
def test_how_something_is_measured_makes_no_kind_of_it(text: str) -> None:
    assert not kinds_in(text)


def test_a_variant_is_a_kind_of_what_its_name_goes_on_from() -> None:
    text = "凌渊精密推出芯片Lumox。赫星汽车推出芯片Lumox-R。"
    assert ("Lumox-R", "Lumox") in kinds_in(text)


def test_a_short_noun_before_a_name_says_what_it_is() -> None:
    assert ("Lumo-1", "卫星") in kinds_in("凌渊精密将首颗卫星Lumo-1送入太空。")


def test_a_bracket_lists_what_a_class_of_two_words_holds() -> None:
    found = kinds_in("粗饲料（稻秆、麦麸）占 30%。")
    assert {("稻秆", "粗饲料"), ("麦麸", "粗饲料")} <= found


@pytest.mark.parametrize(
    "text", ["系统有滤波膜、衍射片等模块。", "以Kestrel 2、Merlin 3为代表的架构创新领先。"]
)
def test_a_word_for_any_part_is_no_kind(text: str) -> None:
    assert not kinds_in(text)
