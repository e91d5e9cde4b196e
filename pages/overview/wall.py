"""The bricks: when what happened, a lane a relationship."""

import streamlit as st

from charts.bricks import Lane, brick_wall
from charts.ready import ReadyFigure
from charts.scale import year_slots
from loaders.bricks import bricks, bricks_note
from loaders.events import NO_TIE
from loaders.events.selection import Selection, derived
from loaders.text import say
from pages.parts.drawn import dark, narrowing_chart, undated_link
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import md
from pages.widgets.sectors import sector_buttons


def draw_wall(shown: Selection) -> None:
    """The sectors with their numbers, and the bricks."""
    width = screen()
    with st.container(key=f"picture-{width}-wall", gap="xxsmall"):
        sector_buttons(shown)
        if bricks(shown):
            narrowing_chart(
                wall(shown, dark=dark(), narrow=width == "narrow"),
                key=f"wall-{width}",
                alt=_text(shown),
                means=lambda what, key: means(shown, what, key),
            )
            st.caption(md(bricks_note(bricks(shown))))
    undated_link(shown)


@derived
def columns(shown: Selection) -> list[tuple[str, tuple[int, int]]]:
    """The columns from left to right: their name, and the first and last year that they stand for."""
    return year_slots(shown.by("year"))


@derived
def lanes(shown: Selection) -> list[Lane]:
    """The lanes, the largest first, what belongs to no relationship last."""
    names = shown.store.names()["tie"]
    found = [Lane(tie, names[tie], number) for tie, number in shown.most("tie")]
    return sorted(found, key=lambda lane: lane.code == NO_TIE)


@derived
def wall(shown: Selection, *, dark: bool, narrow: bool) -> ReadyFigure:
    """The bricks as a figure."""
    return ReadyFigure(brick_wall(bricks(shown), lanes(shown), columns(shown), dark=dark, narrow=narrow))


def means(shown: Selection, what: str, key: str) -> dict[str, object]:
    """The choices for a click on a lane's name, or on the number over a column of a lane."""
    lane, _, column = key.partition("|")
    return {"tie": (lane,)} if what == "lane" else {"tie": (lane,), "years": columns(shown)[int(column)][1]}


@derived
def _text(shown: Selection) -> str:
    return say(
        "One brick is one event, by relationship and year: {lanes}.", lanes=", ".join(f"{lane.name} {lane.events}" for lane in lanes(shown))
    )


def pictures(shown: Selection) -> list[Drawing]:
    """The bricks as they are saved."""
    if not bricks(shown):
        return []
    return [Drawing(say("Events by relationship and year"), lambda: wall(shown, dark=False, narrow=False), bricks_note(bricks(shown)))]
