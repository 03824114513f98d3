"""Where things are applied: sentences of our own, with companies that do not exist."""

from __future__ import annotations

import pytest
from telling import LEGAL, said, seconds_of


def fields(text: str) -> set[tuple[str, str]]:
    """Who or what is active in which field."""
    return {(s, o) for s, relation, o in said(text) if relation == "ACTIVE_IN"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("谐波减速器在焊接、喷涂和分拣等场景的渗透正在加快。", {"焊接", "喷涂", "分拣"}),
        ("谐波减速器已嵌入到焊接、分拣等核心流程，成为标准部件。", {"焊接", "分拣"}),
        ("谐波减速器体积小，适用于康复、养老等领域。", {"康复", "养老"}),
        ("谐波减速器应用场景已深入养老、巡检等环节。", {"养老", "巡检"}),
        ("物流、养老等领域已开始验证谐波减速器的价值。", {"物流", "养老"}),
        ("物流、养老等领域已开始验证谐波减速器价值。", {"物流", "养老"}),
    ],
)
def test_a_list_of_fields_is_where_something_is_applied(text: str, what: set[str]) -> None:
    assert {o for s, o in fields(text) if s == "谐波减速器"} == what


def test_a_clause_without_a_subject_is_about_the_company_of_the_one_before() -> None:
    text = f"凌渊精密产品覆盖三个系列，应用于物流、养老等领域。\n凌渊精密{LEGAL}"
    assert {("凌渊精密", "物流"), ("凌渊精密", "养老")} <= fields(text)


def test_a_sentence_that_only_lists_scenes_is_about_its_heading() -> None:
    text = "# 谐波减速器：从样品到量产\n\n潜力最大，场景涵盖养老、巡检等。\n"
    assert {("谐波减速器", "养老"), ("谐波减速器", "巡检")} <= fields(text)


def test_what_a_list_closes_with_decides_that_it_is_one_of_fields() -> None:
    found = said("谐波减速器主要应用于数控机床、网络处理器等领域。")
    assert ("谐波减速器", "ACTIVE_IN", "网络处理器") in found
    assert ("谐波减速器", "PART_OF", "网络处理器") not in found


@pytest.mark.parametrize(
    "text",
    [
        "国内公司有望在三代布实现切入，在谐波减速器领域实现突破。",
        "谐波减速器在2031年、2032年等关键环节实现提升。",
        "谐波减速器在杭州、苏州等市场落地。",
        "谐波减速器满足不同客户的需求。",
    ],
)
def test_times_places_and_clauses_are_no_fields(text: str) -> None:
    assert not fields(text)


def test_what_is_only_planned_stays_planned() -> None:
    found = said("谐波减速器将在养老、巡检等领域落地。")
    assert found[("谐波减速器", "ACTIVE_IN", "养老")][0] == "planned"


@pytest.mark.parametrize("piece", ["在", "应用于", "、等领域", "在电、"])
def test_reading_fields_takes_no_longer_than_the_text_grows(piece: str) -> None:
    assert seconds_of(said, piece, 8000) < 3


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("凌渊精密的收入主要来自数据中心与工业测控。", "工业测控"),
        ("凌渊精密总营收创新高，信息通信业务表现亮眼。", "信息通信"),
        ("赫星汽车以41.5%的市场份额稳居中国干线物流榜首。", "干线物流"),
        ("赫星汽车专注于海上发射。", "海上发射"),
    ],
)
def test_what_a_company_lives_on_is_its_field(text: str, what: str) -> None:
    company = "赫星汽车" if "赫星" in text else "凌渊精密"
    assert (company, what) in fields(text)


def test_what_a_company_makes_is_no_field_of_it() -> None:
    assert not fields("凌渊精密专注于谐波减速器。")


def test_who_does_something_in_a_section_works_in_its_field() -> None:
    text = (
        "# 脑机接口：从样品到产品\n\n凌渊精密、赫星汽车等已启动临床。据砚山材料介绍，前景良好。\n"
    )
    found = fields(text)
    assert {("凌渊精密", "脑机接口"), ("赫星汽车", "脑机接口")} <= found
    assert ("砚山材料", "脑机接口") not in found


def test_who_did_something_there_once_is_of_the_past() -> None:
    found = said("# 脑机接口：从样品到产品\n\n凌渊精密曾主导市场。\n")
    assert found[("凌渊精密", "ACTIVE_IN", "脑机接口")][0] == "past"


def test_the_first_scene_is_followed_by_others() -> None:
    text = "谐波减速器最先落地的场景，一定是工业装配。其次是一些民用场景，比如养老与护理。\n"
    assert {("谐波减速器", f) for f in ("工业装配", "养老", "护理")} <= fields(text)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("谐波减速器是工业装配的关键部件。", "谐波减速器", "工业装配"),
        ("空心光缆成为数据中心互联的首选方案。", "空心光缆", "数据中心互联"),
        ("数据中心用空心光缆供不应求。", "空心光缆", "数据中心"),
        ("凌渊精密成立于本世纪，医疗、农业和能源都有涉及。", "凌渊精密", "农业"),
        ("凌渊精密的轴承业务（包含商业航天与风电）占比上升。", "凌渊精密", "风电"),
        ("谐波减速器作为通用部件可兼容多场景，包括工业装配等应用。", "谐波减速器", "工业装配"),
        ("卫星通信的核心在于相控天线。", "相控天线", "卫星通信"),
        ("全球核电利用主要以铅铋反应堆为主。", "铅铋反应堆", "核电"),
        ("凌渊精密是全球最大的半导体供应商。", "凌渊精密", "半导体"),
        ("凌渊精密在商业测控领域位居全球第一。", "凌渊精密", "商业测控"),
        ("凌渊精密提供芯片设计服务。", "凌渊精密", "芯片设计"),
        ("凌渊精密的核心业务覆盖特种通信与工业测控。", "凌渊精密", "工业测控"),
        ("谐波减速器成熟，巡检、分拣等场景落地快。", "谐波减速器", "分拣"),
        ("凌渊精密具有芯片设计领先优势。", "凌渊精密", "芯片设计"),
        ("赫星汽车通过收购凌渊精密切入光通信市场。", "赫星汽车", "光通信"),
        ("谐波减速器市场由凌渊精密主导。", "凌渊精密", "谐波减速器"),
        ("卫星制造企业凌渊精密、赫星汽车扩产。", "赫星汽车", "卫星制造"),
        ("凌渊精密、赫星汽车等卫星制造企业扩产。", "凌渊精密", "卫星制造"),
    ],
)  # fmt: skip
def test_a_clause_says_where_somebody_or_something_is_at_work(
    text: str, who: str, what: str
) -> None:
    assert (who, what) in fields(text)


def test_labels_below_a_heading_on_uses_are_fields() -> None:
    text = "# 脑机接口\n\n## 应用前景\n\n- 医疗（基本盘）：最早放量。\n- 教育：在探索。\n- 市场规模：数十亿元。\n"
    assert {o for s, o in fields(text) if s == "脑机接口"} == {"医疗", "教育"}


def test_rows_for_fields_are_those_of_the_section() -> None:
    text = "# 脑机接口\n\n| 适应症 | 患者数 |\n|---|---|\n| 失语 | 3000 |\n| 偏瘫 | 5000 |\n"
    assert {("脑机接口", "失语"), ("脑机接口", "偏瘫")} <= fields(text)


@pytest.mark.parametrize(
    "text",
    [
        "# 脑机接口：从样品到产品\n\n凌渊精密发布的报告认为，前景良好。\n",
        "# 谐波减速器\n\n赫星汽车：采用该部件完成三款新车。\n",
        "# 脑机接口\n\n凌渊精密并非唯一布局者。\n",
    ],
)
def test_who_speaks_of_a_field_or_buys_there_does_not_work_in_it(text: str) -> None:
    assert not fields(text)


def test_shares_and_needs_are_those_of_the_section() -> None:
    text = "# 脑机接口\n\n据调研，医疗方向占比约六成，消费、教育等非医疗行业合计约四成。\n"
    assert {o for s, o in fields(text) if s == "脑机接口"} == {"医疗", "消费", "教育"}
    text = "# 脑机接口\n\n刚性需求包括：运动重建（针对瘫痪）、感觉补偿（针对失聪）。\n"
    assert {("脑机接口", "运动重建"), ("脑机接口", "感觉补偿")} <= fields(text)


def test_a_remark_between_a_thing_and_its_use_is_passed_over() -> None:
    text = "谐波减速器采用特种钢材，低噪 / 低耗，用于手术台等对精度要求高的领域。"
    assert ("谐波减速器", "手术台") in fields(text)


def test_what_a_chain_covers_is_no_field_of_it() -> None:
    assert not fields("人形机器人产业链覆盖减速器、电机等领域。")


def test_a_long_heading_that_only_mentions_an_industry_is_not_about_it() -> None:
    assert not fields("# 人工智能芯片与液冷\n\n凌渊精密已量产三款部件。\n")
    assert ("凌渊精密", "人工智能") in fields("# 人工智能行业观察\n\n凌渊精密已量产三款部件。\n")


def test_what_is_the_first_scene_is_one_of_the_section() -> None:
    text = "# 人形机器人\n\n汽车工厂、仓储物流是首要落地场景。\n"
    assert {("人形机器人", "汽车工厂"), ("人形机器人", "仓储物流")} <= fields(text)


def test_a_share_of_a_market_is_no_field() -> None:
    assert not fields("# 谐波减速器\n\n特种轴承市场占有率三成左右。\n")


def test_what_a_company_makes_is_at_work_in_the_field_of_its_table() -> None:
    text = "# 人形机器人\n\n| 企业 | 核心产品 |\n|---|---|\n| 凌渊精密 | Lumo-7 |\n| 赫星汽车 | HX-2 |\n"
    assert {("Lumo-7", "人形机器人"), ("HX-2", "人形机器人")} <= fields(text)


def test_a_column_of_uses_speaks_of_the_products_of_its_row() -> None:
    text = "| 企业 | 产品 | 应用 |\n|---|---|---|\n| 凌渊精密 | LY-7、LY-9 | 物流、养老 |\n"
    assert {("LY-7", "物流"), ("LY-9", "养老")} <= fields(text)


def test_of_several_products_and_fields_none_is_anothers() -> None:
    text = "| 企业 | 产品 | 领域 |\n|---|---|---|\n| 凌渊精密 | LY-7、LY-9 | 物流、养老 |\n"
    assert not {s for s, _ in fields(text)} & {"LY-7", "LY-9"}


@pytest.mark.parametrize(
    "line",
    [
        "凌渊精密、赫星汽车毛利率分别提升2pct、3pct。",
        "凌渊精密（+8.05%）、赫星汽车（+4.4%）等涨幅领先。",
        "·相关公司凌渊精密、赫星汽车。",
        "凌渊精密（谐波减速器）、赫星汽车（整机）；",
    ],
)
def test_figures_and_bare_lists_name_the_companies_of_a_field(line: str) -> None:
    found = fields(f"# 人形机器人行业周报\n\n## 公司\n\n{line}")
    assert {("凌渊精密", "人形机器人"), ("赫星汽车", "人形机器人")} <= found


def test_partners_that_are_listed_do_not_work_in_the_field() -> None:
    assert not fields("# 人形机器人行业周报\n\n## 公司\n\n合作方：凌渊精密、赫星汽车。")


def test_the_sector_of_a_sentence_goes_before_that_of_its_section() -> None:
    text = "# 人形机器人行业周报\n\n6月储能板块上涨，凌渊精密（+8.05%）、赫星汽车（+4.4%）领涨。"
    assert fields(text) == {("凌渊精密", "储能"), ("赫星汽车", "储能")}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("凌渊精密是全球城市空中交通领军企业。", {"城市空中交通"}),
        ("凌渊精密是全球第二大激光雷达厂商，产品线齐全。", {"激光雷达"}),
        ("凌渊精密是海上救援领域的先行者。", {"海上救援"}),
        ("凌渊精密在海上救援领域技术储备深厚。", {"海上救援"}),
        ("凌渊精密在医疗影像上有深厚积累。", {"医疗影像"}),
        ("凌渊精密从汽车切入储能/物流，今年放量。", {"汽车", "储能", "物流"}),
        ("凌渊精密主要服务汽车制造、物流等行业客户。", {"汽车制造", "物流"}),
        ("凌渊精密为金融、医疗等行业提供解决方案。", {"金融", "医疗"}),
        ("凌渊精密业务覆盖医疗、教育和物流。", {"医疗", "教育", "物流"}),
        ("凌渊精密赋能汽车制造。", {"汽车制造"}),
    ],
)
def test_how_a_company_is_billed_says_its_field(text: str, what: set[str]) -> None:
    assert {o for s, o in fields(text) if s == "凌渊精密"} == what


@pytest.mark.parametrize("text", ["凌渊精密是一家上市公司。", "凌渊精密的前身是赫星服务商。"])
def test_not_every_company_that_is_something_leads_a_field(text: str) -> None:
    assert not fields(text)


def test_in_a_cell_a_clause_without_a_name_is_about_its_row() -> None:
    text = "| 企业 | 备注 |\n|---|---|\n| 凌渊精密 | 赫星汽车旗下，全球第二大激光雷达厂商 |\n"
    assert {s for s, o in fields(text) if o == "激光雷达"} == {"凌渊精密"}


def test_what_a_field_drives_the_need_of_is_applied_there() -> None:
    found = fields("数据中心建设带动谐波减速器/空心光缆需求增长。")
    assert found == {("谐波减速器", "数据中心"), ("空心光缆", "数据中心")}


def test_headings_state_where_something_is_applied() -> None:
    assert ("谐波减速器", "养老") in fields("# 谐波减速器广泛应用于养老、巡检等领域\n\n无。")


@pytest.mark.parametrize(
    "text",
    [
        "手术导航方面，凌渊精密、赫星汽车进展较快。",
        "手术导航领域：凌渊精密、赫星汽车。",
        "凌渊精密、赫星汽车均发力手术导航。",
    ],
)
def test_a_field_is_that_of_all_the_companies_of_a_list(text: str) -> None:
    assert {("凌渊精密", "手术导航"), ("赫星汽车", "手术导航")} <= fields(text)


def test_what_a_clause_before_some_names_measures_is_no_field() -> None:
    assert not fields("产能方面，凌渊精密、赫星汽车进展较快。")


@pytest.mark.parametrize(
    "text", ["凌渊精密产品终端应用于汽车、医疗。", "凌渊精密下游客户主要为汽车、医疗。"]
)
def test_a_company_works_where_its_products_and_customers_are(text: str) -> None:
    assert {("凌渊精密", "汽车"), ("凌渊精密", "医疗")} <= fields(text)


def test_what_only_this_report_calls_by_a_name_is_at_work_where_its_maker_is() -> None:
    found = fields("# 低空经济行业周报\n\n凌渊精密研发微气象感知塔、低空经济平台。\n")
    assert {s for s, o in found if o == "低空经济"} == {"凌渊精密", "微气象感知塔"}


def test_who_makes_something_in_a_section_works_in_its_industry() -> None:
    text = "# 商业航天行业周报\n\n无论是凌渊精密的“赤霄”发动机，还是赫星汽车的“海陵”发动机，都需要铜。\n"
    assert {("凌渊精密", "商业航天"), ("赫星汽车", "商业航天")} <= fields(text)


@pytest.mark.parametrize(
    "text",
    [
        "# 商业航天行业周报\n\n两家工厂的产线已适配凌渊精密的LY-7芯片。\n",
        "# 商业航天芯片与铜材\n\n无论是凌渊精密的“赤霄”发动机，都需要铜。\n",
    ],
)
def test_who_is_spoken_of_for_others_sake_does_not_work_there(text: str) -> None:
    assert ("凌渊精密", "商业航天") not in fields(text)


def test_a_clause_of_its_own_on_a_field_is_not_about_the_company_before() -> None:
    assert not fields("由于凌渊精密扩产谨慎，国内公司有望加速，在海上救援领域实现突破。")
    assert fields("竞争格局：在海上救援领域，凌渊精密的产品有优势。") == {("凌渊精密", "海上救援")}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("区域乳企（如凌渊精密、赫星汽车）扩产。", "乳制品"),
        ("凌渊精密、赫星汽车 等云厂商上调开支。", "云计算"),
        ("台湾的印刷电路厂商凌渊精密、赫星汽车建厂。", "印刷电路"),
        ("矿业巨头凌渊精密和赫星汽车涨价。", "矿业"),
        ("凌渊精密、赫星汽车等外资谐波减速器龙头扩产。", "谐波减速器"),
    ],
)
def test_firms_work_in_what_they_are_called_after(text: str, what: str) -> None:
    assert {o for s, o in fields(text) if s in ("凌渊精密", "赫星汽车")} == {what}


@pytest.mark.parametrize(
    "text", ["主要供应商包括凌渊精密。", "凌渊精密、赫星汽车等国内公司。", "民营企业凌渊精密扩产。"]
)
def test_firms_called_after_where_or_how_they_are_work_in_no_field(text: str) -> None:
    assert not fields(text)


def test_one_list_of_uses_names_things_of_one_sort() -> None:
    told = said("## 空心波导\n\n- 应用：机器人、可穿戴设备、边缘服务器，替代铜缆。\n")
    assert {(p, o) for s, p, o in told if s == "空心波导"} == {
        ("ACTIVE_IN", "机器人"),
        ("ACTIVE_IN", "可穿戴设备"),
        ("ACTIVE_IN", "边缘服务器"),
    }


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("空心波导针对卫星通信进行了优化。", {"卫星通信"}),
        ("空心波导可满足客户对低成本的卫星通信的迫切需求。", {"卫星通信"}),
    ],
)
def test_what_something_is_fitted_to_is_its_field(text: str, what: set[str]) -> None:
    assert {o for s, o in fields(text) if s == "空心波导"} == what


def test_a_label_that_is_a_field_names_whose_it_is() -> None:
    text = "- 检测：凌渊精密（SoC 测试）、赫星汽车（缺陷检测）。\n- 封装：砚山材料。\n"
    assert {("凌渊精密", "检测"), ("赫星汽车", "检测")} <= fields(text)


def test_a_section_on_a_technique_is_the_field_of_its_makers() -> None:
    text = "## 先进封装\n\n- 焊料：凌渊精密（凸块材料）。\n"
    assert ("凌渊精密", "先进封装") in fields(text)


def test_the_title_of_a_table_is_not_at_work_where_its_rows_are() -> None:
    rows = "| 公司 | 型号 | 应用场景 |\n|---|---|---|\n| 凌渊精密 | OX-2 | 云端训练 |\n"
    found = fields(f"## 光芯片\n\n{rows}")
    assert ("OX-2", "云端训练") in found
    assert ("光芯片", "云端训练") not in found
