"""kg view"""

from __future__ import annotations

import os
import sys
import webbrowser
from pathlib import Path

import click

from kg.atlas import Atlas
from kg.cli.options import common, settings
from kg.cli.output import say
from kg.view.data import DEPTH, LIMIT


@click.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="The page to write; without it a temporary one is opened in the browser.",
)  # fmt: skip
@click.option(
    "--depth", type=click.IntRange(min=0), default=DEPTH, show_default=True, metavar="N",
    help="How many hops around each NAME.",
)  # fmt: skip
@click.option("--pyvis", is_flag=True, help="A pyvis network instead of our own page.")
@click.option("--serve", is_flag=True, help="Serve the page from the store, on this machine only.")
@common
def view(names: tuple[str, ...], output: Path | None, depth: int, pyvis: bool, serve: bool) -> None:
    """A page of the graph that opens offline: the chain, who is up and down, policies by tier.

    With NAME what is up to --depth hops around it, else everything; at most --limit things
    (2000 if not given, 0 for all), and the page says how many were left out.
    """
    limit = LIMIT if settings().limit is None else settings().limit or sys.maxsize
    atlas = Atlas.open(settings().store)
    if serve:
        if output or pyvis:
            raise click.UsageError("--serve writes no file: leave -o and --pyvis away")
        return _serve(atlas, names, depth, limit)
    page = atlas.view(*names, depth=depth, limit=limit, pyvis=pyvis)
    target = output or _temporary()
    page.save(target)
    if output or not _opened(target.as_uri()):
        click.echo(str(target))
    return None


def _temporary() -> Path:
    # Kept: the browser reads it when it likes to.
    from tempfile import mkdtemp

    return Path(mkdtemp(prefix="chainatlas-")) / "chain.html"


def _serve(atlas: Atlas, names: tuple[str, ...], depth: int, limit: int) -> None:
    from kg.view.serve import Server

    with atlas.store():
        pass  # a store that cannot be opened is said now, not in the browser
    with Server(atlas.file, names, depth, limit) as server:
        click.echo(server.url)
        say("serving until you press Ctrl-C; the address holds a token: share it with nobody")
        _opened(server.url)
        server.serve_forever()


def _opened(address: str) -> bool:
    """Whether a browser was opened; without a display there is none to open."""
    shown = sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    return shown and webbrowser.open(address)
