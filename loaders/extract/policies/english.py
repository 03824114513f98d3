"""What English prose says of policies: who issued them, what they do to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders.concepts import Phrase, model_like
from loaders.document import Document
from loaders.english.likeness import field_like, product_like, thing_like
from loaders.english.nouns import nouns
from loaders.extract.deals.said import Said, sentences
from loaders.extract.policies.settings import authority
from loaders.grammar.patterns import pattern, patterns
from loaders.modality import modality
from loaders.things import CONCEPTS, ORGS, Claim, Thing

METHOD = "policy:verb-en"
_WORDS = pattern("policies", "english_words")
_ASIDE = re.compile(r"([\ue800-\uebff]), [^,.;]{2,60}, ")
_FLOW = pattern("policies", "english_flow")
_PLACE = pattern("policies", "english_place")
_VAGUE = re.compile(r"^(?:\w+ )?(?:products|goods|items|things|technologies|industries|sectors)$")
_FIELD = pattern("policies", "english_field")
_UNNAMED = pattern("policies", "english_unnamed")
# where the name of a restriction ends: export controls on gallium | to China in July
_NAME_END = re.compile(
    r" (?:to|in|from|as|after|since|for|that|which|under|by|at|over|while|until|when)\b|, "
)
# tariffs on Chinese vehicles hit vehicles
_NATION = re.compile("^(?:the )?[\ue400-\ue7ff](?:'s)? ")
# whom a policy acts on; whom it lets nobody deal with: agencies from contracting with X
_WHOM = re.compile(
    r"(?:[a-z\-]+ ){0,4}?(?:(?<=[a-z] )from [a-z]+ing (?:[a-z]+ ){0,2}?)?(?P<o>[\ue000-\ue3ff])(?!'s)"
)
# banned to China
_AIMED = re.compile(" (?:to|for|against|from) (?P<p>[\ue400-\ue7ff])(?!'s)")
_LONGEST = 70
_SUCH_AS = re.compile(r",? (?:such as|including|like) (?P<list>[^.;]{2,120})")
_RATE = re.compile(r" of (?:up to )?[\d·]+%")
_LIST = re.compile(r",? and |, | or ")
_GRADE = pattern("policies", "english_grade")


def read(document: Document) -> Iterator[Claim]:
    """The claims of all English sentences that speak of policies."""
    for said in sentences(document, _WORDS):
        if not any(t.cls == "Policy" for things in said.coded.groups.values() for t in things):
            yield from _unnamed(said)
        yield from _funded(said)
        yield from _aided(said)
        yield from _issued(said)
        yield from _listed(said)
        yield from _acts(said)
        yield from _under_heading(said)


def _issued(said: Said) -> Iterator[Claim]:
    for way in patterns("policies", "english_issued"):
        for m in way.finditer(said.unbroken):
            for policy in said.coded.groups[m["l"]]:
                for who in said.coded.groups[m["who"]]:
                    if who.cls in ("Institution", "Place"):
                        yield Claim(
                            policy, "ISSUED_BY", who, said.sentence.text, "policy:issued-en"
                        )


def _listed(said: Said) -> Iterator[Claim]:
    """Who is put on which list."""
    for way in patterns("policies", "english_on_list"):
        for m in way.finditer(said.unbroken):
            how = modality(said.coded.text, m.start(), m.end())
            for policy in said.coded.groups[m["l"]][:1]:
                for thing in said.coded.groups[m["x"]]:
                    yield Claim(
                        policy, "RESTRICTS", thing, said.sentence.text, "policy:list-en", how
                    )
                for who in said.coded.groups[m["who"]] if m["who"] else ():
                    if who.cls in ("Institution", "Place"):
                        yield Claim(policy, "ISSUED_BY", who, said.sentence.text, "policy:list-en")


def _acts(said: Said) -> Iterator[Claim]:
    """`the Act promotes X`, `X is banned under the Act`."""
    # what stands between commas behind a name says who issued it
    text = _ASIDE.sub(r"\1 ", said.unbroken)
    for kind in ("supports", "restricts", "regulates"):
        for way in patterns("policies", f"english_{kind}"):
            for m in way.finditer(text):
                behind = m.start("x") > m.start("l")
                how = modality(text, m.start(), m.start("x") if behind else m.end() - 1)
                for policy in said.coded.groups[m["l"]][:1]:
                    yield from _claims(said, policy, kind.upper(), m["x"], how)


def _funded(said: Said) -> Iterator[Claim]:
    """`X was awarded $160 million in grants under the Act`."""
    for way in patterns("policies", "english_funded"):
        for m in way.finditer(said.unbroken):
            how = modality(said.coded.text, m.start(), m.end())
            for policy in said.coded.groups[m["l"]][:1]:
                for thing in said.coded.groups[m["x"]]:
                    yield Claim(policy, "SUPPORTS", thing, said.sentence.text, METHOD, how)


def _aided(said: Said) -> Iterator[Claim]:
    """`X awarded $160 million to Y`: an authority's money without a title."""
    for way in patterns("policies", "english_aid"):
        for m in way.finditer(said.unbroken):
            who = authority(said.coded.groups[m["who"]])
            aided = [t for t in said.coded.groups[m["x"]] if who is None or t.id != who.id]
            if who is None or not aided:
                continue
            policy = Thing("Policy", f"{said.coded.surfaces[m['who']]} support for {aided[0].name}")
            how = modality(said.coded.text, m.start(), m.end("kind"))
            text = said.sentence.text
            yield Claim(policy, "ISSUED_BY", who, text, "policy:aid-en", how)
            for thing in aided:
                yield Claim(policy, "SUPPORTS", thing, text, "policy:aid-en", how)


def _unnamed(said: Said) -> Iterator[Claim]:
    """`X imposed export controls on gallium`: what is restricted names the policy."""
    for m in _UNNAMED.finditer(said.unbroken):
        name = said.coded.plain(_NAME_END.split(_RATE.sub("", m["n"]))[0].replace("·", ".")).strip(
            " ,"
        )
        if len(name) > _LONGEST:
            name = name.partition(" and ")[0]
        if len(name) > _LONGEST:
            continue
        # a 25% tariff goes by its rate
        short = (name.partition(" on ")[0],) if name[0].isdigit() else ()
        policy = Thing("Policy", name, short)
        how = modality(said.coded.text, m.start(), m.start("x"))
        claims = list(_claims(said, policy, "RESTRICTS", m["x"], how))
        yield from claims
        for who in said.coded.groups[m["who"]] if claims and m["who"] else ():
            if who.cls in ("Institution", "Place"):
                yield Claim(policy, "ISSUED_BY", who, said.sentence.text, "policy:issued-en", how)


def _under_heading(said: Said) -> Iterator[Claim]:
    """Lines under a heading that names one policy: `Advanced chips banned`."""
    policy = _heading(said)
    if policy is None:
        return
    for kind in ("restricts", "supports"):
        for way in patterns("policies", f"english_{kind}_item"):
            if m := way.match(said.unbroken):
                how = modality(said.coded.text, m.start(), m.end())
                yield from _claims(said, policy, kind.upper(), m["x"], how)
                for place in _AIMED.finditer(said.coded.text) if kind == "restricts" else ():
                    for thing in said.coded.groups[place["p"]]:
                        text = said.sentence.text
                        yield Claim(policy, "RESTRICTS", thing, text, METHOD, how)
                return


def _heading(said: Said) -> Thing | None:
    if said.sentence.block.kind != "item" or not said.sentence.block.path:
        return None
    heading = said.sentence.block.path[-1].value
    found = [m.thing for m in said.document.gazetteer.find(heading) if m.thing.cls == "Policy"]
    return found[0] if len(found) == 1 else None


def _claims(said: Said, policy: Thing, predicate: str, slot: str, how: Modality) -> Iterator[Claim]:
    for thing in objects(said, slot):
        if predicate != "REGULATES" or thing.cls in CONCEPTS:
            yield Claim(policy, predicate, thing, said.sentence.text, METHOD, how)


def objects(said: Said, slot: str) -> list[Thing]:
    """Companies, technologies and industries that a slot begins with."""
    out: list[Thing] = []
    if m := _WHOM.match(slot):
        return [t for t in said.coded.groups[m["o"]] if t.cls in ORGS]
    slot = _NATION.sub("", _FLOW.sub("", slot))
    slot = _PLACE.split(slot)[0]
    named = re.split("[\ue000-\uf3ff]", _SUCH_AS.sub("", slot))[0]
    for phrase in nouns(named):
        if thing := _object(said, _graded(named, phrase)):
            out.append(thing)
    if more := _SUCH_AS.search(slot):
        out += _examples(said, said.coded.plain(more["list"]))
    return list({t.id: t for t in out}.values())


def _examples(said: Said, words: str) -> list[Thing]:
    """The things that some words list, and models that nobody knows: `the Acme H200 and X9`."""
    gazetteer = said.document.gazetteer
    out: list[Thing] = []
    for piece in _LIST.split(words):
        inside = gazetteer.find(piece)
        known = [m.thing for m in inside if m.thing.cls in CONCEPTS]
        maker = max((m.end for m in inside if m.thing.cls in ORGS), default=0)
        name = piece[maker:].strip()
        model = not known and model_like(name) and len(name) < _LONGEST
        out += [gazetteer.named(name, "Product", *CONCEPTS)] if model else known
    return out


def _graded(slot: str, phrase: Phrase) -> Phrase:
    """A phrase with the grade that tells what is meant: it is advanced chips that are banned."""
    at = slot.find(phrase.name, phrase.start)
    grade = _GRADE.search(slot[max(0, at - 14) : at]) if at > 0 else None
    name = (
        (grade.group() + phrase.name)
        if grade and grade.end() == len(slot[max(0, at - 14) : at])
        else phrase.name
    )
    if slot.startswith(name) and name[1:2].islower():
        name = name[0].lower() + name[1:]
    return Phrase(phrase.start, phrase.end, name, phrase.aliases)


def _object(said: Said, phrase: Phrase) -> Thing | None:
    gazetteer = said.document.gazetteer
    if _VAGUE.search(phrase.name):
        return None
    known = gazetteer.known(phrase.name)
    if known is not None:
        return known if known.cls in CONCEPTS else None
    if thing_like(phrase.name, strong=True):
        return gazetteer.named(
            phrase.name, "Product" if product_like(phrase.name) else "Technology", *CONCEPTS
        )
    words = phrase.name.split()
    if field_like(phrase.name) and len(words) > 1 and _FIELD.search(words[-1]):
        return gazetteer.named(phrase.name, "Industry", *CONCEPTS)
    return None
