"""The events year by year: sent to the browser once and played there, on the map, on a strip of years and as a list."""

from pathlib import Path

import orjson
import pandas as pd
import streamlit as st

from charts.play import sector_colours, stage
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from loaders.play import left_out_note, play_text, played, touched, travelled
from pages.parts import state
from pages.parts.base import kept_map
from pages.parts.drawn import dark
from pages.parts.map_deck import ground_of
from pages.parts.map_ringed import ringed_places
from pages.parts.map_tables import Where, cities_of
from pages.parts.opening import open_card
from pages.parts.screen import screen
from pages.parts.words import md

_HERE = Path(__file__).parent
_KEY = "play"
_COUNTING = (
    "An event appears in the year in which it began, once, parts of other events among them. On the map, a city’s number counts the "
    "events so far that touch it (there, from there, online or about it), its ring is parted by sector and has a coloured edge in a year with an event of its own; a line is a journey, dark in "
    "its own year, dashed where only announced."
)


def draw_play(facts: FactBase, shown: Events, where: Where) -> None:
    """The player, and what is to be said of it."""
    filters = state.current_filters()
    found = played(shown, filters)
    if found.years is None:
        st.info(play_text(found, len(shown)))
        return
    rings = ringed_places(facts, shown, where, frame=screen()).among(found.rows["event_id"])
    data = _data(stamp(), filters, dark(), rings.marked, facts, shown, where, rings.places)
    _player()(key=_KEY, data=data, on_event_change=_opened)
    note = left_out_note(found)
    if rings.note:
        st.caption(f"{rings.note} A ring comes with the year of its event.")
    st.caption(f"{md(play_text(found, len(shown)))}. {_COUNTING} {md(note) + '.' if note else ''}")


def _opened() -> None:
    if chosen := st.session_state[_KEY].get("event"):
        open_card("event", chosen)


@st.cache_resource(show_spinner=False)
def _player():
    """The player, registered once."""
    script = "\n".join((_HERE / name).read_text(encoding="utf-8") for name in ("play_map.js", "play_strip.js", "play.js"))
    page, style = ((_HERE / name).read_text(encoding="utf-8") for name in ("play.html", "play.css"))
    return st.components.v2.component("city_ties_play", html=page, css=style, js=script)


@kept_map
def _data(
    stamp: str,
    filters: Filters,
    dark: bool,
    marked: tuple[str, ...],
    _facts: FactBase,
    _shown: Events,
    _where: Where,
    _ringed: pd.DataFrame,
) -> bytes:
    """What the browser plays, as JSON; what begins with an underscore follows from the rest and is not compared."""
    found = played(_shown, filters)
    cities = cities_of(_facts, _shown, _where)
    sectors = _facts.table("sectors").set_index("sector_id")
    used = [key for key in sectors.index if key in set(found.rows["sector_id"].dropna())]
    stages = {width: stage(ground_of(), cities, _where.journeys, dark=dark, narrow=width == "narrow") for width in ("wide", "narrow")}
    data = {
        "key": f"{stamp} {filters} {dark} {marked}",
        "alt": play_text(found, len(_shown)),
        "steps": [_step(step, found) for step in found.steps],
        "sectors": [{"key": key, "name": sectors["name"][key]} for key in used],
        "colours": sector_colours(sectors["colour"].to_dict(), dark=dark),
        "events": _events(_facts, _shown, found, _ringed),
        **stages,
    }
    return orjson.dumps(data)


def _step(step: int, found) -> dict:
    if step < found.years[0]:
        return {"name": f"before {found.years[0]}", "short": f"<{found.years[0]}"}
    return {"name": str(step), "short": str(step)}


def _events(facts: FactBase, shown: Events, found, ringed: pd.DataFrame) -> list[dict]:
    """One entry an event, in the order of its step: what is said of it, the cities and ways that it touches, and those ringed for it."""
    rings = ringed.groupby("event_id")["place"].agg(list)
    cities = touched(facts, shown).groupby("event_id")["city_id"].agg(list)
    ways = travelled(facts, shown).groupby("event_id")["place"].agg(list)
    first = found.steps[0]
    return [
        {
            "id": row.event_id,
            "title": row.title,
            "said": " · ".join(part for part in (row.date_text, "" if row.status == "held" else row.status_text) if part),
            "status": row.status,
            "sector": row.sector_id if isinstance(row.sector_id, str) else "",
            "context": bool(row.context),
            "doubtful": bool(row.doubtful),
            "step": int(row.step) - first,
            "cities": cities.get(row.event_id, []),
            "ways": ways.get(row.event_id, []),
            "marked": rings.get(row.event_id, []),
        }
        for row in found.rows.itertuples()
    ]
