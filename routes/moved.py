"""Addresses of pages whose content has moved: each leads on to where it went, with all that it says."""

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Route

MOVED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "/facts": ("/data", {}),
    "/profile": ("/cities", {"view": "city"}),
    "/compare": ("/cities", {"view": "two"}),
}
"""Where the content of an older page is: the path, and what its address says besides."""


def moved(base: str) -> list[BaseRoute]:
    """A route for each of them. `base`: the path under which the dashboard stands."""
    return [Route(base + old, _leads_on(base + new, said), methods=["GET"]) for old, (new, said) in MOVED.items()]


def _leads_on(path: str, said: Mapping[str, str]):
    def endpoint(request: Request) -> RedirectResponse:
        query = urlencode([*said.items(), *(pair for pair in request.query_params.multi_items() if pair[0] not in said)])
        return RedirectResponse(path + (f"?{query}" if query else ""), status_code=308)

    return endpoint
