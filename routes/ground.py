"""The map's ground as files, so that a browser keeps it between two maps."""

import hashlib
import json
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from loaders.basemap import ground
from loaders.events.filters import UNKNOWN, Wrong
from routes.answers import matches
from routes.problems import Problem, bodiless
from routes.site import Site

MEDIA = "application/geo+json"
KEPT_S = 7 * 24 * 3600


@cache
def _files() -> dict[str, bytes]:
    """By name, each region and each kind of feature of a region (`japan`, `japan-inner-border`)."""
    files = {}
    for region, features in ground().items():
        files[region] = _collection(features)
        for kind in dict.fromkeys(feature["properties"]["kind"] for feature in features):
            files[f"{region}-{kind}".replace(" ", "-")] = _collection([one for one in features if one["properties"]["kind"] == kind])
    return files


def _collection(features: list[dict]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")).encode()


def ground_answer(_site: Site, request: Request) -> Response:
    """`/api/basemap/{name}.geojson`: kept for a week by the browser, and asked for anew by its tag."""
    name, files = request.path_params["name"], _files()
    if name not in files:
        wrong = Wrong("name", name, UNKNOWN, tuple(files))
        raise Problem(404, "unknown-address", "No such address", (wrong,))
    tag = f'W/"{hashlib.sha256(files[name]).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": f"public, max-age={KEPT_S}", "X-Content-Type-Options": "nosniff"}
    if matches(request.headers.get("if-none-match", ""), tag.removeprefix("W/")):
        return Response(status_code=304, headers=headers)
    return bodiless(request, Response(files[name], headers=headers, media_type=MEDIA))
