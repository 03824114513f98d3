"""Draw statements at random to read by hand, each with its sentence and the rule that made it.

    sample.py [--number 200] [--seed 1] [--rule PREFIX] REPORT...
    sample.py … --wrong 3,17,58

Judge each against its sentence, then say which were wrong: the second call draws the same
statements and adds what each rule had right to [hand] of `loaders/grammar/confidence.toml`.
Reports that the gold covers are measured by `score.py`: draw from others.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import rules

from kg.model import Deal, Figure, Reading, Statement
from loaders.grammar import load
from loaders.read import read


def main() -> None:
    """Print the statements drawn."""
    parser = argparse.ArgumentParser(description="Draw statements at random to read by hand.")
    parser.add_argument("reports", nargs="+", type=Path, metavar="REPORT")
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rule", default="", metavar="PREFIX", help="only what such rules read")
    parser.add_argument("--wrong", metavar="N,N", help="those that were wrong; record the rest")
    asked = parser.parse_args()
    found = [
        (said.method, f"{path.name}:{said.evidence[0].line}  {line}\n      {quote(said)}")
        for path in sorted(asked.reports)
        for said, line in told(read(path.name, path.read_bytes()))
        if said.method.startswith(asked.rule)
    ]
    drawn = random.Random(asked.seed).sample(found, min(asked.number, len(found)))
    numbered = list(enumerate(sorted(drawn), 1))
    if asked.wrong is None:
        for number, (method, text) in numbered:
            print(f"{number:>3}  {method}  {text}")
        return
    wrong = {int(number) for number in asked.wrong.split(",") if number}
    read_now = rules.counted((method, number not in wrong) for number, (method, _) in numbered)
    rules.record("hand", rules.added(load("confidence")["hand"], read_now))


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
