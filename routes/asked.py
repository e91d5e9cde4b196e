"""What an address asks for: which table, in which format, which rows of it. Whatever means nothing here is an error, all at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from loaders.common_years import figure_years
from loaders.compare_sides import KINDS, TIES, side_names
from loaders.events.filters import NAMES, UNKNOWN, Filters, Wrong, from_query
from loaders.events.selection import Selection
from loaders.export import DIALECTS
from loaders.formats import FORMATS, Format
from loaders.offers import EVERY, Offer, offers
from loaders.page_choices import STEERING
from loaders.profile import profile_cities
from loaders.side_by_side import places_known
from loaders.store import Store
from routes.problems import NO_NUMBER, NO_PARAMETER, NOTHING, TWICE, Problem
from routes.site import Site

CUT = ("limit", "offset")
SEVERAL = ("place",)
"""Of these choices of a page several words may be said, with commas between them."""
MOST_PARAMETERS = 300
DEFAULTS = {"dialect": next(iter(DIALECTS))}
"""The word for the format that an ending means where nothing else is said."""
_MOST_DIGITS = 12
Query = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Asked:
    """One request, understood. `code`: of FORMATS. `limit` and `offset` are as the address says them, None where it does not."""

    offer: Offer
    code: str
    selection: Selection
    limit: int | None
    offset: int | None


def query_of(request: Request) -> dict[str, list[str]]:
    """The parameters of a request's address, in its order. Raises Problem, 400, where they are more than anybody means."""
    query: dict[str, list[str]] = {}
    number = len(request.query_params.multi_items())
    if number > MOST_PARAMETERS:
        said = f"The address has {number} parameters; at most {MOST_PARAMETERS} are read."
        raise Problem(400, "wrong-parameter", "The address is too long", detail=said)
    for name, value in request.query_params.multi_items():
        query.setdefault(name, []).append(value)
    return query


def asked(store: Store, file: str, query: Query) -> Asked:
    """What `/api/{file}` with this query asks for. Raises Problem: 404 for an unknown table or format, 400 for all other words."""
    name, _, ending = file.partition(".")
    known = offers(store.facts)
    offer = known.get(name)
    if offer is None:
        raise unknown_table(name, known)
    forms = {code: form for code, form in FORMATS.items() if form.takes(name)}
    if ending not in {form.ending for form in forms.values()}:
        raise unknown_format(ending, (form.ending for form in forms.values()))
    forms = {code: form for code, form in forms.items() if form.ending == ending}
    meaning = (*NAMES, *offer.choices, *steering(forms), *CUT)
    wrong = unknown_names(meaning, STEERING, query)
    selection, more = selection_of(store, query, own=offer.choices)
    code, even_more = _code(forms, query)
    wrong += [*more, *even_more, *(error for name in CUT for error in _number_errors(name, query))]
    if wrong:
        raise wrong_words(wrong)
    return Asked(offer, code, selection, *(int(query[name][0]) if name in query else None for name in CUT))


def selection_of(store: Store, query: Query, *, own: Iterable[str] = ()) -> tuple[Selection, list[Wrong]]:
    """The filters and the page's `own` choices that a query says, and each of its values that says none."""
    said = {name: query[name] for name in NAMES if name in query}
    filters, wrong = from_query(said, store.choices()) if said else (Filters(), [])
    chosen = {name: query[name][0] for name in own if name in query}
    for name in chosen:
        words = tuple(choice_words(store, name, kind=chosen.get("compare")))
        said = [word for value in query[name] for word in (value.split(",") if name in SEVERAL else [value])]
        wrong += [Wrong(name, word, UNKNOWN, words) for word in said if word not in words]
        wrong += _said_twice(name, query)
    return store.selection(filters, chosen), wrong


def choice_words(store: Store, name: str, *, kind: str | None = None) -> Mapping[str, str]:
    """The words of a page's own choice, with their names; of a side, those of the `kind` that is compared. KeyError for a choice that nobody has described here."""
    if name in ("a", "b"):
        return side_names(store, kind if kind in KINDS else TIES)
    described = {"indicator": _indicators, "compare": lambda _: KINDS, "of": profile_cities, "place": _places, "year": _years}
    every = {EVERY: "all of them"} if name == "indicator" else {}
    return {**every, **described[name](store)}


def _indicators(store: Store) -> dict[str, str]:
    names = store.facts.table("indicators").set_index("indicator_id")["name"]
    return {code: names[code] for code in store.figures()["indicator_id"].drop_duplicates()}


def _places(store: Store) -> dict[str, str]:
    return dict(places_known(store)[["city_id", "place"]].itertuples(index=False))


def _years(store: Store) -> dict[str, str]:
    return {str(year): str(year) for year in sorted(figure_years(store.figures()).dropna().unique())}


def steering(forms: Mapping[str, Format]) -> dict[str, tuple[str, ...]]:
    """Of formats with one ending: per parameter that chooses between formats of one ending, its words; first the one that stands for no parameter at all."""
    words: dict[str, list[str]] = {}
    for form in forms.values():
        for name, word in form.query:
            words.setdefault(name, [DEFAULTS[name]] if name in DEFAULTS else []).append(word)
    return {name: tuple(dict.fromkeys(said)) for name, said in words.items()}


def _code(forms: Mapping[str, Format], query: Query) -> tuple[str, list[Wrong]]:
    words = steering(forms)
    wrong = [Wrong(name, value, UNKNOWN, words[name]) for name in words for value in query.get(name, ()) if value not in words[name]]
    wrong += [error for name in words for error in _said_twice(name, query)]
    said = {name: query[name][-1] for name in words if name in query and query[name][-1] != DEFAULTS.get(name)}
    found = next((code for code, form in forms.items() if dict(form.query) == said), next(iter(forms)))
    return found, wrong


def unknown_names(meaning: Sequence[str], ignored: Iterable[str], query: Query) -> list[Wrong]:
    """Each parameter that neither means anything here nor is ignored."""
    unknown = [name for name in query if name not in {*meaning, *ignored}]
    return [Wrong(name, query[name][0], NO_PARAMETER, tuple(meaning)) for name in unknown]


def _number_errors(name: str, query: Query) -> list[Wrong]:
    values = query.get(name, ())
    wrong = [value for value in values if not (value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS)]
    return [Wrong(name, value, NO_NUMBER, ("0, 1, 2, …",)) for value in wrong] + _said_twice(name, query)


def _said_twice(name: str, query: Query) -> list[Wrong]:
    return [Wrong(name, value, TWICE) for value in query.get(name, ())[1:]]


def wrong_words(wrong: Sequence[Wrong]) -> Problem:
    """400 for parameters and values that mean nothing here."""
    return Problem(400, "wrong-parameter", "The address says something that is not known here", tuple(wrong))


def unknown_table(name: str, known: Iterable[str]) -> Problem:
    """404 for a table that nobody offers."""
    wrong = Wrong("table", name, NOTHING, tuple(known))
    return Problem(404, "unknown-table", "No such table", (wrong,))


def unknown_format(ending: str, endings: Iterable[str]) -> Problem:
    """404 for a format that a table does not have."""
    wrong = Wrong("format", ending, NOTHING, tuple(endings))
    return Problem(404, "unknown-format", "No such format", (wrong,))


def no_such_address(_site: Site, request: Request) -> Response:
    """404 for every other path below `/api`."""
    paths = (
        "/api",
        "/api/index.json",
        "/api/{table}.{format}",
        "/api/package.zip",
        "/api/schema/{table}.json",
        "/api/basemap/{name}.geojson",
    )
    raise Problem(404, "unknown-address", "No such address", (Wrong("path", request.scope["path"], NOTHING, paths),))
