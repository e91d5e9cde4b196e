"""The flat map: the buttons that move it, its drawing for the reader's screen, and the globe beside it where there is room."""

from collections.abc import Callable

import streamlit as st

from charts.map import map_deck
from charts.map_marks import HEIGHT_PX
from loaders.atlas import journeys
from loaders.events.selection import Selection, derived
from loaders.map_marks import city_marks, shown_site_marks
from pages.parts import state
from pages.parts.drawn import dark
from pages.parts.map_choice import chosen_area, globe_beside
from pages.parts.map_deck import Drawn, ground_addresses
from pages.parts.map_globe import globe_chart
from pages.parts.screen import screen

_SHARES = (5, 3)  # of the page's width: the flat map's and the globe's
_OF_MAP = "**Flat map.** Lines are the shortest ways; they bend north here because a flat map stretches the north."
_OF_GLOBE = "**Globe.** The same lines as they run, and the five cities with most events; drag to turn it."


def draw_flat(selection: Selection, text: str, clicked: Callable[[str], None]) -> str:
    """The flat map of the area that is chosen, which it returns. `text` and `clicked`: as `globe_chart` takes them."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="map-moves"):
        area = chosen_area()
        moves = _moves(area)
    if not globe_beside():
        _map(selection, text, clicked, area=area, frame=screen(), moves=moves)
        return area
    with st.container(key="wide-both"):
        left, right = st.columns(_SHARES, gap="small")
    with left:
        st.caption(_OF_MAP)
        _map(selection, text, clicked, area=area, frame="beside", moves=moves)
    with right:
        st.caption(_OF_GLOBE)
        globe_chart(selection, text, clicked, frame="beside")
    return area


def _map(selection: Selection, text: str, clicked: Callable[[str], None], *, area: str, frame: str, moves: tuple[int, int]) -> None:
    drawn = _drawn(selection, area, dark(), frame, *moves)
    key = state.anew(f"map-{frame}")
    with st.container(key=f"{screen()}-map"):
        st.pydeck_chart(drawn, height=HEIGHT_PX[frame], key=key, alt=text, on_select=lambda: clicked(key))


def _moves(area: str) -> tuple[int, int]:
    """Buttons for who has no wheel to turn: how many steps nearer the map is, and how often its own view was asked for."""
    moves = st.session_state.get("map_moves", (area, 0, 0))
    of_area, nearer, again = moves if moves[0] == area else (area, 0, moves[2])
    st.session_state["map_moves"] = of_area, nearer, again
    for label, move in (("Nearer", (nearer + 1, again)), ("Wider", (nearer - 1, again)), ("Back to this area", (0, again + 1))):
        st.button(label, key=f"map-{label.split()[0].lower()}", on_click=_move, args=(area, *move))
    return nearer, again


def _move(area: str, nearer: int, again: int) -> None:
    st.session_state["map_moves"] = area, max(-2, min(5, nearer)), again
    state.say()


@derived
def _drawn(selection: Selection, area: str, dark: bool, frame: str, nearer: int, again: int) -> Drawn:
    """The map, written out."""
    view = {"area": area, "dark": dark, "frame": frame, "nearer": nearer, "again": again}
    return Drawn(map_deck(ground_addresses(), shown_site_marks(selection), city_marks(selection), journeys(selection), **view))
