"""kg query, kg queries"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import click

from kg.atlas import Atlas
from kg.cli.options import common, settings
from kg.cli.output import for_people, say, show
from kg.cli.server import server, server_options
from kg.cypher.ask import ask
from kg.cypher.library import Question, find, questions
from kg.cypher.parameters import pairs
from kg.rows import Rows


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option(
    "-p", "--param", "given", multiple=True, metavar="KEY=VALUE", help="A parameter; repeat it."
)
@server_options("--on", "Ask this Neo4j server: bolt://…, neo4j+s://…")
@click.option("--csv", "as_csv", is_flag=True, help="CSV instead of a table.")
@common
def query(name: str, given: tuple[str, ...], as_csv: bool, **where: str | None) -> None:
    """Ask a question of the library by NAME, or one of your own in a FILE (.cypher or .rq).

    Questions only read. `kg queries` lists the library, with what each can be told by -p.
    """
    store = Atlas.open(settings().store).file
    rows = ask(store, name, pairs(given), server(**where))
    if as_csv:
        _write_csv(rows)
    else:
        show(rows)


@click.command()
@click.argument("name", required=False)
@common
def queries(name: str | None) -> None:
    """List the questions of the library; all about one, by its NAME."""
    if name is None:
        show(Rows([_line(question) for question in questions()], ("name", "asks", "parameters")))
    elif for_people():
        _describe(find(name))
    else:
        show(Rows([_line(find(name))]))


def _line(question: Question) -> dict[str, Any]:
    told = [f"{p.name}={_json(p.default)}" for p in question.parameters]
    return {
        "name": question.name, "asks": f"{question.en} · {question.zh}",
        "parameters": told if for_people() else [
            {"name": p.name, "type": p.type, "default": p.default, "meaning": p.meaning}
            for p in question.parameters
        ],
        "en": question.en, "zh": question.zh,
        "columns": [{"name": column, "meaning": said} for column, said in question.columns],
        "examples": list(question.examples),
    }  # fmt: skip


def _describe(question: Question) -> None:
    click.secho(question.name, bold=True)
    for line in (question.en, question.zh):
        click.echo(f"  {line}")
    for parameter in question.parameters:
        default = _json(parameter.default)
        click.echo(f"  -p {parameter.name}={default}  {parameter.type}: {parameter.meaning}")
    for column, meaning in question.columns:
        click.echo(f"  {column}: {meaning}")
    for example in question.examples:
        say(f"  {example}")


def _json(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _write_csv(rows: Rows) -> None:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(rows.columns)
    shown = rows[: settings().limit or None]
    writer.writerows([[_cell(row[column]) for column in rows.columns] for row in shown])
    click.echo(file.getvalue().encode(), nl=False)


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    return json.dumps(value, ensure_ascii=False)
