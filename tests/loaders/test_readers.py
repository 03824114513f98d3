"""From bytes to a report: encodings, refusals, what the head says, HTML as text."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import AtlasError, EmptyReport, ReportTooLarge, UnreadableReport
from loaders.readers import LARGEST, open_report

CHINESE = "# 储能行业周报\n\n本周电芯价格持平，企业开始谈下一季的订单，库存比上月少了一成。\n"


@pytest.mark.parametrize(
    "data",
    [
        CHINESE.encode(),
        codecs.BOM_UTF8 + CHINESE.encode(),
        codecs.BOM_UTF16_LE + CHINESE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + CHINESE.encode("utf-16-be"),
        CHINESE.encode("gb18030"),
        CHINESE.replace("\n", "\r\n").encode("gbk"),
    ],
    ids=["utf-8", "utf-8 marked", "utf-16 little", "utf-16 big", "gb18030", "gbk crlf"],
)
def test_every_common_encoding_reads_as_the_same_text(data: bytes) -> None:
    assert open_report("储能.txt", data).text == CHINESE


def test_a_report_is_named_by_its_bytes() -> None:
    data = CHINESE.encode()
    report = open_report("folder/储能.md", data)
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert report.id == f"report/{report.sha256[:16]}"
    assert report.file == "储能.md"


def test_text_and_markdown_keep_every_line() -> None:
    text = "\n\n  第一行  \n\n\n第四行\t \n 末行"
    report = open_report("a.txt", text.encode())
    assert report.text == text
    assert report.lines == text.count("\n") + 1


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04rest of an archive",
        b"\x7fELF\x02\x01\x01\x00\x00\x00" * 40,
        "Le café est à côté, déjà fermé, où l'été finit.".encode("latin-1"),
        b"a line\n\x00\nanother",
        b"\x01\x02\x03\x04\x05 words between controls \x06\x07\x08",
        "\ud83d".encode("utf-16-le", "surrogatepass") * 3,
    ],
    ids=["pdf", "zip", "elf", "latin-1", "nul", "controls", "half a pair"],
)
def test_what_is_no_text_is_refused_in_one_line_that_says_what_to_do(data: bytes) -> None:
    with pytest.raises(UnreadableReport, match="save") as failure:
        open_report("paper.txt", data)
    assert "paper.txt" in str(failure.value)
    assert "\n" not in str(failure.value)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", codecs.BOM_UTF8, "\u3000\n".encode()])
def test_a_report_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyReport):
        open_report("a.txt", data)


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(EmptyReport):
        open_report("a.html", b"<html><head><title>t</title></head><body><!-- x --></body></html>")


def test_a_report_larger_than_a_report_can_be_is_refused() -> None:
    with pytest.raises(ReportTooLarge, match="split"):
        open_report("a.txt", b"a" * (LARGEST + 1))


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("# 2024.3.8钠电行业跟踪\n\n正文。", "钠电行业跟踪", "2024-03-08"),
        ("2023.11.2水务行业观察\n\n## 一、概况\n", "水务行业观察", "2023-11-02"),
        ("「水与光」\n\n2025年某某基金年度投资报告\n\n正文。", "2025年某某基金年度投资报告", "2025"),
        ("主要观点\n\n价格已经见底，产能还在出清。下半年需求会回来。", "价格已经见底，产能还在出清", None),
        ("港口早报2022年5月9日星期一\n\n### 要闻\n", "港口早报2022年5月9日星期一", "2022-05-09"),
        ("某厂关停\n\n发布时间：2012-06-05\n发布人：某报\n\n正文。", "某厂关停", "2012-06-05"),
        ("Harbour notes\n\nMarch 4, 2021\n\nShips wait for a berth.", "Harbour notes", "2021-03-04"),
        ("Harbour notes\n\n4 March 2021\n\nShips wait for a berth.", "Harbour notes", "2021-03-04"),
        ("港口\n\n早在2019年3月1日，这里还是滩涂，后来才有了第一座泊位，船只陆续靠岸，运来矿石、粮食和集装箱，也带走了机床。", "港口", None),
    ],
)  # fmt: skip
def test_the_head_of_a_report_gives_title_and_date(text: str, title: str, date: str | None) -> None:
    report = open_report("x.txt", text.encode())
    assert (report.title, report.date) == (title, date)


def test_without_a_title_the_file_gives_its_name() -> None:
    words = "This paragraph is far too long to be the name of anything at all, " * 3
    assert open_report("notes on wind.txt", words.encode()).title == "notes on wind"


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("周报\n\n本报告由江河证券研究所提供，仅供参考。", "江河证券研究所"),
        ("周报\n\n" + "图 价格\n\n资料来源：协会，江河证券研究所\n\n" * 3, "江河证券研究所"),
        ("标题\n\n原创\n\n张三\n\n江边笔记\n\n正文从这里开始。", "江边笔记"),
        ("标题\n\n江河日报 2021-09-29 21:03:19\n\n正文从这里开始。", "江河日报"),
        ("周报\n\n据协会数据，来源很多。", None),
    ],
)
def test_the_publisher_is_named_only_where_a_line_says_so(text: str, publisher: str | None) -> None:
    assert open_report("x.txt", text.encode()).publisher == publisher


def test_the_language_is_that_of_the_letters() -> None:
    mixed = "GPU、CPU 与 HBM 的 Scaling Law：算力需求仍在上升，供给要到明年才会跟上。"
    assert open_report("a.txt", mixed.encode()).language == "zh"
    english = "The firm (某某股份) ships pumps to three shipyards and to one refinery."
    assert open_report("a.txt", english.encode()).language == "en"


PAGE = """<!doctype html><html><head><title>no</title><style>p{}</style></head><body>
<nav>Home | About</nav><script>var no = 1;</script>
<h1>泵业 &amp; 阀门</h1>
<p>第一段有<b>重点</b>，也有
换行。</p><p style="display: none">看不见</p><div hidden>也看不见</div>
<ul><li>甲<ul><li>甲一</li></ul></li><li>乙</li></ul>
<div><span style="font-weight:700">Cast in bold</span></div>
<p>一行<br>两行</p>
</body></html>"""


def test_a_page_is_rendered_block_by_block() -> None:
    text = open_report("p.html", PAGE.encode()).text
    assert text == (
        "# 泵业 & 阀门\n\n第一段有重点，也有 换行。\n\n- 甲\n  - 甲一\n\n- 乙\n\n"
        "**Cast in bold**\n\n一行\n两行\n"
    )


def test_tables_of_a_page_are_rows_with_merged_cells_written_out() -> None:
    page = (
        "<table><tr><th rowspan=2>公司</th><th colspan=2>收入</th></tr>"
        "<tr><td>2023</td><td>2024</td></tr>"
        "<tr><td><p>甲</p><p>股份</p></td><td>$</td><td>1,200</td></tr>"
        "<tr><td><ul><li>乙</li><li>丙</li></ul></td><td>30</td><td>%</td></tr></table>"
    )
    assert open_report("t.htm", page.encode()).text.splitlines() == [
        "公司\t收入\t",
        "公司\t2023\t2024",
        "甲 股份\t\t$1,200",
        "• 乙 • 丙\t30%\t",
    ]


def test_spans_do_not_blow_a_table_up() -> None:
    rows = "".join(f"<tr><td rowspan=900>甲{row}<td>乙{row}</tr>" for row in range(600))
    text = open_report("page.html", f"<table>{rows}</table>".encode()).text
    assert "乙198" in text
    assert max(line.count("\t") for line in text.splitlines()) <= 200


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    page = (
        "<table><tr><td><h2>题</h2><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>"
    )
    assert open_report("t.html", page.encode()).text == "## 题\n\n甲\t1\n"


def test_a_page_in_gbk_without_a_suffix_is_a_page() -> None:
    data = "<html><body><p>江边的泵站已经开工，明年投产。</p></body></html>".encode("gbk")
    assert open_report("-", data).text == "江边的泵站已经开工，明年投产。\n"


def test_a_page_nested_deeper_than_python_calls_is_read() -> None:
    page = "<div>" * 1500 + "水泵" + "</div>" * 1500
    assert "水泵" in open_report("deep.html", page.encode()).text


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a"]))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes, name: str) -> None:
    try:
        report = open_report(name, data)
    except AtlasError as failure:
        assert "\n" not in str(failure)
    else:
        assert report.text.strip()
        assert "\r" not in report.text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_reading_the_same_page_twice_gives_the_same_report(words: str) -> None:
    data = f"<p>水泵</p><div>{words}</div>".encode()
    assert open_report("a.html", data) == open_report("a.html", data)


def test_every_shared_report_is_read(shared: Path) -> None:
    paths = [*shared.glob("seeds/*.txt"), *shared.glob("reports/[0-9]*")]
    for path in paths:
        report = open_report(path.name, path.read_bytes())
        assert report.title
        if path.suffix != ".html":
            assert report.text == path.read_text("utf-8")
    assert len(paths) > 40
