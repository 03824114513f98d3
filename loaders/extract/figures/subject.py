"""What the words beside a number name: a thing, what they say of it, and where."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.things import Thing


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing that some words name; `prefix` is what they say of it beside, `place` a region.

    `several` where they list more than one, `anaphor` where they point back (该公司), `unknown`
    where they name something that reads like no name.
    """

    thing: Thing | None = None
    prefix: str = ""
    place: str | None = None
    several: bool = False
    anaphor: bool = False
    unknown: bool = False
