"""kg load"""

from __future__ import annotations

from shutil import get_terminal_size

import click

from kg.atlas import Atlas
from kg.cli.options import common, settings
from kg.cli.output import say, write_json
from kg.cli.table import table
from kg.rows import Rows

ONE_FAILED = 1


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Read in N processes."
)
@common
@click.pass_context
def load(ctx: click.Context, paths: tuple[str, ...], jobs: int) -> None:
    """Read reports into the store: files, folders, or - for standard input.

    Without a PATH the examples that come with chainatlas are read. A report that was read
    before changes nothing. --verbose shows what was not understood.
    """
    chosen = settings()
    summary = Atlas.open(chosen.store).load(*paths, jobs=jobs)
    if summary.problems and chosen.verbose and not chosen.json:
        problems = Rows(summary.problems, ("kind", "message", "file", "line", "quote"))
        click.echo("\n".join(table(problems, get_terminal_size().columns)), err=True)
    for note in summary.notes:
        say(f"kg: {note}")
    for failure in summary.failures:
        say(f"kg: {failure['message']}")
        if chosen.verbose and failure["detail"]:
            click.echo(failure["detail"], err=True)
    if chosen.json:
        write_json(summary.row())
    else:
        click.echo(str(summary))
    if summary.failures:
        ctx.exit(ONE_FAILED)
