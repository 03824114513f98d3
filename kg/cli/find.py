"""kg search, kg show"""

from __future__ import annotations

import click

from kg.atlas import Atlas
from kg.card import Card
from kg.cli.options import common, settings
from kg.cli.output import for_people, say, show_table, write_json
from kg.cli.output import show as show_rows
from kg.rows import text

HEAD = ("names", "facets", "date", "issuer", "namesakes", "id")


@click.command()
@click.argument("text")
@common
def search(text: str) -> None:
    """Find the names that have TEXT in them, then the lines of reports."""
    show_rows(Atlas.open(settings().store).search(text, settings().limit))


@click.command()
@click.argument("name")
@click.option("--class", "cls", metavar="CLASS", help="Which of the things of that name.")
@common
def show(name: str, cls: str | None) -> None:
    """Everything about NAME: its names, statements, figures and deals, with their sentences.

    --verbose shows every sentence that says the same, not only the surest.
    """
    cards = Atlas.open(settings().store).show(name, cls=cls)
    if not for_people():
        write_json([card.row() for card in cards])
        return
    for card in cards:
        _print(card)
    if len(cards) > 1:
        say(f"{len(cards)} things go by the name {name}: --class shows one of them")


def _print(card: Card) -> None:
    click.secho(f"{card.head['name']}  {card.head['class']}", bold=True)
    for key in HEAD:
        if value := text(card.head[key]):
            click.echo(f"  {key}: {value}")
    for title, rows in card.sections():
        click.echo()
        click.secho(f"{title} ({len(rows)})", bold=True)
        show_table(rows)
    click.echo()
