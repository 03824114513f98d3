"""The words of a line without the marks that only a renderer needs."""

from __future__ import annotations

import html
import re

from loaders.blocks import Text

_SPECIAL = re.compile(r"[*\[\]`<\\&~]")
_MARK = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])"  # an escaped sign: the backslash goes
    r"|(?P<bold>\*{2,}|~~|`+)"
    r"|\[\^[^\]\s]{1,20}\]:?"  # a footnote
    r"|!?\[(?=[^\[\]\n]{0,300}\]\()"  # [text](address) leaves the text
    r"|\]\([^()\s]{0,600}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s+\"[^\"\n]{0,200}\")?\)"
    r"|\[\[(?:[^\[\]|\n\\]{1,200}\\?\|)?|\]\]"  # [[page|text]]
    r"|<!--[^<>]{0,600}-->"
    r"|(?P<tag></?(?P<name>[a-zA-Z][a-zA-Z0-9]{0,10})(?:\s[^<>]{0,600})?/?>)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});)"
    r"|(?P<italic>\*(?=[^\s*](?:[^*\n]{0,60}[^\s*])?\*)|(?<=[^\s*])\*(?!\*))"
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

    A tag that breaks the line (<br>, <li>) leaves a newline, an entity its character; both
    stand at the place of the mark they replace.
    """
    raw = text[start:end]
    if not _SPECIAL.search(raw):
        return Text(raw, ((0, start),)).strip()
    values: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = here = 0
    for match in _MARK.finditer(raw):
        put = _replacement(match, raw, length)
        if put is None:
            continue
        if match.start() > here:
            pieces.append((length, start + here))
            values.append(raw[here : match.start()])
            length += match.start() - here
        if put:
            pieces.append((length, start + match.start()))
            values.append(put)
            length += len(put)
        here = match.end()
    if here < len(raw):
        pieces.append((length, start + here))
        values.append(raw[here:])
    return Text("".join(values), tuple(pieces) or ((0, start),)).strip()


def _replacement(match: re.Match[str], raw: str, length: int) -> str | None:
    """What a mark leaves behind; None where it is no mark but a text of its own."""
    if match["bold"]:
        # a label in bold that the text follows without any sign between
        label = _LABEL.match(raw) is not None and raw.find("**", 2) == match.start()
        beside = raw[match.start() - 1 : match.start()] + raw[match.end() : match.end() + 1]
        return " " if label and len(beside) == 2 and beside.isalnum() else ""
    if name := match["name"]:
        if name.lower() not in _TAGS:
            return None
        # a newline at the very beginning would separate nothing
        return "\n" if name.lower() in _BREAKING and (length or match.start()) else ""
    if entity := match["entity"]:
        char = html.unescape(entity)
        return None if char == entity else (" " if char.isspace() else char[:1])
    return ""
