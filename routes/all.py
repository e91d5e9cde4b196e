"""Every route in one list, and what holds for all of them: read-only, open to any origin, every error a problem."""

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from loaders.faults import FaultyData
from loaders.store import Store
from routes import problems
from routes.asked import no_such_address
from routes.files import ground_answer, script_answer
from routes.health import health_answer
from routes.index import index_answer
from routes.moved import moved
from routes.package import package_answer
from routes.site import Site
from routes.tables import schema_answer, table_answer

EXPOSED = ("Content-Disposition", "ETag", "Link", "X-Total-Count")
_CORS = Middleware(
    CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "HEAD"], allow_headers=["If-None-Match"], expose_headers=EXPOSED
)
_HANDLERS = {
    problems.Problem: problems.said,
    FaultyData: problems.faulty,
    HTTPException: problems.refused,
    Exception: problems.failed,
}
Answer = Callable[[Site, Request], Response]


def api(store: Callable[[], Store], *, base: str = "") -> list[BaseRoute]:
    """The data routes. `store`: gives the tables, read anew where they have changed; `base`: the path under which the dashboard stands.

    An application of its own answers, so that an error, a wrong method and an unknown path are its problems and nobody else's.
    """
    answers: list[tuple[str, Answer]] = [
        ("/healthz", health_answer),
        ("/api", index_answer),
        ("/api/", index_answer),
        ("/api/index.json", index_answer),
        ("/api/basemap/{name}.geojson", ground_answer),
        ("/api/script/{name}.js", script_answer),
        ("/api/schema/{file}", schema_answer),
        ("/api/package.zip", package_answer),
        ("/api/{file}", table_answer),
        ("/api/{rest:path}", no_such_address),
    ]
    base = "/".join(["", *base.strip("/").split("/")]).rstrip("/")
    site = Site(store, base)
    routes = [Route(base + path, _endpoint(site, answer), methods=["GET"]) for path, answer in answers]
    inner = Starlette(routes=routes, middleware=[_CORS], exception_handlers=_HANDLERS)
    inner.state.site = site
    return [*(Route(base + path, inner) for path in ("/healthz", "/api", "/api/{rest:path}")), *moved(base)]


def _endpoint(site: Site, answer: Answer) -> Callable[[Request], Response]:
    """A plain function, which Starlette runs in a thread of its pool."""

    def endpoint(request: Request) -> Response:
        return answer(site, request)

    return endpoint
