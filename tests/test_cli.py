"""The command, as somebody types it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from books import Book, battery, cars, keep, writable
from test_forecasts import outlook

from kg import __version__
from kg.cli.main import COMMANDS, main

GOLDEN = Path(__file__).parent / "golden"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with three reports."""
    with writable(tmp_path) as store:
        keep(store, battery(), cars(), outlook())
        return store.path


@pytest.fixture
def kg(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], store: Path
) -> Run:
    """Runs a command on the store; its exit code, output and errors."""
    monkeypatch.setenv("KG_STORE", str(store))
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words: str, terminal: bool = False) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kg", *words])
        monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
        code = main()
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


ASKED = {
    "upstream": ["upstream", "乙汽车"],
    "downstream": ["downstream", "丁化工", "--depth", "3"],
    "path": ["path", "丁化工", "乙汽车"],
    "show": ["show", "甲电池", "--verbose"],
    "forecasts": ["forecasts", "机械狗", "--as-of", "2026-06-01"],
    "reports": ["reports"],
    "search": ["search", "电池"],
    "limit": ["upstream", "乙汽车", "--limit", "1"],
}


@pytest.mark.parametrize("name", ASKED)
def test_what_a_terminal_shows(kg: Run, name: str) -> None:
    code, out, err = kg(*ASKED[name], terminal=True)
    golden = GOLDEN / f"{name}.txt"
    shown = f"{out}{err}"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(shown, "utf-8")
    assert code == 0
    assert shown == golden.read_text("utf-8")


def test_columns_stand_below_each_other_whatever_the_script(kg: Run) -> None:
    from kg.cli.table import width

    _, out, _ = kg("upstream", "乙汽车", terminal=True)
    head, rule, *rows = out.splitlines()
    at = width(head[: head.index("modality")])
    for row in rows:
        if ".txt:" not in row:
            cut = next(i for i in range(len(row)) if width(row[:i]) == at)
            assert row[cut:].startswith(("asserted", "rumoured"))
    assert set(rule) == {"─", " "}


def test_a_report_cannot_steer_the_terminal(kg: Run, store: Path) -> None:
    from kg.store import Store

    hostile = "甲\x1b[31m红\u202e逆\x07\n换行"
    with Store(store, write=True) as opened:
        keep(opened, Book("x.txt").says(hostile, "Company 红厂", "SUPPLIES", "Company 乙汽车"))
    _, out, _ = kg("upstream", "乙汽车", terminal=True)
    assert "甲[31m红逆 换行" in out
    (row,) = [r for r in json.loads(kg("upstream", "乙汽车")[1]) if r["from"] == "红厂"]
    assert row["quote"] == hostile


def test_a_pipe_gets_json_rows(kg: Run) -> None:
    _, out, err = kg("upstream", "乙汽车", "--limit", "1")
    (row,) = json.loads(out)
    assert (row["from"], row["relation"], row["to"]) == ("Jia Battery", "SUPPLIES", "乙汽车")
    assert err == ""
    assert json.loads(kg("upstream", "乙汽车", "--limit", "1", "--json", terminal=True)[1]) == [row]
    assert json.loads(kg("--json", "--limit", "1", "upstream", "乙汽车", terminal=True)[1]) == [row]


def test_show_gives_a_program_everything(kg: Run) -> None:
    _, out, _ = kg("show", "丁化工")
    (card,) = json.loads(out)
    assert card["deals"][0]["investors"] == ["戊资本"]
    assert card["statements"][0]["evidence"][0]["quote"] == "丁化工生产丙材料。"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["upstream", "丙材"], 1, "kg: nothing goes by the name '丙材'; the nearest: 丙材料\n"),
        (["upstream", "乙汽车", "--via", "LOVES"], 1, "kg: no relation is called 'LOVES' here"),
        (["forget", "none.txt"], 1, "kg: no report 'none.txt' was loaded"),
        (["decisions", "undo", "3"], 1, "kg: there is no decision 3"),
        (["decisions", "import", "none.jsonl"], 1, "kg: cannot read none.jsonl"),
        (["export", "jsonl", "-o", "none/graph.jsonl"], 1, "kg: cannot write none/graph.jsonl"),
        (["upstream"], 2, "Missing argument 'NAME'"),
        (["upstream", "甲", "--depth", "0"], 2, "Invalid value for '--depth'"),
        (["fly"], 2, "No such command 'fly'"),
        (["--store"], 2, "requires an argument"),
    ],
)
def test_what_goes_wrong_is_one_clear_line_and_a_code(
    kg: Run, words: list[str], code: int, said: str
) -> None:
    got, out, err = kg(*words)
    assert (got, out) == (code, "")
    assert said in err
    assert code == 2 or err.count("\n") == 1


def test_decisions_from_the_command(kg: Run, tmp_path: Path) -> None:
    assert kg("same", "丁化工", "戊资本", "--reason", "改名", "--who", "李")[1] == (
        "decided: company/丁化工 and company/戊资本 are same\n"
    )
    (row,) = json.loads(kg("decisions")[1])
    assert (row["number"], row["reason"], row["who"]) == (1, "改名", "李")
    kg("decisions", "export", "-o", str(tmp_path / "d.jsonl"))
    assert kg("decisions", "undo", "1")[1].startswith("taken back")
    assert kg("decisions", "import", str(tmp_path / "d.jsonl"))[1] == "1 new decision\n"
    assert json.loads(kg("decisions", "export")[1])["who"] == "李"


def test_two_things_of_one_name_are_both_meant_and_said_so(kg: Run, store: Path) -> None:
    from kg.store import Store

    with Store(store, write=True) as opened:
        keep(
            opened,
            Book("x.txt").says("丙材料供乙汽车。", "Company 丙材料", "SUPPLIES", "Company 乙汽车"),
        )
    _, _, err = kg("downstream", "丙材料", terminal=True)
    assert "丙材料 means Company 丙材料, Technology 丙材料: --class chooses" in err
    rows = json.loads(kg("downstream", "丙材料", "--class", "company")[1])
    assert {row["from_id"] for row in rows if row["hop"] == 1} == {"company/丙材料"}


def test_forget_then_nothing_is_left(kg: Run) -> None:
    for file in ("battery.txt", "cars.txt", "outlook.txt"):
        assert kg("forget", file)[0] == 0
    assert kg("export", "jsonl") == (0, "", "")
    assert json.loads(kg("reports")[1]) == []


def test_version_and_help(kg: Run) -> None:
    assert kg("--version")[1] == f"kg, version {__version__}\n"
    shown = kg("--help")[1]
    for name in COMMANDS:
        assert f"  {name} " in shown
        assert kg(name, "--help")[0] == 0


def command(*words: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """Runs the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *words], capture_output=True, check=False, **more
    )


def imported(*words: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kg", *words], capture_output=True, check=True
    )
    return {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}


def test_help_and_questions_import_nothing_heavy(store: Path) -> None:
    heavy = {"pydantic", "networkx", "rdflib", "neo4j", "lxml", "loaders", "kg.names"}
    assert not heavy & imported("upstream", "乙汽车", "--store", str(store))
    assert not (heavy | {"sqlite3", "pyoxigraph"}) & imported("--help")


def test_a_reader_that_leaves_early_is_no_error(store: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-m", "kg", "--store", str(store), "export", "jsonl"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert writer.stdout
    assert writer.stderr
    writer.stdout.close()
    errors = writer.stderr.read()
    writer.stderr.close()
    assert (writer.wait(), errors) == (1, b"")


def test_output_is_utf8_whatever_the_locale(store: Path) -> None:
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = command("upstream", "乙汽车", "--store", str(store), env=plain)
    assert "电芯" in done.stdout.decode("utf-8")


def test_a_real_terminal_gets_a_table(store: Path) -> None:
    parent, child = pty.openpty()
    code = subprocess.run(
        [sys.executable, "-m", "kg", "--store", str(store), "upstream", "乙汽车"],
        stdout=child, stderr=child, check=False,
    ).returncode  # fmt: skip
    os.close(child)
    shown = os.read(parent, 10_000).decode()
    os.close(parent)
    assert code == 0
    assert shown.startswith("hop  from")


def test_load_says_what_it_came_to(kg: Run, tmp_path: Path) -> None:
    report = tmp_path / "battery.txt"
    report.write_text("宁德时代为比亚迪供应动力电池。\n", "utf-8")
    code, out, err = kg("load", str(report), terminal=True)
    assert (code, out.startswith("1 report, "), out.count("\n")) == (0, True, 1)
    assert "another text named battery.txt was loaded before" in err
    assert kg("load", str(report))[1].startswith("1 report (1 known already), 0 entities")
    summary = json.loads(kg("load", str(report), "--json")[1])
    assert (summary["known"], summary["statements"], summary["failures"]) == (1, 0, [])
