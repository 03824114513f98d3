"""The script of a page: its ES modules in one text, each in a scope of its own."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).with_name("assets")

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) (\w+))", re.MULTILINE)


@cache
def script(start: str) -> str:
    """The module of that name and all that it imports, each after those that it needs.

    A page with one hash in its policy can hold one script, and a file opened from a disk may
    not import another.
    """
    found: dict[str, str] = {}

    def add(name: str) -> None:
        text = (ASSETS / f"{name}.js").read_text("utf-8")
        for _, other in _IMPORT.findall(text):
            if other not in found:
                add(other)
        found[name] = _scoped(name, text)

    add(start)
    return '"use strict";\n' + "".join(found.values())


def _scoped(name: str, text: str) -> str:
    public = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(r"const \1 = $\2;", text))
    return f"const ${name} = (() => {{\n{body}\nreturn {{ {public} }};\n}})();\n"
