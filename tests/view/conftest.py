"""Pages of sample graphs, and a browser to look at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from services.browser import chromium

from kg.atlas import Atlas
from kg.view.page import page as page_of
from view.samples import industry, large, shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with chromium() as started:
        yield started


@pytest.fixture
def look(browser: Browser) -> Iterator[Open]:
    """Opens a file in a page of its own, offline; `asked` of the page lists its requests."""
    contexts = []

    def look(file: Path, hash: str = "", locale: str = "zh-CN", **how: Any) -> Page:
        settings = {"viewport": {"width": 1400, "height": 900}, "offline": True, **how}
        context = browser.new_context(locale=locale, **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{file.as_uri()}{'#' if hash else ''}{hash}")
        page.wait_for_selector(".spot, .matrix, .empty, [data-drawn], [role=alert]")
        return page

    yield look
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pages are."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="session")
def chain(folder: Path) -> Path:
    """The page of an industry with everything in it."""
    return written(folder / "industry", page_of(shown(made(folder / "industry"), *industry())))


@pytest.fixture(scope="session")
def demo_store(folder: Path) -> Path:
    """The store that `make demo` asks: all example reports."""
    Atlas.open(folder / "demo.db").load()
    return folder / "demo.db"


@pytest.fixture(scope="session")
def demo(folder: Path, demo_store: Path) -> Path:
    """The page of all example reports."""
    target = made(folder / "demo") / "page.html"
    Atlas.open(demo_store).view().save(target)
    return target


@pytest.fixture(scope="session")
def crowd(folder: Path) -> Path:
    """The page of 2,000 things and 6,000 supplies between them."""
    return written(folder / "crowd", page_of(shown(made(folder / "crowd"), *large(2000, 6000))))


def made(folder: Path) -> Path:
    """A folder, new."""
    folder.mkdir()
    return folder


def written(folder: Path, html: str) -> Path:
    """A page in a file."""
    (folder / "page.html").write_text(html, "utf-8")
    return folder / "page.html"
