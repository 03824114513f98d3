"""Chinese clauses: every frame of the grammar, by sentences of our own."""

from __future__ import annotations

import pytest
from telling import matching, said

from loaders.extract.clauses.frames import frames

LING, HE, YAN = "凌渊精密", "赫星汽车", "砚山材料"
GEAR = "谐波减速器"
SOLD = (LING, "SUPPLIES", HE)
MADE = (LING, "PRODUCES", GEAR)

# frame, sentence, what it says
TOLD: list[tuple[str, str, tuple[str, str, str]]] = [
    ("supply-to", "凌渊精密为赫星汽车供应谐波减速器。", SOLD),
    ("supply-item-first", "凌渊精密的谐波减速器产品已为赫星汽车独家配套。", SOLD),
    ("supply-into", "凌渊精密的谐波减速器进入赫星汽车供应链。", SOLD),
    ("supplier-is", "凌渊精密是赫星汽车谐波减速器的核心供应商。", SOLD),
    ("buy-from", "赫星汽车向凌渊精密采购谐波减速器。", SOLD),
    ("sourced-from", "赫星汽车的谐波减速器主要采购自凌渊精密。", SOLD),
    ("supplied-by", "赫星汽车的谐波减速器由凌渊精密独家供应。", SOLD),
    ("suppliers-include", "赫星汽车的减速器供应商包括凌渊精密、砚山材料。", (YAN, "SUPPLIES", HE)),
    ("suppliers-later", "赫星汽车产销两旺，主要供应商包括凌渊精密。", SOLD),
    ("customers-include", "凌渊精密的主要客户包括赫星汽车。", SOLD),
    ("customers-include-later", "凌渊精密深耕减速器，主要客户包括赫星汽车。", SOLD),
    ("named-supplier", "凌渊精密近日获得赫星汽车谐波减速器项目定点。", SOLD),
    ("adopts-of", "赫星汽车新车采用凌渊精密的谐波减速器。", SOLD),
    ("adopted-by", "凌渊精密的谐波减速器已被赫星汽车采用。", SOLD),
    ("foundry-for", "赫星汽车委托凌渊精密代工。", SOLD),
    ("undertakes", "凌渊精密包揽赫星汽车的减速器订单。", SOLD),
    ("license-from", "赫星汽车从凌渊精密引进谐波减速器。", SOLD),
    ("license-to", "凌渊精密把谐波减速器授权给赫星汽车。", SOLD),
    ("sampling-at", "凌渊精密扩产，谐波减速器正在赫星汽车送样。", SOLD),
    ("subsidiary", "凌渊精密全资子公司砚山材料已投产。", (LING, "OWNS", YAN)),
    ("subsidiary-of", "砚山材料是凌渊精密的全资子公司。", (LING, "OWNS", YAN)),
    ("sets-up", "凌渊精密成立全资子公司砚山材料。", (LING, "OWNS", YAN)),
    ("found-company", "凌渊精密与赫星汽车共同出资设立砚山材料。", (YAN, "FOUNDED_BY", HE)),
    ("founded-by", "砚山材料由凌渊精密创立。", (YAN, "FOUNDED_BY", LING)),
    ("partner", "凌渊精密近日宣布与赫星汽车达成合作。", (LING, "PARTNERS_WITH", HE)),
    ("partner-group", "凌渊精密、赫星汽车联合成立实验室。", (LING, "PARTNERS_WITH", HE)),
    ("make", "凌渊精密推出谐波减速器。", MADE),
    ("make-and", "凌渊精密扩建厂房，并推出谐波减速器。", MADE),
    ("made-by", "谐波减速器由凌渊精密自主研发。", MADE),
    ("self-made", "赫星汽车发布凌渊精密自主研发的谐波减速器。", MADE),
    ("self-made-and", "凌渊精密历经多年，自主研制的谐波减速器填补空白。", MADE),
    ("of-own", "凌渊精密掌握核心环节，谐波减速器为自研自产。", MADE),
    ("own-product", "凌渊精密的谐波减速器已通过测试。", MADE),
    ("makers-of", "国内谐波减速器龙头凌渊精密扩建厂房。", MADE),
    ("makers-such", "凌渊精密、砚山材料等谐波减速器厂商扩建厂房。", MADE),
    ("area-suppliers", "谐波减速器领域，主要供应商包括凌渊精密、砚山材料。", MADE),
    ("leads-in", "凌渊精密占全球谐波减速器市场份额较高。", MADE),
    ("is-maker", "凌渊精密是国内领先的谐波减速器制造商。", MADE),
    ("supplies-what", "凌渊精密主要销售谐波减速器。", MADE),
    ("approved", "凌渊精密谐波减速器实现量产。", MADE),
    ("use", "赫星汽车采用激光雷达。", (HE, "USES", "激光雷达")),
    ("use-and", "赫星汽车推出新车，并采用激光雷达。", (HE, "USES", "激光雷达")),
    ("use-of-product", "星舟X9搭载激光雷达。", ("星舟X9", "USES", "激光雷达")),
    ("named-product-uses", "赫星汽车星舟车型搭载激光雷达。", ("赫星汽车星舟车型", "USES", "激光雷达")),
    ("based-on", "飞轮大模型基于稀疏注意力架构。", ("飞轮大模型", "USES", "稀疏注意力架构")),
    ("allots", "凌渊精密将新产能分配给谐波减速器。", MADE),
    ("turns-to", "凌渊精密、砚山材料等公司从行星减速器向谐波减速器转型。", MADE),
    ("own-technique", "凌渊精密的精密磨削技术处于第一梯队。", (LING, "USES", "精密磨削技术")),
    ("area-leads", "在谐波减速器领域，凌渊精密占据优势。", MADE),
    ("adds-to", "赫星汽车为飞轮大模型新增视觉导航模块。", ("飞轮大模型", "USES", "视觉导航模块")),
    ("adds", "赫星汽车为飞轮大模型新增视觉导航模块。", (HE, "PRODUCES", "视觉导航模块")),
    ("lays-out", "凌渊精密积极布局谐波减速器。", MADE),
    ("produced-with", "赫星汽车坚持纯视觉路线。", (HE, "USES", "纯视觉路线")),
    ("powered", "赫星汽车通过云端数据平台训练算法。", (HE, "USES", "云端数据平台")),
    ("has-technique", "凌渊精密掌握精密磨削工艺。", (LING, "USES", "精密磨削工艺")),
    ("part-of", "交叉滚子轴承是谐波减速器的核心零部件。", ("交叉滚子轴承", "PART_OF", GEAR)),
    ("part-of-making", "光刻胶是制造逻辑芯片的关键材料。", ("光刻胶", "PART_OF", "逻辑芯片")),
    ("core-of", "波发生器是谐波减速器的“心脏”。", ("波发生器", "PART_OF", GEAR)),
    ("serves-as", "作为谐波减速器核心零部件的柔性轴承已经涨价。", ("柔性轴承", "PART_OF", GEAR)),
    ("steps-of", "在逻辑芯片制造中，光刻与刻蚀是最关键的工艺环节，光刻又最贵，逻辑芯片靠光刻。", ("光刻", "PART_OF", "逻辑芯片")),
    ("composed-of", "两家实验室做出由柔轮、刚轮和波发生器组成的谐波减速器。", ("刚轮", "PART_OF", GEAR)),
    ("made-into", "碳化硅纤维制成的风扇叶片更耐高温。", ("碳化硅纤维", "PART_OF", "风扇叶片")),
    ("makes-into", "碳氢树脂可制作高频基板。", ("碳氢树脂", "PART_OF", "高频基板")),
    ("based-in", "防弹陶瓷板以碳化硼为主要原料。", ("碳化硼", "PART_OF", "防弹陶瓷板")),
    ("based-in-whole", "以行星滚柱丝杠为核心的线性执行器更紧凑。", ("行星滚柱丝杠", "PART_OF", "线性执行器")),
    ("built-with", "厂商展出配备激光雷达的扫地机器人。", ("激光雷达", "PART_OF", "扫地机器人")),
    ("works-by", "液冷机柜通过微通道冷板实现散热。", ("微通道冷板", "PART_OF", "液冷机柜")),
    ("set-into", "功率模块把碳化硅芯片焊接在陶瓷基板上。", ("碳化硅芯片", "PART_OF", "功率模块")),
    ("set-onto", "功率模块把碳化硅芯片焊接在陶瓷基板上。", ("陶瓷基板", "PART_OF", "功率模块")),
    ("set-by", "功率模块把芯片通过银烧结层焊接在陶瓷基板上。", ("银烧结层", "PART_OF", "功率模块")),
    ("core-lies", "线性执行器的核心在于行星滚柱丝杠。", ("行星滚柱丝杠", "PART_OF", "线性执行器")),
    ("has-parts-listed", "谐波减速器的三大核心部件柔轮、刚轮和波发生器均已国产。", ("刚轮", "PART_OF", GEAR)),
    ("rests-on-parts", "工业机器人的性能取决于核心零部件，主要包括减速器、伺服电机和控制器。", ("伺服电机", "PART_OF", "工业机器人")),
    ("in-use-in", "在储能变流器、车载充电器等应用中，碳化硅芯片能降低损耗。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("laid-on", "工人在电池隔膜表面涂覆陶瓷涂层。", ("陶瓷涂层", "PART_OF", "隔膜")),
    ("lets", "碳化硅芯片可使储能变流器损耗减半。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("moves-to", "高速交换板由K7向K8升级。", ("K8", "PART_OF", "高速交换板")),
    ("decides", "碳化硅芯片的可靠性直接决定储能变流器的寿命。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("within", "正交背板架构下光引擎用量翻倍。", ("光引擎", "PART_OF", "正交背板架构")),
    ("level-turns-to", "K9级材料转向碳氢树脂。", ("碳氢树脂", "PART_OF", "K9级材料")),
    ("goes-with", "储能变流器搭配碳化硅芯片。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("in-field-of", "在储能变流器领域，凌渊精密的碳化硅芯片具有优势。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("relies-on", "国内储能变流器主要依赖凌渊精密的碳化硅芯片。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("by-means", "赫星汽车通过知识蒸馏、剪枝等技术，推出了轻量化大模型。", ("剪枝", "PART_OF", "轻量化大模型")),
    ("key-parts", "谐波减速器：结构紧凑，关键部件包括柔轮、刚轮和波发生器。", ("柔轮", "PART_OF", GEAR)),
    ("wound-of", "高压储氢瓶主要用塑料内胆和碳纤维缠绕。", ("碳纤维", "PART_OF", "高压储氢瓶")),
    ("wants-more", "储能变流器规模更大，对碳化硅芯片的需求翻倍。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("enables", "碳化硅芯片进入量产阶段，支撑储能变流器快速放量。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("gives-way", "厂商用碳化硅芯片替代传统光模块的硅基芯片。", ("硅基芯片", "PART_OF", "传统光模块")),
    ("mixes-in", "高频基板为有机物，需添加阻燃剂。", ("阻燃剂", "PART_OF", "高频基板")),
    ("joined-with", "高频基板由铜箔压合，再与陶瓷胶膜交替层压成型。", ("陶瓷胶膜", "PART_OF", "高频基板")),
    ("drives-need", "储能电池扩容带动阻燃胶膜需求。", ("阻燃胶膜", "PART_OF", "储能电池")),
    ("meets-need", "碳化硅芯片可满足车载充电机、储能变流器等产品的要求。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("made-for", "去年起为储能变流器供应碳化硅芯片。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("made-of", "谐波减速器由柔轮、刚轮和波发生器组成。", ("柔轮", "PART_OF", GEAR)),
    ("has-parts", "谐波减速器的核心零部件包括柔轮、刚轮和波发生器。", ("刚轮", "PART_OF", GEAR)),
    ("used-in", "碳氢树脂可用于航空航天领域。", ("碳氢树脂", "ACTIVE_IN", "航空航天")),
    ("applied-in", "谐波减速器已在工业机器人、医疗器械等领域实现应用。", (GEAR, "ACTIVE_IN", "医疗器械")),
    ("spread-in", "碳纤维在风电叶片中广泛应用。", ("碳纤维", "ACTIVE_IN", "风电叶片")),
    ("products-in", "凌渊精密深耕多年，产品广泛应用于风电设备。", (LING, "ACTIVE_IN", "风电设备")),
    ("active", "凌渊精密布局人形机器人领域。", (LING, "ACTIVE_IN", "人形机器人")),
    ("type-of", "谐波减速器是减速器的一种。", (GEAR, "TYPE_OF", "减速器")),
    ("order-given", "赫星汽车已把谐波减速器订单授予凌渊精密。", SOLD),
    ("supplied-to", "凌渊精密的谐波减速器已供应给赫星汽车。", SOLD),
    ("are-all", "仿星器和托卡马克都属于磁约束装置。", ("仿星器", "TYPE_OF", "磁约束装置")),
    ("is-a", "仿星器属于磁约束装置。", ("仿星器", "TYPE_OF", "磁约束装置")),
    ("succeed", "飞轮二代芯片接替飞轮一代芯片。", ("飞轮二代芯片", "SUCCEEDS", "飞轮一代芯片")),
    ("substitute", "行星滚柱丝杠替代滚珠丝杠。", ("行星滚柱丝杠", "SUBSTITUTES", "滚珠丝杠")),
    ("replaced-by", "滚珠丝杠将逐步被行星滚柱丝杠取代。", ("行星滚柱丝杠", "SUBSTITUTES", "滚珠丝杠")),
    ("stands-in-for", "行星滚柱丝杠是滚珠丝杠的理想替代方案。", ("行星滚柱丝杠", "SUBSTITUTES", "滚珠丝杠")),
    ("given-up-for", "该车放弃激光雷达，采用毫米波雷达。", ("毫米波雷达", "SUBSTITUTES", "激光雷达")),
    ("shift", "方案从滚珠丝杠向行星滚柱丝杠演进。", ("行星滚柱丝杠", "SUBSTITUTES", "滚珠丝杠")),
    ("joins-hands", "凌渊精密已适配砚山材料大模型。", (LING, "PARTNERS_WITH", YAN)),
    ("shift", "滚珠丝杠逐步转向行星滚柱丝杠。", ("行星滚柱丝杠", "SUBSTITUTES", "滚珠丝杠")),
    ("layer", "缓存是存储层级的第二层。", ("缓存", "LAYER_OF", "存储层级")),
    ("next-of", "飞轮二代芯片是飞轮一代芯片的下一代产品。", ("飞轮二代芯片", "SUCCEEDS", "飞轮一代芯片")),
    ("is-player", "凌渊精密是国内人形机器人领域的代表企业。", (LING, "ACTIVE_IN", "人形机器人")),
    ("located", "凌渊精密总部位于德国。", (LING, "LOCATED_IN", "德国")),
    ("place-of", "德国企业凌渊精密扩建厂房。", (LING, "LOCATED_IN", "德国")),
    ("goods-to", "凌渊精密的谐波减速器已批量供应赫星汽车。", SOLD),
    ("goods-named", "凌渊精密谐波减速器获得赫星汽车定点。", SOLD),
    ("takes-on", "凌渊精密承接赫星汽车整车控制器组装业务。", SOLD),
    ("partner-before", "与凌渊精密合作四年后，赫星汽车扩建厂房。", (HE, "PARTNERS_WITH", LING)),
    ("partner-act", "凌渊精密与赫星汽车合作打造试点产线。", (LING, "PARTNERS_WITH", HE)),
    ("compete-in", "凌渊精密与砚山材料在减速器市场竞争激烈。", (LING, "COMPETES_WITH", YAN)),
    ("mounted-on", "激光雷达已搭载于星舟X9。", ("星舟X9", "USES", "激光雷达")),
    ("in-field", "凌渊精密在谐波减速器领域保持领先。", MADE),
    ("players-are", "谐波减速器主要玩家为凌渊精密。", MADE),
    ("held-by", "凌渊精密长期垄断全球谐波减速器市场。", MADE),
    ("only-maker", "凌渊精密是全球唯一的谐波减速器供应商。", MADE),
    ("whole-chain", "凌渊精密打通人形机器人全产业链。", (LING, "ACTIVE_IN", "人形机器人")),
    ("works-on", "凌渊精密深耕谐波减速器多年。", MADE),
    ("works-on-and", "凌渊精密扩建厂房，发力谐波减速器、力矩传感器。", MADE),
    ("takes-so-many", "一台四足机器人需要14个行星滚柱丝杠。", ("行星滚柱丝杠", "PART_OF", "四足机器人")),
    ("focus-on", "凌渊精密专注人形机器人赛道。", (LING, "ACTIVE_IN", "人形机器人")),
    ("puts-to-use", "赫星汽车利用激光雷达优化泊车。", (HE, "USES", "激光雷达")),
    ("assembled-of", "飞轮模块由两颗处理器芯片封装而成。", ("处理器芯片", "PART_OF", "飞轮模块")),
    ("holds-parts", "关节模组包含谐波减速器、力矩传感器。", ("力矩传感器", "PART_OF", "关节模组")),
    ("packs-together", "CPO将光引擎与交换芯片共封装。", ("光引擎", "PART_OF", "CPO")),
    ("routes-are", "减速器主流技术路线包括谐波、行星和摆线。", ("摆线", "TYPE_OF", "减速器")),
    ("belongs-to", "谐波减速器是精密部件，属于减速器的一种。", (GEAR, "TYPE_OF", "减速器")),
    ("born-in", "总部位于德国的减速器企业凌渊精密扩建厂房。", (LING, "LOCATED_IN", "德国")),
    ("holds-orders", "凌渊精密几乎包揽赫星汽车绝大部分谐波减速器订单。", SOLD),
    ("design-partner", "赫星汽车减速器背后的设计伙伴是凌渊精密。", SOLD),
    ("held-by-whom", "谐波减速器市场长期被凌渊精密等企业把持。", MADE),
    ("share-in", "凌渊精密在谐波减速器上拿走六成以上份额。", MADE),
    ("share-of", "凌渊精密占全球谐波减速器市场约三成。", MADE),
    ("ranks-in", "凌渊精密稳居国内谐波减速器市场前三。", MADE),
    ("own-share", "凌渊精密谐波减速器的市占率为三成。", MADE),
    ("first-made-by", "谐波减速器领域国内最早实现量产的是凌渊精密。", MADE),
    ("breaks-hold", "凌渊精密打破了赫星汽车的长期垄断。", (LING, "COMPETES_WITH", HE)),
    ("goods-at", "凌渊精密谐波减速器已在赫星汽车客户端放量。", SOLD),
    ("made-at", "赫星汽车的车载芯片在凌渊精密流片。", SOLD),
    ("serves", "凌渊精密长期供货赫星汽车。", SOLD),
    ("range-of", "凌渊精密业绩向好，产品涵盖谐波减速器、丝杠。", MADE),
    ("taken-up-by", "谐波减速器被凌渊精密广泛采纳。", (LING, "USES", GEAR)),
    ("comes-from", "谐波减速器均出自凌渊精密。", MADE),
    ("carried", "工业机器人搭载的谐波减速器由凌渊精密制造。", (GEAR, "PART_OF", "工业机器人")),
    ("is-its", "谐波减速器是凌渊精密专为欧洲客户打造的新品。", MADE),
    ("for-example", "减速器主要以谐波减速器和行星减速器为代表。", (GEAR, "TYPE_OF", "减速器")),
    ("cannot-without", "工业机器人离不开谐波减速器。", (GEAR, "PART_OF", "工业机器人")),
    ("by-its-own", "凌渊精密的减速器由旗下砚山材料制造。", (LING, "OWNS", YAN)),
    ("own-sells", "凌渊精密谐波减速器批量供货多家机器人厂商。", MADE),
    ("buys-of", "赫星汽车明显加大对凌渊精密丝杠的采购力度。", SOLD),
    ("buys-up", "凌渊精密纷纷抢购谐波减速器。", (LING, "USES", GEAR)),
    ("partners-are", "凌渊精密在外设厂，合资方包括赫星汽车。", (LING, "PARTNERS_WITH", HE)),
    ("tie-in", "凌渊精密、赫星汽车分庭抗礼。", (LING, "COMPETES_WITH", HE)),
    ("label-goods", "凌渊精密：谐波减速器龙头，去年上市。", MADE),
    ("label-model", "赫星汽车：飞轮三号采用激光雷达。", (HE, "PRODUCES", "飞轮三号")),
    ("label-part", "波发生器：谐波减速器的核心部件。", ("波发生器", "PART_OF", GEAR)),
    ("put-into", "力矩传感器已嵌入关节模组。", ("力矩传感器", "PART_OF", "关节模组")),
    ("chief-product", "凌渊精密去年上市，代表产品是谐波减速器。", MADE),
    ("fit-as", "铌酸锂薄膜适合做电光调制器的衬底。", ("铌酸锂薄膜", "PART_OF", "电光调制器")),
    ("tier-one", "凌渊精密去年上市，是赫星汽车Tier1。", SOLD),
    ("takes-apart", "四足机器人可拆解为驱动系统、感知系统和控制系统三大块。", ("感知系统", "PART_OF", "四足机器人")),
    ("chiefly", "关节模组仍以谐波减速器为主。", (GEAR, "PART_OF", "关节模组")),
    ("uses-mostly", "关节模组多用谐波减速器。", (GEAR, "PART_OF", "关节模组")),
    ("changes-to", "储能变流器开始改用碳化硅芯片。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("cannot-do-without", "关节模组离不开谐波减速器。", (GEAR, "PART_OF", "关节模组")),
    ("hardest", "谐波减速器里最难做的是柔性轴承。", ("柔性轴承", "PART_OF", GEAR)),
    ("shares-cost", "储能电池成本中，正极材料约占四成。", ("正极材料", "PART_OF", "储能电池")),
    ("shares-rest", "储能电池成本中，正极材料占四成，其次是电解液和隔膜。", ("电解液", "PART_OF", "储能电池")),
    ("costs-of", "正极材料占储能电池总成本近四成。", ("正极材料", "PART_OF", "储能电池")),
    ("called-together", "柔轮、刚轮、波发生器合称谐波减速器“三大件”。", ("刚轮", "PART_OF", GEAR)),
    ("goes-into", "巡检机器人已走进变电站。", ("巡检机器人", "ACTIVE_IN", "变电站")),
    ("aims-at", "巡检机器人主打电网场景。", ("巡检机器人", "ACTIVE_IN", "电网")),
    ("own-later", "凌渊精密去年上市，核心是自研的谐波减速器。", MADE),
    ("thing-then-makers", "谐波减速器是机器人关节的核心部件，国内凌渊精密已批量供货。", MADE),
    ("joint-venture", "凌渊精密与砚山材料将在德国成立合资公司。", (LING, "PARTNERS_WITH", YAN)),
    ("does-too", "凌渊精密去年上市，也做谐波减速器。", MADE),
    ("most-of", "凌渊精密是全球谐波减速器出货最多的企业。", MADE),
    ("ranks", "凌渊精密位居国内谐波减速器销量前三。", MADE),
    ("seat-later", "凌渊精密去年上市，总部位于德国。", (LING, "LOCATED_IN", "德国")),
    ("heart-is", "储能变流器的“心脏”是碳化硅芯片。", ("碳化硅芯片", "PART_OF", "储能变流器")),
    ("used-to-make", "镁合金更轻，被用来做机器人壳体。", ("镁合金", "PART_OF", "机器人壳体")),
    ("stands-on", "关节模组主要靠谐波减速器传动。", (GEAR, "PART_OF", "关节模组")),
    ("sold-to", "凌渊精密把谐波减速器卖给赫星汽车。", SOLD),
    ("does-for", "凌渊精密为赫星汽车做谐波减速器。", SOLD),
    ("players-after", "谐波减速器有望取代行星减速器，凌渊精密率先布局。", MADE),
    ("heart-then-makers", "关节模组的核心是谐波减速器，凌渊精密加快替代进口。", MADE),
    ("offers", "凌渊精密提供谐波减速器，去年上市。", MADE),
    ("shares-next", "储能电池成本里，正极材料约占四成，电解液占一成。", ("电解液", "PART_OF", "储能电池")),
    ("lines-are", "磁约束装置里，托卡马克和仿星器是两条主流路线。", ("仿星器", "TYPE_OF", "磁约束装置")),
    ("counted-are", "减速器方面，谐波减速器、行星减速器和摆线减速器三类最受关注。", ("行星减速器", "TYPE_OF", "减速器")),
    ("own-is-a", "赫星汽车的飞轮三号是双足机器人。", ("飞轮三号", "TYPE_OF", "双足机器人")),
    ("own-used-in", "赫星汽车的FW-30X用于低空物流。", ("FW-30X", "ACTIVE_IN", "低空物流")),
    ("main-uses", "碳氢树脂已经量产，高频基板为主要应用领域。", ("碳氢树脂", "ACTIVE_IN", "高频基板")),
    ("carries-so-many", "四足机器人全身装有12个关节模组。", ("关节模组", "PART_OF", "四足机器人")),
    ("key-of-it", "硅碳负极已经量产，多孔碳是关键原料。", ("多孔碳", "PART_OF", "硅碳负极")),
    ("is-at", "凌渊精密去年上市，砚山材料在德国。", (YAN, "LOCATED_IN", "德国")),
    ("parts-colon", "谐波减速器核心部件：柔轮、刚轮、波发生器。", ("刚轮", "PART_OF", GEAR)),
    ("label-parts", "谐波减速器：柔轮、刚轮、波发生器三大部件。", ("刚轮", "PART_OF", GEAR)),
    ("label-makers", "谐波减速器：国产凌渊精密，海外砚山材料。", MADE),
    ("label-makers-next", "谐波减速器：国产凌渊精密，海外砚山材料。", (YAN, "PRODUCES", GEAR)),
    ("label-place", "凌渊精密：谐波减速器厂商，德国企业。", (LING, "LOCATED_IN", "德国")),
    ("label-model-is", "赫星汽车：飞轮三号，国内首款双足机器人。", ("飞轮三号", "TYPE_OF", "双足机器人")),
    ("put-instead", "有厂商改用行星滚柱丝杠替代滚珠丝杠。", ("行星滚柱丝杠", "SUBSTITUTES", "滚珠丝杠")),
    ("joins-hands", "凌渊精密联手砚山材料，把机器人送进工厂。", (LING, "PARTNERS_WITH", YAN)),
    ("takes-route", "赫星汽车去年上市，走纯视觉路线。", (HE, "USES", "纯视觉路线")),
    ("serves-and", "凌渊精密深耕减速器，批量供货赫星汽车。", SOLD),
    ("own-grows", "凌渊精密谐波减速器国产化进展居前。", MADE),
    ("goods-in-models", "凌渊精密的车载雷达进入赫星汽车多款车型。", SOLD),
    ("buys-named", "赫星汽车大量采购凌渊精密的谐波减速器。", SOLD),
    ("needs-materials", "锂电池所需材料包括隔膜、电解液。", ("隔膜", "PART_OF", "锂电池")),
    ("supplied-by", "赫星汽车的车载芯片由凌渊精密3nm工艺代工。", SOLD),
    ("controller-is", "凌渊精密的实际控制人变更为赫星汽车。", (HE, "OWNS", LING)),
    ("makes-whose", "凌渊精密独家代工赫星汽车的变速箱。", SOLD),
    ("customers-are", "凌渊精密产能饱满，赫星汽车是其最大客户。", SOLD),
    ("partner-of", "凌渊精密是赫星汽车的战略合作伙伴。", (LING, "PARTNERS_WITH", HE)),
    ("licensed", "赫星汽车获得凌渊精密QV-201的海外独家权益。", SOLD),
    ("grants", "凌渊精密授予赫星汽车QV-201的全球权益。", SOLD),
]  # fmt: skip


@pytest.mark.parametrize(("frame", "text", "what"), TOLD, ids=[row[0] for row in TOLD])
def test_a_frame_says_its_relation_in_its_direction(
    frame: str, text: str, what: tuple[str, str, str]
) -> None:
    assert frame in matching(text)
    found = said(text)
    assert what in found
    backwards = (what[2], what[1], what[0])
    assert what[1] in ("PARTNERS_WITH", "COMPETES_WITH") or backwards not in found


def test_every_frame_of_the_grammar_has_a_sentence() -> None:
    """Those of cells have theirs in test_table_profiles.py."""
    assert {frame.name for frame in frames() if not frame.told} == {row[0] for row in TOLD}


@pytest.mark.parametrize(
    "text",
    [
        "凌渊精密为赫星汽车供应谐波减速器。",
        "凌渊精密为赫星汽车量产谐波减速器。",
        "凌渊精密向赫星汽车开发谐波减速器。",
        "凌渊精密给客户赫星汽车定制谐波减速器。",
    ],
)
def test_whom_something_is_made_for_does_not_make_it(text: str) -> None:
    assert not [s for s in said(text) if s[0] == HE]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("凌渊精密为赫星汽车供应谐波减速器。", GEAR),
        ("赫星汽车向凌渊精密采购谐波减速器和交叉滚子轴承。", "谐波减速器、交叉滚子轴承"),
        ("凌渊精密是赫星汽车谐波减速器的核心供应商。", GEAR),
        ("凌渊精密的主要客户包括赫星汽车。", ""),
    ],
)
def test_what_is_sold_is_the_item(text: str, item: str) -> None:
    assert said(text)[SOLD][1].get("item", "") == item


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("凌渊精密为赫星汽车供应谐波减速器。", "asserted"),
        ("凌渊精密不再为赫星汽车供应谐波减速器。", "past"),
        ("凌渊精密曾为赫星汽车供应谐波减速器。", "past"),
        ("凌渊精密并未为赫星汽车供应谐波减速器。", "denied"),
        ("凌渊精密否认为赫星汽车供应谐波减速器。", "denied"),
        ("凌渊精密计划为赫星汽车供应谐波减速器。", "planned"),
        ("凌渊精密有望为赫星汽车供应谐波减速器。", "potential"),
        ("传闻凌渊精密为赫星汽车供应谐波减速器。", "rumoured"),
        ("赫星汽车计划扩产，凌渊精密为赫星汽车供应谐波减速器。", "asserted"),
    ],
)
def test_a_clause_says_how_it_means_it(text: str, how: str) -> None:
    assert said(text)[SOLD][0] == how


def test_respective_lists_are_read_pair_by_pair() -> None:
    found = said("凌渊精密、砚山材料分别为赫星汽车供应减速器和树脂。")
    assert found[SOLD][1] == {"item": "减速器"}
    assert found[(YAN, "SUPPLIES", HE)][1] == {"item": "树脂"}


def test_who_is_excepted_takes_no_part() -> None:
    found = said("除凌渊精密外，砚山材料为赫星汽车供应树脂。")
    assert (YAN, "SUPPLIES", HE) in found
    assert SOLD not in found


@pytest.mark.parametrize(
    "text",
    [
        "凌渊精密扩建厂房。公司为赫星汽车供应谐波减速器。",
        "凌渊精密扩建厂房。其主要客户包括赫星汽车。",
        "凌渊精密扩建厂房，主要客户包括赫星汽车。",
    ],
)
def test_a_clause_without_a_subject_goes_on_about_the_last_one(text: str) -> None:
    assert SOLD in said(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("凌渊精密经营稳健；发力力矩传感器、微型丝杠，客户众多。", {"力矩传感器", "微型丝杠"}),
        ("凌渊精密经营稳健，推出LY-20、LY-50两款机型。", {"LY-20", "LY-50"}),
        ("凌渊精密经营稳健，同时研发车载领域4D毫米波雷达。", {"4D毫米波雷达"}),
        ("凌渊精密专业从事谐波减速器的研发、生产和销售。", {"谐波减速器"}),
        (
            "凌渊精密2019年上市。公司2021年宣布研发伺服新品“LY Servo Drive-X”。",
            {"LY Servo Drive-X"},
        ),
    ],
)
def test_what_a_company_is_at_work_on(text: str, made: set[str]) -> None:
    found = said(text)
    assert {(LING, "PRODUCES", name) for name in made} <= found.keys()


@pytest.mark.parametrize(
    "text",
    [
        "凌渊精密的董事长访问赫星汽车。",
        "赫星汽车的供应商会议在杭州举行。",
        "凌渊精密与赫星汽车的高管同台演讲。",
        "谐波减速器的市场规模持续扩大。",
        "凌渊精密发布年报。",
        "凌渊精密推出激励计划。",
        "国产替代空间广阔。",
        "凌渊精密面临激烈竞争。",
        "减速器主要包括设计、生产、销售等环节。",
        "赫星汽车向市场采购谐波减速器。",
        "凌渊精密在赫星汽车工厂举办活动。",
        "谐波减速器由柔性材料供应商协会推荐。",
        "与凌渊精密不同，赫星汽车专注服务。",
    ],
)
def test_a_sentence_that_states_no_relation_says_nothing(text: str) -> None:
    assert said(text) == {}


def test_who_speaks_behind_a_label_makes_nothing() -> None:
    assert not [s for s in said("凌渊证券：谐波减速器，景气度向上。") if s[1] == "PRODUCES"]
