"""Readers turn a file's bytes into a report."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from kg.errors import EmptyReport, ReportTooLarge
from kg.model import Report
from loaders.readers import head
from loaders.readers.decode import decode

__all__ = ["LARGEST", "open_report"]

LARGEST = 20_000_000  # bytes
_HTML = (".html", ".htm", ".xhtml")


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
    text = decode(path.name, data)
    if path.suffix.lower() in _HTML or (not path.suffix and _looks_like_html(text)):
        from loaders.readers.html import render

        text = render(text)
    if not text.strip():
        raise EmptyReport(f"{path.name} holds no text: there is nothing to read in it.")
    sha256 = hashlib.sha256(data).hexdigest()
    return Report(
        id=f"report/{sha256[:16]}",
        file=path.name,
        title=head.title(text, path.stem),
        date=head.date(text),
        publisher=head.publisher(text),
        language="zh" if head.is_chinese(text) else "en",
        sha256=sha256,
        text=text,
    )


def _looks_like_html(text: str) -> bool:
    return text.lstrip()[:200].lower().startswith(("<!doctype html", "<html", "<head", "<body", "<meta"))
