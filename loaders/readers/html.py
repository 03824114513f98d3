"""HTML rendered as text: blocks on lines of their own, tables as tab-separated rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.readers.htmltable import grid

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = frozenset((
    "script", "style", "noscript", "template", "nav", "svg", "math", "form", "button", "select",
    "iframe", "object", "head", "canvas", "audio", "video", "map",
))  # fmt: skip
_CLOSE = frozenset(("li", "tr", "td", "th", "dt", "dd", "ul", "ol", "dl"))
_BLOCKS = _CLOSE | frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "details", "div", "fieldset",
    "figcaption", "figure", "footer", "header", "hr", "html", "legend", "main", "p", "pre",
    "section", "summary", "table", "tbody", "tfoot", "thead", "h1", "h2", "h3", "h4", "h5", "h6",
))  # fmt: skip
_HEADINGS = {f"h{depth}": "#" * depth + " " for depth in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LONGEST_BOLD = 120


def render(content: str) -> str:
    """The text of an HTML page; the same page always gives the same text."""
    from lxml import etree, html

    source = _DECLARATION.sub("", content)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(source, parser=parser)
    except etree.ParserError:  # nothing but comments and white space
        return ""
    page = _Page()
    page.walk(root)
    return page.text()


class _Page:
    """Lines as they are written.

    Blocks end a line and stand apart by a blank one, list items and rows stand close. A line
    that is bold from end to end is marked **so**: what a page sets in bold alone is a title.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[str] = []
        self._plain = False  # something on the line is not bold
        self._mark = ""
        self._lists = 0
        self._bold = [False]

    def walk(self, root: HtmlElement) -> None:
        """Write an element, on a stack of its own: pages nest deeper than calls may."""
        todo: list[tuple[HtmlElement, bool]] = [(root, False)]
        while todo:
            element, leaving = todo.pop()
            if leaving:
                self._leave(element)
            elif _is_hidden(element):
                self._put(element.tail)
            elif rows := grid(element) if element.tag == "table" else []:
                self._break(apart=True)
                self._lines += rows
                self._break(apart=True)
                self._put(element.tail)
            else:
                self._enter(element)
                todo.append((element, True))
                todo.extend((child, False) for child in reversed(element))

    def text(self) -> str:
        """What was written, with one newline at its end; nothing where nothing was."""
        self._break()
        return "\n".join(self._lines).strip("\n") + "\n" if self._lines else ""

    def _enter(self, element: HtmlElement) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS or tag == "br":
            self._break(apart=tag not in _CLOSE and tag != "br")
        self._lists += tag in ("ul", "ol")
        if tag == "li":
            self._mark = "  " * max(0, self._lists - 1) + "- "
        self._mark = _HEADINGS.get(tag, self._mark)
        heavy = tag in ("b", "strong", "th") or _BOLD.search(element.get("style", ""))
        self._bold.append(self._bold[-1] or bool(heavy))
        self._put(element.text)

    def _leave(self, element: HtmlElement) -> None:
        self._bold.pop()
        if element.tag in _BLOCKS:
            self._break(apart=element.tag not in _CLOSE or element.tag in ("ul", "ol", "dl"))
            self._mark = ""
        self._lists -= element.tag in ("ul", "ol")
        self._put(element.tail)

    def _put(self, words: str | None) -> None:
        if words:
            self._plain = self._plain or (bool(words.strip()) and not self._bold[-1])
            self._words.append(words)

    def _break(self, *, apart: bool = False) -> None:
        """End the line, and leave a blank one where what follows stands apart."""
        words = _SPACE.sub(" ", "".join(self._words)).strip()
        if words:
            bold = not (self._mark or self._plain) and len(words) <= _LONGEST_BOLD
            self._lines.append(self._mark + (f"**{words}**" if bold else words))
            self._mark = ""
        self._words, self._plain = [], False
        if apart and self._lines and self._lines[-1]:
            self._lines.append("")


def _is_hidden(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return True
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
