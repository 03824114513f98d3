"""The words of a line without the marks that only a renderer needs."""

from __future__ import annotations

import re

from loaders.blocks import Text

_SPECIAL = re.compile(r"[*\[\]`<\\&~]")
_MARK = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|\*(?P<italic>[^\s*](?:[^*\n]{0,60}[^\s*])?)\*(?!\*)"
    r"|(?P<bold>\*{2,}|~~|`+)|(?<=[^\s*])\*$"
    r"|\[\^[^\]\s]{1,20}\]:?"  # a footnote
    r"|!?\[(?=[^\[\]\n]{0,300}\]\()"  # [text](address) leaves the text
    r"|\]\([^()\s]{0,600}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s+\"[^\"\n]{0,200}\")?\)"
    r"|\[\[(?:[^\[\]|\n\\]{1,200}\\?\|)?|\]\]"  # [[page|text]]
    r"|<!--[^<>]{0,600}-->"
    r"|(?P<tag></?(?P<name>[a-zA-Z][a-zA-Z0-9]{0,10})(?:\s[^<>]{0,600})?/?>)"
    r"|(?P<space>&(?:nbsp|ensp|emsp|thinsp);)|(?<=&)amp;"
)
_LABEL = re.compile(r"\*\*[^*，。,；;：:]{2,16}(?<!的)\*\*")
_BREAKING = frozenset((
    "article", "blockquote", "br", "div", "dd", "dl", "dt", "hr", "li", "ol", "p", "section",
    "table", "td", "th", "tr", "ul",
))  # fmt: skip
_TAGS = _BREAKING | frozenset((
    "a", "abbr", "b", "big", "caption", "center", "code", "col", "colgroup", "del", "details",
    "em", "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "img", "ins",
    "kbd", "mark", "pre", "q", "s", "small", "span", "strike", "strong", "style", "sub",
    "summary", "sup", "tbody", "tfoot", "thead", "u", "var",
))  # fmt: skip


def clean(text: str, start: int, end: int) -> Text:
    """`text[start:end]` without Markdown and HTML marks, each character knowing its place.

    A tag that breaks the line (<br>, <li>) leaves a newline, &nbsp; a space; both stand at the
    place of the mark they replace.
    """
    raw = text[start:end]
    if not _SPECIAL.search(raw):
        return Text(raw.strip(), ((0, start + len(raw) - len(raw.lstrip())),))
    kept: list[Text] = []
    here = 0
    for match in _MARK.finditer(raw):
        put = _replacement(match, raw)
        if put is None:
            continue
        kept.append(_part(raw, here, match.start(), start))
        inner = match.span("escaped" if match["escaped"] else "italic")
        kept.append(
            _part(raw, *inner, start) if inner[0] >= 0 else Text(put, ((0, start + match.start()),))
        )
        here = match.end()
    kept.append(_part(raw, here, len(raw), start))
    return Text.join(text for text in kept if text.value).strip()


def _part(raw: str, begin: int, end: int, start: int) -> Text:
    return Text(raw[begin:end], ((0, start + begin),))


def _replacement(match: re.Match[str], raw: str) -> str | None:
    """What a mark leaves behind; None where it is no mark but a text of its own."""
    if match["bold"]:
        # a label in bold that the text follows without any sign between
        label = _LABEL.match(raw) is not None and raw.find("**", 2) == match.start()
        beside = raw[match.start() - 1 : match.start()] + raw[match.end() : match.end() + 1]
        return " " if label and len(beside) == 2 and beside.isalnum() else ""
    if name := match["name"]:
        if name.lower() not in _TAGS:
            return None
        return "\n" if name.lower() in _BREAKING else ""
    return " " if match["space"] else ""
