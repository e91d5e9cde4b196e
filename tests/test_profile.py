"""What a city's profile holds, against the filter and against what the files hold of Essen and Koriyama."""

import pytest
from selections import TRIED, plain_links, read

from loaders.events.filters import Filters, select
from loaders.profile import (
    city_row,
    default_city,
    not_read,
    of_city,
    partners,
    profile_cities,
    profile_figures,
    profile_sites,
    profile_ties,
    searches_without,
)
from loaders.profile_words import level_text, missing_texts, names_text, profile_headline, rule_text, ways_text

# Counted by hand in the files: events, observations and sites that name the city.
BY_HAND = {
    "essen": {"events": 72, "figures": 292, "sites": 8, "twins": 7},
    "koriyama": {"events": 79, "figures": 65, "sites": 12, "twins": 4},
}


@pytest.mark.parametrize("city", BY_HAND)
def test_essen_and_koriyama_have_what_was_counted_by_hand(store, city):
    shown = store.selection(Filters(background=True))
    own, inside = profile_figures(shown, city)
    ties = profile_ties(store, city)
    assert {
        "events": len(of_city(shown, city)),
        "figures": len(own),
        "sites": len(profile_sites(shown, city)),
        "twins": int((ties["scope"] == "other").sum()),
    } == BY_HAND[city]
    assert inside.empty
    assert list(ties.loc[ties["scope"] == "subject", "tie_id"]) == ["essen-koriyama"]


def test_the_hands_count_is_that_of_the_files():
    links = plain_links()["city"]
    for city, numbers in BY_HAND.items():
        assert numbers["events"] == sum(city in cities for cities in links.values())
        assert numbers["figures"] == sum(row["city_id"] == city for row in read("observations"))
        assert numbers["sites"] == sum(row["city_id"] == city for row in read("sites"))


@pytest.mark.parametrize(
    "filters", [Filters(), Filters(sector=("energy",)), Filters(years=(2018, 2020)), Filters(tie=("essen-koriyama",))], ids=str
)
def test_a_profile_shows_the_events_that_the_filter_shows_of_the_city(store, all_events, filters):
    for city in ("essen", "chiba-prefecture", "toyota"):
        wanted = select(all_events, Filters(years=filters.years, sector=filters.sector, tie=filters.tie, city=(city,)))
        assert list(of_city(store.selection(filters), city).events.rows["event_id"]) == list(wanted.rows["event_id"])


def test_another_city_of_the_filter_leaves_a_profile_no_event_and_one_of_several_all(store):
    assert not len(of_city(store.selection(Filters(city=("tokyo",))), "essen"))
    both = of_city(store.selection(Filters(city=("tokyo", "essen"))), "essen")
    assert list(both.events.rows["event_id"]) == list(of_city(store.selection(), "essen").events.rows["event_id"])


def test_every_place_with_an_event_a_figure_or_a_site_has_a_profile_that_of_most_events_first(store):
    names = profile_cities(store)
    wanted = {row["city_id"] for table in ("event_places", "observations", "sites") for row in read(table) if row["city_id"]}
    assert set(names) == wanted
    assert list(names)[:3] == ["duesseldorf", "koriyama", "essen"]
    assert names["chiba-prefecture"] == "Chiba Prefecture · prefecture"


def test_the_filters_one_city_is_the_profile_that_opens(store):
    names = profile_cities(store)
    assert default_city(names, Filters(city=("koriyama",))) == "koriyama"
    assert default_city(names, Filters(city=("essen", "koriyama"))) == default_city(names, Filters()) == "duesseldorf"


def test_partners_took_part_in_the_same_events_and_never_are_the_city_itself(store):
    shown = store.selection()
    table = partners(shown, "essen")
    links, keys = plain_links()["pair"], set(of_city(shown, "essen").events.rows["event_id"])
    assert dict(zip(table["pair"], table["events"], strict=True)) == {
        pair: sum(pair in links[key] for key in keys)
        for pair in {pair for key in keys for pair in links[key] if "essen" in pair.split("~")}
    }
    assert table["city_id"].iloc[0] == "koriyama" and "essen" not in set(table["city_id"])


def test_what_lies_in_a_state_brings_sites_and_figures_and_no_event(store):
    shown, state = store.selection(Filters(background=True)), "north-rhine-westphalia"
    inside = {row["city_id"] for row in read("cities") if row["part_of"] == state} | {"neuss"}
    sites = profile_sites(shown, state)
    assert set(sites["city_id"]) <= inside | {state} and len(sites) == 25
    own, others = profile_figures(shown, state)
    assert len(own) == 4 and {"essen", "duesseldorf"} <= set(others["city_id"]) <= inside
    assert len(of_city(shown, state)) == 9


def test_the_headlines_say_what_was_done_and_with_whom(store):
    shown = store.selection()
    assert profile_headline(shown, "essen") == "Essen: 63 events, 2014–2025; 38 together with Koriyama; government leads with 16"
    assert profile_headline(shown, "tokyo") == "Tokyo: 27 events, 1981–2025; 15 together with Düsseldorf; trade leads with 13"
    assert profile_headline(shown, "aachen") == "Aachen: no event is recorded"


@pytest.mark.parametrize("filters", TRIED, ids=str)
def test_the_headlines_numbers_are_those_of_choices(store, filters):
    shown = store.selection(filters)
    for city in ("essen", "duesseldorf", "toyota"):
        own, said = of_city(shown, city), profile_headline(shown, city)
        assert f": {len(own)} event" in said if len(own) else "no event fits" in said or not filters.chosen
        if "together" in said:
            assert any(f"; {own.count(pair=(row.pair,))} " in said and row.city in said for row in partners(shown, city).itertuples())


def test_a_prefecture_and_a_state_are_called_what_they_are(fact_base):
    assert level_text(city_row(fact_base, "chiba-prefecture")) == "prefecture in Japan, not a city"
    assert level_text(city_row(fact_base, "essen")) == "city in North Rhine-Westphalia, Germany"
    assert names_text(city_row(fact_base, "koriyama")) == "German: Kōriyama · Japanese: 郡山市"


def test_duesseldorf_and_tokyo_have_no_partnership_and_the_profile_says_so(store):
    row = profile_ties(store, "tokyo").set_index("tie_id").loc["duesseldorf-tokyo"]
    assert row["kind"] == "business delegation" and "No document claims a partnership" in row["note"]
    assert row["since_text"] == "not stated"


def test_journeys_are_told_from_and_to_and_their_absence_too(store):
    shown = store.selection()
    assert ways_text(shown, "essen").startswith("People came from Koriyama (15)")
    assert "; people from here went to Koriyama (" in ways_text(shown, "essen")
    assert ways_text(shown, "aachen") == "No journey to or from here is recorded for these events."


def test_what_is_missing_is_said_in_words(store):
    said = missing_texts(store.selection(), "chiba-prefecture")
    assert said[0].startswith("No figure was read for 44 of 71 indicators: Inhabitants aged 75 and over;")
    assert "2 of 2 sites have no point on the map." in said
    essen, figures = not_read(store, "essen"), store.figures()
    assert "Japanese residents" in essen and "Population" not in essen
    assert len(essen) == 71 - figures.loc[figures["city_id"] == "essen", "indicator_id"].nunique()


def test_searches_that_found_nothing_stand_with_their_city(store):
    shown = store.selection()
    found = searches_without(shown, "essen")
    assert len(found) and "found" not in set(found["outcome"])
    assert set(found["event_id"].dropna()) <= set(of_city(shown, "essen").events.rows["event_id"])


def test_what_belongs_to_a_city_is_told(store):
    assert "sites are taken with what lies in it (Chiba (city) and Kashiwa)" in rule_text("Chiba Prefecture", ["Chiba (city)", "Kashiwa"])
