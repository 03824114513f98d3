"""Score what the loader reads against the project's gold facts and trap sentences: `make score`.

Reads `../shared`. The held-out gold is only ever totalled, never listed: it tells whether a
step generalises, and would tell nothing once somebody had looked at what it holds.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
TEXTS = ("seeds/*.txt", "reports/02_*", "reports/03_*", "reports/12_*")
TOTALS = re.compile(r"precision at least, all .*|recall .*%")


def main() -> None:
    """Print the gold score, the held-out totals and the trap score."""
    if not SHARED.is_dir():
        sys.exit(f"{SHARED} is not here: the gold facts are in it")
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        texts = [path for pattern in TEXTS for path in sorted(SHARED.glob(pattern))]
        graph = _graph(here, "gold", texts)
        gold = SHARED / "gold"
        print(_run(gold / "score.py", graph, *sorted(gold.glob("*.jsonl"))))
        held = _run(gold / "score.py", graph, *sorted(gold.glob("held/*.jsonl")))
        print("held out, totals only:", *(m[0].strip() for m in TOTALS.finditer(held)), sep="\n  ")
        print(f"\ntrap sentences:\n{_traps(here)}")


def _traps(here: Path) -> str:
    script, cases = SHARED / "traps" / "trapscore.py", SHARED / "traps" / "dev.jsonl"
    texts = here / "traps"
    _run(script, "--write", texts, cases)
    return _run(script, _graph(here, "traps", [texts]), cases)


def _graph(here: Path, name: str, texts: list[Path]) -> Path:
    """Read texts into a store of their own and export it."""
    store, graph = here / f"{name}.db", here / f"{name}.jsonl"
    kg = ("-m", "kg", "--store", store)
    print(_run(*kg, "load", *texts).strip())
    _run(*kg, "export", "jsonl", "--output", graph)
    return graph


def _run(*words: str | Path) -> str:
    """What a Python script or module prints; its errors go where ours go."""
    command = [sys.executable, *words]
    return subprocess.run(command, check=True, encoding="utf-8", stdout=subprocess.PIPE).stdout


if __name__ == "__main__":
    main()
