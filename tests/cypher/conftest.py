"""The engines that these tests ask: started once, filled for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from services import neo4j_server

from kg.cypher import embedded, server
from kg.cypher.engine import Engine


@pytest.fixture(scope="session")
def neo4j() -> Iterator[neo4j_server.Neo4j]:
    """A real Neo4j server with an empty database."""
    neo4j_server.require()
    with neo4j_server.prepared() as tools, neo4j_server.running(tools) as running:
        yield running


@pytest.fixture(scope="session")
def on_neo4j(neo4j: neo4j_server.Neo4j) -> Iterator[Engine]:
    """The server, to be asked and written to."""
    with server.connect(neo4j.uri, neo4j_server.USER, neo4j.password) as engine:
        yield engine


@pytest.fixture(scope="session")
def on_embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The embedded engine, to be asked and written to."""
    folder: Path = tmp_path_factory.mktemp("graph")
    with embedded.running(folder, write=True) as engine:
        yield engine
