"""Answers on standard output: tables for people, JSON for programs."""

from __future__ import annotations

import json
import shutil
import sys
from typing import Any

import click

from kg.cli.options import settings
from kg.cli.table import clean, table
from kg.rows import Rows, count

# What fits on a few screens; whoever wants more says --limit.
ROWS_ON_A_TERMINAL = 60


def for_people() -> bool:
    """Whether the answer is read by somebody: on a terminal and without --json."""
    return sys.stdout.isatty() and not settings().json


def show(rows: Rows) -> None:
    """Write rows: a table with its note for people, one JSON array for programs."""
    if for_people():
        show_table(rows)
        say(rows.note or count(len(rows), "row"))
        return
    write_json(rows[: settings().limit or None])
    if rows.note and not rows:
        say(rows.note)


def show_table(rows: Rows) -> None:
    """Write rows as a table, not more than --limit allows, and say how many are left out."""
    limit = settings().limit
    shown = Rows(rows[: (ROWS_ON_A_TERMINAL if limit is None else limit) or None], rows.columns)
    if shown:
        width = shutil.get_terminal_size().columns
        click.echo("\n".join(table(shown, width, every=settings().verbose)))
    if left := len(rows) - len(shown):
        say(f"… and {left} more: --limit 0 shows all")


def write_json(value: Any) -> None:
    """Write a value as JSON, in UTF-8 whatever the locale."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1).encode())


def say(message: str) -> None:
    """Tell the user something beside the answer, on standard error."""
    click.echo(clean(message), err=True)
