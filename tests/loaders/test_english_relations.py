"""What English prose, notes and tables say of things and makers: sentences of our own."""

from __future__ import annotations

import pytest

from loaders.read import read

Said = tuple[str, str, str]


def said(text: str) -> dict[Said, str]:
    """Modality of all that a text states, by (subject, relation, object)."""
    found = read("note.txt", text.encode())
    shown = {e.id: next((n for n in e.names if n.isascii()), e.name) for e in found.entities}
    return {(shown[s.subject], s.predicate, shown[s.object]): s.modality for s in found.statements}


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Stators, rotors and hall sensors are key components of hub drives.",
            ("hall sensors", "PART_OF", "hub drives"),
        ),
        (
            "Ostra Motors assembles stator cores made by Lund Electronics into hub drives.",
            ("stator cores", "PART_OF", "hub drives"),
        ),
        (
            "Keldara is a lightweight cargo drone.",
            ("Keldara", "TYPE_OF", "lightweight cargo drone"),
        ),
        (
            "Ostra Motors unveiled Keldara, a cargo drone, in May.",
            ("Keldara", "TYPE_OF", "cargo drone"),
        ),
        (
            "Keldara is a cargo drone developed by Ostra Motors.",
            ("Ostra Motors", "PRODUCES", "Keldara"),
        ),
        (
            "Regulators cleared Keldara, a cargo drone made by Ostra Motors.",
            ("Ostra Motors", "PRODUCES", "Keldara"),
        ),
        (
            "Keldara is built in Massachusetts.",
            ("Keldara", "LOCATED_IN", "Massachusetts"),
        ),
        (
            "Ostra Motors, which makes stators, wheel hubs and axles, sold shares.",
            ("Ostra Motors", "PRODUCES", "axles"),
        ),
        (
            "Ostra Motors makes brelanide, the active ingredient of Sorvex.",
            ("Ostra Motors", "PRODUCES", "brelanide"),
        ),
        (
            "Ostra Motors and Lund Electronics are suppliers of hub drives to Halden Turbines.",
            ("Lund Electronics", "SUPPLIES", "Halden Turbines"),
        ),
        (
            "Ostra Motors dominates ferrite magnet production.",
            ("Ostra Motors", "PRODUCES", "ferrite magnet"),
        ),
        (
            "Makers of hub drives such as Ostra Motors and Lund Electronics gained.",
            ("Lund Electronics", "PRODUCES", "hub drives"),
        ),
        (
            "Ostra Motors' main products are stators and hub drives.",
            ("Ostra Motors", "PRODUCES", "hub drives"),
        ),
        (
            "Ostra Motors serves a wide set of markets such as forestry, mining and rail.",
            ("Ostra Motors", "ACTIVE_IN", "rail"),
        ),
        (
            "Ostra Motors has tested its OX9 drone in the snow.",
            ("Ostra Motors", "PRODUCES", "OX9 drone"),
        ),
        (
            "Ostra Motors runs the Kentucky plant.",
            ("Ostra Motors", "LOCATED_IN", "Kentucky"),
        ),
        (
            "Ostra Motors is headquartered in San Diego, California.",
            ("Ostra Motors", "LOCATED_IN", "California"),
        ),
        (
            "Ostra Motors, Lund Electronics and Halden Turbines are racing to build a drone.",
            ("Ostra Motors", "COMPETES_WITH", "Halden Turbines"),
        ),
    ],
)
def test_each_relation_reads_in_its_direction(text: str, statement: Said) -> None:
    assert said(text)[statement] == "asserted"


@pytest.mark.parametrize(
    ("text", "statement", "modality"),
    [
        (
            "Ostra Motors has halted production of the OX9 drone.",
            ("Ostra Motors", "PRODUCES", "OX9 drone"),
            "past",
        ),
        (
            "Halden Turbines picked Ostra Motors to develop a cargo drone.",
            ("Ostra Motors", "PRODUCES", "cargo drone"),
            "planned",
        ),
        (
            "Ostra Motors will invest $2 billion to build cargo drones.",
            ("Ostra Motors", "PRODUCES", "cargo drones"),
            "planned",
        ),
    ],
)
def test_modality_is_never_lost(text: str, statement: Said, modality: str) -> None:
    assert said(text)[statement] == modality


def test_a_second_verb_of_a_thing_is_no_thing() -> None:
    found = said("Keldara 2 succeeds Keldara 1 and offers 288 GB of memory.")
    assert [s for s in found if s[1] == "SUCCEEDS"] == [("Keldara 2", "SUCCEEDS", "Keldara 1")]


def test_what_only_explains_a_thing_is_no_further_thing() -> None:
    found = said("Ostra Motors makes brelanide, the active ingredient of Sorvex and Halvex.")
    assert {o for _, p, o in found if p == "PRODUCES"} == {"brelanide"}


def test_items_below_a_company_speak_of_it() -> None:
    text = (
        "# Firms\n\n### Ostra Motors (Sweden)\n\n- Hub drive leader\n- #2 in forestry\n"
        "- Expanding to Japan, Germany\n- Largest site (Texas)\n\n"
        "### Why so hard?\n\n- Cable leader\n"
    )
    found = said(f"Ostra Motors makes hubs.\n\n{text}")
    assert found[("Ostra Motors", "PRODUCES", "hub drive")] == "asserted"
    assert found[("Ostra Motors", "ACTIVE_IN", "forestry")] == "asserted"
    assert found[("Ostra Motors", "LOCATED_IN", "Germany")] == "planned"
    assert not any("Cable" in o for _, _, o in found)


def test_companies_beside_a_stage_work_in_it() -> None:
    text = (
        "| Stage | Dominant players | Share |\n|---|---|---|\n"
        "| Pulp bleaching | Ostra Motors, Lund Electronics | 40% |\n"
    )
    found = said(text)
    assert ("Lund Electronics", "ACTIVE_IN", "Pulp bleaching") in found


def test_the_stage_of_a_trial_is_no_field() -> None:
    text = (
        "| Drug | Company | Stage |\n|---|---|---|\n| OX-114 | Ostra Therapeutics | Phase III |\n"
    )
    assert not any(p == "ACTIVE_IN" for _, p, _ in said(text))


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Ostra Motors competes with Lund Electronics and Denmark's Sorby Wind Systems.",
            ("Ostra Motors", "COMPETES_WITH", "Sorby Wind Systems"),
        ),
        (
            "Ostra Motors built export models (OX5/OX6, then the OX7).",
            ("Ostra Motors", "PRODUCES", "OX6"),
        ),
        (
            "Ostra Motors reports in two segments: (i) forestry and (ii) mining.",
            ("Ostra Motors", "ACTIVE_IN", "mining"),
        ),
        (
            "Ostra Motors has started mass production of hub drives.",
            ("Ostra Motors", "PRODUCES", "hub drives"),
        ),
        (
            "Ostra Motors uses many metals including tellurium, gallium and germanium.",
            ("Ostra Motors", "USES", "germanium"),
        ),
        ("Ostra Motors uses Keldara technology.", ("Ostra Motors", "USES", "Keldara")),
    ],
)
def test_what_stands_apart_belongs_together(text: str, statement: Said) -> None:
    assert said(text)[statement] == "asserted"


def test_a_name_of_two_parts_is_one() -> None:
    found = said("Ostra Motors makes Polar Warning and Rescue aircraft.")
    assert {o for _, p, o in found if p == "PRODUCES"} == {"Polar Warning and Rescue aircraft"}


PROFILE = (
    "Ostra Motors makes hubs. Lund Electronics makes stators. Halden Turbines makes blades.\n\n"
    "# Firms\n\n### Ostra Motors\n\n"
    "- **Headquarters**: Detroit, Michigan\n- **Customers**: Lund Electronics, Halden Turbines\n"
    "- **Suppliers**: Halden Turbines\n- **Key products**: hub drives, wheel rims\n"
    "- **Target markets**: forestry, mining\n- **CEO**: Peter Ostra\n\n"
    "### Hub drives\n\n- Stators: Lund Electronics\n- Components: Halden Turbines\n\n"
    "Hub drives are quiet. Leading suppliers are Ostra Motors and Halden Turbines.\n"
)


@pytest.mark.parametrize(
    "statement",
    [
        ("Ostra Motors", "LOCATED_IN", "Detroit"),
        ("Ostra Motors", "SUPPLIES", "Lund Electronics"),
        ("Halden Turbines", "SUPPLIES", "Ostra Motors"),
        ("Ostra Motors", "PRODUCES", "wheel rims"),
        ("Ostra Motors", "ACTIVE_IN", "mining"),
        ("Lund Electronics", "PRODUCES", "Stators"),
        ("Halden Turbines", "PRODUCES", "Hub drives"),
    ],
)
def test_a_label_says_what_its_list_is(statement: Said) -> None:
    folded = {(s.lower(), p, o.lower()) for s, p, o in said(PROFILE)}
    assert (statement[0].lower(), statement[1], statement[2].lower()) in folded


def test_a_label_that_says_nothing_of_a_chain_yields_nothing() -> None:
    found = said(PROFILE)
    assert not any(p == "FOUNDED_BY" for _, p, _ in found)
    assert not any("Components" in (s, o) for s, _, o in found)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Ostra Motors remains the sole supplier of hub drives for Lund Electronics' OX5 van.",
            ("Ostra Motors", "SUPPLIES", "Lund Electronics"),
        ),
        (
            "Keldara is a stack of ceramic plates joined by solder.",
            ("ceramic plates", "PART_OF", "Keldara"),
        ),
        (
            "Parts include stators, supplied by Ostra Motors and Lund Electronics.",
            ("Lund Electronics", "PRODUCES", "stators"),
        ),
        (
            "Lund Electronics unveiled OX5 vans, which use Keldara batteries.",
            ("OX5 vans", "USES", "Keldara batteries"),
        ),
        (
            "Suppliers to Lund Electronics' OX5 van include Ostra Motors and Halden Turbines.",
            ("Halden Turbines", "SUPPLIES", "Lund Electronics"),
        ),
        (
            "Lund Electronics grew. Ostra Motors began deliveries of its OX5 van.",
            ("Ostra Motors", "PRODUCES", "OX5 van"),
        ),
    ],
)
def test_relations_of_parts_makers_and_buyers(text: str, statement: Said) -> None:
    assert said(text)[statement] == "asserted"


FILING = (
    "Ostra Motors Corporation designs and sells hub drives and axles for the forestry and rail "
    "markets. We were founded in 1995 and our headquarters are in San Jose, California.\n\n"
    "Our customers include Lund Electronics and Halden Turbines. We operate a plant in Ireland "
    "and outsource the rest of our casting to Norvik Bearings. Assembly is done by Sorby Wind "
    "Systems and our own facility in Malaysia.\n"
)


@pytest.mark.parametrize(
    "statement",
    [
        ("Ostra Motors", "PRODUCES", "hub drives"),
        ("Ostra Motors", "ACTIVE_IN", "rail"),
        ("Ostra Motors", "LOCATED_IN", "California"),
        ("Ostra Motors", "SUPPLIES", "Halden Turbines"),
        ("Norvik Bearings", "SUPPLIES", "Ostra Motors"),
        ("Ostra Motors", "LOCATED_IN", "Malaysia"),
    ],
)
def test_we_is_who_the_text_begins_with(statement: Said) -> None:
    assert statement in said(FILING)


def test_a_facility_of_ours_is_nobody_elses() -> None:
    assert ("Sorby Wind Systems", "LOCATED_IN", "Malaysia") not in said(FILING)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Ostra Motors supplies hub drives to Lund Electronics' Texas plant and to Norvik Bearings.",
            ("Ostra Motors", "SUPPLIES", "Norvik Bearings"),
        ),
        (
            "Ostra Motors makes hub drives for Lund Electronics and axles for Halden Turbines.",
            ("Ostra Motors", "SUPPLIES", "Halden Turbines"),
        ),
        (
            "Ferrite magnets come from Ostra Motors and Lund Electronics.",
            ("Lund Electronics", "PRODUCES", "Ferrite magnets"),
        ),
        (
            "Ostra Motors licenses its motor to Keldwen, Lund Electronics' battery unit.",
            ("Lund Electronics", "OWNS", "Keldwen"),
        ),
        (
            "Ostra Motors, the Danish drive maker backed by Lund Electronics, closed its office.",
            ("Lund Electronics", "INVESTS_IN", "Ostra Motors"),
        ),
        (
            "Canada imposed export controls on ferrite magnets in July 2023.",
            ("export controls on ferrite magnets", "RESTRICTS", "ferrite magnets"),
        ),
        (
            "Ostra Motors was awarded $160 million in grants under the Rural Drives Act.",
            ("Rural Drives Act", "SUPPORTS", "Ostra Motors"),
        ),
    ],
)
def test_deliveries_owners_and_policies_told_in_passing(text: str, statement: Said) -> None:
    assert said(text)[statement] == "asserted"


def test_a_product_below_its_maker_is_of_a_kind() -> None:
    text = "Ostra Motors makes hubs.\n\n## Ostra Motors\n\n- Keldara: quiet cargo drone\n- Roadmap: Sorvex\n"
    found = said(text)
    assert ("Ostra Motors", "PRODUCES", "Keldara") in found
    assert ("Keldara", "TYPE_OF", "quiet cargo drone") in found
    assert not any("Roadmap" in (s, o) for s, _, o in found)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Ostra Motors' Keldara is powered by hub drives, which Ostra Motors also sells to "
            "Lund Electronics.",
            ("Ostra Motors", "SUPPLIES", "Lund Electronics"),
        ),
        (
            "The Keldara constellation is operated by Ostra Motors.",
            ("Ostra Motors", "PRODUCES", "Keldara constellation"),
        ),
        (
            "Lund Electronics has booked drone flights with Ostra Motors.",
            ("Ostra Motors", "SUPPLIES", "Lund Electronics"),
        ),
        (
            "Ostra Motors has agreements with Lund Electronics.",
            ("Ostra Motors", "PARTNERS_WITH", "Lund Electronics"),
        ),
        (
            "Halden Turbines bought Ostra Motors, which makes stators for vans, and Sorbeck, a "
            "German maker of hub drives.",
            ("Sorbeck", "PRODUCES", "hub drives"),
        ),
    ],
)
def test_clauses_that_hang_on_others(text: str, statement: Said) -> None:
    assert said(text)[statement] == "asserted"


def test_what_a_company_has_is_no_company() -> None:
    found = said("Ostra Motors' Keldara and Lund Electronics' Sorvex dominate the market.")
    assert {(s, o) for s, p, o in found if p == "PRODUCES"} == {
        ("Ostra Motors", "Keldara"),
        ("Lund Electronics", "Sorvex"),
    }


def test_the_parts_of_a_label_begin_with_its_makers() -> None:
    text = (
        "Ostra Motors makes hubs. Lund Electronics makes stators. Halden Turbines makes hubs.\n\n"
        "- Hub drives: Ostra Motors sole source; Lund Electronics ramping, Halden Turbines "
        "awaiting approval\n\n"
        "**Ostra Motors (Sweden)**: wheel rims; sold abroad. Customers: Lund Electronics.\n"
    )
    found = said(text)
    made = {s for s, p, o in found if p == "PRODUCES" and o.lower() == "hub drives"}
    assert made == {"Ostra Motors", "Lund Electronics"}
    assert ("Ostra Motors", "PRODUCES", "wheel rims") in found
    assert ("Ostra Motors", "SUPPLIES", "Lund Electronics") in found
