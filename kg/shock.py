"""How a shock travels: from what is restricted or stops to what hangs on it.

A policy hits what it RESTRICTS, a place what is LOCATED_IN it, a company whom it SUPPLIES and
what it PRODUCES; a thing that is missing hits what it is PART_OF, who USES it and, unless it is
missing because a maker stopped, who PRODUCES it: makers of one thing do not hang on each other.
What is hit as a whole, because it is restricted or the shock starts there, is so in all kinds
that are a TYPE_OF it, and hits the companies that are ACTIVE_IN it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from kg.errors import AtlasError
from kg.flow import MODALITIES
from kg.store.edges import Edge, edges_at

if TYPE_CHECKING:
    from networkx import DiGraph

    from kg.store import Store
    from kg.store.nodes import Node

Direction = Literal["down", "up"]
How = Literal["missing", "made", "whole"]

COMPANY = "Company"
MAKES = "PRODUCES"
RESTRICTS = "RESTRICTS"
# Along these from subject to object, along those from object to subject.
FORWARD = ("PART_OF", MAKES, RESTRICTS, "SUPPLIES")
BACKWARD = ("LOCATED_IN", "USES")
# From object to subject too, but only from what is hit as a whole.
KINDS, ACTIVE = "TYPE_OF", "ACTIVE_IN"
# The surest way to mean something first. What is denied is no link.
FIRM = ("asserted",)
SUREST_FIRST = MODALITIES[:-1]


class State(NamedTuple):
    """A thing that is hit: it is missing; it is "made", missing because a maker of it is hit; or
    it is hit as a "whole", in all its kinds and in all who are active in it.
    """

    thing: Node
    how: How = "missing"


HOWS: tuple[How, ...] = get_args(How)


def stops(state: State) -> bool:
    """Whether it is a company, and hit."""
    return state.thing.cls == COMPANY and state.how == "missing"


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a shock, from thing to thing, and the statement that carries it."""

    start: Node
    end: Node
    edge: Edge

    @property
    def weakness(self) -> tuple[int, float, tuple[str, ...]]:
        """Less is surer: how it is meant decides, then how surely it was read."""
        edge = self.edge
        return (SUREST_FIRST.index(edge.modality), -edge.confidence, edge.identity)


@dataclass(frozen=True, slots=True)
class Trail:
    """The way of a shock: links from its start to what is hit."""

    links: tuple[Link, ...]

    @property
    def weakest(self) -> Link:
        """The link to doubt first."""
        return max(self.links, key=lambda link: link.weakness)

    @property
    def text(self) -> str:
        """The names along it, in the order of the shock."""
        return " → ".join((self.links[0].start.name, *(link.end.name for link in self.links)))

    @property
    def order(self) -> tuple[tuple[int, float], tuple[str, ...]]:
        """Less is better: the surer weakest link, then whatever makes one of equals."""
        names = (self.links[0].start.id, *(link.end.id for link in self.links))
        return (self.weakest.weakness[:2], names)


def followed(modality: Collection[str] | None) -> frozenset[str]:
    """The modalities of the links to follow: only asserted ones if nobody asks for more.

    Raises AtlasError for one that is none, and for denied: what a text denies is no link.
    """
    wanted = {word.lower() for word in modality or FIRM}
    for word in sorted(wanted - set(SUREST_FIRST)):
        raise AtlasError(
            f"links that are {word!r} cannot be followed: choose of {', '.join(SUREST_FIRST)}"
        )
    return frozenset(wanted)


def network(found: Iterable[Edge], modality: Collection[str]) -> DiGraph[State]:
    """The links that these edges make, those with these modalities, as a graph of states."""
    import networkx as nx

    graph: DiGraph[State] = nx.DiGraph()
    _add(graph, found, modality)
    return graph


def around(
    store: Store,
    start: Iterable[State],
    direction: Direction,
    depth: int,
    modality: Collection[str],
) -> DiGraph[State]:
    """The links down (or up) to `depth` hops from `start`; only these are read from the store."""
    graph = network((), modality)
    reached = frontier = set(start)
    for _ in range(depth):
        _add(graph, _near(store, {state.thing.key for state in frontier}, direction), modality)
        steps = graph.succ if direction == "down" else graph.pred
        frontier = {on for state in frontier if state in graph for on in steps[state]} - reached
        if not frontier:
            break
        reached = reached | frontier
    return graph


def trails(
    graph: DiGraph[State], start: Iterable[State], direction: Direction, depth: int
) -> dict[State, Trail]:
    """The best trail from `start` to each state within `depth` hops (or "up", from it to `start`).

    The fewest hops are best; of equals that whose weakest link is surest.
    """
    down = direction == "down"
    steps = graph.succ if down else graph.pred
    begun = {state for state in start if state in graph}
    found: dict[State, Trail] = {}
    layer = {state: Trail(()) for state in begun}
    for _ in range(depth):
        ahead: dict[State, Trail] = {}
        for state, trail in layer.items():
            for on in steps[state].keys() - found.keys() - begun:
                link = graph.edges[(state, on) if down else (on, state)]["link"]
                way = Trail((*trail.links, link) if down else (link, *trail.links))
                if on not in ahead or way.order < ahead[on].order:
                    ahead[on] = way
        found |= ahead
        layer = ahead
    return found


def _near(store: Store, keys: Collection[int], direction: Direction) -> list[Edge]:
    down = direction == "down"
    forward = edges_at(store, "subject" if down else "object", keys, FORWARD)
    against = (*BACKWARD, MAKES, KINDS, ACTIVE)
    backward = edges_at(store, "object" if down else "subject", keys, against)
    return forward + backward


def _add(graph: DiGraph[State], found: Iterable[Edge], modality: Collection[str]) -> None:
    """Add links; of several between two things the surest is kept."""
    for edge in found:
        if edge.modality not in modality:
            continue
        for start, end in _ways(edge):
            link = Link(start.thing, end.thing, edge)
            known = graph.has_edge(start, end)
            if not known or link.weakness < graph.edges[start, end]["link"].weakness:
                graph.add_edge(start, end, link=link)


def _ways(edge: Edge) -> Iterator[tuple[State, State]]:
    """The steps of a shock along an edge. A state that nothing leads to does no harm."""
    if edge.predicate in FORWARD:
        for how in HOWS:
            yield State(edge.subject, how), arrival(edge)
    if edge.predicate in BACKWARD:
        for how in HOWS:
            yield State(edge.object, how), State(edge.subject)
    if edge.predicate == MAKES:
        yield State(edge.object), State(edge.subject)
        yield State(edge.object, "whole"), State(edge.subject)
    if edge.predicate == KINDS:
        yield State(edge.object, "whole"), State(edge.subject, "whole")
    # What is applied in an industry is not hit with it: it has other uses.
    if edge.predicate == ACTIVE and edge.subject.cls == COMPANY:
        yield State(edge.object, "whole"), State(edge.subject)


def arrival(edge: Edge) -> State:
    """What a shock that comes along an edge, from its subject, does to its object."""
    if edge.predicate == MAKES:
        return State(edge.object, "made")
    # A company has no kinds: there is one way only in which it is hit.
    whole = edge.predicate == RESTRICTS and edge.object.cls != COMPANY
    return State(edge.object, "whole" if whole else "missing")
