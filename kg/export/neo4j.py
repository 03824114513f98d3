"""The graph in a Neo4j server: made equal to the store, by what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.cypher.server import connect
from kg.cypher.sync import Changes, sync

if TYPE_CHECKING:
    from kg.cypher.ask import Server
    from kg.store import Store


def send(store: Store, server: Server) -> Changes:
    """Send what is new, change what changed, delete what no report says any more.

    What others keep in the same database stays. A run that was broken off is simply repeated.
    Raises EngineError.
    """
    with connect(server.uri, server.user, server.password, server.database) as engine:
        return sync(engine, store)
