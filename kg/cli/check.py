"""kg check"""

from __future__ import annotations

import click

from kg.atlas import Atlas
from kg.cli.options import common, settings
from kg.cli.output import show


@click.command()
@common
def check() -> None:
    """What is not as it should be: statements off the ontology's shapes, and figures that cannot
    all be right (two values for one thing, shares past 100 %, growth that its ends do not give).

    A finding is about what the reports say, or about how it was read: its sentences tell which.
    """
    show(Atlas.open(settings().store).check())
