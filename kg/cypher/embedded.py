"""The graph engine inside this process: ArcadeDB, spoken to over Bolt on the loopback.

Which build, decided by running the library of questions and the tests on both (2 cores):

    arcadedb 26.11.1.dev2 (native)          answers 0.25 s after the import begins
    arcadedb-embedded 26.10.2.post1 (JVM)   answers 2.2 s after the import begins

Rows were the same. A whole `kg query` may take 1.5 s, so it is the native build, although it is
a pre-release: pinned exactly, disposable (the graph is made anew from the store at any time),
and known to this module only. Moving to another build or engine means changing this file.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.cypher.engine import Engine
from kg.errors import EngineBusy, EngineError

DATABASE = "graph"
USER = "root"
WAIT = 20.0
_PAUSE = 0.1
_ANSWER_WAIT = 5.0
_PLUGIN = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
_ANYTHING = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]


@contextmanager
def running(
    folder: Path, *, write: bool = False, anew: bool = False, wait: float = WAIT
) -> Iterator[Engine]:
    """The engine over the graph in a folder, as long as the block runs.

    Unless it is to `write`, its user may only read: the engine itself refuses all else; `anew`
    throws away what is there. One process at a time has the graph; another one waits its turn
    for up to `wait` seconds. Raises EngineBusy when that is over, EngineError when the engine
    does not start, OSError when the folder cannot be made.
    """
    # the engine has a working folder of its own
    folder = folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    # Settings and logs of this run only; nothing of them is kept.
    with tempfile.TemporaryDirectory(prefix="chainatlas-", ignore_cleanup_errors=True) as scratch:
        password = secrets.token_urlsafe(24)
        _write_rights(Path(scratch), write)
        server, port = _start(Path(scratch), folder, password, wait)
        try:
            if anew:
                server.get_database(DATABASE).drop()
                server.create_database(DATABASE)
            yield from _driven(server, port, password)
        finally:
            server.stop()


def _driven(server: Any, port: int, password: str) -> Iterator[Engine]:
    from neo4j import GraphDatabase

    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    address = f"bolt://127.0.0.1:{port}"
    with GraphDatabase.driver(
        address, auth=(USER, password), connection_timeout=_ANSWER_WAIT
    ) as driver:
        yield Engine(driver, "the embedded engine", DATABASE)


def _start(scratch: Path, folder: Path, password: str, wait: float) -> tuple[Any, int]:
    arcadedb = _module()
    until = time.monotonic() + wait
    while True:
        port = _free_port()
        server = arcadedb.create_server(
            root_path=str(scratch), root_password=password,
            config=_settings(folder, port),
        )  # fmt: skip
        try:
            with _log_in(scratch):
                server.start()
            if not (folder / DATABASE).is_dir():
                server.create_database(DATABASE)
        except arcadedb.ArcadeDBError as error:
            server.stop()
            if not _is_held(error) or time.monotonic() > until:
                raise _failure(error, folder) from error
            time.sleep(_PAUSE)
            continue
        return server, port


@contextmanager
def _log_in(scratch: Path) -> Iterator[None]:
    """Where the engine writes its log: read at its first start, and no affair of our children."""
    said = {"ARCADEDB_LOG_CONSOLE": "0", "ARCADEDB_LOG_DIR": str(scratch)}
    ours = {name: value for name, value in said.items() if name not in os.environ}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name in ours:
            del os.environ[name]


def _module() -> Any:
    try:
        import arcadedb
    except ImportError as error:
        raise EngineError(
            "the embedded graph engine is not installed on this machine (there is none for it, or "
            "chainatlas was installed without): ask a Neo4j server instead, with --on URI"
        ) from error
    return arcadedb


def _settings(folder: Path, port: int) -> dict[str, Any]:
    return {
        # "production" hides what is wrong with a query
        "mode": "development", "host": "127.0.0.1", "bolt_host": "127.0.0.1", "bolt_port": port,
        "http_port": 0, "server_plugins": _PLUGIN, "server_databaseDirectory": str(folder),
        # the password is random and lives as long as this run: nobody guesses it
        "server_saltIterations": 1,
    }  # fmt: skip


def _write_rights(scratch: Path, write: bool) -> None:
    group = {
        "resultSetLimit": -1, "readTimeout": -1,
        "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"] if write else [],
        "types": {"*": {"access": _ANYTHING if write else ["readRecord"]}},
    }  # fmt: skip
    rights = {"version": 2, "databases": {"*": {"groups": {"admin": group, "*": group}}}}
    config = scratch / "config"
    config.mkdir()
    (config / "server-groups.json").write_text(json.dumps(rights), "utf-8")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_held(error: Exception) -> bool:
    return "LockException" in str(error) or "already in use" in str(error)


def _failure(error: Exception, folder: Path) -> EngineError:
    if "LockException" in str(error):
        return EngineBusy("another kg is asking the graph: try again when it is done")
    return EngineError(
        f"the embedded graph engine does not start: {str(error).splitlines()[0]}. Delete the folder "
        f"{folder} and try again: it is made anew from the store"
    )
