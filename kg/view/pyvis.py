"""The view as a pyvis network: coordinates from our layout, and a page that opens offline.

pyvis keeps the network; its own template is not used, because that loads from elsewhere, lets
names become markup and lets physics move everything.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kg.ontology import Ontology
from kg.view.chain import chain, flow_of
from kg.view.data import View
from kg.view.modules import script
from kg.view.page import html, packed, style

if TYPE_CHECKING:
    from pyvis.network import Network

    from kg.store.edges import Edge

COLUMN, ROW = 260, 34
# What is not in the chain stands below it, so many to a row.
BREADTH = 6
_DASHES: dict[str, bool | list[int]] = {
    "asserted": False, "planned": [9, 5], "potential": [2, 4], "rumoured": [9, 4, 2, 4],
    "past": [4, 8], "denied": [1, 3],
}  # fmt: skip
_ARROWS = {
    "asserted": "arrow", "planned": "vee", "potential": "circle", "rumoured": "diamond",
    "past": "bar", "denied": "crow",
}  # fmt: skip
_COLOURS = {
    "Company": "#3f6fb0", "Institution": "#7a5aa6", "Technology": "#c26a12", "Product": "#3d8b3d",
    "Industry": "#0e7f8a", "Policy": "#c0392b", "Person": "#8a5a44",
}  # fmt: skip
_GREY = "#68707d"
_LIBRARY = "templates/lib/vis-9.1.2/vis-network"
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}},
    "nodes": {
        "shape": "box", "font": {"multi": False, "size": 13, "color": "#1a2130"},
        "color": {"background": "#f7f8fa"}, "widthConstraint": {"maximum": 190},
    },
    "edges": {"smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal"}},
}  # fmt: skip


def network(view: View) -> Network:
    """A pyvis network of the view: ids are strings, parallel relations stay apart.

    Edges have relation, modality, confidence and sentences beside what vis.js draws.
    """
    from pyvis.network import Network

    made = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    made.toggle_physics(False)
    for thing, (x, y) in zip(view.things, _places(view), strict=True):
        colour = _COLOURS.get(thing.node.cls, _GREY)
        made.add_node(
            thing.node.id, label=thing.node.name, title="\n".join(thing.names), x=x, y=y,
            physics=False, color={"background": "#f7f8fa", "border": colour}, shape="box",
            cls=thing.node.cls,
        )  # fmt: skip
    for edge in view.edges:
        made.add_edge(edge.subject.id, edge.object.id, **_drawn(edge))
    return made


def page(view: View) -> str:
    """The network as one HTML file that asks for nothing and takes no name for markup."""
    made = network(view)
    data = {"nodes": made.nodes, "edges": made.edges, "options": _OPTIONS, "left": view.left_out}
    library = files("pyvis")
    parts = {
        "style": (library / f"{_LIBRARY}.css").read_text("utf-8") + style("pyvis.css"),
        "script": (library / f"{_LIBRARY}.min.js").read_text("utf-8") + script("pyvis"),
        "data": packed(data),
    }
    return html("pyvis.html", parts)


def _places(view: View) -> list[tuple[int, int]]:
    placed = chain(view).layout
    below = max((row for _, row in placed.places.values()), default=0) + 2
    places, other = [], 0
    for thing in view.things:
        place = placed.places.get(thing.node.id)
        if place is None:
            place = (other % BREADTH, below + other // BREADTH)
            other += 1
        places.append((place[0] * COLUMN, round(place[1] * ROW)))
    return places


def _drawn(edge: Edge) -> dict[str, Any]:
    relation = Ontology.shipped().relations[edge.predicate]
    flow = flow_of(edge)
    # The arrow points downstream, as on our own page, else from subject to object.
    end = "to" if flow is None or flow[0] == edge.subject.id else "from"
    return {
        "label": relation.labels["zh"] if edge.modality == "asserted"
        else f"{relation.labels['zh']} ({edge.modality})",
        "title": f"{edge.subject.name} {edge.predicate} {edge.object.name}",
        "arrows": {end: {"enabled": True, "type": _ARROWS[edge.modality], "scaleFactor": 0.6}},
        "dashes": _DASHES[edge.modality], "font": {"size": 10, "color": _GREY, "multi": False},
        "relation": edge.predicate, "modality": edge.modality, "confidence": edge.confidence,
        "sentences": [[place.quote, place.file, place.line] for place in edge.evidence],
    }  # fmt: skip
