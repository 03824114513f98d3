"""The chain of a view: which flows it has, which tiers hold what, what its columns are called."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.ontology import Ontology
from kg.store.edges import Edge
from kg.view.data import View
from kg.view.layout import Layout, layout
from kg.view.levels import Flow

# The stages that texts know in every industry, upstream first. A tier of another name holds
# nothing in its place: what flows tells where it stands.
STAGES = (
    (re.compile(r"上游|upstream", re.IGNORECASE), "上游", "Upstream"),
    (re.compile(r"中游|midstream", re.IGNORECASE), "中游", "Midstream"),
    (re.compile(r"下游|downstream", re.IGNORECASE), "下游", "Downstream"),
)
Title = tuple[str, str]


@dataclass(frozen=True)
class Chain:
    """A layout with a title in Chinese and in English for each of its columns.

    `tiers` are the names of the tiers of each thing that is in one.
    """

    layout: Layout
    titles: list[Title]
    tiers: dict[str, list[str]]


def chain(view: View) -> Chain:
    """The chain of a view: whatever has something up or down the chain from it, or is in a tier."""
    flows = [flow for edge in view.edges if (flow := flow_of(edge))]
    tiers: dict[str, list[str]] = defaultdict(list)
    industry: dict[str, str] = {}
    for edge in view.edges:
        if edge.modality == "denied":
            continue
        if edge.predicate == "IN_TIER":
            tiers[edge.subject.id].append(edge.object.name)
        elif edge.predicate == "TIER_OF":
            industry[edge.subject.name] = edge.object.id
    members = {node for flow in flows for node in flow} | tiers.keys()
    placed = layout(members, flows, _staged(tiers), _by_industry(tiers, industry))
    return Chain(placed, _titles(placed, tiers), dict(tiers))


def flow_of(edge: Edge) -> Flow | None:
    """The two ends of an edge, the upstream one first; None where nothing flows."""
    flow = Ontology.shipped().relations[edge.predicate].flow
    if not flow or edge.modality == "denied":
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


def _titles(placed: Layout, tiers: dict[str, list[str]]) -> list[Title]:
    found: list[Counter[Title]] = [Counter() for _ in range(placed.columns)]
    for node, names in tiers.items():
        for name in names:
            at = stage(name)
            short = name.rpartition("/")[2]
            found[placed.places[node][0]][(short, short) if at is None else STAGES[at][1:]] += 1
    return [
        min(titles, key=lambda title: (-titles[title], title)) if titles else ("", "")
        for titles in found
    ]
