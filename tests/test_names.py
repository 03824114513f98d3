"""Names are folded, looked up and found the way a careful reader takes them."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.content import folder
from kg.names import Hit, Names, entity_id, fold
from kg.nametable import COLUMNS, forms, padded, preferred, read_lines

NAMES = Names.shipped()
CONCEPTS = {"Technology", "Industry"}


def found(text: str, names: Names = NAMES) -> list[tuple[str, str, bool]]:
    """The hits in a text: what stands there, the id it means, and whether it surely does."""
    return [(text[h.start : h.end], h.row.id, h.strong) for h in names.find(text)]


def strong(text: str) -> list[str]:
    """What surely is a name in a text."""
    return [surface for surface, _, sure in found(text) if sure]


def own(*lines: str) -> Names:
    """Names of a few lines: class, Chinese name, English name, aliases, weak forms."""
    return Names([padded(line.replace(" ; ", "\t")) for line in lines])


# Folding


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("比亚迪股份有限公司", "比亚迪"),
        ("ＢＹＤ Co., Ltd.", "byd"),
        ("Apple Inc.", "apple"),
        ("Acme Holdings Corp", "acmeholdings"),
        ("TCL 集团", "tcl"),
        ("J.P. Morgan", "jpmorgan"),
        ("1.6T光模块", "1.6t光模块"),
        ("C++", "c++"),
        ("iPhone SE", "iphonese"),
        ("西门子 PLC", "西门子plc"),
        ("Cisco", "cisco"),
        ("国公司", "国公司"),
    ],
)
def test_spelling_and_legal_tails_do_not_matter_but_meaning_does(name: str, key: str) -> None:
    assert fold(name) == key


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(alphabet="AbÄ9 .-", min_size=1), st.sampled_from(["", " Inc.", "有限公司", "集团"]))
def test_folding_is_blind_to_width(name: str, tail: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)
    assert fold(wide + tail) == fold(unicodedata.normalize("NFKC", wide) + tail)


def test_an_id_is_readable_and_never_empty() -> None:
    assert entity_id("Company", "比亚迪股份有限公司") == "company/比亚迪"
    assert entity_id("Product", "——") == "product/——"


# Looking up


@pytest.mark.parametrize(
    "form", ["比亚迪", "BYD", "比亚迪股份有限公司", "002594.SZ", "SZ002594", "002594", "01211.HK"]
)
def test_all_forms_of_a_company_mean_one(form: str) -> None:
    assert NAMES.lookup(form)[0].id == "company/比亚迪"


@pytest.mark.parametrize(
    ("code", "id_"),
    [
        ("NVDA", "company/英伟达"),
        ("NASDAQ: NVDA", "company/英伟达"),
        ("NVDA.O", "company/英伟达"),
        ("2330.TW", "company/台积电"),
        ("700.HK", "company/腾讯"),
        ("300750.SZ", "company/宁德时代"),
    ],
)
def test_stock_codes_are_understood_with_and_without_their_market(code: str, id_: str) -> None:
    assert [row.id for row in NAMES.lookup(code)] == [id_]


@pytest.mark.parametrize("text", ["2025", "IT", "ON", "A", "1234", "9999999", ""])
def test_years_and_short_words_are_no_stock_codes(text: str) -> None:
    assert not [row for row in NAMES.lookup(text) if row.cls == "Company"]


def test_who_surely_goes_by_a_name_comes_first() -> None:
    rows = NAMES.lookup("佳能")
    assert [row.surely("佳能") for row in rows] == [True, False]
    assert rows[0].name == "佳能"
    assert "Canon Inc." in rows[0].names


def test_lines_of_one_id_are_one_thing() -> None:
    row = NAMES.lookup("CATL")[0]
    assert row.id == "company/宁德时代"
    assert "300750.SZ" in row.tickers
    assert "own" in row.source


# Finding


def test_the_longest_name_is_found_and_placed() -> None:
    text = "比亚迪半导体与Momenta、中科院微电子所在深圳合作研发HBM。"
    assert strong(text) == ["比亚迪半导体", "Momenta", "中科院微电子所", "深圳", "HBM"]


@pytest.mark.parametrize(
    "text", ["青苹果汁", "小米粥", "苹果树苗", "英吉利海峡", "雷诺数", "高通量计算", "亚马逊河"]
)
def test_a_short_name_is_not_cut_from_a_longer_word(text: str) -> None:
    assert [h for h in found(text) if h[1].startswith("company/")] == []


def test_a_guarded_name_is_found_where_it_stands_alone() -> None:
    assert strong("高通与小米、京东方与京东") == ["高通", "小米", "京东方", "京东"]


@pytest.mark.parametrize(
    "text",
    [
        "apples and oranges",
        "Apples and oranges are on target.",
        "an honor to visa holders",
        "a gap in the block",
        "机器人很好看",
        "理想很丰满",
    ],
)
def test_ordinary_words_are_no_sure_names(text: str) -> None:
    assert [s for s, id_, sure in found(text) if sure and id_.startswith("company/")] == []


def test_a_capital_makes_an_ordinary_word_a_possible_name() -> None:
    assert ("Apple", "company/苹果", False) in found("made by Apple in 2025")
    assert found("an apple in 2025") == []


def test_latin_names_are_whole_words_in_fitting_capitals() -> None:
    assert strong("NVIDIA, Nvidia and nvidia") == ["NVIDIA", "Nvidia"]
    assert strong("HBMs beat HBMx, hbm and HBM3E") == ["HBM", "HBM3E"]
    assert strong("Solid-state batteries and solid-state battery") == [
        "Solid-state batteries",
        "solid-state battery",
    ]
    assert "ASML" in strong("由ASML供应")


def test_stock_codes_are_not_found_in_prose() -> None:
    assert found("NVDA 300750 and 002594.SZ rose") == []


def test_wide_letters_and_spaces_between_scripts_do_not_hide_a_name() -> None:
    assert strong("ＢＹＤ 与 800G 光模块、AI 服务器") == ["ＢＹＤ", "800G 光模块", "AI 服务器"]


def test_a_weak_name_gives_way_to_a_strong_one_that_it_overlaps() -> None:
    names = own("Company ; 甲乙 ;  ;  ; 甲乙", "Company ; 乙丙丁")
    assert found("甲乙丙丁", names) == [("乙丙丁", "company/乙丙丁", True)]
    assert found("甲乙丙", names) == [("甲乙", "company/甲乙", False)]


def test_a_weak_longer_name_is_not_taken_for_a_strong_shorter_one() -> None:
    names = own("Place ; 甲乙", "Company ; 甲乙能源 ;  ;  ; 甲乙能源")
    assert found("甲乙能源", names) == [("甲乙能源", "company/甲乙能源", False)]


SURFACES = st.sampled_from([name for row in list(NAMES.rows())[::97] for name in row.names])
TEXTS = st.lists(SURFACES | st.text(max_size=6) | st.sampled_from(" ，,。/（A1"), max_size=12)


@given(TEXTS.map("".join))
def test_hits_are_in_order_apart_and_what_they_say(text: str) -> None:
    end = 0
    for hit in NAMES.find(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end
        surface = text[hit.start : hit.end]
        assert fold(surface) in {fold(form) for form in (*hit.row.names, *hit.row.weak)}
        assert hit.strong == means(hit, surface)


def means(hit: Hit, surface: str) -> bool:
    """Whether one of the sure forms is written like this, width and capitals aside."""
    sure = hit.row.names[1:] if hit.row.ambiguous else hit.row.names
    return bare(surface) in {bare(form) for form in sure}


def bare(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().replace(" ", "")


# The tables


def test_no_form_surely_means_two_things_of_one_class() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in NAMES.rows():
        kind = "Concept" if row.cls in CONCEPTS else row.cls
        for form in row.names[1:] if row.ambiguous else row.names:
            owners[kind, form].add(row.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def tables() -> list[Path]:
    return sorted(p for p in (folder("seeds") / "names").glob("*.tsv") if p.name != "guards.tsv")


@pytest.mark.parametrize("path", tables(), ids=lambda p: p.stem)
def test_a_table_is_well_formed(path: Path) -> None:
    header = path.read_text("utf-8").split("\n", 1)[0].split("\t")
    assert tuple(header) == COLUMNS[: len(header)]
    lines = read_lines(path)
    for line in lines:
        columns = line.split("\t")
        assert len(columns) == len(COLUMNS)
        assert preferred(line)
        assert columns[COLUMNS.index("source")]
        made = columns[COLUMNS.index("keys")].split("|")
        every = {fold(form) for form in forms(line).split("|")} - {""}
        # The first key is that of the id; where others fold alike it is longer than any form.
        assert every == set(made) or every == set(made[1:]) or made == [""]
    assert [line for line, n in Counter(lines).items() if n > 1] == []


def test_names_are_shipped_from_permissively_licensed_sources_only() -> None:
    permissive = {"S1", "S2", "S3", "S4", "S7", "S13", "S13b", "S17", "S18", "S19", "E", "own"}
    assert [r.id for r in NAMES.rows() if not permissive & set(r.source.split("|"))] == []


def test_a_guard_is_a_longer_word_that_holds_its_form() -> None:
    guards = [line.split("\t") for line in read_lines(folder("seeds") / "names" / "guards.tsv")]
    assert guards
    for form, words, *_ in guards:
        assert all(form in word and form != word for word in words.split("|"))
