"""What is chosen, in a reader's words: the names of the filter's codes, and of the selection."""

from collections.abc import Mapping

import pandas as pd

from loaders.confidence_words import FACET_HELP, FACET_NAMES
from loaders.events import NO_TIE, Events
from loaders.events.filters import CERTAINLY, Filters, harmless
from loaders.facts import FactBase
from loaders.text import message
from loaders.views import city_pairs, sites, ways

LABELS = {
    "sector": message("Sector"),
    "tie": message("Relationship"),
    "city": message("City"),
    "venue": message("Held in"),
    "pair": message("Two cities together"),
    "organisation": message("Organisation"),
    "partner": message("Together with"),
    "person": message("Person"),
    "location": message("Site"),
    "journey": message("Journey"),
    "programme": message("Programme"),
    "kind": message("Kind"),
    "mode": message("In person or online"),
    "status": message("Status"),
    "source": message("Source"),
}
LABELS |= {facet: label for facet, (label, _) in FACET_HELP.items()}


def facet_names(facts: FactBase, events: Events) -> dict[str, Mapping[str, str]]:
    """Per facet, the readers' names of its codes, in the order in which they are offered: places, organisations, people and forms by number of events."""
    sources = facts.table("sources")
    named = {
        "sector": facts.table("sectors").set_index("sector_id")["name"],
        "tie": pd.concat([facts.table("ties").set_index("tie_id")["name"], pd.Series({NO_TIE: "No relationship"})]),
        **{facet: _by_number(facts.table("cities").set_index("city_id")["name"], events, facet) for facet in ("city", "venue")},
        "pair": _by_number(_pairs(facts), events, "pair"),
        **dict.fromkeys(("organisation", "partner"), _by_number(_organisations(facts), events, "organisation")),
        "person": _by_number(facts.table("people").set_index("person_id")["name"], events, "person"),
        "location": _by_number(_locations(facts), events, "location"),
        "journey": _by_number(_journeys(facts), events, "journey"),
        "programme": _by_number(facts.table("programmes").set_index("programme_id")["name"], events, "programme"),
        "kind": _by_number(_words(facts, "events.kind"), events, "kind"),
        "mode": _words(facts, "events.mode"),
        "status": _words(facts, "events.status"),
        "source": (sources["publisher"] + ": " + sources["title"]).set_axis(sources["source_id"]),
    }
    return {facet: series.to_dict() for facet, series in named.items()} | FACET_NAMES


def _by_number(names: pd.Series, events: Events, facet: str) -> pd.Series:
    """The names of the codes in use, those of most events first."""
    by_number = events.links[facet]["code"].value_counts()
    return names.loc[sorted(set(names.index) & set(by_number.index), key=lambda code: (-by_number[code], code))]


def _organisations(facts: FactBase) -> pd.Series:
    return facts.table("organisations").set_index("organisation_id")["name"]


def _locations(facts: FactBase) -> pd.Series:
    table = sites(facts)
    return (table["name"] + ", " + table["city"]).fillna(table["name"]).set_axis(table["site_id"])


def _journeys(facts: FactBase) -> pd.Series:
    pairs, names = ways(facts).drop_duplicates("place"), facts.table("cities").set_index("city_id")["name"]
    return (pairs["origin_id"].map(names) + " to " + pairs["venue_id"].map(names)).set_axis(pairs["place"])


def _pairs(facts: FactBase) -> pd.Series:
    pairs, names = city_pairs(facts).drop_duplicates("pair"), facts.table("cities").set_index("city_id")["name"]
    return (pairs["one"].map(names) + " and " + pairs["other"].map(names)).set_axis(pairs["pair"])


def _words(facts: FactBase, field: str) -> pd.Series:
    """The names of the words of one column, capitalised."""
    words = facts.table("vocabulary")
    return words[words["field"] == field].set_index("code")["name"].str.capitalize()


def chosen_words(filters: Filters, names: Mapping[str, Mapping[str, str]]) -> tuple[tuple[str, str], ...]:
    """What is chosen, each with its label: `(("Years", "2017–2020"), ("Sector", "Energy or Trade"))`. `names`: see `facet_names`."""
    words = [(label, text) for name, label, text in own_words(filters)]
    for facet, codes in names.items():
        if chosen := getattr(filters, facet):
            words.append((LABELS[facet], " or ".join(codes[code] for code in chosen)))
    return (*words, *([("Search", f"“{harmless(filters.text)}”")] if filters.text else []))


def own_words(filters: Filters) -> list[tuple[str, str, str]]:
    """What is chosen beside facets and text: the filter's name of it, its label and words."""
    years = [*([years_text(filters.years)] if filters.years else []), *["no date"] * filters.undated]
    found = [("years", "Years", " or ".join(years))] if years else []
    found += [("certainty", "Year", "certain")] * (filters.certainty == CERTAINLY)
    return [*found, *[("background", "Background", "shown")] * filters.background]


def years_text(years: tuple[int, int]) -> str:
    """One year, or the first and the last."""
    return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
