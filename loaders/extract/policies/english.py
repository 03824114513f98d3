"""What English prose says of policies: who issued them, what they do to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders.concepts import Phrase
from loaders.document import Document
from loaders.english.nouns import field_like, nouns, product_like, thing_like
from loaders.extract.deals.said import Said, sentences
from loaders.grammar import load
from loaders.modality import modality
from loaders.things import CONCEPTS, ORGS, Claim, Thing

METHOD = "policy:verb-en"
_L = "[\ue800-\uebff]"
_O = "[\ue000-\ue3ff]"
_P = "[\ue400-\ue7ff]"
_WHO = f"(?P<who>{_O}|{_P})"
_WORDS = re.compile(
    r"\b(?:Act|List|Section \d|Executive Order|Regulations?|Agreement|Directive|Policy|Plan|Initiative|Strategy|Rule|Controls|controls|tariffs?|ban(?:ned|s)?"
    r"|subsid\w+|restrict\w+|sanction\w*|Proclamation|law)\b"
)
_ADVERBS = r"(?:also|would|will|now|has|have|that|which|further|directly|to|aims?|seeks?|is|was|designed|intended|meant|already|effectively|largely|sharply|explicitly) "
_FAR = 4
_TARIFF = re.compile(
    r"\b(?:impos(?:ed|es|e|ing)|lev(?:ied|y|ies)) (?:an? |new |additional |broader |sweeping |steep )*(?:\d+(?:\.\d+)?% )?"
    r"(?:tariffs?|duty|duties|bans?|export controls|restrictions|curbs|sanctions) on (?P<x>[^.;]{2,160})"
)
_SUCH_AS = re.compile(r",? (?:such as|including|like) (?P<list>[^.;]{2,120})")
_GRADE = re.compile(r"(?:[Aa]dvanced|[Ll]eading-edge|[Cc]utting-edge|[Hh]igh-end|[Ll]egacy|[Mm]ature) ")
_ON_LIST = (
    re.compile(rf"(?:{_WHO}[^.;\ue000-\ue3ff]{{0,40}}?)?\b(?:added|adds|adding|placed|placing|put|puts|putting) (?P<x>{_O})[^.;]{{0,60}}? (?:to|on|onto) (?:the |its |a )?(?:US |U\.S\. |trade )?(?P<l>{_L})"),
    re.compile(rf"(?P<x>{_O})[^.;\ue000-\ue3ff]{{0,30}}?\b(?:was|were|has been|have been|being|been|is|are) (?:added|placed|put|included|listed) (?:to|on|in) (?:the |its )?(?:US |U\.S\. )?(?P<l>{_L})(?: by (?:the )?{_WHO})?"),
)
_ISSUED = (
    re.compile(rf"(?P<l>{_L}),? (?:which was |was |were )?(?:issued|signed|passed|adopted|enacted|unveiled|published|released|announced|introduced|drafted|proposed)(?: into law)?(?: in (?:[A-Z][a-z]+ )?\d{{4}})? by (?:the )?(?:President |[A-Z][a-z]+ ){{0,3}}{_WHO}"),
    re.compile(rf"{_WHO}(?:'s)? (?:[A-Z][a-z]+ ){{0,3}}(?:has |have |had |formally |recently |also )*(?:issued|signed|passed|adopted|enacted|unveiled|published|released|announced|introduced|imposed|proposed|invoked) (?:the |its |a |an |new )?(?:landmark |sweeping |draft )?(?P<l>{_L})"),
    re.compile(rf"{_WHO}(?:'s)? (?P<l>{_L})"),
)


def read(document: Document) -> Iterator[Claim]:
    """The claims of all English sentences that speak of policies."""
    before: tuple[Thing, int] | None = None
    for number, said in enumerate(sentences(document, _WORDS)):
        here = [t for mark, things in said.coded.groups.items() for t in things if t.cls == "Policy" and mark]
        if here:
            before = here[0], number
        elif before and number - before[1] <= _FAR:
            yield from _imposed(said, before[0])
        yield from _issued(said)
        yield from _listed(said)
        yield from _acts(said)
        yield from _under_heading(said)


def _issued(said: Said) -> Iterator[Claim]:
    for pattern in _ISSUED:
        for m in pattern.finditer(said.coded.text):
            for policy in said.coded.groups[m["l"]]:
                for who in said.coded.groups[m["who"]]:
                    if who.cls in ("Institution", "Place"):
                        yield Claim(policy, "ISSUED_BY", who, said.sentence.text, "policy:issued-en")


def _listed(said: Said) -> Iterator[Claim]:
    """Who is put on which list."""
    for pattern in _ON_LIST:
        for m in pattern.finditer(said.coded.text):
            how = modality(said.coded.text, m.start(), m.end())
            for policy in said.coded.groups[m["l"]][:1]:
                for thing in said.coded.groups[m["x"]]:
                    yield Claim(policy, "RESTRICTS", thing, said.sentence.text, "policy:list-en", how)
                for who in said.coded.groups[m["who"]] if m["who"] else ():
                    if who.cls in ("Institution", "Place"):
                        yield Claim(policy, "ISSUED_BY", who, said.sentence.text, "policy:list-en")


def _acts(said: Said) -> Iterator[Claim]:
    """`the Act promotes X`, `X is banned under the Act`."""
    verbs = load("policies")["english"]
    # what stands between commas behind a name says who issued it
    text = re.sub(rf"({_L}), [^,.;]{{2,60}}, ", r"\1 ", said.coded.text)
    for kind in ("supports", "restricts", "regulates"):
        active = rf"(?P<l>{_L})(?: in (?:[A-Z][a-z]+ )?\d{{4}})?(?:,? )(?:{_ADVERBS})*(?:{verbs[kind]}) (?P<x>[^.;]{{2,160}})"
        passive = rf"(?P<x>[^.;,]{{1,80}}?) (?:is|are|was|were|be|been) (?:[a-z]+ly )?(?:{verbs[kind + '_by']}) (?:by|under) (?:the )?(?P<l>{_L})"
        under = rf"\b(?:{verbs[kind]}) (?P<x>[^.;,]{{1,80}}?) under (?:the |its )?(?P<l>{_L})"
        for pattern in (active, passive, under):
            for m in re.finditer(pattern, text):
                how = modality(text, m.start(), m.start("x") if pattern is active else m.end() - 1)
                for policy in said.coded.groups[m["l"]][:1]:
                    yield from _claims(said, policy, kind.upper(), m["x"], how)


def _imposed(said: Said, policy: Thing) -> Iterator[Claim]:
    """`The President also imposed a 25% tariff on X`, in a text about a policy."""
    for m in _TARIFF.finditer(said.coded.text):
        how = modality(said.coded.text, m.start(), m.start("x"))
        yield from _claims(said, policy, "RESTRICTS", m["x"], how)


def _under_heading(said: Said) -> Iterator[Claim]:
    """Lines under a heading that names one policy: `Advanced chips banned`."""
    policy = _heading(said)
    if policy is None:
        return
    verbs = load("policies")["english"]
    for kind in ("restricts", "supports"):
        for pattern in (verbs["item_" + kind], verbs["item_" + kind + "_by"]):
            if m := re.match(pattern, said.coded.text):
                yield from _claims(said, policy, kind.upper(), m["x"], modality(said.coded.text, m.start(), m.end()))
                return


def _heading(said: Said) -> Thing | None:
    if said.sentence.block.kind != "item" or not said.sentence.block.path:
        return None
    found = [m.thing for m in said.document.gazetteer.find(said.sentence.block.path[-1].value) if m.thing.cls == "Policy"]
    return found[0] if len(found) == 1 else None


def _claims(said: Said, policy: Thing, predicate: str, slot: str, how: Modality) -> Iterator[Claim]:
    for thing in _objects(said, slot):
        if predicate != "REGULATES" or thing.cls in CONCEPTS:
            yield Claim(policy, predicate, thing, said.sentence.text, METHOD, how)


def _objects(said: Said, slot: str) -> list[Thing]:
    """Companies, technologies and industries that a slot begins with."""
    out: list[Thing] = []
    if m := re.match(rf"(?:[a-z\-]+ ){{0,4}}?(?P<o>{_O})(?!'s)", slot):
        return [t for t in said.coded.groups[m["o"]] if t.cls in ORGS]
    slot = re.sub(r"^(?:imports?|exports?|sales?|shipments?|production|the (?:import|export|sale|use|development|production)|domestic (?:production|manufacturing)) of ", "", slot)
    slot = re.split(r" (?:inside|within|across|throughout|from|in the|in its|in China|used) ?", slot)[0]
    named = re.split("[\ue000-\uf3ff]", _SUCH_AS.sub("", slot))[0]
    for phrase in nouns(named):
        if thing := _object(said, _graded(named, phrase)):
            out.append(thing)
    if more := _SUCH_AS.search(slot):
        plain = said.coded.plain(more["list"])
        out += [m.thing for m in said.document.gazetteer.find(plain) if m.thing.cls in CONCEPTS]
    return list({t.id: t for t in out}.values())


def _graded(slot: str, phrase: Phrase) -> Phrase:
    """A phrase with the grade that tells what is meant: it is advanced chips that are banned."""
    at = slot.find(phrase.name, phrase.start)
    grade = _GRADE.search(slot[max(0, at - 14) : at]) if at > 0 else None
    name = (grade.group() + phrase.name) if grade and grade.end() == len(slot[max(0, at - 14) : at]) else phrase.name
    if slot.startswith(name) and name[1:2].islower():
        name = name[0].lower() + name[1:]
    return Phrase(phrase.start, phrase.end, name, phrase.aliases)


def _object(said: Said, phrase: Phrase) -> Thing | None:
    gazetteer = said.document.gazetteer
    known = gazetteer.known(phrase.name)
    if known is not None:
        return known if known.cls in CONCEPTS else None
    if thing_like(phrase.name, strong=True):
        return gazetteer.named(phrase.name, "Product" if product_like(phrase.name) else "Technology", *CONCEPTS)
    words = phrase.name.split()
    if field_like(phrase.name) and len(words) > 1 and words[-1].endswith(("ing", "ion", "industry", "sector", "energy", "power", "manufacturing")):
        return gazetteer.named(phrase.name, "Industry", *CONCEPTS)
    return None
