"""The package of a selection: its tables with their schema, sources, terms and sums in one zip."""

import threading

from starlette.requests import Request
from starlette.responses import Response

from loaders.events.filters import NAMES
from loaders.events.selection import Selection
from loaders.package_texts import package_name
from loaders.packaging import package_bytes
from loaders.page_choices import STEERING
from routes.answers import Answer, answered
from routes.asked import query_of, selection_of, unknown_names, wrong_words
from routes.site import Site

MEDIA = "application/zip"
MOST_AT_ONCE, MOST_KEPT = 2, 4
_MAKERS = threading.BoundedSemaphore(MOST_AT_ONCE)
_LAST: dict[tuple[str, str, str], bytes] = {}


def package_answer(site: Site, request: Request) -> Response:
    """`/api/package.zip`: takes the filter's parameters, and ignores what only steers a page or chooses within one table."""
    store, host, query = site.store(), site.host(request), query_of(request)
    selection, wrong = selection_of(store, query)
    wrong = [*unknown_names(NAMES, STEERING, query), *wrong]
    if wrong:
        raise wrong_words(wrong)
    headers = {"Content-Disposition": f'attachment; filename="{package_name(store.facts, selection)}.zip"'}
    answer = Answer(MEDIA, store.facts, ("package", selection.query, host), headers)
    return answered(request, answer, lambda: _made(selection, host))


def _made(selection: Selection, host: str) -> bytes:
    """The package, one of the last few or made now, which takes seconds: only so many are made at once."""
    key = (selection.facts.fingerprint, str(selection.query), host)
    with _MAKERS:
        made = _LAST.pop(key, None) or package_bytes(selection, host=host)
        _LAST[key] = made
        for old in list(_LAST)[:-MOST_KEPT]:
            _LAST.pop(old, None)
    return made
