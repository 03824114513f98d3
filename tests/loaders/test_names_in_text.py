"""Where a text names something: tables, the report itself, pronouns, doubtful names."""

from __future__ import annotations

import pytest
from telling import document, reading, said

from kg.model import Modality
from kg.names import Names
from loaders import introduce
from loaders.coded import code
from loaders.extract import heads
from loaders.mentions import Gazetteer
from loaders.modality import modality
from loaders.things import Claim, Mention, Thing


def introduced(text: str) -> set[str]:
    """The names that a report introduces itself."""
    about = document(text)
    introduce.all_names(about)
    return {t.name for t in about.gazetteer.own.values()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("凌渊精密股份有限公司成立。", "凌渊精密股份有限公司"),
        ("砚海晟澜（688999.SH）上涨。", "砚海晟澜"),
        ("| 公司 | 产品 |\n|---|---|\n| 凌渊晟澜 | 泵 |\n| 比亚迪 | 车 |\n", "凌渊晟澜"),
        ("宁德时代、比亚迪和晟澜渊等企业扩产。", "晟澜渊"),
        ("“墨曜”卫星升空。", "墨曜"),
        ("规模最大的是赣州凌渊稀土公司。", "赣州凌渊稀土公司"),
        ("央企墨曜集团宣布扩产。", "墨曜集团"),
        ("民企凌渊稀土的一位负责人表示乐观。", "凌渊稀土"),
        ("铜箔主要采购自上海墨恒贸易有限公司。", "上海墨恒贸易有限公司"),
        ("但其与重要供应商墨克投资(中国)有限公司终止合作。", "墨克投资(中国)有限公司"),
        ("报价最低的是墨海油新能源投资有限责任公司。", "墨海油新能源投资有限责任公司"),
        ("凌渊精密收购墨川稀土有限公司，投资广州墨川管理有限公司。", "墨川稀土有限公司"),
        ("江西稀土矿业公司扩产。江西稀土矿业公司停产。江西稀土矿业公司复产。", "江西稀土矿业公司"),
    ],
)
def test_a_report_introduces_names(text: str, name: str) -> None:
    assert name in introduced(text)


def test_a_legal_name_brings_its_short_form() -> None:
    text = "公司铜箔采购自上海墨恒贸易有限公司（以下简称上海墨恒）。\n\n上海墨恒向赫星汽车供货。"
    assert any(s.startswith("上海墨恒") and relation == "SUPPLIES" for s, relation, _ in said(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Farlane Aero 是一家总部设在慕尼黑的激光器公司。", "Farlane Aero"),
        ("Farlane Aero（FLA）总部位于慕尼黑。", "Farlane Aero"),
        ("Farlane，自1997年成立以来专注激光器。", "Farlane"),
        ("此前，Farlane Aero 完成2亿元B轮融资。", "Farlane Aero"),
        ("Farlane 的首席执行官表示乐观。", "Farlane"),
        ("订单来自Farlane Minerals Limited和本地企业。", "Farlane Minerals Limited"),
        ("客户是 Farlane Aero, Inc. 和本地企业。", "Farlane Aero, Inc."),
    ],
)
def test_a_latin_name_is_a_company_where_it_does_what_only_companies_do(
    text: str, name: str
) -> None:
    assert name in introduced(text)


@pytest.mark.parametrize(
    "text",
    [
        "多家PCB公司的股东减持。",
        "Farlane 是一种激光器。",
        "这家公司由 Ann Lee 成立于2015年。",
        "SaaS公司成立于2015年的很多。",
    ],
)
def test_a_latin_word_is_none(text: str) -> None:
    assert not [name for name in introduced(text) if name.isascii()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("远岫科技指数上涨。", "远岫科技"),
        ("BMS的新药获批。", "电池管理系统"),
        ("多层板扩产。", "高多层板"),
    ],
)
def test_a_name_is_not_taken_for_another(text: str, name: str) -> None:
    about = document(text)
    introduce.all_names(about)
    assert name not in {m.thing.name for m in about.gazetteer.find(text)}


def test_a_company_is_called_by_the_first_word_of_its_latin_name_too() -> None:
    text = "# Farlane Corporation\n\nFarlane，自1997年成立以来专注激光器，总部位于慕尼黑。"
    places = {(s, o) for s, relation, o in said(text) if relation == "LOCATED_IN"}
    assert ("Farlane Corporation", "慕尼黑") in places


def test_blanks_around_a_name_change_nothing() -> None:
    apart = "目前，凌渊精密专注光互连，与 英特尔、AMD 等主要厂商建立了战略合作关系。"
    assert said(apart).keys() == said(apart.replace(" ", "")).keys()
    assert ("凌渊精密", "PARTNERS_WITH", "AMD") in said(apart)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("岚汐动力成立于2019年。", "岚汐动力"),
        ("近日，朔原机器人完成数千万元天使轮融资。", "朔原机器人"),
        ("岚汐飞机由凌渊精密与江北大学共同投资2亿元组建。", "岚汐飞机"),
        ("现任岚汐能源董事长的彭志远表示乐观。", "岚汐能源"),
        ("以岚汐飞机为链主，带动一批配套企业。", "岚汐飞机"),
        ("由凌渊精密合资成立的岚汐氢能负责运营。", "岚汐氢能"),
        ("他于2018年回国创立朔原芯途，员工不多。", "朔原芯途"),
        ("- **岚汐材料**：国内聚酰亚胺龙头，主营柔性盖板。", "岚汐材料"),
        ("- **朔原图灵**：研发飞控系统，客户众多。", "朔原图灵"),
        ("主要玩家包括岚汐、朔沅、澄晖等。", "朔沅"),
        ("Tarnwick Robotics (TWR) 是一家专注于巡检的企业。", "Tarnwick Robotics"),
        ("Quorvane的总部位于瑞士苏黎世。", "Quorvane"),
        ("Quorvane，自1997年成立以来专注于雷达。", "Quorvane"),
        ("Quorix，自1997年成立以来，一直是照明领域的创新者。", "Quorix"),
    ],
)
def test_what_companies_alone_do_shows_their_names(text: str, name: str) -> None:
    assert name in introduced(text)


@pytest.mark.parametrize(
    "text",
    [
        "- **固态电池**：主营业务稳定，掌握在少数人手里。",
        "江北市政府成立于1950年。",
        "项目成立于2019年。",
        "HBM是一种堆叠式存储器。",
        "四足机器人推出后销量居前。",
        "该项目2012年创立于广东深圳。",
        "彭志远宣布计划。",
        "这家公司的创始人表示乐观，多家企业董事长出席。",
        "主要环节包括设计、制造、封测等。",
        "它是一家全球领先的科技企业。",
        "这是一家位于奥地利的公司。",
    ],
)
def test_what_others_do_too_makes_no_company(text: str) -> None:
    about = document(text)
    introduce.all_names(about)
    assert not [t for t in about.gazetteer.own.values() if t.cls == "Company"]


@pytest.mark.parametrize(
    "text",
    [
        "深圳机器人公司扩产。",
        "美国芯片公司上涨。美国芯片公司下跌。美国芯片公司持平。",
        "五大电力公司参与竞标。五大电力公司报价。五大电力公司中标。",
        "央企控股的分离厂扩产。",
        "民企技术的一位负责人表示乐观。",
    ],
)
def test_companies_of_a_kind_are_nobody_s_name(text: str) -> None:
    assert not introduced(text)


def test_a_company_in_full_goes_by_its_own_part_too() -> None:
    about = document("赣州凌渊稀土公司扩产。凌渊目前开工率较高，凌渊稀土也在招工。")
    introduce.all_names(about)
    found = about.gazetteer.find("凌渊目前开工率较高，凌渊稀土也在招工。")
    assert {m.thing.name for m in found if m.thing.cls == "Company"} == {"赣州凌渊稀土公司"}
    assert len(found) == 2


def test_a_company_in_full_is_the_one_its_bracket_names() -> None:
    about = document("民企凌渊环境公司（BYD）扩产。")
    introduce.all_names(about)
    known = about.gazetteer.known("凌渊环境公司")
    assert known is not None and known.name == "比亚迪"


def test_the_short_form_of_a_legal_name_is_the_same_company() -> None:
    about = document("凌渊精密股份有限公司（简称“凌渊精密”）成立。凌渊精密扩产。")
    introduce.all_names(about)
    (mention,) = about.gazetteer.find("凌渊精密扩产。")
    assert mention.thing.name == "凌渊精密股份有限公司"


def test_a_bracket_behind_several_names_explains_none() -> None:
    one = document("碳氢树脂（PCH）价格上涨。")
    two = document("碳氢树脂（PCH）价格上涨。萜烯树脂（PCH）价格上涨。")
    for about in (one, two):
        introduce.all_names(about)
    known = one.gazetteer.known("PCH")
    assert known is not None and known.name == "碳氢树脂"
    assert two.gazetteer.known("PCH") is None


def test_a_bracket_behind_a_company_s_product_does_not_swallow_the_company() -> None:
    assert ("凌渊精密", "PRODUCES", "LY1020") in said("凌渊精密新药（LY1020）获批。")
    about = document("凌渊精密股份有限公司（简称“凌渊精密”）。凌渊精密双臂平台（LY1020）获批。")
    introduce.all_names(about)
    assert about.gazetteer.find("凌渊精密双臂平台")[0].thing.cls == "Company"


def test_the_longest_of_overlapping_names_is_found() -> None:
    gazetteer = Gazetteer(Names.shipped())
    gazetteer.introduce(Thing("Company", "凌渊"))
    gazetteer.introduce(Thing("Company", "凌渊精密"))
    assert [m.thing.name for m in gazetteer.find("凌渊精密扩产")] == ["凌渊精密"]


def test_a_latin_name_is_not_cut_out_of_a_word() -> None:
    gazetteer = Gazetteer(Names.shipped())
    gazetteer.introduce(Thing("Company", "Norv"))
    assert gazetteer.find("Norvik expands") == []
    assert len(gazetteer.find("Norv扩产")) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("凌渊精密扩产。公司发布谐波减速器。", "凌渊精密"),
        ("凌渊精密与砚山材料扩产，后者发布谐波减速器。", "砚山材料"),
        ("凌渊精密与砚山材料扩产，前者发布谐波减速器。", "凌渊精密"),
    ],
)
def test_a_pronoun_stands_for_a_company_named_before(text: str, who: str) -> None:
    assert {s[0] for s in said(text) if s[1] == "PRODUCES"} == {who}


def test_names_are_folded_and_lead_back_to_their_place() -> None:
    text = "凌渊、赫星为砚山供货"
    names = [Mention(0, 2, Thing("Company", "凌渊")), Mention(3, 5, Thing("Company", "赫星"))]
    coded = code(text, [*names, Mention(6, 8, Thing("Company", "砚山"))])
    assert coded.text == "\ue000为\ue001供货"
    assert coded.index(coded.text.index("供")) == text.index("供")
    assert [t.name for t in coded.groups["\ue000"].things] == ["凌渊", "赫星"]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("甲不再供货", Modality.PAST),
        ("甲并未供货", Modality.DENIED),
        ("甲有望供货", Modality.POTENTIAL),
        ("乙计划扩产，甲供货", Modality.ASSERTED),
        ("传闻乙扩产，甲供货", Modality.RUMOURED),
    ],
)
def test_a_word_colours_its_clause_and_rumours_the_sentence(text: str, how: Modality) -> None:
    at = text.index("供")
    assert modality(text, at, at + 1) == how


def kinds_of_compounds(*names: str) -> list[tuple[str, str]]:
    about = document("甲。")
    maker, text = Thing("Company", "凌渊精密"), about.sentences[0].text
    drafts = [Claim(maker, "PRODUCES", Thing("Technology", n), text, "m") for n in names]
    found = heads.kinds(about.gazetteer, drafts)
    return [
        (d.subject.name, d.object.name)
        for d in found
        if isinstance(d, Claim) and d.predicate == "TYPE_OF"
    ]


def test_a_compound_is_a_kind_of_its_head() -> None:
    assert kinds_of_compounds("钴基阀", "阀芯组") == []
    assert kinds_of_compounds("谐振抛光垫", "抛光垫") == [("谐振抛光垫", "抛光垫")]
    assert kinds_of_compounds("海鸢大模型") == [("海鸢大模型", "大模型")]
    assert kinds_of_compounds("海鸢大模型Pro") == [("海鸢大模型Pro", "大模型")]


@pytest.mark.parametrize("name", ["高端芯片", "新型材料", "非侵入式电极系统", "核心设备"])
def test_a_head_that_says_nothing_makes_no_kind(name: str) -> None:
    assert kinds_of_compounds(name) == []


def test_a_bracket_behind_a_company_may_be_its_product() -> None:
    text = "凌渊精密（Tern 4）与赫星汽车（Heron-5）领先，凌渊精密扩产。"
    found = reading(text)
    assert not {"Tern 4", "Heron-5"} & {
        name for e in found.entities if e.cls == "Company" for name in e.names
    }


def test_the_name_in_a_bracket_is_that_of_the_whole_phrase_before_it() -> None:
    found = reading("海绵铜箔（ZVLQ）是一种铜箔。")
    [whole] = [e for e in found.entities if "ZVLQ" in e.names]
    assert whole.name == "海绵铜箔"


@pytest.mark.parametrize("name", ["比亚迪ZPU", "16GB ZPU", "先进ZPU", "二号架构"])
def test_whose_or_how_good_or_how_much_makes_no_kind(name: str) -> None:
    assert kinds_of_compounds(name, "ZPU", "架构") == []


PROFILE = """# 散热材料报告

## 2.1 凌渊氟醚 (LYF)

- 优点：绝缘性好。
- {label}：比亚迪、宁德时代。

## 2.2 展望

- 优点：前景好。
"""


def test_a_heading_over_the_labels_of_a_technology_is_its_name() -> None:
    assert ("比亚迪", "PRODUCES", "凌渊氟醚") in said(PROFILE.format(label="代表厂商"))
    about = document(PROFILE.format(label="代表厂商"))
    introduce.all_names(about)
    known = about.gazetteer.known("LYF")
    assert known is not None and known.name == "凌渊氟醚"


def test_one_such_label_makes_no_name_of_a_heading() -> None:
    assert introduced(PROFILE.format(label="结论")) == set()


def test_a_bracket_behind_a_clause_gives_no_name_to_it() -> None:
    about = document("多数国家计划建成示范型反应堆（ZETO），以验证发电。")
    introduce.all_names(about)
    known = about.gazetteer.known("ZETO")
    assert known is None or "计划" not in known.name
