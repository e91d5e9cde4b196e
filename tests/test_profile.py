"""What a city's profile holds, against the filter and against what the files hold of Essen and Koriyama."""

import pytest
from selections import plain_links, read

from loaders.city_activity import cooperation, held_by_city
from loaders.events.filters import Filters, select
from loaders.figures import city_figures
from loaders.profile import (
    city_row,
    default_city,
    not_read,
    partners,
    profile_cities,
    profile_events,
    profile_figures,
    profile_sites,
    profile_ties,
    profile_ways,
    searches_without,
)
from loaders.profile_words import counted_note, level_text, missing_texts, names_text, profile_headline, rule_text, ways_text

# Counted by hand in the files: events, observations and sites that name the city; held events as the timeline counts them.
BY_HAND = {
    "essen": {"events": 62, "held": 39, "figures": 53, "sites": 8, "twins": 7},
    "koriyama": {"events": 72, "held": 40, "figures": 36, "sites": 12, "twins": 4},
}


@pytest.fixture(scope="module")
def figures(fact_base):
    return city_figures(fact_base)


@pytest.mark.parametrize("city", BY_HAND)
def test_essen_and_koriyama_have_what_was_counted_by_hand(fact_base, all_events, figures, city):
    shown, counted = profile_events(all_events, Filters(), city)
    own, inside = profile_figures(figures, fact_base, Filters(), city)
    ties = profile_ties(fact_base, city)
    assert {
        "events": len(shown),
        "held": int((counted.rows["status"] == "held").sum()),
        "figures": len(own),
        "sites": len(profile_sites(fact_base, all_events, Filters(), city)),
        "twins": int((ties["scope"] == "other").sum()),
    } == BY_HAND[city]
    assert inside.empty
    assert list(ties.loc[ties["scope"] == "subject", "tie_id"]) == ["essen-koriyama"]


def test_the_hands_count_is_that_of_the_files(fact_base):
    links = plain_links()["city"]
    for city, numbers in BY_HAND.items():
        assert numbers["events"] == sum(city in cities for cities in links.values())
        assert numbers["figures"] == sum(row["city_id"] == city for row in read("observations"))
        assert numbers["sites"] == sum(row["city_id"] == city for row in read("sites"))


@pytest.mark.parametrize(
    "filters", [Filters(), Filters(sector=("energy",)), Filters(years=(2018, 2020)), Filters(tie=("essen-koriyama",))], ids=str
)
def test_a_profile_shows_the_events_that_the_filter_shows_of_the_city(all_events, filters):
    for city in ("essen", "chiba-prefecture", "toyota"):
        shown, counted = profile_events(all_events, filters, city)
        wanted = select(all_events, Filters(years=filters.years, sector=filters.sector, tie=filters.tie, city=(city,)))
        assert list(shown.rows["event_id"]) == list(wanted.rows["event_id"])
        assert len(counted) == len(cooperation(wanted, years=filters.years))


def test_a_profile_counts_what_the_page_on_cities_counts(all_events):
    for city in ("essen", "koriyama", "duesseldorf", "tokyo"):
        shown, counted = profile_events(all_events, Filters(), city)
        assert int((counted.rows["status"] == "held").sum()) == held_by_city(shown)[city]


def test_a_citys_own_choice_of_the_filter_leaves_what_touches_both(all_events):
    shown, _ = profile_events(all_events, Filters(city=("tokyo",)), "essen")
    links = plain_links()["city"]
    assert set(shown.rows["event_id"]) == {key for key, cities in links.items() if {"essen", "tokyo"} <= cities}


def test_every_place_with_an_event_a_figure_or_a_site_has_a_profile_that_of_most_events_first(fact_base, all_events):
    names = profile_cities(fact_base, all_events)
    wanted = {row["city_id"] for table in ("event_places", "observations", "sites") for row in read(table) if row["city_id"]}
    assert set(names) == wanted
    assert list(names)[:3] == ["duesseldorf", "koriyama", "essen"]
    assert names["chiba-prefecture"] == "Chiba Prefecture · prefecture"


def test_the_filters_one_city_is_the_profile_that_opens(fact_base, all_events):
    names = profile_cities(fact_base, all_events)
    assert default_city(names, Filters(city=("koriyama",))) == "koriyama"
    assert default_city(names, Filters(city=("essen", "koriyama"))) == default_city(names, Filters()) == "duesseldorf"


def test_partners_share_counted_events_and_never_hold_the_city_itself(fact_base, all_events):
    _, counted = profile_events(all_events, Filters(), "essen")
    table = partners(fact_base, counted, "essen")
    links, held = plain_links()["city"], counted.rows.loc[counted.rows["status"] == "held", "event_id"]
    for row in table.itertuples():
        assert row.held == sum(row.city_id in links[key] for key in held)
    assert table["city_id"].iloc[0] == "koriyama" and "essen" not in set(table["city_id"])


def test_what_lies_in_a_state_brings_sites_and_figures_and_no_event(fact_base, all_events, figures):
    inside = {row["city_id"] for row in read("cities") if row["part_of"] == "north-rhine-westphalia"} | {"neuss"}
    sites = profile_sites(fact_base, all_events, Filters(), "north-rhine-westphalia")
    assert set(sites["city_id"]) <= inside | {"north-rhine-westphalia"} and len(sites) == 23
    own, others = profile_figures(figures, fact_base, Filters(), "north-rhine-westphalia")
    assert len(own) == 4 and {"essen", "duesseldorf"} <= set(others["city_id"]) <= inside
    shown, _ = profile_events(all_events, Filters(), "north-rhine-westphalia")
    assert len(shown) == 7


def test_the_headlines_say_what_was_done_and_with_whom(fact_base, all_events):
    said = {}
    for city in ("essen", "tokyo", "aachen"):
        _, counted = profile_events(all_events, Filters(), city)
        said[city] = profile_headline(city_row(fact_base, city)["name"], counted, partners(fact_base, counted, city), Filters())
    assert said["essen"] == "Essen: 39 events held, 2014–2025; 38 with Koriyama; government leads with 10"
    assert said["tokyo"] == "Tokyo: 20 events held, 2011–2025; 11 with Düsseldorf; trade leads with 9"
    assert said["aachen"] == "Aachen: no held event of a relationship counts"


def test_a_prefecture_and_a_state_are_called_what_they_are(fact_base):
    assert level_text(city_row(fact_base, "chiba-prefecture")) == "prefecture in Japan, not a city"
    assert level_text(city_row(fact_base, "essen")) == "city in North Rhine-Westphalia, Germany"
    assert names_text(city_row(fact_base, "koriyama")) == "German: Kōriyama · Japanese: 郡山市"


def test_duesseldorf_and_tokyo_have_no_partnership_and_the_profile_says_so(fact_base):
    row = profile_ties(fact_base, "tokyo").set_index("tie_id").loc["duesseldorf-tokyo"]
    assert row["kind"] == "business delegation" and "No document claims a partnership" in row["note"]
    assert row["since_text"] == "not stated"


def test_journeys_are_told_from_and_to_and_their_absence_too(fact_base, all_events):
    _, counted = profile_events(all_events, Filters(), "essen")
    to, away = profile_ways(fact_base, counted, "essen")
    assert set(to["venue_id"]) == {"essen"} == set(away["origin_id"])
    assert ways_text(to, away).startswith("People came from Koriyama (10)")
    assert ways_text(to.iloc[:0], away.iloc[:0]) == "No journey to or from here is recorded for a counted event."


def test_what_is_missing_is_said_in_words(fact_base, all_events, figures):
    shown, _ = profile_events(all_events, Filters(), "chiba-prefecture")
    lacking = not_read(fact_base, figures, "chiba-prefecture")
    said = missing_texts(shown, profile_sites(fact_base, all_events, Filters(), "chiba-prefecture"), lacking, 33, city="Chiba Prefecture")
    assert said[0] == "No figure of Chiba Prefecture was read."
    assert "2 of 2 sites have no point on the map." in said
    essen = not_read(fact_base, figures, "essen")
    assert "Japanese residents" in essen and "Population" not in essen
    assert len(essen) == 33 - figures.loc[figures["city_id"] == "essen", "indicator_id"].nunique()


def test_searches_that_found_nothing_stand_with_their_city(fact_base, all_events):
    shown, _ = profile_events(all_events, Filters(), "essen")
    found = searches_without(fact_base, shown, profile_ties(fact_base, "essen"))
    assert len(found) and "found" not in set(found["outcome"])
    assert set(found["event_id"].dropna()) <= set(shown.rows["event_id"])


def test_the_notes_say_the_rule_and_how_much_is_counted(all_events):
    shown, counted = profile_events(all_events, Filters(), "essen")
    assert counted_note(shown, counted, city="Essen").startswith(
        "62 events touch Essen; 39 held ones are counted, 3 only announced or called off. The other 20 are"
    )
    assert "sites are taken with what lies in it (Chiba (city) and Kashiwa)" in rule_text("Chiba Prefecture", ["Chiba (city)", "Kashiwa"])
