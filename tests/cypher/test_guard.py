"""A question only reads: by the guard, and where that is passed by, by the engines themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from books import keep, writable
from services import neo4j_server

from cypher import worlds
from kg.cypher import embedded, server
from kg.cypher.engine import Engine
from kg.cypher.guard import check
from kg.cypher.library import questions
from kg.cypher.sync import sync
from kg.errors import EngineError, QueryError

WRITES = (
    "CREATE (n:Company {id: 'x'})",
    "CREATE (n:NoSuchClass)",
    "MERGE (n:Company {id: 'x'})",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) SET n:Policy",
    "MATCH (n) REMOVE n.name",
    "MATCH (n) DETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    "MATCH (n) CALL { WITH n SET n.x = 1 } RETURN n",
    "CREATE INDEX nothing IF NOT EXISTS FOR (n:Entity) ON (n.x)",
    "DROP CONSTRAINT chainatlas_id",
)
# Read by the engine, not by what looks at words.
ESCAPED = (
    "MATCH (n) \\u0053ET n.x = 1",
    "RETURN '\\u0027 DETACH DELETE n",
    "MATCH (n) /* SET */ // SET\nsEt n.x = 1",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "UNWIND [1] AS x WITH x LIMIT 1CREATE (n)",
    "",
    "   // nothing",
)
READS = (
    "MATCH (n:Company) WHERE n.name = 'CREATE (x)' RETURN n.set AS `SET`",
    'MATCH (n) WHERE n.note = "}) DETACH DELETE n //" RETURN n',
    "MATCH (n:Delete|Remove)-[:MERGE]->() RETURN {set: n.drop} AS x // SET",
    "MATCH (n) /* CREATE */ RETURN n",
    "CALL db.labels() YIELD label RETURN label",
    "WITH $create AS x RETURN x",
    "OPTIONAL MATCH (n) RETURN n UNION MATCH (n) RETURN n",
)


@pytest.mark.parametrize("text", [*WRITES, *ESCAPED])
def test_what_writes_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        check(text)


@pytest.mark.parametrize("text", READS)
def test_what_reads_is_not(text: str) -> None:
    check(text)


def test_the_place_is_told() -> None:
    with pytest.raises(QueryError, match=r"^line 2, column 3: SET is refused"):
        check("MATCH (n)\n  SET n.x = 1")


def test_the_library_only_reads() -> None:
    for question in questions():
        if not question.is_sparql:
            check(question.text)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The embedded engine as `kg query` has it."""
    folder: Path = tmp_path_factory.mktemp("reading")
    with writable(folder) as store, embedded.running(folder / "graph", write=True) as engine:
        keep(store, worlds.chain())
        sync(engine, store)
    with embedded.running(folder / "graph") as engine:
        yield engine


def state(engine: Engine) -> list[object]:
    return [
        engine.ask("MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY n.id"),
        engine.ask("MATCH ()-[r]->() RETURN properties(r) AS p ORDER BY r.id"),
        engine.ask("CALL db.labels() YIELD label RETURN label ORDER BY label"),
        engine.ask("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name"),
    ]


@pytest.mark.parametrize("text", WRITES)
def test_the_embedded_engine_changes_nothing(text: str, reading: Engine) -> None:
    before = state(reading)
    try:
        reading.ask(text)
    except EngineError as error:
        assert "\n" not in str(error)
    assert state(reading) == before


@pytest.mark.parametrize("text", WRITES)
def test_neo4j_refuses_in_one_line(text: str, neo4j: neo4j_server.Neo4j) -> None:
    with (
        server.connect(neo4j.uri, neo4j_server.USER, neo4j.password) as engine,
        pytest.raises(EngineError) as refused,
    ):
        engine.ask(text)
    assert "\n" not in str(refused.value)
