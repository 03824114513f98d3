"""Two rounds of one investor in one company are two investments, one round told twice is one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from books import Book, keep, writable

from kg.export.jsonl import lines
from kg.model import digest
from kg.rounds import rounds
from kg.store.edges import edges

FUND, ROBOT = "Company 海川资本", "Company 凌渊机器人"


def invests(book: Book, sentence: str, **told: str) -> Book:
    return book.says(sentence, FUND, "INVESTS_IN", ROBOT, qualifiers=told)


def early() -> Book:
    book = invests(
        Book("early.txt"),
        "2022年，海川资本参与凌渊机器人A轮融资，金额2亿元。",
        round="A轮",
        date="2022",
        amount="2亿元",
    )
    return invests(book, "2024年3月，海川资本参与其B轮融资。", round="B轮", date="2024-03")  # fmt: skip


def late() -> Book:
    book = invests(
        Book("late.txt"), "Haichuan joined the Series B of 2024.", round="Series B", date="2024"
    )
    return invests(book, "海川资本曾向凌渊机器人投资2亿元。", amount="2 亿元")  # fmt: skip


def test_each_round_keeps_what_is_said_of_it(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, early(), late())
        first, second = edges(store)
    assert first.qualifiers == {"round": "A轮", "date": "2022", "amount": "2 亿元；2亿元"}
    assert [place.file for place in first.evidence] == ["early.txt", "late.txt"]
    assert second.qualifiers == {"round": "B轮；Series B", "date": "2024；2024-03"}
    assert [place.file for place in second.evidence] == ["early.txt", "late.txt"]


def test_the_export_is_the_same_whichever_report_comes_first(tmp_path: Path) -> None:
    found = []
    for number, books in enumerate([(early(), late()), (late(), early())]):
        folder = tmp_path / str(number)
        folder.mkdir()
        with writable(folder) as store:
            keep(store, *books)
            found.append([json.loads(line) for line in lines(store)])
    assert found[0] == found[1]
    ids = [row["id"] for row in found[0] if row["type"] == "statement"]
    assert len(set(ids)) == 2


def test_without_a_round_a_statement_keeps_its_id(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, invests(Book("one.txt"), "海川资本投资凌渊机器人。", date="2024"))
        (edge,) = edges(store)
    assert (
        edge.id
        == digest(*edge.identity)
        == digest("company/海川资本", "INVESTS_IN", "company/凌渊机器人", "asserted")
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([{"round": "A轮"}, {}], ["a", "a"]),
        ([{"round": "A轮"}, {"round": "B轮"}, {}], ["a", "b", ""]),
        ([{"round": "A轮", "date": "2022"}, {"round": "B轮", "date": "2024"}, {"date": "2024-05"}], ["a", "b", "b"]),
        ([{"round": "A轮", "amount": "1亿元"}, {"amount": "3亿元"}], ["a", ""]),
        ([{"round": "Pre-A 轮融资"}, {"round": "pre-A轮"}, {"round": "Series A"}], ["pre-a", "pre-a", "a"]),
        ([{}, {"amount": "3亿元"}], ["", ""]),
    ],
)  # fmt: skip
def test_the_round_of_what_names_none(told: list[dict[str, str]], expected: list[str]) -> None:
    assert rounds(told) == expected
