"""Graphs to ask: one that has an answer to every question of the library, and random ones."""

from __future__ import annotations

from books import Book
from hypothesis import strategies as st

from kg.model import Modality
from kg.ontology import Ontology

# What people call their companies, and what somebody may call one to break in.
NASTY = (
    "It's \"quoted\"", "back`tick`", "}) DETACH DELETE n //", "\\u0027 OR 1=1", "line\nbreak",
    "$name", "{id: 1}", "🚀 火箭", "'; DROP CONSTRAINT chainatlas_id; //", "A" * 10_000,
)  # fmt: skip


def chain() -> Book:
    """A supply chain of three tiers with items, tiers of an industry, places and a policy."""
    return (
        Book("chain.md")
        .says("矿山甲向材料乙供应石英砂。", "Company 矿山甲", "SUPPLIES", "Company 材料乙|Material B", qualifiers={"item": "石英砂"}, confidence=0.9)
        .says("材料乙向芯片丙供应硅片。", "Company 材料乙", "SUPPLIES", "Company 芯片丙", qualifiers={"item": "硅片"}, confidence=0.8)
        .says("材料丁也向芯片丙供应硅片。", "Company 材料丁", "SUPPLIES", "Company 芯片丙", qualifiers={"item": "硅片"}, confidence=0.7)
        .says("材料丁向芯片戊供应硅片。", "Company 材料丁", "SUPPLIES", "Company 芯片戊", qualifiers={"item": "硅片"}, confidence=0.75)
        .says("芯片丙向整车己供应算力芯片。", "Company 芯片丙", "SUPPLIES", "Company 整车己", qualifiers={"item": "算力芯片"}, confidence=0.85)
        .says("芯片戊向整车己供应算力芯片。", "Company 芯片戊", "SUPPLIES", "Company 整车己", qualifiers={"item": "算力芯片"}, confidence=0.6)
        .says("芯片丙向整车庚供应座舱芯片。", "Company 芯片丙", "SUPPLIES", "Company 整车庚", qualifiers={"item": "座舱芯片"}, confidence=0.65)
        .says("矿山甲直接向芯片丙供应石英砂。", "Company 矿山甲", "SUPPLIES", "Company 芯片丙", qualifiers={"item": "石英砂"}, confidence=0.5)
        .says("材料乙与材料丁同处上游。", "Company 材料乙", "IN_TIER", "Tier 芯片/上游")
        .says("材料丁位列上游企业。", "Company 材料丁", "IN_TIER", "Tier 芯片/上游")
        .says("芯片产业链的上游。", "Tier 芯片/上游", "TIER_OF", "Industry 芯片")
        .says("材料乙与材料丁竞争。", "Company 材料乙", "COMPETES_WITH", "Company 材料丁")
        .says("矿山甲位于甲国。", "Company 矿山甲", "LOCATED_IN", "Place 甲国")
        .says("材料丁位于甲国。", "Company 材料丁", "LOCATED_IN", "Place 甲国")
        .says("芯片丙位于中国。", "Company 芯片丙", "LOCATED_IN", "Place 中国")
        .says("芯片戊位于乙国。", "Company 芯片戊", "LOCATED_IN", "Place 乙国")
        .says("《出口条例》限制光刻。", "Policy 出口条例", "RESTRICTS", "Technology 光刻", confidence=0.9)
        .says("《芯片规划》支持芯片。", "Policy 芯片规划", "SUPPORTS", "Industry 芯片")
        .says("《芯片规划》由工信委发布。", "Policy 芯片规划", "ISSUED_BY", "Institution 工信委")
    )  # fmt: skip


def stack() -> Book:
    """Technologies with layers, generations and substitutes, and who makes and uses them."""
    return (
        Book("stack.md")
        .says("芯片丙采用光刻。", "Company 芯片丙", "USES", "Technology 光刻", confidence=0.8)
        .says("设备辛生产光刻设备。", "Company 设备辛", "PRODUCES", "Technology 光刻设备", confidence=0.95)
        .says("光刻设备是光刻的一部分。", "Technology 光刻设备", "PART_OF", "Technology 光刻")
        .says("光源是光刻设备的部件。", "Technology 光源", "PART_OF", "Technology 光刻设备")
        .says("芯片丙推出一代卡。", "Company 芯片丙", "PRODUCES", "Product 一代卡")
        .says("芯片丙推出二代卡。", "Company 芯片丙", "PRODUCES", "Product 二代卡", confidence=0.7)
        .says("芯片戊计划推出二代卡。", "Company 芯片戊", "PRODUCES", "Product 二代卡", modality="planned")
        .says("二代卡接替一代卡。", "Product 二代卡", "SUCCEEDS", "Product 一代卡")
        .says("三代卡将接替二代卡。", "Product 三代卡", "SUCCEEDS", "Product 二代卡", modality="planned")
        .says("整车己采用二代卡。", "Company 整车己", "USES", "Product 二代卡")
        .says("整车己采用一代卡。", "Company 整车己", "USES", "Product 一代卡", confidence=0.9)
        .says("整车庚采用一代卡。", "Company 整车庚", "USES", "Product 一代卡", confidence=0.6)
        .says("高速缓存是存储层级的第一层。", "Technology 高速缓存", "LAYER_OF", "Technology 存储层级", qualifiers={"position": "1"})
        .says("堆叠内存是存储层级的第二层。", "Technology 堆叠内存", "LAYER_OF", "Technology 存储层级", qualifiers={"position": "2"})
        .says("存储壬生产堆叠内存。", "Company 存储壬", "PRODUCES", "Technology 堆叠内存")
        .says("二代卡搭载堆叠内存。", "Product 二代卡", "USES", "Technology 堆叠内存")
        .says("堆叠内存可替代普通内存。", "Technology 堆叠内存", "SUBSTITUTES", "Technology 普通内存", modality="potential", confidence=0.6)
        .says("整车庚采用普通内存。", "Company 整车庚", "USES", "Technology 普通内存")
        .says("芯片丙用于芯片行业。", "Company 芯片丙", "ACTIVE_IN", "Industry 芯片")
        .says("光刻应用于芯片行业。", "Technology 光刻", "ACTIVE_IN", "Industry 芯片")
    )  # fmt: skip


def money() -> Book:
    """Deals, who invests in whom, and figures that can be compared."""
    return (
        Book("money.md")
        .says("整车己投资芯片丙。", "Company 整车己", "INVESTS_IN", "Company 芯片丙")
        .says("基金癸投资材料乙。", "Company 基金癸", "INVESTS_IN", "Company 材料乙", confidence=0.9)
        .finances("芯片丙完成B轮融资2亿元，基金癸领投。", "Company 芯片丙", round="B轮", date="2025-03", amount="2亿元", investors=["Company 基金癸", "Company 整车己"], leads=["Company 基金癸"])
        .finances("材料乙完成A轮融资。", "Company 材料乙", round="A轮", date="2024-11", investors=["Company 基金癸"])
        .finances("存储壬完成B轮融资。", "Company 存储壬", round="B轮", investors=["Institution 高校子"])
        .counts("甲研究预计2030年芯片规模100亿元。", "Industry 芯片", "规模", 100.0, period="2030", sources=["Institution 甲研究"], base_value=1e10, base_unit="CNY")
        .counts("乙研究预计2030年芯片规模150亿元。", "Industry 芯片", "规模", 150.0, period="2030", sources=["Institution 乙研究"], base_value=1.5e10, base_unit="CNY")
        .counts("甲研究曾预计2024年芯片规模60至80亿元。", "Industry 芯片", "规模", (60.0, 80.0), period="2024", sources=["Institution 甲研究"], base_value=(6e9, 8e9), base_unit="CNY")
        .counts("2024年芯片规模为50亿元。", "Industry 芯片", "规模", 50.0, kind="observation", period="2024", base_value=5e9, base_unit="CNY")
        .counts("2024年光刻国产化率为12%。", "Technology 光刻", "国产化率", 12.0, kind="observation", period="2024", unit="%")
    )  # fmt: skip


def doubts() -> Book:
    """A later report that confirms, moves and denies what the others say."""
    return (
        Book("doubts.md")
        .says("材料乙仍向芯片丙供应硅片。", "Company 材料乙", "SUPPLIES", "Company 芯片丙", qualifiers={"item": "硅片"}, confidence=0.6)
        .says("材料丁否认向芯片丙供货。", "Company 材料丁", "SUPPLIES", "Company 芯片丙", modality="denied", confidence=0.8)
        .says("传芯片戊不再向整车己供货。", "Company 芯片戊", "SUPPLIES", "Company 整车己", modality="rumoured", confidence=0.4)
        .says("新厂丑拟向整车庚供应座舱芯片。", "Company 新厂丑", "SUPPLIES", "Company 整车庚", modality="planned", qualifiers={"item": "座舱芯片"})
    )  # fmt: skip


def nasty() -> Book:
    """Names that would do harm if they were ever pasted into a query."""
    book = Book("nasty'`.md")
    for number, name in enumerate(NASTY):
        book.says(f"{name} supplies the next, sentence {number}.", f"Company {name}", "SUPPLIES",
                  f"Company {NASTY[(number + 1) % len(NASTY)]}", qualifiers={"item": name})  # fmt: skip
    return book


# Letters beyond the first plane sort differently by code point and by UTF-16.
_NAMES = st.text(st.sampled_from("甲乙丙abcZ`'\"\\{}$￥🚀"), min_size=1, max_size=3)
_CLASSES = (
    "Company",
    "Company",
    "Company",
    "Technology",
    "Product",
    "Industry",
    "Place",
    "Policy",
    "Tier",
)


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A report that states some relations between a few things, all that the ontology allows."""
    ontology = Ontology.shipped()
    pairs = st.tuples(st.sampled_from(_CLASSES), _NAMES.map(lambda name: f"n{name}"))
    things = draw(st.lists(pairs, min_size=3, max_size=9, unique=True))
    book = Book(f"{draw(_NAMES)}.md")
    for number in range(draw(st.integers(2, 24))):
        subject, object = draw(st.sampled_from(things)), draw(st.sampled_from(things))
        allowed = [r for r in ontology.relations if ontology.allows(r, subject[0], object[0])]
        if subject == object or not allowed:
            continue
        book.says(
            f"Sentence {number}.", " ".join(subject), draw(st.sampled_from(allowed)),
            " ".join(object), modality=draw(st.sampled_from(list(Modality))),
            confidence=draw(st.sampled_from([0.3, 0.5, 0.75, 0.9])),
            qualifiers=draw(st.sampled_from([{}, {"item": "x"}, {"item": "y"}])),
        )  # fmt: skip
    return book
