"""What can go wrong, one class a failure; each message says what to do next."""

from __future__ import annotations


class AtlasError(Exception):
    """Root of every failure a user can mend. The command prints its message and exits with 1."""


class UnreadableReport(AtlasError):
    """A report whose bytes cannot be turned into text."""


class EmptyReport(AtlasError):
    """A report without text."""


class ReportTooLarge(AtlasError):
    """A report larger than a report can be."""


class StoreError(AtlasError):
    """The store cannot be opened, read or written."""


class StoreBusy(StoreError):
    """Another process is writing to the store."""


class UnknownName(AtlasError):
    """No entity goes by that name."""


class UnknownReport(AtlasError):
    """No report goes by that name."""


class OntologyError(AtlasError):
    """The ontology file is missing something it must say."""


class EngineError(AtlasError):
    """A graph server cannot be reached, or cannot do what it was asked."""


class EngineBusy(EngineError):
    """Another process holds the embedded graph."""


class UnreadableGraph(AtlasError):
    """A graph file that no store can be made from."""


class QueryError(EngineError):
    """A query that cannot be run: it is wrong, or would change the graph."""


class UnknownQuery(AtlasError):
    """No query goes by that name, and no file either."""


class ParameterError(AtlasError):
    """A parameter that a query does not take, or a value that it cannot take."""
