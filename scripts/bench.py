"""Measure the speeds that are promised, side by side in one run: `make bench`.

Whole processes, run in turns so that a busy moment hits all alike; medians are printed, and
beside each the most it may be. Reads `../shared/seeds` where it is, the examples where not.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

PROJECT = Path(__file__).resolve().parents[1]
ROUNDS = 15
LOADS = 5
MILLISECONDS = 1000


def main() -> None:
    """Print the medians."""
    texts = sorted(PROJECT.parent.glob("shared/seeds/*.txt"))
    texts = texts or sorted((PROJECT / "seeds" / "reports").iterdir())
    characters = sum(len(text.read_text("utf-8")) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "bench.db"
        kg = [sys.executable, "-m", "kg", "--store", str(store)]
        loads = [_load(store, [*kg, "load", *map(str, texts)]) for _ in range(LOADS)]
        quick = _in_turns(
            {
                "bare Python": [sys.executable, "-c", "pass"],
                "kg --help": [*kg, "--help"],
                "kg upstream": [*kg, "upstream", "比亚迪"],
                "kg path": [*kg, "path", "比亚迪", "Momenta"],
            }
        )
    bare = quick["bare Python"]
    _say("bare Python", bare)
    _say("kg --help, above bare Python", quick["kg --help"] - bare, 60)
    _say("kg upstream NAME", quick["kg upstream"], 250)
    _say("kg path A B", quick["kg path"])
    load = statistics.median(loads)
    _say(f"kg load, {len(texts)} reports, {characters:,} characters", load, 3000)
    print(f"{'characters a second, start included':<56}{characters / load:>8,.0f}")


def _in_turns(commands: dict[str, list[str]]) -> dict[str, float]:
    """The median seconds of each command, all run once a round."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            seconds[name].append(_seconds(command))
    return {name: statistics.median(found) for name, found in seconds.items()}


def _load(store: Path, command: list[str]) -> float:
    for file in store.parent.glob(f"{store.name}*"):
        file.unlink()
    return _seconds(command)


def _seconds(command: list[str]) -> float:
    started = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - started


def _say(what: str, seconds: float, most: int | None = None) -> None:
    limit = f"   at most {most:,} ms" if most else ""
    print(f"{what:<56}{seconds * MILLISECONDS:>8,.0f} ms{limit}")


if __name__ == "__main__":
    main()
