"""Two compared: what each side shows, its headline, that each number lists its rows, and the choices of the page."""

import json
import re

import app_pages
import pytest
from app_pages import addressed, control, says, table
from selections import TRIED, read

from loaders.compare import by_direction, by_word, comparison_rows, comparison_table, conflict, glance, listed_sides
from loaders.compare_sides import CITIES, KINDS, PERIODS, TIES, Periods, completed, period_of, side_names, sides
from loaders.events.filters import Filters, select
from loaders.profile import key_figures
from loaders.story.compared import compared_headline
from pages.cities.two_pictures import FACETS, bar_means, bars, column_means, mirror

CHOSEN = [
    {},
    {"compare": "cities", "a": "essen", "b": "koriyama"},
    {"compare": "periods"},
    {"compare": "periods", "a": "2017-2019", "b": "2018-2024"},
    {"compare": "periods", "a": "2005-2006", "b": "2020-2024"},
]


@pytest.fixture(scope="module")
def compared(store):
    """A function that gives the selection with the sides of an address's choices and a filter."""
    return lambda choices, filters=None: store.selection(filters or Filters(), completed(store, choices))


def opened(**query):
    return app_pages.opened("cities/cities.py", view="two", **query)


def clicked(figure, kinds):
    """What can be clicked of these kinds: kind, key, and the number that stands last in its card."""
    found = [data for trace in figure["data"] for data in trace.get("customdata", ()) if data and data[2:] and data[2] in kinds]
    return [(kind, key, int(re.findall(r"\d+", card)[-1])) for key, card, kind in found]


def test_a_side_shows_what_the_filter_shows_of_it(compared, all_events):
    for filters in (Filters(), Filters(sector=("energy",)), Filters(years=(2018, 2020), certainty="certainly"), Filters(text="mayor")):
        for choices, name in (({}, "tie"), ({"compare": "cities"}, "city")):
            for side in sides(compared(choices, filters)):
                wanted = select(all_events, Filters(**{**vars(filters), name: (side.code,)}))
                assert list(side.rows["event_id"]) == list(wanted.rows["event_id"])


@pytest.mark.parametrize("choices", CHOSEN, ids=str)
def test_every_number_of_two_compared_lists_its_number_of_rows(compared, choices):
    for filters in TRIED:
        shown = compared(choices, filters)
        if any(len(side.selection.by("year")) for side in sides(shown)):
            for kind, key, number in clicked(mirror(shown, dark=False, narrow=False).read(), ("lane", "column")):
                assert shown.count(**column_means(shown, kind, key)) == number, (filters, kind, key)
        for facet in FACETS:
            if by_direction(shown) if facet == "journey" else by_word(shown, facet):
                for kind, key, number in clicked(bars(shown, facet, dark=True, narrow=True).read(), (facet,)):
                    assert shown.count(**bar_means(shown, kind, key)) == number > 0, (filters, kind, key)
        for label, parts in glance(shown):
            for part in (part for said in parts for part in said if part.choices):
                count = shown.count(**part.choices)
                assert count > 0 and (label in ("First event",) or int(re.findall(r"\d+", part.text)[-1]) == count), part


@pytest.mark.parametrize("choices", CHOSEN, ids=str)
def test_the_rows_below_are_those_of_both_sides(compared, choices):
    for filters in TRIED:
        shown = compared(choices, filters)
        both = {key for side in sides(shown) for key in side.selection.keys}
        assert {key for rows in listed_sides(shown) for key in rows.keys} == both
        assert set(comparison_table(shown)["event_id"]) == both


@pytest.mark.parametrize("choices", CHOSEN, ids=str)
def test_the_headline_of_two_is_true_of_them(compared, choices):
    for filters in TRIED:
        shown = compared(choices, filters)
        title, line = compared_headline(shown)
        if " apart: " in title:
            names = re.split(r", | and ", title.partition(" set")[0].lower())
            sectors = {row.name.lower(): row.numbers for row in by_word(shown, "sector")}
            side = next(place for place, one in enumerate(sides(shown)) if f" {one.name} apart" in title)
            number, whole = map(int, re.search(r"apart: (\d+) of (\d+)", title).groups())
            assert sum(sectors[name][side] for name in names) == number and whole == len(sides(shown)[side])
            for name, numbers in sectors.items():
                assert (name in names) == (numbers[side] >= max(whole / 10, 2) and not numbers[1 - side])
        if "leads the other way" in line:
            count, whole, fewer, others = map(int, re.findall(r"\d+", line))
            assert count / whole > fewer / others and {whole, others} == {len(side) for side in sides(shown)}


def test_whole_sectors_set_one_side_apart_only_where_the_other_has_enough_to_lack_them(compared):
    assert "apart" in compared_headline(compared({})).title
    assert "apart" not in compared_headline(compared({}, Filters(years=(2017, 2017)))).title
    assert compared_headline(compared({}, Filters(tie=("essen-koriyama",)))).title.endswith("Düsseldorf–Chiba none")
    assert "no event fits" in compared_headline(compared({}, Filters(text="nothing has this text"))).title


@pytest.mark.parametrize("choices", CHOSEN, ids=str)
def test_every_event_of_a_side_stands_once_in_its_bricks_and_bars(compared, choices):
    shown = compared(choices)
    drawn = [
        key
        for trace in mirror(shown, dark=False, narrow=False).read()["data"]
        if trace.get("name") == "events"
        for key, *_ in trace["customdata"]
    ]
    assert sorted(drawn) == sorted(key for side in sides(shown) for key in side.rows.dropna(subset="year")["event_id"])
    for place, side in enumerate(sides(shown)):
        for facet in ("sector", "mode", "status", "witnesses"):
            assert sum(row.numbers[place] for row in by_word(shown, facet)) == len(side)


def test_the_one_side_stands_on_the_axis_and_the_other_hangs_from_it(compared):
    figure = mirror(compared({}), dark=False, narrow=False).read()
    above, below = sorted(shape["y0"] for shape in figure["layout"]["shapes"] if shape["type"] == "line")
    bricks = [
        (base, base + tall)
        for trace in figure["data"]
        if trace.get("name") == "events"
        for base, tall in zip(trace["base"], trace["y"], strict=True)
    ]
    assert all(top < base <= above if top < base else below <= base < top for base, top in bricks)
    assert {top < base for base, top in bricks} == {True, False}


def test_only_recorded_journeys_between_countries_are_trips(compared):
    country = {row["city_id"]: row["country"] for row in read("cities")}
    for side, place in zip(sides(compared({})), (0, 1), strict=True):
        links = side.selection.events.links["journey"]
        ends = links["code"].str.split(">", expand=True).apply(lambda cities: cities.map(country))
        abroad = links.assign(to=ends[1])[(ends[0] != ends[1]).to_numpy()]
        for row in by_direction(compared({})):
            assert row.numbers[place] == abroad.loc[abroad["to"] == row.code, "event_id"].nunique()


def test_the_default_periods_meet_and_hold_as_nearly_as_many_events_as_can_be(compared, store):
    first, second = sides(compared({"compare": "periods"}))
    assert first.years[1] + 1 == second.years[0]
    years = store.selection().events.rows["year"].dropna()
    for year in range(int(years.min()), int(years.max())):
        assert abs(len(first) - len(second)) <= abs(int((years <= year).sum()) - int((years > year).sum()))


def test_wrong_words_of_an_address_fall_back_and_both_sides_are_never_the_same(store):
    for kind in KINDS:
        names = side_names(store, kind)
        first = next(iter(names))
        for said in ({}, {"a": "nothing", "b": "2030-1999"}, {"a": first, "b": first}, {"b": first}):
            whole = completed(store, {"compare": kind, **said})
            assert whole["a"] in names and whole["b"] in names and whole["a"] != whole["b"]
    assert completed(store, {"compare": "moons"})["compare"] == TIES
    assert "none" not in side_names(store, TIES)
    tied = {row["event_id"] for row in read("events") if row["tie_id"]}
    assert set(side_names(store, CITIES)) == {row["city_id"] for row in read("event_places") if row["event_id"] in tied}


def test_a_period_is_two_years_in_order_within_those_of_the_events(store):
    assert period_of("2010-2019") == (2010, 2019) and period_of("2019-2010") is period_of("2019") is period_of("a-b") is None
    periods = Periods((2004, 2025), ("2004-2019", "2020-2025"))
    assert "2010-2012" in periods and periods["2010-2010"] == "2010" and "1999-2010" not in periods
    assert isinstance(side_names(store, PERIODS), Periods)


def test_the_file_has_a_row_for_each_event_on_each_side(compared):
    shown = compared({"compare": "cities", "a": "essen", "b": "koriyama"})
    rows = comparison_rows(shown)
    assert rows["comparison_id"].is_unique and len(rows) == sum(map(len, sides(shown)))
    both = rows.loc[rows["on_both"], "event_id"]
    assert set(both) == set(sides(shown)[0].selection.keys) & set(sides(shown)[1].selection.keys) and both.value_counts().eq(2).all()


def test_two_open_with_their_headline_and_the_rows_of_both(compared):
    app = opened()
    shown = compared({})
    assert app_pages.headline(app).replace("\\", "") == compared_headline(shown).title and not app.error
    assert table(app)["total"] == len(listed_sides(shown)[0]) and says(app, "At a glance") is False
    assert "At a glance" in [heading.value for heading in app.subheader]


def test_choosing_what_the_other_side_is_swaps_them_and_another_kind_begins_anew():
    app = opened()
    control(app, "a").select("duesseldorf-chiba").run()
    assert addressed(app) == {"view": ["two"], "a": ["duesseldorf-chiba"], "b": ["essen-koriyama"]}
    control(app, "compare").select("cities").run()
    assert addressed(app) == {"view": ["two"], "compare": ["cities"]}
    control(app, "compare").select("periods").run()
    control(app, "period_a").set_range(2010, 2014).run()
    assert addressed(app)["a"] == ["2010-2014"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"tie": "essen-koriyama"}, "tie"),
        ({"compare": "cities", "city": "tokyo"}, "city"),
        ({"compare": "periods", "years": ["2019", "2020"]}, "years"),
    ],
)
def test_what_stands_in_the_way_of_a_comparison_is_said_and_one_click_takes_it_out(compared, query, name):
    app = opened(**query)
    assert says(app, "The filter leaves")
    app.button(key="compare-again").click().run()
    assert name not in addressed(app) and not says(app, "The filter leaves")
    assert not conflict(compared({}))


def test_a_fact_at_a_glance_narrows_to_its_events():
    app = opened()
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert spec["data"]
    button = next(one for one in app.button if (one.key or "").startswith("glance-") and "events" in one.label)
    count = int(re.search(r"(\d+) events", button.label)[1])
    button.click().run()
    assert table(app)["total"] == count


def test_the_events_of_both_and_those_of_neither_are_those_that_the_bar_counts(store):
    app = opened(compare="cities", a="essen", b="koriyama")
    (line,) = [caption.value for caption in app.caption if "belong to neither" in caption.value]
    aside, whole = map(int, re.findall(r"\d+", line))
    assert table(app)["total"] + aside == whole == len(store.selection()) and aside > 0


def test_two_cities_have_their_key_figures_each_of_which_opens_its_card(store):
    app = opened(compare="cities", a="essen", b="koriyama")
    buttons = [one for one in app.button if (one.key or "").startswith("figures-")]
    known = [figure for city in ("essen", "koriyama") for figure in key_figures(store, city) if figure.key]
    assert sorted(one.label.replace("\\", "") for one in buttons) == sorted(f"{figure.value} ({figure.when})" for figure in known)
    buttons[0].click().run()
    assert not app.exception and addressed(app)["figure"][0] in {figure.key for figure in known}
    assert not [one for one in opened(compare="ties").button if (one.key or "").startswith("figures-")]
