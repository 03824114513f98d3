"""What is not as it should be is found, with its sentences; what may be right is left alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from books import Book, battery, cars, keep, writable
from click.testing import CliRunner

from kg.check import check
from kg.cli.main import kg
from kg.rows import Rows


def found(folder: Path, *books: Book) -> Rows:
    with writable(folder) as store:
        keep(store, *books)
        return check(store)


def book(*figures: tuple[Any, ...], file: str = "a.txt", **common: Any) -> Book:
    """Figures of an industry: metric, value, unit, period and whatever else."""
    made = Book(file)
    for number, (metric, value, unit, period, *rest) in enumerate(figures):
        more: dict[str, Any] = {"kind": "observation", **common, **(rest[0] if rest else {})}
        subject = more.pop("subject", "Industry 子行业")
        sentence = f"第{number}句：{subject}{metric}{value}{unit}（{period}）。"
        made.counts(sentence, subject, metric, value, unit=unit, period=period, **more)
    return made


def told(rows: Rows) -> list[tuple[str, str]]:
    return [(row["check"], row["message"]) for row in rows]


def test_nothing_is_found_where_nothing_is_wrong(tmp_path: Path) -> None:
    rows = found(tmp_path, battery(), cars())
    assert rows == []
    assert rows.note == "0 findings; 1 figures checked"


def test_a_statement_off_the_ontology_is_found_with_its_sentence(tmp_path: Path) -> None:
    wrong = Book("a.txt").says(
        "甲电池供应丙材料。", "Company 甲电池", "SUPPLIES", "Technology 丙材料"
    )
    (row,) = found(tmp_path, battery(), wrong)
    assert row["check"] == "shape"
    assert row["message"] == "The object is of no class that the relation may lead to."
    assert (row["file"], row["line"], row["quote"]) == ("a.txt", 1, "甲电池供应丙材料。")
    assert row["subject"].startswith("statement/")


TWO = [("规模", 80.0, "亿元", "2024"), ("规模", 95.0, "亿元", "2024年")]


def test_two_values_of_one_source_are_found_with_both_sentences(tmp_path: Path) -> None:
    (row,) = found(tmp_path, book(*TWO))
    assert (row["check"], row["message"]) == ("two values", "one source gives 80 亿元, 95 亿元")
    assert (row["subject"], row["metric"]) == ("子行业", "规模")
    assert [said["line"] for said in row["sentences"]] == [1, 2]
    assert all(said["quote"] in row["quote"] for said in row["sentences"])


@pytest.mark.parametrize(
    "change",
    [
        {"period": "2025"},
        {"region": "中国"},
        {"kind": "forecast"},
        {"sources": ["Institution 研究院"]},
        {"subject": "Industry 丑行业"},
        {"unit": "万台", "base_unit": "台", "base_value": 950000.0},
        {"modality": "denied"},
        {"value": 80.4},
        {"value": 84.0, "comparator": "~"},
        {"value": 70.0, "comparator": ">"},
        {"value": (79.0, 82.0)},
        {"value": 8.0, "unit": "十亿元", "base_unit": "CNY", "base_value": 8e9},
    ],
)
def test_two_values_that_can_both_be_right_are_left_alone(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    base = {"base_unit": "CNY", "base_value": 8e9}
    second = {
        "metric": "规模",
        "value": 95.0,
        "unit": "亿元",
        "period": "2024",
        **base,
        "base_value": 9.5e9,
    }
    if "value" in change and "base_unit" not in change:
        second["base_value"] = None
        base = {}
        second["base_unit"] = None
    second |= change
    other = tuple(second.pop(key) for key in ("metric", "value", "unit", "period"))
    assert found(tmp_path, book((*TWO[0], base), (*other, second))) == []


def test_two_reports_may_differ(tmp_path: Path) -> None:
    assert found(tmp_path, book(TWO[0]), book(TWO[1], file="b.txt")) == []


def shares(
    *values: float, metric: str = "市场份额", period: str | None = "2024", **more: Any
) -> Book:
    return book(
        *(
            (metric, v, "%", period, {"subject": f"Company {n}号", **more})
            for n, v in enumerate(values)
        )
    )


def test_shares_past_the_whole_are_found(tmp_path: Path) -> None:
    (row,) = found(tmp_path, shares(45.0, 40.0, 20.0))
    assert told(Rows([row])) == [
        ("shares", "0号 45 %, 1号 40 %, 2号 20 %: more than 100 % together")
    ]
    assert len(row["sentences"]) == 3


@pytest.mark.parametrize(
    "fine",
    [
        shares(45.0, 40.0, 15.2),
        shares(33.4, 33.3, 33.4),
        shares(60.0, 60.0, comparator="<"),
        shares(60.0, 60.0, metric="市场份额同比增速"),
        shares(72.0, 80.0, metric="进口占比"),
        shares(60.0, 60.0, metric="占比", period=None),
    ],
)
def test_shares_that_may_be_right_are_left_alone(tmp_path: Path, fine: Book) -> None:
    assert found(tmp_path, fine) == []


ENDS = [("规模", 80.0, "亿元", "2024"), ("规模", 120.0, "亿元", "2025")]


@pytest.mark.parametrize(
    ("growth", "message"),
    [
        (
            ("规模同比增速", 30.0, "%", "2025"),
            "80 亿元 in 2024 to 120 亿元 in 2025 is 48.4 to 51.6 %, not 30 %",
        ),
        (
            ("规模增长率", 52.7, "%", "2025年"),
            "80 亿元 in 2024 to 120 亿元 in 2025 is 48.4 to 51.6 %, not 52.7 %",
        ),
        (
            ("规模同比降幅", 50.0, "%", "2025"),
            "80 亿元 in 2024 to 120 亿元 in 2025 is 48.4 to 51.6 %, not 50 %",
        ),
        (
            ("增速", 30.0, "%", "2024-2025"),
            "80 亿元 in 2024 to 120 亿元 in 2025 is 48.4 to 51.6 %, not 30 %",
        ),
    ],
)
def test_growth_that_its_ends_do_not_give_is_found(
    tmp_path: Path, growth: tuple[Any, ...], message: str
) -> None:
    (row,) = found(tmp_path, book(growth, *ENDS))
    assert (row["check"], row["message"]) == ("growth", message)
    assert len(row["sentences"]) == 3


@pytest.mark.parametrize(
    "growth",
    [
        ("规模同比增速", 50.0, "%", "2025"),
        ("规模同比增速", 52.0, "%", "2025"),
        ("规模同比增速", 40.0, "%", "2025", {"comparator": ">"}),
        ("规模环比增速", 30.0, "%", "2025"),
        ("销量同比增速", 30.0, "%", "2025"),
        ("规模同比增速", 30.0, "%", "2026"),
        ("规模同比增速", 30.0, "%", "2025", {"region": "中国"}),
    ],
)
def test_growth_that_may_be_right_is_left_alone(tmp_path: Path, growth: tuple[Any, ...]) -> None:
    assert found(tmp_path, book(growth, *ENDS)) == []


LONG = [("规模", 80.0, "亿美元", "2024"), ("规模", 9089.0, "亿美元", "2035")]


# (9089 / 80) ** (1 / 11) is 1.538
@pytest.mark.parametrize("period", ["2024-2035", "2024年至2035年", None])
@pytest.mark.parametrize(
    ("value", "wrong"), [(53.8, False), (54.5, False), (45.0, True), (62.0, True)]
)
def test_a_yearly_growth_is_checked_over_all_its_years(
    tmp_path: Path, period: str | None, value: float, wrong: bool
) -> None:
    rows = found(tmp_path, book(("CAGR", value, "%", period), *LONG, kind="forecast"))
    message = f"80 亿美元 in 2024 to 9089 亿美元 in 2035 is 53.7 to 53.9 % a year, not {value:g} %"
    assert told(rows) == ([("CAGR", message)] if wrong else [])


def test_a_growth_with_two_candidates_is_not_guessed(tmp_path: Path) -> None:
    sales = [("销量", 10.0, "万台", "2024"), ("销量", 20.0, "万台", "2025")]
    assert found(tmp_path, book(("增速", 30.0, "%", "2025"), *ENDS, *sales)) == []


def test_the_command_lists_what_was_found(tmp_path: Path) -> None:
    rows = found(tmp_path, book(*TWO))
    result = CliRunner().invoke(kg, ["--store", str(tmp_path / "atlas.db"), "check"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == list(rows)
