"""What figures before have been about: what a later one may leave out."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.periods import Period
from loaders.grammar import load
from loaders.things import ORGS, Thing


@dataclass
class Told:
    """What figures before have been about: what a later one may leave out.

    `units` holds the last metric by kind of unit; `default` is the metric of a cell's header,
    `topic` what the sentence or the record speaks of, `labelled` where a label names it; `aimed`
    is what a plan sets up so many of, `dated` the period of the last figure and `carried` that of
    the sentence before; `row`, `dates` and `measured` are the things, periods and metrics of the
    last row of numbers.
    """

    thing: Thing | None = None
    metric: str = ""
    unit: str = ""
    period: Period | None = None
    before: Period | None = None
    carried: Period | None = None
    dated: Period | None = None
    region: str | None = None
    expected: bool = False
    sources: tuple[Thing, ...] = ()
    year: int | None = None
    topic: Thing | None = None
    org: Thing | None = None
    labelled: bool = False
    default: str = ""
    counted: str = ""
    aimed: str = ""
    units: dict[str, str] = field(default_factory=dict)
    row: tuple[Thing, ...] = ()
    dates: tuple[Period, ...] = ()
    measured: tuple[str, ...] = ()

    @property
    def shared(self) -> bool:
        """Whether the last figure was a share or a rate."""
        return self.unit in load("units")["number"]["shares"]

    def remember(self, thing: Thing, metric: str, q: Quantity) -> None:
        """Keep what a figure was about."""
        if thing.cls in ORGS:
            self.org = thing
        self.thing, self.metric, self.unit = thing, metric, q.unit
        self.units[q.kind] = metric
