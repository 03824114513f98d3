"""kg export"""

from __future__ import annotations

from pathlib import Path

import click

from kg.atlas import Atlas
from kg.cli.options import common, settings
from kg.export import FORMATS


@click.command()
@click.argument("format", type=click.Choice(sorted(FORMATS)))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="The file to write; standard output if not given.",
)  # fmt: skip
@common
def export(format: str, output: Path | None) -> None:
    """Write the whole graph in a FORMAT, the same bytes for the same graph."""
    atlas = Atlas.open(settings().store)
    if output:
        atlas.export(format, output)
        return
    for line in atlas.lines(format):
        click.echo(line.encode())


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@common
def import_(file: Path) -> None:
    """Take over the reports, and decisions about names, in a FILE that `kg export nq` wrote.

    Into an empty store they make the same graph again. A report that is there changes nothing.
    """
    click.echo(f"{Atlas.open(settings().store).restore(file)} new reports")
