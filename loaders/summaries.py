"""The sentence of each view: the headline of its page, the beginning of its charts' text, and the `summary` of its data."""

from collections.abc import Callable, Mapping

import pandas as pd

from loaders.atlas import journeys, sites_shown
from loaders.city_activity import activity_events, held_by_city
from loaders.city_words import activity_headline, all_headline, evenings_headline, figures_headline
from loaders.compare import shown_sides
from loaders.compare_sides import sides
from loaders.compare_words import compare_headline
from loaders.coverage_words import coverage_headline
from loaders.evenings import evenings
from loaders.events.selection import Selection
from loaders.figures import places_of_figures, places_shown, select_figures
from loaders.findings import finding, thing
from loaders.map_summary import map_headline, sites_headline
from loaders.network_words import network_headline
from loaders.profile import city_row, partners, profile_events
from loaders.profile_words import profile_headline
from loaders.selected import selected
from loaders.timeline_words import timeline_headline

ALL = "all"
NO_EVENT = "No event fits this selection"
NO_ACTIVITY = "No counted event of these cities fits this selection"
NO_EVENING = "No Düsseldorf Evening fits this selection"
NO_FIGURE = "No figure fits this selection"
Summary = Callable[[Selection], str]


def summary(name: str, selection: Selection, rows: pd.DataFrame) -> str:
    """One sentence on what this selection shows of one offer (`loaders.offers`). `rows`: the offer's rows of the selection.

    Raises FaultyData where a table that it needs has faults.
    """
    if name in _SUMMARIES:
        return _SUMMARIES[name](selection)
    if name in selection.facts.schema:
        whole = selection.store.words(name)
        return finding(selected(selection.facts, selection.store.events, whole, selection.filters), len(whole.rows))
    things = _THINGS[name]
    return f"{len(rows):,} {thing(name, things, len(rows))}"


def _events(selection: Selection) -> str:
    shown = selection.events
    return timeline_headline(shown, filters=selection.filters) if len(shown) else NO_EVENT


def _activity(selection: Selection) -> str:
    shown = activity_events(selection.facts, selection.store.events(), selection.filters)
    places = places_shown(places_of_figures(selection.facts), selection.facts, selection.filters)
    names = places[places["principal"]].set_index("city_id")["city"].to_dict()
    return activity_headline(held_by_city(shown), names) if len(shown) else NO_ACTIVITY


def _figures(selection: Selection) -> str:
    chosen, shown = selection.choices["indicator"], select_figures(selection.store.figures(), selection.facts, selection.filters)
    shown = shown if chosen == ALL else shown[shown["indicator_id"] == chosen]
    if shown.empty:
        return NO_FIGURE
    return all_headline(shown) if chosen == ALL else figures_headline(shown)


def _evenings(selection: Selection) -> str:
    rows = evenings(selection.facts, selection.events)
    return evenings_headline(rows) if len(rows) else NO_EVENING


def _places(selection: Selection) -> str:
    shown = selection.events
    if len(shown):
        return map_headline(selection.facts, shown)
    return sites_headline(sites_shown(selection.facts, selection.store.events(), selection.filters))


def _journeys(selection: Selection) -> str:
    rows = journeys(selection.facts, selection.events)
    if rows.empty:
        return "No journey is told of in this selection"
    first = rows.iloc[0]
    alone = (rows["events"] == first["events"]).sum() == 1
    most = f"; most often from {first['origin']} to {first['venue']}, for {first['events']} events" if alone and len(rows) > 1 else ""
    return f"{len(rows)} {thing('journeys', 'ways from one city to another', len(rows))}{most}"


def _comparison(selection: Selection) -> str:
    pair = sides(selection.facts, selection.store.events(), selection.choices)
    return compare_headline(shown_sides(selection.store.events(), selection.filters, pair), selection.filters)


def _profile(selection: Selection) -> str:
    city = selection.choices["of"]
    _, counted = profile_events(selection.store.events(), selection.filters, city)
    return profile_headline(city_row(selection.facts, city)["name"], counted, partners(selection.facts, counted, city), selection.filters)


def _links(selection: Selection) -> str:
    return network_headline(selection, "organisations")


_SUMMARIES: Mapping[str, Summary] = {
    "events": _events,
    "activity": _activity,
    "figures": _figures,
    "evenings": _evenings,
    "places": _places,
    "journeys": _journeys,
    "coverage": coverage_headline,
    "comparison": _comparison,
    "profile": _profile,
    "links": _links,
}
_THINGS = {
    "contradictions": "words of sources against what is shown",
    "source_years": "years of documents that tell of events",
    "sides": "years in which a side tells of a relationship",
}
