"""The chain of a view: which flows it has, which tiers hold what, what its columns are called."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from kg.ontology import Ontology
from kg.store.edges import Edge
from kg.view.data import View
from kg.view.layout import Layout, Part, layout
from kg.view.levels import Flow

# The stages that texts know in every industry, upstream first. A tier of another name holds
# nothing in its place: what flows tells where it stands.
STAGES = (
    (re.compile(r"上游|upstream", re.IGNORECASE), "上游", "Upstream"),
    (re.compile(r"中游|midstream", re.IGNORECASE), "中游", "Midstream"),
    (re.compile(r"下游|downstream", re.IGNORECASE), "下游", "Downstream"),
)
Title = tuple[str, str]
T = TypeVar("T", str, Title)


@dataclass(frozen=True)
class Chain:
    """A layout, with the names of the tiers of each thing that is in one.

    `heads` has for each part of the layout the id of the thing that it is called after, an
    industry or the one that most flows through, and what its columns hold, in Chinese and English.
    """

    layout: Layout
    tiers: dict[str, list[str]]
    heads: list[tuple[str, dict[int, Title]]]


def chain(view: View) -> Chain:
    """The chain of a view: whatever has something up or down the chain from it, or is in a tier."""
    stated = [edge for edge in view.edges if edge.modality != "denied"]
    flows = [flow for edge in stated if (flow := flow_of(edge))]
    tiers: dict[str, list[str]] = defaultdict(list)
    industry: dict[str, str] = {}
    for edge in stated:
        if edge.predicate == "IN_TIER":
            tiers[edge.subject.id].append(edge.object.name)
        elif edge.predicate == "TIER_OF":
            industry[edge.subject.name] = edge.object.id
    members = {node for flow in flows for node in flow} | tiers.keys()
    placed = layout(members, flows, _staged(tiers), _by_industry(tiers, industry))
    busy = Counter(node for flow in flows for node in flow)
    heads = [_head(part, placed, tiers, industry, busy) for part in placed.parts]
    return Chain(placed, dict(tiers), heads)


def flow_of(edge: Edge) -> Flow | None:
    """The two ends of an edge, the upstream one first; None where the relation has no flow."""
    flow = Ontology.shipped().relations[edge.predicate].flow
    if not flow:
        return None
    ends = (edge.subject.id, edge.object.id)
    return ends if flow == "forward" else ends[::-1]


def stage(tier: str) -> int | None:
    """The number of the stage that a tier is by its name, 0 for upstream."""
    name = tier.rpartition("/")[2]
    return next((at for at, (words, *_) in enumerate(STAGES) if words.search(name)), None)


def _staged(tiers: dict[str, list[str]]) -> list[list[str]]:
    held: list[list[str]] = [[] for _ in STAGES]
    for node, names in tiers.items():
        stages = {at for name in names if (at := stage(name)) is not None}
        # What two reports put in different stages is left to what flows.
        if len(stages) == 1:
            held[stages.pop()].append(node)
    return held


def _by_industry(tiers: dict[str, list[str]], industry: dict[str, str]) -> Iterable[list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for node, names in tiers.items():
        for name in names:
            groups[industry.get(name, name)].append(node)
    return groups.values()


def title(tier: str) -> Title:
    """What a tier is called without its industry, in Chinese and in English."""
    at = stage(tier)
    short = tier.rpartition("/")[2]
    return (short, short) if at is None else STAGES[at][1:]


def _head(
    part: Part,
    placed: Layout,
    tiers: dict[str, list[str]],
    industry: dict[str, str],
    busy: Counter[str],
) -> tuple[str, dict[int, Title]]:
    industries: Counter[str] = Counter()
    titles: dict[int, Counter[Title]] = defaultdict(Counter)
    for node in part.nodes:
        for name in tiers.get(node, ()):
            titles[placed.places[node][0]][title(name)] += 1
            if name in industry:
                industries[industry[name]] += 1
    after = _most(industries) or min(part.nodes, key=lambda node: (-busy[node], node))
    named = {column: _most(found) for column, found in sorted(titles.items())}
    return after, {column: words for column, words in named.items() if words}


def _most(counts: Counter[T]) -> T | None:
    return min(counts, key=lambda item: (-counts[item], item), default=None)
