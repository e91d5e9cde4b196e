"""The events of the place or journey that is chosen, in rows below the map: after a click on it, or by the filter bar."""

from loaders.events.filters import Filters
from loaders.events.selection import Selection
from pages.parts import state
from pages.parts.base import names_of_choices
from pages.parts.rows import event_table
from pages.parts.words import md

_FACETS = ("city", "location", "journey")


def chosen_events(shown: Selection) -> None:
    """Where a place or a journey is chosen, the events that are shown."""
    places = _places(state.current_filters())
    if places and len(shown):
        event_table(shown, name="map-events", heading=f"What happened: {md(places)}")


def _places(filters: Filters) -> str:
    """The names of the chosen places and journeys."""
    names = names_of_choices()
    return ", ".join(names[facet].get(code, code) for facet in _FACETS for code in getattr(filters, facet))
