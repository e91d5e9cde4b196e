"""Views that answer one another, without a browser: what a click narrows to, marked rows, chips, and the way back to everything."""

import json

import pytest
import streamlit as st
from app_pages import addressed, opened, says, shows

from loaders.city_activity import means as in_panel
from loaders.events.filters import Filters, select
from loaders.marks import ROW, YEAR, means
from pages.parts import drawn, state
from pages.parts.coverage_documents import means as in_documents
from pages.parts.coverage_sides import means as in_sides
from pages.parts.marking import marked
from pages.parts.rows import _checked

MARKED = ["fmddsc-opening", "frea-opening"]


@pytest.fixture(autouse=True, scope="module")
def nothing_cached():
    """The pages keep facts for the whole process: another file's tests must not meet these."""
    yield
    st.cache_resource.clear()


@pytest.fixture
def session(monkeypatch):
    """A session without a page: a plain dict in the place of Streamlit's, its address and its messages too."""
    kept = {}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


def chips(app):
    return {button.key: button for button in app.button if (button.key or "").startswith("chip-")}


def checked(app):
    """Which rows of the first table are checked when it is drawn."""
    return json.loads(app.dataframe[0].proto.selection_default)["selection"]["rows"]


@pytest.mark.parametrize(
    ("point", "filters"),
    [(["2019", "card", "year"], Filters(years=(2019, 2019), sector=("energy",))), (["trade", "card", "lane"], Filters(sector=("trade",)))],
)
def test_a_click_takes_the_place_of_the_choice_of_its_name_and_all_else_holds(session, point, filters):
    state.keep(Filters(sector=("energy",)))
    session["chart"] = {"selection": {"points": [{"customdata": point}]}}
    drawn._chosen("chart", "chart", "event", means)
    assert state.current_filters() == filters


def test_a_chart_is_drawn_anew_after_each_click_that_narrows_so_that_none_fires_again(session):
    assert state.anew("chart") == "chart"
    keys = []
    for _ in range(2):
        state.narrow(sector=("energy",))
        keys.append(state.anew("chart"))
    assert len({"chart", *keys}) == 3


def test_a_click_means_a_card_a_year_a_row_or_nothing():
    assert drawn.meant({"points": [{"customdata": ["2019", "card", "year"]}]}) == ("year", "2019")
    assert drawn.meant({"points": [{"customdata": ["tie=none&sector=energy", "card", "row"]}]}) == ("row", "tie=none&sector=energy")
    assert drawn.meant({"points": [{"customdata": ["frea-opening", "card"]}]}) == ("", "frea-opening")
    assert drawn.meant({"points": [{"x": 1}]}) == drawn.meant({"points": []}) == ("", "")


@pytest.mark.parametrize(
    ("what", "key", "choices"),
    [
        (YEAR, "2019", {"years": (2019, 2019)}),
        (YEAR, "1981 2003", {"years": (1981, 2003)}),
        (ROW, "tie=none&tie=fukushima-nrw&sector=energy", {"tie": ("none", "fukushima-nrw"), "sector": ("energy",)}),
        (ROW, "background=no&sector=energy", {"sector": ("energy",), "background": False}),
    ],
)
def test_a_column_and_a_row_of_the_timeline_mean_what_they_are_of(what, key, choices):
    assert means(what, key) == choices


def test_a_year_in_a_panel_means_its_city_and_in_a_sectors_lane_the_sector_too():
    assert in_panel("essen", "2019") == {"city": ("essen",), "years": (2019, 2019)}
    assert in_panel("essen", "2019.energy") == {"city": ("essen",), "years": (2019, 2019), "sector": ("energy",)}


def test_a_documents_number_means_the_document_and_its_year(allowed, store):
    whole, deck = store.selection(), "essen-koriyama-deck-2023"
    assert in_documents(whole, f"{deck}|2018") == {"source": (deck,), "years": (2018, 2018)}
    assert in_documents(whole, f"{deck}|1999")["years"] == (allowed.years[0], 1999)
    assert in_documents(store.selection(Filters(years=(1990, 2017))), f"{deck}|1999")["years"] == (1990, 1999)
    assert in_documents(whole, deck) == {"source": (deck,)}


def test_a_cell_of_a_side_means_the_relationship_in_that_year_as_its_documents_tell_it(allowed, store):
    chosen = in_sides(store.selection(), "duesseldorf-tokyo", "japanese|2023")
    assert chosen == {"tie": ("duesseldorf-tokyo",), "source": ("fbc-2023-ric", "toshibaclip-2024"), "years": (2023, 2023)}
    assert in_sides(store.selection(), "duesseldorf-tokyo", "german|1999")["years"] == (allowed.years[0], 1999)
    assert in_sides(store.selection(), "duesseldorf-tokyo", "japanese|2017") == {}


def test_an_address_marks_rows_which_are_checked_and_said_by_a_chip():
    app = opened("timeline.py", sector="energy", background="yes", marked=MARKED)
    assert not app.warning
    assert addressed(app) == {"sector": ["energy"], "background": ["yes"], "marked": MARKED}
    assert {"chip-sector-energy", "chip-marked"} <= set(chips(app)) and chips(app)["chip-marked"].label == "2 rows marked"
    events = list(app.dataframe[0].value["Event"])
    assert checked(app) == [events.index("Renewable energy institute FREA opens in Koriyama")]


def test_a_chip_takes_the_marks_away_and_the_checks_with_them():
    app = opened("timeline.py", sector="energy", marked=MARKED)
    chips(app)["chip-marked"].click().run()
    assert addressed(app) == {"sector": ["energy"]}
    assert checked(app) == [] and set(chips(app)) == {"chip-sector-energy"}


def test_reset_takes_filters_and_marks_away_and_leaves_the_pages_own_choice(all_events):
    app = opened("timeline.py", sector="energy", marked=MARKED, lanes="tie")
    app.button(key="reset").click().run()
    assert addressed(app) == {"lanes": ["tie"]} and not chips(app)
    assert shows(app, Filters(), all_events) and app.button(key="reset").disabled


def test_marks_go_along_to_another_page_and_a_foreign_address_replaces_them():
    app = opened("timeline.py", marked=MARKED)
    app.query_params.clear()  # as the browser does on a change of page
    app.switch_page("map.py").run()
    assert addressed(app) == {"marked": MARKED} and "chip-marked" in chips(app)
    app.query_params["marked"] = "frea-opening"
    app.run()
    assert chips(app)["chip-marked"].label == "1 row marked"
    app.query_params.clear()  # Back to where nothing was marked
    app.run()
    assert "chip-marked" not in chips(app)


def test_an_unknown_mark_is_named_and_ignored():
    app = opened("timeline.py", marked=["frea-opening", "<b>nowhere"])
    (notice,) = app.warning
    assert "nowhere" in notice.value and "<b>" not in notice.value
    assert addressed(app) == {"marked": ["frea-opening"]}


def test_checking_rows_keeps_marks_of_rows_that_are_not_shown_and_a_click_on_a_cell_takes_none(session):
    state.say(marked=("elsewhere", "one"))
    assert _checked(["one", "two"], ["one", "two", "three"], beside=False)
    assert marked() == ("elsewhere", "one", "two")
    assert not _checked([], ["one", "two", "three"], beside=True), "a click on a cell"
    assert marked() == ("elsewhere", "one", "two")
    assert _checked(["two"], ["one", "two", "three"], beside=False)
    assert marked() == ("elsewhere", "two")


def test_an_events_card_offers_who_took_part_and_a_click_filters_by_them(all_events):
    app = opened("timeline.py", event="fmddsc-opening")
    links = all_events.links["organisation"]
    codes = list(links.loc[links["event_id"] == "fmddsc-opening", "code"])
    offered = [button for button in app.button if (button.key or "").startswith("only-organisation-")]
    assert [button.key.removeprefix("only-organisation-") for button in offered] == codes[:8] and codes
    offered[0].click().run()
    assert addressed(app) == {"organisation": [codes[0]]}
    assert shows(app, Filters(organisation=(codes[0],)), all_events)


def test_a_sites_card_offers_what_happened_there(all_events):
    app = opened("map.py", site="frea")
    app.button(key="only-location-frea").click().run()
    assert addressed(app) == {"location": ["frea"]} and shows(app, Filters(location=("frea",)), all_events)
    assert [heading for heading in app.subheader if heading.value.startswith("What happened: ")]
    assert len(app.dataframe[0].value) == len(select(all_events, Filters(location=("frea",))))


def test_a_chosen_cell_of_the_coverage_becomes_the_filter(all_events):
    app = opened("sources.py", view="coverage", cell="essen-koriyama.energy.2018")
    app.button(key="only-cell").click().run()
    chosen = Filters(years=(2018, 2018), sector=("energy",), tie=("essen-koriyama",))
    assert {name: addressed(app)[name] for name in ("years", "sector", "tie")} == chosen.to_query()
    assert shows(app, chosen, all_events) and says(app, "Essen–Koriyama, energy, 2018")
