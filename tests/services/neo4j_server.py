"""A real Neo4j server for tests, made of jars from Maven Central, on the loopback only.

The first start fetches the jars (128 MB) into a cache in the user's home; later ones take ten
seconds. Needs Java 17 or later and Maven; `make test` installs both where it may.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest

VERSION = "5.26.31"
USER = "neo4j"
_POM = Path(__file__).with_name("neo4j.pom.xml")
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "chainatlas"
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
_OPENED = [
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch")
]
_START, _STOP, _FETCH = 120.0, 60.0, 600.0
_NEEDS = "openjdk-17-jre-headless and maven (Debian), or any Java from 17 on and Maven from 3.6 on"


@dataclass
class Neo4j:
    """A server that runs: its address, its password, and its tools."""

    uri: str
    password: str
    home: Path
    tools: Tools = field(repr=False)

    def shell(self, script: Path) -> None:
        """Run a script with cypher-shell, which stops at the first error."""
        self.tools.run(
            "org.neo4j.shell.Main", "--address", self.uri, "--username", USER,
            "--password", self.password, "--file", str(script), "--format", "plain",
        )  # fmt: skip


@dataclass
class Tools:
    """Neo4j's programs, each a main class on one class path."""

    jars: Path
    home: Path

    def command(self, main: str, *arguments: str) -> list[str]:
        """The command line of a program."""
        java = shutil.which("java") or "java"
        flags = ["-Xmx512m", "-Dfile.encoding=UTF-8", "-Dlog4j2.disable.jmx=true", *_OPENED]
        return [java, *flags, "-cp", f"{self.jars}/*", main, *arguments]

    @property
    def environment(self) -> dict[str, str]:
        """Where the programs find the server's settings."""
        return {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}

    def run(self, main: str, *arguments: str) -> str:
        """Run a program to its end; what it said. Raises AssertionError where it fails."""
        done = subprocess.run(
            self.command(main, *arguments), env=self.environment, text=True, timeout=_STOP * 2,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{main} failed:\n{done.stdout[-3000:]}"
        return done.stdout

    def admin(self, *arguments: str) -> str:
        """Run neo4j-admin."""
        return self.run("org.neo4j.cli.AdminTool", *arguments)


def missing() -> str | None:
    """What this machine lacks to run a server, None when it has it all."""
    if absent := [tool for tool in ("java", "mvn") if shutil.which(tool) is None]:
        return f"{' and '.join(absent)} is not here: a Neo4j server needs {_NEEDS}"
    return None


def require() -> None:
    """Skip the test where no server can run; under CI=true fail instead."""
    if lack := missing():
        if os.environ.get("CI") == "true":
            pytest.fail(lack)
        pytest.skip(lack)


def install() -> Path:
    """The folder with the server's jars, fetched if they are not there yet."""
    folder = _CACHE / f"neo4j-{VERSION}"
    if not folder.is_dir():
        _CACHE.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix="neo4j-", dir=_CACHE))
        command = ["mvn", "-B", "-q", "-ntp", "-f", str(_POM), _PLUGIN]
        options = ["-DincludeScope=runtime", f"-DoutputDirectory={part}"]
        done = subprocess.run(
            [*command, *options], text=True, timeout=_FETCH, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert done.returncode == 0, f"Maven cannot fetch Neo4j:\n{done.stdout[:3000]}"
        try:
            part.rename(folder)
        except OSError:
            # somebody else was quicker
            shutil.rmtree(part)
    return folder


@contextmanager
def prepared() -> Iterator[Tools]:
    """The tools over the home of a server that does not run yet, for neo4j-admin."""
    jars = install()
    with tempfile.TemporaryDirectory(prefix="neo4j-", ignore_cleanup_errors=True) as folder:
        home = Path(folder).resolve()
        (home / "conf").mkdir()
        yield Tools(jars, home)


@contextmanager
def running(tools: Tools) -> Iterator[Neo4j]:
    """The server over that home, as long as the block runs."""
    # In hex: neo4j-admin takes a password that begins with a dash for an option.
    password, port = secrets.token_hex(12), _free_port()
    _configure(tools.home, port)
    tools.admin("dbms", "set-initial-password", password)
    with (tools.home / "console.log").open("wb") as console:
        process = _launch(tools, console)
        try:
            uri = f"bolt://127.0.0.1:{port}"
            _await(process, uri, password, tools.home)
            yield Neo4j(uri, password, tools.home, tools)
        finally:
            process.terminate()
            try:
                process.wait(_STOP)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _configure(home: Path, port: int) -> None:
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.memory.pagecache.size": "128m",
        "dbms.usage_report.enabled": "false",
        "db.tx_log.preallocate": "false",
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
    }
    lines = (f"{key}={value}\n" for key, value in settings.items())
    (home / "conf" / "neo4j.conf").write_text("".join(lines), "utf-8")


def _launch(tools: Tools, console: IO[bytes]) -> subprocess.Popen[bytes]:
    places = (f"--home-dir={tools.home}", f"--config-dir={tools.home / 'conf'}")
    return subprocess.Popen(
        tools.command("org.neo4j.server.CommunityEntryPoint", *places),
        env=tools.environment, cwd=tools.home, stdin=subprocess.DEVNULL, stdout=console,
        stderr=subprocess.STDOUT,
    )  # fmt: skip


def _await(process: subprocess.Popen[bytes], uri: str, password: str, home: Path) -> None:
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    until = time.monotonic() + _START
    with GraphDatabase.driver(uri, auth=(USER, password)) as driver:
        while True:
            assert process.poll() is None, f"Neo4j ended:\n{_log(home)}"
            try:
                driver.verify_connectivity()
                return
            except (DriverError, Neo4jError, OSError):
                assert time.monotonic() < until, f"Neo4j does not answer:\n{_log(home)}"
                time.sleep(0.2)


def _log(home: Path) -> str:
    return (home / "console.log").read_text("utf-8", "replace")[-3000:]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
