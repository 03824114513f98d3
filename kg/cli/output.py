"""Answers on standard output: tables for people, JSON for programs."""

from __future__ import annotations

import json
import shutil
import sys
from typing import Any

import click

from kg.cli.options import settings
from kg.cli.table import clean, table
from kg.rows import Rows

# What fits on a few screens; whoever wants more says --limit.
ROWS_ON_A_TERMINAL = 60


def for_people() -> bool:
    """Whether the answer is read by somebody: on a terminal and without --json."""
    return sys.stdout.isatty() and not settings().json


def show(rows: Rows) -> None:
    """Write rows: a table with its note for people, one JSON array for programs."""
    limit = settings().limit
    if not for_people():
        write_json(rows[: limit or None])
        return
    limit = ROWS_ON_A_TERMINAL if limit is None else limit
    shown = Rows(rows[: limit or None], rows.columns)
    if shown:
        click.echo("\n".join(table(shown, terminal_width())))
    left = len(rows) - len(shown)
    more = f"; {left} more rows: --limit 0 shows all" if left else ""
    say(f"{rows.note or f'{len(rows)} rows'}{more}")


def write_json(value: Any) -> None:
    """Write a value as JSON, in UTF-8 whatever the locale."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    click.echo(text.encode())


def say(message: str) -> None:
    """Tell the user something beside the answer, on standard error."""
    click.echo(clean(message), err=True)


def terminal_width() -> int:
    """How many cells wide the terminal is."""
    return shutil.get_terminal_size().columns
