"""kg forecasts"""

from __future__ import annotations

from datetime import datetime

import click

from kg.atlas import Atlas
from kg.cli.options import common, settings
from kg.cli.output import show


@click.command()
@click.argument("name", required=False)
@click.option("--class", "cls", metavar="CLASS", help="Which of the things of that name.")
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day on which to say what is due; today if not given.",
)  # fmt: skip
@click.option("--all", "observations", is_flag=True, help="What was reported, too.")
@common
def forecasts(
    name: str | None, cls: str | None, as_of: datetime | None, observations: bool
) -> None:
    """Who predicts what about NAME (or about anything), and what NAME itself predicts.

    The spread is how far the highest of several values lies above the lowest, in percent.
    """
    day = as_of.date() if as_of else None
    atlas = Atlas.open(settings().store)
    show(atlas.forecasts(name, cls=cls, as_of=day, observations=observations))
