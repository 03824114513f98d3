"""Readers turn a file's bytes into a report."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath

from kg.errors import EmptyReport, ReportTooLarge
from kg.model import Report
from loaders.readers import head
from loaders.readers.decode import decode
from loaders.readers.publisher import publisher

__all__ = ["LARGEST", "open_report"]

LARGEST = 20_000_000  # bytes
_HTML = (".html", ".htm", ".xhtml")
_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body|meta)\b", re.IGNORECASE)
_CJK = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_LATIN_PER_CJK = 5  # an English word has about five letters, a Chinese one two characters


def open_report(name: str, data: bytes) -> Report:
    """The report that a file holds: .html is rendered, anything else is taken as it stands.

    Raises UnreadableReport, EmptyReport or ReportTooLarge.
    """
    path = PurePath(name)
    if len(data) > LARGEST:
        raise ReportTooLarge(
            f"{path.name} has {len(data) / 1e6:.0f} MB, a report at most {LARGEST // 1_000_000}: "
            "split it, or take out what is no report."
        )
    if not data.strip():
        raise EmptyReport(f"{path.name} is empty: there is nothing to read in it.")
    text = _rendered(path, decode(path.name, data))
    if not text.strip():
        raise EmptyReport(f"{path.name} holds no text: there is nothing to read in it.")
    sha256 = hashlib.sha256(data).hexdigest()
    first = head.lines(text)
    return Report(
        id=f"report/{sha256[:16]}",
        file=path.name,
        title=head.title(first, path.stem),
        date=head.date(first),
        publisher=publisher(first, text),
        language="zh" if _is_chinese(text) else "en",
        sha256=sha256,
        text=text,
    )


def _rendered(path: PurePath, text: str) -> str:
    if path.suffix.lower() in _HTML or (not path.suffix and _PAGE.match(text)):
        from loaders.readers.html import render

        return render(text)
    return text


def _is_chinese(text: str) -> bool:
    return len(_CJK.findall(text)) * _LATIN_PER_CJK > len(_LATIN.findall(text))
