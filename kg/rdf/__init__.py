"""RDF: the store projected, asked in SPARQL, written to files and read back."""

from __future__ import annotations

from kg.rdf.select import select as select

__all__ = ["select"]
