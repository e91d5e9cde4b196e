"""What goes wrong, as problem details (RFC 9457): which parameter or word, and which words there are."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from http import HTTPStatus
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from loaders.faults import FaultyData
from loaders.filters import shown

MEDIA = "application/problem+json"
MOST_ERRORS, MOST_FAULTS, LONGEST_COMPARED, LONGEST_INSTANCE = 20, 100, 100, 2000
_METHODS = "GET, HEAD"
_KEPT_IN_QUERIES = "=&%+/:,;@!$'()*~?"


@dataclass(frozen=True)
class Wrong:
    """One word of an address that means nothing here. `allowed`: what may stand in its place, the nearest first."""

    parameter: str
    value: str
    detail: str
    allowed: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The members of the problem, the value made harmless."""
        return {"parameter": shown(self.parameter), "value": shown(self.value), "detail": self.detail, "allowed": list(self.allowed)}


@dataclass(eq=False)
class Problem(Exception):
    """An answer that is an error. `kind`: the fragment of `/api` that explains it. The first of `errors` stands in the problem itself."""

    status: int
    kind: str
    title: str
    errors: tuple[Wrong, ...] = ()
    detail: str = ""
    more: Mapping[str, object] = field(default_factory=dict)


def nearest_first(value: str, words: Iterable[str]) -> tuple[str, ...]:
    """The words, those most like the value before all others."""
    words = tuple(dict.fromkeys(words))
    close = get_close_matches(value[:LONGEST_COMPARED].lower(), words, n=3, cutoff=0.5)
    return (*close, *(word for word in words if word not in close))


def said(request: Request, problem: Problem) -> Response:
    """A problem as the reader gets it."""
    errors = [wrong.to_dict() for wrong in problem.errors[:MOST_ERRORS]]
    left_out = len(problem.errors) - len(errors)
    detail = problem.detail or " ".join(str(error["detail"]) for error in errors) + (f" And {left_out} more." if left_out else "")
    first = {name: errors[0][name] for name in ("parameter", "value", "allowed")} if errors else {}
    more = {**first, **({"errors": errors} if errors else {}), **problem.more}
    return _response(request, problem.status, problem.kind, problem.title, detail, more)


def faulty(request: Request, fault: FaultyData) -> Response:
    """The data have faults that stand in the way of what was asked; each is named as its file has it."""
    detail = f"{len(fault.faults)} {'fault' if len(fault.faults) == 1 else 'faults'} in the data must be mended first."
    return _response(request, 503, "faulty-data", "The data have faults", detail, {"faults": fault_list(fault.faults)})


def fault_list(faults: Iterable[object]) -> list[str]:
    """The first of them in words, with file, line, column, value and what was expected."""
    return [str(fault) for fault in faults][:MOST_FAULTS]


def refused(request: Request, refusal: HTTPException) -> Response:
    """A method that the routes do not know; OPTIONS is told which they do."""
    if refusal.status_code != 405:
        return _response(request, refusal.status_code, "refused", HTTPStatus(refusal.status_code).phrase, "", {})
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": f"{_METHODS}, OPTIONS"})
    detail = f"The data can only be read: {_METHODS}."
    response = _response(request, 405, "method-not-allowed", "Method not allowed", detail, {"allowed": _METHODS.split(", ")})
    response.headers["Allow"] = _METHODS
    return response


def failed(request: Request, _fault: Exception) -> Response:
    """The program itself is at fault; what happened stands in the server's log and nowhere else."""
    response = _response(
        request, 500, "internal-error", "The answer could not be made", "The program is at fault; the facts are unharmed.", {}
    )
    response.headers["Access-Control-Allow-Origin"] = "*"  # outside of the middleware that says it for all others
    return response


def _response(request: Request, status: int, kind: str, title: str, detail: str, more: Mapping[str, object]) -> Response:
    members = {
        "type": f"{request.app.state.site.host(request)}/api#{kind}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": _instance(request),
        **more,
    }
    content = json.dumps({name: value for name, value in members.items() if value != ""}, ensure_ascii=False, indent=1)
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return bodiless(request, Response(content.encode("utf-8", "replace"), status, headers, MEDIA))


def _instance(request: Request) -> str:
    """The address that was asked for, as it came in; only its path where it is endless."""
    path, query = quote(request.scope["path"])[:LONGEST_INSTANCE], quote(request.scope["query_string"], safe=_KEPT_IN_QUERIES)
    address = f"{path}?{query}" if query else path
    return address if len(address) <= LONGEST_INSTANCE else path


def bodiless(request: Request, response: Response) -> Response:
    """The response to HEAD: the headers that GET has, Content-Length among them, and nothing behind them."""
    if request.method == "HEAD":
        response.body = b""
    return response
