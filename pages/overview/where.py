"""The map in small, and how many events brought people from one country to the other, by relationship."""

from babel import Locale

from charts.directions import directions
from charts.ready import ReadyFigure
from loaders.events.selection import Selection, derived
from loaders.map_marks import place_marks
from loaders.story.map import map_headline
from loaders.text import LANGUAGE, say
from loaders.trips import country_pairs, trips
from pages.parts.drawn import dark, narrowing_chart
from pages.widgets.map import draw_map


def draw_where(shown: Selection) -> None:
    """The areas with their numbers of events, and the trips between them."""
    if not place_marks(shown):
        return
    draw_map(
        shown, frame="small", key="map-small", alt=say("{title}. The map page has the places in lists.", title=map_headline(shown).title)
    )
    if trips(shown):
        narrowing_chart(_directions(shown, dark=dark()), key="directions", alt=_text(shown), means=lambda _, key: means(shown, key))


@derived
def _directions(shown: Selection, *, dark: bool) -> ReadyFigure:
    territories = Locale(LANGUAGE).territories
    countries = [(country, say("to {country}", country=territories[country])) for country in country_pairs(shown)]
    return ReadyFigure(directions(trips(shown), countries, dark=dark))


def means(shown: Selection, key: str) -> dict[str, object]:
    """The choices for a click on a bar (`tie|country`)."""
    tie, _, country = key.partition("|")
    trip = next(trip for trip in trips(shown) if (trip.tie, trip.to) == (tie, country))
    return {"tie": (tie,), "journey": trip.ways}


@derived
def _text(shown: Selection) -> str:
    names = Locale(LANGUAGE).territories
    rows = [say("{tie} to {country} {count}", tie=row.name, country=names[row.to], count=row.events) for row in trips(shown)]
    return say("Events with a trip: {rows}.", rows=", ".join(rows))
