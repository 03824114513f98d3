"""Upstream and downstream, hop by hop."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from books import Book, battery, cars, keep, writable

from kg.errors import AtlasError
from kg.flow import Direction, Wanted, flow
from kg.rows import Rows
from kg.store.lookup import find


def walk(folder: Path, name: str, direction: Direction, *books: Book, **wanted: Any) -> Rows:
    with writable(folder) as store:
        keep(store, *books)
        return flow(store, find(store, name), direction, Wanted(**wanted))


def steps(rows: Rows) -> list[tuple[int, str, str, str]]:
    return [(row["hop"], row["from"], row["relation"], row["to"]) for row in rows]


def test_upstream_by_hop_with_item_source_and_sentence(tmp_path: Path) -> None:
    rows = walk(tmp_path, "乙汽车", "upstream", battery(), depth=3)
    assert steps(rows) == [
        (1, "甲电池", "SUPPLIES", "乙汽车"),
        (2, "甲电池", "USES", "丙材料"),
        (3, "丁化工", "PRODUCES", "丙材料"),
    ]
    first = rows[0]
    assert (first["item"], first["modality"], first["confidence"]) == ("电芯", "asserted", 0.9)
    assert (first["file"], first["line"], first["quote"]) == (
        "battery.txt",
        1,
        "甲电池为乙汽车供应电芯。",
    )
    assert rows.note == "3 edges between 4 things, known from 1 report"


def test_downstream_is_the_way_back(tmp_path: Path) -> None:
    assert steps(walk(tmp_path, "丁化工", "downstream", battery(), depth=3)) == [
        (1, "丁化工", "PRODUCES", "丙材料"),
        (2, "甲电池", "USES", "丙材料"),
        (3, "甲电池", "SUPPLIES", "乙汽车"),
    ]


def test_what_goes_into_a_companys_own_products_is_upstream_of_it(tmp_path: Path) -> None:
    book = (
        Book("a.txt")
        .says("甲厂造机器狗。", "Company 甲厂", "PRODUCES", "Product 机器狗")
        .says("乙厂也造机器狗。", "Company 乙厂", "PRODUCES", "Product 机器狗")
        .says("关节是机器狗的零件。", "Technology 关节", "PART_OF", "Product 机器狗")
        .says("丙厂造关节。", "Company 丙厂", "PRODUCES", "Technology 关节")
    )
    assert steps(walk(tmp_path, "甲厂", "upstream", book)) == [
        (1, "关节", "PART_OF", "机器狗"),
        (2, "丙厂", "PRODUCES", "关节"),
    ]


def test_a_rumour_is_shown_and_not_followed(tmp_path: Path) -> None:
    rows = walk(tmp_path, "乙汽车", "upstream", cars(), depth=5)
    assert [(row["from"], row["modality"]) for row in rows] == [
        ("Jia Battery", "asserted"),
        ("己座椅", "rumoured"),
    ]


def test_a_denied_statement_is_shown_only_when_asked_for(tmp_path: Path) -> None:
    book = Book("a.txt").says(
        "甲否认供货乙。", "Company 甲厂", "SUPPLIES", "Company 乙厂", modality="denied"
    )
    (tmp_path / "asked").mkdir()
    assert not walk(tmp_path, "乙厂", "upstream", book)
    asked = walk(tmp_path / "asked", "乙厂", "upstream", book, modality=["denied"])
    assert [row["modality"] for row in asked] == ["denied"]


def test_only_the_relations_and_modalities_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    only = walk(tmp_path / "a", "乙汽车", "upstream", battery(), via=["supplies"], depth=9)
    assert steps(only) == [(1, "甲电池", "SUPPLIES", "乙汽车")]
    rumours = walk(tmp_path / "b", "乙汽车", "upstream", cars(), modality=["rumoured"])
    assert [row["from"] for row in rumours] == ["己座椅"]


@pytest.mark.parametrize("wanted", [{"via": ["LOVES"]}, {"via": ["OWNS"]}, {"modality": ["sure"]}])
def test_an_unknown_relation_or_modality_is_named(tmp_path: Path, wanted: dict[str, Any]) -> None:
    with pytest.raises(AtlasError, match=r"(LOVES|OWNS|sure).*choose of"):
        walk(tmp_path, "乙汽车", "upstream", battery(), **wanted)


def test_a_circle_ends(tmp_path: Path) -> None:
    book = (
        Book("a.txt")
        .says("甲供乙。", "Company 甲厂", "SUPPLIES", "Company 乙厂")
        .says("乙供丙。", "Company 乙厂", "SUPPLIES", "Company 丙厂")
        .says("丙供甲。", "Company 丙厂", "SUPPLIES", "Company 甲厂")
    )
    assert steps(walk(tmp_path, "甲厂", "upstream", book, depth=50)) == [
        (1, "丙厂", "SUPPLIES", "甲厂"),
        (2, "乙厂", "SUPPLIES", "丙厂"),
    ]
