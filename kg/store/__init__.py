"""The statement store: one SQLite file, the truth that everything else is made from."""

from __future__ import annotations

from kg.store.file import Store as Store

__all__ = ["Store"]
