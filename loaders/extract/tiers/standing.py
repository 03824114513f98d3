"""Who stands in a tier: `甲处于动力电池产业链上游`."""

from __future__ import annotations

import re

from loaders import topics
from loaders.document import Document
from loaders.extract.applied.subjects import Subjects
from loaders.sentences import Sentence
from loaders.things import Thing

_STANDS = re.compile(
    r"(?:位于|处于|属于|居于|雄踞)(?:整个|国内|全球|我国)?(?P<chain>[^，。；：的]{0,12}?(?:产业链|供应链))?的?"
    r"(?P<tier>中上游|中下游|上游|中游|下游)(?!企业)"
)


def standing(document: Document, sentence: Sentence) -> tuple[str, Thing, list[Thing]] | None:
    """The tier that a sentence puts its subject in, whose it is, and the subject."""
    m = _STANDS.search(sentence.value)
    if m is None:
        return None
    own = topics.chain(document, m["chain"]) if m["chain"] else None
    industry = own or topics.of_block(document, sentence.block)
    subjects = Subjects(document, sentence)
    members = subjects.company(m.start()) or subjects.before(m.start())
    return (m["tier"], industry, members) if industry is not None and members else None
