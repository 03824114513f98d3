"""kg exposure, kg chokepoints, kg disrupt"""

from __future__ import annotations

from typing import Any

import click

from kg.atlas import Atlas
from kg.cli.options import F, common, settings, words
from kg.cli.output import show
from kg.rows import Rows


def _following(command: F) -> F:
    for decorate in (
        click.option(
            "--why", is_flag=True, help="Show each step of each way, with its sentence."
        ),
        click.option(
            "--modality", callback=words, metavar="LIST",
            help="Follow these links: asserted (what is followed if you don't say), planned,"
            "potential,rumoured,past; never denied.",
        ),
        click.option(
            "--depth", type=click.IntRange(min=1), default=4, show_default=True, metavar="N",
            help="How many hops.",
        ),
    ):  # fmt: skip
        command = decorate(command)
    return command


_CLASS = click.option("--class", "cls", metavar="CLASS", help="Which of the things of that name.")


@click.command()
@click.argument("name")
@_CLASS
@_following
@common
def exposure(name: str, why: bool, **how: Any) -> None:
    """The companies that a shock to NAME hits, by hop, and what NAME itself hangs on.

    NAME is a policy, company, technology, product, industry or place. What a policy restricts
    is hit in its kinds, and in the companies active in it. The modality and confidence are those
    of the weakest link on the way.
    """
    _answer(Atlas.open(settings().store).exposure(name, **how), why)


@click.command()
@_following
@common
def chokepoints(why: bool, **how: Any) -> None:
    """Things with one known maker and companies with one known supplier that others hang on."""
    _answer(Atlas.open(settings().store).chokepoints(**how), why)


@click.command()
@click.argument("name")
@_CLASS
@_following
@common
def disrupt(name: str, why: bool, **how: Any) -> None:
    """What a stop of NAME hits: what loses its only known source first, others' alternatives."""
    _answer(Atlas.open(settings().store).disrupt(name, **how), why)


def _answer(rows: Rows, why: bool) -> None:
    if why:
        from kg.exposure import why as steps

        rows = steps(rows)
    show(rows)
