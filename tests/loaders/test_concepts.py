"""Noun phrases of slots, and whether they name a technology."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.concepts import last_phrase, model_like, opening, phrases, plausible


@pytest.mark.parametrize(
    ("slot", "names"),
    [
        ("碳氢树脂(PCH)、萜烯树脂和PTFE等", ["碳氢树脂", "萜烯树脂", "PTFE"]),
        ("四大核心传感器", ["核心传感器"]),
        ("谐波减速器、行星减速器两种类型", ["谐波减速器", "行星减速器"]),
        ("体积更小的谐波减速器", ["谐波减速器"]),
        ("偏滤器等装备", ["偏滤器"]),
        ("高快领航、代客泊车与类载板", ["高快领航", "代客泊车", "类载板"]),
        ("数据中心用光缆", ["数据中心用光缆"]),
        ("粘接片 / 半固化片、T/R组件", ["粘接片", "半固化片", "T/R组件"]),
        ("全色/单色衍射波导", ["全色/单色衍射波导"]),
        ("Ⅲ型储气瓶", ["Ⅲ型储气瓶"]),
        ("the slewing rings and gearboxes used in turbines", ["slewing rings", "gearboxes"]),
    ],
)
def test_a_slot_lists_noun_phrases(slot: str, names: list[str]) -> None:
    assert [p.name for p in phrases(slot)] == names


def test_a_bracket_gives_another_name() -> None:
    assert phrases("碳氢树脂(PCH)")[0].aliases == ("PCH",)
    assert phrases("1,000V电缆")[0].name.endswith("电缆")  # a comma in a number parts nothing


def test_the_phrase_a_slot_ends_in_and_a_sentence_opens_with() -> None:
    last = last_phrase("自研的飞轮大模型")
    assert last is not None and last.name == "飞轮大模型"
    assert [p.name for p in opening("碳氢树脂介电性能优异，用于电路板。")][:1] != []
    assert opening("用于电路板。") == []
    assert [p.name for p in opening("粘接片/硅光模块成为主流。")] == ["粘接片", "硅光模块"]


@pytest.mark.parametrize(
    "name", ["谐波减速器", "飞轮大模型", "GX200", "slewing rings", "HBM3E内存"]
)
def test_names_of_technologies_are_plausible(name: str) -> None:
    assert plausible(name)


@pytest.mark.parametrize(
    "name", ["市场", "技术路线", "采用减速器", "不锈", "2025年减速器", "products", "价格优势", ""]
)
def test_what_names_nothing_is_not(name: str) -> None:
    assert not plausible(name)


def test_models_look_like_models() -> None:
    assert all(map(model_like, ("H100", "天神之眼A", "ADS 3.0", "朱雀三号", "飞轮系列")))
    assert not any(map(model_like, ("减速器", "turbine", "大模型")))


@given(st.text(alphabet="减速器的和、等（）()“”AB1 ,，大模型用于", max_size=40))
def test_phrases_stand_where_they_say(text: str) -> None:
    for phrase in phrases(text):
        assert 0 <= phrase.start <= phrase.end <= len(text)
        assert phrase.name
