"""Whatever is wrong with the input, the store stays whole and the next load works."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest

from kg import Atlas

GOOD = "宁德时代为比亚迪供应动力电池。\n"


def kg(
    *words: str | Path, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", check=False, preexec_fn=before,
    )  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a good report, and a store that holds it."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "good.txt").write_text(GOOD, "utf-8")
    Atlas.open(folder / "atlas.db").load(folder / "good.txt")
    return folder


@pytest.fixture
def folder(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of it to do harm to; in the end nothing is lost and another report can be read."""
    copytree(kept, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("KG_STORE", str(tmp_path / "atlas.db"))
    before = set(sentences())
    yield tmp_path
    assert before <= set(sentences())
    (tmp_path / "next.txt").write_text("比亚迪采用磷酸铁锂。\n", "utf-8")
    assert Atlas.open().load(tmp_path / "next.txt").reports == 1


def sentences() -> list[tuple[str, str]]:
    """The statements in the store with their sentences."""
    rows = map(json.loads, Atlas.open().export_jsonl())
    return [(row["id"], e["quote"]) for row in rows for e in row.get("evidence", ())]


def refused(done: subprocess.CompletedProcess[str], *said: str) -> None:
    """One clear line, and exit code 1."""
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.startswith("kg: ")
    for words in said:
        assert words in done.stderr


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (bytes(range(256)) * 40, "bad.txt"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 4000, "bad.txt"),
        (b"\xff" * 21_000_000, "21 MB"),
    ],
    ids=["nothing", "blank", "binary", "program", "huge"],
)
def test_bytes_that_are_no_report(folder: Path, data: bytes, said: str) -> None:
    (folder / "bad.txt").write_bytes(data)
    refused(kg("load", folder / "bad.txt"), "bad.txt", said)


def test_a_file_of_200_mb_is_refused_without_reading_it(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)

    def little_memory() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))

    began = time.monotonic()
    refused(kg("load", folder / "huge.txt", before=little_memory), "huge.txt", "200 MB")
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16", "utf-8-sig"])
def test_other_encodings_are_simply_read(folder: Path, encoding: str) -> None:
    text = f"{GOOD}再说一遍。\n"
    (folder / "other.txt").write_bytes(text.encode(encoding))
    done = kg("load", folder / "other.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert any(
        row["text"] in text for row in Atlas.open().search(text[:5]) if row["kind"] == "line"
    )


def test_a_missing_path(folder: Path) -> None:
    refused(kg("load", folder / "none.txt"), "none.txt", "No such file")


def test_a_folder_without_reports(folder: Path) -> None:
    (folder / "sub").mkdir()
    refused(kg("load", folder / "sub"), "no report in this folder")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_read_permission(folder: Path) -> None:
    (folder / "locked.txt").write_text(GOOD, "utf-8")
    (folder / "locked.txt").chmod(0)
    refused(kg("load", folder / "locked.txt"), "locked.txt", "Permission denied")


def test_one_bad_report_stops_no_other(folder: Path) -> None:
    reports = folder / "reports"
    reports.mkdir()
    for name in ("a", "c"):
        (reports / f"{name}.txt").write_text(f"{GOOD}{name}\n", "utf-8")
    (reports / "b.txt").write_bytes(b"")
    for jobs in ("1", "2"):
        done = kg("load", reports, "--jobs", jobs)
        refused(done, "b.txt")
        assert done.stdout.startswith("2 reports")
    assert {row["file"] for row in Atlas.open().reports()} == {"good.txt", "a.txt", "c.txt"}


def test_a_store_that_is_none(folder: Path) -> None:
    (folder / "notes.db").write_text("笔记" * 999, "utf-8")
    refused(
        kg("load", folder / "good.txt", "--store", folder / "notes.db"), "not a chainatlas store"
    )
    refused(kg("reports", "--store", folder / "none.db"), "no store at", "kg load")
    refused(kg("reports", "--store", "/proc/none.db"), "no store at")
    refused(kg("load", folder / "good.txt", "--store", "/proc/none/x.db"), "cannot")


def test_a_full_disk(folder: Path) -> None:
    (folder / "long.txt").write_text(
        "".join(f"{GOOD}第{n}段，{'字' * 60}。\n" for n in range(700)), "utf-8"
    )

    def little_room() -> None:
        # a file that may not grow is, to SQLite, a disk that is full
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    refused(kg("load", folder / "long.txt", before=little_room), "free space", "is safe")


def test_two_loads_at_once_both_succeed(folder: Path) -> None:
    loads = []
    for n in range(3):
        reports = folder / f"reports{n}"
        reports.mkdir()
        for m in range(4):
            (reports / f"{n}{m}.txt").write_text(f"{GOOD}{n}{m}\n", "utf-8")
        loads.append(
            subprocess.Popen([sys.executable, "-m", "kg", "load", reports], stderr=subprocess.PIPE,
                             stdout=subprocess.DEVNULL)
        )  # fmt: skip
    for load in loads:
        _, errors = load.communicate()
        assert (load.returncode, errors) == (0, b"")
    assert len(Atlas.open().reports()) == 13


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGINT])
def test_a_load_that_is_stopped_in_the_middle(folder: Path, sent: signal.Signals) -> None:
    reports = folder / "reports"
    reports.mkdir()
    for n in range(300):
        (reports / f"{n:03}.txt").write_text(f"第{n}份。{GOOD}" * 20, "utf-8")
    load = subprocess.Popen(
        [sys.executable, "-m", "kg", "load", reports],
        stderr=subprocess.PIPE,
        text=True,
        # a job in the background of a script is deaf to SIGINT, and so are its children
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 (one thread)
    )
    deadline = time.monotonic() + 60
    while len(Atlas.open().reports()) < 5 and time.monotonic() < deadline:
        time.sleep(0.02)
    load.send_signal(sent)
    _, errors = load.communicate()
    kept = Atlas.open().reports()
    assert 5 <= len(kept) < 301
    assert {row["statements"] for row in kept if row["file"] != "good.txt"} == {
        kept[0]["statements"]
    }
    if sent == signal.SIGINT:
        assert load.returncode == 130
        assert errors.strip() == "kg: stopped; what was kept before is safe"
    done = kg("load", reports)
    assert done.returncode == 0
    assert f"({len(kept) - 1} known already)" in done.stdout
