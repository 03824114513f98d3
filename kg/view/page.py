"""Our own page: style, script and graph in one file, closed to everything outside."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from typing import Any

from kg.view.data import View
from kg.view.modules import ASSETS, script
from kg.view.payload import payload

_START = "main"


def page(view: View) -> str:
    """The whole HTML file of a view; it makes no request."""
    return fill(packed(payload(view)), connect="'none'")


def fill(data: str, connect: str) -> str:
    """The page around packed data; `connect` is what the policy lets the script ask."""
    return html("page.html", {"style": style("page.css"), "script": script(_START), "data": data},
                connect)  # fmt: skip


def html(template: str, parts: Mapping[str, str], connect: str = "'none'") -> str:
    """A template with its parts filled in, and a policy that lets only these run."""
    policy = "; ".join((
        "default-src 'none'", f"script-src {_hash(parts['script'])}",
        f"style-src {_hash(parts['style'])}", "img-src data: blob:", f"connect-src {connect}",
        "base-uri 'none'", "form-action 'none'",
    ))  # fmt: skip
    text = (ASSETS / template).read_text("utf-8")
    # One pass: what a part has in it is never looked at for further marks.
    return re.sub(r"\{\{(\w+)\}\}", lambda mark: {**parts, "policy": policy}[mark[1]], text)


def packed(value: Any) -> str:
    """A value as compressed JSON in base64: small, and no markup whatever it says."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode("utf-8", "replace"), 9)).decode()


def style(name: str) -> str:
    """A style sheet of ours."""
    return (ASSETS / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
