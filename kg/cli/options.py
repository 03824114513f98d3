"""The options that every command takes, before or after its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Settings:
    """What the common options say. `limit` is the most rows to show, 0 for all."""

    store: Path | None = None
    json: bool = False
    limit: int | None = None
    verbose: bool = False


def settings() -> Settings:
    """The settings of the command that is running."""
    found = click.get_current_context().find_object(Settings)
    return found or Settings()


def words(ctx: click.Context, option: click.Parameter, value: str | None) -> list[str] | None:
    """The words of a list with commas; None where the option is not given."""
    return [word.strip() for word in value.split(",") if word.strip()] if value else None


def common(command: F) -> F:
    """Give a command --store, --json, --limit and --verbose."""
    for decorate in (
        click.option("-v", "--verbose", is_flag=True, help="Say more.", **_KEPT),
        click.option(
            "--limit", type=click.IntRange(min=0), metavar="N",
            help="Show at most N rows; 0 shows all.", **_KEPT,
        ),
        click.option(
            "--json", is_flag=True, help="JSON rows, as in a pipe, instead of a table.", **_KEPT
        ),
        click.option(
            "--store", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
            help="The store; $KG_STORE, or a file in your data folder, if not given.", **_KEPT,
        ),
    ):  # fmt: skip
        command = decorate(command)
    return command


def _keep(ctx: click.Context, option: click.Parameter, value: Any) -> None:
    # Given before the command's name or after it, the option means the same; the last wins.
    kept = ctx.find_object(Settings)
    if kept is None:
        kept = ctx.obj = Settings()
    if value not in (None, False):
        setattr(kept, str(option.name), value)


_KEPT: dict[str, Any] = {"expose_value": False, "callback": _keep}
