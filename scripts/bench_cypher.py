"""Measure the graph engines side by side in one run: the embedded one, Neo4j, networkx.

A store of 100,000 companies and 500,000 supplies (or as many as the first argument says) is
projected into both engines; then the same questions are asked of all three, in turns. Part of
`make bench`. Needs Java and Maven for the Neo4j server; without them that column is left out.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

from services import neo4j_server  # noqa: E402

from kg.cypher import embedded, server  # noqa: E402
from kg.cypher.engine import Engine  # noqa: E402
from kg.cypher.sync import sync  # noqa: E402
from kg.store import Store  # noqa: E402

NODES, DEGREE, QUESTIONS = 100_000, 5, 40
HOPS = "MATCH (a:Entity {id: $a})-[:SUPPLIES*1..3]->(b) RETURN count(DISTINCT b) AS n"
PATH = """MATCH (a:Entity {id: $a}) MATCH (b:Entity {id: $b})
MATCH path = shortestPath((a)-[:SUPPLIES*..15]->(b)) RETURN length(path) AS n"""
Pair = tuple[int, int]
Asked = Callable[[int, int], int]


def main() -> None:
    """Print what loading and asking took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else NODES
    chance = random.Random(1)
    edges = [(a, b) for a in range(count) for b in chance.sample(range(count), DEGREE) if a != b]
    pairs = [(chance.randrange(count), chance.randrange(count)) for _ in range(QUESTIONS)]
    print(f"{count:,} nodes, {len(edges):,} edges; seconds to load, milliseconds at the median")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        store = stack.enter_context(Store(folder / "bench.db", write=True))
        _fill(store, count, edges)
        engines = {"embedded": stack.enter_context(embedded.running(folder / "graph", write=True))}
        if lack := neo4j_server.missing():
            print(f"without Neo4j: {lack}")
        else:
            tools = stack.enter_context(neo4j_server.prepared())
            running = stack.enter_context(neo4j_server.running(tools))
            address = (running.uri, neo4j_server.USER, running.password)
            engines["Neo4j"] = stack.enter_context(server.connect(*address))
        ways: dict[str, dict[str, Asked]] = {}
        for name, engine in engines.items():
            _report(f"load, {name}", _seconds(lambda e=engine: sync(e, store)), "s")  # type: ignore[misc]
            _report(f"nothing to do, {name}", _seconds(lambda e=engine: sync(e, store)), "s")  # type: ignore[misc]
            ways[name] = {
                "three hops": _asking(engine, HOPS),
                "shortest path": _asking(engine, PATH),
            }
        ways["networkx"] = _networkx(edges)
        for question in ("three hops", "shortest path"):
            _compare(question, {name: way[question] for name, way in ways.items()}, pairs)


def _fill(store: Store, count: int, edges: list[Pair]) -> None:
    """Rows as loading makes them, straight into the tables: a loader would take an hour."""
    text = "A supplies B."
    empty = json.dumps([])
    with store.transaction():
        store.run(
            "INSERT INTO reports VALUES (1, 'report/1', 'x', 'bench.txt', 'bench', NULL, NULL, "
            "'en', 1, ?)", text,
        )  # fmt: skip
        keys = range(1, count + 1)
        store.many(
            "INSERT INTO entities VALUES (?, ?, 'Company', ?, 0, ?)",
            ((key, f"company/{key}", f"Company {key}", key) for key in keys),
        )
        store.many(
            "INSERT INTO names VALUES (?, ?, ?, ?, 1, 1)",
            ((key, key, f"Company {key}", f"company{key}") for key in keys),
        )
        store.many(
            "INSERT INTO mentions VALUES (1, ?, ?, ?, ?, NULL, ?)",
            ((k, f"Company {k}", json.dumps([f"Company {k}"]), empty, empty) for k in keys),
        )
        store.many(
            "INSERT INTO statements VALUES (?, 1, ?, 'SUPPLIES', ?, 'asserted', 0.8, 'bench', '{}')",
            ((number, a + 1, b + 1) for number, (a, b) in enumerate(edges, 1)),
        )
        store.many(
            "INSERT INTO evidence VALUES ('statement', ?, 0, 1, 1, 0, 13, ?)",
            ((number, text) for number in range(1, len(edges) + 1)),
        )
        store.changed()


def _asking(engine: Engine, text: str) -> Asked:
    def ask(a: int, b: int) -> int:
        rows = engine.ask(text, {"a": f"company/{a + 1}", "b": f"company/{b + 1}"})
        return int(rows[0]["n"]) if rows else -1

    return ask


def _networkx(edges: list[Pair]) -> dict[str, Asked]:
    import networkx as nx

    started = perf_counter()
    graph: nx.DiGraph[int] = nx.DiGraph(edges)
    _report("load, networkx", perf_counter() - started, "s")

    def hops(a: int, _: int) -> int:
        return len(nx.single_source_shortest_path_length(graph, a, cutoff=3)) - 1

    def path(a: int, b: int) -> int:
        return int(nx.shortest_path_length(graph, a, b)) if nx.has_path(graph, a, b) else -1

    return {"three hops": hops, "shortest path": path}


def _compare(question: str, ways: dict[str, Asked], pairs: list[Pair]) -> None:
    took: dict[str, list[float]] = {name: [] for name in ways}
    for pair in pairs:
        answers = set()
        for name, way in ways.items():
            started = perf_counter()
            answers.add(way(*pair))
            took[name].append(perf_counter() - started)
        # a walk may come back to where it began, which networkx does not count
        assert max(answers) - min(answers) <= 1, f"{question} {pair}: {answers}"
    for name, seconds in took.items():
        _report(f"{question}, {name}", statistics.median(seconds) * 1000, "ms")


def _seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _report(what: str, number: float, unit: str) -> None:
    print(f"{what:<40}{number:>10,.2f} {unit}", flush=True)


if __name__ == "__main__":
    main()
