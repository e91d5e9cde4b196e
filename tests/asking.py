"""The data routes asked without a server: one request in, all of the answer out."""

import asyncio
import csv
import gzip
import io
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from starlette.applications import Starlette

from loaders.store import Store
from routes import api

HOST = "http://ties.example"
_ELSEWHERE = ThreadPoolExecutor(1)  # this thread may be the browser's, which has a loop of its own


@dataclass
class Answer:
    """`body` is what was sent; `headers` have names in small letters."""

    status: int
    headers: dict
    body: bytes

    @property
    def content(self):
        return gzip.decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body

    @property
    def json(self):
        return json.loads(self.content)

    @property
    def rows(self):
        return list(csv.DictReader(io.StringIO(self.content.decode("utf-8-sig"), newline="")))

    def links(self):
        """Addresses by their relation."""
        pairs = (link.split("; ") for link in self.headers["link"].split(", "))
        return {relation[5:-1]: address[1:-1] for address, relation in pairs}


def asker(store, base=""):
    """A function that asks the routes of a store; `store` may be a function that raises."""
    app = Starlette(routes=api(store if not isinstance(store, Store) else lambda: store, base=base))

    def ask(path, query=None, method="GET", host="ties.example", root_path="", **headers):
        split = urlsplit(path)
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": split.path,
            "root_path": root_path,
            "query_string": (split.query or urlencode(query or {}, doseq=True)).encode("latin-1"),
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in {"host": host, **headers}.items()],
        }
        return _ELSEWHERE.submit(lambda: asyncio.run(_asked(app, scope))).result()

    return ask


async def _asked(app, scope):
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    try:
        await app(scope, receive, send)
    except ZeroDivisionError:
        assert sent, "a fault of the program was raised and nobody was told"
    start = next(message for message in sent if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Answer(start["status"], {name.decode(): value.decode() for name, value in start["headers"]}, body)
