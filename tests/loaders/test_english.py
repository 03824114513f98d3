"""What English prose says: sentences of our own, mostly about companies that do not exist."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Reading
from loaders.english.coding import prose
from loaders.english.likeness import thing_like
from loaders.english.nouns import nouns
from loaders.english.verbs import forms
from loaders.read import read

Said = tuple[str, str, str, str]


def reading(text: str) -> Reading:
    return read("note.txt", text.encode())


def said(text: str, predicate: str | None = None) -> set[Said]:
    """(subject, relation, object, modality) of all that a text states, by any of its names."""
    found = reading(text)
    names = {e.id: _shown(e.names) for e in found.entities}
    return {
        (names[s.subject], s.predicate, names[s.object], str(s.modality))
        for s in found.statements
        if predicate in (None, s.predicate)
    }


def _shown(names: tuple[str, ...]) -> str:
    return next((n for n in names if n.isascii()), names[0])


def items(text: str) -> set[str]:
    return {
        s.qualifiers.get("item", "") for s in reading(text).statements if s.predicate == "SUPPLIES"
    }


# every way of telling one and the same delivery
@pytest.mark.parametrize(
    "text",
    [
        "Norvik Bearings supplies slewing rings to Halden Turbines.",
        "Norvik Bearings, a Danish firm, now ships slewing rings to Halden Turbines.",
        "Norvik Bearings has been delivering slewing rings to Halden Turbines since 2019.",
        "Halden Turbines buys slewing rings from Norvik Bearings.",
        "Halden Turbines sources its slewing rings from Denmark's Norvik Bearings.",
        "Halden Turbines has tapped Norvik Bearings for slewing rings.",
        "Halden Turbines has chosen Norvik Bearings as its supplier of slewing rings.",
        "Norvik Bearings was selected by Halden Turbines to supply slewing rings.",
        "Norvik Bearings won an order from Halden Turbines for slewing rings.",
        "Halden Turbines awarded Norvik Bearings a contract for slewing rings.",
        "Halden Turbines relies on Norvik Bearings for slewing rings.",
        "Halden Turbines uses slewing rings from Norvik Bearings.",
        "Halden Turbines uses Norvik Bearings' slewing rings.",
        "Norvik Bearings makes slewing rings for Halden Turbines.",
        "Halden Turbines' slewing rings are made by Norvik Bearings.",
        "The slewing rings are built by Norvik Bearings and shipped to Halden Turbines.",
        "Norvik Bearings is a supplier of slewing rings to Halden Turbines.",
        "Norvik Bearings, a supplier of slewing rings to Halden Turbines, has opened an office.",
        "Norvik Bearings supplies Halden Turbines with slewing rings.",
        "Norvik Bearings' slewing rings are used by Halden Turbines.",
        "Norvik Bearings has begun deliveries of slewing rings to Halden Turbines.",
        "Shipments of slewing rings from Norvik Bearings to Halden Turbines began in May.",
    ],
)
def test_a_delivery_has_the_seller_first_however_it_is_told(text: str) -> None:
    supplies = said(text, "SUPPLIES")
    assert ("Norvik Bearings", "SUPPLIES", "Halden Turbines", "asserted") in supplies
    assert len(supplies) == 1
    assert items(text) == {"slewing rings"}


@pytest.mark.parametrize(
    "text",
    [
        "Norvik Bearings counts Halden Turbines among its largest customers.",
        "Customers of Norvik Bearings include Halden Turbines.",
        "Norvik Bearings' main customers are Halden Turbines and Sorby Wind Systems.",
        "Halden Turbines' suppliers include Norvik Bearings.",
        "Halden Turbines is the biggest customer of Norvik Bearings.",
        "Halden Turbines supplier Norvik Bearings opened an office.",
        "Norvik Bearings gets most of its revenue from Halden Turbines.",
    ],
)
def test_customers_and_suppliers_are_told_without_goods(text: str) -> None:
    supplies = said(text, "SUPPLIES")
    assert ("Norvik Bearings", "SUPPLIES", "Halden Turbines", "asserted") in supplies
    assert not any(s == "Halden Turbines" for s, *_ in supplies)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Norvik Bearings is in talks to supply slewing rings to Halden Turbines.", "potential"),
        ("Norvik Bearings may supply slewing rings to Halden Turbines.", "potential"),
        ("Norvik Bearings will supply slewing rings to Halden Turbines.", "planned"),
        (
            "Norvik Bearings said it would supply slewing rings to Halden Turbines.",
            "planned",
        ),
        ("Analysts expect Norvik Bearings to supply slewing rings to Halden Turbines.", "planned"),
        ("Norvik Bearings reportedly supplies slewing rings to Halden Turbines.", "rumoured"),
        ("Until 2020, Norvik Bearings supplied slewing rings to Halden Turbines.", "past"),
        ("Halden Turbines stopped buying slewing rings from Norvik Bearings.", "past"),
        ("Norvik Bearings, formerly a supplier to Halden Turbines, has closed.", "past"),
        ("Norvik Bearings does not supply slewing rings to Halden Turbines.", "denied"),
        ("Norvik Bearings denied that it supplies slewing rings to Halden Turbines.", "denied"),
    ],
)
def test_modality_is_never_lost(text: str, modality: str) -> None:
    assert said(text, "SUPPLIES") == {("Norvik Bearings", "SUPPLIES", "Halden Turbines", modality)}


def test_respectively_pairs_in_order() -> None:
    text = (
        "Norvik Bearings and Ostra Castings supply hubs to Halden Turbines and "
        "Sorby Wind Systems, respectively."
    )
    assert said(text, "SUPPLIES") == {
        ("Norvik Bearings", "SUPPLIES", "Halden Turbines", "asserted"),
        ("Ostra Castings", "SUPPLIES", "Sorby Wind Systems", "asserted"),
    }


def test_but_not_leaves_one_of_a_list_out() -> None:
    text = (
        "Norvik Bearings and Ostra Motors, but not Lund Electronics, ship hubs to Halden Turbines."
    )
    sellers = {s for s, _, _, how in said(text, "SUPPLIES") if how == "asserted"}
    assert sellers == {"Norvik Bearings", "Ostra Motors"}


def test_a_second_clause_has_its_own_subject() -> None:
    text = (
        "Norvik Bearings supplies hubs to Halden Turbines, and Ostra Motors supplies drives to "
        "Sorby Wind Systems."
    )
    assert said(text, "SUPPLIES") == {
        ("Norvik Bearings", "SUPPLIES", "Halden Turbines", "asserted"),
        ("Ostra Motors", "SUPPLIES", "Sorby Wind Systems", "asserted"),
    }


def test_a_second_verb_keeps_the_subject() -> None:
    text = "Ostra Motors buys magnets from Lund Electronics and sells drives to Halden Turbines."
    assert said(text, "SUPPLIES") == {
        ("Lund Electronics", "SUPPLIES", "Ostra Motors", "asserted"),
        ("Ostra Motors", "SUPPLIES", "Halden Turbines", "asserted"),
    }


def test_the_company_and_its_refer_back() -> None:
    text = (
        "Ostra Motors closed a strong year. The company ships drives to Halden Turbines, and its "
        "magnets are made by Lund Electronics."
    )
    assert said(text, "SUPPLIES") == {
        ("Ostra Motors", "SUPPLIES", "Halden Turbines", "asserted"),
        ("Lund Electronics", "SUPPLIES", "Ostra Motors", "asserted"),
    }


def test_a_relative_clause_speaks_of_the_name_before_it() -> None:
    text = "Ostra Motors, which makes drives for Halden Turbines, is headquartered in Sweden."
    found = said(text)
    assert ("Ostra Motors", "SUPPLIES", "Halden Turbines", "asserted") in found
    assert any(s == "Ostra Motors" and p == "LOCATED_IN" for s, p, *_ in found)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Ostra Motors makes axial-flux motors.",
            ("Ostra Motors", "PRODUCES", "axial-flux motors"),
        ),
        ("Ostra Motors is a maker of hub drives.", ("Ostra Motors", "PRODUCES", "hub drives")),
        ("Hub drive maker Ostra Motors grew.", ("Ostra Motors", "PRODUCES", "Hub drive")),
        (
            "The OX5 platform was developed by Ostra Motors.",
            ("Ostra Motors", "PRODUCES", "OX5"),
        ),
        ("Ostra Motors' OX5 motor won a prize.", ("Ostra Motors", "PRODUCES", "OX5 motor")),
        ("Ostra Motors uses gantry robots.", ("Ostra Motors", "USES", "gantry robots")),
        ("The OX5 runs on the Kelda chip.", ("OX5", "USES", "Kelda chip")),
        ("A hub drive consists of a stator and a rotor.", ("stator", "PART_OF", "hub drive")),
        ("Stators are a key component of hub drives.", ("Stators", "PART_OF", "hub drives")),
        ("Types of hub drive include geared drives.", ("geared drives", "TYPE_OF", "hub drive")),
        ("The OX6 is the successor to the OX5.", ("OX6", "SUCCEEDS", "OX5")),
        (
            "Ferrite magnets have replaced samarium magnets.",
            ("Ferrite magnets", "SUBSTITUTES", "samarium magnets"),
        ),
        (
            "Ostra Motors competes with Lund Electronics.",
            ("Ostra Motors", "COMPETES_WITH", "Lund Electronics"),
        ),
        (
            "Ostra Motors and its partner Lund Electronics will open an office.",
            ("Ostra Motors", "PARTNERS_WITH", "Lund Electronics"),
        ),
        (
            "Ostra Motors has teamed up with Lund Electronics.",
            ("Ostra Motors", "PARTNERS_WITH", "Lund Electronics"),
        ),
        (
            "Ostra Motors is a subsidiary of Lund Electronics.",
            ("Lund Electronics", "OWNS", "Ostra Motors"),
        ),
        (
            "Lund Electronics' subsidiary, Ostra Motors, grew.",
            ("Lund Electronics", "OWNS", "Ostra Motors"),
        ),
        ("Ostra Motors was founded by Peter Ostra.", ("Ostra Motors", "FOUNDED_BY", "Peter Ostra")),
        (
            "Ostra Motors operates in the marine propulsion market.",
            ("Ostra Motors", "ACTIVE_IN", "marine propulsion"),
        ),
    ],
)
def test_each_relation_reads_in_its_direction(text: str, statement: tuple[str, str, str]) -> None:
    assert (*statement, "asserted") in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Suppliers with loyal customers should do well, and we like the sector.",
        "Bakers in the valley sold fewer pears and plums to grocers this autumn.",
        "Ostra Motors makes more money from service than from new machines.",
        "Ostra Motors used the occasion to praise its staff.",
        "Ostra Motors offers customers discounts of up to 20 percent.",
        "Lund Electronics agreed to sell its drives business to Ostra Motors.",
    ],
)
def test_what_names_no_delivery_yields_none(text: str) -> None:
    assert not said(text, "SUPPLIES")
    assert not said(text, "PRODUCES")


def test_a_maker_is_from_where_its_adjective_says() -> None:
    assert any(
        s == "Ostra Motors" and p == "LOCATED_IN" and "Swed" in o
        for s, p, o, _ in said("Swedish drive maker Ostra Motors supplies hubs to Halden Turbines.")
    )


def test_other_names_of_a_company_are_one() -> None:
    text = (
        "Ostra Motion Industries Co., Ltd. (TWSE: 9999), better known as Ostromo, makes drives for "
        "Halden Turbines. Ostromo buys magnets from Lund Electronics."
    )
    makers = {s.subject for s in reading(text).statements if s.predicate == "PRODUCES"}
    buyers = {s.object for s in reading(text).statements if s.predicate == "SUPPLIES"}
    assert len(makers) == 1
    assert makers < buyers


def test_layers_are_counted_from_the_top() -> None:
    text = (
        "In the memory stack, the SRAM cache sits at the top, followed by DRAM and then NAND flash."
    )
    found = reading(text)
    places = {
        s.qualifiers["position"]: s.subject for s in found.statements if s.predicate == "LAYER_OF"
    }
    assert sorted(places) == ["1", "2", "3"]
    assert "sram" in places["1"]
    assert "nand" in places["3"]


def test_tiers_belong_to_the_chain_of_the_sentence() -> None:
    text = (
        "In the heat pump value chain, compressor makers such as Ostra Motors sit upstream and "
        "installers such as Halden Energy operate downstream."
    )
    found = {(s, o) for s, _, o, _ in said(text, "IN_TIER")}
    assert {(s, o.rpartition("/")[2]) for s, o in found} == {
        ("Ostra Motors", "上游"),
        ("Halden Energy", "下游"),
    }


def test_an_opened_list_says_what_its_items_are() -> None:
    text = "# Ostra Motors\n\nOur competitors include:\n\n- makers of drives, such as Lund Electronics and Sorby Wind Systems;\n- Halden Turbines.\n"
    names = {
        frozenset((s, o))
        for s, _, o, _ in said(text.replace("Our", "Ostra Motors'"), "COMPETES_WITH")
    }
    assert names == {
        frozenset(("Ostra Motors", n))
        for n in ("Lund Electronics", "Sorby Wind Systems", "Halden Turbines")
    }


def test_a_table_of_suppliers_names_its_buyer_above() -> None:
    text = (
        "# Halden Turbines supply chain\n\nHalden Turbines makes hubs.\n\n| Supplier | Component |\n|---|---|\n"
        "| Norvik Bearings | Slewing rings |\n| Lund Electronics | Converters |\n"
    )
    assert said(text, "SUPPLIES") == {
        ("Norvik Bearings", "SUPPLIES", "Halden Turbines", "asserted"),
        ("Lund Electronics", "SUPPLIES", "Halden Turbines", "asserted"),
    }


def test_every_statement_quotes_its_sentence() -> None:
    text = "Ostra Motors grew. [[Norvik Bearings]] supplies hubs to **Halden Turbines**. It is old."
    for statement in reading(text).statements:
        for evidence in statement.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
            assert "supplies hubs" in evidence.quote


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("supply", ("supply", "supplies", "supplied", "supplied", "supplying")),
        ("ship", ("ship", "ships", "shipped", "shipped", "shipping")),
        ("choose", ("choose", "chooses", "chose", "chosen", "choosing")),
        ("develop", ("develop", "develops", "developed", "developed", "developing")),
    ],
)
def test_verbs_have_their_forms(verb: str, expected: tuple[str, ...]) -> None:
    assert forms(verb) == expected


def test_noun_phrases_end_where_their_list_does() -> None:
    slot = "its LFP cells, 20 very large crude carriers (VLCCs) and packs for buses, and grew"
    assert [p.name for p in nouns(slot)] == ["LFP cells", "very large crude carriers", "packs"]
    assert [p.aliases for p in nouns(slot)] == [(), ("VLCCs",), ()]


def test_what_is_abstract_is_no_thing() -> None:
    assert thing_like("slewing rings", strong=True)
    assert not any(
        thing_like(n, strong=True) for n in ("progress", "a strong commitment", "more revenue")
    )


@given(st.text(alphabet="AaBb ,.()'-and\"which", max_size=400))
def test_any_text_is_read_without_failing(text: str) -> None:
    assert prose(text) is not None
    if text.strip():
        reading(f"x {text}")


@pytest.mark.parametrize("piece", ["Acme, ", "(Acme ", "Acme and ", "which Acme ", "in the Acme "])
def test_long_lines_do_not_take_long(piece: str) -> None:
    assert reading(piece * 4000) is not None
