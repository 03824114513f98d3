"""From bytes to text: the encodings that reports come in, and nothing that is no text."""

from __future__ import annotations

import codecs
import re

from kg.errors import UnreadableReport

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF: save its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a Word, Excel or zip file: save it as text or HTML first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file: save it as text or HTML first"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 200_000


def decode(name: str, data: bytes) -> str:
    """The text of a file, newlines as \\n, without a byte order mark.

    UTF-8, UTF-16 and UTF-32 with a mark, and GB18030 where the result reads as Chinese.
    Raises UnreadableReport for anything else.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableReport(f"{name} is {what}.")
    text = _text(data)
    if text is None:
        raise UnreadableReport(
            f"{name} is neither UTF-8, UTF-16 nor GB18030 text: save it as UTF-8 and load it again."
        )
    if _is_binary(text):
        raise UnreadableReport(f"{name} is a binary file: save it as text, Markdown or HTML first.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _text(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    text = _decoded(data, "utf-8")
    if text is None and b"\0" not in data[:_SAMPLE]:
        text = _decoded(data, "gb18030")
        if text is not None and not _is_chinese(text):
            text = None
    return text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_chinese(text: str) -> bool:
    """True where nearly all that is not ASCII is of the everyday set GB 2312.

    Western text decodes as GB18030 too, but into rare characters: its second bytes are ASCII.
    """
    foreign = [char for char in text[:_SAMPLE] if not char.isascii()]
    codes = [char.encode("gb18030") for char in foreign]
    everyday = sum(len(code) == 2 and code[0] < 0xF8 and code[1] > 0xA0 for code in codes)
    return everyday >= 0.8 * len(foreign)


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return "\0" in text or len(_CONTROLS.findall(sample)) > 3 + 0.01 * len(sample)
