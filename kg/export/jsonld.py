"""The graph as JSON-LD: what all reports say together, for programs on the web."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.rdf.bridge import graph
from kg.rdf.terms import PREFIXES

if TYPE_CHECKING:
    from kg.store import Store


def lines(store: Store) -> Iterator[str]:
    """The lines of a JSON-LD file, a resource a line; asserted statements as plain triples too."""
    written = json.loads(graph(store, plain=True).serialize(format="json-ld", context=PREFIXES))
    resources = [json.dumps(r, ensure_ascii=False, sort_keys=True) for r in written["@graph"]]
    yield f'{{"@context": {json.dumps(written["@context"], sort_keys=True)}, "@graph": ['
    for number, resource in enumerate(sorted(resources), 1):
        yield resource + ("," if number < len(resources) else "")
    yield "]}"
