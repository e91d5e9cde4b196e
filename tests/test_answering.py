"""Views that answer one another, without a browser: what a click narrows to, chips, and the way back to everything."""

import pytest
import streamlit as st
from app_pages import addressed, opened, shows, table

from loaders.events.filters import Filters, select
from loaders.marks import ROW, YEAR, means
from pages.parts import drawn, state
from pages.sources.coverage import means as in_coverage


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


@pytest.mark.parametrize(
    ("point", "filters"),
    [(["2019", "card", "year"], Filters(years=(2019, 2019), sector=("energy",))), (["trade", "card", "lane"], Filters(sector=("trade",)))],
)
def test_a_click_takes_the_place_of_the_choice_of_its_name_and_all_else_holds(session, point, filters):
    state.keep(Filters(sector=("energy",)))
    session["chart"] = {"selection": {"points": [{"customdata": point}]}}
    drawn._clicked("chart", "chart", "event", lambda what, key: state.narrow(**means(what, key)))
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


def test_the_early_column_of_the_coverage_means_its_years_within_those_that_are_chosen(allowed, store):
    whole, tie = store.selection(), "duesseldorf-tokyo"
    assert in_coverage(whole, "cell", f"{tie}|2018") == {"tie": (tie,), "years": (2018, 2018)}
    assert in_coverage(whole, "cell", f"{tie}|1999") == {"tie": (tie,), "years": (allowed.years[0], 1999)}
    assert in_coverage(store.selection(Filters(years=(1990, 2017))), "cell", f"{tie}|1999")["years"] == (1990, 1999)
    assert in_coverage(whole, "row", tie) == {"tie": (tie,)}


def test_reset_takes_filters_away_and_leaves_the_pages_own_choice(all_events):
    app = opened("timeline/timeline.py", sector="energy", lanes="city")
    app.button(key="reset").click().run()
    assert addressed(app) == {"lanes": ["city"]} and not chips(app)
    assert shows(app, Filters(), all_events) and not [button for button in app.button if button.key == "reset"]


def test_many_words_of_one_choice_are_one_chip_that_takes_all_of_them_away(store):
    codes = sorted(store.selection().counts("journey"))[:9]
    app = opened("timeline/timeline.py", journey=codes)
    assert list(chips(app)) == ["chip-journey"] and chips(app)["chip-journey"].label.endswith("9 chosen")
    chips(app)["chip-journey"].click().run()
    assert addressed(app) == {} and not chips(app)


def test_an_events_card_offers_who_took_part_and_a_click_filters_by_them(all_events):
    app = opened("timeline/timeline.py", event="fmddsc-opening")
    links = all_events.links["organisation"]
    codes = list(links.loc[links["event_id"] == "fmddsc-opening", "code"])
    offered = [button for button in app.button if (button.key or "").startswith("only-organisation-")]
    assert [button.key.removeprefix("only-organisation-") for button in offered] == codes[:8] and codes
    offered[0].click().run()
    alone = not len(select(all_events, Filters(organisation=(codes[0],))))
    assert addressed(app) == {"organisation": [codes[0]], **({"background": ["yes"]} if alone else {})}
    assert shows(app, Filters(organisation=(codes[0],), background=alone), all_events)


def test_a_sites_card_offers_what_happened_there(all_events):
    app = opened("map/map.py", site="frea")
    app.button(key="only-location-frea").click().run()
    assert addressed(app) == {"location": ["frea"]} and shows(app, Filters(location=("frea",)), all_events)
    assert table(app)["total"] == len(select(all_events, Filters(location=("frea",))))


@pytest.mark.parametrize(("kind", "facet"), [("site", "location"), ("document", "source")])
def test_a_card_of_what_only_the_background_has_leads_to_it(kind, facet, store):
    whole = store.selection()
    key = next(code for code, number in whole.counts(facet).items() if not number and whole.count(**{facet: (code,)}, background=True))
    app = opened("timeline/timeline.py", **{kind: key})
    app.button(key=f"only-{facet}-{key}").click().run()
    assert addressed(app) == {facet: [key], "background": ["yes"]}
    assert table(app)["total"] == whole.count(**{facet: (key,)}, background=True)
