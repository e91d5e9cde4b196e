"""What goes wrong, as problem details (RFC 9457): which parameter or word, and which words there are."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from http import HTTPStatus
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from loaders.events.filters import LONGEST_TEXT, NO_LETTER, NOT_A_YEAR, OUTSIDE, TOO_LONG, UNKNOWN, Wrong, harmless
from loaders.faults import FaultyData

MEDIA = "application/problem+json"
NO_PARAMETER, TWICE, NO_NUMBER, NOTHING = "no-parameter", "twice", "no-number", "nothing"
"""Why a word of an address is wrong, beside the filters' reasons."""
MOST_ERRORS, MOST_NAMED, MOST_FAULTS, LONGEST_COMPARED, LONGEST_INSTANCE = 20, 5, 100, 100, 2000
_METHODS = "GET, HEAD"
_KEPT_IN_QUERIES = "=&%+/:,;@!$'()*~?"


_DETAILS = {
    UNKNOWN: "{parameter}: “{value}” is not known here.",
    NOT_A_YEAR: "{parameter}: “{value}” is not a year.",
    OUTSIDE: "{parameter}: {value} lies outside the years of the events.",
    TOO_LONG: f"{{parameter}}: at most {LONGEST_TEXT} characters are searched for.",
    NO_LETTER: "{parameter}: “{value}” has no letter or figure.",
    NO_PARAMETER: "{parameter} is no parameter here.",
    TWICE: "{parameter} is said more than once.",
    NO_NUMBER: "{parameter} is a whole number from 0.",
    NOTHING: "There is no {parameter} “{value}” here.",
}
"""What a problem says of each reason why a word of an address is wrong."""


def detail(wrong: Wrong) -> str:
    """Why one word of an address is wrong, in words."""
    return _DETAILS[wrong.reason].format(parameter=harmless(wrong.parameter), value=harmless(wrong.value))


def near(wrong: Wrong) -> list[str]:
    """Those of the allowed words that are most like it; dear, so asked for only where they are sent."""
    said = wrong.parameter if wrong.reason == NO_PARAMETER else wrong.value
    if wrong.reason not in (UNKNOWN, NOT_A_YEAR, NO_PARAMETER, NOTHING):
        return []
    return get_close_matches(said[:LONGEST_COMPARED].lower(), dict.fromkeys(wrong.allowed), n=3, cutoff=0.5)


@dataclass(eq=False)
class Problem(Exception):
    """An answer that is an error. `kind`: the fragment of `/api` that explains it. `detail` sums `errors` up where nothing is given."""

    status: int
    kind: str
    title: str
    errors: tuple[Wrong, ...] = ()
    detail: str = ""
    more: Mapping[str, object] = field(default_factory=dict)


def said(request: Request, problem: Problem) -> Response:
    """A problem as the reader gets it."""
    sent = [(wrong, near(wrong)) for wrong in problem.errors[:MOST_ERRORS]]
    errors = _errors(sent)
    more = {**({"errors": errors} if errors else {}), **problem.more}
    return _response(request, problem.status, problem.kind, problem.title, problem.detail or _summary(problem.errors, sent), more)


def _errors(sent: Sequence[tuple[Wrong, list[str]]]) -> list[dict[str, object]]:
    """Each error's members, the value made harmless; the words that are allowed, nearest first, only at the first of each parameter."""
    errors, listed = [], set()
    for wrong, alike in sent:
        error: dict[str, object] = {"parameter": harmless(wrong.parameter), "value": harmless(wrong.value), "detail": detail(wrong)}
        if wrong.allowed and wrong.parameter not in listed:
            error["allowed"] = list(dict.fromkeys([*alike, *wrong.allowed]))
            listed.add(wrong.parameter)
        errors.append(error)
    return errors


def _summary(errors: Sequence[Wrong], sent: Sequence[tuple[Wrong, list[str]]]) -> str:
    """How much means nothing, where it stands, and what may have been meant."""
    places = list(dict.fromkeys(harmless(wrong.parameter) for wrong, _ in sent))
    named = ", ".join(places[:MOST_NAMED]) + (", …" if len(places) > MOST_NAMED else "")
    number = "One word of the address means" if len(errors) == 1 else f"{len(errors)} words of the address mean"
    left_out = f" errors names the first {len(sent)}; {len(errors) - len(sent)} more are left out." if len(errors) > len(sent) else ""
    meant = [f"“{alike[0]}”" for _, alike in sent if alike][:MOST_NAMED]
    asked = f" Did you mean {' and '.join([', '.join(meant[:-1])] * (len(meant) > 1) + meant[-1:])}?" if meant else ""
    return f"{number} nothing here: {named}.{left_out}{asked}"


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
