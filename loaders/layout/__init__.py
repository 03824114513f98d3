"""Layout: a report's text cut into blocks that know where they stand."""

from loaders.layout.assemble import layout

__all__ = ["layout"]
