"""What is known of one city beside its events: its key figures, and its relationships."""

import pandas as pd
import streamlit as st

from charts.ready import ReadyFigure
from charts.spans import Span, spans
from loaders.events.selection import derived
from loaders.profile import SUBJECT, city_name, key_figures, profile_ties
from loaders.store import Store
from loaders.text import listed, message, say
from pages.cities.views import part
from pages.parts.drawn import dark, show_chart
from pages.parts.opening import open_card
from pages.parts.screen import screen
from pages.parts.words import md
from pages.widgets.table import Column, packed, table

_COLUMNS = (
    Column("indicator", message("Figure"), "title"),
    Column("value", message("Value")),
    Column("when", message("As of")),
    Column("publisher", message("Published by")),
)


def draw_figures(store: Store, city: str) -> None:
    """The key figures in rows, each of which opens its card; what is not known is said."""
    with part("city-figures", say("Key figures")):
        if any(figure.key for figure in key_figures(store, city)):
            table(_figures(store, city), key="key-figures", open=lambda key: open_card("figure", key))
        else:
            st.markdown(md(say("No figure of {city} was found.", city=city_name(store.facts, city))))


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
    return packed(rows, _COLUMNS, caption=caption, note=note, parameter="figure")


def draw_ties(store: Store, city: str) -> None:
    """Since when it has which relationship; those of which that is not stated in words."""
    width, rows = screen(), _rows(store, city)
    with part("city-ties", say("Relationships")):
        if profile_ties(store, city).empty:
            st.markdown(md(say("{city} is a member of no relationship in these data.", city=city_name(store.facts, city))))
        if rows:
            text = "; ".join(f"{row.name} {row.words or row.since or ''}" for row in rows)
            show_chart(ties_figure(store, city, dark=dark(), narrow=width == "narrow"), key=f"city-ties-{width}", alt=text)
        for line in _undated(store, city):
            st.markdown(md(line))


@derived
def _rows(store: Store, city: str) -> list[Span]:
    """A heading for each kind of relationship, below it a row each: the data set's own, and all others whose beginning is stated."""
    found, kind = [], None
    for row in profile_ties(store, city).itertuples():
        own, since, until = row.scope == SUBJECT, _year(row.since), _year(row.until)
        if not own and since is None:
            continue
        if row.kind != kind:
            found.append(Span(row.kind[:1].upper() + row.kind[1:], None, None, ""))
        kind = row.kind
        found.append(Span(row.others, since, until, say("since when is not stated") if since is None else row.state, own))
    return found


def _year(year: float) -> float | None:
    return None if pd.isna(year) else year


@derived
def _undated(store: Store, city: str) -> list[str]:
    """Of each kind, the relationships of which no source states since when they hold."""
    rows = profile_ties(store, city)
    rows = rows[(rows["scope"] != SUBJECT) & rows["since"].isna()]
    return [
        say("{kind}, since when is not stated: {names}.", kind=kind[:1].upper() + kind[1:], names=listed(list(some["others"])))
        for kind, some in rows.groupby("kind", sort=False)
    ]


@derived
def ties_figure(store: Store, city: str, *, dark: bool, narrow: bool) -> ReadyFigure:
    """The relationships as bars over the years."""
    last = store.facts.day.year + (store.facts.day.month - 1) / 12
    return ReadyFigure(spans(_rows(store, city), last, dark=dark, narrow=narrow))
