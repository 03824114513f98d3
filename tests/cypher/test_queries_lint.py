"""Neo4j's own language package finds nothing in any question, not even a deprecated word."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kg.cypher.library import questions
from kg.cypher.projection import ENTITY
from kg.ontology import Ontology

LINT = Path(__file__).parent / "lint"


@pytest.fixture(scope="module")
def linter() -> list[str]:
    """The command that lints, its package installed if it is not there."""
    if absent := [tool for tool in ("node", "npm") if shutil.which(tool) is None]:
        lack = f"{' and '.join(absent)} is not here: queries are linted with Node.js 20 or later"
        if os.environ.get("CI") == "true":
            pytest.fail(lack)
        pytest.skip(lack)
    if not (LINT / "node_modules").is_dir():
        subprocess.run(
            ["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=LINT, check=True, timeout=300
        )
    return ["node", str(LINT / "lint.mjs")]


def lint(linter: list[str], queries: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    ontology = Ontology.shipped()
    schema = {
        "labels": [ENTITY, *ontology.classes], "relationshipTypes": list(ontology.relations)
    }  # fmt: skip
    asked = json.dumps({"schema": schema, "queries": queries})
    done = subprocess.run(
        linter, input=asked, capture_output=True, text=True, check=True, timeout=120
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_the_library_is_clean(linter: list[str]) -> None:
    library = {
        question.name: {
            "text": question.text, "parameters": {p.name: p.default for p in question.parameters}
        }
        for question in questions() if not question.is_sparql
    }  # fmt: skip
    assert lint(linter, library) == {name: [] for name in library}


def test_what_only_one_engine_takes_is_found(linter: list[str]) -> None:
    wrong = {
        "no result": "MATCH (c:Company)",
        "unaliased": "MATCH (c:Company) WITH c.id RETURN 1 AS x",
        "other label": "MATCH (c:Firm) RETURN c",
        "other type": "MATCH (c:Company)-[:SELLS]->(d) RETURN d",
    }
    queries = {name: {"text": text, "parameters": {}} for name, text in wrong.items()}
    assert all(lint(linter, queries).values())
