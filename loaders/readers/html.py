"""HTML rendered as text: blocks on lines of their own, tables as tab-separated rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = frozenset(
    "script style noscript template nav svg math form button select option iframe object head canvas"
    " audio video map".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th"
    " thead tr ul".split()
)
_HEADINGS = {f"h{n}": "#" * n + " " for n in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LONGEST_BOLD = 120


def render(content: str) -> str:
    """The text of an HTML page; the same page always gives the same text."""
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    source = _DECLARATION.sub("", content)
    if not source.strip():
        return ""
    try:
        root = html.document_fromstring(source, parser=parser)
    except etree.ParserError:
        return ""
    page = _Page()
    _walk(root, page)
    return page.text()


class _Page:
    """Lines as they are written; a line knows whether all of it was bold."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._words: list[str] = []
        self._plain = False

    def put(self, words: str, bold: bool) -> None:
        words = _SPACE.sub(" ", words)
        if words.strip():
            self._plain = self._plain or not bold
        self._words.append(words)

    def line(self, mark: str = "") -> None:
        """End the line, `mark` before it."""
        words = _SPACE.sub(" ", "".join(self._words)).strip()
        if words:
            bold = not mark and not self._plain and len(words) <= _LONGEST_BOLD
            self.lines.append(mark + (f"**{words}**" if bold else words))
        self._words, self._plain = [], False

    def blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def text(self) -> str:
        self.line()
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return "\n".join(self.lines) + "\n" if self.lines else ""


def _walk(root: HtmlElement, page: _Page) -> None:
    """Write an element; a stack of its own, since pages nest deeper than Python calls may."""
    from loaders.readers.htmltable import grid

    depth = 0
    bolds = [False]
    mark = ""
    todo: list[tuple[HtmlElement, bool]] = [(root, False)]
    while todo:
        element, leaving = todo.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if leaving:
            bolds.pop()
            if tag in _BLOCKS:
                page.line(_HEADINGS.get(tag, mark if tag == "li" else ""))
                mark = "" if tag == "li" else mark
                if tag not in ("li", "tr", "dd", "dt"):
                    page.blank()
            depth -= tag in ("ul", "ol")
            page.put(element.tail or "", bolds[-1])
            continue
        if tag in _DROPPED or not tag or _hidden(element):
            page.put(element.tail or "", bolds[-1])
            continue
        rows = grid(element) if tag == "table" else []
        if rows:
            page.line(mark)
            mark = ""
            page.blank()
            page.lines += rows
            page.blank()
            page.put(element.tail or "", bolds[-1])
            continue
        if tag in _BLOCKS:
            page.line(mark)
            mark = ""
            if tag not in ("li", "tr", "dd", "dt", "td", "th", "ul", "ol"):
                page.blank()
        elif tag == "br":
            page.line(mark)
            mark = ""
        depth += tag in ("ul", "ol")
        if tag == "li":
            mark = "  " * max(0, depth - 1) + "- "
        bolds.append(bolds[-1] or tag in ("b", "strong", "th") or bool(_BOLD.search(element.get("style", ""))))
        page.put(element.text or "", bolds[-1])
        todo.append((element, True))
        todo.extend((child, False) for child in reversed(element))


def _hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
