"""The timeline page without a browser: what its numbers are, one lane alone on a narrow screen, and many events."""

import json
from functools import partial

import pytest
from app_pages import SECONDS, SHELL, addressed, control, headline, opened, says, shows, table
from streamlit.testing.v1 import AppTest
from test_year_clicks import hold, lane_numbers, named, texts

import loaders
from benchmarks.growing import grow
from loaders.events.filters import Filters, select
from loaders.events.rows import event_rows
from loaders.marks import LANE, TILE, UNDATED, YEAR
from loaders.numbers import number_text
from loaders.store import Store
from loaders.story.headlines import timeline_headline
from pages.parts import base
from pages.parts.timeline_charts import MOST_MARKS
from pages.widgets.table import PAGE_ROWS

EARLY = {"years": ["2018", "2019"]}
SELECTIONS = [Filters(), Filters(sector=("energy",), years=(2017, 2020)), Filters(city=("koriyama",)), Filters(background=True)]


def on_phone(**query) -> AppTest:
    """The timeline at this address on a narrow screen."""
    app = AppTest.from_file(str(SHELL), default_timeout=SECONDS).switch_page("timeline.py")
    app.session_state["screen_width"] = "narrow"
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def chart(app: AppTest, begins: str = "Timeline.") -> dict:
    """The page's chart of the years."""
    return next(json.loads(chart.proto.spec) for chart in app.get("plotly_chart") if chart.proto.alt.startswith(begins))


def drawn(app: AppTest) -> set[str]:
    """The events that the page's chart draws."""
    (events,) = [trace for trace in chart(app)["data"] if trace.get("name") == "events"]
    return {key for key, _ in events["customdata"]}


@pytest.mark.parametrize("filters", SELECTIONS, ids=str)
def test_headline_count_rows_and_chart_are_of_the_addresss_selection(store, all_events, filters):
    shown = store.selection(filters)
    app = opened("timeline.py", **filters.to_query())
    assert headline(app).replace("\\", "") == timeline_headline(shown).title
    assert shows(app, filters, all_events)
    assert sorted(table(app)["key"]) == sorted(shown.keys) and table(app)["total"] == len(shown)
    figure = chart(app)
    columns = named(figure, YEAR)
    hold(shown, columns, texts(figure, columns, "y2"), YEAR, "sector")
    hold(shown, named(figure, LANE), lane_numbers(figure), LANE, "sector")


def test_what_has_no_date_is_one_click_away_and_as_many_as_it_says(store, all_events):
    app = opened("timeline.py", background="yes")
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
    shown, app = grown.selection(), opened("timeline.py")
    assert len(shown) > MOST_MARKS and headline(app).replace("\\", "") == timeline_headline(shown).title
    assert says(app, f"More than {number_text(MOST_MARKS)} events")
    figure = chart(app)
    tiles = named(figure, TILE)
    hold(shown, tiles, texts(figure, tiles), TILE, "sector")
    assert table(app)["key"] == event_rows(shown, 0, PAGE_ROWS)["key"] and table(app)["total"] == len(shown)
    app.session_state["page_of_rows"] = shown.address(""), 2
    app.run()
    assert table(app)["key"] == event_rows(shown, 2 * PAGE_ROWS, PAGE_ROWS)["key"]
    other = Filters(tie=("essen-koriyama",))
    app.query_params["tie"] = "essen-koriyama"
    app.run()
    assert table(app)["key"] == event_rows(grown.selection(other), 0, PAGE_ROWS)["key"]


def test_on_a_narrow_screen_one_lane_is_drawn_alone_and_the_address_says_which(all_events):
    app = on_phone(**EARLY)
    every = drawn(app)
    control(app, "lane").set_value("energy").run()
    energy = select(all_events, Filters(years=(2018, 2019), sector=("energy",))).rows["event_id"]
    assert drawn(app) == every & set(energy) < every
    assert addressed(app)["lane"] == ["energy"]
    assert drawn(on_phone(**EARLY, lane="energy")) == drawn(app)


@pytest.mark.parametrize("lanes", ["tie", "city"])
def test_a_lane_of_other_lanes_is_none_and_all_are_drawn(lanes):
    assert drawn(on_phone(**EARLY, lanes=lanes, lane="energy")) == drawn(on_phone(**EARLY, lanes=lanes))


def test_what_is_of_no_relationship_has_a_lane_too_that_is_offered_once(all_events):
    app = on_phone(**EARLY, lanes="tie", lane="none", background="yes")
    offered = control(app, "lane").options
    assert len(set(offered)) == len(offered)
    found = drawn(app)
    assert found and all_events.rows.set_index("event_id").loc[list(found), "tie_id"].isna().all()
