"""What the cities did: each number of their panels is the number of rows that a click on it lists."""

import pytest
from selections import TRIED, plain_links

from loaders.city_activity import activity, cities, events_of_cities, means
from loaders.city_words import activity_headline
from loaders.events.filters import Filters
from loaders.offered import activity_rows
from pages.parts.cities_activity import panel_figure

MORE = (Filters(city=("north-rhine-westphalia", "tokyo")), Filters(journey=("koriyama>essen",)), Filters(certainty="certainly"))
EVERY = (*TRIED, *MORE)


def clicked(figure, axis=None):
    """What can be clicked, key, card and kind, as far as it is of one axis."""
    return [data for trace in figure["data"] if axis in (None, trace.get("xaxis")) for data in trace.get("customdata", ())]


def marks(figure, kind, axis=None):
    """The keys of what can be clicked of one kind, and the numbers that are drawn, but for 0; both in order."""
    texts = [
        text for trace in figure["data"] if axis in (None, trace.get("xaxis")) and trace.get("mode") == "text" for text in trace["text"]
    ]
    numbers = [int(text.strip("\u00a0 ")) for text in texts]
    return [key for key, _, what in clicked(figure, axis) if what == kind], [number for number in numbers if number]


@pytest.mark.parametrize("filters", EVERY, ids=str)
def test_a_column_of_a_panel_lists_its_number_of_rows(store, filters):
    shown = store.selection(filters)
    for city in events_of_cities(shown):
        if activity(shown).narrowed(city=(city,)).events.rows["year"].isna().all():
            continue
        keys, numbers = marks(panel_figure(shown, city, dark=False, narrow=False).read(), "cell")
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
    assert set(activity_rows(shown)["event_id"]) == wanted


def test_the_panels_are_of_the_members_that_the_filter_leaves(store):
    members = ["essen", "koriyama", "duesseldorf", "chiba-prefecture", "tokyo"]
    assert list(cities(store.selection())) == members
    assert list(cities(store.selection(Filters(tie=("duesseldorf-chiba",))))) == ["duesseldorf", "chiba-prefecture"]
    assert list(cities(store.selection(Filters(city=("tokyo", "osaka"))))) == ["tokyo"]
    assert events_of_cities(store.selection(Filters(background=True)))["essen"] == sum(
        "essen" in codes for codes in plain_links()["city"].values()
    )
