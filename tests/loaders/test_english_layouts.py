"""What English reports state by their layout: profiles, facts, labels, tables of our own."""

from __future__ import annotations

import pytest

from loaders.read import read

Said = tuple[str, str, str]
Told = tuple[str, str, object, str | None]

FACTS = """# Veltran Robotics

## Company Overview

| Item | Details |
|------|---------|
| **Founded** | March 2014, Hamburg, Germany |
| **Employees** | ~1,200 (estimated), mostly engineers |
| **Revenue (2024)** | $310M |
| **Key products** | Orlo X2, Kestrel gripper |
| **Main customers** | BMW, Foxconn |
| **Total raised** | $410M |
"""

LABELS = """# Veltran Robotics

- **Headquarters**: Hamburg, Germany
- **Employees**: 1,200+
- **Focus**: warehouse robotics, mining
- **Orlo X2** — a six-axis crane using torque sensors and brushless motors
"""

SHIPMENTS = """# Ostra Motors

| Year | Tractors sold | Production | Global share |
|------|------|------|------|
| 2023 | 2,500 | 2,700 built | 8% |
| 2024 | 4,000 sold | 4,100 built | ~12% of global sales |
| 2025 target | 7,000 | — | — |

Ostra Motors sells tractors.
"""

BESIDE = """# Arms

| Spec | Orlo X2 | Kesta 3 |
|------|---------|---------|
| Payload | 12 kg | 3 kg |
| Reach | 1,300 mm | 700 mm |
| Processor | Ardent 5 | Ardent 3 |
"""

LINKS = """# Robots

| Stage | Key Players | Share |
|---|---|---|
| Torque sensors | Ostra Motors, Lund Electronics | Japan ~70% |
| Arm design | Halden Turbines | Germany, Austria |
"""


def said(text: str) -> set[Said]:
    """(subject, relation, object) of all that a text states, by ASCII names."""
    found = read("note.md", text.encode())
    shown = {e.id: next((n for n in e.names if n.isascii()), e.name) for e in found.entities}
    return {(shown[s.subject], s.predicate, shown[s.object]) for s in found.statements}


def told(text: str) -> set[Told]:
    """(subject, metric, value, period) of all figures, by an ASCII name of the subject."""
    found = read("note.md", text.encode())
    shown = {e.id: next((n for n in e.names if n.isascii()), e.name) for e in found.entities}
    return {(shown[f.subject], f.metric, f.value, f.period) for f in found.figures}


def test_a_heading_over_traits_of_a_company_names_one() -> None:
    assert {
        ("Veltran Robotics", "PRODUCES", "Orlo X2"),
        ("Veltran Robotics", "PRODUCES", "Kestrel gripper"),
        ("Veltran Robotics", "LOCATED_IN", "Germany"),
        ("Veltran Robotics", "SUPPLIES", "BMW"),
    } <= said(FACTS)


def test_the_figures_of_a_table_of_facts_are_its_companys() -> None:
    assert told(FACTS) == {
        ("Veltran Robotics", "Employees", 1200.0, None),
        ("Veltran Robotics", "Revenue", 310.0, "2024"),
        ("Veltran Robotics", "total raised", 410.0, None),
    }


def test_labelled_items_tell_of_the_company_above() -> None:
    assert {
        ("Veltran Robotics", "ACTIVE_IN", "mining"),
        ("Veltran Robotics", "PRODUCES", "Orlo X2"),
        ("Orlo X2", "TYPE_OF", "six-axis crane"),
        ("Orlo X2", "USES", "torque sensors"),
        ("Orlo X2", "USES", "brushless motors"),
    } <= said(LABELS)
    assert ("Veltran Robotics", "Employees", 1200.0, None) in told(LABELS)


@pytest.mark.parametrize("heading", ["Industry Overview", "Key Technologies", "Company Background"])
def test_a_heading_that_is_but_words_names_no_company(heading: str) -> None:
    found = read(
        "note.md",
        f"# {heading}\n\n- HQ: Hamburg\n- Employees: 40\n\nThe key supply grew.\n".encode(),
    )
    assert not [e for e in found.entities if e.cls == "Company"]


def test_a_table_of_years_tells_of_the_company_in_its_heading() -> None:
    assert told(SHIPMENTS) >= {
        ("Ostra Motors", "Tractors sold", 4000.0, "2024"),
        ("Ostra Motors", "Production", 2700.0, "2023"),
        ("Ostra Motors", "Global share", 12.0, "2024"),
        ("Ostra Motors", "Tractors sold", 7000.0, "2025"),
    }


def test_products_side_by_side_have_the_figures_and_parts_below() -> None:
    assert told(BESIDE) == {
        ("Orlo X2", "Payload", 12.0, None),
        ("Kesta 3", "Payload", 3.0, None),
        ("Orlo X2", "Reach", 1300.0, None),
        ("Kesta 3", "Reach", 700.0, None),
    }
    assert {("Orlo X2", "USES", "Ardent 5"), ("Kesta 3", "USES", "Ardent 3")} <= said(BESIDE)


def test_shares_place_the_links_of_a_chain() -> None:
    assert {
        ("Torque sensors", "LOCATED_IN", "Japan"),
        ("Arm design", "LOCATED_IN", "Germany"),
        ("Ostra Motors", "PRODUCES", "Torque sensors"),
    } <= said(LINKS)
    assert ("Halden Turbines", "PRODUCES", "Arm design") not in said(LINKS)
    assert ("Japan", "share of Torque sensors", 70.0, None) in told(LINKS)


def test_a_total_is_no_round_of_financing() -> None:
    found = read(
        "note.md",
        b"# Tesla\n\n| Round | Date | Amount | Investors |\n|---|---|---|---|\n"
        b"| Series A | 2014 | $5M | Northam Capital |\n| Total | - | $40M | - |\n",
    )
    assert [d.round for d in found.deals] == ["Series A"]
    assert [(f.metric, f.value) for f in found.figures] == [("total", 40.0)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Orlo X2 is a six-axis crane with a reach of 90 cm.",
            ("Orlo X2", "TYPE_OF", "six-axis crane"),
        ),
        ("Model K is a compact van built on the Corda platform.", ("Model K", "USES", "Corda")),
        (
            "Liu developed **Keldara** — a cargo drone using hub motors.",
            ("Keldara", "USES", "hub motors"),
        ),
        (
            "Keldara is a cargo drone made by Ostra Motors. It uses hub motors.",
            ("Keldara", "TYPE_OF", "cargo drone"),
        ),
        (
            "Tesla sold more vans than Toyota, Volvo, and Ford combined.",
            ("Ford", "COMPETES_WITH", "Tesla"),
        ),
        ("Toyota makes vans. Backed by Volvo and Ford.", ("Ford", "INVESTS_IN", "Toyota")),
        (
            "Key components of hub drives include stators, rotors, and hall sensors.",
            ("hall sensors", "PART_OF", "hub drives"),
        ),
        (
            "Companies in the cargo drone market include Toyota, Volvo, and Ford.",
            ("Volvo", "ACTIVE_IN", "cargo drone"),
        ),
        ("Toyota (Japan) and Volvo (Sweden) make vans.", ("Volvo", "LOCATED_IN", "Sweden")),
        (
            "Tesla competes with Toyota, Volvo, and other makers such as Ford.",
            ("Tesla", "COMPETES_WITH", "Volvo"),
        ),
    ],
)
def test_prose_of_profiles(text: str, statement: Said) -> None:
    found, (subject, relation, other) = said(text), statement
    # who competes with whom is said once, in either order
    assert statement in found or (
        relation == "COMPETES_WITH" and (other, relation, subject) in found
    )


def test_what_is_priced_is_what_the_sentence_is_about() -> None:
    assert told("The Orlo X2 is a crane with a payload of 12 kg.") == {
        ("Orlo X2", "payload", 12.0, None)
    }
    assert not [
        f for f in told("It uses drives from Tesla and is priced at $24,000.") if f[0] == "Tesla"
    ]


OPENED = """# Ostra Motors

Ostra Motors's vans are used in:

- Parcel logistics (cities)
- Mining

Ostra Motors competes with:

- Toyota
- **Volvo**: trucks

### vs BMW vans

- Torque sensors (Lund Electronics)
- Chips: NVIDIA (Corda 5), Intel
- Pickup gap (Volvo can't deliver)

Lund Electronics is a maker of sensors. Ostra Motors makes vans.
"""


def test_opened_lists_brackets_and_headings_tell_of_the_company() -> None:
    found = said(OPENED)
    assert {
        ("Ostra Motors", "ACTIVE_IN", "parcel logistics"),
        ("Ostra Motors", "ACTIVE_IN", "mining"),
        ("Lund Electronics", "PRODUCES", "Torque sensors"),
        ("Intel", "PRODUCES", "Chips"),
    } <= found
    rivals = {name for s, p, o in found if p == "COMPETES_WITH" for name in (s, o)}
    assert rivals == {"Ostra Motors", "Toyota", "Volvo", "BMW"}
    assert not [s for s in found if s[0] == "Volvo" and s[1] == "PRODUCES"]
    # nothing is said of `vans` at large
    assert not [s for s in found if s[0] == "vans"]
