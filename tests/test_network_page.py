"""The network page without a browser: headline, choices, the panel of one organisation, and what its buttons choose."""

import pytest
from app_pages import addressed, control, downloads, headline, opened, says, written

from loaders.events.filters import Filters
from loaders.network import network
from loaders.network_rows import drawn
from loaders.network_words import network_headline, tied_note
from pages.parts import network_charts, network_choice, state

HOSPITAL, PARTNER = "essen-university-hospital", "southern-tohoku-hospital"


def test_the_headline_is_the_finding_and_every_pair_can_be_taken_away(store):
    app = opened("network/network.py")
    assert not app.error and not app.warning
    assert headline(app).replace("\\", "") == network_headline(store.selection(), "organisations")
    assert downloads(app) == [f"{len(network(store.selection()).links)} rows"]


def test_a_partner_of_the_chosen_organisation_becomes_the_filter_of_their_joint_events(store):
    app = opened("network/network.py", focus=HOSPITAL)
    assert says(app, "Essen University Hospital and Southern Tohoku General Hospital (Koriyama) had")
    app.button(key=f"network-partner-{PARTNER}").click().run()
    assert not app.exception
    assert addressed(app)["organisation"] == [HOSPITAL] and addressed(app)["partner"] == [PARTNER]
    both = store.selection(Filters(organisation=(HOSPITAL,), partner=(PARTNER,)))
    assert f"{len(both)} events" in written(app) and downloads(app) == ["1 row"]
    assert headline(app).replace("\\", "") == network_headline(both, "organisations")


def test_an_organisation_of_the_filter_is_the_one_looked_at():
    app = opened("network/network.py", organisation=HOSPITAL, sector="healthcare")
    assert app.subheader[0].value == "Essen University Hospital"


@pytest.mark.parametrize("query", [{}, {"organisation": HOSPITAL, "partner": PARTNER}, {"years": ["2015", "2019"]}])
def test_the_panel_of_one_is_of_what_its_button_chooses(store, query):
    app = opened("network/network.py", focus="city-of-essen", **query)
    app.button(key="network-filter").click().run()
    assert addressed(app)["organisation"] == ["city-of-essen"] and "partner" not in addressed(app) and "focus" not in addressed(app)
    years = tuple(map(int, query["years"])) if "years" in query else None
    number = store.selection(Filters(organisation=("city-of-essen",), years=years)).count()
    assert app.subheader[0].value == "City of Essen" and says(app, f"{number} events, ")
    assert f"{number} events" in written(app)


def test_a_mark_of_the_graph_becomes_the_filter_of_its_events_and_is_looked_at(monkeypatch):
    said, session = {}, {"chart": {"selection": {"points": [{"customdata": ["node:koriyama", "card"]}]}}}
    monkeypatch.setattr(network_charts.st, "session_state", session)
    monkeypatch.setattr(network_choice.state, "say", lambda **query: said.update(query))
    monkeypatch.setattr(state, "narrow", lambda **chosen: said.update(chosen))
    network_charts._clicked("chart", "cities")
    assert said == {"focus": "", "pair": (), "city": ("koriyama",)}


def test_cities_have_a_network_of_their_own(store):
    app = opened("network/network.py", who="cities", focus="koriyama")
    assert headline(app).replace("\\", "") == network_headline(store.selection(), "cities")
    app.button(key="network-filter").click().run()
    assert addressed(app)["city"] == ["koriyama"]
    app.button(key="network-partner-essen").click().run()
    both = store.selection(Filters(city=("koriyama",), pair=("essen~koriyama",)))
    assert addressed(app)["pair"] == ["essen~koriyama"] and app.button(key="network-partner-essen").label.endswith(f" {len(both)}")
    assert app.button(key="chip-pair-essen~koriyama").label.replace("\\", "") == "Two cities together: Essen and Koriyama"
    assert f"{len(both)} events" in written(app) and len(app.dataframe[0].value) == 1


def test_what_can_be_looked_at_says_how_many_events_that_lists(store):
    app = opened("network/network.py", who="cities", city="essen")
    number = store.selection(Filters(city=("tokyo",))).count()
    assert f"Tokyo ({number})" in control(app, "focus").options


def test_a_chosen_pair_lists_its_events_and_stands_alone_in_the_rows(store):
    app = opened("network/network.py", who="cities", pair="duesseldorf~tokyo")
    both = store.selection(Filters(pair=("duesseldorf~tokyo",)))
    assert f"Düsseldorf and Tokyo: {len(both)} joint events" in [part.value.replace("\\", "") for part in app.subheader]
    listed = [button.key.removeprefix("pair-duesseldorf-tokyo-") for button in app.button if str(button.key).startswith("pair-duesseldorf")]
    assert listed == list(both.events.rows["event_id"])[-15:]
    assert says(app, "1 pair.")
    assert headline(app).replace("\\", "") == network_headline(both, "cities") == f"Düsseldorf and Tokyo share {len(both)} events"


def test_on_a_narrow_screen_the_words_count_what_is_drawn_there(store):
    app = opened("network/network.py")
    app.session_state["screen_width"] = "narrow"
    app.run()
    net = network(store.selection())
    part, _ = drawn(net, 7)
    assert says(app, f"{len(part.nodes)} marks of {len(net.nodes)}") and says(app, f"{len(part.links)} lines of {len(net.links)}")
    assert says(app, "The 9 organisations with most joint events") and not says(app, "after the letters")
    tied = tied_note(net, 9, letters=False)
    assert tied == "" or says(app, tied)


def test_two_without_a_joint_event_in_the_selection_leave_no_event():
    app = opened("network/network.py", who="cities", pair="duesseldorf~tokyo", city="koriyama", sector="healthcare")
    assert headline(app) == "No event fits this selection" and not app.get("plotly_chart")
