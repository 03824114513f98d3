"""Whom a shock hits, what hangs on one source, and what a stop takes away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from books import Book, keep, writable
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kg import Atlas
from kg.chokepoints import chokepoints
from kg.cli.main import kg
from kg.disrupt import disrupt
from kg.errors import AtlasError
from kg.exposure import Reach, exposure, why
from kg.rows import Rows
from kg.store import Store
from kg.store.lookup import find


def controls() -> Book:
    """A policy against a memory, who makes it, what it goes into and who buys that."""
    return (
        Book("controls.txt")
        .says("《子条例》管制快存储的出口。", "Policy 子条例", "RESTRICTS", "Technology 快存储", confidence=0.9)
        .says("甲存储生产快存储。", "Company 甲存储", "PRODUCES", "Technology 快存储", confidence=0.8)
        .says("乙存储计划生产快存储。", "Company 乙存储", "PRODUCES", "Technology 快存储", modality="planned", confidence=0.7)
        .says("丑卡搭载快存储。", "Product 丑卡", "USES", "Technology 快存储", confidence=0.7)
        .says("丙芯片推出丑卡。", "Company 丙芯片", "PRODUCES", "Product 丑卡", confidence=0.9)
        .says("丁云采用丑卡。", "Company 丁云", "USES", "Product 丑卡", confidence=0.6)
    )  # fmt: skip


def buyers() -> Book:
    """What the maker of the memory sells, and a maker of a substitute."""
    return (
        Book("buyers.txt")
        .says("甲存储向戊整机供应内存条。", "Company 甲存储", "SUPPLIES", "Company 戊整机", qualifiers={"item": "内存条"})
        .says("庚模组向戊整机供应内存条。", "Company 庚模组", "SUPPLIES", "Company 戊整机", qualifiers={"item": "内存条"})
        .says("甲存储向己手机供应内存条。", "Company 甲存储", "SUPPLIES", "Company 己手机", qualifiers={"item": "内存条"})
        .says("庚模组向己手机供应屏幕。", "Company 庚模组", "SUPPLIES", "Company 己手机", qualifiers={"item": "屏幕"})
        .says("辛存储否认向己手机供应内存条。", "Company 辛存储", "SUPPLIES", "Company 己手机", qualifiers={"item": "内存条"}, modality="denied")
        .says("慢存储可以替代快存储。", "Technology 慢存储", "SUBSTITUTES", "Technology 快存储")
        .says("甲存储位于寅国。", "Company 甲存储", "LOCATED_IN", "Place 寅国")
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with writable(tmp_path) as store:
        keep(store, controls(), buyers())
        yield store


def ask(store: Store, name: str, **reach: Any) -> Rows:
    return exposure(store, find(store, name), Reach(**reach))


def short(rows: Rows, *roles: str) -> list[tuple[Any, ...]]:
    keys = ("hop", "name", "modality", "confidence")
    return [tuple(row[key] for key in keys) for row in rows if row["role"] in roles]


def test_a_policy_hits_makers_then_buyers_each_with_the_weakest_link(store: Store) -> None:
    rows = ask(store, "子条例")
    assert short(rows, "hit") == [
        (2, "甲存储", "asserted", 0.8),
        (3, "丙芯片", "asserted", 0.7),
        (3, "丁云", "asserted", 0.6),
        (3, "己手机", "asserted", 0.5),
        (3, "戊整机", "asserted", 0.5),
    ]
    chips = next(row for row in rows if row["name"] == "丙芯片")
    assert chips["path"] == "子条例 → 快存储 → 丑卡 → 丙芯片"
    assert [said["quote"] for said in chips["steps"]] == [
        "《子条例》管制快存储的出口。", "丑卡搭载快存储。", "丙芯片推出丑卡。",
    ]  # fmt: skip
    assert "5 companies hit" in rows.note
    assert "known from 2 reports" in rows.note


def test_depth_ends_the_search(store: Store) -> None:
    assert [row["name"] for row in ask(store, "子条例", depth=2)] == ["甲存储"]


def test_an_empty_answer_tells_where_the_knowledge_ends(store: Store) -> None:
    keep(
        store,
        Book("end.txt").says(
            "《午令》限制酉材料。", "Policy 午令", "RESTRICTS", "Technology 酉材料"
        ),
    )
    rows = ask(store, "午令")
    assert rows == []
    assert rows.note.endswith("it reaches 酉材料, and no company is known to hang on that")


def test_plans_are_followed_only_when_asked_for_and_marked(store: Store) -> None:
    assert "乙存储" not in [row["name"] for row in ask(store, "子条例")]
    rows = ask(store, "子条例", modality=["asserted", "planned"])
    assert (2, "乙存储", "planned", 0.7) in short(rows, "hit")


@pytest.mark.parametrize("word", ["denied", "certain"])
def test_denials_are_never_followed(store: Store, word: str) -> None:
    with pytest.raises(AtlasError, match=f"'{word}' cannot be followed: choose of asserted"):
        ask(store, "子条例", modality=["asserted", word])
    everything = ask(
        store, "辛存储", modality=["asserted", "planned", "potential", "rumoured", "past"]
    )
    assert everything == []


def test_a_stop_of_one_maker_does_not_hit_another(store: Store) -> None:
    keep(
        store,
        Book("other.txt").says(
            "壬存储生产快存储。", "Company 壬存储", "PRODUCES", "Technology 快存储"
        ),
    )
    assert "壬存储" not in [row["name"] for row in ask(store, "甲存储")]
    assert "壬存储" in [row["name"] for row in ask(store, "快存储")]


def test_a_place_hits_what_is_in_it(store: Store) -> None:
    assert short(ask(store, "寅国", depth=2), "hit") == [
        (1, "甲存储", "asserted", 0.5),
        (2, "己手机", "asserted", 0.5),
        (2, "戊整机", "asserted", 0.5),
    ]


def kinds() -> Book:
    """A policy against a whole industry and a genus, their kinds, and who is active and makes them."""
    return (
        Book("kinds.txt")
        .says("《午法》限制存储器和深空业。", "Policy 午法", "RESTRICTS", "Technology 存储器")
        .says("《午法》限制存储器和深空业。", "Policy 午法", "RESTRICTS", "Industry 深空业")
        .says("快存储是一种存储器。", "Technology 快存储", "TYPE_OF", "Technology 存储器", confidence=0.6)
        .says("癸航天从事深空业。", "Company 癸航天", "ACTIVE_IN", "Industry 深空业", confidence=0.4)
        .says("癸航天向壬地面站供应天线。", "Company 癸航天", "SUPPLIES", "Company 壬地面站")
        .says("天线应用于深空业。", "Technology 天线", "ACTIVE_IN", "Industry 深空业")
        .says("卯电子生产天线。", "Company 卯电子", "PRODUCES", "Technology 天线")
        .says("巳厂生产存储器。", "Company 巳厂", "PRODUCES", "Technology 存储器")
    )  # fmt: skip


def test_a_policy_hits_the_kinds_of_what_it_restricts_and_who_is_active_in_it(store: Store) -> None:
    keep(store, kinds())
    rows = ask(store, "午法", depth=3)
    ways = {row["name"]: row["path"] for row in rows}
    assert ways["甲存储"] == "午法 → 存储器 → 快存储 → 甲存储"
    assert ways["癸航天"] == "午法 → 深空业 → 癸航天"
    assert ways["壬地面站"] == "午法 → 深空业 → 癸航天 → 壬地面站"
    # what is applied in an industry has other uses
    assert "卯电子" not in ways
    assert short(ask(store, "癸航天"), "policy") == [(2, "午法", "asserted", 0.4)]


def test_only_a_whole_is_hit_in_its_kinds(store: Store) -> None:
    """A policy against one kind, or a maker of the genus that stops, does not hit other kinds."""
    keep(store, kinds())
    assert "巳厂" not in [row["name"] for row in ask(store, "子条例")]
    assert "丙芯片" not in [row["name"] for row in ask(store, "巳厂")]
    assert "丙芯片" in [row["name"] for row in ask(store, "存储器")]


def test_a_company_is_told_what_it_hangs_on(store: Store) -> None:
    rows = ask(store, "丙芯片")
    # 丑卡 is its own; 快存储 goes into it and has one maker, a policy stands above
    assert short(rows, "needs") == [(2, "快存储", "asserted", 0.7), (3, "甲存储", "asserted", 0.7)]
    assert short(rows, "policy") == [(3, "子条例", "asserted", 0.7)]
    assert short(rows, "place") == [(4, "寅国", "asserted", 0.5)]
    memory = next(row for row in rows if row["name"] == "快存储")
    assert (memory["sources"], memory["only_source"]) == (1, "甲存储")


def test_coverage_counts_suppliers_and_reports(store: Store) -> None:
    assert "2 suppliers of 戊整机 known from 1 reports" in ask(store, "戊整机").note


def test_every_way_can_be_shown_with_its_sentences(store: Store) -> None:
    steps = why(ask(store, "丁云"))
    assert [
        (s["step"], s["from"], s["relation"], s["to"]) for s in steps if s["name"] == "子条例"
    ] == [
        (1, "子条例", "RESTRICTS", "快存储"),
        (2, "丑卡", "USES", "快存储"),
        (3, "丁云", "USES", "丑卡"),
    ]
    assert all(step["quote"] and step["file"] and step["line"] for step in steps)


def test_chokepoints_count_who_hangs_on_them(store: Store) -> None:
    rows = chokepoints(store)
    told = [(r["name"], r["source"], r["dependants"], r["tiers"], r["companies"]) for r in rows]
    assert told == [
        ("快存储", "甲存储", 2, 2, ["丁云", "丙芯片"]),
        ("丑卡", "丙芯片", 1, 1, ["丁云"]),
    ]
    assert rows[0]["steps"][0]["quote"] == "甲存储生产快存储。"
    assert "2 of 4 things and companies with a known source have one only" in rows.note


def test_a_planned_second_source_is_counted_when_asked_for(store: Store) -> None:
    rows = chokepoints(store, Reach(modality=["asserted", "planned"]))
    assert [row["name"] for row in rows] == ["丑卡"]


def test_a_stop_names_what_is_lost_first_and_the_alternatives_for_the_rest(store: Store) -> None:
    rows = disrupt(store, find(store, "甲存储"))
    told = [(r["lost"], r["name"], r["item"], r["alternatives"], r["substitutes"]) for r in rows]
    assert told == [
        (True, "快存储", "", [], ["慢存储"]),
        (True, "己手机", "内存条", [], []),
        (False, "戊整机", "内存条", ["庚模组"], []),
    ]
    assert rows[0]["companies"] == ["丁云", "丙芯片"]
    assert "2 of 3 things and buyers lose their only known source" in rows.note


def test_the_python_door_gives_the_same_rows(store: Store) -> None:
    atlas = Atlas.open(store.path)
    assert atlas.exposure("丙芯片", depth=3) == ask(store, "丙芯片", depth=3)
    assert atlas.chokepoints() == chokepoints(store)
    assert atlas.disrupt("甲存储") == disrupt(store, find(store, "甲存储"))


def test_the_command_answers_and_shows_the_sentences(store: Store) -> None:
    def run(*words: str) -> list[dict[str, Any]]:
        result = CliRunner().invoke(kg, ["--store", str(store.path), *words])
        assert result.exit_code == 0, result.output
        rows: list[dict[str, Any]] = json.loads(result.stdout)
        return rows

    assert run("exposure", "子条例") == list(ask(store, "子条例"))
    assert run("chokepoints") == list(chokepoints(store))
    assert run("disrupt", "甲存储", "--depth", "2")[0]["name"] == "快存储"
    steps = run("exposure", "子条例", "--why", "--modality", "asserted,planned")
    assert {"乙存储计划生产快存储。", "丙芯片推出丑卡。"} <= {step["quote"] for step in steps}


class Said(NamedTuple):
    """A statement of a random graph."""

    subject: str
    predicate: str
    object: str
    modality: str
    confidence: float


ORDER = ("asserted", "planned", "potential", "rumoured", "past")
COMPANIES = [f"Company {name}" for name in "甲乙丙"]
THINGS = [f"Technology {name}" for name in "子丑寅"]
FIELD = "Industry 卯"
ENDS = {
    "SUPPLIES": (COMPANIES, COMPANIES), "PRODUCES": (COMPANIES, THINGS),
    "USES": (COMPANIES + THINGS[:1], THINGS), "PART_OF": (THINGS, THINGS),
    "RESTRICTS": (["Policy 辰"], [*COMPANIES, *THINGS, "Place 巳", FIELD]),
    "TYPE_OF": (THINGS, [*THINGS, FIELD]), "ACTIVE_IN": ([*COMPANIES, *THINGS], [FIELD]),
    "LOCATED_IN": (COMPANIES, ["Place 巳"]), "COMPETES_WITH": (COMPANIES, COMPANIES),
}  # fmt: skip
SAID = st.sampled_from(sorted(ENDS)).flatmap(
    lambda predicate: st.builds(
        Said, st.sampled_from(ENDS[predicate][0]), st.just(predicate), st.sampled_from(ENDS[predicate][1]),
        st.sampled_from([*ORDER[:1] * 3, *ORDER, "denied"]), st.sampled_from([0.5, 0.7, 0.9]),
    )
).filter(lambda said: said.subject != said.object)  # fmt: skip


def walks(
    graph: list[Said], at: str, hops: int, how: str = "whole"
) -> Iterator[tuple[str, list[Said]]]:
    """Every way of a shock, by its definition: where it ends, and the statements along it."""
    if not hops:
        return
    for said in graph:
        match said.predicate:
            case "SUPPLIES" | "PART_OF" if said.subject == at:
                end, hit = said.object, "missing"
            case "PRODUCES" if said.subject == at:
                end, hit = said.object, "made"
            case "RESTRICTS" if said.subject == at:
                end, hit = said.object, "whole"
            case "USES" | "LOCATED_IN" if said.object == at:
                end, hit = said.subject, "missing"
            case "PRODUCES" if said.object == at and how != "made":
                end, hit = said.subject, "missing"
            case "TYPE_OF" if said.object == at and how == "whole":
                end, hit = said.subject, "whole"
            case "ACTIVE_IN" if said.object == at and how == "whole" and said.subject in COMPANIES:
                end, hit = said.subject, "missing"
            case _:
                continue
        yield end, [said]
        for last, way in walks(graph, end, hops - 1, hit):
            yield last, [said, *way]


def worst(way: list[Said]) -> tuple[int, float]:
    return max((ORDER.index(said.modality), -said.confidence) for said in way)


def by_definition(graph: list[Said], start: str, hops: int) -> dict[str, tuple[int, str, float]]:
    best: dict[str, tuple[int, tuple[int, float]]] = {}
    for end, way in walks(graph, start, hops):
        if end.startswith("Company") and end != start:
            found = (len(way), worst(way))
            best[end] = min(best.get(end, found), found)
    return {
        end.partition(" ")[2]: (hop, ORDER[rank], -doubt)
        for end, (hop, (rank, doubt)) in best.items()
    }


@given(
    graph=st.lists(SAID, min_size=1, max_size=9, unique_by=lambda said: said[:4]),
    modality=st.sampled_from([None, ("asserted", "planned"), ORDER]),
    hops=st.integers(1, 4),
)
def test_exposure_is_what_its_definition_says_from_both_sides(
    tmp_path_factory: pytest.TempPathFactory,
    graph: list[Said],
    modality: tuple[str, ...] | None,
    hops: int,
) -> None:
    book = Book("random.txt")
    for said in graph:
        book.says(f"{said}。", *said[:3], modality=said.modality, confidence=said.confidence)
    wanted = [said for said in graph if said.modality in (modality or ("asserted",))]
    named = {end for said in graph for end in (said.subject, said.object)}
    with writable(tmp_path_factory.mktemp("random")) as store:
        keep(store, book)
        answers = {
            end: ask(store, end.partition(" ")[2], depth=hops, modality=modality) for end in named
        }
    hits = {
        start: {
            r["name"]: (r["hop"], r["modality"], r["confidence"])
            for r in rows
            if r["role"] == "hit"
        }
        for start, rows in answers.items()
    }
    assert hits == {start: by_definition(wanted, start, hops) for start in named}
    above = {
        (row["name"], end.partition(" ")[2], row["hop"], row["modality"], row["confidence"])
        for end, rows in answers.items()
        if end in COMPANIES
        for row in rows
        if row["role"] != "hit" and row["class"] not in ("Technology", "Industry")
    }
    below = {
        (start.partition(" ")[2], name, *told)
        for start, found in hits.items()
        if start not in (*THINGS, FIELD)
        for name, told in found.items()
    }
    assert above == below
