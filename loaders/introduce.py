"""First pass: the names a report introduces itself, for its own prose to use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.names import fold
from loaders.concepts import lexicon, model_like, phrases, plausible
from loaders.document import Document
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import grid
from loaders.grammar import load
from loaders.things import CONCEPTS, ORGS, Thing
from loaders.tokens import Token, tokens

_LEGAL = re.compile(
    r"([\u4e00-\u9fff（）()A-Za-z]{2,24}?(?:股份有限公司|有限责任公司|有限公司))"
    r"(?:[（(](?:以下)?简称[:：]?[“\"']?([\u4e00-\u9fffA-Za-z]{2,12})[”\"']?[)）])?"
)
_LISTED = re.compile(r"[（(]\s*(?:\d{6}(?:\.?\s?[A-Z]{2})?|\d{4,5}\.HK|[A-Z]{1,5}\.(?:O|N|US))\s*[)）]")
_GLOSS = re.compile(r"[（(]([A-Z][A-Za-z0-9 .+&/\-]{1,48})(?:[,，]\s*([^（）()]{1,30}))?[)）]")
_SHORT = re.compile(r"[（(](?:以下)?简称[:：]?\s*[“\"']?([\u4e00-\u9fffA-Za-z0-9]{2,12})[”\"']?[)）]")
_CUT = re.compile(r"[，。；：！？、“”\"\s（）()《》【】\[\]|/]")
_NEXT = re.compile(r"[、和与及](?P<name>[\u4e00-\u9fff]{2,4}|[A-Za-z][A-Za-z0-9.\-]{1,14})(?=[、，。；等和与及供生为向]|$)")
_ENTITLED = re.compile(
    r"[“「]([\u4e00-\u9fffA-Za-z0-9 \-]{2,10})[”」](?:系列)?(?:\d+[\u4e00-\u9fff]{1,3})?"
    r"(?=卫星|芯片|处理器|发动机|计算机|火箭|飞船|星座|机器人|大模型|模型|智能体|超节点|号|系统|平台|干线|装置|工程)"
)
_CLASSES = {
    "company": ("Company", "Institution"),
    "supplier": ("Company",),
    "customer": ("Company",),
    "partner": ("Company", "Institution"),
    "institution": ("Institution", "Company"),
    "product": ("Product", "Technology"),
}


def all_names(document: Document) -> None:
    """Introduce what the report's strong places name: tables, legal names, codes, glosses, lists."""
    for thing in _of_tables(document):
        document.gazetteer.introduce(thing)
    glosses = _Glosses()
    for sentence in document.sentences:
        for thing in _of_sentence(document, sentence.value):
            document.gazetteer.introduce(thing)
        glosses.add(_glossed(document, sentence.value))
    for thing in glosses.certain():
        document.gazetteer.introduce(thing)


class _Glosses:
    """What brackets explain. One that stands behind several names explains none of them."""

    def __init__(self) -> None:
        self._things: list[Thing] = []
        self._bases: dict[str, set[str]] = {}

    def add(self, things: Iterable[Thing]) -> None:
        """Note the things of a sentence with the names in their brackets."""
        for thing in things:
            self._things.append(thing)
            for alias in thing.aliases:
                self._bases.setdefault(fold(alias), set()).add(thing.id)

    def certain(self) -> Iterator[Thing]:
        """The things, with the aliases that are theirs alone."""
        for thing in self._things:
            own = tuple(a for a in thing.aliases if len(self._bases[fold(a)]) == 1)
            yield replace(thing, aliases=own)


def _of_tables(document: Document) -> Iterator[Thing]:
    for block in document.tables:
        table = grid(block)
        if table is None:
            continue
        for i, column in enumerate(table.columns):
            classes = _CLASSES.get(column.role)
            if classes is None:
                continue
            for record in table.records:
                if len(record.cells[i].value) > 200:
                    continue
                for thing, _ in things(document, record.cells[i].value, *classes):
                    if classes[0] not in CONCEPTS or model_like(thing.name) or thing.row:
                        yield thing


def _of_sentence(document: Document, text: str) -> Iterator[Thing]:
    if not re.search(r"[\u4e00-\u9fff]", text):
        return
    yield from _legal(document, text)
    yield from _listed(document, text)
    yield from _tailed(document, text)
    yield from _enumerated(document, text)
    yield from _in_roles(document, text)
    yield from _beside_known(document, text)
    yield from _entitled(document, text)


def _legal(document: Document, text: str) -> Iterator[Thing]:
    for m in _LEGAL.finditer(text):
        name = _name_before(text, m.end(1)) or m.group(1)
        if len(name) < 6:
            continue
        thing = document.gazetteer.named(name, "Company")
        yield thing.called(*([m.group(2)] if m.group(2) else []))


def _listed(document: Document, text: str) -> Iterator[Thing]:
    for m in _LISTED.finditer(text):
        if name := _name_before(text, m.start()):
            yield document.gazetteer.named(name, "Company")


def _glossed(document: Document, text: str) -> Iterator[Thing]:
    """`高带宽内存（HBM）` and `扇港（SENKO）`: a name and, in brackets, its other name."""
    for m in _GLOSS.finditer(text):
        if not re.search(r"[\u4e00-\u9fff]", text[max(0, m.start() - 2) : m.start()]) and " " not in m.group(1):
            continue  # DRAM（HBM）: one abbreviation does not explain another
        aliases = [a.strip() for a in m.groups() if a and re.search(r"[A-Za-z\u4e00-\u9fff]{2}", a)]
        before = [x for x in document.gazetteer.find(text[: m.start()]) if x.end == m.start()]
        if before:
            thing = before[-1].thing
            others = [document.gazetteer.known(a) for a in aliases]
            if not any(o is not None and o.id != thing.id for o in others) and thing.cls != "Place":
                yield thing.called(*aliases)
            continue
        clause = re.split(r"[，。；：！？]", text[: m.start()])[-1]
        found = phrases(clause)
        if found and found[-1].end == len(clause) and plausible(found[-1].name) and len(found[-1].name) <= 16:
            cls = "Product" if model_like(found[-1].name) else "Technology"
            yield document.gazetteer.named(found[-1].name, cls, *CONCEPTS).called(*aliases)


def _tailed(document: Document, text: str) -> Iterator[Thing]:
    """`晟澜光电`: a part that is no ordinary word before a word that ends company names."""
    words = tokens(text)
    tails, bodies = _lexicon("company_tail"), _lexicon("institution_tail")
    if not any(t.word in tails or t.word in bodies for t in words):
        return
    known = [m for m in document.gazetteer.find(text) if m.thing.cls in ORGS]
    for i, token in enumerate(words):
        if any(m.start < token.end and m.end > token.start for m in known):
            continue
        if token.word in tails and (start := _distinctive(words, i)) is not None:
            name = text[start : token.end]
            if 4 <= len(name) <= 8 and not any(m.end > start and m.start < token.end for m in known):
                yield document.gazetteer.named(name, "Company")
        elif token.word in bodies and (start := _titled(words, i)) is not None:
            yield document.gazetteer.named(text[start : token.end], "Institution")


def _lexicon(key: str) -> frozenset[str]:
    return frozenset(load("names")[key].split())


def _distinctive(words: tuple[Token, ...], at: int) -> int | None:
    """Where the distinctive part before a tail begins; None where it is ordinary language."""
    start, length, odd = at, 0, False
    while start > 0 and length < 4:
        word = words[start - 1]
        if word.word in _lexicon("not_before_tail") or not re.fullmatch(r"[\u4e00-\u9fff]+", word.word):
            break
        if len(word.word) > 1 and not word.tag.startswith("n"):
            break
        if word.tag in ("p", "c", "uj", "d", "r", "m", "q", "u", "y", "f", "t") and length:
            break
        start, length = start - 1, length + len(word.word)
        odd = odd or len(word.word) == 1 or word.tag in ("nr", "nz", "ns", "nrt", "nt")
    place = words[start].tag in ("ns", "nz", "nr", "nt", "nrt")
    single = all(len(w.word) == 1 for w in words[start:at]) and length <= 3
    if not 2 <= length <= 4 or not odd or not (single or place):
        return None
    before = words[start - 1].word if start else ""
    if start and re.fullmatch(r"[\u4e00-\u9fff]+", before) and words[start - 1].tag[0] in "n" and len(before) > 1:
        return None
    return words[start].start


def _titled(words: tuple[Token, ...], at: int) -> int | None:
    """Where the name of an institution begins: nouns and places before its tail."""
    start = at
    while start > 0 and words[start - 1].tag in ("n", "ns", "nt", "nz", "b", "vn", "j", "nr") and words[at].end - words[start - 1].start <= 20:
        start -= 1
    if start == at or words[start].tag not in ("ns", "nt", "nz", "nr", "n", "j"):
        return None
    return words[start].start if words[at].end - words[start].start >= 4 and words[start].tag in ("ns", "nt", "nz") else None


def _enumerated(document: Document, text: str) -> Iterator[Thing]:
    """`A、B和C等企业`, `企业包括A、B`: where some are known companies, the others are too."""
    heads = "|".join(load("names")["company_list"])
    for m in re.finditer(rf"([^，。；：！？的]{{4,80}}?)等(?:[\u4e00-\u9fff]{{0,6}}?)(?:{heads})", text):
        yield from _listed_orgs(document, m.group(1))
    for m in re.finditer(rf"(?:{heads})(?:主要|名单|目前)*(?:包括|有|如|包含|涵盖|为)([^，。；：！？]{{4,90}})", text):
        yield from _listed_orgs(document, m.group(1))


def _listed_orgs(document: Document, piece: str) -> Iterator[Thing]:
    parts = [p.strip() for p in re.split(r"、|和|与|及|以及", re.sub(r"等.*$", "", piece)) if p.strip()]
    if len(parts) < 2:
        return
    parts[0] = re.split(r"以|由|为|包括|如|是|有", parts[0])[-1]
    known = [document.gazetteer.known(p) for p in parts]
    if not any(k is not None and k.cls == "Company" for k in known):
        return
    for part, thing in zip(parts, known, strict=True):
        if thing is None and 2 <= len(part) <= 14 and part not in lexicon("generic") and _name_like(part):
            yield document.gazetteer.named(part, "Company")


def _in_roles(document: Document, text: str) -> Iterator[Thing]:
    """A name where only a company's can stand: `向…采购`, `子公司…`, `采购自…`."""
    for pattern in _roles():
        for m in pattern.finditer(text):
            name = m.group("name")
            if _odd_name(name) and document.gazetteer.known(name) is None:
                yield document.gazetteer.named(name, "Company")


@cache
def _roles() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in load("names")["company_roles"])


def _odd_name(name: str) -> bool:
    """Whether a phrase is no ordinary language: a place and a rest, or syllables that mean nothing."""
    if re.fullmatch(r"[A-Z][A-Za-z0-9&.\- ]*|[a-z]{3,8}", name):
        return True
    if not re.fullmatch(r"[\u4e00-\u9fffA-Za-z0-9]{2,12}", name) or name in lexicon("generic"):
        return False
    words = tokens(name)
    if any(t.word in lexicon("verbs") or t.word in lexicon("generic") and len(words) == 1 for t in words):
        return False
    singles = [t for t in words if len(t.word) == 1 and re.match(r"[\u4e00-\u9fff]", t.word)]
    if len(words) == 1 and words[0].tag in ("nr", "nrt", "nz", "nt"):
        return True
    return len(singles) >= 2 or (words[0].tag == "ns" and len(words) > 1 and bool(singles))


def _beside_known(document: Document, text: str) -> Iterator[Thing]:
    """`西门子、庞巴迪、阿尔斯通`: names that mean nothing else, in a row with a known company."""
    for m in document.gazetteer.find(text):
        end = m.end if m.thing.cls == "Company" else None
        while end is not None and (found := _NEXT.match(text, end)):
            name = found.group("name")
            known = document.gazetteer.known(name)
            if known is None and not _odd_name(name):
                break
            if known is None:
                yield document.gazetteer.named(name, "Company")
            end = found.end("name")


def _entitled(document: Document, text: str) -> Iterator[Thing]:
    """`“墨子号”卫星`: a name in quotation marks before the word for what it is."""
    for m in _ENTITLED.finditer(text):
        if not any(t.word in lexicon("verbs") or t.tag in ("uj", "d", "p", "r") for t in tokens(m.group(1))):
            yield document.gazetteer.named(m.group(1), "Product", *CONCEPTS)


def _name_like(part: str) -> bool:
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9 .&\-]*", part):
        return True
    words = tokens(part)
    return len(words) <= 3 and all(t.tag[0] not in "vdpcurm" or len(t.word) == 1 for t in words)


def _name_before(text: str, end: int) -> str:
    """The name that ends at `end`: back to a mark or to a word that no name holds."""
    left = max((m.end() for m in _CUT.finditer(text, max(0, end - 40), end - 1)), default=max(0, end - 40))
    piece = text[left:end]
    if not re.search(r"[\u4e00-\u9fff]", piece):
        return piece if piece[:1].isupper() else ""
    start = 0
    for token in tokens(piece):
        if token.word in lexicon("verbs") or token.word in lexicon("lead") or token.tag in ("p", "c", "uj", "d", "r", "u"):
            start = token.end
    name = piece[start:].strip()
    return name if 2 <= len(name) <= 30 and not name[0].isdigit() else ""
