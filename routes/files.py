"""Files that a browser fetches once, the map's ground and the scripts of the pages: an address names its bytes, and other bytes have another."""

import gzip
from collections.abc import Mapping
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from loaders.basemap import ground_files, ground_paths
from loaders.events.filters import UNKNOWN, Wrong
from loaders.scripts import SCRIPTS
from routes.answers import quality
from routes.problems import Problem, bodiless
from routes.site import Site

_FOR_GOOD = "public, max-age=31536000, immutable"  # a year in seconds


@cache
def _ground() -> dict[str, bytes]:
    """Each region's file by the name in its address."""
    files = ground_files()
    return {ground_paths(files)[region].rpartition("/")[2].removesuffix(".geojson"): content for region, content in files.items()}


def ground_answer(_site: Site, request: Request) -> Response:
    """`/api/basemap/{name}.geojson`."""
    return _kept(request, _ground(), "application/geo+json")


def script_answer(_site: Site, request: Request) -> Response:
    """`/api/script/{name}.js`."""
    return _kept(request, SCRIPTS, "text/javascript")


def _kept(request: Request, files: Mapping[str, bytes], media: str) -> Response:
    """Kept by the browser for good, so it is never asked for anew."""
    name = request.path_params["name"]
    if name not in files:
        raise Problem(404, "unknown-address", "No such address", (Wrong("name", name, UNKNOWN, tuple(files)),))
    zipped = quality(request.headers.get("accept-encoding", ""), "gzip") > 0
    headers = {"Cache-Control": _FOR_GOOD, "Vary": "Accept-Encoding", "X-Content-Type-Options": "nosniff"}
    headers |= {"Content-Encoding": "gzip"} if zipped else {}
    return bodiless(request, Response(_zipped(files[name]) if zipped else files[name], headers=headers, media_type=media))


@cache
def _zipped(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)
