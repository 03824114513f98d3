"""Forecasts side by side."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from books import Book, keep, writable

from kg.forecasts import forecasts
from kg.periods import end_of
from kg.store.lookup import find

TODAY = date(2026, 6, 1)


def outlook() -> Book:
    """Two houses on one market, one of them on a year that is over."""
    market = {"period": "2035", "region": "全球"}
    return (
        Book("outlook.txt")
        .counts("甲所看2035年。", "Industry 机械狗", "规模", 90.0, sources=["Institution 甲所"],
                unit="亿美元", base_value=9e9, base_unit="USD", **market)
        .counts("乙所看2035年。", "Industry 机械狗", "规模", 12.0, sources=["Institution 乙所"],
                unit="十亿美元", base_value=12e9, base_unit="USD", **market)
        .counts("甲所曾看2025年。", "Industry 机械狗", "规模", (3.0, 4.0), period="2025E",
                unit="亿美元", sources=["Institution 甲所"])
        .counts("2024年实际。", "Industry 机械狗", "规模", 2.0, period="2024",
                unit="亿美元", kind="observation")
    )  # fmt: skip


def test_sources_side_by_side_with_their_spread(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, outlook())
        rows = forecasts(store, find(store, "机械狗"), TODAY)
    assert [(r["period"], r["sources"], r["value"], r["spread"], r["due"]) for r in rows] == [
        ("2025E", ["甲所"], (3.0, 4.0), None, True),
        ("2035", ["乙所"], 12.0, 33.3, False),
        ("2035", ["甲所"], 90.0, 33.3, False),
    ]
    assert rows.note == (
        "3 figures from 1 report, 1 due by 2026-06-01; "
        "--all shows 1 more that are reported, not predicted"
    )


def test_what_a_house_predicts_and_what_was_reported(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, outlook())
        assert len(forecasts(store, find(store, "甲所"), TODAY)) == 2
        everything = forecasts(store, None, TODAY, observations=True)
    assert [row["kind"] for row in everything].count("observation") == 1
    assert not any(row["due"] for row in everything if row["kind"] == "observation")


def test_one_figure_in_two_reports_is_one_row_with_both_sources(tmp_path: Path) -> None:
    again = Book("again.txt").counts(
        "再看2035年。", "Industry 机械狗", "规模", 90.0, period="2035", region="全球",
        sources=["Institution 丙所"], unit="亿美元", base_value=9e9, base_unit="USD",
    )  # fmt: skip
    with writable(tmp_path) as store:
        keep(store, outlook(), again)
        (row,) = [r for r in forecasts(store, None, TODAY) if r["value"] == 90.0]
    assert row["sources"] == ["丙所", "甲所"]
    assert row["sentences"] == 2


@pytest.mark.parametrize(
    ("period", "end"),
    [
        ("2035", "2035-12-31"),
        ("2026E", "2026-12-31"),
        ("2026-2030年", "2030-12-31"),
        ("2025-30", "2030-12-31"),
        ("2025-09", "2025-09-30"),
        ("2025年9月", "2025-09-30"),
        ("2024年2月", "2024-02-29"),
        ("2025年上半年", "2025-06-30"),
        ("2025H1", "2025-06-30"),
        ("2025年第三季度", "2025-09-30"),
        ("Q1 2027", "2027-03-31"),
        ("25Q2", "2025-06-30"),
        ("fiscal 2025", "2025-12-31"),
        ("2025年底", "2025-12-31"),
        ("2030年代", "2039-12-31"),
        ("2030年后", None),
        ("未来五年", None),
        (None, None),
    ],
)
def test_when_a_period_is_over(period: str | None, end: str | None) -> None:
    assert end_of(period) == (date.fromisoformat(end) if end else None)
