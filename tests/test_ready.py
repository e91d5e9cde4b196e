"""Figures that are written out: sent as they are kept, the same for the same drawing, few things to keep, and checked by plotly here."""

import gc
import json
import math

import pytest
from app_pages import SECONDS, SHELL
from streamlit.testing.v1 import AppTest

from charts.ready import ReadyFigure
from pages.shell.pages_list import FILES

SMALL = {
    "data": [{"type": "bar", "x": [1, math.nan], "y": ["Kōriyama <b>& Essen</b>", "郡山/エッセン"]}],
    "layout": {"height": 321},
}
KNOWN = {"data": [{"type": "bar", "x": [1, None], "y": SMALL["data"][0]["y"]}], "layout": SMALL["layout"]}


def test_a_figure_is_sent_as_it_is_kept_and_as_high_as_it_was_drawn():
    def page(figure):
        import streamlit as st

        st.plotly_chart(figure, theme=None)

    ready = ReadyFigure(SMALL)
    app = AppTest.from_function(page, args=(ready,)).run()
    (chart,) = app.get("plotly_chart")
    assert not app.exception
    assert chart.proto.spec == ready.text.decode()
    assert json.loads(chart.proto.spec) == ready.read() == KNOWN
    assert ready.to_dict()["layout"]["height"] == 321  # where Streamlit reads it


def test_the_same_drawing_is_the_same_text(store, figure):
    assert (
        ReadyFigure(figure(store.selection())).text
        == ReadyFigure(figure(store.selection())).text
        != ReadyFigure(figure(store.selection(), dark=True)).text
    )


def test_a_kept_figure_is_no_more_to_walk_for_the_collector_however_much_it_draws(store, figure):
    def walked(thing):
        found, new = {}, [thing]
        while new:
            found.update((id(one), one) for one in new)
            new = [one for one in gc.get_referents(*new) if gc.is_tracked(one) and not isinstance(one, type) and id(one) not in found]
        return len(found)

    assert walked(figure(store.selection())) > 100
    assert walked(ReadyFigure(figure(store.selection()))) == walked(ReadyFigure(SMALL)) < 10


def test_a_figure_that_plotly_does_not_know_is_found_by_these_tests():
    with pytest.raises(ValueError, match="Invalid value"):
        ReadyFigure({"data": [{"type": "bar", "orientation": "x"}], "layout": {}})


@pytest.mark.parametrize("address", ["overview", "cities", "cities?view=time", "cities?view=city", "cities?view=two", "network", "sources"])
def test_plotly_knows_every_chart_of_a_phone(address):
    page, _, view = address.partition("?view=")
    app = AppTest.from_file(str(SHELL), default_timeout=SECONDS).switch_page(FILES[page])
    app.query_params.update({"view": view} if view else {})
    app.session_state["screen_width"] = "narrow"
    app.run()
    assert not app.exception and app.get("plotly_chart")
