"""Who founded a company, by sentences of our own."""

from __future__ import annotations

import pytest
from telling import said

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"


@pytest.mark.parametrize(
    ("text", "company", "founders"),
    [
        ("凌渊精密由陈远舟、楼天河联合创立。", LING, {"陈远舟", "楼天河"}),
        ("凌渊精密于2019年正式成立，由Ann Lee等人创办。", LING, {"Ann Lee"}),
        ("彭志远于2021年3月创立凌渊精密。", LING, {"彭志远"}),
        ("凌渊精密联合创始人兼CEO郑知行在会上发言。", LING, {"郑知行"}),
        ("凌渊精密创始人艾伦·格林公布计划。", LING, {"艾伦·格林"}),
        ("赫星汽车创始人Ann Lee创立的树脂公司砚山材料完成融资。", YAN, {"Ann Lee"}),
        ("凌渊精密成立于2019年，创始人为陈远舟和Ann Lee。", LING, {"陈远舟", "Ann Lee"}),
        ("凌渊精密由两位赫星汽车校友陈远舟和Ann Lee创办。", LING, {"陈远舟", "Ann Lee"}),
        ("凌渊精密由诺奖得主Ann Lee参与创立。", LING, {"Ann Lee"}),
        ("凌渊精密：楼天河院士团队创立，去年上市。", LING, {"楼天河"}),
        ("凌渊精密于 2022 年由 Ann Lee 创立于慕尼黑。", LING, {"Ann Lee"}),
        ("凌渊精密联合创始人兼 CEO 艾伦·格林德表示乐观。", LING, {"艾伦·格林德"}),
        ("凌渊精密首席执行官兼联合创始人艾伦·格林表示乐观。", LING, {"艾伦·格林"}),
        ("凌渊精密裁员。年底，公司停产，联合创始人兼首席执行官Ann Lee辞职。", LING, {"Ann Lee"}),
        (
            "凌渊精密由三位校友共同创立，其中Ann Lee和Bo Chen，当时还在读书。",
            LING,
            {"Ann Lee", "Bo Chen"},
        ),
        ("凌渊精密在北京。\n\n起初公司由陈远舟创立。", LING, {"陈远舟"}),
        (
            "凌渊精密在北京。\n\n赫星汽车前高管 Ann Lee 与 Bo Chen 联合创立了这家企业。",
            LING,
            {"Ann Lee", "Bo Chen"},
        ),
        ("砚山材料是赫星汽车分拆出来的公司。", YAN, {HE}),
        ("砚山材料扩建厂房，前身是赫星汽车。", YAN, {HE}),
        ("赫星汽车独立出来就是砚山材料。", YAN, {HE}),
        ("砚山材料先后由凌渊精密、赫星汽车合并而成。", YAN, {LING, HE}),
    ],
)
def test_founders_are_persons_and_companies(text: str, company: str, founders: set[str]) -> None:
    found = {o for s, relation, o in said(text) if (s, relation) == (company, "FOUNDED_BY")}
    assert found == founders


@pytest.mark.parametrize(
    "text",
    [
        "多年前创立的凌渊精密扩建厂房。",
        "凌渊精密由前员工创立。",
        "凌渊精密创始人出席论坛。",
        "凌渊精密创始人高度评价了产品。",
        "凌渊精密计划分拆上市。",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert not [s for s in said(text) if s[1] == "FOUNDED_BY"]


@pytest.mark.parametrize(
    ("line", "founders"),
    [
        ("创始人 | 陈远舟 — 原赫星汽车研发负责人", {"陈远舟"}),
        ("联合创始人 | 陈远舟、楼天河（已离职）", {"陈远舟", "楼天河"}),
        ("创始人背景 | 原赫星汽车研发负责人", set()),
        ("CEO | 陈远舟", set()),
    ],
)
def test_a_table_of_a_company_names_its_founders(line: str, founders: set[str]) -> None:
    table = f"## 凌渊精密股份有限公司\n\n| 项目 | 详情 |\n|---|---|\n| {line} |\n| 总部 | 深圳 |\n"
    assert {o for _, relation, o in said(table) if relation == "FOUNDED_BY"} == founders
