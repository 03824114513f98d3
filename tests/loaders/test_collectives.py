"""Words for several companies that a report has named together."""

from __future__ import annotations

import pytest
from telling import said

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"


@pytest.mark.parametrize(
    "opening",
    [
        "三大减速器原厂——凌渊精密、赫星汽车与砚山材料产能紧张。",
        "全球三大原厂（凌渊精密、赫星汽车、砚山材料）产能紧张。",
        "凌渊精密、赫星汽车、砚山材料三大原厂产能紧张。",
    ],
)
def test_a_number_of_firms_are_those_named_before(opening: str) -> None:
    found = said(opening + "\n\n三大原厂将新产能分配给谐波减速器。")
    makers = {s for s, relation, o in found if (relation, o) == ("PRODUCES", "谐波减速器")}
    assert makers == {LING, HE, YAN}


@pytest.mark.parametrize(
    "opening",
    ["三大原厂包括凌渊精密、赫星汽车。", "凌渊精密、赫星汽车、砚山材料三大巨头产能紧张。"],
)
def test_others_and_other_numbers_are_nobody(opening: str) -> None:
    assert not [
        s for s in said(opening + "\n\n三大原厂将新产能分配给谐波减速器。") if s[1] == "PRODUCES"
    ]
