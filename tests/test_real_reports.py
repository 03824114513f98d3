"""What must hold for every real report in the shared folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from books import writable

from kg.export.jsonl import lines
from kg.loading import is_listed
from kg.model import Reading
from kg.sources import sources
from kg.store.writing import add, forget
from loaders.read import read


@pytest.fixture(scope="module")
def readings(shared: Path) -> list[Reading]:
    """All reports of the shared folder, read once."""
    found = sources([shared / "seeds", shared / "reports"])
    assert len(found) > 40
    return [read(source.name, source.data()) for source in found]


def test_every_quote_is_what_the_report_says_at_its_offsets(
    readings: list[Reading], tmp_path: Path
) -> None:
    texts = {reading.report.id: reading.report.text for reading in readings}
    with writable(tmp_path) as store:
        for reading in readings:
            add(store, reading, is_listed)
        rows = [json.loads(line) for line in lines(store)]
    places = [place for row in rows for place in row.get("evidence", ())]
    assert len(places) > 1000
    for place in places:
        text = texts[place["report"]]
        assert text[place["start"] : place["end"]] == place["quote"]
        assert text.count("\n", 0, place["start"]) + 1 == place["line"]


def test_neither_order_nor_detours_show_in_the_graph(
    readings: list[Reading], tmp_path: Path
) -> None:
    half = len(readings) // 2
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    with writable(tmp_path / "a") as straight, writable(tmp_path / "b") as winding:
        for reading in readings[:half]:
            add(straight, reading, is_listed)
        for reading in reversed(readings):
            add(winding, reading, is_listed)
        for reading in readings[half:]:
            forget(winding, reading.report.id)
        assert list(lines(straight)) == list(lines(winding))
