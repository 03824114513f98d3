"""Columns for things that flow into each other: upstream left, downstream right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

Flow = tuple[str, str]
Links = dict[str, list[str]]

# A chain of more steps than this is drawn with steps next to each other in one column: a page
# has only so much width.
MOST = 7


def levels(
    nodes: Sequence[str], flows: Iterable[Flow], tiers: Sequence[Collection[str]] = ()
) -> dict[str, int]:
    """A column for each thing, from 0, such that flows run to the right wherever they can.

    What is in a tier stands left of what is in a later one of `tiers`. Where flows run in a
    circle, the one that closes it runs back.
    """
    after = acyclic(nodes, [*_barriers(tiers), *_not_against(flows, tiers)])
    order = _topological(after)
    before = reverse(after)
    level: dict[str, int] = {}
    for node in order:
        level[node] = max((level[up] + 1 for up in before[node]), default=0)
    for node in reversed(order):
        if after[node] and len(after[node]) >= len(before[node]):
            level[node] = max(level[node], min(level[down] for down in after[node]) - 1)
    return _narrowed({node: level[node] for node in nodes}, tiers)


def acyclic(nodes: Iterable[str], flows: Iterable[Flow]) -> Links:
    """Flows as links from each thing, without those that would close a circle."""
    links: dict[str, dict[str, None]] = {node: {} for node in nodes}
    for up, down in flows:
        links.setdefault(up, {})
        links.setdefault(down, {})
        if up != down:
            links[up][down] = None
    kept: Links = {node: [] for node in links}
    # what was gone into and, once all behind it is known, left again
    entered: set[str] = set()
    left: set[str] = set()
    for root, first in links.items():
        if root in entered:
            continue
        entered.add(root)
        stack = [(root, iter(first))]
        while stack:
            node, downs = stack[-1]
            for down in downs:
                if down in entered and down not in left:
                    continue
                kept[node].append(down)
                if down not in entered:
                    entered.add(down)
                    stack.append((down, iter(links[down])))
                    break
            else:
                left.add(node)
                stack.pop()
    return kept


def reverse(links: Mapping[str, Collection[str]]) -> Links:
    """The same links from the other end."""
    turned: Links = {node: [] for node in links}
    for node, others in links.items():
        for other in others:
            turned[other].append(node)
    return turned


def _barriers(tiers: Sequence[Collection[str]]) -> list[Flow]:
    # One thing in between instead of a link from each to each: tiers can have many members.
    filled = [tier for tier in tiers if tier]
    walls = [(f"\0{i}", left, right) for i, (left, right) in enumerate(pairwise(filled))]
    return [
        flow
        for wall, left, right in walls
        for flow in (*((node, wall) for node in left), *((wall, node) for node in right))
    ]


def _not_against(flows: Iterable[Flow], tiers: Sequence[Collection[str]]) -> list[Flow]:
    rank = {node: place for place, tier in enumerate(tiers) for node in tier}
    return [
        (up, down)
        for up, down in flows
        if rank.get(up, 0) <= rank.get(down, len(tiers)) or up not in rank or down not in rank
    ]


def _topological(after: Links) -> list[str]:
    waiting = {node: len(ups) for node, ups in reverse(after).items()}
    ready = [node for node, count in waiting.items() if not count]
    for node in ready:
        for down in after[node]:
            waiting[down] -= 1
            if not waiting[down]:
                ready.append(down)
    return ready


def _narrowed(level: dict[str, int], tiers: Sequence[Collection[str]]) -> dict[str, int]:
    """Without empty columns, and not wider than a page."""
    used = sorted(set(level.values()))
    place = {old: new for new, old in enumerate(used)}
    if len(used) > MOST:
        place = {old: new * MOST // len(used) for old, new in place.items()}
    return {node: place[old] for node, old in level.items()}
