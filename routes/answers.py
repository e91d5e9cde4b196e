"""Answers that caches and spreadsheets can rely on: what names their bytes, whether the reader has them already, how they travel."""

import gzip
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from loaders.facts import FactBase
from routes.problems import bodiless

HERE = Path(__file__).resolve().parent
_SHORT = 32


@dataclass(frozen=True)
class Answer:
    """All of an answer but its bytes. `shaped_by`: everything that its bytes depend on, beside the data and the program."""

    media: str
    facts: FactBase
    shaped_by: tuple[object, ...]
    headers: Mapping[str, str] = field(default_factory=dict)
    vary: tuple[str, ...] = ("Accept-Encoding",)


def answered(request: Request, answer: Answer, body: Callable[[], bytes], late: Callable[[], Mapping[str, str]] = dict) -> Response:
    """200 with the body, or 304 where the reader has it. HEAD makes no body, and so says no length.

    `late`: headers that only the rows can say; asked for neither body nor headers where the answer is 304.
    """
    zipped = quality(request.headers.get("accept-encoding", ""), "gzip") > 0
    tag = _tag(answer, zipped)
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": ", ".join(answer.vary), **answer.headers}
    if matches(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    headers |= late()
    headers |= {"X-Content-Type-Options": "nosniff", **({"Content-Encoding": "gzip"} if zipped else {})}
    if request.method == "HEAD":
        response = Response(headers=headers, media_type=answer.media)
        del response.headers["Content-Length"]
        return response
    made = body()
    return Response(gzip.compress(made, compresslevel=6, mtime=0) if zipped else made, headers=headers, media_type=answer.media)


def plain_json(request: Request, content: object, *, status: int = 200) -> Response:
    """A small answer in JSON that nobody keeps."""
    said = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return bodiless(request, Response(json_bytes(content), status, said, "application/json"))


def json_bytes(content: object) -> bytes:
    """JSON in UTF-8, to be read by people too."""
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _tag(answer: Answer, zipped: bool) -> str:
    """A strong validator: other bytes have another."""
    shaped = json.dumps([answer.facts.fingerprint, program(), answer.media, *answer.shaped_by], sort_keys=True)
    return f'"{hashlib.sha256(shaped.encode("utf-8", "replace")).hexdigest()[:_SHORT]}{"-gzip" if zipped else ""}"'


@cache
def program() -> str:
    """What names the program that makes the bytes: its own files, and every package in the version that is installed."""
    digest = hashlib.sha256()
    for path in sorted([*HERE.glob("**/*"), *(HERE.parent / "loaders").glob("**/*")]):
        if path.suffix in (".py", ".css"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update("|".join(sorted(f"{found.name}=={found.version}" for found in metadata.distributions())).encode())
    return digest.hexdigest()[:_SHORT]


def matches(said: str, tag: str) -> bool:
    """Whether If-None-Match names the tag: any in a list, weak or strong, or `*`."""
    return said.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in said.split(",")}


def quality(said: str, *names: str) -> float:
    """How much an Accept header wants the best of these names: 0 where it does not name one of them."""
    found = 0.0
    for part in said.lower().split(","):
        name, *more = (piece.strip() for piece in part.split(";"))
        if name in names:
            found = max(found, next((_number(piece[2:]) for piece in more if piece.startswith("q=")), 1.0))
    return found


def _number(text: str) -> float:
    return float(text) if text.replace(".", "", 1).isascii() and text.replace(".", "", 1).isdigit() else 0.0
