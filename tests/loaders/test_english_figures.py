"""Figures of English sentences of our own: whose they are, what they measure, and when."""

from __future__ import annotations

import pytest

from loaders.read import read

Told = tuple[str, str, float, str | None]


def told(text: str) -> set[Told]:
    """(subject, metric, value, period) of all figures, by an ASCII name of the subject."""
    found = read("note.txt", text.encode())
    shown = {e.id: next((n for n in e.names if n.isascii()), e.name) for e in found.entities}
    return {
        (shown[f.subject], f.metric, f.value, f.period)
        for f in found.figures
        if isinstance(f.value, float)
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Ostra Motors leads the tractor market with a 38% share in 2024, followed by "
            "Lund Electronics with 21% and Halden Turbines at 9%.",
            {
                ("Ostra Motors", "share", 38.0, "2024"),
                ("Lund Electronics", "share", 21.0, "2024"),
                ("Halden Turbines", "share", 9.0, "2024"),
            },
        ),
        (
            "Shipments of Ostra Motors are expected to reach 38,000 units in 2026, up from "
            "13,000 in 2025.",
            {
                ("Ostra Motors", "Shipments", 38000.0, "2026"),
                ("Ostra Motors", "Shipments", 13000.0, "2025"),
            },
        ),
        (
            "The OX5 robot weighs 35 kg, stands 132 cm tall and costs $16,000.",
            {
                ("OX5 robot", "weight", 35.0, None),
                ("OX5 robot", "height", 132.0, None),
                ("OX5 robot", "price", 16000.0, None),
            },
        ),
        (
            "Ostra Motors has 15.7 GW of installed capacity and plans to add 8 GW by 2027.",
            {("Ostra Motors", "installed capacity", 15.7, None)},
        ),
        (
            "Ostra Motors sold 4.27 million vehicles in 2024, 41% more than in 2023.",
            {
                ("Ostra Motors", "sales", 4.27, "2024"),
                ("Ostra Motors", "sales growth", 41.0, "2024"),
            },
        ),
        (
            "Ostra Motors raised its 2027 output target to 5 million units.",
            {("Ostra Motors", "output target", 5.0, "2027")},
        ),
        (
            "Ostra Motors announced a $6.5 billion deal with Halden Turbines.",
            {("Ostra Motors", "deal value", 6.5, None)},
        ),
        (
            "Ostra Motors aims to build 5,000 cargo drones in 2027.",
            {("Ostra Motors", "cargo drones production", 5000.0, "2027")},
        ),
        (
            "Ostra Motors' OX5 has 43 degrees of freedom.",
            {("OX5", "number of degrees of freedom", 43.0, None)},
        ),
    ],
)
def test_a_figure_is_of_whom_its_clause_says(text: str, figures: set[Told]) -> None:
    assert told(text) == figures


def test_a_cell_that_tells_is_about_the_company_of_its_row() -> None:
    text = (
        "| Supplier | Component | Current read |\n|---|---|---|\n"
        "| Ostra Motors | Hub drives | Lund Electronics has a 20% stake. |\n"
        "| Halden Turbines | Blades | Long a supplier of blades; gross margin of 14%. |\n"
    )
    found = told(text)
    assert ("Lund Electronics", "stake", 20.0, None) in found
    assert ("Halden Turbines", "gross margin", 14.0, None) in found


def test_a_month_names_nothing_that_is_measured() -> None:
    text = "Ostra Motors reported April revenue of $9.6 billion, up 48% YoY."
    assert {(s, m, v) for s, m, v, _ in told(text)} == {
        ("Ostra Motors", "revenue", 9.6),
        ("Ostra Motors", "revenue growth year on year", 48.0),
    }


def test_what_only_measures_is_not_counted() -> None:
    assert not told("Ostra Motors has 100 tonnes on its new scales.")


def test_what_is_surpassed_has_a_time_of_its_own() -> None:
    text = "Ostra Motors has won orders worth $9.83 billion, surpassing last year's $8.98 billion."
    assert ("Ostra Motors", "orders", 9.83, "last year") not in told(text)
