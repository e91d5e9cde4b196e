"""What the cities did: each number of their panels, of a profile and of a comparison is the number of rows that a click on it lists."""

import pytest
from selections import TRIED, plain_links

from loaders.city_activity import activity, cities, columns_of, events_of_cities, means
from loaders.city_words import activity_headline
from loaders.compare import YEARS, by_year
from loaders.compare_findings import charts
from loaders.compare_sides import completed, sides
from loaders.events.filters import Filters
from loaders.export import event_rows
from loaders.offers import export
from loaders.profile import means as tile_means
from loaders.profile import of_city, partners, profile_cities, profile_sites, profile_ways
from pages.parts.cities_activity import panel_figure
from pages.parts.compare_charts import bars_figure, meaning, years_figure
from pages.parts.profile_activity import grid_figure, sectors

MORE = (Filters(city=("north-rhine-westphalia", "tokyo")), Filters(journey=("koriyama>essen",)), Filters(certainty="certainly"))
EVERY = (*TRIED, *MORE)
PROFILES = ("essen", "duesseldorf", "tokyo", "chiba-prefecture", "toyota")


def clickable(figure, axis=None):
    """The keys of what can be clicked, as far as they are of one axis."""
    return [key for trace in figure["data"] if axis in (None, trace.get("xaxis")) for key, *_ in trace.get("customdata", ())]


def marks(figure, axis=None):
    """The same, and the numbers that are drawn and not 0; both in order."""
    traces = [trace for trace in figure["data"] if axis in (None, trace.get("xaxis"))]
    texts = [text.strip("\u00a0 ") for trace in traces if trace.get("mode") == "text" for text in trace["text"]]
    return clickable(figure, axis), [int(text) for text in texts if text != "0"]


@pytest.mark.parametrize("filters", EVERY, ids=str)
def test_a_column_of_a_panel_lists_its_number_of_rows(store, filters):
    shown = store.selection(filters)
    for city in events_of_cities(shown):
        if activity(shown).narrowed(city=(city,)).events.rows["year"].isna().all():
            continue
        keys, numbers = marks(panel_figure(shown, city, dark=False, narrow=False))
        assert numbers == [shown.count(**means(city, key)) for key in keys]


@pytest.mark.parametrize("filters", EVERY, ids=str)
def test_a_city_is_named_with_as_many_events_as_its_choice_lists_and_its_lanes_with_their_sector(store, filters):
    shown = store.selection(filters)
    numbers = events_of_cities(shown)
    assert numbers == {city: shown.count(city=(city,)) for city in numbers}
    for city, name in cities(shown).items():
        assert name in activity_headline(shown) or not numbers
        if city in numbers and numbers[city] > 1:
            assert f"{numbers[city]} event" in activity_headline(shown) or f"{name} with {numbers[city]}" in activity_headline(shown)


@pytest.mark.parametrize("filters", EVERY, ids=str)
def test_the_activity_lists_the_events_of_the_panels_on_the_page_and_in_its_file(store, filters):
    shown = store.selection(filters)
    links = shown.events.links["city"]
    wanted = set(links.loc[links["code"].isin(cities(shown)), "event_id"])
    assert set(activity(shown).events.rows["event_id"]) == wanted
    assert list(export(shown, "activity").rows["event_id"]) == list(event_rows(activity(shown).events)["event_id"])


def test_the_panels_are_of_the_members_that_the_filter_leaves(store):
    members = ["essen", "koriyama", "duesseldorf", "chiba-prefecture", "tokyo"]
    assert list(cities(store.selection())) == members
    assert list(cities(store.selection(Filters(tie=("duesseldorf-chiba",))))) == ["duesseldorf", "chiba-prefecture"]
    assert list(cities(store.selection(Filters(city=("tokyo", "osaka"))))) == ["tokyo"]
    assert events_of_cities(store.selection(Filters(background=True)))["essen"] == sum(
        "essen" in codes for codes in plain_links()["city"].values()
    )


def test_a_marked_event_rings_its_column_in_each_of_its_cities(store):
    found = columns_of(store.selection(), ["duesseldorf-evening-tokyo-2025"])
    assert set(zip(found["city"], found["year"], found["sector"], strict=True)) == {
        ("duesseldorf", 2025, "trade"),
        ("tokyo", 2025, "trade"),
    }


@pytest.mark.parametrize("filters", EVERY, ids=str)
@pytest.mark.parametrize("compare", ["ties", "cities", "periods"])
def test_a_bar_of_a_comparison_lists_its_number_of_rows(store, filters, compare):
    shown = store.selection(filters, completed(store, {"compare": compare}))
    for place, chart in enumerate(charts(shown)):
        keys, numbers = marks(bars_figure(shown, place, dark=False))
        chosen = meaning(shown, chart.facet)
        assert numbers == [shown.count(**chosen("bar", key)) for key in keys], chart.name
    if len(by_year(shown)):
        for axis in ("x", "x2"):
            keys, numbers = marks(years_figure(shown, dark=False, narrow=False), axis)
            assert numbers == [shown.count(**meaning(shown, YEARS)("year", key)) for key in keys]
    for side in filter(len, sides(shown)):
        assert len(side) == store.selection(side.selection.filters).count()


@pytest.mark.parametrize("filters", EVERY, ids=str)
def test_a_number_of_a_profile_lists_its_number_of_rows(store, filters):
    shown, names = store.selection(filters), sectors(store.selection())
    for city in PROFILES:
        own = of_city(shown, city)
        assert list(export(shown.chosen(of=city), "profile").rows["event_id"]) == list(own.events.rows["event_id"])
        for row in partners(shown, city).itertuples():
            assert row.events == own.count(pair=(row.pair,)) > 0
        for ways in profile_ways(shown, city):
            assert list(ways["events"]) == [own.count(journey=(way,)) for way in ways["journey"]]
        for row in profile_sites(shown, city).itertuples():
            assert row.events == (own.count(location=(row.site_id,)) if row.events else 0)
        rows = own.events.rows.dropna(subset="year")
        if len(rows):
            keys = clickable(grid_figure(shown, city, dark=False, narrow=False))
            numbers = rows.groupby(["sector", "year"]).size()
            said = {key: shown.count(**tile_means(city, key, names)) for key in keys}
            assert said == {f"{sector} {year}": number for (sector, year), number in numbers.items()}


def test_every_place_that_is_chosen_alone_opens_its_own_profile(store):
    for city in list(profile_cities(store))[:6]:
        shown = store.selection(Filters(city=(city,)))
        assert of_city(shown, city).count() == shown.count()
