"""Tables of products by maker and date, and English tables of years below their metric."""

from __future__ import annotations

from telling import reading, said

LING, HE = "凌渊精密", "赫星汽车"
ROWS = (
    "| 厂商 | ZX100 | ZX200 |\n|---|---|---|\n"
    f"| {LING} | 2020年 | 2099年 |\n| {HE} | - | 2098年 |\n"
)


def test_a_date_below_a_product_says_that_the_row_s_maker_has_it_or_plans_it() -> None:
    found = said(f"发布日期：2024-06-01\n\n{ROWS}")
    assert found[(LING, "PRODUCES", "ZX100")][0] == "asserted"
    assert found[(LING, "PRODUCES", "ZX200")][0] == "planned"
    assert (HE, "PRODUCES", "ZX100") not in found


def test_in_a_report_without_a_date_nobody_knows_what_is_still_to_come() -> None:
    assert not [s for s in said(ROWS) if s[1] == "PRODUCES"]


def test_years_below_an_english_title_measure_what_it_names() -> None:
    text = (
        "Table 4: Market size by segment (US$ bn)\n\n| Segment | 2023 | 2030E |\n|---|---|---|\n"
        "| Torque sensors | 1.2 | 14.0 |\n| Roller screws | 0.5 | 5.2 |\n"
    )
    found = {(f.metric, f.period, f.value, f.unit) for f in reading(text).figures}
    assert ("Market size", "2023", 1.2, "US$ bn") in found
    assert ("Market size", "2030E", 5.2, "US$ bn") in found
