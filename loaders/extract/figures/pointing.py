"""Words that point back: 这款芯片, 该公司, 其, and the company's own business."""

from __future__ import annotations

import re

from loaders.document import Document
from loaders.extract.figures.phrases import name_of, noun_phrase, prefix
from loaders.extract.figures.regions import region_of
from loaders.extract.figures.subject import Subject

_ANAPHOR = re.compile(
    r"^(?:让|使|而|但|目前)?(?:该|这家|这一|这款|上述|前述|此)"
    r"(?:芯片制造商|制造商|公司|企业|部门|巨头|厂商|集团|产品|机构)的?"
)
_COMPANYS = re.compile(
    r"(?:而|目前|当前|截至)?(?:本|集团)?公司的?(?=[\u4e00-\u9fffA-Z]{2})(?!治理|债)"
)
_ITS = re.compile(r"^(?:而|但|且|目前|当前)?(?:其旗下|旗下|其(?![他中它余次实]))")
_NEAR = 3
_BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
_THIS = re.compile(
    r"^(?:而|但|目前)?(?:该|这一(?!代)款?|此款?|这种|这类)(?:[\u4e00-\u9fff]{0,4}?)"
    r"(?:组件|器件|车型|车|机型|型号|系列|产品|方案|平台|火箭|装置|设备|系统|芯片|材料|技术|模型|机器人|项目|工厂|基地|电池)(?![\u4e00-\u9fff]*(?:制造商|厂商))的?"
)


def pointing(document: Document, said: str) -> Subject | None:
    """What words name that point back: 这款芯片, 该公司, 其."""
    if said.endswith("其"):
        # 推动其获得: of whom the clause before tells
        return Subject()
    if m := _THIS.match(said):
        return Subject(prefix=prefix(noun_phrase(said[m.end() :])))
    if m := _ITS.match(said):
        return _its(document, said[m.end() :])
    if (m := _COMPANYS.match(said)) and (own := _own(document, said[m.end() :])):
        return own
    if m := _ANAPHOR.match(said):
        several = "部门" in m.group()
        return Subject(prefix=prefix(said[m.end() :]), several=several, anaphor=True)
    return None


def _own(document: Document, said: str) -> Subject | None:
    """`公司铝基板业务`: a business of the company that is told of; None for a clause."""
    named = document.gazetteer.find(said)
    text = said.strip(" 的")
    what = noun_phrase(text)
    # 公司云业务实现营收: no more than a verb of having stands behind it
    alone = text.startswith(what) and len(text) - len(what) <= _NEAR and not named
    return Subject(prefix=prefix(what), anaphor=True) if alone and what else None


def _its(document: Document, said: str) -> Subject:
    """`其甲产品销量`: a product by its name; anything else is a part of what was told of."""
    found = document.gazetteer.known(name_of(said))
    if found and found.cls not in ("Place", "Person", "Industry"):
        return Subject(found, "", region_of(said, ()))
    return Subject(prefix=prefix(noun_phrase(_BRACKETED.sub("", said))))
