"""How often each rule is right on the gold: the counts, the table, and their place in the grammar."""

from __future__ import annotations

import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType

from loaders.gate.confidence import Shares
from loaders.grammar import load

Count = tuple[int, int]
Counts = Mapping[str, Count]
GRAMMAR = Path(__file__).resolve().parents[1] / "loaders" / "grammar" / "confidence.toml"


def count(script: Path, graph: Path, gold: Iterable[Path], extras: Path) -> Counts:
    """Right and judged of each rule: statements, figures and deals inside the lines of the gold.

    What is inside is for the gold's own `score.py` to say, at `script`; `extras` is what it wrote
    of them: those that match no line.
    """
    scorer = _module(script)
    inside = scorer.Graph(graph)
    rows = map(json.loads, extras.read_text("utf-8").splitlines())
    wrong = {(row["gold"], row["id"]) for row in rows}
    judged = [
        (row["method"], (path.name, row["id"]) not in wrong)
        for path in gold
        if (place := scorer.lines_of(path))
        for found in inside.inside(*place).values()
        for row in found
    ]
    return counted(judged)


def counted(judged: Iterable[tuple[str, bool]]) -> Counts:
    """How many of each rule were right and judged, from its name and whether it was, each time."""
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for method, good in judged:
        right[method] += good
        every[method] += 1
    return {method: (right[method], every[method]) for method in sorted(every)}


def table(counts: Counts) -> str:
    """The counts to read, with those read by hand and the confidence that both make."""
    grammar = load("confidence")
    hand: Counts = grammar["hand"]
    confidence = Shares({**grammar, "gold": counts})
    rows = [f"{'rule':<26}{'gold, at least':>20}{'by hand':>18}{'confidence':>13}"]
    for method in sorted({*counts, *hand}):
        shown = _share(counts.get(method)), _share(hand.get(method)), confidence(method)
        rows.append("{:<26}{:>20}{:>18}{:>13.2f}".format(method, *shown))
    sums = _share(_sum(counts)), _share(_sum(hand))
    rows.append("{:<26}{:>20}{:>18}".format("all", *sums))
    return "\n".join(rows)


def record(source: str, counts: Counts, grammar: Path = GRAMMAR) -> None:
    """Write counts into a table of the grammar, in place of those that are there."""
    lines = (f'"{method}" = [{right}, {judged}]\n' for method, (right, judged) in counts.items())
    table = re.compile(rf'^(\[{source}\]\n)(?:"[^\n]*\n)*', re.MULTILINE)
    told = table.sub(lambda m: m[1] + "".join(lines), grammar.read_text("utf-8"))
    grammar.write_text(told, "utf-8")


def added(one: Counts, other: Counts) -> Counts:
    """Counts of two readings together."""
    both = {}
    for method in sorted({*one, *other}):
        (a, b), (c, d) = one.get(method, (0, 0)), other.get(method, (0, 0))
        both[method] = (a + c, b + d)
    return both


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _share(pair: Iterable[int] | None) -> str:
    right, judged = pair or (0, 0)
    return f"{right}/{judged} {right / judged:7.1%}" if judged else ""


def _sum(counts: Counts) -> Count:
    return sum(right for right, _ in counts.values()), sum(judged for _, judged in counts.values())
