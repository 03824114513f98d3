"""Policies: what is one, who issued it and when, and what it does to whom.

All titles and sentences are invented; companies and bodies are named only to be sanctioned or to issue.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from telling import Said, said, seconds_of

from kg.model import Entity, Modality, Reading, Statement
from loaders.read import read


@dataclass(frozen=True)
class Told:
    """A reading with its entities by name."""

    reading: Reading

    @property
    def policies(self) -> dict[str, Entity]:
        """The policies by name."""
        return {e.name: e for e in self.reading.entities if e.cls == "Policy"}

    def all(self, predicate: str) -> list[Statement]:
        """All statements of a relation."""
        return [s for s in self.reading.statements if s.predicate == predicate]

    def objects(self, predicate: str) -> set[str]:
        """Names of what stands on the right of a relation."""
        names = {e.id: e.name for e in self.reading.entities}
        return {names[s.object] for s in self.all(predicate)}


def told(text: str) -> Told:
    """What is read in a text of its own."""
    return Told(read("policy.txt", text.encode()))


def test_a_policy_has_issuer_date_and_what_it_supports() -> None:
    found = told(
        "2031年3月，工信部等六部门联合印发《柔性触觉芯片推广实施指南》，支持触觉传感器上车应用，鼓励钠离子电池、液流电池等技术路线发展。"
    )
    (policy,) = found.policies.values()
    assert policy.name == "《柔性触觉芯片推广实施指南》"
    assert policy.date == "2031-03"
    assert "工信部等六部门" in policy.issuer
    assert found.objects("ISSUED_BY") == {"工业和信息化部"}
    assert {"触觉传感器", "钠离子电池", "液流电池"} <= found.objects("SUPPORTS")
    assert not found.all("RESTRICTS")


@pytest.mark.parametrize(
    "sentence",
    [
        "投资者应认真阅读《基金合同》《托管协议》《招募说明书》等文件。",
        "资料来源：某某研究院《2031年智能体五大落地障碍》，鹿鸣证券研究所。",
        "某公司董事会审议通过《关于公开发行可转换公司债券方案的议案》。",
        "他的著作《压缩算法的十种想法》再版。",
    ],
)
def test_papers_of_companies_and_publishers_are_no_policies(sentence: str) -> None:
    assert not told(sentence).policies


def test_what_an_authority_issues_is_a_policy_by_any_title() -> None:
    found = told(
        "2031年美国NHTSA发布《自动驾驶愿景9.0：守住领先地位》，支持自动驾驶技术的研发项目，包括激光雷达和车辆控制系统。"
    )
    assert list(found.policies) == ["《自动驾驶愿景9.0：守住领先地位》"]
    assert {"激光雷达", "车辆控制系统"} <= found.objects("SUPPORTS")


def test_a_standard_goes_by_its_code_too_and_rules_what_it_is_about() -> None:
    found = told(
        "标准建立：2031年9月，国家药监局发布我国首项脑机接口标准《采用脑机接口技术的康复器械术语》（YY/T 9987-2031）。"
    )
    (policy,) = found.policies.values()
    assert "YY/T 9987-2031" in policy.names
    assert policy.date == "2031-09"
    assert found.objects("REGULATES") == {"脑机接口"}


@pytest.mark.parametrize(
    "sentence",
    [
        "美国商务部将海光信息、寒武纪等36家企业列入“实体清单”。",
        "海光信息、寒武纪于2031年12月被美国商务部列入实体清单。",
        "The US Commerce Department added Hygon and Cambricon to the Entity List.",
    ],
)
def test_who_is_put_on_a_list_is_restricted_by_it(sentence: str) -> None:
    found = told(sentence)
    assert {"实体清单"} == set(found.policies)
    assert found.objects("RESTRICTS") == {"海光信息", "寒武纪"}
    assert "美国商务部" in found.objects("ISSUED_BY")


def test_a_bystander_of_a_list_is_not_on_it() -> None:
    found = told("美国商务部将海光信息列入实体清单，后者的客户包括联想集团。")
    assert found.objects("RESTRICTS") == {"海光信息"}


def test_a_denied_listing_stays_denied() -> None:
    found = told(
        "中国商务部将某美企列入不可靠实体清单的消息不实。商务部将高通列入不可靠实体清单的传闻不属实。"
    )
    assert {s.modality for s in found.all("RESTRICTS")} == {Modality.DENIED}


def test_a_timeline_dates_its_cells_by_column_and_month() -> None:
    table = (
        "| 2030 | 2031 | 2032 |\n|---|---|---|\n"
        "| 4月 要求企业申报库存 | 2月 《2031海权竞争法案》在众议院通过 | 3月 多国组建联盟 |\n"
        "| 8月 将海光信息列入“实体清单” | 6月 美国参议院通过《2031年算力竞争法案》 | 10月 美国商务部发布针对中国量子计算出口管制新规 |\n"
    )
    found = told(table)
    dates = {name: p.date for name, p in found.policies.items()}
    assert dates["《2031海权竞争法案》"] == "2031-02"
    assert dates["《2031年算力竞争法案》"] == "2031-06"
    assert dates["量子计算出口管制新规"] == "2032-10"
    assert {"海光信息", "量子计算"} <= found.objects("RESTRICTS")


def test_a_table_of_policies_tells_what_each_does() -> None:
    table = (
        "| 关键政策 | 发布部门 | 时间 | 核心内容 |\n|---|---|---|---|\n"
        "| 《医疗机器人审评若干措施》 | 国家药监局 | 2031年5月 | 质子治疗装置优先审评审批 |\n"
        "| 《脑机接口伦理指引》（2031.2） | 科技部 | | 明确基本原则 |\n"
    )
    found = told(table)
    assert found.policies["《医疗机器人审评若干措施》"].date == "2031-05"
    assert found.policies["《脑机接口伦理指引》"].date == "2031-02"
    assert found.objects("ISSUED_BY") == {"国家药品监督管理局", "科学技术部"}
    assert "质子治疗装置" in found.objects("SUPPORTS")
    assert "脑机接口" in found.objects("REGULATES")


@pytest.mark.parametrize(
    ("sentence", "predicate", "object_"),
    [
        ("人形机器人被正式纳入“十六五”规划，明确为前瞻布局的未来产业。", "SUPPORTS", "人形机器人"),
        ("“十六五”规划首次将脑机接口列为未来产业。", "SUPPORTS", "脑机接口"),
        ("大基金三期重点支持光刻机与先进封装环节。", "SUPPORTS", "光刻机"),
        ("欧盟《固态电池法》规定固态电池须提供碳足迹声明。", "REGULATES", "固态电池"),
        ("《神经调控价格立项指南》为脑机接口技术单独立项并制定价格。", "REGULATES", "脑机接口技术"),
        ("海光信息凭借芯片法案获得12亿美元补贴。", "SUPPORTS", "海光信息"),
        ("海光信息获得芯片法案12亿美元资助。", "SUPPORTS", "海光信息"),
        ("欧盟通过《固态电池法》，投入20亿欧元提振固态电池产业。", "SUPPORTS", "固态电池"),
        ("海光信息、寒武纪先后登上美国实体清单。", "RESTRICTS", "寒武纪"),
        ("受实体清单影响，海光信息无法采购光刻机。", "RESTRICTS", "海光信息"),
        ("碳税会越来越贵，制度性地限制化石能源使用。", "RESTRICTS", "化石能源"),
        ("2031年4月，商务部宣布对锑相关物项实施出口管制，此举限制光刻机。", "RESTRICTS", "光刻机"),
    ],
)
def test_verbs_tell_what_a_policy_does(sentence: str, predicate: str, object_: str) -> None:
    assert object_ in told(sentence).objects(predicate)


def test_a_name_that_plans_makes_no_plan_of_what_it_says() -> None:
    found = told("“十六五”规划将人形机器人列为未来产业。")
    assert {s.modality for s in found.all("SUPPORTS")} == {Modality.ASSERTED}


def test_a_draft_is_planned() -> None:
    found = told("《低空飞行器管理条例（征求意见稿）》支持无人机产业。")
    assert {s.modality for s in found.all("SUPPORTS") if s.method == "policy:verb"} == {
        Modality.PLANNED
    }


def test_who_else_supports_is_not_the_policy() -> None:
    found = told("国务院印发《智能算力发展规划》，华为大力支持光模块研发。")
    assert "光模块" not in found.objects("SUPPORTS")


def test_what_covers_and_burdens_restricts() -> None:
    found = told("欧盟碳边境调节机制（CBAM）覆盖钢铁、水泥等行业。")
    assert {"钢铁", "水泥"} <= found.objects("RESTRICTS")
    assert not found.all("SUPPORTS")


def test_an_english_act_names_its_issuer_and_what_it_promotes() -> None:
    found = told(
        "The EU Strategic Magnets Act, issued by the European Commission, promotes magnet recycling and rare-earth refining inside the bloc."
    )
    (policy,) = found.policies.values()
    assert policy.name == "EU Strategic Magnets Act"
    assert "Strategic Magnets Act" in policy.names
    assert found.objects("ISSUED_BY") == {"欧盟委员会"}
    assert {"magnet recycling", "rare-earth refining"} <= found.objects("SUPPORTS")
    assert not found.all("RESTRICTS")


@pytest.mark.parametrize(
    ("sentence", "predicate", "object_"),
    [
        ("Huawei is banned under the Secure Towers Act.", "RESTRICTS", "华为"),
        (
            "The Clean Shipping Act bans imports of polysilicon from the region.",
            "RESTRICTS",
            "多晶硅",
        ),
        ("Huawei received $1.5 billion in grants under the Secure Towers Act.", "SUPPORTS", "华为"),
        ("The German government granted Huawei $1.5 billion.", "SUPPORTS", "华为"),
        (
            "The EU Robot Liability Act requires labels for foundation models.",
            "REGULATES",
            "基础模型",
        ),
        ("The Clean Act would bar agencies from contracting with Huawei.", "RESTRICTS", "华为"),
        ("The EU Robot Liability Act regulates foundation models.", "REGULATES", "基础模型"),
    ],
)
def test_english_verbs_tell_what_an_act_does(sentence: str, predicate: str, object_: str) -> None:
    assert object_ in told(sentence).objects(predicate)


def test_lines_under_the_heading_of_a_policy_speak_of_it() -> None:
    found = told(
        "# Chip rivalry\n\n## Export Controls (October 2031)\n\n- Advanced lasers banned to Chile\n- Wafer grippers restricted\n"
    )
    assert found.policies["Export Controls"].date == "2031-10"
    assert {"advanced lasers", "wafer grippers", "智利"} <= found.objects("RESTRICTS")


@pytest.mark.parametrize(
    "piece", ["《关于", "实体清单", "将海光信息列入", "规划“十五五”", "the Magnets Act "]
)
def test_a_line_without_end_is_read_in_time_that_grows_with_it(piece: str) -> None:
    seconds_of(told, piece, 100)  # grammars and dictionaries are loaded
    assert seconds_of(told, piece, 40_000) < 30 * max(seconds_of(told, piece, 4_000), 0.1)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("芜湖出台了专项补贴政策。", ("芜湖专项补贴政策", "ISSUED_BY", "芜湖")),
        ("美国商务部发布对华光刻机出口管制新规。", ("对华光刻机出口管制新规", "RESTRICTS", "中国")),
        ("日本对12种光刻机实施出口管制。", ("光刻机出口管制", "RESTRICTS", "光刻机")),
        (
            "美国商务部将多家企业列入实体清单，涉及凌渊精密、砚山材料等。",
            ("实体清单", "RESTRICTS", "砚山材料"),
        ),
        ("美国商务部发布AI扩散规则，限制光刻机出口。", ("AI扩散规则", "RESTRICTS", "光刻机")),
        ("印度对越南蓝宝石衬底征收反倾销税。", ("反倾销税", "ISSUED_BY", "印度")),
        ("印度对越南蓝宝石衬底征收反倾销税。", ("反倾销税", "RESTRICTS", "蓝宝石衬底")),
        ("欧盟 NAPH 法规限制氟化液使用。", ("NAPH 法规", "ISSUED_BY", "欧盟")),
        ("商务部发布2031年第61号公告。", ("2031年第61号公告", "ISSUED_BY", "商务部")),
        ("欧盟CBAM覆盖钢铁、水泥两大行业。", ("碳边境调节机制", "RESTRICTS", "水泥")),
        ("国家医保局将12种创新药纳入医保目录。", ("国家医保目录", "SUPPORTS", "创新药")),
    ],
)
def test_policies_without_a_title_go_by_what_they_do(text: str, what: Said) -> None:
    assert what in said(text)


@pytest.mark.parametrize(
    ("text", "policy", "whose", "aided"),
    [
        ("德国政府向凌渊精密提供10亿欧元补贴。", "德国对凌渊精密补贴", "德国政府", "凌渊精密"),
        ("苏州对采购电子皮肤的企业给予最高500万元奖励。", "苏州电子皮肤奖励", "苏州", "电子皮肤"),
        ("凌渊精密获得德国政府10亿欧元补贴。", "德国对凌渊精密补贴", "德国政府", "凌渊精密"),
        ("美国能源部向凌渊精密拨款5000万美元。", "美国能源部对凌渊精密拨款", "美国能源部", "凌渊精密"),
    ],
)  # fmt: skip
def test_aid_without_a_title_goes_by_who_pays_whom(
    text: str, policy: str, whose: str, aided: str
) -> None:
    found = said(text)
    assert {(policy, "ISSUED_BY", whose), (policy, "SUPPORTS", aided)} <= set(found)


def test_the_aid_of_each_place_in_a_list_is_its_own() -> None:
    found = said("无锡：二孩补贴 5 万元；苏州：换新补贴 2 千元。")
    assert {(s, o) for s, p, o in found if p == "ISSUED_BY"} == {
        ("无锡二孩补贴", "无锡"),
        ("苏州换新补贴", "苏州"),
    }


def test_what_a_company_gives_another_is_no_policy() -> None:
    found = said("赫星汽车向凌渊精密提供10亿元资金支持。")
    assert not {p for _, p, _ in found} & {"SUPPORTS", "ISSUED_BY"}


def test_a_body_that_only_issues_in_this_report_gives_aid_too() -> None:
    found = said("2031年3月，运输部发布《车桥安全战略》。运输部向凌渊精密授予2000万元资金。")
    assert ("运输部对凌渊精密资金", "SUPPORTS", "凌渊精密") in found


def test_below_the_heading_of_a_place_it_is_that_place_which_gives() -> None:
    found = said(
        "# 传感器产业\n\n## （二）无锡：先行一步\n\n"
        "- 政策支撑：设立20亿元柔性传感器产业基金，对电子皮肤给予最高500万元奖励。\n"
    )
    assert {
        ("无锡柔性传感器产业基金", "ISSUED_BY", "无锡"),
        ("无锡电子皮肤奖励", "SUPPORTS", "电子皮肤"),
    } <= set(found)


def test_a_line_of_a_list_goes_on_about_its_policy_whatever_its_label() -> None:
    found = said(
        "苏州市发布《苏州市电子皮肤发展方案》，明确：\n\n"
        "- 政策支持：对年产超 1000 片的电子皮肤示范区给予 500 万元补助。\n- 其他：待定。\n"
    )
    assert ("《苏州市电子皮肤发展方案》", "SUPPORTS", "电子皮肤示范区") in found


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("特朗普政府宣布对柔性传感器征收10%的关税。", ("特朗普柔性传感器关税", "ISSUED_BY", "特朗普政府")),
        ("当地政府宣布对柔性传感器征收10%的关税。", None),
    ],
)  # fmt: skip
def test_a_government_may_be_called_after_who_leads_it(text: str, what: Said | None) -> None:
    found = said(text)
    assert what in found if what else not [p for _, p, _ in found if p == "ISSUED_BY"]


def test_a_fund_is_called_after_who_sets_it_up_and_supports_what_its_name_says() -> None:
    found = said(
        "2031年2月，无锡市宣布设立50亿元（约7亿美元）柔性传感器产业基金，重点投向电子皮肤。"
    )
    fund = "无锡柔性传感器产业基金"
    assert {(fund, "ISSUED_BY", "无锡"), (fund, "SUPPORTS", "柔性传感器")} <= set(found)
    assert (fund, "SUPPORTS", "电子皮肤") in found


def test_a_line_and_the_items_below_it_say_together_what_a_policy_does() -> None:
    found = said("苏州市设立20亿元产业基金，聚焦：\n\n- 电子皮肤\n- 触觉传感器（核心）\n")
    assert {o for s, p, o in found if p == "SUPPORTS"} == {"电子皮肤", "触觉传感器"}


def test_a_fund_that_no_authority_sets_up_is_no_policy() -> None:
    assert not told("凌渊精密股份有限公司设立20亿元产业基金，支持电子皮肤。").policies


def test_each_of_several_places_has_a_policy_of_its_own() -> None:
    found = said("苏州、无锡等地出台专项补贴政策。")
    issued = {(s, o) for s, p, o in found if p == "ISSUED_BY"}
    assert issued == {("苏州专项补贴政策", "苏州"), ("无锡专项补贴政策", "无锡")}


def test_what_a_plan_wants_to_have_built_it_supports() -> None:
    found = said(
        "苏州市印发《触觉产业培育方案》，明确目标：\n\n- 建设目标：统筹推进建成触觉传感器中试线。\n- 凌渊精密建设了新工厂。\n"
    )
    supported = {o for s, p, o in found if p == "SUPPORTS" and s == "《触觉产业培育方案》"}
    assert "触觉传感器中试线" in supported
    assert not [o for o in supported if "工厂" in o]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("欧盟计划推出《电池护照条例》，规范动力电池。", "planned"),
        ("美国可能出台飞秒激光器出口管制新规。", "potential"),
        ("苏州拟设立50亿元低空经济产业基金。", "planned"),
        ("欧盟推出《电池护照条例》，规范动力电池。", "asserted"),
    ],
)
def test_what_a_policy_that_is_only_planned_does_is_planned_too(text: str, modality: str) -> None:
    found = said(text)
    assert {how for how, _ in found.values()} == {modality}
    assert {p for _, p, _ in found} >= {"ISSUED_BY"}


def test_a_policy_planned_first_and_issued_later_is_there() -> None:
    found = said("欧盟计划推出《电池护照条例》。2031年5月，欧盟正式发布《电池护照条例》。")
    assert {how for (_, p, _), (how, _) in found.items() if p == "ISSUED_BY"} == {"asserted"}
