"""What reports say stays text, in our page, in its pictures, in the pyvis page and in notebooks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from kg.atlas import Atlas
from kg.view import page as ours
from kg.view import pyvis
from view.samples import HOSTILE, MARK, hostile, store_of, view_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

FORTY = 40
# The data and the program; our own page takes them away once it is drawn.
OURS = 2
# What a name could become: elements that the pages are not made of, or more of those that they
# have once, or anything within the text of a report.
STRANGE = (
    ":not(html, head, meta, title, link, style, body, noscript, script, header, main, aside, nav, "
    "div, h1, h2, h3, h4, p, span, small, strong, bdi, mark, ul, li, dl, dt, dd, section, article, "
    "button, input, output, label, select, option, details, summary, form, fieldset, legend, "
    "figure, figcaption, blockquote, table, thead, tbody, tr, th, td, canvas, svg, g, path, text)"
    ", bdi :not(mark), body style, body meta, body link"
)


@pytest.fixture(scope="module")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_of(tmp_path_factory.mktemp("attack"), hostile())


@pytest.fixture(scope="module")
def pages(attack: Path) -> dict[str, Path]:
    found = {"ours": attack.with_name("ours.html"), "pyvis": attack.with_name("pyvis.html")}
    shown = view_of(attack)
    found["ours"].write_text(ours.page(shown), "utf-8")
    found["pyvis"].write_text(pyvis.page(shown), "utf-8")
    return found


def harm(page: Page) -> list[str]:
    """What a name has done: become an element, brought a handler or an id, set the mark."""
    found: list[str] = page.evaluate(
        f"""(strange) => [
          ...[...document.querySelectorAll(strange)].map((e) => e.outerHTML.slice(0, 80)),
          ...[...document.querySelectorAll("*")].flatMap((e) => [...e.attributes])
            .filter((a) => a.name.startsWith("on")).map((a) => a.name),
          ...(document.scripts.length > SCRIPTS ? ["script"] : []),
          ...(window.{MARK} || document.getElementById("{MARK}") ? ["mark"] : []),
        ]""".replace("SCRIPTS", str(OURS)),
        STRANGE,
    )
    return found


def test_there_is_enough_to_fear() -> None:
    assert len(set(HOSTILE)) >= FORTY


@pytest.mark.parametrize("kind", ["ours", "pyvis"])
def test_hostile_names_stay_text(browser: Browser, pages: dict[str, Path], kind: str) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    dialogs: list[str] = []
    asked: list[str] = []
    refused: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text))
    page.goto(pages[kind].as_uri())
    page.wait_for_selector(".spot, [data-drawn]")
    assert harm(page) == []
    if kind == "ours":
        for hash in sights(page):
            page.evaluate("hash => { location.hash = hash; }", hash)
            assert harm(page) == [], hash
    else:
        box = page.locator("canvas").bounding_box()
        assert box
        for step in range(12):
            page.mouse.click(box["x"] + box["width"] / 6, box["y"] + 20 + step * 27)
            page.mouse.move(box["x"] + box["width"] / 6, box["y"] + 20 + step * 27)
        assert harm(page) == []
    context.close()
    assert dialogs == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert [text for text in refused if "Content Security Policy" in text] == []


def sights(page: Page) -> list[str]:
    """An address for each name, in each view, and for the policies."""
    ids: list[str] = page.evaluate(
        "[...document.querySelectorAll('.spot')].map((e) => encodeURIComponent(e.dataset.id))"
    )
    views = [f"view=company&at={id}&node={id}&open={id}" for id in ids[::3]]
    return [*(f"node={id}" for id in ids), *views, "view=policy"]


def test_names_are_shown_as_they_are(look: Callable[..., Page], pages: dict[str, Path]) -> None:
    page = look(pages["ours"])
    titles = page.evaluate(
        "[...document.querySelectorAll('.spot')].map((e) => [e.textContent, e.title])"
    )
    for label, title in titles:
        assert title.split("\n")[0] == label
    # texts that differ in signs only are names of one thing
    assert set(HOSTILE) <= {name for _, title in titles for name in title.split("\n")}


def test_search_and_pictures_are_safe(
    look: Callable[..., Page], pages: dict[str, Path], tmp_path: Path
) -> None:
    page = look(pages["ours"])
    for text in ("script", "img", "javascript"):
        page.locator("input[name=search]").fill(text)
        assert page.locator("#found li").count() > 0
        assert harm(page) == []
    with page.expect_download() as saved:
        page.get_by_role("button", name="存为 SVG").click()
    saved.value.save_as(tmp_path / "page.svg")
    tree = ElementTree.parse(tmp_path / "page.svg")
    tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert tags <= {"svg", "g", "rect", "path", "text", "title", "clipPath"}


@pytest.mark.parametrize("kind", ["ours", "pyvis"])
def test_the_policy_lets_nothing_else_run(
    browser: Browser, pages: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    text = pages[kind].read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy and "unsafe" not in policy[1] and "default-src 'none'" in policy[1]
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_text(text.replace("<body>", f"<body><script>window.{MARK}=1</script>"), "utf-8")
    page = browser.new_page()
    page.goto(spoilt.as_uri())
    page.wait_for_selector(".spot, [data-drawn]")
    assert page.evaluate(f"window.{MARK}") is None
    page.close()


def test_a_notebook_is_out_of_reach(browser: Browser, attack: Path) -> None:
    inline = Atlas.open(attack).view()._repr_html_()
    page = browser.new_page()
    page.set_content(f"<title>notebook</title><p id=cell>1</p>{inline}")
    frame = page.frame_locator("iframe")
    frame.locator(".spot").first.click()
    assert frame.locator("aside h2").inner_text()
    assert page.evaluate("document.querySelector('iframe').contentDocument") is None
    assert page.title() == "notebook"
    page.close()


def test_pyvis_keeps_ids_directions_and_parallel_relations(attack: Path) -> None:
    made = pyvis.network(view_of(attack))
    ids = [node["id"] for node in made.nodes]
    assert all(isinstance(id, str) for id in ids)
    assert {"000001", "1e3"} <= {node["label"] for node in made.nodes}
    assert made.directed and json.loads(json.dumps(made.edges)) == made.edges
