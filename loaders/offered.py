"""The rows of everything that can be taken away: one function each, from what is kept of the facts and a selection."""

from collections.abc import Callable

import pandas as pd

from loaders.atlas import cities_shown, journeys, sites_shown, without_place
from loaders.compare import comparison_rows
from loaders.documents import telling_documents
from loaders.events.selection import Selection
from loaders.export import event_rows
from loaders.figures import figure_rows
from loaders.map_export import journey_table, place_table
from loaders.over_time import figures_over_time
from loaders.profile import of_city
from loaders.recurring import recurring_rows
from loaders.selected import selected
from loaders.side_by_side import figures_shown

Rows = Callable[[Selection], pd.DataFrame]


def events_rows(selection: Selection) -> pd.DataFrame:
    """The events that the filters select."""
    return event_rows(selection.events)


def stored_rows(name: str) -> Rows:
    """A function that gives the rows of one stored table: its cells, then what is in words."""

    def rows(selection: Selection) -> pd.DataFrame:
        shown = selected(selection, name)
        return shown.rows[shown.exported]

    return rows


def sources_rows(selection: Selection) -> pd.DataFrame:
    """The documents, the one that tells of most events first."""
    counts = telling_documents(selection)[["source_id", "events", "rows", "alone"]]
    order = counts.reset_index().set_index("source_id")["index"]
    rows = stored_rows("sources")(selection).merge(counts, on="source_id", validate="one_to_one")
    return rows.sort_values("source_id", key=lambda keys: keys.map(order), ignore_index=True)


def places_rows(selection: Selection) -> pd.DataFrame:
    """The map's places, and what has none."""
    table = place_table(selection.facts, sites_shown(selection), cities_shown(selection), without_place(selection))
    return table.drop(columns="confidence")


def journeys_rows(selection: Selection) -> pd.DataFrame:
    """The map's journeys."""
    return journey_table(selection.facts, journeys(selection))


def figures_rows(selection: Selection) -> pd.DataFrame:
    """The figures of cities that stand side by side."""
    return figure_rows(figures_shown(selection))


def figures_over_time_rows(selection: Selection) -> pd.DataFrame:
    """The figures of one indicator over the years."""
    return figure_rows(figures_over_time(selection))


def recurring_figures(selection: Selection) -> pd.DataFrame:
    """The figures that recur from event to event of a programme."""
    return recurring_rows(selection)


def compared_rows(selection: Selection) -> pd.DataFrame:
    """The events of the two sides that are compared, side by side."""
    return comparison_rows(selection)


def profile_rows(selection: Selection) -> pd.DataFrame:
    """The selected events that name one city."""
    return event_rows(of_city(selection, selection.choices["of"]).events)
