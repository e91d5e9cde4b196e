"""One city's events: a lane a sector, a brick an event."""

import streamlit as st

from charts.bricks import Lane, brick_wall
from charts.ready import ReadyFigure
from charts.scale import year_slots
from loaders.bricks import bricks, bricks_note, signs_of
from loaders.events.selection import Selection, derived
from loaders.profile import city_name
from loaders.text import listed, say
from pages.parts.drawn import dark, narrowing_chart, undated_link
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import md


def draw_bricks(own: Selection, city: str) -> None:
    """The bricks; a click on a sector or on a number narrows to its events."""
    width = screen()
    with st.container(key=f"picture-{width}-city", gap="xxsmall"):
        if bricks(own, "sector"):
            st.markdown(f"**{md(say('One brick is one event that names {city}', city=city_name(own.facts, city)))}**")
            narrowing_chart(
                wall(own, dark=dark(), narrow=width == "narrow"),
                key=f"city-{width}",
                alt=_text(own, city),
                means=lambda what, key: means(own, what, key),
            )
        if signs := signs_of(bricks(own, "sector")):
            st.caption(md(signs))
    undated_link(own)


@derived
def columns(own: Selection) -> list[tuple[str, tuple[int, int]]]:
    """The columns from left to right: their name, and the first and last year that they stand for."""
    return year_slots(own.by("year"))


@derived
def lanes(own: Selection) -> list[Lane]:
    """The sectors, the largest first."""
    known = own.facts.table("sectors").set_index("sector_id")
    return [Lane(code, known["name"][code], number, known["colour"][code]) for code, number in own.most("sector")]


@derived
def wall(own: Selection, *, dark: bool, narrow: bool) -> ReadyFigure:
    """The bricks as a figure."""
    unnamed = [brick._replace(short="") for brick in bricks(own, "sector")]
    return ReadyFigure(brick_wall(unnamed, lanes(own), columns(own), dark=dark, narrow=narrow))


def means(own: Selection, what: str, key: str) -> dict[str, object]:
    """The choices for a click on a sector's name, or on the number over a column of it."""
    sector, _, column = key.partition("|")
    chosen = {"city": own.filters.city, "sector": (sector,)}
    return chosen if what == "lane" else chosen | {"years": columns(own)[int(column)][1]}


@derived
def _text(own: Selection, city: str) -> str:
    sums = listed([f"{lane.name} {lane.events}" for lane in lanes(own)])
    return say("Events that name {city}, by sector and year: {sums}. The same events stand in the table below.", city=city_name(own.facts, city), sums=sums)  # fmt: skip


def bricks_pictures(own: Selection, city: str) -> list[Drawing]:
    """The bricks as they are saved."""
    title = say("Events that name {city}, by sector and year", city=city_name(own.facts, city))
    note = bricks_note(bricks(own, "sector"))
    return [Drawing(title, lambda: wall(own, dark=False, narrow=False), note)] if bricks(own, "sector") else []
