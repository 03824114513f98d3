"""kg same, kg different, kg decisions"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from kg.atlas import Atlas
from kg.cli.options import F, common, settings
from kg.cli.output import show
from kg.decisions import Decision
from kg.rows import count


def _judging(command: F) -> F:
    for decorate in (
        click.option("--who", default="", metavar="NAME", help="Who decides, if not you."),
        click.option("--reason", default="", metavar="TEXT", help="Why."),
        click.option("--class", "cls", metavar="CLASS", help="Of which class both are."),
        click.argument("right"),
        click.argument("left"),
    ):
        command = decorate(command)
    return command


@click.command()
@_judging
@common
def same(left: str, right: str, **why: Any) -> None:
    """Decide that LEFT and RIGHT mean one thing."""
    _say("decided", Atlas.open(settings().store).same(left, right, **why))


@click.command()
@_judging
@common
def different(left: str, right: str, **why: Any) -> None:
    """Decide that LEFT and RIGHT mean different things."""
    _say("decided", Atlas.open(settings().store).different(left, right, **why))


def _say(what: str, decision: Decision) -> None:
    click.echo(f"{what}: {decision.left} and {decision.right} are {decision.judgement}")


@click.group(invoke_without_command=True)
@common
@click.pass_context
def decisions(ctx: click.Context) -> None:
    """What was decided about names; a list if no command is given."""
    if ctx.invoked_subcommand is None:
        _list()


@decisions.command("list")
@common
def list_() -> None:
    """List what was decided, the earliest first."""
    _list()


@decisions.command()
@click.argument("number", type=int)
@common
def undo(number: int) -> None:
    """Take back the decision with this NUMBER in the list."""
    _say("taken back", Atlas.open(settings().store).undo(number))


@decisions.command()
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="The file to write; standard output if not given.",
)  # fmt: skip
@common
def export(output: Path | None) -> None:
    """Write all decisions as JSON lines, for another store."""
    atlas = Atlas.open(settings().store)
    if output:
        atlas.export_decisions(output)
        return
    for row in atlas.decisions():
        click.echo(json.dumps(row, ensure_ascii=False).encode())


@decisions.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@common
def import_(file: Path) -> None:
    """Take over decisions from a FILE that `kg decisions export` wrote."""
    new = Atlas.open(settings().store).import_decisions(file)
    click.echo(count(new, "new decision"))


def _list() -> None:
    show(Atlas.open(settings().store).decisions())
