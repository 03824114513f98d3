"""kg upstream, kg downstream, kg path"""

from __future__ import annotations

from typing import Any

import click

from kg.atlas import Atlas
from kg.cli.options import F, common, settings
from kg.cli.output import show


def _words(ctx: click.Context, option: click.Parameter, value: str | None) -> list[str] | None:
    return [word.strip() for word in value.split(",") if word.strip()] if value else None


def _walking(command: F) -> F:
    for decorate in (
        click.option("--class", "cls", metavar="CLASS", help="Which of the things of that name."),
        click.option(
            "--modality", callback=_words, metavar="LIST",
            help="Only these: asserted,planned,potential,rumoured,past,denied.",
        ),
        click.option(
            "--via", callback=_words, metavar="LIST",
            help="Only these relations: SUPPLIES,PRODUCES,USES,PART_OF,LAYER_OF.",
        ),
        click.option(
            "--depth", type=click.IntRange(min=1), default=2, show_default=True, metavar="N",
            help="How many hops.",
        ),
        click.argument("name"),
    ):  # fmt: skip
        command = decorate(command)
    return command


@click.command()
@_walking
@common
def upstream(name: str, **how: Any) -> None:
    """Who supplies NAME, what it uses, what its products are made of, hop by hop.

    All but denied statements are shown; only asserted and planned ones lead to the next hop.
    """
    show(Atlas.open(settings().store).upstream(name, **how))
