"""chainatlas: the industry-chain graph that shows its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.atlas import Atlas as Atlas

__all__ = ["Atlas", "__version__"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Import the Atlas only when it is asked for: `kg --help` must not pay for it."""
    if name == "Atlas":
        from kg.atlas import Atlas

        return Atlas
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
