"""The overview's parts: purpose, figures, activity, beginnings, doubts and ways in."""

import pandas as pd
import streamlit as st

from charts.grid import sector_years
from loaders.activity import beginnings, by_sector, doubts
from loaders.confidence_words import LEGEND
from loaders.datetext import date_text
from loaders.events import Events
from loaders.facts import FactBase, stamp
from loaders.filters import Filters
from loaders.marks import about
from loaders.numbers import NO_DATE, figure_text, unit_text
from loaders.overview import counts, first_figures
from loaders.summary import confidence_note, counting_note
from pages.parts import state
from pages.parts.base import kept_drawing
from pages.parts.drawn import CONFIG, dark
from pages.parts.opening import open_card
from pages.parts.picture import Drawing
from pages.parts.words import md, number_of

_NAMED = 4


def draw_purpose(facts: FactBase, shown: Events) -> None:
    """What this is, in two sentences, and how much of it is shown."""
    found = counts(facts, shown)
    st.markdown(
        "City Ties shows what Essen and Koriyama, and Düsseldorf with Chiba Prefecture and Tokyo, have done together: when, where, with whom and in which sector. "
        "Every event, place and figure names who says so, and what is vague, only announced or contradicted looks so."
    )
    st.markdown(
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
    """Links to the other pages, each with what it answers; the filter goes along."""
    query = state.current_filters().to_query()
    for column, (page, label, answer) in zip(st.columns(len(_WAYS)), _WAYS, strict=True):
        with column, st.container(border=True, gap="xxsmall", height="stretch"):
            st.page_link(f"{page}.py", label=f"**{label}**", query_params=query)
            st.markdown(answer)


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
    _card_button("Who says so", "figure", row.observation_id, place="figures")


def draw_activity(shown: Events) -> None:
    """Events by sector and year."""
    years = state.current_filters().years
    table = by_sector(shown, years=years)
    if table.empty:
        return
    st.subheader("When, and in which sector")
    st.caption(md(f"{counting_note(shown, filters=state.current_filters())} {confidence_note(shown, years=years)}"))
    for width in ("wide", "narrow"):
        with st.container(key=f"{width}-grid"):
            figure = _grid(stamp(), state.current_filters(), dark(), width == "narrow", shown)
            st.plotly_chart(figure, theme=None, key=f"grid-{width}", config=CONFIG, alt=_grid_text(table))


def activity_picture(shown: Events) -> list[Drawing]:
    """The grid as it is saved."""
    filters = state.current_filters()
    note = f"A filled tile: held, with their number; outlined, or behind a +: only announced or called off. {counting_note(shown, filters=filters)}"
    table = by_sector(shown, years=filters.years)
    title = "Events by sector and year"
    return [Drawing(title, lambda: _grid(stamp(), filters, False, False, shown), note)] if len(table) else []


@kept_drawing
def _grid(stamp: str, filters: Filters, dark: bool, narrow: bool, _shown: Events) -> dict:
    table = by_sector(_shown, years=filters.years)
    years = int(table["year"].min()), int(table["year"].max())
    return sector_years(table, years=years, dark=dark, narrow=narrow)


def _grid_text(table: pd.DataFrame) -> str:
    sums = table.drop_duplicates("sector")
    parts = [f"{row.sector} {row.total}" for row in sums.itertuples()]
    return f"Held events by sector and year, {table['year'].min()} to {table['year'].max()}: {', '.join(parts)}."


def draw_beginnings(shown: Events) -> None:
    """The first and the latest dated event of each relationship."""
    table = beginnings(shown, years=state.current_filters().years)
    if table.empty:
        return
    st.subheader("How each began, and the latest that is known")
    st.caption("The first and the latest dated event that was held, whether or not the headline counts it.")
    for column, row in zip(st.columns(len(table)), table.itertuples(), strict=True):
        with column, st.container(gap="xxsmall"):
            st.markdown(f"**{md(row.tie)}** · {number_of(row.counted, 'event')} in the headline’s count")
            _card_button(f"First: {row.first_text}, {row.first}", "event", row.first_id, place=f"first-{row.tie_id}")
            if row.latest_id != row.first_id:
                _card_button(f"Latest: {row.latest_text}, {row.latest}", "event", row.latest_id, place=f"latest-{row.tie_id}")


def draw_doubts(shown: Events) -> None:
    """What is least certain: how many events of each kind of doubt, and the first of them."""
    found = [(name, rows) for name, rows in doubts(shown).items() if len(rows)]
    if not found:
        return
    st.subheader("What is least certain")
    of = "Of the events that the headline is about" if about(shown).rows["tie"].notna().all() else "Of the events shown, which are context"
    st.caption(f"{of}; one event may stand under several heads.")
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
        _card_button(f"{row.title}, {row.date_text}", "event", row.event_id, place=f"doubt-{number}")


_WAYS = (
    ("timeline", "Timeline", "When did what happen? Each event as exact as its date."),
    ("cities", "Cities", "How do they compare, and what did they do together?"),
    ("map", "Map", "Where was it, and who travelled from where?"),
    ("facts", "Facts", "Every table, row by row, with its dictionary."),
    ("sources", "Sources and method", "Who says so, what was corrected, and what was not found?"),
)


def _card_button(text: str, kind: str, key: str, *, place: str) -> None:
    st.button(md(text), key=f"to-{place}-{key}", type="tertiary", on_click=open_card, args=(kind, key))
