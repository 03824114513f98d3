"""Tables with companies of two sides, with groups and their members, with lists beside lists."""

from __future__ import annotations

from telling import said

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"


def table(*rows: str) -> str:
    lines = [f"| {' | '.join(row.split(','))} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0].split(",")))
    return "\n".join(lines)


def test_companies_of_both_sides_make_what_the_row_is_about() -> None:
    found = said(table("部件,海外龙头,国内厂商", f"力矩传感器,{YAN},{LING}", f"丝杠,{YAN},{HE}"))
    assert (LING, "PRODUCES", "力矩传感器") in found
    assert (YAN, "PRODUCES", "力矩传感器") in found
    assert (LING, "PRODUCES", "丝杠") not in found


def test_another_company_in_a_row_makes_nothing_of_it() -> None:
    found = said(table("公司,产品,主机厂", f"{LING},力矩传感器,{HE}", f"{YAN},覆铜板,{HE}"))
    assert not [s for s in found if s[0] == HE and s[1] == "PRODUCES"]


def test_a_group_has_parts_or_kinds() -> None:
    parts = said(table("系统,零部件", "动力系统,伺服电机、螺旋桨", "航电系统,飞控模块"))
    assert ("螺旋桨", "PART_OF", "动力系统") in parts
    assert ("螺旋桨", "PART_OF", "航电系统") not in parts
    kinds = said(table("产品类别,代表产品", "减速器,谐波减速器、行星减速器", "电机,伺服电机"))
    assert ("行星减速器", "TYPE_OF", "减速器") in kinds


def test_a_list_beside_a_list_does_not_say_who_makes_what() -> None:
    rows = ("零部件,公司", f"伺服电机、螺旋桨,{LING}、{YAN}", f"力矩传感器,{LING}、{HE}")
    made = {s for s in said(table(*rows)) if s[1] == "PRODUCES"}
    assert (LING, "PRODUCES", "螺旋桨") not in made
    assert {(LING, "PRODUCES", "力矩传感器"), (HE, "PRODUCES", "力矩传感器")} <= made


def test_a_column_of_companies_and_products_tells_them_apart() -> None:
    rows = (
        "| 企业/产品 | 类目 |\n|---|---|\n| Farbeam (Zorix) | AI 相机 |\n"
        "| Quillon L7 | AI 可穿戴相机 |\n| Marlow | AI 音箱 |\n"
    )
    found = set(said(rows))
    assert ("Farbeam", "PRODUCES", "Zorix") in found
    assert ("Zorix", "TYPE_OF", "AI 相机") in found
    assert ("Quillon L7", "TYPE_OF", "AI 可穿戴相机") in found
    assert ("Quillon L7", "PRODUCES", "AI 可穿戴相机") not in found
    assert ("Marlow", "PRODUCES", "AI 音箱") in found
