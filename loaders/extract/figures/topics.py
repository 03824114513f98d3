"""What a sentence goes on about where a clause leaves it out: clause subjects, labels, headings."""

from __future__ import annotations

import re

from loaders.blocks import Block
from loaders.concepts import lexicon, model_like, plausible
from loaders.extract.figures.metrics import is_metric, measure
from loaders.extract.figures.periods import periods
from loaders.extract.figures.said import MARK
from loaders.extract.figures.subjects import REGION, Subjects, words_of
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import tokens

_LABEL = re.compile(r"^\s*[*【\[“]*([^：:，。；\n]{2,28}?)[*】\]”]*\s*[：:](?!\d)")
_WITHIN = re.compile(r"在([^，。；]{2,24}?)(?:中|里|上|方面|领域|场景|市场|架构中|环节)$")
_NUMBERING = re.compile(r"^(?:图|表)?\s*(?:[\d.]+|[（(]?[一二三四五六七八九十\d]+[）)、.])\s*")
_REPORTED = re.compile(r"[（(]|股份|公司|集团|中报|年报|季报|一季|三季|半年|点评|深度|跟踪|公告|业绩|发布|20\d\d")
_SPEECH = ("表示", "指出", "认为", "透露", "称", "坦言", "证实", "告诉", "介绍", "说", "举例", "提出", "强调", "宣布", "在当天", "在接受")
_ADVERB = re.compile(rf"^(?:其中|而|但是?|同时|此外|另外|不过|目前|当前|现在|例如|如|比如|预计|截至|截止|此前|随后|据悉|据了解|{MARK}|\s|，|的|底|末)+")


class Topics:
    """Finds what clauses, labels and headings of one report are about."""

    def __init__(self, subjects: Subjects) -> None:
        self.subjects = subjects
        self._headings: dict[str, Thing | None] = {}
        self._report: list[Thing] | None = None

    def of_clause(self, clause: str, *, sure: bool = False) -> Thing | None:
        """The subject of a clause; `sure` takes only what the report or a table knows as a name."""
        text = clause
        for p in reversed(periods(clause)):
            text = text[: p.start] + MARK + text[p.end :]
        text = _ADVERB.sub("", text)
        if m := _WITHIN.search(text):
            text = m.group(1)
        mentions = [m for m in self.subjects.document.gazetteer.find(text) if m.thing.cls in (*ORGS, *CONCEPTS)]
        first = next((m for m in mentions if m.start <= 1), None)
        end = _predicate(text, {i for m in mentions for i in range(m.start, m.end)})
        if first and text[first.end :].lstrip().startswith(_SPEECH):
            return None
        if first and (first.thing.cls in ORGS or first.end >= end * 0.6 or end == 0):
            found = self.subjects.read(text[: max(end, first.end)])
            return found.thing if found.thing and not found.several else first.thing
        name = text[:end].strip()
        if text[end:].startswith(_SPEECH) or name.startswith(("除", "业内", "有机构", "市场")):
            return None
        if end >= len(text) and not _WITHIN.search(_ADVERB.sub("", clause)):
            return None
        if not 2 <= len(name) <= 28 or (sure and not model_like(name)):
            return None
        return None if is_metric(name) or _vague(name) else self.subjects.named(name)

    def of_report(self) -> Thing | None:
        """The one company that the report's title and headings name; None where they name more."""
        if self._report is None:
            document = self.subjects.document
            titles = [document.report.title, *(b.text.value for b in document.layout.blocks if b.kind == "heading")]
            found = {
                m.thing.id: m.thing for title in titles for m in document.gazetteer.find(title)
                if m.thing.cls == "Company" and _bounded(title, m)
            }
            self._report = list(found.values()) if len(found) == 1 else []
        return self._report[0] if self._report else None

    def of_label(self, text: str) -> tuple[Thing | None, str, int]:
        """What stands before a colon: its thing, its metric, and where it ends."""
        m = _LABEL.match(text)
        if not m:
            return None, "", 0
        words = _NUMBERING.sub("", m.group(1)).strip()
        if words in words_of("labels"):
            return None, "", m.end()
        found = measure(words)
        if found:
            thing = self.subjects.read(found.rest).thing if found.rest else None
            if thing is None and (place := REGION.match(words)) and len(words) - place.end() >= 2:
                thing = self.subjects.document.gazetteer.named(words[place.end() :], "Technology", *CONCEPTS)
            return thing, found.metric, m.end()
        bare = re.sub(r"\s*[（(][^（）()]*[)）]", "", words).strip()
        thing = self.subjects.document.gazetteer.known(bare) or self._named(bare)
        return (thing if thing and thing.cls not in ("Place", "Person") else None), "", m.end()

    def _named(self, label: str, *, strict: bool = False) -> Thing | None:
        """A label that is a name: known, with a Latin word in it, or ending like a thing."""
        for m in self.subjects.document.gazetteer.find(label):
            if m.thing.cls in (*ORGS, *CONCEPTS) and m.end - m.start >= len(label) * 0.5:
                return m.thing
        if len(label) > 22 or _vague(label) or not (
            re.search(r"[A-Za-z]{2}|[“”]", label) or (plausible(label) and not strict)
        ):
            return None
        if any(t.tag in ("v", "d", "p", "c", "r", "a") and t.word not in words_of("nouns") for t in tokens(label)):
            return None
        return self.subjects.read(label).thing

    def of_block(self, block: Block) -> Thing | None:
        """What the nearest heading that names a thing is about."""
        for heading in reversed(block.path):
            if (thing := self.of_heading(heading.value)) is not None:
                return thing
        return None

    def of_heading(self, heading: str) -> Thing | None:
        """The thing a heading names: a known name, or the noun phrase it is."""
        if heading not in self._headings:
            self._headings[heading] = self._heading(heading)
        return self._headings[heading]

    def _heading(self, heading: str) -> Thing | None:
        text = re.sub(r"【[^】]*】|\[[^\]]*\]", "", _NUMBERING.sub("", heading.strip())).strip()
        mentions = [m for m in self.subjects.document.gazetteer.find(text) if m.thing.cls in (*ORGS, *CONCEPTS)]
        if found := next((m for m in mentions if m.thing.cls in ORGS and _bounded(text, m)), None):
            return found.thing
        label = re.split(r"[：:，,—|（(]|\s[-–/]\s", text)[0].strip()
        if "+" in label or "＋" in label:
            return None
        found = measure(label)
        if found:
            return self.subjects.read(found.rest).thing if found.rest else None
        if named := next((m for m in mentions if m.start == 0 and _bounded(text, m)), None):
            return named.thing
        return self._named(label, strict=True)


def _bounded(text: str, m: Mention) -> bool:
    """Whether a name stands for itself in a heading: nothing is glued to it."""
    if m.start and re.match(r"[\u4e00-\u9fffA-Za-z0-9]", text[m.start - 1]):
        return False
    return not re.match(r"[\u4e00-\u9fffA-Za-z0-9]", text[m.end :]) or bool(_REPORTED.match(text, m.end))


def _predicate(text: str, taken: set[int]) -> int:
    """Where the predicate of a clause begins: at its first verb, adverb or preposition."""
    for i, token in enumerate(tokens(text)):
        if token.start in taken or token.word in words_of("nouns"):
            continue
        if i == 0 and token.tag == "p":
            return 0
        if token.word in lexicon("verbs") or token.tag in ("v", "d", "p", "ul", "x") and token.word.strip(" （）()-—·/"):
            return token.start
    return len(text)


def _vague(name: str) -> bool:
    """Whether a name is made of generic words only."""
    return all(t.word in lexicon("generic") or t.word in lexicon("lead") or t.word in ("代表", "典型", "重点", "资本", "动态", "进展", "落地") or len(t.word) == 1 for t in tokens(name)) or name.endswith(
        ("性", "化", "提要", "摘要", "小结", "概览", "附录", "总览", "回顾", "展望", "观点", "建议", "提示", "节点", "关键点", "要点", "一览", "现状", "概述", "简介", "介绍", "核心", "汇总", "假设", "测算", "机会", "格局", "特征", "拆分", "前瞻", "预测", "能力", "模式", "结构", "周期", "环境", "战绩", "情况", "趋势", "方面", "驱动", "逻辑", "分析", "目标", "政策", "因素", "数据", "支持", "进展", "布局", "优势", "瓶颈", "背景", "对比")
    )
