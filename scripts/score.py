"""Score what the loader reads against the project's gold facts and trap sentences: `make score`.

Reads `../shared`. The held-out gold is only ever totalled, never listed: it tells whether a
step generalises, and would tell nothing once somebody had looked at what it holds.

    --json    print one JSON object instead: gold, rules, held and traps
    --record  write how often each rule was right into loaders/grammar/confidence.toml
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import rules

SHARED = Path(__file__).resolve().parents[2] / "shared"
TEXTS = ("seeds/*.txt", "reports/02_*", "reports/03_*", "reports/12_*")
TOTALS = re.compile(r"precision at least, all .*|recall .*%")
HELD = ("recall", "precision_at_least")


def main() -> None:
    """Print the gold score, precision by rule, the held-out totals and the trap score."""
    if not SHARED.is_dir():
        sys.exit(f"{SHARED} is not here: the gold facts are in it")
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        texts = [path for pattern in TEXTS for path in sorted(SHARED.glob(pattern))]
        graph, traps = _graph(here, "gold", texts), _traps(here)
        gold = sorted((SHARED / "gold").glob("*.jsonl"))
        held = sorted((SHARED / "gold" / "held").glob("*.jsonl"))
        extras = here / "extras.jsonl"
        score = SHARED / "gold" / "score.py"
        _run(score, graph, *gold, "--extras", extras)
        counts = rules.count(score, graph, gold, extras)
        if "--record" in sys.argv:
            rules.record("gold", counts)
        if "--json" in sys.argv:
            unseen = _json(score, graph, *held)
            print(
                json.dumps(
                    {
                        "gold": _json(score, graph, *gold),
                        "rules": counts,
                        "held": {key: unseen[key] for key in HELD},
                        "traps": _json(*traps),
                    },
                    ensure_ascii=False,
                )
            )
            return
        print(_run(score, graph, *gold))
        print(rules.table(counts))
        totals = TOTALS.finditer(_run(score, graph, *held))
        print("\nheld out, totals only:", *(m[0].strip() for m in totals), sep="\n  ")
        print(f"\ntrap sentences:\n{_run(*traps)}")


def _traps(here: Path) -> tuple[Path, Path, Path]:
    """The script that scores the trap sentences, what the loader makes of them, and the cases."""
    script, cases = SHARED / "traps" / "trapscore.py", SHARED / "traps" / "dev.jsonl"
    texts = here / "traps"
    _run(script, "--write", texts, cases)
    return script, _graph(here, "traps", [texts]), cases


def _graph(here: Path, name: str, texts: list[Path]) -> Path:
    """Read texts into a store of their own and export it."""
    store, graph = here / f"{name}.db", here / f"{name}.jsonl"
    kg = ("-m", "kg", "--store", store)
    print(_run(*kg, "load", *texts).strip(), file=sys.stderr)
    _run(*kg, "export", "jsonl", "--output", graph)
    return graph


def _json(*words: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_run(*words, "--json"))
    return found


def _run(*words: str | Path) -> str:
    """What a Python script or module prints; its errors go where ours go."""
    command = [sys.executable, *words]
    return subprocess.run(command, check=True, encoding="utf-8", stdout=subprocess.PIPE).stdout


if __name__ == "__main__":
    main()
