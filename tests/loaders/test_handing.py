"""将 that hands over a thing says nothing of the future; 将 before a verb does."""

from __future__ import annotations

import pytest
from telling import reading, said

from loaders.handing import unhanded


@pytest.mark.parametrize(
    "text",
    [
        "美国将凌渊精密列入清单。",
        "平台将整机成本从两万元降至一万元。",
        "公司将谐波减速器用于整机。",
    ],
)
def test_a_thing_handed_over_is_no_future(text: str) -> None:
    assert "将" not in unhanded(text)


@pytest.mark.parametrize(
    "text", ["公司将推出整机。", "规模将进一步提升至百亿元。", "它将成为主流。"]
)
def test_what_is_to_come_stays_to_come(text: str) -> None:
    assert unhanded(text) == text


def test_what_is_counted_behind_it_is_no_forecast() -> None:
    found = reading("2021年3月，美国将12家企业列入实体清单。")
    assert [f.kind for f in found.figures] == ["observation"]


def test_who_makes_what_it_hands_over_does_so_now() -> None:
    found = said("凌渊精密通过自研谐波减速器将普通关节转为柔性关节。")
    assert found["凌渊精密", "PRODUCES", "谐波减速器"][0] == "asserted"
