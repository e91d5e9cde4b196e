"""The comparison without a browser: choices and addresses, what a click narrows, and what a filter in the way leads to."""

import app_pages
import pytest
from app_pages import addressed, control, downloads, says

from loaders.compare import comparison_table, directions, means
from loaders.compare_sides import completed, sides
from loaders.compare_words import compare_headline
from loaders.events.filters import Filters


@pytest.fixture
def compared(store):
    return lambda filters=None, **choices: store.selection(filters or Filters(), completed(store, choices))


def opened(**query):
    return app_pages.opened("cities/cities.py", view="two", **query)


def headline(app):
    return app_pages.headline(app).replace("\\", "")


def test_the_page_begins_with_two_relationships_and_an_address_without_words(compared):
    app = opened()
    assert headline(app) == compare_headline(compared())
    assert addressed(app) == {}
    assert downloads(app) == [f"{len(comparison_table(compared()))} rows"]


@pytest.mark.parametrize(
    "choices",
    [{"compare": "cities", "a": "essen", "b": "koriyama"}, {"compare": "periods", "a": "2010-2019", "b": "2020-2025"}],
    ids=str,
)
def test_an_address_names_both_sides_and_the_filter_holds_for_both(compared, choices):
    filters = Filters(sector=("culture", "education"))
    app = opened(sector=list(filters.sector), **choices)
    assert headline(app) == compare_headline(compared(filters, **choices))
    (table,) = [part.value for part in app.dataframe if "Side" in part.value]
    assert len(table) == len(comparison_table(compared(filters, **choices)))
    assert set(table["Sector"]) <= {"Culture", "Education"} and set(table["Side"]) == {"A", "B"}


def test_what_an_address_cannot_say_falls_back_to_the_first_sides(compared):
    app = opened(compare="cities", a="atlantis", b="2010-2019")
    assert headline(app) == compare_headline(compared(compare="cities"))
    assert not app.exception and not app.error


def test_choosing_for_a_what_b_was_lets_them_change_places(compared):
    app = opened()
    control(app, "a").select("duesseldorf-chiba").run()
    assert (control(app, "a").value, control(app, "b").value) == ("duesseldorf-chiba", "essen-koriyama")
    assert headline(app) == compare_headline(compared(a="duesseldorf-chiba", b="essen-koriyama"))
    assert addressed(app)["a"] == ["duesseldorf-chiba"]


def test_a_period_is_chosen_by_its_years_and_stands_in_the_address(compared):
    app = opened(compare="periods")
    control(app, "period_a").set_value((2010, 2014)).run()
    assert addressed(app)["a"] == ["2010-2014"]
    assert headline(app).startswith(f"2010–2014: {len(sides(compared(compare='periods', a='2010-2014'))[0])} events")


def test_going_from_relationships_to_cities_forgets_the_sides_of_before():
    app = opened(a="duesseldorf-tokyo")
    control(app, "compare").set_value("cities").run()
    assert not app.exception
    assert addressed(app) == {"compare": ["cities"]}


def test_a_filter_in_the_way_is_named_and_one_click_takes_it_out():
    app = opened(tie="essen-koriyama", sector="energy")
    assert says(app, "leaves B (Düsseldorf–Chiba) without events")
    app.button(key="compare-again").click().run()
    assert addressed(app) == {"sector": ["energy"]}
    assert not says(app, "without events")


def test_a_selection_without_events_ends_with_a_way_back():
    app = opened(text="nothing has this text")
    assert says(app, "Nothing in the data fits all of these choices")


@pytest.mark.parametrize(
    ("choices", "letter", "facet", "code", "narrowed"),
    [
        ({}, "A", "sector", "energy", {"tie": ("essen-koriyama",), "sector": ("energy",)}),
        ({}, "B", "years", "2019", {"tie": ("duesseldorf-chiba",), "years": (2019, 2019)}),
        ({"compare": "cities", "a": "essen"}, "A", "mode", "online", {"city": ("essen",), "mode": ("online",)}),
        ({"compare": "periods", "b": "2020-2022"}, "B", "sector", "trade", {"years": (2020, 2022), "sector": ("trade",)}),
        ({"compare": "periods", "b": "2020-2022"}, "B", "years", "2021", {"years": (2021, 2021)}),
        ({}, "B", "kind", "reception", {"tie": ("duesseldorf-chiba",), "kind": ("reception",)}),
        ({}, "A", "witnesses", "1", {"tie": ("essen-koriyama",), "witnesses": ("1",)}),
    ],
)
def test_a_bar_means_the_side_and_what_the_bar_is_of(compared, choices, letter, facet, code, narrowed):
    side = next(side for side in sides(compared(**choices)) if side.letter == letter)
    assert means(side, facet, code) == narrowed


def test_a_direction_means_every_journey_of_it_that_the_filter_leaves(compared):
    side = sides(compared())[0]
    ways = means(side, "journey", "JP>DE")["journey"]
    assert set(ways) == set(directions(side).query("code == 'JP>DE'")["journey"])
    assert "koriyama>essen" in ways and "essen>koriyama" not in ways
    chosen = sides(compared(Filters(journey=("koriyama>essen",))))[0]
    assert means(chosen, "journey", "JP>DE")["journey"] == ("koriyama>essen",)
