"""The frames at work on one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders.concepts import model_like, plausible
from loaders.extract.clauses.frames import likely
from loaders.extract.clauses.roles import Roles
from loaders.extract.clauses.scene import Scene
from loaders.extract.clauses.stated import stated
from loaders.things import Claim, Thing

# groups of a frame that qualify what it says
_SAID = ("stake", "position")
_MADE = re.compile(
    r"^(?!.*(?:代理|分销|经销)).*(?:量产|生产|制造|代工|研发|开发|打造|设计|定制"
    r"|供应|供货|供给|提供|配套|交付|出货|送样|打入|进入|切入|组装|引进|引入|授权|许可|供(?!应|货|给|电))"
)

# whose label stands before what they say of others: `某某证券：`
_SPEAKERS = ("证券", "银行", "基金", "资本", "研究院", "研究所", "协会", "期货")


def claims(scene: Scene) -> Iterator[Claim]:
    """What the frames read in a sentence."""
    for frame in likely(scene.coded.text):
        if (frame.told and scene.sentence.topic is None) or (frame.named and not scene.named):
            continue
        at = 0
        while m := frame.pattern.search(scene.coded.text, at):
            yield from _read(Roles(scene, frame, m))
            at = _resume(m)


def _resume(m: re.Match[str]) -> int:
    """Where the next match may begin: at the last name, which may be a subject again."""
    starts = [m.start(g) for g in ("o", "s") if g in m.re.groupindex and m.group(g)]
    return max(m.start() + 1, max(starts) if len(starts) > 1 else m.end())


def _read(roles: Roles) -> Iterator[Claim]:
    frame, scene = roles.frame, roles.scene
    items = roles.items()
    if frame.item_must and not items:
        return
    how, text = roles.meant(), scene.sentence.text
    for subject, object_, item in _pairs(roles, items):
        if subject.id == object_.id or {subject.id, object_.id} & scene.excepted:
            continue
        if frame.name == "label-goods" and subject.name.endswith(_SPEAKERS):
            continue
        relation = stated(scene.document, frame, (subject, object_), roles)
        if relation is None:
            continue
        said = {"item": item, **{name: roles.group(name) for name in _SAID}}
        qualifiers = {name: value for name, value in said.items() if value}
        yield Claim(*relation, text, frame.method, how, qualifiers)
        # who does not sell a thing to somebody may make it all the same
        if frame.makes and item and how != Modality.DENIED and _MADE.search(roles.match.group()):
            yield from _made(roles, subject, item, how)


def _pairs(roles: Roles, items: list[str]) -> Iterator[tuple[Thing, Thing, str]]:
    """Who stands in the relation to what, and the item of it."""
    subjects, objects, item = roles.subjects(), roles.objects(), "、".join(items)
    if roles.respective() and (pairs := _respective(subjects, objects, items)):
        yield from pairs
        return
    for subject in subjects:
        for object_ in objects:
            yield subject, object_, item


def _respective(
    subjects: list[Thing], objects: list[Thing], items: list[str]
) -> list[tuple[Thing, Thing, str]]:
    """The first with the first and so on, where two of the roles are equally long lists."""
    several = max(len(subjects), len(objects))
    if several < 2:
        return []
    if len(items) != several:
        items = ["、".join(items)] * several
        if len(subjects) != len(objects):
            return []
    if len(subjects) == 1:
        subjects = subjects * several
    if len(objects) == 1:
        objects = objects * several
    if not len(subjects) == len(objects) == several:
        return []
    return list(zip(subjects, objects, items, strict=True))


def _made(roles: Roles, maker: Thing, item: str, how: Modality) -> Iterator[Claim]:
    """Who makes something for another makes it: `为苹果量产A19芯片`; of several, each its `item`."""
    for phrase in roles.sold():
        if (plausible(phrase.name) or model_like(phrase.name)) and phrase.name in item:
            text = roles.scene.sentence.text
            yield Claim(maker, "PRODUCES", roles.concept(phrase), text, "clause:made-for", how)
