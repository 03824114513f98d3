"""Exports: the same bytes for the same graph, in the shape that others read."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from books import Book, battery, cars, keep, writable

from kg.errors import AtlasError
from kg.export import FORMATS, exporter, write
from kg.export.jsonl import lines


def exported(folder: Path, *books: Book) -> list[dict[str, Any]]:
    with writable(folder) as store:
        keep(store, *books)
        return [json.loads(line) for line in lines(store)]


def test_every_line_is_what_the_format_says(tmp_path: Path) -> None:
    rows = exported(tmp_path, battery())
    by_type = {row["type"]: row for row in rows}
    report = by_type["report"]["id"]
    quote = "研究院预计2030年丙材料规模为2600亿元。"
    start = battery().text.index(quote)
    assert by_type["report"] | {"sha256": ""} == {
        "type": "report", "id": report, "file": "battery.txt", "title": "battery.txt",
        "date": None, "publisher": None, "sha256": "", "lines": 5,
    }  # fmt: skip
    assert by_type["forecast"] | {"id": ""} == {
        "type": "forecast", "id": "", "subject": "technology/丙材料", "metric": "规模",
        "period": "2030", "value": 2600, "unit": "亿元", "region": "中国", "comparator": None,
        "sources": ["institution/研究院"], "base_value": 260000000000, "base_unit": "CNY",
        "modality": "asserted", "confidence": 0.5, "method": "test",
        "evidence": [{"report": report, "line": 4, "start": start, "end": start + len(quote),
                      "quote": quote}],
    }  # fmt: skip
    deal = by_type["deal"]
    assert (deal["company"], deal["investors"], deal["leads"]) == (
        "company/丁化工", ["company/戊资本"], ["company/戊资本"],
    )  # fmt: skip
    (supply,) = [row for row in rows if row.get("predicate") == "SUPPLIES"]
    assert (supply["subject"], supply["object"]) == ("company/甲电池", "company/乙汽车")
    assert (supply["qualifiers"], supply["confidence"]) == ({"item": "电芯"}, 0.9)
    (maker,) = [row for row in rows if row["id"] == "company/甲电池"]
    assert maker == {
        "type": "entity", "id": "company/甲电池", "class": "Company", "name": "甲电池",
        "names": ["甲电池", "Jia Battery"],
    }  # fmt: skip


def test_ids_are_those_of_the_statements_themselves(tmp_path: Path) -> None:
    reading = battery().reading()
    ids = {row["id"] for row in exported(tmp_path, battery())}
    stated = [item.id for item in reading.statements]
    counted = [item.id for item in reading.figures] + [item.id for item in reading.deals]
    assert {*stated, *counted} <= ids


def test_lines_are_sorted_and_every_id_stands_once(tmp_path: Path) -> None:
    keys = [(row["type"], row["id"]) for row in exported(tmp_path, battery(), cars())]
    assert keys == sorted(set(keys))


def test_numbers_stay_as_written(tmp_path: Path) -> None:
    book = Book("a.txt")
    for value in (2600.0, 0.5, (10.0, 12.5)):
        book.counts(f"值{value}。", "Technology 丙材料", "规模", value)
    values = [json.dumps(row["value"]) for row in exported(tmp_path, book) if "value" in row]
    assert sorted(values) == ["0.5", "2600", "[10, 12.5]"]


def test_a_policy_has_its_date_and_issuer_and_is_exported_by_itself(tmp_path: Path) -> None:
    book = Book("a.txt").says("甲供乙。", "Company 甲厂", "SUPPLIES", "Company 乙厂")
    book.thing("Policy 某办法", date="2025-09", issuer=("某部",))
    book.thing("Company 无事")
    entities = {row["id"]: row for row in exported(tmp_path, book) if row["type"] == "entity"}
    assert (entities["policy/某办法"]["date"], entities["policy/某办法"]["issuer"]) == (
        "2025-09",
        ["某部"],
    )
    assert "company/无事" not in entities


def test_a_relation_without_direction_is_one_statement_however_it_is_told(tmp_path: Path) -> None:
    one = Book("a.txt").says("甲乙合作。", "Company 甲厂", "PARTNERS_WITH", "Company 乙厂")
    other = Book("b.txt").says("乙甲合作。", "Company 乙厂", "PARTNERS_WITH", "Company 甲厂")
    (row,) = [row for row in exported(tmp_path, one, other) if row["type"] == "statement"]
    assert len(row["evidence"]) == 2
    assert row["subject"] < row["object"]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "graph.jsonl"
    write(target, ["一", "二"])
    assert target.read_bytes() == "一\n二\n".encode()

    def broken() -> Any:
        yield "三"
        raise AtlasError("the store failed")

    with pytest.raises(AtlasError, match="the store failed"):
        write(target, broken())
    assert target.read_bytes() == "一\n二\n".encode()
    with pytest.raises(AtlasError, match="cannot write"):
        write(tmp_path / "none" / "graph.jsonl", ["一"])
    assert list(tmp_path.iterdir()) == [target]


def test_graphml_is_read_back_by_others(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery())
        text = "\n".join(exporter("graphml")(store))
    graph = nx.read_graphml(BytesIO(text.encode()))
    assert graph.nodes["company/甲电池"]["name"] == "甲电池"
    assert {data["relation"] for *_, data in graph.edges(data=True)} == {
        "SUPPLIES",
        "USES",
        "PRODUCES",
    }


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_can_write_an_empty_store(tmp_path: Path, name: str) -> None:
    with writable(tmp_path) as store:
        assert isinstance(list(exporter(name)(store)), list)
