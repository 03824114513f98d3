"""Deals: who raises money from whom, who takes over whom, who goes public, and how it is meant.

All companies and sentences are invented.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from telling import seconds_of

from kg.model import Deal, Modality, Reading, Statement
from loaders.read import read


@dataclass(frozen=True)
class Told:
    """A reading with its entities by name."""

    reading: Reading

    def name(self, id_: str) -> str:
        """The name of an entity."""
        return next(e.name for e in self.reading.entities if e.id == id_)

    def pairs(self, predicate: str) -> set[tuple[str, str]]:
        """Subject and object of all statements of a relation."""
        return {(self.name(s.subject), self.name(s.object)) for s in self.all(predicate)}

    def all(self, predicate: str) -> list[Statement]:
        """All statements of a relation."""
        return [s for s in self.reading.statements if s.predicate == predicate]

    def only(self, predicate: str) -> Statement:
        """The one statement of a relation."""
        (found,) = self.all(predicate)
        return found

    @property
    def deal(self) -> Deal:
        """The one deal of a text."""
        (found,) = self.reading.deals
        return found

    def investors(self, deal: Deal) -> list[str]:
        """The investors of a deal by name."""
        return [self.name(i) for i in deal.investors]

    def leads(self, deal: Deal) -> list[str]:
        """Who leads a round."""
        return [self.name(i) for i in deal.leads]


def told(text: str) -> Told:
    """What is read in a text of its own."""
    return Told(read("deal.txt", text.encode()))


def test_a_round_has_company_amount_date_and_who_leads() -> None:
    found = told(
        "2031年3月，云岫机器人宣布完成近3亿元B轮融资，由鹭洲资本领投，青禾创投、老股东砚山基金跟投，松涛资本担任独家财务顾问。"
    )
    deal = found.deal
    assert (found.name(deal.company), deal.round, deal.date, deal.amount) == (
        "云岫机器人",
        "B轮",
        "2031-03",
        "近3亿元",
    )
    assert found.investors(deal) == ["鹭洲资本", "青禾创投", "砚山基金"]
    assert found.leads(deal) == ["鹭洲资本"]
    assert ("松涛资本", "云岫机器人") not in found.pairs("INVESTS_IN")


def test_the_next_sentence_goes_on_about_the_round() -> None:
    found = told(
        "云岫机器人已于日前完成A+轮融资，投后估值达20亿元。本轮融资由鹭洲资本领投，青禾创投等跟投。"
    )
    assert found.deal.valuation == "20亿元"
    assert found.pairs("INVESTS_IN") == {("鹭洲资本", "云岫机器人"), ("青禾创投", "云岫机器人")}
    assert all(s.qualifiers["round"] == "A+轮" for s in found.all("INVESTS_IN"))


def test_a_company_that_a_list_goes_on_with_raises_money_too() -> None:
    found = told(
        "鹤汀聚变能源有限公司（以下简称“鹤汀聚变”）位于合肥。鹤汀聚变、栖霞聚能也陆续在一级市场实现融资。"
    )
    assert {found.name(d.company) for d in found.reading.deals} == {
        "鹤汀聚变能源有限公司",
        "栖霞聚能",
    }


def test_investors_stand_before_the_sum_too() -> None:
    found = told("云岫机器人获鹭洲资本、青禾创投数亿元天使轮投资。")
    assert found.pairs("INVESTS_IN") == {("鹭洲资本", "云岫机器人"), ("青禾创投", "云岫机器人")}
    assert found.deal.amount == "数亿元"


@pytest.mark.parametrize(
    "sentence",
    [
        "2031年全球机器人行业融资总额达235亿元，融资环境明显改善。",
        "融资租赁行业的规模继续扩大，企业的融资成本下降。",
        "多家券商认为，公司估值仍有提升空间。",
        "新药上市后放量，车型正式上市并开启交付。",
    ],
)
def test_talk_of_money_is_no_deal(sentence: str) -> None:
    found = told(sentence)
    assert not found.reading.deals
    assert not found.all("INVESTS_IN")
    assert not found.all("ACQUIRES")


def test_a_rounds_table_inherits_its_company_and_knows_who_is_no_investor() -> None:
    table = (
        "表：机器人融资事件\n\n"
        "| 企业 | 时间 | 轮次 | 金额 | 投资方 | 投后估值 |\n|---|---|---|---|---|---|\n"
        "| 云岫机器人 | 2030年3-7月 | 天使轮 | 7000万元 | 鹭洲资本、青禾创投联合领投, 砚山基金等跟投 | 未披露 |\n"
        "| | 2031年Q4 | Pre-IPO | 拟募资 | 鹿鸣证券辅导 | 30亿元 |\n"
        "| 墨石智能 | 2031年12月29日 | 港交所上市 | 3亿港元 | 公开发售+国际配售 | / |\n"
        "| 墨石智能 | 2032年2月 | 反向收购 | / | 拟通过协议转让方式受让苍梧股份43%股权实现控股 | / |\n"
    )
    found = told(table)
    by_date = {d.date: d for d in found.reading.deals}
    first, second = by_date["2030-03~2030-07"], by_date["2031-Q4"]
    third, fourth = by_date["2031-12-29"], by_date["2032-02"]
    assert (first.date, found.leads(first)) == ("2030-03~2030-07", ["鹭洲资本", "青禾创投"])
    assert found.investors(first) == ["鹭洲资本", "青禾创投", "砚山基金"]
    assert (found.name(second.company), second.date, second.investors) == (
        "云岫机器人",
        "2031-Q4",
        (),
    )
    assert (third.round, third.date, third.investors) == ("港交所上市", "2031-12-29", ())
    takeover = found.only("ACQUIRES")
    assert (found.name(takeover.subject), found.name(takeover.object)) == ("墨石智能", "苍梧股份")
    assert takeover.modality is Modality.PLANNED
    assert takeover.qualifiers["stake"] == "43%"
    assert found.name(fourth.company) == "墨石智能"


def test_a_cell_may_tell_its_deals_in_words() -> None:
    table = (
        "| 企业 | 技术路线 | 融资进展 |\n|---|---|---|\n"
        "| 云岫医疗 | 侵入式 | 2031年1月完成约20亿元Pre-IPO轮融资，投后估值超95亿元；已递交港交所IPO申请。 |\n"
        "| 墨石医疗 | 非侵入式 | 2031年2月完成3亿元A+轮融资（鹭洲资本领投）。 |\n"
    )
    found = told(table)
    rounds = {(found.name(d.company), d.round, d.date, d.valuation) for d in found.reading.deals}
    assert ("云岫医疗", "Pre-IPO轮", "2031-01", "超95亿元") in rounds
    assert ("墨石医疗", "A+轮", "2031-02", None) in rounds
    assert any(
        found.name(d.company) == "云岫医疗" and "IPO" in (d.round or "")
        for d in found.reading.deals
    )
    assert found.pairs("INVESTS_IN") == {("鹭洲资本", "墨石医疗")}


def test_a_table_of_one_companys_rounds_takes_it_from_the_heading() -> None:
    text = (
        "## 云岫机器人股份有限公司\n\n| 项目 | 详情 |\n|---|---|\n| 总部 | 深圳 |\n"
        "| 天使轮 | 1,400万美元（2030 年 8 月） |\n| A1 轮 | 1.4亿美元（2031 年 7 月，鹭洲资本领投，青禾创投跟投） |\n"
        "| 主要投资者 | 砚山基金 |\n"
    )
    found = told(text)
    assert {(d.round, d.date) for d in found.reading.deals} == {
        ("天使轮", "2030-08"),
        ("A1轮", "2031-07"),
    }
    assert {s for s, _ in found.pairs("INVESTS_IN")} == {"鹭洲资本", "青禾创投", "砚山基金"}


@pytest.mark.parametrize(
    ("sentence", "modality", "qualifiers"),
    [
        (
            "云岫电子以12.3亿元现金收购墨石半导体100%股权。",
            Modality.ASSERTED,
            {"stake": "100%", "amount": "12.3亿元"},
        ),
        (
            "云岫电子拟收购墨石半导体51%股权，交易作价15亿元。",
            Modality.PLANNED,
            {"stake": "51%", "amount": "15亿元"},
        ),
        ("云岫电子公告终止收购墨石半导体60%股权。", Modality.DENIED, {"stake": "60%"}),
        ("监管机构否决了云岫电子对墨石半导体的收购。", Modality.DENIED, {}),
        ("墨石半导体被云岫电子以5亿元全资收购。", Modality.ASSERTED, {"amount": "5亿元"}),
        ("据传云岫电子接近达成收购墨石半导体的协议。", Modality.RUMOURED, {}),
        ("云岫电子曾试图收购墨石半导体，最终因监管阻止而失败。", Modality.DENIED, {}),
        ("云岫电子完成对墨石半导体的收购, 获63.6%股份。", Modality.ASSERTED, {"stake": "63.6%"}),
        ("云岫电子收购墨石半导体后又将其出售。", Modality.ASSERTED, {}),
        ("云岫电子斥资5亿元拿下墨石半导体。", Modality.ASSERTED, {"amount": "5亿元"}),
        ("云岫电子取得墨石半导体控制权。", Modality.ASSERTED, {}),
    ],
)
def test_a_takeover_has_direction_stake_price_and_modality(
    sentence: str, modality: Modality, qualifiers: dict[str, str]
) -> None:
    found = told(sentence)
    takeover = found.only("ACQUIRES")
    assert (found.name(takeover.subject), found.name(takeover.object)) == ("云岫电子", "墨石半导体")
    assert takeover.modality is modality
    assert qualifiers.items() <= takeover.qualifiers.items()


def test_a_stake_sold_goes_to_the_buyer() -> None:
    found = told(
        "云岫集团将其持有的墨石半导体55%股份转让给鹤汀科技，鹤汀科技成为其大股东。云岫集团、墨石半导体、鹤汀科技等企业均在合肥。"
    )
    assert ("云岫集团", "墨石半导体") not in found.pairs("ACQUIRES")


@pytest.mark.parametrize(
    "sentence",
    [
        "云岫集团战略投资了墨石半导体，持股8%。",
        "墨石半导体获云岫集团战略投资。",
        "云岫集团向墨石半导体增资15亿美元。",
        "墨石半导体的股东包括云岫集团。",
        "云岫集团持有墨石半导体17%股份。",
    ],
)
def test_a_stake_runs_from_investor_to_company(sentence: str) -> None:
    assert told(sentence).pairs("INVESTS_IN") == {("云岫集团", "墨石半导体")}


def test_a_stake_given_up_is_past() -> None:
    assert (
        told("云岫集团曾投资墨石半导体，目前已全部退出。").only("INVESTS_IN").modality
        is Modality.PAST
    )


@pytest.mark.parametrize(
    ("sentence", "round_", "amount", "modality"),
    [
        (
            "云岫机器人科创板IPO申请获受理，拟募资75亿元，保荐机构为鹿鸣证券。",
            "科创板IPO",
            "75亿元",
            Modality.ASSERTED,
        ),
        ("云岫机器人将在港交所上市。", "港交所上市", None, Modality.PLANNED),
        ("云岫机器人撤回科创板上市申请。", "科创板上市", None, Modality.DENIED),
        ("云岫机器人启动上市辅导，辅导机构为鹿鸣证券。", "上市辅导", None, Modality.ASSERTED),
    ],
)
def test_a_listing_is_a_deal_and_its_sponsor_invests_nothing(
    sentence: str, round_: str, amount: str | None, modality: Modality
) -> None:
    found = told(sentence)
    deal = found.deal
    assert (found.name(deal.company), deal.round, deal.amount, deal.modality) == (
        "云岫机器人",
        round_,
        amount,
        modality,
    )
    assert not found.all("INVESTS_IN")


def test_a_listing_told_twice_is_one_deal() -> None:
    found = told(
        "2031年11月5日，云岫机器人申报创业板上市。公司拟通过IPO募集资金7.46亿元，用于扩产。"
    )
    assert (found.deal.round, found.deal.date, found.deal.amount) == (
        "创业板上市",
        "2031-11-05",
        "7.46亿元",
    )


def test_cornerstones_invest_in_a_listing() -> None:
    found = told(
        "云岫机器人于2031年11月5日在港交所主板挂牌上市，募资约25亿港元，基石投资者包括鹭洲资本、青禾创投。"
    )
    assert found.pairs("INVESTS_IN") == {("鹭洲资本", "云岫机器人"), ("青禾创投", "云岫机器人")}


def test_a_subsidiary_raises_its_own_money() -> None:
    found = told("云岫集团旗下墨石智能获鹭洲资本3亿元A轮投资。")
    assert {found.name(d.company) for d in found.reading.deals} == {"墨石智能"}


def test_an_english_round_names_leader_and_followers() -> None:
    found = told(
        "Starlit Robotics, a maker of grippers backed by Omega Fund, raised $120 million in a Series B round led by "
        "Alpha Ventures in March 2031, with participation from Beta Capital and existing investor Gamma Partners, at a $3 billion valuation."
    )
    deal = found.deal
    assert (deal.round, deal.amount, deal.date, deal.valuation) == (
        "Series B",
        "$120 million",
        "2031-03",
        "$3 billion",
    )
    assert found.leads(deal) == ["Alpha Ventures"]
    assert set(found.investors(deal)) == {"Alpha Ventures", "Beta Capital", "Gamma Partners"}


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Norvane Systems agreed to acquire Quillon Photonics for $6.5 billion.", Modality.PLANNED),
        ("Quillon Photonics was acquired by Norvane Systems in 2031.", Modality.ASSERTED),
        (
            "Norvane Systems abandoned its $40 billion takeover of Quillon Photonics after regulators objected.",
            Modality.DENIED,
        ),
        ("Norvane Systems is in talks to buy Quillon Photonics.", Modality.POTENTIAL),
        ("Norvane Systems reportedly plans to acquire Quillon Photonics.", Modality.RUMOURED),
        (
            "Norvane Systems acquired an 80% stake in Quillon Photonics from its founder.",
            Modality.ASSERTED,
        ),
    ],
)
def test_english_takeovers_have_direction_and_modality(sentence: str, modality: Modality) -> None:
    found = told(sentence)
    takeover = found.only("ACQUIRES")
    assert (found.name(takeover.subject), found.name(takeover.object)) == (
        "Norvane Systems",
        "Quillon Photonics",
    )
    assert takeover.modality is modality


@pytest.mark.parametrize(
    "sentence",
    [
        "Norvane Systems took a 20% stake in Quillon Photonics.",
        "Norvane Systems invested $5 billion in Quillon Photonics.",
        "Quillon Photonics, which is backed by Norvane Systems, makes lasers.",
    ],
)
def test_an_english_stake_is_no_takeover(sentence: str) -> None:
    found = told(sentence)
    assert found.pairs("INVESTS_IN") == {("Norvane Systems", "Quillon Photonics")}
    assert not found.all("ACQUIRES")


def test_buying_goods_is_no_takeover() -> None:
    found = told(
        "Norvane Systems buys lasers from Quillon Photonics and raised its revenue forecast to $10 billion."
    )
    assert not found.all("ACQUIRES")
    assert not found.reading.deals


@pytest.mark.parametrize(
    "piece", ["完成融资由", "B轮", "收购", "获3亿元", "（", "raised $3 million in "]
)
def test_a_line_without_end_is_read_in_time_that_grows_with_it(piece: str) -> None:
    seconds_of(told, piece, 100)  # grammars and dictionaries are loaded
    assert seconds_of(told, piece, 40_000) < 30 * max(seconds_of(told, piece, 4_000), 0.1)


def test_two_rounds_of_one_investor_are_told_apart() -> None:
    found = told(
        "| 公司 | 轮次 | 时间 | 金额 | 投资方 |\n| --- | --- | --- | --- | --- |\n"
        "| 凌渊机器人 | A轮 | 2022年3月 | 2亿元 | 海川资本 |\n"
        "| 凌渊机器人 | B轮 | 2024年5月 | 6亿元 | 海川资本、恒达创投 |\n"
    )
    rounds = [
        (s.subject, s.qualifiers["round"], s.qualifiers["amount"]) for s in found.all("INVESTS_IN")
    ]
    assert sorted(rounds) == [
        ("company/恒达创投", "B轮", "6亿元"),
        ("company/海川资本", "A轮", "2亿元"),
        ("company/海川资本", "B轮", "6亿元"),
    ]
