"""Reading a whole report: pure, literal, and quick on whatever it is given."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import COMPANIES

from kg.errors import AtlasError
from kg.model import Reading
from loaders.read import read

WORDS = (
    *COMPANIES, "公司", "其", "为", "供应", "采用", "包括", "分为", "替代", "产业链上游", "谐波减速器",
    "股份有限公司", "（", "）", "“", "”", "、", "，", "。", "：", "\n", "\n- ", "\n# ", "| ", " |\n", "|---|\n",
    "2025年", "12.5亿元", "《办法》", "A轮融资", "等", "和", "BYD supplies Tesla", ". ", "<p>", "\t", "\u3000",
)  # fmt: skip


def places(reading: Reading) -> list[tuple[int, int, str]]:
    told = (*reading.statements, *reading.figures, *reading.deals)
    return [(e.start, e.end, e.quote) for row in told for e in row.evidence]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_every_quote_is_what_stands_there(text: str) -> None:
    try:
        reading = read("note.txt", text.encode())
    except AtlasError:
        return
    for start, end, quote in places(reading):
        assert quote == reading.report.text[start:end]


@settings(max_examples=60)
@given(st.text(max_size=300) | st.binary(max_size=300))
def test_anything_is_read_or_refused_with_an_error_of_ours(data: str | bytes) -> None:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    try:
        reading = read("note.txt", raw)
    except AtlasError:
        return
    assert all(quote == reading.report.text[a:b] for a, b, quote in places(reading))


def test_the_same_bytes_give_the_same_reading() -> None:
    data = "凌渊精密股份有限公司为赫星汽车股份有限公司供应谐波减速器（HD），2025年营收12亿元。".encode()
    other = "赫星汽车股份有限公司（HD）发布新车。".encode()
    first = read("note.txt", data)
    read("other.txt", other)
    assert read("note.txt", data) == first
    assert first.statements


LONG = {
    "a line": "凌渊精密为赫星汽车供应谐波减速器，",
    "a line without marks": "凌渊精密发布新品推出产品采用材料",
    "names": "宁德时代，比亚迪；",
    "triggers": "替代取代用于采用包括分为",
    "brackets": "丝杠（宁德时代、比亚迪）",
    "open brackets": "（",
    "quotation marks": "“墨子号”卫星《办法》",
    "figures": "2025年营收12.5亿元，同比增长3%，",
    "a table": "\n| 凌渊精密 | 赫星汽车 | 谐波减速器 |",
    "a list": "\n- 谐波减速器：宁德时代",
    "a deep list": "\n          - 层级：比亚迪\n  - 层级：比亚迪",
    "English": "BYD supplies batteries to Tesla and ",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_twice_as_long_takes_no_more_than_thrice_the_time(piece: str) -> None:
    head = "| 公司 | 客户 | 产品 |\n|---|---|---|" if "|" in piece else ""
    read("note.txt", (head + piece * 3).encode())  # grammars and dictionaries are loaded

    def seconds(count: int) -> float:
        data = (head + piece * count).encode()
        best = 9e9
        for _ in range(2):
            before = time.process_time()
            read("note.txt", data)
            best = min(best, time.process_time() - before)
        return best

    # what takes no time at all says nothing about how it grows
    assert seconds(400) <= 3 * seconds(200) + 0.05


def test_private_characters_of_a_font_are_read_as_nothing() -> None:
    text = "A\ue7fe supplies \ue001 to \ue402.\n凌渊精密\ue000为\uf001供应\ue3ff齿轮。\n"
    found = read("note.txt", text.encode())
    assert all(e.quote in text for s in found.statements for e in s.evidence)
