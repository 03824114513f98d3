"""The library of questions gives the same rows on the embedded engine and on Neo4j."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from books import Book, keep, writable
from hypothesis import Phase, given, settings

from cypher import worlds
from kg import Atlas
from kg.cypher.engine import Engine
from kg.cypher.library import Question, questions
from kg.cypher.projection import short
from kg.cypher.sync import sync
from kg.store import Store

LIBRARY = [question for question in questions() if not question.is_sparql]
EVERYTHING = ["asserted", "planned", "potential", "rumoured", "past"]


def told(question: Question, store: Store) -> Iterator[dict[str, Any]]:
    """Sets of parameters for a question: its defaults, and things that the store has."""
    defaults = {parameter.name: parameter.default for parameter in question.parameters}
    yield defaults
    names: dict[str, list[str]] = {}
    for cls, name in store.rows("SELECT cls, name FROM entities WHERE key = canon ORDER BY id"):
        names.setdefault(cls, []).append(name)
        names.setdefault("Entity", []).append(name)
    files = [file for (file,) in store.rows("SELECT file FROM reports ORDER BY id")]
    for turn in range(3):
        given = dict(defaults)
        for place, parameter in enumerate(question.parameters):
            known = names.get(parameter.type, files if parameter.type == "text" else [])
            if known:
                given[parameter.name] = known[(7 * turn + place) % len(known)]
        if "modalities" in given and turn:
            given["modalities"] = EVERYTHING
        if "least" in given:
            given["least"] = turn
        yield given


def difference(question: Question, given: dict[str, Any], one: Engine, two: Engine) -> str:
    """What two engines answer differently, "" where they agree."""
    left, right = one.ask(question.text, given), two.ask(question.text, given)
    if list(left) == list(right):
        return ""
    rows = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    return f"{question.name} {given}: {len(left)} and {len(right)} rows; {rows[:1]}"


def filled(store: Store, *engines: Engine) -> None:
    for engine in engines:
        sync(engine, store)


def made_by_hand(folder: Path) -> Store:
    """A small graph that has an answer to every question."""
    store = writable(folder)
    keep(store, worlds.chain(), worlds.stack(), worlds.money(), worlds.doubts())
    return store


def read_from_the_examples(folder: Path) -> Store:
    """What is read in the reports that come with chainatlas."""
    path = folder / "atlas.db"
    Atlas.open(path).load()
    return Store(path)


@pytest.fixture(scope="module", params=[made_by_hand, read_from_the_examples])
def world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    with request.param(tmp_path_factory.mktemp("store")) as store:
        yield store


@pytest.fixture(scope="module")
def engines(world: Store, on_embedded: Engine, on_neo4j: Engine) -> tuple[Engine, Engine]:
    filled(world, on_embedded, on_neo4j)
    return on_embedded, on_neo4j


@pytest.mark.parametrize("question", LIBRARY, ids=lambda question: str(question.name))
def test_rows_are_the_same_on_both_engines(
    question: Question, world: Store, engines: tuple[Engine, Engine]
) -> None:
    different = [difference(question, given, *engines) for given in told(question, world)]
    assert not any(different)


ANSWERED: dict[str, dict[str, Any]] = {
    "upstream": {"company": "整车己"},
    "downstream": {"company": "Material B"},
    "second-tier": {"company": "整车己"},
    "exposure": {"thing": "光刻"},
    "disruption": {"company": "芯片丙"},
    "country-exposure": {"country": "甲国"},
    "overlap": {"one": "整车己", "two": "整车庚"},
    "technology-stack": {"thing": "存储层级"},
    "connection": {"from": "光源", "to": "整车己"},
    "alternatives": {"supplier": "材料乙", "buyer": "芯片丙"},
    "report-changes": {"before": "chain.md", "after": "doubts.md"},
    "domestic-share": {"least": 1},
    "concentration": {"least": 1},
    "forecasts-due": {"day": "2026-01-01"},
}


@pytest.mark.parametrize("world", [made_by_hand], indirect=True)
@pytest.mark.parametrize("question", LIBRARY, ids=lambda question: str(question.name))
def test_every_question_has_an_answer_with_the_columns_it_names(
    question: Question, world: Store, engines: tuple[Engine, Engine]
) -> None:
    defaults = {parameter.name: parameter.default for parameter in question.parameters}
    for engine in engines:
        rows = engine.ask(question.text, defaults | ANSWERED.get(question.name, {}))
        assert rows
        assert rows.columns == tuple(column for column, _ in question.columns)


def test_the_names_of_things_do_no_harm(
    tmp_path: Path, on_embedded: Engine, on_neo4j: Engine
) -> None:
    with writable(tmp_path) as store:
        keep(store, worlds.nasty(), worlds.chain())
        filled(store, on_embedded, on_neo4j)
    for engine in (on_embedded, on_neo4j):
        count = "MATCH (:Company)-[r:SUPPLIES]->(:Company) RETURN count(r) AS n"
        assert engine.ask(count)[0]["n"] == len(worlds.NASTY) + 8
    upstream = next(question for question in LIBRARY if question.name == "upstream")
    for name in worlds.NASTY:
        given = {"company": name, "depth": 1, "modalities": EVERYTHING}
        left, right = (engine.ask(upstream.text, given) for engine in (on_embedded, on_neo4j))
        assert left == right
        assert [row["chain"][-1] for row in left] == [short(name)]


# Not shrunk: a hundred questions a graph, on two servers, would take hours.
@settings(max_examples=8, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(world=worlds.books())
def test_random_graphs_give_the_same_rows(
    world: Book, on_embedded: Engine, on_neo4j: Engine
) -> None:
    with tempfile.TemporaryDirectory() as folder, writable(Path(folder)) as store:
        keep(store, world)
        filled(store, on_embedded, on_neo4j)
        different = [
            difference(question, given, on_embedded, on_neo4j)
            for question in LIBRARY
            for given in told(question, store)
        ]
    assert [line for line in different if line] == []
