"""Who makes a thing and who supplies a company, as far as is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.shock import MAKES
from kg.store.edges import Edge, edges_at

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.nodes import Node

SELLS = "SUPPLIES"
ITEMS = ("Industry", "Product", "Technology")


@dataclass(frozen=True, slots=True)
class Sources:
    """The known makers of a thing, or suppliers of a company: the surest edge of each."""

    edges: tuple[Edge, ...] = ()

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Who they are, by id."""
        return tuple(edge.subject for edge in self.edges)

    @property
    def only(self) -> Edge | None:
        """The edge to the source, if one alone is known."""
        return self.edges[0] if len(self.edges) == 1 else None

    @property
    def reports(self) -> set[str]:
        """The ids of the reports that name them."""
        return {place.report for edge in self.edges for place in edge.evidence}


def sources_at(
    store: Store, things: Iterable[Node], modality: Collection[str]
) -> dict[Node, Sources]:
    """The known sources of these things; a thing without any is not among them."""
    return sources(edges_at(store, "object", {t.key for t in things}, [MAKES, SELLS]), modality)


def sources(found: Iterable[Edge], modality: Collection[str]) -> dict[Node, Sources]:
    """The known sources that these edges tell of, with these modalities."""
    surest: dict[Node, dict[Node, Edge]] = defaultdict(dict)
    for edge in found:
        if edge.predicate in (MAKES, SELLS) and edge.modality in modality:
            old = surest[edge.object].get(edge.subject)
            if old is None or edge.confidence > old.confidence:
                surest[edge.object][edge.subject] = edge
    return {thing: Sources(tuple(by[node] for node in sorted(by))) for thing, by in surest.items()}
