"""Restrictions without a title: who imposes them, on whom and what, and what they are called."""

from __future__ import annotations

import pytest
from telling import reading, said, seconds_of

LING = "凌渊精密"


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


def test_a_restriction_has_its_date() -> None:
    found = reading("2031年3月，荷兰禁止向中国出口飞秒激光器。")
    assert {e.date for e in found.entities if e.cls == "Policy"} == {"2031-03"}


def test_a_long_line_of_bans_is_read_in_time() -> None:
    assert seconds_of(said, "美国禁止甲对华出口限制，", 6000) < 8


def test_the_items_below_a_ban_are_banned() -> None:
    found = said("德国宣布限制对华出口以下产品：\n\n- 飞秒激光器\n- 蓝宝石衬底\n")
    assert {o for s, p, o in found if p == "RESTRICTS"} == {"中国", "飞秒激光器", "蓝宝石衬底"}
