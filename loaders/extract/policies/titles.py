"""Where a text names a policy: a law, plan, guideline, standard, list of entities or state fund."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.names import fold
from loaders.grammar import load
from loaders.things import Mention, Thing

_QUOTED = re.compile(r"《(?P<t>[^《》\n]{2,60}(?:《[^《》\n]{2,40}》[^《》\n]{0,20})?)》")
_TAIL = re.compile(r"(?:[（(][^（）()]{1,24}[)）]|\d{4}(?:年)?(?:版|修订版?)?|（?试行）?|征求意见稿|草案|[\s，：]|V?\d+\.\d+|第[一二三四五六七八九十\d]+[版批号期]|有关|\(?20\d\d\)?)+$")
_AFTER = re.compile(
    r"\s?[（(](?:以下)?(?:简称)?[:：]?[“\"]?(?P<short>(?![\d.年月日\s\-]+[)）])[^（）()“”\"，。]{2,30})[”\"]?[)）]|\s?(?P<code>(?:GB|YY|HJ|JB|SJ|QC|YD|NB|DL|JT)(?:/[TZ])?\s?\d[\d.]*(?:[-—]\s?(?:\n)?\d{4})?)"
)
_CODE = re.compile(
    r"(?<![A-Za-z])(?:(?:GB/[TZ]|YY(?:/T)?|HJ|JB/T|SJ/T|QC/T|YD/T|NB/T|DL/T|JT/T)\s?\d[\d.]{2,}(?:[-—]\s?\d{4})?|GB\s?\d{4,5}(?:\.\d+)?[-—]\d{4}|ISO(?:/(?:SAE|IEC|TS))?\s?\d{4,5}(?:-\d+)?|IEC\s?\d{5}(?:-\d+)*|UN(?:ECE)?\s?R\d{1,3}|FMVSS\s?\d{3})"
)
_PLAN = re.compile(r"[“\"「]?十[二三四五六]五[”\"」]?(?:[\u4e00-\u9fff]{0,6}?(?:规划纲要|规划建议|发展规划|规划)|时期规划)")
_NAMED = re.compile(
    r"[“「](?P<n>[\u4e00-\u9fffA-Za-z0-9+%]{2,14})[”」]\s?(?:规划|行动计划|行动方案|专项行动|行动(?!力|者)|计划(?!于|在|将)|倡议|规则|条款|禁令|专项|战略|政策|法案)"
    r"|(?P<y>20\d\d\s?年)中央一号文件|中央一号文件|“(?P<r>[\u4e00-\u9fff0-9%]{2,12}(?:规则|新规|禁令|条例|法案))”"
)
_FUND = re.compile(
    r"(?:国家)?大基金(?:[一二三四]期)?|国家[\u4e00-\u9fff]{2,12}?(?:产业投资基金|产业基金|引导基金|转型升级基金|投资基金)(?:[一二三四]期|股份有限公司)?"
)
_ACT = re.compile(r"(?:(?<=[在据的了对《“，。、])|^)?(?P<n>(?:20\d\d)?[\u4e00-\u9fffA-Z]{2,14}?\s?法案)")
_TREATY = re.compile(r"巴黎气候协[定议]|巴黎协定|京都议定书|瓦森纳(?:协定|安排)|美墨加协定|碳边境调节机制|CBAM|碳关税|碳税|(?:环保|资源|燃油|奢侈品)税|外国直接产品规则|\d{3}条款(?:调查|关税)?|\d{3}关税|反倾销(?:和|及|、)反补贴(?:税|调查)?|反倾销税|反补贴税|反倾销调查|反补贴调查|(?:国家)?(?:基本)?医保(?:药品)?目录|商保(?:创新药(?:品)?)?目录|国家基本药物目录|双反(?:关税|税率)?")
_RULE = re.compile(r"(?P<n>[\u4e00-\u9fffA-Z0-9%+]{2,22}?(?:出口管制新规|出口禁令新规|禁令新规|管制新规|禁售令|禁令|新规(?!模|则|划|范))|GP\d+禁令)")
_CONTROL = re.compile(r"对(?P<x>[^，。；：对]{1,18}?)(?:相关|有关|等)*(?:物项|产品|技术|商品)?(?:实施|进行|采取|实行)(?P<k>出口管制|出口限制|进口限制|禁运)")
_EN = re.compile(
    r"\b(?:the )?(?P<n>(?:(?:EU|US|U\.S\.|UK) )?(?:[A-Z][A-Za-z\-]+ (?:and |of |for |on |in )?){1,6}(?:Act|Directive|Agreement on Climate Change|(?:Control|Protection|Security|Trade|Tax|Investment|Competition|Energy|Safety|Data) Law)\b(?: of \d{4})?"
    r"|Entity List|Section \d{3}|Executive Order(?: \d{4,5})?|Export Administration Regulations|Foreign Direct Product Rule|Paris Agreement|(?:[A-Z][a-z]+ \d{4} )?[Ee]xport [Cc]ontrols(?= \()|Export Controls$|Unverified List|Military End[- ]User List"
    r"|(?:[A-Z][A-Za-z\-]+ ){1,5}(?:Regulation|Trade Policy|Action Plan|Five-Year Plan)|(?:[A-Z][A-Za-z\-]+ ){2,5}(?:Initiative|Strategy|Rule|Mandate))\b"
)
_CUT = re.compile(r"发布|出台|公布|宣布|针对|了|(?<![核面相])对|实施|升级|推出")
_STRIP = re.compile(r"^(?:根据|按照|依据|通过|随着|受|因|如|即|及|和|与|对|在|将|被|了|的|该|此|这一|这|其|相关|新的?|最新|一项|多项|首个|美国|欧盟|中国|我国|日本|国家|两项|针对|发布|签署|出台|推出|实施|宣布|新增|一系列|更严的?)+")


def mentions(text: str) -> list[Mention]:
    """The policies that a text names by their form, in order and apart."""
    found: list[Mention] = []
    for read in (_quoted, _codes, _chinese, _controls, _english):
        for mention in read(text):
            if not any(m.start < mention.end and mention.start < m.end for m in found):
                found.append(mention)
    return sorted(found, key=lambda m: m.start)


def title_like(title: str) -> bool:
    """Whether a title in 《》 is that of a policy, by the words it ends with."""
    bare = _TAIL.sub("", title)
    words = load("policies")["titles"]
    if any(w in title for w in words["not_in"]) or bare.endswith(tuple(words["not_ends"])):
        return False
    return bare.endswith(tuple(words["ends"])) and len(bare) >= 3


def paper(title: str) -> bool:
    """Whether a title is that of a report or a book, whoever puts it out."""
    words = load("policies")["titles"]
    return any(w in title for w in (*words["papers"], *words["not_in"]))


def quoted(text: str) -> Iterator[tuple[re.Match[str], Thing]]:
    """All titles in 《》, policies or not, as the policies they would be."""
    for m in _QUOTED.finditer(text):
        after = _AFTER.match(text, m.end())
        aliases = [a.strip() for a in (after["short"], after["code"]) if a] if after else []
        title = m["t"].strip()
        if title.endswith(("）", ")")) and not re.search(r"[（(]", title):
            title = title[:-1]
        bare = _TAIL.sub("", title)
        yield m, policy(f"《{title}》", title, *([bare] if len(bare) > 3 and bare != title else []), *aliases)


def policy(name: str, *aliases: str) -> Thing:
    """The policy of that name, under the names that texts use for it too."""
    known = _same().get(fold(name)) or next((_same()[fold(a)] for a in aliases if fold(a) in _same()), ())
    names = dict.fromkeys((*known, name, *aliases))
    first = known[0] if known else name
    return Thing("Policy", first, tuple(n for n in names if n != first))


def _quoted(text: str) -> Iterator[Mention]:
    for m, thing in quoted(text):
        if title_like(m["t"]):
            after = _AFTER.match(text, m.end())
            yield Mention(m.start(), after.end() if after else m.end(), thing)


def _codes(text: str) -> Iterator[Mention]:
    for m in _CODE.finditer(text):
        name = re.sub(r"\s+(?=\d{4}$)|\n", "", m.group())
        gloss = re.match(r"\s?[（(](?P<g>[\u4e00-\u9fff]{4,24}(?:法规|标准|规范|条例))[)）]", text[m.end() :])
        yield Mention(m.start(), m.end(), policy(name, *([gloss["g"]] if gloss else [])))


def _chinese(text: str) -> Iterator[Mention]:
    lists = re.compile(rf"(?:所谓)?[“\"]?(?P<n>{load('policies')['lists']['names']})[”\"]?")
    for pattern in (_PLAN, _FUND, _TREATY, lists, _NAMED, _ACT, _RULE, _GLOSSED):
        for m in pattern.finditer(text):
            whole = m.group()
            name = m["n"] if "n" in m.re.groupindex and m["n"] and pattern is not _NAMED else whole
            bare = name if pattern in (_PLAN, _NAMED, _FUND) else _STRIP.sub("", _CUT.split(name)[-1] if pattern is _RULE else name)
            if _worth(bare, pattern):
                start = m.start() + whole.find(bare)
                aliases = [m["g"]] if pattern is _GLOSSED else []
                if section := re.match(r"\d{3}条款", bare):
                    aliases, bare = [bare], section.group()
                yield Mention(start, m.end(), policy(bare, *aliases))


def _controls(text: str) -> Iterator[Mention]:
    """`对镓、锗实施出口管制`: a control that bears the name of what it controls."""
    for m in _CONTROL.finditer(text):
        yield Mention(m.start("k"), m.end("k"), policy(m["x"].strip() + m["k"]))


def _bare(name: str, pattern: re.Pattern[str]) -> str:
    """A name without the verbs and the country before it."""
    if pattern in (_PLAN, _NAMED, _FUND):
        return name
    return _STRIP.sub("", _CUT.split(name)[-1] if pattern is _RULE else name)


# GSR（通用安全法规）: an abbreviation that its bracket explains
_GLOSSED = re.compile(r"(?P<n>[A-Z]{2,8})[（(](?P<g>[\u4e00-\u9fff]{3,16}(?:法规|法案|条例|标准|协定|法|指令))[)）]")


def _worth(name: str, pattern: re.Pattern[str]) -> bool:
    """Whether what is left of a name still names one policy."""
    if pattern is _ACT:
        return len(name) >= 4 and not re.search(r"[通过在为对以了将被是的]", name)
    if pattern is _RULE:
        return len(name) >= 6 and not re.search(r"[为了被是在]", name)
    return len(name) >= 2


def _english(text: str) -> Iterator[Mention]:
    for m in _EN.finditer(text):
        name = m["n"].strip()
        if name in ("Act", "The Act") or re.match(r"(?:This|That|Under|In|Our) ", name):
            continue
        name = re.sub(r"^(?:The|An?) ", "", name)
        bare = re.sub(r"^(?:EU|US|U\.S\.|UK) ", "", name)
        yield Mention(m.end("n") - len(name), m.end("n"), policy(name, *([bare] if bare != name else [])))


@cache
def _same() -> dict[str, tuple[str, ...]]:
    return {fold(n): tuple(names) for names in load("policies")["names"]["same"] for n in names}
