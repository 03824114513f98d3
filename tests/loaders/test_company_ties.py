"""What ties companies to each other: partners, licences, founders, stakes and their deals.

All companies and sentences are invented; `凌渊精密`, `赫星汽车` and `砚山材料` are introduced.
"""

from __future__ import annotations

import pytest
from telling import Said, reading, said

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"


@pytest.mark.parametrize(
    "sentence",
    [
        "凌渊精密先后与赫星汽车、砚山材料签订了长期合作协议。",
        "凌渊精密与赫星汽车、砚山材料在轴承领域深度合作。",
        "凌渊精密与赫星汽车、砚山材料签署供货合同。",
        "凌渊精密产能饱满，并与赫星汽车、砚山材料联合研制轴承。",
        "凌渊精密深度绑定赫星汽车和砚山材料。",
    ],
)
def test_who_works_with_a_list_works_with_each_and_these_not_with_each_other(sentence: str) -> None:
    partners = {frozenset((s, o)) for s, p, o in said(sentence) if p == "PARTNERS_WITH"}
    assert partners == {frozenset((LING, HE)), frozenset((LING, YAN))}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("赫星汽车与凌渊精密的合作十分紧密。", (HE, "PARTNERS_WITH", LING)),
        ("自去年与凌渊精密携手打造新平台以来，赫星汽车交付大增。", (HE, "PARTNERS_WITH", LING)),
        ("与凌渊精密共同研发底盘的赫星汽车预计亏损。", (HE, "PARTNERS_WITH", LING)),
        ("凌渊精密与Quorvane达成合作。", (LING, "PARTNERS_WITH", "Quorvane")),
        ("凌渊精密与合肥市政府达成战略合作。", (LING, "PARTNERS_WITH", "合肥市政府")),
        ("凌渊精密将QV-201授权给赫星汽车。", (LING, "SUPPLIES", HE)),
        ("凌渊精密是赫星汽车子公司。", (HE, "OWNS", LING)),
        ("凌渊精密由赫星汽车控股。", (HE, "OWNS", LING)),
        ("凌渊精密由赫星汽车与砚山材料共同投资3亿元组建。", (LING, "FOUNDED_BY", YAN)),
    ],
)
def test_a_tie_has_its_direction(sentence: str, claim: Said) -> None:
    assert said(sentence)[claim][0] == "asserted"


@pytest.mark.parametrize(
    "sentence",
    [
        "公司已与赫星汽车、砚山材料建立合作。",
        "与赫星汽车、砚山材料等厂商建立了合作关系。",
    ],
)
def test_those_whom_somebody_works_with_are_no_partners_of_each_other(sentence: str) -> None:
    assert (HE, "PARTNERS_WITH", YAN) not in said(sentence)
    assert not any("公司" in name for claim in said(sentence) for name in claim)


@pytest.mark.parametrize(
    ("sentence", "investors", "object_", "amount"),
    [
        ("凌渊精密获得赫星汽车3亿元投资。", {HE}, LING, "3亿元"),
        ("凌渊精密引入赫星汽车、砚山材料等战略投资者。", {HE, YAN}, LING, None),
        ("凌渊精密由赫星汽车与砚山材料共同投资3亿元组建。", {HE, YAN}, LING, "3亿元"),
        ("赫星汽车战略投资凌渊精密。", {HE}, LING, None),
    ],
)
def test_a_stake_with_money_or_a_purpose_is_a_deal(
    sentence: str, investors: set[str], object_: str, amount: str | None
) -> None:
    found = reading(sentence)
    names = {e.id: e.name.removesuffix("股份有限公司") for e in found.entities}
    (deal,) = found.deals
    assert (names[deal.company], deal.amount) == (object_, amount)
    assert {names[i] for i in deal.investors} == investors
    assert {s for s, p, _ in said(sentence) if p == "INVESTS_IN"} == investors


def test_who_takes_a_stake_after_a_comma_is_whom_the_sentence_is_about() -> None:
    claims = said("凌渊精密为赫星汽车供应轴承，并参股砚山材料。")
    assert (LING, "INVESTS_IN", YAN) in claims
    assert (HE, "INVESTS_IN", YAN) not in claims


def test_whose_investors_a_clause_names_is_whom_the_sentence_is_about() -> None:
    claims = said("凌渊精密成立于2015年，投资方包括赫星汽车、砚山材料。")
    assert {(HE, "INVESTS_IN", LING), (YAN, "INVESTS_IN", LING)} <= claims.keys()


def test_a_takeover_without_a_price_is_a_deal() -> None:
    (deal,) = reading("2021年，凌渊精密被赫星汽车收购。").deals
    assert (deal.round, deal.date, deal.amount) == ("收购", "2021", None)


def test_the_fund_of_a_company_invests_for_itself() -> None:
    claims = said("凌渊精密获得赫星汽车资本、砚山材料投资。")
    assert ("赫星汽车资本", "INVESTS_IN", LING) in claims
    assert (HE, "INVESTS_IN", LING) not in claims


def test_what_is_bought_of_a_company_is_none() -> None:
    claims = said("凌渊精密以2亿元收购SiC JFET业务，并入股自动驾驶公司。")
    assert not {o for _, p, o in claims if p in ("ACQUIRES", "INVESTS_IN")}
