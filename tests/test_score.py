"""Precision by rule, as `make score` counts and prints it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import rules

# An invented gold of one report, and what a loader made of it: two statements of one rule, one
# of them right, a figure of another, and a statement outside the lines of the gold.
GOLD = [
    {"kind": "relation", "id": "g1", "subject": ["凌渊精密"], "subject_class": "Company",
     "predicate": "PRODUCES", "object": ["谐波减速器"], "object_class": "Technology",
     "qualifiers": {}, "line": 2, "quote": "凌渊精密生产谐波减速器", "sure": True},
    {"kind": "number", "id": "g2", "type": "observation", "subject": ["谐波减速器"],
     "metric": "产量", "period": "2024", "value": 3, "unit": "万台", "line": 3, "quote": "3万台",
     "sure": True},
]  # fmt: skip
NAMES = {
    "company/凌渊精密": "Company",
    "technology/谐波减速器": "Technology",
    "technology/轴承": "Technology",
}


def said(id: str, thing: str, method: str, line: int) -> dict[str, Any]:
    return {
        "type": "statement", "id": id, "subject": "company/凌渊精密", "predicate": "PRODUCES",
        "object": f"technology/{thing}", "method": method, "evidence": [{"report": "r", "line": line}],
    }  # fmt: skip


GRAPH = [
    {"type": "report", "id": "r", "file": "note.txt"},
    *({"type": "entity", "id": id, "class": cls, "name": id.partition("/")[2]} for id, cls in NAMES.items()),
    said("s1", "谐波减速器", "clause:makes", 2),
    said("s2", "轴承", "clause:makes", 2),
    said("s3", "轴承", "list:makes", 9),
    {"type": "observation", "id": "f1", "subject": "technology/谐波减速器", "metric": "产量",
     "period": "2024", "value": 3, "unit": "万台", "method": "figure:prose",
     "evidence": [{"report": "r", "line": 3}]},
]  # fmt: skip


def lines(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def counts(shared: Path, tmp_path: Path) -> rules.Counts:
    """What the project's own scorer finds right and judges of the invented graph."""
    gold, graph = lines(tmp_path / "note.jsonl", GOLD), lines(tmp_path / "graph.jsonl", GRAPH)
    (tmp_path / "INDEX.tsv").write_text("note\tnote.txt\t1\t5\n", "utf-8")
    extras = lines(tmp_path / "extras", [{"gold": "note.jsonl", "id": "s2"}])
    return rules.count(shared / "gold" / "score.py", graph, [gold], extras)


def test_only_what_stands_inside_the_lines_of_the_gold_is_judged(counts: rules.Counts) -> None:
    assert counts == {"clause:makes": (1, 2), "figure:prose": (1, 1)}


def test_the_table_adds_up(counts: rules.Counts) -> None:
    head, *rows, total = rules.table({**counts, "table:a": (7, 9)}).splitlines()
    assert head.split()[0] == "rule"
    # cut at the column of the gold: by hand others may have been read
    judged = [row[26:46].split()[0].split("/") for row in rows if row[26:46].strip()]
    sums = [sum(int(pair[at]) for pair in judged) for at in (0, 1)]
    assert total.split()[:2] == ["all", "/".join(map(str, sums))] == ["all", "9/12"]


def test_every_rule_of_the_table_has_a_confidence(counts: rules.Counts) -> None:
    _, *rows, _ = rules.table(counts).splitlines()
    assert {row.split()[0] for row in rows} >= counts.keys()
    assert all(0 < float(row.split()[-1]) < 1 for row in rows)


def test_counts_are_recorded_in_the_grammar_and_what_was_read_by_hand_stays(
    counts: rules.Counts, tmp_path: Path
) -> None:
    grammar = tmp_path / "confidence.toml"
    grammar.write_text(
        '# why\nweight = 4\n[hand]\n"list:a" = [3, 4]\n\n[gold]\n"list:gone" = [1, 1]\n', "utf-8"
    )
    rules.record("gold", counts, grammar)
    written = tomllib.loads(grammar.read_text("utf-8"))
    assert written["hand"] == {"list:a": [3, 4]}
    assert written["gold"] == {method: list(pair) for method, pair in counts.items()}
    assert grammar.read_text("utf-8").startswith("# why\n")


def test_what_was_read_by_hand_adds_up(tmp_path: Path) -> None:
    grammar = tmp_path / "confidence.toml"
    grammar.write_text('[hand]\n"list:a" = [3, 4]\n\n[gold]\n"list:a" = [1, 1]\n', "utf-8")
    now = rules.counted([("list:a", True), ("list:b", False), ("list:a", False)])
    rules.record("hand", rules.added({"list:a": (3, 4)}, now), grammar)
    written = tomllib.loads(grammar.read_text("utf-8"))
    assert written == {"hand": {"list:a": [4, 6], "list:b": [0, 1]}, "gold": {"list:a": [1, 1]}}
