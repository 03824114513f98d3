"""A question does not pay for what it does not use: heavy libraries stay out of its way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "lxml",
    "neo4j",
    "networkx",
    "pydantic",
    "pyoxigraph",
    "pyshacl",
    "pyvis",
    "rdflib",
    "rjieba",
}
REPORT = "甲电池股份有限公司为乙汽车股份有限公司供应磷酸铁锂电池。\n"
# Runs the command as its script does, then tells which modules that took.
RUN = """
import json, sys
from kg.cli.main import main
sys.argv = ["kg", *sys.argv[1:]]
code = main()
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})), file=sys.stderr)
sys.exit(code)
"""


def heavy(store: Path, *words: str) -> set[str]:
    """The heavy libraries that a command loads."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "KG_STORE": str(store)},
    )
    assert done.returncode == 0, done.stderr
    return HEAVY & set(json.loads(done.stderr.splitlines()[-1]))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one report in it."""
    folder = tmp_path_factory.mktemp("imports")
    (folder / "report.txt").write_text(REPORT, "utf-8")
    heavy(folder / "test.db", "load", str(folder / "report.txt"))
    return folder / "test.db"


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["upstream", "--help"]])
def test_help_loads_no_heavy_library(store: Path, words: list[str]) -> None:
    assert heavy(store, *words) == set()


@pytest.mark.parametrize(
    "words",
    [["upstream", "甲电池"], ["downstream", "甲电池"], ["show", "甲电池"], ["search", "电池"]],
)
def test_a_question_loads_no_library_for_reading_or_for_whole_graphs(
    store: Path, words: list[str]
) -> None:
    # The ontology is read with pyoxigraph, and rows are checked with pydantic.
    assert heavy(store, *words) <= {"pydantic", "pyoxigraph"}


def test_networkx_comes_in_where_paths_are_asked_for(store: Path) -> None:
    assert "networkx" in heavy(store, "path", "甲电池", "乙汽车")
