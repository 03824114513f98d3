"""The Python door, from files to answers."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from kg import Atlas
from kg.errors import AtlasError, StoreError

SUPPLY = "宁德时代为比亚迪供应动力电池。\n"
USE = "比亚迪采用磷酸铁锂。\n"


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    """An atlas in a folder of its own."""
    return Atlas.open(tmp_path / "atlas.db")


def folder_of(path: Path, **texts: str) -> Path:
    """A folder with one report a text."""
    path.mkdir()
    for name, text in texts.items():
        (path / f"{name}.txt").write_text(text, "utf-8")
    return path


def test_from_a_file_to_an_answer_with_its_sentence(atlas: Atlas, tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", supply=SUPPLY)
    summary = atlas.load(reports)
    assert str(summary).startswith("1 report, ")
    (row,) = [r for r in atlas.upstream("BYD") if r["from"] == "宁德时代"]
    assert (row["relation"], row["to"], row["file"], row["line"]) == (
        "SUPPLIES",
        "比亚迪",
        "supply.txt",
        1,
    )
    assert row["quote"] in SUPPLY
    assert atlas.downstream("宁德时代")[0]["to"] == "比亚迪"
    assert atlas.path("300750.SZ", "002594.SZ")[0]["relation"] == "SUPPLIES"
    assert atlas.show("比亚迪股份有限公司")[0].head["id"] == "company/比亚迪"


def test_a_folder_is_read_with_all_below_it_and_nothing_else(atlas: Atlas, tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", a=SUPPLY)
    folder_of(reports / "deeper", b=USE)
    (reports / "table.csv").write_text("1,2")
    (reports / "page.HTML").write_text("<p>宁德时代</p>", "utf-8")
    assert atlas.load(reports).reports == 3
    assert [row["file"] for row in atlas.reports()] == ["a.txt", "b.txt", "page.HTML"]


def test_the_same_again_is_known_and_a_text_is_read_once(atlas: Atlas, tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", a=SUPPLY)
    assert atlas.load(reports, reports / "a.txt").reports == 1
    again = atlas.load(reports)
    assert (again.known, again.statements) == (1, 0)
    assert str(again) == (
        "1 report (1 known already), 0 entities, 0 statements, 0 figures, 0 deals, 0 problems"
    )


def test_standard_input_is_a_report_too(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SUPPLY.encode("gb18030"))))
    atlas.load("-")
    assert atlas.upstream("比亚迪")[0]["file"] == "standard-input.txt"


def test_several_processes_come_to_the_same_graph(tmp_path: Path) -> None:
    texts = {f"r{n}": f"{SUPPLY}{USE}第{n}份。\n" for n in range(7)}
    reports = folder_of(tmp_path / "reports", **texts)
    graphs = []
    for jobs in (1, 3):
        atlas = Atlas.open(tmp_path / f"{jobs}.db")
        assert atlas.load(reports, jobs=jobs).reports == 7
        graphs.append(list(atlas.export_jsonl()))
    assert graphs[0] == graphs[1]


def test_without_a_path_the_examples_are_read(atlas: Atlas) -> None:
    summary = atlas.load()
    assert summary.reports > 10
    assert summary.failures == []


def test_the_usual_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("KG_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Atlas.open().file == tmp_path / "chainatlas" / "chainatlas.db"
    with pytest.raises(StoreError, match="kg load"):
        Atlas.open().reports()
    monkeypatch.setenv("KG_STORE", str(tmp_path / "mine.db"))
    assert Atlas.open().file == tmp_path / "mine.db"
    monkeypatch.delenv("KG_STORE")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "Application Support" in str(Atlas.open().file)


def test_a_notebook_shows_tables_and_nothing_from_a_report_is_markup(
    atlas: Atlas, tmp_path: Path
) -> None:
    atlas.load(folder_of(tmp_path / "reports", **{"<b>x": SUPPLY}))
    page = atlas.upstream("比亚迪")._repr_html_()
    assert page.startswith("<table>")
    assert "<td>&lt;b&gt;x.txt</td>" in page
    assert "宁德时代" in atlas.show("比亚迪")[0]._repr_html_()


def test_every_question_names_what_it_does_not_know(atlas: Atlas, tmp_path: Path) -> None:
    atlas.load(folder_of(tmp_path / "reports", a=SUPPLY))
    for ask in (atlas.upstream, atlas.downstream, atlas.show, atlas.forecasts):
        with pytest.raises(AtlasError, match=r"比亚笛.*the nearest: 比亚迪"):
            ask("比亚笛")
