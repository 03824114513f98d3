"""Where the layout puts things, and how well against Graphviz."""

from __future__ import annotations

import itertools
import json
import random
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from services.browser import program

from kg.view.chain import chain, flow_of
from kg.view.layout import Layout, layout
from kg.view.levels import MOST
from view.samples import industry, shown, view_of

Point = tuple[float, float]
Flows = list[tuple[str, str]]
STEPS = 8
NODES = [f"n{at}" for at in range(12)]
flows_of = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=30)


def test_what_flows_runs_to_the_right() -> None:
    placed = layout(["矿", "芯", "车"], [("芯", "车"), ("矿", "芯")])
    assert [placed.places[node][0] for node in ("矿", "芯", "车")] == [0, 1, 2]


def test_tiers_hold_even_what_flows_nowhere() -> None:
    placed = layout("abcd", [("a", "b")], tiers=[["d"], ["a"], ["c"]])
    column = {node: place[0] for node, place in placed.places.items()}
    assert column["d"] < column["a"] < column["c"] and column["a"] < column["b"]


def test_columns_come_from_tiers_and_supply(tmp_path: Path) -> None:
    made = chain(shown(tmp_path, *industry()))
    (heads,) = [titles for _, titles in made.heads]
    assert [title[0] for title in heads.values()] == ["上游", "中游", "下游"]
    places = made.layout.places
    columns = [places[f"company/{name}"][0] for name in ("锂矿甲", "电芯丙", "整车己")]
    assert columns == sorted(set(columns))


@given(flows_of, st.randoms())
def test_no_two_things_share_a_place_and_order_does_not_matter(
    flows: Flows, dice: random.Random
) -> None:
    placed = layout(NODES, flows)
    assert placed.places.keys() == set(NODES)
    for (c, r), (d, s) in itertools.combinations(placed.places.values(), 2):
        assert c != d or abs(r - s) >= 0.999
    mixed = dice.sample(flows, len(flows))
    assert layout(dice.sample(NODES, len(NODES)), mixed) == placed


@given(flows_of)
def test_a_long_line_has_a_row_in_each_column_between(flows: Flows) -> None:
    placed = layout(NODES, flows)
    for (up, down), rows in placed.passing.items():
        apart = abs(placed.places[up][0] - placed.places[down][0])
        assert len(rows) == apart - 1 > 0


def test_a_long_chain_stays_on_the_page() -> None:
    nodes = [f"{at:03}" for at in range(60)]
    placed = layout(nodes, list(itertools.pairwise(nodes)))
    assert placed.columns == MOST
    columns = [placed.places[node][0] for node in nodes]
    assert columns == sorted(columns)


def test_demo_has_no_more_crossings_than_dot(demo_store: Path) -> None:
    view = view_of(demo_store)
    flows = sorted({flow for edge in view.edges if (flow := flow_of(edge)) and flow[0] != flow[1]})
    mine = crossings(our_lines(chain(view).layout, flows))
    theirs = crossings(dot_lines(flows))
    assert len(flows) > 100
    assert mine <= theirs


def crossings(lines: list[list[Point]]) -> int:
    """How often lines cross anywhere but at a common end."""
    boxes = [
        (
            min(x for x, _ in line),
            max(x for x, _ in line),
            min(y for _, y in line),
            max(y for _, y in line),
        )
        for line in lines
    ]
    total = 0
    for i, j in itertools.combinations(range(len(lines)), 2):
        (a, b, c, d), (e, f, g, h) = boxes[i], boxes[j]
        if a > f or e > b or c > h or g > d:
            continue
        total += any(
            meet(p, q) for p in itertools.pairwise(lines[i]) for q in itertools.pairwise(lines[j])
        )
    return total


def meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    def side(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def our_lines(placed: Layout, flows: Flows) -> list[list[Point]]:
    """The lines as the page draws them: straight through a column, curved between."""
    width, column, row = 152.0, 222.0, 27.0
    lines = []
    for up, down in flows:
        (left, a), (right, b) = sorted((placed.places[up], placed.places[down]))
        points = [(left * column + width, a * row)]
        for at, y in enumerate(placed.passing.get((up, down), []), left + 1):
            points += [(at * column, y * row), (at * column + width, y * row)]
        points.append((right * column + (0 if left < right else width), b * row))
        lines.append([p for pair in itertools.pairwise(points) for p in bend(*pair)])
    return lines


def bend(start: Point, end: Point) -> list[Point]:
    (ax, ay), (bx, by) = start, end
    out, back = (ax + 34, bx + 34) if ax == bx else ((ax + bx) / 2, (ax + bx) / 2)
    return [
        cubic((ax, ay), (out, ay), (back, by), (bx, by), step / STEPS) for step in range(STEPS + 1)
    ]


def cubic(a: Point, b: Point, c: Point, d: Point, u: float) -> Point:
    v = 1 - u
    parts = (v**3, 3 * v * v * u, 3 * v * u * u, u**3)
    return (
        sum(k * p[0] for k, p in zip(parts, (a, b, c, d), strict=True)),
        sum(k * p[1] for k, p in zip(parts, (a, b, c, d), strict=True)),
    )


def dot_lines(flows: Flows) -> list[list[Point]]:
    """The lines as Graphviz draws them."""
    dot = program("dot", package="graphviz")
    names = {node: f"n{at}" for at, node in enumerate(sorted({n for flow in flows for n in flow}))}
    text = "\n".join(f"{names[up]} -> {names[down]};" for up, down in flows)
    graph = f"digraph {{ rankdir=LR; node [shape=box, width=2.1, fixedsize=true]; {text} }}"
    done = subprocess.run([dot, "-Tjson"], input=graph, capture_output=True, text=True, check=True)
    lines = []
    for edge in json.loads(done.stdout)["edges"]:
        points = next(op["points"] for op in edge["_draw_"] if op["op"] == "b")
        curves = [points[at : at + 4] for at in range(0, len(points) - 1, 3)]
        lines.append(
            [cubic(a, b, c, d, u / STEPS) for a, b, c, d in curves for u in range(STEPS + 1)]
        )
    return lines


@pytest.mark.parametrize(("a", "b", "crossed"), [((0, 0), (1, 1), True), ((0, 1), (1, 1), False)])
def test_crossings_are_counted(a: Point, b: Point, crossed: bool) -> None:
    assert crossings([[a, b], [(0, 0.5), (1, 0.25)]]) == crossed
