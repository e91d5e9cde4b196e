"""The package of a selection: its tables with their schema, sources, terms and sums in one zip."""

import threading

from starlette.requests import Request
from starlette.responses import Response

from loaders.events.filters import NAMES
from loaders.exports import Selection, Store
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
    selection, wrong = selection_of(store, query, host)
    wrong = [*unknown_names("package.zip", NAMES, STEERING, query), *wrong]
    if wrong:
        raise wrong_words(wrong)
    headers = {"Content-Disposition": f'attachment; filename="{package_name(store.facts, selection)}.zip"'}
    answer = Answer(MEDIA, store.facts, ("package", selection.query, host), headers)
    return answered(request, answer, lambda: _made(store, selection))


def _made(store: Store, selection: Selection) -> bytes:
    """The package, one of the last few or made now, which takes seconds: only so many are made at once."""
    key = (store.facts.fingerprint, str(selection.query), selection.host)
    with _MAKERS:
        made = _LAST.pop(key, None) or package_bytes(store, selection)
        _LAST[key] = made
        for old in list(_LAST)[:-MOST_KEPT]:
            _LAST.pop(old, None)
    return made
