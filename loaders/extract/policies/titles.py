"""Where a text names a policy: a law, plan, guideline, standard, list of entities or state fund."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.names import fold
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.things import Mention, Thing
from loaders.tokens import tokens

_QUOTED = re.compile(r"《(?P<t>[^《》\n]{2,60}(?:《[^《》\n]{2,40}》[^《》\n]{0,20})?)》")
_TAIL = pattern("policies", "titles_tail")
_AFTER = pattern("policies", "titles_after")
_CODE = pattern("policies", "titles_code")
_PLAN = pattern("policies", "titles_plan")
_NAMED = pattern("policies", "titles_named")
_FUND = pattern("policies", "titles_fund")
_ACT = pattern("policies", "titles_act")
_TREATY = pattern("policies", "titles_treaty")
_LIST = pattern("policies", "titles_list")
_LISTS = pattern("policies", "titles_lists")
_LOCAL = pattern("policies", "titles_local")
_LOCAL_FUND = pattern("policies", "titles_local_fund")
_RULE = pattern("policies", "titles_rule")
_GLOSSED = pattern("policies", "titles_glossed")
_CONTROLLED = pattern("policies", "titles_controlled")
_NO_CONTROL = pattern("policies", "titles_no_control")
_CONTROL = pattern("policies", "titles_control")
_EN = pattern("policies", "titles_en")
_COUNT = re.compile(r"^[\d一二三四五六七八九十两]+[类种项个]")
_WHOSE = re.compile(r"^(?:境外|境内|相关|有关|部分|以下|所有|全部|各类)+")
_TOWARDS = re.compile(r"(对华|对俄|美国|日本|荷兰|欧盟|中国)")
_CUT = re.compile(r"发布|出台|公布|宣布|针对|了|(?<![核面相])对(?![华俄])|实施|升级|推出")
# 甲获得芯片法案…, 政府根据芯片法案…: what stands before an act
_BY = re.compile(r"根据|依据|按照|凭借|依托|获得|拿到|受益于|得益于")
_STRIP = pattern("policies", "titles_strip")


@lru_cache(maxsize=1024)
def mentions(text: str) -> tuple[Mention, ...]:
    """The policies that a text names by their form, in order and apart."""
    found: list[Mention] = []
    for read in (_quoted, _codes, _chinese, _controls, _controlled, _english):
        for mention in read(text):
            if not any(m.start < mention.end and mention.start < m.end for m in found):
                found.append(mention)
    return tuple(sorted(found, key=lambda m: m.start))


def title_like(title: str) -> bool:
    """Whether a title in 《》 is that of a policy, by the words it ends with."""
    bare = _TAIL.sub("", title)
    words = load("policies")["titles"]
    if any(w in title for w in words["not_in"]) or bare.endswith(tuple(words["not_ends"])):
        return False
    return bare.endswith(tuple(words["ends"])) and len(bare) >= 3


def is_list(policy: Thing) -> bool:
    """Whether a policy is a list of those who are sanctioned."""
    return bool(_LISTS.search(policy.name))


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
        yield (
            m,
            policy(
                f"《{title}》",
                title,
                *([bare] if len(bare) > 3 and bare != title else []),
                *aliases,
            ),
        )


def local(text: str) -> list[re.Match[str]]:
    """What may be a policy without a title: `专项补贴政策`, where an authority issues it."""
    return [*_LOCAL.finditer(text), *_LOCAL_FUND.finditer(text)]


def policy(name: str, *aliases: str) -> Thing:
    """The policy of that name, under the names that texts use for it too."""
    known = _same().get(fold(name)) or next(
        (_same()[fold(a)] for a in aliases if fold(a) in _same()), ()
    )
    names = dict.fromkeys((*known, name, *aliases))
    first = known[0] if known else name
    return Thing("Policy", first, tuple(n for n in names if n != first))


def _quoted(text: str) -> Iterator[Mention]:
    for m, thing in quoted(text):
        if title_like(m["t"]):
            after = _AFTER.match(text, m.end())
            codes = [
                c
                for c in _CODE.finditer(text, max(0, m.start() - 24), m.start())
                if c.end() == m.start()
            ]
            start = codes[0].start() if codes else m.start()
            yield Mention(
                start, after.end() if after else m.end(), thing.called(*(c.group() for c in codes))
            )


def _codes(text: str) -> Iterator[Mention]:
    for m in _CODE.finditer(text):
        name = re.sub(r"\s+(?=\d{4}$)|\n", "", m.group())
        gloss = re.match(
            r"\s?[（(](?P<g>[\u4e00-\u9fff]{4,24}(?:法规|标准|规范|条例))[)）]", text[m.end() :]
        )
        yield Mention(m.start(), m.end(), policy(name, *([gloss["g"]] if gloss else [])))


def _chinese(text: str) -> Iterator[Mention]:
    for kind in (_PLAN, _FUND, _TREATY, _LIST, _NAMED, _ACT, _RULE, _GLOSSED):
        for m in kind.finditer(text):
            whole = m.group()
            name = m["n"] if "n" in m.re.groupindex and m["n"] and kind is not _NAMED else whole
            bare = _bare(name, kind)
            if _worth(bare, kind):
                start = m.start() + whole.find(bare)
                aliases = [m["g"]] if kind is _GLOSSED else []
                if section := re.match(r"\d{3}条款", bare):
                    aliases, bare = [bare], section.group()
                yield Mention(start, m.end(), policy(bare, *aliases))


def _controls(text: str) -> Iterator[Mention]:
    """`对镓、锗实施出口管制`: a control that bears the name of what it controls."""
    for m in _CONTROL.finditer(text):
        what = _WHOSE.sub("", _COUNT.sub("", m["x"].strip()))
        yield Mention(m.start("k"), m.end("k"), policy(what + m["k"]))


def _controlled(text: str) -> Iterator[Mention]:
    """`美国芯片出口管制`: a control that is called after what it controls."""
    for m in _CONTROLLED.finditer(text):
        run = ""
        for token in reversed(tokens(m["x"])):
            if token.tag[0] not in "nbjx" and token.tag not in ("vn", "eng", "a"):
                break
            run = token.word + run
        towards, run = _TOWARDS.findall(run), _TOWARDS.split(run)[-1]
        if len(run) < 2 or _NO_CONTROL.search(run) or run in ("对华", "美国", "技术", "产品"):
            continue
        name = (
            (towards[-1] if towards and towards[-1].startswith("对") else "")
            + run
            + m["n"][m.end("x") - m.start("n") :]
        )
        yield Mention(m.end() - len(name), m.end(), policy(name))


def _bare(name: str, kind: re.Pattern[str]) -> str:
    """A name without the verbs and the country before it."""
    if kind in (_PLAN, _NAMED, _FUND, _TREATY):
        return name
    cut = {_RULE: _CUT, _ACT: _BY}.get(kind)
    return _STRIP.sub("", cut.split(name)[-1] if cut else name)


def _worth(name: str, kind: re.Pattern[str]) -> bool:
    """Whether what is left of a name still names one policy."""
    if kind is _ACT:
        return len(name) >= 4 and not re.search(r"[通过在为对以了将被是的]", name)
    if kind is _RULE:
        return len(name) >= 6 and not re.search(r"[为了被是在]", name)
    return len(name) >= 2


def _english(text: str) -> Iterator[Mention]:
    for m in _EN.finditer(text):
        name = m["n"].strip()
        if name in ("Act", "The Act") or re.match(r"(?:This|That|Under|In|Our) ", name):
            continue
        name = re.sub(r"^(?:The|An?) ", "", name)
        bare = re.sub(r"^(?:EU|US|U\.S\.|UK) ", "", name)
        yield Mention(
            m.end("n") - len(name), m.end("n"), policy(name, *([bare] if bare != name else []))
        )


@cache
def _same() -> dict[str, tuple[str, ...]]:
    return {fold(n): tuple(names) for names in load("policies")["names"]["same"] for n in names}
