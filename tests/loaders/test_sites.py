"""Where plants, companies and industries stand: sentences of our own."""

from __future__ import annotations

import pytest
from telling import said, seconds_of


def places(text: str) -> set[tuple[str, str]]:
    """Who or what stands where."""
    return {(s, o) for s, relation, o in said(text) if relation == "LOCATED_IN"}


@pytest.mark.parametrize(
    ("text", "what", "where"),
    [
        ("凌渊精密苏州工厂二期将于明年投产。", "凌渊精密苏州工厂二期", "苏州"),
        ("赫星汽车慈溪项目分两个阶段。", "赫星汽车慈溪项目", "慈溪市"),
        ("产能方面，以色列 Fab7 已出货。", "Fab7", "以色列"),
        ("砚山材料在浙江开通了我国首条纳米银浆示范线。", "纳米银浆示范线", "浙江"),
        ("位于上海松江的远岫数字工厂已经投产。", "远岫数字工厂", "松江区"),
        ("德国“远岫”激光装置去年点火。", "远岫激光装置", "德国"),
        ("凌渊精密在越南、泰国设有工厂。", "凌渊精密", "泰国"),
        ("赫星汽车在杭州的研发中心已经扩建。", "赫星汽车", "杭州"),
        ("凌渊精密是欧洲最大的轴承供应商。", "凌渊精密", "欧洲"),
        ("凌渊精密目前主要在法国开展业务。", "凌渊精密", "法国"),
        ("近年来杭州集聚了凌渊精密、砚山材料等企业。", "砚山材料", "杭州"),
        ("凌渊精密2012年创立于广东深圳。", "凌渊精密", "广东"),
        ("凌渊精密总部位于加州圣罗莎，主营轴承。", "凌渊精密", "圣罗莎"),
        ("凌渊精密是一家位于瑞典的轴承企业。", "凌渊精密", "瑞典"),
        ("凌渊精密生产基地主要分布在江苏、越南。", "凌渊精密", "越南"),
        ("凌渊精密注册地为苏州。", "凌渊精密", "苏州"),
        ("凌渊精密是韩国协作机器人龙头。", "凌渊精密", "韩国"),
        ("业务稳定，泰国厂与南通四期同步扩产。", "泰国厂", "泰国"),
        ("业务稳定，泰国厂与南通四期同步扩产。", "南通四期", "南通"),
        ("苏州、无锡形成了完整的伺服电机供应链。", "伺服电机", "无锡"),
        ("凌渊精密在德国图林根州的工厂已经投产。", "凌渊精密", "图林根"),
        ("凌渊精密德国图林根工厂已经投产。", "凌渊精密德国图林根工厂", "德国"),
        ("凌渊精密、赫星汽车等宣布落户重庆后，客商云集。", "赫星汽车", "重庆"),
        ("凌渊精密宣布选址匈牙利建设新厂。", "凌渊精密", "匈牙利"),
        ("凌渊精密在重庆经开区举行奠基仪式。", "凌渊精密", "重庆"),
        ("凌渊精密苏州、无锡两座阀片工厂满产。", "凌渊精密", "无锡"),
        ("潮汐能示范项目位于江苏，已经开工。", "潮汐能示范项目", "江苏"),
        ("无锡是我国重要的伺服电机产业基地。", "伺服电机", "无锡"),
    ],
)
def test_a_sentence_says_where_something_stands(text: str, what: str, where: str) -> None:
    assert (what, where) in places(text)


def test_a_line_that_shares_out_regions_speaks_of_the_industry_of_its_part() -> None:
    text = "# 电子皮肤产业观察\n\n区域分工：苏州、无锡聚焦制造配套。\n"
    assert ("电子皮肤", "无锡") in places(text)


def test_a_seat_lies_nowhere_by_itself() -> None:
    text = "凌渊精密成立多年，总部位于上海，曾一度准备落户马来西亚。"
    assert {what for what, _ in places(text)} == {"凌渊精密"}


def test_any_company_of_a_trade_is_not_the_one_that_is_called_so() -> None:
    assert not places("瑞士机器人公司纷纷扩产，还有一家位于苏黎世的机器人公司。")


def test_a_label_that_is_a_place_holds_for_those_who_gather_there() -> None:
    text = "# 商业航天\n\n## 区域集群\n\n- 浙江（总装中枢）：经开区集聚了凌渊精密等企业。\n- 福建：待定。\n"
    assert {("凌渊精密", "浙江"), ("商业航天", "浙江")} <= places(text)


def test_a_plant_in_a_labelled_line_stands_at_the_label() -> None:
    text = "# 商业航天\n\n## 区域集群\n\n- 浙江（总装中枢）：依托远岫航天城，扩建厂房。\n- 福建：待定。\n"
    assert ("远岫航天城", "浙江") in places(text)


def test_a_cluster_is_of_the_industry_that_its_sentence_names() -> None:
    text = "# 汽车\n\n苏州、无锡等城市将成为主要试点区域，人形机器人率先落地。\n"
    assert ("人形机器人", "苏州") in places(text)


def test_an_industry_stands_where_its_clusters_are() -> None:
    text = "# 量子科技\n\n行业初步形成合肥、武汉等产业集群。\n"
    assert {("量子科技", "合肥"), ("量子科技", "武汉")} <= places(text)


@pytest.mark.parametrize(
    "text",
    [
        "河北部分工厂限产。",
        "这两家公司在盐城也设有基地。",
        "浙江诺言：补贴两万元。",
        "凌渊精密在杭州召开发布会。",
    ],
)
def test_plants_without_a_name_and_mere_events_stand_nowhere(text: str) -> None:
    assert not places(text)


def test_a_planned_plant_is_planned() -> None:
    found = said("凌渊精密计划在越南建设工厂。")
    assert found[("凌渊精密", "LOCATED_IN", "越南")][0] == "planned"


@pytest.mark.parametrize("piece", ["杭州", "在杭州", "杭州集聚", "位于杭州的"])
def test_reading_places_takes_no_longer_than_the_text_grows(piece: str) -> None:
    assert seconds_of(said, piece, 6000) < 3


def test_an_industry_stands_where_its_firms_gather() -> None:
    assert ("人形机器人", "苏州") in places("# 制造\n\n人形机器人厂商全部集中在苏州。\n")


def test_the_cores_of_a_plan_are_where_its_industry_stands() -> None:
    found = places("# 低空经济\n\n全省以苏州、无锡为双核心，协同发展。\n")
    assert {("低空经济", "苏州"), ("低空经济", "无锡")} <= found


def test_a_company_whose_core_a_place_is_stands_there_itself() -> None:
    found = places("# 低空经济\n\n- **凌渊精密**：以苏州为战略支点，拓展市场。\n")
    assert ("凌渊精密", "苏州") in found
    assert ("低空经济", "苏州") not in found


def test_a_facility_stands_in_the_place_of_its_heading_and_in_that_of_its_name() -> None:
    found = places(
        "## （一）苏州：先行先试\n\n- 进展：推进昆山淀山湖通用机场建设，上线运营与监管一体化平台。\n"
    )
    assert {("昆山淀山湖通用机场", "苏州"), ("昆山淀山湖通用机场", "昆山市")} <= found
    assert ("运营与监管一体化平台", "苏州") in found


@pytest.mark.parametrize("text", ["江苏大厂减产。", "苏州市发改委发函。", "泰国厂商增多。"])
def test_no_plant_has_a_name_as_plain_as_that(text: str) -> None:
    assert not places(text)


def test_a_heading_about_the_industry_of_a_place_says_where_that_stands() -> None:
    found = places("# 2031年苏州低空经济观察\n\n## 中国轮胎出口\n\n## 国内外人形机器人融资\n")
    assert ("低空经济", "苏州") in found
    assert not [what for what, _ in found if what == "人形机器人"]


def test_a_cell_that_ranks_a_company_speaks_of_that_of_its_row() -> None:
    head = "| 公司 | 成立 | 产品 | 地位 |\n|---|---|---|---|\n"
    rows = head + "| 凌渊精密 | 2001 | 灵巧手 | 中科院背景，韩国最大机器人上市公司之一 |\n"
    found = places(rows)
    assert ("凌渊精密", "韩国") in found
    assert not [what for what, where in found if what != "凌渊精密"]
