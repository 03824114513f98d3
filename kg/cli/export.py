"""kg export"""

from __future__ import annotations

from pathlib import Path

import click

from kg.atlas import Atlas
from kg.cli.options import common, settings
from kg.cli.output import say
from kg.cli.server import server, server_options
from kg.cypher.ask import Server
from kg.export import FORMATS

# Not a file: a folder of files, and a server.
CSV, NEO4J = "csv", "neo4j"


@click.command()
@click.argument("format", type=click.Choice(sorted([*FORMATS, CSV, NEO4J])))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE",
    help="The file to write; standard output if not given. For csv, the folder.",
)  # fmt: skip
@server_options("--to", "For neo4j, the server: bolt://…, neo4j+s://…")
@common
def export(format: str, output: Path | None, **where: str | None) -> None:
    """Write the whole graph in a FORMAT, the same bytes for the same graph.

    csv makes a folder of files for `neo4j-admin database import`, cypher a script for
    cypher-shell; neo4j sends to a server what differs there, and takes away what is gone.
    """
    atlas = Atlas.open(settings().store)
    target = server(**where)
    if (target is None) == (format == NEO4J):
        raise click.UsageError(
            "`kg export neo4j` takes the server after --to, no other format does"
        )
    if target:
        _send(atlas, target)
    elif format == CSV:
        _write_tables(atlas, output)
    elif output:
        atlas.export(format, output)
    else:
        for line in atlas.lines(format):
            click.echo(line.encode())


def _send(atlas: Atlas, target: Server) -> None:
    from kg.export.neo4j import send

    with atlas.store() as store:
        done = send(store, target)
    say(
        f"{done.created} created, {done.updated} changed, {done.deleted} deleted: {target.uri} "
        f"has {done.nodes} nodes and {done.links} links"
    )


def _write_tables(atlas: Atlas, folder: Path | None) -> None:
    from kg.export.csv import COMMAND, export

    if folder is None:
        raise click.UsageError("`kg export csv` writes a folder of files: say which with -o")
    with atlas.store() as store:
        files = export(store, folder)
    say(f"{len(files)} files in {folder}; {folder / COMMAND} imports them")


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@common
def import_(file: Path) -> None:
    """Take over the reports, and decisions about names, in a FILE that `kg export nq` wrote.

    Into an empty store they make the same graph again. A report that is there changes nothing.
    """
    click.echo(f"{Atlas.open(settings().store).restore(file)} new reports")
