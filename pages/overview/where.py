"""The map in small, and how many events brought people from one country to the other, by relationship."""

import streamlit as st
from babel import Locale

from charts.directions import directions
from charts.map import map_deck
from charts.map_marks import HEIGHT_PX
from charts.ready import ReadyFigure
from loaders.atlas import journeys
from loaders.events.selection import Selection, derived
from loaders.map_marks import city_marks, shown_site_marks
from loaders.map_summary import map_headline, map_text
from loaders.text import LANGUAGE
from loaders.trips import trips
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.map_deck import Drawn, ground_addresses
from pages.parts.screen import screen


def draw_where(shown: Selection) -> None:
    """Cities with their numbers of events, and the journeys between them."""
    if city_marks(shown).empty:
        return
    width = screen()
    frame = "small" if width == "wide" else width
    with st.container(key=f"{width}-map"):
        st.pydeck_chart(_drawn(shown, dark(), frame), height=HEIGHT_PX[frame], key=f"map-{frame}", alt=map_text(map_headline(shown), shown))
    table = trips(shown)
    if len(table):
        narrowing_chart(_directions(shown, dark=dark()), key="directions", alt=_text(shown), means=lambda _, key: means(shown, key))


@derived
def _drawn(selection: Selection, dark: bool, frame: str) -> Drawn:
    return Drawn(
        map_deck(ground_addresses(), shown_site_marks(selection), city_marks(selection), journeys(selection), dark=dark, frame=frame)
    )


@derived
def _directions(shown: Selection, *, dark: bool) -> ReadyFigure:
    territories = Locale(LANGUAGE).territories
    names = [territories[country] for country in sorted(set(trips(shown)["to"]))]
    return ReadyFigure(directions(trips(shown), names, dark=dark))


def means(shown: Selection, key: str) -> dict[str, object]:
    """The choices for a click on a bar (`tie|country`)."""
    tie, _, country = key.partition("|")
    rows = trips(shown)
    (row,) = rows[(rows["tie"] == tie) & (rows["to"] == country)].itertuples()
    return {"tie": (tie,), "journey": row.ways}


@derived
def _text(shown: Selection) -> str:
    territories, rows = Locale(LANGUAGE).territories, trips(shown).itertuples()
    return "Events with a trip: " + ", ".join(f"{row.name} to {territories[row.to]} {row.events}" for row in rows) + "."
