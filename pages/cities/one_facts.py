"""What is known of one city beside its events: its key figures, and its relationships."""

import streamlit as st

from charts.ready import ReadyFigure
from charts.spans import Span, spans
from loaders.events.selection import derived
from loaders.profile import SUBJECT, city_name, key_figures, profile_ties
from loaders.store import Store
from loaders.text import listed, message, say
from pages.parts.drawn import dark, show_chart
from pages.parts.opening import open_card
from pages.parts.screen import screen
from pages.parts.words import md
from pages.widgets.table import Column, packed, table

_COLUMNS = (
    Column("indicator", message("Figure"), "title"),
    Column("value", message("Value")),
    Column("when", message("Of")),
    Column("publisher", message("Published by")),
)


def draw_figures(store: Store, city: str) -> None:
    """The key figures in rows, each of which opens its card; what is not known is said."""
    if not any(figure.key for figure in key_figures(store, city)):
        st.subheader(say("Key figures"), anchor=False)
        st.markdown(md(say("No figure of {city} was found.", city=city_name(store.facts, city))))
        return
    table(_figures(store, city), key="key-figures", open=lambda key: open_card("figure", key))


@derived
def _figures(store: Store, city: str) -> bytes:
    found = key_figures(store, city)
    disputed = [figure.indicator.lower() for figure in found if figure.disputed]
    rows = {
        "key": [figure.key for figure in found],
        "indicator": [figure.indicator for figure in found],
        "value": [figure.value or say("no figure found") for figure in found],
        "when": [figure.when for figure in found],
        "publisher": [figure.publisher for figure in found],
    }
    note = say("Sources disagree on {figures}.", figures=listed(disputed)) if disputed else ""
    caption = say("Key figures of {city}", city=city_name(store.facts, city))
    return packed(rows, _COLUMNS, caption=caption, heading=say("Key figures"), note=note, parameter="figure")


def draw_ties(store: Store, city: str) -> None:
    """Since when it has which relationship."""
    rows = profile_ties(store, city)
    st.subheader(say("Relationships"), anchor=False)
    if rows.empty:
        st.markdown(md(say("{city} is a member of no relationship in these data.", city=city_name(store.facts, city))))
        return
    width = screen()
    with st.container(key=f"city-ties-{width}"):
        show_chart(ties_figure(store, city, dark=dark(), narrow=width == "narrow"), key=f"ties-{width}", alt=_ties_text(store, city))


@derived
def _rows(store: Store, city: str) -> list[Span]:
    """A heading for each kind of relationship, below it a row each."""
    found, kind = [], None
    for row in profile_ties(store, city).itertuples():
        if row.kind != kind:
            found.append(Span(row.kind[:1].upper() + row.kind[1:], None, None, ""))
        kind, since = row.kind, None if row.since != row.since else row.since
        words = say("since when is not stated") if since is None else row.state
        found.append(Span(row.others, since, None if row.until != row.until else row.until, words, row.scope == SUBJECT))
    return found


@derived
def ties_figure(store: Store, city: str, *, dark: bool, narrow: bool) -> ReadyFigure:
    """The relationships as bars over the years."""
    last = store.facts.day.year + (store.facts.day.month - 1) / 12
    return ReadyFigure(spans(_rows(store, city), last, dark=dark, narrow=narrow))


@derived
def _ties_text(store: Store, city: str) -> str:
    said = [
        f"{row.name}, {row.words or say('since {year}', year=str(int(row.since)))}" if row.since or row.words else f"{row.name}:"
        for row in _rows(store, city)
    ]
    return "; ".join(said)
