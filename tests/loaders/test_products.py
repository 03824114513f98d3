"""Products with their makers, and what they use, by sentences of our own."""

from __future__ import annotations

import pytest
from telling import document, said, seconds_of

from loaders import introduce
from loaders.extract.products import read

LING, HE = "凌渊精密", "赫星汽车"


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("赫星汽车推出的星舟AI眼镜已经上市。", "星舟AI眼镜"),
        ("凌渊精密在2026年发布的Nimbus系列芯片销量居前。", "Nimbus系列芯片"),
        ("赫星汽车激光雷达已经装车。", "激光雷达"),
        ("赫星汽车（600999）激光雷达已经装车。", "激光雷达"),
        ("赫星汽车（688999.SH）HX200-S完成首飞。", "HX200-S"),
        ("赫星汽车成立已久，其“砚山-2号”发动机完成试车。", "砚山-2号"),
        ("凌渊精密开发的移动处理器已经上市。", "移动处理器"),
        ("凌渊精密LIO系统进入审批通道。", "LIO系统"),
        ("凌渊精密NavBook Plus Gen 3 Twist销量居前。", "NavBook Plus Gen 3 Twist"),
        ("国产芯片（如凌渊精密珞元、赫星汽车DCU）加速替代。", "珞元"),
        ("国产芯片（如凌渊精密珞元、赫星汽车DCU）加速替代。", "DCU"),
    ],
)
def test_what_stands_behind_its_maker_is_made_by_it(text: str, product: str) -> None:
    makers = {s for s, relation, o in said(text) if relation == "PRODUCES" and o == product}
    assert len(makers) == 1


@pytest.mark.parametrize(
    "text",
    [
        "凌渊精密创始人Ann Smith出席论坛。",
        "赫星汽车金融业务承压。",
        "凌渊精密股价上涨。",
        "凌渊精密3nm工艺代工价格上涨。",
        "凌渊精密教授Ann Smith出席论坛。",
        "赫星汽车获凌渊精密公司500架VE20订单。",
        "新建DRAM晶圆厂需要三年。",
        "赫星汽车科创板IPO终止。",
        "凌渊精密量产谐波减速器出货量增长。",
    ],
)
def test_an_aspect_of_a_company_is_none_of_its_products(text: str) -> None:
    assert not [s for s in said(text) if s[1] == "PRODUCES" and s[2] != "谐波减速器"]


@pytest.mark.parametrize(
    ("text", "product", "used"),
    [
        (
            "凌渊精密推出的星舟AI眼镜以低价入市，搭载赫星汽车AR芯片和摄像头。",
            "星舟AI眼镜",
            {"AR芯片", "摄像头"},
        ),
        ("凌渊精密发布的Nimbus处理器基于12A工艺，内置40 TOPS NPU。", "Nimbus处理器", {"12A工艺", "NPU"}),
        ("凌渊精密Nimbus S2利用智能助手自动分配任务。", "Nimbus S2", {"智能助手"}),
        ("VAS4.0：基于双塔架构，搭配高精地图。", "VAS4.0", {"双塔架构", "高精地图"}),
        ("星舟三号采用液氧甲烷发动机。", "星舟三号", {"液氧甲烷发动机"}),
        ("LVP5 用于加速器基板，采用无结节技术。", "LVP5", {"无结节技术"}),
        ("Gen4：规划由数据驱动，包括高精地图、激光雷达等模块。", "Gen4", {"高精地图", "激光雷达"}),
        ("Odd Reality G2采用了衍射光波导技术。", "Odd Reality G2", {"衍射光波导技术"}),
    ],
)  # fmt: skip
def test_a_product_uses_what_its_clauses_say(text: str, product: str, used: set[str]) -> None:
    assert used <= {o for s, relation, o in said(text) if (s, relation) == (product, "USES")}


@pytest.mark.parametrize(
    "text",
    [
        "凌渊精密Nimbus S2允许通过云端平台升级。",
        "凌渊精密Nimbus S2性能提升，赫星汽车采用激光雷达。",
    ],
)
def test_what_others_use_is_not_the_products(text: str) -> None:
    assert not [s for s in said(text) if s[0] == "Nimbus S2" and s[1] == "USES"]


def test_a_planned_product_uses_nothing_yet() -> None:
    found = said("凌渊精密计划量产的Nimbus系列芯片将采用石英布。")
    assert found[("Nimbus系列芯片", "USES", "石英布")][0] == "planned"


def test_a_long_line_is_read_in_no_time() -> None:
    def told(text: str) -> object:
        about = document(text)
        introduce.all_names(about)
        return list(read(about))

    assert seconds_of(told, "英伟达GB200采用液冷，", 20_000) < 3


SECTION = "# 光芯片行业点评\n\n## 海外厂商\n\n### 凌渊精密\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("800G 和 1.6T 收发器订单大幅增长。", {"800G收发器", "1.6T收发器"}),
        ("营收创新高，谐波减速器出货量同比提升。", {"谐波减速器"}),
        ("云端投资推动减速器、光连接器等产品需求增加。", {"光连接器"}),
        ("电力模块需求承压，光刻胶进入量产阶段。", {"电力模块", "光刻胶"}),
        ("九月开始送样 300 毫瓦激光器。", {"300 毫瓦激光器"}),
        ("公司将重点布局超低损耗光连接器及超高速光器件。", {"超低损耗光连接器", "超高速光器件"}),
        ("具备光芯片 + 光模块一站式能力。", {"光芯片", "光模块"}),
        ("产品覆盖 10G 到 800G 及以上速率光模块。", {"800G光模块"}),
    ],
)
def test_what_sells_in_a_company_s_own_part_is_its_goods(text: str, goods: set[str]) -> None:
    found = said(SECTION.format(text))
    made = {o for s, relation, o in found if (s, relation) == (LING, "PRODUCES")}
    assert goods <= {o.replace(" ", "") for o in made} | made


@pytest.mark.parametrize(
    "text",
    [
        "赫星汽车的激光雷达订单大幅增长。",
        "下游数据中心需求旺盛。",
        "2026Q1 出货量增长。",
        "已向 800G 光模块制造商交付产品。",
    ],
)
def test_what_others_sell_or_need_is_not_a_company_s_goods(text: str) -> None:
    assert not [s for s in said(SECTION.format(text)) if s[:2] == (LING, "PRODUCES")]


def test_a_source_sells_nothing_of_what_it_counts() -> None:
    assert not [s for s in said("凌渊精密数据显示，谐波减速器出货量增长。") if s[1] == "PRODUCES"]


def test_latin_names_that_head_parts_beside_companies_are_companies() -> None:
    text = SECTION.format("营收增长。") + "\n### Brisk\n\n谐波减速器出货量创新高。\n"
    assert ("Brisk", "PRODUCES", "谐波减速器") in said(text)


def test_a_company_s_place_in_a_chain_names_what_it_makes() -> None:
    rows = "|产业链位置|公司名称|成立时间|\n|---|---|---|\n"
    rows += "|存储芯片设计和制造|凌渊精密|1990|\n|微控制器MCU|赫星汽车|1992|\n"
    found = said(rows)
    assert (LING, "PRODUCES", "存储芯片") in found
    assert (HE, "PRODUCES", "MCU") in found


def test_what_stands_under_a_product_s_own_label_is_used_by_it() -> None:
    text = "## 凌渊精密\n\n* **朱鹮二号 (Ibis-2)**：\n    * 进展：中型火箭，采用液氧煤油发动机。\n"
    assert ("朱鹮二号", "USES", "液氧煤油发动机") in said(text)


def test_products_that_stand_for_models_use_what_these_do() -> None:
    text = "以凌渊精密、赫星汽车为代表的国产模型，通过创新的混合专家架构提升效率。"
    assert (HE, "USES", "混合专家模型") in said(text)


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("全球最大的谐波减速器厂商。", "谐波减速器"),
        ("6英寸磷化铟生产线投产。", "6英寸磷化铟生产线"),
        ("主要生产RAM,NAND和存储模组。", "存储模组"),
        ("为赫星汽车等提供金属打印设备。", "金属打印设备"),
        ("营收创新高。其参展的高速光模块采用多种方案。", "高速光模块"),
        ("磁悬子产品收入创新高。", "磁悬子"),
        ("募资用于飞轮大模型的量产。", "飞轮大模型"),
        ("朱鹮三号（液体捆绑）正在研发中。", "朱鹮三号"),
    ],
)
def test_a_company_s_part_tells_its_goods_in_many_ways(text: str, goods: str) -> None:
    assert (LING, "PRODUCES", goods) in said(SECTION.format(text))


def test_a_company_goes_by_what_stands_before_its_tail() -> None:
    text = "索澜思光电主营激光器。索澜思具备光芯片一站式能力。"
    assert ("索澜思光电", "PRODUCES", "光芯片") in said(text)


def test_whom_a_clause_takes_over_is_spoken_of_next() -> None:
    found = said("凌渊精密拟收购赫星汽车，其Nimbus3芯片已用于服务器。")
    assert {s for s, relation, o in found if o == "Nimbus3芯片"} == {HE}


HAS = """本节整理各家产品。

| 企业 | 类目 | 差异点 |
|---|---|---|
| 凌渊精密 | 桌面机器人 | 环境感知：支持语音交互，内置柔性传感器，计划搭载激光雷达 |
| 赫星汽车 | 智能头盔 | 多光谱成像，镜腿集成摄像头，首款量产机型 |
| 凌渊精密、赫星汽车 | 桌面耳机 | 支持手势追踪 |
| 砚山材料 | 保温箱 | 通过注塑方式成型电极，通过蓝牙连接手机 |
"""


def test_a_cell_of_features_tells_what_a_row_s_company_and_goods_have() -> None:
    told = said(HAS)
    for thing in ("语音交互", "柔性传感器"):
        assert (LING, "USES", thing) in told
        assert (thing, "PART_OF", "桌面机器人") in told
    assert (LING, "USES", "环境感知") not in told  # a label says what it is for
    assert {o for s, r, o in told if (s, r) == (HE, "USES")} == {"多光谱成像", "摄像头", "手势追踪"}


def test_a_feature_to_come_is_not_there_yet() -> None:
    assert said(HAS)[(LING, "USES", "激光雷达")][0] == "planned"


def test_the_manner_and_the_aim_of_what_is_done_are_no_features() -> None:
    assert {o for s, r, o in said(HAS) if (s, r) == ("砚山材料", "USES")} == {"蓝牙"}


def test_the_products_of_a_row_go_by_its_route() -> None:
    told = said(
        "各家进展如下。\n\n| 企业 | 核心产品 | 技术路线 |\n|---|---|---|\n"
        "| 凌渊精密 | Nimbus 7 | 端到端神经网络 |\n| 赫星汽车 | Terra 3 | 激光雷达 |\n"
    )
    assert ("Nimbus 7", "USES", "端到端神经网络") in told
    assert ("Terra 3", "USES", "端到端神经网络") not in told


@pytest.mark.parametrize(
    ("text", "product", "used"),
    [
        (
            "凌渊精密发布的GX100/GX200/HX80系列均采用晶圆级封装，单芯片集成1颗GPU+6颗存储芯片。",
            "GX200",
            {"晶圆级封装", "GPU", "存储芯片"},
        ),
        (
            "岚汐7号是一款巡检无人机。它配备了红外摄像头，并装有避障雷达。",
            "岚汐7号",
            {"红外摄像头"},
        ),
        ("岚汐7号是一款巡检无人机。该无人机还配有警示灯。", "岚汐7号", {"警示灯"}),
    ],
)
def test_a_product_uses_what_is_told_of_it_later(text: str, product: str, used: set[str]) -> None:
    found = {o for s, relation, o in said(text) if s == product and relation == "USES"}
    assert used <= found


def test_a_sentence_about_another_thing_is_not_about_the_product_before() -> None:
    found = said("岚汐7号是一款巡检无人机。赫星汽车配有警示灯。")
    assert ("岚汐7号", "USES", "警示灯") not in found


def test_what_is_licensed_is_made_by_who_licenses_it() -> None:
    assert ("凌渊精密", "PRODUCES", "LX-1324") in said("赫星汽车从凌渊精密引进LX-1324。")


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("凌渊精密依托云服务平台为用户提供信息服务。", "云服务平台"),
        ("凌渊精密凭借岚汐9号获得多份订单。", "岚汐9号"),
        ("凌渊精密计划通过可回收火箭部署千颗卫星。", "可回收火箭"),
    ],
)
def test_a_company_uses_what_it_works_by(text: str, means: str) -> None:
    assert ("凌渊精密", "USES", means) in said(text)


def test_an_advantage_is_no_means() -> None:
    assert not [s for s in said("凌渊精密凭借成本优势获得多份订单。") if s[1] == "USES"]


def test_notes_on_several_companies_are_each_about_its_own() -> None:
    found = said(
        "# 【机械-王某】凌渊精密：业绩符合预期\n\n公司继续研发智能调度平台。\n\n"
        "# 【汽车-王某】赫星汽车中报点评：收入增长\n\n公司推出车载语音助手。"
    )
    assert ("凌渊精密", "PRODUCES", "智能调度平台") in found
    assert ("赫星汽车", "PRODUCES", "车载语音助手") in found


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("- **凌渊精密**：客户众多；600 公斤级无人机完成演示验证。", "600 公斤级无人机"),
        (
            "- **凌渊精密**：客户众多，《UX低空航行系统》解决方案落地验证。",
            "UX低空航行系统解决方案",
        ),
        ("- **凌渊精密**：客户众多，LX216-S获适航证。", "LX216-S"),
        ("- **凌渊精密**：份额居前，主导存储芯片供应。", "存储芯片"),
        ("- **凌渊精密**：变频器起家，客户众多。", "变频器"),
        ("- **凌渊精密**：光模块订单超预期。", "光模块"),
        ("- **凌渊精密**：专注于开发机器人关节，员工不多。", "机器人关节"),
        ("图：凌渊精密规划的集装箱式数据中心", "集装箱式数据中心"),
        ("图：凌渊精密的光交换机实物", "光交换机"),
    ],
)
def test_a_label_or_caption_says_whose_goods_follow(text: str, goods: str) -> None:
    assert ("凌渊精密", "PRODUCES", goods) in said(text)


def test_a_plan_in_a_caption_is_planned() -> None:
    found = said("图：凌渊精密规划的集装箱式数据中心")
    assert found["凌渊精密", "PRODUCES", "集装箱式数据中心"][0] == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "- **凌渊精密**：25Q4 营收超预期。",
        "- **凌渊精密**：来自铁路系统的订单占比有望降低。",
        "- **赫星汽车**：砚山材料的电机起家早。",
    ],
)
def test_what_is_counted_for_a_company_is_not_all_its_goods(text: str) -> None:
    assert not [s for s in said(text) if s[:2] in {(LING, "PRODUCES"), (HE, "PRODUCES")}]
