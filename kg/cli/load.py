"""kg load"""

from __future__ import annotations

import click

from kg.atlas import Atlas
from kg.cli.options import common, settings
from kg.cli.output import say, show, write_json
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
    if chosen.verbose:
        columns = ("file", "line", "kind", "message", "quote")
        show(Rows(summary.problems, columns))
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
