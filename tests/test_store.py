"""The store keeps what reports say, gives it back, and can take any report back."""

from __future__ import annotations

import sqlite3
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from books import Book, battery, cars, keep, writable
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreBusy, StoreError, UnknownName, UnknownReport
from kg.export.jsonl import lines
from kg.store import Store
from kg.store.edges import edges_at
from kg.store.lookup import find, nearest, search
from kg.store.writing import add, forget


def contents(store: Store) -> dict[str, list[Any]]:
    """All rows of all tables that hold what was read, less the numbers that count anything."""
    tables = [
        name
        for (name,) in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith("sqlite_") and name != "meta"
    ]
    return {table: store.rows(f"SELECT * FROM {table}") for table in tables}


def test_the_same_report_twice_changes_nothing(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery())
        before, generation = list(lines(store)), store.generation
        (again,) = keep(store, battery())
        assert again.known
        assert (list(lines(store)), store.generation) == (before, generation)


def test_forgetting_takes_back_exactly_what_one_report_said(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery())
        before = list(lines(store))
        keep(store, cars())
        assert list(lines(store)) != before
        forget(store, "cars.txt")
        assert list(lines(store)) == before
        assert not search(store, "己座椅")


def test_an_emptied_store_holds_nothing_at_all(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery(), cars())
        for file in ("battery.txt", "cars.txt"):
            forget(store, file)
        kept = {name for name, rows in contents(store).items() if rows}
        # full-text tables keep their own bookkeeping
        assert {
            name for name in kept if not name.startswith(("names_text_", "lines_text_"))
        } == set()
        assert not search(store, "电池")


def test_the_order_of_loading_leaves_no_trace(tmp_path: Path) -> None:
    third = Book("third.txt").says(
        "甲电池有限公司与辛能源合作。",
        "Company 甲电池有限公司|甲电",
        "PARTNERS_WITH",
        "Company 辛能源",
    )
    exports = set()
    for number, order in enumerate(permutations((battery(), cars(), third))):
        (tmp_path / str(number)).mkdir()
        with writable(tmp_path / str(number)) as store:
            keep(store, *order)
            exports.add("\n".join(lines(store)))
    assert len(exports) == 1


NAMES = [f"Company {a}{b}" for a in "甲乙丙丁" for b in ("", "|壬", "|癸")]
CONCEPTS = ["Technology 子", "Product 子", "Industry 子", "Technology 丑|子"]
STATED = st.one_of(
    st.tuples(st.sampled_from(NAMES), st.just("SUPPLIES"), st.sampled_from(NAMES)),
    st.tuples(st.sampled_from(NAMES), st.just("PARTNERS_WITH"), st.sampled_from(NAMES)),
    st.tuples(st.sampled_from(NAMES), st.just("USES"), st.sampled_from(CONCEPTS[:2])),
    st.tuples(st.sampled_from(NAMES), st.just("ACTIVE_IN"), st.sampled_from(CONCEPTS[2:3])),
    st.tuples(st.sampled_from(CONCEPTS), st.just("PART_OF"), st.sampled_from(CONCEPTS)),
)


@given(
    pages=st.lists(st.lists(STATED, min_size=1, max_size=4), min_size=1, max_size=5),
    data=st.data(),
)
def test_what_is_kept_depends_on_the_reports_alone(
    tmp_path_factory: pytest.TempPathFactory,
    pages: list[list[tuple[str, str, str]]],
    data: st.DataObject,
) -> None:
    books = []
    for number, page in enumerate(pages):
        book = Book(f"{number}.txt")
        for subject, predicate, object in page:
            book.says(f"第{number}份：{subject}{object}。", subject, predicate, object)
        books.append(book)
    kept = data.draw(st.lists(st.sampled_from(books), unique_by=lambda book: book.file))
    folder = tmp_path_factory.mktemp("random")
    (folder / "all").mkdir()
    with writable(folder / "all") as store, writable(folder) as fresh:
        keep(store, *data.draw(st.permutations(books)))
        for book in data.draw(st.permutations(books)):
            if book not in kept:
                forget(store, book.reading().report.id)
        keep(fresh, *kept)
        assert list(lines(store)) == list(lines(fresh))


def test_another_text_under_the_same_name_is_another_report(tmp_path: Path) -> None:
    newer = Book("battery.txt").says("甲电池停产。", "Company 甲电池", "USES", "Technology 丙材料")
    with writable(tmp_path) as store:
        _, second = keep(store, battery(), newer)
        assert "another text named battery.txt" in second.namesakes[0]
        with pytest.raises(UnknownReport, match="2 reports have the file name"):
            forget(store, "battery.txt")
        assert forget(store, newer.reading().report.id) == newer.reading().report.id


def test_forgetting_what_was_never_read(tmp_path: Path) -> None:
    with writable(tmp_path) as store, pytest.raises(UnknownReport, match="kg reports"):
        forget(store, "nothing.txt")


def test_a_report_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery())
        before = list(lines(store))
        (pages,) = store.rows("PRAGMA page_count")[0]
        store.rows(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(StoreError, match="no room left"):
            keep(store, *big())
        assert list(lines(store)) == before
        store.rows("PRAGMA max_page_count = 1000000")
        assert [added.known for added in keep(store, *big())] == [False]


def big() -> list[Book]:
    book = Book("big.txt")
    for n in range(400):
        book.says(
            f"第{n}号厂为第{n + 1}号厂供货。",
            f"Company {n}号厂",
            "SUPPLIES",
            f"Company {n + 1}号厂",
        )
    return [book]


def test_every_change_makes_a_new_generation(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        seen = [store.generation]
        keep(store, battery())
        seen.append(store.generation)
        forget(store, "battery.txt")
        seen.append(store.generation)
    assert seen == sorted(set(seen))


def test_a_second_writer_waits_and_then_says_why(tmp_path: Path) -> None:
    with writable(tmp_path) as store, store.transaction():
        with (
            Store(store.path, write=True, wait=0.1) as other,
            pytest.raises(StoreBusy, match="another kg"),
        ):
            keep(other, battery())
        with Store(store.path) as reader:
            assert list(lines(reader)) == []


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("不是数据库" * 1000)
    foreign = tmp_path / "foreign.db"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE mine (x)")
    connection.close()
    for path in (text, foreign):
        before = path.read_bytes()
        for write in (False, True):
            with pytest.raises(StoreError, match="not a chainatlas store"):
                Store(path, write=write)
        assert path.read_bytes() == before


def test_a_store_of_a_newer_version_asks_for_an_upgrade(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        store.run("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer chainatlas"):
        Store(store.path)


def test_no_store_yet(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg load"):
        Store(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_questions_work_on_a_read_only_copy(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery())
    (tmp_path / "atlas.db").chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with Store(tmp_path / "atlas.db") as reader:
            assert find(reader, "甲电池")[0].id == "company/甲电池"
    finally:
        tmp_path.chmod(0o755)


def test_a_statement_about_something_unnamed_is_a_problem(tmp_path: Path) -> None:
    reading = battery().reading()
    without = reading.model_copy(
        update={"entities": tuple(e for e in reading.entities if e.name != "丁化工")}
    )
    with writable(tmp_path) as store:
        add(store, without, lambda entity: False)
        problems = store.rows("SELECT kind, message, line FROM problems ORDER BY line")
        assert [(kind, line) for kind, _, line in problems] == [("unnamed", 3), ("unnamed", 5)]
        assert "company/丁化工" in problems[0][1]
        assert not any("丁化工" in line for line in lines(store) if '"statement"' in line)


def test_names_are_found_in_any_spelling(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery())
        for name in (
            "甲电池",
            "甲电池有限公司",
            "jia battery",
            "ＪＩＡ　Battery",
            "company/甲电池",
        ):
            assert [node.name for node in find(store, name)] == ["甲电池"]
        assert find(store, "丙材料", "technology")
        with pytest.raises(UnknownName, match="no Company goes by"):
            find(store, "丙材料", "Company")


def test_an_unknown_name_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery())
        assert nearest(store, "Jia Batery")[0] == "Jia Battery"
        assert nearest(store, "丙材")[0] == "丙材料"
        with pytest.raises(UnknownName, match="the nearest: 丙材料"):
            find(store, "丙材")


@pytest.mark.parametrize("text", ["电芯", "供应电芯", 'a"b', "%", "_x_", "'"])
def test_search_takes_any_text_literally(tmp_path: Path, text: str) -> None:
    with writable(tmp_path) as store:
        keep(store, battery())
        found = [row["text"] for row in search(store, text)]
        assert found == [line for line in battery().text.splitlines() if text in line]


def test_a_question_about_neighbours_scans_no_table(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery(), cars())
        asked: list[str] = []
        store.connection.set_trace_callback(asked.append)
        node = find(store, "甲电池")[0]
        edges_at(store, "either", [node.key], ["SUPPLIES"])
        edges_at(store, "subject", [node.key])
        store.connection.set_trace_callback(None)
        plans = [detail for sql in asked for *_, detail in store.rows(f"EXPLAIN QUERY PLAN {sql}")]
    scans = {plan.split()[1] for plan in plans if plan.startswith("SCAN")}
    # the lists that were asked for, and what comes out of them
    assert scans <= {"k", "n", "i", "f", "json_each"}, plans
