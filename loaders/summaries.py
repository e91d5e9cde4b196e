"""The sentence of each view: the headline of its page, the beginning of its charts' text, and the `summary` of its data."""

from collections.abc import Callable, Mapping

import pandas as pd

from loaders.atlas import journeys
from loaders.events.selection import Selection
from loaders.story.city import city_headline
from loaders.story.compared import compared_headline
from loaders.story.figures import side_headline, time_headline
from loaders.story.headlines import timeline_headline
from loaders.story.map import map_headline
from loaders.story.network import network_headline
from loaders.story.sources import coverage_headline
from loaders.text import counted, say

Summary = Callable[[Selection], str]


def summary(name: str, selection: Selection, rows: pd.DataFrame) -> str:
    """One sentence on what this selection shows of one offer (`loaders.offers`). `rows`: the offer's rows of the selection.

    Raises FaultyData where a table that it needs has faults.
    """
    if name in _SUMMARIES:
        return _SUMMARIES[name](selection)
    if name in selection.facts.schema:
        title, whole = selection.facts.schema[name].title, len(selection.facts.table(name))
        if len(rows) == whole:
            return counted("{title}: {count} row", "{title}: {count} rows", count=whole, title=title)
        return say("{title}: {count} of {all} rows", title=title, count=len(rows), all=whole)
    return counted("{count} row", "{count} rows", count=len(rows))


def _journeys(selection: Selection) -> str:
    rows = journeys(selection)
    if rows.empty:
        return "No journey is told of in this selection"
    first = rows.iloc[0]
    alone = (rows["events"] == first["events"]).sum() == 1
    most = f"; most often from {first['origin']} to {first['venue']}, for {first['events']} events" if alone and len(rows) > 1 else ""
    return counted("{count} way from one city to another", "{count} ways from one city to another", count=len(rows)) + most


def _profile(selection: Selection) -> str:
    city = selection.choices["of"]
    return city_headline(selection, city).title if city else say("The data know no city")


_SUMMARIES: Mapping[str, Summary] = {
    "events": lambda selection: timeline_headline(selection).title,
    "figures": lambda selection: side_headline(selection).title,
    "figures_over_time": lambda selection: time_headline(selection).title,
    "places": lambda selection: map_headline(selection).title,
    "journeys": _journeys,
    "coverage": lambda selection: coverage_headline(selection).title,
    "comparison": lambda selection: compared_headline(selection).title,
    "profile": _profile,
    "links": lambda selection: network_headline(selection).title,
}
