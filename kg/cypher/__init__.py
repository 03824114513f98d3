"""Questions in Cypher: one projection of the store, two engines, one driver."""

from __future__ import annotations

# Goes up when the same store makes another graph than before.
SHAPE = 1
