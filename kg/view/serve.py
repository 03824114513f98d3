"""The page served from the live store: on this machine only, for whoever has the token."""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable, Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from kg.errors import AtlasError
from kg.store import Store
from kg.view.data import DEPTH, LIMIT, near, view
from kg.view.page import fill, packed
from kg.view.payload import payload

HOST = "127.0.0.1"
# What one search or one step outwards brings at most.
FOUND, NEIGHBOURS = 12, 300
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Server(ThreadingHTTPServer):
    """Answers from a store at `url` until it is shut down; see `serve_forever`.

    `names`, `depth` and `limit` choose what the page begins with, as for kg.view.data.view.
    """

    daemon_threads = True

    def __init__(
        self,
        store: Path,
        names: Sequence[str] = (),
        depth: int = DEPTH,
        limit: int = LIMIT,
        port: int = 0,
    ) -> None:
        super().__init__((HOST, port), _Handler)
        self.store = store
        self.names, self.depth, self.limit = tuple(names), depth, limit
        self.token = secrets.token_urlsafe(24)
        self.authority = f"{HOST}:{self.server_address[1]}"
        self.url = f"http://{self.authority}/{self.token}/"

    def page(self, _: dict[str, str]) -> str:
        """The page itself, with what it begins with."""
        with Store(self.store) as store:
            value = payload(view(store, self.names, self.depth, self.limit))
        return fill(packed({**value, "live": True}), connect="'self'")

    def around(self, query: dict[str, str]) -> str:
        """What stands next to a thing."""
        with Store(self.store) as store:
            return json.dumps(payload(near(store, [query.get("id", "")], NEIGHBOURS)))

    def search(self, query: dict[str, str]) -> str:
        """The things that have a text in one of their names."""
        from kg.store.lookup import search

        with Store(self.store) as store:
            found = [
                row["id"] for row in search(store, query.get("text", ""), FOUND) if "id" in row
            ]
            return json.dumps(payload(view(store, found, depth=0)))


Answer = Callable[[Server, dict[str, str]], str]
_ANSWERS: dict[str, tuple[Answer, str]] = {
    "": (Server.page, "text/html; charset=utf-8"),
    "around": (Server.around, "application/json"),
    "search": (Server.search, "application/json"),
}


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version, sys_version = "chainatlas", ""

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        token, _, name = address.path.removeprefix("/").partition("/")
        # A page elsewhere may know the port, and name this host as it likes: neither the token
        # nor the address in the browser can be its own.
        known = hmac.compare_digest(token.encode(), self.server.token.encode())
        if not known or self.headers.get("Host") != self.server.authority:
            return self._send(HTTPStatus.FORBIDDEN, "text/plain", "this address needs its token")
        if name not in _ANSWERS:
            return self._send(HTTPStatus.NOT_FOUND, "text/plain", "there is nothing here")
        answer, kind = _ANSWERS[name]
        query = {key: values[0] for key, values in parse_qs(address.query).items()}
        try:
            return self._send(HTTPStatus.OK, kind, answer(self.server, query))
        except AtlasError as error:
            return self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", str(error))

    def _send(self, status: HTTPStatus, kind: str, text: str) -> None:
        data = text.encode()
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(data)), **_HEADERS}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a log would hold the token."""
