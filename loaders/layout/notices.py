"""Warnings, disclaimers and advertising: nobody's facts."""

from __future__ import annotations

import re

_WARNING = (
    "风险提示|风险因素|风险揭示|投资风险|免责声明|免责条款|法律声明|重要声明|特别声明|分析师声明"
    "|分析师承诺|评级说明|投资评级说明|投资评级定义"
)
_SECTION = re.compile(
    rf"(?:.{{0,14}}的)?(?:{_WARNING}|Disclaimers?|Legal notice|Important disclosures?)"
    r"(?:[及与]免责声明)?",
    re.IGNORECASE,
)
_INLINE = re.compile(r"[【*\s]*(?:风险提示|风险因素|风险揭示|投资风险|免责声明)[】*]*\s*[：:]")
_NOTICE = re.compile(
    r"仅供内部(?:参考|使用)|请勿外传|不构成[^。，]{0,16}投资(?:的)?建议|投资需谨慎|入市需谨慎"
    r"|据此操作|风险自[担负]|请(?:务必|仔细)?(?:阅读|参阅).{0,20}(?:免责|声明|条款|说明)|版权所有"
    r"|未经.{0,12}(?:许可|授权).{0,20}(?:转载|复制)"
    r"|All rights reserved|not (?:constitute|intended as) investment advice",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"扫描|扫码|二维码|点击(?:关注|上方|下方|阅读|蓝字)|(?:长按|识别).{0,8}(?:关注|下载|识别)"
    r"|关注(?:我们|公众号)|阅读原文|点个?(?:赞|在看)|加入.{0,6}(?:知识星球|交流群)|更多精彩"
    r"|^[←→↑]\s*(?:Back|Next|Return|返回|下一)"
)
_LINE, _ADVERT_LENGTH, _PARAGRAPH = 40, 120, 160


def is_section(title: str) -> bool:
    """True for the title of a section that only warns or disclaims."""
    return _SECTION.fullmatch(title.strip("【】[]（）()：: *")) is not None


def is_notice_line(text: str) -> bool:
    """True for a short line that pages repeat as a warning."""
    words = " ".join(text.split())
    return len(words) <= _LINE and _NOTICE.search(words) is not None


def is_notice(text: str) -> bool:
    """True for a paragraph that only warns, disclaims or advertises."""
    if _INLINE.match(text):
        return True
    adverts = len(_ADVERT.findall(text)) if len(text) <= _ADVERT_LENGTH else 0
    found = len(_NOTICE.findall(text)) + adverts
    return found > 1 or (found == 1 and len(text) <= _PARAGRAPH)
