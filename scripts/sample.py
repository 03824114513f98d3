"""Draw statements at random to read by hand, each with its sentence and the rule that made it.

    sample.py [--number 200] [--seed 1] [--rule PREFIX] REPORT...

Judge each against its sentence and write how many of each rule were right into [hand] of
`loaders/grammar/confidence.toml`. The same seed and reports draw the same statements. Reports
that the gold covers are measured by `score.py`: draw from others.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from kg.model import Deal, Figure, Reading, Statement
from loaders.read import read


def main() -> None:
    """Print the statements drawn."""
    parser = argparse.ArgumentParser(description="Draw statements at random to read by hand.")
    parser.add_argument("reports", nargs="+", type=Path, metavar="REPORT")
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rule", default="", metavar="PREFIX", help="only what such rules read")
    asked = parser.parse_args()
    found = [
        (said.method, f"{path.name}:{said.evidence[0].line}  {line}\n      {quote(said)}")
        for path in sorted(asked.reports)
        for said, line in told(read(path.name, path.read_bytes()))
        if said.method.startswith(asked.rule)
    ]
    drawn = random.Random(asked.seed).sample(found, min(asked.number, len(found)))
    for number, (method, text) in enumerate(sorted(drawn), 1):
        print(f"{number:>3}  {method}  {text}")


def told(reading: Reading) -> Iterator[tuple[Statement | Figure | Deal, str]]:
    """All that a reading states, each with a line that says it."""
    names = {entity.id: f"{entity.name} ({entity.cls})" for entity in reading.entities}
    for said in reading.statements:
        ends = f"{names[said.subject]} {said.predicate} {names[said.object]}"
        yield said, f"{ends}  {said.modality} {said.qualifiers or ''}".rstrip()
    for figure in reading.figures:
        value = f"{figure.comparator or ''}{figure.value} {figure.unit}"
        of = f"{names[figure.subject]}: {figure.metric} [{figure.region}] {figure.period} = {value}"
        sources = ", ".join(names[source] for source in figure.sources)
        yield figure, f"{of}  {figure.kind} {figure.modality} {sources}".rstrip()
    for deal in reading.deals:
        shown = " · ".join(filter(None, (deal.round, deal.date, deal.amount, deal.valuation)))
        investors = ", ".join(names[investor] for investor in deal.investors)
        yield deal, f"{names[deal.company]}: {shown} <- {investors}  {deal.modality}"


def quote(said: Statement | Figure | Deal) -> str:
    """The sentences that say so, on one line."""
    return " // ".join(place.quote.replace("\n", "⏎") for place in said.evidence)


if __name__ == "__main__":
    main()
