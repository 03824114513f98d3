"""Which names are one thing: by what reports say, and by what the user decides."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest
from books import Book, battery, cars, keep, writable

from kg.atlas import Atlas
from kg.decisions import Decision, decide, listing, read_lines, record, undo
from kg.errors import AtlasError
from kg.export.jsonl import lines
from kg.store import Store
from kg.store.edges import edges
from kg.store.lookup import find
from kg.store.writing import forget


def ids(store: Store, *names: str) -> list[str]:
    """The one id that each name leads to."""
    found = []
    for name in names:
        (node,) = find(store, name)
        found.append(node.id)
    return found


def test_a_shared_name_makes_two_entities_one(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery(), cars())
        assert ids(store, "甲电池", "Jia Battery") == ["company/jiabattery"] * 2
        (supply,) = [
            e
            for e in edges(store)
            if e.subject.id == "company/jiabattery" and e.predicate == "SUPPLIES"
        ]
        assert (supply.item, supply.confidence) == ("模组；电芯", 0.9)
        assert [place.file for place in supply.evidence] == ["battery.txt", "cars.txt"]
        forget(store, "battery.txt")
        assert ids(store, "Jia Battery") == ["company/jiabattery"]


def test_a_row_of_a_names_table_gives_the_id(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery(), cars(), listed=("company/甲电池",))
        assert ids(store, "甲电池", "Jia Battery") == ["company/甲电池"] * 2


def test_an_industry_and_a_technology_of_one_name_are_one_concept(tmp_path: Path) -> None:
    book = (
        Book("a.txt")
        .says("甲做机械狗。", "Company 甲厂", "ACTIVE_IN", "Industry 机械狗")
        .says("关节是机械狗的零件。", "Technology 关节", "PART_OF", "Technology 机械狗")
        .says("机械狗公司卖玩具。", "Company 机械狗", "SUPPLIES", "Company 甲厂")
    )
    with writable(tmp_path) as store:
        keep(store, book)
        assert [node.id for node in find(store, "机械狗")] == [
            "company/机械狗",
            "technology/机械狗",
        ]
        assert [node.id for node in find(store, "机械狗", "Industry")] == ["technology/机械狗"]
        entity = next(json.loads(x) for x in lines(store) if '"id":"technology/机械狗"' in x)
        assert (entity["class"], entity["facets"]) == ("Technology", ["Industry"])


def test_two_rows_of_a_table_stay_two_and_their_common_name_decides_nothing(tmp_path: Path) -> None:
    book = (
        Book("a.txt")
        .says("一。", "Company 华星东厂|华星", "SUPPLIES", "Company 客户")
        .says("二。", "Company 华星西厂|华星", "SUPPLIES", "Company 客户")
        .says("三。", "Company 华星", "SUPPLIES", "Company 客户")
    )
    with writable(tmp_path) as store:
        keep(store, book, listed=("company/华星东厂", "company/华星西厂"))
        assert len({*ids(store, "华星东厂", "华星西厂"), "company/华星"}) == 3
        assert len(find(store, "华星")) == 3


def family(predicate: str, modality: str = "asserted") -> Book:
    """A group and its subsidiary that go by one short name, with a statement between them."""
    return (
        Book("family.txt")
        .says("大树集团下有大树电子。", "Company 大树控股|大树", predicate, "Company 大树电子|大树",
              modality=modality)
        .says("客户一买。", "Company 大树电子", "SUPPLIES", "Company 客户")
    )  # fmt: skip


def test_a_text_that_has_one_own_the_other_keeps_them_apart(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        (added,) = keep(store, family("OWNS"))
        assert len(set(ids(store, "大树控股", "大树电子"))) == 2
        assert "大树控股" in added.refusals[0]
        assert "OWNS" in added.refusals[0]


def test_a_denial_keeps_nothing_apart(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        (added,) = keep(store, family("OWNS", "denied"))
        assert len(set(ids(store, "大树控股", "大树电子"))) == 1
        assert added.refusals == []


def test_a_contradiction_that_comes_later_parts_what_was_one(tmp_path: Path) -> None:
    rumour = Book("later.txt").says(
        "大树控股供货大树电子。", "Company 大树控股", "SUPPLIES", "Company 大树电子"
    )
    with writable(tmp_path) as store:
        keep(store, family("OWNS", "denied"))
        before = list(lines(store))
        keep(store, rumour)
        assert len(set(ids(store, "大树控股", "大树电子"))) == 2
        forget(store, "later.txt")
        assert list(lines(store)) == before


def test_the_user_outweighs_the_text(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, family("OWNS"))
        decide(store, Decision("大树控股", "大树电子", "same"))
        assert len(set(ids(store, "大树控股", "大树电子"))) == 1


def test_the_user_parts_what_a_name_joined_and_takes_it_back(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery(), cars())
        before = list(lines(store))
        made = decide(
            store, Decision("company/甲电池", "company/jiabattery", "different", "两家", "王")
        )
        assert (made.who, made.reason) == ("王", "两家")
        assert len(find(store, "Jia Battery")) == 2
        undo(store, listing(store)[0]["number"])
        assert list(lines(store)) == before


def test_a_decision_holds_for_reports_that_come_later_in_any_order(tmp_path: Path) -> None:
    third = Book("third.txt").says(
        "Jia厂。", "Company Jia厂|Jia Battery", "USES", "Technology 丙材料"
    )
    exports = set()
    for number, order in enumerate(permutations((battery(), cars(), third))):
        (tmp_path / str(number)).mkdir()
        with writable(tmp_path / str(number)) as store:
            keep(store, order[0])
            record(store, [Decision("company/甲电池", "company/jia厂", "different")])
            keep(store, *order[1:])
            assert len(set(ids(store, "甲电池", "Jia厂"))) == 2
            exports.add("\n".join(lines(store)))
    assert len(exports) == 1


def test_the_last_word_on_a_pair_counts(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(store, battery())
        for judgement, count in (("same", 1), ("different", 2), ("same", 1)):
            wish = Decision("丁化工", "乙汽车", "same" if judgement == "same" else "different")
            decide(store, wish)
            assert len(set(ids(store, "丁化工", "乙汽车"))) == count
        assert len(listing(store)) == 3


def test_what_cannot_be_decided(tmp_path: Path) -> None:
    with writable(tmp_path) as store:
        keep(
            store,
            battery(),
            Book("b.txt").says("丙。", "Company 丙材料", "SUPPLIES", "Company 乙汽车"),
        )
        with pytest.raises(AtlasError, match="two names of company/甲电池"):
            decide(store, Decision("甲电池", "Jia Battery", "different"))
        with pytest.raises(AtlasError, match="several things: say --class"):
            decide(store, Decision("丙材料", "甲电池", "same"))
        with pytest.raises(AtlasError, match="no decision 7"):
            undo(store, 7)
        assert listing(store) == []


def test_decisions_travel_to_another_store(tmp_path: Path) -> None:
    here, there = Atlas.open(tmp_path / "here.db"), Atlas.open(tmp_path / "there.db")
    for atlas in (here, there):
        with atlas.store(write=True) as store:
            keep(store, battery())
    here.same("丁化工", "戊资本", reason="改名", who="李")
    file = tmp_path / "decisions.jsonl"
    here.export_decisions(file)
    assert there.import_decisions(file) == 1
    assert there.import_decisions(file) == 0
    assert list(here.export_jsonl()) == list(there.export_jsonl())
    assert list(here.decisions()) == list(there.decisions())


@pytest.mark.parametrize(
    "line",
    [
        "不是JSON",
        "[]",
        '{"left":"a"}',
        '{"left":"a","right":"b","judgement":"perhaps","reason":"","who":"","at":""}',
    ],
)
def test_a_file_that_holds_no_decisions_says_where(line: str) -> None:
    with pytest.raises(AtlasError, match="line 2"):
        list(read_lines(["", line]))
