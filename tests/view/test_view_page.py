"""The page as somebody who opens it sees and works it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from services.browser import axe

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

MODALITIES = 6
# A4 across with its margins, in CSS pixels.
PAPER = 1047


def labels(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".spot").all_inner_texts()]


def test_it_asks_for_nothing(browser: Browser, demo: Path) -> None:
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(demo.as_uri())
    page.wait_for_selector(".spot")
    page.locator(".spot").first.click()
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == 1


def test_every_label_is_read_out_and_found(look: Callable[..., Page], demo: Path) -> None:
    page = look(demo)
    names = set(labels(page))
    assert len(names) > 100
    session = page.context.new_cdp_session(page)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    read = {
        node["name"]["value"].strip()
        for node in tree
        if not node["ignored"] and node["role"]["value"] == "button"
    }
    assert names <= read
    for name in sorted(names)[::25]:
        assert page.evaluate("name => find(name, true, false, true)", name), name


def test_labels_do_not_overlap_at_fit(look: Callable[..., Page], demo: Path) -> None:
    page = look(demo)
    overlaps = page.evaluate(
        """() => {
          const kinds = ".spot, .tier, .note strong, .note small, .column";
          const boxes = [...document.querySelectorAll(kinds)].map((e) => [e.textContent, e.getBoundingClientRect()]);
          const found = [];
          for (const [i, [a, p]] of boxes.entries()) for (const [b, q] of boxes.slice(i + 1)) {
            if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1) found.push([a, b]);
          }
          return found;
        }"""
    )
    assert overlaps == []


def test_a_click_on_a_line_shows_its_sentences(look: Callable[..., Page], chain: Path) -> None:
    page = look(chain)
    # the middle of the line from 锂矿甲 to 电芯丙
    box = page.locator(".sheet").bounding_box()
    ends = [
        page.get_by_role("button", name=name, exact=True).bounding_box()
        for name in ("锂矿甲", "电芯丙")
    ]
    assert box and ends[0] and ends[1]
    x = (ends[0]["x"] + ends[0]["width"] + ends[1]["x"]) / 2
    y = (ends[0]["y"] + ends[1]["y"] + ends[0]["height"]) / 2
    page.mouse.click(x, y)
    panel = page.locator("aside")
    assert "锂矿甲为电芯丙供货。" in panel.locator("blockquote").inner_text()
    assert re.search(r"batteries\.md · 第 \d+ 行", panel.inner_text())
    assert "已述" in panel.inner_text() and "0.90" in panel.inner_text()


def test_a_name_shows_figures_deals_and_policies(look: Callable[..., Page], chain: Path) -> None:
    page = look(chain, "node=industry/储能")
    chart = page.get_by_role("img", name="市场规模 · CNY")
    assert chart.locator(".forecast").count() == len([2026, 2028, 2030, "low", "high"])
    assert chart.locator(".point:not(.forecast)").count() == 1
    assert "Energy storage" in page.locator("aside").inner_text()
    page = look(chain, "node=company/电芯丁")
    assert "资本庚（领投）、资本辛" in page.locator("aside").inner_text()
    page = look(chain, "node=company/石墨乙")
    assert "石墨出口办法" in page.locator("aside").inner_text()


def test_modality_shows_without_colour(look: Callable[..., Page], chain: Path) -> None:
    page = look(chain)
    looks = page.evaluate(
        """() => [...document.querySelectorAll(".legend li")].map((li) => {
          const [line, head] = li.querySelectorAll("path");
          return [line.getAttribute("stroke-dasharray"), head.getAttribute("d"), head.classList.contains("hollow")].join();
        })"""
    )
    assert len(set(looks)) == MODALITIES
    assert page.locator(".line.m-rumoured").get_attribute("stroke-dasharray")
    assert not page.locator(".line.m-asserted").first.get_attribute("stroke-dasharray")


def test_keys_alone_lead_to_a_sentence(look: Callable[..., Page], chain: Path) -> None:
    page = look(chain)
    page.keyboard.press("/")
    page.keyboard.type("cell c")
    page.keyboard.press("Enter")
    assert "电芯丙" in page.locator("aside h2").inner_text()
    assert page.evaluate("document.activeElement.tagName") == "ASIDE"
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.edge"):
            break
    page.keyboard.press("Enter")
    assert page.locator("aside blockquote").count() >= 1
    page.keyboard.press("Escape")
    assert "电芯丙" in page.locator("aside h2").inner_text()


def test_arrows_walk_the_graph(look: Callable[..., Page], chain: Path) -> None:
    page = look(chain)
    page.get_by_role("button", name="锂矿甲", exact=True).focus()
    for key, name in (("ArrowRight", "电芯丙"), ("ArrowUp", "电芯丁"), ("ArrowLeft", "石墨乙")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == name
    page.keyboard.press("Enter")
    assert page.locator("aside h2").inner_text() == "石墨乙"
    assert page.locator(".spot[tabindex='0']").count() == 1


def test_a_link_leads_back_to_what_was_seen(look: Callable[..., Page], chain: Path) -> None:
    page = look(chain)
    page.get_by_role("button", name="电芯丙", exact=True).click()
    page.get_by_role("button", name="看上下游").click()
    link = page.url
    assert "上游 1 步" in page.locator(".columns").inner_text()
    page.go_back()
    page.go_back()
    assert page.locator("aside h2").inner_text() == "图例"
    page.go_forward()
    assert page.locator("aside h2").inner_text() == "电芯丙"
    again = look(chain, link.partition("#")[2])
    assert "上游 1 步" in again.locator(".columns").inner_text()
    assert again.locator("aside h2").inner_text() == "电芯丙"


def test_company_view_expands_by_hop(look: Callable[..., Page], chain: Path) -> None:
    page = look(chain, "view=company&at=company/整车戊")
    assert set(labels(page)) == {"整车戊", "电芯丙"}
    page.get_by_role("button", name="展开 电芯丙").click()
    assert set(labels(page)) == {"整车戊", "电芯丙", "锂矿甲", "石墨乙"}
    assert "上游 2 步" in page.locator(".columns").inner_text()
    page.get_by_role("button", name="收起 电芯丙").click()
    assert set(labels(page)) == {"整车戊", "电芯丙"}


def test_the_matrix_leads_to_sentences(look: Callable[..., Page], chain: Path) -> None:
    page = look(chain, "view=policy")
    assert "上游" in page.locator("thead").inner_text()
    page.get_by_role("button", name="石墨出口办法：上游，1 项").click()
    assert "出口办法限制石墨乙。" in page.locator("aside").inner_text()
    page.get_by_role("button", name="固态补贴方案：中游，1 项").click()
    assert "电芯丙生产固态电池。" in page.locator("aside").inner_text()
    page.get_by_role("button", name="储能规划：上游，2 项").click()
    for sentence in ("规划支持储能。", "储能的上游。", "上游企业包括锂矿甲。"):
        assert sentence in page.locator("aside").inner_text()


@pytest.mark.parametrize(
    ("hash", "lines"),
    [("", 11), ("nomod=rumoured", 10), ("norel=SUPPLIES", 1), ("conf=0.85", 5),
     ("report=storage_en.md", 1), ("nocls=Technology", 10)],
)  # fmt: skip
def test_filters_leave_what_they_say(
    look: Callable[..., Page], chain: Path, hash: str, lines: int
) -> None:
    page = look(chain, hash)
    assert page.locator("path.line").count() - page.locator("aside path.line").count() == lines


def test_filters_are_set_by_hand_and_taken_back(look: Callable[..., Page], chain: Path) -> None:
    page = look(chain)
    page.locator("summary").click()
    page.get_by_label("传闻").uncheck()
    assert page.locator(".line.m-rumoured:not(aside *)").count() == 0
    assert "筛选（1）" in page.locator("summary").inner_text()
    page.get_by_role("button", name="全部显示").click()
    assert page.locator(".sheet .line.m-rumoured").count() == 1


def test_pictures_are_saved(look: Callable[..., Page], chain: Path, tmp_path: Path) -> None:
    page = look(chain)
    with page.expect_download() as svg:
        page.get_by_role("button", name="存为 SVG").click()
    svg.value.save_as(tmp_path / "chain.svg")
    text = (tmp_path / "chain.svg").read_text("utf-8")
    assert "电芯丙" in text and "var(" not in text
    with page.expect_download() as png:
        page.get_by_role("button", name="存为 PNG").click()
    png.value.save_as(tmp_path / "chain.png")
    assert (tmp_path / "chain.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("hash", ["", "node=company/电芯丙", "view=company&at=company/电芯丙", "view=policy", "node=industry/储能"])  # fmt: skip
def test_axe_finds_nothing_serious(
    look: Callable[..., Page], chain: Path, theme: str, hash: str
) -> None:
    page = look(chain, f"{hash}&theme={theme}", bypass_csp=True)
    page.add_script_tag(content=axe())
    found: list[dict[str, Any]] = page.evaluate("axe.run()")["violations"]
    grave = [
        (one["id"], [node["target"] for node in one["nodes"]][:3])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert grave == []


def test_it_speaks_english_where_the_reader_does(look: Callable[..., Page], chain: Path) -> None:
    page = look(chain, locale="en-GB")
    assert page.locator("h1").inner_text() == "Industry chain"
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("button", name="中文").click()
    assert page.locator("h1").inner_text() == "产业链图谱"


def test_it_fits_a_phone(look: Callable[..., Page], demo: Path) -> None:
    page = look(demo, viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".spot").nth(1).click()
    name = page.locator(".spot.on").bounding_box()
    panel = page.locator("aside").bounding_box()
    assert name and panel and name["y"] + name["height"] <= panel["y"]


def test_paper_is_white_and_wide_enough(look: Callable[..., Page], demo: Path) -> None:
    page = look(demo, "theme=dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("html").get_attribute("data-theme") == "light"
    assert not page.locator("header").is_visible()
    assert page.locator(".sizer").bounding_box()["width"] <= PAPER  # type: ignore[index]
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("html").get_attribute("data-theme") == "dark"
