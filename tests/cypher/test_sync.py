"""The graph in an engine is made that of the store, by what differs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from books import Book, keep, writable

from cypher import worlds
from kg.cypher import sync as module
from kg.cypher.engine import Engine, Parameters
from kg.cypher.projection import links, nodes
from kg.cypher.sync import sync
from kg.decisions import Decision, decide
from kg.errors import EngineError
from kg.store import Store
from kg.store.writing import forget

Content = tuple[list[Any], list[Any]]


def content(engine: Engine) -> Content:
    """All that an engine has: nodes and links with labels, types and properties."""
    had = engine.ask("MATCH (n) RETURN labels(n) AS labels, properties(n) AS p ORDER BY n.id")
    linked = engine.ask(
        "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS p "
        "ORDER BY r.id"
    )
    return (
        [(sorted(row["labels"]), without_hash(row["p"])) for row in had],
        [(row["a"], row["type"], row["b"], without_hash(row["p"])) for row in linked],
    )


def without_hash(properties: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if key != "hash"}


def projected(store: Store) -> Content:
    """What an engine should have."""
    return (
        [(list(n.labels), n.properties) for n in sorted(nodes(store), key=lambda n: n.id)],
        [(r.start, r.type, r.end, r.properties) for r in sorted(links(store), key=lambda r: r.id)],
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with writable(tmp_path) as store:
        keep(store, worlds.chain(), worlds.stack(), worlds.money())
        yield store


@pytest.fixture(params=["on_embedded", "on_neo4j"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn, empty."""
    engine: Engine = request.getfixturevalue(request.param)
    engine.write("MATCH (n) DETACH DELETE n")
    return engine


def test_an_engine_gets_what_the_store_has_and_nothing_twice(store: Store, engine: Engine) -> None:
    first = sync(engine, store)
    assert content(engine) == projected(store)
    assert first.created == first.nodes + first.links > 0
    again = sync(engine, store)
    assert (again.created, again.updated, again.deleted) == (0, 0, 0)


def test_what_reports_add_and_take_back_is_followed(store: Store, engine: Engine) -> None:
    sync(engine, store)
    keep(store, worlds.doubts())
    added = sync(engine, store)
    assert content(engine) == projected(store)
    # one statement is known from two reports now
    assert added.updated >= 1
    forget(store, "chain.md")
    assert sync(engine, store).deleted > 0
    assert content(engine) == projected(store)


def test_things_that_become_one_move_their_statements(store: Store, engine: Engine) -> None:
    sync(engine, store)
    decide(store, Decision("材料乙", "材料丁", "same"), "Company")
    sync(engine, store)
    assert content(engine) == projected(store)


def test_a_thing_that_gets_another_class_keeps_its_links(store: Store, engine: Engine) -> None:
    sync(engine, store)
    book = Book("more.md").says("芯片是一种光电。", "Technology 芯片", "TYPE_OF", "Technology 光电")
    keep(store, book)
    sync(engine, store)
    labels = engine.ask("MATCH (n:Entity {name: '芯片'}) RETURN labels(n) AS l")[0]["l"]
    assert set(labels) >= {"Entity", "Industry", "Technology"}
    assert content(engine) == projected(store)


def test_a_run_that_was_broken_off_goes_on(
    store: Store, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 7)
    written: list[str] = []
    write = engine.write

    def failing(text: str, parameters: Parameters | None = None) -> None:
        if len(written) == 8:
            raise EngineError("the line went dead")
        written.append(text)
        write(text, parameters)

    with monkeypatch.context() as broken:
        broken.setattr(engine, "write", failing)
        with pytest.raises(EngineError, match="went dead"):
            sync(engine, store)
    had = content(engine)
    rest = sync(engine, store)
    assert 0 < len(had[0]) + len(had[1]) == rest.nodes + rest.links - rest.created
    assert content(engine) == projected(store)


def test_what_others_keep_there_stays(store: Store, engine: Engine) -> None:
    engine.write("CREATE (:Note {text: 'mine'})-[:ON]->(:Note {text: 'also mine'})")
    sync(engine, store)
    forget(store, "money.md")
    sync(engine, store)
    notes = engine.ask("MATCH (a:Note)-[:ON]->(b:Note) RETURN a.text AS a, b.text AS b")
    assert notes == [{"a": "mine", "b": "also mine"}]
