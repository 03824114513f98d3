"""kg exposure, chokepoints and disrupt walk the store; the library asks the same in Cypher."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from books import Book, keep, writable
from hypothesis import Phase, given, settings

from cypher import worlds
from kg.chokepoints import chokepoints
from kg.cypher.engine import Engine
from kg.cypher.library import find
from kg.cypher.sync import sync
from kg.disrupt import disrupt
from kg.exposure import Reach, exposure
from kg.forecasts import forecasts
from kg.rows import Row
from kg.store import Store
from kg.store.nodes import Node, things

MODALITIES = (["asserted"], ["asserted", "planned", "rumoured"])


def by(rows: Iterable[Row], *keys: str) -> list[tuple[Any, ...]]:
    return sorted((tuple(row[key] for key in keys) for row in rows), key=repr)


def named(store: Store) -> dict[str, list[Node]]:
    """What goes by each name, written just so."""
    found: dict[str, list[Node]] = defaultdict(list)
    for thing in things(store, [key for (key,) in store.rows("SELECT canon FROM entities")]):
        for name in thing.names:
            found[name].append(thing.node)
    return found


def compare(store: Store, engine: Engine, modalities: list[str], hops: int) -> None:
    reach = Reach(hops, modalities)
    told = {"modalities": modalities, "hops": hops}
    hit = ("hop", "name", "modality", "confidence")
    start = named(store)
    for name, nodes in start.items():
        walked = [row for row in exposure(store, nodes, reach) if row["role"] == "hit"]
        asked = engine.ask(find("exposure").text, told | {"thing": name})
        assert by(walked, *hit) == by(asked, "hop", "company", "modality", "confidence")
    keys = ("name", "class", "source", "dependants", "tiers")
    asked = engine.ask(find("chokepoints").text, told)
    assert by(chokepoints(store, reach), *keys) == by(asked, *keys)
    lost = ("lost", "name", "class", "item", "alternatives", "substitutes", "dependants", "tiers")
    for name, nodes in start.items():
        stopped = [node for node in nodes if node.cls == "Company"]
        asked = engine.ask(find("disruption").text, told | {"company": name})
        assert by(disrupt(store, stopped, reach), *lost) == by(asked, *lost)


def test_a_chain_is_walked_the_same(tmp_path: Path, on_embedded: Engine) -> None:
    with writable(tmp_path) as store:
        keep(store, worlds.chain(), worlds.stack(), worlds.money(), worlds.doubts())
        sync(on_embedded, store)
        for modalities in MODALITIES:
            for hops in (1, 2, 4):
                compare(store, on_embedded, modalities, hops)


# Not shrunk: each example fills a graph and asks it dozens of questions.
@settings(max_examples=10, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(world=worlds.books())
def test_random_graphs_are_walked_the_same(world: Book, on_embedded: Engine) -> None:
    with tempfile.TemporaryDirectory() as folder, writable(Path(folder)) as store:
        keep(store, world)
        sync(on_embedded, store)
        for modalities in MODALITIES:
            compare(store, on_embedded, modalities, 3)


def test_forecasts_stand_side_by_side_the_same(tmp_path: Path, on_embedded: Engine) -> None:
    with writable(tmp_path) as store:
        keep(store, worlds.money())
        sync(on_embedded, store)
        walked = {(r["subject"], r["metric"], r["period"], r["spread"]) for r in forecasts(store)}
    asked = on_embedded.ask(find("forecasts").text, {"subject": None, "least": 1})
    assert walked == {(r["subject"], r["metric"], r["period"], r["spread"]) for r in asked}
