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
