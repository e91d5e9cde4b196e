"""The index of the data routes: every table, format, parameter and word, with examples that work."""

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from loaders.events.selection import derived
from loaders.exports import LICENCE
from loaders.faults import FaultyData
from loaders.formats import FORMATS
from loaders.offers import Offer, export, offers
from loaders.store import Store
from routes.answers import Answer, answered, json_bytes, quality
from routes.index_page import page
from routes.index_words import ERRORS, examples, parameters
from routes.site import Site

JSON_MEDIA, HTML_MEDIA = "application/json", "text/html; charset=utf-8"
_STYLED = {
    "Content-Security-Policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}


def index_answer(site: Site, request: Request) -> Response:
    """`/api` for people, and the same as JSON for programs: for who asks for it, and at `/api/index.json`."""
    store, host = site.store(), site.host(request)
    accept = request.headers.get("accept", "")
    asked_by_name = request.scope["path"].endswith(".json")
    as_json = asked_by_name or quality(accept, "application/json") > quality(accept, "text/html", "text/*", "*/*")
    media = JSON_MEDIA if as_json else HTML_MEDIA
    vary = ("Accept-Encoding",) if asked_by_name else ("Accept", "Accept-Encoding")
    answer = Answer(media, store.facts, ("index", host), {} if as_json else _STYLED, vary)
    return answered(request, answer, lambda: json_bytes(index(store, host)) if as_json else page(index(store, host)).encode())


def index(store: Store, host: str) -> dict[str, object]:
    """The index as plain values; the page is written from them alone."""
    said, known = store.facts.package, offers(store.facts)
    title, version = str(said["title"]), str(said["version"])
    return {
        "title": title,
        "description": str(said["description"]),
        "version": version,
        "as_of": store.facts.as_of,
        "fingerprint": store.facts.fingerprint,
        "licence": LICENCE,
        "cite": f"{_contributors(said)}: {title}. Version {version}, data {store.facts.fingerprint}. {host or '/'}",
        "dashboard": f"{host}/",
        "health": f"{host}/healthz",
        "package": f"{host}/api/package.zip",
        "tables": [_table(store, offer, host) for offer in known.values()],
        "formats": [{"name": code, "label": form.label, "media": form.media} for code, form in FORMATS.items()],
        "parameters": parameters(store, known),
        "examples": examples(store, host),
        "errors": [{"kind": kind, "status": status, "means": means} for kind, (status, means) in ERRORS.items()],
    }


def _contributors(package: Mapping[str, object]) -> str:
    return ", ".join(one["title"] for one in package.get("contributors", ()))


def _table(store: Store, offer: Offer, host: str) -> dict[str, object]:
    formats = [
        {"name": code, "media": form.media, "address": _address(host, f"/api/{offer.name}.{form.ending}", dict(form.query))}
        for code, form in FORMATS.items()
        if form.takes(offer.name)
    ]
    return {
        "name": offer.name,
        "title": offer.title,
        "row": offer.row,
        "rows": _rows(store, offer.name),
        "page": _address(host, offer.page, offer.query),
        "schema": f"{host}/api/schema/{offer.name}.json",
        "formats": formats,
    }


def _address(host: str, path: str, query: Mapping[str, str]) -> str:
    return f"{host}{path}" + (f"?{urlencode(query)}" if query else "")


@derived
def _rows(store: Store, name: str) -> int | None:
    """How many rows there are; None where faults stand in the way."""
    try:
        return len(export(store.selection(), name))
    except FaultyData:
        return None
