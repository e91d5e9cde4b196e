"""The map's ground as files that a browser fetches once: an address names its bytes, and other bytes have another."""

import gzip
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from loaders.basemap import ground_files, ground_paths
from loaders.events.filters import UNKNOWN, Wrong
from routes.answers import quality
from routes.problems import Problem, bodiless
from routes.site import Site

MEDIA = "application/geo+json"
_FOR_GOOD = "public, max-age=31536000, immutable"  # a year in seconds


@cache
def _files() -> dict[str, tuple[bytes, bytes]]:
    """By the name in its address, each region's file as it is and as it travels."""
    files = ground_files()
    names = {region: path.rpartition("/")[2].removesuffix(".geojson") for region, path in ground_paths(files).items()}
    return {names[region]: (content, gzip.compress(content, mtime=0)) for region, content in files.items()}


def ground_answer(_site: Site, request: Request) -> Response:
    """`/api/basemap/{name}.geojson`: kept by the browser for good, so it is never asked for anew."""
    name, files = request.path_params["name"], _files()
    if name not in files:
        wrong = Wrong("name", name, UNKNOWN, tuple(files))
        raise Problem(404, "unknown-address", "No such address", (wrong,))
    zipped = quality(request.headers.get("accept-encoding", ""), "gzip") > 0
    headers = {"Cache-Control": _FOR_GOOD, "Vary": "Accept-Encoding", "X-Content-Type-Options": "nosniff"}
    headers |= {"Content-Encoding": "gzip"} if zipped else {}
    return bodiless(request, Response(files[name][zipped], headers=headers, media_type=MEDIA))
