"""Plants and projects: `凌渊杭州工厂`, `杭州 Fab9`, `在杭州建成了首条示范线`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import last_phrase, lexicon, plausible
from loaders.extract.sites.view import View
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Claim, Thing
from loaders.tokens import tokens

# what lies somewhere and is somebody: 技术开发企业
_BODIES = ("企业", "公司", "厂商", "机构", "团队", "客户", "市场", "国家", "地区", "学校")
# 我国首条, 全球第一座
_FIRST = re.compile(r".*(?:首|第一)(?:条|个|座|台|家|颗|款|批|艘|套)")
# too wide to tell a plant by
_WIDE = ("国内", "我国", "中国", "欧洲", "北美", "欧美", "亚洲", "全球", "海外")
# what a facility is for, and no verb of a clause: 通用机场
_USES = ("通用", "综合", "试飞", "试验", "储能", "发射")
_LINK = re.compile(r"^位于|的")
# 该项目 is named elsewhere, 两个示范项目 are none in particular
_POINTING = ("该", "此", "其", "这", "本", "上述", "公司")
_NUMBER = re.compile(r"^[一二三四五六七八九十两\d]+[个座条家]")
_SHORT = 5
_QUOTED = re.compile(r"[“「](?P<name>[^”」]{2,12})[”」][\s\d]*$")


def claims(view: View) -> Iterator[Claim]:
    """Where the plants that a sentence names stand."""
    for m in view.matches("plant"):
        name = _called(view, m)
        if name and view.one(m):
            yield from view.stands(plant(view, name), view.places(m), "plant")
    for m in view.matches("small"):
        place = view.smaller(m.group("spot"))
        if place is not None:
            yield from view.stands(plant(view, view.plain_name(m)), [place], "plant")
    for m in view.matches("numbered"):
        if view.one(m):
            yield from view.stands(plant(view, view.plain(m, "name")), view.places(m), "plant")
    for m in view.matches("quoted"):
        name, kind = view.plain(m, "name"), view.plain(m, "kind")
        yield from view.stands(plant(view, name + kind).called(name), view.places(m), "named")
    for form in ("built", "lies", "sits"):
        for m in view.matches(form):
            words = view.plain(m, "what")
            built = _lying(view, words) if form == "sits" else _what(view, words)
            if built is not None:
                yield from view.stands(built, view.places(m), form, view.meant(m))


def _called(view: View, m: re.Match[str]) -> str:
    """The name of a plant: its place and what it is, after its company where one stands before."""
    own = m.group("own")
    words = [t for t in tokens(own) if t.word not in _USES]
    if any(t.tag[0] in "vdpruc" or t.word in lexicon("verbs") for t in words):
        return ""
    if not m.group("who") and view.plain(m, "place") in _WIDE:
        return ""
    if not m.group("who") and pattern("sites", "some").search(own):
        return ""
    return _LINK.sub("", view.plain_name(m))


def plant(view: View, name: str) -> Thing:
    """The plant of a name."""
    return view.document.gazetteer.named(name.strip(), "Product", *CONCEPTS)


def _lying(view: View, words: str) -> Thing | None:
    """What stands before `位于`, where its words end in something that lies somewhere."""
    if not pattern("sites", "lying").search(words) or words.startswith(_POINTING):
        return None
    name = _NUMBER.sub("", words)
    clause = any(t.tag[0] in "dpru" or t.word in lexicon("verbs") for t in tokens(name))
    return plant(view, name) if len(name) > _SHORT and not clause else _what(view, words)


def _what(view: View, words: str) -> Thing | None:
    """What was built, or lies somewhere."""
    if m := _QUOTED.search(words):
        return plant(view, m.group("name"))
    found = last_phrase(_FIRST.sub("", words))
    if (
        words.endswith(_BODIES)
        or found is None
        or not plausible(found.name, loose=True)
        or found.name in lexicon("generic")
    ):
        return None
    known = view.document.gazetteer.known(found.name)
    if known is not None and known.cls not in CONCEPTS:
        return None
    return known or plant(view, found.name)
