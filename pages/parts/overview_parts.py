"""The overview's parts: activity, figures, doubts and ways in."""

import pandas as pd
import streamlit as st

from charts.grid import lane_tiles
from charts.ready import ReadyFigure
from loaders.activity import doubt_numbers, doubtful, lane_years
from loaders.confidence_words import LEGEND
from loaders.datetext import date_text
from loaders.events.selection import Selection, derived
from loaders.marks import means
from loaders.numbers import NO_DATE, figure_text, unit_text
from loaders.overview import first_figures
from pages.parts import state
from pages.parts.drawn import dark, narrowing_chart, undated_link
from pages.parts.opening import open_card
from pages.parts.pages_list import PAGES
from pages.parts.picture import Drawing
from pages.parts.play_link import play_link
from pages.parts.rows import event_rows
from pages.parts.screen import screen
from pages.parts.words import md, number_of

_TILES_TEXT = "A filled tile was held, in part where it has an outline; an outlined one was only announced or called off; hatched at its foot is the part that may lie in other years."


def draw_activity(selection: Selection) -> None:
    """Events by sector and year."""
    table = lane_years(selection, "sector")
    if len(table):
        st.subheader("When, and in which sector")
        width = screen()
        with st.container(key=f"{width}-grid"):
            figure = _grid(selection, dark=dark(), narrow=width == "narrow")
            narrowing_chart(figure, key=f"grid-{width}", alt=_grid_text(table), means=means)
    undated_link(selection)


@derived
def _grid(selection: Selection, *, dark: bool, narrow: bool) -> ReadyFigure:
    return ReadyFigure(lane_tiles(lane_years(selection, "sector"), dark=dark, narrow=narrow))


def _grid_text(table: pd.DataFrame) -> str:
    parts = [f"{row.lane} {row.total}" for row in table.drop_duplicates("code").itertuples()]
    return f"Events by sector and year, {table['year'].min()} to {table['year'].max()}: {', '.join(parts)}. {_TILES_TEXT}"


def activity_picture(selection: Selection) -> list[Drawing]:
    """The grid as it is saved."""
    drawing = Drawing("Events by sector and year", lambda: _grid(selection, dark=False, narrow=False), _TILES_TEXT)
    return [drawing] if len(lane_years(selection, "sector")) else []


def draw_ways(selection: Selection) -> None:
    """Links to the other pages, each with what it answers, in two columns; the filter goes along."""
    query = selection.filters.to_query()
    st.subheader("Look further")
    columns = st.columns(2, gap="small")
    others = PAGES[1:]
    half = (len(others) + 2) // 2
    for number, (file, title, answer) in enumerate(others):
        with columns[number >= half]:
            st.page_link(file, label=f"**{title}** {answer}", query_params=query)
    with columns[1]:
        play_link()


def draw_figures(selection: Selection) -> None:
    """The members' populations, each with its day; a click opens the figure's card."""
    figures = _figures(selection)
    if not figures:
        return
    st.subheader("How large the partners are")
    st.caption(f"Each figure has its own day and its own way of counting: definition and source stand on its card. {LEGEND}")
    for column, (text, key) in zip(st.columns(len(figures)), figures, strict=True):
        with column, st.container(border=True, gap="xxsmall", height="stretch"):
            st.markdown(text)
            if key:
                st.button("Who says so", key=f"to-figures-{key}", type="tertiary", on_click=open_card, args=("figure", key))


@derived
def _figures(selection: Selection) -> list[tuple[str, str]]:
    """Each member's population in words, and its key; blank where none was read."""
    return [_figure(row) for row in first_figures(selection).itertuples()]


def _figure(row) -> tuple[str, str]:
    if pd.isna(row.value):
        return f"{md(row.city)}  \n**no figure was read**", ""
    day = date_text(row.as_of) if isinstance(row.as_of, str) else NO_DATE
    text = figure_text(row.value, unit_text(row.unit, row.indicator_id), row.qualifier)
    return f"{md(row.city)}  \n**{md(text)}**  \n{md(day)} {row.confidence}", row.observation_id


def draw_doubts(selection: Selection) -> None:
    """What is least certain: how many events have which kind of doubt, and behind each number these events."""
    numbers = doubt_numbers(selection)
    if not numbers:
        return
    st.subheader("What is least certain")
    for place, (doubt, number) in enumerate(numbers.items()):
        box = st.expander(f"**{number_of(number, 'event')}** {md(doubt)}", key=f"doubt-{place}", on_change=state.say)
        if box.open:
            with box:
                event_rows(doubtful(selection, doubt), name=f"doubt-rows-{place}")
