"""The options that name a Neo4j server."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from kg.cli.options import F
from kg.cypher.ask import Server


def server_options(flag: str, help: str) -> Callable[[F], F]:
    """Give a command `flag` URI, --user, --password and --database."""

    def decorate(command: F) -> F:
        for option in (
            click.option("--database", metavar="NAME", help="$NEO4J_DATABASE, or its default."),
            click.option(
                "--password", metavar="WORD", help="$NEO4J_PASSWORD, or you are asked for it."
            ),
            click.option("--user", metavar="NAME", help="$NEO4J_USERNAME, or neo4j."),
            click.option(flag, "uri", metavar="URI", help=help),
        ):
            command = option(command)
        return command

    return decorate


def server(
    uri: str | None, user: str | None, password: str | None, database: str | None
) -> Server | None:
    """The server that the options name, None without an address; a person is asked for the
    password."""
    if uri is None:
        if user or password or database:
            raise click.UsageError("--user, --password and --database go with the URI of a server")
        return None
    if password is None and "NEO4J_PASSWORD" not in os.environ and sys.stdin.isatty():
        password = click.prompt("Password", hide_input=True, err=True)
    return Server(uri, user, password, database)
