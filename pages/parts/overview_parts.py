"""The overview's parts: purpose, figures, activity, beginnings, doubts and ways in."""

import pandas as pd
import streamlit as st

from charts.grid import sector_years
from charts.ready import ReadyFigure
from loaders.activity import by_sector, doubts
from loaders.confidence_words import LEGEND
from loaders.datetext import date_text
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from loaders.numbers import NO_DATE, figure_text, unit_text
from loaders.overview import counts, doubts_among, first_figures
from loaders.story import has_story
from loaders.timeline_words import counting_note
from pages.parts import state
from pages.parts.base import kept_drawing
from pages.parts.counting import says_counting
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.opening import open_card
from pages.parts.pages_list import PAGES
from pages.parts.picture import Drawing
from pages.parts.play_link import play_link
from pages.parts.screen import screen
from pages.parts.words import md, number_of

_NAMED = 4
_SIGNS = "In a tile, 2+1 is two held and one outlined; where tiles have no room for the +1, the outline around one says so. A tile with an outline only: none was held."
_ANNOUNCED = "of which only the announcement is known"  # these have a part of their own


def draw_purpose(facts: FactBase, shown: Events) -> None:
    """What this is, in two sentences, and how much of it is shown."""
    found = counts(facts, shown)
    st.markdown(
        "City Ties shows what Essen and Koriyama, and Düsseldorf with Chiba Prefecture and Tokyo, have done together, and who says so: "
        "what is vague, only announced or contradicted looks so."
    )
    st.caption(
        f"Shown here: **{number_of(found['events'], 'event')}** ({_share(found)}), told by "
        f"**{number_of(found['documents'], 'document')}**, in {found['cities']} cities and regions and at {number_of(found['sites'], 'site')}. Data as of {md(date_text(facts.as_of))}."
    )


def _share(found: dict[str, int]) -> str:
    if found["ties"] == found["events"]:
        return "all of the relationships"
    return (
        f"{found['ties']} of the relationships, the rest their frame and context"
        if found["ties"]
        else "none of the relationships themselves"
    )


def draw_ways() -> None:
    """Links to the other pages, each with what it answers, in two columns; the filter goes along."""
    query = state.current_filters().to_query()
    st.subheader("Look further")
    columns = st.columns(2, gap="small")
    others = PAGES[1:]
    half = (len(others) + 2) // 2
    for number, (file, title, answer) in enumerate(others):
        with columns[number >= half]:
            st.page_link(file, label=f"**{title}** {answer}", query_params=query)
    with columns[1]:
        play_link()


def draw_figures(facts: FactBase, shown: Events) -> None:
    """The members' populations, each with its day; a click opens the figure's card."""
    table = first_figures(facts, shown)
    if table.empty:
        return
    st.subheader("How large the partners are")
    st.caption(f"Each figure has its own day and its own way of counting: definition and source stand on its card. {LEGEND}")
    for column, row in zip(st.columns(len(table)), table.itertuples(), strict=True):
        with column, st.container(border=True, gap="xxsmall", height="stretch"):
            _figure(row)


def _figure(row) -> None:
    if pd.isna(row.value):
        st.markdown(f"{md(row.city)}  \n**no figure was read**")
        return
    day = date_text(row.as_of) if isinstance(row.as_of, str) else NO_DATE
    text = figure_text(row.value, unit_text(row.unit, row.indicator_id), row.qualifier)
    st.markdown(f"{md(row.city)}  \n**{md(text)}**  \n{md(day)} {row.confidence}")
    card_button("Who says so", "figure", row.observation_id, place="figures")


def draw_activity(shown: Events) -> None:
    """Events by sector and year."""
    years = state.current_filters().years
    table = by_sector(shown, years=years)
    if table.empty:
        return
    st.subheader("When, and in which sector")
    says_counting(shown, _SIGNS)
    st.caption("A click on a tile narrows to its sector and year.")
    width = screen()
    with st.container(key=f"{width}-grid"):
        figure = _grid(stamp(), state.current_filters(), dark(), width == "narrow", shown)
        narrowing_chart(figure, key=f"grid-{width}", alt=_grid_text(table), means=lambda what, key: of_cell(key, shown))


def of_cell(key: str, shown: Events) -> dict[str, object]:
    """What a click on a tile of the grid narrows to: its sector and its year."""
    sector, year = key.rsplit(" ", 1)
    codes = shown.rows.loc[shown.rows["sector"] == sector, "sector_id"]
    return {"sector": (codes.iloc[0],), "years": (int(year), int(year))}


def activity_picture(shown: Events) -> list[Drawing]:
    """The grid as it is saved."""
    filters = state.current_filters()
    note = f"A filled tile: held, with their number. {_SIGNS} {counting_note(shown, filters=filters)}"
    table = by_sector(shown, years=filters.years)
    title = "Events by sector and year"
    return [Drawing(title, lambda: _grid(stamp(), filters, False, False, shown), note)] if len(table) else []


@kept_drawing
def _grid(stamp: str, filters: Filters, dark: bool, narrow: bool, _shown: Events) -> ReadyFigure:
    table = by_sector(_shown, years=filters.years)
    years = int(table["year"].min()), int(table["year"].max())
    return ReadyFigure(sector_years(table, years=years, dark=dark, narrow=narrow))


def _grid_text(table: pd.DataFrame) -> str:
    sums = table.drop_duplicates("sector")
    parts = [f"{row.sector} {row.total}" for row in sums.itertuples()]
    return f"Held events by sector and year, {table['year'].min()} to {table['year'].max()}: {', '.join(parts)}."


def draw_doubts(shown: Events) -> None:
    """What is least certain, aside from what of the relationships was only announced: how many events of each kind of doubt, and the first of them."""
    found = [(name, rows) for name, rows in doubts(shown).items() if len(rows) and not (name == _ANNOUNCED and has_story(shown))]
    if not found:
        return
    st.subheader("What is least certain")
    st.caption(f"{doubts_among(shown, years=state.current_filters().years)}; one event may stand under several heads.")
    columns = st.columns(2)
    for number, (name, rows) in enumerate(found):
        with columns[number % 2], st.container(gap="xxsmall"):
            st.markdown(f"**{number_of(len(rows), 'event')}** {md(name)}")
            _listed(rows.head(_NAMED), number)
            if len(rows) > _NAMED:
                with st.expander(f"{len(rows) - _NAMED} more"):
                    _listed(rows.iloc[_NAMED:], number)


def _listed(rows: pd.DataFrame, number: int) -> None:
    for row in rows.itertuples():
        card_button(f"{row.title}, {row.date_text}", "event", row.event_id, place=f"doubt-{number}")


def card_button(text: str, kind: str, key: str, *, place: str) -> None:
    """A plain control that opens the card of one thing; `place` tells it from others of the page."""
    st.button(md(text), key=f"to-{place}-{key}", type="tertiary", on_click=open_card, args=(kind, key))
