"""The command `kg`: what there is, and what happens when something goes wrong."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword

import click

from kg import __version__
from kg.cli.options import common
from kg.errors import AtlasError

# Name, module that holds it, one line of help. A module is imported when its command is called,
# not before: `kg --help` lists them all and stays quick.
COMMANDS = {
    "load": ("kg.cli.load", "Read reports: files, folders, - ; without any, the examples."),
    "reports": ("kg.cli.reports", "List the reports that were read."),
    "forget": ("kg.cli.reports", "Take one report back, with all that only it said."),
    "search": ("kg.cli.find", "Find names and lines of reports that have a text in them."),
    "show": ("kg.cli.find", "Everything about one thing, with its sentences."),
    "upstream": ("kg.cli.flow", "Who and what stands before a thing in the chain, by hop."),
    "downstream": ("kg.cli.flow", "Who and what stands behind a thing in the chain, by hop."),
    "path": ("kg.cli.flow", "How two things hang together, each step with its sentence."),
    "exposure": (
        "kg.cli.exposure",
        "Whom a policy, a stop or a place hits; what a thing hangs on.",
    ),
    "chokepoints": ("kg.cli.exposure", "What has one known source, and how much hangs on it."),
    "disrupt": ("kg.cli.exposure", "What is missing when a company stops, and who else has it."),
    "forecasts": ("kg.cli.forecasts", "Who predicts what, side by side; what came due."),
    "query": ("kg.cli.query", "Ask in Cypher or SPARQL: a question of the library, or a file."),
    "queries": ("kg.cli.query", "List the questions of the library."),
    "view": ("kg.cli.view", "A page of the graph that opens offline, or is served here."),
    "export": ("kg.cli.export", "Write the whole graph as a file."),
    "import": ("kg.cli.export", "Take over the reports in a file that `kg export nq` wrote."),
    "check": ("kg.cli.check", "What is not as it should be: shapes, and figures that disagree."),
    "same": ("kg.cli.decisions", "Decide that two names mean one thing."),
    "different": ("kg.cli.decisions", "Decide that two names mean different things."),
    "decisions": ("kg.cli.decisions", "List, undo, export and import what was decided."),
}

OK, MENDABLE, STOPPED = 0, 1, 130


class Commands(click.Group):
    """A group that knows its commands by name and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[name][0]), f"{name}_" if iskeyword(name) else name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
@common
def kg() -> None:
    """The industry-chain graph that shows its sources.

    Reads reports into companies, technologies and what links them, and answers with the
    sentence that says so. `kg load` first, then ask.
    """


def main() -> int:
    """Run the command; the exit code is 0, 1 for what the user can mend, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows its code instead of a traceback.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = kg.main(prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python would complain once more when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MENDABLE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except AtlasError as error:
        click.echo(f"kg: {error}", err=True)
        return MENDABLE
    except (KeyboardInterrupt, click.Abort):
        click.echo("kg: stopped; what was kept before is safe", err=True)
        return STOPPED
    return code if isinstance(code, int) else OK
