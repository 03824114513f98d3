"""What the grammar is compiled to is kept, and makes no difference to what is read."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.clauses.frames import frames
from loaders.grammar.kept import Kept, compiled

STAMP = "this grammar"
ROOT = Path(__file__).parents[2]


def test_a_value_is_made_once_and_found_by_the_next_run(tmp_path: Path) -> None:
    file = tmp_path / "caches" / "grammar"
    first = Kept(file, STAMP)
    assert first.value(("table", "verbs"), lambda: {"供应": 1}) == {"供应": 1}
    first.save()
    assert Kept(file, STAMP).value(("table", "verbs"), lambda: None) == {"供应": 1}


@pytest.mark.parametrize("left", [b"", b"\x00", b"not ours at all", b"i\x01\x00\x00\x00"])
def test_a_broken_file_is_made_again(tmp_path: Path, left: bytes) -> None:
    file = tmp_path / "grammar"
    file.write_bytes(left)
    again = Kept(file, STAMP)
    assert again.value(("needed", "x"), lambda: frozenset("x")) == {"x"}
    again.save()
    assert Kept(file, STAMP).value(("needed", "x"), lambda: None) == {"x"}


def test_what_an_older_grammar_left_is_forgotten(tmp_path: Path) -> None:
    older = Kept(tmp_path / "grammar", "older")
    older.value(("table", "verbs"), lambda: "old")
    older.save()
    assert Kept(tmp_path / "grammar", STAMP).value(("table", "verbs"), lambda: "new") == "new"


def test_a_cache_that_cannot_be_written_stops_no_reading(tmp_path: Path) -> None:
    (tmp_path / "caches").write_text("a file, no folder")
    kept = Kept(tmp_path / "caches" / "grammar", STAMP)
    assert kept.value(("table", "verbs"), lambda: "made") == "made"
    kept.save()


def test_a_kept_frame_is_the_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("loaders.grammar.kept")
    for _run in ("compiled", "kept"):
        kept = Kept(tmp_path / "grammar", STAMP)
        monkeypatch.setattr(module, "kept", lambda kept=kept: kept)
        for frame in frames():
            ours, theirs = compiled(frame.source), re.compile(frame.source)
            assert ours == theirs, frame.name
            assert ours.groupindex == theirs.groupindex
        kept.save()


@given(st.from_regex(r"[ab甲乙0-9.,]{0,12}", fullmatch=True), st.sampled_from([0, re.IGNORECASE]))
def test_a_kept_pattern_finds_what_a_compiled_one_does(text: str, flags: int) -> None:
    source = r"(?P<first>[A甲]+)(?:[^\d,]{0,3}?(?P<then>乙|b(?=\d)))?|(\d)\3"
    ours = [m.groups() for m in compiled(source, flags).finditer(text)]
    assert ours == [m.groups() for m in re.compile(source, flags).finditer(text)]


def test_another_python_compiles_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_sre", None)
    assert compiled("甲+").fullmatch("甲甲")


def test_the_next_load_finds_the_grammar_compiled_and_reads_the_same(tmp_path: Path) -> None:
    report = min((ROOT / "seeds" / "reports").iterdir(), key=lambda file: file.stat().st_size)
    said = []
    for run in ("first", "second"):
        told = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "KG_STORE": str(tmp_path / run)}
        load = [sys.executable, "-m", "kg", "load", str(report), "--json"]
        said.append(subprocess.run(load, env=told, cwd=ROOT, check=True, capture_output=True))
        assert (tmp_path / "chainatlas" / "grammar").stat().st_size
    assert said[0].stdout == said[1].stdout
    assert not said[0].stderr + said[1].stderr
