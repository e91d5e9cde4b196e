"""The sentence of each view: the headline of its page, the beginning of its charts' text, and the `summary` of its data."""

from collections.abc import Callable, Mapping

import pandas as pd

from loaders.atlas import journeys, sites_shown
from loaders.city_words import activity_headline, evenings_headline, indicator_headline
from loaders.compare_words import compare_headline
from loaders.coverage_words import coverage_headline
from loaders.events.selection import Selection
from loaders.findings import finding, thing
from loaders.map_summary import map_headline, sites_headline
from loaders.profile_words import profile_headline
from loaders.selected import selected
from loaders.story.headlines import timeline_headline
from loaders.story.network import network_headline

Summary = Callable[[Selection], str]


def summary(name: str, selection: Selection, rows: pd.DataFrame) -> str:
    """One sentence on what this selection shows of one offer (`loaders.offers`). `rows`: the offer's rows of the selection.

    Raises FaultyData where a table that it needs has faults.
    """
    if name in _SUMMARIES:
        return _SUMMARIES[name](selection)
    if name in selection.facts.schema:
        return finding(selected(selection, name), len(selection.store.words(name).rows))
    things = _THINGS[name]
    return f"{len(rows):,} {thing(name, things, len(rows))}"


def _places(selection: Selection) -> str:
    return map_headline(selection) if len(selection) else sites_headline(sites_shown(selection))


def _journeys(selection: Selection) -> str:
    rows = journeys(selection)
    if rows.empty:
        return "No journey is told of in this selection"
    first = rows.iloc[0]
    alone = (rows["events"] == first["events"]).sum() == 1
    most = f"; most often from {first['origin']} to {first['venue']}, for {first['events']} events" if alone and len(rows) > 1 else ""
    return f"{len(rows)} {thing('journeys', 'ways from one city to another', len(rows))}{most}"


_SUMMARIES: Mapping[str, Summary] = {
    "events": lambda selection: timeline_headline(selection).title,
    "activity": activity_headline,
    "figures": lambda selection: indicator_headline(selection, selection.choices["indicator"]),
    "evenings": evenings_headline,
    "places": _places,
    "journeys": _journeys,
    "coverage": coverage_headline,
    "comparison": compare_headline,
    "profile": lambda selection: profile_headline(selection, selection.choices["of"]),
    "links": lambda selection: network_headline(selection).title,
}
_THINGS = {
    "contradictions": "words of sources against what is shown",
    "source_years": "years of documents that tell of events",
    "sides": "years in which a side tells of a relationship",
}
