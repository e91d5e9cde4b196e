"""Whether all is well: the data read, without a fault."""

from starlette.requests import Request
from starlette.responses import Response

from loaders.faults import FaultyData
from routes.answers import plain_json, program
from routes.problems import fault_list
from routes.site import Site


def health_answer(site: Site, request: Request) -> Response:
    """`/healthz`: 200 with the data's version and numbers of rows; 503 with the faults where there are any."""
    try:
        facts = site.store().facts
    except FaultyData as faulty:
        return plain_json(request, {"status": "faulty", "faults": fault_list(faulty.faults)}, status=503)
    said = {
        "fingerprint": facts.fingerprint,
        "version": str(facts.package["version"]),
        "program": program(),
        "rows": {name: len(table) for name, table in facts.frames.items()},
    }
    if facts.faults:
        return plain_json(request, {"status": "faulty", **said, "faults": fault_list(facts.faults)}, status=503)
    return plain_json(request, {"status": "ok", **said})
