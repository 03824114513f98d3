"""How sure a rule is: measured, with a stated default where nothing is."""

from __future__ import annotations

from itertools import chain

import pytest

from kg.content import folder
from loaders.gate.confidence import SOURCES, Shares, confidence
from loaders.grammar import load
from loaders.read import read

COUNTS = {
    "weight": 4,
    "gold": {"clause:sells": [40, 40], "clause:guesses": [2, 10], "table:rows": [9, 10]},
    "hand": {"clause:sells": [8, 10]},
}


def test_a_rule_is_as_sure_as_it_was_right() -> None:
    share = Shares(COUNTS)
    assert share("clause:guesses") < 0.4
    assert 0.7 < share("table:rows") < share("clause:sells") < 0.96


def test_what_was_tried_little_is_drawn_towards_its_family() -> None:
    everything = (59 + 4 * 0.5) / (70 + 5)
    family = (50 + 4 * everything) / (60 + 5)
    assert Shares(COUNTS)("clause:guesses") == round((2 + 4 * family) / (10 + 5), 2)
    assert Shares(COUNTS)("clause:unread") == round(4 * family / 5, 2)


def test_a_rule_of_an_unread_family_has_the_share_of_all_with_a_fifth_off_at_each_step() -> None:
    everything = (59 + 4 * 0.5) / (70 + 5)
    assert Shares(COUNTS)("label:new") == round(everything * 0.8 * 0.8, 2)


def test_no_rule_is_certain() -> None:
    sure = {"weight": 4, "gold": {"deal:table": [1000, 1000]}, "hand": {}}
    assert Shares(sure)("deal:other") < Shares(sure)("deal:table")
    assert Shares(load("confidence"))("deal:table") < 1


@pytest.mark.parametrize("source", SOURCES)
def test_no_more_are_right_than_were_judged(source: str) -> None:
    for method, (right, judged) in load("confidence")[source].items():
        assert ":" in method
        assert 0 <= right <= judged > 0, method


def test_whatever_a_report_yields_has_the_confidence_of_its_rule() -> None:
    """That is its own share where it is listed, and else the default of its family."""
    listed = {method for source in SOURCES for method in load("confidence")[source]}
    default: dict[str, float] = {}
    for path in sorted((folder("seeds") / "reports").iterdir()):
        reading = read(path.name, path.read_bytes())
        for said in chain(reading.statements, reading.figures, reading.deals):
            assert said.confidence == confidence(said.method)
            if said.method not in listed:
                family = said.method.partition(":")[0]
                assert default.setdefault(family, said.confidence) == said.confidence
