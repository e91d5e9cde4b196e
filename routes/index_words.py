"""What the index says of parameters and errors, and its examples, made of the words that the data have."""

from collections.abc import Mapping
from urllib.parse import urlencode

from loaders.chosen import LABELS
from loaders.events import FACETS
from loaders.events.filters import CERTAINTIES, YES
from loaders.faults import FaultyData
from loaders.formats import FORMATS
from loaders.offers import Offer
from loaders.page_choices import STEERING
from loaders.store import Store
from routes.asked import CUT, choice_words, steering

ERRORS = {
    "unknown-table": (404, "No table of this name; errors names them all, the nearest first."),
    "unknown-format": (404, "The table has no such format; errors names those that it has."),
    "unknown-address": (404, "Nothing is at this address."),
    "wrong-parameter": (400, "A parameter or a value that means nothing here. errors names each of the first 20, and of each parameter once the words "
    "allowed in its place, nearest first."),
    "refused": (400, "A request that cannot be read as one; its status and title say why."),
    "method-not-allowed": (405, "The data can only be read: GET, HEAD and OPTIONS."),
    "faulty-data": (503, "The data have faults; faults names each with file, line, column, value and what was expected."),
    "internal-error": (500, "The program is at fault."),
}  # fmt: skip
_MEANINGS = {
    "certainty": "possibly (as without it): also what may lie in another year than that which it stands in; certainly: without that.",
    "background": "With what belongs to none of the relationships that the data are about; a chosen relationship is shown in any case.",
    "text": "Words that all occur: where a word begins with them; in Chinese and Japanese script, in any part.",
    "limit": "At most so many rows. X-Total-Count says how many there are, Link where the next are.",
    "offset": "Without so many rows at the beginning; beyond the end there are none.",
}  # fmt: skip


def parameters(store: Store, known: Mapping[str, Offer]) -> list[dict[str, object]]:
    """Every parameter: what it means, whether it may be said several times, and its words with their names and numbers of events."""
    return [*_filter_parameters(store), *_own_parameters(store, known), *_of_answers(), _steers_pages()]


def _filter_parameters(store: Store) -> list[dict[str, object]]:
    """Those of the filter; without their words where faults in the events stand in the way."""
    try:
        first, last = store.choices().years
        names, counts = store.names(), {facet: store.selection().counts(facet) for facet in FACETS}
    except FaultyData:
        first, last, names, counts = "the first", "the last", {}, {}
    said = [
        _parameter(
            "years",
            f"First and last year, between {first} and {last}; said twice, or once for a single year; none for what has no date.",
            several=True,
        )
    ]
    said.append(_parameter("background", _MEANINGS["background"], words=[{"code": YES}]))
    said.append(_parameter("certainty", _MEANINGS["certainty"], words=[{"code": code} for code in CERTAINTIES]))
    for facet in FACETS:
        words = [
            {"code": code, "name": names.get(facet, {}).get(code, code), "events": number} for code, number in counts.get(facet, {}).items()
        ]
        said.append(_parameter(facet, f"{LABELS[facet]}, as in the dashboard’s bar; several are alternatives.", several=True, words=words))
    return [*said, _parameter("text", _MEANINGS["text"])]


def _own_parameters(store: Store, known: Mapping[str, Offer]) -> list[dict[str, object]]:
    """Those that single tables have beside the filter."""
    tables: dict[str, list[str]] = {}
    for offer in known.values():
        for name in offer.choices:
            tables.setdefault(name, []).append(offer.name)
    said = []
    for name, of in tables.items():
        try:
            words = [{"code": code, "name": words} for code, words in choice_words(store, name).items()]
        except FaultyData:
            words = []
        said.append(_parameter(name, f"Of {', '.join(of)} only.", words=words))
    return said


def _of_answers() -> list[dict[str, object]]:
    """Those that shape the answer: formats that share an ending, and which part of the rows."""
    said = []
    for ending in dict.fromkeys(form.ending for form in FORMATS.values()):
        forms = {code: form for code, form in FORMATS.items() if form.ending == ending}
        for name, codes in steering(forms).items():
            labels = {dict(form.query).get(name): form.label for form in forms.values()}
            words = [{"code": code, "name": labels.get(code, labels.get(None, code))} for code in codes]
            said.append(_parameter(name, f"How {ending} is written.", words=words))
    return [*said, *(_parameter(name, _MEANINGS[name]) for name in CUT)]


def _steers_pages() -> dict[str, object]:
    return _parameter(
        ", ".join(name for name in STEERING if name not in ("indicator", "year", "place", "compare", "a", "b", "of")),
        "Only steer a page; accepted and ignored, so that a page’s address becomes one of data when its path is changed.",
    )


def _parameter(name: str, meaning: str, *, several: bool = False, words: list | None = None) -> dict[str, object]:
    return {"name": name, "means": meaning, "repeatable": several, "words": words or []}


def examples(store: Store, host: str) -> list[dict[str, str]]:
    """Requests that work as they stand: for whom, what to type, and the address in it."""
    whole, query = f"{host}/api/events.csv", _query(store)
    chosen = f"{whole}?{query}" if query else whole
    excel = f"{host}/api/events.csv?dialect=excel"
    return [
        _example("curl", chosen, 'curl -o events.csv "{}"'),
        _example("pandas", chosen, 'import pandas as pd\nevents = pd.read_csv("{}")'),
        _example("R", chosen, 'events <- read.csv("{}", encoding = "UTF-8")'),
        _example("Excel", excel, "Data › From Web:\n{}"),
        _example("Excel in German", f"{excel}-de", "Daten › Aus dem Web:\n{}"),
        _example("Ten rows at a time", f"{whole}?limit=10", 'curl -i "{}"'),
    ]


def _example(for_whom: str, address: str, code: str) -> dict[str, str]:
    return {"for": for_whom, "address": address, "code": code.format(address)}


def _query(store: Store) -> str:
    """The last ten years and the most frequent word of the first facet: something that the data do have; blank where they have no event."""
    (facet, *_) = FACETS
    try:
        most = store.selection().most(facet)
    except FaultyData:
        return ""
    last = store.choices().years[1]
    return urlencode({"years": [last - 10, last], facet: most[0][0]}, doseq=True) if most else ""
