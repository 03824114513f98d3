"""kg upstream, kg downstream, kg path"""

from __future__ import annotations

from typing import Any

import click

from kg.atlas import Atlas
from kg.cli.options import F, common, settings, words
from kg.cli.output import show


def _walking(command: F) -> F:
    for decorate in (
        click.option("--class", "cls", metavar="CLASS", help="Which of the things of that name."),
        click.option(
            "--modality", callback=words, metavar="LIST",
            help="Only these: asserted,planned,potential,rumoured,past,denied.",
        ),
        click.option(
            "--via", callback=words, metavar="LIST",
            help="Only these relations: SUPPLIES,PRODUCES,USES,PART_OF,…",
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


@click.command()
@_walking
@common
def downstream(name: str, **how: Any) -> None:
    """Whom NAME supplies, who uses it or what it makes, what it is part of, hop by hop.

    All but denied statements are shown; only asserted and planned ones lead to the next hop.
    """
    show(Atlas.open(settings().store).downstream(name, **how))


@click.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    metavar="N",
    help="How many paths.",
)
@click.option(
    "--longest", type=click.IntRange(min=1), default=6, show_default=True, metavar="N",
    help="How many hops a path may have.",
)  # fmt: skip
@common
def path(start: str, end: str, most: int, longest: int) -> None:
    """How A and B hang together: the shortest chains of statements, with their sentences.

    Relations are followed either way. Denied statements, and places, are not passed through.
    """
    show(Atlas.open(settings().store).path(start, end, most=most, longest=longest))
