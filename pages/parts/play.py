"""The events year by year: sent to the browser once and played there, on the map, on a strip of years and as a list."""

from pathlib import Path

import orjson
import streamlit as st

from charts.play import sector_colours, stage
from loaders.atlas import journeys
from loaders.events import Events
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.map_marks import city_marks
from loaders.play import left_out_note, play_text, played, touched, travelled
from pages.parts.drawn import dark
from pages.parts.map_deck import ground_addresses
from pages.parts.opening import open_card
from pages.parts.words import md

_HERE = Path(__file__).parent
_KEY = "play"


def draw_play(selection: Selection) -> None:
    """The player, and what is to be said of it."""
    found, number = played(selection.events, selection.filters), len(selection)
    if found.years is None:
        st.info(play_text(found, number))
        return
    _player()(key=_KEY, data=_data(selection, dark()), on_event_change=_opened)
    note = left_out_note(found)
    st.caption(f"{md(play_text(found, number))}. {md(note) + '.' if note else ''}")


def _opened() -> None:
    if chosen := st.session_state[_KEY].get("event"):
        open_card("event", chosen)


@st.cache_resource(show_spinner=False)
def _player():
    """The player, registered once."""
    script = "\n".join((_HERE / name).read_text(encoding="utf-8") for name in ("play_map.js", "play_strip.js", "play.js"))
    page, style = ((_HERE / name).read_text(encoding="utf-8") for name in ("play.html", "play.css"))
    return st.components.v2.component("city_ties_play", html=page, css=style, js=script)


@derived
def _data(selection: Selection, dark: bool) -> bytes:
    """What the browser plays, as JSON."""
    facts, shown = selection.facts, selection.events
    found = played(shown, selection.filters)
    places = city_marks(selection), journeys(selection)
    sectors = facts.table("sectors").set_index("sector_id")
    used = [key for key in sectors.index if key in set(found.rows["sector_id"].dropna())]
    stages = {width: stage(ground_addresses(), *places, dark=dark, narrow=width == "narrow") for width in ("wide", "narrow")}
    data = {
        "key": f"{selection.store.fingerprint} {selection.filters} {dark}",
        "alt": play_text(found, len(shown)),
        "steps": [_step(step, found) for step in found.steps],
        "sectors": [{"key": key, "name": sectors["name"][key]} for key in used],
        "colours": sector_colours(sectors["colour"].to_dict(), dark=dark),
        "events": _events(facts, shown, found),
        **stages,
    }
    return orjson.dumps(data)


def _step(step: int, found) -> dict:
    if step < found.years[0]:
        return {"name": f"before {found.years[0]}", "short": f"<{found.years[0]}"}
    return {"name": str(step), "short": str(step)}


def _events(facts: FactBase, shown: Events, found) -> list[dict]:
    """One entry an event, in the order of its step: what is said of it, and the cities and ways that it touches."""
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
            "context": bool(row.background),
            "doubtful": bool(row.doubtful),
            "step": int(row.step) - first,
            "cities": cities.get(row.event_id, []),
            "ways": ways.get(row.event_id, []),
        }
        for row in found.rows.itertuples()
    ]
