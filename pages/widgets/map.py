"""The map: one scene that the browser draws, whose rings, lines and sites answer a click or Enter."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import orjson
import streamlit as st
from babel import Locale

from charts.ground import Region
from charts.map_scene import FRAMES, Direction, Drawn, map_scene
from loaders.areas import far_box, near_areas
from loaders.basemap import ground_boxes, ground_files, ground_paths
from loaders.events.selection import Selection, derived
from loaders.map_marks import place_marks, site_marks, way_marks
from loaders.text import LANGUAGE, counted, say
from loaders.trips import country_pairs, country_ways
from pages.parts import state
from pages.parts.drawn import dark
from pages.parts.opening import open_card
from pages.widgets.component import base_path, component

_HERE = Path(__file__).parent


def draw_map(shown: Selection, *, frame: str, key: str, alt: str, start: str = "", play: bytes = b"", lit: Sequence[str] = ()) -> None:
    """The map in one of its frames. `alt`: the map in words. `start`: the area to which it is near at first. `play`: what is played on it, as JSON. `lit`: the places that are ringed."""
    more = {"alt": alt, "lit": list(lit), "start": _box(shown, start), "words": {"nearer": say("Nearer"), "wider": say("Wider")}}
    parts = [_made(shown, frame, dark())[1][1:-1], orjson.dumps(more)[1:-1], *([b'"play":' + play] if play else [])]
    data = b"{" + b",".join(parts) + b"}"
    _component()(key=key, data=data, on_chosen_change=lambda: _chosen(key, shown))


def _chosen(key: str, shown: Selection) -> None:
    """A site or an event opens its card; a place or a line narrows the selection to its events."""
    kind, code = st.session_state[key].get("chosen") or ("", "")
    if kind in ("site", "event"):
        open_card(kind, code)
    elif kind:
        state.narrow(**meant(shown, kind, code))


def meant(shown: Selection, kind: str, code: str) -> dict[str, object]:
    """The choices for a click on a place, on the line of a way, or on the line of all ways to a country."""
    if kind == "place":
        facet, word = next((mark.chosen for mark in place_marks(shown) if mark.place == code), ("city", code))
        return {facet: (word,)}
    return {"journey": country_ways(shown, code) if kind == "to" else (code,)}


def least_of_lines(shown: Selection, frame: str) -> int:
    """How many events each line has at least; 0 where there is none for each way."""
    return _made(shown, frame, dark())[0]


@derived
def _made(shown: Selection, frame: str, dark: bool) -> tuple[int, bytes]:
    found = scene(shown, frame, dark)
    return found["least"], orjson.dumps(found)


def _box(shown: Selection, area: str) -> list[float] | None:
    table = shown.facts.table("areas").set_index("area_id")
    return [float(table.loc[area, edge]) for edge in ("west", "south", "east", "north")] if area else None


def drawn(shown: Selection, frame: str) -> Drawn:
    """What the map shows of a selection in a frame."""
    sectors = shown.facts.table("sectors")
    named = {row.sector_id: (row.name, row.colour) for row in sectors.itertuples()}
    areas = near_areas(shown.store)
    return Drawn(place_marks(shown), site_marks(shown) if FRAMES[frame].near else [], way_marks(shown), areas, directions(shown), named)


def scene(shown: Selection, frame: str, dark: bool) -> dict:
    """The scene of a selection."""
    return map_scene(drawn(shown, frame), ground_regions(), far_box(shown.store), frame=frame, dark=dark)


def directions(shown: Selection) -> list[Direction]:
    """The two countries between which most trips lead, each with the events that brought people there."""
    names, found = Locale(LANGUAGE).territories, []
    for to in country_pairs(shown):
        number, country = shown.count(journey=country_ways(shown, to)), names[to]
        text = counted("{count} trip to {country}", "{count} trips to {country}", count=number, country=country)
        said = counted("{count} event with a trip to {country}", "{count} events with a trip to {country}", count=number, country=country)
        found.append(Direction(to, number, text, said))
    return found


@st.cache_resource(show_spinner=False, max_entries=1)
def ground_regions() -> Mapping[str, Region]:
    """Per region, the address of its ground on this dashboard, from the root of its host, and the box that it covers."""
    files = ground_files()
    boxes = ground_boxes(files)
    return {region: Region(base_path() + path, boxes[region]) for region, path in ground_paths(files).items()}


@st.cache_resource(show_spinner=False)
def _component():
    """The map, registered once."""
    page, style = ((_HERE / f"map.{kind}").read_text(encoding="utf-8") for kind in ("html", "css"))
    script = "\n".join((_HERE / name).read_text(encoding="utf-8") for name in ("map_marks.js", "map_play.js", "map.js"))
    return component("map", script, page=page, style=style)
