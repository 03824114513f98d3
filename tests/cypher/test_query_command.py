"""kg query and kg queries, as somebody at a terminal or a program meets them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from books import Book, keep, writable
from click.testing import CliRunner, Result
from services import neo4j_server

from cypher import worlds
from kg.cli.main import kg
from kg.cypher.fresh import folder
from kg.cypher.library import find, questions
from kg.errors import AtlasError
from kg.store import Store
from kg.store.writing import forget


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with writable(tmp_path) as store:
        keep(store, worlds.chain(), worlds.stack(), worlds.money(), worlds.nasty())
        return store.path


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(kg, ["--store", str(path), *arguments])


def rows(path: Path, *arguments: str) -> list[dict[str, object]]:
    done = run(path, "query", *arguments)
    assert done.exit_code == 0, done.output
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def failure(path: Path, *arguments: str) -> str:
    done = run(path, "query", *arguments)
    assert isinstance(done.exception, AtlasError)
    said = str(done.exception)
    assert "\n" not in said
    return said


def test_a_question_of_the_library(path: Path) -> None:
    found = rows(path, "upstream", "-p", "company=整车己", "-p", "depth=2")
    assert [(row["tier"], row["supplier"]) for row in found] == [
        (1, "芯片丙"), (1, "芯片戊"), (2, "材料乙"), (2, "材料丁"), (2, "矿山甲"),
    ]  # fmt: skip
    assert found[2]["chain"] == ["材料乙", "芯片丙", "整车己"]
    assert found[2]["confidence"] == pytest.approx(0.8 * 0.85)


def test_names_are_found_in_any_spelling(path: Path) -> None:
    assert rows(path, "downstream", "-p", "company=MATERIAL b", "-p", "depth=1") == rows(
        path, "downstream", "-p", "company=材料乙", "-p", "depth=1"
    )


def test_a_store_may_be_named_from_where_one_stands(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    assert rows(Path(path.name), "coverage")
    assert folder(path).is_dir()


def test_csv_has_the_columns_even_without_rows(path: Path) -> None:
    done = run(path, "query", "upstream", "-p", "company=矿山甲", "--csv")
    assert list(csv.reader(io.StringIO(done.stdout))) == [
        ["tier", "supplier", "confidence", "items", "chain"]
    ]


def test_a_file_of_ones_own(path: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.cypher"
    own.write_text(
        "MATCH (c:Company {name: $name})-[r:SUPPLIES]->(d) RETURN d.name AS d ORDER BY d;"
    )
    assert rows(path, str(own), "-p", "name=芯片丙") == [{"d": "整车己"}, {"d": "整车庚"}]
    assert rows(path, str(own), "-p", f"name={worlds.NASTY[2]}") == [{"d": worlds.NASTY[3]}]
    assert failure(path, str(own)) == "own.cypher needs a value: -p name=…"


def test_things_of_the_graph_are_shown(path: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.cypher"
    own.write_text(
        "MATCH p = (:Company {name: '矿山甲'})-[r]->(:Place) RETURN p, r, date('2026-01-02') AS d"
    )
    (row,) = rows(path, str(own))
    steps = row["p"]
    assert isinstance(steps, list)
    assert [step.get("name", step.get("type")) for step in steps] == [
        "矿山甲",
        "LOCATED_IN",
        "甲国",
    ]
    assert row["d"] == "2026-01-02"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MATCH (n:Company)\nRETRN n", "own.cypher: line 2, column 1: "),
        ("MATCH (n:Company)\nRETURN m", "own.cypher: line 2, column 8: "),
        ("MATCH (n)\nSET n.x = 1", "own.cypher: line 2, column 1: SET is refused"),
        ("MATCH (n RETURN n", "own.cypher: line 1, column "),
    ],
)
def test_what_is_wrong_is_said_with_its_place_by_both(
    text: str, said: str, path: Path, tmp_path: Path, neo4j: neo4j_server.Neo4j
) -> None:
    own = tmp_path / "own.cypher"
    own.write_text(text)
    assert failure(path, str(own)).startswith(said)
    there = ("--on", neo4j.uri, "--password", neo4j.password)
    assert failure(path, str(own), *there).startswith(said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["upstraem"], "nearest: upstream"),
        (["x" * 10_000], "there is no query and no file"),
        (["upstream", "-p", "depth=many"], "depth is a whole number, not 'many'"),
        (["upstream", "-p", "depth=99999999999999999999"], "depth is a whole number"),
        (["upstream", "-p", "depth"], "key=value"),
        (["upstream", "-p", "deep=1"], "it takes company, depth, modalities"),
        (["upstream", "-p", f"company={'A' * 9_999}"], "no Company goes by the name"),
        (["upstream", "-p", "company=}) DETACH DELETE m //"], "no Company goes by the name"),
        (["upstream", "-p", "modalities=certain"], "modalities is a list of asserted, planned"),
        (["forecasts-due", "-p", "day=tomorrow"], "day is a day such as"),
        (["upstream", "--on", "http://127.0.0.1"], "is no address of a server"),
        (["upstream", "--on", "bolt://127.0.0.1:1", "--password", "x"], "nothing answers at"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_in_one_line(
    arguments: list[str], said: str, path: Path
) -> None:
    assert said in failure(path, *arguments)


def test_a_wrong_password_is_told(path: Path, neo4j: neo4j_server.Neo4j) -> None:
    said = failure(path, "upstream", "--on", neo4j.uri, "--password", "not-this-one")
    assert "does not know this user and password" in said


def test_the_graph_follows_the_store(path: Path) -> None:
    asked = ("second-tier", "-p", "company=整车庚")
    before = rows(path, *asked)
    with Store(path, write=True) as store:
        keep(
            store,
            Book("new.md").says(
                "铜矿寅向芯片丙供应铜。", "Company 铜矿寅", "SUPPLIES", "Company 芯片丙"
            ),
        )
    after = rows(path, *asked)
    assert {row["supplier"] for row in after} - {row["supplier"] for row in before} == {"铜矿寅"}
    with Store(path, write=True) as store:
        forget(store, "new.md")
    assert rows(path, *asked) == before


def test_a_store_that_was_made_again_is_not_taken_for_the_old_one(path: Path) -> None:
    rows(path, "coverage")
    path.unlink()
    with Store(path, write=True) as store:
        keep(store, worlds.chain(), worlds.stack(), worlds.money(), worlds.doubts())
    assert {row["file"] for row in rows(path, "coverage")} == {
        "chain.md", "stack.md", "money.md", "doubts.md",
    }  # fmt: skip


def test_a_damaged_graph_is_made_anew(path: Path) -> None:
    before = rows(path, "coverage")
    for part in folder(path).rglob("*.bucket"):
        part.write_bytes(b"not a bucket")
    (folder(path) / "state.json").write_text("{", "utf-8")
    assert rows(path, "coverage") == before


def test_two_at_once_both_get_their_answer(path: Path) -> None:
    command = [sys.executable, "-m", "kg", "--store", str(path), "query", "coverage"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    answers = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert (
        answers[0]
        == answers[1]
        == json.dumps(rows(path, "coverage"), ensure_ascii=False, indent=1) + "\n"
    )


def test_the_library_says_what_it_has(path: Path) -> None:
    listed = json.loads(run(path, "queries").stdout)
    assert [row["name"] for row in listed] == [question.name for question in questions()]
    assert sum(not row["name"].endswith(".rq") for row in listed) >= 24
    assert all(row["en"] and row["zh"] and row["columns"] and row["examples"] for row in listed)


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_a_question_tells_what_it_takes(name: str) -> None:
    question = find(name)
    assert question.examples[0].startswith(f"kg query {name}")
    assert all(parameter.meaning for parameter in question.parameters)
    assert all(meaning for _, meaning in question.columns)
