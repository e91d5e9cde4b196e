"""The network page without a browser: headline, choices, the panel of one organisation, and what its buttons choose."""

from app_pages import addressed, downloads, headline, opened, says

from loaders.events.filters import Filters, select
from loaders.network import network
from loaders.network_rows import drawn
from loaders.network_words import headline_note, network_headline, tied_note

HOSPITAL = "essen-university-hospital"


def test_the_headline_is_the_finding_and_every_pair_can_be_taken_away(fact_base, all_events):
    app = opened("network.py")
    assert not app.error and not app.warning
    assert headline(app).replace("\\", "") == network_headline(fact_base, all_events, "organisations")
    assert downloads(app) == [f"{len(network(fact_base, all_events).links)} rows"]


def test_a_partner_of_the_chosen_organisation_becomes_the_filter_of_their_joint_events(all_events):
    app = opened("network.py", focus=HOSPITAL)
    assert says(app, "Essen University Hospital and Southern Tohoku General Hospital (Koriyama) had")
    app.button(key="network-partner-southern-tohoku-hospital").click().run()
    assert not app.exception
    assert addressed(app)["organisation"] == [HOSPITAL] and addressed(app)["partner"] == ["southern-tohoku-hospital"]
    both = select(all_events, Filters(organisation=(HOSPITAL,), partner=("southern-tohoku-hospital",)))
    assert says(app, f"{len(both)} of {len(all_events)} events") and downloads(app) == ["1 row"]


def test_an_organisation_of_the_filter_is_the_one_looked_at():
    app = opened("network.py", organisation=HOSPITAL, sector="healthcare")
    assert app.subheader[0].value == "Essen University Hospital"


def test_cities_have_a_network_of_their_own(fact_base, all_events):
    app = opened("network.py", who="cities", focus="koriyama")
    assert headline(app).replace("\\", "") == network_headline(fact_base, all_events, "cities")
    assert says(app, headline_note(all_events, "cities"))
    app.button(key="network-filter").click().run()
    assert addressed(app)["city"] == ["koriyama"]
    app.button(key="network-partner-essen").click().run()
    both = select(all_events, Filters(city=("koriyama",), pair=("essen~koriyama",)))
    assert addressed(app)["pair"] == ["essen~koriyama"] and app.button(key="network-partner-essen").label.endswith(f" {len(both)}")
    assert app.button(key="chip-pair-essen~koriyama").label.replace("\\", "") == "Two cities together: Essen and Koriyama"
    assert says(app, f"{len(both)} of {len(all_events)} events") and len(app.dataframe[0].value) == 1


def test_a_chosen_pair_lists_its_events_and_says_that_the_rest_is_of_the_whole(fact_base, all_events):
    app = opened("network.py", who="cities", pair="duesseldorf~tokyo")
    keys = list(select(all_events, Filters(pair=("duesseldorf~tokyo",))).rows["event_id"])
    assert f"Düsseldorf and Tokyo: {len(keys)} joint events" in [part.value.replace("\\", "") for part in app.subheader]
    listed = [button.key.removeprefix("pair-duesseldorf-tokyo-") for button in app.button if str(button.key).startswith("pair-duesseldorf")]
    assert listed == keys[-15:]
    assert says(app, "leave the choice of two aside") and says(app, "1 pair, chosen above, of")
    assert headline(app).replace("\\", "") == network_headline(fact_base, all_events, "cities")


def test_on_a_narrow_screen_the_words_count_what_is_drawn_there(fact_base, all_events):
    app = opened("network.py")
    app.session_state["screen_width"] = "narrow"
    app.run()
    net = network(fact_base, all_events)
    part, _ = drawn(net, 7)
    assert says(app, f"{len(part.nodes)} marks of {len(net.nodes)}") and says(app, f"{len(part.links)} lines of {len(net.links)}")
    assert says(app, "The 9 organisations with most joint events") and not says(app, "after the letters")
    tied = tied_note(net, 9, letters=False)
    assert tied == "" or says(app, tied)


def test_two_without_a_joint_event_in_the_selection_are_said_to_have_none():
    app = opened("network.py", who="cities", pair="duesseldorf~tokyo", city="koriyama", sector="healthcare")
    assert says(app, "No event of this selection joins the two cities that are chosen")
