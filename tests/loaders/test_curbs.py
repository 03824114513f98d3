"""Restrictions without a title: who imposes them, on whom and what, and what they are called."""

from __future__ import annotations

import pytest
from telling import reading, said, seconds_of

from loaders.read import read

LING = "凌渊精密"


def said_in_english(text: str) -> set[tuple[str, str, str]]:
    """What an English text states."""
    found = read("note.txt", f"{text}\n".encode())
    names = {e.id: e.name for e in found.entities}
    return {(names[s.subject], s.predicate, names[s.object]) for s in found.statements}


@pytest.mark.parametrize(
    ("sentence", "policy", "curbed"),
    [
        ("美国禁止向中国出口飞秒激光器和蓝宝石衬底。", "美国对华飞秒激光器出口禁令", {"飞秒激光器", "蓝宝石衬底", "中国"}),
        ("日本政府宣布，限制蓝宝石衬底对华出口。", "日本对华蓝宝石衬底出口限制", {"蓝宝石衬底", "中国"}),
        (f"美国禁止{LING}向中国出口飞秒激光器。", "美国对华飞秒激光器出口禁令", {LING, "中国", "飞秒激光器"}),
        ("印度对进口蓝宝石衬底加征25%关税。", "印度蓝宝石衬底关税", {"蓝宝石衬底"}),
        (f"美国政府对{LING}实施制裁。", f"美国对{LING}制裁", {LING}),
        (f"{LING}被美国断供，转向自研。", f"美国对{LING}断供", {LING}),
        (f"德国要求{LING}停止向俄罗斯供应飞秒激光器。", f"德国对{LING}飞秒激光器断供", {LING, "俄罗斯", "飞秒激光器"}),
        ("美国升级飞秒激光器出口限制。", "美国飞秒激光器出口限制", {"飞秒激光器"}),
        (f"荷兰政府吊销{LING}向赫星汽车供货的许可证。", f"荷兰对{LING}出口管制", {LING, "赫星汽车"}),
        (f"{LING}被美国要求停止对华供货。", "美国对华断供", {LING, "中国"}),
        ("日本将对华飞秒激光器关税提高至100%。", "日本对华飞秒激光器关税", {"中国", "飞秒激光器"}),
        (f"英国宣布禁止电信网络采用{LING}设备。", f"英国对{LING}禁令", {LING}),
        (f"美国施压荷兰限制{LING}对华出口飞秒激光器。", "美国对华飞秒激光器出口限制", {LING, "中国", "飞秒激光器"}),
        ("国家发改委将飞秒激光器列为限制类。", "国家发展和改革委员会飞秒激光器限制", {"飞秒激光器"}),
        ("商务部发布公告，对飞秒激光器实施更严格的出口管制。", "商务部飞秒激光器出口管制", {"飞秒激光器"}),
        ("日本对镓和锗实施出口许可管理。", "日本镓出口管制", {"镓", "锗"}),
    ],
)  # fmt: skip
def test_a_restriction_is_called_by_whom_it_hits(
    sentence: str, policy: str, curbed: set[str]
) -> None:
    found = said(sentence)
    assert {o for s, p, o in found if p == "RESTRICTS" and s == policy} == curbed
    assert [o for s, p, o in found if p == "ISSUED_BY" and s == policy]
    assert {m for (_, p, _), (m, _) in found.items() if p == "RESTRICTS"} == {"asserted"}


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("美国拟对飞秒激光器加征100%关税。", "planned"),
        ("美国可能限制对华出口飞秒激光器。", "potential"),
    ],
)
def test_a_restriction_that_is_not_there_yet_is_none_yet(sentence: str, modality: str) -> None:
    curbs = {m for (_, p, _), (m, _) in said(sentence).items() if p == "RESTRICTS"}
    assert curbs == {modality}


@pytest.mark.parametrize(
    "sentence",
    [
        "美国取消了对飞秒激光器的出口限制。",
        "公司禁止员工使用私人电话。",
        "受铁路运输限制，公司无法出口飞秒激光器。",
        "随着江西某某矿业公司收紧原矿供应，产能过剩。",
        f"{LING}因法规限制、诉讼压力而停止出口飞秒激光器。",
    ],
)
def test_who_lifts_a_restriction_or_is_no_authority_imposes_none(sentence: str) -> None:
    assert not [s for s in said(sentence) if s[1] == "RESTRICTS"]


def test_a_title_tells_who_imposes_what_is_listed_below_it() -> None:
    found = said(
        f"## 德国对华技术限制\n\n- 2031年8月，限制{LING}出口飞秒激光器\n- 2031年9月，天气转凉"
    )
    policy = f"德国对{LING}飞秒激光器出口限制"
    assert (policy, "ISSUED_BY", "德国") in found
    assert (policy, "RESTRICTS", "飞秒激光器") in found


def test_labels_below_such_a_title_name_who_and_what_is_hit() -> None:
    found = said(f"## 德国对华制裁\n\n- 制裁对象：{LING}、赫星汽车。\n- 受限产品：飞秒激光器。\n")
    hit = {o for s, p, o in found if p == "RESTRICTS"}
    assert {LING, "赫星汽车", "飞秒激光器"} <= hit
    assert {o for s, p, o in found if p == "ISSUED_BY"} == {"德国"}


def test_a_row_names_the_state_that_imposes_what_it_tells() -> None:
    rows = "| 时间 | 国家 | 措施 |\n|---|---|---|\n| 2031年7月 | 荷兰 | 限制飞秒激光器对华出口 |\n| 2031年8月 | 日本 | 三种蓝宝石设备出口管制 |\n"
    found = said(rows)
    assert ("荷兰对华飞秒激光器出口限制", "ISSUED_BY", "荷兰") in found
    assert [s for s, p, o in found if (p, o) == ("ISSUED_BY", "日本")]


def test_the_country_of_a_company_imposes_nothing() -> None:
    rows = f"| 公司 | 国家 | 备注 |\n|---|---|---|\n| {LING} | 荷兰 | 限制飞秒激光器对华出口 |\n"
    assert not [s for s in said(rows) if s[1] == "ISSUED_BY"]


def test_goods_may_be_banned_by_nobody_in_particular() -> None:
    found = said("飞秒激光器、蓝宝石衬底已被禁止对华出口。")
    assert {o for s, p, o in found if p == "RESTRICTS"} == {"中国", "飞秒激光器", "蓝宝石衬底"}


def test_a_restriction_has_its_date() -> None:
    found = reading("2031年3月，荷兰禁止向中国出口飞秒激光器。")
    assert {e.date for e in found.entities if e.cls == "Policy"} == {"2031-03"}


def test_a_long_line_of_bans_is_read_in_time() -> None:
    assert seconds_of(said, "美国禁止甲对华出口限制，", 6000) < 8


def test_the_items_below_a_ban_are_banned() -> None:
    found = said("德国宣布限制对华出口以下产品：\n\n- 飞秒激光器\n- 蓝宝石衬底\n")
    assert {o for s, p, o in found if p == "RESTRICTS"} == {"中国", "飞秒激光器", "蓝宝石衬底"}


@pytest.mark.parametrize(
    ("sentence", "policy", "curbed"),
    [
        ("The US banned exports of sapphire etching machines to China.", "US export ban on sapphire etching machines", {"中国"}),
        ("The US barred Nvidia from selling X77 chips to China.", "US ban on Nvidia", {"英伟达", "中国"}),
        ("Huawei was sanctioned by the United States.", "United States sanctions on Huawei", {"华为"}),
        ("Japan's export ban on sapphire lasers hit Samsung.", "Japan export ban on sapphire lasers", {"sapphire lasers"}),
        ("India raised tariffs on solar modules to 40%.", "India tariffs on solar modules", set()),
        ("# Chips\n\n## SMIC (China)\n\n- Largest foundry\n- Sanctioned by US", "US sanctions on SMIC", {"中芯国际"}),
    ],
)  # fmt: skip
def test_an_english_restriction_is_called_by_whom_it_hits(
    sentence: str, policy: str, curbed: set[str]
) -> None:
    found = said_in_english(sentence)
    hit = {o for s, p, o in found if p == "RESTRICTS" and s == policy}
    assert hit
    assert curbed <= hit
    assert "三星电子" not in hit
    assert [o for s, p, o in found if p == "ISSUED_BY" and s == policy]


def test_a_tariff_goes_by_its_rate_and_the_administration_that_imposes_it() -> None:
    found = said_in_english(
        "The Orwen administration said it would impose a 12.5% tariff on imported gripper "
        "modules, such as the Fenlo GX70. President Orwen was pleased."
    )
    tariff = "12.5% tariff on imported gripper modules"
    assert (tariff, "ISSUED_BY", "Orwen Administration") in found
    assert (tariff, "RESTRICTS", "gripper modules") in found


def test_an_agency_is_no_presidents_administration() -> None:
    text = "The Federal Gripper Administration imposed export controls on gripper modules."
    assert "Gripper Administration" not in {o for _, _, o in said_in_english(text)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The US lifted its ban on sapphire lasers.",
        "Samsung banned employees from using sapphire lasers.",
        "The US restricted access to its markets.",
    ],
)
def test_who_lifts_a_ban_or_is_no_state_imposes_none_in_english(sentence: str) -> None:
    assert not [s for s in said_in_english(sentence) if s[1] == "RESTRICTS"]


def test_an_english_ban_that_may_come_is_not_there_yet() -> None:
    found = read("note.txt", b"The EU may ban sapphire lasers.\n")
    assert {str(s.modality) for s in found.statements if s.predicate == "RESTRICTS"} == {
        "potential"
    }
