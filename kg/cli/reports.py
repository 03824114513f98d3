"""kg reports, kg forget"""

from __future__ import annotations

import click

from kg.atlas import Atlas
from kg.cli.options import common, settings
from kg.cli.output import show


@click.command()
@common
def reports() -> None:
    """List the reports that were read, with what each gave."""
    show(Atlas.open(settings().store).reports())


@click.command()
@click.argument("report")
@common
def forget(report: str) -> None:
    """Take one REPORT back, by its id or file name, with all that only it said."""
    click.echo(f"forgotten: {Atlas.open(settings().store).forget(report)}")
