"""The row of choices of the views of figures: place, figure and year, with the count, downloads and sharing at its end."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.figures import ALL
from loaders.over_time import indicators_over_time
from loaders.side_by_side import common_years, indicators_known, places_known
from loaders.text import counted, say
from pages.cities.chosen import OFFERS, chosen_places, figures_chosen, words_of
from pages.cities.rows import figures_of
from pages.cities.views import chosen_view
from pages.parts import state
from pages.parts.screen import screen
from pages.parts.words import md
from pages.shell.bar import bar_of, count_of, menu
from pages.shell.share import share_menu
from pages.widgets.take import take


def figures_row() -> bool:
    """Draws the row where a view of figures is chosen, and says whether it has."""
    view = chosen_view()
    if view not in OFFERS:
        return False
    shown = figures_chosen()
    number = len(figures_of(shown, view))
    with bar_of():
        if screen() == "wide":
            menu("open-place", say("Place"), lambda: _places(shown))
            _figure(shown, view)
            _year(shown, view)
        else:
            menu("open-all", say("Filters"), lambda: _all(shown, view), icon=":material/tune:")
        count_of(number, counted("{count} figure", "{count} figures", count=number))
        take(OFFERS[view], number, of=shown)
        share_menu(shown, words_of(shown))
    return True


def _all(shown: Selection, view: str) -> None:
    _places(shown)
    _figure(shown, view)
    _year(shown, view)


def _places(shown: Selection) -> None:
    table = places_known(shown.store)
    names = dict(zip(table["city_id"], map(md, table["place"]), strict=True))
    chosen = state.bound("place", chosen_places(), lambda keys: state.write_address(place=",".join(keys)))
    st.pills(say("Place"), list(names), selection_mode="multi", format_func=names.get, **chosen)


def _figure(shown: Selection, view: str) -> None:
    known = indicators_known(shown.store)
    every = {ALL: say("All figures"), **dict(known[["indicator_id", "name"]].itertuples(index=False))}
    names = indicators_over_time(shown) if view == "time" else every
    if names:
        st.selectbox(
            say("Figure"),
            tuple(names),
            format_func=names.get,
            label_visibility="collapsed",
            width=260,
            **state.chosen("indicator", tuple(names)),
        )


def _year(shown: Selection, view: str) -> None:
    years = common_years(shown) if view == "side" else ()
    if years:
        look = {"format_func": lambda year: say("Year {year}", year=year), "label_visibility": "collapsed", "width": 130}
        st.selectbox(say("Year"), years, **look, **state.chosen("year", years))
