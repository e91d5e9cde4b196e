"""The network page without a browser: headline, picture, the closer look and what its choices do."""

from app_pages import addressed, control, headline, opened, shows, table

from loaders.events.filters import Filters
from loaders.network import around, companions, joint, links, name_of
from loaders.story.network import network_headline

HOSPITAL, PARTNER = "essen-university-hospital", "southern-tohoku-hospital"


def plain(text):
    return text.replace("\\", "")


def test_the_page_has_its_headline_its_picture_and_the_latest_joint_events(store):
    app = opened("network/network.py")
    assert not app.error and not app.warning
    assert plain(headline(app)) == network_headline(store.selection()).title
    assert "matrix" in app.get("plotly_chart")[0].proto.id
    newest = joint(store.selection())
    assert set(table(app)["key"]) <= set(newest.keys) and len(table(app)["key"]) == min(8, len(newest))


def test_a_phone_shows_the_strongest_pairs():
    app = opened("network/network.py")
    app.session_state["screen_width"] = "narrow"
    app.run()
    assert not app.exception and any("pairs-narrow" in chart.proto.id for chart in app.get("plotly_chart"))


def test_a_choice_of_two_lists_their_events(store, all_events):
    chosen = Filters(organisation=(HOSPITAL,), partner=(PARTNER,))
    app = opened("network/network.py", organisation=HOSPITAL, partner=PARTNER)
    assert shows(app, chosen, all_events) and sorted(table(app)["key"]) == sorted(store.selection(chosen).keys)
    assert len(links(store.selection(chosen))) == 1


def test_the_one_looked_at_stands_in_the_address_and_leads_to_its_events(store):
    app = opened("network/network.py", focus=HOSPITAL)
    assert control(app, "focus").value == HOSPITAL
    app.button(key="focus-events").click().run()
    assert addressed(app)["organisation"] == [HOSPITAL]


def test_the_only_organisation_of_the_filter_is_the_one_looked_at(store):
    app = opened("network/network.py", organisation=HOSPITAL)
    number = store.selection(Filters(organisation=(HOSPITAL,))).count()
    assert control(app, "focus").value == HOSPITAL
    assert f"{name_of(store.facts, HOSPITAL)} ({number})" in control(app, "focus").options


def test_every_pair_of_the_choice_can_be_taken_away():
    app = opened("network/network.py", sector="healthcare")
    assert {"csv-events", "csv-links"} <= {button.key for button in app.get("download_button")}


def test_an_older_address_of_the_network_of_cities_shows_the_organisations(store):
    app = opened("network/network.py", who="cities", focus="koriyama")
    assert plain(headline(app)) == network_headline(store.selection()).title
    assert control(app, "focus").value == companions(around(store.selection()))[0] and "focus" not in addressed(app)
