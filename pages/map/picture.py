"""The picture of the map page: the maps, or the years played on them; what they are drawn from; and the maps as they are saved."""

import orjson
import streamlit as st

from charts.ready import ReadyFigure
from charts.still import still
from loaders.basemap import ground
from loaders.events.selection import Selection, derived
from loaders.map_marks import off_map, point_notices
from loaders.play import played
from loaders.text import counted, message, say
from loaders.trips import country_pairs, country_ways
from loaders.views import places, ways
from pages.parts import state
from pages.parts.opening import opened_card
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.view_switch import chosen_view, view_switch
from pages.parts.words import md
from pages.widgets.map import draw_map, least_of_lines, scene
from pages.widgets.sectors import sector_buttons

VIEWS = {"map": message("Map"), "play": message("Play the years")}


def draw(shown: Selection, title: str) -> None:
    """The maps in a frame for the reader's screen, and below them what their colours stand for and how they are read."""
    frame, view = screen(), chosen_view(VIEWS)
    areas = tuple(shown.facts.table("areas")["area_id"])
    with st.container(key=f"picture-map-{frame}"):
        alt = say("{title}. The same places and trips stand in the lists below.", title=title)
        play = _play(shown) if view == "play" and played(shown)[0] else b""
        draw_map(shown, frame=frame, key=f"map-{frame}", alt=alt, start=state.choice("area", ("", *areas)), play=play, lit=_of_card(shown))
    sector_buttons(shown)
    with st.container(key="map-foot", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(md(_reading(least_of_lines(shown, frame))), width="content")
        view_switch(VIEWS)
    _lost(shown)
    st.caption(md(_credits(shown)))


def _of_card(shown: Selection) -> list[str]:
    """The places of the event whose card is open."""
    kind, key = opened_card() or ("", "")
    return _of_events(places(shown.facts), "city_id").get(key, []) if kind == "event" else []


def _reading(least: int) -> str:
    """What a number is, and which lines there are. `least`: how many events a line has at least."""
    number = say("In a ring: events that name the place.")
    if least < 1:
        return number
    return f"{number} {counted('Lines are schematic.', 'Lines are schematic: the routes with {count} or more events.', count=least)}"


def _credits(shown: Selection) -> str:
    return say("Points: {notices}. Ground: Natural Earth, public domain.", notices="; ".join(point_notices(shown.store)))


def _lost(shown: Selection) -> None:
    """The events of places that have no point, as a control that lists exactly these."""
    codes, names = off_map(shown)
    number = shown.count(city=codes) if codes else 0
    if number:
        label = counted("Not on the map: {count} event", "Not on the map: {count} events", count=number)
        st.button(f"{label} ({md(', '.join(names))})", key="off-map", type="tertiary", on_click=state.narrow, kwargs={"city": codes})


@derived
def _play(shown: Selection) -> bytes:
    """What the browser plays, as JSON: the steps, and one entry an event with the places, ways and countries to which it leads."""
    steps, at = played(shown)
    facts, rows = shown.facts, shown.page(0, len(shown))
    order = {key: place for place, key in enumerate(facts.table("sectors")["sector_id"])}
    cities, trips = (_of_events(table, column) for table, column in ((places(facts), "city_id"), (ways(facts), "place")))
    lead = {to: set(country_ways(shown, to)) for to in country_pairs(shown)}
    events = [
        {
            "id": row.event_id,
            "title": row.title,
            "said": " · ".join(filter(None, [row.date_text, "" if row.status == "held" else row.status_text])),
            "sector": order.get(row.sector_id, -1),
            "step": at[row.event_id],
            "places": cities.get(row.event_id, []),
            "ways": trips.get(row.event_id, []),
            "to": [to for to, keys in lead.items() if keys & set(trips.get(row.event_id, []))],
        }
        for row in rows.itertuples()
        if row.event_id in at
    ]
    words = {"play": say("Play"), "pause": say("Pause"), "year": say("Year"), "back": say("One year back"), "on": say("One year on")}
    return orjson.dumps({"steps": [{"name": step.name, "said": step.said} for step in steps], "events": events, "words": words})


def _of_events(table, column: str) -> dict[str, list[str]]:
    return table[["event_id", column]].dropna().drop_duplicates().groupby("event_id")[column].agg(list).to_dict()


def map_pictures(shown: Selection) -> list[Drawing]:
    """The maps as they are saved: drawn anew as plain shapes, with the ground in them."""
    made = scene(shown, "wide", dark=False)
    width = round(sum(panel["width"] for panel in made["panels"]) + 22 * (len(made["panels"]) - 1))
    note = f"{_reading(made['least'])} {_credits(shown)}"
    return [Drawing(say("Map"), lambda: ReadyFigure(still(made, ground())), note, width=width + 48)]
