"""A real Chromium for tests, and what else they need that pip does not bring.

Where something is missing the test is skipped with what would bring it; under CI=true it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BUILD = Path(__file__).resolve().parents[2] / "build"
AXE = "axe-core@4.10.3"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def missing(what: str) -> NoReturn:
    """Skip the test, or fail it under CI=true, and say what it needs."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


def program(name: str, *others: str, package: str) -> str:
    """Where a program is, under the first of its names that is there."""
    found = next(filter(None, map(shutil.which, (name, *others))), None)
    return found or missing(f"{name} is not here: apt-get install {package}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, closed at the end; every page of it starts with a new profile."""
    path = program("chromium", "chromium-browser", "google-chrome", package="chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not here: pip install 'chainatlas[dev]'")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@cache
def axe() -> str:
    """The script of axe-core, fetched from npm once."""
    folder = BUILD / AXE.replace("@", "-")
    script = folder / "package" / "axe.min.js"
    if not script.exists():
        npm = program("npm", package="npm")
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [npm, "pack", AXE, "--silent"], cwd=folder, capture_output=True, check=False, text=True
        )
        if done.returncode:
            missing(f"npm could not fetch {AXE}: {done.stderr.strip()}")
        shutil.unpack_archive(folder / done.stdout.strip().splitlines()[-1], folder)
    return script.read_text("utf-8")
