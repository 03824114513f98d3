"""Graphs to look at: an industry with everything in it, one that attacks, and a large one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from books import Book, keep, writable

from kg.store import Store
from kg.view.data import View, view

MARK = "pwned"
# Each tries to become markup, script, an address or a template, or to turn the text around it.
HOSTILE = (
    f"<script>window.{MARK}=1</script>",
    f"</script><script>window.{MARK}=1</script>",
    f"<!--<script>window.{MARK}=1</script>-->",
    f"<img src=x onerror=window.{MARK}=1>",
    f"<svg onload=window.{MARK}=1>",
    f"<svg><script>window.{MARK}=1</script></svg>",
    f"<svg><a xlink:href=\"javascript:window.{MARK}=1\"><text>x</text></a></svg>",
    f"<body onload=window.{MARK}=1>",
    f"<iframe src=\"javascript:window.{MARK}=1\"></iframe>",
    f"<iframe srcdoc=\"<script>parent.{MARK}=1</script>\"></iframe>",
    f"<a href=\"javascript:window.{MARK}=1\">甲</a>",
    f"<a href=data:text/html,<script>window.{MARK}=1</script>>乙</a>",
    f"<details open ontoggle=window.{MARK}=1>丙</details>",
    f"<input autofocus onfocus=window.{MARK}=1>",
    f"<video><source onerror=window.{MARK}=1></video>",
    f"<math><mtext><script>window.{MARK}=1</script></mtext></math>",
    f"<style>@import 'http://127.0.0.1/{MARK}'</style>",
    f"<link rel=stylesheet href=http://127.0.0.1/{MARK}.css>",
    f"<meta http-equiv=refresh content=\"0;url=http://127.0.0.1/{MARK}\">",
    f"<base href=http://127.0.0.1/{MARK}/>",
    f"<object data=http://127.0.0.1/{MARK}></object>",
    f"<embed src=http://127.0.0.1/{MARK}>",
    f"<form action=http://127.0.0.1/{MARK}><button>丁</button></form>",
    f"<template><script>window.{MARK}=1</script></template>",
    f"\"><script>window.{MARK}=1</script>",
    f"'><img src=x onerror=window.{MARK}=1>",
    f"\" onmouseover=\"window.{MARK}=1",
    f"' onfocus='window.{MARK}=1' autofocus='",
    f"javascript:window.{MARK}=1",
    f"';window.{MARK}=1;//",
    f"\\\";window.{MARK}=1;//",
    f"${{window.{MARK}=1}}",
    f"`;window.{MARK}=1;`",
    f"{{{{window.{MARK}=1}}}}",
    "{{script}}", "{{data}}", "{{policy}}",
    f"{{% include '{MARK}' %}}",
    f"\u2028window.{MARK}=1\u2029",
    f"&lt;script&gt;window.{MARK}=1&lt;/script&gt;",
    f"&#60;img src=x onerror=window.{MARK}=1&#62;",
    f"]]><script>window.{MARK}=1</script>",
    "\u202e司公电池甲\u202c",
    "\u2066甲电池\u2069\u200f",
    "甲\u0000电池",
    "__proto__", "constructor", "000001", "1e3",
    f"<xss id={MARK} style=color:red>戊</xss>",
)  # fmt: skip
MODALITIES = ("asserted", "planned", "potential", "rumoured", "past", "denied")


def industry() -> tuple[Book, Book]:
    """An industry with tiers, every modality, figures of two sources, deals and policies."""
    book = Book("batteries.md")
    for stage, makers in (
        ("上游", "锂矿甲 石墨乙"),
        ("中游", "电芯丙 电芯丁"),
        ("下游", "整车戊 整车己"),
    ):
        tier = f"Tier 储能/{stage}"
        book.says(f"储能的{stage}。", tier, "TIER_OF", "Industry 储能|Energy storage")
        for maker in makers.split():
            book.says(f"{stage}企业包括{maker}。", f"Company {maker}", "IN_TIER", tier)
    for upper, lower in (("锂矿甲", "电芯丙"), ("石墨乙", "电芯丁"), ("石墨乙", "电芯丙"),
                         ("电芯丙", "整车戊"), ("电芯丁", "整车己")):  # fmt: skip
        book.says(f"{upper}为{lower}供货。", f"Company {upper}", "SUPPLIES", f"Company {lower}",
                  confidence=0.9, qualifiers={"item": "材料"})  # fmt: skip
    for modality in MODALITIES[1:]:
        book.says(f"电芯丙与整车己：{modality}。", "Company 电芯丙|Cell C", "SUPPLIES",
                  "Company 整车己", modality=modality, confidence=0.6)  # fmt: skip
    book.says("电芯丙生产固态电池。", "Company 电芯丙", "PRODUCES", "Technology 固态电池")
    book.says("出口办法限制石墨乙。", "Policy 石墨出口办法", "RESTRICTS", "Company 石墨乙")
    book.says("补贴方案支持固态电池。", "Policy 固态补贴方案", "SUPPORTS", "Technology 固态电池")
    book.says("规划支持储能。", "Policy 储能规划", "SUPPORTS", "Industry 储能")
    for year, value in (("2026", 380.0), ("2028", 610.0), ("2030", 990.0)):
        book.counts(f"研究院预计{year}年储能规模{value}亿元。", "Industry 储能", "市场规模", value,
                    period=year, sources=["Institution 研究院"], base_value=value * 1e8,
                    base_unit="CNY")  # fmt: skip
    book.finances("电芯丁完成B轮融资两亿元，由资本庚领投。", "Company 电芯丁", round="B轮",
                  date="2025-03", amount="两亿元", leads=["Company 资本庚"],
                  investors=["Company 资本庚", "Company 资本辛"])  # fmt: skip
    other = Book("storage_en.md")
    other.says("Cell C supplies 整车戊 with cells.", "Company 电芯丙", "SUPPLIES", "Company 整车戊",
               confidence=0.8)  # fmt: skip
    other.counts("The bureau expects 720 by 2028.", "Industry 储能", "市场规模", (650.0, 720.0),
                 period="2028", sources=["Institution Bureau"], base_value=(6.5e10, 7.2e10),
                 base_unit="CNY")  # fmt: skip
    other.counts("It was 290 in 2024.", "Industry 储能", "市场规模", 290.0, period="2024",
                 kind="observation", sources=["Institution Bureau"], base_value=2.9e10,
                 base_unit="CNY")  # fmt: skip
    return book, other


def hostile() -> Book:
    """Every hostile text as a name, an alias, a sentence, a qualifier, a figure and a deal."""
    book = Book(f"<img src=x onerror=window.{MARK}=1>.md")
    for at, text in enumerate(HOSTILE):
        # Texts that differ in signs only are one thing with several names: hence twice.
        name = f"Company {text}|{text}|别名{text}"
        book.says(f"第{at}句：{text}", name, "SUPPLIES", f"Company 买家{at}{text}",
                  qualifiers={text: text, "item": text})  # fmt: skip
        book.counts(f"数{at}：{text}", name, text, float(at), unit=text, region=text, period="2030")
        book.finances(
            f"融{at}：{text}", name, round=text, amount=text, investors=[f"Company {text}资本"]
        )
        book.says(f"策{at}：{text}", f"Policy 办法{text}", "RESTRICTS", name)
    return book


def large(things: int, edges: int, seed: int = 7) -> Iterator[Book]:
    """Reports with so many things, most supplying a few others further down, as chains do."""
    dice = random.Random(seed)
    reports = [Book(f"report-{at}.md") for at in range(20)]
    names = [f"Company 企业{at:04}股份有限公司" for at in range(things)]
    pairs: set[tuple[int, int]] = {
        (at - 1 - dice.randrange(min(at, 200)), at) for at in range(1, things)
    }
    while len(pairs) < edges:
        up = dice.randrange(things - 1)
        pairs.add((up, min(things - 1, up + 1 + int(dice.expovariate(1 / 150)))))
    for up, down in sorted(pairs):
        (dice.choice(reports)).says(
            f"据公告，{names[up][8:]}在{dice.randrange(2018, 2026)}年与{names[down][8:]}签订了"
            f"为期{dice.randrange(1, 9)}年的框架协议，供应第{dice.randrange(999)}号零部件，"
            f"金额约{dice.randrange(9999)}万元，占同类采购的{dice.randrange(100)}%。",
            names[up], "SUPPLIES", names[down], confidence=dice.randrange(50, 99) / 100,
        )  # fmt: skip
    yield from reports


def shown(folder: Path, *books: Book, names: tuple[str, ...] = (), **how: int) -> View:
    """What a page shows of these books."""
    with writable(folder) as store:
        keep(store, *books)
        return view(store, names, **how)


def store_of(folder: Path, *books: Book) -> Path:
    """A store with these books."""
    with Store(folder / "atlas.db", write=True) as store:
        keep(store, *books)
    return folder / "atlas.db"


def view_of(store: Path, *names: str) -> View:
    """What a page shows of a store."""
    with Store(store) as opened:
        return view(opened, names)
