"""What the address chooses of figures: the places, the indicator and the year."""

from loaders.events.selection import Selection
from loaders.figures import ALL
from loaders.offers import own_words
from loaders.over_time import indicators_over_time
from loaders.side_by_side import common_years, indicators_known, places_known
from loaders.text import say
from pages.cities.views import chosen_view
from pages.parts import state
from pages.parts.base import store

OFFERS = {"side": "figures", "time": "figures_over_time"}
"""What can be taken away of the views of figures; see `loaders.offers`."""


def chosen_places() -> list[str]:
    """The places, in one order; none where all that are of the relationships are meant."""
    said = {key for value in state.said("place") for key in value.split(",")}
    return [key for key in places_known(store())["city_id"] if key in said]


def figures_chosen() -> Selection:
    """The figures that are chosen. The choices of events do not cut them: they are kept in the address."""
    view, chosen = chosen_view(), {"place": ",".join(chosen_places())}
    shown = _selection(chosen)
    indicators = tuple(indicators_over_time(shown)) if view == "time" else (ALL, *indicators_known(store())["indicator_id"])
    chosen["indicator"] = state.choice("indicator", indicators) if indicators else ""
    years = common_years(_selection(chosen)) if view == "side" else ()
    chosen["year"] = state.choice("year", years) if years else ""
    return _selection(chosen)


def words_of(shown: Selection) -> str:
    """What is chosen of the figures, in words."""
    return "; ".join(text for _, text in own_words(shown.store, shown.choices)) or say("figures of the members of the relationships")


def _selection(chosen: dict[str, str]) -> Selection:
    return store().selection(choices={name: value for name, value in chosen.items() if value})
