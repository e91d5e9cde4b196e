"""One city: what it shows under any choice, its headline, and that each number lists its rows."""

import re

import app_pages
import pytest
from app_pages import addressed, control, says, table
from selections import TRIED, plain_links, read

from charts.scale import year_slots
from loaders.events.filters import Filters, select
from loaders.offered import profile_rows
from loaders.profile import default_city, key_figures, of_city, partners, profile_cities, profile_ties, publishers
from loaders.recurring import recurring
from loaders.story.city import city_headline
from pages.cities import one_bricks
from pages.cities.one_bricks import wall
from pages.cities.one_facts import ties_figure
from pages.cities.one_lists import LISTS, list_figure, list_means, recurring_figure

OPENED = ("koriyama", "chiba-prefecture", "north-rhine-westphalia", "aachen")
MORE = (Filters(journey=("koriyama>essen",)), Filters(source=("essen-koriyama-deck-2023",)), Filters(organisation=("city-of-koriyama",)))


def opened(**query):
    return app_pages.opened("cities/cities.py", view="city", **query)


def numbers(figure, kind):
    """What can be clicked of one kind: keys, and the numbers that stand in their cards."""
    found = [data for trace in figure["data"] for data in trace.get("customdata", ()) if data and data[2:] == [kind]]
    return [(key, int(re.findall(r"\d+", card.replace("\u202f", ""))[-1])) for key, card, _ in found]


@pytest.mark.parametrize("filters", (*TRIED, *MORE), ids=str)
def test_every_number_of_a_city_lists_its_number_of_rows(store, filters):
    shown = store.selection(filters)
    for city in ("essen", "tokyo"):
        own = of_city(shown, city)
        assert list(profile_rows(shown.chosen(of=city))["event_id"]) == list(own.keys)
        if len(own.by("year")):
            figure = wall(own, dark=False, narrow=False).read()
            for kind in ("lane", "column"):
                clicked = numbers(figure, kind)
                assert clicked and all(shown.count(**one_bricks.means(own, kind, key)) == number for key, number in clicked)
        for name, kind in LISTS.items():
            if len(own) and kind.ranks(own, city):
                for key, number in numbers(list_figure(own, city, name, dark=False, narrow=True).read(), kind.facet):
                    assert shown.count(**list_means(own, name, key)) == number > 0, (name, key)


@pytest.mark.parametrize("filters", TRIED, ids=str)
def test_the_headline_of_a_city_is_true_of_its_events(store, filters):
    shown = store.selection(filters)
    for city in profile_cities(store):
        own, (title, _) = of_city(shown, city), city_headline(shown, city)
        said = [
            int(number) for number in re.findall(r"\d+", title.removesuffix(own.facts.table("cities").set_index("city_id")["name"][city]))
        ]
        if "carry" in title:
            sectors = sorted(own.by("sector").values(), reverse=True)
            few = next(count for count in range(1, 9) if 5 * sum(sectors[:count]) >= 4 * len(own))
            assert said == [sum(sectors[:few]), len(own)] and few == ["Two", "Three", "Four"].index(title.split()[0]) + 2
            assert len(own.by("tie")) == 1 and not own.narrowed(city=()).filters.narrowing
        elif "together" in title:
            assert said == [partners(own, city)["events"].max(), len(own)]
        elif said:
            assert said[0] == len(own), title
        else:
            assert len(own) < 2, title


def test_few_sectors_are_said_to_carry_the_whole_work_of_one_relationship_only(store):
    assert "carry" in city_headline(store.selection(), "essen").title
    for filters in (Filters(years=(2018, 2020)), Filters(background=True, sector=("energy", "culture"))):
        assert "carry" not in city_headline(store.selection(filters), "essen").title
    assert "carry" not in city_headline(store.selection(), "duesseldorf").title  # two relationships


def test_a_city_shows_the_events_that_name_it_as_the_filter_leaves_them(store, all_events):
    for filters in (Filters(), Filters(sector=("energy",), years=(2018, 2020)), Filters(tie=("essen-koriyama",))):
        wanted = select(all_events, Filters(**{**vars(filters), "city": ("toyota",)}))
        assert list(of_city(store.selection(filters), "toyota").keys) == list(wanted.rows["event_id"])
    assert not len(of_city(store.selection(Filters(city=("tokyo",))), "essen"))


def test_every_place_with_an_event_a_figure_or_a_site_can_be_chosen_and_the_default_has_events(store):
    names = profile_cities(store)
    assert set(names) == {row["city_id"] for table in ("event_places", "observations", "sites") for row in read(table) if row["city_id"]}
    assert default_city(names, store.selection(Filters(city=("koriyama",)))) == "koriyama"
    assert default_city(names, store.selection()) == next(iter(names))
    for tie in ("essen-koriyama", "duesseldorf-tokyo"):
        shown = store.selection(Filters(tie=(tie,)))
        assert len(of_city(shown, default_city(names, shown)))


def test_partners_took_part_in_the_same_events_and_never_are_the_city_itself(store):
    shown = store.selection()
    links, keys = plain_links()["pair"], set(of_city(shown, "essen").keys)
    pairs = {pair for key in keys for pair in links[key] if "essen" in pair.split("~")}
    table = partners(shown, "essen")
    assert dict(zip(table["pair"], table["events"], strict=True)) == {pair: sum(pair in links[key] for key in keys) for pair in pairs}
    assert "essen" not in set(table["city_id"])


def test_each_ordered_indicator_has_a_key_figure_or_is_said_to_have_none(store):
    ordered = [row["name"] for row in sorted((row for row in read("indicators") if row["order"]), key=lambda row: int(row["order"]))]
    known = {row["observation_id"]: row for row in read("observations")}
    for city in ("essen", "toyota", "aachen"):
        found = key_figures(store, city)
        assert [figure.indicator for figure in found] == ordered
        assert all(known[figure.key]["city_id"] == city and figure.value and figure.publisher for figure in found if figure.key)
        assert all(not figure.value for figure in found if not figure.key)


def test_relationships_are_those_of_the_tables_and_end_only_where_a_source_says_until_when(store):
    for city in ("essen", "duesseldorf", "tokyo"):
        ties = profile_ties(store, city).set_index("tie_id")
        assert set(ties.index) == {row["tie_id"] for row in read("tie_cities") if row["city_id"] == city}
        for row in read("ties"):
            if row["tie_id"] in ties.index:
                since, until = ties.loc[row["tie_id"], ["since", "until"]]
                assert str(int(since)) == row["since"][:4] if row["since"] else since != since
                assert str(int(until) - 1) in row["state"] if until == until else not re.search(r"\d{4}", row["state"])
        assert ties_figure(store, city, dark=True, narrow=True).read()["data"] or ties["since"].isna().all()


def test_what_recurs_is_drawn_of_any_programme_and_a_bar_opens_its_figure(store):
    measures = {row["measure_id"]: row for row in read("measures")}
    for city in ("essen", "tokyo"):
        own = of_city(store.selection(), city)
        for place, one in enumerate(recurring(own, 4)):
            assert len(one.rows) >= 3 and {row.event_id for row in one.rows} <= set(own.keys)
            bars, *_ = recurring_figure(own, place, dark=False, narrow=False).read()["data"]
            assert [measures[key]["measure"] for key, _ in bars["customdata"]] == [one.measure] * len(one.rows)


def test_a_publisher_stands_with_the_events_that_its_documents_tell(store):
    own = of_city(store.selection(), "essen")
    of, links = {row["source_id"]: row["publisher"] for row in read("sources")}, own.events.links["source"]
    for name, _, number in publishers(own, 6):
        assert number == links.loc[links["code"].map(of) == name, "event_id"].nunique()


@pytest.mark.parametrize("city", OPENED)
def test_a_city_opens_with_its_headline_its_rows_and_what_is_known(city, store):
    app = opened(of=city)
    assert not app.error and not app.warning
    shown = store.selection()
    assert app_pages.headline(app).replace("\\", "") == city_headline(shown, city).title
    assert {"Key figures", "Relationships"} <= {heading.value for heading in app.subheader}
    own = of_city(shown, city)
    assert not len(own) or sorted(table(app, -1)["key"]) == sorted(own.keys)


def test_the_reader_chooses_another_city_and_the_address_says_it():
    app = opened()
    control(app, "of").select("koriyama").run()
    assert addressed(app) == {"view": ["city"], "of": ["koriyama"]}
    assert "Koriyama" in app_pages.headline(app)


def test_another_city_in_the_filter_is_said_to_be_in_the_way_and_one_click_takes_it_out():
    app = opened(of="essen", city="tokyo", sector="energy")
    assert says(app, "The filter chooses another city") and "No event" in app_pages.headline(app)
    app.button(key="city-again").click().run()
    assert addressed(app) == {"view": ["city"], "of": ["essen"], "sector": ["energy"]} and not says(app, "another city")


def test_the_columns_of_a_city_are_years_and_open_together_where_they_are_few(store):
    own = of_city(store.selection(), "tokyo")
    each = own.by("year")
    assert one_bricks.columns(own) == year_slots(each)
