"""What holds for every text: exact places, no failure, time that grows with the text alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layouts import assert_exact, read, report

from loaders.layout import layout
from loaders.readers import open_report

LINES = st.sampled_from(
    [
        "# 标题", "## 一、概况", "1.1 现状", "**小题**", "（一）上游", "» 1.2.1 阀门", "目录", "1.1 现状\t12",
        "- 泵站**建成**了。", "  * [阀](http://a.b)：", "1. 甲", "2. 乙", "p 泵站", "ü 管网更新之后", "•本源",
        "泵站的改造从去年春天开始，施工单位先清理进水口，再更换老化的叶轮和轴承，并在控制室装上新的监测系",
        "统。", "甲\t乙\t丙", "\t1\t2", "a|b", "|甲|乙|", "|---|---|", "企业名称 技术路线 最新进展",
        "甲泵业 离心式 投产", "图：泵站", "表 3：产能", "资料来源：某院", "风险提示", "仅供内部参考", "12", "---",
        "```", "The pumps are cast here, in the old", "foundry (since 1998", "&nbsp;&amp;<br>x", "[[a|b]]", "",
        "", "", " ", "\f", "\u3000\u3000段落", "《》“”（", "\\*\\[", "*a*b*", "① 一", "原创", "VS",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=40).map("\n".join))
def test_every_character_stands_where_its_text_says(text: str) -> None:
    assert_exact(read(text), text)


@given(st.text(max_size=400))
def test_no_text_fails(text: str) -> None:
    assert_exact(read(text), text)


@given(st.lists(LINES, max_size=40).map("\n".join))
def test_blocks_stand_in_the_order_of_the_text_and_rows_are_even(text: str) -> None:
    found = read(text)
    starts = [block.text.offset(0) for block in found.blocks]
    assert starts == sorted(starts)
    for block in found.blocks:
        assert block.text.value.strip()
        if block.table:
            assert len({len(row) for row in block.table.rows}) == 1
            assert block.table.headers <= len(block.table.rows)


@given(st.lists(LINES, max_size=40).map("\n".join))
def test_no_line_is_both_read_and_left_out(text: str) -> None:
    found = read(text)
    left = [place for start, end in found.skipped for place in range(start, end)]
    kept = {block.text.offset(at) for block in found.blocks for at in range(len(block.text))}
    assert kept.isdisjoint(left)


SHAPES: dict[str, Callable[[int], str]] = {
    "one long line": lambda n: "泵站的水从左边进来，" * n,
    "stars": lambda n: "**" * n,
    "open brackets": lambda n: "[" * n + "(" * n,
    "links": lambda n: "[a](" * n,
    "tags": lambda n: "<a " * n + "<!--" * n,
    "open quotes": lambda n: "（“" * n,
    "decimals": lambda n: "1.1" * n,
    "a long table": lambda n: "甲\t乙\t\n" * n,
    "a wide table": lambda n: "\n".join(["a\t" * n] * 3),
    "pipes": lambda n: "|a|b|\n" * n,
    "tabs before bullets": lambda n: "\n".join("\t" * (i % 300) + "- a" for i in range(n)),
    "deep bullets": lambda n: "\n".join(" " * (i % 500) + "- 甲：" for i in range(n)),
    "restarting numbers": lambda n: "\n".join(f"{i % 7}. 一项：" for i in range(n)),
    "titles alone": lambda n: "\n\n".join(f"标题{i}" for i in range(n)),
    "titles that repeat": lambda n: "一、概况\n\n泵站平稳。\n\n\n\n" * n,
    "contents": lambda n: "1.1 概况 ..... 3\n" * n,
    "spaces between words": lambda n: "甲 乙 丙\n" * n,
    "no full stops": lambda n: "没有句号的一行文字一直在这里继续下去\n" * n,
    "captions without tables": lambda n: "图：标题\n\n短行\n\n" * n,
    "fences": lambda n: "```\n" * n,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_text_alone(shape: str) -> None:
    """Four times the text takes about four times as long; a square would take sixteen."""
    small, large = SHAPES[shape](1_000), SHAPES[shape](4_000)
    assert _seconds(large) < 9 * _seconds(small) + 0.1


def _seconds(text: str) -> float:
    """The shortest of three runs: a busy machine slows some of them."""
    times = []
    for _ in range(3):
        begin = time.process_time()
        layout(report(text))
        times.append(time.process_time() - begin)
    return min(times)


def test_every_shared_report_keeps_its_places(shared: Path) -> None:
    paths = [*shared.glob("seeds/*.txt"), *shared.glob("reports/[0-9]*")]
    for path in paths:
        given_report = open_report(path.name, path.read_bytes())
        found = layout(given_report)
        assert_exact(found, given_report.text)
        read_characters = sum(len(block.text) for block in found.blocks)
        assert read_characters > 0.5 * len("".join(given_report.text.split())), path.name
    assert len(paths) > 40
