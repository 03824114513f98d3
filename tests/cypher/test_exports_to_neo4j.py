"""Each way into Neo4j, walked to its end: a real server has what the store has."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from books import keep, writable
from click.testing import CliRunner
from services import neo4j_server

from cypher import worlds
from cypher.test_sync import content, projected
from kg.cli.main import kg
from kg.cypher import server
from kg.cypher.engine import Engine
from kg.cypher.library import find
from kg.cypher.sync import sync
from kg.export.csv import COMMAND, export
from kg.export.cypher import literal
from kg.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with writable(tmp_path) as store:
        keep(store, worlds.chain(), worlds.stack(), worlds.money(), worlds.doubts())
        keep(store, worlds.nasty())
        yield store


def empty(engine: Engine) -> None:
    engine.write("MATCH (n) DETACH DELETE n")


def test_straight_to_a_server(
    store: Store, neo4j: neo4j_server.Neo4j, on_neo4j: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty(on_neo4j)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j.password)
    command = ["--store", str(store.path), "export", "neo4j", "--to", neo4j.uri]
    first, again = (CliRunner().invoke(kg, command) for _ in range(2))
    assert first.exit_code == again.exit_code == 0
    assert " created, 0 changed, 0 deleted" in first.stderr
    assert again.stderr.startswith("0 created, 0 changed, 0 deleted")
    assert content(on_neo4j) == projected(store)


def test_a_script_for_cypher_shell(
    store: Store, neo4j: neo4j_server.Neo4j, on_neo4j: Engine, tmp_path: Path
) -> None:
    empty(on_neo4j)
    script = tmp_path / "graph.cypher"
    done = CliRunner().invoke(
        kg, ["--store", str(store.path), "export", "cypher", "-o", str(script)]
    )
    assert done.exit_code == 0
    for _ in range(2):
        neo4j.shell(script)
        assert content(on_neo4j) == projected(store)
    # the same hashes, so that a sync has nothing to do
    after = sync(on_neo4j, store)
    assert (after.created, after.updated, after.deleted) == (0, 0, 0)


def test_files_for_neo4j_admin(store: Store, tmp_path: Path) -> None:
    neo4j_server.require()
    folder = tmp_path / "files"
    export(store, folder)
    with neo4j_server.prepared() as tools:
        admin = tmp_path / "admin"
        command = shlex.join(tools.command("org.neo4j.cli.AdminTool"))
        admin.write_text(f'#!/bin/sh\nexec {command} "$@"\n', "utf-8")
        admin.chmod(0o755)
        done = subprocess.run(
            ["sh", str(folder / COMMAND)], env={**tools.environment, "NEO4J_ADMIN": str(admin)},
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        with (
            neo4j_server.running(tools) as neo4j,
            server.connect(neo4j.uri, neo4j_server.USER, neo4j.password) as engine,
        ):
            assert content(engine) == projected(store)
            asked = {"company": "整车己", "depth": 3, "modalities": ["asserted"]}
            rows = engine.ask(find("upstream").text, asked)
            assert [row["supplier"] for row in rows] == [
                "芯片丙",
                "芯片戊",
                "材料乙",
                "材料丁",
                "矿山甲",
            ]


@pytest.mark.parametrize("name", worlds.NASTY, ids=range(len(worlds.NASTY)))
def test_a_literal_stays_inside_its_quotes(name: str, on_neo4j: Engine) -> None:
    text = f"RETURN {literal({'a`b': name, 'n': [name, name]})} AS x"
    assert on_neo4j.ask(text)[0]["x"] == {"a`b": name, "n": [name, name]}


def test_the_server_is_found_by_the_environment(
    neo4j: neo4j_server.Neo4j, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "NEO4J_PASSWORD" not in os.environ
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.USER)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j.password)
    with server.connect(neo4j.uri) as engine:
        assert engine.ask("RETURN 1 AS x") == [{"x": 1}]
