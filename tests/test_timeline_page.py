"""The timeline page without a browser: what its numbers are, one lane alone on a narrow screen, and many events."""

import json
from functools import partial

import pytest
from app_pages import SECONDS, SHELL, addressed, headline, opened, says, shows, table
from streamlit.testing.v1 import AppTest
from test_year_clicks import hold, hold_timeline, named, texts

import loaders
from benchmarks.growing import grow
from loaders.events.filters import Filters
from loaders.events.rows import event_rows
from loaders.marks import TILE, UNDATED, lane_rows
from loaders.numbers import number_text
from loaders.store import Store
from loaders.story.headlines import timeline_headline
from pages.parts import base
from pages.timeline.chart import MOST_MARKS
from pages.widgets.table import PAGE_ROWS

EARLY = {"years": ["2018", "2019"]}
SELECTIONS = [Filters(), Filters(sector=("energy",), years=(2017, 2020)), Filters(city=("koriyama",)), Filters(background=True)]


def on_phone(**query) -> AppTest:
    """The timeline at this address on a narrow screen."""
    app = AppTest.from_file(str(SHELL), default_timeout=SECONDS).switch_page("timeline/timeline.py")
    app.session_state["screen_width"] = "narrow"
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def chart(app: AppTest, begins: str = "Timeline.") -> dict:
    """The page's chart of the years."""
    return next(json.loads(chart.proto.spec) for chart in app.get("plotly_chart") if chart.proto.alt.startswith(begins))


@pytest.mark.parametrize("filters", SELECTIONS, ids=str)
def test_headline_count_rows_and_chart_are_of_the_addresss_selection(store, all_events, filters):
    shown = store.selection(filters)
    app = opened("timeline/timeline.py", **filters.to_query())
    assert headline(app).replace("\\", "") == timeline_headline(shown).title
    assert shows(app, filters, all_events)
    assert sorted(table(app)["key"]) == sorted(shown.keys) and table(app)["total"] == len(shown)
    hold_timeline(shown, chart(app))


def test_what_has_no_date_is_one_click_away_and_as_many_as_it_says(store, all_events):
    app = opened("timeline/timeline.py", background="yes")
    link, alone = app.button(key="no-date"), Filters(undated=True, background=True)
    assert store.selection(Filters(background=True)).count(**UNDATED) == 1 and link.label == "No date: 1 event"
    link.click().run()
    assert addressed(app) == alone.to_query() and shows(app, alone, all_events)
    assert "no-date" not in {button.key for button in app.button}


@pytest.fixture
def grown(tmp_path, monkeypatch):
    """The pages read more events than the timeline has marks for; gives their Store."""
    grow(MOST_MARKS * 3 // 2, tmp_path / "data")
    monkeypatch.setattr(loaders, "facts", partial(loaders.facts, tmp_path / "data"))
    monkeypatch.setattr(base, "stamp", partial(base.stamp, tmp_path / "data"))
    return Store(loaders.facts())


def test_many_events_are_counted_by_lane_and_year_and_their_rows_are_turned_by_pages(grown):
    shown, app = grown.selection(), opened("timeline/timeline.py")
    assert len(shown) > MOST_MARKS and headline(app).replace("\\", "") == timeline_headline(shown).title
    assert says(app, f"More than {number_text(MOST_MARKS)} events")
    figure = chart(app)
    tiles = named(figure, TILE)
    hold(shown, tiles, texts(figure, tiles), TILE, "tie")
    assert table(app)["key"] == event_rows(shown, 0, PAGE_ROWS)["key"] and table(app)["total"] == len(shown)
    app.session_state["page_of_rows"] = shown.address(""), 2
    app.run()
    assert table(app)["key"] == event_rows(shown, 2 * PAGE_ROWS, PAGE_ROWS)["key"]
    other = Filters(tie=("essen-koriyama",))
    app.query_params["tie"] = "essen-koriyama"
    app.run()
    assert table(app)["key"] == event_rows(grown.selection(other), 0, PAGE_ROWS)["key"]


@pytest.mark.parametrize("lanes", [None, "sector", "city"])
def test_rows_are_of_what_the_address_says_and_on_a_narrow_screen_the_same(store, lanes):
    shown = store.selection(Filters(years=(2018, 2019)))
    rows = lane_rows(shown, lanes or "tie")
    keys = list(rows.loc[rows["key"] != "", "key"])
    said = {**EARLY, **({"lanes": lanes} if lanes else {})}
    assert named(chart(opened("timeline/timeline.py", **said)), "row") == named(chart(on_phone(**said)), "row") == keys


def test_the_key_of_signs_names_the_sectors_only_where_no_row_does():
    def signs(**said):
        return next(
            each.proto.body for each in opened("timeline/timeline.py", **EARLY, **said).get("html") if "some time within" in each.proto.body
        )

    assert "Energy" in signs(lanes="city") and "Energy" not in signs() and "Energy" not in signs(lanes="sector")


def test_what_old_addresses_say_of_lanes_and_eras_is_read_over():
    app = opened("timeline/timeline.py", **EARLY, lane="energy", eras="off")
    assert not app.warning and chart(app)


def test_the_eras_behind_the_timeline_are_in_its_words():
    alts = [chart.proto.alt for chart in opened("timeline/timeline.py").get("plotly_chart")]
    eras = "Bands behind the marks: Earthquake and nuclear accident, events known 2011; IUC, events known Nov 2017 to 20 Nov 2019; Pandemic"
    assert any(eras in alt for alt in alts)
