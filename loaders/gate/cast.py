"""The things of one report, each once, with all that it is called."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Entity
from loaders.things import CONCEPTS, Thing


class Cast:
    """Things by their id; a concept also notes the classes that relations took it for."""

    def __init__(self) -> None:
        self._things: dict[str, Thing] = {}
        self._facets: dict[str, set[str]] = {}

    def keep(self, thing: Thing, wanted: Iterable[str] = ()) -> None:
        """Take a thing in, or add its names; `wanted` are the classes its relation takes."""
        known = self._things.get(thing.id)
        self._things[thing.id] = known.called(thing.name, *thing.aliases) if known else thing
        taken = set(wanted)
        if thing.cls in CONCEPTS and taken and thing.cls not in taken:
            self._facets.setdefault(thing.id, set()).update(c for c in CONCEPTS if c in taken)

    def entities(self) -> tuple[Entity, ...]:
        """All things, in the order of their ids."""
        return tuple(self._entity(id_) for id_ in sorted(self._things))

    def _entity(self, id_: str) -> Entity:
        thing = self._things[id_]
        name = thing.row.name if thing.row else thing.name
        return Entity(
            id=id_,
            cls=thing.cls,
            name=name,
            names=tuple(dict.fromkeys((name, thing.name, *thing.aliases))),
            facets=tuple(sorted(self._facets.get(id_, ()))),
            date=thing.date,
            issuer=thing.issuer,
        )
