"""Paths between two things, and the graph around some."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from books import Book, battery, cars, keep, writable
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph import around, whole
from kg.paths import paths
from kg.store.lookup import find


def test_a_path_names_each_step_with_its_sentence(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery())
        rows = paths(store, find(store, "丁化工"), find(store, "乙汽车"))
    assert [
        (row["path"], row["step"], row["from"], row["relation"], row["to"]) for row in rows
    ] == [
        (1, 1, "丁化工", "PRODUCES", "丙材料"),
        (1, 2, "甲电池", "USES", "丙材料"),
        (1, 3, "甲电池", "SUPPLIES", "乙汽车"),
    ]
    assert [row["quote"] for row in rows] == [
        "丁化工生产丙材料。", "甲电池采用丙材料。", "甲电池为乙汽车供应电芯。",
    ]  # fmt: skip


def test_fewest_hops_then_the_surest(tmp_path: Path) -> None:
    book = Book("a.txt").says(
        "短。", "Company 起点", "SUPPLIES", "Company 终点", modality="rumoured", confidence=0.1
    )
    for middle, confidence in (("次路", 0.6), ("好路", 0.9), ("坏路", 0.2)):
        book.says(
            f"{middle}一。", "Company 起点", "SUPPLIES", f"Company {middle}", confidence=confidence
        )
        book.says(
            f"{middle}二。", f"Company {middle}", "SUPPLIES", "Company 终点", confidence=confidence
        )
    with writable(tmp_path) as store:
        keep(store, book)
        rows = paths(store, find(store, "起点"), find(store, "终点"))
    assert [row["to"] for row in rows if row["step"] == 1] == ["终点", "好路", "次路"]


def test_a_denial_connects_nothing_and_neither_does_a_common_place(tmp_path: Path) -> None:
    book = (
        Book("a.txt")
        .says("否认。", "Company 甲厂", "SUPPLIES", "Company 乙厂", modality="denied")
        .says("甲在海城。", "Company 甲厂", "LOCATED_IN", "Place 海城")
        .says("乙在海城。", "Company 乙厂", "LOCATED_IN", "Place 海城")
    )
    with writable(tmp_path) as store:
        keep(store, book)
        none = paths(store, find(store, "甲厂"), find(store, "乙厂"))
        assert (list(none), none.note) == ([], "nothing within 6 hops connects 甲厂 and 乙厂")
        assert len(paths(store, find(store, "甲厂"), find(store, "海城"))) == 1


NODES = st.integers(0, 9)


@settings(max_examples=40)
@given(
    pairs=st.lists(st.tuples(NODES, NODES), min_size=1, max_size=25), ends=st.tuples(NODES, NODES)
)
def test_no_path_is_shorter_than_the_first(
    tmp_path_factory: pytest.TempPathFactory,
    pairs: list[tuple[int, int]],
    ends: tuple[int, int],
) -> None:
    book = Book("a.txt").says("起止。", f"Company 第{ends[0]}", "SUPPLIES", "Company 别处")
    book.says("起止。", f"Company 第{ends[1]}", "SUPPLIES", "Company 他处")
    for a, b in pairs:
        book.says(f"{a}供{b}。", f"Company 第{a}", "SUPPLIES", f"Company 第{b}")
    graph: nx.Graph[int] = nx.Graph([pair for pair in pairs if pair[0] != pair[1]])
    graph.add_nodes_from(ends)
    with writable(tmp_path_factory.mktemp("paths")) as store:
        keep(store, book)
        start, end = (find(store, f"第{n}") for n in ends)
        rows = paths(store, start, end, longest=9)
    connected = ends[0] != ends[1] and nx.has_path(graph, *ends)
    expected = nx.shortest_path_length(graph, *ends) if connected else 0
    assert sum(row["path"] == 1 for row in rows) == expected


def test_the_graph_around_a_thing_grows_hop_by_hop_into_the_whole(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery(), cars())
        start = find(store, "丁化工")
        sizes = [len(around(store, start, depth)) for depth in range(1, 6)]
        everything = whole(store)
    assert sizes == [2, 3, 4, 5, 6]
    assert len(everything) == 6
    (supply,) = everything.get_edge_data("company/jiabattery", "company/乙汽车").values()
    assert (supply["relation"], supply["sentences"], supply["line"]) == ("SUPPLIES", 2, 1)
    assert everything.nodes["company/乙汽车"] == {"cls": "Company", "name": "乙汽车"}
