"""Which sites, cities and journeys a selection has, against the tables read by hand."""

import pytest

from loaders.atlas import cities_shown, journeys, places_shown, precision_text, sites_shown, without_place
from loaders.events.filters import Filters
from loaders.map_marks import place_marks, short_name, site_marks
from loaders.offers import export

IN_DUESSELDORF = {
    "atelier-am-eck", "japanese-garden-nordpark", "consulate-duesseldorf", "duesseldorf-city-hall", "eko-house", "euref-campus-duesseldorf", "johanneskirche", "messe-duesseldorf",
    "nrw-economics-ministry", "nrw-state-parliament", "schlossturm", "tonhalle", "toshiba-electronics-europe", "toshiba-ric", "zum-schluessel",
}  # fmt: skip


@pytest.fixture
def shown(store):
    """A function that gives a selection's sites, cities and journeys."""

    def make(**choices):
        selection = store.selection(Filters(**choices))
        return sites_shown(selection), cities_shown(selection), journeys(selection)

    return make


def test_where_nothing_is_chosen_every_site_is_shown_once(shown, fact_base):
    sites, _, _ = shown()
    assert sorted(sites["site_id"]) == sorted(fact_base.table("sites")["site_id"])


def test_duesseldorf_has_these_sites(shown):
    assert set(shown(city=("duesseldorf",))[0]["site_id"]) == IN_DUESSELDORF


def test_what_happened_at_the_tonhalle_is_named_with_its_dates(shown):
    sites, _, _ = shown(city=("duesseldorf",))
    tonhalle = sites.set_index("site_id").loc["tonhalle"]
    assert tonhalle["events"] == 2
    assert tonhalle["titles"] == "Chiba youth orchestra plays at the Tonhalle; Jazz trio from Chiba plays at the Tonhalle"
    assert (tonhalle["first"], tonhalle["latest"]) == ("26 Mar 2009", "14 May 2011")


def test_a_chosen_prefecture_holds_the_sites_of_its_towns(shown):
    assert {"frea", "fukushima-daiichi", "matsuzaki-shuzo", "asaka-canal-jurokkyo"} <= set(
        shown(city=("fukushima-prefecture",))[0]["site_id"]
    )


def test_a_chosen_city_leaves_out_the_places_elsewhere_of_its_events(shown):
    _, cities, _ = shown(city=("duesseldorf",))
    assert list(cities["city_id"]) == ["duesseldorf"]


def test_a_site_without_an_event_is_shown_where_it_fits_itself(shown):
    healthcare = set(shown(sector=("healthcare",))[0]["site_id"])
    assert "southern-tohoku-hospital" in healthcare and "villa-huegel" not in healthcare
    assert "villa-huegel" in set(shown(text="Krupp Hügel")[0]["site_id"])
    assert "fukushima-daiichi" in set(shown(source=("wri-power-plants",))[0]["site_id"])


@pytest.mark.parametrize("choice", [{"years": (2017, 2017)}, {"tie": ("essen-koriyama",)}, {"status": ("held",)}])
def test_a_site_without_an_event_is_left_out_where_only_an_event_can_fit(choice, shown):
    sites, _, _ = shown(**choice)
    assert len(sites) and ((sites["events"] > 0) | (sites["also"] != "")).all()


def test_an_event_in_a_city_is_never_put_at_a_site(shown):
    sites, cities, _ = shown(text="Tonhalle")
    assert set(sites.loc[sites["events"] > 0, "site_id"]) == {"tonhalle"}
    assert not set(cities["event_ids"]) & set(sites["event_ids"])


def test_the_journeys_of_the_signing_lead_from_essen_to_koriyama(store):
    signing = store.selection(Filters(text="Mayors of Essen and Koriyama sign a memorandum"))
    assert len(signing) == 1
    found = journeys(signing)
    assert list(found["place"]) == ["essen>koriyama"]
    assert found["events"].item() == 1 and found["drawn"].item()


def test_only_an_origin_and_a_venue_or_stop_make_a_journey(shown, fact_base):
    _, _, ways = shown()
    places = fact_base.table("event_places")
    for row in ways.itertuples():
        for key in row.event_ids.split("; "):
            here = places[places["event_id"] == key]
            assert row.origin_id in set(here.loc[here["role"] == "origin", "city_id"])
            assert row.venue_id in set(here.loc[here["role"].isin(["venue", "stop"]), "city_id"])


def test_a_journey_has_every_event_that_people_made_it_for(shown):
    ways = shown(background=True)[2].set_index("place")
    keys = set(ways.loc["koriyama>essen", "event_ids"].split("; "))
    assert {"koriyama-delegation-essen-2020", "consulates-day-e-world-2020"} <= keys
    assert len(keys) == ways.loc["koriyama>essen", "events"]


def test_what_only_compares_or_announces_a_place_did_not_happen_there(shown):
    sites, cities, _ = shown()
    campus = sites.set_index("site_id").loc["euref-campus-duesseldorf"]
    assert campus["events"] == 0 and campus["also"] == "Düsseldorf delegation visits Haneda Innovation City"
    assert "Tonhalle" not in cities.set_index("city_id").loc["chiba-prefecture", "titles"]


def test_the_point_of_a_prefecture_is_not_said_to_lie_in_a_city(shown):
    cities = shown()[1].set_index("city_id")
    assert cities.loc["chiba-prefecture", "precision"] == "one point for the whole prefecture"
    assert cities.loc["koriyama", "precision"] == "somewhere in the city"


def test_a_journey_from_a_state_without_a_point_is_listed_and_not_drawn(shown):
    ways = shown(background=True)[2].set_index("place")
    assert not ways.loc["north-rhine-westphalia>koriyama", "drawn"]


def test_events_without_a_place_are_found(store, invented_store):
    assert without_place(store.selection(Filters(background=True))).empty
    lost = without_place(invented_store({"date": "2017"}).selection(Filters()))
    assert set(lost["event_id"]) == {"e0"}


def test_a_site_without_a_point_is_in_the_table_and_gets_no_mark(shown, store):
    sites, _, _ = shown()
    assert "tonhalle" in set(sites["site_id"]) and "tonhalle" not in {site.place for site in site_marks(store.selection())}
    assert sites.set_index("site_id").loc["tonhalle", "precision"] == "no point recorded"


def test_precision_is_said_in_words_and_doubt_with_it():
    assert precision_text("building", False) == "within about 150 m"
    assert precision_text("district", True) == "within about 1 km, point approximate"
    assert precision_text(None, None) == "no point recorded"


def test_a_place_counts_an_event_once_though_it_names_two_sites(store, fact_base):
    marks = {mark.place: mark for mark in place_marks(store.selection(Filters(background=True)))}
    places = fact_base.table("event_places")
    assert marks["essen"].events == places.loc[places["city_id"] == "essen", "event_id"].nunique()


@pytest.mark.parametrize(
    "name, short",
    [
        ("Fukushima Renewable Energy Institute, AIST (FREA)", "FREA"),
        ("Villa Hügel (Alfried Krupp von Bohlen und Halbach Foundation)", "Villa Hügel"),
        ("Nitto Boseki, Fukushima", "Nitto Boseki, Fukushima"),
    ],
)
def test_names_on_the_map_are_short_but_tell_sites_apart(name, short):
    assert short_name(name) == short


def test_the_number_of_places_is_that_of_the_rows_to_take_away(store):
    for filters in (Filters(), Filters(background=True), Filters(city=("essen",)), Filters(text="hydrogen"), Filters(undated=True)):
        selection = store.selection(filters)
        rows = len(sites_shown(selection)) + len(cities_shown(selection)) + bool(len(without_place(selection)))
        assert places_shown(selection) == rows == len(export(selection, "places"))
