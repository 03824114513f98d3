"""Four times the text takes about four times as long, whatever shape the text has."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from telling import said

from loaders.read import read

Shape = Callable[[int], str]
LENGTH = 2_500
# Linear growth has 4; what is quadratic has 16. Below so many seconds the clock tells nothing.
MOST, FLOOR = 9, 0.06


def named() -> Iterator[str]:
    """Names of companies that do not exist, each another."""
    digits = "甲乙丙丁戊己庚辛壬癸"
    return ("".join(digits[int(d)] for d in str(number)) + "科技" for number in count())


def line(piece: str, before: str = "甲", after: str = "。") -> Shape:
    """One line of one piece, again and again."""
    return lambda length: f"{before}{(piece * length)[:length]}{after}\n"


def of_names(text: str, between: str = "、") -> Shape:
    """One sentence of many names."""
    return lambda length: text.format(
        between.join(name for name, _ in zip(named(), range(length // 6), strict=False))
    )


def rows(row: str, head: str = "", width: int = 16) -> Shape:
    """A line for each of many names; `width` is about how long one is."""
    return lambda length: (
        head
        + "\n".join(
            row.format(name, number)
            for name, number in zip(named(), range(length // width), strict=False)
        )
    )


SHAPES: dict[str, Shape] = {
    "names that make": of_names("{}等公司均生产减速器。"),
    "names that supply": of_names("{}均向比亚迪供应减速器。"),
    "suppliers": of_names("比亚迪的供应商包括{}。"),
    "names and commas": of_names("{}。", "，"),
    "known names": line("比亚迪、宁德时代、", after="等均生产电池。"),
    "known names in brackets": line("宁德时代（CATL）、比亚迪（BYD）、"),
    "known things": line("英伟达采用HBM、CoWoS、"),
    "parts": line("减速器、丝杠、", "人形机器人由", "组成。"),
    "pronouns": line("比亚迪销量增长，其电池由宁德时代供应，"),
    "the former": line("比亚迪与宁德时代合作，前者供电池，"),
    "takeovers": line("比亚迪收购"),
    "rounds": line("比亚迪完成B轮融资3亿元，"),
    "figures": line("预计2030年市场规模达3亿元，"),
    "growth": line("2024年增长15%，"),
    "policies": line("工信部发布《汽车规划》，支持比亚迪发展，"),
    "open brackets": line("（"),
    "brackets": line("（甲）"),
    "brackets in brackets": line("甲科技（乙（丙"),
    "open titles": line("《甲"),
    "marks in open brackets": line("（。"),
    "open quotes": line("“"),
    "links": line("[a](b)"),
    "stars": line("**甲**"),
    "marks": line("# "),
    "pipes": line("| 甲 "),
    "spaces": line(" ", after="乙"),
    "company": line("公司"),
    "tails": line("有限公司"),
    "adverbs": line("已"),
    "digits": line("7"),
    "numbers": line("1.2.3."),
    "latin letters": line("a"),
    "capitals": line("ABC Inc. "),
    "equations": line("A=B "),
    "English names": line("Apple, Nvidia, and "),
    "English clauses": line("NVIDIA uses HBM from SK Hynix, "),
    "list": rows("- {0}：供应减速器"),
    "numbered list": rows("{1}. {0}生产减速器", width=18),
    "table": rows("| {0} | 减速器{1} | 比亚迪 |", "| 公司 | 产品 | 客户 |\n|---|---|---|\n", 24),
    "figures in a table": rows("| {0} | {1} |", "| 公司 | 规模（亿元） |\n|---|---|\n"),
    "columns by spaces": rows("{0}    减速器    比亚迪", "公司    产品    客户\n", 24),
    "legal names": rows("{0}股份有限公司（简称“{0}”）生产减速器。", width=30),
    "long cell": lambda length: f"| 公司 | 介绍 |\n|---|---|\n| 比亚迪 | {'生产电池，采购材料、' * (length // 10)} |\n",
    "wide table": lambda length: "\n".join(
        "|" + "|".join(cell * (length // 16)) + "|" for cell in (["列"], ["---"], ["甲科技"], ["乙科技"])
    ),
    "deep list": lambda length: "\n".join(
        "  " * depth + f"- {name}" for name, depth in zip(named(), range(int(length**0.5)), strict=False)
    ),
}  # fmt: skip
PIECES = (
    "比亚迪", "宁德时代", "甲科技", "公司", "其", "、", "，", "。", "（", "）", "《", "》", "“", "”", " ", "\t", "\n",
    "供应", "采用", "生产", "投资", "收购", "位于", "属于", "包括", "等", "和", "分别", "预计", "2030年", "3亿元",
    "15%", "上游", "HBM", "NVIDIA", " Inc.", "supplies", ", and ", "|", "- ", "# ", "**", "：", "/", "已", "的", "为",
)  # fmt: skip


def cost(text: str) -> float:
    """How much time of the processor it takes to read a text."""
    start = time.process_time()
    read("note.md", text.encode())
    return time.process_time() - start


def growth(shape: Shape) -> float:
    """How many times as long it takes to read four times as much.

    What begins to be read as names at some length is measured again beyond it.
    """
    short, long = cost(shape(LENGTH)), cost(shape(4 * LENGTH))
    if long < MOST * max(short, FLOOR):
        return long / max(short, FLOOR)
    return cost(shape(16 * LENGTH)) / long


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Grammars and dictionaries are there before anything is timed."""
    said("凌渊精密向赫星汽车供应减速器。")
    cost("Lingyuan Inc. supplies gears to Hexing Corp.")


@pytest.mark.parametrize("shape", SHAPES.values(), ids=list(SHAPES))
def test_time_grows_as_the_text_does(shape: Shape) -> None:
    assert growth(shape) < MOST


@settings(max_examples=12, phases=[Phase.explicit, Phase.generate])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
def test_time_grows_as_the_text_does_whatever_is_repeated(piece: str) -> None:
    assert growth(line(piece)) < MOST


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    names = "、".join(name for name, _ in zip(named(), range(800), strict=False))
    found = said(f"{names}。凌渊精密向赫星汽车供应减速器。")
    assert ("凌渊精密", "SUPPLIES", "赫星汽车") in found
